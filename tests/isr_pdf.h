/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes small PDFs for tests: the objects' text goes in, numbers and offsets are added. */
#pragma once

#include "isr_walk.h"

/* A PDF of @objects (NULL ends), numbered from 1; the first is the catalog. @trailer: more keys
 * for the trailer, or NULL. */
static inline GBytes *pdf_of(const char *const *objects, const char *trailer)
{
    GString *pdf = g_string_new("%PDF-1.7\n");
    g_autoptr(GString) table = g_string_new("0000000000 65535 f \n");
    guint n = 0;

    for (; objects[n]; n++) {
        g_string_append_printf(table, "%010u 00000 n \n", (guint)pdf->len);
        g_string_append_printf(pdf, "%u 0 obj\n%s\nendobj\n", n + 1, objects[n]);
    }
    const gsize start = pdf->len;

    g_string_append_printf(pdf, "xref\n0 %u\n%s", n + 1, table->str);
    g_string_append_printf(pdf, "trailer\n<< /Size %u /Root 1 0 R %s >>\nstartxref\n%u\n%%%%EOF\n",
                           n + 1, trailer ? trailer : "", (guint)start);
    return g_string_free_to_bytes(pdf);
}

/* A stream object with @content and @keys in its dictionary; g_free() it. */
static inline char *pdf_stream(const char *keys, const char *content)
{
    return g_strdup_printf("<< /Length %u %s >>\nstream\n%s\nendstream", (guint)strlen(content),
                           keys, content);
}

#define PDF_CATALOG "<< /Type /Catalog /Pages 2 0 R >>"
#define PDF_PAGES "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
#define PDF_FONT "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"

/* One A4 page that shows @content with Helvetica as /F1; @keys: more of the page's. */
static inline GBytes *pdf_page(const char *content, const char *keys)
{
    g_autofree char *page = g_strdup_printf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
                                            "/Contents 4 0 R /Resources << /Font << /F1 5 0 R >> "
                                            ">> %s >>",
                                            keys ? keys : "");
    g_autofree char *stream = pdf_stream("", content);
    const char *const objects[] = {PDF_CATALOG, PDF_PAGES, page, stream, PDF_FONT, NULL};

    return pdf_of(objects, NULL);
}

static inline IsrInput *pdf_input(GBytes *bytes)
{
    gsize length;
    const void *data = g_bytes_get_data(bytes, &length);

    return input_of(data, length);
}
