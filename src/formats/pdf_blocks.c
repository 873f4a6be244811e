/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stacks of lines become paragraphs, headings, margins and rows of tables. Where a line ends in a
 * paragraph a space stands, where a word is broken nothing, where the line could have gone on a
 * line end. */
#include "pdf_blocks.h"

#include "pdf_drawing.h"
#include "pdf_stacks.h"

#include "../run.h"

#include <math.h>
#include <string.h>

#define PART "page"
#define CELL_BREAK "\x1f"    /* ISR_CELL_BREAK */
#define LARGER 1.12          /* times the usual height: a heading */
#define HEADING_BYTES 160    /* longer ones are text */
#define MARGIN 0.08          /* part of the page's height at its top and bottom */
#define TABLE_GAP 3.0        /* heights between rows of one table */
#define WIDE 0.8             /* heights: a gap of several spaces or a tab */
#define PARAGRAPH_LETTERS 40 /* a line of this many that ends early ends a paragraph */

struct IsrPdfBlocks {
    GPtrArray *tables; /* of GPtrArray of column heads, of the page in hand */
    GPtrArray *heads;  /* of the table in hand, among them; NULL outside tables */
};

/* A page on its way to blocks. */
typedef struct {
    IsrPdfBlocks *blocks;
    const IsrPdfPage *page;
    const IsrPdfLines *lines;
    const IsrPdfStacks *stacks;
    double height; /* of the usual letter */
    GPtrArray *made;
    double table_end; /* where the row before ended; -INFINITY if none */
} Making;

IsrPdfBlocks *isr_pdf_blocks_new(void)
{
    IsrPdfBlocks *blocks = g_new0(IsrPdfBlocks, 1);

    blocks->tables = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    return blocks;
}

void isr_pdf_blocks_free(IsrPdfBlocks *blocks)
{
    if (!blocks)
        return;
    g_ptr_array_unref(blocks->tables);
    g_free(blocks);
}

static const IsrGlyph *glyph_nth(const IsrPdfPage *page, guint n)
{
    return &g_array_index(page->glyphs, IsrGlyph, n);
}

/* --- text --- */

static void append_pseudo(IsrBlock *block, const char *text)
{
    isr_block_append(block, text, -1, ISR_PDF_NO_GLYPH, ISR_RUN_PSEUDO);
}

/* Control characters are no text, and one of them would part cells. */
static void append_glyph(const Making *making, IsrBlock *block, guint n, const char *instead)
{
    const char *text = instead ? instead : glyph_nth(making->page, n)->text;

    isr_block_append(block, g_ascii_iscntrl(*text) ? " " : text, -1, n, ISR_RUN_PLAIN);
}

/* The gap between two words of a line, as the page has it if it does. */
static void append_gap(const Making *making, IsrBlock *block, const IsrPdfWord *before,
                       const IsrPdfWord *word)
{
    if (word->joined)
        return;
    if (word->first == before->end + 1)
        append_glyph(making, block, before->end, " ");
    else
        append_pseudo(block, " ");
    if (word->place.left - before->place.right > WIDE * making->height)
        append_pseudo(block, "  ");
}

static gboolean is_hyphen(const char *text)
{
    const gunichar c = g_utf8_get_char(text);

    return c == '-' || c == 0x2010 || c == 0x00ad;
}

/* The hyphen at the end of @line, behind a letter; ISR_PDF_NO_GLYPH if there is none. */
static guint hyphen_of(const Making *making, const IsrPdfLine *line)
{
    const IsrPdfWord *word = isr_pdf_word_nth(making->lines, line->end - 1);
    const guint last = word->end - 1;

    if (word->letters < 2 || !is_hyphen(glyph_nth(making->page, last)->text) ||
        !g_unichar_isalnum(g_utf8_get_char(glyph_nth(making->page, last - 1)->text)))
        return ISR_PDF_NO_GLYPH;
    return last;
}

static void append_line(const Making *making, IsrBlock *block, const IsrPdfLine *line, guint soft)
{
    for (guint i = line->first; i < line->end; i++) {
        const IsrPdfWord *word = isr_pdf_word_nth(making->lines, i);

        if (i > line->first)
            append_gap(making, block, isr_pdf_word_nth(making->lines, i - 1), word);
        for (guint n = word->first; n < word->end; n++)
            append_glyph(making, block, n, n == soft ? "\u00ad" : NULL);
    }
}

static const IsrPdfLine *line_nth(const Making *making, const IsrPdfStack *stack, guint n)
{
    return isr_pdf_line_nth(making->lines, g_array_index(stack->lines, guint, n));
}

static gunichar first_of(const Making *making, const IsrPdfLine *line)
{
    const IsrPdfWord *word = isr_pdf_word_nth(making->lines, line->first);

    return g_utf8_get_char(glyph_nth(making->page, word->first)->text);
}

/* What stands between line @n of the stack and the next; "" inside a word. */
static const char *joint(const Making *making, const IsrPdfStack *stack, guint n)
{
    const gunichar next = first_of(making, line_nth(making, stack, n + 1));

    if (isr_pdf_stack_breaks(making->stacks, stack, n))
        return "";
    if (hyphen_of(making, line_nth(making, stack, n)) != ISR_PDF_NO_GLYPH &&
        g_unichar_isalnum(next))
        return "";
    return isr_pdf_stack_wraps(making->stacks, stack, n) ? " " : "\n";
}

static gboolean is_address(const Making *making, const IsrPdfWord *word)
{
    for (guint i = word->first; i < word->end; i++)
        if (strchr("@/:", *glyph_nth(making->page, i)->text))
            return TRUE;
    return FALSE;
}

/* A hyphen before a small letter only says that the word goes on, but for those in addresses. */
static guint soft_hyphen(const Making *making, const IsrPdfStack *stack, guint n)
{
    const IsrPdfLine *line = line_nth(making, stack, n);

    if (n + 1 == stack->lines->len ||
        is_address(making, isr_pdf_word_nth(making->lines, line->end - 1)) ||
        !g_unichar_islower(first_of(making, line_nth(making, stack, n + 1))))
        return ISR_PDF_NO_GLYPH;
    return hyphen_of(making, line_nth(making, stack, n));
}

static void append_lines(const Making *making, IsrBlock *block, const IsrPdfStack *stack,
                         guint first, guint end)
{
    for (guint n = first; n < end; n++) {
        if (n > first) {
            const char *between = joint(making, stack, n - 1);

            if (*between)
                append_pseudo(block, between);
        }
        append_line(making, block, line_nth(making, stack, n), soft_hyphen(making, stack, n));
    }
}

/* --- paragraphs --- */

static gboolean in_margin(const Making *making, const IsrPdfStack *stack)
{
    const double height = making->page->height;

    return stack->place.bottom < MARGIN * height || stack->place.top > (1 - MARGIN) * height;
}

static IsrBlockKind kind_of(const Making *making, const IsrPdfStack *stack, const IsrBlock *block)
{
    if (stack->turned)
        return ISR_BLOCK_BODY;
    if (in_margin(making, stack))
        return ISR_BLOCK_MARGIN;
    return stack->height > LARGER * making->height && block->text->len <= HEADING_BYTES
               ? ISR_BLOCK_HEADING
               : ISR_BLOCK_BODY;
}

static void add_paragraph(Making *making, const IsrPdfStack *stack, guint first, guint end)
{
    IsrBlock *block = isr_block_new(ISR_BLOCK_BODY, PART);

    append_lines(making, block, stack, first, end);
    block->kind = kind_of(making, stack, block);
    g_ptr_array_add(making->made, block);
}

/* Paragraphs without a gap between them: a long line that could have gone on was the last. */
static gboolean ends_paragraph(const Making *making, const IsrPdfStack *stack, guint first, guint n)
{
    const IsrPdfLine *line = line_nth(making, stack, n);
    guint letters = 0;

    if (strcmp(joint(making, stack, n), "\n") != 0)
        return FALSE;
    for (guint i = line->first; i < line->end; i++)
        letters += isr_pdf_word_nth(making->lines, i)->letters;
    return letters >= PARAGRAPH_LETTERS || n > first;
}

static void add_paragraphs(Making *making, const IsrPdfStack *stack)
{
    guint first = 0;

    making->blocks->heads = NULL;
    for (guint n = 0; n + 1 < stack->lines->len; n++) {
        if (ends_paragraph(making, stack, first, n) &&
            (n == first || strcmp(joint(making, stack, n - 1), "\n") != 0)) {
            add_paragraph(making, stack, first, n + 1);
            first = n + 1;
        }
    }
    add_paragraph(making, stack, first, stack->lines->len);
}

/* --- rows --- */

static void append_cell(const Making *making, IsrBlock *block, guint first, guint end)
{
    for (guint i = first; i < end; i++) {
        const IsrPdfStack *stack = isr_pdf_stack_nth(making->stacks, i);

        if (i > first)
            append_pseudo(block, "\n");
        append_lines(making, block, stack, 0, stack->lines->len);
    }
}

static GPtrArray *heads_of(const IsrBlock *block)
{
    GPtrArray *heads = g_ptr_array_new_with_free_func(g_free);
    char **cells = g_strsplit(block->text->str, CELL_BREAK, -1);

    for (guint i = 0; cells[i]; i++)
        g_ptr_array_add(heads, g_strstrip(cells[i]));
    g_free(cells);
    return heads;
}

/* The cells between @left and @right that are empty, told by their rules: @borders of them are no
 * cell's end. */
static void append_empty_cells(const Making *making, IsrBlock *block, double left, double right,
                               double y, guint borders)
{
    const guint rules = isr_pdf_rules_down(making->page, left, right, y, NULL);

    for (guint i = borders; i < rules; i++)
        append_pseudo(block, CELL_BREAK);
}

static void append_cells(const Making *making, IsrBlock *block, guint first, guint end)
{
    const IsrPlace *place = &isr_pdf_stack_nth(making->stacks, first)->place;
    double y = (place->top + MIN(place->bottom, place->top + making->height)) / 2, right = 0;

    append_empty_cells(making, block, 0, place->left, y, 1);
    for (guint from = first, to; from < end; from = to) {
        const guint cell = isr_pdf_stack_nth(making->stacks, from)->cell;

        place = &isr_pdf_stack_nth(making->stacks, from)->place;
        if (from > first) {
            append_pseudo(block, CELL_BREAK);
            append_empty_cells(making, block, right, place->left, y, 1);
        }
        for (to = from, right = 0; to < end && isr_pdf_stack_nth(making->stacks, to)->cell == cell;
             to++)
            right = MAX(right, isr_pdf_stack_nth(making->stacks, to)->place.right);
        append_cell(making, block, from, to);
    }
    append_empty_cells(making, block, right, making->page->width, y, 1);
}

static void add_row(Making *making, guint first, guint end)
{
    IsrBlock *block = isr_block_new(ISR_BLOCK_ROW, PART);

    append_cells(making, block, first, end);
    if (making->blocks->heads) {
        block->columns = making->blocks->heads;
    } else {
        making->blocks->heads = heads_of(block);
        g_ptr_array_add(making->blocks->tables, making->blocks->heads);
    }
    g_ptr_array_add(making->made, block);
}

/* A stack alone in its band may be the only cell of its row with words. */
static gboolean is_row(const Making *making, guint first, guint end)
{
    const IsrPdfStack *stack = isr_pdf_stack_nth(making->stacks, first);

    if (stack->cell != isr_pdf_stack_nth(making->stacks, end - 1)->cell)
        return !isr_pdf_stacks_are_columns(making->stacks, first, end);
    return isr_pdf_rules_down(making->page, 0, making->page->width,
                              (stack->place.top + stack->place.bottom) / 2, NULL) > 2;
}

/* Stacks that stand side by side: @first to before @end. */
static void add_band(Making *making, guint first, guint end)
{
    const IsrPdfStack *stack = isr_pdf_stack_nth(making->stacks, first);

    if (is_row(making, first, end)) {
        if (stack->place.top > making->table_end + TABLE_GAP * making->height)
            making->blocks->heads = NULL;
        add_row(making, first, end);
        for (guint i = first; i < end; i++)
            making->table_end = MAX(i == first ? -INFINITY : making->table_end,
                                    isr_pdf_stack_nth(making->stacks, i)->place.bottom);
        return;
    }
    for (guint i = first; i < end; i++)
        add_paragraphs(making, isr_pdf_stack_nth(making->stacks, i));
}

static void add_bands(Making *making)
{
    const guint n = making->stacks->stacks->len;

    for (guint first = 0, end; first < n; first = end) {
        const guint band = isr_pdf_stack_nth(making->stacks, first)->band;

        for (end = first; end < n && isr_pdf_stack_nth(making->stacks, end)->band == band;)
            end++;
        add_band(making, first, end);
    }
}

/* --- the page --- */

static gint by_value(gconstpointer a, gconstpointer b)
{
    const double x = *(const double *)a, y = *(const double *)b;

    return x < y ? -1 : x > y;
}

/* Half of the letters are no higher. */
static double usual_height(const IsrPdfPage *page)
{
    g_autoptr(GArray) heights = g_array_new(FALSE, FALSE, sizeof(double));

    for (guint i = 0; i < page->glyphs->len; i++) {
        const IsrPlace *place = &glyph_nth(page, i)->place;
        const double height = place->bottom - place->top;

        if (!isr_glyph_is_space(glyph_nth(page, i)))
            g_array_append_val(heights, height);
    }
    g_array_sort(heights, by_value);
    return heights->len ? g_array_index(heights, double, heights->len / 2) : 0;
}

/* All of the page once more, for values whose letters stand apart or run together. */
static void add_squeezed(Making *making)
{
    IsrBlock *all = isr_block_new(ISR_BLOCK_SQUEEZED, PART);

    for (guint i = 0; i < making->made->len; i++) {
        if (i > 0)
            append_pseudo(all, ISR_RUN_BLOCK_END);
        isr_block_append_block(all, making->made->pdata[i]);
    }
    g_ptr_array_add(making->made, all);
}

/* And once more as poppler reads it, line by line: a value over two lines of a column may have the
 * next column between them above. */
static void add_as_read(Making *making)
{
    const IsrPdfPage *page = making->page;
    IsrBlock *all = isr_block_new(ISR_BLOCK_SQUEEZED, PART);

    for (guint i = 0; i < page->glyphs->len; i++) {
        if (*glyph_nth(page, i)->text == '\n')
            append_pseudo(all, ISR_RUN_BLOCK_END);
        else
            append_glyph(making, all, i, NULL);
    }
    g_ptr_array_add(making->made, all);
}

static void block_free(gpointer block)
{
    isr_block_free(block);
}

GPtrArray *isr_pdf_blocks_of(IsrPdfBlocks *blocks, const IsrPdfPage *page)
{
    g_autoptr(IsrPdfLines) lines = isr_pdf_lines_new(page);
    g_autoptr(IsrPdfStacks) stacks = isr_pdf_stacks_new(lines);
    Making making = {.blocks = blocks,
                     .page = page,
                     .lines = lines,
                     .stacks = stacks,
                     .height = usual_height(page),
                     .made = g_ptr_array_new_with_free_func(block_free),
                     .table_end = -INFINITY};

    blocks->heads = NULL;
    g_ptr_array_set_size(blocks->tables, 0);
    add_bands(&making);
    add_squeezed(&making);
    isr_pdf_drawing_add(page, making.made);
    add_as_read(&making);
    return making.made;
}
