/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sieve: at which places of a text can which of many expressions match? It reads the first bytes
 * from each place with all expressions at once, so that nearly all places and expressions fall
 * through; the few that stay are tried in earnest. */
#pragma once

#include <glib.h>

typedef struct IsrSieve IsrSieve;

IsrSieve *isr_sieve_new(void);
/* Accepts NULL. */
void isr_sieve_free(IsrSieve *sieve);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrSieve, isr_sieve_free)

/* Adds a PCRE2 expression (UTF, UCP); its number, from 0. */
guint isr_sieve_add(IsrSieve *sieve, const char *expression);

/* Sifts @length bytes of the UTF-8 text @text, which need not stay. It is one that reading.h made:
 * without the Kelvin sign and the long s, which are other cases of k and s. */
void isr_sieve_sift(IsrSieve *sieve, const char *text, gsize length);

/* TRUE if the sieve does not understand expression @number: it may match anywhere. */
gboolean isr_sieve_is_blind(const IsrSieve *sieve, guint number);

/* The numbers of the expressions of which a match can begin anywhere in the text sifted last; how
 * many goes to @n. Borrowed until the next sifting. */
const guint16 *isr_sieve_touched(const IsrSieve *sieve, guint *n);

/* TRUE if a match of expression @number can begin anywhere in the text sifted last. */
gboolean isr_sieve_has_places(const IsrSieve *sieve, guint number);
/* The places (bytes, in order) at which it can; their number goes to @n. Borrowed until the next
 * sifting. */
const guint32 *isr_sieve_places(const IsrSieve *sieve, guint number, guint *n);
