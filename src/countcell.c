/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whole numbers as tables write them. What is written as a telephone number or a reference is (a
 * nought in front, many digits in a row) is none. */
#include "countcell.h"

#include <string.h>

/* More digits without a comma are a reference or a telephone number. */
#define MOST_DIGITS 7
#define LONGEST 40

/* Digits with commas between thousands; what they are in *value. Bytes used, 0 if they are none. */
static gsize read_whole(const char *text, guint64 *value)
{
    gsize at = 0, group = 0;
    gboolean commas = FALSE;

    *value = 0;
    for (; g_ascii_isdigit(text[at]) ||
           (text[at] == ',' && g_ascii_isdigit(text[at + 1]) && at < LONGEST);
         at++) {
        if (text[at] == ',') {
            if (group == 0 || group > 3 || (commas && group != 3))
                return 0;
            commas = TRUE;
            group = 0;
            continue;
        }
        *value = *value * 10 + (guint64)(text[at] - '0');
        group++;
    }
    if (at == 0 || (text[0] == '0' && at > 1) ||
        (commas ? group != 3 || at > 12 : at > MOST_DIGITS))
        return 0;
    return at;
}

/* "7%", "7.3 %"; bytes used, 0 if it is none. */
static gsize read_share(const char *text)
{
    gsize at = strspn(text, "0123456789");

    if (at == 0 || at > 3)
        return 0;
    if (text[at] == '.') {
        const gsize digits = strspn(text + at + 1, "0123456789");

        if (digits == 0 || digits > 3)
            return 0;
        at += 1 + digits;
    }
    at += strspn(text + at, " \n");
    return text[at] == '%' ? at + 1 : 0;
}

/* " (7%)", " [7.3%]" or " 7%" to the end of the cell. */
static gboolean is_share_beside(const char *text)
{
    text += strspn(text, " \n([");
    const gsize used = read_share(text);

    return used > 0 && strspn(text + used, " )]") == strlen(text + used);
}

static gboolean is_decimal(const char *text)
{
    const gsize whole = strspn(text, "0123456789"), part = text[whole] == '.' ? whole + 1 : 0;

    return whole > 0 && part > 0 && text[part] &&
           strspn(text + part, "0123456789") == strlen(text + part);
}

/* Marks of a note: "3*", "3†". */
static gboolean is_note(const char *text)
{
    text += strspn(text, "*#");
    for (const char *mark = "†"; g_str_has_prefix(text, mark); text += strlen(mark))
        ;
    return *text == '\0';
}

static gboolean is_lost(const char *text)
{
    static const char *const signs[] = {"*", "**", "c", "[c]", "(c)", "s", "[s]", "~", "#", "supp"};

    for (guint i = 0; i < G_N_ELEMENTS(signs); i++)
        if (g_ascii_strcasecmp(text, signs[i]) == 0)
            return TRUE;
    if (*text != '<' && !g_str_has_prefix(text, "≤"))
        return FALSE;
    text += *text == '<' ? 1 : strlen("≤");
    text += strspn(text, " =");
    return *text && strspn(text, "0123456789") == strlen(text) && strlen(text) <= 2;
}

static gboolean is_empty(const char *text)
{
    static const char *const signs[] = {"", "-", "--", "–", "—", ".", "..", "…"};

    for (guint i = 0; i < G_N_ELEMENTS(signs); i++)
        if (g_str_equal(text, signs[i]))
            return TRUE;
    return *text == '-' && strspn(text, "-:= ") == strlen(text);
}

IsrCountCell isr_countcell_read(const char *text, gsize length)
{
    IsrCountCell cell = {ISR_COUNTCELL_WORDS, 0, FALSE};
    char own[LONGEST + 1];

    while (length > 0 && g_ascii_isspace(*text))
        text++, length--;
    while (length > 0 && g_ascii_isspace(text[length - 1]))
        length--;
    if (length > LONGEST)
        return cell;
    memcpy(own, text, length);
    own[length] = '\0';
    const gsize used = read_whole(own, &cell.value);

    if (is_empty(own))
        cell.kind = ISR_COUNTCELL_EMPTY;
    else if (is_lost(own))
        cell.kind = ISR_COUNTCELL_LOST;
    else if (is_share_beside(own) || is_decimal(own))
        cell.kind = ISR_COUNTCELL_SHARE;
    else if (used > 0 && (is_note(own + used) || is_share_beside(own + used)))
        cell.kind = ISR_COUNTCELL_WHOLE;
    cell.percent = cell.kind != ISR_COUNTCELL_WORDS && strchr(own, '%') != NULL;
    return cell;
}
