/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows put together to tables. A table may stand within the row of another, so several are open at
 * a time; which one a row belongs to is told by the headings that the format gives it. */
#include "counts.h"

#include "countwords.h"
#include "fingerprint.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <string.h>

/* Tables within tables. */
#define OPEN 4
#define CAPTION_BYTES 240

typedef struct {
    IsrCountTable *table; /* NULL: it counts nobody, its rows pass by */
    guint64 heads;        /* fingerprint of its columns' headings; 0: not known yet */
} OpenTable;

struct IsrCounts {
    guint least;
    GArray *open; /* of OpenTable, the latest last */
    guint caption;
    guint commas, next; /* of the lines of the last block; the block that would go on with them */
    guint tables;
    GArray *places; /* of IsrCountPlace */
};

static void open_clear(gpointer data)
{
    isr_counttable_free(((OpenTable *)data)->table);
}

IsrCounts *isr_counts_new(guint least)
{
    IsrCounts *counts = g_new0(IsrCounts, 1);

    counts->least = least;
    counts->open = g_array_new(FALSE, FALSE, sizeof(OpenTable));
    g_array_set_clear_func(counts->open, open_clear);
    counts->places = g_array_new(FALSE, FALSE, sizeof(IsrCountPlace));
    return counts;
}

void isr_counts_free(IsrCounts *counts)
{
    if (!counts)
        return;
    g_array_unref(counts->open);
    g_array_unref(counts->places);
    g_free(counts);
}

static void close_table(IsrCounts *counts, guint nth)
{
    const OpenTable *open = &g_array_index(counts->open, OpenTable, nth);

    if (open->table && isr_counttable_settle(open->table, counts->least, counts->places))
        counts->tables++;
    g_array_remove_index(counts->open, nth);
}

static OpenTable *open_table(IsrCounts *counts)
{
    const OpenTable open = {isr_counttable_new(counts->caption), 0};

    if (counts->open->len == OPEN)
        close_table(counts, 0);
    g_array_append_val(counts->open, open);
    return &g_array_index(counts->open, OpenTable, counts->open->len - 1);
}

static guint64 fingerprint_of(const GPtrArray *columns)
{
    guint64 print = ISR_FINGERPRINT_START;

    for (guint i = 0; i < columns->len; i++)
        for (const char *at = columns->pdata[i]; at; at = *at ? at + 1 : NULL)
            print = isr_fingerprint_on(print, (guint8)*at);
    return MAX(isr_fingerprint_end(print), 1);
}

/* What of @range is no space; within quotation marks if it has them. */
static IsrRange trimmed(const char *text, IsrRange range)
{
    while (range.start < range.end && g_ascii_isspace(text[range.start]))
        range.start++;
    while (range.end > range.start && g_ascii_isspace(text[range.end - 1]))
        range.end--;
    if (range.end - range.start > 1 && text[range.start] == '"' && text[range.end - 1] == '"')
        return (IsrRange){range.start + 1, range.end - 1};
    return range;
}

/* Appends the cell in @range of a row; @seen is what the copy's reader would see of it. */
static void add_cell(IsrCountTable *table, IsrRange range, const char *seen, gsize length)
{
    const IsrTableCell cell = {range, isr_countcell_read(seen, length),
                               isr_countwords_of(seen, length)};

    g_array_append_val(table->cells, cell);
}

static void end_row(IsrCountTable *table, guint block, guint first)
{
    const IsrTableRow row = {block, first, table->cells->len - first};

    g_array_append_val(table->rows, row);
}

/* The text in @range without what tracked changes took out. */
static char *seen_in(const IsrBlock *block, IsrRange range)
{
    g_autoptr(GString) seen = g_string_new(NULL);

    for (guint i = isr_block_run_at(block, range.start); i < block->runs->len; i++) {
        const IsrRun *run = &g_array_index(block->runs, IsrRun, i);
        const gsize from = MAX(range.start, run->range.start);
        const gsize to = MIN(range.end, run->range.end);

        if (run->range.start >= range.end)
            break;
        if (from < to && !(run->flags & ISR_RUN_DELETED))
            g_string_append_len(seen, block->text->str + from, (gssize)(to - from));
    }
    return g_string_free(g_steal_pointer(&seen), FALSE);
}

/* The headings of a table whose first row is out of sight. */
static void add_heads(IsrCountTable *table, const GPtrArray *columns)
{
    for (guint i = 0; i < columns->len; i++)
        add_cell(table, (IsrRange){0, 0}, columns->pdata[i], strlen(columns->pdata[i]));
    end_row(table, 0, 0);
}

static OpenTable *table_of(IsrCounts *counts, const IsrBlock *block)
{
    const guint64 heads = block->columns ? fingerprint_of(block->columns) : 0;

    for (guint i = counts->open->len; block->columns && i-- > 0;) {
        OpenTable *open = &g_array_index(counts->open, OpenTable, i);

        if (open->heads == 0)
            open->heads = heads;
        if (open->heads == heads)
            return open;
    }
    OpenTable *open = open_table(counts);

    open->heads = heads;
    if (block->columns)
        add_heads(open->table, block->columns);
    return open;
}

/* A list of people says so in its first row. */
static gboolean lists_people(const IsrCountTable *table)
{
    const IsrTableRow *row = &g_array_index(table->rows, IsrTableRow, 0);

    for (guint i = 0; i < row->n; i++)
        if (g_array_index(table->cells, IsrTableCell, row->first + i).words & ISR_COUNTWORDS_PERSON)
            return TRUE;
    return FALSE;
}

/* After a row was added: gives up what counts nobody, refuses what cannot be held. */
static gboolean is_bearable(IsrCounts *counts, OpenTable *open, GError **error)
{
    gboolean counted;

    if (lists_people(open->table)) {
        g_clear_pointer(&open->table, isr_counttable_free);
        return TRUE;
    }
    if (open->table->cells->len <= ISR_LIMIT_TABLE_CELLS)
        return TRUE;
    const guint before = counts->places->len;

    counted = isr_counttable_settle(open->table, counts->least, counts->places);
    g_array_set_size(counts->places, before);
    g_clear_pointer(&open->table, isr_counttable_free);
    if (!counted)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_LIMIT,
                "holds a table of counts with more than %d cells; split it into parts",
                ISR_LIMIT_TABLE_CELLS);
    return FALSE;
}

/* Where the number begins that stands behind a gap at the end of @range: a page's cells can stand
 * so close that a label and its number are read as one. @range.start if there is none. */
static gsize number_behind_gap(const char *text, IsrRange range)
{
    for (gsize i = range.end; i > range.start + 2; i--)
        if (text[i - 1] == ' ' && text[i - 2] == ' ')
            return isr_countcell_read(text + i, range.end - i).kind >= ISR_COUNTCELL_WHOLE
                       ? i
                       : range.start;
    return range.start;
}

static void add_row_cell(IsrCountTable *table, const IsrBlock *block, IsrRange range)
{
    const gsize number = number_behind_gap(block->text->str, range);

    if (number > range.start) {
        add_row_cell(table, block, trimmed(block->text->str, (IsrRange){range.start, number}));
        range.start = number;
    }
    g_autofree char *seen = seen_in(block, range);

    add_cell(table, range, seen, strlen(seen));
}

static gboolean learn_row(IsrCounts *counts, const IsrBlock *block, GError **error)
{
    OpenTable *open = table_of(counts, block);
    const char *text = block->text->str;

    if (!open->table)
        return TRUE;
    const guint first = open->table->cells->len;

    for (gsize start = 0, end; start <= block->text->len; start = end + 1) {
        for (end = start; end < block->text->len && text[end] != ISR_CELL_BREAK;)
            end++;
        add_row_cell(open->table, block, trimmed(text, (IsrRange){start, end}));
    }
    end_row(open->table, block->index, first);
    return is_bearable(counts, open, error);
}

/* Where the line that begins at @start ends. */
static gsize line_end(const GString *text, gsize start)
{
    const char *end = memchr(text->str + start, '\n', text->len - start);

    return end ? (gsize)(end - text->str) : text->len;
}

/* Where the cell that begins at @start of a line of commas ends. */
static gsize comma_cell_end(const char *text, gsize start, gsize end)
{
    gboolean quoted = FALSE;

    for (gsize i = start; i < end; i++) {
        if (text[i] == '"')
            quoted = !quoted;
        else if (text[i] == ',' && !quoted)
            return i;
    }
    return end;
}

static guint count_commas(const char *text, gsize start, gsize end)
{
    guint commas = 0;

    for (gsize at = comma_cell_end(text, start, end); at < end;
         at = comma_cell_end(text, at + 1, end))
        commas++;
    return commas;
}

static gboolean learn_line(IsrCounts *counts, OpenTable *open, const IsrBlock *block, IsrRange line,
                           GError **error)
{
    const char *text = block->text->str;

    if (!open->table)
        return TRUE;
    const guint first = open->table->cells->len;

    for (gsize start = line.start, end; start <= line.end; start = end + 1) {
        end = comma_cell_end(text, start, line.end);
        const IsrRange range = trimmed(text, (IsrRange){start, end});

        add_cell(open->table, range, text + range.start, range.end - range.start);
    }
    end_row(open->table, block->index, first);
    return is_bearable(counts, open, error);
}

/* Lines side by side with as many commas each are rows; a line above them is their caption. A
 * format may cut a long run of lines into several blocks. */
static gboolean learn_lines(IsrCounts *counts, const IsrBlock *block, GError **error)
{
    const GString *text = block->text;
    guint commas = block->index == counts->next && counts->open->len > 0 ? counts->commas : 0;

    for (gsize start = 0, end; start < text->len; start = end + 1) {
        end = line_end(text, start);
        const guint now = count_commas(text->str, start, end);

        if (now != commas) {
            if (now > 0)
                open_table(counts);
            else
                counts->caption =
                    isr_countwords_of(text->str + start, MIN(end - start, CAPTION_BYTES));
        }
        commas = now;
        if (now > 0 &&
            !learn_line(counts, &g_array_index(counts->open, OpenTable, counts->open->len - 1),
                        block, (IsrRange){start, end}, error))
            return FALSE;
    }
    counts->commas = commas;
    counts->next = block->index + 1;
    return TRUE;
}

static gboolean is_text(const IsrBlock *block)
{
    return block->kind == ISR_BLOCK_BODY || block->kind == ISR_BLOCK_HEADING;
}

gboolean isr_counts_learn(IsrCounts *counts, const IsrBlock *block, GError **error)
{
    if (counts->least < 2)
        return TRUE;
    if (block->kind == ISR_BLOCK_ROW)
        return learn_row(counts, block, error);
    if (!is_text(block))
        return TRUE;
    if (block->kind == ISR_BLOCK_BODY && memchr(block->text->str, ',', block->text->len) &&
        memchr(block->text->str, '\n', block->text->len))
        return learn_lines(counts, block, error);
    counts->caption = isr_countwords_of(block->text->str, MIN(block->text->len, CAPTION_BYTES));
    return TRUE;
}

static gint by_place(gconstpointer a, gconstpointer b)
{
    const IsrCountPlace *x = a, *y = b;

    if (x->block != y->block)
        return x->block < y->block ? -1 : 1;
    return x->range.start < y->range.start ? -1 : x->range.start > y->range.start;
}

void isr_counts_settle(IsrCounts *counts)
{
    while (counts->open->len > 0)
        close_table(counts, 0);
    g_array_sort(counts->places, by_place);
}

guint isr_counts_tables(const IsrCounts *counts)
{
    return counts->tables;
}

guint isr_counts_cells(const IsrCounts *counts)
{
    return counts->places->len;
}

const IsrCountPlace *isr_counts_in(const IsrCounts *counts, guint block, guint *n)
{
    const IsrCountPlace *places = (const IsrCountPlace *)(gpointer)counts->places->data;
    guint low = 0, high = counts->places->len;

    while (low < high) {
        const guint middle = low + (high - low) / 2;

        if (places[middle].block < block)
            low = middle + 1;
        else
            high = middle;
    }
    for (*n = 0; low + *n < counts->places->len && places[low + *n].block == block;)
        (*n)++;
    return *n > 0 ? places + low : NULL;
}
