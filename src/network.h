/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A network that judges a row of words by what they mean: each filter looks for something said in
 * one, two or three words that follow each other, and the place where it answers most counts. What
 * it says adds to what a classifier says. Its file is docs/model.md's: data, mapped, never written
 * to. */
#pragma once

#include "classifier.h"
#include "vectors.h"

/* Filters look at 1 to so many words. */
#define ISR_NETWORK_WIDTHS 3

/* A word as the network reads it. */
typedef struct {
    const gint8 *vector; /* what it means; NULL: not known */
    guint mark, n_marks; /* its own in IsrWording.marks: what else is known of it */
} IsrNetworkWord;

/* The words of a sentence. */
typedef struct {
    GArray *words; /* of IsrNetworkWord */
    GArray *marks; /* of guint32: features */
} IsrWording;

/* Free with isr_wording_free() (accepts NULL). */
IsrWording *isr_wording_new(void);
void isr_wording_free(IsrWording *wording);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrWording, isr_wording_free)
/* Appends a word of which nothing but @vector is known yet. */
void isr_wording_add(IsrWording *wording, const gint8 *vector);
/* Adds to what is known of the last word; what is known already is not added. */
void isr_wording_mark(IsrWording *wording, guint32 feature);

typedef struct IsrNetwork IsrNetwork;

/* Maps the network at @path, made for @use, with @classes classes, and for words with as many
 * numbers as those of @vectors (borrowed). Errors: RULES; the sentence says what to do. Free with
 * isr_network_free() (accepts NULL). */
IsrNetwork *isr_network_open(const char *path, const char *use, guint classes,
                             const IsrVectors *vectors, GError **error);
/* The same for a network in memory, which must outlive it. @name is for messages. */
IsrNetwork *isr_network_read(const guint8 *bytes, gsize length, const char *name, const char *use,
                             guint classes, const IsrVectors *vectors, GError **error);
void isr_network_free(IsrNetwork *network);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrNetwork, isr_network_free)

/* The checksum that tells this network from others. */
guint64 isr_network_checksum(const IsrNetwork *network);

/* Adds to the sums of @tally what the network says of @wording. It remembers what words come to,
 * so one network must not be asked by two threads at once. */
void isr_network_judge(IsrNetwork *network, const IsrWording *wording, IsrTally *tally);
/* Sets @credits, one for each word, to how much it spoke for @class rather than for the mean of
 * the others: a filter's answer is shared among the words that it looked at. */
void isr_network_credit(IsrNetwork *network, const IsrWording *wording, guint class,
                        float *credits);
