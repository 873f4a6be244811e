/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks on dates and ages: does the day exist, can a person be that old. Whether a form is a
 * date at all is for the rule's pattern to say. */
#include "checks.h"

#include <string.h>

typedef struct {
    guint numbers[4]; /* as written, in order; a month's name is not among them */
    guint widths[4];  /* digits of each */
    guint n;
    guint month; /* of its name, or 0 */
} Written;

/* English, Welsh and Roman numerals; three letters tell the English ones apart. */
static guint month_of(const char *word, gsize length)
{
    static const char *const english = "jan feb mar apr may jun jul aug sep oct nov dec";
    static const struct {
        const char *start;
        guint month;
    } welsh[] = {{"ionawr", 1},  {"chwef", 2},     {"mawrth", 3}, {"ebrill", 4}, {"mai", 5},
                 {"meh", 6},     {"gorff", 7},     {"awst", 8},   {"medi", 9},   {"hyd", 10},
                 {"tach", 11},   {"dachwedd", 11}, {"rhag", 12},  {"fawrth", 3}, {"fai", 5},
                 {"fehefin", 6}, {"orffennaf", 7}, {"fedi", 9},   {"ragfyr", 12}};
    static const char *const roman[] = {"i",   "ii",   "iii", "iv", "v",  "vi",
                                        "vii", "viii", "ix",  "x",  "xi", "xii"};
    g_autofree char *lower = g_ascii_strdown(word, (gssize)length);

    for (guint i = 0; i < G_N_ELEMENTS(roman); i++) {
        if (g_str_equal(lower, roman[i]))
            return i + 1;
    }
    for (guint i = 0; i < G_N_ELEMENTS(welsh); i++) {
        if (g_str_has_prefix(lower, welsh[i].start))
            return welsh[i].month;
    }
    if (length < 3)
        return 0;
    for (guint i = 0; i < 12; i++) {
        if (strncmp(english + i * 4, lower, 3) == 0)
            return i + 1;
    }
    return 0;
}

/* Reads numbers and a month's name; FALSE if there are more numbers than a date has. */
static gboolean read_date(const char *value, gsize length, Written *date)
{
    gsize i = 0;

    *date = (Written){.n = 0};
    while (i < length) {
        gsize start = i;

        if (g_ascii_isdigit(value[i])) {
            while (i < length && g_ascii_isdigit(value[i]))
                i++;
            if (date->n == G_N_ELEMENTS(date->numbers) || i - start > 8)
                return FALSE;
            date->widths[date->n] = (guint)(i - start);
            date->numbers[date->n++] = (guint)g_ascii_strtoull(value + start, NULL, 10);
        } else if (g_ascii_isalpha(value[i])) {
            while (i < length && g_ascii_isalpha(value[i]))
                i++;
            if (date->month == 0)
                date->month = month_of(value + start, i - start);
        } else {
            i++;
        }
    }
    return date->n > 0 || date->month > 0;
}

static guint full_year(guint year, guint width)
{
    return width > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
}

static gboolean day_exists(guint day, guint month, guint year, guint from, guint to)
{
    return day >= 1 && day <= 31 && month >= 1 && month <= 12 && year >= from && year <= to &&
           g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

/* Digits without a separator: 14032012, 20120314, 140312. */
static gboolean solid_exists(guint number, guint width, guint from, guint to)
{
    if (width == 6)
        return day_exists(number / 10000, number / 100 % 100, full_year(number % 100, 2), from, to);
    return width == 8 &&
           (day_exists(number / 1000000, number / 10000 % 100, number % 10000, from, to) ||
            day_exists(number % 100, number / 100 % 100, number / 10000, from, to));
}

/* A range ("3-5 March 2025") is judged by its last day. */
static gboolean named_exists(const Written *date, guint from, guint to)
{
    guint last = date->n == 0 ? 0 : date->n - 1;
    gboolean has_year = date->n > 1 || (date->n == 1 && date->widths[0] == 4);
    guint year = has_year ? full_year(date->numbers[last], date->widths[last]) : 2000;
    guint day = has_year ? (date->n > 1 ? date->numbers[date->n - 2] : 1)
                         : (date->n > 0 ? date->numbers[last] : 1);

    return day_exists(day, date->month, year, from, to) ||
           (date->n == 1 && day_exists(1, date->month, full_year(date->numbers[0], 2), from, to));
}

static gboolean exists(const char *value, gsize length, guint from, guint to)
{
    Written date;
    const guint *d = date.numbers;

    if (!read_date(value, length, &date))
        return FALSE;
    if (date.month > 0)
        return named_exists(&date, from, to);
    if (date.n == 1)
        return solid_exists(d[0], date.widths[0], from, to) ||
               (date.widths[0] == 4 && d[0] >= from && d[0] <= to);
    if (date.n != 3)
        return FALSE;
    if (date.widths[0] == 4)
        return day_exists(d[2], d[1], d[0], from, to);
    guint year = full_year(d[2], date.widths[2]);

    return day_exists(d[0], d[1], year, from, to) || day_exists(d[1], d[0], year, from, to);
}

gboolean isr_check_date_plausible(const char *value, gsize length)
{
    return exists(value, length, 1850, 2149);
}

gboolean isr_check_no_date(const char *value, gsize length)
{
    return !isr_check_date_plausible(value, length);
}

gboolean isr_check_date_of_birth(const char *value, gsize length)
{
    return exists(value, length, 1880, 2079);
}

gboolean isr_check_day_month(const char *value, gsize length)
{
    Written date;

    return read_date(value, length, &date) && date.n == 2 && date.month == 0 &&
           day_exists(date.numbers[0], date.numbers[1], 2000, 2000, 2000);
}

gboolean isr_check_chi_date(const char *value, gsize length)
{
    guint8 digits[ISR_CHECK_MAX];

    return isr_check_digits(value, length, digits) == 10 &&
           solid_exists((guint)isr_check_number(digits, 6), 6, 1880, 2079);
}

gboolean isr_check_age(const char *value, gsize length)
{
    Written age;

    return read_date(value, length, &age) && age.n > 0 && age.numbers[0] < 120;
}
