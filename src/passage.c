/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cuts a block into sentences and these into words, and tells ordinary words from telling ones. */
#include "passage.h"

#include "fingerprint.h"
#include "sentences.h"
#include "tokens.h"
#include "vocabulary.h"
#include "wordkind.h"
#include "words.h"

#include <string.h>

/* The first byte of a pound sign, which no plain word begins with. */
#define POUND '\xc2'

/* "with" and "that" are slight, "house" and "shouted" are not. */
#define SLIGHT_LETTERS 4

#define NAMES (WORD_FORENAME | WORD_SURNAME | WORD_PLACE | WORD_ORDINARY)

typedef struct {
    const IsrPatterns *patterns;
    const IsrReading *reading;
    const IsrTokens *tokens;
    IsrPassages *passages;
} Cutter;

/* WordFlags of the word at @range of the reading, remembered for all who ask. */
static guint kind_of(const IsrPatterns *patterns, const char *text, gsize length)
{
    Vocable *vocable = isr_vocabulary_find(patterns->vocabulary, text, length);

    if (!(vocable->flags & WORD_KNOWN)) {
        vocable->flags = isr_word_kind(patterns->lists, text, length);
        vocable->lists = isr_lists_find(patterns->lists, text, (gssize)length, NULL);
    }
    return vocable->flags;
}

/* "mum's" is as English as "mum". */
static guint kind_of_token(const Cutter *cutter, const IsrToken *token)
{
    const char *text = cutter->reading->text->str + token->start;
    const gsize length = token->end - token->start;
    const char *mark = memchr(text, '\'', length);
    guint kind = kind_of(cutter->patterns, text, length);

    if (!mark || mark == text || (kind & (WORD_ENGLISH | WORD_BARRED)))
        return kind;
    return kind_of(cutter->patterns, text, (gsize)(mark - text));
}

/* A letter or digit alone numbers a list or stands for too little. */
static gboolean is_telling(const Cutter *cutter, guint n)
{
    const IsrToken *token = isr_tokens_nth(cutter->tokens, n);

    if (token->length < 2 || *isr_tokens_word(cutter->tokens, n) == POUND)
        return FALSE;
    if (token->flags & ISR_TOKEN_DIGITS)
        return TRUE;
    guint kind = kind_of_token(cutter, token);

    if (kind & (WORD_BARRED | WORD_TITLE))
        return FALSE;
    return !(kind & WORD_ENGLISH) || ((token->flags & ISR_TOKEN_CAPITAL) && (kind & NAMES));
}

/* TRUE if token @n goes on the number before it: "14/03/2012" is one word, and "07700 900 123". */
static gboolean goes_on(const Cutter *cutter, guint n)
{
    const IsrToken *token = isr_tokens_nth(cutter->tokens, n), *last = token - 1;

    return n > 0 && token->flags & last->flags & ISR_TOKEN_DIGITS &&
           token->start == last->end + 1 &&
           strchr("/.-: ", cutter->reading->text->str[last->end]) != NULL;
}

static guint64 print_on(guint64 so_far, const IsrTokens *tokens, guint n)
{
    const char *word = isr_tokens_word(tokens, n);

    for (guint i = 0; i < isr_tokens_nth(tokens, n)->length; i++)
        so_far = isr_fingerprint_on(so_far, (guint8)word[i]);
    return so_far;
}

/* Adds the word that begins with token *@n, which becomes the first behind it. */
static void add_word(Cutter *cutter, guint *n, gboolean lead)
{
    const IsrTokens *tokens = cutter->tokens;
    IsrPassageWord word = {.telling = is_telling(cutter, *n), .lead = lead};
    gsize start = isr_tokens_nth(tokens, *n)->start;

    word.slight = isr_tokens_nth(tokens, *n)->length <= SLIGHT_LETTERS;
    guint64 print = print_on(ISR_FINGERPRINT_START, tokens, *n);

    for ((*n)++; *n < tokens->tokens->len && goes_on(cutter, *n); (*n)++)
        print = print_on(print, tokens, *n), word.telling = TRUE;
    word.print = isr_fingerprint_end(print);
    word.range = isr_reading_origin(cutter->reading, start, isr_tokens_nth(tokens, *n - 1)->end);
    g_array_append_val(cutter->passages->words, word);
}

/* What stands before a sentence is its lead; what stands behind the last belongs to it. */
static void cut(Cutter *cutter, const GArray *sentences)
{
    const guint n_tokens = cutter->tokens->tokens->len;

    for (guint i = 0, n = 0; i < sentences->len; i++) {
        const IsrRange range = g_array_index(sentences, IsrSentence, i).range;
        const gsize end = i + 1 < sentences->len ? range.end : cutter->reading->text->len;
        IsrPassage passage = {.first = cutter->passages->words->len};

        passage.range = isr_reading_origin(cutter->reading, range.start, range.end);
        while (n < n_tokens && isr_tokens_nth(cutter->tokens, n)->start < end)
            add_word(cutter, &n, isr_tokens_nth(cutter->tokens, n)->start < range.start);
        passage.n_words = cutter->passages->words->len - passage.first;
        g_array_append_val(cutter->passages->passages, passage);
    }
}

IsrPassages *isr_passages_new(const IsrBlock *block, const IsrPatterns *patterns)
{
    IsrPassages *passages = g_new0(IsrPassages, 1);
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
    g_autoptr(IsrTokens) tokens = isr_tokens_new(reading->text->str, reading->text->len);
    g_autoptr(GArray) sentences = g_array_new(FALSE, FALSE, sizeof(IsrSentence));
    Cutter cutter = {patterns, reading, tokens, passages};

    passages->words = g_array_new(FALSE, FALSE, sizeof(IsrPassageWord));
    passages->passages = g_array_new(FALSE, FALSE, sizeof(IsrPassage));
    isr_sentences_find(reading->text, patterns->lists, sentences);
    cut(&cutter, sentences);
    return passages;
}

void isr_passages_free(IsrPassages *passages)
{
    if (!passages)
        return;
    g_array_unref(passages->words);
    g_array_unref(passages->passages);
    g_free(passages);
}

const IsrPassageWord *isr_passage_word(const IsrPassages *passages, const IsrPassage *passage,
                                       guint n)
{
    return &g_array_index(passages->words, IsrPassageWord, passage->first + n);
}
