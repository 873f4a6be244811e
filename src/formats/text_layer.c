/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Glyphs become lines, lines become runs of codes in a font without outlines. */
#include "text_layer.h"

#include <math.h>
#include <string.h>

#define ASCENT 0.8
#define DESCENT 0.2
/* Of its size: from where a glyph that stands elsewhere than expected is moved to its place. */
#define DRIFT 0.02
/* Of its size: a gap that no space of text fills; the next word is set by itself. */
#define WIDE_GAP 2.0

typedef enum { ACROSS, BACK, DOWN, UP } Direction;

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

static gboolean is_empty(const IsrPlace *place)
{
    return place->right - place->left < 0.01 || place->bottom - place->top < 0.01;
}

static gboolean ends_line(const IsrGlyph *glyph)
{
    return strpbrk(glyph->text, "\n\f\r") != NULL;
}

/* Marks of direction and joining, which have neither place nor ink. */
static gboolean is_mark(gunichar c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e ||
           c == 0x200f || c == 0xfeff || c < 0x20;
}

static gboolean is_right_to_left(const char *text)
{
    for (; *text; text = g_utf8_next_char(text)) {
        const gunichar c = g_utf8_get_char(text);

        if ((c >= 0x590 && c < 0x900) || (c >= 0xfb1d && c < 0xfe00) || (c >= 0xfe70 && c < 0xff00))
            return TRUE;
    }
    return FALSE;
}

static double overlap(double from, double to, double other_from, double other_to)
{
    const double smaller = MIN(to - from, other_to - other_from);

    return (MIN(to, other_to) - MAX(from, other_from)) / smaller;
}

/* The way that text goes on from @at to the glyph that follows it. */
static Direction direction_at(const GArray *glyphs, guint at)
{
    const IsrPlace *here = &g_array_index(glyphs, IsrGlyph, at).place;
    const IsrGlyph *next;

    do {
        if (++at >= glyphs->len)
            return ACROSS;
        next = &g_array_index(glyphs, IsrGlyph, at);
        if (ends_line(next))
            return ACROSS;
    } while (is_empty(&next->place) || isr_glyph_is_space(next));
    const IsrPlace *there = &next->place;
    const double high = here->bottom - here->top, wide = here->right - here->left;

    if (overlap(here->top, here->bottom, there->top, there->bottom) > 0.5) {
        const gboolean back = there->right < here->left + 0.1 * wide &&
                              here->left - there->right < high && !is_right_to_left(next->text);
        return back ? BACK : ACROSS;
    }
    if (overlap(here->left, here->right, there->left, there->right) < 0.5)
        return ACROSS;
    if (fabs(there->top - here->bottom) < wide)
        return DOWN;
    return fabs(here->top - there->bottom) < wide ? UP : ACROSS;
}

/* @place along a line that goes in @direction. */
static Set turned(const IsrPlace *place, Direction direction)
{
    Set set = {0};

    switch (direction) {
    case ACROSS:
        set.start = place->left, set.end = place->right, set.base = place->bottom;
        break;
    case BACK:
        set.start = -place->right, set.end = -place->left, set.base = -place->top;
        break;
    case DOWN:
        set.start = place->top, set.end = place->bottom, set.base = -place->left;
        break;
    case UP:
        set.start = -place->bottom, set.end = -place->top, set.base = place->right;
        break;
    }
    set.size = direction == DOWN || direction == UP ? place->right - place->left
                                                    : place->bottom - place->top;
    set.base -= DESCENT * set.size;
    return set;
}

/* What is being set: one line, in which direction, and the state of the operators. */
typedef struct {
    IsrTextFonts *fonts;
    GString *content;
    double height; /* of the page */
    Direction direction;
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

static void put_numbers(GString *content, const double *numbers, guint count)
{
    for (guint i = 0; i < count; i++)
        isr_pdf_append_number(content, numbers[i]);
}

static void open_run(Setting *setting, const Set *set, guint font)
{
    static const double turns[][4] = {[ACROSS] = {1, 0, 0, 1},
                                      [BACK] = {-1, 0, 0, -1},
                                      [DOWN] = {0, -1, 1, 0},
                                      [UP] = {0, 1, -1, 0}};
    double x = set->start, y = set->base;

    close_run(setting);
    switch (setting->direction) {
    case ACROSS:
        break;
    case BACK:
        x = -set->start, y = -set->base;
        break;
    case DOWN:
        x = -set->base, y = set->start;
        break;
    case UP:
        x = set->base, y = -set->start;
        break;
    }
    if (font != setting->font || set->size != setting->size) {
        g_string_append_printf(setting->content, "/T%u ", font);
        isr_pdf_append_number(setting->content, set->size);
        g_string_append(setting->content, "Tf\n");
    }
    put_numbers(setting->content, turns[setting->direction], 4);
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
        turn = is_right_to_left(g_array_index(line, Set, i).text);
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
    const Set set = turned(&glyph->place, setting->direction);
    const double shared =
        overlap(last->base - ASCENT * last->size, last->base + DESCENT * last->size,
                set.base - ASCENT * set.size, set.base + DESCENT * set.size);

    return shared > 0.5 && (set.start > last->start - 0.5 * last->size ||
                            is_right_to_left(last->text) || is_right_to_left(glyph->text));
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
        setting->direction = direction_at(glyphs, at);
    for (const char *text = glyph->text; *text; text = after_character(text))
        count++;
    Set set = turned(&glyph->place, setting->direction);
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
    gboolean after_space = FALSE;

    g_array_set_clear_func(line, clear_set);
    g_string_append(content, "BT 3 Tr\n");
    for (guint i = 0; i < page->glyphs->len; i++) {
        const IsrGlyph *glyph = &g_array_index(page->glyphs, IsrGlyph, i);

        if (ends_line(glyph))
            flush_line(&setting);
        else if (isr_glyph_is_space(glyph))
            after_space = TRUE;
        else if (is_mark(g_utf8_get_char(glyph->text)))
            continue;
        else if (is_empty(&glyph->place))
            join(line, glyph->text);
        else {
            add_glyph(&setting, page->glyphs, i, after_space);
            after_space = FALSE;
        }
    }
    flush_line(&setting);
    g_string_append(content, "ET\n");
}
