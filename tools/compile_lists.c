/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Compiles the word lists: compile-lists FOLDER OUT DEPFILE. The build runs it. */
#include <isredact/lists.h>

#include <string.h>

/* The files that @out is made from, as ninja reads it; the folder too, for files that come. */
static gboolean write_depfile(const char *path, const char *folder, const char *out, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, error);
    const char *name;

    if (!dir)
        return FALSE;
    g_string_printf(text, "%s: %s", out, folder);
    while ((name = g_dir_read_name(dir))) {
        if (g_str_has_suffix(name, ".txt"))
            g_string_append_printf(text, " %s/%s", folder, name);
    }
    g_string_append_c(text, '\n');
    return g_file_set_contents(path, text->str, (gssize)text->len, error);
}

static gboolean compile(char **argv, GError **error)
{
    g_autoptr(GBytes) bytes = isr_lists_compile(argv[1], error);
    gsize length;
    const char *data = bytes ? g_bytes_get_data(bytes, &length) : NULL;

    return data && g_file_set_contents(argv[2], data, (gssize)length, error) &&
           write_depfile(argv[3], argv[1], argv[2], error);
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;

    if (argc != 4) {
        g_printerr("usage: compile-lists FOLDER OUT DEPFILE\n");
        return 2;
    }
    if (!compile(argv, &error)) {
        g_printerr("compile-lists: %s\n", error->message);
        return 1;
    }
    return 0;
}
