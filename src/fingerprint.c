/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Four lanes of eight bytes each, so that a processor can work at all of them at once. */
#include "fingerprint.h"

#include <string.h>

#define PRIME_A G_GUINT64_CONSTANT(0x9e3779b185ebca87)
#define PRIME_B G_GUINT64_CONSTANT(0xc2b2ae3d27d4eb4f)

static guint64 read_eight(const guint8 *at)
{
    guint64 value;

    memcpy(&value, at, sizeof value);
    return GUINT64_FROM_LE(value);
}

static guint64 stir(guint64 lane, guint64 value)
{
    lane += value * PRIME_B;
    return (lane << 31 | lane >> 33) * PRIME_A;
}

guint64 isr_fingerprint(gconstpointer data, gsize length)
{
    const guint8 *at = data, *end = at + length;
    guint64 lanes[4] = {PRIME_A, PRIME_B, 1, length}, sum = length;

    for (; end - at >= 32; at += 32) {
        for (guint i = 0; i < 4; i++)
            lanes[i] = stir(lanes[i], read_eight(at + 8 * i));
    }
    for (; end - at >= 8; at += 8)
        lanes[0] = stir(lanes[0], read_eight(at));
    for (; at < end; at++)
        lanes[1] = stir(lanes[1], *at);
    /* Of short data two lanes know nothing. */
    for (guint i = 0; i < (length < 32 ? 2 : 4); i++)
        sum = stir(sum ^ isr_fingerprint_end(lanes[i]), i);
    return isr_fingerprint_end(sum);
}
