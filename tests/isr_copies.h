/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copies in PDF for tests, written by the writer itself from documents drawn by cairo. */
#pragma once

#include "isr_pages.h"

#include <unistd.h>

#define ISR_COPIES_WIDTH 420.0
#define ISR_COPIES_HEIGHT 300.0

/* A patch shaded like a photograph, which is stored otherwise than text. */
static inline void isr_copies_shade(cairo_t *cairo)
{
    cairo_pattern_t *shade = cairo_pattern_create_linear(40, 200, 200, 280);

    cairo_pattern_add_color_stop_rgb(shade, 0, 0.9, 0.2, 0.1);
    cairo_pattern_add_color_stop_rgb(shade, 1, 0.1, 0.3, 0.8);
    cairo_rectangle(cairo, 40, 200, 160, 80);
    cairo_set_source(cairo, shade);
    cairo_fill(cairo);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_pattern_destroy(shade);
}

/* A document with a page for each of @texts (NULL ends), whose lines are parted by '\n'; a text
 * that begins with '*' has a shaded patch below it, one that begins with '/' stands aslant. */
static inline GByteArray *isr_copies_draw(const char *const *texts)
{
    GByteArray *bytes = g_byte_array_new();
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        isr_pages_collect, bytes, ISR_COPIES_WIDTH, ISR_COPIES_HEIGHT);
    cairo_t *cairo = cairo_create(surface);

    cairo_select_font_face(cairo, "DejaVu Serif", CAIRO_FONT_SLANT_NORMAL,
                           CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(cairo, 11);
    for (guint i = 0; texts[i]; i++) {
        const gboolean aslant = *texts[i] == '/';
        g_auto(GStrv) lines = g_strsplit(texts[i] + (aslant || *texts[i] == '*'), "\n", -1);

        cairo_identity_matrix(cairo);
        if (aslant)
            cairo_translate(cairo, 60, 200), cairo_rotate(cairo, -0.6);

        for (guint line = 0; lines[line]; line++) {
            cairo_move_to(cairo, 40, 50 + 16 * line);
            cairo_show_text(cairo, lines[line]);
        }
        if (*texts[i] == '*')
            isr_copies_shade(cairo);
        cairo_show_page(cairo);
    }
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return bytes;
}

/* A copy of @source in which each of @words (NULL ends) became @label; free with
 * isr_output_free(). */
static inline IsrOutput *isr_copies_write(PopplerDocument *source, const char *const *words,
                                          const char *label)
{
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "isredact-copy.pdf", NULL);
    IsrOutput *output = isr_output_new(path, TRUE, NULL);
    g_autoptr(IsrPageWriter) writer = isr_page_writer_new(output, 200, NULL);

    for (int i = 0; i < poppler_document_get_n_pages(source); i++) {
        g_autoptr(PopplerPage) page = poppler_document_get_page(source, i);
        g_autoptr(IsrPdfPage) read = isr_pages_read(page, (guint)i);
        g_autoptr(GPtrArray) stands = isr_pages_stands(read, words, label);

        g_assert_true(isr_page_writer_add(writer, page, read, stands, NULL));
    }
    g_assert_true(isr_page_writer_finish(writer, NULL));
    return output;
}
