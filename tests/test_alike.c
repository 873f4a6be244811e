/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whoever has a name that a word is like is found, as if all were asked; few others are. */
#include "isr_patterns_test.h"

#include "../src/alike.h"
#include "../src/likeness.h"

#include <string.h>

#define PEOPLE 200

/* Names of few letters, so that many are like each other. */
static char *name_of(GRand *random, guint number)
{
    static const char *const syllables[] = {"an",  "na",       "bel", "la",          "ri",
                                            "zie", "\xc3\xb8", "o",   "\xe6\x9d\x8e"};
    GString *name = g_string_new(NULL);
    const guint n = number % 40 == 0 ? 14 : (guint)g_rand_int_range(random, 1, 5);

    for (guint i = 0; i < n; i++)
        g_string_append(name, syllables[g_rand_int_range(random, 0, G_N_ELEMENTS(syllables))]);
    *name->str = g_ascii_toupper(*name->str);
    return g_string_free(name, FALSE);
}

static Mention *somebody(GRand *random, guint number)
{
    const guint parts = number % 7 == 0 ? 6 : number % 4;
    g_autofree char *first = name_of(random, number);
    g_autoptr(GString) name = g_string_new(first);

    for (guint i = 0; i < parts; i++) {
        g_autofree char *more = name_of(random, 1);
        g_string_append_printf(name, "%c%s", i == 1 ? '-' : ' ', more);
    }
    return isr_mention_new(patterns, name->str, MENTION_NAME);
}

typedef struct {
    Alike *alike;
    Mention *people[PEOPLE];
} Record;

static void learn(Record *record, guint number)
{
    const Mention *mention = record->people[number];

    for (guint i = 0; i < isr_mention_size(mention); i++) {
        const NamePart *part = isr_mention_part(mention, i);
        if (part->kind == PART_INITIAL)
            continue;
        isr_alike_add(record->alike, part->key, number);
        for (guint k = 0; k < part->parts->len; k++)
            isr_alike_add(record->alike, part->parts->pdata[k], number);
    }
    isr_alike_settle(record->alike, mention, number);
}

static Record record_new(void)
{
    GRand *random = g_rand_new_with_seed(7);
    Record record = {.alike = isr_alike_new()};

    for (guint i = 0; i < PEOPLE; i++) {
        record.people[i] = somebody(random, i);
        learn(&record, i);
    }
    g_rand_free(random);
    return record;
}

static void record_free(Record *record)
{
    for (guint i = 0; i < PEOPLE; i++)
        isr_mention_free(record->people[i]);
    isr_alike_free(record->alike);
}

static gboolean is_near(const char *word, const char *key)
{
    return isr_likeness_is_near(word, key);
}

static gboolean is_any_way(const char *word, const char *key)
{
    return is_near(word, key) || isr_likeness_is_pet_name(word, key) ||
           isr_likeness_is_pet_name(key, word) || isr_likeness_is_shortened(word, key);
}

static gboolean has_like(const Mention *mention, const char *word,
                         gboolean (*is_like)(const char *word, const char *key))
{
    for (guint i = 0; i < isr_mention_size(mention); i++) {
        const NamePart *part = isr_mention_part(mention, i);
        if (part->kind == PART_INITIAL) /* no part of the name */
            continue;
        if (is_like(word, part->key))
            return TRUE;
        for (guint k = 0; k < part->parts->len; k++)
            if (is_like(word, part->parts->pdata[k]))
                return TRUE;
    }
    return FALSE;
}

static gboolean is_in(const GArray *numbers, guint number)
{
    for (guint i = 0; i < numbers->len; i++)
        if (g_array_index(numbers, guint, i) == number)
            return TRUE;
    return FALSE;
}

static void compare(const Record *record, const NamePart *part)
{
    g_autoptr(GArray) near = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(guint));

    isr_alike_near(record->alike, part->key, near);
    isr_alike_find(record->alike, part->key, found);
    for (guint i = 0; i < PEOPLE; i++) {
        const Mention *mention = record->people[i];
        if (has_like(mention, part->key, is_near) && !is_in(near, i))
            fail_msg("%s is not found near %s", mention->text, part->key);
        if ((has_like(mention, part->key, is_any_way) ||
             isr_likeness_is_joined(part->key, mention) ||
             isr_likeness_is_initials_of(part, mention)) &&
            !is_in(found, i))
            fail_msg("%s is not found for %s", mention->text, part->key);
    }
}

static void compare_text(const Record *record, const char *text)
{
    Mention *mention = isr_mention_new(patterns, text, MENTION_NAME);

    if (isr_mention_size(mention) > 0)
        compare(record, isr_mention_part(mention, 0));
    isr_mention_free(mention);
}

static void whoever_all_would_find_is_found(void **state)
{
    Record record = record_new();
    GRand *random = g_rand_new_with_seed(11);

    (void)state;
    for (guint i = 0; i < PEOPLE; i++) {
        const Mention *mention = record.people[i];
        if (isr_mention_size(mention) == 0) /* "La" is a particle */
            continue;
        const char *first = isr_mention_part(mention, 0)->key;
        const char *last = isr_mention_part(mention, isr_mention_size(mention) - 1)->key;
        g_autofree char *joined = g_strconcat(first, last, NULL);
        g_autofree char *one = g_utf8_substring(first, 0, 1), *other = g_utf8_substring(last, 0, 1);
        g_autofree char *behind = g_strconcat(last, one, NULL);
        g_autofree char *both = g_strconcat(one, other, NULL), *letters = g_utf8_strup(both, -1);
        g_autofree char *name = name_of(random, i);

        compare_text(&record, joined);
        compare_text(&record, behind);
        compare_text(&record, letters);
        compare_text(&record, name);
    }
    g_rand_free(random);
    record_free(&record);
}

static void few_are_found_whose_names_only_begin_so(void **state)
{
    Alike *alike = isr_alike_new();
    GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(guint));

    (void)state;
    for (guint i = 0; i < 26 * 26 * 26; i++) {
        g_ptr_array_add(keys, g_strdup_printf("person%c%c%c", (char)('a' + i / 676),
                                              (char)('a' + i / 26 % 26), (char)('a' + i % 26)));
        isr_alike_add(alike, keys->pdata[i], i);
    }
    isr_alike_find(alike, "personkqx", found);
    assert_true(found->len < 500);
    isr_alike_free(alike);
    g_ptr_array_unref(keys);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whoever_all_would_find_is_found),
        cmocka_unit_test(few_are_found_whose_names_only_begin_so),
    };

    return cmocka_run_group_tests(tests, load_patterns, unload_patterns);
}
