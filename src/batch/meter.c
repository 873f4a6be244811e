/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People by their facts. Each fact of a person is a number that stands for all values of its kind
 * together, in three degrees: as it is, less exact, gone; two people are alike if their numbers
 * are. So trying a remedy is counting rows of numbers. */
#include "meter.h"

#include <isredact/error.h>

#include <string.h>

typedef enum { EXACT, BANDED, GONE, N_DEGREES } Degree;

/* A person over all copies. */
typedef struct {
    IsrQuasiPerson *told;                /* borrowed from IsrMeter.people */
    guint facts[ISR_N_QUASI][N_DEGREES]; /* 0: nothing is told */
} Person;

struct IsrMeter {
    guint k;
    GPtrArray *people;   /* of IsrQuasiPerson *, each identity once */
    GHashTable *numbers; /* identity to the place in people */
    GArray *persons;     /* of Person: subjects first, by identity */
    GHashTable *facts;   /* value text to its number, while settling */
    GArray *singled;     /* of IsrMeterPerson */
    GArray *places;      /* of guint: of each of them, the place in persons */
    GArray *remedies;    /* of IsrMeterRemedy */
    guint best;
};

IsrMeter *isr_meter_new(guint k)
{
    IsrMeter *meter = g_new0(IsrMeter, 1);

    meter->k = k;
    meter->people = isr_quasis_new();
    meter->numbers = g_hash_table_new(g_str_hash, g_str_equal);
    meter->persons = g_array_new(FALSE, TRUE, sizeof(Person));
    meter->singled = g_array_new(FALSE, TRUE, sizeof(IsrMeterPerson));
    meter->places = g_array_new(FALSE, TRUE, sizeof(guint));
    meter->remedies = g_array_new(FALSE, TRUE, sizeof(IsrMeterRemedy));
    meter->best = ISR_METER_NONE;
    return meter;
}

void isr_meter_free(IsrMeter *meter)
{
    if (!meter)
        return;
    g_hash_table_unref(meter->numbers);
    g_ptr_array_unref(meter->people);
    g_array_unref(meter->persons);
    g_array_unref(meter->singled);
    g_array_unref(meter->places);
    g_array_unref(meter->remedies);
    g_free(meter);
}

static IsrQuasiPerson *person_for(IsrMeter *meter, const IsrQuasiPerson *told)
{
    IsrQuasiPerson *person = g_hash_table_lookup(meter->numbers, told->identity);

    if (!person) {
        person = isr_quasis_add(meter->people, told->identity, told->subject);
        g_hash_table_insert(meter->numbers, person->identity, person);
    }
    /* The subject of one record may be somebody's sibling in another. */
    person->subject = person->subject || told->subject;
    return person;
}

gboolean isr_meter_read(IsrMeter *meter, const char *quasis, GError **error)
{
    g_autoptr(GPtrArray) people = isr_quasis_read(quasis, error);

    if (!people)
        return FALSE;
    for (guint i = 0; i < people->len; i++) {
        const IsrQuasiPerson *told = people->pdata[i];
        IsrQuasiPerson *person = person_for(meter, told);

        for (guint kind = 0; kind < ISR_N_QUASI; kind++)
            for (guint j = 0; j < told->values[kind]->len; j++)
                isr_quasi_tell(person, (IsrQuasiKind)kind, told->values[kind]->pdata[j]);
    }
    return TRUE;
}

static gint subjects_first(gconstpointer a, gconstpointer b)
{
    const IsrQuasiPerson *const *x = a, *const *y = b;

    if ((*x)->subject != (*y)->subject)
        return (*x)->subject ? -1 : 1;
    return strcmp((*x)->identity, (*y)->identity);
}

static gint by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The values less exact, each once. */
static GPtrArray *banded(IsrQuasiKind kind, const GPtrArray *values)
{
    GPtrArray *bands = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < values->len; i++) {
        char *band = isr_quasi_band(kind, values->pdata[i]);

        g_ptr_array_add(bands, band ? band : g_strdup(values->pdata[i]));
    }
    g_ptr_array_sort(bands, by_text);
    for (guint i = bands->len; i-- > 1;)
        if (g_str_equal(bands->pdata[i], bands->pdata[i - 1]))
            g_ptr_array_remove_index(bands, i);
    return bands;
}

/* The number that stands for @values together; 0 for none. */
static guint number_of(IsrMeter *meter, const GPtrArray *values)
{
    g_autoptr(GString) all = g_string_new(NULL);

    if (values->len == 0)
        return 0;
    for (guint i = 0; i < values->len; i++)
        g_string_append_printf(all, "%s;", (const char *)values->pdata[i]);
    const guint known = GPOINTER_TO_UINT(g_hash_table_lookup(meter->facts, all->str));
    const guint number = known ? known : g_hash_table_size(meter->facts) + 1;

    if (!known)
        g_hash_table_insert(meter->facts, g_strdup(all->str), GUINT_TO_POINTER(number));
    return number;
}

static void add_person(IsrMeter *meter, IsrQuasiPerson *told)
{
    Person person = {.told = told};

    for (guint kind = 0; kind < ISR_N_QUASI; kind++) {
        g_autoptr(GPtrArray) bands = banded((IsrQuasiKind)kind, told->values[kind]);

        person.facts[kind][EXACT] = number_of(meter, told->values[kind]);
        person.facts[kind][BANDED] = number_of(meter, bands);
    }
    g_array_append_val(meter->persons, person);
}

static const Person *person_at(const IsrMeter *meter, guint n)
{
    return &g_array_index(meter->persons, Person, n);
}

/* All facts of a person, each to its degree. */
typedef struct {
    gboolean subject;
    guint facts[ISR_N_QUASI];
} Look;

static guint look_hash(gconstpointer key)
{
    const Look *look = key;
    guint hash = look->subject ? 2166136261u : 40389u;

    for (guint kind = 0; kind < ISR_N_QUASI; kind++)
        hash = (hash ^ look->facts[kind]) * 16777619u;
    return hash;
}

static gboolean look_equal(gconstpointer a, gconstpointer b)
{
    const Look *x = a, *y = b;

    return x->subject == y->subject && memcmp(x->facts, y->facts, sizeof x->facts) == 0;
}

static Look look_of(const Person *person, const Degree *degrees)
{
    Look look = {.subject = person->told->subject};

    for (guint kind = 0; kind < ISR_N_QUASI; kind++)
        look.facts[kind] = person->facts[kind][degrees[kind]];
    return look;
}

/* How many people look how, with facts to these @degrees. */
static GHashTable *count_looks(const IsrMeter *meter, const Degree *degrees)
{
    GHashTable *counts = g_hash_table_new_full(look_hash, look_equal, g_free, NULL);

    for (guint i = 0; i < meter->persons->len; i++) {
        const Look look = look_of(person_at(meter, i), degrees);
        const guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, &look)) + 1;

        g_hash_table_insert(counts, g_memdup2(&look, sizeof look), GUINT_TO_POINTER(count));
    }
    return counts;
}

static guint alike(const Person *person, const Degree *degrees, GHashTable *counts)
{
    const Look look = look_of(person, degrees);

    return GPOINTER_TO_UINT(g_hash_table_lookup(counts, &look));
}

static void find_singled(IsrMeter *meter)
{
    const Degree degrees[ISR_N_QUASI] = {EXACT};
    g_autoptr(GHashTable) counts = count_looks(meter, degrees);

    for (guint i = 0; i < meter->persons->len; i++) {
        const Person *person = person_at(meter, i);
        IsrMeterPerson one = {.identity = person->told->identity,
                              .subject = person->told->subject,
                              .alike = alike(person, degrees, counts),
                              .remedy = ISR_METER_NONE};

        for (guint kind = 0; kind < ISR_N_QUASI; kind++)
            one.kinds |= person->facts[kind][EXACT] ? 1u << kind : 0;
        /* Of whom nothing is told, nobody can be singled out by it. */
        if (one.alike >= meter->k || one.kinds == 0)
            continue;
        g_array_append_val(meter->singled, one);
        g_array_append_val(meter->places, i);
    }
}

/* What @change takes from all people together. */
static guint loss_of(const IsrMeter *meter, const IsrMeterChange *change)
{
    guint lost = 0;

    for (guint i = 0; i < meter->persons->len; i++) {
        const guint *facts = person_at(meter, i)->facts[change->kind];

        if (change->drop)
            lost += facts[EXACT] ? 2 : 0;
        else
            lost += facts[EXACT] != facts[BANDED] ? 1 : 0;
    }
    return lost;
}

static void add_remedy(IsrMeter *meter, const IsrMeterChange *changes, guint n)
{
    IsrMeterRemedy remedy = {.n = n};

    for (guint i = 0; i < n; i++) {
        const guint lost = loss_of(meter, &changes[i]);

        if (lost == 0)
            return; /* changes nothing, so the others do as well without it */
        remedy.changes[i] = changes[i];
        remedy.lost += lost;
    }
    g_array_append_val(meter->remedies, remedy);
}

/* All changes of one kind, and of each two. */
static void add_remedies(IsrMeter *meter)
{
    const guint n = ISR_N_QUASI * 2;

    for (guint i = 0; i < n; i++) {
        IsrMeterChange changes[2] = {{(IsrQuasiKind)(i / 2), i % 2 == 1}};

        add_remedy(meter, changes, 1);
        for (guint j = (i / 2 + 1) * 2; j < n; j++) {
            changes[1] = (IsrMeterChange){(IsrQuasiKind)(j / 2), j % 2 == 1};
            add_remedy(meter, changes, 2);
        }
    }
}

/* The least lost first; then one change before two, then as the kinds come. */
static gint by_loss(gconstpointer a, gconstpointer b)
{
    const IsrMeterRemedy *x = a, *y = b;

    if (x->lost != y->lost)
        return x->lost < y->lost ? -1 : 1;
    if (x->n != y->n)
        return x->n < y->n ? -1 : 1;
    for (guint i = 0; i < x->n; i++) {
        const gint one = (gint)x->changes[i].kind * 2 + x->changes[i].drop;
        const gint other = (gint)y->changes[i].kind * 2 + y->changes[i].drop;

        if (one != other)
            return one - other;
    }
    return 0;
}

static void try_remedy(IsrMeter *meter, guint nth)
{
    IsrMeterRemedy *remedy = &g_array_index(meter->remedies, IsrMeterRemedy, nth);
    Degree degrees[ISR_N_QUASI] = {EXACT};

    for (guint i = 0; i < remedy->n; i++)
        degrees[remedy->changes[i].kind] = remedy->changes[i].drop ? GONE : BANDED;
    g_autoptr(GHashTable) counts = count_looks(meter, degrees);

    for (guint i = 0; i < meter->singled->len; i++) {
        const guint place = g_array_index(meter->places, guint, i);
        IsrMeterPerson *one = &g_array_index(meter->singled, IsrMeterPerson, i);

        if (alike(person_at(meter, place), degrees, counts) < meter->k)
            continue;
        remedy->helped++;
        if (one->remedy == ISR_METER_NONE)
            one->remedy = nth;
    }
}

/* Takes out what helps nobody, and sets the numbers of remedies right. */
static void keep_helpful(IsrMeter *meter)
{
    g_autofree guint *now = g_new0(guint, meter->remedies->len + 1);
    guint kept = 0;

    for (guint i = 0; i < meter->remedies->len; i++) {
        const IsrMeterRemedy remedy = g_array_index(meter->remedies, IsrMeterRemedy, i);

        now[i] = kept;
        if (remedy.helped > 0)
            g_array_index(meter->remedies, IsrMeterRemedy, kept++) = remedy;
    }
    g_array_set_size(meter->remedies, kept);
    for (guint i = 0; i < meter->singled->len; i++) {
        IsrMeterPerson *one = &g_array_index(meter->singled, IsrMeterPerson, i);

        if (one->remedy != ISR_METER_NONE)
            one->remedy = now[one->remedy];
    }
}

static void find_best(IsrMeter *meter)
{
    guint most = 0;

    for (guint i = 0; i < meter->remedies->len; i++) {
        const guint helped = g_array_index(meter->remedies, IsrMeterRemedy, i).helped;

        if (helped <= most)
            continue;
        most = helped;
        meter->best = i;
    }
}

void isr_meter_settle(IsrMeter *meter)
{
    meter->facts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_ptr_array_sort(meter->people, subjects_first);
    for (guint i = 0; i < meter->people->len; i++)
        add_person(meter, meter->people->pdata[i]);
    g_clear_pointer(&meter->facts, g_hash_table_unref);
    find_singled(meter);
    if (meter->singled->len == 0)
        return;
    add_remedies(meter);
    g_array_sort(meter->remedies, by_loss);
    for (guint i = 0; i < meter->remedies->len; i++)
        try_remedy(meter, i);
    keep_helpful(meter);
    find_best(meter);
}

guint isr_meter_people(const IsrMeter *meter, gboolean subjects)
{
    guint n = 0;

    for (guint i = 0; i < meter->people->len; i++)
        n += ((const IsrQuasiPerson *)meter->people->pdata[i])->subject == subjects;
    return n;
}

const GArray *isr_meter_singled(const IsrMeter *meter)
{
    return meter->singled;
}

const GArray *isr_meter_remedies(const IsrMeter *meter)
{
    return meter->remedies;
}

guint isr_meter_best(const IsrMeter *meter)
{
    return meter->best;
}
