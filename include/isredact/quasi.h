/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Quasi-identifiers: what a copy still tells of a person who has a code in place of a name, by
 * which somebody who knows them could single them out. Values are the program's own words ("10 to
 * 15", "female"), what stands in the copy already made coarse ("CH42", "2024-03"), or keyed hashes
 * of words, so that they can be compared and not read. */
#pragma once

#include <glib.h>

typedef enum {
    ISR_QUASI_BORN,      /* year of birth: "2012" */
    ISR_QUASI_AGE,       /* band: "10 to 15" */
    ISR_QUASI_SEX,       /* "female" or "male" */
    ISR_QUASI_ETHNICITY, /* hash */
    ISR_QUASI_RELIGION,  /* hash */
    ISR_QUASI_LANGUAGE,  /* hash */
    ISR_QUASI_CONDITION, /* family of words and hash: "blood/0123456789abcdef" */
    ISR_QUASI_DISTRICT,  /* of a postcode: "CH42" */
    ISR_QUASI_PLACE,     /* hash */
    ISR_QUASI_DATE,      /* that was not moved: "2024-03", with a hash behind it if the day stands
                            there: "2024-03/0123456789abcdef" */
    ISR_N_QUASI
} IsrQuasiKind;

/* Letters of a hash. */
#define ISR_QUASI_HASH 16

/* What is told of one person. */
typedef struct {
    char *identity;                 /* 64 hex digits */
    gboolean subject;               /* the record is about them; else family or a third party */
    GPtrArray *values[ISR_N_QUASI]; /* of char *, sorted, each once */
} IsrQuasiPerson;

/* "born", "age", ...; borrowed. */
const char *isr_quasi_id(IsrQuasiKind kind);
/* What a table for people says: "year of birth"; borrowed. */
const char *isr_quasi_words(IsrQuasiKind kind);

/* @value less exact, if its kind has a coarser form that is not nothing: ages and years of birth
 * in wider bands, districts as areas ("CH"), days as months, months as years, conditions as their
 * family. NULL if it has none. Free with g_free(). */
char *isr_quasi_band(IsrQuasiKind kind, const char *value);

/* An empty GPtrArray of IsrQuasiPerson *; free with g_ptr_array_unref(). */
GPtrArray *isr_quasis_new(void);
/* Adds somebody of whom nothing is told yet; borrowed. */
IsrQuasiPerson *isr_quasis_add(GPtrArray *quasis, const char *identity, gboolean subject);
/* Adds @value, unless it is there or is no value of that kind. */
void isr_quasi_tell(IsrQuasiPerson *person, IsrQuasiKind kind, const char *value);

/* JSON of @quasis in one line: {"version":1,"people":[{"identity":"64 hex digits","subject":true,
 * "facts":[["age","10 to 15"],...]},...]}, by identity. Free with g_free(). */
char *isr_quasis_json(const GPtrArray *quasis);
/* Reads what isr_quasis_json() wrote, and nothing else: @text may come from a process that a
 * document has taken over. Error: MALFORMED. Free with g_ptr_array_unref(). */
GPtrArray *isr_quasis_read(const char *text, GError **error);
