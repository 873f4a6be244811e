/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One walk of a document, as its visitor sees it: numbers the blocks, remembers the heading above,
 * asks once about each name that is stored in the mark-up, and adds up what became of the parts. */
#pragma once

#include <isredact/format.h>

typedef struct IsrVisit IsrVisit;

/* @walk is borrowed. Free with isr_visit_free() (accepts NULL). */
IsrVisit *isr_visit_new(const IsrWalk *walk);
void isr_visit_free(IsrVisit *visit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrVisit, isr_visit_free)

const IsrWalk *isr_visit_walk(const IsrVisit *visit);

/* Shows @block, gives it its number and heading; the visitor's edits replace what is in @edits.
 * A block without runs is passed over. */
gboolean isr_visit_block(IsrVisit *visit, IsrBlock *block, GArray *edits, GError **error);

/* Shows @block, read in the pixels of the copy with what had to go covered: the edits for what must
 * still go replace what is in @edits. Not one of the walk's blocks. */
gboolean isr_visit_again(IsrVisit *visit, IsrBlock *block, GArray *edits, GError **error);

/* What stands in the copy for a name that joins places of a document (a style, a bookmark):
 * @name itself, or, if the visitor edits it, a neutral one made of @kind and a number, the same
 * wherever the name stands ("Style" gives "RedactedStyle3"). Asked once for each @kind (a static
 * string) and @name. Borrowed; NULL with @error set. */
const char *isr_visit_name(IsrVisit *visit, const char *kind, const char *part, const char *name,
                           GError **error);

/* Shows a value of the mark-up that is no name; *stays is FALSE if the visitor edits it. */
gboolean isr_visit_value(IsrVisit *visit, const char *part, const char *value, gboolean *stays,
                         GError **error);

/* Shows @text as a block of @kind of its own; the text with the edits applied is free with
 * g_free(); NULL with @error set. */
char *isr_visit_text(IsrVisit *visit, IsrBlockKind kind, const char *part, const char *text,
                     GError **error);

/* Adds one to what is told of @name (see IsrPart); strings are static. */
void isr_visit_part(IsrVisit *visit, const char *name, IsrFate fate, const char *reason,
                    gboolean look);

/* Tells the visitor of all parts, in the order in which they were first met. */
void isr_visit_tell_parts(IsrVisit *visit);
