/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lists.bin holds: the fingerprint of every entry of every list, and where it stands. All
 * numbers are of the machine that made it; `order` tells if that was another kind. The parts
 * follow one another in the order of the members below. */
#pragma once

#include "listtext.h"

#define ISR_LIST_TABLE_MAGIC "ISRLISTS"
#define ISR_LIST_TABLE_VERSION 1u
#define ISR_LIST_TABLE_ORDER 0x01020304u

typedef struct {
    char magic[8];
    guint32 version;
    guint32 order;
    guint32 n_lists;
    guint32 n_kinds;
    guint32 n_entries;
    guint32 bits;        /* how many leading bits of a fingerprint choose its bucket */
    guint64 size;        /* of all bytes */
    guint64 fingerprint; /* of the bytes behind this header */
} ListHeader;

typedef struct {
    char name[32];
    guint64 size; /* of the text; with its fingerprint tells if the text is still the same */
    guint64 fingerprint;
    guint8 digest[32]; /* SHA-256 of the text */
} ListSource;

/* Entries that stand in the same lists with the same levels. */
typedef struct {
    guint64 lists;
    guint64 levels;
} ListKind;

typedef struct {
    const ListHeader *header;
    const ListSource *sources; /* n_lists */
    const ListKind *kinds;     /* n_kinds */
    const guint64 *entries;    /* n_entries fingerprints, ascending */
    const guint32 *kind_of;    /* n_entries */
    const guint32 *buckets;    /* 2^bits + 1: where the entries of each begin */
} ListTable;

/* Reads @bytes as a table that points into them. FALSE if they are damaged or of another version.
 */
gboolean isr_list_table_read(ListTable *table, GBytes *bytes);

/* TRUE if the table was made from @texts (of ListText). */
gboolean isr_list_table_is_of(const ListTable *table, const GArray *texts);

/* Compiles @texts. Errors: RULES. */
GBytes *isr_list_table_make(const GArray *texts, GError **error);

/* The kind of the entry with @fingerprint; NULL if there is none. */
const ListKind *isr_list_table_find(const ListTable *table, guint64 fingerprint);
