/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines of a page as stacks (a paragraph, a cell, an address), and which stacks stand side by
 * side: the cells of a table's row, or columns to be read one after the other. */
#pragma once

#include "pdf_lines.h"

typedef struct {
    GArray *lines; /* of guint: lines from the top */
    IsrPlace place;
    double height; /* of its letters */
    guint sequence;
    gboolean turned;
    guint band;  /* stacks side by side have one number, counted down the page */
    guint cell;  /* its place among them, from the left; stacks of one cell have one number */
    double room; /* how far to the right its lines could have gone */
} IsrPdfStack;

typedef struct {
    const IsrPdfLines *lines;
    GArray *stacks;  /* of IsrPdfStack, by band, cell and height */
    gboolean spaced; /* where a line goes on below, a space is drawn in between */
} IsrPdfStacks;

/* The stacks of @lines, which are borrowed. Free with isr_pdf_stacks_free() (accepts NULL). */
IsrPdfStacks *isr_pdf_stacks_new(const IsrPdfLines *lines);
void isr_pdf_stacks_free(IsrPdfStacks *stacks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrPdfStacks, isr_pdf_stacks_free)

const IsrPdfStack *isr_pdf_stack_nth(const IsrPdfStacks *stacks, guint n);

/* TRUE if the band of stacks @first to before @end is columns of running text, no row. */
gboolean isr_pdf_stacks_are_columns(const IsrPdfStacks *stacks, guint first, guint end);

/* TRUE if line @n of the stack ends within a word that goes on in the next: programs break long
 * words anywhere. */
gboolean isr_pdf_stack_breaks(const IsrPdfStacks *stacks, const IsrPdfStack *stack, guint n);

/* TRUE if line @n of the stack goes on in the next: its next word had no room. */
gboolean isr_pdf_stack_wraps(const IsrPdfStacks *stacks, const IsrPdfStack *stack, guint n);
