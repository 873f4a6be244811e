/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a terminal must not be told by a document. */
#include "terminal.h"

#include <string.h>

static gboolean commands(gunichar c)
{
    return g_unichar_iscntrl(c) || g_unichar_type(c) == G_UNICODE_FORMAT;
}

char *isr_terminal_text(const char *text, gssize length)
{
    GString *plain = g_string_new(NULL);
    const char *end = text + (length < 0 ? (gssize)strlen(text) : length);

    for (const char *p = text; p < end; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (commands(c))
            g_string_append_c(plain, ' ');
        else
            g_string_append_unichar(plain, c);
    }
    return g_string_free(plain, FALSE);
}

/* The length of what sets a colour at @text ("ESC [ 1 ; 31 m"), or 0. */
static gsize colour_at(const char *text)
{
    gsize n;

    if (text[0] != '\033' || text[1] != '[')
        return 0;
    n = 2 + strspn(text + 2, "0123456789;");
    return text[n] == 'm' ? n + 1 : 0;
}

char *isr_terminal_lines(const char *text, gboolean colour)
{
    GString *plain = g_string_new(NULL);

    while (*text) {
        const gsize set = colour ? colour_at(text) : 0;
        const gunichar c = g_utf8_get_char(text);

        if (set > 0) {
            g_string_append_len(plain, text, (gssize)set);
            text += set;
            continue;
        }
        g_string_append_unichar(plain, commands(c) && c != '\n' ? ' ' : c);
        text = g_utf8_next_char(text);
    }
    return g_string_free(plain, FALSE);
}
