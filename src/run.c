/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gaps are counted where the value has them and where it has none. */
#include "run.h"

#include <string.h>

/* Where words do not part it from others, a value must be longer. */
#define SHORTEST_LETTERS 8
#define SHORTEST_DIGITS 6

/* Whether the words of @term run together where it stands, and whether its letters stand apart. */
static void measure_gaps(const IsrSpelling *term, const IsrSqueezed *squeezed, gsize end,
                         gboolean *together, gboolean *apart)
{
    const guint32 *origins = &g_array_index(squeezed->origins, guint32, 0);
    const gsize start = end - term->length;

    *together = *apart = FALSE;
    for (gsize i = start + 1; i < end; i++) {
        const char *last = squeezed->text + origins[i - 1];
        const gboolean gap = g_utf8_next_char(last) < squeezed->text + origins[i];

        *together = *together || (term->joints[i - start] && !gap);
        *apart = *apart || (!term->joints[i - start] && gap);
    }
}

gboolean isr_run_has(const IsrSpelling *term, const IsrSqueezed *squeezed, IsrRange range,
                     gsize end)
{
    gboolean together, apart;

    if (term->letters < SHORTEST_LETTERS)
        return FALSE;
    measure_gaps(term, squeezed, end, &together, &apart);
    return (together && !apart) ||
           (apart && isr_edge_starts(squeezed, range.start) && isr_edge_ends(squeezed, range.end));
}

static gboolean has_words(const IsrSpelling *term)
{
    return term->term.kind == ISR_TERM_WHOLE && term->letters >= SHORTEST_LETTERS &&
           memchr(term->joints, TRUE, term->length) != NULL;
}

gboolean isr_run_is_broken(const IsrSpelling *term, const IsrSqueezed *squeezed, IsrRange range)
{
    const char *text = squeezed->text + range.start;
    const gssize length = (gssize)(range.end - range.start);

    return g_strstr_len(text, length, "-\n") != NULL ||
           (has_words(term) && g_strstr_len(text, length, ISR_RUN_BLOCK_END) != NULL) ||
           (term->length - term->letters >= SHORTEST_DIGITS &&
            g_strstr_len(text, length, "\n") != NULL);
}
