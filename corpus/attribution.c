/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks at the findings that take the words of marked names. */
#include "attribution.h"

#include <string.h>

GArray *isr_attributions(const IsrCollation *collation, const IsrTakings *takings)
{
    const IsrGold *gold = collation->gold;
    GArray *attributions = g_array_new(FALSE, FALSE, sizeof(IsrAttribution));

    for (guint i = 0; i < gold->blocks->len; i++) {
        const IsrGoldBlock *block = gold->blocks->pdata[i];

        for (guint j = 0; j < block->spans->len; j++) {
            const IsrGoldSpan *span = block->spans->pdata[j];
            IsrRange words = isr_collation_words(collation, i, span->range);
            IsrAttribution one = {span->person, isr_takings_first(takings->found, words), block,
                                  span->range};

            if (strcmp(span->category, "name") == 0 && span->person)
                g_array_append_val(attributions, one);
        }
    }
    return attributions;
}
