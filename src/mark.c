/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Recognising the program's own marks in a copy. */
#include "mark.h"

#include <string.h>

/* Longer than any mark that the program writes. */
#define MARK_BYTES 640

static gboolean is_mark_body(const char *text, gsize length)
{
    gboolean capitals = TRUE;

    if (length == 1 && *text == 'c')
        return TRUE; /* a suppressed number */
    if (length >= 9 && strncmp(text, "Removed: ", 9) == 0)
        return TRUE;
    for (gsize i = 0; i < length; i++)
        capitals = capitals && (g_ascii_isupper(text[i]) || g_ascii_isdigit(text[i]) ||
                                strchr(" &'-/", text[i]) != NULL);
    return capitals && length > 0 && g_ascii_isupper(text[0]);
}

IsrRange isr_mark_at(const GString *text, gsize open)
{
    if (open >= text->len || text->str[open] != '[')
        return (IsrRange){open, open};
    const char *close = memchr(text->str + open, ']', MIN(text->len - open, MARK_BYTES));

    if (!close)
        return (IsrRange){open, open};
    gsize end = (gsize)(close - text->str);

    if (!is_mark_body(text->str + open + 1, end - open - 1))
        return (IsrRange){open, open};
    return (IsrRange){open, end + 1};
}

gboolean isr_mark_touches(const GString *text, IsrRange range)
{
    gsize from = range.start > MARK_BYTES ? range.start - MARK_BYTES : 0;

    for (gsize i = from; i < range.end && i < text->len; i++) {
        IsrRange mark = isr_mark_at(text, i);

        if (mark.end > range.start && mark.start < mark.end)
            return TRUE;
    }
    return FALSE;
}

gboolean isr_mark_is_name(const char *text)
{
    gsize letters, digits;

    if (!g_str_has_prefix(text, "Redacted"))
        return FALSE;
    text += strlen("Redacted");
    letters = strspn(text, G_CSET_A_2_Z G_CSET_a_2_z);
    digits = strspn(text + letters, G_CSET_DIGITS);
    return letters > 0 && digits > 0 && text[letters + digits] == '\0';
}
