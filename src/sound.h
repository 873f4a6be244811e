/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a word can be another way to write somebody's name at all. */
#pragma once

#include "people.h"

/* FALSE if @word has neither the beginning nor the end of a name of @cluster: then it is no other
 * way to write one, even if one's letters are in its midst. */
gboolean isr_sounds_like(const IsrPeople *people, const Cluster *cluster, const char *word);
