/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Discretion: whether what is said around a name asks that nobody learn that it was this person who
 * told. Cues know wordings; this is learnt, and goes by the words and by what they mean, so that it
 * also knows wordings that nobody wrote down. */
#pragma once

#include <isredact/cue.h>

#include "classifier.h"
#include "network.h"

/* For the models' files; the numbers grow with every change of what is asked. */
#define ISR_DISCRETION_USE "discretion 1"
#define ISR_DISCRETION_NETWORK "discretion words 1"

/* The classes: anybody, and who told in confidence. */
enum { ISR_DISCRETION_ANYBODY, ISR_DISCRETION_TOLD, ISR_DISCRETION_CLASSES };

/* Appends the features (guint32, some more than once) of what the @n tokens around the name @at
 * say. */
void isr_discretion_gather(const IsrCueToken *tokens, guint n, guint at, GArray *features);

/* The words around the name, for the network; free with isr_wording_free(). */
IsrWording *isr_discretion_wording(const IsrVectors *vectors, const IsrCueToken *tokens, guint n,
                                   guint at);

/* How probable both models find it that who is named @at told in confidence; 0 among names alone.
 */
double isr_discretion_judge(const IsrClassifier *classifier, IsrNetwork *network,
                            const IsrVectors *vectors, const IsrCueToken *tokens, guint n,
                            guint at);
