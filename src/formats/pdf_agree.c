/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The glyphs of a page by how far down they stand, so that a word finds its own at once. */
#include "pdf_agree.h"

#include <string.h>

#define BAND 8.0        /* points */
#define MOST_LETTERS 64 /* longer words are held against each other by these */

struct IsrPdfAgree {
    const IsrPdfPage *page;
    GPtrArray *bands; /* of GArray of guint: glyphs whose middle is in the band, as they are read */
};

static void array_free(gpointer array)
{
    g_array_unref(array);
}

static guint band_of(const IsrPdfAgree *agree, double y)
{
    return (guint)CLAMP(y / BAND, 0, agree->bands->len - 1);
}

IsrPdfAgree *isr_pdf_agree_new(const IsrPdfPage *page)
{
    IsrPdfAgree *agree = g_new0(IsrPdfAgree, 1);

    agree->page = page;
    agree->bands = g_ptr_array_new_with_free_func(array_free);
    for (double y = 0; y <= page->height; y += BAND)
        g_ptr_array_add(agree->bands, g_array_new(FALSE, FALSE, sizeof(guint)));
    for (guint i = 0; i < page->glyphs->len; i++) {
        const IsrGlyph *glyph = &g_array_index(page->glyphs, IsrGlyph, i);
        const double middle = (glyph->place.top + glyph->place.bottom) / 2;

        if (!isr_glyph_is_space(glyph))
            g_array_append_val(agree->bands->pdata[band_of(agree, middle)], i);
    }
    return agree;
}

void isr_pdf_agree_free(IsrPdfAgree *agree)
{
    if (!agree)
        return;
    g_ptr_array_unref(agree->bands);
    g_free(agree);
}

/* Letters and digits of @text, without case and accents, in @letters; how many there are. */
static guint letters_of(const char *text, gunichar letters[MOST_LETTERS])
{
    g_autofree char *plain = g_utf8_normalize(text, -1, G_NORMALIZE_ALL);
    guint n = 0;

    for (const char *at = plain; at && *at && n < MOST_LETTERS; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char(at);

        if (g_unichar_isalnum(c))
            letters[n++] = g_unichar_tolower(c);
    }
    return n;
}

/* Letters that must be changed, added or taken away between @a and the stretch of @b that is most
 * like it. */
static guint distance(const gunichar *a, guint n_a, const gunichar *b, guint n_b)
{
    guint row[MOST_LETTERS + 1] = {0}, best = G_MAXUINT;

    for (guint i = 1; i <= n_a; i++) {
        guint before = i - 1; /* of the row above, one to the left */

        row[0] = i;
        for (guint k = 1; k <= n_b; k++) {
            const guint above = row[k];

            row[k] = MIN(MIN(above, row[k - 1]) + 1, before + (a[i - 1] != b[k - 1]));
            before = above;
        }
    }
    for (guint k = 0; k <= n_b; k++)
        best = MIN(best, row[k]);
    return best;
}

/* --- places --- */

/* Letters may reach out of the box of a word that was seen. */
static IsrPlace around(const IsrPlace *place)
{
    const double air = (place->bottom - place->top) / 4;

    return (IsrPlace){place->left - air, place->top - air, place->right + air, place->bottom + air};
}

static gboolean is_in(const IsrGlyph *glyph, const IsrPlace *place)
{
    const double x = (glyph->place.left + glyph->place.right) / 2;
    const double y = (glyph->place.top + glyph->place.bottom) / 2;

    return x >= place->left && x <= place->right && y >= place->top && y <= place->bottom;
}

/* The glyphs in @place as they are read: a GArray of guint. */
static GArray *glyphs_in(const IsrPdfAgree *agree, const IsrPlace *place)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(guint));

    for (guint band = band_of(agree, place->top); band <= band_of(agree, place->bottom); band++) {
        const GArray *glyphs = agree->bands->pdata[band];

        for (guint i = 0; i < glyphs->len; i++) {
            const guint n = g_array_index(glyphs, guint, i);

            if (is_in(&g_array_index(agree->page->glyphs, IsrGlyph, n), place))
                g_array_append_val(found, n);
        }
    }
    return found;
}

static char *text_in(const IsrPdfAgree *agree, const IsrPlace *place)
{
    g_autoptr(GArray) glyphs = glyphs_in(agree, place);
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < glyphs->len; i++)
        g_string_append(
            text,
            g_array_index(agree->page->glyphs, IsrGlyph, g_array_index(glyphs, guint, i)).text);
    return g_string_free(text, FALSE);
}

void isr_pdf_agree_mark(const IsrPdfAgree *agree, const IsrPlace *place, gboolean *marks)
{
    const IsrPlace wider = around(place);
    g_autoptr(GArray) glyphs = glyphs_in(agree, &wider);

    for (guint i = 0; i < glyphs->len; i++)
        marks[g_array_index(glyphs, guint, i)] = TRUE;
}

IsrAgreement isr_pdf_agree(const IsrPdfAgree *agree, const char *word, const IsrPlace *place)
{
    const IsrPlace wider = around(place);
    g_autofree char *text = text_in(agree, &wider);
    gunichar seen[MOST_LETTERS], said[MOST_LETTERS];
    const guint n_seen = letters_of(word, seen), n_said = letters_of(text, said);

    if (n_seen == 0)
        return ISR_AGREES; /* a line or a speck */
    if (n_said == 0)
        return ISR_AGREES_NOTHING;
    return distance(seen, n_seen, said, n_said) <= n_seen / 4 ? ISR_AGREES : ISR_AGREES_NOT;
}
