/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands between two names tells whether they are one person's. */
#include "alias.h"

#include <isredact/label.h>

#include <string.h>

#include "whose.h"

/* Words in a bracket, before a name, that say it is another name of whoever stands before it. */
static gboolean says_so(char **words)
{
    static const char *const telling[] = {
        "also",   "aka",   "called",  "known",      "registered", "recorded", "spelt", "spelled",
        "form",   "now",   "was",     "previously", "formerly",   "née",      "nee",   "born",
        "maiden", "alias", "prefers", "preferred",  "nickname",   "goes",     NULL};
    guint n = 0;

    for (char **word = words; *word != NULL; word++)
        n += **word != '\0' ? 1 : 0;
    for (char **word = words; *word != NULL && n <= 6; word++)
        if (g_strv_contains(telling, *word) || (n == 1 && g_str_equal(*word, "or")))
            return TRUE;
    return FALSE;
}

/* "Anahi Quispe (ani)": the bracket holds a short form of the name before it, and nothing else. */
static gboolean is_short_form(const IsrBlock *block, const IsrFinding *before,
                              const IsrFinding *finding)
{
    const char *text = block->text->str;

    return g_ascii_strncasecmp(text + before->range.end, " (", 2) == 0 &&
           finding->range.start == before->range.end + 2 && text[finding->range.end] == ')' &&
           g_ascii_strncasecmp(text + before->range.start, text + finding->range.start, 2) == 0;
}

/* "RE: Fionnbharr (also Finbar)". */
static gboolean is_in_bracket(const IsrBlock *block, const IsrFinding *before,
                              const IsrFinding *finding)
{
    const gsize from = before->range.end;
    g_autofree char *between =
        g_ascii_strdown(block->text->str + from, (gssize)(finding->range.start - from));
    const char *at = between + strspn(between, " ");

    if (*at != '(' || strchr(at, ')') != NULL)
        return FALSE;
    const gboolean quoted = strpbrk(at, "\"\xe2") != NULL;
    g_strdelimit(between, "(\"',;:", ' ');
    g_auto(GStrv) words = g_strsplit(g_strstrip(between), " ", -1);
    return says_so(words) || (quoted && !g_ascii_isalnum(*between)) ||
           is_short_form(block, before, finding);
}

/* "Shan or Neecy", 'Nana A, "Nanakua"'. */
static gboolean is_next_in_list(const IsrBlock *block, const IsrFinding *before,
                                const IsrFinding *finding)
{
    static const char *const joints[] = {"or", ",", "/", ", or", "and", NULL};
    const gsize from = before->range.end;
    g_autofree char *between = g_strndup(block->text->str + from, finding->range.start - from);

    g_strdelimit(between, "\"'()", ' ');
    g_strstrip(between);
    return g_strv_contains(joints, between) &&
           (g_str_has_suffix(between, "or") || block->kind == ISR_BLOCK_ROW);
}

gboolean isr_alias(const IsrPatterns *patterns, const IsrBlock *block, const IsrFinding *finding,
                   const IsrFinding *before, gboolean listed)
{
    const gboolean behind = before != NULL && before->range.end < finding->range.start;
    IsrLabelMeaning meaning;

    if (behind && (is_in_bracket(block, before, finding) ||
                   (listed && is_next_in_list(block, before, finding))))
        return TRUE;
    if (g_strcmp0(finding->rule, "called") != 0)
        return FALSE;
    if (isr_whose_is_field(patterns, block, finding))
        return TRUE;
    return behind &&
           isr_label_index_read(patterns->wordings, block->text->str + before->range.end,
                                (gssize)(finding->range.start - before->range.end), FALSE,
                                &meaning) &&
           g_str_equal(meaning.label->id, "called");
}
