/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The matters of which a sentence speaks: what the families of topics say and what the model of
 * sentences says, held against each other. */
#pragma once

#include "evidence.h"

/* Appends the matters (of IsrMatter) of the @n-th sentence of @gist, which stands in @block. */
void isr_matters_find(const IsrGist *gist, const IsrPatterns *patterns, const IsrBlock *block,
                      guint n, GArray *matters);

/* What was weighed of a sentence. */
typedef struct {
    IsrRange range;
    IsrTally tally; /* how probable the model finds each class */
    guint token;    /* its first */
    gboolean empty; /* isr_gist_tells_nothing() */
} IsrWeighed;

/* The same of what was weighed before; the matters from the @first on are those of the families
 * alone. */
void isr_matters_weigh(const IsrTopics *topics, const IsrWeighed *weighed, GArray *matters,
                       guint first);
