/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A block: the text of one paragraph, heading, note or table row, joined from the pieces a format
 * stores it in, and what an edit of that text makes of each piece. Offsets are bytes of valid
 * UTF-8 within one block. */
#pragma once

#include <glib.h>

typedef struct {
    gsize start;
    gsize end; /* one past the last byte */
} IsrRange;

typedef enum {
    ISR_BLOCK_BODY,
    ISR_BLOCK_HEADING,
    ISR_BLOCK_ROW,    /* a table row; cells are parted by ISR_CELL_BREAK */
    ISR_BLOCK_MARGIN, /* header or footer of a page */
    ISR_BLOCK_NOTE,   /* footnote or endnote */
    ISR_BLOCK_COMMENT,
    ISR_BLOCK_HIDDEN,    /* text that the reader is not shown */
    ISR_BLOCK_ATTRIBUTE, /* a name stored in the mark-up (style, bookmark): swept, not detected in
                          */
    ISR_BLOCK_METADATA,  /* a property of the document that stays */
    ISR_BLOCK_SQUEEZED   /* a page's text once more: swept for long known values whose letters run
                            together with others or stand apart; not detected in */
} IsrBlockKind;

/* Stands in a row's text between two cells (U+001F, INFORMATION SEPARATOR ONE). Paragraphs
 * within a cell are parted by '\n'. */
#define ISR_CELL_BREAK '\x1f'

typedef enum {
    ISR_RUN_PLAIN = 0,
    ISR_RUN_DELETED = 1 << 0,  /* tracked deletion: read for evidence, gone from the copy */
    ISR_RUN_INSERTED = 1 << 1, /* tracked insertion */
    ISR_RUN_PSEUDO = 1 << 2    /* no text node: a tab, line break or cell break stands for it */
} IsrRunFlags;

typedef struct {
    IsrRange range;
    guint slot;  /* understood by the format alone: its nth text token */
    guint flags; /* IsrRunFlags */
} IsrRun;

typedef struct {
    IsrBlockKind kind;
    const char *part;    /* where it stands, e.g. "word/header2.xml"; borrowed */
    guint index;         /* number of the block in this walk, from 0 */
    GString *text;       /* valid UTF-8 */
    GArray *runs;        /* of IsrRun, in order, disjoint */
    const char *heading; /* text of the nearest heading above, or NULL; borrowed */
    GPtrArray *columns;  /* of char *: cells of the table's first row, or NULL; borrowed */
    gboolean seen;       /* read with OCR: read again, a letter may be another */
    gboolean loose;      /* it stood in no paragraph: a reader may see it run on into others */
} IsrBlock;

/* An empty block; free it with isr_block_free() (accepts NULL). */
IsrBlock *isr_block_new(IsrBlockKind kind, const char *part);
void isr_block_free(IsrBlock *block);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrBlock, isr_block_free)

/* Appends @length bytes (-1: up to NUL) of valid UTF-8 as one run. */
void isr_block_append(IsrBlock *block, const char *text, gssize length, guint slot, guint flags);

/* Appends the text and runs of @other. */
void isr_block_append_block(IsrBlock *block, const IsrBlock *other);

/* Empties the block for reuse. */
void isr_block_clear(IsrBlock *block);

/* One edit: @range of a block's text becomes @text (owned; "" removes). */
typedef struct {
    IsrRange range;
    char *text;
} IsrEdit;

/* An empty GArray of IsrEdit that frees its texts. */
GArray *isr_edits_new(void);
/* Appends an edit: bytes @start..@end of the block become a copy of @text. */
void isr_edits_add(GArray *edits, gsize start, gsize end, const char *text);

/* The number of the run that holds byte @at; of the next one, or how many there are, if none does.
 */
guint isr_block_run_at(const IsrBlock *block, gsize at);

/* What @edits (ordered, disjoint) make of each run of @block: an array as long as block->runs,
 * whose items are NULL (unchanged) or the run's new text (owned). The new text of a span goes to
 * the first run that it touches and that is neither pseudo nor deleted; the other runs lose what
 * the span covers. A pseudo run becomes "" when a span covers it whole. If a span touches
 * only pseudo or deleted runs, its text goes nowhere and only the removal happens. */
GPtrArray *isr_edits_by_run(const GArray *edits, const IsrBlock *block);

/* The block's text with the edits applied and deleted runs left out; free with g_free(). */
char *isr_edits_apply(const GArray *edits, const IsrBlock *block);
