/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Examples of labels, tried: each becomes a block, all detectors are run over it, and what they
 * find is held against the marks. Examples are invented, so messages may show them. */
#include <string.h>

#include <isredact/detector.h>
#include <isredact/example.h>
#include <isredact/label.h>

#define OPEN "\xc2\xab"
#define CLOSE "\xc2\xbb"

/* The block that @example describes; the places of its marks are added to @marks. */
static IsrBlock *block_of(const char *example, GArray *marks)
{
    gboolean row = strstr(example, " | ") != NULL;
    IsrBlock *block = isr_block_new(row ? ISR_BLOCK_ROW : ISR_BLOCK_BODY, "example");
    g_autoptr(GString) text = g_string_new(NULL);
    IsrRange mark = {0, 0};

    for (const char *at = example; *at != '\0';) {
        if (g_str_has_prefix(at, OPEN)) {
            mark.start = text->len;
            at += strlen(OPEN);
        } else if (g_str_has_prefix(at, CLOSE)) {
            mark.end = text->len;
            g_array_append_val(marks, mark);
            at += strlen(CLOSE);
        } else if (g_str_has_prefix(at, " | ")) {
            g_string_append_c(text, ISR_CELL_BREAK);
            at += 3;
        } else {
            g_string_append_c(text, *at++);
        }
    }
    isr_block_append(block, text->str, (gssize)text->len, 0, ISR_RUN_PLAIN);
    return block;
}

static gboolean is_found(const GArray *findings, IsrRange mark)
{
    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);
        if (finding->range.start == mark.start && finding->range.end == mark.end)
            return TRUE;
    }
    return FALSE;
}

static gboolean try_one(const IsrPatterns *patterns, const IsrLabel *label, const char *example,
                        gboolean wanted, GPtrArray *complaints, GError **error)
{
    g_autoptr(GArray) findings = isr_findings_new();
    g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(IsrRange));
    g_autoptr(IsrBlock) block = block_of(example, marks);
    gboolean well = !wanted || marks->len > 0, own = FALSE;

    if (!isr_detect(patterns, block, findings, error))
        return FALSE;
    for (guint i = 0; i < marks->len; i++)
        well = well && is_found(findings, g_array_index(marks, IsrRange, i));
    for (guint i = 0; i < findings->len; i++)
        own = own || g_str_equal(g_array_index(findings, IsrFinding, i).rule, label->id);
    if (wanted && !well)
        g_ptr_array_add(complaints, g_strdup_printf("%s.label: [match] \"%s\": what is marked was "
                                                    "not found as marked",
                                                    label->id, example));
    if (!wanted && own)
        g_ptr_array_add(complaints,
                        g_strdup_printf("%s.label: [no-match] \"%s\": something was found",
                                        label->id, example));
    return TRUE;
}

GPtrArray *isr_examples_try_label(const IsrPatterns *patterns, const IsrLabel *label,
                                  GError **error)
{
    g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);

    for (char **example = label->match; *example != NULL; example++)
        if (!try_one(patterns, label, *example, TRUE, complaints, error))
            return NULL;
    for (char **example = label->no_match; *example != NULL; example++)
        if (!try_one(patterns, label, *example, FALSE, complaints, error))
            return NULL;
    return g_steal_pointer(&complaints);
}
