/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file of a model: what every one begins with, and what is asked of it before anything that it
 * holds is believed (docs/model.md). All begin with a magic of 8 bytes, a version and the order of
 * bytes (guint32); somewhere in the header stand the file's length and its checksum (guint64). */
#pragma once

#include <glib.h>

/* The order of bytes as a machine of the right order reads it. */
#define ISR_MODEL_ORDER 0x01020304u

/* One kind of file. */
typedef struct {
    const char *what; /* for messages: "model of names" */
    const char *magic;
    guint32 version;
    gsize header; /* the header's size in bytes */
    gsize length; /* where in it the length stands; the checksum follows straight */
    gsize most;   /* bytes that a file may have */
} IsrModelFile;

/* Maps the file at @path. Errors: RULES; the sentence says what to do. Free with
 * g_mapped_file_unref(). */
GMappedFile *isr_model_map(const char *path, GError **error);

/* Says in @error (RULES) @what is wrong with the model file @name, and what to do. Always FALSE. */
gboolean isr_model_refuse(GError **error, const char *name, const char *what);

/* TRUE if the header of @bytes, aligned as a mapped file is, says that they are a file of this
 * version and machine and @length bytes long. Errors (RULES) say, of @name, what is wrong. */
gboolean isr_model_begins(const IsrModelFile *file, const guint8 *bytes, gsize length,
                          const char *name, GError **error);
/* TRUE if the checksum is right; only of bytes that begin so. */
gboolean isr_model_is_whole(const IsrModelFile *file, const guint8 *bytes, gsize length,
                            const char *name, GError **error);

/* Writes into the header of @bytes all that those two ask for; nothing may change afterwards. */
void isr_model_seal(const IsrModelFile *file, guint8 *bytes, gsize length);
