/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each page is written when it comes: its text, invisible, and over it the strips of its picture.
 * What is shared (the tree of pages, the fonts, the labels) is written at the end. */
#include "page_writer.h"

#include "pdf_file.h"
#include "text_layer.h"

#include <string.h>

#define POINTS_PER_INCH 72.0
/* Longer names of pages are not numbers, and could say anything. */
#define LABEL_LENGTH 8

struct IsrPageWriter {
    IsrPdfFile *file;
    guint dpi;
    guint told;       /* boxes that tell a width */
    IsrPageLook look; /* or NULL */
    gpointer looker;
    IsrTextFonts *text;
    guint root, info, tree, fonts; /* objects that come at the end */
    GArray *pages;                 /* of guint: the pages' objects */
    GString *labels;               /* of the pages, as entries of a number tree */
    gboolean labelled;             /* one of them is not the page's number */
};

IsrPageWriter *isr_page_writer_new(IsrOutput *output, guint dpi, GError **error)
{
    g_autoptr(IsrPageWriter) writer = g_new0(IsrPageWriter, 1);

    writer->file = isr_pdf_file_new(output, error);
    if (!writer->file)
        return NULL;
    writer->dpi = dpi;
    writer->text = isr_text_fonts_new();
    writer->root = isr_pdf_file_reserve(writer->file);
    writer->info = isr_pdf_file_reserve(writer->file);
    writer->tree = isr_pdf_file_reserve(writer->file);
    writer->fonts = isr_pdf_file_reserve(writer->file);
    writer->pages = g_array_new(FALSE, FALSE, sizeof(guint));
    writer->labels = g_string_new(NULL);
    return g_steal_pointer(&writer);
}

void isr_page_writer_free(IsrPageWriter *writer)
{
    if (!writer)
        return;
    isr_pdf_file_free(writer->file);
    isr_text_fonts_free(writer->text);
    if (writer->pages)
        g_array_unref(writer->pages);
    if (writer->labels)
        g_string_free(writer->labels, TRUE);
    g_free(writer);
}

void isr_page_writer_look(IsrPageWriter *writer, IsrPageLook look, gpointer self)
{
    writer->look = look;
    writer->looker = self;
}

/* Draws strip @nth; the page is turned so that pixels count from its upper left corner. */
static void show_strip(GString *content, const IsrStrip *strip, guint nth)
{
    g_string_append_printf(content, "q %u 0 0 -%u %u %u cm/I%u Do Q\n", strip->width, strip->height,
                           strip->left, strip->top + strip->height, nth);
}

static void show_picture(const IsrPageWriter *writer, GString *content, const GPtrArray *strips,
                         double height)
{
    const double pixel = POINTS_PER_INCH / writer->dpi;

    if (strips->len == 0)
        return;
    g_string_append(content, "q ");
    isr_pdf_append_number(content, pixel);
    g_string_append(content, "0 0 ");
    isr_pdf_append_number(content, -pixel);
    g_string_append(content, "0 ");
    isr_pdf_append_number(content, height);
    g_string_append(content, "cm\n");
    for (guint i = 0; i < strips->len; i++)
        show_strip(content, g_ptr_array_index(strips, i), i);
    g_string_append(content, "Q\n");
}

/* Writes the strips and appends what the page's dictionary says of them. */
static gboolean write_strips(IsrPageWriter *writer, const GPtrArray *strips, GString *page,
                             GError **error)
{
    if (strips->len == 0)
        return TRUE;
    g_string_append(page, "/XObject<<");
    for (guint i = 0; i < strips->len; i++) {
        const IsrStrip *strip = g_ptr_array_index(strips, i);
        const guint number = isr_pdf_file_reserve(writer->file);

        if (!isr_pdf_file_stream(writer->file, number, strip->entries, strip->bytes, error))
            return FALSE;
        g_string_append_printf(page, "/I%u %u 0 R", i, number);
    }
    g_string_append(page, ">>");
    return TRUE;
}

/* TRUE if the page's label is a number of some kind: only those stay, others are words of the
 * document. */
static gboolean is_number(const char *label)
{
    const gsize length = strlen(label);

    return length > 0 && length <= LABEL_LENGTH &&
           (strspn(label, "0123456789") == length || strspn(label, "ivxlcdm") == length ||
            strspn(label, "IVXLCDM") == length);
}

static void note_label(IsrPageWriter *writer, const IsrPdfPage *page)
{
    g_autofree char *number = g_strdup_printf("%u", writer->pages->len + 1);
    const char *label = page->label && is_number(page->label) ? page->label : number;

    g_string_append_printf(writer->labels, "%u<</P(%s)>>", writer->pages->len, label);
    writer->labelled = writer->labelled || strcmp(label, number) != 0;
}

static gboolean write_page(IsrPageWriter *writer, const IsrPainted *painted, GError **error)
{
    const IsrPdfPage *text = isr_painted_text(painted);
    const IsrPixels pixels = isr_painted_pixels(painted);
    g_autoptr(GPtrArray) strips = isr_page_strips(&pixels);
    g_autoptr(GString) content = g_string_new(NULL), page = g_string_new(NULL);
    const guint number = isr_pdf_file_reserve(writer->file),
                contents = isr_pdf_file_reserve(writer->file);

    isr_text_layer_set(writer->text, text, content);
    show_picture(writer, content, strips, text->height);
    g_string_printf(page, "<</Type/Page/Parent %u 0 R/MediaBox[0 0 ", writer->tree);
    isr_pdf_append_number(page, text->width);
    isr_pdf_append_number(page, text->height);
    g_string_append_printf(page, "]/Contents %u 0 R/Resources<</Font %u 0 R", contents,
                           writer->fonts);
    if (!write_strips(writer, strips, page, error))
        return FALSE;
    g_string_append(page, ">>>>");
    g_array_append_val(writer->pages, number);
    return isr_pdf_file_object(writer->file, number, page->str, error) &&
           isr_pdf_file_deflate(writer->file, contents, "", content->str, content->len, error);
}

gboolean isr_page_writer_add(IsrPageWriter *writer, PopplerPage *source, const IsrPdfPage *page,
                             const GPtrArray *stands, GError **error)
{
    g_autoptr(IsrPainted) painted = isr_page_paint(source, page, stands, writer->dpi, error);

    if (!painted || (writer->look && !writer->look(writer->looker, painted, error)))
        return FALSE;
    writer->told += isr_painted_told(painted);
    note_label(writer, page);
    return write_page(writer, painted, error);
}

guint isr_page_writer_told(const IsrPageWriter *writer)
{
    return writer->told;
}

static gboolean write_fonts(IsrPageWriter *writer, GError **error)
{
    g_autoptr(GString) fonts = g_string_new("<<");

    for (guint i = 0; i < isr_text_fonts_count(writer->text); i++) {
        const guint number = isr_pdf_file_reserve(writer->file);

        g_string_append_printf(fonts, "/T%u %u 0 R", i, number);
        if (!isr_text_fonts_write(writer->text, i, writer->file, number, error))
            return FALSE;
    }
    g_string_append(fonts, ">>");
    return isr_pdf_file_object(writer->file, writer->fonts, fonts->str, error);
}

static gboolean write_tree(IsrPageWriter *writer, GError **error)
{
    g_autoptr(GString) tree = g_string_new(NULL);

    g_string_printf(tree, "<</Type/Pages/Count %u/Kids[", writer->pages->len);
    for (guint i = 0; i < writer->pages->len; i++)
        g_string_append_printf(tree, "%s%u 0 R", i ? " " : "",
                               g_array_index(writer->pages, guint, i));
    g_string_append(tree, "]>>");
    return isr_pdf_file_object(writer->file, writer->tree, tree->str, error);
}

gboolean isr_page_writer_finish(IsrPageWriter *writer, GError **error)
{
    g_autoptr(GString) root = g_string_new(NULL);

    g_string_printf(root, "<</Type/Catalog/Pages %u 0 R", writer->tree);
    if (writer->labelled)
        g_string_append_printf(root, "/PageLabels<</Nums[%s]>>", writer->labels->str);
    g_string_append(root, ">>");
    return write_fonts(writer, error) && write_tree(writer, error) &&
           isr_pdf_file_object(writer->file, writer->root, root->str, error) &&
           isr_pdf_file_object(writer->file, writer->info, "<</Producer(isredact)>>", error) &&
           isr_pdf_file_finish(writer->file, writer->root, writer->info, error);
}
