/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table that is emptied when it is full: what repeats comes again. */
#include "gists.h"

#define MOST_GISTS 256

struct IsrGists {
    GHashTable *known; /* Reading * by its text */
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

IsrGists *isr_gists_new(void)
{
    IsrGists *gists = g_new0(IsrGists, 1);

    gists->known = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, reading_free);
    return gists;
}

void isr_gists_free(IsrGists *gists)
{
    if (gists == NULL)
        return;
    g_hash_table_unref(gists->known);
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
