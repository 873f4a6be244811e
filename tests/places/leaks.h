/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The leak search: looks for every canary of kit.h in every reading of a file's bytes and of the
 * bytes of its members. */
#pragma once

#include <glib.h>

typedef enum {
    CANARY_CHILD = 1 << 0,
    CANARY_MOTHER = 1 << 1,
    CANARY_ADULT = 1 << 2,
    CANARY_BIRTH = 1 << 3,
    CANARY_ALL = 15
} CanarySet;

/* Lines "PART: WHAT" (char *), one for each canary of @set and member in which it is found; the
 * bytes of the archive itself are the member "container". Empty when @file is clean. Free with
 * g_ptr_array_unref(). */
GPtrArray *leaks_find(GBytes *file, CanarySet set);

/* TRUE if @text (a message, a manifest) holds a canary of @set. */
gboolean leaks_in_text(const char *text, CanarySet set);

/* The member @name of the zip archive @file, or NULL; free with g_bytes_unref(). */
GBytes *leaks_member(GBytes *file, const char *name);
/* The names of all members, in order; NULL if @file is no zip archive. */
GPtrArray *leaks_members(GBytes *file);
