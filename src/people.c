/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People: keeps every mention and value of the first walk, and settles who is who after it.
 * Reading blocks is learn.c's, merging mentions merge.c's, roles are roles.c's, forms of names
 * forms.c's, saying whose a finding is attribute.c's. */
#include "people.h"

#include <string.h>

static void value_free(gpointer data)
{
    Value *value = data;

    g_free(value->value);
    g_free(value);
}

void isr_cluster_free(Cluster *cluster)
{
    if (cluster == NULL)
        return;
    g_ptr_array_unref(cluster->person.names);
    g_ptr_array_unref(cluster->mentions);
    g_hash_table_unref(cluster->keys);
    g_hash_table_unref(cluster->surnames);
    g_clear_pointer(&cluster->numbers, g_array_unref);
    g_free(cluster);
}

guint isr_people_remember(IsrPeople *people, const char *text, MentionKind kind, IsrRole role,
                          const char *kin, char gender)
{
    char *key = g_strdup_printf("%d %d %s %c %s", kind, role, kin != NULL ? kin : "",
                                gender != 0 ? gender : '-', text);
    guint number = GPOINTER_TO_UINT(g_hash_table_lookup(people->by_key, key));

    if (number > 0) {
        g_free(key);
        return number;
    }
    Mention *mention = isr_mention_new(people->patterns, text, kind);
    mention->role = role;
    mention->kin = kin;
    mention->gender = gender;
    g_ptr_array_add(people->mentions, mention);
    mention->order = people->mentions->len;
    g_hash_table_insert(people->by_key, key, GUINT_TO_POINTER(people->mentions->len));
    return people->mentions->len;
}

Mention *isr_people_mention(const IsrPeople *people, guint number)
{
    return people->mentions->pdata[number - 1];
}

/* "NAME=ALIAS=ALIAS". */
static void learn_subject(IsrPeople *people, const char *given)
{
    g_auto(GStrv) names = g_strsplit(given, "=", -1);
    guint first = 0;

    for (char **name = names; *name != NULL; name++) {
        g_strstrip(*name);
        if (**name == '\0')
            continue;
        guint number = isr_people_remember(people, *name, MENTION_NAME, ISR_ROLE_SUBJECT, NULL, 0);
        Mention *mention = isr_people_mention(people, number);
        mention->reason = "--subject says so";
        mention->weight = 10;
        mention->score = 1;
        mention->order = G_MAXUINT;
        mention->beside = first;
        first = first > 0 ? first : number;
    }
}

IsrPeople *isr_people_new(const IsrPatterns *patterns, char **subjects)
{
    IsrPeople *people = g_new0(IsrPeople, 1);

    people->patterns = patterns;
    people->mentions = g_ptr_array_new_with_free_func((GDestroyNotify)isr_mention_free);
    people->by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    people->places = g_array_new(FALSE, FALSE, sizeof(Place));
    people->values = g_ptr_array_new_with_free_func(value_free);
    people->by_value = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    people->papers = g_ptr_array_new_with_free_func(value_free);
    people->by_paper = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    people->clusters = g_ptr_array_new_with_free_func((GDestroyNotify)isr_cluster_free);
    people->pairs = g_array_new(FALSE, FALSE, sizeof(Pair));
    people->together = g_array_new(FALSE, FALSE, sizeof(Pair));
    people->ties = g_array_new(FALSE, FALSE, sizeof(Tie));
    people->addressed = g_array_new(FALSE, FALSE, sizeof(guint));
    people->forms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    people->called = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    people->monograms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    people->headed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    people->doors = isr_doors_new(patterns);
    for (char **subject = subjects; subject != NULL && *subject != NULL; subject++)
        learn_subject(people, *subject);
    return people;
}

void isr_people_free(IsrPeople *people)
{
    if (people == NULL)
        return;
    g_ptr_array_unref(people->clusters);
    g_ptr_array_unref(people->mentions);
    g_ptr_array_unref(people->values);
    g_ptr_array_unref(people->papers);
    g_hash_table_unref(people->by_paper);
    g_array_unref(people->places);
    g_array_unref(people->addressed);
    g_array_unref(people->pairs);
    g_array_unref(people->ties);
    g_array_unref(people->together);
    g_hash_table_unref(people->by_key);
    g_hash_table_unref(people->by_value);
    g_hash_table_unref(people->forms);
    g_hash_table_unref(people->called);
    g_hash_table_unref(people->monograms);
    g_hash_table_unref(people->headed);
    isr_doors_free(people->doors);
    g_free(people);
}

char *isr_people_text(const IsrBlock *block, const IsrFinding *finding)
{
    return g_strndup(block->text->str + finding->range.start,
                     finding->range.end - finding->range.start);
}

/* Letters and digits of the shortest whole postcode; a mark of a vehicle with two digits has more.
 */
#define SHORTEST_CODE 5

/* What is left of a value when a better finding took its middle says nothing elsewhere. */
static gboolean is_telling(IsrCategory category, const char *squeezed)
{
    guint digits = 0;

    for (const char *at = squeezed; *at != '\0'; at++)
        digits += g_ascii_isdigit(*at) ? 1 : 0;
    switch (category) {
    case ISR_CATEGORY_ADDRESS:
    case ISR_CATEGORY_PLACE:
    case ISR_CATEGORY_ORGANISATION:
    case ISR_CATEGORY_EMAIL:
    case ISR_CATEGORY_URL:
    case ISR_CATEGORY_USERNAME:
    case ISR_CATEGORY_INITIALS:
        return strlen(squeezed) > 1;
    case ISR_CATEGORY_POSTCODE:
    case ISR_CATEGORY_VEHICLE_REG: /* "S1 1AA", "AB12 CDE" */
        return digits > 2 || (digits > 1 && strlen(squeezed) >= SHORTEST_CODE);
    default:
        return digits > 2;
    }
}

static Value *value_new(const IsrPeople *people, IsrCategory category, char *text, IsrRole role,
                        const char *kin, guint mention)
{
    Value *value = g_new0(Value, 1);

    value->category = category;
    value->value = text;
    value->role = role;
    value->kin = kin;
    value->mention = mention;
    value->block = people->block;
    return value;
}

/* Values by which a person is known again in another document. */
static gboolean is_paper(IsrCategory category)
{
    switch (category) {
    case ISR_CATEGORY_DOB:
    case ISR_CATEGORY_NHS_NUMBER:
    case ISR_CATEGORY_CHI_NUMBER:
    case ISR_CATEGORY_HSC_NUMBER:
    case ISR_CATEGORY_UPN:
    case ISR_CATEGORY_ULN:
    case ISR_CATEGORY_NINO:
        return TRUE;
    default:
        return FALSE;
    }
}

/* Twins share a birthday: a value is kept once for each of whom it is said. */
static void keep_paper(IsrPeople *people, const Value *value, const char *squeezed)
{
    g_autofree char *key =
        g_strdup_printf("%d %d %u %s %s", value->category, value->role, value->mention,
                        value->kin != NULL ? value->kin : "", squeezed);

    if (g_hash_table_contains(people->by_paper, key))
        return;
    g_ptr_array_add(people->papers, value_new(people, value->category, g_strdup(value->value),
                                              value->role, value->kin, value->mention));
    g_hash_table_add(people->by_paper, g_steal_pointer(&key));
}

void isr_people_keep(IsrPeople *people, IsrCategory category, char *text, IsrRole role,
                     const char *kin, guint mention)
{
    g_autofree char *squeezed = isr_squeeze(text, -1);
    g_autofree char *key = g_strdup_printf("%d:%s", category, squeezed);
    Value *value = value_new(people, category, text, role, kin, mention);
    gboolean telling = is_telling(category, squeezed);

    if (telling && is_paper(category))
        keep_paper(people, value, squeezed);
    if (!telling || g_hash_table_contains(people->by_value, key)) {
        value_free(value);
        return;
    }
    g_ptr_array_add(people->values, value);
    g_hash_table_add(people->by_value, g_steal_pointer(&key));
}

guint isr_people_mention_at(const IsrPeople *people, guint block, gsize start)
{
    guint low = 0, high = people->places->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;
        const Place *place = &g_array_index(people->places, Place, middle);
        if (place->block < block || (place->block == block && place->start < start))
            low = middle + 1;
        else
            high = middle;
    }
    if (low == people->places->len)
        return 0;
    const Place *place = &g_array_index(people->places, Place, low);
    return place->block == block && place->start == start ? place->mention : 0;
}

Cluster *isr_people_cluster(const IsrPeople *people, guint mention)
{
    guint person = mention > 0 ? isr_people_mention(people, mention)->person : 0;

    return person > 0 ? people->clusters->pdata[person - 1] : NULL;
}

static gint by_order(gconstpointer a, gconstpointer b)
{
    const Cluster *x = *(const Cluster *const *)a, *y = *(const Cluster *const *)b;

    return x->order < y->order ? -1 : x->order > y->order;
}

/* Numbers people by their first mention. */
static void number_people(IsrPeople *people)
{
    g_ptr_array_sort(people->clusters, by_order);
    for (guint i = 0; i < people->clusters->len; i++) {
        Cluster *cluster = people->clusters->pdata[i];
        cluster->person.number = i + 1;
        for (guint n = 0; n < cluster->mentions->len; n++) {
            Mention *mention = cluster->mentions->pdata[n];
            mention->person = i + 1;
            g_ptr_array_add(cluster->person.names, g_strdup(mention->text));
        }
    }
}

void isr_people_settle(IsrPeople *people, IsrTerms *terms)
{
    isr_merge(people);
    number_people(people);
    isr_roles_settle(people);
    isr_people_call(people);
    isr_forms_fill(people, terms);
}

guint isr_people_names(const IsrPeople *people)
{
    return people->mentions->len;
}

guint isr_people_size(const IsrPeople *people)
{
    return people->clusters->len;
}

const IsrPerson *isr_people_nth(const IsrPeople *people, guint number)
{
    return &((const Cluster *)people->clusters->pdata[number - 1])->person;
}

gboolean isr_people_sweep_houses(const IsrPeople *people, const IsrReading *reading,
                                 GArray *findings, GError **error)
{
    return isr_doors_sweep(people->doors, reading, findings, error);
}
