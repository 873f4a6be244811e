/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines are stacked in the order in which they are drawn: programs draw a cell or column to its
 * end before the next. Where that says nothing, gaps and rules do. */
#include "pdf_stacks.h"

#include <math.h>

#define LEADING 0.75     /* heights: the widest gap between lines of one stack */
#define LOOSER 0.35      /* heights that a gap may be wider than the one before it */
#define INDENT 2.5       /* heights by which lines of one stack begin apart */
#define LIKE 0.15        /* part by which heights of one stack differ */
#define ALIGNED 4.0      /* points */
#define BESIDE 0.4       /* part of the lower stack that must stand beside the other */
#define PADDING 0.4      /* heights between a cell's text and its rule */
#define MOST_BESIDE 400  /* stacks that are looked at for what stands beside one */
#define COLUMN_LINES 6   /* a cell is rarely as high in all columns */
#define FULL 0.7         /* part of its column that the usual line of running text fills */
#define PROSE_LETTERS 30 /* in the usual line of a paragraph */

const IsrPdfStack *isr_pdf_stack_nth(const IsrPdfStacks *stacks, guint n)
{
    return &g_array_index(stacks->stacks, IsrPdfStack, n);
}

static IsrPdfStack *nth(const IsrPdfStacks *stacks, guint n)
{
    return &g_array_index(stacks->stacks, IsrPdfStack, n);
}

static const IsrPdfLine *line_of(const IsrPdfStacks *stacks, const IsrPdfStack *stack, guint n)
{
    return isr_pdf_line_nth(stacks->lines, g_array_index(stack->lines, guint, n));
}

static void stack_clear(gpointer data)
{
    g_array_unref(((IsrPdfStack *)data)->lines);
}

static void stretch(IsrPlace *place, const IsrPlace *by)
{
    place->left = MIN(place->left, by->left);
    place->top = MIN(place->top, by->top);
    place->right = MAX(place->right, by->right);
    place->bottom = MAX(place->bottom, by->bottom);
}

static double overlap(double first, double end, double other_first, double other_end)
{
    return MIN(end, other_end) - MAX(first, other_first);
}

/* --- stacks --- */

static gboolean is_aligned(const IsrPlace *above, const IsrPlace *below, double height)
{
    return overlap(above->left, above->right, below->left, below->right) > 0 &&
           (fabs(above->left - below->left) < INDENT * height ||
            fabs(above->right - below->right) < ALIGNED ||
            fabs(above->left + above->right - below->left - below->right) < ALIGNED);
}

static gboolean is_near(const IsrPdfStacks *stacks, const IsrPdfStack *stack,
                        const IsrPdfLine *line)
{
    const IsrPdfLine *last = line_of(stacks, stack, stack->lines->len - 1);
    const double gap = line->place.top - last->place.bottom;
    const double height = MAX(line->height, last->height);

    if (line->place.top < (last->place.top + last->place.bottom) / 2 || gap > LEADING * height)
        return FALSE;
    if (stack->lines->len == 1)
        return TRUE;
    const IsrPdfLine *before = line_of(stacks, stack, stack->lines->len - 2);

    return gap <= last->place.top - before->place.bottom + LOOSER * height;
}

/* TRUE if @line goes on below @stack. */
static gboolean goes_on(const IsrPdfStacks *stacks, const IsrPdfStack *stack,
                        const IsrPdfLine *line)
{
    const IsrPdfLine *last = line_of(stacks, stack, stack->lines->len - 1);

    return !stack->turned && !line->turned && is_near(stacks, stack, line) &&
           fabs(line->height - last->height) <= LIKE * MAX(line->height, last->height) &&
           is_aligned(&last->place, &line->place, line->height) &&
           !isr_pdf_line_is_item(stacks->lines, line) &&
           !isr_pdf_rule_across(stacks->lines->page, last->place.bottom - 1, line->place.top + 1,
                                MIN(last->place.left, line->place.left),
                                MAX(last->place.right, line->place.right));
}

static void stack_line(IsrPdfStacks *stacks, guint n)
{
    const IsrPdfLine *line = isr_pdf_line_nth(stacks->lines, n);
    IsrPdfStack *last = stacks->stacks->len ? nth(stacks, stacks->stacks->len - 1) : NULL;

    if (!last || !goes_on(stacks, last, line)) {
        IsrPdfStack stack = {.place = line->place,
                             .height = line->height,
                             .sequence = line->sequence,
                             .turned = line->turned};

        stack.lines = g_array_new(FALSE, FALSE, sizeof(guint));
        g_array_append_val(stacks->stacks, stack);
        last = nth(stacks, stacks->stacks->len - 1);
    }
    g_array_append_val(last->lines, n);
    stretch(&last->place, &line->place);
}

/* --- side by side --- */

static gboolean are_beside(const IsrPdfStack *a, const IsrPdfStack *b)
{
    const IsrPlace *x = &a->place, *y = &b->place;

    return !a->turned && !b->turned && overlap(x->left, x->right, y->left, y->right) < 1 &&
           overlap(x->top, x->bottom, y->top, y->bottom) >
               BESIDE * MIN(x->bottom - x->top, y->bottom - y->top);
}

static gint by_top(gconstpointer a, gconstpointer b)
{
    const IsrPdfStack *x = a, *y = b;

    return x->place.top != y->place.top ? (x->place.top < y->place.top ? -1 : 1)
                                        : (x->sequence < y->sequence ? -1 : 1);
}

/* The uppermost stack that stands in one band with stack @n. */
static guint band_of(const IsrPdfStacks *stacks, guint n)
{
    while (nth(stacks, n)->band != n) {
        nth(stacks, n)->band = nth(stacks, nth(stacks, n)->band)->band;
        n = nth(stacks, n)->band;
    }
    return n;
}

static void join_bands(const IsrPdfStacks *stacks, guint one, guint other)
{
    one = band_of(stacks, one);
    other = band_of(stacks, other);
    nth(stacks, MAX(one, other))->band = MIN(one, other);
}

static void find_bands(IsrPdfStacks *stacks)
{
    const guint n = stacks->stacks->len;

    g_array_sort(stacks->stacks, by_top);
    for (guint i = 0; i < n; i++)
        nth(stacks, i)->band = i;
    for (guint i = 0; i < n; i++) {
        for (guint j = i + 1; j < n && j - i < MOST_BESIDE; j++) {
            if (nth(stacks, j)->place.top > nth(stacks, i)->place.bottom)
                break;
            if (are_beside(nth(stacks, i), nth(stacks, j)))
                join_bands(stacks, i, j);
        }
    }
    for (guint i = 0; i < n; i++)
        nth(stacks, i)->band = band_of(stacks, i);
}

static gint by_band_and_left(gconstpointer a, gconstpointer b)
{
    const IsrPdfStack *x = a, *y = b;

    if (x->band != y->band)
        return x->band < y->band ? -1 : 1;
    return x->place.left != y->place.left ? (x->place.left < y->place.left ? -1 : 1) : by_top(a, b);
}

static gint by_band_and_cell(gconstpointer a, gconstpointer b)
{
    const IsrPdfStack *x = a, *y = b;

    if (x->band != y->band)
        return x->band < y->band ? -1 : 1;
    return x->cell != y->cell ? (x->cell < y->cell ? -1 : 1) : by_top(a, b);
}

/* Stacks of a band that reach over each other from left to right are one cell. */
static void find_cells(IsrPdfStacks *stacks)
{
    double right = 0;

    g_array_sort(stacks->stacks, by_band_and_left);
    for (guint i = 0; i < stacks->stacks->len; i++) {
        IsrPdfStack *stack = nth(stacks, i);
        const IsrPdfStack *before = i ? nth(stacks, i - 1) : NULL;

        if (!before || before->band != stack->band) {
            right = stack->place.right;
            continue;
        }
        stack->cell = before->cell + (stack->place.left >= right - 1);
        right = MAX(right, stack->place.right);
    }
    g_array_sort(stacks->stacks, by_band_and_cell);
}

/* --- how far lines could have gone --- */

static double room_of(const IsrPdfStacks *stacks, guint n, double page)
{
    const IsrPdfStack *stack = nth(stacks, n);
    double rule;

    if (isr_pdf_rules_down(stacks->lines->page, stack->place.right, page + stack->height,
                           (stack->place.top + stack->place.bottom) / 2, &rule))
        return MAX(rule - PADDING * stack->height, stack->place.right);
    for (guint i = n + 1; i < stacks->stacks->len && nth(stacks, i)->band == stack->band; i++)
        if (nth(stacks, i)->cell > stack->cell)
            return MAX(nth(stacks, i)->place.left - stack->height, stack->place.right);
    return page;
}

static void find_room(IsrPdfStacks *stacks)
{
    double page = 0;

    for (guint i = 0; i < stacks->stacks->len; i++)
        if (!nth(stacks, i)->turned)
            page = MAX(page, nth(stacks, i)->place.right);
    for (guint i = 0; i < stacks->stacks->len; i++)
        nth(stacks, i)->room = room_of(stacks, i, page);
}

void isr_pdf_stacks_free(IsrPdfStacks *stacks)
{
    if (!stacks)
        return;
    g_array_unref(stacks->stacks);
    g_free(stacks);
}

/* --- what they are --- */

static guint letters_of(const IsrPdfStacks *stacks, const IsrPdfLine *line)
{
    guint letters = 0;

    for (guint i = line->first; i < line->end; i++)
        letters += isr_pdf_word_nth(stacks->lines, i)->letters;
    return letters;
}

/* TRUE if no line but the last of a paragraph falls short of the longest by a word or more. */
static gboolean is_paragraph(const IsrPdfStacks *stacks, const IsrPdfStack *stack)
{
    guint letters = 0;

    for (guint i = 0; i + 1 < stack->lines->len; i++) {
        const IsrPdfLine *line = line_of(stacks, stack, i), *next = line_of(stacks, stack, i + 1);
        const IsrPlace *word = &isr_pdf_word_nth(stacks->lines, next->first)->place;

        letters += letters_of(stacks, line);
        if (line->place.right + word->right - word->left + 0.2 * line->height < stack->place.right)
            return FALSE;
    }
    return stack->lines->len > 2 && letters >= PROSE_LETTERS * (stack->lines->len - 1);
}

gboolean isr_pdf_stack_wraps(const IsrPdfStacks *stacks, const IsrPdfStack *stack, guint n)
{
    const IsrPdfLine *line = line_of(stacks, stack, n), *next = line_of(stacks, stack, n + 1);
    const IsrPlace *word = &isr_pdf_word_nth(stacks->lines, next->first)->place;

    return line->place.right + word->right - word->left + 0.2 * line->height > stack->room ||
           is_paragraph(stacks, stack);
}

/* How many spaces are drawn between line @n and the next; -1 if the one is not drawn after the
 * other. */
static gint spaces_after(const IsrPdfStacks *stacks, const IsrPdfStack *stack, guint n)
{
    const GArray *glyphs = stacks->lines->page->glyphs;
    const IsrPdfWord *last = isr_pdf_word_nth(stacks->lines, line_of(stacks, stack, n)->end - 1);
    const IsrPdfWord *next = isr_pdf_word_nth(stacks->lines, line_of(stacks, stack, n + 1)->first);
    const IsrGlyph *from = &g_array_index(glyphs, IsrGlyph, last->end - 1);
    const IsrGlyph *to = &g_array_index(glyphs, IsrGlyph, next->first);

    return to->sequence == from->sequence + to->blanks + 1 ? (gint)to->blanks : -1;
}

static void find_spaced(IsrPdfStacks *stacks)
{
    guint with = 0, without = 0;

    for (guint i = 0; i < stacks->stacks->len; i++) {
        const IsrPdfStack *stack = nth(stacks, i);

        for (guint n = 0; n + 1 < stack->lines->len; n++) {
            const gint spaces = spaces_after(stacks, stack, n);

            with += spaces > 0;
            without += spaces == 0 && isr_pdf_stack_wraps(stacks, stack, n);
        }
    }
    stacks->spaced = with > without;
}

gboolean isr_pdf_stack_breaks(const IsrPdfStacks *stacks, const IsrPdfStack *stack, guint n)
{
    const IsrPdfLine *line = line_of(stacks, stack, n), *next = line_of(stacks, stack, n + 1);
    const IsrPdfWord *word = isr_pdf_word_nth(stacks->lines, next->first);
    const IsrPlace *letter =
        &g_array_index(stacks->lines->page->glyphs, IsrGlyph, word->first).place;

    return stacks->spaced && line->end == line->first + 1 && spaces_after(stacks, stack, n) == 0 &&
           line->place.right + letter->right - letter->left > stack->room;
}

/* Lines of a cell, and those among them that fill it. */
static void measure_cell(const IsrPdfStacks *stacks, guint first, guint end, guint *all,
                         guint *full)
{
    double width = 0;

    *all = *full = 0;
    for (guint i = first; i < end; i++)
        width = MAX(width, nth(stacks, i)->place.right - nth(stacks, first)->place.left);
    for (guint i = first; i < end; i++) {
        for (guint n = 0; n < nth(stacks, i)->lines->len; n++) {
            const IsrPlace *place = &line_of(stacks, nth(stacks, i), n)->place;

            (*all)++;
            *full += place->right - place->left > FULL * width;
        }
    }
}

/* TRUE if a rule goes down the page beside the cell that ends before @end. */
static gboolean is_ruled(const IsrPdfStacks *stacks, guint end)
{
    const IsrPlace *left = &nth(stacks, end - 1)->place, *right = &nth(stacks, end)->place;

    return isr_pdf_rules_down(stacks->lines->page, left->right, right->left,
                              (MAX(left->top, right->top) + MIN(left->bottom, right->bottom)) / 2,
                              NULL) > 0;
}

gboolean isr_pdf_stacks_are_columns(const IsrPdfStacks *stacks, guint first, guint end)
{
    for (guint from = first, to; from < end; from = to) {
        guint all, full;

        for (to = from; to < end && nth(stacks, to)->cell == nth(stacks, from)->cell;)
            to++;
        measure_cell(stacks, from, to, &all, &full);
        if (all < COLUMN_LINES || full * 2 < all || (to < end && is_ruled(stacks, to)))
            return FALSE;
    }
    return TRUE;
}

IsrPdfStacks *isr_pdf_stacks_new(const IsrPdfLines *lines)
{
    IsrPdfStacks *stacks = g_new0(IsrPdfStacks, 1);

    stacks->lines = lines;
    stacks->stacks = g_array_new(FALSE, FALSE, sizeof(IsrPdfStack));
    g_array_set_clear_func(stacks->stacks, stack_clear);
    for (guint i = 0; i < lines->lines->len; i++)
        stack_line(stacks, i);
    find_bands(stacks);
    find_cells(stacks);
    find_room(stacks);
    find_spaced(stacks);
    return stacks;
}
