/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A package being written: parts are spooled to unnamed scratch space and deflated at the end.
 * The same parts in the same order give the same bytes: fixed times, no comments, no extra
 * fields. */
#pragma once

#include <isredact/io.h>

typedef struct IsrPacking IsrPacking;

/* A package that will be written to @output, which must be empty and outlive it. */
IsrPacking *isr_packing_new(IsrOutput *output, GError **error);
/* Drops what was not finished; accepts NULL. */
void isr_packing_free(IsrPacking *packing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrPacking, isr_packing_free)

/* Begins the next part; the one before ends. @name is ASCII and was not used before. @stored:
 * without compression (an ODF package's "mimetype"). */
void isr_packing_begin(IsrPacking *packing, const char *name, gboolean stored);
gboolean isr_packing_write(IsrPacking *packing, const void *bytes, gsize length, GError **error);

/* A whole part at once. */
gboolean isr_packing_add(IsrPacking *packing, const char *name, const void *bytes, gsize length,
                         GError **error);

/* Names of all parts so far, in order (GPtrArray of char *); borrowed. */
const GPtrArray *isr_packing_names(const IsrPacking *packing);

/* Moves part @name, which was begun already, to the front: the place where readers look for a
 * package's table of contents. */
void isr_packing_first(IsrPacking *packing, const char *name);

/* Writes the archive to the output. Nothing can be added afterwards. */
gboolean isr_packing_finish(IsrPacking *packing, GError **error);
