/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads sets of characters. A set may hold more than the expression says, never less. */
#include "charset128.h"

#include <string.h>

static void add(Charset128 *set, guint c)
{
    if (c < 128)
        set->bits[c / 64] |= G_GUINT64_CONSTANT(1) << c % 64;
    else
        set->foreign = TRUE;
}

static void add_range(Charset128 *set, guint from, guint to)
{
    for (guint c = from; c <= MIN(to, 127); c++)
        add(set, c);
    set->foreign = set->foreign || to > 127;
}

static void add_all(Charset128 *set)
{
    add_range(set, 0, 128);
}

static gboolean has(const Charset128 *set, guint c)
{
    return set->bits[c / 64] >> c % 64 & 1;
}

/* The other case of each letter. Beyond ASCII k and s have more, which readings do not hold. */
static void add_cases(Charset128 *set)
{
    for (guint c = 'a'; c <= 'z'; c++) {
        if (!has(set, c) && !has(set, c - 32))
            continue;
        add(set, c);
        add(set, c - 32);
    }
}

/* "L", "Lu", "N" between the braces of \p; what is not known may be anything. */
static void add_property(Charset128 *set, const char *name, gsize length, gboolean caseless)
{
    gboolean letters = length > 0 && name[0] == 'L';

    set->foreign = TRUE;
    if (letters && (length == 1 || caseless || (length == 2 && strchr("ul", name[1])))) {
        if (length == 1 || caseless || name[1] == 'u')
            add_range(set, 'A', 'Z');
        if (length == 1 || caseless || name[1] == 'l')
            add_range(set, 'a', 'z');
    } else if (length > 0 && name[0] == 'N') {
        add_range(set, '0', '9');
    } else {
        add_all(set);
    }
}

static gboolean read_property(const char **at, gboolean negative, gboolean caseless,
                              Charset128 *set)
{
    const char *end = **at == '{' ? strchr(*at, '}') : NULL;

    if (!end)
        return FALSE;
    if (negative || (*at)[1] == '^')
        add_all(set);
    else
        add_property(set, *at + 1, (gsize)(end - *at - 1), caseless);
    *at = end + 1;
    return TRUE;
}

/* Behind "\x". */
static gboolean read_hex(const char **at, guint *c)
{
    char digits[3] = {0};
    char *end;

    if (**at == '{') {
        *c = (guint)g_ascii_strtoull(*at + 1, &end, 16);
        *at = end + 1;
        return *end == '}';
    }
    for (guint i = 0; i < 2 && g_ascii_isxdigit(**at); i++)
        digits[i] = *(*at)++;
    *c = (guint)g_ascii_strtoull(digits, NULL, 16);
    return TRUE;
}

/* Behind a backslash. *@c becomes the character, or G_MAXUINT where a class was added. */
static gboolean read_escape(const char **at, gboolean caseless, Charset128 *set, guint *c)
{
    static const char names[] = "tnrfae", values[] = "\t\n\r\f\a\x1b";
    char letter = *(*at)++;
    const char *name = letter ? strchr(names, letter) : NULL;

    *c = G_MAXUINT;
    if (letter == 'p' || letter == 'P')
        return read_property(at, letter == 'P', caseless, set);
    if (letter == 'x')
        return read_hex(at, c);
    if (letter == 'd' || letter == 'w' || letter == 's' || letter == 'h') {
        set->foreign = TRUE;
        if (letter == 'd' || letter == 'w')
            add_range(set, '0', '9');
        if (letter == 'w') {
            add_range(set, 'A', 'Z');
            add_range(set, 'a', 'z');
            add(set, '_');
        }
        if (letter == 's')
            add_range(set, '\t', '\r');
        if (letter == 's' || letter == 'h') {
            add(set, '\t');
            add(set, ' ');
        }
        return TRUE;
    }
    if (letter == 'D' || letter == 'W' || letter == 'S' || letter == 'H') {
        add_all(set);
        return TRUE;
    }
    if (name)
        *c = (guchar)values[name - names];
    else if (letter && !g_ascii_isalnum(letter) && (guchar)letter < 128)
        *c = (guchar)letter;
    return *c != G_MAXUINT;
}

/* One member of a bracketed set, or the end of a range. */
static gboolean read_member(const char **at, gboolean caseless, Charset128 *set, guint *c)
{
    if (**at == '\\') {
        (*at)++;
        return read_escape(at, caseless, set, c);
    }
    if (!**at || (**at == '[' && strchr(":.=", (*at)[1])))
        return FALSE;
    *c = g_utf8_get_char(*at);
    *at = g_utf8_next_char(*at);
    return TRUE;
}

/* Behind "[". */
static gboolean read_brackets(const char **at, gboolean caseless, Charset128 *set)
{
    gboolean negative = **at == '^', first = TRUE;

    *at += negative;
    for (; **at != ']' || first; first = FALSE) {
        guint from, to;

        if (!read_member(at, caseless, set, &from))
            return FALSE;
        if (from == G_MAXUINT)
            continue;
        to = from;
        if (**at == '-' && (*at)[1] != ']') {
            (*at)++;
            if (!read_member(at, caseless, set, &to) || to == G_MAXUINT || to < from)
                return FALSE;
        }
        add_range(set, from, to);
    }
    (*at)++;
    if (caseless)
        add_cases(set);
    if (negative) {
        set->bits[0] = ~set->bits[0];
        set->bits[1] = ~set->bits[1];
        set->foreign = TRUE;
    }
    return TRUE;
}

gboolean isr_charset128_read(const char **at, gboolean caseless, Charset128 *set)
{
    guint c = G_MAXUINT;

    *set = (Charset128){{0, 0}, FALSE};
    switch (**at) {
    case '[':
        (*at)++;
        return read_brackets(at, caseless, set);
    case '.':
        (*at)++;
        add_all(set);
        return TRUE;
    case '\\':
        (*at)++;
        if (!read_escape(at, caseless, set, &c))
            return FALSE;
        break;
    case '\0':
    case '(':
    case ')':
    case '|':
    case '*':
    case '+':
    case '?':
    case '^':
    case '$':
        return FALSE;
    default:
        c = g_utf8_get_char(*at);
        *at = g_utf8_next_char(*at);
        break;
    }
    if (c != G_MAXUINT)
        add(set, c);
    if (caseless)
        add_cases(set);
    return TRUE;
}
