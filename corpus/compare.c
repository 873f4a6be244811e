/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays the copy beside the gold word by word. A span is found when none of its words that say
 * something has kept its place, whole or in part. */
#include "compare.h"
#include "sequence.h"

#include <string.h>

/* A word outside all spans is worth more than one inside, so that where either could have stayed
 * it is the ordinary one. */
#define WEIGHT_OUTSIDE 3
#define WEIGHT_INSIDE 2
/* Words of context on each side of a loss. */
#define CONTEXT 4
/* A rest of a word shorter than this says nothing. */
#define REST_BYTES 2

/* Words that say nothing by themselves about whom, where or when. */
static const char *const EMPTY_WORDS[] = {
    "a",       "about",   "academy",  "age",     "aged",     "an",      "and",     "at",
    "avenue",  "care",    "centre",   "clinic",  "close",    "college", "council", "court",
    "day",     "days",    "drive",    "estate",  "flat",     "for",     "gardens", "general",
    "group",   "high",    "hospital", "house",   "hub",      "in",      "infant",  "infants",
    "junior",  "juniors", "lane",     "medical", "month",    "months",  "mths",    "near",
    "nursery", "of",      "off",      "old",     "on",       "park",    "place",   "practice",
    "primary", "road",    "school",   "service", "services", "st",      "street",  "surgery",
    "team",    "terrace", "th",       "the",     "unit",     "ward",    "weeks",   "wks",
    "year",    "years",   "yr",       "yrs",     NULL,
};

typedef struct {
    GArray *gold; /* of IsrSequenceWord */
    GArray *copy; /* of IsrSequenceWord */
} Lines;

static void free_verdict(gpointer data)
{
    IsrVerdict *verdict = data;

    g_free(verdict->text);
    g_free(verdict);
}

static gboolean says_something(const char *word)
{
    g_autofree char *lower = g_utf8_strdown(word, -1);

    return !g_strv_contains(EMPTY_WORDS, lower);
}

static gboolean overlap(IsrRange one, IsrRange other)
{
    return one.start < other.end && other.start < one.end;
}

/* TRUE if a piece of the gold's word @at, which lost its place, stands in the copy between the
 * neighbours that kept theirs. */
static gboolean leaves_rest(const Lines *lines, guint at)
{
    const char *word = g_array_index(lines->gold, IsrSequenceWord, at).text;
    guint first = 0, last = lines->copy->len;

    for (guint i = at; i-- > 0;) {
        gint partner = g_array_index(lines->gold, IsrSequenceWord, i).partner;

        if (partner >= 0) {
            first = (guint)partner + 1;
            break;
        }
    }
    for (guint i = at + 1; i < lines->gold->len; i++) {
        gint partner = g_array_index(lines->gold, IsrSequenceWord, i).partner;

        if (partner >= 0) {
            last = (guint)partner;
            break;
        }
    }
    for (guint i = first; i < last; i++) {
        const IsrSequenceWord *rest = &g_array_index(lines->copy, IsrSequenceWord, i);

        if (!rest->label && strlen(rest->text) >= REST_BYTES &&
            (strstr(word, rest->text) || (strlen(word) >= REST_BYTES && strstr(rest->text, word))))
            return TRUE;
    }
    return FALSE;
}

/* @range is where the span stands in the gold's text. A name says something with every word. */
static gboolean is_found(const Lines *lines, IsrRange range, const char *category)
{
    gboolean strict = strcmp(category, "name") == 0 || strcmp(category, "initials") == 0;
    gboolean any = FALSE;

    for (int pass = 0; pass < 2 && !any; pass++) {
        for (guint i = 0; i < lines->gold->len; i++) {
            const IsrSequenceWord *word = &g_array_index(lines->gold, IsrSequenceWord, i);

            /* A span of empty words only ("The Centre") counts by all of them. */
            if (!overlap(word->range, range))
                continue;
            if (pass == 0 && !strict && !says_something(word->text))
                continue;
            any = TRUE;
            if (word->partner >= 0 || leaves_rest(lines, i))
                return FALSE;
        }
    }
    return TRUE;
}

static gboolean is_marked(const GPtrArray *spans, gsize base, IsrRange range)
{
    for (guint i = 0; i < spans->len; i++) {
        const IsrGoldSpan *span = spans->pdata[i];

        if (overlap(range, (IsrRange){base + span->range.start, base + span->range.end}))
            return TRUE;
    }
    return FALSE;
}

/* Cuts the gold into words that know whether they are marked. */
static GArray *cut_gold(const IsrGold *gold, GByteArray *marked)
{
    GArray *words = isr_sequence_new();
    gsize base = 0;

    for (guint i = 0; i < gold->blocks->len; i++) {
        const IsrGoldBlock *block = gold->blocks->pdata[i];
        guint first = words->len;

        isr_sequence_cut(words, block->text->str, block->text->len, base, FALSE);
        for (guint j = first; j < words->len; j++) {
            IsrSequenceWord *word = &g_array_index(words, IsrSequenceWord, j);
            guint8 mark = is_marked(block->spans, base, word->range) ? 1 : 0;

            word->weight = mark ? WEIGHT_INSIDE : WEIGHT_OUTSIDE;
            g_byte_array_append(marked, &mark, 1);
        }
        base += block->text->len + 1;
    }
    return words;
}

static char *loss_in_context(const GArray *words, guint first, guint last)
{
    GString *text = g_string_new(NULL);
    guint from = first > CONTEXT ? first - CONTEXT : 0;
    guint to = MIN(last + CONTEXT, words->len);

    for (guint i = from; i < to; i++) {
        g_string_append(text, i == first ? "<" : "");
        g_string_append(text, g_array_index(words, IsrSequenceWord, i).text);
        g_string_append(text, i + 1 == last ? "> " : " ");
    }
    return g_string_free(text, FALSE);
}

static void count_losses(IsrComparison *comparison, const Lines *lines, const GByteArray *marked)
{
    guint run = 0; /* lost words in a row */

    for (guint i = 0; i <= lines->gold->len; i++) {
        gboolean outside = i < lines->gold->len && !marked->data[i];
        gboolean lost = outside && g_array_index(lines->gold, IsrSequenceWord, i).partner < 0;

        comparison->words += outside;
        comparison->lost += lost;
        if (!lost && run > 0)
            g_ptr_array_add(comparison->losses, loss_in_context(lines->gold, i - run, i));
        run = lost ? run + 1 : 0;
    }
}

static void judge_spans(IsrComparison *comparison, const IsrGold *gold, const Lines *lines)
{
    gsize base = 0;

    for (guint i = 0; i < gold->blocks->len; i++) {
        const IsrGoldBlock *block = gold->blocks->pdata[i];

        for (guint j = 0; j < block->spans->len; j++) {
            const IsrGoldSpan *span = block->spans->pdata[j];
            IsrRange range = {base + span->range.start, base + span->range.end};

            if (span->whose)
                continue;
            IsrVerdict *verdict = g_new0(IsrVerdict, 1);

            verdict->span = span;
            verdict->text = g_strndup(block->text->str + span->range.start,
                                      span->range.end - span->range.start);
            verdict->found = is_found(lines, range, span->category);
            g_ptr_array_add(comparison->verdicts, verdict);
        }
        base += block->text->len + 1;
    }
}

IsrComparison *isr_compare(const IsrGold *gold, const char *copy)
{
    IsrComparison *comparison = g_new0(IsrComparison, 1);
    g_autoptr(GByteArray) marked = g_byte_array_new();
    g_autoptr(GArray) gold_words = cut_gold(gold, marked);
    g_autoptr(GArray) copy_words = isr_sequence_new();
    Lines lines = {gold_words, copy_words};

    comparison->verdicts = g_ptr_array_new_with_free_func(free_verdict);
    comparison->losses = g_ptr_array_new_with_free_func(g_free);
    isr_sequence_cut(copy_words, copy, strlen(copy), 0, TRUE);
    isr_sequence_align(gold_words, copy_words);
    judge_spans(comparison, gold, &lines);
    count_losses(comparison, &lines, marked);
    return comparison;
}

void isr_comparison_free(IsrComparison *comparison)
{
    if (!comparison)
        return;
    g_ptr_array_unref(comparison->verdicts);
    g_ptr_array_unref(comparison->losses);
    g_free(comparison);
}
