/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Much of what finds things is built when it is first needed. Workers are copies of their parent:
 * what the parent has built once, none of them builds again. */
#pragma once

#include <isredact/pipeline.h>

/* Redacts, for nobody, a text made of the examples in @job's patterns. Changes no result. */
void isr_rehearse(const IsrJob *job);
