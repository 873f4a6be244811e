/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a word is another way to write a name: mistyped, shortened, joined, its initials. Keys
 * are squeezed. */
#pragma once

#include "mention.h"

/* Letters that a word must have for one of them to be wrong. */
#define ISR_LIKENESS_LEAST 5

/* One letter more, less or other, or two that changed places, in words of ISR_LIKENESS_LEAST
 * letters or more. */
gboolean isr_likeness_is_near(const char *a, const char *b);

/* "Finn" for Fionnbharr: its letters in their order, from the first two on. */
gboolean isr_likeness_is_shortened(const char *pet, const char *key);

/* "Gerry" for Gerard, "Cady" for Leocadia: the word without a pet name's ending is in the other. */
gboolean isr_likeness_is_pet_name(const char *pet, const char *key);
/* Bytes at the beginning of @pet that must be in the other for that; 0: it is no pet name. */
gsize isr_likeness_stem(const char *pet);

/* "BT-R" of Bodhi Tamang-Rowe: the first letters of all parts and pieces, or of first and last. */
gboolean isr_likeness_is_initials_of(const NamePart *part, const Mention *mention);

/* "OkaforJ", "jokafor": a surname and a forename or its initial in one word. */
gboolean isr_likeness_is_joined(const char *key, const Mention *mention);
