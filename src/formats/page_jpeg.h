/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pixels as a JPEG that holds nothing else. */
#pragma once

#include "page_strips.h"

/* @pixels as a JPEG without comments and application segments; @grey: they have no colour. Free
 * with g_byte_array_unref(). */
GByteArray *isr_page_jpeg(const IsrPixels *pixels, gboolean grey);
