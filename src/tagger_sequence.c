/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In a row a cell is read behind what it is the value of: in tables of three columns and more the
 * head of its column, else the cell before it. */
#include "tagger_sequence.h"

#include <string.h>

#define ROOM (TRAIT_MARGIN + CONTEXT_MOST + 1 + SEQUENCE_MOST + TRAIT_MARGIN)

struct Sequences {
    const Model *model;
    const IsrReading *reading;
    GArray *tokens;  /* of Token: the whole reading's */
    GArray *context; /* of Token: the label of this cell */
    guint next;
    guint column;
    gsize cell; /* where the cell that holds the next token begins */
    Trait traits[ROOM];
    guint16 lines[ROOM];
};

Sequences *isr_sequences_new(const Model *model, const IsrReading *reading)
{
    Sequences *sequences = g_malloc(sizeof *sequences);

    sequences->model = model;
    sequences->reading = reading;
    sequences->tokens = g_array_new(FALSE, FALSE, sizeof(Token));
    sequences->context = g_array_new(FALSE, FALSE, sizeof(Token));
    sequences->next = 0;
    sequences->column = 0;
    sequences->cell = 0;
    isr_tokens_read(reading->text->str, 0, reading->text->len, sequences->tokens);
    return sequences;
}

void isr_sequences_free(Sequences *sequences)
{
    if (sequences == NULL)
        return;
    g_array_unref(sequences->tokens);
    g_array_unref(sequences->context);
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

/* Reads the traits of the cell's label and a colon into @traits; returns how many. */
static guint read_context(Sequences *sequences, Trait *traits)
{
    gsize length = 0;
    const char *label = label_of(sequences, &length);
    guint n = 0;

    g_array_set_size(sequences->context, 0);
    if (label == NULL || length == 0 || length > 80)
        return 0;
    isr_tokens_read(label, 0, length, sequences->context);
    if (sequences->context->len > CONTEXT_MOST)
        return 0;
    for (; n < sequences->context->len; n++) {
        const Token *token = &g_array_index(sequences->context, Token, n);
        isr_trait_read(sequences->model, label + token->start, token->end - token->start,
                       &traits[n]);
    }
    if (n > 0 && label[length - 1] != ':')
        isr_trait_read(sequences->model, ":", 1, &traits[n++]);
    return n;
}

gboolean isr_sequences_next(Sequences *sequences, Sequence *sequence)
{
    const char *text = sequences->reading->text->str;
    Trait *traits = sequences->traits + TRAIT_MARGIN;
    guint from = sequences->next, context = 0;

    if (from >= sequences->tokens->len)
        return FALSE;
    guint end = sequence_end(sequences->tokens, from), n = end - from;
    const Token *tokens = &g_array_index(sequences->tokens, Token, from);
    if (sequences->reading->block->kind == ISR_BLOCK_ROW && enter_cell(sequences, tokens[0].start))
        context = read_context(sequences, traits);
    for (guint i = 0; i < n; i++)
        isr_trait_read(sequences->model, text + tokens[i].start, tokens[i].end - tokens[i].start,
                       &traits[context + i]);
    memset(sequences->traits, 0, sizeof(Trait) * TRAIT_MARGIN);
    memset(traits + context + n, 0, sizeof(Trait) * TRAIT_MARGIN);
    isr_traits_join(sequences->model, traits, context + n, context);
    isr_features_lines(traits, context + n, sequences->lines);
    *sequence = (Sequence){tokens, traits + context, sequences->lines + context, n};
    sequences->next = end;
    return TRUE;
}
