/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is who in a document: each person's role and what it rests on. */
#pragma once

#include <isredact/record.h>

/* The table of the people in @record, in the order in which they are first met; with their names
 * only if @names. Free with g_free(). */
char *isr_whoiswho_text(const IsrRecord *record, gboolean names);
