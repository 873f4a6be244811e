/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    g_log_set_always_fatal(G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL);
    return 0;
}

void fuzz_require(gboolean holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "does not hold: %s\n", what);
    abort();
}

IsrInput *fuzz_input(const void *bytes, gsize length)
{
    const int fd = memfd_create("fuzz", MFD_CLOEXEC);

    fuzz_require(fd >= 0 && write(fd, bytes, length) == (gssize)length, "a file in memory");
    IsrInput *input = isr_input_for_fd(fd, "fuzz", NULL);
    close(fd);
    fuzz_require(input != NULL, "an input of it");
    return input;
}

IsrOutput *fuzz_output(void)
{
    IsrOutput *output = isr_output_new("-", FALSE, NULL);

    fuzz_require(output != NULL, "a spooled output");
    return output;
}

GBytes *fuzz_written(const IsrOutput *output)
{
    const int fd = isr_output_fd(output);
    const off_t length = lseek(fd, 0, SEEK_END);
    guint8 *bytes = g_malloc((gsize)length + 1);

    fuzz_require(pread(fd, bytes, (gsize)length, 0) == length, "the output can be read");
    return g_bytes_new_take(bytes, (gsize)length);
}

static char *folder;

static void remove_folder(void)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;

    while (dir && (name = g_dir_read_name(dir))) {
        g_autofree char *path = g_build_filename(folder, name, NULL);

        g_unlink(path);
    }
    g_rmdir(folder);
    g_free(folder);
}

char *fuzz_file(const char *name, const void *bytes, gsize length)
{
    if (!folder) {
        folder = g_dir_make_tmp("isredact-fuzz-XXXXXX", NULL);
        fuzz_require(folder != NULL, "a folder for files");
        atexit(remove_folder);
    }
    char *path = g_build_filename(folder, name, NULL);
    FILE *file = fopen(path, "wb");

    fuzz_require(file && fwrite(bytes, 1, length, file) == length, "a file");
    fclose(file);
    return path;
}

const IsrPatterns *fuzz_patterns(void)
{
    static IsrPatterns *patterns;

    if (!patterns) {
        g_autofree char *from = isr_patterns_folder();

        patterns = isr_patterns_load(from, NULL);
        fuzz_require(patterns != NULL, "patterns that load");
    }
    return patterns;
}
