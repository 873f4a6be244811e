/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page drawn as SVG, of which only the places of glyphs and rules are kept: cairo writes each as
 * <use xlink:href="#glyph0-1" x="72.1" y="45.6"/>, in the order of the content, and its outline
 * once before, which is empty for a space. */
#include "pdf_drawn.h"

#include <isredact/error.h>

#include <cairo-svg.h>
#include <string.h>

/* Lines of interest are shorter; of longer ones (outlines, pictures) the head is enough. */
#define HEAD_BYTES 700
#define MOST_CORNERS 8
#define THIN 2.0        /* points: a rectangle that is drawn as a line */
#define MOST_RULES 2000 /* a page with more is a drawing */

typedef struct {
    double x, y;
} Point;

typedef struct {
    GArray *drawn;
    GArray *rules;
    GHashTable *blank; /* names of glyphs without an outline */
    char *symbol;      /* the glyph whose outline comes next */
    char head[HEAD_BYTES + 1];
    gsize length;
} Drawing;

/* What stands behind @name up to the next quotation mark; g_free() it; NULL if it is not there. */
static char *value_of(const char *line, const char *name)
{
    const char *at = strstr(line, name);
    const char *end = at ? strchr(at + strlen(name), '"') : NULL;

    return end ? g_strndup(at + strlen(name), (gsize)(end - at) - strlen(name)) : NULL;
}

static void note_use(Drawing *drawing, const char *line)
{
    g_autofree char *glyph = value_of(line, "xlink:href=\"#glyph");
    g_autofree char *x = value_of(line, " x=\"");
    g_autofree char *y = value_of(line, " y=\"");

    if (!glyph || !x || !y)
        return;
    const IsrDrawn drawn = {g_ascii_strtod(x, NULL), g_ascii_strtod(y, NULL),
                            g_hash_table_contains(drawing->blank, glyph)};

    g_array_append_val(drawing->drawn, drawn);
}

/* The corners of a path of straight lines; 0 if it has others or too many. */
static guint corners_of(const char *path, Point *corners)
{
    guint n = 0;

    for (const char *at = path; *at;) {
        char *end;

        if (*at == ' ' || *at == 'Z') {
            at++;
            continue;
        }
        if ((*at != 'M' && *at != 'L') || n == MOST_CORNERS)
            return 0;
        corners[n].x = g_ascii_strtod(at + 1, &end);
        corners[n].y = g_ascii_strtod(end, &end);
        at = end > at + 1 ? end : "?";
        n++;
    }
    return n;
}

/* Puts the corners where the path's matrix(a,b,c,d,e,f) has them. */
static void transform(const char *line, Point *corners, guint n)
{
    const char *at = strstr(line, "matrix(");
    double m[6];

    if (!at)
        return;
    at += strlen("matrix(");
    for (guint i = 0; i < G_N_ELEMENTS(m); i++) {
        char *end;

        m[i] = g_ascii_strtod(at, &end);
        at = *end == ',' ? end + 1 : end;
    }
    for (guint i = 0; i < n; i++) {
        const Point was = corners[i];

        corners[i].x = m[0] * was.x + m[2] * was.y + m[4];
        corners[i].y = m[1] * was.x + m[3] * was.y + m[5];
    }
}

static void add_rule(Drawing *drawing, Point a, Point b)
{
    const IsrPlace rule = {MIN(a.x, b.x), MIN(a.y, b.y), MAX(a.x, b.x), MAX(a.y, b.y)};

    if (drawing->rules->len < MOST_RULES &&
        (rule.right - rule.left < THIN || rule.bottom - rule.top < THIN))
        g_array_append_val(drawing->rules, rule);
}

/* A filled rectangle is a rule if it is thin; of a frame, each side is one. */
static void note_path(Drawing *drawing, const char *line)
{
    g_autofree char *path = value_of(line, " d=\"");
    Point corners[MOST_CORNERS];
    const guint n = path ? corners_of(path, corners) : 0;

    if (n < 2 || !strstr(line, "/>"))
        return;
    transform(line, corners, n);
    if (strstr(line, "fill:none"))
        for (guint i = 1; i < n; i++)
            add_rule(drawing, corners[i - 1], corners[i]);
    else if (n >= 4)
        add_rule(drawing, corners[0], corners[2]);
}

static void read_line(Drawing *drawing)
{
    const char *line = drawing->head;

    drawing->head[drawing->length] = '\0';
    while (*line == ' ')
        line++;
    if (g_str_has_prefix(line, "<use "))
        note_use(drawing, line);
    else if (drawing->symbol && strstr(line, " d=\"\""))
        g_hash_table_add(drawing->blank, g_steal_pointer(&drawing->symbol));
    else if (!drawing->symbol && g_str_has_prefix(line, "<path "))
        note_path(drawing, line);
    g_clear_pointer(&drawing->symbol, g_free);
    if (g_str_has_prefix(line, "<symbol "))
        drawing->symbol = value_of(line, "id=\"glyph");
    drawing->length = 0;
}

static cairo_status_t read_bytes(void *self, const unsigned char *bytes, unsigned int length)
{
    Drawing *drawing = self;

    for (guint i = 0; i < length; i++) {
        if (bytes[i] == '\n')
            read_line(drawing);
        else if (drawing->length < HEAD_BYTES)
            drawing->head[drawing->length++] = (char)bytes[i];
    }
    return CAIRO_STATUS_SUCCESS;
}

static gboolean draw(PopplerPage *page, Drawing *drawing)
{
    double width, height;

    poppler_page_get_size(page, &width, &height);
    cairo_surface_t *surface =
        cairo_svg_surface_create_for_stream(read_bytes, drawing, width, height);
    cairo_t *cairo = cairo_create(surface);

    poppler_page_render(page, cairo);
    cairo_show_page(cairo);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    const gboolean done = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;

    cairo_surface_destroy(surface);
    return done;
}

GArray *isr_pdf_drawn(PopplerPage *page, GArray *rules, GError **error)
{
    Drawing drawing = {.drawn = g_array_new(FALSE, FALSE, sizeof(IsrDrawn)), .rules = rules};
    gboolean done;

    drawing.blank = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    done = draw(page, &drawing);
    g_hash_table_unref(drawing.blank);
    g_free(drawing.symbol);
    if (done)
        return drawing.drawn;
    g_array_unref(drawing.drawn);
    g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED, "page %d cannot be drawn",
                poppler_page_get_index(page) + 1);
    return NULL;
}
