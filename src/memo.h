/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was worked out before, by a fingerprint of all that it depends on. Answers stand side by
 * side and the table grows with them, so that a short text touches little memory, and a worker
 * that inherits a table copies little of it. */
#pragma once

#include <glib.h>

typedef struct IsrMemo IsrMemo;

/* Answers of @size bytes each, of which it holds @most; it forgets all when that many are there
 * and another comes. Not shared between threads. Free with isr_memo_free() (accepts NULL). */
IsrMemo *isr_memo_new(gsize size, guint most);
void isr_memo_free(IsrMemo *memo);

/* The answer kept for @print, or room for it, which is not cleared; *@known says which. Aligned for
 * eight bytes. Borrowed, until the next call. */
gpointer isr_memo_find(IsrMemo *memo, guint64 print, gboolean *known);
