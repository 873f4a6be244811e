/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All topics together, and the words for people by which is told whose a sentence is. */
#pragma once

#include <isredact/topic.h>

typedef struct IsrTopics IsrTopics;

/* Loads every .topic file in @folder and its people.words. Errors (RULES) name file, group and
 * key and say what to do. Free with isr_topics_free()
 * (accepts NULL). */
IsrTopics *isr_topics_load(const char *folder, GError **error);
void isr_topics_free(IsrTopics *topics);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrTopics, isr_topics_free)

/* Of IsrTopic *, ordered by id; borrowed. */
const GPtrArray *isr_topics_all(const IsrTopics *topics);

/* The topic called @id, or NULL. Borrowed. */
const IsrTopic *isr_topics_for(const IsrTopics *topics, const char *id);
