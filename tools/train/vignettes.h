/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Vignettes: short invented passages in which it is marked who everybody is, as small gold
 * documents. They show more ways to say so than whole records can. */
#pragma once

#include <gold.h>

/* Adds to @golds (of IsrGold *) those of each *.txt of @folder, in order. They are parted by empty
 * lines; a line is a block ("# " a heading, "- " a bullet, "| a | b |" a row), one that begins with
 * "//" a comment; "{f2 Ann Bell}" is a name of the second relative, and so s, t, p and r for
 * subjects, third parties, professionals and referrers. Errors: GIO's; MALFORMED, naming file and line. */
gboolean vignettes_load(GPtrArray *golds, const char *folder, GError **error);
