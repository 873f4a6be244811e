/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every test includes: cmocka with the headers that it needs before it. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>

/* Fails with the error's message, so that a failing test says why. */
#define assert_no_error(error)                                                                     \
    do {                                                                                           \
        if ((error) != NULL)                                                                       \
            fail_msg("%s", (error)->message);                                                      \
    } while (0)

/* The folder @name (NULL: that of all) of documents from elsewhere, which lie beside some
 * checkouts; free with g_free(). NULL: it is not there. A test asks before it makes anything else:
 * skip() jumps, and frees nothing. */
static inline char *real_folder(const char *name)
{
    g_autofree char *path =
        g_build_filename(g_getenv("ISREDACT_ROOT"), "..", "shared", "real", name, NULL);

    return g_file_test(path, G_FILE_TEST_IS_DIR) ? g_steal_pointer(&path) : NULL;
}
