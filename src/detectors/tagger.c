/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the trained model takes for names of people, and places and bodies that nothing else shows.
 * It stands last in the table: what other detectors found it only lengthens, what they left it
 * adds, and the word lists may forbid. */
#include "detectors.h"

#include "fullname.h"
#include "lead.h"
#include "nameword.h"
#include "ordinary.h"
#include "setphrase.h"
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
/* Levels of the lists: places that everybody knows, forenames that are met. */
#define BEST_KNOWN_PLACE 9u
#define KNOWN_FORENAME 4u
/* And of a word that another finding of a name is to be lengthened by. */
#define SURE_OF_MORE 0.6

/* How sure the model must be of a place and a body that nothing else shows. */
#define SURE_OF_PLACE 0.5
#define SURE_OF_BODY 0.45
#define SURE_OF_ADDRESS 0.4
#define SURE_OF_LOUD 0.6
/* And of one in words that say nothing of where. */
#define SURE_OF_WORDS 0.4

typedef struct {
    Words *words;
    GArray *findings;
    guint others; /* findings of the other detectors stand before this index */
} Search;

static const Word *nth(Search *search, guint n)
{
    return isr_words_nth(search->words, n);
}

/* TRUE if the words around word @n say that somebody is meant: "Sen's mother", "Sen said"; but
 * not "Big Ben". */
static gboolean is_meant(Search *search, guint n)
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
static gboolean is_name_too(Search *search, guint n, double score, gboolean alone)
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

static gboolean is_barred(const Word *word)
{
    return (word->flags & (WORD_TITLE | WORD_BARRED)) && !(word->flags & WORD_INITIAL);
}

static gboolean is_title(Search *search, const Word *word)
{
    return (word->flags & WORD_TITLE) || isr_words_is(search->words, "kin-titles", word);
}

/* Narrows words @first..@last to those that may be part of a name whatever the model says; FALSE
 * if there are none. What stands before a name is a title sooner than what ends it. */
static gboolean narrow(Search *search, double score, guint *first, guint *last)
{
    while (*first < *last && is_title(search, nth(search, *first)))
        (*first)++;
    if (*first + 1 == *last && is_barred(nth(search, *first)))
        return FALSE; /* "Big Ben" */
    while (*first < *last && is_barred(nth(search, *first)))
        (*first)++;
    while (*last > *first && is_barred(nth(search, *last)) &&
           !is_name_too(search, *last, score, FALSE))
        (*last)--;
    while (*last > *first && search->words->loud && isr_word_is_plain(nth(search, *last)))
        (*last)--; /* "TEGAN STATES" */
    while (*last > *first && (nth(search, *last)->flags & WORD_UPPER) &&
           isr_fullname_is_label(search->words, *last))
        (*last)--; /* "Ada Row FSW" */
    return *first < *last || !is_barred(nth(search, *first)) ||
           is_name_too(search, *first, score, TRUE);
}

/* "April to August" */
static gboolean is_month(Search *search, guint n)
{
    const Word *word = nth(search, n);

    return isr_ordinary_is_month(search->words->reading->text->str + word->start,
                                 word->end - word->start);
}

/* "Paraxetin (500mg)", "Paraxetin 10 mg": what is given so is a medicine. */
static gboolean is_dosed(Search *search, guint n)
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

static gboolean has_digits(Search *search, guint first, guint last)
{
    for (guint n = first; n <= last; n++)
        if (nth(search, n)->flags & WORD_DIGITS)
            return TRUE;
    return FALSE;
}

static gboolean is_doubtful(Search *search, const IsrTag *tag, guint first, guint last)
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
static gboolean is_odd(Search *search, guint n)
{
    const guint explained = WORD_ENGLISH | WORD_BARRED | WORD_PLACE | WORD_HEAD | WORD_STREET |
                            WORD_INITIAL | WORD_UPPER;
    const Word *word = nth(search, n);

    if ((word->flags & explained) || word->end - word->start < 3 || is_title(search, word))
        return FALSE;
    return (word->flags & (WORD_CAPITAL | WORD_FORENAME)) != 0;
}

/* A hint of the model is taken where all its words are odd ones. */
static gboolean is_weak(Search *search, const IsrTag *tag, guint first, guint last)
{
    gboolean odd = TRUE;

    for (guint n = first; n <= last; n++)
        odd = odd && is_odd(search, n);
    return tag->kind == ISR_TAG_PERSON && tag->score < ISR_TAG_PERSON_FROM && !odd;
}

static gboolean overlaps(const IsrFinding *finding, IsrRange range)
{
    return finding->range.start < range.end && range.start < finding->range.end;
}

static gboolean covers(const IsrRange *outer, const IsrRange *inner)
{
    return outer->start <= inner->start && inner->end <= outer->end;
}

/* The best finding of another detector that overlaps @range; NULL. */
static IsrFinding *other_at(Search *search, IsrRange range)
{
    IsrFinding *best = NULL;

    for (guint i = 0; i < search->others; i++) {
        IsrFinding *finding = &g_array_index(search->findings, IsrFinding, i);
        if (overlaps(finding, range) && (best == NULL || finding->score > best->score))
            best = finding;
    }
    return best;
}

/* "DA", "J.O.", "K": whoever that is. */
static gboolean is_initials(Search *search, guint first, guint last)
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

static void add(Search *search, const IsrTag *tag, IsrRange range, gboolean initials)
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

/* A name that another detector found in part goes on: the finding keeps what it knows. */
static void lengthen(Search *search, const IsrFinding *other, IsrRange range)
{
    IsrFinding finding = *other;

    if (finding.category == ISR_CATEGORY_INITIALS)
        finding.category = ISR_CATEGORY_NAME; /* "Dr V" was a letter alone */
    finding.range =
        (IsrRange){MIN(other->range.start, range.start), MAX(other->range.end, range.end)};
    g_array_append_val(search->findings, finding);
}

/* Where a place is to be expected: "in Paris", "from Lincoln". */
static gboolean follows_way(Search *search, guint n)
{
    const Word *before = n > 0 ? nth(search, n - 1) : NULL;

    return before != NULL && nth(search, n)->gap == GAP_SPACE &&
           (isr_words_is(search->words, "place-leads", before) ||
            isr_words_is(search->words, "place-ways", before));
}

/* London is a place whoever is called so too. */
static gboolean is_mainly_place(Search *search, const Word *word)
{
    IsrListLevels levels = 0;

    isr_lists_find(search->words->patterns->lists, search->words->reading->text->str + word->start,
                   (gssize)(word->end - word->start), &levels);
    return ISR_LIST_LEVEL(levels, ISR_LIST_PLACES) >= BEST_KNOWN_PLACE ||
           ISR_LIST_LEVEL(levels, ISR_LIST_FORENAMES) < KNOWN_FORENAME;
}

/* "Wellington is asleep", "Florence Amadi": what the model takes for a place is a forename, and no
 * word around it speaks of a place. */
static gboolean is_forename(Search *search, guint first, guint last)
{
    const Word *word = nth(search, first);
    const Word *after = last + 1 < search->words->words->len ? nth(search, last + 1) : NULL;

    if (!(word->flags & WORD_FORENAME) || !(word->flags & WORD_CAPITAL) ||
        is_mainly_place(search, word) || follows_way(search, first) ||
        (nth(search, last)->flags & (WORD_HEAD | WORD_STREET)))
        return FALSE;
    return after == NULL || after->gap != GAP_SPACE || !(after->flags & WORD_CAPITAL);
}

/* Takes words @first..@last, which nothing but space parts, for a name. */
static void take_run(Search *search, const IsrTag *tag, guint first, guint last)
{
    if (!narrow(search, tag->score, &first, &last) || has_digits(search, first, last) ||
        is_doubtful(search, tag, first, last) || is_weak(search, tag, first, last))
        return;
    if (tag->kind != ISR_TAG_PERSON && !is_forename(search, first, last))
        return;
    IsrRange range = isr_reading_origin(search->words->reading, nth(search, first)->start,
                                        nth(search, last)->end);
    const IsrFinding *other = other_at(search, range);
    if (other == NULL)
        add(search, tag, range, is_initials(search, first, last));
    else if ((other->category == ISR_CATEGORY_NAME || other->category == ISR_CATEGORY_INITIALS) &&
             tag->score >= SURE_OF_MORE && !covers(&other->range, &range))
        lengthen(search, other, range);
}

/* "Bell's palsy", "UNOCINI": a set phrase, or letters that no list of names knows. */
static gboolean is_nobodys(Search *search, guint n)
{
    const Word *word = nth(search, n);
    const GString *text = search->words->reading->text;

    if (isr_set_phrase_at(search->words->patterns->lists, text->str, text->len, word->start,
                          word->end))
        return TRUE;
    return (word->flags & WORD_UPPER) && !(word->flags & (WORD_RARE | WORD_FORENAME)) &&
           !search->words->loud && word->end - word->start > 3;
}

static void take(Search *search, const IsrTag *tag)
{
    guint n = isr_words_at(search->words, tag->start);
    guint end = isr_words_at(search->words, tag->end);

    while (n < end) {
        guint last = n;
        while (last + 1 < end && nth(search, last + 1)->gap <= GAP_DOT)
            last++;
        if (n != last || !is_nobodys(search, n))
            take_run(search, tag, n, last);
        n = last + 1;
    }
}

/* A capitalised word that is no English, no abbreviation and nobody's forename. */
static gboolean tells_where(Search *search, guint first, guint last)
{
    for (guint n = first; n <= last; n++) {
        const Word *word = nth(search, n);
        if ((word->flags & WORD_CAPITAL) && word->end - word->start > 3 &&
            !(word->flags & (WORD_ENGLISH | WORD_BARRED | WORD_HEAD | WORD_UPPER)) &&
            !isr_words_in(search->words, "not-places", n, n))
            return TRUE;
    }
    return FALSE;
}

/* "Solace Quay", "Living Fountain Assembly": two words or more, each with a capital, or the small
 * letters of a note. */
static gboolean is_titled(Search *search, guint first, guint last)
{
    if (first == last)
        return FALSE;
    for (guint n = first; n <= last; n++)
        if (!(nth(search, n)->flags & WORD_CAPITAL) && !search->words->quiet &&
            nth(search, n)->end - nth(search, n)->start > 3)
            return FALSE;
    return TRUE;
}

/* Countries, and bodies of the whole country, say too little of where somebody is. */
static gboolean is_wide(Search *search, guint first, guint last)
{
    static const char *const lists[] = {"countries", "national-bodies", "not-names"};

    for (guint i = 0; i < G_N_ELEMENTS(lists); i++)
        if (isr_words_in(search->words, lists[i], first, last))
            return TRUE;
    return FALSE;
}

/* "The Primary School": which one is not said; but "Assessment Team 2" is. */
static gboolean is_mere_kind(Search *search, guint first, guint last)
{
    if (nth(search, last)->flags & WORD_DIGITS)
        return FALSE;
    for (guint n = first; n <= last; n++) {
        const Word *word = nth(search, n);
        if (!(word->flags & WORD_HEAD) && word->end - word->start > 3 &&
            !isr_words_in(search->words, "organisation-kinds", n, n))
            return FALSE;
    }
    return TRUE;
}

/* Leaves out "at" and "near" before it. FALSE if one word is left that names nothing. */
static gboolean narrow_where(Search *search, guint *first, guint last)
{
    while (*first < last && (isr_words_is(search->words, "place-leads", nth(search, *first)) ||
                             isr_words_is(search->words, "place-ways", nth(search, *first))))
        (*first)++;
    return *first < last || !is_barred(nth(search, *first));
}

static gboolean is_where(const IsrFinding *finding)
{
    return finding->category == ISR_CATEGORY_ORGANISATION ||
           finding->category == ISR_CATEGORY_PLACE || finding->category == ISR_CATEGORY_ADDRESS;
}

/* Adds words @first..@last as @category, or lengthens what another detector found of it. */
static void add_where(Search *search, const IsrTag *tag, guint first, guint last,
                      IsrCategory category)
{
    IsrFinding finding = {
        .block = search->words->reading->block->index,
        .range = isr_reading_origin(search->words->reading, nth(search, first)->start,
                                    nth(search, last)->end),
        .category = category,
        .rule = "tagger",
        .reason = category == ISR_CATEGORY_PLACE          ? "reads like a place"
                  : category == ISR_CATEGORY_ORGANISATION ? "reads like a body's name"
                                                          : "reads like an address",
        .score = 0.5 + tag->score / 10,
        .role = ISR_ROLE_UNSURE,
    };
    const IsrFinding *other = other_at(search, finding.range);

    if (other == NULL)
        g_array_append_val(search->findings, finding);
    else if (tag->score >= SURE_OF_MORE && is_where(other) &&
             !covers(&other->range, &finding.range))
        lengthen(search, other, finding.range);
}

/* A place or body that no other detector found, or not all of it. */
static void take_where(Search *search, const IsrTag *tag)
{
    gboolean place = tag->kind == ISR_TAG_PLACE;
    guint first = isr_words_at(search->words, tag->start);
    guint last = isr_words_at(search->words, tag->end);

    if (tag->score < (place ? SURE_OF_PLACE : SURE_OF_BODY) || first >= last-- ||
        (search->words->loud && tag->score < SURE_OF_LOUD) || !narrow_where(search, &first, last) ||
        is_wide(search, first, last) || is_mere_kind(search, first, last) ||
        (place && isr_lead_is_trip(search->words, first, last)))
        return;
    if (tells_where(search, first, last) ||
        (tag->score >= SURE_OF_WORDS && is_titled(search, first, last)))
        add_where(search, tag, first, last, place ? ISR_CATEGORY_PLACE : ISR_CATEGORY_ORGANISATION);
}

/* A number of a house, and not of pounds or minutes. */
static gboolean is_house_number(Search *search, guint n)
{
    const char *text = search->words->reading->text->str;
    const Word *word = nth(search, n);

    return (word->flags & WORD_DIGITS) && word->end - word->start < 6 &&
           (word->start == 0 || strchr("$:.", text[word->start - 1]) == NULL);
}

/* "3 gors lane, pentre isaf": a place with a number before it is where somebody lives. */
static void take_address(Search *search, const IsrTag *tag)
{
    guint first = isr_words_at(search->words, tag->start);
    guint last = isr_words_at(search->words, tag->end);

    if (tag->score < SURE_OF_ADDRESS || first + 1 >= last-- || !is_house_number(search, first))
        return;
    for (guint n = first + 1; n <= last; n++) {
        const Word *word = nth(search, n);
        if ((word->flags & WORD_DIGITS) || word->end - word->start < 3)
            continue;
        add_where(search, tag, first, last, ISR_CATEGORY_ADDRESS);
        return;
    }
}

static gboolean detect(const IsrPatterns *patterns, const IsrReading *reading, GArray *findings,
                       GError **error)
{
    g_autoptr(GArray) tags = g_array_new(FALSE, FALSE, sizeof(IsrTag));
    Search search = {isr_words_for(patterns, reading), findings, findings->len};

    (void)error;
    isr_tagger_tag(patterns->tagger, reading, tags);
    for (guint i = 0; i < tags->len; i++) {
        const IsrTag *tag = &g_array_index(tags, IsrTag, i);
        guint found = findings->len;
        if (tag->kind != ISR_TAG_ORGANISATION)
            take(&search, tag);
        if (tag->kind == ISR_TAG_PLACE && found == findings->len)
            take_address(&search, tag);
        if (tag->kind != ISR_TAG_PERSON && found == findings->len)
            take_where(&search, tag);
    }
    return TRUE;
}

const IsrDetector isr_detector_tagger = {"tagger", detect};
