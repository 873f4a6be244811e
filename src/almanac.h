/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words of the almanac: months, years, terms and holidays that tell when something was and are no
 * date that could be moved. Beside dates that were, they tell by how much. */
#pragma once

#include "residue.h"

/* What they look like; free with g_regex_unref(). */
GRegex *isr_almanac_new(void);

/* TRUE if such words stand in what is left of a block, outside of marks. */
gboolean isr_almanac_stands(const GRegex *almanac, const IsrResidue *residue);
