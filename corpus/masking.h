/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Masking: the figures of the Text Anonymization Benchmark as its own evaluation counts them. */
#pragma once

#include "tab.h"

/* Of entities with a type, or of all. */
typedef struct {
    guint all, masked;
} IsrMasked;

typedef struct {
    IsrMasked direct, quasi; /* entities: masked only if each mention that is due is */
    GTree *types;            /* "direct CODE" -> IsrMasked */
    guint tokens;            /* masked words of the text */
    guint right;             /* of these, due */
    GPtrArray *misses;       /* of char *: "direct CODE: seen in <28045> 02 against" */
} IsrMasking;

IsrMasking *isr_masking_new(void);
void isr_masking_free(IsrMasking *masking);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrMasking, isr_masking_free)

/* Adds one document and the collation of its gold with its copy. */
void isr_masking_add(IsrMasking *masking, const IsrTabDocument *document,
                     const IsrCollation *collation);

/* Per cent of the entities; 100 of none. */
double isr_masked_percent(IsrMasked masked);
/* Per cent of the masked words that are due; 100 of none. */
double isr_masking_precision(const IsrMasking *masking);

/* The table; free with g_free(). */
char *isr_masking_text(const IsrMasking *masking);
