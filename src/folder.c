/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the names in a folder. GDir takes an error for the end, so readdir() is asked itself. */
#include "folder.h"

#include <isredact/error.h>

#include <dirent.h>
#include <errno.h>
#include <string.h>

static gint by_bytes(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static GPtrArray *fail(const char *path, GError **error)
{
    const int code = errno;

    g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                "%s: this folder cannot be read: %s; put that of your installation back", path,
                g_strerror(code));
    return NULL;
}

/* Fills @names; FALSE, with errno, if there may be more. */
static gboolean fill(GPtrArray *names, DIR *dir, const char *suffix)
{
    const struct dirent *entry;

    while ((errno = 0, entry = readdir(dir))) {
        if (entry->d_name[0] != '.' && g_str_has_suffix(entry->d_name, suffix))
            g_ptr_array_add(names, g_strdup(entry->d_name));
    }
    return errno == 0;
}

GPtrArray *isr_folder_names(const char *path, const char *suffix, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    DIR *dir = opendir(path);
    gboolean whole;
    int code;

    if (!dir)
        return fail(path, error);
    whole = fill(names, dir, suffix);
    code = errno;
    closedir(dir);
    errno = code;
    if (!whole)
        return fail(path, error);
    g_ptr_array_sort(names, by_bytes);
    return g_steal_pointer(&names);
}
