/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fingerprints of 64 bits: they tell bytes apart that differ by accident, in little time. They
 * are no proof against somebody who wants them to agree. */
#pragma once

#include <glib.h>

/* Of many bytes: files. The same on every machine. */
guint64 isr_fingerprint(gconstpointer data, gsize length);

/* Of one short text, letter by letter: begin with ISR_FINGERPRINT_START, isr_fingerprint_on() for
 * each, isr_fingerprint_end() at the end. */
#define ISR_FINGERPRINT_START G_GUINT64_CONSTANT(0xcbf29ce484222325)

static inline guint64 isr_fingerprint_on(guint64 so_far, guint8 letter)
{
    return (so_far ^ letter) * G_GUINT64_CONSTANT(0x100000001b3); /* FNV-1a */
}

static inline guint64 isr_fingerprint_end(guint64 so_far)
{
    so_far = (so_far ^ so_far >> 33) * G_GUINT64_CONSTANT(0xff51afd7ed558ccd);
    so_far = (so_far ^ so_far >> 33) * G_GUINT64_CONSTANT(0xc4ceb9fe1a85ec53);
    return so_far ^ so_far >> 33;
}
