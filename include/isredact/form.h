/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A form: one way in which an identifier is written, with what must or may stand beside it. */
#pragma once

#include <isredact/check.h>
#include <isredact/reading.h>

/* A match scoring less than this is not found: a bare shape without check, label or context. */
#define ISR_SCORE_FLOOR 0.5

typedef struct {
    gsize start, end; /* bytes of the reading */
    double score;     /* 0..1 */
    guint flags;      /* IsrFindingFlags: LABELLED, FAILED */
    const char *form; /* borrowed */
    gboolean checked; /* a check was asked for and passed */
    gboolean in_context;
} IsrMatch;

/* What matching needs and no rule owns: PCRE2's scratch memory, and which bytes the reading
 * holds. One for a reading at a time; not shared between threads. */
typedef struct IsrScratch IsrScratch;

/* Memory for any number of readings, one after another; free with isr_scratch_free() (accepts
 * NULL). */
IsrScratch *isr_scratch_new(void);
void isr_scratch_free(IsrScratch *scratch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrScratch, isr_scratch_free)

/* The same, with a sieve for the forms of all @rules (GPtrArray of IsrRule *), which it numbers;
 * it must not outlive them. */
IsrScratch *isr_scratch_new_for(const GPtrArray *rules);

/* Makes @scratch ready for @reading (borrowed until the next call). */
void isr_scratch_read(IsrScratch *scratch, const IsrReading *reading);

/* FALSE if no form of the @rule-th of the rules that the scratch was made for can match in what is
 * read. Of rules beyond those nothing is known. */
gboolean isr_scratch_may_match(const IsrScratch *scratch, guint rule);

typedef struct IsrForm IsrForm;

/* Loads the form in group @group of @file. @pieces: name to regular expression, for {name} in
 * patterns. Errors (RULES) name the group and the key; the caller adds the file. Free with
 * isr_form_free() (accepts NULL). */
IsrForm *isr_form_load(GKeyFile *file, const char *group, GHashTable *pieces, GError **error);
void isr_form_free(IsrForm *form);
/* Puts the form into @sieve (sieve.h), in which it is then looked up. */
struct IsrSieve;
void isr_form_sift(IsrForm *form, struct IsrSieve *sieve);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrForm, isr_form_free)

/* What the form asks for, in a phrase for `isredact patterns show`; free with g_free(). */
char *isr_form_describe(const IsrForm *form);

/* FALSE if the form, as is soon known, has no match in the reading of @scratch. */
gboolean isr_form_has_places(const IsrForm *form, const IsrScratch *scratch);

/* Appends every match (IsrMatch) in the reading of @scratch. FALSE with LIMIT when the search
 * would take too long. */
gboolean isr_form_match(const IsrForm *form, IsrScratch *scratch, GArray *matches, GError **error);
