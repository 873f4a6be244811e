/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A census of words: how often each stands in the texts of each part of a document. A page's lines
 * can be read in another order in the copy than in the source, but no word of them may stand there
 * more often. Serves witness.c. */
#pragma once

#include <isredact/block.h>

typedef struct IsrCensus IsrCensus;

IsrCensus *isr_census_new(void);
void isr_census_free(IsrCensus *census); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrCensus, isr_census_free)

/* Counts the words of @text, which stands in @part. */
void isr_census_add(IsrCensus *census, const char *part, const GString *text);

/* The words of @text that @range touches, each with its part as a census knows them: squeezed, so
 * that neither case nor accents matter. Free with g_ptr_array_unref(). */
GPtrArray *isr_census_words(const char *part, const GString *text, IsrRange range);

/* One of these words without its part; borrowed from @word. */
const char *isr_census_plain(const char *word);

/* TRUE if none of @words was counted in @other more often than in @census. */
gboolean isr_census_bounds(const IsrCensus *census, const IsrCensus *other, const GPtrArray *words);

/* TRUE if each of @words, one or more, was counted in @census at least as often as in @other. */
gboolean isr_census_holds(const IsrCensus *census, const IsrCensus *other, const GPtrArray *words);
