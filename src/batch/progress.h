/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far a long run is, on standard error: a bar on a terminal, now and then a line elsewhere. */
#pragma once

#include <glib.h>

typedef struct IsrProgress IsrProgress;

/* @what: a word for what is done ("redacting"); @total: how many pieces there are. @fd is written
 * to; -1: nothing is shown. Free with isr_progress_end(), which clears the bar (accepts NULL). */
IsrProgress *isr_progress_new(int fd, const char *what, guint64 total);
/* One piece is done. */
void isr_progress_step(IsrProgress *progress);
/* Shows how far it is, if it is time to. */
void isr_progress_show(IsrProgress *progress);
void isr_progress_end(IsrProgress *progress);

/* The line for @done of @total pieces after @seconds, with a bar @width wide (0: none); free with
 * g_free(). */
char *isr_progress_text(const char *what, guint64 done, guint64 total, double seconds, guint width);
