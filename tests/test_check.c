/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks pass what their issuers publish and fail it with one character changed. */
#include "isr_test.h"

#include <isredact/check.h>

#include <string.h>

static gboolean passes(const char *id, const char *value)
{
    const IsrCheck *check = isr_check_for(id);

    if (!check)
        fail_msg("no check %s", id);
    return check->passes(value, strlen(value));
}

typedef struct {
    const char *id, *right, *wrong;
} Case;

static const Case cases[] = {
    {"nhs-mod11", "999 347 6501", "999 347 6502"},
    {"nhs-mod11", "999-347-6625", "999-347-6265"},
    {"nhs-range", "4000000004", "3000000004"},
    {"hsc-range", "3200000001", "3100000001"},
    {"uln-mod11", "9276308686", "9276308687"},
    {"utr-mod11", "1955839661", "2955839661"},
    {"luhn", "4000 1216 0382 2228", "4000 1216 0382 2229"},
    {"luhn", "490154203237518", "490154203237519"},
    {"card-issuer", "4000 1216 0382 2228", "1611223344556672"},
    {"not-repeated", "9999999998", "9999999999"},
    {"phone-uk", "07700 900123", "07700 90012"},
    {"phone-uk", "+44 (0)20 7946 0123", "+44 (0)40 7946 0123"},
    {"phone-uk", "0044 7700 900123", "0044 7700 9001234"},
    {"phone-uk", "01632 960321 ext 5", "0632 960321"},
    {"phone-abroad", "+48 500 900 128", "+44 500 900 128"},
    {"ip4", "203.0.113.77", "203.0.113.256"},
    {"ip6", "2001:db8::8a2e:370:7334", "10:20:30"},
    {"iban-mod97", "GB29 NWBK 6016 1331 9268 19", "GB28 NWBK 6016 1331 9268 19"},
    {"upn-letter", "T821499520096", "T821499520097"},
    {"uci-letter", "681990012058G", "681990012058H"},
    {"pnc-letter", "2003/0011985X", "2003/0011985Y"},
    {"pnc-letter", "03/11985X", "03/11986X"},
    {"cro-letter", "192746/14X", "192746/14Y"},
    {"nino-prefix", "JX489107B", "GB489107B"},
    {"driver-number", "MORGA753116SM9IJ", "MORGA793116SM9IJ"},
    {"mrz-digits", "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
     "L898902C37UTO7408122F1204159ZE184226B<<<<<10"},
    {"vehicle-age", "YK19 OVT", "YK50 OVT"},
    {"postcode-area", "LS10 1WQ", "QQ10 1WQ"},
    {"letters-and-digits", "jay09", "jay"},
    {"reference", "SR2/25/0119", "2023"},
    {"reference", "25-0602-1187", "14/03/2025"},
    {"code", "HTST-118842", "KCSIE-2024"},
    {"code", "PA/05518/2024", "1188/42"},
    {"no-date", "30/14/77", "30/11/77"},
    {"phone-uk", "07700 9OO123", "07700 9OO1234"},
    {"date", "6.viii.2018", "31.ii.2018"},
    {"chi-date", "2909140180", "3109140180"},
    {"date", "29/02/2024", "30/02/2024"},
    {"date", "14th of March '12", "32nd of March '12"},
    {"date", "9 Tachwedd 2014", "31 Tachwedd 2014"},
    {"date", "2012-03-14", "2012-13-14"},
    {"date-of-birth", "14032012", "14132012"},
    {"day-month", "29/2", "30/2"},
    {"age", "119 years", "120 years"},
};

static void what_is_right_passes(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        if (!passes(cases[i].id, cases[i].right))
            fail_msg("%s should pass %s", cases[i].right, cases[i].id);
    }
}

static void what_is_wrong_fails(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        if (passes(cases[i].id, cases[i].wrong))
            fail_msg("%s should fail %s", cases[i].wrong, cases[i].id);
    }
}

static void every_check_is_tried_here_and_bears_odd_input(void **state)
{
    (void)state;
    static const char *const odd[] = {
        "",
        " ",
        "/",
        "A",
        "1/",
        "/A",
        "<<<",
        "00000000000000000000",
        "999999999999999999999999999999999999999999999999999999999999999999999999999999999999"};

    for (const IsrCheck *check = isr_checks(); check->id; check++) {
        gboolean tried = FALSE;

        for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
            tried = tried || g_str_equal(cases[i].id, check->id);
        if (!tried)
            fail_msg("no case for %s", check->id);
        for (guint i = 0; i < G_N_ELEMENTS(odd); i++)
            check->passes(odd[i], strlen(odd[i]));
        assert_non_null(check->meaning);
    }
}

static void any_character_changed_fails_the_nhs_check(void **state)
{
    (void)state;
    char number[] = "9993476501";

    for (guint i = 0; i < 10; i++) {
        char right = number[i];

        for (char digit = '0'; digit <= '9'; digit++) {
            number[i] = digit;
            assert_int_equal(passes("nhs-mod11", number), digit == right);
        }
        number[i] = right;
    }
}

static void no_number_is_both_nhs_and_learner_number(void **state)
{
    (void)state;
    for (guint n = 0; n < 2000; n++) {
        g_autofree char *number = g_strdup_printf("99%08u", n * 49999);

        assert_false(passes("nhs-mod11", number) && passes("uln-mod11", number));
    }
}

static void an_unknown_check_is_not_found(void **state)
{
    (void)state;
    assert_null(isr_check_for("nhs"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_right_passes),
        cmocka_unit_test(what_is_wrong_fails),
        cmocka_unit_test(every_check_is_tried_here_and_bears_odd_input),
        cmocka_unit_test(any_character_changed_fails_the_nhs_check),
        cmocka_unit_test(no_number_is_both_nhs_and_learner_number),
        cmocka_unit_test(an_unknown_check_is_not_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
