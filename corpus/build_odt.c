/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A gold document as LibreOffice writes it. Only what a practitioner's document has. */
#include "archive.h"
#include "build.h"
#include "pieces.h"

#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define NAMESPACES                                                                                 \
    "xmlns:office=\"" OASIS "office:1.0\" xmlns:style=\"" OASIS "style:1.0\" "                     \
    "xmlns:text=\"" OASIS "text:1.0\" xmlns:table=\"" OASIS "table:1.0\" "                         \
    "xmlns:fo=\"" OASIS "xsl-fo-compatible:1.0\" xmlns:meta=\"" OASIS "meta:1.0\" "                \
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "  \
    "office:version=\"1.3\""
#define TEXT_TYPE "application/vnd.oasis.opendocument.text"
#define MOMENT "2024-09-02T10:15:00"

static const char MANIFEST[] = XML_HEAD
    "<manifest:manifest xmlns:manifest=\"" OASIS "manifest:1.0\" manifest:version=\"1.3\">"
    "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" "
    "manifest:media-type=\"" TEXT_TYPE "\"/>"
    "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
    "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>"
    "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>"
    "</manifest:manifest>";

static const char CONTENT_STYLES[] =
    "<office:automatic-styles><style:style style:name=\"T1\" style:family=\"text\">"
    "<style:text-properties fo:language=\"en\" fo:country=\"GB\"/></style:style>"
    "<style:style style:name=\"T2\" style:family=\"text\"><style:text-properties "
    "fo:font-weight=\"bold\"/></style:style></office:automatic-styles>";

static const char STYLES[] =
    "<office:styles><style:style style:name=\"Standard\" style:family=\"paragraph\"/>"
    "<style:style style:name=\"Heading_20_1\" style:display-name=\"Heading 1\" "
    "style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:text-properties "
    "fo:font-size=\"15pt\" fo:font-weight=\"bold\"/></style:style>"
    "<style:style style:name=\"Heading_20_2\" style:display-name=\"Heading 2\" "
    "style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:text-properties "
    "fo:font-size=\"13pt\" fo:font-weight=\"bold\"/></style:style></office:styles>"
    "<office:automatic-styles><style:page-layout style:name=\"pm1\">"
    "<style:page-layout-properties fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" "
    "fo:margin-top=\"2cm\" fo:margin-bottom=\"2cm\" fo:margin-left=\"2cm\" "
    "fo:margin-right=\"2cm\"/><style:header-style/><style:footer-style/></style:page-layout>"
    "</office:automatic-styles><office:master-styles><style:master-page style:name=\"Standard\" "
    "style:page-layout-name=\"pm1\">";

typedef struct {
    const IsrGold *gold;
    GRand *dice;
    GString *xml;
    guint n_deletions, n_insertions; /* written so far: their change ids */
} Writer;

static void append_whole(GString *xml, const char *text)
{
    g_autofree char *escaped = g_markup_escape_text(text, -1);

    g_string_append(xml, escaped);
}

static void write_deletion(Writer *writer)
{
    g_string_append_printf(writer->xml, "<text:change text:change-id=\"del%u\"/>",
                           ++writer->n_deletions);
}

static void write_comment(Writer *writer, const char *text)
{
    g_string_append(writer->xml, "<office:annotation><dc:creator>");
    append_whole(writer->xml, isr_build_author(writer->gold, 0));
    g_string_append(writer->xml, "</dc:creator><dc:date>" MOMENT "</dc:date><text:p>");
    append_whole(writer->xml, text);
    g_string_append(writer->xml, "</text:p></office:annotation>");
}

static void write_marks(Writer *writer, const IsrGoldBlock *block, gsize offset)
{
    for (guint i = 0; i < block->marks->len; i++) {
        const IsrGoldMark *mark = block->marks->pdata[i];

        if (mark->range.start != offset)
            continue;
        if (mark->kind == ISR_GOLD_DELETED)
            write_deletion(writer);
        else if (mark->kind == ISR_GOLD_NOTE)
            write_comment(writer, mark->text);
    }
}

/* OpenDocument folds white space: a second space in a row is an element. */
static void write_text(Writer *writer, const GString *text, IsrRange range)
{
    IsrRange plain = {range.start, range.start};

    for (gsize i = range.start; i < range.end; i++) {
        gboolean folds =
            text->str[i] == ' ' && (i == 0 || text->str[i - 1] == ' ' || text->str[i - 1] == '\n');

        plain.end = i;
        if (!folds)
            continue;
        isr_build_escape(writer->xml, text, plain);
        g_string_append(writer->xml, "<text:s/>");
        plain.start = i + 1;
    }
    plain.end = range.end;
    isr_build_escape(writer->xml, text, plain);
}

static void write_piece(Writer *writer, const GString *text, const IsrPiece *piece, gboolean strong)
{
    GString *xml = writer->xml;
    gboolean spans = strong || isr_dice_one_in(writer->dice, 2);

    if (piece->inserted)
        g_string_append_printf(xml, "<text:change-start text:change-id=\"ins%u\"/>",
                               ++writer->n_insertions);
    if (piece->link) {
        g_string_append(xml, "<text:a xlink:type=\"simple\" xlink:href=\"");
        append_whole(xml, piece->link);
        g_string_append(xml, "\">");
    }
    if (spans)
        g_string_append_printf(xml, "<text:span text:style-name=\"%s\">", strong ? "T2" : "T1");
    if (text->str[piece->range.start] == '\n')
        g_string_append(xml, "<text:line-break/>");
    else if (text->str[piece->range.start] == '\t')
        g_string_append(xml, "<text:tab/>");
    else
        write_text(writer, text, piece->range);
    g_string_append(xml, spans ? "</text:span>" : "");
    g_string_append(xml, piece->link ? "</text:a>" : "");
    if (piece->inserted)
        g_string_append_printf(xml, "<text:change-end text:change-id=\"ins%u\"/>",
                               writer->n_insertions);
}

static void write_pieces(Writer *writer, const IsrGoldBlock *block, IsrRange cell, gboolean strong)
{
    g_autoptr(GArray) pieces = isr_pieces_cut(block, cell, writer->dice);

    for (guint i = 0; i < pieces->len; i++) {
        const IsrPiece *piece = &g_array_index(pieces, IsrPiece, i);

        write_marks(writer, block, piece->range.start);
        write_piece(writer, block->text, piece, strong);
    }
    write_marks(writer, block, cell.end);
}

static void write_paragraph(Writer *writer, const IsrGoldBlock *block, IsrRange cell,
                            gboolean strong)
{
    g_string_append(writer->xml, "<text:p text:style-name=\"Standard\">");
    write_pieces(writer, block, cell, strong);
    g_string_append(writer->xml, "</text:p>");
}

static void write_heading(Writer *writer, const IsrGoldBlock *block)
{
    guint level = MIN(block->level, 2);

    g_string_append_printf(writer->xml,
                           "<text:h text:style-name=\"Heading_20_%u\" text:outline-level=\"%u\">",
                           level, level);
    write_pieces(writer, block, (IsrRange){0, block->text->len}, FALSE);
    g_string_append(writer->xml, "</text:h>");
}

static void write_row(Writer *writer, const IsrGoldBlock *block, guint index)
{
    g_autoptr(GArray) cells = isr_gold_cells(block);

    if (isr_gold_begins_table(writer->gold, index))
        g_string_append_printf(writer->xml,
                               "<table:table table:name=\"Table%u\"><table:table-column "
                               "table:number-columns-repeated=\"%u\"/>",
                               index, cells->len);
    g_string_append(writer->xml, "<table:table-row>");
    for (guint i = 0; i < cells->len; i++) {
        g_string_append(writer->xml, "<table:table-cell office:value-type=\"string\">");
        write_paragraph(writer, block, g_array_index(cells, IsrRange, i),
                        i == 0 && cells->len == 2);
        g_string_append(writer->xml, "</table:table-cell>");
    }
    g_string_append(writer->xml, "</table:table-row>");
    if (isr_gold_begins_table(writer->gold, index + 1))
        g_string_append(writer->xml, "</table:table>");
}

static void write_block(Writer *writer, guint index)
{
    const IsrGoldBlock *block = writer->gold->blocks->pdata[index];
    IsrRange whole = {0, block->text->len};

    switch (block->kind) {
    case ISR_GOLD_HEADING:
        write_heading(writer, block);
        break;
    case ISR_GOLD_PARAGRAPH:
        write_paragraph(writer, block, whole, FALSE);
        break;
    case ISR_GOLD_BULLET:
        g_string_append(writer->xml, "<text:list><text:list-item>");
        write_paragraph(writer, block, whole, FALSE);
        g_string_append(writer->xml, "</text:list-item></text:list>");
        break;
    case ISR_GOLD_ROW:
        write_row(writer, block, index);
        break;
    case ISR_GOLD_HEADER:
    case ISR_GOLD_FOOTER:
        break; /* in styles.xml */
    }
}

/* The change information that precedes the text: one region for each change, with the deleted
 * text in it. Ids follow the order in which write_piece() and write_marks() count. */
static void write_region(Writer *writer, const char *kind, guint number, const char *deleted)
{
    gboolean insertion = deleted == NULL;
    const char *element = insertion ? "insertion" : "deletion";

    g_string_append_printf(writer->xml,
                           "<text:changed-region text:id=\"%s%u\"><text:%s>"
                           "<office:change-info><dc:creator>",
                           kind, number, element);
    append_whole(writer->xml, isr_build_author(writer->gold, 1));
    g_string_append(writer->xml, "</dc:creator><dc:date>" MOMENT "</dc:date></office:change-info>");
    if (!insertion) {
        g_string_append(writer->xml, "<text:p>");
        append_whole(writer->xml, deleted);
        g_string_append(writer->xml, "</text:p>");
    }
    g_string_append_printf(writer->xml, "</text:%s></text:changed-region>", element);
}

static void write_changes(Writer *writer)
{
    guint deletions = 0;
    gsize before = writer->xml->len;

    for (guint i = 0; i < writer->gold->blocks->len; i++) {
        const IsrGoldBlock *block = writer->gold->blocks->pdata[i];

        for (guint j = 0; j < block->marks->len; j++) {
            const IsrGoldMark *mark = block->marks->pdata[j];

            if (mark->kind == ISR_GOLD_DELETED)
                write_region(writer, "del", ++deletions, mark->text);
        }
    }
    for (guint i = 1; i <= writer->n_insertions; i++)
        write_region(writer, "ins", i, NULL);
    if (writer->xml->len > before) {
        g_string_insert(writer->xml, (gssize)before,
                        "<text:tracked-changes text:track-changes=\"false\">");
        g_string_append(writer->xml, "</text:tracked-changes>");
    }
}

static char *content(Writer *writer)
{
    g_autoptr(GString) body = g_string_new(NULL);
    GString *xml = g_string_new(XML_HEAD "<office:document-content " NAMESPACES ">");

    writer->xml = body;
    for (guint i = 0; i < writer->gold->blocks->len; i++)
        write_block(writer, i);
    g_string_append(xml, CONTENT_STYLES);
    g_string_append(xml, "<office:body><office:text>");
    writer->xml = xml;
    write_changes(writer);
    g_string_append(xml, body->str);
    g_string_append(xml, "</office:text></office:body></office:document-content>");
    return g_string_free(xml, FALSE);
}

static void write_margin(Writer *writer, IsrGoldKind kind, const char *element)
{
    for (guint i = 0; i < writer->gold->blocks->len; i++) {
        const IsrGoldBlock *block = writer->gold->blocks->pdata[i];

        if (block->kind != kind)
            continue;
        g_string_append_printf(writer->xml, "<style:%s>", element);
        write_paragraph(writer, block, (IsrRange){0, block->text->len}, FALSE);
        g_string_append_printf(writer->xml, "</style:%s>", element);
    }
}

static char *styles(Writer *writer)
{
    GString *xml = g_string_new(XML_HEAD "<office:document-styles " NAMESPACES ">");

    writer->xml = xml;
    g_string_append(xml, STYLES);
    write_margin(writer, ISR_GOLD_HEADER, "header");
    write_margin(writer, ISR_GOLD_FOOTER, "footer");
    g_string_append(xml, "</style:master-page></office:master-styles></office:document-styles>");
    return g_string_free(xml, FALSE);
}

static char *properties(const IsrGold *gold)
{
    return g_markup_printf_escaped(
        XML_HEAD "<office:document-meta " NAMESPACES "><office:meta><meta:generator>LibreOffice/"
                 "7.4.7.2$Linux_X86_64</meta:generator><meta:initial-creator>%s"
                 "</meta:initial-creator><dc:creator>%s</dc:creator><dc:title>%s</dc:title>"
                 "<meta:creation-date>" MOMENT "</meta:creation-date></office:meta>"
                 "</office:document-meta>",
        isr_build_author(gold, 0), isr_build_author(gold, 1), gold->kind);
}

static void add_owned(IsrArchive *archive, const char *name, char *text)
{
    isr_archive_add(archive, name, text);
    g_free(text);
}

static GBytes *build(const IsrGold *gold)
{
    g_autoptr(IsrArchive) archive = isr_archive_new();
    g_autoptr(GRand) dice = isr_dice_for(gold, "odt");
    Writer writer = {.gold = gold, .dice = dice};

    isr_archive_add(archive, "mimetype", TEXT_TYPE);
    add_owned(archive, "content.xml", content(&writer));
    add_owned(archive, "styles.xml", styles(&writer));
    add_owned(archive, "meta.xml", properties(gold));
    isr_archive_add(archive, "META-INF/manifest.xml", MANIFEST);
    return isr_archive_bytes(archive);
}

const IsrBuild isr_build_odt = {.suffix = ".odt", .build = build};
