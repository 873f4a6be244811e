/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What codes stand for, each once, whatever the documents' white space. */
#include "isr_test.h"

#include <isredact/codebook.h>

#include <string.h>

static IsrCodebook *some(void)
{
    IsrCodebook *codebook = isr_codebook_new();

    isr_codebook_note(codebook, "CHILD-BBBB-CCCC", ISR_CATEGORY_NAME, ISR_ROLE_SUBJECT,
                      "Jayden Okafor");
    isr_codebook_note(codebook, "CHILD-BBBB-CCCC", ISR_CATEGORY_NAME, ISR_ROLE_SUBJECT, "Jay");
    isr_codebook_note(codebook, "CHILD-BBBB-CCCC", ISR_CATEGORY_NAME, ISR_ROLE_SUBJECT,
                      "Jayden\t\n Okafor ");
    isr_codebook_note(codebook, "NHS-NUMBER-BBBB-DDDD", ISR_CATEGORY_NHS_NUMBER, ISR_ROLE_UNSURE,
                      "999 453 3312");
    return codebook;
}

static void each_value_stands_once(void **state)
{
    g_autoptr(IsrCodebook) codebook = some();
    g_autoptr(GPtrArray) lines = isr_codebook_lines(codebook);
    const IsrCodebookLine *child = lines->pdata[0];

    (void)state;
    assert_int_equal(lines->len, 2);
    assert_string_equal(child->code, "CHILD-BBBB-CCCC");
    assert_int_equal(child->values->len, 2);
    assert_string_equal(child->values->pdata[0], "Jay");
    assert_string_equal(child->values->pdata[1], "Jayden Okafor");
}

static void its_text_comes_in_as_it_went_out(void **state)
{
    g_autoptr(IsrCodebook) codebook = some(), back = isr_codebook_new();
    g_autoptr(GString) text = isr_codebook_text(codebook), again = NULL;

    (void)state;
    assert_true(isr_codebook_read(back, text->str, text->len));
    again = isr_codebook_text(back);
    assert_string_equal(again->str, text->str);
    assert_non_null(strstr(text->str, "NHS-NUMBER-BBBB-DDDD\tnhs-number\tunsure\t999 453 3312\n"));
}

static void nothing_else_passes(void **state)
{
    static const char *const wrong[] = {"x",
                                        "x\n",
                                        "A\tname\tsubject\n",
                                        "A\tname\tnobody\tb\n",
                                        "A\tshoe\tsubject\tb\n",
                                        "A\tname\tsubject\tb\tc\n",
                                        "A\tname\tsubject\tb\nA",
                                        "A\tname\tsubject\t\xff\n"};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autoptr(IsrCodebook) codebook = isr_codebook_new();

        if (isr_codebook_read(codebook, wrong[i], strlen(wrong[i])))
            fail_msg("taken: %s", wrong[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_value_stands_once),
        cmocka_unit_test(its_text_comes_in_as_it_went_out),
        cmocka_unit_test(nothing_else_passes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
