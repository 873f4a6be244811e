/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "isr_test.h"

#include "../src/formats/text_crowd.h"

/* A glyph on a line at @y that is 10 points high; @percent: how surely it was seen. */
typedef struct {
    const char *text;
    double left, right, y;
    guint percent;
} Glyph;

/* The texts of those that are crowded out, each with a space behind it. */
static char *crowded_of(const Glyph *glyphs, guint n)
{
    g_autoptr(IsrPdfPage) page = isr_pdf_page_new(0, 595, 842);
    g_autoptr(GString) out = g_string_new(NULL);
    g_autofree gboolean *crowded = NULL;

    for (guint i = 0; i < n; i++) {
        const Glyph *one = &glyphs[i];
        const IsrPlace place = {one->left, one->y, one->right, one->y + 10};

        isr_pdf_page_add(page, one->text, -1, place, i, one->percent);
    }
    crowded = isr_text_crowd(page);
    for (guint i = 0; i < n; i++)
        if (crowded[i])
            g_string_append_printf(out, "%s ", glyphs[i].text);
    return g_string_free(g_steal_pointer(&out), FALSE);
}

#define assert_crowded(expected, ...)                                                              \
    do {                                                                                           \
        const Glyph glyphs[] = {__VA_ARGS__};                                                      \
        g_autofree char *found = crowded_of(glyphs, G_N_ELEMENTS(glyphs));                         \
        assert_string_equal(found, expected);                                                      \
    } while (0)

static void words_beside_each_other_stay(void **state)
{
    (void)state;
    assert_crowded("", {"Tanner", 10, 50, 100, 90}, {"Row", 52, 70, 100, 90});
    assert_crowded("", {"Tanner", 10, 50, 100, 90}, {"Row", 10, 50, 108, 90}); /* close lines */
}

static void a_word_seen_on_text_goes(void **state)
{
    (void)state;
    assert_crowded("Tonner ", {"Tonner", 10, 50, 100, 90}, {"T", 10, 17, 100, 100});
}

static void of_two_that_were_seen_the_first_stays(void **state)
{
    (void)state;
    assert_crowded("Rows ", {"Row", 10, 50, 100, 60}, {"Rows", 12, 52, 101, 95});
}

static void a_label_stays_where_a_word_was_seen(void **state)
{
    (void)state;
    assert_crowded("Row ", {"Row", 10, 50, 100, 60}, {"[NAME]", 30, 70, 100, 60});
}

static void a_label_of_text_may_touch_text_but_no_label(void **state)
{
    (void)state;
    assert_crowded("", {"x", 10, 17, 100, 100}, {"[NAME]", 12, 50, 100, 100});
    assert_crowded("[NAME] ", {"[NAME]", 12, 50, 100, 100}, {"[DATE]", 40, 80, 100, 100});
}

static void a_label_under_another_is_not_read_whoever_saw_it(void **state)
{
    (void)state;
    assert_crowded("[DATE] ", {"[DATE]", 12, 50, 100, 100}, {"[NAME]", 30, 70, 100, 60});
}

static void text_under_a_box_for_what_was_seen_is_not_read(void **state)
{
    (void)state;
    assert_crowded("a ", {"a", 30, 36, 100, 100}, {"b", 68, 74, 100, 100},
                   {"[NAME]", 28, 70, 100, 60});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_beside_each_other_stay),
        cmocka_unit_test(a_word_seen_on_text_goes),
        cmocka_unit_test(of_two_that_were_seen_the_first_stays),
        cmocka_unit_test(a_label_stays_where_a_word_was_seen),
        cmocka_unit_test(a_label_of_text_may_touch_text_but_no_label),
        cmocka_unit_test(a_label_under_another_is_not_read_whoever_saw_it),
        cmocka_unit_test(text_under_a_box_for_what_was_seen_is_not_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
