/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each way of writing leaves something as it was: bytes that both share, which are looked up by
 * their hash. Of all who hold them, few are then held against the word. */
#include "alike.h"

#include "likeness.h"

#include <string.h>

/* What is kept of names under one hash. */
enum {
    LACKING = 1, /* a part, and what is left of it without one byte */
    FRONT_HALF,  /* of a long part */
    BACK_HALF,
    START,       /* the first bytes of a part, each number of them */
    WITHIN,      /* bytes further on in it: as many as WITHIN_SIZES tell */
    WITHIN_LONG, /* its first size, in a long part */
    STEM,        /* a part without a pet name's ending */
    LETTERS,     /* initials */
};

/* Longer parts are rare: halves and the first bytes will do. */
#define LONG 32
#define STEM_MOST 24
/* As isr_likeness_is_initials_of() has it. */
#define LETTERS_MOST 5
/* Shorter stems are none, and shorter surnames are not joined. */
#define LEAST 3

static const gsize WITHIN_SIZES[] = {3, 4, 5, 6, 8, 12};

typedef struct {
    guint cluster;
    guint next; /* entry of the same hash, from 1; 0: none */
} Entry;

/* Who has a part that begins with two bytes. */
typedef struct {
    const char *key;
    gsize length;
    guint cluster;
} Holder;

struct Alike {
    GHashTable *newest;  /* hash to the number of its newest entry, from 1 */
    GArray *entries;     /* of Entry */
    GHashTable *holders; /* the first two bytes to GArray of Holder */
};

Alike *isr_alike_new(void)
{
    Alike *alike = g_new0(Alike, 1);

    alike->newest = g_hash_table_new(NULL, NULL);
    alike->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    alike->holders = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
    return alike;
}

void isr_alike_free(Alike *alike)
{
    if (alike == NULL)
        return;
    g_hash_table_unref(alike->newest);
    g_array_unref(alike->entries);
    g_hash_table_unref(alike->holders);
    g_free(alike);
}

#define PRIME 0x01000193U

static guint roll(guint hash, char byte)
{
    return hash * PRIME + (guchar)byte;
}

static guint roll_all(guint hash, const char *at, gsize n)
{
    for (gsize i = 0; i < n; i++)
        hash = roll(hash, at[i]);
    return hash;
}

/* Other bytes may have the same: whoever is found is looked at. */
static gpointer entry_key(guint kind, guint hash, gsize length)
{
    return GUINT_TO_POINTER((hash ^ kind << 28) + (guint)length * 0x9E3779B1U);
}

static void add(Alike *alike, guint cluster, guint kind, guint hash, gsize length)
{
    gpointer key = entry_key(kind, hash, length);
    const Entry entry = {cluster, GPOINTER_TO_UINT(g_hash_table_lookup(alike->newest, key))};

    if (entry.next > 0 && g_array_index(alike->entries, Entry, entry.next - 1).cluster == cluster)
        return;
    g_array_append_val(alike->entries, entry);
    g_hash_table_insert(alike->newest, key, GUINT_TO_POINTER(alike->entries->len));
}

static void append(const Alike *alike, GArray *found, guint kind, guint hash, gsize length)
{
    gpointer key = entry_key(kind, hash, length);
    guint next = GPOINTER_TO_UINT(g_hash_table_lookup(alike->newest, key));

    while (next > 0) {
        const Entry *entry = &g_array_index(alike->entries, Entry, next - 1);
        g_array_append_val(found, entry->cluster);
        next = entry->next;
    }
}

/* Without the byte at @skip; none is there if it is @length. */
static guint hash_lacking(const char *key, gsize length, gsize skip)
{
    const guint hash = roll_all(0, key, skip);

    return skip < length ? roll_all(hash, key + skip + 1, length - skip - 1) : hash;
}

/* Bytes before the middle one, and behind it: one letter that is wrong, too many or missing, or two
 * that changed places, leave one of both as it was. */
static gsize front_of(gsize length)
{
    return length / 2;
}

static gsize back_of(gsize length)
{
    return length - 1 - front_of(length);
}

static void add_near(Alike *alike, const char *key, gsize length, guint cluster)
{
    const gsize front = front_of(length), back = length > 0 ? back_of(length) : 0;

    if (length < ISR_LIKENESS_LEAST)
        return;
    for (gsize skip = 0; length <= LONG && skip <= length; skip++)
        add(alike, cluster, LACKING, hash_lacking(key, length, skip), length - (skip < length));
    if (length < LONG)
        return;
    add(alike, cluster, FRONT_HALF, roll_all(0, key, front), length);
    add(alike, cluster, BACK_HALF, roll_all(0, key + length - back, back), length);
}

void isr_alike_near(const Alike *alike, const char *key, GArray *found)
{
    const gsize length = strlen(key);

    if (length < ISR_LIKENESS_LEAST)
        return;
    for (gsize skip = 0; length <= LONG && skip <= length; skip++)
        append(alike, found, LACKING, hash_lacking(key, length, skip), length - (skip < length));
    for (gsize n = length - 1; length >= LONG && n <= length + 1; n++) {
        const gsize front = front_of(n), back = back_of(n);

        append(alike, found, FRONT_HALF, roll_all(0, key, front), n);
        append(alike, found, BACK_HALF, roll_all(0, key + length - back, back), n);
    }
}

/* All sizes of a long part would take too much memory. */
static void add_within(Alike *alike, const char *key, gsize length, guint cluster)
{
    const guint sizes = length > LONG ? 1 : G_N_ELEMENTS(WITHIN_SIZES);
    const guint kind = length > LONG ? WITHIN_LONG : WITHIN;

    for (guint i = 0; i < sizes; i++)
        for (gsize n = WITHIN_SIZES[i], at = 1; at + n <= length; at++)
            add(alike, cluster, kind, roll_all(0, key + at, n), n);
}

static void add_pieces(Alike *alike, const char *key, gsize length, guint cluster)
{
    guint hash = 0;

    for (gsize n = 1; n <= MIN(length, STEM_MOST); n++) {
        hash = roll(hash, key[n - 1]);
        if (n >= LEAST)
            add(alike, cluster, START, hash, n);
    }
    add_within(alike, key, length, cluster);
}

/* Those in whose names the stem of @key is. */
static void append_stem(const Alike *alike, const char *key, GArray *found)
{
    const gsize stem = MIN(isr_likeness_stem(key), STEM_MOST);
    gsize within = 0;

    if (stem == 0)
        return;
    for (guint i = 0; i < G_N_ELEMENTS(WITHIN_SIZES); i++)
        within = WITHIN_SIZES[i] <= stem ? WITHIN_SIZES[i] : within;
    append(alike, found, START, roll_all(0, key, stem), stem);
    append(alike, found, WITHIN, roll_all(0, key, within), within);
    append(alike, found, WITHIN_LONG, roll_all(0, key, WITHIN_SIZES[0]), WITHIN_SIZES[0]);
}

/* Those of whose names a stem is in @key; a surname joined with a forename has its own in it. */
static void append_pieces(const Alike *alike, const char *key, gsize length, GArray *found)
{
    for (gsize at = 0; at + LEAST <= length; at++) {
        guint hash = roll_all(0, key + at, LEAST - 1);

        for (gsize n = LEAST; n <= MIN(length - at, STEM_MOST); n++) {
            hash = roll(hash, key[at + n - 1]);
            append(alike, found, STEM, hash, n);
        }
    }
}

static gpointer first_two(const char *key)
{
    return GUINT_TO_POINTER((guint)(guchar)key[0] << 8 | (guchar)key[1]);
}

static void add_holder(Alike *alike, const char *key, gsize length, guint cluster)
{
    GArray *holders = g_hash_table_lookup(alike->holders, first_two(key));
    const Holder holder = {key, length, cluster};

    if (holders == NULL) {
        holders = g_array_new(FALSE, FALSE, sizeof(Holder));
        g_hash_table_insert(alike->holders, first_two(key), holders);
    }
    g_array_append_val(holders, holder);
}

/* Those for whose names @key is short. No hash tells that, so that each with the same beginning is
 * looked at. */
static void append_shortened(const Alike *alike, const char *key, gsize length, GArray *found)
{
    const GArray *holders = g_hash_table_lookup(alike->holders, first_two(key));

    for (guint i = 0; holders != NULL && i < holders->len; i++) {
        const Holder *holder = &g_array_index(holders, Holder, i);
        if (holder->length > length && isr_likeness_is_shortened(key, holder->key))
            g_array_append_val(found, holder->cluster);
    }
}

static void add_stem(Alike *alike, const char *key, guint cluster)
{
    const gsize stem = MIN(isr_likeness_stem(key), STEM_MOST);

    if (stem > 0)
        add(alike, cluster, STEM, roll_all(0, key, stem), stem);
}

void isr_alike_add(Alike *alike, const char *key, guint cluster)
{
    const gsize length = strlen(key);

    add_near(alike, key, length, cluster);
    add_pieces(alike, key, length, cluster);
    add_stem(alike, key, cluster);
    if (length > 2)
        add_holder(alike, key, length, cluster);
}

/* One letter is no part of a name, but can have as many bytes as a surname, and then a word can
 * begin or end in it. */
static void add_long_letters(Alike *alike, const Mention *mention, guint cluster)
{
    for (guint i = 0; i < isr_mention_size(mention); i++) {
        const NamePart *part = isr_mention_part(mention, i);
        if (part->kind == PART_INITIAL)
            add_stem(alike, part->key, cluster);
    }
}

static void add_letters(Alike *alike, const Mention *mention, guint cluster)
{
    const guint n = isr_mention_size(mention);
    guint hash = 0;
    gsize length = 0;

    if (n < 2)
        return;
    for (guint i = 0; i < n && length <= LETTERS_MOST; i++) {
        const NamePart *part = isr_mention_part(mention, i);
        for (guint k = 0; k < part->parts->len && length <= LETTERS_MOST; k++, length++)
            hash = roll(hash, *(const char *)part->parts->pdata[k]);
    }
    if (length <= LETTERS_MOST)
        add(alike, cluster, LETTERS, hash, length);
    hash =
        roll(roll(0, *isr_mention_part(mention, 0)->key), *isr_mention_part(mention, n - 1)->key);
    add(alike, cluster, LETTERS, hash, 2);
}

void isr_alike_settle(Alike *alike, const Mention *mention, guint cluster)
{
    add_long_letters(alike, mention, cluster);
    add_letters(alike, mention, cluster);
}

void isr_alike_find(const Alike *alike, const char *key, GArray *found)
{
    const gsize length = strlen(key);

    if (length == 0)
        return;
    if (length <= LETTERS_MOST)
        append(alike, found, LETTERS, roll_all(0, key, length), length);
    if (length < LEAST)
        return;
    isr_alike_near(alike, key, found);
    append_stem(alike, key, found);
    append_pieces(alike, key, length, found);
    append_shortened(alike, key, length, found);
}
