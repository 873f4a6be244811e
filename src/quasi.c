/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kinds of quasi-identifiers, their values, and what is coarser. */
#include <isredact/quasi.h>

#include <string.h>

static const struct {
    const char *id, *words;
} kinds[ISR_N_QUASI] = {
    [ISR_QUASI_BORN] = {"born", "year of birth"},
    [ISR_QUASI_AGE] = {"age", "age band"},
    [ISR_QUASI_SEX] = {"sex", "sex"},
    [ISR_QUASI_ETHNICITY] = {"ethnicity", "ethnicity"},
    [ISR_QUASI_RELIGION] = {"religion", "religion"},
    [ISR_QUASI_LANGUAGE] = {"language", "language"},
    [ISR_QUASI_CONDITION] = {"condition", "health condition"},
    [ISR_QUASI_DISTRICT] = {"district", "postcode district"},
    [ISR_QUASI_PLACE] = {"place", "place"},
    [ISR_QUASI_DATE] = {"date", "date"},
};

/* Bands of ages with the wider one of each. */
static const struct {
    const char *band, *wider;
} ages[] = {{"under 5", "under 10"},    {"5 to 9", "under 10"},      {"10 to 15", "10 to 17"},
            {"16 to 17", "10 to 17"},   {"18 to 24", "18 or over"},  {"25 to 44", "18 or over"},
            {"45 to 64", "18 or over"}, {"65 or over", "18 or over"}};

#define YEARS_OF_BAND 5

const char *isr_quasi_id(IsrQuasiKind kind)
{
    return kinds[kind].id;
}

const char *isr_quasi_words(IsrQuasiKind kind)
{
    return kinds[kind].words;
}

static const char *wider_age(const char *band)
{
    for (guint i = 0; i < G_N_ELEMENTS(ages); i++)
        if (g_str_equal(ages[i].band, band))
            return ages[i].wider;
    return NULL;
}

static gboolean is_hash(const char *text)
{
    return strlen(text) == ISR_QUASI_HASH && strspn(text, "0123456789abcdef") == ISR_QUASI_HASH;
}

/* @text begins with @n digits. */
static gboolean has_digits(const char *text, gsize n)
{
    return strspn(text, G_CSET_DIGITS) == n;
}

/* "2024-03", "2024-03/" and a hash. */
static gboolean is_date(const char *text)
{
    if (!has_digits(text, 4) || text[4] != '-' || !has_digits(text + 5, 2))
        return FALSE;
    return text[7] == '\0' || (text[7] == '/' && is_hash(text + 8));
}

static gboolean is_condition(const char *text)
{
    const gsize family = strspn(text, G_CSET_a_2_z "-");

    return family > 0 && family < ISR_QUASI_HASH * 2 && text[family] == '/' &&
           is_hash(text + family + 1);
}

/* "CH42", "W1A". */
static gboolean is_district(const char *text)
{
    const gsize letters = strspn(text, G_CSET_A_2_Z), length = strlen(text);

    return letters > 0 && letters < 3 && g_ascii_isdigit(text[letters]) && length - letters <= 2 &&
           g_ascii_isalnum(text[length - 1]);
}

static gboolean is_value(IsrQuasiKind kind, const char *value)
{
    switch (kind) {
    case ISR_QUASI_BORN:
        return strlen(value) == 4 && has_digits(value, 4);
    case ISR_QUASI_AGE:
        return wider_age(value) != NULL;
    case ISR_QUASI_SEX:
        return g_str_equal(value, "female") || g_str_equal(value, "male");
    case ISR_QUASI_CONDITION:
        return is_condition(value);
    case ISR_QUASI_DISTRICT:
        return is_district(value);
    case ISR_QUASI_DATE:
        return is_date(value);
    default:
        return is_hash(value);
    }
}

char *isr_quasi_band(IsrQuasiKind kind, const char *value)
{
    switch (kind) {
    case ISR_QUASI_BORN: {
        const guint first =
            (guint)g_ascii_strtoull(value, NULL, 10) / YEARS_OF_BAND * YEARS_OF_BAND;

        return g_strdup_printf("%u to %u", first, first + YEARS_OF_BAND - 1);
    }
    case ISR_QUASI_AGE:
        return g_strdup(wider_age(value));
    case ISR_QUASI_CONDITION:
        return g_strndup(value, strcspn(value, "/"));
    case ISR_QUASI_DISTRICT:
        return g_strndup(value, strspn(value, G_CSET_A_2_Z));
    case ISR_QUASI_DATE:
        return g_strndup(value, strchr(value, '/') ? strlen("2024-03") : strlen("2024"));
    default:
        return NULL;
    }
}

static void person_free(gpointer data)
{
    IsrQuasiPerson *person = data;

    g_free(person->identity);
    for (guint kind = 0; kind < ISR_N_QUASI; kind++)
        g_ptr_array_unref(person->values[kind]);
    g_free(person);
}

GPtrArray *isr_quasis_new(void)
{
    return g_ptr_array_new_with_free_func(person_free);
}

IsrQuasiPerson *isr_quasis_add(GPtrArray *quasis, const char *identity, gboolean subject)
{
    IsrQuasiPerson *person = g_new0(IsrQuasiPerson, 1);

    person->identity = g_strdup(identity);
    person->subject = subject;
    for (guint kind = 0; kind < ISR_N_QUASI; kind++)
        person->values[kind] = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(quasis, person);
    return person;
}

void isr_quasi_tell(IsrQuasiPerson *person, IsrQuasiKind kind, const char *value)
{
    GPtrArray *values = person->values[kind];
    guint at = 0;

    if (!is_value(kind, value))
        return;
    while (at < values->len && strcmp(values->pdata[at], value) < 0)
        at++;
    if (at == values->len || !g_str_equal(values->pdata[at], value))
        g_ptr_array_insert(values, (gint)at, g_strdup(value));
}
