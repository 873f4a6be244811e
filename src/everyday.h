/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How carefully a part of a known name must be looked for, since it is a word or place too. */
#pragma once

#include <isredact/lists.h>
#include <isredact/terms.h>

IsrTermKind isr_everyday_kind(const IsrLists *lists, const char *word);
