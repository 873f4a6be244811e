/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows and columns are known by their headings and labels first, then by what stands in them. */
#include "countlayout.h"

#include "countwords.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2100

static const IsrTableRow *row_at(const IsrCountTable *table, guint row)
{
    return &g_array_index(table->rows, IsrTableRow, row);
}

static const IsrTableCell *cell_of(const IsrCountTable *table, const IsrTableRow *row, guint nth)
{
    return nth < row->n ? &g_array_index(table->cells, IsrTableCell, row->first + nth) : NULL;
}

const IsrTableCell *isr_countlayout_at(const IsrCountLayout *layout, guint row, guint column)
{
    return cell_of(layout->table, row_at(layout->table, layout->first + row), column);
}

static gboolean is_number(const IsrTableCell *cell)
{
    return cell->reading.kind >= ISR_COUNTCELL_WHOLE;
}

static gboolean is_year(guint64 value)
{
    return value >= FIRST_YEAR && value <= LAST_YEAR;
}

/* TRUE if there are words, or years or a row of numbers one after the other, and nothing else. */
static gboolean is_heading(const IsrCountTable *table, const IsrTableRow *row)
{
    guint wholes = 0, years = 0, steps = 0, words = 0;
    guint64 last = 0;

    for (guint i = 0; i < row->n; i++) {
        const IsrCountCell *reading = &cell_of(table, row, i)->reading;

        words += reading->kind == ISR_COUNTCELL_WORDS;
        if (reading->kind == ISR_COUNTCELL_SHARE)
            return FALSE;
        if (reading->kind != ISR_COUNTCELL_WHOLE)
            continue;
        years += is_year(reading->value);
        steps += wholes > 0 && reading->value == last + 1;
        last = reading->value;
        wholes++;
    }
    return wholes == 0 ? words > 0 : years == wholes || (wholes > 2 && steps + 1 == wholes);
}

static gboolean has_numbers(const IsrCountTable *table, const IsrTableRow *row)
{
    for (guint i = 0; i < row->n; i++)
        if (is_number(cell_of(table, row, i)))
            return TRUE;
    return FALSE;
}

/* How many cells most rows of numbers have. */
static guint most_cells(const IsrCountTable *table, guint first)
{
    g_autoptr(GHashTable) times = g_hash_table_new(NULL, NULL);
    guint best = 0, most = 0;

    for (guint i = first; i < table->rows->len; i++) {
        const IsrTableRow *row = row_at(table, i);
        gpointer n = GUINT_TO_POINTER(row->n);

        if (!has_numbers(table, row))
            continue;
        const guint now = GPOINTER_TO_UINT(g_hash_table_lookup(times, n)) + 1;

        g_hash_table_insert(times, n, GUINT_TO_POINTER(now));
        if (now > most) {
            most = now;
            best = row->n;
        }
    }
    return best;
}

static void read_heads(IsrCountLayout *layout)
{
    for (guint i = 0; i < layout->first; i++) {
        const IsrTableRow *row = row_at(layout->table, i);

        for (guint c = 0; c < row->n; c++) {
            const guint words = cell_of(layout->table, row, c)->words;

            layout->heading |= words;
            if (row->n == layout->columns)
                layout->heads[c] |= words;
        }
    }
}

/* What stands in one column. */
typedef struct {
    guint filled, wholes, lost, shares, years, steps;
    gboolean percent; /* beside the numbers */
} Tally;

static Tally tally_of(const IsrCountLayout *layout, guint column)
{
    Tally tally = {0};

    for (guint r = 0; r < layout->rows; r++) {
        const IsrTableCell *cell = isr_countlayout_at(layout, r, column);

        if (!cell || row_at(layout->table, layout->first + r)->n != layout->columns)
            continue;
        const IsrCountCell *reading = &cell->reading;

        tally.filled += reading->kind != ISR_COUNTCELL_EMPTY;
        tally.lost += reading->kind == ISR_COUNTCELL_LOST;
        tally.shares += reading->kind == ISR_COUNTCELL_SHARE;
        tally.percent = tally.percent || (reading->kind == ISR_COUNTCELL_WHOLE && reading->percent);
        if (reading->kind != ISR_COUNTCELL_WHOLE)
            continue;
        tally.wholes++;
        tally.years += is_year(reading->value);
        tally.steps += reading->value == tally.wholes;
    }
    return tally;
}

#define PEOPLE (ISR_COUNTWORDS_PEOPLE | ISR_COUNTWORDS_NUMBER | ISR_COUNTWORDS_GROUP)

/* A measure of something, by its heading. A heading that names people or places may have such a
 * word in it ("Point Primary School"). */
static gboolean is_measure(guint words)
{
    const guint named = words & (ISR_COUNTWORDS_PEOPLE | ISR_COUNTWORDS_GROUP);

    return (words & ISR_COUNTWORDS_STATISTIC) || ((words & ISR_COUNTWORDS_MEASURE) && !named) ||
           ((words & ISR_COUNTWORDS_THING) && !(named & ISR_COUNTWORDS_PEOPLE));
}

static IsrLineKind kind_of_column(const IsrCountLayout *layout, guint column)
{
    const Tally tally = tally_of(layout, column);
    const guint head = layout->heads[column];
    const guint numbers = tally.wholes + tally.lost;

    if (tally.shares * 2 > tally.filled ||
        ((head & ISR_COUNTWORDS_SHARE) && !tally.percent && numbers + tally.shares > 0))
        return ISR_LINE_SHARES;
    if (tally.wholes == 0 || tally.years == tally.wholes || is_measure(head))
        return ISR_LINE_LABELS;
    if (column == 0 && ((head & ISR_COUNTWORDS_ORDER) || tally.steps == tally.wholes ||
                        !(head & (PEOPLE | ISR_COUNTWORDS_TOTAL))))
        return ISR_LINE_LABELS;
    return (numbers + tally.shares) * 5 >= tally.filled * 3 ? ISR_LINE_COUNTS : ISR_LINE_LABELS;
}

static IsrLineKind kind_of_row(const IsrCountLayout *layout, guint row)
{
    const guint words = layout->labels[row];
    guint shares = 0, wholes = 0;

    for (guint c = 0; c < layout->columns; c++) {
        const IsrTableCell *cell = isr_countlayout_at(layout, row, c);

        if (!cell || layout->column_kinds[c] != ISR_LINE_COUNTS)
            continue;
        shares += cell->reading.kind == ISR_COUNTCELL_SHARE;
        wholes += cell->reading.kind == ISR_COUNTCELL_WHOLE;
    }
    if (shares > wholes || (words & (ISR_COUNTWORDS_SHARE | ISR_COUNTWORDS_STATISTIC)))
        return ISR_LINE_SHARES;
    return wholes > 0 ? ISR_LINE_COUNTS : ISR_LINE_LABELS;
}

static void read_labels(IsrCountLayout *layout, guint row)
{
    for (guint c = 0; c < layout->columns; c++) {
        const IsrTableCell *cell = isr_countlayout_at(layout, row, c);

        if (cell && layout->column_kinds[c] == ISR_LINE_LABELS)
            layout->labels[row] |= cell->words;
    }
}

static void read_rows(IsrCountLayout *layout)
{
    for (guint r = 0; r < layout->rows; r++) {
        const IsrTableRow *row = row_at(layout->table, layout->first + r);

        read_labels(layout, r);
        layout->row_kinds[r] = (guint8)kind_of_row(layout, r);
        layout->ragged =
            layout->ragged || (row->n != layout->columns && has_numbers(layout->table, row));
        for (guint c = 0; c < row->n; c++)
            layout->percent = layout->percent || cell_of(layout->table, row, c)->reading.percent;
    }
}

IsrCountLayout *isr_countlayout_new(const IsrCountTable *table)
{
    guint first = 0, columns;
    IsrCountLayout *layout;

    while (first < table->rows->len && is_heading(table, row_at(table, first)))
        first++;
    columns = first > 0 ? most_cells(table, first) : 0;
    if (columns < 2)
        return NULL;
    layout = g_new0(IsrCountLayout, 1);
    layout->table = table;
    layout->columns = columns;
    layout->first = first;
    layout->rows = table->rows->len - first;
    layout->column_kinds = g_new0(guint8, columns);
    layout->row_kinds = g_new0(guint8, layout->rows);
    layout->heads = g_new0(guint, columns);
    layout->labels = g_new0(guint, layout->rows);
    read_heads(layout);
    for (guint c = 0; c < columns; c++) {
        layout->column_kinds[c] = (guint8)kind_of_column(layout, c);
        layout->percent = layout->percent || (layout->heads[c] & ISR_COUNTWORDS_SHARE);
    }
    read_rows(layout);
    return layout;
}

void isr_countlayout_free(IsrCountLayout *layout)
{
    if (!layout)
        return;
    g_free(layout->column_kinds);
    g_free(layout->row_kinds);
    g_free(layout->heads);
    g_free(layout->labels);
    g_free(layout);
}

gboolean isr_countlayout_counts(const IsrCountLayout *layout, guint row, guint column)
{
    const IsrTableCell *cell = isr_countlayout_at(layout, row, column);

    return cell && layout->column_kinds[column] == ISR_LINE_COUNTS &&
           layout->row_kinds[row] == ISR_LINE_COUNTS &&
           (cell->reading.kind == ISR_COUNTCELL_WHOLE || cell->reading.kind == ISR_COUNTCELL_LOST);
}
