/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Glyphs by how far down they stand, each seen word held against those at its height. */
#include "text_crowd.h"

#include "../mark.h"
#include "page_flow.h"

#define BAND 16.0 /* points */
/* Of the smaller place: the boxes of close lines overlap a little, those of words do not. */
#define SHARE_ACROSS 0.1
#define SHARE_DOWN 0.35
#define SHARE_OF_LABELS 0.01 /* across: one box is painted over the edge of the other */

/* Who stays first. */
typedef enum { RANK_TEXT, RANK_LABEL, RANK_SEEN, N_RANKS } Rank;

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

static gboolean is_seen(const Crowd *crowd, guint glyph)
{
    return glyph_nth(crowd, glyph)->confidence < 100;
}

/* Labels of text stand where text was, and may touch what is beside it. */
static gboolean shares(const Crowd *crowd, guint glyph, guint other)
{
    const gboolean labels = crowd->ranks[glyph] == RANK_LABEL && crowd->ranks[other] == RANK_LABEL;

    if (crowd->ranks[glyph] == RANK_LABEL && !labels && !is_seen(crowd, glyph))
        return FALSE;
    return share_place(&glyph_nth(crowd, glyph)->place, &glyph_nth(crowd, other)->place,
                       labels ? SHARE_OF_LABELS : SHARE_ACROSS);
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
    const Rank word = glyph->confidence < 100 ? RANK_SEEN : RANK_TEXT;
    g_autoptr(GString) text = NULL;

    if (*glyph->text != '[')
        return word;
    text = g_string_new(glyph->text);
    return isr_mark_at(text, 0).end > 0 ? RANK_LABEL : word;
}

/* Of two labels the later is painted over the other, be it of text or of what was seen. */
static void settle_rank(Crowd *crowd, Rank rank)
{
    const guint n = crowd->page->glyphs->len;

    for (guint k = 0; k < n; k++) {
        const guint i = rank == RANK_LABEL ? n - 1 - k : k;

        if (!has_place(glyph_nth(crowd, i)) || crowd->ranks[i] != rank)
            continue;
        crowd->crowded[i] = rank != RANK_TEXT && is_taken(crowd, i);
        if (!crowd->crowded[i])
            settle(crowd, i);
    }
}

static void settle_all(Crowd *crowd)
{
    for (guint i = 0; i < crowd->page->glyphs->len; i++)
        crowd->ranks[i] = (guint8)rank_of(glyph_nth(crowd, i));
    for (guint rank = RANK_TEXT; rank < N_RANKS; rank++)
        settle_rank(crowd, (Rank)rank);
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
