/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Glyphs become lines, lines become runs of codes in a font without outlines. */
#include "text_layer.h"

#include "page_flow.h"
#include "text_crowd.h"

#include <math.h>
#include <string.h>

#define ASCENT 0.8
#define DESCENT 0.2
/* Of its size: from where a glyph that stands elsewhere than expected is moved to its place. */
#define DRIFT 0.02
/* Of its size: a gap that no space of text fills; the next word is set by itself. */
#define WIDE_GAP 2.0
/* Of its size: the box of a word seen with OCR ends where its ink does, and may touch the next. */
#define SEEN_AIR 0.1

/* A glyph along its line: from start to end, standing on base, of a size. */
typedef struct {
    char *text; /* owned */
    double start, end, base, size;
    gboolean after_space;
} Set;

static void clear_set(gpointer data)
{
    g_free(((Set *)data)->text);
}

/* Marks of direction and joining, which have neither place nor ink. */
static gboolean is_mark(gunichar c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e ||
           c == 0x200f || c == 0xfeff || c < 0x20;
}

static Set turned(const IsrPlace *place, IsrFlow flow)
{
    const IsrSpan span = isr_page_along(place, flow);
    const double size = span.bottom - span.top;

    return (Set){
        .start = span.start, .end = span.end, .base = span.bottom - DESCENT * size, .size = size};
}

/* What is being set: one line, in which direction, and the state of the operators. */
typedef struct {
    IsrTextFonts *fonts;
    GString *content;
    double height; /* of the page */
    IsrFlow flow;
    GArray *line;  /* of Set */
    gboolean open; /* an array of codes has been begun */
    guint font;
    double at; /* where the next code would stand */
    double size, base;
} Setting;

static void close_run(Setting *setting)
{
    if (setting->open)
        g_string_append(setting->content, ">]TJ\n");
    setting->open = FALSE;
}

/* A word's box with a little air on both sides. */
static void give_air(Set *set)
{
    const double air = SEEN_AIR * MIN(set->size, set->end - set->start);

    set->start += air;
    set->end -= air;
}

static void put_numbers(GString *content, const double *numbers, guint count)
{
    for (guint i = 0; i < count; i++)
        isr_pdf_append_number(content, numbers[i]);
}

static void open_run(Setting *setting, const Set *set, guint font)
{
    static const double turns[][4] = {[ISR_FLOW_ACROSS] = {1, 0, 0, 1},
                                      [ISR_FLOW_BACK] = {-1, 0, 0, -1},
                                      [ISR_FLOW_DOWN] = {0, -1, 1, 0},
                                      [ISR_FLOW_UP] = {0, 1, -1, 0}};
    double x = set->start, y = set->base;

    close_run(setting);
    switch (setting->flow) {
    case ISR_FLOW_ACROSS:
        break;
    case ISR_FLOW_BACK:
        x = -set->start, y = -set->base;
        break;
    case ISR_FLOW_DOWN:
        x = -set->base, y = set->start;
        break;
    case ISR_FLOW_UP:
        x = set->base, y = -set->start;
        break;
    }
    if (font != setting->font || set->size != setting->size) {
        g_string_append_printf(setting->content, "/T%u ", font);
        isr_pdf_append_number(setting->content, set->size);
        g_string_append(setting->content, "Tf\n");
    }
    put_numbers(setting->content, turns[setting->flow], 4);
    put_numbers(setting->content, (double[]){x, setting->height - y}, 2);
    g_string_append(setting->content, "Tm[<");
    setting->open = TRUE;
    setting->font = font;
    setting->size = set->size;
    setting->base = set->base;
    setting->at = set->start;
}

/* Sets @text from @start to @end along the line. */
static void put_code(Setting *setting, const Set *set, const char *text, double start, double end)
{
    double width = (end - start) / set->size;
    guint font;
    const guint code = isr_text_fonts_code(setting->fonts, text, &width, &font);
    const double gap = start - setting->at;
    const Set here = {.start = start, .base = set->base, .size = set->size};

    if (!setting->open || font != setting->font ||
        fabs(set->size - setting->size) > DRIFT * set->size ||
        fabs(set->base - setting->base) > DRIFT * set->size || fabs(gap) > WIDE_GAP * set->size) {
        open_run(setting, &here, font);
    } else if (fabs(gap) > DRIFT * set->size) {
        const long move = lround(-gap * 1000 / setting->size);

        g_string_append_printf(setting->content, ">%ld<", move);
        setting->at -= (double)move * setting->size / 1000;
    }
    g_string_append_printf(setting->content, "%04X", code);
    setting->at += width * setting->size;
}

/* The space before @set: as wide as the gap, unless that is a gutter. */
static void put_space(Setting *setting, const Set *last, const Set *set)
{
    const double least = 0.12 * set->size;
    double end = MAX(set->start, last->end + least);

    end = MIN(end, last->end + WIDE_GAP * set->size);
    put_code(setting, last, " ", last->end, end);
}

static gint compare_starts(gconstpointer a, gconstpointer b)
{
    const Set *one = a, *other = b;

    return one->start < other->start ? -1 : one->start > other->start;
}

/* Text from the right to the left stands in the page as it is seen, from the left: readers turn it
 * round themselves. */
static void order_as_seen(GArray *line)
{
    gboolean turn = FALSE;

    for (guint i = 0; i < line->len && !turn; i++)
        turn = isr_text_is_right_to_left(g_array_index(line, Set, i).text);
    if (!turn)
        return;
    g_array_sort(line, compare_starts);
    for (guint i = 1; i < line->len; i++) {
        Set *set = &g_array_index(line, Set, i);

        set->after_space = set->start - g_array_index(line, Set, i - 1).end > 0.12 * set->size;
    }
}

static void flush_line(Setting *setting)
{
    order_as_seen(setting->line);
    for (guint i = 0; i < setting->line->len; i++) {
        const Set *set = &g_array_index(setting->line, Set, i);

        if (i > 0 && set->after_space)
            put_space(setting, set - 1, set);
        put_code(setting, set, set->text, set->start, set->end);
    }
    close_run(setting);
    g_array_set_size(setting->line, 0);
}

/* A mark that stands on the glyph before it and has no width of its own is read with it. */
static void join(GArray *line, const char *text)
{
    if (line->len == 0)
        return;
    Set *last = &g_array_index(line, Set, line->len - 1);
    char *both = g_strconcat(last->text, text, NULL);

    g_free(last->text);
    last->text = both;
}

static gboolean goes_on(const Setting *setting, const IsrGlyph *glyph)
{
    const Set *last = &g_array_index(setting->line, Set, setting->line->len - 1);
    const IsrSpan before = {last->start, last->end, last->base - ASCENT * last->size,
                            last->base + DESCENT * last->size};
    const IsrSpan span = isr_page_along(&glyph->place, setting->flow);

    return isr_span_beside(&before, &span) > 0.5 &&
           (span.start > last->start - 0.5 * last->size || isr_text_is_right_to_left(last->text) ||
            isr_text_is_right_to_left(glyph->text));
}

/* The end of the first character of @text with the marks on it. */
static const char *after_character(const char *text)
{
    do
        text = g_utf8_next_char(text);
    while (*text && g_unichar_iszerowidth(g_utf8_get_char(text)));
    return text;
}

/* Adds a glyph to the line; what is read as several characters (a ligature, a word) is parted
 * evenly among them. */
static void add_glyph(Setting *setting, const GArray *glyphs, guint at, gboolean after_space)
{
    const IsrGlyph *glyph = &g_array_index(glyphs, IsrGlyph, at);
    guint count = 0;

    if (setting->line->len > 0 && !goes_on(setting, glyph))
        flush_line(setting);
    if (setting->line->len == 0)
        setting->flow = isr_page_flow(glyphs, at);
    for (const char *text = glyph->text; *text; text = after_character(text))
        count++;
    Set set = turned(&glyph->place, setting->flow);

    if (glyph->confidence < 100)
        give_air(&set);
    const double step = (set.end - set.start) / count;

    for (const char *text = glyph->text; *text; text = after_character(text)) {
        set.text = g_strndup(text, (gsize)(after_character(text) - text));
        set.end = set.start + step;
        set.after_space = after_space;
        g_array_append_val(setting->line, set);
        set.start = set.end;
        after_space = FALSE;
    }
}

void isr_text_layer_set(IsrTextFonts *fonts, const IsrPdfPage *page, GString *content)
{
    g_autoptr(GArray) line = g_array_new(FALSE, TRUE, sizeof(Set));
    Setting setting = {.fonts = fonts,
                       .content = content,
                       .height = page->height,
                       .line = line,
                       .font = G_MAXUINT};
    g_autofree gboolean *crowded = isr_text_crowd(page);
    gboolean after_space = FALSE;

    g_array_set_clear_func(line, clear_set);
    g_string_append(content, "BT 3 Tr\n");
    for (guint i = 0; i < page->glyphs->len; i++) {
        const IsrGlyph *glyph = &g_array_index(page->glyphs, IsrGlyph, i);

        if (isr_glyph_ends_line(glyph))
            flush_line(&setting);
        else if (isr_glyph_is_space(glyph))
            after_space = TRUE;
        else if (crowded[i] || is_mark(g_utf8_get_char(glyph->text)))
            continue;
        else if (isr_place_is_empty(&glyph->place))
            join(line, glyph->text);
        else {
            add_glyph(&setting, page->glyphs, i, after_space);
            after_space = FALSE;
        }
    }
    flush_line(&setting);
    g_string_append(content, "ET\n");
}
