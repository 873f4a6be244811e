/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two bytes are of one class if no set tells them apart, and only then. */
#include "isr_test.h"

#include "../src/byteclass.h"

static const NfaSet digits = {{G_GUINT64_CONSTANT(0x3ff) << '0', 0, 0, 0}};
static const NfaSet low = {{~G_GUINT64_CONSTANT(0), 0, 0, 0}};

static void all_bytes_are_one_class_at_first(void **state)
{
    IsrByteClasses classes;

    (void)state;
    isr_byte_classes_init(&classes);
    assert_int_equal(classes.n, 1);
    assert_int_equal(classes.of['a'], classes.of[0xff]);
}

static void sets_part_what_they_tell_apart(void **state)
{
    IsrByteClasses classes;

    (void)state;
    isr_byte_classes_init(&classes);
    isr_byte_classes_part(&classes, &digits);
    assert_int_equal(classes.n, 2);
    isr_byte_classes_part(&classes, &low);
    assert_int_equal(classes.n, 3);
    assert_int_equal(classes.of['0'], classes.of['9']);
    assert_int_equal(classes.of[' '], classes.of['/']);
    assert_int_equal(classes.of['a'], classes.of[0x80]);
    assert_int_not_equal(classes.of['0'], classes.of[' ']);
    assert_int_not_equal(classes.of['0'], classes.of['a']);
    assert_int_not_equal(classes.of[' '], classes.of['a']);
}

static void each_class_has_a_sample(void **state)
{
    IsrByteClasses classes;

    (void)state;
    isr_byte_classes_init(&classes);
    assert_int_equal(classes.of[classes.samples[0]], 0);
    isr_byte_classes_part(&classes, &digits);
    isr_byte_classes_part(&classes, &low);
    for (guint class = 0; class < classes.n; class ++)
        assert_int_equal(classes.of[classes.samples[class]], class);
}

static void the_classes_of_each_set_are_listed(void **state)
{
    Nfa *nfa = isr_nfa_new();
    IsrByteClasses classes;
    const guint8 *of;
    guint n;

    (void)state;
    g_array_append_val(nfa->sets, digits);
    g_array_append_val(nfa->sets, low);
    isr_byte_classes_init(&classes);
    isr_byte_classes_part(&classes, &digits);
    isr_byte_classes_part(&classes, &low);
    isr_byte_classes_list(&classes, nfa);
    of = isr_byte_classes_of(&classes, 0, &n);
    assert_int_equal(n, 1);
    assert_int_equal(of[0], classes.of['5']);
    of = isr_byte_classes_of(&classes, 1, &n);
    assert_int_equal(n, 2);
    assert_int_not_equal(of[0], of[1]);
    isr_byte_classes_clear(&classes);
    isr_nfa_free(nfa);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_bytes_are_one_class_at_first),
        cmocka_unit_test(sets_part_what_they_tell_apart),
        cmocka_unit_test(each_class_has_a_sample),
        cmocka_unit_test(the_classes_of_each_set_are_listed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
