/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stretches that begin or end inside a word are all tried, and no more than can be a code. */
#include "isr_test.h"

#include "../src/cuts.h"

typedef struct {
    const char *text, *wanted;
    guint tried;
    gboolean found;
} Cut;

static gboolean try_cut(gpointer self, IsrRange range)
{
    Cut *cut = self;
    g_autofree char *value = g_strndup(cut->text + range.start, range.end - range.start);

    cut->tried++;
    cut->found = cut->found || g_strcmp0(value, cut->wanted) == 0;
    return cut->wanted == NULL || !cut->found;
}

/* Letters and digits of @text as words, cut where the two meet. */
static GArray *words_of(const char *text)
{
    GArray *words = g_array_new(FALSE, FALSE, sizeof(IsrRange));

    for (gsize at = 0; text[at]; at++) {
        const gboolean first = at == 0 || !g_ascii_isalnum(text[at - 1]) ||
                               g_ascii_isdigit(text[at - 1]) != g_ascii_isdigit(text[at]);

        if (g_ascii_isalnum(text[at]) && first)
            g_array_append_val(words, ((IsrRange){at, at}));
        if (g_ascii_isalnum(text[at]))
            g_array_index(words, IsrRange, words->len - 1).end = at + 1;
    }
    return words;
}

static Cut cuts_of(const char *text, const char *wanted)
{
    g_autoptr(GArray) words = words_of(text);
    Cut cut = {text, wanted, 0, FALSE};

    const gboolean all = isr_cuts_each(text, words, try_cut, &cut);

    assert_int_equal(all, !cut.found);
    return cut;
}

static void each_cut_is_tried(void **state)
{
    (void)state;
    assert_true(cuts_of("at XCH42 7QXs now", "CH42 7QX").found);
    assert_false(cuts_of("at refer9990000018", "9990000018").found); /* whole words */
    assert_true(cuts_of("1999000001899", "9990000018").found);
    assert_true(cuts_of("say toada.quill@post.examples", "ada.quill@post.example").found);
}

static void words_alone_are_not_cut(void **state)
{
    (void)state;
    assert_int_equal(cuts_of("nothing is here that could be a code", NULL).tried, 0);
    assert_int_equal(cuts_of("", NULL).tried, 0);
    /* A number and the short words at its sides, and no more. */
    assert_true(cuts_of("there were 12 more in between than ever", NULL).tried < 200);
}

static void long_words_cost_no_more(void **state)
{
    g_autofree char *number = g_strnfill(50000, '9');
    g_autofree char *text = g_strdup_printf("a@%s@b", number);

    (void)state;
    assert_true(cuts_of(text, NULL).tried < 5000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_cut_is_tried),
        cmocka_unit_test(words_alone_are_not_cut),
        cmocka_unit_test(long_words_cost_no_more),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
