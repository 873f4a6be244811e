/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each encoding is undone byte by byte, and what is broken harms only itself. */
#include "isr_test.h"

#include "../src/decoding.h"
#include "../src/tagscan.h"

#include <string.h>

static void put(gpointer self, gunichar c)
{
    g_string_append_unichar(self, c);
}

static char *from_utf8(const char *bytes, gsize length, gboolean lenient)
{
    GString *out = g_string_new(NULL);
    IsrUtf8 utf8 = {.put = put, .self = out, .lenient = lenient};

    for (gsize i = 0; i < length; i++)
        isr_utf8_put(&utf8, (guint8)bytes[i]);
    isr_utf8_end(&utf8);
    return g_string_free(out, FALSE);
}

static void broken_utf_8_is_windows_1252_or_a_space(void **state)
{
    g_autofree char *good = from_utf8("Zo\xC3\xAB \xF0\x9F\x98\x80", 9, TRUE);
    g_autofree char *lenient = from_utf8("Zo\xEB x\xC3", 6, TRUE);
    g_autofree char *strict = from_utf8("Zo\xEB x", 5, FALSE);
    g_autofree char *zeros = from_utf8("a\0b\0", 4, FALSE);

    (void)state;
    assert_string_equal(good, "Zoë \xF0\x9F\x98\x80");
    assert_string_equal(lenient, "Zoë xÃ");
    assert_string_equal(strict, "Zo  x");
    assert_string_equal(zeros, "ab");
}

static char *from_utf16(const char *bytes, gsize length, gboolean big)
{
    GString *out = g_string_new(NULL);
    IsrUtf16 utf16 = {.put = put, .self = out, .big = big};

    for (gsize i = 0; i < length; i++)
        isr_utf16_put(&utf16, (guint8)bytes[i]);
    return g_string_free(out, FALSE);
}

static void utf_16_is_read_in_both_orders_with_surrogates(void **state)
{
    g_autofree char *little = from_utf16("Z\0\x41\x01\x3D\xD8\x00\xDE", 8, FALSE);
    g_autofree char *big = from_utf16("\0Z\x01\x41\xD8\x3D\xDE\x00", 8, TRUE);
    g_autofree char *lone = from_utf16("\x00\xDEZ\0", 4, FALSE);

    (void)state;
    assert_string_equal(little, "ZŁ\xF0\x9F\x98\x80");
    assert_string_equal(big, little);
    assert_string_equal(lone, " Z");
}

static char *unescaped(const char *text)
{
    GString *out = g_string_new(NULL);
    IsrEscapes escapes;

    isr_escapes_init(&escapes, put, put, out);
    for (const char *p = text; *p; p = g_utf8_next_char(p))
        isr_escapes_put(&escapes, g_utf8_get_char(p));
    isr_escapes_end(&escapes);
    return g_string_free(out, FALSE);
}

static void escapes_are_undone_and_the_rest_stays(void **state)
{
    static const struct {
        const char *text, *plain;
    } cases[] = {
        {"%51 =51 \\x51 \\u0051 _x0051_ &#81; &#x51;", "Q Q Q Q Q Q Q"},
        {"Zo%C3%AB", "Zoë"},
        {"&amp;#81;", "Q"},
        {"&amp;amp;", "&"},
        {"100% of _x and \\u12 &no; a=b", "100% of _x and \\u12 &no; a=b"},
        {"%%51 __x0051_ ë%", "%Q _Q ë%"},
        {"&#1114112; &#xD800; &#0;", "&#1114112; &#xD800; &#0;"},
    };

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *plain = unescaped(cases[i].text);

        assert_string_equal(plain, cases[i].plain);
    }
}

static void base64_over_lines_is_one_run(void **state)
{
    GString *out[ISR_DIGITS_PHASES];
    gpointer selves[ISR_DIGITS_PHASES];
    g_autoptr(GString) text = g_string_new("(");
    g_autofree char *code = NULL;
    IsrDigits digits;

    (void)state;
    for (guint i = 0; i < ISR_DIGITS_PHASES; i++)
        selves[i] = out[i] = g_string_new(NULL);
    code = g_base64_encode((const guchar *)"a long line of text, that is longer than one line of "
                                           "base64 can hold",
                           68);
    g_string_append(text, code);
    g_string_insert(text, 60, "\r\n");
    g_string_append(text, ") word");
    isr_digits_init(&digits, 6, put, selves);
    for (gsize i = 0; i < text->len; i++)
        isr_digits_put(&digits, (guint8)text->str[i]);
    isr_digits_end(&digits);
    assert_string_equal(out[0]->str, "a long line of text, that is longer than one line of base64 "
                                     "can hold ");
    for (guint i = 0; i < ISR_DIGITS_PHASES; i++)
        g_string_free(out[i], TRUE);
}

typedef struct {
    GString *text, *markup;
} Scanned;

static void put_text(gpointer self, gunichar c)
{
    g_string_append_unichar(((Scanned *)self)->text, c);
}

static void put_markup(gpointer self, gunichar c)
{
    g_string_append_unichar(((Scanned *)self)->markup, c);
}

static void put_line(gpointer self)
{
    g_string_append_c(((Scanned *)self)->text, '|');
}

static void assert_scanned(const char *xml, const char *text)
{
    Scanned scanned = {g_string_new(NULL), g_string_new(NULL)};
    IsrTagScan scan;

    isr_tagscan_init(&scan, (IsrTagSink){&scanned, put_text, put_markup, put_line});
    for (const char *p = xml; *p; p = g_utf8_next_char(p))
        isr_tagscan_put(&scan, g_utf8_get_char(p));
    isr_tagscan_end(&scan);
    assert_string_equal(scanned.text->str, text);
    g_string_free(scanned.text, TRUE);
    g_string_free(scanned.markup, TRUE);
}

static void text_is_told_from_mark_up(void **state)
{
    (void)state;
    assert_scanned("<w:p><w:r><w:t>a&lt;b</w:t></w:r></w:p>", "|a<b|");
    assert_scanned("<w:t a=\"x>y\" b='<'>in</w:t>", "in");
    assert_scanned("a<!-- <p>not</p> -->b<?x y?>c", "abc");
    assert_scanned("a<![CDATA[<b>]]]>c", "a<b>]c");
    assert_scanned("<w:rPr><w:b/><w:sz/></w:rPr>a<w:tab/>b", "a|b");
    assert_scanned("<!DOCTYPE a>x", "|x");
    assert_scanned("1 < 2 &; & x", "1 ");
    assert_scanned("x &; & y", "x &; & y");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(broken_utf_8_is_windows_1252_or_a_space),
        cmocka_unit_test(utf_16_is_read_in_both_orders_with_surrogates),
        cmocka_unit_test(escapes_are_undone_and_the_rest_stays),
        cmocka_unit_test(base64_over_lines_is_one_run),
        cmocka_unit_test(text_is_told_from_mark_up),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
