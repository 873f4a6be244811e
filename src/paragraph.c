/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Breaks text at its spaces. */
#include "paragraph.h"

void isr_paragraph_add(GString *page, gint indent, const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    glong column = indent;

    for (guint i = 0; words[i]; i++) {
        glong length = g_utf8_strlen(words[i], -1);

        if (column > indent && column + 1 + length > ISR_PARAGRAPH_WIDTH) {
            g_string_append_printf(page, "\n%*s", indent, "");
            column = indent;
        } else if (column > indent) {
            g_string_append_c(page, ' ');
            column++;
        }
        g_string_append(page, words[i]);
        column += length;
    }
    g_string_append_c(page, '\n');
}
