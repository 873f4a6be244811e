/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads whole files; the largest has a few megabytes. */
#include "source.h"

#include <gio/gio.h>

char **source_lines(const char *folder, const char *name, GError **error)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autoptr(GFile) file = g_file_new_for_path(path);
    g_autoptr(GInputStream) in = (GInputStream *)g_file_read(file, NULL, error);
    g_autoptr(GOutputStream) out = g_memory_output_stream_new_resizable();

    if (in == NULL)
        return NULL;
    if (g_str_has_suffix(name, ".gz")) {
        g_autoptr(GZlibDecompressor) gunzip =
            g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_GZIP);
        GInputStream *plain = g_converter_input_stream_new(in, G_CONVERTER(gunzip));
        g_object_unref(in);
        in = plain;
    }
    if (g_output_stream_splice(out, in, G_OUTPUT_STREAM_SPLICE_NONE, NULL, error) < 0 ||
        !g_output_stream_write_all(out, "", 1, NULL, NULL, error))
        return NULL;
    return g_strsplit(g_memory_output_stream_get_data(G_MEMORY_OUTPUT_STREAM(out)), "\n", -1);
}

static gint by_text(gconstpointer a, gconstpointer b)
{
    return g_strcmp0(*(char *const *)a, *(char *const *)b);
}

char **source_names(const char *folder, const char *suffix, GError **error)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, error);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    const char *name;

    if (dir == NULL)
        return NULL;
    while ((name = g_dir_read_name(dir)) != NULL)
        if (g_str_has_suffix(name, suffix))
            g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, by_text);
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(g_steal_pointer(&names), FALSE);
}
