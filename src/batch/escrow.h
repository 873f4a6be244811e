/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The escrow: what the codes of a batch stand for, in a file apart from its output, for whoever
 * knows a passphrase. From the passphrase a pair of keys is made (Argon2id, X25519); workers know
 * the public one alone, with which each seals what its document's codes stand for. So nothing of
 * it is on a disk in clear, and no run of the program can open what it sealed before.
 *
 * The file: a line that says what it is; "argon2id OPERATIONS BYTES SALT PUBLIC-KEY"; a line for
 * each document's sealed text; "end SHA-256" of all before. Salt, key and texts are in base64. */
#pragma once

#include <isredact/codebook.h>
#include <isredact/key.h>

typedef struct IsrEscrow IsrEscrow;

/* Makes the public key for @passphrase; @key and @audit ("" for none) give the salt, so that all
 * parts of a batch have the same. Takes a second and 256 MB. Error: IO. Free with
 * isr_escrow_free() (accepts NULL). */
IsrEscrow *isr_escrow_new(const char *passphrase, const IsrKey *key, const char *audit,
                          GError **error);
void isr_escrow_free(IsrEscrow *escrow);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrEscrow, isr_escrow_free)

/* The public key, base64, which tells whether two are of one passphrase; borrowed. */
const char *isr_escrow_id(const IsrEscrow *escrow);
/* The first lines of its file; free with g_free(). */
char *isr_escrow_head(const IsrEscrow *escrow);

/* What @codebook holds, sealed, base64: its length tells little. Free with g_free(). Error: IO. */
char *isr_escrow_seal(const IsrEscrow *escrow, const IsrCodebook *codebook, GError **error);

/* Checks that the file at @path is an escrow and whole. Errors: IO, MALFORMED. */
gboolean isr_escrow_check(const char *path, GError **error);
/* Opens it with @passphrase into @codebook. Errors: IO, MALFORMED, and ENCRYPTED for another
 * passphrase. */
gboolean isr_escrow_open(const char *path, const char *passphrase, IsrCodebook *codebook,
                         GError **error);
/* TRUE if @escrow may be written to @path: nothing is there, or an escrow of the same passphrase.
 * Errors: USAGE. */
gboolean isr_escrow_may_write(const IsrEscrow *escrow, const char *path, GError **error);
