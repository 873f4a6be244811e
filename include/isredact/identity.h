/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who a person is, told without a name: keyed tokens of what the document says of them, by which
 * the same person is known again in another document. Nobody without the key can turn a token back
 * or make one, and tokens of one audit say nothing of those of another. */
#pragma once

#include <isredact/key.h>
#include <isredact/people.h>

/* From the strongest to the weakest. The first that a person has tells who they are. */
typedef enum {
    ISR_TOKEN_NHS_NUMBER, /* numbers whose check digits are right */
    ISR_TOKEN_CHI_NUMBER,
    ISR_TOKEN_HSC_NUMBER,
    ISR_TOKEN_UPN,
    ISR_TOKEN_ULN,
    ISR_TOKEN_NINO,
    ISR_TOKEN_BIRTH,   /* first forename, surname and date of birth */
    ISR_TOKEN_NAME,    /* a full name, its words in any order */
    ISR_TOKEN_SHORT,   /* first forename and surname of a longer name: a NAME of the same words is
                          the same number */
    ISR_TOKEN_INITIAL, /* surname and the first letter of the forename */
    ISR_TOKEN_ALONE,   /* a forename */
    ISR_TOKEN_REST,    /* what there is of a name that tells none of these: "Mrs Okafor", "Q" */
    ISR_TOKEN_PET,     /* a BIRTH of another name for which the forename is short, or which is short
                          for it; leads to who has that BIRTH, never tells who somebody is */
    ISR_TOKEN_BORN,    /* the date of birth; tells people apart, never who somebody is */
    ISR_N_TOKENS
} IsrTokenKind;

/* The first half of an HMAC-SHA-256. */
typedef struct {
    guint64 high, low;
} IsrTokenValue;

typedef struct {
    IsrTokenKind kind;
    IsrTokenValue value;
} IsrToken;

/* What a document tells of one person. */
typedef struct {
    guint person;  /* number in the document, from 1 */
    IsrRole role;  /* presumed where it is unsure */
    GArray *marks; /* of IsrToken, by kind and value, each once */
} IsrIdentity;

/* "nhs-number", "birth", ...; borrowed. */
const char *isr_token_id(IsrTokenKind kind);
/* TRUE if who somebody is can be told by a token of @kind. */
gboolean isr_token_names(IsrTokenKind kind);
/* By value: less than 0, 0 or more. */
gint isr_token_compare(const IsrTokenValue *a, const IsrTokenValue *b);

/* An empty GPtrArray of IsrIdentity *; free with g_ptr_array_unref(). */
GPtrArray *isr_identities_empty(void);
/* Adds a person of whom nothing is told yet; borrowed. */
IsrIdentity *isr_identity_add(GPtrArray *identities, guint person, IsrRole role);

/* The identities of all @people, who must be settled, in order of their numbers. What is a
 * professional's is the name alone: numbers beside it are those of whom they work with. @audit: ""
 * for none. GPtrArray of IsrIdentity *; free with g_ptr_array_unref(). */
GPtrArray *isr_identities_new(const IsrPeople *people, const IsrKey *key, const char *audit);

/* The strongest token, of several the smallest; NULL if there is none. Borrowed. */
const IsrToken *isr_identity_strongest(const IsrIdentity *identity);

/* What stands for the person whose strongest token is @value in everything that is derived of them:
 * 64 hex digits; free with g_free(). */
char *isr_identity_text(const IsrKey *key, const char *audit, const IsrTokenValue *value);
/* The same of one of several whose strongest token is @value: the @person-th of a document that is
 * known by @digest (zero: the one in hand). Free with g_free(). */
char *isr_identity_among(const IsrKey *key, const char *audit, const IsrTokenValue *value,
                         const IsrTokenValue *digest, guint person);
/* The same of somebody who is nothing but @name, as the document writes it; NULL if that holds no
 * letter. Free with g_free(). */
char *isr_identity_of_name(const IsrPatterns *patterns, const IsrKey *key, const char *audit,
                           const char *name);

/* What stands for each of @people, from 1, NULL for who is not known; under 0 whose offset moves
 * all dates, or NULL. What a batch knows (@known: number to char *, or NULL) goes before what this
 * document tells. Empty without a key. GPtrArray of char *; free with g_ptr_array_unref(). */
GPtrArray *isr_identities_texts(const IsrPeople *people, const IsrKey *key, const char *audit,
                                GHashTable *known);

/* JSON of @identities in one line that ends in a newline, without text of the document:
 * {"version":1,"people":[{"person":1,"role":"subject","tokens":[["birth","32 hex digits"],...]},
 * ...]}; free with g_free(). */
char *isr_identities_json(const GPtrArray *identities);
/* Reads what isr_identities_json() wrote, and nothing else: @text may come from a process that a
 * document has taken over. Errors: MALFORMED, also for more people or tokens than limits.h allows.
 * Free with g_ptr_array_unref(). */
GPtrArray *isr_identities_read(const char *text, gsize length, GError **error);
