/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bar charts as SVG within the page. Whole numbers alone, so that no rounding differs anywhere. */
#include "report_page.h"

#include "markup.h"

#define WIDTH 760
#define LEFT 190   /* where bars begin */
#define LENGTH 470 /* of the longest */
#define ROW 26
#define BAR 18

static const struct {
    const char *words, *class;
} groups[ISR_N_REPORT] = {
    [ISR_REPORT_REMOVED] = {"Removed", "gone"},
    [ISR_REPORT_CHANGED] = {"Coded or made less exact", "less"},
    [ISR_REPORT_KEPT] = {"Kept", "kept"},
};

const char *isr_report_group_words(IsrReportGroup group)
{
    return groups[group].words;
}

/* Removed is full, made less exact striped, kept empty, so that grey print tells them apart. */
void isr_report_add_legend(GString *text)
{
    g_string_append(
        text, "<svg width=\"0\" height=\"0\" class=\"defs\" aria-hidden=\"true\"><defs>"
              "<pattern id=\"stripes\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" "
              "patternTransform=\"rotate(45)\"><rect width=\"7\" height=\"7\" class=\"ground\"/>"
              "<rect width=\"3\" height=\"7\" class=\"stripe\"/></pattern></defs></svg>\n"
              "<ul class=\"legend\">\n");
    for (guint i = 0; i < ISR_N_REPORT; i++)
        g_string_append_printf(text,
                               "<li><svg width=\"26\" height=\"16\" aria-hidden=\"true\"><rect "
                               "x=\"1\" y=\"1\" width=\"24\" height=\"14\" class=\"%s\"/></svg> "
                               "%s</li>\n",
                               groups[i].class, groups[i].words);
    g_string_append(text, "</ul>\n");
}

static guint64 sum_of(const IsrReportBar *bar)
{
    guint64 sum = 0;

    for (guint i = 0; i < ISR_N_REPORT; i++)
        sum += bar->values[i];
    return sum;
}

static guint64 longest(const IsrReportBar *bars, guint n)
{
    guint64 most = 1;

    for (guint i = 0; i < n; i++)
        most = MAX(most, sum_of(&bars[i]));
    return most;
}

static guint scaled(guint64 value, guint64 most)
{
    return (guint)((gdouble)value * LENGTH / (gdouble)most);
}

/* One part of a bar; what is not 0 is seen. */
static guint add_part(GString *text, const IsrReportBar *bar, guint group, guint x, guint y,
                      guint64 most)
{
    guint width = MAX(scaled(bar->values[group], most), 2);

    if (bar->values[group] == 0)
        return x;
    g_string_append_printf(
        text, "<rect x=\"%u\" y=\"%u\" width=\"%u\" height=\"%d\" class=\"%s\"><title>", x, y,
        width, BAR, groups[group].class);
    isr_markup_text(text, bar->label);
    g_string_append_printf(text, ": %s ", groups[group].words);
    isr_markup_number(text, bar->values[group]);
    g_string_append(text, "</title></rect>\n");
    return x + width;
}

static void add_bar(GString *text, const IsrReportBar *bar, guint n, guint64 most)
{
    guint y = n * ROW + 4, x = LEFT;

    g_string_append_printf(text, "<text x=\"%d\" y=\"%u\" class=\"label\">", LEFT - 8, y + 14);
    isr_markup_text(text, bar->label);
    g_string_append(text, "</text>\n");
    for (guint i = 0; i < ISR_N_REPORT; i++)
        x = add_part(text, bar, i, x, y, most);
    g_string_append_printf(text, "<text x=\"%u\" y=\"%u\">", x + 8, y + 14);
    isr_markup_number(text, sum_of(bar));
    g_string_append(text, "</text>\n");
}

void isr_report_add_chart(GString *text, const char *id, const char *title, const char *description,
                          const IsrReportBar *bars, guint n)
{
    guint64 most = longest(bars, n);

    g_string_append_printf(text,
                           "<div class=\"chart\"><svg viewBox=\"0 0 %d %u\" role=\"img\" "
                           "aria-labelledby=\"%s-title %s-desc\">\n<title id=\"%s-title\">",
                           WIDTH, n * ROW + 8, id, id, id);
    isr_markup_text(text, title);
    g_string_append_printf(text, "</title>\n<desc id=\"%s-desc\">", id);
    isr_markup_text(text, description);
    g_string_append(text, "</desc>\n");
    for (guint i = 0; i < n; i++)
        add_bar(text, &bars[i], i, most);
    g_string_append(text, "</svg></div>\n");
}
