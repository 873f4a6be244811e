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
#define RANKS 3

/* What stands in each stretch of the page: GArrays of guint. */
typedef struct {
    const IsrPdfPage *page;
    GPtrArray *bands;
    gboolean *crowded;
} Crowd;

static const IsrGlyph *glyph_nth(const Crowd *crowd, guint n)
{
    return &g_array_index(crowd->page->glyphs, IsrGlyph, n);
}

static gboolean is_seen(const IsrGlyph *glyph)
{
    return glyph->confidence < 100;
}

static guint band_of(const Crowd *crowd, double y)
{
    return (guint)CLAMP(y / BAND, 0, crowd->bands->len - 1);
}

static gboolean share_place(const IsrPlace *a, const IsrPlace *b)
{
    const double wide = MIN(a->right, b->right) - MAX(a->left, b->left);
    const double high = MIN(a->bottom, b->bottom) - MAX(a->top, b->top);

    return wide > SHARE_ACROSS * MIN(a->right - a->left, b->right - b->left) &&
           high > SHARE_DOWN * MIN(a->bottom - a->top, b->bottom - b->top);
}

/* TRUE if a glyph of those that stay shares the place of @glyph. */
static gboolean is_taken(const Crowd *crowd, const IsrPlace *place)
{
    for (guint n = band_of(crowd, place->top); n <= band_of(crowd, place->bottom); n++) {
        const GArray *band = crowd->bands->pdata[n];

        for (guint i = 0; i < band->len; i++)
            if (share_place(place, &glyph_nth(crowd, g_array_index(band, guint, i))->place))
                return TRUE;
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

/* Text stays; then come the labels of what was seen, then words that were. */
static guint rank_of(const IsrGlyph *glyph)
{
    g_autoptr(GString) text = NULL;

    if (!is_seen(glyph))
        return 0;
    text = g_string_new(glyph->text);
    return isr_mark_at(text, 0).end > 0 ? 1 : 2;
}

static void settle_rank(Crowd *crowd, const guint8 *ranks, guint rank)
{
    for (guint i = 0; i < crowd->page->glyphs->len; i++) {
        if (!has_place(glyph_nth(crowd, i)) || ranks[i] != rank)
            continue;
        crowd->crowded[i] = rank > 0 && is_taken(crowd, &glyph_nth(crowd, i)->place);
        if (!crowd->crowded[i])
            settle(crowd, i);
    }
}

static void settle_all(Crowd *crowd)
{
    const guint n = crowd->page->glyphs->len;
    g_autofree guint8 *ranks = g_new(guint8, n + 1);

    for (guint i = 0; i < n; i++)
        ranks[i] = (guint8)rank_of(glyph_nth(crowd, i));
    for (guint rank = 0; rank < RANKS; rank++)
        settle_rank(crowd, ranks, rank);
}

static void band_free(gpointer band)
{
    g_array_unref(band);
}

gboolean *isr_text_crowd(const IsrPdfPage *page)
{
    g_autoptr(GPtrArray) bands = g_ptr_array_new_with_free_func(band_free);
    Crowd crowd = {page, bands, g_new0(gboolean, page->glyphs->len + 1)};

    for (double y = 0; y <= page->height; y += BAND)
        g_ptr_array_add(bands, g_array_new(FALSE, FALSE, sizeof(guint)));
    settle_all(&crowd);
    return crowd.crowded;
}
