/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is written beside an address and says which home is meant: "31 Mill Row, over the kebab
 * shop, side door". Alone such words say nothing; what they are is data, the rules with
 * only=beside-address. */
#pragma once

#include <isredact/patterns.h>
#include <isredact/reading.h>

/* Adds to @findings (resolved, all of @block, without a view of its own) a finding of category
 * ADDRESS for what stands straight behind an address or behind what was so added; resolves them
 * anew if one was. FALSE with LIMIT. */
gboolean isr_adjuncts_add(const IsrPatterns *patterns, const IsrBlock *block, GArray *findings,
                          GError **error);
