/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads rows of tokens that look like a number or reference, whatever its form. */
#include "coderow.h"

#include <string.h>

/* The end of the token that begins at byte @at; *digits is how many it has. */
static gsize token_end(const char *text, gsize length, gsize at, guint *digits)
{
    *digits = 0;
    while (at < length && (g_ascii_isalnum(text[at]) || (guchar)text[at] >= 0x80 ||
                           (strchr("#-/.*", text[at]) && g_ascii_isalnum(text[at + 1])))) {
        *digits += g_ascii_isdigit(text[at]) != 0;
        at++;
    }
    return at;
}

IsrRange isr_coderow_read(const char *text, gsize length, gsize at, guint fewest)
{
    IsrRange value = {at, at};
    guint all = 0, before = 0;

    while (at < length) {
        guint digits;
        gsize end = token_end(text, length, at, &digits);
        gboolean suffix =
            all > 0 && end - at <= 2 && g_ascii_isupper(text[at]) && g_ascii_isupper(text[end - 1]);

        if (end == at || (digits == 0 && (all > 0 ? !suffix : end - at > 3 || ++before > 2)))
            break;
        all += digits;
        if (all > 0)
            value.end = end;
        if (end >= length || text[end] != ' ')
            break;
        at = end + 1;
    }
    return all >= fewest ? value : (IsrRange){value.start, value.start};
}
