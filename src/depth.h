/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How deep a library may call itself that follows what a document nests, or what goes round in a
 * circle: past the end of the stack the process answers that it gave up, and ends. */
#pragma once

#include <isredact/error.h>

/* From now on, whoever runs out of stack answers @status and @sentence, which must live on, on the
 * descriptor @answer as a worker does (worker.h). Any other fault ends the process by its signal.
 * Does nothing under a sanitizer, which tells of both itself. */
void isr_depth_watch(int answer, IsrExit status, const char *sentence);
