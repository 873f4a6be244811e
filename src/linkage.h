/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Linkage: what a document and its copy tell of the passages that it may share with others of a
 * batch (gathered as an imprint), and what must go from it because another copy hides it (from a
 * holdback). Serves decide.c. */
#pragma once

#include <isredact/key.h>
#include <isredact/pipeline.h>

typedef struct IsrLinkage IsrLinkage;

/* For one document. NULL, which all below accept, if @job asks for neither. @job must outlive
 * it. */
IsrLinkage *isr_linkage_new(const IsrJob *job);
void isr_linkage_free(IsrLinkage *linkage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrLinkage, isr_linkage_free)

/* Before @block is decided: marks those of @findings (all that was found in it) that must go as
 * linked, and appends one for each place of the holdback in which nothing was found. */
void isr_linkage_hold(IsrLinkage *linkage, const IsrBlock *block, GArray *findings);

/* After @block, the one that isr_linkage_hold() was called with, was decided: @outcomes (of
 * IsrOutcome *), those from @from on, are of this block. */
void isr_linkage_note(IsrLinkage *linkage, const IsrBlock *block, const GPtrArray *outcomes,
                      guint from);

/* At the end of the document: its imprint as text, or NULL if none is asked for. Free with
 * g_free(). */
char *isr_linkage_imprint(IsrLinkage *linkage);

/* The rule and the reason of what goes for another copy's sake. */
#define ISR_LINKAGE_RULE "linkage"
#define ISR_LINKAGE_REASON "the same passage is redacted in another copy of this batch"

/* The secret under which all imprints of a batch are made, from the batch's @key. */
void isr_linkage_secret(const IsrKey *key, guint8 secret[ISR_LINKAGE_SECRET_BYTES]);
