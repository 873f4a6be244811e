/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose offset moves the dates of a record that is about nobody: minutes, a letter about a house.
 * An interval between two of its dates is true under any offset; one to a date in another record
 * only under that of the person whose record that is. */
#pragma once

#include "bearers.h"

/* The bearer, of any document, whose offset it is; BEARER_NONE if the record has a subject of its
 * own, or nothing leads to one: the key's own offset then. @subjects: roots + 1 of all whom a
 * record is about. It is the subject who is named in it, of several the one with most records; else
 * the one in whose records the people are met who are named in it, family before professionals, if
 * that is clearly one. */
guint isr_dating_whose(const Bearers *all, GHashTable *subjects, guint document);
