/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "isr_test.h"

#include <isredact/error.h>
#include <isredact/quasi.h>

#include <string.h>

#define WHO "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define HASH "00112233445566aa"

static void each_kind_has_its_coarser_form(void **state)
{
    static const struct {
        IsrQuasiKind kind;
        const char *value, *band;
    } bands[] = {
        {ISR_QUASI_BORN, "2012", "2010 to 2014"},    {ISR_QUASI_AGE, "10 to 15", "10 to 17"},
        {ISR_QUASI_AGE, "65 or over", "18 or over"}, {ISR_QUASI_SEX, "female", NULL},
        {ISR_QUASI_ETHNICITY, HASH, NULL},           {ISR_QUASI_CONDITION, "blood/" HASH, "blood"},
        {ISR_QUASI_DISTRICT, "CH42", "CH"},          {ISR_QUASI_DATE, "2024-03/" HASH, "2024-03"},
        {ISR_QUASI_DATE, "2024-03", "2024"},
    };

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(bands); i++) {
        g_autofree char *band = isr_quasi_band(bands[i].kind, bands[i].value);

        assert_int_equal(g_strcmp0(band, bands[i].band), 0);
    }
}

static void only_values_of_their_kind_are_told(void **state)
{
    static const struct {
        IsrQuasiKind kind;
        const char *value;
        guint n;
    } tries[] = {{ISR_QUASI_BORN, "2012", 1},     {ISR_QUASI_BORN, "in 2012", 0},
                 {ISR_QUASI_AGE, "5 to 9", 1},    {ISR_QUASI_AGE, "7", 0},
                 {ISR_QUASI_SEX, "male", 1},      {ISR_QUASI_SEX, "a boy", 0},
                 {ISR_QUASI_RELIGION, HASH, 1},   {ISR_QUASI_RELIGION, "muslim", 0},
                 {ISR_QUASI_DISTRICT, "W1A", 1},  {ISR_QUASI_DISTRICT, "CH42 7LQ", 0},
                 {ISR_QUASI_DISTRICT, "CH", 0},   {ISR_QUASI_CONDITION, "blood/" HASH, 1},
                 {ISR_QUASI_CONDITION, HASH, 0},  {ISR_QUASI_DATE, "2024-03", 1},
                 {ISR_QUASI_DATE, "4 March", 0},  {ISR_QUASI_DATE, "2024-03-04", 0},
                 {ISR_QUASI_PLACE, "Elm Road", 0}};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(tries); i++) {
        g_autoptr(GPtrArray) quasis = isr_quasis_new();
        IsrQuasiPerson *person = isr_quasis_add(quasis, WHO, TRUE);

        isr_quasi_tell(person, tries[i].kind, tries[i].value);
        isr_quasi_tell(person, tries[i].kind, tries[i].value);
        assert_int_equal(person->values[tries[i].kind]->len, tries[i].n);
    }
}

static void what_is_written_is_read(void **state)
{
    g_autoptr(GPtrArray) quasis = isr_quasis_new();
    IsrQuasiPerson *person = isr_quasis_add(quasis, WHO, TRUE);

    (void)state;
    isr_quasi_tell(person, ISR_QUASI_DISTRICT, "CH42");
    isr_quasi_tell(person, ISR_QUASI_DISTRICT, "CH41");
    isr_quasi_tell(person, ISR_QUASI_SEX, "female");
    g_autofree char *text = isr_quasis_json(quasis);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) read = isr_quasis_read(text, &error);

    assert_no_error(error);
    assert_null(strchr(text, '\n'));
    assert_int_equal(read->len, 1);
    g_autofree char *again = isr_quasis_json(read);

    assert_string_equal(text, again);
    person = read->pdata[0];
    assert_true(person->subject);
    assert_string_equal(person->values[ISR_QUASI_DISTRICT]->pdata[0], "CH41");
}

static void anything_else_is_refused(void **state)
{
    static const char *const texts[] = {
        "",
        "[]",
        "{}",
        "{\"version\":2,\"people\":[]}",
        "{\"version\":1,\"people\":{}}",
        "{\"version\":1,\"people\":[1]}",
        "{\"version\":1,\"people\":[{\"identity\":\"Quilla\",\"subject\":true,\"facts\":[]}]}",
        "{\"version\":1,\"people\":[{\"identity\":\"" WHO "\",\"subject\":1,\"facts\":[]}]}",
        "{\"version\":1,\"people\":[{\"identity\":\"" WHO "\",\"subject\":true}]}",
        "{\"version\":1,\"people\":[{\"identity\":\"" WHO
        "\",\"subject\":true,\"facts\":[[\"place\",\"Elm Road\"]]}]}",
        "{\"version\":1,\"people\":[{\"identity\":\"" WHO
        "\",\"subject\":true,\"facts\":[[\"shoe\",\"42\"]]}]}",
        "{\"version\":1,\"people\":[{\"identity\":\"" WHO
        "\",\"subject\":true,\"facts\":[[\"sex\",null]]}]}",
    };

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(GError) error = NULL;

        assert_null(isr_quasis_read(texts[i], &error));
        assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_MALFORMED));
        assert_null(strstr(error->message, "Quilla"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_has_its_coarser_form),
        cmocka_unit_test(only_values_of_their_kind_are_told),
        cmocka_unit_test(what_is_written_is_read),
        cmocka_unit_test(anything_else_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
