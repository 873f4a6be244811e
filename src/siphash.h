/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SipHash-2-4: a keyed hash of short texts. Who has no key learns from a hash nothing but whether
 * two texts are one; it is no signature. */
#pragma once

#include <glib.h>

#define ISR_SIPHASH_KEY_BYTES 16

/* The hash of @length bytes of @data under @key (ISR_SIPHASH_KEY_BYTES bytes). */
guint64 isr_siphash(const guint8 *key, gconstpointer data, gsize length);
