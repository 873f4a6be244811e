/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In a row a cell is read behind what it is the value of: in tables of three columns and more the
 * head of its column, else the cell before it. */
#include "tagger_sequence.h"

#include "fingerprint.h"

#include <string.h>

#define ROOM (TRAIT_MARGIN + CONTEXT_MOST + 1 + SEQUENCE_MOST + TRAIT_MARGIN)

struct Sequences {
    const Model *model;
    TaggerWords *known;
    const IsrReading *reading;
    GArray *tokens;    /* of Token: the whole reading's, kept with it */
    GArray *context;   /* of Token: the label of this cell */
    const char *label; /* in which they stand */
    gboolean colon;    /* one is read behind them */
    GString *words;    /* what the sequence's fingerprint is taken of */
    guint next;
    guint column;
    gsize cell; /* where the cell that holds the next token begins */
    Trait traits[ROOM];
    guint16 lines[ROOM];
};

/* The tokens of @reading, cut once. Borrowed. */
static GArray *tokens_of(const IsrReading *reading)
{
    if (reading->memo->tokens == NULL) {
        reading->memo->tokens = g_array_new(FALSE, FALSE, sizeof(Token));
        isr_tokens_read(reading->text->str, 0, reading->text->len, reading->memo->tokens);
    }
    return reading->memo->tokens;
}

Sequences *isr_sequences_new(const Model *model, TaggerWords *known, const IsrReading *reading)
{
    Sequences *sequences = g_malloc(sizeof *sequences);

    sequences->model = model;
    sequences->known = known;
    sequences->reading = reading;
    sequences->tokens = tokens_of(reading);
    sequences->context = g_array_new(FALSE, FALSE, sizeof(Token));
    sequences->label = NULL;
    sequences->colon = FALSE;
    sequences->words = g_string_new(NULL);
    sequences->next = 0;
    sequences->column = 0;
    sequences->cell = 0;
    return sequences;
}

void isr_sequences_free(Sequences *sequences)
{
    if (sequences == NULL)
        return;
    g_array_unref(sequences->context);
    g_string_free(sequences->words, TRUE);
    g_free(sequences);
}

/* Tokens @from (inclusive) to the next break. */
static guint sequence_end(const GArray *tokens, guint from)
{
    guint end = from + 1;

    while (end < tokens->len && end - from < SEQUENCE_MOST &&
           !(g_array_index(tokens, Token, end).flags & TOKEN_BREAK))
        end++;
    return end;
}

/* Counts the cell breaks before byte @at. TRUE if @at is the first token of a cell. */
static gboolean enter_cell(Sequences *sequences, gsize at)
{
    const char *text = sequences->reading->text->str;
    gboolean entered = sequences->next == 0;

    for (const char *mark;
         (mark = memchr(text + sequences->cell, ISR_CELL_BREAK, at - sequences->cell)) != NULL;) {
        sequences->cell = (gsize)(mark - text) + 1;
        sequences->column++;
        entered = TRUE;
    }
    return entered;
}

static gboolean is_first_row(const Sequences *sequences)
{
    const char *text = sequences->reading->text->str;
    const char *head = sequences->reading->block->columns->pdata[0];
    gsize length = strcspn(text, "\x1f\n");

    return strlen(head) == length && strncmp(head, text, length) == 0;
}

/* The text that the cell is the value of, and its length; NULL if there is none. */
static const char *label_of(const Sequences *sequences, gsize *length)
{
    const GPtrArray *columns = sequences->reading->block->columns;
    const char *text = sequences->reading->text->str;

    if (columns != NULL && columns->len > 2) {
        if (sequences->column >= columns->len || is_first_row(sequences))
            return NULL;
        *length = strlen(columns->pdata[sequences->column]);
        return columns->pdata[sequences->column];
    }
    if (sequences->column == 0)
        return NULL;
    gsize end = sequences->cell - 1, start = end;
    while (start > 0 && text[start - 1] != ISR_CELL_BREAK)
        start--;
    *length = end - start;
    return text + start;
}

/* Cuts the cell's label, behind which a colon is read. */
static void cut_context(Sequences *sequences)
{
    gsize length = 0;

    sequences->label = label_of(sequences, &length);
    if (sequences->label == NULL || length == 0 || length > 80)
        return;
    isr_tokens_read(sequences->label, 0, length, sequences->context);
    if (sequences->context->len > CONTEXT_MOST)
        g_array_set_size(sequences->context, 0);
    sequences->colon = sequences->context->len > 0 && sequences->label[length - 1] != ':';
}

static void add_word(GString *words, const char *text, const Token *token)
{
    g_string_append_len(words, text + token->start, (gssize)(token->end - token->start));
    g_string_append_c(words, '\0');
}

/* Neither '\0' nor '\n' stands in a token. */
static guint64 print_of(Sequences *sequences, const Sequence *sequence)
{
    GString *words = sequences->words;

    g_string_truncate(words, 0);
    for (guint i = 0; i < sequences->context->len; i++)
        add_word(words, sequences->label, &g_array_index(sequences->context, Token, i));
    g_string_append(words, sequences->colon ? ":\n" : "\n");
    for (guint i = 0; i < sequence->n; i++)
        add_word(words, sequences->reading->text->str, &sequence->tokens[i]);
    return isr_fingerprint(words->str, words->len);
}

gboolean isr_sequences_next(Sequences *sequences, Sequence *sequence)
{
    guint from = sequences->next;

    if (from >= sequences->tokens->len)
        return FALSE;
    const Token *tokens = &g_array_index(sequences->tokens, Token, from);

    *sequence = (Sequence){.tokens = tokens, .n = sequence_end(sequences->tokens, from) - from};
    g_array_set_size(sequences->context, 0);
    sequences->colon = FALSE;
    if (sequences->reading->block->kind == ISR_BLOCK_ROW && enter_cell(sequences, tokens[0].start))
        cut_context(sequences);
    sequence->print = print_of(sequences, sequence);
    sequences->next = from + sequence->n;
    return TRUE;
}

static Trait *read_tokens(TaggerWords *known, const char *text, const Token *tokens, guint n,
                          Trait *traits)
{
    for (guint i = 0; i < n; i++)
        isr_tagger_words_read(known, text + tokens[i].start, tokens[i].end - tokens[i].start,
                              traits++);
    return traits;
}

void isr_sequences_read(Sequences *sequences, Sequence *sequence)
{
    TaggerWords *known = sequences->known;
    const Token *before = (const Token *)(const void *)sequences->context->data;
    Trait *first = sequences->traits + TRAIT_MARGIN, *end;
    guint context;

    end = read_tokens(known, sequences->label, before, sequences->context->len, first);
    if (sequences->colon)
        isr_tagger_words_read(known, ":", 1, end++);
    context = (guint)(end - first);
    end = read_tokens(known, sequences->reading->text->str, sequence->tokens, sequence->n, end);
    memset(sequences->traits, 0, sizeof(Trait) * TRAIT_MARGIN);
    memset(end, 0, sizeof(Trait) * TRAIT_MARGIN);
    isr_traits_join(sequences->model, first, context + sequence->n, context);
    isr_features_lines(first, context + sequence->n, sequences->lines);
    sequence->traits = first + context;
    sequence->lines = sequences->lines + context;
}
