/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks folders for gold files. */
#include "shelf.h"

#include <string.h>

static gint compare_names(gconstpointer one, gconstpointer other)
{
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

static gboolean load_file(GPtrArray *golds, const char *path, GError **error)
{
    IsrGold *gold = isr_gold_load(path, error);

    if (gold)
        g_ptr_array_add(golds, gold);
    return gold != NULL;
}

gboolean isr_shelf_load(GPtrArray *golds, const char *folder, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) entries = g_dir_open(folder, 0, error);
    const char *entry;

    if (!entries)
        return FALSE;
    while ((entry = g_dir_read_name(entries)))
        g_ptr_array_add(names, g_build_filename(folder, entry, NULL));
    g_ptr_array_sort(names, compare_names);
    for (guint i = 0; i < names->len; i++) {
        const char *name = names->pdata[i];
        gboolean done = TRUE;

        if (g_file_test(name, G_FILE_TEST_IS_DIR))
            done = isr_shelf_load(golds, name, error);
        else if (g_str_has_suffix(name, ".xml"))
            done = load_file(golds, name, error);
        if (!done)
            return FALSE;
    }
    return TRUE;
}
