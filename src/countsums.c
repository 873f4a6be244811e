/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Totals of a table: a row or column that says so and mostly adds up, or that adds up everywhere.
 * What it is the sum of is told by trying: the parts in front of it, those behind it, the other
 * totals, everything. */
#include "countlayout.h"

#include "countwords.h"

typedef struct {
    const IsrCountLayout *layout;
    gboolean across; /* sums over columns, which hold in each row */
    guint positions, lines;
    gboolean *totals; /* of positions */
} Axis;

/* NULL: no count. */
static const IsrCountCell *reading_at(const Axis *axis, guint position, guint line)
{
    const guint row = axis->across ? line : position, column = axis->across ? position : line;

    return isr_countlayout_counts(axis->layout, row, column)
               ? &isr_countlayout_at(axis->layout, row, column)->reading
               : NULL;
}

static gboolean is_counted(const Axis *axis, guint position)
{
    return (axis->across ? axis->layout->column_kinds[position]
                         : axis->layout->row_kinds[position]) == ISR_LINE_COUNTS;
}

static gboolean says_total(const Axis *axis, guint position)
{
    return ((axis->across ? axis->layout->heads[position] : axis->layout->labels[position]) &
            ISR_COUNTWORDS_TOTAL) != 0;
}

/* How often a total is the sum of its parts where that can be told. */
typedef struct {
    guint told, right;
} Trial;

static void try_line(const Axis *axis, guint total, const GArray *parts, guint line, Trial *trial)
{
    const IsrCountCell *sum = reading_at(axis, total, line);
    guint64 value = 0;

    if (!sum || sum->kind != ISR_COUNTCELL_WHOLE || sum->value == 0)
        return;
    for (guint i = 0; i < parts->len; i++) {
        const IsrCountCell *part = reading_at(axis, g_array_index(parts, guint, i), line);

        if (part && part->kind == ISR_COUNTCELL_LOST)
            return;
        value += part ? part->value : 0;
    }
    trial->told++;
    trial->right += value == sum->value;
}

static Trial try_parts(const Axis *axis, guint total, const GArray *parts)
{
    Trial trial = {0, 0};

    for (guint line = 0; parts->len > 0 && line < axis->lines; line++)
        try_line(axis, total, parts, line, &trial);
    return trial;
}

static void add_if_part(const Axis *axis, guint position, GArray *parts)
{
    if (is_counted(axis, position) && !axis->totals[position])
        g_array_append_val(parts, position);
}

typedef enum { BEFORE, BEHIND, OTHER_TOTALS, EVERYTHING, N_WAYS } Way;

static GArray *parts_of(const Axis *axis, guint total, Way way)
{
    GArray *parts = g_array_new(FALSE, FALSE, sizeof(guint));
    guint from = 0, to = axis->positions;

    if (way == BEFORE) {
        for (to = from = total; from > 0 && !axis->totals[from - 1]; from--)
            ;
    } else if (way == BEHIND) {
        for (from = to = total + 1; to < axis->positions && !axis->totals[to]; to++)
            ;
    }
    for (guint i = from; i < to; i++) {
        if (way != OTHER_TOTALS)
            add_if_part(axis, i, parts);
        else if (i != total && axis->totals[i])
            g_array_append_val(parts, i);
    }
    return parts;
}

/* What @total is the sum of; NULL if it is none. Where nothing tells, what stands before it. */
static GArray *best_parts(const Axis *axis, guint total)
{
    GArray *best = NULL;
    Trial most = {0, 0};
    gboolean told = FALSE;

    for (guint way = 0; way < N_WAYS; way++) {
        g_autoptr(GArray) parts = parts_of(axis, total, (Way)way);
        const Trial trial = try_parts(axis, total, parts);

        told = told || trial.told > 0;
        if (trial.right * 2 <= trial.told || trial.right <= most.right)
            continue;
        most = trial;
        g_clear_pointer(&best, g_array_unref);
        best = g_steal_pointer(&parts);
    }
    if (best || told)
        return best;
    best = parts_of(axis, total, BEFORE);
    if (best->len == 0)
        g_clear_pointer(&best, g_array_unref);
    return best;
}

/* Without a word for it, an end is the total of the rest if it adds up wherever it stands. */
static gboolean adds_up(Axis *axis, guint position)
{
    axis->totals[position] = TRUE;
    g_autoptr(GArray) parts = parts_of(axis, position, EVERYTHING);
    const Trial trial = try_parts(axis, position, parts);

    axis->totals[position] = FALSE;
    return trial.told > 0 && trial.right == trial.told && parts->len > 1 &&
           (trial.told > 1 || parts->len > 2);
}

static void name_totals(Axis *axis)
{
    guint first = axis->positions, last = 0, named = 0;

    for (guint i = 0; i < axis->positions; i++) {
        if (!is_counted(axis, i))
            continue;
        first = MIN(first, i);
        last = i;
        axis->totals[i] = says_total(axis, i);
        named += axis->totals[i];
    }
    if (named > 0 || first >= last)
        return;
    if (adds_up(axis, last))
        axis->totals[last] = TRUE;
    else if (adds_up(axis, first))
        axis->totals[first] = TRUE;
}

/* What was taken for a total and is the sum of nothing ("All Saints") is a part of others. */
static void drop_false_totals(Axis *axis)
{
    g_autofree gboolean *right = g_new0(gboolean, axis->positions);

    for (guint i = 0; i < axis->positions; i++) {
        g_autoptr(GArray) parts = axis->totals[i] ? best_parts(axis, i) : NULL;

        right[i] = parts != NULL;
    }
    for (guint i = 0; i < axis->positions; i++)
        axis->totals[i] = right[i];
}

/* One false total may have hidden that another is right. */
static void take_back_totals(Axis *axis)
{
    for (guint i = 0; i < axis->positions; i++) {
        if (axis->totals[i] || !is_counted(axis, i) || !says_total(axis, i))
            continue;
        axis->totals[i] = TRUE;
        g_autoptr(GArray) parts = best_parts(axis, i);

        axis->totals[i] = parts != NULL;
    }
}

static guint find_on(Axis *axis, GArray *sums)
{
    guint found = 0;

    axis->totals = g_new0(gboolean, axis->positions);
    name_totals(axis);
    drop_false_totals(axis);
    take_back_totals(axis);
    drop_false_totals(axis);
    for (guint i = 0; i < axis->positions; i++) {
        g_autoptr(GArray) parts = axis->totals[i] ? best_parts(axis, i) : NULL;

        if (!parts)
            continue;
        isr_matrix_sum(sums, i, &g_array_index(parts, guint, 0), parts->len);
        found++;
    }
    if (found == 0 && axis->layout->percent) {
        g_autoptr(GArray) all = parts_of(axis, 0, EVERYTHING);

        if (all->len > 1)
            isr_matrix_sum(sums, ISR_SUM_KNOWN, &g_array_index(all, guint, 0), all->len);
    }
    g_free(axis->totals);
    return found;
}

guint isr_countsums_find(const IsrCountLayout *layout, IsrMatrix *matrix)
{
    Axis across = {
        .layout = layout, .across = TRUE, .positions = layout->columns, .lines = layout->rows};
    Axis down = {.layout = layout, .positions = layout->rows, .lines = layout->columns};

    return find_on(&across, matrix->column_sums) + find_on(&down, matrix->row_sums);
}
