/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ways in which one name is written, compared letter by letter. */
#include "likeness.h"

#include <string.h>

gboolean isr_likeness_is_near(const char *a, const char *b)
{
    gsize n = strlen(a), m = strlen(b), front = 0, back = 0;

    if (n < ISR_LIKENESS_LEAST || m < ISR_LIKENESS_LEAST || n > m + 1 || m > n + 1)
        return FALSE;
    while (front < n && front < m && a[front] == b[front])
        front++;
    while (back < n - front && back < m - front && a[n - 1 - back] == b[m - 1 - back])
        back++;
    if (n == m && n - front - back == 2) /* "Mervielle" */
        return a[front] == b[front + 1] && a[front + 1] == b[front];
    return n - front - back <= 1 && m - front - back <= 1;
}

gboolean isr_likeness_is_shortened(const char *pet, const char *key)
{
    gsize n = strlen(pet);

    if (n < 4 || strlen(key) < n + 2 || strncmp(pet, key, 2) != 0)
        return FALSE;
    for (; *pet != '\0' && *key != '\0'; key++)
        pet += *pet == *key ? 1 : 0;
    return *pet == '\0';
}

static const char *const ENDINGS[] = {"zie", "ie", "ey", "y", "i", "a", "o", "e", "s", ""};

/* Bytes of @pet before @ending, and before a letter doubled for it: "Gerry", "Robbie". 0: it has
 * no such ending, or too little before it. */
static gsize stem_before(const char *pet, gsize length, const char *ending)
{
    const gsize n = strlen(ending), stem = length - n;

    if (length < n + 3 || strcmp(pet + stem, ending) != 0)
        return 0;
    return n > 0 && stem > 3 && pet[stem - 1] == pet[stem - 2] ? stem - 1 : stem;
}

gsize isr_likeness_stem(const char *pet)
{
    const gsize length = strlen(pet);
    gsize least = 0;

    for (guint i = 0; i < G_N_ELEMENTS(ENDINGS); i++) {
        const gsize stem = stem_before(pet, length, ENDINGS[i]);
        least = stem > 0 && (least == 0 || stem < least) ? stem : least;
    }
    return least;
}

gboolean isr_likeness_is_pet_name(const char *pet, const char *key)
{
    const gsize length = strlen(pet), size = strlen(key);

    for (guint i = 0; i < G_N_ELEMENTS(ENDINGS); i++) {
        const gsize stem = stem_before(pet, length, ENDINGS[i]);
        const char *at = stem > 0 && size >= stem ? memmem(key, size, pet, stem) : NULL;
        if (at != NULL && (at == key || stem > 3 || *ENDINGS[i] != '\0'))
            return TRUE;
    }
    return FALSE;
}

gboolean isr_likeness_is_initials_of(const NamePart *part, const Mention *mention)
{
    guint n = isr_mention_size(mention);

    if (n < 2 || strlen(part->key) > 5 || !isr_mention_is_upper(part->text))
        return FALSE;
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < n; i++) {
        const NamePart *other = isr_mention_part(mention, i);
        for (guint k = 0; k < other->parts->len; k++)
            g_string_append_c(all, *(const char *)other->parts->pdata[k]);
    }
    char ends[] = {*isr_mention_part(mention, 0)->key, *isr_mention_part(mention, n - 1)->key, 0};
    return g_str_equal(part->key, all->str) || g_str_equal(part->key, ends);
}

gboolean isr_likeness_is_joined(const char *key, const Mention *mention)
{
    for (guint i = 0; i < isr_mention_size(mention); i++)
        for (guint k = 0; k < isr_mention_size(mention); k++) {
            const char *given = isr_mention_part(mention, i)->key;
            const char *family = isr_mention_part(mention, k)->key;
            gsize n = strlen(given), m = strlen(family), length = strlen(key);
            if (i == k || n == 0 || m < 3)
                continue;
            gboolean behind = length > m && strncmp(key, family, m) == 0;
            gboolean before = length > m && strcmp(key + length - m, family) == 0;
            if ((behind &&
                 (strcmp(key + m, given) == 0 || (length == m + 1 && key[m] == *given))) ||
                (before && ((length == n + m && strncmp(key, given, n) == 0) ||
                            (length == m + 1 && *key == *given))))
                return TRUE;
        }
    return FALSE;
}
