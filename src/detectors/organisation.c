/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Named bodies: capitalised words that end in "School", "Surgery" or the like, or follow "HMP".
 * "Primary School" alone names none. */
#include "detectors.h"

#include <string.h>

#include "words.h"

#define MOST_WORDS 7

static gboolean is_in(const Words *words, const char *list, const Word *word)
{
    return isr_words_is(words, list, word);
}

static gboolean joins_on(const Words *words, guint n)
{
    const Word *word = &g_array_index(words->words, Word, n);
    const Word *last = &g_array_index(words->words, Word, n - 1);
    const char *gap = words->reading->text->str + last->end;
    gsize length = word->start - last->end;

    if (word->gap == GAP_SPACE || word->gap == GAP_DOT)
        return TRUE;
    return (length == 3 && strncmp(gap, " & ", 3) == 0) ||
           (length == 3 && strncmp(gap, "'s ", 3) == 0) ||
           (length == 2 && strncmp(gap, "' ", 2) == 0);
}

/* A word that tells this school from others. */
static gboolean is_telling(const Words *words, const Word *word, gboolean weak)
{
    if (!(word->flags & WORD_CAPITAL) || (word->flags & (WORD_HEAD | WORD_INITIAL)) ||
        is_in(words, "organisation-kinds", word))
        return FALSE;
    if (word->flags & WORD_BARRED)
        return FALSE;
    return !weak || !(word->flags & WORD_ENGLISH) || (word->flags & WORD_PLACE);
}

/* "Church of England", "Stratford upon Avon": small words inside, "of" only behind a kind. */
static gboolean is_inner(Words *words, guint n)
{
    const Word *word = isr_words_nth(words, n);
    const Word *last = isr_words_nth(words, n - 1);

    if ((word->flags & WORD_CAPITAL) || !is_in(words, "organisation-joints", word))
        return FALSE;
    return (last->flags & (WORD_ENGLISH | WORD_HEAD)) != 0 ||
           is_in(words, "organisation-joints", last);
}

/* The last head word of the run that begins at @first; @first if there is none, or nothing in
 * front of it tells which. */
static guint read_organisation(Words *words, guint first)
{
    guint end = first;
    gboolean told = FALSE, told_well = FALSE;

    for (guint n = first; n < words->words->len && n - first <= MOST_WORDS; n++) {
        const Word *word = isr_words_nth(words, n);
        gboolean small = n > first && is_inner(words, n);
        if ((n > first && !joins_on(words, n)) || (words->loud && (word->flags & WORD_BARRED)))
            break;
        if (!small && (!(word->flags & WORD_CAPITAL) ||
                       (word->flags & WORD_TITLE && n > first && !(word->flags & WORD_PARTICLE))))
            break;
        if (n > first && (word->flags & WORD_HEAD)) {
            gboolean weak = is_in(words, "weak-heads", word);
            if (weak ? told_well : told)
                end = n;
        }
        told = told || is_telling(words, word, FALSE);
        told_well = told_well || is_telling(words, word, TRUE);
    }
    return end;
}

/* "HMP Channings Moor", "Ysgol Bro Dinas": the kind stands in front. */
static guint read_front(Words *words, guint first)
{
    guint n = first + 1;

    if (!is_in(words, "organisation-fronts", isr_words_nth(words, first)))
        return first;
    while (n < words->words->len && n - first < 4 && joins_on(words, n) &&
           (isr_words_nth(words, n)->flags & WORD_CAPITAL) &&
           !(isr_words_nth(words, n)->flags & (WORD_TITLE | WORD_DIGITS)))
        n++;
    return n - 1;
}

static gboolean detect(const IsrPatterns *patterns, const IsrReading *reading, GArray *findings,
                       GError **error)
{
    Words *words = isr_words_for(patterns, reading);

    (void)error;
    for (guint n = 0; n < words->words->len; n++) {
        const Word *word = isr_words_nth(words, n);
        if (!(word->flags & WORD_CAPITAL) || (word->flags & WORD_TITLE))
            continue;
        const Word *next = n + 1 < words->words->len ? isr_words_nth(words, n + 1) : NULL;
        if ((word->flags & WORD_OPENS) && (word->flags & WORD_ENGLISH) && next != NULL &&
            !(next->flags & (WORD_ENGLISH | WORD_HEAD)) && (next->flags & WORD_CAPITAL))
            continue; /* "Born Swallowfield Infirmary" */
        guint last = read_front(words, n);
        last = last > n ? last : read_organisation(words, n);
        if (last == n)
            continue;
        IsrFinding finding = {
            .block = reading->block->index,
            .range = isr_reading_origin(reading, word->start,
                                        g_array_index(words->words, Word, last).end),
            .category = ISR_CATEGORY_ORGANISATION,
            .rule = "organisation",
            .reason = "reads as the name of an organisation",
            .score = 0.75,
            .role = ISR_ROLE_UNSURE,
        };
        g_array_append_val(findings, finding);
        n = last;
    }
    return TRUE;
}

const IsrDetector isr_detector_organisation = {"organisation", detect};
