/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How much the words of a name, and what stands beside them, say that it is one. */
#pragma once

#include "fullname.h"

/* From 0 (no name) to 1. @name's words have been read as one by fullname.c. */
double isr_name_score(Words *words, const FullName *name, Lead lead);
