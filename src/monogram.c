/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two to four capitals. Who they are is not asked here: forms.c asks for those of people it
 * knows. */
#include "monogram.h"

#include <string.h>

#include "ordinary.h"

#define FEWEST_LETTERS 2
#define MOST_LETTERS 4
/* How far behind a name its letters may stand. */
#define NEAR 60

static gboolean is_letter(const char *text, gsize at)
{
    return g_ascii_isupper(text[at]);
}

static gboolean joins(char c)
{
    return g_ascii_isalnum(c) || (guchar)c >= 0x80 || c == '\'' || c == '-';
}

/* The end of the word of capitals that begins at byte @at; @at if there is none. */
static gsize letters_end(const GString *text, gsize at)
{
    gsize end = at;

    if (at > 0 && joins(text->str[at - 1]))
        return at;
    while (end < text->len && is_letter(text->str, end))
        end++;
    return end - at >= FEWEST_LETTERS && end - at <= MOST_LETTERS && !joins(text->str[end]) ? end
                                                                                            : at;
}

/* TRUE if @letters are the first letters of words of @name, of the first and the last too. */
static gboolean are_of(const char *letters, gsize length, const char *name)
{
    g_auto(GStrv) words = g_strsplit_set(name, " -", -1);
    gsize found = 0;
    gboolean last = FALSE;

    for (char **word = words; *word != NULL; word++) {
        if (**word == '\0')
            continue;
        last = found < length && g_ascii_toupper(**word) == letters[found];
        if (word == words && !last)
            return FALSE;
        found += last ? 1 : 0;
    }
    return last && found == length;
}

/* TRUE if the letters at @start..@end stand in a bracket or are all of their cell. */
static gboolean are_given(const GString *text, gsize start, gsize end)
{
    if (start > 0 && strchr("([", text->str[start - 1]) != NULL && end < text->len &&
        strchr(")]", text->str[end]) != NULL)
        return TRUE;
    return isr_ordinary_stands_alone(text->str, text->len, start, end);
}

/* TRUE if a name of the block whose letters these are stands before them, on their line or row. */
static gboolean follow_name(const IsrBlock *block, const GArray *findings, gsize start, gsize end)
{
    const char *text = block->text->str;
    const IsrRange before = isr_findings_in(findings, (IsrRange){0, start}, FALSE);

    for (gsize i = before.end; i > 0; i--) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i - 1);
        if (finding->range.end > start)
            continue;
        if (start - finding->range.end > NEAR ||
            memchr(text + finding->range.end, '\n', start - finding->range.end) != NULL)
            return FALSE;
        if (finding->category != ISR_CATEGORY_NAME)
            continue;
        g_autofree char *name =
            g_strndup(text + finding->range.start, finding->range.end - finding->range.start);
        if (are_of(text + start, end - start, name))
            return TRUE;
    }
    return FALSE;
}

/* "14/01/25 09:50 WS", "14 May | rang school | WS": who wrote an entry; but not "11:15 PM". Their
 * line begins at byte @first. */
static gboolean sign_entry(const GString *text, gsize first, gsize start, gsize end)
{
    const char *line = text->str + first;
    gboolean noon =
        end - start == 2 && text->str[start + 1] == 'M' && strchr("AP", text->str[start]) != NULL;
    gsize after = end + strspn(text->str + end, " ");

    if (line == text->str + start || !g_ascii_isdigit(*line))
        return FALSE;
    if (isr_ordinary_stands_alone(text->str, text->len, start, end))
        return TRUE; /* all of a cell */
    return !noon && start > 1 && text->str[start - 1] == ' ' &&
           g_ascii_isdigit(text->str[start - 2]) &&
           (after >= text->len || text->str[after] == '\n');
}

void isr_monogram_learn(GHashTable *monograms, const IsrBlock *block, const GArray *findings)
{
    const GString *text = block->text;
    gsize line = 0;

    for (gsize at = 0; at < text->len; at++) {
        gsize end = is_letter(text->str, at) ? letters_end(text, at) : at;
        line = text->str[at] == '\n' ? at + 1 : line;
        if (end == at)
            continue;
        if (sign_entry(text, line, at, end) ||
            (are_given(text, at, end) && follow_name(block, findings, at, end)))
            g_hash_table_add(monograms, g_strndup(text->str + at, end - at));
        at = end;
        line = text->str[at] == '\n' ? at + 1 : line;
    }
}
