/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A reading: a block's text as detectors see it. Odd spaces become ' ', dashes '-', quotation
 * marks ' and ", compatibility and symbol-font characters their plain ones, accents composed;
 * soft hyphens, zero-width and direction marks are gone. Case stays. Every byte maps back to the
 * block. Cell breaks stay ISR_CELL_BREAK, other line breaks '\n', tabs ' '. */
#pragma once

#include <isredact/block.h>

/* What was worked out of a reading once, for all who ask. */
typedef struct {
    gpointer words; /* words.h; NULL until somebody asks */
    GDestroyNotify free_words;
    GArray *tokens; /* tagger_tokens.h; NULL until somebody asks */
} IsrReadingMemo;

typedef struct {
    const IsrBlock *block; /* borrowed */
    GString *text;         /* valid UTF-8 */
    GArray *origins; /* of IsrRange: for each byte of text, the bytes of the block it stands for */
    IsrReadingMemo *memo;
} IsrReading;

typedef enum {
    ISR_VIEW_AFTER, /* what the reader of the copy sees: without tracked deletions */
    ISR_VIEW_ALL,   /* insertions and deletions in order */
    ISR_VIEW_BEFORE /* without tracked insertions */
} IsrView;

/* TRUE if @block has tracked changes, so that the three views differ. */
gboolean isr_reading_has_views(const IsrBlock *block);

/* Reads @block (borrowed as long as the reading lives); free with isr_reading_free() (accepts
 * NULL). */
IsrReading *isr_reading_new(const IsrBlock *block, IsrView view);
void isr_reading_free(IsrReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrReading, isr_reading_free)

/* The bytes of the block that @start..@end of the reading stand for. */
IsrRange isr_reading_origin(const IsrReading *reading, gsize start, gsize end);

/* Squeezed for comparing: letters and digits only, lower case, accents folded (ł ø đ ı ß too);
 * free with g_free(). The form in which values are swept, searched and committed to. */
char *isr_squeeze(const char *text, gssize length);
