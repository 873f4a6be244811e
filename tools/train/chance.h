/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chance from a seed: the same on every machine. */
#pragma once

#include <glib.h>

typedef struct {
    guint64 state;
} Chance;

static inline guint32 chance_next(Chance *chance)
{
    guint64 z = chance->state += G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);

    z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT(0x94D049BB133111EB);
    return (guint32)(z >> 32);
}

/* 0 to @n - 1. */
static inline guint chance_below(Chance *chance, guint n)
{
    return (guint)((guint64)chance_next(chance) * n >> 32);
}

/* TRUE @percent times in a hundred. */
static inline gboolean chance_is(Chance *chance, guint percent)
{
    return chance_below(chance, 100) < percent;
}
