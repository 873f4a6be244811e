/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads corpora. Their tokens are cut again by the tagger's rules and read as it reads text, so
 * that training and use see the same. */
#include "corpus.h"

#include "fold.h"
#include "source.h"
#include "tagger_tokens.h"

#include <string.h>

static void sentence_free(gpointer data)
{
    Sentence *sentence = data;

    g_free(sentence->words);
    g_free(sentence->labels);
    g_free(sentence);
}

GPtrArray *corpus_new(void)
{
    return g_ptr_array_new_with_free_func(sentence_free);
}

const char *corpus_word(const char *text, gssize length)
{
    static GStringChunk *chunk = NULL;
    g_autofree char *word = length < 0 ? g_strdup(text) : g_strndup(text, (gsize)length);

    if (chunk == NULL)
        chunk = g_string_chunk_new(1 << 20);
    return g_string_chunk_insert_const(chunk, word);
}

void corpus_add_behind(GPtrArray *corpus, GPtrArray *words, GByteArray *labels, guint context)
{
    if (words->len > context) {
        Sentence *sentence = g_new(Sentence, 1);
        sentence->n = words->len;
        sentence->context = context;
        sentence->words = g_new(const char *, words->len);
        for (guint i = 0; i < words->len; i++)
            sentence->words[i] = g_ptr_array_index(words, i);
        sentence->labels = g_memdup2(labels->data, labels->len);
        g_ptr_array_add(corpus, sentence);
    }
    g_ptr_array_set_size(words, 0);
    g_byte_array_set_size(labels, 0);
}

void corpus_add(GPtrArray *corpus, GPtrArray *words, GByteArray *labels)
{
    corpus_add_behind(corpus, words, labels, 0);
}

static guint8 label_of(const char *tag)
{
    static const char *const tags[] = {"O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG"};

    for (guint8 i = 0; i < G_N_ELEMENTS(tags); i++)
        if (g_str_equal(tag, tags[i]))
            return i;
    return LABEL_O; /* kinds that the tagger does not know */
}

/* As a reading has it. */
static char *read_plain(const char *text)
{
    g_autofree char *composed = g_utf8_normalize(text, -1, G_NORMALIZE_NFKC);
    GString *out = g_string_new(NULL);

    for (const char *p = composed; p != NULL && *p != '\0'; p = g_utf8_next_char(p))
        if (!isr_fold_is_invisible(g_utf8_get_char(p)))
            isr_fold_plain(g_utf8_get_char(p), out);
    return g_string_free(out, FALSE);
}

/* "n't", "'m": part of the word before it, as the tagger cuts words. */
static gboolean joins_last(const GPtrArray *words, const GByteArray *labels, const char *text)
{
    static const char *const parts[] = {"n't", "'m", "'ll", "'re", "'ve", "'d", NULL};

    return words->len > 0 && labels->data[labels->len - 1] == LABEL_O &&
           g_strv_contains(parts, text) &&
           g_ascii_isalpha(*(const char *)g_ptr_array_index(words, words->len - 1));
}

static void add_token(GPtrArray *words, GByteArray *labels, const char *raw, guint8 label)
{
    g_autofree char *text = read_plain(raw);
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(Token));

    if (label == LABEL_O && joins_last(words, labels, text)) {
        g_autofree char *whole = g_strconcat(g_ptr_array_index(words, words->len - 1), text, NULL);
        words->pdata[words->len - 1] = (gpointer)corpus_word(whole, -1);
        return;
    }
    if (g_str_equal(text, "'s") || g_str_equal(text, "'S")) {
        g_ptr_array_add(words, (gpointer)corpus_word(text, -1));
        g_byte_array_append(labels, &label, 1);
        return;
    }
    isr_tokens_read(text, 0, strlen(text), tokens);
    for (guint i = 0; i < tokens->len; i++) {
        const Token *token = &g_array_index(tokens, Token, i);
        guint8 own = i > 0 && label % 2 == 1 ? (guint8)(label + 1) : label;
        g_ptr_array_add(
            words, (gpointer)corpus_word(text + token->start, (gssize)(token->end - token->start)));
        g_byte_array_append(labels, &own, 1);
    }
}

gboolean corpus_read(GPtrArray *corpus, const char *folder, const char *name, GError **error)
{
    g_auto(GStrv) lines = source_lines(folder, name, error);
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    g_autoptr(GByteArray) labels = g_byte_array_new();

    for (char **line = lines; line != NULL && *line != NULL; line++) {
        char *tab = strrchr(*line, '\t');
        if (tab == NULL || g_str_has_prefix(*line, "# ")) {
            corpus_add(corpus, words, labels);
            continue;
        }
        *tab = '\0';
        add_token(words, labels, *line, label_of(tab + 1));
    }
    corpus_add(corpus, words, labels);
    return lines != NULL;
}
