/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A proof: what a manifest says that a copy can be held against, later and elsewhere. */
#pragma once

#include <isredact/block.h>
#include <isredact/io.h>
#include <isredact/key.h>

typedef struct {
    char *source_digest, *copy_digest; /* SHA-256, lower-case hex; the first may be NULL */
    char *format;                      /* IsrFormat.id */
    gboolean hide;                     /* whereabouts were hidden */
    char *profile, *profile_digest, *patterns_digest;
    char *key;               /* fingerprint, or NULL: nothing was committed to */
    GHashTable *commitments; /* commitment (owned) to category id (owned) */
    guint excepted;          /* removed values that stand in kept text too: ages, everyday words */
} IsrProof;

/* Reads the manifest in @path. Errors: IO, MALFORMED with a sentence. Free with
 * isr_proof_free() (accepts NULL). */
IsrProof *isr_proof_load(const char *path, GError **error);
void isr_proof_free(IsrProof *proof);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrProof, isr_proof_free)

/* TRUE if @copy is, byte for byte, the copy that the manifest describes; else LEAK. */
gboolean isr_proof_is_copy(const IsrProof *proof, IsrInput *copy, GError **error);

/* TRUE if the manifest is of the document that has @source_digest, or of a former state of it: it
 * describes @copy (NULL: none stands where the new one goes), or at least one in @format, the
 * new copy's. */
gboolean isr_proof_is_former(const IsrProof *proof, const char *source_digest, const char *format,
                             IsrInput *copy);

/* TRUE if no row of words in @block is a value that was committed to under @key; else LEAK, with
 * part, block and category. Values of one or two letters or up to four digits are not looked for:
 * they stand in any text. */
gboolean isr_proof_block(const IsrProof *proof, const IsrKey *key, const IsrBlock *block,
                         GError **error);
