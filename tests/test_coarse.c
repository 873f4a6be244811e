/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values made coarser say less than before, and nothing that was not written. */
#include "isr_test.h"

#include <isredact/coarse.h>

static void becomes(IsrCategory category, const char *value, const char *wanted)
{
    g_autofree char *text = isr_coarse_text(category, value);

    if (g_strcmp0(text, wanted) != 0)
        fail_msg("\"%s\" became \"%s\", not \"%s\"", value, text, wanted);
}

static void a_birthday_becomes_its_year(void **state)
{
    (void)state;
    becomes(ISR_CATEGORY_DOB, "14/03/2012", "2012");
    becomes(ISR_CATEGORY_DOB, "8.1.08", "2008");
    becomes(ISR_CATEGORY_DOB, "4th of October 2011", "2011");
    becomes(ISR_CATEGORY_DOB, "7 Jozerdan 2708", NULL);
    becomes(ISR_CATEGORY_DOB, "12/5/38", "1938");
    becomes(ISR_CATEGORY_DOB, "March 2012", "2012");
    becomes(ISR_CATEGORY_DOB, "1979", "1979");
    becomes(ISR_CATEGORY_DOB, "14 March", NULL);
}

static void a_date_becomes_its_month(void **state)
{
    (void)state;
    becomes(ISR_CATEGORY_DATE, "30.1.25", "January 2025");
    becomes(ISR_CATEGORY_DATE, "March 2023", "March 2023");
    becomes(ISR_CATEGORY_DATE, "early next week", NULL);
    becomes(ISR_CATEGORY_DATE, "14 March", "March");
    becomes(ISR_CATEGORY_DATE, "until 14/3/34", NULL);
    becomes(ISR_CATEGORY_DATE, "14/3/34", "March 2034");
    becomes(ISR_CATEGORY_DATE, "2012", "2012");
    becomes(ISR_CATEGORY_DATE, "3-5 March 2025", NULL);
}

static void a_postcode_becomes_its_district(void **state)
{
    (void)state;
    becomes(ISR_CATEGORY_POSTCODE, "CH42 7LQ", "CH42");
    becomes(ISR_CATEGORY_POSTCODE, "ch427lq", "CH42");
    becomes(ISR_CATEGORY_POSTCODE, "W1A 1AA", "W1A");
    becomes(ISR_CATEGORY_POSTCODE, "CH42", "CH42");
    becomes(ISR_CATEGORY_POSTCODE, "CH42 7", "CH42");
    becomes(ISR_CATEGORY_POSTCODE, "ch4 2h", "CH4");
    becomes(ISR_CATEGORY_POSTCODE, "CH427", NULL);
    becomes(ISR_CATEGORY_POSTCODE, "CH", NULL);
    becomes(ISR_CATEGORY_POSTCODE, "BFPO 57", NULL);
    becomes(ISR_CATEGORY_POSTCODE, "GIR 0AA", NULL);
}

static void an_address_becomes_a_district_only_by_its_postcode(void **state)
{
    (void)state;
    becomes(ISR_CATEGORY_ADDRESS, "14 Larch Road, Bidston, CH43 7QQ", "CH43");
    becomes(ISR_CATEGORY_ADDRESS, "14 Larch Road, Bidston", NULL);
    becomes(ISR_CATEGORY_ADDRESS, "Flat 2, The Refuge", NULL);
}

static void an_age_becomes_its_band(void **state)
{
    (void)state;
    becomes(ISR_CATEGORY_AGE, "7", "5 to 9");
    becomes(ISR_CATEGORY_AGE, "7 years", "5 to 9 years");
    becomes(ISR_CATEGORY_AGE, "seven-year-old", "5 to 9 years");
    becomes(ISR_CATEGORY_AGE, "15yrs", "10 to 15 years");
    becomes(ISR_CATEGORY_AGE, "16", "16 to 17");
    becomes(ISR_CATEGORY_AGE, "19 months", "under 5 years");
    becomes(ISR_CATEGORY_AGE, "6 wks", "under 5 years");
    becomes(ISR_CATEGORY_AGE, "4 yrs 2 mths", "under 5 years");
    becomes(ISR_CATEGORY_AGE, "2 and a half", "under 5");
    becomes(ISR_CATEGORY_AGE, "5 years and 2 months", "5 to 9 years");
    becomes(ISR_CATEGORY_AGE, "seven-year-old", "5 to 9 years");
    becomes(ISR_CATEGORY_AGE, "44", "25 to 44");
    becomes(ISR_CATEGORY_AGE, "91", "65 or over");
    becomes(ISR_CATEGORY_AGE, "25 to 44", "25 to 44");
    becomes(ISR_CATEGORY_AGE, "under 5 years", "under 5 years");
}

static void an_age_that_could_be_misread_is_none(void **state)
{
    (void)state;
    becomes(ISR_CATEGORY_AGE, "twenty-five", NULL);
    becomes(ISR_CATEGORY_AGE, "40s", NULL);
    becomes(ISR_CATEGORY_AGE, "14/12", NULL);
    becomes(ISR_CATEGORY_AGE, "teenager", NULL);
    becomes(ISR_CATEGORY_AGE, "900", NULL);
    becomes(ISR_CATEGORY_AGE, "9-10 years", NULL);
    becomes(ISR_CATEGORY_AGE, "nine or ten", NULL);
    becomes(ISR_CATEGORY_AGE, "15 to 16", NULL);
    becomes(ISR_CATEGORY_AGE, "under 4", NULL);
    becomes(ISR_CATEGORY_AGE, "nearly 10", NULL);
    becomes(ISR_CATEGORY_AGE, "18+", NULL);
}

static void everything_else_has_no_coarser_form(void **state)
{
    (void)state;
    becomes(ISR_CATEGORY_PHONE, "07700 900123", NULL);
    assert_false(isr_coarse_fits(ISR_CATEGORY_PLACE));
    assert_true(isr_coarse_fits(ISR_CATEGORY_DOB));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_birthday_becomes_its_year),
        cmocka_unit_test(a_date_becomes_its_month),
        cmocka_unit_test(a_postcode_becomes_its_district),
        cmocka_unit_test(an_address_becomes_a_district_only_by_its_postcode),
        cmocka_unit_test(an_age_becomes_its_band),
        cmocka_unit_test(an_age_that_could_be_misread_is_none),
        cmocka_unit_test(everything_else_has_no_coarser_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
