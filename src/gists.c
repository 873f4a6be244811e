/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two tables, each emptied when it is full: what repeats comes again. */
#include "gists.h"

#include "fingerprint.h"

#include <string.h>

#define MOST_GISTS 256
/* So many bytes of blocks and their gists are kept; a long record's are let go again. */
#define MOST_BYTES (16 * 1024 * 1024)

struct IsrGists {
    GHashTable *known;  /* Reading * by its text */
    GHashTable *blocks; /* likewise, by the text's fingerprint and letters */
    gsize bytes;        /* that the blocks take */
};

/* A gist borrows the text that it was read from. */
typedef struct {
    GString *text;
    IsrGist *gist;
} Reading;

static void reading_free(gpointer data)
{
    Reading *reading = data;

    isr_gist_free(reading->gist);
    g_string_free(reading->text, TRUE);
    g_free(reading);
}

static gsize size_of(const Reading *reading)
{
    const IsrGist *gist = reading->gist;

    return sizeof *reading + sizeof *gist + 3 * reading->text->len +
           gist->tokens->tokens->len * (sizeof(IsrToken) + 1) +
           gist->sentences->len * sizeof(IsrGistSentence) + gist->hits->len * sizeof(IsrLexisHit);
}

static guint hash_of(gconstpointer text)
{
    return (guint)isr_fingerprint(((const GString *)text)->str, ((const GString *)text)->len);
}

static gboolean are_equal(gconstpointer a, gconstpointer b)
{
    return g_string_equal(a, b);
}

IsrGists *isr_gists_new(void)
{
    IsrGists *gists = g_new0(IsrGists, 1);

    gists->known = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, reading_free);
    gists->blocks = g_hash_table_new_full(hash_of, are_equal, NULL, reading_free);
    return gists;
}

void isr_gists_free(IsrGists *gists)
{
    if (gists == NULL)
        return;
    g_hash_table_unref(gists->known);
    g_hash_table_unref(gists->blocks);
    g_free(gists);
}

const IsrGist *isr_gists_of(IsrGists *gists, const IsrPatterns *patterns, const char *text)
{
    Reading *reading = g_hash_table_lookup(gists->known, text);

    if (reading != NULL)
        return reading->gist;
    if (g_hash_table_size(gists->known) >= MOST_GISTS)
        g_hash_table_remove_all(gists->known);
    reading = g_new0(Reading, 1);
    reading->text = g_string_new(text);
    reading->gist = isr_gist_new(patterns, reading->text);
    g_hash_table_insert(gists->known, reading->text->str, reading);
    return reading->gist;
}

/* The gist of @text, which is no longer kept; NULL if it was not. */
static IsrGist *take(IsrGists *gists, const GString *text)
{
    Reading *reading = g_hash_table_lookup(gists->blocks, text);

    if (reading == NULL)
        return NULL;
    IsrGist *gist = reading->gist;

    gists->bytes -= size_of(reading);
    reading->gist = NULL;
    g_hash_table_remove(gists->blocks, text);
    return gist;
}

void isr_gists_keep(IsrGists *gists, IsrGist *gist)
{
    Reading *reading = g_new0(Reading, 1);

    isr_gist_free(take(gists, gist->text));
    reading->text = g_string_new_len(gist->text->str, (gssize)gist->text->len);
    reading->gist = gist;
    gist->text = reading->text;
    gists->bytes += size_of(reading);
    if (gists->bytes > MOST_BYTES) {
        g_hash_table_remove_all(gists->blocks);
        gists->bytes = size_of(reading);
    }
    g_hash_table_replace(gists->blocks, reading->text, reading);
}

IsrGist *isr_gists_take(IsrGists *gists, const IsrPatterns *patterns, const GString *text)
{
    IsrGist *gist = take(gists, text);

    if (gist == NULL)
        return isr_gist_new(patterns, text);
    memset(gist->marks, 0, gist->tokens->tokens->len);
    *gist->headed = 0;
    gist->text = text;
    return gist;
}
