/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rate is that of the whole run so far, by which the time left is judged. */
#include "progress.h"

#include "../descriptor.h"

#include <string.h>
#include <unistd.h>

#define BAR 30
/* Seconds between two looks at a bar, and between two lines where there is none. */
#define BAR_EVERY 0.2
#define LINE_EVERY 30.0

struct IsrProgress {
    int fd;
    char *what;
    guint64 done, total;
    gint64 start, shown;
    gboolean bar, drawn;
};

IsrProgress *isr_progress_new(int fd, const char *what, guint64 total)
{
    IsrProgress *progress = g_new0(IsrProgress, 1);

    progress->fd = fd;
    progress->what = g_strdup(what);
    progress->total = total;
    progress->start = progress->shown = g_get_monotonic_time();
    progress->bar = fd >= 0 && isatty(fd) && g_strcmp0(g_getenv("TERM"), "dumb") != 0;
    return progress;
}

static char *time_left(double seconds)
{
    if (seconds < 90)
        return g_strdup_printf("%.0f s left", seconds);
    if (seconds < 5400)
        return g_strdup_printf("%.0f min left", seconds / 60);
    return g_strdup_printf("%.1f h left", seconds / 3600);
}

static void add_bar(GString *text, guint64 done, guint64 total, guint width)
{
    guint full = total > 0 ? (guint)(done * width / total) : width;

    g_string_append_c(text, '[');
    for (guint i = 0; i < width; i++)
        g_string_append_c(text, i < full ? '#' : '.');
    g_string_append(text, "] ");
}

char *isr_progress_text(const char *what, guint64 done, guint64 total, double seconds, guint width)
{
    GString *text = g_string_new(what);
    double rate = seconds > 0 ? (double)done / seconds : 0;

    g_string_append_c(text, ' ');
    if (width > 0)
        add_bar(text, done, total, width);
    g_string_append_printf(text, "%" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT, done, total);
    if (rate > 0) {
        g_autofree char *left = time_left((double)(total - MIN(done, total)) / rate);

        g_string_append_printf(text, ", %.1f a second, %s", rate, left);
    }
    return g_string_free(text, FALSE);
}

static void put(IsrProgress *progress, gboolean line)
{
    double seconds = (double)(g_get_monotonic_time() - progress->start) / G_USEC_PER_SEC;
    g_autofree char *text = isr_progress_text(progress->what, progress->done, progress->total,
                                              seconds, progress->bar ? BAR : 0);
    g_autofree char *whole =
        line ? g_strconcat(text, "\n", NULL) : g_strconcat("\r\033[K", text, NULL);

    isr_descriptor_write(progress->fd, whole, strlen(whole)); /* who is not seen harms nobody */
    progress->shown = g_get_monotonic_time();
    progress->drawn = TRUE;
}

void isr_progress_show(IsrProgress *progress)
{
    double since = (double)(g_get_monotonic_time() - progress->shown) / G_USEC_PER_SEC;

    if (progress->fd >= 0 && since >= (progress->bar ? BAR_EVERY : LINE_EVERY))
        put(progress, !progress->bar);
}

void isr_progress_step(IsrProgress *progress)
{
    progress->done++;
    isr_progress_show(progress);
}

void isr_progress_end(IsrProgress *progress)
{
    if (!progress)
        return;
    if (progress->bar && progress->drawn)
        isr_descriptor_write(progress->fd, "\r\033[K", 4);
    else if (progress->fd >= 0 && progress->drawn)
        put(progress, TRUE);
    g_free(progress->what);
    g_free(progress);
}
