/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists of words and phrases as people write them in rule files, made into one expression. */
#pragma once

#include <glib.h>

/* A place that does not cut a word or number in two. */
#define ISR_EDGE "(?!(?<=[\\p{L}\\p{N}])[\\p{L}\\p{N}])"

/* An expression for any phrase of @list ("NHS number;tax*;e-mail"), or NULL if it is empty; free
 * with g_free(). Capitals do not matter; a space may be a line end, a border of cells or a
 * hyphen; a hyphen may be missing; a star stands for any ending, or beginning, of a word.
 * @edge: what must hold behind a phrase that ends in a letter or digit. */
char *isr_phrases_expression(const char *list, const char *edge);

/* @list of labels, changed so that a label that ends in "no", "number", "ref" or "id" also stands
 * with any other of these words. For isr_phrases_expression(); free with g_free(). */
char *isr_phrases_labels(const char *list);
