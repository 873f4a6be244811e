/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words under their part, in one table. A word is what stands between spaces, stops and the ends
 * of lines and cells; what a line end breaks in two is two words. */
#include "census.h"

#include <isredact/reading.h>

#include <string.h>

struct IsrCensus {
    GHashTable *counts; /* part and squeezed word -> how often */
};

IsrCensus *isr_census_new(void)
{
    IsrCensus *census = g_new0(IsrCensus, 1);

    census->counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return census;
}

void isr_census_free(IsrCensus *census)
{
    if (!census)
        return;
    g_hash_table_unref(census->counts);
    g_free(census);
}

static gboolean is_word_byte(char c)
{
    return g_ascii_isalnum(c) || (guchar)c >= 0x80;
}

/* @range grown to the whole words that it touches. */
static IsrRange whole_words(const GString *text, IsrRange range)
{
    while (range.start > 0 && is_word_byte(text->str[range.start - 1]) &&
           is_word_byte(text->str[range.start]))
        range.start--;
    while (range.end > range.start && range.end < text->len && is_word_byte(text->str[range.end]) &&
           is_word_byte(text->str[range.end - 1]))
        range.end++;
    return range;
}

static void add_word(GPtrArray *words, const char *part, const char *word, gsize length)
{
    g_autofree char *squeezed = isr_squeeze(word, (gssize)length);

    if (*squeezed)
        g_ptr_array_add(words, g_strconcat(part, "\n", squeezed, NULL));
}

GPtrArray *isr_census_words(const char *part, const GString *text, IsrRange range)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    const IsrRange whole = whole_words(text, range);

    for (gsize start = whole.start, end; start < whole.end; start = end + 1) {
        for (end = start; end < whole.end && is_word_byte(text->str[end]);)
            end++;
        if (end > start)
            add_word(words, part, text->str + start, end - start);
    }
    return words;
}

const char *isr_census_plain(const char *word)
{
    return strchr(word, '\n') + 1;
}

static guint count_of(const IsrCensus *census, const char *word)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(census->counts, word));
}

void isr_census_add(IsrCensus *census, const char *part, const GString *text)
{
    g_autoptr(GPtrArray) words = isr_census_words(part, text, (IsrRange){0, text->len});

    for (guint i = 0; i < words->len; i++) {
        const guint count = count_of(census, words->pdata[i]) + 1;

        g_hash_table_insert(census->counts, g_strdup(words->pdata[i]), GUINT_TO_POINTER(count));
    }
}

gboolean isr_census_bounds(const IsrCensus *census, const IsrCensus *other, const GPtrArray *words)
{
    for (guint i = 0; i < words->len; i++)
        if (count_of(other, words->pdata[i]) > count_of(census, words->pdata[i]))
            return FALSE;
    return TRUE;
}

gboolean isr_census_holds(const IsrCensus *census, const IsrCensus *other, const GPtrArray *words)
{
    for (guint i = 0; i < words->len; i++) {
        const guint count = count_of(census, words->pdata[i]);

        if (count == 0 || count < count_of(other, words->pdata[i]))
            return FALSE;
    }
    return words->len > 0;
}
