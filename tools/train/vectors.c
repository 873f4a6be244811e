/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes patterns/model/vectors.model from embeddings in text, the same bytes each time. Usage:
 * train-vectors MODEL EMBEDDINGS FOLDER..., the words kept being those of the texts in each
 * FOLDER. */
#include "embeddings.h"
#include "source.h"

#include "tokens.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

/* So many words are kept, the commonest. */
#define MOST_WORDS 50000

static void add_words(GHashTable *words, char **lines)
{
    for (char **line = lines; *line != NULL; line++) {
        g_autofree char *text = g_utf8_make_valid(*line, -1);
        g_autoptr(IsrTokens) tokens = isr_tokens_new(text, strlen(text));

        for (guint i = 0; i < tokens->tokens->len; i++)
            g_hash_table_add(
                words, g_strndup(isr_tokens_word(tokens, i), isr_tokens_nth(tokens, i)->length));
    }
}

static gboolean add_texts(GHashTable *words, const char *folder, const char *suffix, GError **error)
{
    g_auto(GStrv) names = source_names(folder, suffix, error);

    for (char **name = names; name != NULL && *name != NULL; name++) {
        g_auto(GStrv) lines = source_lines(folder, *name, error);

        if (lines == NULL)
            return FALSE;
        add_words(words, lines);
    }
    return names != NULL;
}

static gboolean add_folder(GHashTable *words, const char *folder, GError **error)
{
    static const char *const suffixes[] = {".xml", ".tsv", ".topic"};

    for (guint i = 0; i < G_N_ELEMENTS(suffixes); i++)
        if (!add_texts(words, folder, suffixes[i], error))
            return FALSE;
    return TRUE;
}

static gboolean make(const char *model, const char *embeddings, char **folders, GError **error)
{
    g_autoptr(GHashTable) words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (char **folder = folders; *folder != NULL; folder++)
        if (!add_folder(words, *folder, error))
            return FALSE;
    g_autoptr(GByteArray) bytes = embeddings_read(embeddings, words, MOST_WORDS, error);

    if (bytes == NULL)
        return FALSE;
    printf("%u words wanted; %u bytes\n", g_hash_table_size(words), bytes->len);
    return g_file_set_contents(model, (const char *)bytes->data, bytes->len, error);
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;

    if (argc < 4) {
        fprintf(stderr, "usage: train-vectors MODEL EMBEDDINGS FOLDER...\n");
        return 2;
    }
    if (make(argv[1], argv[2], argv + 3, &error))
        return 0;
    fprintf(stderr, "train-vectors: %s\n", error->message);
    return 1;
}
