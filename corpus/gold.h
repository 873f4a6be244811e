/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gold: an invented document whose identifiers and sensitive sentences are marked. The mark-up is
 * described in corpus/README.md. */
#pragma once

#include <isredact/block.h>

typedef struct {
    char *id;     /* "p1" */
    char *role;   /* "subject" "family" "third-party" "professional" "referrer" */
    char *origin; /* "welsh-or-gaelic" ... */
    char *name;   /* as known */
} IsrGoldPerson;

typedef struct {
    IsrRange range; /* in the block's text */
    char *category;
    const IsrGoldPerson *person; /* NULL: nobody's in particular */
    char *whose;                 /* of a sentence: a role; NULL for an identifier */
    gboolean wrong;              /* its check digit is wrong, as the document says */
} IsrGoldSpan;

typedef enum {
    ISR_GOLD_INSERTED, /* the range was inserted with changes tracked */
    ISR_GOLD_DELETED,  /* text that a tracked change took away at range.start */
    ISR_GOLD_NOTE      /* a comment on the text at range.start */
} IsrGoldMarkKind;

typedef struct {
    IsrGoldMarkKind kind;
    IsrRange range; /* in the block's text; empty for what is not part of it */
    char *text;     /* deleted text or comment; NULL for an insertion */
} IsrGoldMark;

typedef enum {
    ISR_GOLD_HEADING,
    ISR_GOLD_PARAGRAPH,
    ISR_GOLD_BULLET,
    ISR_GOLD_ROW, /* cells are parted by ISR_CELL_BREAK */
    ISR_GOLD_HEADER,
    ISR_GOLD_FOOTER
} IsrGoldKind;

typedef struct {
    IsrGoldKind kind;
    guint level;      /* of a heading, from 1 */
    GString *text;    /* as the reader sees it: changes accepted; '\n' is a line break */
    GPtrArray *spans; /* of IsrGoldSpan *, in order of their start */
    GPtrArray *marks; /* of IsrGoldMark *, in order */
} IsrGoldBlock;

typedef struct {
    char *id, *kind, *setting, *subject;
    GPtrArray *people; /* of IsrGoldPerson * */
    GPtrArray *blocks; /* of IsrGoldBlock *: header first, footer last */
} IsrGold;

/* Reads a gold file. Errors: MALFORMED, naming file and line. */
IsrGold *isr_gold_load(const char *path, GError **error);
void isr_gold_free(IsrGold *gold);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrGold, isr_gold_free)

/* A document of nothing, to be filled; its id and kind are set by the caller. */
IsrGold *isr_gold_new(void);
/* An empty block at the end of @gold, and a span of an identifier at the end of @block's; both
 * borrowed. */
IsrGoldBlock *isr_gold_add_block(IsrGold *gold, IsrGoldKind kind);
IsrGoldSpan *isr_gold_add_span(IsrGoldBlock *block, const char *category, IsrRange range);

/* The nth person with @role, or NULL. Borrowed. */
const IsrGoldPerson *isr_gold_person(const IsrGold *gold, const char *role, guint nth);

/* The cells of a row, or the whole text of another block: GArray of IsrRange. */
GArray *isr_gold_cells(const IsrGoldBlock *block);

/* TRUE if the block at @index does not go on with the table of the block before it: it is no row,
 * or has another number of cells. An @index past the end is TRUE. */
gboolean isr_gold_begins_table(const IsrGold *gold, guint index);
