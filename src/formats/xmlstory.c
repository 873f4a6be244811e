/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts text together into blocks and shows each to the visitor once it is whole. Tokens are only
 * passed on: which of them are written is not decided here. */
#include "xmlstory.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <string.h>

typedef enum { OPEN_PARAGRAPH, OPEN_ROW, OPEN_NEST } OpenType;

typedef struct {
    OpenType type;
    IsrBlock *block;        /* NULL for a nest */
    guint cells;            /* of a row, begun so far */
    gboolean has_paragraph; /* the cell has had one */
    gboolean lingers;
    gboolean merges;
    gboolean loose;     /* it stands in no paragraph: lingers, but no paragraph goes on with it */
    guint linger_depth; /* open elements around the lingering paragraph */
    guint64 joint;      /* its end tag */
} Open;

struct IsrXmlStory {
    IsrVisit *visit;
    IsrXmlTokens *tokens;
    const char *part;
    IsrBlockKind kind;
    GArray *open;      /* of Open, innermost last */
    GPtrArray *tables; /* of GPtrArray *: column heads, or NULL before the first row */
    GArray *edits;
};

static void open_clear(gpointer data)
{
    isr_block_free(((Open *)data)->block);
}

static void columns_free(gpointer columns)
{
    if (columns)
        g_ptr_array_unref(columns);
}

IsrXmlStory *isr_xml_story_new(IsrVisit *visit, IsrXmlTokens *tokens, const char *part,
                               IsrBlockKind kind)
{
    IsrXmlStory *story = g_new0(IsrXmlStory, 1);

    story->visit = visit;
    story->tokens = tokens;
    story->part = part;
    story->kind = kind;
    story->open = g_array_new(FALSE, FALSE, sizeof(Open));
    g_array_set_clear_func(story->open, open_clear);
    story->tables = g_ptr_array_new_with_free_func(columns_free);
    story->edits = isr_edits_new();
    return story;
}

void isr_xml_story_free(IsrXmlStory *story)
{
    if (!story)
        return;
    g_array_unref(story->open);
    g_ptr_array_unref(story->tables);
    g_array_unref(story->edits);
    g_free(story);
}

gboolean isr_xml_story_is_idle(const IsrXmlStory *story)
{
    return story->open->len == 0;
}

static Open *innermost(const IsrXmlStory *story)
{
    return story->open->len ? &g_array_index(story->open, Open, story->open->len - 1) : NULL;
}

static Open *innermost_row(const IsrXmlStory *story)
{
    Open *open = innermost(story);

    return open && open->type == OPEN_ROW ? open : NULL;
}

static void push(IsrXmlStory *story, OpenType type, IsrBlockKind kind)
{
    Open open = {.type = type};

    if (type != OPEN_NEST)
        open.block = isr_block_new(kind, story->part);
    g_array_append_val(story->open, open);
}

static gboolean append(IsrXmlStory *story, const char *text, guint slot, guint flags,
                       GError **error)
{
    IsrBlock *block = innermost(story)->block;

    isr_block_append(block, text, -1, slot, flags);
    if (block->text->len <= ISR_LIMIT_BLOCK_BYTES)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_LIMIT,
                "%s: a paragraph or table row is longer than isredact reads; split it",
                story->part);
    return FALSE;
}

/* Shows the innermost block, applies the edits and forgets it. */
static gboolean finish(IsrXmlStory *story, GError **error)
{
    IsrBlock *block = innermost(story)->block;

    if (!isr_visit_block(story->visit, block, story->edits, error))
        return FALSE;
    if (story->edits->len > 0)
        isr_xml_tokens_edit(story->tokens, block, story->edits);
    g_array_set_size(story->open, story->open->len - 1);
    return TRUE;
}

/* --- paragraphs --- */

static void begin_in_row(Open *row)
{
    if (row->has_paragraph && !row->lingers)
        isr_block_append(row->block, "\n", 1, ISR_XML_NO_SLOT, ISR_RUN_PSEUDO);
    row->has_paragraph = TRUE;
}

static gboolean goes_on(const Open *open, guint depth)
{
    return open && open->lingers && !open->loose && open->linger_depth == depth;
}

gboolean isr_xml_story_begin_paragraph(IsrXmlStory *story, guint depth, gboolean *merged,
                                       GError **error)
{
    Open *open = innermost(story);

    *merged = isr_xml_story_is_merging(story, depth);
    if (*merged)
        isr_xml_tokens_cut(story->tokens, open->joint, open->joint + 1);
    if (!goes_on(open, depth) && !isr_xml_story_settle(story, 0, error))
        return FALSE;
    open = innermost(story);
    if (open && open->type == OPEN_ROW)
        begin_in_row(open);
    else if (!goes_on(open, depth))
        push(story, OPEN_PARAGRAPH, story->kind);
    innermost(story)->lingers = FALSE;
    return TRUE;
}

gboolean isr_xml_story_end_paragraph(IsrXmlStory *story, GError **error)
{
    return innermost_row(story) ? TRUE : finish(story, error);
}

void isr_xml_story_linger(IsrXmlStory *story, guint depth, gboolean merge)
{
    Open *open = innermost(story);

    open->lingers = TRUE;
    open->merges = merge;
    open->linger_depth = depth;
    open->joint = isr_xml_tokens_here(story->tokens) - 1;
}

gboolean isr_xml_story_is_merging(const IsrXmlStory *story, guint depth)
{
    const Open *open = innermost(story);

    return goes_on(open, depth) && open->merges;
}

gboolean isr_xml_story_settle(IsrXmlStory *story, guint depth, GError **error)
{
    Open *open = innermost(story);

    if (!open || !open->lingers || depth >= open->linger_depth)
        return TRUE;
    open->lingers = FALSE;
    return open->type == OPEN_PARAGRAPH ? finish(story, error) : TRUE;
}

/* --- tables --- */

gboolean isr_xml_story_begin_row(IsrXmlStory *story, GError **error)
{
    if (!isr_xml_story_settle(story, 0, error))
        return FALSE;
    push(story, OPEN_ROW, ISR_BLOCK_ROW);
    if (story->tables->len > 0)
        innermost(story)->block->columns = story->tables->pdata[story->tables->len - 1];
    return TRUE;
}

void isr_xml_story_begin_cell(IsrXmlStory *story)
{
    static const char cell_break = ISR_CELL_BREAK;
    Open *row = innermost_row(story);

    if (!row)
        return;
    if (row->cells++ > 0)
        isr_block_append(row->block, &cell_break, 1, ISR_XML_NO_SLOT, ISR_RUN_PSEUDO);
    row->has_paragraph = FALSE;
    row->lingers = FALSE;
}

/* The cells of a table's first row, as its reader sees them. */
static GPtrArray *columns_of(const IsrBlock *block)
{
    static const char cell_break[] = {ISR_CELL_BREAK, 0};
    g_autoptr(GArray) none = isr_edits_new();
    g_autofree char *text = isr_edits_apply(none, block);
    g_auto(GStrv) cells = g_strsplit(text, cell_break, -1);
    GPtrArray *columns = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; cells[i]; i++)
        g_ptr_array_add(columns, g_steal_pointer(&cells[i]));
    return columns;
}

gboolean isr_xml_story_end_row(IsrXmlStory *story, GError **error)
{
    guint tables = story->tables->len;
    GPtrArray *columns = NULL;

    if (!isr_xml_story_settle(story, 0, error))
        return FALSE;
    if (tables > 0 && !story->tables->pdata[tables - 1])
        columns = columns_of(innermost(story)->block);
    if (!finish(story, error)) {
        columns_free(columns);
        return FALSE;
    }
    if (columns)
        story->tables->pdata[tables - 1] = columns;
    return TRUE;
}

void isr_xml_story_begin_table(IsrXmlStory *story)
{
    g_ptr_array_add(story->tables, NULL);
}

void isr_xml_story_end_table(IsrXmlStory *story)
{
    g_ptr_array_set_size(story->tables, (gint)story->tables->len - 1);
}

/* --- stories within --- */

void isr_xml_story_begin_nest(IsrXmlStory *story)
{
    push(story, OPEN_NEST, story->kind);
}

gboolean isr_xml_story_end_nest(IsrXmlStory *story, GError **error)
{
    if (!isr_xml_story_settle(story, 0, error))
        return FALSE;
    g_array_set_size(story->open, story->open->len - 1);
    return TRUE;
}

/* A value may be split over runs that stand in no paragraph: what follows is read with them until a
 * paragraph, a table or the story ends that. */
static void push_loose(IsrXmlStory *story)
{
    Open *open;

    push(story, OPEN_PARAGRAPH, story->kind);
    open = innermost(story);
    open->block->loose = open->loose = open->lingers = TRUE;
    open->linger_depth = 1;
}

gboolean isr_xml_story_settle_loose(IsrXmlStory *story, GError **error)
{
    const Open *open = innermost(story);

    return !open || !open->loose || isr_xml_story_settle(story, 0, error);
}

gboolean isr_xml_story_text(IsrXmlStory *story, const char *text, guint slot, guint flags,
                            GError **error)
{
    Open *open = innermost(story);

    if (!open || !open->block)
        push_loose(story);
    else if (open->type == OPEN_ROW)
        open->has_paragraph = TRUE; /* what comes next in the cell does not run on */
    return append(story, text, slot, flags, error);
}

gboolean isr_xml_story_end(const IsrXmlStory *story, GError **error)
{
    if (isr_xml_story_is_idle(story))
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED,
                "%s: not all of its paragraphs could be read to their end; save the document again "
                "in its own program",
                story->part);
    return FALSE;
}

gboolean isr_xml_story_ends_in_space(const IsrXmlStory *story)
{
    static const char before[] = {' ', '\n', ISR_CELL_BREAK, 0};
    const Open *open = innermost(story);
    const GString *text = open && open->block ? open->block->text : NULL;

    return !text || text->len == 0 || strchr(before, text->str[text->len - 1]);
}

void isr_xml_story_set_kind(IsrXmlStory *story, IsrBlockKind kind)
{
    Open *open = innermost(story);

    if (open && open->type == OPEN_PARAGRAPH)
        open->block->kind = kind;
}
