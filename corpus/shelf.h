/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A shelf: the gold documents of a folder and of the folders in it, in order of their names. */
#pragma once

#include "gold.h"

/* Appends the IsrGold * of each gold file under @folder to @golds. Errors: IO, MALFORMED. */
gboolean isr_shelf_load(GPtrArray *golds, const char *folder, GError **error);
