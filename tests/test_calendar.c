/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates are read in every form that people write, made coarser without inventing parts, and moved
 * in the form they had. */
#include "isr_test.h"

#include <isredact/calendar.h>

static void is_read(const char *text, guint day, guint month, guint year)
{
    IsrDate date;

    if (!isr_date_read(text, &date))
        fail_msg("\"%s\" is not read", text);
    assert_int_equal(date.day, day);
    assert_int_equal(date.month, month);
    assert_int_equal(date.year, year);
}

static void numbers_are_read_in_british_order(void **state)
{
    (void)state;
    is_read("14/03/2012", 14, 3, 2012);
    is_read("14.3.12", 14, 3, 2012);
    is_read("8.1.08", 8, 1, 2008);
    is_read("25-02-2007", 25, 2, 2007);
    is_read("02/03/2012", 2, 3, 2012);
    is_read("22/1", 22, 1, 0);
    is_read("03/2012", 0, 3, 2012);
}

static void other_orders_are_told_by_what_is_possible(void **state)
{
    (void)state;
    is_read("2012-03-14", 14, 3, 2012);
    is_read("2012/3/4", 4, 3, 2012);
    is_read("03/14/2012", 14, 3, 2012);
    is_read("20120314", 14, 3, 2012);
    is_read("14032012", 14, 3, 2012);
    is_read("140312", 14, 3, 2012);
}

static void words_are_read(void **state)
{
    (void)state;
    is_read("14 March 2012", 14, 3, 2012);
    is_read("4th of October 2011", 4, 10, 2011);
    is_read("16th Jan '11", 16, 1, 2011);
    is_read("16th Jan ’11", 16, 1, 2011);
    is_read("12-Aug-2020", 12, 8, 2020);
    is_read("14 JAN 1982", 14, 1, 1982);
    is_read("2 Oct 24", 2, 10, 2024);
    is_read("Sept 2022", 0, 9, 2022);
    is_read("March 14, 2012", 14, 3, 2012);
    is_read("20th Feb", 20, 2, 0);
    is_read("Thursday 6th February 2025", 6, 2, 2025);
    is_read("9 Tachwedd 2014", 9, 11, 2014);
    is_read("1979", 0, 0, 1979);
}

static void lines_and_odd_spaces_part_nothing(void **state)
{
    (void)state;
    is_read("14 / 03 / 2012", 14, 3, 2012);
    is_read("14\u00a0March\n2012", 14, 3, 2012);
    is_read(" 14–03–2012 ", 14, 3, 2012);
}

static void two_digits_are_of_a_century_that_parents_were_born_in(void **state)
{
    (void)state;
    is_read("3/4/48", 3, 4, 1948);
    is_read("3/4/39", 3, 4, 2039);
}

static void what_is_no_date_is_not_read(void **state)
{
    static const char *const texts[] = {"",
                                        "31/02/2012",
                                        "14/03/2012 at 10.30",
                                        "7 Jozerdan 2708",
                                        "14-16",
                                        "12 and 14 May 2020",
                                        "last Tuesday",
                                        "2049/01/2049",
                                        "0/3/2012",
                                        "14:30",
                                        "1234567",
                                        "May June",
                                        "tomorrow",
                                        "14"};
    IsrDate date;

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        if (isr_date_read(texts[i], &date))
            fail_msg("\"%s\" is read", texts[i]);
}

static void becomes(char *(*change)(const IsrDate *), const char *text, const char *wanted)
{
    IsrDate date;
    g_autofree char *coarse = NULL;

    assert_true(isr_date_read(text, &date));
    coarse = change(&date);
    if (g_strcmp0(coarse, wanted) != 0)
        fail_msg("\"%s\" became \"%s\", not \"%s\"", text, coarse, wanted);
}

static void coarser_never_invents_parts(void **state)
{
    (void)state;
    becomes(isr_date_to_month, "14/03/2012", "March 2012");
    becomes(isr_date_to_month, "March 2012", "March 2012");
    becomes(isr_date_to_month, "14 March", "March");
    becomes(isr_date_to_month, "2012", "2012");
    becomes(isr_date_to_year, "8.1.08", "2008");
    becomes(isr_date_to_year, "14 March", NULL);
}

static void moves(const char *text, int days, const char *wanted)
{
    IsrDate date;
    g_autofree char *moved = NULL;

    assert_true(isr_date_read(text, &date));
    moved = isr_date_move(&date, text, days);
    if (g_strcmp0(moved, wanted) != 0)
        fail_msg("\"%s\" moved to \"%s\", not \"%s\"", text, moved, wanted);
}

static void moved_dates_keep_their_form(void **state)
{
    (void)state;
    moves("14/03/2012", 7, "21/03/2012");
    moves("25/12/2012", 14, "08/01/2013");
    moves("14.3.12", 21, "4.4.12");
    moves("2012-03-14", -14, "2012-02-29");
    moves("14 March 2012", 21, "4 April 2012");
    moves("14 MAR 2012", 21, "4 APR 2012");
    moves("4th of October 2011", 7, "11th of October 2011");
    moves("4th of October 2011", 28, "1st of November 2011");
    moves("16th Jan '11", -21, "26th Dec '10");
    moves("Sept 2022", 35, "Oct 2022");
    moves("Thursday 6th February 2025", 7, "Thursday 13th February 2025");
    moves("9 Tachwedd 2014", -7, "2 Tachwedd 2014");
    moves("30 Ebrill", 7, "7 Mai");
    moves("25/12", 14, "08/01");
    moves("05/12", 14, "19/12");
}

static void a_month_always_leaves_its_place(void **state)
{
    static const char *const texts[] = {"January 2024", "February 2023", "March 2024", "May 2024",
                                        "December 2024"};

    (void)state;
    for (int weeks = 3; weeks <= 52; weeks++)
        for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
            for (int sign = -1; sign <= 1; sign += 2) {
                IsrDate date;

                assert_true(isr_date_read(texts[i], &date));
                g_autofree char *moved = isr_date_move(&date, texts[i], sign * 7 * weeks);
                assert_string_not_equal(moved, texts[i]);
            }
}

static void a_date_without_a_year_is_of_the_year_of_those_before(void **state)
{
    IsrDate date;
    g_autofree char *leap = NULL, *ordinary = NULL, *none = NULL;

    (void)state;
    assert_true(isr_date_read("4 March", &date));
    ordinary = isr_date_move(&date, "4 March", -56);
    date.nominal = 2024;
    leap = isr_date_move(&date, "4 March", -56);
    assert_string_equal(ordinary, "7 January");
    assert_string_equal(leap, "8 January");
    assert_true(isr_date_read("29 February", &date));
    date.nominal = 2023;
    none = isr_date_move(&date, "29 February", 7);
    assert_string_equal(none, "7 March");
}

static void birthdays_are_of_the_past(void **state)
{
    IsrDate date;

    (void)state;
    assert_true(isr_date_read_birth("12/5/38", &date));
    assert_int_equal(date.year, 1938);
    assert_true(isr_date_read_birth("12/5/2038", &date));
    assert_int_equal(date.year, 2038);
    assert_true(isr_date_read_birth("12/5/12", &date));
    assert_int_equal(date.year, 2012);
    assert_true(isr_date_read("12/5/38", &date));
    assert_int_equal(date.year, 2038);
}

static void intervals_stay(void **state)
{
    IsrDate before, after, moved_before, moved_after;
    g_autofree char *a = NULL, *b = NULL;

    (void)state;
    assert_true(isr_date_read("28/02/2024", &before));
    assert_true(isr_date_read("1 March 2024", &after));
    a = isr_date_move(&before, "28/02/2024", -70);
    b = isr_date_move(&after, "1 March 2024", -70);
    assert_true(isr_date_read(a, &moved_before));
    assert_true(isr_date_read(b, &moved_after));
    assert_int_equal(moved_after.day - moved_before.day, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_read_in_british_order),
        cmocka_unit_test(other_orders_are_told_by_what_is_possible),
        cmocka_unit_test(words_are_read),
        cmocka_unit_test(lines_and_odd_spaces_part_nothing),
        cmocka_unit_test(two_digits_are_of_a_century_that_parents_were_born_in),
        cmocka_unit_test(what_is_no_date_is_not_read),
        cmocka_unit_test(coarser_never_invents_parts),
        cmocka_unit_test(moved_dates_keep_their_form),
        cmocka_unit_test(a_month_always_leaves_its_place),
        cmocka_unit_test(a_date_without_a_year_is_of_the_year_of_those_before),
        cmocka_unit_test(birthdays_are_of_the_past),
        cmocka_unit_test(intervals_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
