/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers are kept as they are written, in small letters; a text without any of them is asked no
 * rule. */
#include "doors.h"

#include <isredact/detector.h>

#include <string.h>

#define MOST_DIGITS 3
/* How far along the street the neighbours are that a record speaks of. */
#define NEARBY 12
/* Up to here a number with a letter may be a class of a school. */
#define LAST_CLASS 13

struct IsrDoors {
    const IsrPatterns *patterns;
    GHashTable *numbers; /* "27", "27a" */
};

IsrDoors *isr_doors_new(const IsrPatterns *patterns)
{
    IsrDoors *doors = g_new0(IsrDoors, 1);

    doors->patterns = patterns;
    doors->numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return doors;
}

void isr_doors_free(IsrDoors *doors)
{
    if (doors == NULL)
        return;
    g_hash_table_unref(doors->numbers);
    g_free(doors);
}

/* The bytes of the number of a house that begins at @text: "27", "27a"; 0 if none does. */
static gsize number_length(const char *text)
{
    gsize digits = strspn(text, "0123456789"), end = digits;

    if (digits == 0 || digits > MOST_DIGITS || *text == '0')
        return 0;
    if (g_ascii_isalpha(text[end]))
        end++;
    return g_ascii_isalnum(text[end]) || (text[end] == '.' && g_ascii_isdigit(text[end + 1])) ? 0
                                                                                              : end;
}

/* The next number of a house at or after @text, or NULL. */
static const char *next_number(const char *text, gsize *length)
{
    for (const char *at = text; *at != '\0';) {
        gsize rest = strcspn(at, "0123456789");

        at += rest;
        if (*at == '\0')
            return NULL;
        *length = rest > 0 && (g_ascii_isalnum(at[-1]) || at[-1] == '.') ? 0 : number_length(at);
        if (*length > 0)
            return at;
        while (g_ascii_isalnum(*at))
            at++;
    }
    return NULL;
}

/* "SE 123 456" is no house: several numbers need a word beside them. */
static gboolean is_house(const char *address)
{
    gsize longest = 0, run = 0, length;
    const char *first = next_number(address, &length);

    for (const char *at = address; *at != '\0'; at++) {
        run = g_ascii_isalpha(*at) || (*at & 0x80) ? run + 1 : 0;
        longest = MAX(longest, run);
    }
    return longest > 2 || (first != NULL && next_number(first + length, &length) == NULL);
}

void isr_doors_add(IsrDoors *doors, const char *address)
{
    gsize length;

    if (!is_house(address))
        return;
    for (const char *at = address; (at = next_number(at, &length)) != NULL; at += length)
        g_hash_table_add(doors->numbers, g_ascii_strdown(at, (gssize)length));
}

/* "27a" is known with 27, too, but "9A" is a class. */
static gboolean knows(const IsrDoors *doors, const char *number, gsize length)
{
    g_autofree char *key = g_ascii_strdown(number, (gssize)length);

    if (g_hash_table_contains(doors->numbers, key))
        return TRUE;
    if (length < 3 || g_ascii_isdigit(key[length - 1]) ||
        g_ascii_strtoull(key, NULL, 10) <= LAST_CLASS)
        return FALSE;
    key[length - 1] = '\0';
    return g_hash_table_contains(doors->numbers, key);
}

/* In a street whose 31 and 35 are known, 33 is one of them. */
static gboolean is_near(const IsrDoors *doors, const char *number)
{
    guint64 own = g_ascii_strtoull(number, NULL, 10);

    for (guint64 n = own > NEARBY ? own - NEARBY : 1; n <= own + NEARBY; n++) {
        char key[8];

        g_snprintf(key, sizeof key, "%u", (guint)n);
        if (g_hash_table_contains(doors->numbers, key))
            return TRUE;
    }
    return FALSE;
}

/* Whether a number in @reading is known, or near one that is. */
static gboolean has_any(const IsrDoors *doors, const IsrReading *reading)
{
    gsize length;

    for (const char *at = reading->text->str; (at = next_number(at, &length)) != NULL; at += length)
        if (knows(doors, at, length) || is_near(doors, at))
            return TRUE;
    return FALSE;
}

static gboolean sweep_only(const IsrDoors *doors, IsrRuleOnly only, const IsrReading *reading,
                           GArray *findings, GError **error)
{
    g_autoptr(GArray) found = isr_findings_new();

    if (!isr_detect_only(doors->patterns, only, reading, found, error))
        return FALSE;
    for (guint i = 0; i < found->len; i++) {
        const IsrFinding *finding = &g_array_index(found, IsrFinding, i);
        gsize length;
        const char *number = next_number(reading->block->text->str + finding->range.start, &length);

        if (number != NULL && (knows(doors, number, length) ||
                               (only == ISR_RULE_HOUSES_NEARBY && is_near(doors, number))))
            g_array_append_vals(findings, finding, 1);
    }
    return TRUE;
}

gboolean isr_doors_sweep(const IsrDoors *doors, const IsrReading *reading, GArray *findings,
                         GError **error)
{
    if (g_hash_table_size(doors->numbers) == 0 || reading->block->kind == ISR_BLOCK_ATTRIBUTE ||
        reading->block->kind == ISR_BLOCK_SQUEEZED || !has_any(doors, reading))
        return TRUE;
    return sweep_only(doors, ISR_RULE_HOUSES, reading, findings, error) &&
           sweep_only(doors, ISR_RULE_HOUSES_NEARBY, reading, findings, error);
}
