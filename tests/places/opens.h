/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What LibreOffice shows of copies. */
#pragma once

#include "kit.h"

/* TRUE if there is a LibreOffice to ask. */
gboolean opens_can(void);

/* Converts source and copy of every place of @tables to text in one go. Prints a line for each
 * copy that does not open, shows a canary, or shows fewer of its kept words than its source;
 * returns how many there are. */
guint opens_run(const KitForm *form, const Place *const *tables);
