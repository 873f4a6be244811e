/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Company: with whom somebody is met in the documents of a batch. Of two people with one name, the
 * one with the same mother is the likelier. */
#pragma once

#include "bearers.h"

/* What the people have by whom @root is met, themselves left out: a set of 64-bit numbers. Free
 * with g_hash_table_unref(). */
GHashTable *isr_company_of(const Bearers *all, guint root);

/* How much of @root's company is in @company: each person once, subjects and family the most. */
guint isr_company_share(const Bearers *all, guint root, GHashTable *company);

/* Of the roots @likely the one whose company is clearly the nearest to that of @root; BEARER_NONE
 * if none is. */
guint isr_company_nearest(const Bearers *all, guint root, const GArray *likely);
