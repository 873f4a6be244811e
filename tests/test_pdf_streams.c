/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Streams of a PDF that unpack to more than a reader has time for, and forms that draw each other
 * without end. */
#include "isr_pdf.h"

#include "../src/formats/pdf_open.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#define FORM "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
#define CALLS(n) FORM " /Resources << /XObject << /X " n " 0 R >> >>"

/* What opening a document says whose objects from 5 on are @things, NULL at their end. */
static int error_of(const char *const *things)
{
    g_autoptr(GPtrArray) objects = g_ptr_array_new();
    g_autofree char *content = pdf_stream("", "q /X Do Q");
    g_autoptr(GError) error = NULL;

    g_ptr_array_add(objects, (gpointer)PDF_CATALOG);
    g_ptr_array_add(objects, (gpointer)PDF_PAGES);
    g_ptr_array_add(objects, (gpointer) "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
                                        "/Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> "
                                        ">>");
    g_ptr_array_add(objects, content);
    for (; *things; things++)
        g_ptr_array_add(objects, (gpointer)*things);
    g_ptr_array_add(objects, NULL);
    g_autoptr(GBytes) bytes = pdf_of((const char *const *)objects->pdata, NULL);
    g_autoptr(IsrInput) input = pdf_input(bytes);
    g_autoptr(IsrPdf) pdf = isr_pdf_open(input, NULL, &error);

    return pdf ? 0 : error->code;
}

static void what_is_packed_twice_is_refused(void **state)
{
    (void)state;
    g_autofree char *once = pdf_stream("/Filter [/ASCIIHexDecode /LZWDecode]", "80>");
    g_autofree char *twice = pdf_stream("/Filter [/FlateDecode /LZWDecode]", "x");

    assert_int_equal(error_of((const char *const[]){once, NULL}), 0);
    assert_int_equal(error_of((const char *const[]){twice, NULL}), ISR_ERROR_LIMIT);
}

static void a_program_for_each_dot_is_short(void **state)
{
    g_autoptr(GString) program = g_string_new("{");

    (void)state;
    while (program->len < ISR_LIMIT_FUNCTION_BYTES - 20)
        g_string_append(program, " dup mul");
    g_autofree char *brief = pdf_stream("/FunctionType 4", program->str);
    g_string_append(program, " dup mul dup mul dup mul");
    g_autofree char *endless = pdf_stream("/FunctionType 4", program->str);

    assert_int_equal(error_of((const char *const[]){brief, NULL}), 0);
    assert_int_equal(error_of((const char *const[]){endless, NULL}), ISR_ERROR_LIMIT);
}

static void forms_that_call_each_other_a_little_are_opened(void **state)
{
    (void)state;
    g_autofree char *outer = pdf_stream(CALLS("6"), "/X Do /X Do");
    g_autofree char *inner = pdf_stream(FORM, "0 0 9 9 re f");

    assert_int_equal(error_of((const char *const[]){outer, inner, NULL}), 0);
}

static void a_form_in_itself_is_counted_once(void **state)
{
    (void)state;
    g_autofree char *form = pdf_stream(CALLS("5"), "/X Do /X Do");

    assert_int_equal(error_of((const char *const[]){form, NULL}), 0);
}

/* 600 times 600 is more than ISR_LIMIT_FORMS. */
static void forms_that_multiply_are_refused(void **state)
{
    g_autoptr(GString) calls = g_string_new(NULL);

    (void)state;
    for (guint i = 0; i < 600; i++)
        g_string_append(calls, "/X Do ");
    g_autofree char *outer = pdf_stream(CALLS("6"), calls->str);
    g_autofree char *middle = pdf_stream(CALLS("7"), calls->str);
    g_autofree char *inner = pdf_stream(FORM, "0 0 9 9 re f");

    assert_int_equal(error_of((const char *const[]){outer, middle, inner, NULL}), ISR_ERROR_LIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_packed_twice_is_refused),
        cmocka_unit_test(a_program_for_each_dot_is_short),
        cmocka_unit_test(forms_that_call_each_other_a_little_are_opened),
        cmocka_unit_test(a_form_in_itself_is_counted_once),
        cmocka_unit_test(forms_that_multiply_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
