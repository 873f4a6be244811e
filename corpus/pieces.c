/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a word processor would part a text. Serves the DOCX and the ODT builder alike. */
#include "pieces.h"

#include <string.h>

/* A run ends at one in so many words, and inside one in so many. */
#define WORDS_A_RUN 7
#define WORDS_A_SPLIT 25

GRand *isr_dice_for(const IsrGold *gold, const char *format)
{
    return g_rand_new_with_seed(g_str_hash(gold->id) ^ g_str_hash(format));
}

gboolean isr_dice_one_in(GRand *dice, guint sides)
{
    return g_rand_int_range(dice, 0, (gint32)sides) == 0;
}

static void clear_piece(gpointer data)
{
    IsrPiece *piece = data;

    g_free(piece->link);
}

static gboolean within(IsrRange inner, IsrRange outer)
{
    return inner.start >= outer.start && inner.end <= outer.end;
}

/* Mail addresses become links, as they do while one types. */
static char *link_for(const IsrGoldBlock *block, IsrRange range)
{
    for (guint i = 0; i < block->spans->len; i++) {
        const IsrGoldSpan *span = block->spans->pdata[i];
        g_autofree char *text =
            g_strndup(block->text->str + span->range.start, span->range.end - span->range.start);

        if (!within(range, span->range) || strpbrk(text, " \n"))
            continue;
        if (strcmp(span->category, "email") == 0)
            return g_strconcat("mailto:", text, NULL);
        if (strcmp(span->category, "url") == 0)
            return g_strconcat(strstr(text, "://") ? "" : "https://", text, NULL);
    }
    return NULL;
}

static gboolean is_inserted(const IsrGoldBlock *block, IsrRange range)
{
    for (guint i = 0; i < block->marks->len; i++) {
        const IsrGoldMark *mark = block->marks->pdata[i];

        if (mark->kind == ISR_GOLD_INSERTED && within(range, mark->range))
            return TRUE;
    }
    return FALSE;
}

/* Cuts that the document itself asks for: edges of links, insertions, deletions and comments. */
static void cut_at_edges(const IsrGoldBlock *block, gboolean *cuts)
{
    for (guint i = 0; i < block->marks->len; i++) {
        const IsrGoldMark *mark = block->marks->pdata[i];

        cuts[mark->range.start] = cuts[mark->range.end] = TRUE;
    }
    for (guint i = 0; i < block->spans->len; i++) {
        const IsrGoldSpan *span = block->spans->pdata[i];

        if (strcmp(span->category, "email") == 0 || strcmp(span->category, "url") == 0)
            cuts[span->range.start] = cuts[span->range.end] = TRUE;
    }
}

/* Cuts that nobody asked for. */
static void cut_at_random(const GString *text, IsrRange cell, gboolean *cuts, GRand *dice)
{
    for (gsize i = cell.start; i < cell.end; i++) {
        const char *at = text->str + i;

        if (*at == '\n' || *at == '\t')
            cuts[i] = cuts[i + 1] = TRUE;
        else if (*at == ' ' && isr_dice_one_in(dice, WORDS_A_RUN))
            cuts[i + (isr_dice_one_in(dice, 2) ? 1 : 0)] = TRUE;
        else if (*at == ' ' && isr_dice_one_in(dice, WORDS_A_SPLIT) && i + 4 < cell.end &&
                 ((guint8)at[4] & 0xc0) != 0x80)
            cuts[i + 4] = TRUE;
    }
}

GArray *isr_pieces_cut(const IsrGoldBlock *block, IsrRange cell, GRand *dice)
{
    GArray *pieces = g_array_new(FALSE, TRUE, sizeof(IsrPiece));
    g_autofree gboolean *cuts = g_new0(gboolean, block->text->len + 2);
    IsrPiece piece = {.range = {cell.start, cell.start}};

    g_array_set_clear_func(pieces, clear_piece);
    cut_at_edges(block, cuts);
    cut_at_random(block->text, cell, cuts, dice);
    for (gsize i = cell.start + 1; i <= cell.end; i++) {
        if (i < cell.end && !cuts[i])
            continue;
        piece.range.end = i;
        piece.link = link_for(block, piece.range);
        piece.inserted = is_inserted(block, piece.range);
        g_array_append_val(pieces, piece);
        piece.range.start = i;
    }
    return pieces;
}
