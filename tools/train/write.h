/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts a model together in the layout of tagger_model.h. */
#pragma once

#include "lexicon.h"
#include "optimise.h"

/* The bytes of a model of @lexicon and @weights (NULL: none yet), weights rounded to a byte each.
 * Free with g_byte_array_unref(). */
GByteArray *model_bytes(const Lexicon *lexicon, const Weights *weights);
