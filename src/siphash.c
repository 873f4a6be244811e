/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SipHash with two rounds for each word and four at the end, as its authors (Aumasson, Bernstein)
 * define it; the same on every machine. */
#include "siphash.h"

#define ROUNDS_WITHIN 2
#define ROUNDS_AT_END 4

static guint64 turned(guint64 x, guint by)
{
    return x << by | x >> (64 - by);
}

/* Up to eight bytes, the first the lowest. */
static guint64 number_at(const guint8 *bytes, gsize length)
{
    guint64 number = 0;

    for (gsize i = 0; i < length; i++)
        number |= (guint64)bytes[i] << (8 * i);
    return number;
}

static void mix(guint64 v[4], guint rounds)
{
    while (rounds-- > 0) {
        v[0] += v[1];
        v[1] = turned(v[1], 13) ^ v[0];
        v[0] = turned(v[0], 32);
        v[2] += v[3];
        v[3] = turned(v[3], 16) ^ v[2];
        v[0] += v[3];
        v[3] = turned(v[3], 21) ^ v[0];
        v[2] += v[1];
        v[1] = turned(v[1], 17) ^ v[2];
        v[2] = turned(v[2], 32);
    }
}

static void take_in(guint64 v[4], guint64 word)
{
    v[3] ^= word;
    mix(v, ROUNDS_WITHIN);
    v[0] ^= word;
}

guint64 isr_siphash(const guint8 *key, gconstpointer data, gsize length)
{
    const guint64 low = number_at(key, 8), high = number_at(key + 8, 8);
    guint64 v[4] = {
        low ^ G_GUINT64_CONSTANT(0x736f6d6570736575), /* "somepseudorandomlygeneratedbytes" */
        high ^ G_GUINT64_CONSTANT(0x646f72616e646f6d),
        low ^ G_GUINT64_CONSTANT(0x6c7967656e657261),
        high ^ G_GUINT64_CONSTANT(0x7465646279746573),
    };
    const guint8 *bytes = data;
    gsize at = 0;

    for (; at + 8 <= length; at += 8)
        take_in(v, number_at(bytes + at, 8));
    take_in(v, number_at(bytes + at, length - at) | (guint64)(length & 0xff) << 56);
    v[2] ^= 0xff;
    mix(v, ROUNDS_AT_END);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}
