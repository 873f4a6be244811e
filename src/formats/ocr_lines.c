/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Most words have a letter that is as high as a capital, and one that ends on the baseline: a line
 * tells both by the quarter of its words that reach highest, above and below. */
#include "ocr_lines.h"

#define QUARTER 0.25
#define MIDDLE 0.5
/* Room above capitals and below the baseline, in heights of a capital. */
#define ABOVE 0.25
#define BELOW 0.35

/* A line: words @from to @to (exclusive) of one paragraph. */
typedef struct {
    guint from, to, paragraph;
    double baseline, height; /* of a capital */
} Line;

static gint by_size(gconstpointer a, gconstpointer b)
{
    const double x = *(const double *)a, y = *(const double *)b;

    return x < y ? -1 : x > y;
}

/* The value in @values (of double, not empty) that the part @share of them does not pass. */
static double share_of(GArray *values, double share)
{
    g_array_sort(values, by_size);
    return g_array_index(values, double, (guint)(share * (values->len - 1)));
}

static void measure(Line *line, const GArray *words)
{
    g_autoptr(GArray) tops = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) bottoms = g_array_new(FALSE, FALSE, sizeof(double));

    for (guint i = line->from; i < line->to; i++) {
        const IsrOcrWord *word = &g_array_index(words, IsrOcrWord, i);
        const double top = word->top, bottom = word->bottom;

        g_array_append_val(tops, top);
        g_array_append_val(bottoms, bottom);
    }
    line->baseline = share_of(bottoms, QUARTER);
    line->height = MAX(line->baseline - share_of(tops, QUARTER), 1);
}

static GArray *lines_of(const GArray *words)
{
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(Line));

    for (guint from = 0, to = 0; from < words->len; from = to) {
        const IsrOcrWord *first = &g_array_index(words, IsrOcrWord, from);
        Line line = {.from = from, .paragraph = first->paragraph};

        while (to < words->len && g_array_index(words, IsrOcrWord, to).line == first->line)
            to++;
        line.to = to;
        measure(&line, words);
        g_array_append_val(lines, line);
    }
    return lines;
}

/* The height of most lines of the paragraph that begins with line @from and ends before @to. */
static double height_of(const GArray *lines, guint from, guint to)
{
    g_autoptr(GArray) heights = g_array_new(FALSE, FALSE, sizeof(double));

    for (guint i = from; i < to; i++)
        g_array_append_val(heights, g_array_index(lines, Line, i).height);
    return share_of(heights, MIDDLE);
}

static void add_heights(GArray *heights, const GArray *words, const Line *line, double height)
{
    for (guint i = line->from; i < line->to; i++) {
        const IsrOcrWord *word = &g_array_index(words, IsrOcrWord, i);
        const IsrOcrHeight one = {MIN(line->baseline - (1 + ABOVE) * height, word->top),
                                  MAX(line->baseline + BELOW * height, word->bottom)};

        g_array_append_val(heights, one);
    }
}

GArray *isr_ocr_lines(const GArray *words)
{
    GArray *heights = g_array_sized_new(FALSE, FALSE, sizeof(IsrOcrHeight), words->len);
    g_autoptr(GArray) lines = lines_of(words);

    for (guint from = 0, to = 0; from < lines->len; from = to) {
        while (to < lines->len && g_array_index(lines, Line, to).paragraph ==
                                      g_array_index(lines, Line, from).paragraph)
            to++;
        const double height = height_of(lines, from, to);

        for (guint i = from; i < to; i++)
            add_heights(heights, words, &g_array_index(lines, Line, i), height);
    }
    return heights;
}
