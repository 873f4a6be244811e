/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Telling words: those of a sentence that speak most for a matter. */
#pragma once

#include "evidence.h"

/* Appends to @signs (of IsrSign) those words of the @n-th sentence of @gist, which stands in
 * @block, that speak most for @topic, strongest first, as the tokens where they begin and end: at
 * most
 * @most, none that another one holds. */
void isr_telling_find(const IsrGist *gist, const IsrPatterns *patterns, const IsrBlock *block,
                      guint n, IsrCategory topic, guint most, GArray *signs);
