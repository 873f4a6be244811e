/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The documents of a batch with what the journal knows of them, one after another. */
#pragma once

#include "batch.h"

typedef struct IsrSources IsrSources;

typedef struct {
    char *path, *relative;
    gboolean twin;
    IsrEntry entry;
    IsrInput *input; /* after isr_source_open(); NULL: it could not be opened, for a reason */
    GError *problem;
} IsrSource;

/* Notes every source of @batch in the journal, with the digest of its content; entries of sources
 * that are gone are dropped, their copies too. *hidden: how many names were left aside. */
gboolean isr_sources_note(const IsrBatch *batch, guint64 *total, guint *hidden, GError **error);

/* All of them again, in the same order. Free with isr_sources_free() (accepts NULL). */
IsrSources *isr_sources_new(const IsrBatch *batch, GError **error);
void isr_sources_free(IsrSources *sources);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrSources, isr_sources_free)

/* The next that is in the journal; NULL at the end or with @error set. */
IsrSource *isr_sources_next(IsrSources *sources, GError **error);
void isr_source_free(gpointer source);

/* Opens the file, for a worker that cannot; what goes wrong is the worker's to answer. */
void isr_source_open(IsrSource *source);
/* In the worker: what was opened; borrowed; NULL with @error set. */
IsrInput *isr_source_input(const IsrSource *source, GError **error);
/* IsrStage.descriptors of a piece that is a source. */
guint isr_source_descriptors(gpointer source, int *keep);

/* TRUE if @source belongs to the part of the batch that is done here: told by its content, so that
 * it does not depend on what else there is. */
gboolean isr_source_is_ours(const IsrBatch *batch, const IsrSource *source);

/* @text without the path of @source in front, which neither journal nor report may hold; free with
 * g_free(). */
char *isr_source_sentence(const IsrSource *source, const char *text);

/* The keyed digest by which the journal knows @relative; hex, free with g_free(). */
char *isr_sources_place(const IsrBatch *batch, const char *relative);

/* A keyed digest of the squeezed @word of somebody's name, shorter than that of a place; hex, free
 * with g_free(). */
char *isr_sources_word(const IsrBatch *batch, const char *word);

/* A keyed code of ten letters for @text, in names of the output; free with g_free(). */
char *isr_sources_code(const IsrBatch *batch, const char *text);
