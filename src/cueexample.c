/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Examples of cues, tried: the marked word is taken for a name, whatever the detectors think, and
 * the cue must stand around it, or must not. Examples are invented, so messages may show them. */
#include <isredact/example.h>

#include <string.h>

#include <isredact/detector.h>

#include "surroundings.h"

#define OPEN "\xc2\xab"
#define CLOSE "\xc2\xbb"

/* @example without its marks; the place of the marked name goes to @mark. */
static IsrBlock *block_of(const char *example, IsrRange *mark)
{
    g_auto(GStrv) opened = g_strsplit(example, OPEN, 2);
    g_auto(GStrv) closed = g_strsplit(opened[1] != NULL ? opened[1] : "", CLOSE, 2);
    const char *behind = closed[0] != NULL && closed[1] != NULL ? closed[1] : "";
    g_autofree char *text =
        g_strconcat(opened[0], closed[0] != NULL ? closed[0] : "", behind, NULL);
    IsrBlock *block = isr_block_new(ISR_BLOCK_BODY, "example");

    mark->start = strlen(opened[0]);
    mark->end = mark->start + (closed[0] != NULL ? strlen(closed[0]) : 0);
    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    return block;
}

/* Leaves of @found what does not touch @mark, which is a name. */
static GArray *with_name(const GArray *found, IsrRange mark)
{
    GArray *findings = isr_findings_new();
    IsrFinding name = {.range = mark, .category = ISR_CATEGORY_NAME, .rule = "name"};
    gboolean added = FALSE;

    for (guint i = 0; i < found->len; i++) {
        IsrFinding finding = g_array_index(found, IsrFinding, i);
        if (finding.range.start < mark.end && mark.start < finding.range.end)
            continue;
        if (!added && finding.range.start >= mark.end) {
            g_array_append_val(findings, name);
            added = TRUE;
        }
        g_array_append_val(findings, finding);
    }
    if (!added)
        g_array_append_val(findings, name);
    return findings;
}

static gboolean try_one(const IsrPatterns *patterns, const IsrCue *cue, const char *example,
                        gboolean wanted, GPtrArray *complaints, GError **error)
{
    IsrRange mark;
    g_autoptr(IsrBlock) block = block_of(example, &mark);
    g_autoptr(GArray) found = isr_findings_new();
    g_autoptr(GPtrArray) cues = g_ptr_array_new();
    IsrFinding name = {.range = mark};

    if (!isr_detect(patterns, block, found, error))
        return FALSE;
    g_autoptr(GArray) identifiers = isr_findings_identifiers(found);
    g_autoptr(GArray) findings = with_name(identifiers, mark);
    g_autoptr(Surroundings) around = isr_surroundings_new(patterns, block, findings);
    isr_surroundings_read(around, &name, cues);
    if (g_ptr_array_find(cues, cue, NULL) != wanted)
        g_ptr_array_add(complaints,
                        g_strdup_printf("%s.cue: [%s] \"%s\": %s", cue->id,
                                        wanted ? "match" : "no-match", example,
                                        wanted ? "no wording of texts= stands around the name"
                                               : "a wording of texts= stands around the name"));
    return TRUE;
}

GPtrArray *isr_examples_try_cue(const IsrPatterns *patterns, const IsrCue *cue, GError **error)
{
    g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);

    for (char **example = cue->match; *example != NULL; example++)
        if (!try_one(patterns, cue, *example, TRUE, complaints, error))
            return NULL;
    for (char **example = cue->no_match; *example != NULL; example++)
        if (!try_one(patterns, cue, *example, FALSE, complaints, error))
            return NULL;
    return g_steal_pointer(&complaints);
}
