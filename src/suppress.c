/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Suppression of cells, first line by line, then proved over the whole table. The proof: each sum
 * is a node, each hidden cell an arc between the two sums that it is in, and adding one to a cell
 * and taking it from its neighbours, round a circle, gives another table with the same sums. A
 * cell on such a circle can be more than one number; for tables with totals of rows and columns
 * the reverse holds too, so that nothing is hidden in vain. A cell of three sums and more counts as
 * known, which errs on the safe side. */
#include "suppress.h"

/* Rounds of the proof before all counts of the table go. */
#define ROUNDS 64
/* Steps on the search for circles, likewise. */
#define STEPS 50000000

/* A hidden cell as an arc: one more in it is one step from one node to another. */
typedef struct {
    guint from, to;
    gboolean can_fall; /* it is more than 1, so it could be less */
} Arc;

typedef struct {
    IsrMatrix *matrix;
    guint least;
    guint ground;      /* the node of whatever is in no sum: gives and takes freely */
    GArray *arcs;      /* of Arc */
    GArray *places;    /* of guint: the cell of each arc */
    GArray **at;       /* for each node its arcs, or NULL */
    guint *seen, mark; /* nodes met in the search in hand */
    GArray *queue;
    guint64 steps;
} Search;

static void sum_clear(gpointer data)
{
    g_array_unref(((IsrSum *)data)->parts);
}

static GArray *sums_new(void)
{
    GArray *sums = g_array_new(FALSE, FALSE, sizeof(IsrSum));

    g_array_set_clear_func(sums, sum_clear);
    return sums;
}

IsrMatrix *isr_matrix_new(guint rows, guint columns)
{
    IsrMatrix *matrix = g_new0(IsrMatrix, 1);

    matrix->rows = rows;
    matrix->columns = columns;
    matrix->cells = g_new0(IsrCell, (gsize)rows * columns);
    matrix->row_sums = sums_new();
    matrix->column_sums = sums_new();
    return matrix;
}

void isr_matrix_free(IsrMatrix *matrix)
{
    if (!matrix)
        return;
    g_free(matrix->cells);
    g_array_unref(matrix->row_sums);
    g_array_unref(matrix->column_sums);
    g_free(matrix);
}

IsrCell *isr_matrix_at(const IsrMatrix *matrix, guint row, guint column)
{
    return &matrix->cells[(gsize)row * matrix->columns + column];
}

void isr_matrix_sum(GArray *sums, guint total, const guint *parts, guint n)
{
    const IsrSum sum = {total, g_array_new(FALSE, FALSE, sizeof(guint))};

    g_array_append_vals(sum.parts, parts, n);
    g_array_append_val(sums, sum);
}

/* One sum in one row or column. */
typedef struct {
    const IsrSum *sum;
    gboolean across; /* along a row, else down a column */
    guint line;      /* of which row or column */
} Line;

static guint n_lines(const IsrMatrix *matrix)
{
    return matrix->rows * matrix->column_sums->len + matrix->columns * matrix->row_sums->len;
}

static Line nth_line(const IsrMatrix *matrix, guint n)
{
    const guint across = matrix->rows * matrix->column_sums->len;

    if (n < across)
        return (Line){&g_array_index(matrix->column_sums, IsrSum, n / matrix->rows), TRUE,
                      n % matrix->rows};
    n -= across;
    return (Line){&g_array_index(matrix->row_sums, IsrSum, n / matrix->columns), FALSE,
                  n % matrix->columns};
}

static IsrCell *cell_of(const IsrMatrix *matrix, const Line *line, guint position)
{
    return line->across ? isr_matrix_at(matrix, line->line, position)
                        : isr_matrix_at(matrix, position, line->line);
}

static IsrCell *part_of(const IsrMatrix *matrix, const Line *line, guint nth)
{
    return cell_of(matrix, line, g_array_index(line->sum->parts, guint, nth));
}

/* NULL: it is known though it stands nowhere. */
static IsrCell *total_of(const IsrMatrix *matrix, const Line *line)
{
    return line->sum->total == ISR_SUM_KNOWN ? NULL : cell_of(matrix, line, line->sum->total);
}

static gboolean is_hidden(const IsrCell *cell)
{
    return cell->hidden || cell->kind == ISR_CELL_LOST;
}

/* A total that is no number adds nothing up. */
static gboolean is_sum(const IsrMatrix *matrix, const Line *line)
{
    const IsrCell *total = total_of(matrix, line);

    return !total || total->kind != ISR_CELL_OTHER;
}

/* The smallest count but 0 among the parts that still stands, or NULL. */
static IsrCell *smallest(const IsrMatrix *matrix, const Line *line)
{
    IsrCell *best = NULL;

    for (guint i = 0; i < line->sum->parts->len; i++) {
        IsrCell *cell = part_of(matrix, line, i);

        if (cell->kind == ISR_CELL_COUNT && !cell->hidden && cell->value > 0 &&
            (!best || cell->value < best->value))
            best = cell;
    }
    return best;
}

/* Hides one more cell of @line: a part, else the total. FALSE if all are hidden. */
static gboolean hide_one(const IsrMatrix *matrix, const Line *line)
{
    IsrCell *cell = smallest(matrix, line), *total = total_of(matrix, line);

    if (!cell && total && total->kind == ISR_CELL_COUNT && !total->hidden && total->value > 0)
        cell = total;
    if (cell)
        cell->hidden = TRUE;
    return cell != NULL;
}

/* TRUE if nothing of the line alone gives a hidden cell away, or a small number. */
static gboolean is_level(const IsrMatrix *matrix, const Line *line, guint least)
{
    const IsrCell *total = total_of(matrix, line);
    const gboolean open = total && is_hidden(total);
    guint hidden = 0;
    gboolean lost = FALSE;
    guint64 sum = 0;

    for (guint i = 0; i < line->sum->parts->len; i++) {
        const IsrCell *cell = part_of(matrix, line, i);

        if (!is_hidden(cell))
            continue;
        hidden++;
        lost = lost || cell->kind == ISR_CELL_LOST;
        sum += cell->value;
    }
    if (open)
        return hidden > 0;
    return hidden == 0 || (hidden > 1 && (lost || sum >= least));
}

static void level(IsrMatrix *matrix, guint least)
{
    gboolean changed = TRUE;

    while (changed) {
        changed = FALSE;
        for (guint n = 0; n < n_lines(matrix); n++) {
            const Line line = nth_line(matrix, n);

            while (is_sum(matrix, &line) && !is_level(matrix, &line, least) &&
                   hide_one(matrix, &line))
                changed = TRUE;
        }
    }
}

/* An end of the cell's arc, for the sum that the cell is in: where it comes from or goes to. */
typedef struct {
    guint from, to; /* the node, or the ground */
    guint sums;     /* in how many the cell is */
    gboolean clash; /* twice on the same side */
} Ends;

static void add_end(Ends *ends, guint ground, guint node, gboolean positive)
{
    guint *end = positive ? &ends->from : &ends->to;

    ends->sums++;
    ends->clash = ends->clash || *end != ground;
    *end = node;
}

static gboolean is_total(const GArray *sums, guint position)
{
    for (guint i = 0; i < sums->len; i++)
        if (g_array_index(sums, IsrSum, i).total == position)
            return TRUE;
    return FALSE;
}

/* Sums down a column are written with the other sign, and so are those of totals along theirs, so
 * that each cell is once a plus and once a minus. */
static gboolean is_turned(const IsrMatrix *matrix, const Line *line)
{
    return line->across ? is_total(matrix->row_sums, line->line)
                        : !is_total(matrix->column_sums, line->line);
}

static void note_cell(const IsrMatrix *matrix, Ends *ends, guint ground, const IsrCell *cell,
                      guint node, gboolean positive)
{
    if (is_hidden(cell))
        add_end(&ends[cell - matrix->cells], ground, node, positive);
}

static Ends *ends_new(const Search *search)
{
    const IsrMatrix *matrix = search->matrix;
    const gsize n = (gsize)matrix->rows * matrix->columns;
    Ends *ends = g_new0(Ends, n);

    for (gsize i = 0; i < n; i++)
        ends[i].from = ends[i].to = search->ground;
    for (guint node = 0; node < search->ground; node++) {
        const Line line = nth_line(matrix, node);
        const gboolean turned = is_turned(matrix, &line);
        const IsrCell *total = total_of(matrix, &line);

        if (!is_sum(matrix, &line))
            continue;
        for (guint i = 0; i < line.sum->parts->len; i++)
            note_cell(matrix, ends, search->ground, part_of(matrix, &line, i), node, !turned);
        if (total)
            note_cell(matrix, ends, search->ground, total, node, turned);
    }
    return ends;
}

static void add_arc(Search *search, guint cell, const Ends *ends)
{
    const IsrCell *at = &search->matrix->cells[cell];
    const Arc arc = {ends->from, ends->to, at->kind == ISR_CELL_LOST || at->value > 1};
    const guint nth = search->arcs->len, nodes[] = {arc.from, arc.to};

    g_array_append_val(search->arcs, arc);
    g_array_append_val(search->places, cell);
    for (guint i = 0; i < G_N_ELEMENTS(nodes); i++) {
        if (!search->at[nodes[i]])
            search->at[nodes[i]] = g_array_new(FALSE, FALSE, sizeof(guint));
        g_array_append_val(search->at[nodes[i]], nth);
    }
}

static void search_init(Search *search, IsrMatrix *matrix)
{
    *search = (Search){.matrix = matrix, .ground = n_lines(matrix)};
    search->arcs = g_array_new(FALSE, FALSE, sizeof(Arc));
    search->places = g_array_new(FALSE, FALSE, sizeof(guint));
    search->at = g_new0(GArray *, search->ground + 1);
    search->seen = g_new0(guint, search->ground + 1);
    search->queue = g_array_new(FALSE, FALSE, sizeof(guint));
}

static void search_clear(Search *search)
{
    for (guint i = 0; i <= search->ground; i++)
        if (search->at[i])
            g_array_unref(search->at[i]);
    g_free(search->at);
    g_free(search->seen);
    g_array_unref(search->queue);
    g_array_unref(search->arcs);
    g_array_unref(search->places);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, search_clear)

static void meet(Search *search, guint node)
{
    if (search->seen[node] == search->mark)
        return;
    search->seen[node] = search->mark;
    g_array_append_val(search->queue, node);
}

/* TRUE if steps over other arcs than @without lead from @from to @to. */
static gboolean leads(Search *search, guint from, guint to, guint without)
{
    search->mark++;
    g_array_set_size(search->queue, 0);
    meet(search, from);
    for (guint i = 0; i < search->queue->len; i++) {
        const guint node = g_array_index(search->queue, guint, i);
        const GArray *arcs = search->at[node];

        for (guint j = 0; arcs && j < arcs->len && search->seen[to] != search->mark; j++) {
            const guint nth = g_array_index(arcs, guint, j);
            const Arc *arc = &g_array_index(search->arcs, Arc, nth);

            search->steps++;
            if (nth != without && arc->from == node)
                meet(search, arc->to);
            if (nth != without && arc->to == node && arc->can_fall)
                meet(search, arc->from);
        }
    }
    return search->seen[to] == search->mark;
}

/* TRUE if the cell can be another number and all sums stay what they are. */
static gboolean can_differ(Search *search, guint nth)
{
    const Arc *arc = &g_array_index(search->arcs, Arc, nth);

    return search->steps < STEPS && (leads(search, arc->to, arc->from, nth) ||
                                     (arc->can_fall && leads(search, arc->from, arc->to, nth)));
}

/* The cells hidden here (what the source hid is its own affair) that can be but one number, as far
 * as the proof can tell: GArray of guint. */
static GArray *given_away(IsrMatrix *matrix)
{
    GArray *given = g_array_new(FALSE, FALSE, sizeof(guint));
    g_auto(Search) search;

    search_init(&search, matrix);
    g_autofree Ends *ends = ends_new(&search);

    for (guint i = 0; i < matrix->rows * matrix->columns; i++) {
        if (!is_hidden(&matrix->cells[i]))
            continue;
        if (ends[i].sums <= 2 && !ends[i].clash)
            add_arc(&search, i, &ends[i]);
        else if (matrix->cells[i].hidden)
            g_array_append_val(given, i);
    }
    for (guint i = 0; i < search.arcs->len; i++)
        if (matrix->cells[g_array_index(search.places, guint, i)].hidden && !can_differ(&search, i))
            g_array_append_val(given, g_array_index(search.places, guint, i));
    return given;
}

static gboolean is_in(const IsrMatrix *matrix, const Line *line, guint cell)
{
    const guint row = cell / matrix->columns, column = cell % matrix->columns;
    const guint position = line->across ? column : row;

    if ((line->across ? row : column) != line->line)
        return FALSE;
    if (line->sum->total == position)
        return TRUE;
    for (guint i = 0; i < line->sum->parts->len; i++)
        if (g_array_index(line->sum->parts, guint, i) == position)
            return TRUE;
    return FALSE;
}

/* Hides one more cell in each sum that @cell is in. */
static gboolean widen(IsrMatrix *matrix, guint cell)
{
    const guint row = cell / matrix->columns, column = cell % matrix->columns;
    gboolean changed = FALSE;

    for (guint i = 0; i < matrix->column_sums->len + matrix->row_sums->len; i++) {
        const gboolean across = i < matrix->column_sums->len;
        const IsrSum *sum =
            across ? &g_array_index(matrix->column_sums, IsrSum, i)
                   : &g_array_index(matrix->row_sums, IsrSum, i - matrix->column_sums->len);
        const Line line = {sum, across, across ? row : column};

        if (is_in(matrix, &line, cell) && is_sum(matrix, &line))
            changed = hide_one(matrix, &line) || changed;
    }
    return changed;
}

/* With no count left but zeros, all others could as well be twice as much. */
static void hide_all(IsrMatrix *matrix)
{
    for (gsize i = 0; i < (gsize)matrix->rows * matrix->columns; i++)
        matrix->cells[i].hidden =
            matrix->cells[i].kind == ISR_CELL_COUNT && matrix->cells[i].value > 0;
}

static gboolean hide_small(IsrMatrix *matrix, guint least)
{
    gboolean any = FALSE;

    for (gsize i = 0; i < (gsize)matrix->rows * matrix->columns; i++) {
        IsrCell *cell = &matrix->cells[i];

        cell->hidden = cell->kind == ISR_CELL_COUNT && cell->value > 0 && cell->value < least;
        any = any || is_hidden(cell);
    }
    return any;
}

void isr_suppress(IsrMatrix *matrix, guint least)
{
    if (least < 2 || !hide_small(matrix, least))
        return;
    for (guint round = 0; round < ROUNDS; round++) {
        gboolean changed = FALSE;

        level(matrix, least);
        g_autoptr(GArray) given = given_away(matrix);

        if (given->len == 0)
            return;
        for (guint i = 0; i < given->len; i++)
            changed = widen(matrix, g_array_index(given, guint, i)) || changed;
        if (!changed)
            break;
    }
    hide_all(matrix);
}
