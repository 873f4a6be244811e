/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fingerprints have 64 bits: of a million look-ups of words that stand in no list, one in forty
 * million would be taken for one that does. */
#include "listtable.h"

#include "fingerprint.h"

#include <isredact/error.h>

#include <string.h>

typedef struct {
    guint64 fingerprint;
    guint32 list;
    guint32 level;
} Entry;

typedef struct {
    GArray *entries; /* of Entry */
    guint32 list;
} Gathering;

static void gather(guint64 fingerprint, guint level, gpointer data)
{
    Gathering *gathering = data;
    Entry entry = {fingerprint, gathering->list, level};

    g_array_append_val(gathering->entries, entry);
}

/* Sorts by fingerprint, sixteen bits at a time; equal ones stay in order. */
static void sort(GArray *entries)
{
    g_autofree Entry *spare = g_new(Entry, entries->len + 1);
    g_autofree guint32 *starts = g_new(guint32, 65537);
    Entry *from = (Entry *)(gpointer)entries->data, *to = spare;

    for (guint shift = 0; shift < 64; shift += 16) {
        memset(starts, 0, 65537 * sizeof *starts);
        for (guint i = 0; i < entries->len; i++)
            starts[(from[i].fingerprint >> shift & 0xFFFF) + 1]++;
        for (guint i = 0; i < 65536; i++)
            starts[i + 1] += starts[i];
        for (guint i = 0; i < entries->len; i++)
            to[starts[from[i].fingerprint >> shift & 0xFFFF]++] = from[i];
        Entry *swap = from;
        from = to;
        to = swap;
    }
}

static guint kind_hash(gconstpointer key)
{
    return (guint)isr_fingerprint(key, sizeof(ListKind));
}

static gboolean kind_equal(gconstpointer a, gconstpointer b)
{
    return memcmp(a, b, sizeof(ListKind)) == 0;
}

typedef struct {
    GArray *kinds;       /* of ListKind */
    GHashTable *numbers; /* ListKind * to its number + 1 */
    GArray *prints;      /* of guint64 */
    GArray *kind_of;     /* of guint32 */
} Making;

static void add_kind(Making *making, const ListKind *kind)
{
    guint32 number = GPOINTER_TO_UINT(g_hash_table_lookup(making->numbers, kind));

    if (!number) {
        g_array_append_vals(making->kinds, kind, 1);
        number = making->kinds->len;
        g_hash_table_insert(making->numbers, g_memdup2(kind, sizeof *kind),
                            GUINT_TO_POINTER(number));
    }
    number--;
    g_array_append_val(making->kind_of, number);
}

/* Entries of the same word become one; what has no level has the lowest. */
static void join(Making *making, const GArray *entries)
{
    for (guint i = 0, next; i < entries->len; i = next) {
        const Entry *first = &g_array_index(entries, Entry, i);
        ListKind kind = {0, 0};

        for (next = i; next < entries->len; next++) {
            const Entry *entry = &g_array_index(entries, Entry, next);
            guint64 level = MAX(entry->level, 1u);

            if (entry->fingerprint != first->fingerprint)
                break;
            kind.lists |= ISR_LIST_BIT(entry->list);
            if (entry->list < ISR_LIST_LEVELLED &&
                ISR_LIST_LEVEL(kind.levels, entry->list) < level) {
                kind.levels &= ~(G_GUINT64_CONSTANT(15) << (4 * entry->list));
                kind.levels |= level << (4 * entry->list);
            }
        }
        g_array_append_val(making->prints, first->fingerprint);
        add_kind(making, &kind);
    }
}

static void append_sources(GByteArray *out, const GArray *texts)
{
    for (guint i = 0; i < texts->len; i++) {
        const ListText *text = &g_array_index(texts, ListText, i);
        g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
        ListSource source = {0};
        gsize length, size = sizeof source.digest;
        const char *bytes = isr_list_text_bytes(text, &length);

        g_strlcpy(source.name, text->name, sizeof source.name);
        source.size = length;
        source.fingerprint = isr_fingerprint(bytes, length);
        g_checksum_update(sum, (const guchar *)bytes, (gssize)length);
        g_checksum_get_digest(sum, source.digest, &size);
        g_byte_array_append(out, (const guint8 *)&source, sizeof source);
    }
}

static void append_buckets(GByteArray *out, const GArray *prints, guint bits)
{
    guint32 at = 0;

    for (guint64 bucket = 0; bucket <= G_GUINT64_CONSTANT(1) << bits; bucket++) {
        while (at < prints->len && g_array_index(prints, guint64, at) >> (64 - bits) < bucket)
            at++;
        g_byte_array_append(out, (const guint8 *)&at, sizeof at);
    }
}

static void append_array(GByteArray *out, const GArray *array, gsize each)
{
    g_byte_array_append(out, (const guint8 *)array->data, (guint)(array->len * each));
}

static GBytes *write_table(const Making *making, const GArray *texts)
{
    g_autoptr(GByteArray) out = g_byte_array_new();
    ListHeader header = {.version = ISR_LIST_TABLE_VERSION,
                         .order = ISR_LIST_TABLE_ORDER,
                         .n_lists = texts->len,
                         .n_kinds = making->kinds->len,
                         .n_entries = making->prints->len,
                         .bits = 4};

    memcpy(header.magic, ISR_LIST_TABLE_MAGIC, sizeof header.magic);
    while (header.bits < 20 && (2u << header.bits) < header.n_entries)
        header.bits++;
    g_byte_array_append(out, (const guint8 *)&header, sizeof header);
    append_sources(out, texts);
    append_array(out, making->kinds, sizeof(ListKind));
    append_array(out, making->prints, sizeof(guint64));
    append_array(out, making->kind_of, sizeof(guint32));
    append_buckets(out, making->prints, header.bits);
    header.size = out->len;
    header.fingerprint = isr_fingerprint(out->data + sizeof header, out->len - sizeof header);
    memcpy(out->data, &header, sizeof header);
    return g_byte_array_free_to_bytes(g_steal_pointer(&out));
}

GBytes *isr_list_table_make(const GArray *texts, GError **error)
{
    g_autoptr(GArray) entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    g_autoptr(GArray) kinds = g_array_new(FALSE, FALSE, sizeof(ListKind));
    g_autoptr(GHashTable) numbers = g_hash_table_new_full(kind_hash, kind_equal, g_free, NULL);
    g_autoptr(GArray) prints = g_array_new(FALSE, FALSE, sizeof(guint64));
    g_autoptr(GArray) kind_of = g_array_new(FALSE, FALSE, sizeof(guint32));
    Making making = {kinds, numbers, prints, kind_of};
    Gathering gathering = {.entries = entries};

    for (; gathering.list < texts->len; gathering.list++) {
        const ListText *text = &g_array_index(texts, ListText, gathering.list);

        if (strlen(text->name) >= sizeof(((ListSource *)NULL)->name)) {
            g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                        "lists/%s.txt: has too long a name; shorten it to 31 letters", text->name);
            return NULL;
        }
        if (!isr_list_text_read(text, gather, &gathering, error))
            return NULL;
    }
    sort(entries);
    join(&making, entries);
    return write_table(&making, texts);
}

/* TRUE if nothing in the table points outside it. */
static gboolean is_sound(const ListTable *table)
{
    const ListHeader *header = table->header;
    guint64 last = G_GUINT64_CONSTANT(1) << header->bits;

    for (guint32 i = 0; i < header->n_entries; i++) {
        if (table->kind_of[i] >= header->n_kinds)
            return FALSE;
    }
    for (guint64 i = 0; i < last; i++) {
        if (table->buckets[i] > table->buckets[i + 1])
            return FALSE;
    }
    return table->buckets[last] == header->n_entries;
}

gboolean isr_list_table_read(ListTable *table, GBytes *bytes)
{
    gsize length;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    const ListHeader *header = (const ListHeader *)(gconstpointer)data;

    if (length < sizeof *header || memcmp(header->magic, ISR_LIST_TABLE_MAGIC, 8) != 0 ||
        header->version != ISR_LIST_TABLE_VERSION || header->order != ISR_LIST_TABLE_ORDER ||
        header->size != length || header->n_lists > ISR_MOST_LISTS || header->bits < 1 ||
        header->bits > 24)
        return FALSE;
    guint64 sources = sizeof *header, kinds = sources + header->n_lists * sizeof(ListSource);
    guint64 entries = kinds + header->n_kinds * sizeof(ListKind);
    guint64 kind_of = entries + header->n_entries * sizeof(guint64);
    guint64 buckets = kind_of + header->n_entries * sizeof(guint32);
    if (buckets + ((G_GUINT64_CONSTANT(1) << header->bits) + 1) * sizeof(guint32) != length ||
        isr_fingerprint(data + sizeof *header, length - sizeof *header) != header->fingerprint)
        return FALSE;
    table->header = header;
    table->sources = (const ListSource *)(gconstpointer)(data + sources);
    table->kinds = (const ListKind *)(gconstpointer)(data + kinds);
    table->entries = (const guint64 *)(gconstpointer)(data + entries);
    table->kind_of = (const guint32 *)(gconstpointer)(data + kind_of);
    table->buckets = (const guint32 *)(gconstpointer)(data + buckets);
    return is_sound(table);
}

gboolean isr_list_table_is_of(const ListTable *table, const GArray *texts)
{
    if (table->header->n_lists != texts->len)
        return FALSE;
    for (guint i = 0; i < texts->len; i++) {
        const ListText *text = &g_array_index(texts, ListText, i);
        const ListSource *source = &table->sources[i];
        gsize length;
        const char *bytes = isr_list_text_bytes(text, &length);

        if (strncmp(source->name, text->name, sizeof source->name) != 0 || source->size != length ||
            source->fingerprint != isr_fingerprint(bytes, length))
            return FALSE;
    }
    return TRUE;
}

const ListKind *isr_list_table_find(const ListTable *table, guint64 fingerprint)
{
    guint64 bucket = fingerprint >> (64 - table->header->bits);

    for (guint32 i = table->buckets[bucket]; i < table->buckets[bucket + 1]; i++) {
        if (table->entries[i] == fingerprint)
            return &table->kinds[table->kind_of[i]];
    }
    return NULL;
}
