/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stage of a batch that says who in one document is who in another. */
#pragma once

#include "batch.h"

/* From all surveys: writes into the journal the identities of each document's people, and the
 * doubts as text "doubts". It works in a process of its own, since what it holds grows with the
 * batch. Errors: IO. */
gboolean isr_linking_run(const IsrBatch *batch, GError **error);

/* Reads an entry's identities: *identities for IsrJob.identities, *callings for IsrJob.callings;
 * both NULL if there are none, else to be freed with g_hash_table_unref(). */
void isr_linking_read(const char *text, GHashTable **identities, GHashTable **callings);

/* A line of the doubts. */
typedef struct {
    char kind[8]; /* of isr_doubt_id() */
    gint64 document;
    guint person;
    char code[10], other[10]; /* other "": nobody in particular */
} IsrLinkingDoubt;

/* The doubts in the journal, GArray of IsrLinkingDoubt; free with g_array_unref(). Error: IO. */
GArray *isr_linking_doubts(const IsrBatch *batch, GError **error);
