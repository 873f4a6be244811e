/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The kinds of picture that can be cleaned, and the cursor with which each reads its own. Private
 * to the picture files. */
#pragma once

#include "picture.h"

/* Bytes still to be read. */
typedef struct {
    const guint8 *at;
    gsize left;
} PictureCursor;

/* The next @length bytes, or NULL if there are not so many. */
const guint8 *isr_picture_take(PictureCursor *cursor, gsize length);

guint isr_picture_be16(const guint8 *bytes);
guint isr_picture_be32(const guint8 *bytes);
guint isr_picture_le16(const guint8 *bytes);
void isr_picture_put_be16(GByteArray *out, guint value);
void isr_picture_put_be32(GByteArray *out, guint value);

typedef struct {
    const char *suffix;
    const char *media_type;
    const char *magic;
    gsize magic_length;
    gboolean (*size)(PictureCursor cursor, guint *width, guint *height);
    gboolean (*clean)(PictureCursor *cursor, GByteArray *out);
} PictureKind;

extern const PictureKind isr_picture_jpeg;
extern const PictureKind isr_picture_png;
extern const PictureKind isr_picture_gif;

/* One PNG chunk with its length and check sum. */
void isr_picture_put_chunk(GByteArray *out, const char type[4], const guint8 *bytes, gsize length);
#define ISR_PICTURE_PNG_MAGIC "\x89PNG\r\n\x1a\n"
