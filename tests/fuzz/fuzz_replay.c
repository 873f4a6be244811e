/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A harness as a plain test: gives it every stored input whole and cut short, in order, and two
 * that are next to nothing. Usage: HARNESS FOLDER|FILE... */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static guint runs;

/* Where the sanitizers look, a byte past the end is nobody's. */
static void give(const char *bytes, gsize length)
{
    uint8_t *data = malloc(length ? length : 1);

    memcpy(data, bytes, length);
    LLVMFuzzerTestOneInput(data, length);
    free(data);
    runs++;
}

static gboolean give_file(const char *path)
{
    g_autofree char *bytes = NULL;
    gsize length;

    if (!g_file_get_contents(path, &bytes, &length, NULL))
        return FALSE;
    fprintf(stderr, "%s\n", path); /* the last one named is the one that broke it */
    give(bytes, length);
    give(bytes, length / 2);
    return TRUE;
}

static gint by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static gboolean give_folder(const char *folder)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;

    while (dir && (name = g_dir_read_name(dir)))
        g_ptr_array_add(paths, g_build_filename(folder, name, NULL));
    g_ptr_array_sort(paths, by_name);
    for (guint i = 0; i < paths->len; i++) {
        if (!give_file(paths->pdata[i]))
            return FALSE;
    }
    return paths->len > 0;
}

int main(int argc, char **argv)
{
    LLVMFuzzerInitialize(&argc, &argv);
    give("", 0);
    give("\0\0\0\0", 4);
    for (int i = 1; i < argc; i++) {
        const gboolean folder = g_file_test(argv[i], G_FILE_TEST_IS_DIR);

        if (!(folder ? give_folder(argv[i]) : give_file(argv[i]))) {
            fprintf(stderr, "%s: cannot be read, or holds nothing\n", argv[i]);
            return EXIT_FAILURE;
        }
    }
    fprintf(stderr, "%u inputs\n", runs);
    return EXIT_SUCCESS;
}
