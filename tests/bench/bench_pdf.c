/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long the program takes for a PDF of a hundred pages of text, how much memory it needs, and
 * how large the copy is. Another number of pages may be given. */
#include "record.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

#define WIDTH 595
#define HEIGHT 842
#define LINES 52
#define LETTERS 88 /* of a line, about */
#define BYTES_PER_PAGE 4600

/* Cuts the next line off @text: at a line's end, else at the last space that fits. */
static char *next_line(const char **text)
{
    const char *end = strchr(*text, '\n'), *cut = *text;
    char *line;

    for (guint i = 0; i < LETTERS && *cut && cut != end; i++)
        cut = g_utf8_next_char(cut);
    if (*cut && cut != end) {
        const char *space = g_strrstr_len(*text, cut - *text, " ");

        cut = space ? space : cut;
    }
    line = g_strndup(*text, (gsize)(cut - *text));
    *text = *cut ? cut + 1 : cut;
    return line;
}

static void draw_page(cairo_t *cairo, const char **text)
{
    for (guint i = 0; i < LINES && **text; i++) {
        g_autofree char *line = next_line(text);

        cairo_move_to(cairo, 56, 64 + 14 * (double)i);
        cairo_show_text(cairo, line);
    }
    cairo_show_page(cairo);
}

/* A document of @pages pages in @path. FALSE if it cannot be written. */
static gboolean draw(const char *path, const char *text, guint pages)
{
    cairo_surface_t *surface = cairo_pdf_surface_create(path, WIDTH, HEIGHT);
    cairo_t *cairo = cairo_create(surface);

    cairo_select_font_face(cairo, "DejaVu Serif", CAIRO_FONT_SLANT_NORMAL,
                           CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(cairo, 10);
    for (guint i = 0; i < pages && *text; i++)
        draw_page(cairo, &text);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    const gboolean good = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;

    cairo_surface_destroy(surface);
    return good;
}

static goffset size_of(const char *path)
{
    GStatBuf about;

    return g_stat(path, &about) == 0 ? about.st_size : 0;
}

static void report(const char *source, const char *copy, guint pages, gint64 since)
{
    const double wall = (double)(g_get_monotonic_time() - since) / G_USEC_PER_SEC;
    struct rusage usage;

    getrusage(RUSAGE_CHILDREN, &usage);
    const double busy = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                        (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;

    printf("%u pages: %.1f s of the processor (%.0f ms a page), %.1f s by the clock, %ld MB of "
           "memory\n",
           pages, busy, busy * 1000 / pages, wall, usage.ru_maxrss / 1024);
    printf("  source %.0f KB, copy %.0f KB (%.0f KB a page)\n", (double)size_of(source) / 1000,
           (double)size_of(copy) / 1000, (double)size_of(copy) / 1000 / pages);
}

/* Runs the program; FALSE if it makes no copy. */
static gboolean run(const char *source, const char *copy, const char *manifest, guint pages)
{
    const char *argv[] = {g_getenv("ISREDACT_PROGRAM"),
                          "--profile=anonymise",
                          "-o",
                          copy,
                          "--manifest",
                          manifest,
                          source,
                          NULL};
    const gint64 since = g_get_monotonic_time();
    int status = 1;
    const gboolean ran = g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL,
                                      NULL, NULL, NULL, &status, NULL) &&
                         WIFEXITED(status) && WEXITSTATUS(status) < 2;

    if (ran)
        report(source, copy, pages, since);
    return ran;
}

int main(int argc, char **argv)
{
    const guint pages = argc > 1 ? (guint)g_ascii_strtoull(argv[1], NULL, 10) : 100;
    g_autofree char *folder = g_dir_make_tmp("isredact-bench-XXXXXX", NULL);
    g_autofree char *source = g_build_filename(folder, "source.pdf", NULL);
    g_autofree char *copy = g_build_filename(folder, "copy.pdf", NULL);
    g_autofree char *manifest = g_build_filename(folder, "manifest.json", NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) text =
        isr_bench_record(g_getenv("ISREDACT_ROOT"), BYTES_PER_PAGE * (gsize)pages, &error);
    const gboolean done =
        text && pages > 0 && draw(source, text->str, pages) && run(source, copy, manifest, pages);

    if (!done)
        fprintf(stderr, "%s\n", error ? error->message : "the program made no copy");
    g_remove(source);
    g_remove(copy);
    g_remove(manifest);
    g_rmdir(folder);
    return done ? 0 : 1;
}
