/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GIF: frames, colour tables and the loop count; comments, plain text and other programs' blocks
 * go. */
#include "picture_kinds.h"

#include <string.h>

#define GRAPHIC_CONTROL 0xf9
#define APPLICATION 0xff

static gboolean gif_size(PictureCursor cursor, guint *width, guint *height)
{
    const guint8 *head = isr_picture_take(&cursor, 13);

    if (!head || (head[4] != '7' && head[4] != '9') || head[5] != 'a')
        return FALSE;
    *width = isr_picture_le16(head + 6);
    *height = isr_picture_le16(head + 8);
    return TRUE;
}

static gboolean copy(PictureCursor *cursor, gsize length, GByteArray *out)
{
    const guint8 *bytes = isr_picture_take(cursor, length);

    if (bytes && out)
        g_byte_array_append(out, bytes, (guint)length);
    return bytes != NULL;
}

/* The colour table that @flags announce. */
static gboolean copy_colours(PictureCursor *cursor, guint8 flags, GByteArray *out)
{
    return !(flags & 0x80) || copy(cursor, (gsize)3 << ((flags & 7) + 1), out);
}

/* Sub-blocks up to and with the empty one; @out may be NULL. */
static gboolean copy_blocks(PictureCursor *cursor, GByteArray *out)
{
    for (;;) {
        if (cursor->left == 0)
            return FALSE;
        const guint8 length = cursor->at[0];

        if (!copy(cursor, (gsize)length + 1, out))
            return FALSE;
        if (length == 0)
            return TRUE;
    }
}

static gboolean copy_frame(PictureCursor *cursor, GByteArray *out)
{
    const guint8 *head = cursor->at;

    return copy(cursor, 10, out) && copy_colours(cursor, head[9], out) && copy(cursor, 1, out) &&
           copy_blocks(cursor, out);
}

/* Only the two extensions that change how the frames are shown, and only in their plain form. */
static gboolean extension_is_kept(const PictureCursor *cursor)
{
    const guint8 *at = cursor->at;

    if (at[1] == GRAPHIC_CONTROL)
        return cursor->left >= 8 && at[2] == 4 && at[7] == 0;
    return at[1] == APPLICATION && cursor->left >= 19 && at[2] == 11 &&
           memcmp(at + 3, "NETSCAPE2.0", 11) == 0 && at[14] == 3 && at[15] == 1 && at[18] == 0;
}

static gboolean copy_extension(PictureCursor *cursor, GByteArray *out)
{
    if (cursor->left < 2)
        return FALSE;
    GByteArray *to = extension_is_kept(cursor) ? out : NULL;

    return copy(cursor, 2, to) && copy_blocks(cursor, to);
}

static gboolean gif_clean(PictureCursor *cursor, GByteArray *out)
{
    const guint8 *head = cursor->at;

    if (!copy(cursor, 13, out) || !copy_colours(cursor, head[10], out))
        return FALSE;
    while (cursor->left > 0) {
        if (cursor->at[0] == ';')
            return copy(cursor, 1, out);
        if (cursor->at[0] == ',' && copy_frame(cursor, out))
            continue;
        if (cursor->at[0] == '!' && copy_extension(cursor, out))
            continue;
        return FALSE;
    }
    return FALSE;
}

const PictureKind isr_picture_gif = {
    .suffix = "gif",
    .media_type = "image/gif",
    .magic = "GIF8",
    .magic_length = 4,
    .size = gif_size,
    .clean = gif_clean,
};
