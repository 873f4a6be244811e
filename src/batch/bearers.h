/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who bears which tokens, in all documents of a batch: people of documents, who are joined to one
 * person step by step. Nothing here depends on the order in which documents came. */
#pragma once

#include <isredact/identity.h>

/* A person of one document. */
typedef struct {
    guint document;           /* place among the documents, from 0 */
    guint person;             /* number in it, from 1 */
    guint from, to;           /* tokens, of Bearers.tokens */
    guint up;                 /* towards the root of those who are one; a root is its own */
    guint next;               /* in the ring of those who are one */
    guint size;               /* of the ring; kept by the root */
    guint roles[ISR_N_ROLES]; /* times each in the ring; kept by the root */
    IsrRole role;
} Bearer;

typedef struct {
    guint number;         /* as given */
    guint from, to;       /* bearers */
    IsrTokenValue digest; /* of what it tells of its people */
} BearerDocument;

typedef struct {
    GArray *documents;    /* of BearerDocument; once in order, by digest */
    GArray *bearers;      /* of Bearer, by document and person */
    GArray *tokens;       /* of IsrToken */
    GHashTable *places;   /* document's number to its place + 1 */
    GHashTable *evidence; /* root to GArray of IsrToken: what tells people apart, in order */
} Bearers;

/* Somebody with a token. */
typedef struct {
    IsrTokenValue value;
    guint bearer;
} Bearing;

/* Nobody, as the number of a bearer. */
#define BEARER_NONE G_MAXUINT

Bearers *isr_bearers_new(void);
void isr_bearers_free(Bearers *all);

/* Adds the people of document @number, which must be new. @digest: of all that it tells of them. */
void isr_bearers_add(Bearers *all, guint number, IsrTokenValue digest, const GPtrArray *identities);
/* After the last: brings documents and people into the order of what they tell. */
void isr_bearers_order(Bearers *all);

Bearer *isr_bearers_nth(const Bearers *all, guint n);
const BearerDocument *isr_bearers_document(const Bearers *all, guint place);
/* The document of that number; borrowed, NULL if there is none. */
const BearerDocument *isr_bearers_find_document(const Bearers *all, guint number);
/* The bearer who is @person of document @document; BEARER_NONE if nobody is. */
guint isr_bearers_place(const Bearers *all, guint document, guint person);

/* What the root is in most records. */
IsrRole isr_bearers_role(const Bearers *all, guint root);

/* Who stands for all who are one with @n. */
guint isr_bearers_root(const Bearers *all, guint n);
/* Makes @a and @b one; the new root. */
guint isr_bearers_join(Bearers *all, guint a, guint b);

/* A document knows the two roots as two people: the bearer of @b in it; else BEARER_NONE. */
guint isr_bearers_meet(const Bearers *all, guint a, guint b);
/* TRUE if the two roots have numbers of one kind, or birthdays, and share none of them. */
gboolean isr_bearers_contradict(const Bearers *all, guint a, guint b);
/* Birthdays and numbers of the root; borrowed, NULL for none. */
const GArray *isr_bearers_evidence(const Bearers *all, guint root);

/* TRUE if the bearer has a token of @kinds (bits). */
gboolean isr_bearers_has(const Bearers *all, guint n, guint kinds);
/* The same of anybody who is one with @root. */
gboolean isr_bearers_any_has(const Bearers *all, guint root, guint kinds);
/* Everybody's tokens of @kinds (bits), by value and bearer: those with one value follow each other.
 * GArray of Bearing; free with g_array_unref(). */
GArray *isr_bearers_by_token(const Bearers *all, guint kinds);

#define BEARER_BIT(kind) (1u << (kind))
/* Kinds of numbers. */
#define BEARER_NUMBERS                                                                             \
    (BEARER_BIT(ISR_TOKEN_NHS_NUMBER) | BEARER_BIT(ISR_TOKEN_CHI_NUMBER) |                         \
     BEARER_BIT(ISR_TOKEN_HSC_NUMBER) | BEARER_BIT(ISR_TOKEN_UPN) | BEARER_BIT(ISR_TOKEN_ULN) |    \
     BEARER_BIT(ISR_TOKEN_NINO))
