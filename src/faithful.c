/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Digests of decided text: a few bytes for each sentence. */
#include "faithful.h"

#include <string.h>

struct IsrFaithful {
    GHashTable *blocks, *sentences; /* sets of digests (guint64) */
};

static guint digest_hash(gconstpointer key)
{
    return g_int64_hash(key);
}

static GHashTable *digests_new(void)
{
    return g_hash_table_new_full(digest_hash, g_int64_equal, g_free, NULL);
}

IsrFaithful *isr_faithful_new(void)
{
    IsrFaithful *faithful = g_new0(IsrFaithful, 1);

    faithful->blocks = digests_new();
    faithful->sentences = digests_new();
    return faithful;
}

void isr_faithful_free(IsrFaithful *faithful)
{
    if (!faithful)
        return;
    g_hash_table_unref(faithful->blocks);
    g_hash_table_unref(faithful->sentences);
    g_free(faithful);
}

static guint64 digest_of(const char *text, gsize length)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    guint8 bytes[32];
    gsize size = sizeof bytes;
    guint64 digest;

    g_checksum_update(sum, (const guchar *)text, (gssize)length);
    g_checksum_get_digest(sum, bytes, &size);
    memcpy(&digest, bytes, sizeof digest);
    return digest;
}

/* Where the sentence or line that begins at @start ends. */
static gsize sentence_end(const GString *text, gsize start)
{
    for (gsize i = start; i < text->len; i++) {
        char c = text->str[i];

        if (c == '\n' || c == ISR_CELL_BREAK)
            return i + 1;
        if ((c == '.' || c == '!' || c == '?') && i + 1 < text->len && text->str[i + 1] == ' ')
            return i + 2;
    }
    return text->len;
}

/* A line end that was cut off with the block is no difference. */
static guint64 sentence_digest(const GString *text, gsize start, gsize end)
{
    while (end > start && strchr(" \n", text->str[end - 1]))
        end--;
    return digest_of(text->str + start, end - start);
}

void isr_faithful_add(IsrFaithful *faithful, const GString *text)
{
    guint64 digest = digest_of(text->str, text->len);

    g_hash_table_add(faithful->blocks, g_memdup2(&digest, sizeof digest));
    for (gsize start = 0, end; start < text->len; start = end) {
        end = sentence_end(text, start);
        digest = sentence_digest(text, start, end);
        g_hash_table_add(faithful->sentences, g_memdup2(&digest, sizeof digest));
    }
}

gboolean isr_faithful_has(const IsrFaithful *faithful, const GString *text)
{
    guint64 digest = digest_of(text->str, text->len);

    return g_hash_table_contains(faithful->blocks, &digest);
}

gboolean isr_faithful_covers(const IsrFaithful *faithful, const GString *text, IsrRange range)
{
    for (gsize start = 0, end; start < range.end && start < text->len; start = end) {
        end = sentence_end(text, start);
        guint64 digest = end > range.start ? sentence_digest(text, start, end) : 0;

        if (end > range.start && !g_hash_table_contains(faithful->sentences, &digest))
            return FALSE;
    }
    return TRUE;
}
