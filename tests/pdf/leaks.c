/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks other programs what they find in a file. Shares no code with src/. */
#include "leaks.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* A tool, and what it is called with: "@" is the file, "@.png" the file with that ending. The last
 * reads a picture that the page may not show. */
typedef struct {
    const char *program;
    guint look;
    const char *arguments[8];
    const char *before[8]; /* a call that must come first, or empty */
} Tool;

static const Tool tools[] = {
    {"pdftotext", PDF_LOOK_READ, {"-enc", "UTF-8", "@", "-"}, {NULL}},
    {"pdftotext", PDF_LOOK_READ, {"-raw", "-enc", "UTF-8", "@", "-"}, {NULL}},
    {"mutool", PDF_LOOK_READ, {"draw", "-q", "-F", "txt", "-o", "-", "@"}, {NULL}},
    {"qpdf",
     PDF_LOOK_READ,
     {"--qdf", "--object-streams=disable", "--decode-level=all", "--warning-exit-0", "@", "-"},
     {NULL}},
    {"tesseract",
     PDF_LOOK_SEE,
     {"@.png", "-", "--psm", "11"},
     {"pdftoppm", "-singlefile", "-png", "-r", "150", "@", "@"}},
    {"tesseract",
     PDF_LOOK_APART,
     {"@-000.png", "-", "--psm", "11"},
     {"pdfimages", "-png", "@", "@"}},
    /* The first object of a place's own, if it is a picture. */
    {"tesseract",
     PDF_LOOK_APART,
     {"image-0010.png", "-", "--psm", "11"},
     {"mutool", "extract", "@"}},
};

static gboolean is_there(const char *program)
{
    static GHashTable *missed;
    g_autofree char *path = g_find_program_in_path(program);

    if (!missed)
        missed = g_hash_table_new(g_str_hash, g_str_equal);
    if (!path && g_hash_table_add(missed, (gpointer)program))
        g_printerr("%s is not there: it is not asked\n", program);
    return path != NULL;
}

/* What the call says, NULL if it fails. */
static GBytes *ask(const char *program, const char *const *arguments, const char *path)
{
    g_autoptr(GPtrArray) call = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new(
        G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
    g_autoptr(GSubprocess) process = NULL;
    g_autofree char *folder = g_path_get_dirname(path);
    GBytes *said = NULL;

    g_ptr_array_add(call, g_strdup(program));
    for (guint i = 0; arguments[i]; i++) {
        const gboolean file = *arguments[i] == '@';

        g_ptr_array_add(call,
                        file ? g_strconcat(path, arguments[i] + 1, NULL) : g_strdup(arguments[i]));
    }
    g_ptr_array_add(call, NULL);
    g_subprocess_launcher_set_cwd(launcher, folder);
    process = g_subprocess_launcher_spawnv(launcher, (const char *const *)call->pdata, NULL);
    if (process)
        g_subprocess_communicate(process, NULL, NULL, &said, NULL, NULL);
    return said;
}

static void report(GPtrArray *leaks, const char *program, GBytes *said, CanarySet set)
{
    g_autoptr(GPtrArray) found = leaks_find(said, set);

    for (guint i = 0; i < found->len; i++)
        g_ptr_array_add(leaks, g_strdup_printf("%s, %s", program, (char *)found->pdata[i]));
}

/* @file in a folder of its own, which clear_away() removes. */
static char *put_down(GBytes *file)
{
    g_autofree char *folder = g_dir_make_tmp("isredact-leaks-XXXXXX", NULL);
    char *path = g_build_filename(folder, "file", NULL);
    gsize length;
    const char *bytes = g_bytes_get_data(file, &length);

    g_assert_true(g_file_set_contents(path, bytes, (gssize)length, NULL));
    return path;
}

static void clear_away(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autoptr(GDir) names = g_dir_open(folder, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name(names))) {
        g_autofree char *inside = g_build_filename(folder, name, NULL);

        g_unlink(inside);
    }
    g_rmdir(folder);
}

GPtrArray *pdf_leaks_find(GBytes *file, CanarySet set, guint looks)
{
    GPtrArray *leaks = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *path = put_down(file);

    if (looks & PDF_LOOK_READ)
        report(leaks, "bytes", file, set);
    for (guint i = 0; i < G_N_ELEMENTS(tools); i++) {
        const Tool *tool = &tools[i];
        g_autoptr(GBytes) said = NULL, drawn = NULL;

        if (!(tool->look & looks) || !is_there(tool->program))
            continue;
        if (tool->before[0])
            drawn = ask(tool->before[0], tool->before + 1, path);
        said = ask(tool->program, tool->arguments, path);
        if (said && g_bytes_get_size(said) > 0)
            report(leaks, tool->program, said, set);
    }
    clear_away(path);
    return leaks;
}

char *pdf_leaks_text(GBytes *file)
{
    g_autofree char *path = put_down(file);
    g_autoptr(GBytes) said = ask("pdftotext", tools[0].arguments, path);
    gsize length = 0;
    const char *text = said ? g_bytes_get_data(said, &length) : "";

    clear_away(path);
    return g_utf8_make_valid(text, (gssize)length);
}
