/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A word has all kinds above those that it stands behind, so that what is learnt may be as general
 * as the lessons allow. */
#include "kinds.h"

#include "evidence.h"
#include "source.h"

#include <string.h>

static guint32 feature_of(const char *kind)
{
    g_autofree char *text = g_strconcat("kind ", kind, NULL);

    return isr_classifier_feature(text, strlen(text));
}

static void add_once(GArray *features, guint32 feature)
{
    for (guint i = 0; i < features->len; i++)
        if (g_array_index(features, guint32, i) == feature)
            return;
    g_array_append_val(features, feature);
}

/* Adds @kind and all above it; @above: kind → the names of those above it. */
static void climb(GHashTable *above, const char *kind, GArray *features)
{
    char **names = g_hash_table_lookup(above, kind);

    add_once(features, feature_of(kind));
    for (; names != NULL && *names != NULL; names++)
        climb(above, *names, features);
}

static void free_features(gpointer data)
{
    g_array_unref(data);
}

static void add_words(Kinds *kinds, GHashTable *above, const char *kind, const char *list)
{
    g_auto(GStrv) words = g_strsplit(list, " ", -1);

    for (char **word = words; *word != NULL; word++) {
        GArray *features = g_hash_table_lookup(kinds->of, *word);

        if (**word == '\0')
            continue;
        if (features == NULL) {
            features = g_array_new(FALSE, FALSE, sizeof(guint32));
            g_hash_table_insert(kinds->of, g_strdup(*word), features);
        }
        climb(above, kind, features);
    }
}

static gboolean is_kind(char **parts)
{
    return g_strv_length(parts) == 3 && *parts[0] != '#';
}

static void read_line(Kinds *kinds, GHashTable *above, const char *line, gboolean words)
{
    g_auto(GStrv) parts = g_strsplit(line, "\t", 3);

    if (!is_kind(parts))
        return;
    if (words)
        add_words(kinds, above, parts[0], parts[2]);
    else
        g_hash_table_insert(above, g_strdup(parts[0]),
                            *parts[1] ? g_strsplit(parts[1], " ", -1) : g_new0(char *, 1));
}

/* Which kinds stand above which must be known before words are read. */
static gboolean read_files(Kinds *kinds, GHashTable *above, const char *folder, gboolean words,
                           GError **error)
{
    g_auto(GStrv) names = source_names(folder, ".tsv", error);

    for (char **name = names; name != NULL && *name != NULL; name++) {
        g_auto(GStrv) lines = source_lines(folder, *name, error);

        for (char **line = lines; line != NULL && *line != NULL; line++)
            read_line(kinds, above, *line, words);
        if (lines == NULL)
            return FALSE;
    }
    return names != NULL;
}

Kinds *kinds_load(const char *folder, GError **error)
{
    g_autoptr(Kinds) kinds = g_new0(Kinds, 1);
    g_autoptr(GHashTable) above =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);

    kinds->of = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_features);
    if (!read_files(kinds, above, folder, FALSE, error) ||
        !read_files(kinds, above, folder, TRUE, error))
        return NULL;
    return g_steal_pointer(&kinds);
}

void kinds_free(Kinds *kinds)
{
    if (kinds == NULL)
        return;
    g_hash_table_unref(kinds->of);
    g_free(kinds);
}

const GArray *kinds_of(const Kinds *kinds, const char *word, gsize length)
{
    g_autofree char *key = g_strndup(word, length);

    return g_hash_table_lookup(kinds->of, key);
}

GHashTable *kinds_heirs(const Kinds *kinds)
{
    GHashTable *heirs = g_hash_table_new(NULL, NULL);
    GHashTableIter iter;
    gpointer word, features;

    g_hash_table_iter_init(&iter, kinds->of);
    while (g_hash_table_iter_next(&iter, &word, &features))
        g_hash_table_insert(heirs, GUINT_TO_POINTER(isr_evidence_word(word, strlen(word))),
                            features);
    return heirs;
}
