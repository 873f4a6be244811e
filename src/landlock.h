/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Landlock: which files a process can reach at all. Private to the sandbox. */
#pragma once

#include <glib.h>

/* The kernel's version of Landlock; 0: it has none. */
int isr_landlock_version(void);

/* From now on this process can read what is @readable (paths, ended by NULL; those that do not
 * exist are passed over) and what lies below it, write nothing, bind and connect nothing, and send
 * no signal outside. Descriptors that are open stay as they are. Needs no_new_privs. FALSE with
 * errno set if the kernel does not do so. */
gboolean isr_landlock_lock(const char *const *readable);
