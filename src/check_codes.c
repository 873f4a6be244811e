/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks on codes of letters and digits. Sources stand in the rule files that ask for them. */
#include "checks.h"

#include <string.h>

static guint digit_of(char c)
{
    return (guint)(c - '0');
}

static gboolean all_digits(const char *text, guint n)
{
    for (guint i = 0; i < n; i++) {
        if (!g_ascii_isdigit(text[i]))
            return FALSE;
    }
    return TRUE;
}

/* A=10 ... Z=35, digits as they are. */
static guint base36(char c)
{
    return g_ascii_isdigit(c) ? digit_of(c) : (guint)(c - 'A') + 10;
}

gboolean isr_check_iban_mod97(const char *value, gsize length)
{
    char code[ISR_CHECK_MAX];
    guint n = isr_check_letters(value, length, code), rest = 0;

    if (n < 15 || n > 34 || (g_str_has_prefix(code, "GB") && n != 22))
        return FALSE;
    for (guint i = 0; i < n; i++) {
        guint number = base36(code[(i + 4) % n]);

        rest = (rest * (number > 9 ? 100 : 10) + number) % 97;
    }
    return rest == 1;
}

gboolean isr_check_upn_letter(const char *value, gsize length)
{
    static const char letters[] = "ABCDEFGHJKLMNPQRTUVWXYZ";
    char code[ISR_CHECK_MAX];
    guint sum = 0;

    if (isr_check_letters(value, length, code) != 13 || !all_digits(code + 1, 11))
        return FALSE;
    for (guint i = 1; i < 12; i++)
        sum += digit_of(code[i]) * (i + 1);
    if (g_ascii_isdigit(code[12])) {
        sum += digit_of(code[12]) * 13;
    } else { /* a temporary number: its last letter counts by its place in the alphabet */
        const char *last = strchr(letters, code[12]);

        if (!last)
            return FALSE;
        sum += (guint)(last - letters) * 13;
    }
    return code[0] == letters[sum % 23];
}

gboolean isr_check_uci_letter(const char *value, gsize length)
{
    char code[ISR_CHECK_MAX];
    guint sum = 0;

    if (isr_check_letters(value, length, code) != 13 || !g_ascii_isalpha(code[12]))
        return FALSE;
    for (guint i = 0; i < 12; i++) {
        if (!g_ascii_isdigit(code[i]) && i != 5)
            return FALSE;
        sum +=
            (g_ascii_isdigit(code[i]) ? digit_of(code[i]) : (guint)(code[i] - 'A') + 1) * (16 - i);
    }
    return code[12] == "ABCDEFGHKLMRTVWXY"[sum % 17];
}

/* Check letter of the police's registers: two digits of the year before the serial, modulo 23. */
static gboolean police_letter(guint64 year, guint64 serial, guint64 power, char letter)
{
    return letter == "ZABCDEFGHJKLMNPQRTUVWXY"[(year * power + serial) % 23];
}

gboolean isr_check_pnc_letter(const char *value, gsize length)
{
    const char *slash = memchr(value, '/', length);
    g_autofree char *text = NULL;
    guint64 year, serial;
    char letter;

    if (!slash || (slash - value != 2 && slash - value != 4))
        return FALSE;
    text = g_strndup(value, length);
    year = g_ascii_strtoull(text, NULL, 10) % 100;
    letter = g_ascii_toupper(text[length - 1]);
    text[length - 1] = '\0';
    if (!g_ascii_string_to_unsigned(text + (slash - value) + 1, 10, 1, 9999999, &serial, NULL))
        return FALSE;
    return police_letter(year, serial, 10000000, letter);
}

gboolean isr_check_cro_letter(const char *value, gsize length)
{
    g_autofree char *text = g_ascii_strup(value, (gssize)length);
    char *slash = strchr(text, '/');
    char letter = length > 0 ? text[length - 1] : '\0';
    guint64 year, serial;

    if (!slash || !g_ascii_isalpha(letter))
        return FALSE;
    text[length - 1] = *slash = '\0';
    if (g_str_has_prefix(text, "SF")) { /* year first, serial without its zeros */
        guint64 power = 1;

        if (!g_ascii_string_to_unsigned(text + 2, 10, 0, 99, &year, NULL) ||
            !g_ascii_string_to_unsigned(slash + 1, 10, 1, 999999, &serial, NULL))
            return FALSE;
        while (power <= serial)
            power *= 10;
        return police_letter(year, serial, power, letter);
    }
    if (!g_ascii_string_to_unsigned(text, 10, 1, 999999, &serial, NULL) ||
        !g_ascii_string_to_unsigned(slash + 1, 10, 0, 99, &year, NULL))
        return FALSE;
    return police_letter(year, serial, 1000000, letter);
}

gboolean isr_check_nino_prefix(const char *value, gsize length)
{
    static const char *const refused[] = {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"};
    char code[ISR_CHECK_MAX];

    if (isr_check_letters(value, length, code) < 8 || strchr("DFIQUV", code[0]) ||
        strchr("DFIOQUV", code[1]))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(refused); i++) {
        if (g_str_has_prefix(code, refused[i]))
            return FALSE;
    }
    return TRUE;
}

gboolean isr_check_driver_number(const char *value, gsize length)
{
    char code[ISR_CHECK_MAX];
    guint month, day;

    if (isr_check_letters(value, length, code) < 11 || !all_digits(code + 5, 6))
        return FALSE;
    month = (digit_of(code[6]) * 10 + digit_of(code[7])) % 50; /* +50 says female */
    day = digit_of(code[8]) * 10 + digit_of(code[9]);
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* Check digit over @n characters of a machine-readable line: weights 7 3 1. */
static gboolean mrz_field(const char *field, guint n)
{
    static const guint weights[] = {7, 3, 1};
    guint sum = 0;

    for (guint i = 0; i < n; i++)
        sum += (field[i] == '<' ? 0 : base36(field[i])) * weights[i % 3];
    return g_ascii_isdigit(field[n]) && sum % 10 == digit_of(field[n]);
}

gboolean isr_check_mrz_digits(const char *value, gsize length)
{
    char line[ISR_CHECK_MAX];
    guint n = 0;

    for (gsize i = 0; i < length && n < ISR_CHECK_MAX - 1; i++) {
        if (g_ascii_isalnum(value[i]) || value[i] == '<')
            line[n++] = g_ascii_toupper(value[i]);
    }
    return n >= 28 && mrz_field(line, 9) && mrz_field(line + 13, 6) && mrz_field(line + 21, 6);
}

gboolean isr_check_vehicle_age(const char *value, gsize length)
{
    char code[ISR_CHECK_MAX];
    guint age;

    if (isr_check_letters(value, length, code) != 7 || !all_digits(code + 2, 2))
        return FALSE;
    age = digit_of(code[2]) * 10 + digit_of(code[3]);
    return ((age >= 2 && age <= 49) || (age >= 51 && age <= 99)) && !strpbrk(code, "IQ") &&
           code[0] != 'Z';
}

gboolean isr_check_postcode_area(const char *value, gsize length)
{
    static const char areas[] =
        " AB AL B BA BB BD BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN "
        "DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L "
        "LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA "
        "SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS "
        "WV YO ZE ";
    char area[5] = " ";
    guint n = 1;

    for (gsize i = 0; i < length && g_ascii_isalpha(value[i]) && n < 3; i++)
        area[n++] = g_ascii_toupper(value[i]);
    area[n] = ' ';
    return n > 1 && strstr(areas, area) != NULL;
}

gboolean isr_check_letters_and_digits(const char *value, gsize length)
{
    gboolean letter = FALSE, digit = FALSE;

    for (gsize i = 0; i < length; i++) {
        letter = letter || g_ascii_isalpha(value[i]);
        digit = digit || g_ascii_isdigit(value[i]);
    }
    return letter && digit;
}

/* A year alone, a time, or a date in digits, is what often follows the word "case" or "record". */
gboolean isr_check_reference(const char *value, gsize length)
{
    guint8 digits[ISR_CHECK_MAX];
    char code[ISR_CHECK_MAX];
    guint n = isr_check_letters(value, length, code), d = isr_check_digits(value, length, digits);
    guint64 number = isr_check_number(digits, MIN(d, 8));

    if (n < 4 || (n == 4 && d == 4 && memchr(value, ':', length)))
        return FALSE;
    if (length > 10 && value[10] == 'T' && isr_check_date_plausible(value, 10))
        return FALSE;
    if (d == 4 && length == 4 && number >= 1900 && number < 2100)
        return FALSE;
    return !(d > 0 && length > d && isr_check_date_plausible(value, length));
}

gboolean isr_check_code(const char *value, gsize length)
{
    guint letters = 0, digits = 0;
    guint64 number = 0;

    for (gsize i = 0; i < length; i++) {
        letters += g_ascii_isalpha(value[i]) ? 1 : 0;
        if (!g_ascii_isdigit(value[i]))
            continue;
        digits++;
        number = number * 10 + digit_of(value[i]);
    }
    return letters > 0 && digits >= 4 && !(digits == 4 && number >= 1900 && number < 2100);
}
