/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A topic: the words in which practitioners write of one sensitive matter, as one
 * patterns/topics/ID.topic file gives them, in families. patterns/README.md says how. */
#pragma once

#include <isredact/category.h>
#include <isredact/role.h>
#include <isredact/rule.h>

typedef struct IsrTopic IsrTopic;

/* What a family of words says of the sentence it stands in. */
typedef enum {
    ISR_FAMILY_STRONG,   /* enough on its own */
    ISR_FAMILY_WEAK,     /* needs another family beside it */
    ISR_FAMILY_KIN,      /* enough if it is about one of the family */
    ISR_FAMILY_AGAINST,  /* tells against: half of a strong one */
    ISR_FAMILY_NOTHING,  /* says that the matter is not at hand: all of a strong one */
    ISR_FAMILY_NEVER,    /* looks like the topic's words and is something else: hides them */
    ISR_FAMILY_FIELD,    /* a field of a form whose answer is sensitive whatever it is */
    ISR_FAMILY_NO_ANSWER /* what stands in a field that was not answered */
} IsrFamilyKind;

typedef struct {
    char *name; /* its key in the file */
    IsrFamilyKind kind;
    char **phrases; /* see src/lexis.h */
} IsrFamily;

/* Loads one topic file. Errors (RULES) name file, group and key and say what to do. Free with
 * isr_topic_free() (accepts NULL). */
IsrTopic *isr_topic_load(const char *path, GError **error);
void isr_topic_free(IsrTopic *topic);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrTopic, isr_topic_free)

/* What the file says; all borrowed. The source is NULL if none is named. */
const char *isr_topic_id(const IsrTopic *topic);
const char *isr_topic_title(const IsrTopic *topic);
const char *isr_topic_source(const IsrTopic *topic);
/* TRUE for a file of category "all", whose families only tell against or hide. */
gboolean isr_topic_is_general(const IsrTopic *topic);
IsrCategory isr_topic_category(const IsrTopic *topic); /* meaningless for a general one */
/* TRUE if a sentence of it is about whoever did it, FALSE if about whom it befell. */
gboolean isr_topic_is_done(const IsrTopic *topic);
/* Whose a sentence that names nobody is; UNSURE: what stands around it tells. */
IsrRole isr_topic_otherwise(const IsrTopic *topic);
const GPtrArray *isr_topic_families(const IsrTopic *topic); /* of IsrFamily * */
/* Of IsrExample *: sentences to be found as marked, or not at all. */
const GPtrArray *isr_topic_examples(const IsrTopic *topic);
/* Of IsrExample *, keys being roles: whose each marked sentence is. */
const GPtrArray *isr_topic_owners(const IsrTopic *topic);
