/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "isr_test.h"

#include "../src/suppress.h"

#define LEAST 5
#define MOST_LEAVES 12
#define TABLES 3000

/* A table of rows times columns, with a total of each row, of each column, or both. */
static IsrMatrix *table(guint rows, guint columns, gboolean across, gboolean down,
                        const guint *leaves)
{
    const guint order[] = {0, 1, 2, 3, 4, 5, 6, 7};
    IsrMatrix *matrix = isr_matrix_new(rows + (down ? 1 : 0), columns + (across ? 1 : 0));

    for (guint r = 0; r < matrix->rows; r++)
        for (guint c = 0; c < matrix->columns; c++)
            isr_matrix_at(matrix, r, c)->kind = ISR_CELL_COUNT;
    for (guint r = 0; r < rows; r++)
        for (guint c = 0; c < columns; c++) {
            const guint value = leaves[r * columns + c];

            isr_matrix_at(matrix, r, c)->value = value;
            if (across)
                isr_matrix_at(matrix, r, columns)->value += value;
            if (down)
                isr_matrix_at(matrix, rows, c)->value += value;
            if (across && down)
                isr_matrix_at(matrix, rows, columns)->value += value;
        }
    if (across)
        isr_matrix_sum(matrix->column_sums, columns, order, columns);
    if (down)
        isr_matrix_sum(matrix->row_sums, rows, order, rows);
    return matrix;
}

/* Every table with whole numbers that a reader of the copy could think of. */
typedef struct {
    const IsrMatrix *matrix;
    guint rows, columns; /* without totals */
    guint leaves[MOST_LEAVES];
    gboolean differs[64]; /* of each cell: some table has another number there */
} Reader;

/* What stands there must be it; what is hidden is not 0. */
static gboolean fits(const IsrCell *cell, guint64 value)
{
    return cell->hidden ? value > 0 : value == cell->value;
}

static guint64 value_at(const Reader *reader, guint row, guint column)
{
    guint64 sum = 0;

    for (guint r = 0; r < reader->rows; r++)
        for (guint c = 0; c < reader->columns; c++)
            if ((row == reader->rows || row == r) && (column == reader->columns || column == c))
                sum += reader->leaves[r * reader->columns + c];
    return sum;
}

static void think(Reader *reader)
{
    const IsrMatrix *matrix = reader->matrix;

    for (guint r = 0; r < matrix->rows; r++)
        for (guint c = 0; c < matrix->columns; c++)
            if (!fits(isr_matrix_at(matrix, r, c), value_at(reader, r, c)))
                return;
    for (guint r = 0; r < matrix->rows; r++)
        for (guint c = 0; c < matrix->columns; c++)
            if (value_at(reader, r, c) != isr_matrix_at(matrix, r, c)->value)
                reader->differs[r * matrix->columns + c] = TRUE;
}

/* A row that is full must fit its total: few tables are left to think of. */
static gboolean row_fits(const Reader *reader, guint row)
{
    return reader->matrix->columns == reader->columns ||
           fits(isr_matrix_at(reader->matrix, row, reader->columns),
                value_at(reader, row, reader->columns));
}

static void try_from(Reader *reader, guint leaf)
{
    if (leaf > 0 && leaf % reader->columns == 0 && !row_fits(reader, leaf / reader->columns - 1))
        return;
    if (leaf == reader->rows * reader->columns) {
        think(reader);
        return;
    }
    const IsrCell *cell =
        isr_matrix_at(reader->matrix, leaf / reader->columns, leaf % reader->columns);
    const guint own = (guint)cell->value;

    /* Steps of 1 go round any circle, so that other numbers need not be tried. */
    for (guint value = cell->hidden && own > 1 ? own - 1 : own;
         value <= own + (cell->hidden ? 1 : 0); value++) {
        reader->leaves[leaf] = value;
        try_from(reader, leaf + 1);
    }
}

static void assert_safe(const IsrMatrix *matrix, guint rows, guint columns)
{
    Reader reader = {.matrix = matrix, .rows = rows, .columns = columns};

    try_from(&reader, 0);
    for (guint i = 0; i < matrix->rows * matrix->columns; i++) {
        const IsrCell *cell = &matrix->cells[i];

        assert_true(cell->hidden || cell->value == 0 || cell->value >= LEAST);
        assert_false(cell->hidden && cell->value == 0);
        assert_true(!cell->hidden || reader.differs[i]);
    }
}

static void nothing_hidden_can_be_told_from_what_stays(void **state)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(20260301);
    guint stays = 0, all = 0;

    (void)state;
    for (guint n = 0; n < TABLES; n++) {
        const guint rows = (guint)g_rand_int_range(random, 1, 5);
        const guint columns = (guint)g_rand_int_range(random, 1, (gint)(MOST_LEAVES / rows) + 1);
        const guint most = (guint)g_rand_int_range(random, 2, 40);
        guint leaves[MOST_LEAVES];

        if (columns > 7)
            continue;
        for (guint i = 0; i < rows * columns; i++)
            leaves[i] = (guint)g_rand_int_range(random, 0, (gint)most);
        g_autoptr(IsrMatrix) matrix =
            table(rows, columns, g_rand_boolean(random), g_rand_boolean(random), leaves);

        isr_suppress(matrix, LEAST);
        assert_safe(matrix, rows, columns);
        for (guint i = 0; i < matrix->rows * matrix->columns; i++) {
            all++;
            stays += !matrix->cells[i].hidden;
        }
    }
    /* Hiding everything would pass as well. */
    assert_true(stays * 2 > all);
}

static guint hidden_in(const IsrMatrix *matrix)
{
    guint hidden = 0;

    for (guint i = 0; i < matrix->rows * matrix->columns; i++)
        hidden += matrix->cells[i].hidden;
    return hidden;
}

static void without_totals_only_small_numbers_go(void **state)
{
    const guint leaves[] = {3, 12, 0, 40, 5, 1};
    g_autoptr(IsrMatrix) matrix = table(2, 3, FALSE, FALSE, leaves);

    (void)state;
    isr_suppress(matrix, LEAST);
    assert_int_equal(hidden_in(matrix), 2);
    assert_true(isr_matrix_at(matrix, 0, 0)->hidden && isr_matrix_at(matrix, 1, 2)->hidden);
}

static void a_total_takes_the_next_smallest_with_it(void **state)
{
    const guint leaves[] = {3, 30, 12, 0};
    g_autoptr(IsrMatrix) matrix = table(1, 4, TRUE, FALSE, leaves);

    (void)state;
    isr_suppress(matrix, LEAST);
    assert_int_equal(hidden_in(matrix), 2);
    assert_true(isr_matrix_at(matrix, 0, 0)->hidden && isr_matrix_at(matrix, 0, 2)->hidden);
}

static void two_that_come_to_two_are_not_left_alone(void **state)
{
    const guint leaves[] = {1, 1, 10, 20};
    g_autoptr(IsrMatrix) matrix = table(1, 4, TRUE, FALSE, leaves);

    (void)state;
    isr_suppress(matrix, LEAST);
    assert_int_equal(hidden_in(matrix), 3);
    assert_false(isr_matrix_at(matrix, 0, 3)->hidden);
}

static void with_totals_both_ways_a_square_goes(void **state)
{
    const guint leaves[] = {3, 20, 30, 40, 10, 60, 70, 80, 90};
    g_autoptr(IsrMatrix) matrix = table(3, 3, TRUE, TRUE, leaves);

    (void)state;
    isr_suppress(matrix, LEAST);
    assert_int_equal(hidden_in(matrix), 4);
    assert_true(isr_matrix_at(matrix, 1, 1)->hidden);
}

static void a_sum_that_is_known_counts_though_it_stands_nowhere(void **state)
{
    const guint leaves[] = {3, 30, 12}, parts[] = {0, 1, 2};
    g_autoptr(IsrMatrix) matrix = table(1, 3, FALSE, FALSE, leaves);

    (void)state;
    isr_matrix_sum(matrix->column_sums, ISR_SUM_KNOWN, parts, 3);
    isr_suppress(matrix, LEAST);
    assert_int_equal(hidden_in(matrix), 2);
}

/* Boys, girls, all; then with a plan, without, all; and everybody. */
static void subtotals_are_sums_too(void **state)
{
    const guint row[] = {12, 3, 15, 20, 30, 50, 65}, first[] = {0, 1}, second[] = {3, 4};
    const guint all[] = {2, 5};
    g_autoptr(IsrMatrix) matrix = table(1, 7, FALSE, FALSE, row);

    (void)state;
    isr_matrix_sum(matrix->column_sums, 2, first, 2);
    isr_matrix_sum(matrix->column_sums, 5, second, 2);
    isr_matrix_sum(matrix->column_sums, 6, all, 2);
    isr_suppress(matrix, LEAST);
    assert_true(isr_matrix_at(matrix, 0, 1)->hidden && isr_matrix_at(matrix, 0, 0)->hidden);
    assert_int_equal(hidden_in(matrix), 2);
}

static void what_the_source_lost_is_protected_by_another(void **state)
{
    const guint leaves[] = {0, 30, 12};
    g_autoptr(IsrMatrix) matrix = table(1, 3, TRUE, FALSE, leaves);

    (void)state;
    isr_matrix_at(matrix, 0, 0)->kind = ISR_CELL_LOST;
    isr_suppress(matrix, LEAST);
    assert_true(isr_matrix_at(matrix, 0, 2)->hidden);
    assert_int_equal(hidden_in(matrix), 1);
}

static void no_least_hides_nothing(void **state)
{
    const guint leaves[] = {1, 2, 3, 4};
    g_autoptr(IsrMatrix) matrix = table(2, 2, TRUE, TRUE, leaves);

    (void)state;
    isr_suppress(matrix, 0);
    assert_int_equal(hidden_in(matrix), 0);
}

/* A table of a whole country's schools ends, and well before anybody waits. */
static void large_tables_end(void **state)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    const guint rows = 2000, columns = 8;
    g_autoptr(IsrMatrix) matrix = isr_matrix_new(rows + 1, columns + 1);
    g_autofree guint *order = g_new(guint, rows);

    (void)state;
    for (guint i = 0; i < rows; i++)
        order[i] = i;
    for (guint r = 0; r < rows; r++)
        for (guint c = 0; c < columns; c++) {
            const guint value = (guint)g_rand_int_range(random, 0, 60);

            isr_matrix_at(matrix, r, c)->value = value;
            isr_matrix_at(matrix, r, columns)->value += value;
            isr_matrix_at(matrix, rows, c)->value += value;
            isr_matrix_at(matrix, rows, columns)->value += value;
        }
    for (guint i = 0; i < (rows + 1) * (columns + 1); i++)
        matrix->cells[i].kind = ISR_CELL_COUNT;
    isr_matrix_sum(matrix->column_sums, columns, order, columns);
    isr_matrix_sum(matrix->row_sums, rows, order, rows);
    isr_suppress(matrix, LEAST);
    assert_true(hidden_in(matrix) * 3 < rows * columns);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_hidden_can_be_told_from_what_stays),
        cmocka_unit_test(without_totals_only_small_numbers_go),
        cmocka_unit_test(a_total_takes_the_next_smallest_with_it),
        cmocka_unit_test(two_that_come_to_two_are_not_left_alone),
        cmocka_unit_test(with_totals_both_ways_a_square_goes),
        cmocka_unit_test(a_sum_that_is_known_counts_though_it_stands_nowhere),
        cmocka_unit_test(subtotals_are_sums_too),
        cmocka_unit_test(what_the_source_lost_is_protected_by_another),
        cmocka_unit_test(no_least_hides_nothing),
        cmocka_unit_test(large_tables_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
