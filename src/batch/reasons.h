/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many documents have one thing to say of them, for each thing that is said. However many
 * documents there are, only so many sentences are kept apart. */
#pragma once

#include <glib.h>

typedef struct {
    char *sentence;
    guint64 count;
} IsrReason;

typedef struct IsrReasons IsrReasons;

/* Free with isr_reasons_free() (accepts NULL). */
IsrReasons *isr_reasons_new(void);
void isr_reasons_free(IsrReasons *reasons);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrReasons, isr_reasons_free)

/* Counts the first @length bytes of @sentence once more (-1: up to NUL); what comes after very many
 * different ones is counted as "other reasons". */
void isr_reasons_add(IsrReasons *reasons, const char *sentence, gssize length);

/* GArray of IsrReason, the most frequent first, its sentences borrowed; free with
 * g_array_unref(). */
GArray *isr_reasons_ordered(const IsrReasons *reasons);
