/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables that count people, told from those of scores, doses and dates: something must say that it
 * is people or cases, or the numbers must add up, and nothing that they are one person's. */
#include "counttable.h"

#include "countlayout.h"
#include "countwords.h"

IsrCountTable *isr_counttable_new(guint caption)
{
    IsrCountTable *table = g_new0(IsrCountTable, 1);

    table->rows = g_array_new(FALSE, FALSE, sizeof(IsrTableRow));
    table->cells = g_array_new(FALSE, FALSE, sizeof(IsrTableCell));
    table->caption = caption;
    return table;
}

void isr_counttable_free(IsrCountTable *table)
{
    if (!table)
        return;
    g_array_unref(table->rows);
    g_array_unref(table->cells);
    g_free(table);
}

/* What its words say of a table as a whole. */
typedef struct {
    guint labels;  /* of rows of counts, and what heads them */
    guint counted; /* heads of columns of counts */
    guint counts, columns;
    guint rows, people; /* of counts; those of them that are called after people */
    gboolean shares;
} Evidence;

static Evidence evidence_of(const IsrCountLayout *layout)
{
    Evidence evidence = {0};

    for (guint c = 0; c < layout->columns; c++) {
        const IsrLineKind kind = layout->column_kinds[c];

        evidence.columns += kind == ISR_LINE_COUNTS;
        evidence.shares = evidence.shares || kind == ISR_LINE_SHARES;
        if (kind == ISR_LINE_COUNTS)
            evidence.counted |= layout->heads[c];
        else if (kind == ISR_LINE_LABELS)
            evidence.labels |= layout->heads[c];
    }
    for (guint r = 0; r < layout->rows; r++) {
        if (layout->row_kinds[r] == ISR_LINE_COUNTS) {
            const guint words = layout->labels[r];

            evidence.labels |= words & ~(guint)(ISR_COUNTWORDS_GROUP | ISR_COUNTWORDS_PEOPLE);
            evidence.rows++;
            evidence.people += (words & ISR_COUNTWORDS_PEOPLE) != 0;
        }
        for (guint c = 0; c < layout->columns; c++)
            evidence.counts += (guint)isr_countlayout_counts(layout, r, c);
    }
    return evidence;
}

#define PEOPLE (ISR_COUNTWORDS_PEOPLE | ISR_COUNTWORDS_NUMBER)

static gboolean is_about_one(const IsrCountLayout *layout, const Evidence *evidence)
{
    const guint words = evidence->labels | evidence->counted | layout->heading;

    if (layout->heading & ISR_COUNTWORDS_PERSON)
        return TRUE;
    return ((words | layout->table->caption) & ISR_COUNTWORDS_SCORE) &&
           !((words | layout->table->caption) & PEOPLE);
}

/* @sums: how many totals add up. */
static gboolean counts_people(const IsrCountLayout *layout, guint sums)
{
    const Evidence evidence = evidence_of(layout);
    const guint caption = layout->table->caption;

    if (evidence.columns == 0 || evidence.counts < 2 || is_about_one(layout, &evidence))
        return FALSE;
    if ((evidence.counted & PEOPLE) || (evidence.labels & (PEOPLE | ISR_COUNTWORDS_GROUP)) ||
        evidence.people * 2 > evidence.rows ||
        ((caption & ISR_COUNTWORDS_PEOPLE) &&
         (caption & (ISR_COUNTWORDS_NUMBER | ISR_COUNTWORDS_GROUP))))
        return TRUE;
    if ((layout->heading | evidence.labels) & (ISR_COUNTWORDS_MEASURE | ISR_COUNTWORDS_THING))
        return FALSE;
    return sums > 0 || evidence.shares || layout->percent;
}

static void fill(const IsrCountLayout *layout, IsrMatrix *matrix)
{
    for (guint r = 0; r < layout->rows; r++)
        for (guint c = 0; c < layout->columns; c++) {
            IsrCell *cell = isr_matrix_at(matrix, r, c);

            if (!isr_countlayout_counts(layout, r, c))
                continue;
            const IsrCountCell *reading = &isr_countlayout_at(layout, r, c)->reading;

            cell->kind = reading->kind == ISR_COUNTCELL_LOST ? ISR_CELL_LOST : ISR_CELL_COUNT;
            cell->value = reading->value;
        }
}

static gboolean is_row_hit(const IsrMatrix *matrix, guint row)
{
    for (guint c = 0; c < matrix->columns; c++)
        if (isr_matrix_at(matrix, row, c)->hidden)
            return TRUE;
    return FALSE;
}

static gboolean is_column_hit(const IsrMatrix *matrix, guint column)
{
    for (guint r = 0; r < matrix->rows; r++)
        if (isr_matrix_at(matrix, r, column)->hidden)
            return TRUE;
    return FALSE;
}

static gboolean is_share(const IsrCountLayout *layout, guint row, guint column)
{
    const IsrTableCell *cell = isr_countlayout_at(layout, row, column);

    return cell && cell->reading.kind >= ISR_COUNTCELL_WHOLE &&
           (cell->reading.kind == ISR_COUNTCELL_SHARE ||
            layout->column_kinds[column] == ISR_LINE_SHARES ||
            (layout->row_kinds[row] == ISR_LINE_SHARES &&
             layout->column_kinds[column] == ISR_LINE_COUNTS));
}

/* A percentage of what goes, or a rate or mean of so few, would give it back. */
static void hide_shares(const IsrCountLayout *layout, IsrMatrix *matrix)
{
    g_autofree gboolean *columns = g_new0(gboolean, layout->columns);

    for (guint c = 0; c < layout->columns; c++)
        columns[c] = is_column_hit(matrix, c);
    for (guint r = 0; r < layout->rows; r++) {
        const gboolean hit = is_row_hit(matrix, r), own = layout->row_kinds[r] == ISR_LINE_SHARES;

        for (guint c = 0; c < layout->columns; c++)
            if ((own ? columns[c] : hit) && is_share(layout, r, c))
                isr_matrix_at(matrix, r, c)->hidden = TRUE;
    }
}

static void add_place(GArray *places, const IsrTableRow *row, const IsrTableCell *cell)
{
    const IsrCountPlace place = {row->block, cell->range};

    g_array_append_val(places, place);
}

static const IsrTableRow *body_row(const IsrCountLayout *layout, guint row)
{
    return &g_array_index(layout->table->rows, IsrTableRow, layout->first + row);
}

static void add_hidden(const IsrCountLayout *layout, const IsrMatrix *matrix, GArray *places)
{
    for (guint r = 0; r < layout->rows; r++)
        for (guint c = 0; c < layout->columns; c++)
            if (isr_matrix_at(matrix, r, c)->hidden)
                add_place(places, body_row(layout, r), isr_countlayout_at(layout, r, c));
}

static gboolean is_small(const IsrTableCell *cell, guint least)
{
    return cell->reading.kind == ISR_COUNTCELL_WHOLE && cell->reading.value > 0 &&
           cell->reading.value < least;
}

/* Which number adds up with which cannot be told: if one is small, none stays but 0. */
static void hide_ragged(const IsrCountLayout *layout, guint least, GArray *places)
{
    const guint before = places->len;
    gboolean small = FALSE;

    for (guint r = 0; r < layout->rows; r++) {
        const IsrTableRow *row = body_row(layout, r);

        for (guint c = 0; c < row->n; c++) {
            const IsrTableCell *cell = isr_countlayout_at(layout, r, c);
            const gboolean fits = row->n == layout->columns;

            if (cell->reading.kind < ISR_COUNTCELL_WHOLE ||
                cell->reading.kind == ISR_COUNTCELL_LOST ||
                (fits ? layout->column_kinds[c] == ISR_LINE_LABELS : c == 0) ||
                (cell->reading.kind == ISR_COUNTCELL_WHOLE && cell->reading.value == 0))
                continue;
            small = small || is_small(cell, least);
            add_place(places, row, cell);
        }
    }
    if (!small)
        g_array_set_size(places, before);
}

gboolean isr_counttable_settle(const IsrCountTable *table, guint least, GArray *places)
{
    g_autoptr(IsrCountLayout) layout = isr_countlayout_new(table);

    if (!layout)
        return FALSE;
    g_autoptr(IsrMatrix) matrix = isr_matrix_new(layout->rows, layout->columns);
    const guint sums = isr_countsums_find(layout, matrix);

    if (!counts_people(layout, sums))
        return FALSE;
    if (layout->ragged) {
        hide_ragged(layout, least, places);
        return TRUE;
    }
    fill(layout, matrix);
    isr_suppress(matrix, least);
    hide_shares(layout, matrix);
    add_hidden(layout, matrix, places);
    return TRUE;
}
