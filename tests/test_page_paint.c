/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What goes is not in the pixels, what stays is, and the width of a box tells nothing. */
#include "isr_test.h"

#include "isr_pages.h"

#include "../src/formats/page_paint.h"

#include <math.h>

#define WIDTH 420.0
#define HEIGHT 200.0
#define DPI 200u
#define LEFT 40.0
#define TOP 50.0
#define LEADING 16.0

/* Draws @text, lines parted by '\n', words behind '\t' at 250 points; @more draws on the page. */
static PopplerDocument *page_of(const char *text, cairo_font_slant_t slant,
                                void (*more)(cairo_t *cairo))
{
    GByteArray *bytes = g_byte_array_new();
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(isr_pages_collect, bytes, WIDTH, HEIGHT);
    cairo_t *cairo = cairo_create(surface);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

    if (more)
        more(cairo);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_select_font_face(cairo, "DejaVu Serif", slant, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(cairo, 11);
    for (guint line = 0; lines[line]; line++) {
        g_auto(GStrv) parts = g_strsplit(lines[line], "\t", -1);

        for (guint i = 0; parts[i]; i++) {
            cairo_move_to(cairo, i ? 250 : LEFT, TOP + LEADING * line);
            cairo_show_text(cairo, parts[i]);
        }
    }
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return isr_pages_open(bytes);
}

static IsrPainted *paint(PopplerDocument *document, const char *const *words)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(PopplerPage) source = poppler_document_get_page(document, 0);
    g_autoptr(IsrPdfPage) page = isr_pages_read(source, 0);
    g_autoptr(GPtrArray) stands = isr_pages_stands(page, words, "[NAME]");
    IsrPainted *painted = isr_page_paint(source, page, stands, DPI, &error);

    assert_no_error(error);
    return painted;
}

static IsrPainted *painted_text(const char *text, const char *const *words)
{
    g_autoptr(PopplerDocument) document = page_of(text, CAIRO_FONT_SLANT_NORMAL, NULL);

    return paint(document, words);
}

static guint32 at(const IsrPixels *pixels, guint x, guint y)
{
    return ((const guint32 *)(const void *)(pixels->bytes + y * pixels->stride))[x] & 0xffffff;
}

static guint row_of(double points)
{
    return (guint)(points * DPI / 72);
}

/* How many pixels differ in the rows from @from to @to, in points. */
static guint differences(const IsrPainted *one, const IsrPainted *other, double from, double to)
{
    const IsrPixels a = isr_painted_pixels(one), b = isr_painted_pixels(other);
    guint count = 0;

    assert_int_equal(a.width, b.width);
    assert_int_equal(a.height, b.height);
    for (guint y = row_of(from); y < row_of(to); y++) {
        for (guint x = 0; x < a.width; x++)
            count += at(&a, x, y) != at(&b, x, y);
    }
    return count;
}

static const IsrGlyph *find(const IsrPainted *painted, const char *text)
{
    const GArray *glyphs = isr_painted_text(painted)->glyphs;

    for (guint i = 0; i < glyphs->len; i++) {
        if (strcmp(g_array_index(glyphs, IsrGlyph, i).text, text) == 0)
            return &g_array_index(glyphs, IsrGlyph, i);
    }
    fail_msg("%s is not on the page", text);
    return NULL;
}

static const char *const none[] = {NULL};
static const char *const names[] = {"Josie", "Jo", "Quenneville", NULL};
static const char *const whole_names[] = {"Jo", "Zephyrine Quenneville", NULL};

/* The same is read at the same places. */
static void assert_reads_alike(const IsrPainted *one, const IsrPainted *other)
{
    const GArray *a = isr_painted_text(one)->glyphs, *b = isr_painted_text(other)->glyphs;

    assert_int_equal(a->len, b->len);
    for (guint i = 0; i < a->len; i++) {
        const IsrGlyph *this = &g_array_index(a, IsrGlyph, i),
                       *that = &g_array_index(b, IsrGlyph, i);

        assert_string_equal(this->text, that->text);
        assert_true(fabs(this->place.left - that->place.left) < 0.00001);
        assert_true(fabs(this->place.right - that->place.right) < 0.00001);
    }
}

static void names_of_any_length_leave_the_same(void **state)
{
    (void)state;
    g_autoptr(IsrPainted) one = painted_text("We met Jo, who spoke first.", whole_names);
    g_autoptr(IsrPainted) other =
        painted_text("We met Zephyrine Quenneville, who spoke first.", whole_names);

    assert_reads_alike(one, other);
    assert_int_equal(isr_painted_told(one) + isr_painted_told(other), 0);
}

/* A line drawn as if it were justified: the gaps are what the words leave. */
static void show_justified(cairo_t *cairo, const char *const *words, double y)
{
    double total = 0, x = LEFT;
    guint count = 0;
    cairo_text_extents_t extents;

    cairo_select_font_face(cairo, "DejaVu Serif", CAIRO_FONT_SLANT_NORMAL,
                           CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(cairo, 11);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    for (; words[count]; count++) {
        cairo_text_extents(cairo, words[count], &extents);
        total += extents.x_advance;
    }
    for (guint i = 0; i < count; i++) {
        cairo_move_to(cairo, x, y);
        cairo_show_text(cairo, words[i]);
        cairo_text_extents(cairo, words[i], &extents);
        x += extents.x_advance + (WIDTH - 2 * LEFT - total) / (count - 1);
    }
}

static void draw_justified_short(cairo_t *cairo)
{
    static const char *const words[] = {"The", "mother", "met", "Josie", "again", "when",
                                        "she", "saw",    "the", "old",   "house", NULL};

    show_justified(cairo, words, TOP);
}

static void draw_justified_long(cairo_t *cairo)
{
    static const char *const words[] = {"The", "mother", "met", "Quenneville", "again", "when",
                                        "she", "saw",    "the", "old",         "house", NULL};

    show_justified(cairo, words, TOP);
}

static void gaps_of_a_justified_line_tell_nothing(void **state)
{
    (void)state;
    g_autoptr(PopplerDocument) brief = page_of("", CAIRO_FONT_SLANT_NORMAL, draw_justified_short);
    g_autoptr(PopplerDocument) lengthy = page_of("", CAIRO_FONT_SLANT_NORMAL, draw_justified_long);
    g_autoptr(IsrPainted) one = paint(brief, names), other = paint(lengthy, names);

    assert_reads_alike(one, other);
}

static void lines_that_were_not_touched_keep_every_pixel(void **state)
{
    (void)state;
    const char *const text = "The first gypsy line jumps,\nthe next names Quenneville gladly,\n"
                             "the last (gypsy) line does not.";
    g_autoptr(IsrPainted) before = painted_text(text, none), after = painted_text(text, names);

    assert_int_equal(differences(before, after, 0, TOP + 3), 0);
    assert_int_equal(differences(before, after, TOP + 2 * LEADING - 8, HEIGHT), 0);
    assert_true(differences(before, after, TOP + 4, TOP + 2 * LEADING - 8) > 100);
}

static void columns_beside_stay_where_they_are(void **state)
{
    (void)state;
    const char *const text = "Quenneville is here\tApplicant\nJo is here\tRespondent";
    g_autoptr(IsrPainted) before = painted_text(text, none), after = painted_text(text, names);
    const IsrPixels a = isr_painted_pixels(before), b = isr_painted_pixels(after);

    for (guint y = 0; y < a.height; y++) {
        for (guint x = row_of(248); x < a.width; x++)
            assert_int_equal(at(&a, x, y), at(&b, x, y));
    }
    assert_true(find(after, "A")->place.left == find(before, "A")->place.left);
}

static void draw_cell(cairo_t *cairo)
{
    cairo_set_source_rgb(cairo, 0.8, 0.9, 1);
    cairo_rectangle(cairo, LEFT - 4, TOP - 13, 200, 18);
    cairo_fill_preserve(cairo);
    cairo_set_source_rgb(cairo, 0, 0, 0.5);
    cairo_set_line_width(cairo, 1);
    cairo_rectangle(cairo, LEFT - 4, TOP - 13, 200, 18);
    cairo_stroke(cairo);
}

static void shades_and_rules_are_not_torn(void **state)
{
    (void)state;
    g_autoptr(PopplerDocument) document =
        page_of("Ms Quenneville came", CAIRO_FONT_SLANT_NORMAL, draw_cell);
    g_autoptr(PopplerDocument) bare = page_of("", CAIRO_FONT_SLANT_NORMAL, draw_cell);
    g_autoptr(IsrPainted) after = paint(document, names), empty = paint(bare, none);
    const IsrPixels a = isr_painted_pixels(empty), b = isr_painted_pixels(after);

    /* Along the rules, and behind the end of the line, the cell looks as if it were empty. */
    assert_int_equal(differences(empty, after, 0, TOP - 12.4), 0);
    assert_int_equal(differences(empty, after, TOP + 4.4, HEIGHT), 0);
    for (guint y = 0; y < a.height; y++) {
        for (guint x = row_of(LEFT + 120); x < a.width; x++)
            assert_int_equal(at(&a, x, y), at(&b, x, y));
    }
}

/* The darkest pixel left of @from and right of @to (points) in the line's rows. */
static guint darkest_outside(const IsrPainted *painted, double from, double to)
{
    const IsrPixels pixels = isr_painted_pixels(painted);
    guint darkest = 255;

    for (guint y = row_of(TOP - 16); y < row_of(TOP + 10); y++) {
        for (guint x = 0; x < pixels.width; x++) {
            if (x + 2 < row_of(from) || x > row_of(to) + 2)
                darkest = MIN(darkest, at(&pixels, x, y) & 0xff);
        }
    }
    return darkest;
}

static void ink_that_hangs_out_of_its_rectangle_goes_too(void **state)
{
    (void)state;
    static const char *const slanted[] = {"fjÅf", NULL};
    g_autoptr(PopplerDocument) document = page_of("fjÅf", CAIRO_FONT_SLANT_ITALIC, NULL);
    g_autoptr(IsrPainted) painted = paint(document, slanted);
    const IsrGlyph *label = find(painted, "[NAME]");

    assert_int_equal(darkest_outside(painted, label->place.left, label->place.right), 255);
}

static void show_centred(cairo_t *cairo, const char *text)
{
    cairo_text_extents_t extents;

    cairo_select_font_face(cairo, "DejaVu Serif", CAIRO_FONT_SLANT_NORMAL,
                           CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(cairo, 11);
    cairo_text_extents(cairo, text, &extents);
    cairo_move_to(cairo, (WIDTH - extents.x_advance) / 2, TOP);
    cairo_show_text(cairo, text);
}

static void draw_short_heading(cairo_t *cairo)
{
    show_centred(cairo, "Report on Jo for court");
}

static void draw_long_heading(cairo_t *cairo)
{
    show_centred(cairo, "Report on Quenneville for court");
}

static void a_centred_line_is_centred_anew(void **state)
{
    (void)state;
    g_autoptr(PopplerDocument) brief = page_of("", CAIRO_FONT_SLANT_NORMAL, draw_short_heading);
    g_autoptr(PopplerDocument) lengthy = page_of("", CAIRO_FONT_SLANT_NORMAL, draw_long_heading);
    g_autoptr(IsrPainted) one = paint(brief, names), other = paint(lengthy, names);
    const GArray *a = isr_painted_text(one)->glyphs, *b = isr_painted_text(other)->glyphs;

    /* To the half pixel that two ends are rounded by. */
    assert_int_equal(a->len, b->len);
    assert_true(fabs(g_array_index(a, IsrGlyph, 0).place.left -
                     g_array_index(b, IsrGlyph, 0).place.left) < 0.5);
}

static void a_line_without_room_is_covered_and_counted(void **state)
{
    (void)state;
    const char *const text =
        "This line is full up to its end and names Jo, Jo, Jo, Jo, Jo, Jo in it";
    g_autoptr(IsrPainted) painted = painted_text(text, names);

    assert_int_equal(isr_painted_told(painted), 6);
}

static void what_goes_over_two_lines_has_its_label_once(void **state)
{
    (void)state;
    g_autoptr(GString) read = g_string_new(NULL);
    g_autoptr(IsrPainted) painted =
        painted_text("Yesterday we saw Zephyrine\nQuenneville in town.", whole_names);
    const GArray *glyphs = isr_painted_text(painted)->glyphs;

    for (guint i = 0; i < glyphs->len; i++)
        g_string_append(read, g_array_index(glyphs, IsrGlyph, i).text);
    assert_string_equal(read->str, "Yesterday we saw [NAME]\n in town.");
}

static void draw_upright(cairo_t *cairo)
{
    cairo_select_font_face(cairo, "DejaVu Serif", CAIRO_FONT_SLANT_NORMAL,
                           CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(cairo, 11);
    cairo_translate(cairo, 100, 180);
    cairo_rotate(cairo, -G_PI / 2);
    cairo_move_to(cairo, 0, 0);
    cairo_show_text(cairo, "Quenneville");
}

static void upright_text_is_covered_where_it_stands(void **state)
{
    (void)state;
    g_autoptr(PopplerDocument) document = page_of("", CAIRO_FONT_SLANT_NORMAL, draw_upright);
    g_autoptr(IsrPainted) painted = paint(document, names);
    const IsrPlace box = find(painted, "[NAME]")->place;
    const IsrPixels pixels = isr_painted_pixels(painted);

    assert_true(box.bottom - box.top > 40 && box.right - box.left < 20);
    assert_int_equal(isr_painted_told(painted), 1);
    for (guint y = 0; y < pixels.height; y++) {
        for (guint x = 0; x < pixels.width; x++) {
            if (x + 2 < row_of(box.left) || x > row_of(box.right) + 2)
                assert_int_equal(at(&pixels, x, y), 0xffffff);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_any_length_leave_the_same),
        cmocka_unit_test(gaps_of_a_justified_line_tell_nothing),
        cmocka_unit_test(lines_that_were_not_touched_keep_every_pixel),
        cmocka_unit_test(columns_beside_stay_where_they_are),
        cmocka_unit_test(shades_and_rules_are_not_torn),
        cmocka_unit_test(ink_that_hangs_out_of_its_rectangle_goes_too),
        cmocka_unit_test(a_centred_line_is_centred_anew),
        cmocka_unit_test(a_line_without_room_is_covered_and_counted),
        cmocka_unit_test(what_goes_over_two_lines_has_its_label_once),
        cmocka_unit_test(upright_text_is_covered_where_it_stands),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
