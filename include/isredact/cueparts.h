/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Named parts of wordings: "<tell>" in the text of a cue stands for whatever the line "tell=" of
 * the group [parts] lists, in the cue's own file or in patterns/cues/parts.words. They are spelt
 * out once, when a cue is loaded. */
#pragma once

#include <glib.h>

typedef struct IsrCueParts IsrCueParts;

/* The parts of @file, which is the file @path; those of @shared (borrowed; may be NULL) may be
 * named as well. Errors (RULES) name file, group and key and say what to do. Free with
 * isr_cue_parts_free() (accepts NULL). */
IsrCueParts *isr_cue_parts_new(GKeyFile *file, const char *path, IsrCueParts *shared,
                               GError **error);
void isr_cue_parts_free(IsrCueParts *parts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrCueParts, isr_cue_parts_free)

/* The same for a file that holds nothing else, as parts.words does. */
IsrCueParts *isr_cue_parts_load(const char *path, GError **error);

/* The wordings that @text stands for: of GPtrArray * of elements (char *). Error: what is wrong
 * with @text, without its file and key. */
GPtrArray *isr_cue_parts_spell(IsrCueParts *parts, const char *text, GError **error);

/* The first of the file's own parts that nothing has named yet, or NULL. Borrowed. */
const char *isr_cue_parts_unused(const IsrCueParts *parts);
