/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The name of a host on the internet, as lists of them are written. */
#pragma once

#include <glib.h>

/* TRUE if @length bytes of @text are the name of one, "www.gov.uk": words of letters, digits and
 * hyphens, two or more, parted by dots. What stands around it in an address is none of it. */
gboolean isr_host_is_one(const char *text, gsize length);
