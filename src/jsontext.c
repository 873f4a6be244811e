/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes JSON, one member or item a line, indented by one space a level. */
#include "jsontext.h"

#include <string.h>

static void new_line(JsonText *json)
{
    g_string_append_c(json->text, '\n');
    for (guint i = 0; i < json->depth; i++)
        g_string_append_c(json->text, ' ');
}

/* What parts a value or a member's name from what stands before it. */
static void part(JsonText *json)
{
    if (json->named) {
        json->named = FALSE;
        return;
    }
    if (json->filled)
        g_string_append_c(json->text, ',');
    if (json->depth > 0)
        new_line(json);
    json->filled = TRUE;
}

void isr_json_begin(JsonText *json, char bracket)
{
    part(json);
    g_string_append_c(json->text, bracket);
    json->depth++;
    json->filled = FALSE;
}

void isr_json_end(JsonText *json, char bracket)
{
    json->depth--;
    if (json->filled)
        new_line(json);
    g_string_append_c(json->text, bracket);
    json->filled = TRUE;
}

/* How many bytes from @text on are written as they are. */
static gsize plain_bytes(const char *text)
{
    const char *p = text;

    while ((guchar)*p >= 0x20 && *p != '"' && *p != '\\' && *p != 0x7f)
        p++;
    return (gsize)(p - text);
}

static void put_string(JsonText *json, const char *value)
{
    static const char escaped[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";

    g_string_append_c(json->text, '"');
    for (const char *p = value; *p; p++) {
        gsize plain = plain_bytes(p);
        const char *place;

        g_string_append_len(json->text, p, (gssize)plain);
        p += plain;
        if (!*p)
            break;
        if ((place = strchr(escaped, *p)))
            g_string_append_printf(json->text, "\\%c", letters[place - escaped]);
        else
            g_string_append_printf(json->text, "\\u%04x", (guint)(guchar)*p);
    }
    g_string_append_c(json->text, '"');
}

void isr_json_name(JsonText *json, const char *name)
{
    part(json);
    put_string(json, name);
    g_string_append(json->text, " : ");
    json->named = TRUE;
}

void isr_json_string(JsonText *json, const char *value)
{
    part(json);
    if (value)
        put_string(json, value);
    else
        g_string_append(json->text, "null");
}

static void put_digits(GString *text, guint64 value)
{
    char digits[20]; /* of the greatest */
    gsize at = sizeof digits;

    do
        digits[--at] = (char)('0' + value % 10);
    while ((value /= 10) > 0);
    g_string_append_len(text, digits + at, (gssize)(sizeof digits - at));
}

void isr_json_number(JsonText *json, guint64 value)
{
    part(json);
    put_digits(json->text, value);
}

void isr_json_flag(JsonText *json, gboolean value)
{
    part(json);
    g_string_append(json->text, value ? "true" : "false");
}

void isr_json_put_string(JsonText *json, const char *name, const char *value)
{
    isr_json_name(json, name);
    isr_json_string(json, value);
}

void isr_json_put_number(JsonText *json, const char *name, guint64 value)
{
    isr_json_name(json, name);
    isr_json_number(json, value);
}

void isr_json_put_flag(JsonText *json, const char *name, gboolean value)
{
    isr_json_name(json, name);
    isr_json_flag(json, value);
}

void isr_json_put_begin(JsonText *json, const char *name, char bracket)
{
    isr_json_name(json, name);
    isr_json_begin(json, bracket);
}
