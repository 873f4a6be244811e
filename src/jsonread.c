/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jsonread.h"

#include <string.h>

/* A manifest has some six levels. */
#define DEEPEST 64

/* Where the string ends that begins at @at, a quotation mark; @length if it does not. */
static gsize string_end(const char *text, gsize length, gsize at)
{
    for (at++; at < length && text[at] != '"'; at++)
        at += text[at] == '\\';
    return MIN(at, length);
}

/* Beside strings nothing may stand but what JSON has, or brackets could hide from the count in what
 * json-glib takes for a comment. */
static gboolean is_flat(const char *text, gsize length)
{
    guint depth = 0;

    for (gsize i = 0; i < length; i++) {
        if (text[i] == '"')
            i = string_end(text, length, i);
        else if (text[i] == '[' || text[i] == '{')
            depth++;
        else if (text[i] == ']' || text[i] == '}')
            depth -= depth > 0;
        else if (!g_ascii_isalnum(text[i]) && !g_ascii_isspace(text[i]) &&
                 (text[i] == '\0' || !strchr(":,+-.", text[i])))
            return FALSE;
        if (depth > DEEPEST)
            return FALSE;
    }
    return TRUE;
}

JsonNode *isr_json_read(JsonParser *parser, const char *text, gssize length)
{
    if (!is_flat(text, length < 0 ? strlen(text) : (gsize)length) ||
        !json_parser_load_from_data(parser, text, length, NULL))
        return NULL;
    return json_parser_get_root(parser);
}
