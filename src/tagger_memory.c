/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table that is emptied when it is full: what repeats comes again. */
#include "tagger_memory.h"

#include <string.h>

/* So many bytes are kept. */
#define MOST_BYTES (8 * 1024 * 1024)

struct TaggerMemory {
    GHashTable *known; /* set of Said *, each in one piece with what it points to */
    gsize bytes;
};

TaggerMemory *isr_tagger_memory_new(void)
{
    TaggerMemory *memory = g_new0(TaggerMemory, 1);

    /* The fingerprint is the first thing in what was said. */
    G_STATIC_ASSERT(G_STRUCT_OFFSET(Said, print) == 0);
    memory->known = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    return memory;
}

void isr_tagger_memory_free(TaggerMemory *memory)
{
    if (memory == NULL)
        return;
    g_hash_table_unref(memory->known);
    g_free(memory);
}

const Said *isr_tagger_memory_find(const TaggerMemory *memory, guint64 print)
{
    return g_hash_table_lookup(memory->known, &print);
}

const Said *isr_tagger_memory_keep(TaggerMemory *memory, guint64 print, const float *persons,
                                   guint n, const GArray *tags)
{
    gsize tags_size = tags->len * sizeof(SaidTag), persons_size = n * sizeof *persons;
    gsize size = sizeof(Said) + tags_size + persons_size;
    Said *said;

    memory->bytes += size;
    if (memory->bytes > MOST_BYTES) {
        g_hash_table_remove_all(memory->known);
        memory->bytes = size;
    }
    said = g_malloc(size);
    SaidTag *kept_tags = (SaidTag *)(said + 1);
    float *kept_persons = (float *)(gpointer)(kept_tags + tags->len);
    *said = (Said){print, n, tags->len, kept_persons, kept_tags};
    if (tags_size > 0)
        memcpy(kept_tags, tags->data, tags_size);
    memcpy(kept_persons, persons, persons_size);
    g_hash_table_add(memory->known, said);
    return said;
}
