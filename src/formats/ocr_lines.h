/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words are seen as high as their letters are. Whoever puts lines together needs them as high as
 * their type. */
#pragma once

#include "ocr.h"

typedef struct {
    double top, bottom; /* pixels */
} IsrOcrHeight;

/* From where to where each of @words (of IsrOcrWord) reaches with room for all letters of its
 * line's type: a GArray of IsrOcrHeight. Lines of one paragraph are of one height, but where a
 * word is higher. */
GArray *isr_ocr_lines(const GArray *words);
