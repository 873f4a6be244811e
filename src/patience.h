/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a step of the work may take that a library does, which cannot be asked to stop: past it
 * the process answers that it gave up, and ends. Only processor time counts. */
#pragma once

#include <isredact/error.h>

/* From now on the clock runs, told by SIGPROF; who runs out of patience answers on the descriptor
 * @answer as a worker does (worker.h). FALSE if there is no clock. */
gboolean isr_patience_prepare(int answer);

/* A step begins that may take @seconds; if it takes longer, the answer is @status and @sentence,
 * of which some 200 bytes are kept. The step before it ends. Where nothing was prepared, nobody
 * looks at the clock. */
void isr_patience_begin(guint seconds, IsrExit status, const char *sentence);
/* The clock stands still, or goes on: for a part of the step that has a limit of its own. */
void isr_patience_pause(void);
void isr_patience_resume(void);
/* The step is over. */
void isr_patience_end(void);
