/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Glyphs by how far down they stand, each seen word held against those at its height. */
#include "text_crowd.h"

#include "../mark.h"
#include "page_flow.h"

#include <math.h>

#define BAND 16.0 /* points */
/* Of the smaller place: the boxes of close lines overlap a little, those of words do not. */
#define SHARE_ACROSS 0.1
#define SHARE_DOWN 0.35
#define SHARE_OF_LABELS 0.01 /* across: one box is painted over the edge of the other */
#define SHARE_HIDDEN 0.5     /* across: a letter that a box covers */

/* Who stays first. */
typedef enum { RANK_SEEN_LABEL, RANK_TEXT, RANK_LABEL, RANK_SEEN } Rank;

/* What stands in each stretch of the page: GArrays of guint. */
typedef struct {
    const IsrPdfPage *page;
    GPtrArray *bands;
    guint8 *ranks; /* of each glyph */
    gboolean *crowded;
} Crowd;

static const IsrGlyph *glyph_nth(const Crowd *crowd, guint n)
{
    return &g_array_index(crowd->page->glyphs, IsrGlyph, n);
}

static guint band_of(const Crowd *crowd, double y)
{
    return (guint)CLAMP(y / BAND, 0, crowd->bands->len - 1);
}

static gboolean share_place(const IsrPlace *a, const IsrPlace *b, double across)
{
    const double wide = MIN(a->right, b->right) - MAX(a->left, b->left);
    const double high = MIN(a->bottom, b->bottom) - MAX(a->top, b->top);

    return wide > across * MIN(a->right - a->left, b->right - b->left) &&
           high > SHARE_DOWN * MIN(a->bottom - a->top, b->bottom - b->top);
}

static gboolean is_label(guint8 rank)
{
    return rank == RANK_LABEL || rank == RANK_SEEN_LABEL;
}

/* How much of a glyph's width another may take. Boxes for what was seen are painted last and hide
 * what is below; labels of text stand where text was, and may touch what is beside it. */
static double share_across(guint8 rank, guint8 other)
{
    if (is_label(rank) && is_label(other))
        return SHARE_OF_LABELS;
    if (rank == RANK_TEXT && other == RANK_SEEN_LABEL)
        return SHARE_HIDDEN;
    return rank == RANK_SEEN ? SHARE_ACROSS : INFINITY;
}

static gboolean shares(const Crowd *crowd, guint glyph, guint other)
{
    return share_place(&glyph_nth(crowd, glyph)->place, &glyph_nth(crowd, other)->place,
                       share_across(crowd->ranks[glyph], crowd->ranks[other]));
}

/* TRUE if one of those that stay shares the place of @glyph. */
static gboolean is_taken(const Crowd *crowd, guint glyph)
{
    const IsrPlace *place = &glyph_nth(crowd, glyph)->place;

    for (guint n = band_of(crowd, place->top); n <= band_of(crowd, place->bottom); n++) {
        const GArray *band = crowd->bands->pdata[n];

        for (guint i = 0; i < band->len; i++) {
            if (shares(crowd, glyph, g_array_index(band, guint, i)))
                return TRUE;
        }
    }
    return FALSE;
}

static void settle(Crowd *crowd, guint glyph)
{
    const IsrPlace *place = &glyph_nth(crowd, glyph)->place;

    for (guint n = band_of(crowd, place->top); n <= band_of(crowd, place->bottom); n++)
        g_array_append_val(crowd->bands->pdata[n], glyph);
}

static gboolean has_place(const IsrGlyph *glyph)
{
    return !isr_glyph_is_space(glyph) && !isr_place_is_empty(&glyph->place);
}

static Rank rank_of(const IsrGlyph *glyph)
{
    const gboolean seen = glyph->confidence < 100;
    g_autoptr(GString) text = NULL;

    if (*glyph->text == '[')
        text = g_string_new(glyph->text);
    if (text && isr_mark_shape_at(text, 0).end > 0)
        return seen ? RANK_SEEN_LABEL : RANK_LABEL;
    return seen ? RANK_SEEN : RANK_TEXT;
}

/* Letters of a text are held against boxes alone, not against each other. */
static void settle_text(Crowd *crowd)
{
    const guint n = crowd->page->glyphs->len;

    for (guint i = 0; i < n; i++)
        if (has_place(glyph_nth(crowd, i)) && crowd->ranks[i] == RANK_TEXT)
            crowd->crowded[i] = is_taken(crowd, i);
    for (guint i = 0; i < n; i++)
        if (has_place(glyph_nth(crowd, i)) && crowd->ranks[i] == RANK_TEXT && !crowd->crowded[i])
            settle(crowd, i);
}

/* Of two labels the later is painted over the other, be it of text or of what was seen. */
static void settle_rank(Crowd *crowd, Rank rank)
{
    const guint n = crowd->page->glyphs->len;

    for (guint k = 0; k < n; k++) {
        const guint i = is_label((guint8)rank) ? n - 1 - k : k;

        if (!has_place(glyph_nth(crowd, i)) || crowd->ranks[i] != rank)
            continue;
        crowd->crowded[i] = is_taken(crowd, i);
        if (!crowd->crowded[i])
            settle(crowd, i);
    }
}

static void settle_all(Crowd *crowd)
{
    for (guint i = 0; i < crowd->page->glyphs->len; i++)
        crowd->ranks[i] = (guint8)rank_of(glyph_nth(crowd, i));
    settle_rank(crowd, RANK_SEEN_LABEL);
    settle_text(crowd);
    settle_rank(crowd, RANK_LABEL);
    settle_rank(crowd, RANK_SEEN);
}

static void band_free(gpointer band)
{
    g_array_unref(band);
}

gboolean *isr_text_crowd(const IsrPdfPage *page)
{
    const guint n = page->glyphs->len;
    g_autoptr(GPtrArray) bands = g_ptr_array_new_with_free_func(band_free);
    g_autofree guint8 *ranks = g_new0(guint8, n + 1);
    Crowd crowd = {page, bands, ranks, g_new0(gboolean, n + 1)};

    for (double y = 0; y <= page->height; y += BAND)
        g_ptr_array_add(bands, g_array_new(FALSE, FALSE, sizeof(guint)));
    settle_all(&crowd);
    return crowd.crowded;
}
