/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words between white space and delimiters (ISO 32000-1 7.2.2). Where texts and inline pictures
 * begin and end is not asked, since whoever wrote them could lie about that. */
#include "pdf_operators.h"

#include <string.h>

#define MOST_NAME 127 /* bytes of a name, annex C */
#define MOST_NAMES 10000

static void clear(gpointer data)
{
    IsrPdfOperators *operators = data;

    g_hash_table_unref(operators->calls);
    g_hash_table_unref(operators->settings);
    g_hash_table_unref(operators->fonts);
}

IsrPdfOperators *isr_pdf_operators_ref(IsrPdfOperators *operators)
{
    return g_rc_box_acquire(operators);
}

void isr_pdf_operators_unref(IsrPdfOperators *operators)
{
    if (operators)
        g_rc_box_release_full(operators, clear);
}

static gboolean is_white(guint8 c)
{
    return c == 0 || g_ascii_isspace(c);
}

static gboolean ends_word(guint8 c)
{
    return is_white(c) || strchr("()<>[]{}/%", c) != NULL;
}

/* "/A#42" is "/AB". */
static char *name_of(const guint8 *bytes, gsize length)
{
    GString *name = g_string_new(NULL);

    for (gsize i = 0; i < MIN(length, 3 * MOST_NAME); i++) {
        const gboolean coded = bytes[i] == '#' && i + 2 < length &&
                               g_ascii_isxdigit(bytes[i + 1]) && g_ascii_isxdigit(bytes[i + 2]);

        g_string_append_c(name, coded ? (char)(g_ascii_xdigit_value(bytes[i + 1]) * 16 +
                                               g_ascii_xdigit_value(bytes[i + 2]))
                                      : (char)bytes[i]);
        i += coded ? 2 : 0;
    }
    return g_string_free(name, FALSE);
}

/* Past so many names, all count as the first that was met. */
static void count_name(GHashTable *names, const guint8 *bytes, gsize length)
{
    char *name = name_of(bytes, length);
    const gsize known = GPOINTER_TO_SIZE(g_hash_table_lookup(names, name));

    if (known == 0 && g_hash_table_size(names) >= MOST_NAMES)
        g_free(name);
    else
        g_hash_table_insert(names, name, GSIZE_TO_POINTER(known + 1));
}

static gboolean is_among(const guint8 *word, gsize length, const char *const *words)
{
    for (; *words; words++)
        if (strlen(*words) == length && memcmp(word, *words, length) == 0)
            return TRUE;
    return FALSE;
}

/* A word that is an operator; @name: the last name before it, @named its length. */
static void count_word(IsrPdfOperators *operators, const guint8 *word, gsize length,
                       const guint8 *name, gsize named)
{
    static const char *const paints[] = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", NULL};
    static const char *const shows[] = {"Tj", "TJ", "'", "\"", NULL};
    if (length > 2)
        return;
    operators->shown += is_among(word, length, shows);
    operators->paints += is_among(word, length, paints) || is_among(word, length, shows);
    operators->shadings += length == 2 && memcmp(word, "sh", 2) == 0;
    if (length == 2 && memcmp(word, "Do", 2) == 0)
        count_name(operators->calls, name, named);
    if (length == 2 && memcmp(word, "gs", 2) == 0)
        count_name(operators->settings, name, named);
    if (length == 2 && memcmp(word, "Tf", 2) == 0)
        count_name(operators->fonts, name, named);
}

/* Bytes in brackets, as they come. */
static guint64 letters_in(const guint8 *content, gsize length)
{
    guint64 letters = 0;
    guint depth = 0;

    for (gsize i = 0; i < length; i++) {
        letters += depth > 0;
        if (content[i] == '\\' && depth > 0)
            i++;
        else if (content[i] == '(' || (content[i] == '<' && depth == 0))
            depth++;
        else if ((content[i] == ')' || content[i] == '>') && depth > 0)
            depth--;
    }
    return letters;
}

IsrPdfOperators *isr_pdf_operators_of(const guint8 *content, gsize length)
{
    IsrPdfOperators *operators = g_rc_box_new0(IsrPdfOperators);
    const guint8 *name = NULL;
    gsize named = 0;

    operators->calls = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    operators->settings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    operators->fonts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    operators->letters = letters_in(content, length);
    for (gsize at = 0; at < length;) {
        const gboolean word = !ends_word(content[at]), named_here = content[at] == '/';
        gsize end = at + 1;

        while ((word || named_here) && end < length && !ends_word(content[end]))
            end++;
        if (named_here) {
            name = content + at;
            named = end - at;
        } else if (word) {
            count_word(operators, content + at, end - at, name, named);
        }
        at = end;
    }
    return operators;
}
