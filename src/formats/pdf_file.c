/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Objects and the table of where they stand. */
#include "pdf_file.h"

#include <isredact/error.h>

#include <math.h>
#include <string.h>
#include <zlib.h>

struct IsrPdfFile {
    IsrOutput *output;
    guint64 at;      /* bytes written */
    GArray *offsets; /* of guint64: where object n + 1 stands; 0: not written yet */
};

static gboolean put(IsrPdfFile *file, const void *bytes, gsize length, GError **error)
{
    file->at += length;
    return isr_output_write(file->output, bytes, length, error);
}

IsrPdfFile *isr_pdf_file_new(IsrOutput *output, GError **error)
{
    /* The second line says that the file is not text, so that nothing mends its line ends. */
    static const char head[] = "%PDF-1.5\n%\xe2\xe3\xcf\xd3\n";
    g_autoptr(IsrPdfFile) file = g_new0(IsrPdfFile, 1);

    file->output = output;
    file->offsets = g_array_new(FALSE, TRUE, sizeof(guint64));
    if (!put(file, head, sizeof head - 1, error))
        return NULL;
    return g_steal_pointer(&file);
}

void isr_pdf_file_free(IsrPdfFile *file)
{
    if (!file)
        return;
    g_array_unref(file->offsets);
    g_free(file);
}

guint isr_pdf_file_reserve(IsrPdfFile *file)
{
    g_array_set_size(file->offsets, file->offsets->len + 1);
    return file->offsets->len;
}

static gboolean put_object(IsrPdfFile *file, guint number, GString *text, const GByteArray *stream,
                           GError **error)
{
    g_array_index(file->offsets, guint64, number - 1) = file->at;
    if (!put(file, text->str, text->len, error))
        return FALSE;
    if (stream && (!put(file, stream->data, stream->len, error) ||
                   !put(file, "\nendstream", strlen("\nendstream"), error)))
        return FALSE;
    return put(file, "\nendobj\n", strlen("\nendobj\n"), error);
}

gboolean isr_pdf_file_object(IsrPdfFile *file, guint number, const char *body, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);

    g_string_printf(text, "%u 0 obj\n%s", number, body);
    return put_object(file, number, text, NULL, error);
}

gboolean isr_pdf_file_stream(IsrPdfFile *file, guint number, const char *entries,
                             const GByteArray *bytes, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);

    g_string_printf(text, "%u 0 obj\n<<%s/Length %u>>stream\n", number, entries, bytes->len);
    return put_object(file, number, text, bytes, error);
}

gboolean isr_pdf_file_deflate(IsrPdfFile *file, guint number, const char *entries,
                              const void *bytes, gsize length, GError **error)
{
    g_autoptr(GByteArray) packed = isr_pdf_deflated(bytes, length);
    g_autofree char *all = g_strconcat(entries, "/Filter/FlateDecode", NULL);

    return isr_pdf_file_stream(file, number, all, packed, error);
}

GByteArray *isr_pdf_deflated(const void *bytes, gsize length)
{
    uLongf size = compressBound(length);
    GByteArray *packed = g_byte_array_sized_new((guint)size);

    g_byte_array_set_size(packed, (guint)size);
    if (compress2(packed->data, &size, bytes, length, Z_BEST_COMPRESSION) != Z_OK)
        g_abort(); /* only memory can lack, and GLib ends the program there too */
    g_byte_array_set_size(packed, (guint)size);
    return packed;
}

void isr_pdf_append_number(GString *to, double number)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];

    g_ascii_formatd(digits, sizeof digits, "%.5f", fabs(number) < 0.000005 ? 0 : number);
    for (gsize end = strlen(digits); digits[end - 1] == '0' || digits[end - 1] == '.'; end--) {
        const gboolean point = digits[end - 1] == '.';

        digits[end - 1] = '\0';
        if (point)
            break;
    }
    g_string_append(to, digits);
    g_string_append_c(to, ' ');
}

static void put_be(GByteArray *to, guint64 number, guint bytes)
{
    while (bytes-- > 0) {
        const guint8 byte = (guint8)(number >> (8 * bytes));

        g_byte_array_append(to, &byte, 1);
    }
}

/* One row for object 0, which is free, and one for each object: kind, place, generation. */
static GByteArray *table(const IsrPdfFile *file, guint width)
{
    GByteArray *rows = g_byte_array_new();

    put_be(rows, 0, 1 + width + 1);
    for (guint i = 0; i < file->offsets->len; i++) {
        put_be(rows, 1, 1);
        put_be(rows, g_array_index(file->offsets, guint64, i), width);
        put_be(rows, 0, 1);
    }
    return rows;
}

static gboolean all_written(const IsrPdfFile *file)
{
    for (guint i = 0; i < file->offsets->len; i++) {
        if (g_array_index(file->offsets, guint64, i) == 0)
            return FALSE;
    }
    return TRUE;
}

gboolean isr_pdf_file_finish(IsrPdfFile *file, guint root, guint info, GError **error)
{
    const guint number = isr_pdf_file_reserve(file);
    const guint64 at = file->at;
    guint width = 1;

    g_array_index(file->offsets, guint64, number - 1) = at;
    if (!all_written(file)) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED,
                    "%s: the copy could not be written whole", isr_output_path(file->output));
        return FALSE;
    }
    while (at >> (8 * width))
        width++;
    g_autoptr(GByteArray) rows = table(file, width);
    g_autofree char *entries = g_strdup_printf(
        "/Type/XRef/Size %u/W[1 %u 1]/Root %u 0 R/Info %u 0 R", number + 1, width, root, info);
    if (!isr_pdf_file_deflate(file, number, entries, rows->data, rows->len, error))
        return FALSE;
    g_autofree char *end = g_strdup_printf("startxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n", at);
    return put(file, end, strlen(end), error);
}
