/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a terminal must not be told by a document. */
#include "terminal.h"

#include <string.h>

char *isr_terminal_text(const char *text, gssize length)
{
    GString *plain = g_string_new(NULL);
    const char *end = text + (length < 0 ? (gssize)strlen(text) : length);

    for (const char *p = text; p < end; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (g_unichar_iscntrl(c) || g_unichar_type(c) == G_UNICODE_FORMAT)
            g_string_append_c(plain, ' ');
        else
            g_string_append_unichar(plain, c);
    }
    return g_string_free(plain, FALSE);
}
