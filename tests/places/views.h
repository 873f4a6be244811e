/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ways in which bytes can be read as text: what a curious reader with good tools would see.
 * Knows nothing of what is looked for. */
#pragma once

#include <glib.h>

/* Every function gives new strings: free with g_free() or g_ptr_array_unref(). */

/* Letters and digits only: compatibility forms and symbol fonts made plain, accents dropped,
 * lower case. */
char *view_squeezed(const char *text);

/* Character references, percent-, _x-, backslash- and quoted-printable escapes decoded. */
char *view_unescaped(const char *text);

typedef enum {
    VIEW_ALL_TEXT,  /* mark-up gone, every text left */
    VIEW_NO_DELETED /* the same without tracked deletions */
} ViewTags;

/* Without tags, comments and instructions; symbols set by w:sym stand as letters. */
char *view_without_tags(const char *text, ViewTags which);

/* @bytes as UTF-8 and, if they may be, as UTF-16 of both kinds at both phases: char *. */
GPtrArray *view_texts(const guint8 *bytes, gsize length);

/* What is packed in @bytes: base64, hex, deflated streams. GBytes *. */
GPtrArray *view_packed(const guint8 *bytes, gsize length);
