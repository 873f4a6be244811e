/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the trained model takes for names of people, and places and bodies that nothing else shows.
 * It stands last in the table: what other detectors found it only lengthens, what they left it
 * adds, and the word lists may forbid. */
#include "detectors.h"

#include "fullname.h"
#include "nameword.h"
#include "ordinary.h"
#include "setphrase.h"
#include "tagged.h"
#include "words.h"

#include <string.h>

/* How sure the model must be of one word that is also an ordinary one where a sentence begins. */
#define SURE_OF_ORDINARY 0.75
/* Of one that the lists bar from names, or take for a title. */
#define SURE_OF_BARRED 0.6
/* And of one that few are called by, behind another. */
#define SURE_OF_RARE 0.85
/* How sure a forename is that the model takes for a place. */
#define SCORE_OF_PLACED 0.45
/* Words of one name: a text of nothing but names names several people. */
#define MOST_WORDS 12
/* Levels of the lists: places that everybody knows, forenames that are met. */
#define BEST_KNOWN_PLACE 9u
#define KNOWN_FORENAME 4u

static const Word *nth(Tagged *search, guint n)
{
    return isr_words_nth(search->words, n);
}

/* TRUE if the words around word @n say that somebody is meant: "Sen's mother", "Sen said"; but
 * not "Big Ben". */
static gboolean is_meant(Tagged *search, guint n)
{
    const GString *text = search->words->reading->text;
    const Word *word = nth(search, n), *before = n > 0 ? nth(search, n - 1) : NULL;

    if (before != NULL && word->gap == GAP_SPACE && (before->flags & WORD_CAPITAL) &&
        !(before->flags & (WORD_OPENS | WORD_TITLE)))
        return FALSE;
    return (word->flags & WORD_OWNS) ||
           isr_ordinary_reads_as_name(text->str, text->len, word->start, word->end, FALSE);
}

/* "Mr Pan", "Lei Sun": the lists know a title or a word that is no name, and a name too. */
static gboolean is_name_too(Tagged *search, guint n, double score, gboolean alone)
{
    const Word *word = nth(search, n);

    if (!(word->flags & (WORD_FORENAME | WORD_SURNAME)) && !alone && (word->flags & WORD_RARE) &&
        (word->flags & WORD_CAPITAL) && score >= SURE_OF_RARE)
        return TRUE; /* "Penny So" */
    if (!(word->flags & (WORD_FORENAME | WORD_SURNAME)) || score < SURE_OF_BARRED)
        return FALSE;
    return !alone || !(word->flags & WORD_BARRED) ||
           (!(word->flags & WORD_UPPER) && is_meant(search, n));
}

static gboolean is_title(Tagged *search, const Word *word)
{
    return (word->flags & WORD_TITLE) || isr_words_is(search->words, "kin-titles", word);
}

/* Narrows words @first..@last to those that may be part of a name whatever the model says; FALSE
 * if there are none. What stands before a name is a title sooner than what ends it. */
static gboolean narrow(Tagged *search, double score, guint *first, guint *last)
{
    while (*first < *last && is_title(search, nth(search, *first)))
        (*first)++;
    if (*first + 1 == *last && isr_tagged_is_barred(nth(search, *first)))
        return FALSE; /* "Big Ben" */
    while (*first < *last && isr_tagged_is_barred(nth(search, *first)))
        (*first)++;
    while (*last > *first && isr_tagged_is_barred(nth(search, *last)) &&
           !is_name_too(search, *last, score, FALSE))
        (*last)--;
    while (*last > *first && search->words->loud && isr_word_is_plain(nth(search, *last)))
        (*last)--; /* "TEGAN STATES" */
    while (*last > *first && (nth(search, *last)->flags & WORD_UPPER) &&
           isr_fullname_is_label(search->words, *last))
        (*last)--; /* "Ada Row FSW" */
    return *first < *last || !isr_tagged_is_barred(nth(search, *first)) ||
           is_name_too(search, *first, score, TRUE);
}

/* "April to August" */
static gboolean is_month(Tagged *search, guint n)
{
    const Word *word = nth(search, n);

    return isr_ordinary_is_month(search->words->reading->text->str + word->start,
                                 word->end - word->start);
}

/* "Paraxetin (500mg)", "Paraxetin 10 mg": what is given so is a medicine. */
static gboolean is_dosed(Tagged *search, guint n)
{
    static const char *const units[] = {"mg", "ml", "mcg", "micrograms", "g ", "g)", "g,"};
    const char *after = search->words->reading->text->str + nth(search, n)->end;

    after += strspn(after, " (");
    gsize digits = strspn(after, "0123456789.");
    after += digits + strspn(after + digits, " ");
    for (guint i = 0; i < G_N_ELEMENTS(units) && digits > 0; i++)
        if (g_ascii_strncasecmp(after, units[i], strlen(units[i])) == 0)
            return TRUE;
    return FALSE;
}

static gboolean has_digits(Tagged *search, guint first, guint last)
{
    for (guint n = first; n <= last; n++)
        if (nth(search, n)->flags & WORD_DIGITS)
            return TRUE;
    return FALSE;
}

static gboolean is_doubtful(Tagged *search, const IsrTag *tag, guint first, guint last)
{
    const Word *word = nth(search, first);

    if (first != last)
        return FALSE;
    if (is_dosed(search, first) || (is_month(search, first) && tag->score < SURE_OF_ORDINARY))
        return TRUE;
    return (word->flags & WORD_ENGLISH) && (word->flags & WORD_OPENS) &&
           tag->score < SURE_OF_ORDINARY;
}

/* TRUE if no list explains word @n as anything but a name. */
static gboolean is_odd(Tagged *search, guint n)
{
    const guint explained = WORD_ENGLISH | WORD_BARRED | WORD_PLACE | WORD_HEAD | WORD_STREET |
                            WORD_INITIAL | WORD_UPPER;
    const Word *word = nth(search, n);

    if ((word->flags & explained) || word->end - word->start < 3 || is_title(search, word))
        return FALSE;
    return (word->flags & (WORD_CAPITAL | WORD_FORENAME)) != 0;
}

/* A hint of the model is taken where all its words are odd ones. */
static gboolean is_weak(Tagged *search, const IsrTag *tag, guint first, guint last)
{
    gboolean odd = TRUE;

    for (guint n = first; n <= last; n++)
        odd = odd && is_odd(search, n);
    return tag->kind == ISR_TAG_PERSON && tag->score < ISR_TAG_PERSON_FROM && !odd;
}

/* "DA", "J.O.", "K": whoever that is. */
static gboolean is_initials(Tagged *search, guint first, guint last)
{
    const Word *word = nth(search, first);
    gsize letters = 0;

    if (first != last || !(word->flags & (WORD_UPPER | WORD_INITIAL)) || search->words->loud)
        return FALSE;
    for (gsize at = word->start; at < word->end; at++)
        letters += search->words->reading->text->str[at] != '.' ? 1 : 0;
    return letters <= 2 || (letters == 3 && !(word->flags & (WORD_FORENAME | WORD_SURNAME)));
}

/* "reads like a name, most of all by the words before it" */
static const char *reason_of(const IsrTag *tag)
{
    g_autofree char *reason = g_strconcat("reads like a name, most of all by ", tag->reason, NULL);

    return g_intern_string(reason);
}

static void add(Tagged *search, const IsrTag *tag, IsrRange range, gboolean initials)
{
    IsrFinding finding = {
        .block = search->words->reading->block->index,
        .range = range,
        .category = initials ? ISR_CATEGORY_INITIALS : ISR_CATEGORY_NAME,
        .rule = "tagger",
        .reason = reason_of(tag),
        .score = tag->kind == ISR_TAG_PERSON ? tag->score : SCORE_OF_PLACED,
        .role = ISR_ROLE_UNSURE,
    };

    if (finding.score < 0.5)
        finding.flags |= ISR_FINDING_UNSURE;
    g_array_append_val(search->findings, finding);
}

/* Where a place is to be expected: "in Paris", "from Lincoln". */
static gboolean follows_way(Tagged *search, guint n)
{
    const Word *before = n > 0 ? nth(search, n - 1) : NULL;

    return before != NULL && nth(search, n)->gap == GAP_SPACE &&
           (isr_words_is(search->words, "place-leads", before) ||
            isr_words_is(search->words, "place-ways", before));
}

/* London is a place whoever is called so too. */
static gboolean is_mainly_place(Tagged *search, const Word *word)
{
    IsrListLevels levels = 0;

    isr_lists_find(search->words->patterns->lists, search->words->reading->text->str + word->start,
                   (gssize)(word->end - word->start), &levels);
    return ISR_LIST_LEVEL(levels, ISR_LIST_PLACES) >= BEST_KNOWN_PLACE ||
           ISR_LIST_LEVEL(levels, ISR_LIST_FORENAMES) < KNOWN_FORENAME;
}

/* "Wellington is asleep", "Florence Amadi": what the model takes for a place is a forename, and no
 * word around it speaks of a place. */
static gboolean is_forename(Tagged *search, guint first, guint last)
{
    const Word *word = nth(search, first);
    const Word *after = last + 1 < search->words->words->len ? nth(search, last + 1) : NULL;

    if (!(word->flags & WORD_FORENAME) || !(word->flags & WORD_CAPITAL) ||
        is_mainly_place(search, word) || follows_way(search, first) ||
        (nth(search, last)->flags & (WORD_HEAD | WORD_STREET)))
        return FALSE;
    return after == NULL || after->gap != GAP_SPACE || !(after->flags & WORD_CAPITAL);
}

/* "married Sunday Osagie", "tues - will sandys-gray": before a surname a forename that the lists
 * bar, and in small letters one that is a word too, belongs to it; but not "on Sunday Osagie". */
static guint begin_sooner(Tagged *search, guint first)
{
    const Word *before = first > 0 ? nth(search, first - 1) : NULL, *word = nth(search, first);
    const char *text = search->words->reading->text->str;

    if (before == NULL || word->gap != GAP_SPACE || !(before->flags & WORD_FORENAME) ||
        (before->flags & WORD_TITLE) || (word->flags & WORD_FORENAME && word->flags & WORD_COMMON))
        return first;
    if (search->words->quiet && !(before->flags & (WORD_CAPITAL | WORD_BARRED)))
        return before->gap > GAP_COMMA ? first - 1 : first;
    if (!(before->flags & WORD_CAPITAL) || !(before->flags & WORD_BARRED) ||
        (before->flags & WORD_UPPER))
        return first;
    return isr_ordinary_reads_as_name(text, search->words->reading->text->len, before->start,
                                      before->end, FALSE)
               ? first - 1
               : first;
}

/* Takes words @first..@last, which nothing but space parts, for a name. */
static void take_run(Tagged *search, const IsrTag *tag, guint first, guint last)
{
    if (!narrow(search, tag->score, &first, &last) || has_digits(search, first, last) ||
        is_doubtful(search, tag, first, last) || is_weak(search, tag, first, last))
        return;
    if (tag->kind != ISR_TAG_PERSON && !is_forename(search, first, last))
        return;
    first = begin_sooner(search, first);
    IsrRange range = isr_reading_origin(search->words->reading, nth(search, first)->start,
                                        nth(search, last)->end);
    const IsrFinding *other = isr_tagged_other(search, range);
    if (other == NULL)
        add(search, tag, range, is_initials(search, first, last));
    else if ((other->category == ISR_CATEGORY_NAME || other->category == ISR_CATEGORY_INITIALS) &&
             tag->score >= TAGGED_SURE_OF_MORE && !isr_tagged_covers(&other->range, &range))
        isr_tagged_lengthen(search, other, range);
}

/* "Bell's palsy", "UNOCINI": a set phrase, or letters that no list of names knows. */
static gboolean is_nobodys(Tagged *search, guint n)
{
    const Word *word = nth(search, n);
    const GString *text = search->words->reading->text;

    if (isr_set_phrase_at(search->words->patterns->lists, text->str, text->len, word->start,
                          word->end))
        return TRUE;
    return (word->flags & WORD_UPPER) && !(word->flags & (WORD_RARE | WORD_FORENAME)) &&
           !search->words->loud && word->end - word->start > 3;
}

static void take(Tagged *search, const IsrTag *tag)
{
    guint n = isr_words_at(search->words, tag->start);
    guint end = isr_words_at(search->words, tag->end);

    while (n < end) {
        guint last = n;
        while (last + 1 < end && last + 1 - n < MOST_WORDS &&
               nth(search, last + 1)->gap <= GAP_DOT &&
               !isr_fullname_is_parted(search->words, n, last + 1))
            last++;
        if (n != last || !is_nobodys(search, n))
            take_run(search, tag, n, last);
        n = last + 1;
    }
}

static gboolean detect(const IsrPatterns *patterns, const IsrReading *reading, GArray *findings,
                       GError **error)
{
    g_autoptr(GArray) tags = g_array_new(FALSE, FALSE, sizeof(IsrTag));
    Tagged search = {isr_words_for(patterns, reading), findings, findings->len, NULL};

    (void)error;
    isr_tagger_tag(patterns->tagger, reading, tags);
    for (guint i = 0; i < tags->len; i++) {
        const IsrTag *tag = &g_array_index(tags, IsrTag, i);
        guint found = findings->len;
        if (tag->kind != ISR_TAG_ORGANISATION)
            take(&search, tag);
        if (tag->kind == ISR_TAG_PLACE && found == findings->len)
            isr_tagged_take_address(&search, tag);
        if (tag->kind != ISR_TAG_PERSON && found == findings->len)
            isr_tagged_take_where(&search, tag);
    }
    isr_tagged_clear(&search);
    return TRUE;
}

const IsrDetector isr_detector_tagger = {"tagger", detect};
