/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks at the findings that take the words of marked names. */
#include "attribution.h"

#include <string.h>

/* The finding of the first of @words that has one. */
static const IsrFinding *finding_within(const GPtrArray *takings, IsrRange words)
{
    for (gsize i = words.start; i < words.end; i++) {
        if (takings->pdata[i])
            return takings->pdata[i];
    }
    return NULL;
}

GArray *isr_attributions(const IsrCollation *collation, const GPtrArray *takings)
{
    const IsrGold *gold = collation->gold;
    GArray *attributions = g_array_new(FALSE, FALSE, sizeof(IsrAttribution));

    for (guint i = 0; i < gold->blocks->len; i++) {
        const IsrGoldBlock *block = gold->blocks->pdata[i];

        for (guint j = 0; j < block->spans->len; j++) {
            const IsrGoldSpan *span = block->spans->pdata[j];
            IsrRange words = isr_collation_words(collation, i, span->range);
            IsrAttribution one = {span->person, finding_within(takings, words)};

            if (strcmp(span->category, "name") == 0 && span->person)
                g_array_append_val(attributions, one);
        }
    }
    return attributions;
}
