/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks those who know values, view by view. */
#include "sweep.h"

gboolean isr_sweep_reading(const IsrPeople *people, const IsrTerms *terms,
                           const IsrReading *reading, GArray *findings, GError **error)
{
    isr_terms_sweep(terms, reading, findings);
    return isr_people_sweep_houses(people, reading, findings, error);
}

gboolean isr_sweep_block(const IsrPeople *people, const IsrTerms *terms, const IsrBlock *block,
                         GArray *findings, GError **error)
{
    static const IsrView views[] = {ISR_VIEW_AFTER, ISR_VIEW_ALL, ISR_VIEW_BEFORE};
    guint n = isr_reading_has_views(block) ? G_N_ELEMENTS(views) : 1;

    for (guint i = 0; i < n; i++) {
        g_autoptr(IsrReading) reading = isr_reading_new(block, views[i]);

        if (!isr_sweep_reading(people, terms, reading, findings, error))
            return FALSE;
    }
    for (guint i = 0; i < findings->len; i++)
        g_array_index(findings, IsrFinding, i).block = block->index;
    return TRUE;
}
