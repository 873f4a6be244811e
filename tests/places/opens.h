/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What LibreOffice shows of copies. */
#pragma once

#include "kit.h"

/* TRUE if there is a LibreOffice to ask. */
gboolean opens_can(void);

/* Converts source and copy of all places of @tables, joined in one document where they can be, to
 * text in one go. Prints a line for each copy that does not open, shows a canary, or lacks kept
 * words that its source shows; returns how many there are. */
guint opens_run(const KitForm *form, const Place *const *tables);
