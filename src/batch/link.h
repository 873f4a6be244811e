/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links the people of a batch: who in one document is who in another. It is told tokens, no text,
 * and gives each person one identity. The outcome depends on the set of documents alone, not on the
 * order in which they came.
 *
 * 1. Who shares a number is one, unless forename and birthday both differ (a number at the wrong
 *    name).
 * 2. Who shares name and birthday is one.
 * 3. Who shares a full name is one, unless birthdays or numbers contradict: then each of those is
 *    somebody else, and who has the name alone is the one whose company they share.
 * 4. A name without its middle names, forename and birthday, an initial and a surname: the one
 * person who fits, of several the one whose company they share.
 * 5. A forename alone is the one whose family they share, if that is clearly one; so is an initial
 *    with a surname that is nobody's full name. Else they are somebody by themselves.
 *
 * Two people of one document never become one, unless a number says so. What is not clear is told
 * as a doubt. */
#pragma once

#include <isredact/identity.h>

typedef struct IsrLink IsrLink;

typedef enum {
    ISR_DOUBT_APART,  /* was kept apart from somebody who may be the same */
    ISR_DOUBT_JOINED, /* was made one with somebody who may be another */
    ISR_DOUBT_CODE    /* has the same code as another person */
} IsrDoubtKind;

/* Something for a person to look at. */
typedef struct {
    IsrDoubtKind kind;
    guint document, person;
    char code[10];  /* of the person: "NNNN-NNNN" */
    char other[10]; /* of whom else they may be; "": nobody in particular, or several */
} IsrDoubt;

/* "apart", "joined", "code"; borrowed. */
const char *isr_doubt_id(IsrDoubtKind kind);

/* @key and @audit (NULL: none) are borrowed. Free with isr_link_free() (accepts NULL). */
IsrLink *isr_link_new(const IsrKey *key, const char *audit);
void isr_link_free(IsrLink *link);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrLink, isr_link_free)

/* Adds what isr_pipeline_survey() said of document @number, which must be new and not G_MAXUINT.
 * Error: MALFORMED; nothing was added then. */
gboolean isr_link_add(IsrLink *link, guint number, const char *text, gsize length, GError **error);

/* After the last document. */
void isr_link_settle(IsrLink *link);

/* After settling: the identity of @person of @document, 64 hex digits. Of person 0: whose offset
 * moves all dates of the document (dating.h says whose); NULL if each moves with its own subject.
 * NULL also for who is not known. Free with g_free(). */
char *isr_link_identity(IsrLink *link, guint document, guint person);
/* All of @document, for IsrJob.identities; free with g_hash_table_unref(). */
GHashTable *isr_link_identities(IsrLink *link, guint document);

/* After settling: what is not clear, by document and person. Borrowed GArray of IsrDoubt. */
const GArray *isr_link_doubts(const IsrLink *link);
