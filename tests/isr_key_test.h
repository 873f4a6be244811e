/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys for tests. */
#pragma once

#include "isr_test.h"

#include <isredact/key.h>

#include <glib/gstdio.h>

/* A key whose bytes are all @digit digits; free with isr_key_free(). */
static inline IsrKey *key_of(char digit)
{
    g_autofree char *path = NULL;
    g_autofree char *hex = g_strnfill(2 * ISR_KEY_BYTES, digit);
    g_autofree char *text = g_strdup_printf("isredact key 1, keep it secret\n%s\n", hex);
    int fd = g_file_open_tmp("isredact-key-XXXXXX", &path, NULL);
    IsrKey *key;

    assert_true(fd >= 0);
    g_close(fd, NULL);
    assert_true(g_file_set_contents(path, text, -1, NULL));
    g_chmod(path, 0600);
    key = isr_key_load(path, NULL);
    g_unlink(path);
    assert_non_null(key);
    return key;
}
