/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the words of labels are written down to be compared. */
#include "labeltoken.h"

#include "character.h"

#include <string.h>

gsize isr_label_ending(const char *at, const char *end)
{
    static const char *const endings[] = {"(s)", "'s", "\xe2\x80\x99s", "(es)", NULL};

    if (*at != '(' && *at != '\'' && *at != '\xe2')
        return 0;
    for (const char *const *ending = endings; *ending != NULL; ending++) {
        gsize length = strlen(*ending);
        if ((gsize)(end - at) < length || g_ascii_strncasecmp(at, *ending, length) != 0)
            continue;
        if (at + length == end || !isr_is_alnum(isr_character_at(at + length)))
            return length;
    }
    return 0;
}

gboolean isr_label_dot_joins(const char *at, const char *end, gsize letters)
{
    return *at == '.' && letters == 1 && at + 1 < end && g_ascii_isalpha(at[1]) &&
           (at + 2 >= end || !g_ascii_isalpha(at[2]));
}

char *isr_label_key(const char *text, gssize length)
{
    GString *key = g_string_new(NULL);
    const char *end = text + (length < 0 ? (gssize)strlen(text) : length);
    gsize word = 0; /* letters since the last space or joining dot */

    for (const char *at = text; at < end;) {
        gsize ending = word > 0 ? isr_label_ending(at, end) : 0;
        gunichar c = isr_character_at(at);
        if (ending > 0) {
            at += ending;
        } else if (isr_is_alnum(c)) {
            if (c < 0x80)
                g_string_append_c(key, (char)isr_to_lower(c));
            else
                g_string_append_unichar(key, isr_to_lower(c));
            word++;
            at = g_utf8_next_char(at);
        } else if (isr_label_dot_joins(at, end, word)) {
            word = 0;
            at++;
        } else {
            if (key->len > 0 && key->str[key->len - 1] != ' ')
                g_string_append_c(key, ' ');
            if (c == '&')
                g_string_append(key, "and ");
            word = 0;
            at = g_utf8_next_char(at);
        }
    }
    if (key->len > 0 && key->str[key->len - 1] == ' ')
        g_string_truncate(key, key->len - 1);
    return g_string_free(key, FALSE);
}
