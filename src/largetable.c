/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The system is told of the whole pages that lie in the table. Where it does not listen, the table
 * is only slower. */
#include "largetable.h"

#include <sys/mman.h>
#include <unistd.h>

gpointer isr_large_table_new(gsize bytes)
{
    guint8 *table = g_malloc0(bytes);
    const gsize page = (gsize)sysconf(_SC_PAGESIZE);
    const gsize before = (page - (gsize)table % page) % page;

    if (bytes > before + page)
        (void)madvise(table + before, (bytes - before) / page * page, MADV_HUGEPAGE);
    return table;
}
