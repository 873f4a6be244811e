/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks on numbers: check digits and ranges. Sources stand in the rule files that ask for them. */
#include "checks.h"

#include <gio/gio.h>
#include <string.h>

/* Sum of the first @n digits, weighted from @from downwards. */
static guint weighted(const guint8 *digits, guint n, guint from)
{
    guint sum = 0;

    for (guint i = 0; i < n; i++)
        sum += digits[i] * (from - i);
    return sum;
}

gboolean isr_check_nhs_mod11(const char *value, gsize length)
{
    guint8 digits[ISR_CHECK_MAX];

    return isr_check_digits(value, length, digits) == 10 && weighted(digits, 10, 10) % 11 == 0;
}

gboolean isr_check_nhs_range(const char *value, gsize length)
{
    guint8 digits[ISR_CHECK_MAX];

    return isr_check_digits(value, length, digits) == 10 && digits[0] >= 4;
}

gboolean isr_check_hsc_range(const char *value, gsize length)
{
    guint8 digits[ISR_CHECK_MAX];

    return isr_check_digits(value, length, digits) == 10 && digits[0] == 3 && digits[1] >= 2;
}

gboolean isr_check_uln_mod11(const char *value, gsize length)
{
    guint8 digits[ISR_CHECK_MAX];

    return isr_check_digits(value, length, digits) == 10 && digits[0] != 0 &&
           weighted(digits, 10, 10) % 11 == 10;
}

gboolean isr_check_utr_mod11(const char *value, gsize length)
{
    static const guint8 weights[] = {6, 7, 8, 9, 10, 5, 4, 3, 2};
    static const guint8 check_digits[] = {2, 1, 9, 8, 7, 6, 5, 4, 3, 2, 1};
    guint8 digits[ISR_CHECK_MAX];
    guint sum = 0;

    if (length > 0 && g_ascii_toupper(value[length - 1]) == 'K')
        length--;
    if (isr_check_digits(value, length, digits) != 10)
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(weights); i++)
        sum += digits[i + 1] * weights[i];
    return digits[0] == check_digits[sum % 11];
}

gboolean isr_check_luhn(const char *value, gsize length)
{
    guint8 digits[ISR_CHECK_MAX];
    guint n = isr_check_digits(value, length, digits), sum = 0;

    for (guint i = 0; i < n; i++) {
        guint digit = digits[n - 1 - i];

        sum += i % 2 == 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9;
    }
    return n > 1 && sum % 10 == 0;
}

gboolean isr_check_card_issuer(const char *value, gsize length)
{
    guint8 digits[ISR_CHECK_MAX];
    guint n = isr_check_digits(value, length, digits);

    if (n < 13 || n > 19)
        return FALSE;
    /* 1 is given to airlines and, in case numbers, to the courts; 0, 7, 8, 9 pay nothing here. */
    if (digits[0] == 3)
        return n == 14 || n == 15 || n == 16;
    return digits[0] >= 2 && digits[0] <= 6;
}

gboolean isr_check_not_repeated(const char *value, gsize length)
{
    guint8 digits[ISR_CHECK_MAX];
    guint n = isr_check_digits(value, length, digits);

    for (guint i = 1; i < n; i++) {
        if (digits[i] != digits[0])
            return TRUE;
    }
    return FALSE;
}

/* Copies @value up to its extension, with O and I for 0 and 1, which people and scanners mix up. */
static gsize spell_digits(const char *value, gsize length, char out[ISR_CHECK_MAX])
{
    gsize n = 0;

    for (; n < length && n < ISR_CHECK_MAX && value[n] != '#'; n++) {
        char c = value[n];

        out[n] = c == 'O' || c == 'o' ? '0' : c == 'I' || c == 'l' ? '1' : c;
        if (g_ascii_isalpha(out[n]))
            break;
    }
    return n;
}

/* The national significant number of a UK number: without 0, +44, 0044, (0) and extension. */
static guint national(const char *value, gsize length, guint8 digits[ISR_CHECK_MAX])
{
    const guint8 *at = digits;
    char spelt[ISR_CHECK_MAX];
    guint n;

    n = isr_check_digits(spelt, spell_digits(value, length, spelt), digits);
    if (n > 4 && digits[0] == 0 && digits[1] == 0 && digits[2] == 4 && digits[3] == 4) {
        at += 4;
        n -= 4;
    } else if (n > 10 && digits[0] == 4 && digits[1] == 4) {
        at += 2;
        n -= 2;
    }
    if (n > 0 && at[0] == 0) {
        at++;
        n--;
    }
    memmove(digits, at, n);
    return n;
}

gboolean isr_check_phone_uk(const char *value, gsize length)
{
    guint8 digits[ISR_CHECK_MAX];
    guint n = national(value, length, digits);

    if (n == 9)
        return (digits[0] == 1 && digits[1] >= 2) ||
               (digits[0] == 8 && digits[1] == 0 && digits[2] == 0) ||
               (digits[0] == 5 && digits[1] == 0);
    if (n == 7)
        return digits[0] == 8; /* 0800 1111 and the like */
    if (n != 10)
        return FALSE;
    switch (digits[0]) {
    case 1:
        return digits[1] != 0;
    case 2:
        return digits[1] == 0 || digits[1] == 3 || digits[1] == 4 || digits[1] == 8 ||
               digits[1] == 9;
    case 3:
    case 7:
    case 8:
    case 9:
        return TRUE;
    case 5:
        return digits[1] == 5 || digits[1] == 6;
    default:
        return FALSE;
    }
}

gboolean isr_check_phone_abroad(const char *value, gsize length)
{
    guint8 digits[ISR_CHECK_MAX];
    guint n = isr_check_digits(value, length, digits);

    return n >= 8 && n <= 15 && !(digits[0] == 4 && digits[1] == 4);
}

gboolean isr_check_ip4(const char *value, gsize length)
{
    g_autofree char *text = g_strndup(value, length);
    g_auto(GStrv) parts = g_strsplit(text, ".", -1);

    if (g_strv_length(parts) != 4)
        return FALSE;
    for (guint i = 0; i < 4; i++) {
        guint64 number;

        if (!g_ascii_string_to_unsigned(parts[i], 10, 0, 255, &number, NULL))
            return FALSE;
    }
    return TRUE;
}

gboolean isr_check_ip6(const char *value, gsize length)
{
    g_autofree char *text = g_strndup(value, length);
    g_autoptr(GInetAddress) address = g_inet_address_new_from_string(text);

    return address && g_inet_address_get_family(address) == G_SOCKET_FAMILY_IPV6;
}
