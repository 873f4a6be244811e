/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of hosts. */
#include "host.h"

/* A word of a host's name at @text; how many of the @length bytes it takes. */
static gsize word_of(const char *text, gsize length)
{
    gsize n = 0;

    while (n < length && (g_ascii_isalnum(text[n]) || (text[n] == '-' && n > 0)))
        n++;
    return n > 0 && text[n - 1] == '-' ? 0 : n;
}

gboolean isr_host_is_one(const char *text, gsize length)
{
    guint words = 0;

    for (gsize at = 0;; at++) {
        const gsize n = word_of(text + at, length - at);

        if (n == 0)
            return FALSE;
        words++;
        at += n;
        if (at == length)
            return words > 1;
        if (text[at] != '.')
            return FALSE;
    }
}
