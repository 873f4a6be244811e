/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The files of a batch, found one after another in an order that depends on their names alone.
 * Only the names in the folders on the way to the file in hand are in memory. */
#pragma once

#include <glib.h>

typedef struct IsrTree IsrTree;

/* All borrowed until the next call. */
typedef struct {
    const char *path;     /* by which it is opened */
    const char *relative; /* its place below its root; with several roots, below all of them */
    const char *refusal;  /* why it cannot be one of the batch, a sentence; NULL: it can */
    gboolean twin;        /* another file of its folder differs in the suffix alone */
} IsrTreeFile;

/* All files in and below @roots (files or folders, which must exist and not hold one another).
 * Names that begin with a dot and what is below @except (or NULL), the batch's own output, are
 * left aside; links are refused, not followed. Errors: USAGE, IO. Free with isr_tree_free(). */
IsrTree *isr_tree_new(char *const *roots, const char *except, GError **error);
void isr_tree_free(IsrTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrTree, isr_tree_free)

/* The next file; FALSE at the end, or with @error set (IO). */
gboolean isr_tree_next(IsrTree *tree, IsrTreeFile *file, GError **error);

/* How many names were left aside because they begin with a dot. */
guint isr_tree_hidden(const IsrTree *tree);
