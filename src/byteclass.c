/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Classes are numbered anew by each set, in the order of their first bytes. */
#include "byteclass.h"

#include <string.h>

void isr_byte_classes_init(IsrByteClasses *classes)
{
    memset(classes, 0, sizeof *classes);
    classes->n = 1;
}

void isr_byte_classes_part(IsrByteClasses *classes, const NfaSet *set)
{
    guint parts[2 * 256] = {0}, n = 0;

    for (guint byte = 0; byte < 256; byte++) {
        guint *part = &parts[2u * classes->of[byte] + (isr_nfa_set_has(set, (guint8)byte) ? 1 : 0)];

        if (*part == 0)
            *part = ++n;
        classes->of[byte] = (guint8)(*part - 1);
        classes->samples[*part - 1] = (guint8)byte;
    }
    classes->n = n;
}

void isr_byte_classes_list(IsrByteClasses *classes, const Nfa *nfa)
{
    guint32 n = 0;

    classes->lists = g_new(guint8, (gsize)nfa->sets->len * classes->n + 1);
    classes->starts = g_new(guint32, nfa->sets->len + 1);
    for (guint set = 0; set < nfa->sets->len; set++) {
        classes->starts[set] = n;
        for (guint class = 0; class < classes->n; class ++)
            if (isr_nfa_has(nfa, set, classes->samples[class]))
                classes->lists[n++] = (guint8) class;
    }
    classes->starts[nfa->sets->len] = n;
}

void isr_byte_classes_clear(IsrByteClasses *classes)
{
    g_clear_pointer(&classes->lists, g_free);
    g_clear_pointer(&classes->starts, g_free);
}
