/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose name a mention can be, among the people found so far. */
#pragma once

#include "mergeindex.h"

/* TRUE if every part of @mention is one of the person's, and one at least is spelt out. */
gboolean isr_fit(const Cluster *cluster, const Mention *mention);

/* TRUE if the title before @mention is one of men and the person a woman, or the other way round,
 * as far as titles and words for relatives tell. */
gboolean isr_fit_is_denied(const IsrPatterns *patterns, const Cluster *cluster,
                           const Mention *mention);

/* The person of people->clusters whose name @mention is most likely; NULL if it is nobody's. @tie:
 * it may be several people's, and nothing tells whose. Borrowed. */
Cluster *isr_fit_find(const IsrPeople *people, const Mention *mention, gboolean *tie);
