/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the lexis of all topics finds: families of topics, and words for people. */
#pragma once

#include <isredact/topics.h>

#include "lexis.h"

typedef enum {
    ISR_PERSON_NOUN, /* "mum", "neighbour" */
    ISR_PERSON_HE,
    ISR_PERSON_SHE,
    ISR_PERSON_THEY,
    ISR_PERSON_I,
    ISR_PERSON_WE,
    ISR_PERSON_YOU,
    ISR_PERSON_PASSING /* nobody: who stands before only speaks of the matter */
} IsrPersonKind;

/* One group of the lexis. */
typedef struct {
    const IsrTopic *topic;   /* NULL: words for people */
    const IsrFamily *family; /* NULL: likewise */
    IsrPersonKind kind;
    IsrRole role; /* of a noun */
    char gender;  /* 'f', 'm', or 0 */
} IsrGroup;

const IsrLexis *isr_topics_lexis(const IsrTopics *topics);
/* What IsrLexisHit.group means; borrowed. */
const IsrGroup *isr_topics_group(const IsrTopics *topics, guint group);
