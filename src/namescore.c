/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Weighs a name: lists, capitals and what stands beside it. */
#include "namescore.h"

#include <string.h>

#include "nameword.h"
#include "ordinary.h"
#include "setphrase.h"

static const Word *nth(Words *words, guint n)
{
    return n < words->words->len ? isr_words_nth(words, n) : NULL;
}

static gboolean is_saint(Words *words, guint n)
{
    gsize length;
    const char *text = isr_words_text(words, n, n, &length);

    return (length == 2 && g_ascii_strncasecmp(text, "st", 2) == 0) ||
           (length == 5 && g_ascii_strncasecmp(text, "saint", 5) == 0);
}

/* "Pinfold Green Infant School", "Cinder Hill Road": what stands before such a word is no person.
 * The word may stand past the name's end. */
static gboolean is_of_a_thing(Words *words, const FullName *name)
{
    for (guint n = name->first; n <= name->last + 2; n++) {
        const Word *word = nth(words, n);
        if (word == NULL || (n > name->first && !isr_word_joins(word)) ||
            !(word->flags & WORD_CAPITAL))
            return FALSE;
        if (n > name->first && n < name->last && is_saint(words, n))
            continue; /* "Oliver St John" */
        if (n > name->first && (word->flags & (WORD_HEAD | WORD_STREET)) &&
            !(word->flags & WORD_FORENAME))
            return TRUE;
    }
    return FALSE;
}

/* A heading, or the first row of a table: their words stand alone and in capitals anyway. */
static gboolean is_headline(const IsrReading *reading)
{
    const GPtrArray *columns = reading->block->columns;
    const char *text = reading->text->str;

    if (reading->block->kind == ISR_BLOCK_HEADING)
        return TRUE;
    if (columns == NULL || columns->len <= 2) /* a text can be long, a cell is not */
        return FALSE;
    const gsize first = strcspn(text, "\x1f");

    return strlen(columns->pdata[0]) == first && strncmp(columns->pdata[0], text, first) == 0;
}

/* A capital where a sentence begins says nothing; what the words around say does. */
static gboolean acts(const Words *words, const Word *word)
{
    const GString *text = words->reading->text;

    return isr_ordinary_reads_as_name(text->str, text->len, word->start, word->end,
                                      is_headline(words->reading));
}

static gboolean is_month(const Words *words, const Word *word)
{
    return isr_ordinary_is_month(words->reading->text->str + word->start, word->end - word->start);
}

/* "The Gruffalo", "White Rose": a word with an article or another capital beside it. */
static gboolean is_part_of_a_thing(Words *words, guint n)
{
    static const char *const articles[] = {"the", "a", "an", "this", "that", "every", "each", NULL};
    const Word *before = n > 0 ? nth(words, n - 1) : NULL, *word = nth(words, n);
    const Word *after = nth(words, n + 1);

    if (after != NULL && (after->flags & (WORD_CAPITAL | WORD_DIGITS)) && isr_word_joins(after) &&
        !(word->flags & WORD_OWNS))
        return TRUE;
    if (before == NULL || !isr_word_joins(word))
        return FALSE;
    g_autofree char *lower = g_ascii_strdown(words->reading->text->str + before->start,
                                             (gssize)(before->end - before->start));
    return g_strv_contains(articles, lower) ||
           ((before->flags & WORD_CAPITAL) && !(before->flags & (WORD_OPENS | WORD_OWNS)) &&
            !isr_fullname_is_label(words, n - 1));
}

/* "in Paris", "to Keith": nobody is meant. */
static gboolean follows_place_word(Words *words, guint n)
{
    static const char *const list[] = {"in",     "at",      "to",      "from",    "near", "of",
                                       "around", "outside", "through", "towards", "via",  NULL};
    const Word *before = n > 0 ? nth(words, n - 1) : NULL;

    if (before == NULL)
        return FALSE;
    g_autofree char *lower = g_ascii_strdown(words->reading->text->str + before->start,
                                             (gssize)(before->end - before->start));
    return g_strv_contains(list, lower);
}

/* "Souphaphone (5)": the age of somebody. */
static gboolean has_age_behind(const Words *words, const Word *word)
{
    const char *after = words->reading->text->str + word->end;
    gsize digits;

    if (strncmp(after, " (", 2) != 0)
        return FALSE;
    digits = strspn(after + 2, "0123456789");
    return digits > 0 && digits < 3 && after[2 + digits] == ')';
}

static double score_single(Words *words, const FullName *name)
{
    const Word *word = nth(words, name->first);

    if (is_month(words, word) && !acts(words, word))
        return 0;
    if ((word->flags & WORD_PLACE) &&
        (!(word->flags & WORD_FORENAME) || follows_place_word(words, name->first) ||
         (!(word->flags & WORD_COMMON) && !acts(words, word))))
        return 0;
    if ((word->flags & (WORD_INITIAL | WORD_PARTICLE | WORD_HEAD | WORD_STREET)) ||
        word->end - word->start < 3)
        return 0;
    if (word->flags & WORD_UPPER) /* "SARA" is an assessment, "JOANNE" is somebody */
        return (word->flags & WORD_COMMON) && isr_word_is_strong(word) &&
                       !(word->lists & ISR_LIST_BIT(ISR_LIST_WORDS)) && word->end - word->start > 3
                   ? 0.6
                   : 0;
    if ((word->flags & WORD_FORENAME) && isr_word_is_strong(word))
        return 0.65;
    if (isr_word_is_strong(word))
        return word->flags & WORD_OPENS ? 0.4 : 0.5;
    if (is_part_of_a_thing(words, name->first))
        return 0;
    const Word *after = nth(words, name->first + 1);
    gboolean alone = after == NULL || after->gap > GAP_COMMA;
    if (isr_word_is_unknown(word) && alone && (word->flags & WORD_OPENS) &&
        is_headline(words->reading))
        return 0;
    if (isr_word_is_unknown(word) && has_age_behind(words, word))
        return 0.6;
    if (isr_word_is_unknown(word))
        return !(word->flags & WORD_OPENS) ? 0.4 : acts(words, word) ? 0.45 : 0;
    if ((word->flags & WORD_FORENAME) && !is_month(words, word) &&
        (!alone || (word->flags & WORD_OWNS)) && acts(words, word))
        return 0.5;
    return 0;
}

/* In headings and where all is in capitals, capitals say nothing. */
static gboolean has_meaning_capitals(Words *words, const FullName *name)
{
    if (words->reading->block->kind == ISR_BLOCK_HEADING || words->loud)
        return FALSE;
    for (guint n = name->first; n <= name->last; n++)
        if (!(nth(words, n)->flags & WORD_UPPER))
            return TRUE;
    return FALSE;
}

static gboolean has_listed(Words *words, const FullName *name)
{
    for (guint n = name->first; n <= name->last; n++)
        if (isr_word_is_strong(nth(words, n)))
            return TRUE;
    return FALSE;
}

/* "moved to Harlow Edge": more likely a part of a town than somebody. */
static gboolean is_of_a_town(Words *words, const FullName *name)
{
    return (nth(words, name->first)->flags & WORD_PLACE) &&
           (nth(words, name->last)->flags & WORD_ENGLISH) && follows_place_word(words, name->first);
}

/* Two words or more: a forename and a surname, or words that no list explains otherwise. */
static double score_several(Words *words, const FullName *name)
{
    const Word *first = nth(words, name->first), *last = nth(words, name->last);
    gboolean last_ok = isr_word_is_name(last) || isr_word_is_unknown(last);
    guint strong = 0;

    if (!has_meaning_capitals(words, name) && !has_listed(words, name))
        return 0;
    for (guint n = name->first; n <= name->last; n++) {
        const Word *word = nth(words, n);
        strong += isr_word_is_strong(word) || isr_word_is_unknown(word) ? 1 : 0;
    }
    for (guint n = name->first; n < name->last && (first->flags & WORD_PARTICLE); n++)
        first = nth(words, n + 1);
    gboolean first_ok = (first->flags & (WORD_FORENAME | WORD_INITIAL)) != 0;
    if ((first->flags & WORD_INITIAL) && (last->flags & WORD_INITIAL))
        return 0;
    if (first->flags & WORD_INITIAL)
        return strong > 0 ? 0.8 : isr_word_is_name(last) ? 0.6 : 0;
    if (last->flags & WORD_INITIAL)
        return isr_word_is_strong(first) || isr_word_is_unknown(first) ? 0.7 : 0;
    if (first_ok && last_ok && is_of_a_town(words, name))
        return 0.55;
    if (first_ok && last_ok)
        return strong > 0 ? 0.9 : 0.6;
    if ((isr_word_is_unknown(first) || isr_word_is_strong(first)) && last_ok)
        return strong >= 2 ? 0.75 : 0.6;
    if ((first_ok || strong >= 2) && strong > 0 && !(last->flags & (WORD_HEAD | WORD_STREET)))
        return 0.6;
    return 0;
}

/* "Small group as appropriate": the field holds a sentence, which goes on in lower case. */
static gboolean begins_text(Words *words, guint last)
{
    const Word *after = nth(words, last + 1);

    return after != NULL && after->gap == GAP_SPACE && !(nth(words, last)->flags & WORD_OWNS) &&
           !(after->flags & (WORD_CAPITAL | WORD_DIGITS)) && !acts(words, nth(words, last));
}

/* "St Wulfric's": a church, school or town is called after the saint. */
static gboolean is_of_a_saint(Words *words, const FullName *name)
{
    return is_saint(words, name->first) ||
           (name->first > 0 && isr_word_joins(nth(words, name->first)) &&
            is_saint(words, name->first - 1));
}

/* "in the morning I came": two words of one letter are no initials. */
static gboolean is_small_word(const Words *words, const Word *word)
{
    return word->end - word->start == 1 && strchr("IA", words->reading->text->str[word->start]);
}

/* "Bell's palsy", "Grace period": a phrase in which the words are nobody's. */
static gboolean is_set_phrase(const Words *words, guint n)
{
    const GString *text = words->reading->text;
    const Word *word = &g_array_index(words->words, Word, n);

    return isr_set_phrase_at(words->patterns->lists, text->str, text->len, word->start, word->end);
}

double isr_name_score(Words *words, const FullName *name, Lead lead)
{
    const Word *first = nth(words, name->first);

    if (lead == LEAD_LABEL || lead == LEAD_TITLE) {
        gboolean alone = name->first == name->last;
        if (alone && isr_word_is_plain(first) &&
            (lead == LEAD_LABEL || !(first->flags & WORD_CAPITAL)))
            return 0;
        if (alone && (first->flags & WORD_INITIAL)) /* "Dr P." */
            return lead == LEAD_TITLE && !words->loud && name->first > 0 &&
                           (nth(words, name->first - 1)->flags & WORD_CAPITAL)
                       ? 0.7
                       : 0;
        if (alone && lead == LEAD_LABEL && (first->flags & WORD_ENGLISH) &&
            begins_text(words, name->last))
            return 0;
        return 0.95;
    }
    if (is_of_a_thing(words, name) || is_of_a_saint(words, name) ||
        is_set_phrase(words, name->first))
        return 0;
    if (name->first == name->last && is_small_word(words, first))
        return 0;
    if (lead == LEAD_BESIDE || lead == LEAD_AFTER)
        return isr_word_is_plain(first) && name->first == name->last ? 0 : 0.85;
    return name->first == name->last ? score_single(words, name) : score_several(words, name);
}
