/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a character is: GLib's answers, given at once for ASCII, which nearly all characters are
 * wherever every one of a text is asked. */
#pragma once

#include <glib.h>

static inline gboolean isr_is_space(gunichar c)
{
    return c < 0x80 ? g_ascii_isspace((char)c) : g_unichar_isspace(c);
}

static inline gboolean isr_is_alnum(gunichar c)
{
    return c < 0x80 ? g_ascii_isalnum((char)c) : g_unichar_isalnum(c);
}

static inline gboolean isr_is_alpha(gunichar c)
{
    return c < 0x80 ? g_ascii_isalpha((char)c) : g_unichar_isalpha(c);
}

static inline gboolean isr_is_digit(gunichar c)
{
    return c < 0x80 ? g_ascii_isdigit((char)c) : g_unichar_isdigit(c);
}

static inline gboolean isr_is_lower(gunichar c)
{
    return c < 0x80 ? g_ascii_islower((char)c) : g_unichar_islower(c);
}

static inline gboolean isr_is_upper(gunichar c)
{
    return c < 0x80 ? g_ascii_isupper((char)c) : g_unichar_isupper(c);
}

static inline gboolean isr_is_mark(gunichar c)
{
    return c >= 0x80 && g_unichar_ismark(c);
}

static inline gunichar isr_to_lower(gunichar c)
{
    return c < 0x80 ? (c >= 'A' && c <= 'Z' ? c + 32 : c) : g_unichar_tolower(c);
}

/* The character that begins at @text, which is valid UTF-8. */
static inline gunichar isr_character_at(const char *text)
{
    return (guchar)*text < 0x80 ? (guchar)*text : g_utf8_get_char(text);
}
