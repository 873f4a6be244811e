/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the program does about itself before it reads anything: who else on the computer could learn
 * something from it, and how it ends where it breaks down. */
#pragma once

#include <glib.h>

/* Closes the doors of the process that was just started: no core dump, no other process of the same
 * user may look into its memory, closed standard descriptors lead nowhere (a document must not get
 * their numbers), a closed pipe and a full quota are errors like others, what libraries say is
 * dropped, and a breakdown (no memory, a fault) ends with a sentence and ISR_EXIT_IO. */
void isr_process_settle(void);

/* A copy of the arguments @argv, whose own text, which any user of the computer could list, is
 * blanked past the first @kept. It stays for the life of the process. */
char **isr_process_hide_arguments(int argc, char **argv, int kept);

/* For a process that has a parent to tell: breakdowns end it by their signal again. */
void isr_process_leave_signals(void);

/* All is done and told, and the run ends with @status, whatever breaks down from now on. */
void isr_process_end(int status);
