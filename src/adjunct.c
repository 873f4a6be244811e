/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Candidates are found wherever they stand, and those are kept that touch an address; each that is
 * kept can be touched by the next. */
#include "adjunct.h"

#include <isredact/detector.h>

#include <string.h>

#define MOST_BETWEEN 4 /* bytes: `, "` */
#define MOST_IN_A_ROW 4

static gboolean has_address(const GArray *findings)
{
    for (guint i = 0; i < findings->len; i++)
        if (g_array_index(findings, IsrFinding, i).category == ISR_CATEGORY_ADDRESS)
            return TRUE;
    return FALSE;
}

/* Only a comma, a bracket, a dash, quotation marks and spaces part @end from @start. */
static gboolean touches(const IsrBlock *block, gsize end, gsize start)
{
    static const char *const parts = " ,;:(-\n\"'";
    const char *text = block->text->str;

    if (start < end || start - end > MOST_BETWEEN)
        return FALSE;
    for (gsize at = end; at < start;) {
        gunichar c = g_utf8_get_char(text + at);

        if (c < 0x80 ? strchr(parts, (int)c) == NULL : !g_unichar_ispunct(c))
            return FALSE;
        at = (gsize)(g_utf8_next_char(text + at) - text);
    }
    return TRUE;
}

/* TRUE if @candidate begins behind an address among @findings, and none of it is one already. */
static gboolean is_beside(const IsrBlock *block, const GArray *findings,
                          const IsrFinding *candidate)
{
    gboolean beside = FALSE;

    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);

        if (finding->category != ISR_CATEGORY_ADDRESS)
            continue;
        if (finding->range.start <= candidate->range.start &&
            finding->range.end >= candidate->range.end)
            return FALSE;
        beside = beside || touches(block, finding->range.end, candidate->range.start);
    }
    return beside;
}

/* The number of @candidates that touch an address; they are added, and overlaps resolved. */
static guint add_touching(const IsrBlock *block, const GArray *candidates, GArray *findings)
{
    g_autoptr(GArray) added = isr_findings_new();

    for (guint i = 0; i < candidates->len; i++) {
        const IsrFinding *candidate = &g_array_index(candidates, IsrFinding, i);

        if (is_beside(block, findings, candidate))
            g_array_append_vals(added, candidate, 1);
    }
    if (added->len > 0) {
        g_array_append_vals(findings, added->data, added->len);
        isr_findings_resolve(findings, block);
    }
    return added->len;
}

gboolean isr_adjuncts_add(const IsrPatterns *patterns, const IsrBlock *block, GArray *findings,
                          GError **error)
{
    g_autoptr(GArray) candidates = isr_findings_new();

    if (!has_address(findings))
        return TRUE;
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
    if (!isr_detect_only(patterns, ISR_RULE_BESIDE_ADDRESS, reading, candidates, error))
        return FALSE;
    for (guint n = 0; n < MOST_IN_A_ROW; n++)
        if (add_touching(block, candidates, findings) == 0)
            break;
    return TRUE;
}
