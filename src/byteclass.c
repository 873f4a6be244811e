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
