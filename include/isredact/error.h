/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one error domain. A code says what the caller can do, the message says it to the user.
 * Messages name files, parts, block numbers, groups and keys; never text of a document. */
#pragma once

#include <glib.h>

#define ISR_ERROR (isr_error_quark())
/* The domain of the errors below. */
GQuark isr_error_quark(void);

typedef enum {
    ISR_ERROR_USAGE,       /* the command line is wrong */
    ISR_ERROR_UNSUPPORTED, /* a kind of file that isredact does not open */
    ISR_ERROR_ENCRYPTED,   /* needs a password */
    ISR_ERROR_MALFORMED,   /* broken, truncated or contradictory */
    ISR_ERROR_LIMIT,       /* a limit of limits.h was passed */
    ISR_ERROR_LEAK,        /* verification found something that was to go */
    ISR_ERROR_IO,          /* reading or writing failed */
    ISR_ERROR_RULES,       /* patterns/ or a profile is wrong */
    ISR_ERROR_NOT_SHARED   /* the decision record says not to share */
} IsrError;

/* Exit status of the program; product promise: on 2 to 7 no copy exists. */
typedef enum {
    ISR_EXIT_CLEAN = 0,
    ISR_EXIT_CHECK = 1,
    ISR_EXIT_USAGE = 2,
    ISR_EXIT_INPUT = 3,
    ISR_EXIT_LEAK = 4,
    ISR_EXIT_IO = 5,
    ISR_EXIT_RULES = 6,
    ISR_EXIT_NOT_SHARED = 7
} IsrExit;

/* The exit status for @error (never NULL); errors of other domains count as ISR_EXIT_IO. */
IsrExit isr_error_exit(const GError *error);
