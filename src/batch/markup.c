/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Five characters are escaped, which is enough in text and in quoted values. */
#include "markup.h"

#include <string.h>

#define REPLACEMENT 0xfffd

static const char *entity_for(gunichar character)
{
    switch (character) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

/* Marks that turn the direction of what follows could make a line say something else. */
static gboolean is_harmful(gunichar c)
{
    return g_unichar_iscntrl(c) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

void isr_markup_text(GString *page, const char *text)
{
    g_autofree char *whole = g_utf8_make_valid(text, -1);

    for (const char *p = whole; *p; p = g_utf8_next_char(p)) {
        gunichar character = g_utf8_get_char(p);
        const char *entity = entity_for(character);

        if (entity)
            g_string_append(page, entity);
        else
            g_string_append_unichar(page, is_harmful(character) ? REPLACEMENT : character);
    }
}

void isr_markup_element(GString *page, const char *tag, const char *text)
{
    g_string_append_printf(page, "<%s>", tag);
    isr_markup_text(page, text);
    g_string_append_printf(page, "</%.*s>\n", (int)strcspn(tag, " "), tag);
}

void isr_markup_number(GString *page, guint64 number)
{
    if (number >= 1000) {
        isr_markup_number(page, number / 1000);
        g_string_append_printf(page, ",%03u", (guint)(number % 1000));
    } else {
        g_string_append_printf(page, "%u", (guint)number);
    }
}

void isr_markup_cell(GString *page, guint64 number)
{
    g_string_append(page, "<td class=\"n\">");
    isr_markup_number(page, number);
    g_string_append(page, "</td>");
}

void isr_markup_count(GString *page, guint64 number, const char *one, const char *many)
{
    isr_markup_number(page, number);
    g_string_append_printf(page, " %s", number == 1 ? one : many);
}
