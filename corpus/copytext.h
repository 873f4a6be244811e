/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text that the reader of a copy sees. Written apart from the program's own readers, so that
 * the score does not believe what they overlook. */
#pragma once

#include "build.h"

/* Text of @copy, whose format is @build's, in the order header, body, footer; free with g_free().
 * NULL with error set (MALFORMED) when the copy is no such document. */
char *isr_copytext(const IsrBuild *build, GBytes *copy, GError **error);
