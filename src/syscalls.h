/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * seccomp: which calls of the kernel a process can make at all. Private to the sandbox. */
#pragma once

#include <glib.h>

/* TRUE if this build knows how, and the kernel can. */
gboolean isr_syscalls_can_be_limited(void);
/* TRUE if this build knows how. */
gboolean isr_syscalls_is_built(void);

/* From now on this process can make only the calls that reading and writing a document takes; any
 * other raises SIGSYS. Files can be opened for reading only, or, if @sealed, not at all (EACCES).
 * Needs no_new_privs. FALSE if it cannot be done. */
gboolean isr_syscalls_limit(gboolean sealed);

/* The name of call @number; free with g_free(). */
char *isr_syscalls_name(int number);
