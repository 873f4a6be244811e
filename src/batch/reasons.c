/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table from sentence to count. */
#include "reasons.h"

#include <string.h>

/* The program has some fifty sentences; a few hold a number or the name of a part. */
#define MOST 200
#define OTHERS "other reasons"

struct IsrReasons {
    GHashTable *counts; /* char * to guint64 * */
};

IsrReasons *isr_reasons_new(void)
{
    IsrReasons *reasons = g_new0(IsrReasons, 1);

    reasons->counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return reasons;
}

void isr_reasons_free(IsrReasons *reasons)
{
    if (!reasons)
        return;
    g_hash_table_unref(reasons->counts);
    g_free(reasons);
}

void isr_reasons_add(IsrReasons *reasons, const char *sentence, gssize length)
{
    g_autofree char *key = length < 0 ? g_strdup(sentence) : g_strndup(sentence, (gsize)length);
    guint64 *count = g_hash_table_lookup(reasons->counts, key);

    if (!count && g_hash_table_size(reasons->counts) >= MOST) {
        g_free(key);
        key = g_strdup(OTHERS);
        count = g_hash_table_lookup(reasons->counts, key);
    }
    if (!count) {
        count = g_new0(guint64, 1);
        g_hash_table_insert(reasons->counts, g_steal_pointer(&key), count);
    }
    (*count)++;
}

static gint by_count(gconstpointer a, gconstpointer b)
{
    const IsrReason *one = a, *other = b;

    if (one->count != other->count)
        return one->count > other->count ? -1 : 1;
    return strcmp(one->sentence, other->sentence);
}

GArray *isr_reasons_ordered(const IsrReasons *reasons)
{
    GArray *ordered = g_array_new(FALSE, FALSE, sizeof(IsrReason));
    gpointer sentence, count;
    GHashTableIter iter;

    g_hash_table_iter_init(&iter, reasons->counts);
    while (g_hash_table_iter_next(&iter, &sentence, &count)) {
        const IsrReason reason = {sentence, *(const guint64 *)count};

        g_array_append_val(ordered, reason);
    }
    g_array_sort(ordered, by_count);
    return ordered;
}
