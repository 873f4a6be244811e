/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each block is cut as the tagger cuts it in use (src/tagger_sequence.c), a table's cells behind
 * what they are the value of. */
#include "records.h"

#include <isredact/reading.h>

#include "shelf.h"
#include "tagger_sequence.h"

#include <string.h>

/* One block that is being read. */
typedef struct {
    GPtrArray *corpus;
    const IsrGoldBlock *gold;
    const IsrReading *reading;
    char **columns; /* heads of the table's columns; NULL outside tables */
    guint column;
    gsize cell; /* where the cell begins */
    GPtrArray *words;
    GByteArray *labels;
    guint8 last;
} Reader;

/* The label of the first token of a finding of @category; LABEL_O for what the tagger does not
 * know. */
static guint8 label_of(const char *category)
{
    static const struct {
        const char *category;
        guint8 label;
    } labels[] = {{"name", LABEL_B_PER},
                  {"initials", LABEL_B_PER},
                  {"place", LABEL_B_LOC},
                  {"address", LABEL_B_LOC},
                  {"organisation", LABEL_B_ORG}};

    for (guint i = 0; i < G_N_ELEMENTS(labels); i++)
        if (g_str_equal(category, labels[i].category))
            return labels[i].label;
    return LABEL_O;
}

/* The label of a token that stands for @range of the block: what a mark parts, or a sentence's
 * end, goes on as a name of its own. */
static guint8 label_at(const Reader *reader, IsrRange range)
{
    for (guint i = 0; i < reader->gold->spans->len; i++) {
        const IsrGoldSpan *span = reader->gold->spans->pdata[i];
        guint8 label = span->whose == NULL ? label_of(span->category) : LABEL_O;
        if (label == LABEL_O || range.start < span->range.start || range.end > span->range.end)
            continue;
        gboolean goes_on =
            range.start > span->range.start && (reader->last == label || reader->last == label + 1);
        return goes_on ? (guint8)(label + 1) : label;
    }
    return LABEL_O;
}

static void put(Reader *reader, const char *text, const Token *token, guint8 label)
{
    g_ptr_array_add(reader->words, (gpointer)corpus_word(text + token->start,
                                                         (gssize)(token->end - token->start)));
    g_byte_array_append(reader->labels, &label, 1);
    reader->last = label;
}

/* Goes to the cell that holds byte @at; TRUE if it was another one. */
static gboolean enter_cell(Reader *reader, gsize at)
{
    const char *text = reader->reading->text->str, *mark;
    gboolean entered = FALSE;

    while ((mark = memchr(text + reader->cell, ISR_CELL_BREAK, at - reader->cell)) != NULL) {
        reader->cell = (gsize)(mark - text) + 1;
        reader->column++;
        entered = TRUE;
    }
    return entered;
}

/* What the cell is the value of; free with g_free(); NULL if nothing says so. */
static char *cell_label(const Reader *reader)
{
    guint columns = reader->columns != NULL ? g_strv_length(reader->columns) : 0;

    if (columns > 2)
        return reader->column < columns ? g_strdup(reader->columns[reader->column]) : NULL;
    if (reader->column == 0)
        return NULL;
    g_auto(GStrv) cells = g_strsplit(reader->reading->text->str, "\x1f", -1);
    return g_strdup(cells[reader->column - 1]);
}

/* Puts the cell's label and a colon; returns how many words that is. */
static guint put_context(Reader *reader)
{
    static const Token colon = {0, 1, 0};
    g_autofree char *label = cell_label(reader);
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(Token));

    if (label == NULL || *label == '\0' || strlen(label) > 80)
        return 0;
    isr_tokens_read(label, 0, strlen(label), tokens);
    if (tokens->len > CONTEXT_MOST)
        return 0;
    for (guint i = 0; i < tokens->len; i++)
        put(reader, label, &g_array_index(tokens, Token, i), LABEL_O);
    if (tokens->len > 0 && !g_str_has_suffix(label, ":"))
        put(reader, ":", &colon, LABEL_O);
    return reader->words->len;
}

static void read_tokens(Reader *reader)
{
    const IsrReading *reading = reader->reading;
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(Token));
    gboolean row = reader->gold->kind == ISR_GOLD_ROW;
    guint context = 0;

    isr_tokens_read(reading->text->str, 0, reading->text->len, tokens);
    for (guint i = 0; i < tokens->len; i++) {
        const Token *token = &g_array_index(tokens, Token, i);
        if (i == 0 || (token->flags & TOKEN_BREAK)) {
            corpus_add_behind(reader->corpus, reader->words, reader->labels, context);
            reader->last = LABEL_O;
            gboolean entered = enter_cell(reader, token->start) || i == 0;
            context = row && entered ? put_context(reader) : 0;
        }
        guint8 label = label_at(reader, isr_reading_origin(reading, token->start, token->end));
        put(reader, reading->text->str, token, label);
    }
    corpus_add_behind(reader->corpus, reader->words, reader->labels, context);
}

static void read_block(GPtrArray *corpus, const IsrGoldBlock *gold, char **columns)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "gold");
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    g_autoptr(GByteArray) labels = g_byte_array_new();

    isr_block_append(block, gold->text->str, (gssize)gold->text->len, 0, 0);
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
    Reader reader = {.corpus = corpus,
                     .gold = gold,
                     .reading = reading,
                     .columns = columns,
                     .words = words,
                     .labels = labels};
    read_tokens(&reader);
}

static void read_document(GPtrArray *corpus, const IsrGold *gold)
{
    g_auto(GStrv) columns = NULL;

    for (guint i = 0; i < gold->blocks->len; i++) {
        const IsrGoldBlock *block = gold->blocks->pdata[i];
        gboolean begins = isr_gold_begins_table(gold, i);
        if (begins)
            g_clear_pointer(&columns, g_strfreev);
        read_block(corpus, block, columns);
        if (begins && block->kind == ISR_GOLD_ROW)
            columns = g_strsplit(block->text->str, "\x1f", -1);
    }
}

gboolean records_read(GPtrArray *corpus, const char *folder, GError **error)
{
    g_autoptr(GPtrArray) golds = g_ptr_array_new_with_free_func((GDestroyNotify)isr_gold_free);

    if (!isr_shelf_load(golds, folder, error))
        return FALSE;
    for (guint i = 0; i < golds->len; i++)
        read_document(corpus, golds->pdata[i]);
    return TRUE;
}
