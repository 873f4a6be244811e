/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The glyphs of a page. It knows nothing of where they come from. */
#include "pdf_page.h"

#define CHUNK_BYTES 4096

IsrPdfPage *isr_pdf_page_new(guint number, double width, double height)
{
    IsrPdfPage *page = g_new0(IsrPdfPage, 1);

    page->number = number;
    page->width = width;
    page->height = height;
    page->glyphs = g_array_new(FALSE, FALSE, sizeof(IsrGlyph));
    page->rules = g_array_new(FALSE, FALSE, sizeof(IsrPlace));
    page->texts = g_string_chunk_new(CHUNK_BYTES);
    return page;
}

void isr_pdf_page_free(IsrPdfPage *page)
{
    if (!page)
        return;
    g_array_unref(page->glyphs);
    g_array_unref(page->rules);
    g_string_chunk_free(page->texts);
    g_free(page->label);
    g_free(page);
}

void isr_pdf_page_add(IsrPdfPage *page, const char *text, gssize length, IsrPlace place,
                      guint sequence, guint confidence)
{
    g_autofree char *whole = length < 0 ? g_strdup(text) : g_strndup(text, (gsize)length);
    const IsrGlyph glyph = {
        .text = g_string_chunk_insert_const(page->texts, whole),
        .place = place,
        .sequence = sequence,
        .confidence = confidence,
    };

    g_array_append_val(page->glyphs, glyph);
}

gboolean isr_glyph_is_space(const IsrGlyph *glyph)
{
    for (const char *at = glyph->text; *at; at = g_utf8_next_char(at)) {
        if (!g_unichar_isspace(g_utf8_get_char(at)))
            return FALSE;
    }
    return TRUE;
}
