/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the trained model takes for names of people. It stands last in the table: what other
 * detectors found it only lengthens, what they left it adds, and the word lists may forbid. */
#include "detectors.h"

#include "setphrase.h"
#include "words.h"

/* How sure the model must be of one word that is also an ordinary one where a sentence begins. */
#define SURE_OF_ORDINARY 0.75
/* And of a word that another finding of a name is to be lengthened by. */
#define SURE_OF_MORE 0.6

typedef struct {
    Words *words;
    GArray *findings;
    guint others; /* findings of the other detectors stand before this index */
} Search;

static const Word *nth(Search *search, guint n)
{
    return isr_words_nth(search->words, n);
}

/* Words that are no part of a name whatever the model says. */
static gboolean is_refused(const Word *word)
{
    return (word->flags & (WORD_TITLE | WORD_DIGITS)) != 0 ||
           ((word->flags & WORD_BARRED) && !(word->flags & WORD_INITIAL));
}

/* Narrows words @first..@last to those that may be part of a name; FALSE if there are none. */
static gboolean narrow(Search *search, guint *first, guint *last)
{
    while (*first <= *last && is_refused(nth(search, *first)))
        (*first)++;
    while (*last > *first && is_refused(nth(search, *last)))
        (*last)--;
    return *first <= *last;
}

static gboolean is_doubtful(Search *search, const IsrTag *tag, guint first, guint last)
{
    const Word *word = nth(search, first);

    if (first != last)
        return FALSE;
    return (word->flags & WORD_ENGLISH) && (word->flags & WORD_OPENS) &&
           tag->score < SURE_OF_ORDINARY;
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

static void add(Search *search, const IsrTag *tag, IsrRange range, gboolean initials)
{
    IsrFinding finding = {
        .block = search->words->reading->block->index,
        .range = range,
        .category = initials ? ISR_CATEGORY_INITIALS : ISR_CATEGORY_NAME,
        .rule = "tagger",
        .reason = "reads like a name",
        .score = tag->score,
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

    finding.range =
        (IsrRange){MIN(other->range.start, range.start), MAX(other->range.end, range.end)};
    g_array_append_val(search->findings, finding);
}

/* Takes words @first..@last, which nothing but space parts, for a name. */
static void take_run(Search *search, const IsrTag *tag, guint first, guint last)
{
    if (!narrow(search, &first, &last) || is_doubtful(search, tag, first, last))
        return;
    IsrRange range = isr_reading_origin(search->words->reading, nth(search, first)->start,
                                        nth(search, last)->end);
    const IsrFinding *other = other_at(search, range);
    if (other == NULL)
        add(search, tag, range, is_initials(search, first, last));
    else if (other->category == ISR_CATEGORY_NAME && tag->score >= SURE_OF_MORE &&
             !covers(&other->range, &range))
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

static gboolean detect(const IsrPatterns *patterns, const IsrReading *reading, GArray *findings,
                       GError **error)
{
    g_autoptr(GArray) tags = g_array_new(FALSE, FALSE, sizeof(IsrTag));
    Search search = {isr_words_for(patterns, reading), findings, findings->len};

    (void)error;
    isr_tagger_tag(patterns->tagger, reading, tags);
    for (guint i = 0; i < tags->len; i++) {
        const IsrTag *tag = &g_array_index(tags, IsrTag, i);
        if (tag->kind == ISR_TAG_PERSON)
            take(&search, tag);
    }
    return TRUE;
}

const IsrDetector isr_detector_tagger = {"tagger", detect};
