/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where in the output a document's copy goes: as in its source's folders, less what in their names
 * identifies somebody. */
#pragma once

#include "sources.h"

/* The folder below the output for the copy of @source, "" for the output itself; free with
 * g_free(). Error: IO. */
char *isr_placing_folder(const IsrBatch *batch, const IsrSource *source, GError **error);

/* @name less the words that are part of a name anywhere in the batch: "x" stands there. Free with
 * g_free(). Error: IO. */
char *isr_placing_plain(const IsrBatch *batch, const char *name, GError **error);

/* The copy's path below the output. @folder: of isr_placing_folder(); @name: what remains of the
 * source's name, or NULL if it is no text; @format: of the copy. Free with g_free(). Error: IO. */
char *isr_placing_copy(const IsrBatch *batch, const IsrSource *source, const char *folder,
                       const char *name, const IsrFormat *format, GError **error);

/* Calls @each with the relative path of every folder on the way to @relative, outermost first. */
void isr_placing_each_folder(const char *relative, void (*each)(gpointer self, const char *folder),
                             gpointer self);
