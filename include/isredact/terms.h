/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Terms: every value that is known and may have to go, searched for all at once. Matching is on
 * squeezed text (isr_squeeze), so case, accents, spaces, hyphens, line ends and cell breaks
 * inside a value do not hide it; a match must begin and end at a word's edge. */
#pragma once

#include <isredact/finding.h>
#include <isredact/lists.h>
#include <isredact/reading.h>
#include <isredact/tagger.h>

typedef struct IsrTerms IsrTerms;

typedef enum {
    ISR_TERM_WHOLE,    /* a value as found, or a full name */
    ISR_TERM_PART,     /* surname or forename alone, initials */
    ISR_TERM_CAPITAL,  /* also a rarer word or a great town: matched wherever it has a capital that
                          says something */
    ISR_TERM_ORDINARY, /* also an everyday word: matched only capitalised and not where a
                         sentence begins, or beside another part of the same person */
    ISR_TERM_BARRED    /* also a word of the services: matched beside another part of the same
                          person, or where the tagger thinks that somebody is meant */
} IsrTermKind;

typedef struct {
    char *squeezed; /* owned by the terms */
    IsrCategory category;
    IsrTermKind kind;
    guint person; /* 0: nobody's */
    IsrRole role;
} IsrTerm;

/* No terms; free with isr_terms_free() (accepts NULL). */
IsrTerms *isr_terms_new(void);
void isr_terms_free(IsrTerms *terms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrTerms, isr_terms_free)

/* Adds @value; a value too short or common to be searched is left out (FALSE). Adding the same
 * value for two people makes its person 0 and its role UNSURE. */
gboolean isr_terms_add(IsrTerms *terms, const char *value, IsrCategory category, IsrTermKind kind,
                       guint person, IsrRole role);

/* Lets the sweep know fixed phrases in which a name is nobody's ("Down syndrome"), and which words
 * are no names with a letter wrong. @lists must outlive @terms. */
void isr_terms_heed(IsrTerms *terms, const IsrLists *lists);

/* Lets the sweep ask @tagger of a known name that is an everyday word too how probably somebody is
 * meant where it stands. @tagger must outlive @terms. */
void isr_terms_ask(IsrTerms *terms, const IsrTagger *tagger);

/* Builds the matcher (Aho-Corasick); nothing can be added afterwards. */
void isr_terms_compile(IsrTerms *terms);

/* How many there are; the one of number @n, from 0 (borrowed). */
guint isr_terms_size(const IsrTerms *terms);
const IsrTerm *isr_terms_nth(const IsrTerms *terms, guint n);

/* Appends a finding (flag SWEPT, rule "seen-elsewhere") for every match in @reading, and one
 * (rule "misspelt") for every name with a letter wrong. In blocks of kind ATTRIBUTE word edges are
 * not asked for. */
void isr_terms_sweep(const IsrTerms *terms, const IsrReading *reading, GArray *findings);
