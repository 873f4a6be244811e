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
