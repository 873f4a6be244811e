/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A key for pseudonyms, date shifts and commitments: 32 random bytes in a text file, mode 0600. */
#pragma once

#include <glib.h>

#define ISR_KEY_BYTES 32

typedef struct IsrKey IsrKey;

/* Writes a new key to @path, which must not exist. */
gboolean isr_key_create(const char *path, GError **error);
/* Loads a key; refuses files that others may read (USAGE) or that are no key (RULES). */
IsrKey *isr_key_load(const char *path, GError **error);
/* The key of these ISR_KEY_BYTES @bytes, which are copied. Error: IO. */
IsrKey *isr_key_for_bytes(const guint8 *bytes, GError **error);
/* Wipes and frees; accepts NULL. */
void isr_key_free(IsrKey *key);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrKey, isr_key_free)

/* A name for the key that does not give it away: 16 hex digits; free with g_free(). */
char *isr_key_fingerprint(const IsrKey *key);
/* HMAC-SHA-256 of @purpose, NUL, squeezed @value; lower-case hex; free with g_free(). */
char *isr_key_commit(const IsrKey *key, const char *purpose, const char *value);
/* HMAC-SHA-256 of @purpose, NUL, @audit, NUL, @text as it is: what an audit of another name derives
 * of the same text says nothing of it. Lower-case hex; free with g_free(). */
char *isr_key_derive(const IsrKey *key, const char *purpose, const char *audit, const char *text);
/* The first @length bytes, at most 32, of HMAC-SHA-256 of @purpose and NUL, to @secret. */
void isr_key_secret(const IsrKey *key, const char *purpose, guint8 *secret, gsize length);
