/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing that is written as text can become markup. */
#include "isr_test.h"

#include "../src/batch/markup.h"

#include <string.h>

static void assert_text(const char *text, const char *expected)
{
    g_autoptr(GString) page = g_string_new(NULL);

    isr_markup_text(page, text);
    assert_string_equal(page->str, expected);
}

static void text_stays_text(void **state)
{
    (void)state;
    assert_text("plan.docx", "plan.docx");
    assert_text("Żółć — 田中", "Żółć — 田中");
    assert_text("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;");
    assert_text("\" onload=\"x", "&quot; onload=&quot;x");
    assert_text("' onload='x", "&#39; onload=&#39;x");
    assert_text("a & b &amp; c", "a &amp; b &amp;amp; c");
    assert_text("</title><!--", "&lt;/title&gt;&lt;!--");
}

static void what_is_no_text_is_replaced(void **state)
{
    (void)state;
    assert_text("a\x01"
                "b\nc\x7f",
                "a\xef\xbf\xbd"
                "b\xef\xbf\xbd"
                "c\xef\xbf\xbd");
    assert_text("a\xff\xfe", "a\xef\xbf\xbd\xef\xbf\xbd");
    assert_text("half \xe2\x82", "half \xef\xbf\xbd\xef\xbf\xbd");
    assert_text("exe\xe2\x80\xaetxt", "exe\xef\xbf\xbdtxt");         /* turned about */
    assert_text("\xc0\xbcscript", "\xef\xbf\xbd\xef\xbf\xbdscript"); /* overlong '<' */
}

static void elements_end_as_they_began(void **state)
{
    g_autoptr(GString) page = g_string_new(NULL);

    (void)state;
    isr_markup_element(page, "th scope=\"row\"", "<b>");
    assert_string_equal(page->str, "<th scope=\"row\">&lt;b&gt;</th>\n");
}

static void numbers_are_grouped(void **state)
{
    static const struct {
        guint64 number;
        const char *text;
    } all[] = {{0, "0"},
               {999, "999"},
               {1000, "1,000"},
               {1020003, "1,020,003"},
               {G_MAXUINT64, "18,446,744,073,709,551,615"}};
    g_autoptr(GString) counted = g_string_new(NULL);

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(all); i++) {
        g_autoptr(GString) page = g_string_new(NULL);

        isr_markup_number(page, all[i].number);
        assert_string_equal(page->str, all[i].text);
    }
    isr_markup_count(counted, 1, "copy", "copies");
    isr_markup_count(counted, 2000, "copy", "copies");
    assert_string_equal(counted->str, "1 copy2,000 copies");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_stays_text),
        cmocka_unit_test(what_is_no_text_is_replaced),
        cmocka_unit_test(elements_end_as_they_began),
        cmocka_unit_test(numbers_are_grouped),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
