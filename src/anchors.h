/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words by which the phrases of a lexis are hung up. A text says the same words again and
 * again: each is searched but once. */
#pragma once

#include <glib.h>

typedef struct IsrAnchors IsrAnchors;

/* Has none yet. Not shared between threads; free with isr_anchors_free() (accepts NULL). */
IsrAnchors *isr_anchors_new(void);
void isr_anchors_free(IsrAnchors *anchors);

/* Adds the plain word of @length bytes, or if @open any word that begins so. Returns its number,
 * from 0; one that was added before keeps the number it has. Not after isr_anchors_compile(). */
guint isr_anchors_add(IsrAnchors *anchors, const char *word, gsize length, gboolean open);
/* Makes them ready to search; nothing can be added afterwards. */
void isr_anchors_compile(IsrAnchors *anchors);

/* The numbers of the anchors that the plain word of @length bytes is, the shortest first; how many
 * goes to @n; NULL if none. Borrowed, until the next call. */
const guint *isr_anchors_find(IsrAnchors *anchors, const char *word, gsize length, guint *n);
