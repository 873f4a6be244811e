/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Digests of rows and lines with how often each is still to be met. */
#include "pinned.h"

#include "counts.h"
#include "fingerprint.h"

#include <string.h>

struct IsrPinned {
    GHashTable
        *owed; /* digest (guint64) -> how often (gint, as a pointer); below 0: met more often */
};

static guint digest_hash(gconstpointer key)
{
    return g_int64_hash(key);
}

IsrPinned *isr_pinned_new(void)
{
    IsrPinned *pinned = g_new0(IsrPinned, 1);

    pinned->owed = g_hash_table_new_full(digest_hash, g_int64_equal, g_free, NULL);
    return pinned;
}

void isr_pinned_free(IsrPinned *pinned)
{
    if (!pinned)
        return;
    g_hash_table_unref(pinned->owed);
    g_free(pinned);
}

/* Without spaces and breaks, which a format may write in another way. */
static guint64 digest_of(const char *text, gsize length)
{
    guint64 digest = ISR_FINGERPRINT_START;

    for (gsize i = 0; i < length; i++)
        if (!g_ascii_isspace(text[i]) && text[i] != ISR_CELL_BREAK)
            digest = isr_fingerprint_on(digest, (guint8)text[i]);
    return isr_fingerprint_end(digest);
}

static void note(IsrPinned *pinned, const char *text, gsize length, gint by)
{
    const guint64 digest = digest_of(text, length);
    const gint owed = GPOINTER_TO_INT(g_hash_table_lookup(pinned->owed, &digest)) + by;

    if (g_strstr_len(text, (gssize)length, ISR_COUNTS_MARK))
        g_hash_table_insert(pinned->owed, g_memdup2(&digest, sizeof digest), GINT_TO_POINTER(owed));
}

/* A row is one text; other blocks may be cut elsewhere in the copy, between lines. */
static void note_block(IsrPinned *pinned, const IsrBlock *block, gint by)
{
    const GString *text = block->text;
    const gboolean row = block->kind == ISR_BLOCK_ROW;

    for (gsize start = 0, end; start < text->len; start = end + 1) {
        const char *stop = row ? NULL : memchr(text->str + start, '\n', text->len - start);

        end = stop ? (gsize)(stop - text->str) : text->len;
        note(pinned, text->str + start, end - start, by);
    }
}

void isr_pinned_expect(IsrPinned *pinned, const IsrBlock *block)
{
    note_block(pinned, block, 1);
}

void isr_pinned_meet(IsrPinned *pinned, const IsrBlock *block)
{
    note_block(pinned, block, -1);
}

gboolean isr_pinned_is_met(const IsrPinned *pinned)
{
    GHashTableIter iter;
    gpointer owed;

    g_hash_table_iter_init(&iter, pinned->owed);
    while (g_hash_table_iter_next(&iter, NULL, &owed))
        if (GPOINTER_TO_INT(owed) > 0)
            return FALSE;
    return TRUE;
}
