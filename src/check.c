/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of checks, and how they read a value. The checks themselves stand in check_numbers.c,
 * check_codes.c and check_dates.c. */
#include "checks.h"

#include <string.h>

static const IsrCheck checks[] = {
    {"age", isr_check_age, "an age that a person can have, up to 119 years"},
    {"card-issuer", isr_check_card_issuer, "13 to 19 digits, beginning as payment cards do"},
    {"chi-date", isr_check_chi_date, "begins with a day, month and year that exist"},
    {"code", isr_check_code, "letters and at least four digits that are no year"},
    {"cro-letter", isr_check_cro_letter, "check letter of a CRO number"},
    {"date", isr_check_date_plausible, "a day that exists, from 1850 to 2149"},
    {"date-of-birth", isr_check_date_of_birth, "a day that exists, from 1880 to 2079"},
    {"day-month", isr_check_day_month, "a day and month that exist"},
    {"driver-number", isr_check_driver_number, "month and day in a driver number exist"},
    {"hsc-range", isr_check_hsc_range, "begins as Health and Care numbers do, 320 to 399"},
    {"iban-mod97", isr_check_iban_mod97, "check digits of an IBAN"},
    {"ip4", isr_check_ip4, "four numbers up to 255"},
    {"ip6", isr_check_ip6, "a well-formed IPv6 address"},
    {"letters-and-digits", isr_check_letters_and_digits, "holds a letter and a digit"},
    {"luhn", isr_check_luhn, "Luhn check digit"},
    {"mrz-digits", isr_check_mrz_digits, "check digits of a passport's machine-readable line"},
    {"nhs-mod11", isr_check_nhs_mod11, "10 digits with the NHS check digit"},
    {"nhs-range", isr_check_nhs_range, "begins as NHS numbers do, 4 to 9"},
    {"nino-prefix", isr_check_nino_prefix, "letters that HMRC issues"},
    {"no-date", isr_check_no_date, "is no day that exists"},
    {"not-repeated", isr_check_not_repeated, "not one digit over and over"},
    {"phone-abroad", isr_check_phone_abroad, "7 to 15 digits after a country's code"},
    {"phone-uk", isr_check_phone_uk, "a number of the UK's numbering plan"},
    {"pnc-letter", isr_check_pnc_letter, "check letter of a PNC ID"},
    {"postcode-area", isr_check_postcode_area, "begins with a postcode area that exists"},
    {"reference", isr_check_reference, "at least four letters or digits, and no year or date"},
    {"uci-letter", isr_check_uci_letter, "check letter of a Unique Candidate Identifier"},
    {"uln-mod11", isr_check_uln_mod11, "10 digits with the check digit of a learner number"},
    {"upn-letter", isr_check_upn_letter, "check letter of a Unique Pupil Number"},
    {"utr-mod11", isr_check_utr_mod11, "10 digits with the check digit of a tax reference"},
    {"vehicle-age", isr_check_vehicle_age, "age identifier and letters that DVLA issues"},
    {NULL, NULL, NULL},
};

const IsrCheck *isr_checks(void)
{
    return checks;
}

const IsrCheck *isr_check_for(const char *id)
{
    for (const IsrCheck *check = checks; check->id; check++) {
        if (g_str_equal(check->id, id))
            return check;
    }
    return NULL;
}

guint isr_check_digits(const char *value, gsize length, guint8 digits[ISR_CHECK_MAX])
{
    guint n = 0;

    for (gsize i = 0; i < length; i++) {
        if (g_ascii_isalpha(value[i]))
            return 0;
        if (!g_ascii_isdigit(value[i]))
            continue;
        if (n == ISR_CHECK_MAX)
            return 0;
        digits[n++] = (guint8)(value[i] - '0');
    }
    return n;
}

guint isr_check_letters(const char *value, gsize length, char out[ISR_CHECK_MAX])
{
    guint n = 0;

    for (gsize i = 0; i < length; i++) {
        if (!g_ascii_isalnum(value[i]))
            continue;
        if (n == ISR_CHECK_MAX - 1)
            return 0;
        out[n++] = g_ascii_toupper(value[i]);
    }
    out[n] = '\0';
    return n;
}

guint64 isr_check_number(const guint8 *digits, guint n)
{
    guint64 number = 0;

    for (guint i = 0; i < n; i++)
        number = number * 10 + digits[i];
    return number;
}
