/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A gold document as Word writes it. Only what a practitioner's document has; the places where
 * text can hide are the tests' matter. */
#include "archive.h"
#include "build.h"
#include "pieces.h"

#define W_NAMESPACE                                                                                \
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                    \
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define MOMENT "2024-09-02T10:15:00Z"

static const char CONTENT_TYPES[] = XML_HEAD
    "<Types xmlns=\"" PACKAGE "content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
    "relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"" WORD_TYPE "document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" ContentType=\"" WORD_TYPE "styles+xml\"/>"
    "<Override PartName=\"/word/numbering.xml\" ContentType=\"" WORD_TYPE "numbering+xml\"/>"
    "<Override PartName=\"/word/settings.xml\" ContentType=\"" WORD_TYPE "settings+xml\"/>"
    "<Override PartName=\"/word/comments.xml\" ContentType=\"" WORD_TYPE "comments+xml\"/>"
    "<Override PartName=\"/word/header1.xml\" ContentType=\"" WORD_TYPE "header+xml\"/>"
    "<Override PartName=\"/word/footer1.xml\" ContentType=\"" WORD_TYPE "footer+xml\"/>"
    "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-"
    "package.core-properties+xml\"/>"
    "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-"
    "officedocument.extended-properties+xml\"/></Types>";

static const char PACKAGE_LINKS[] = XML_HEAD
    "<Relationships xmlns=\"" PACKAGE "relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" OFFICE "officeDocument\" Target=\"word/document.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" PACKAGE "relationships/metadata/core-properties\" "
    "Target=\"docProps/core.xml\"/>"
    "<Relationship Id=\"rId3\" Type=\"" OFFICE "extended-properties\" "
    "Target=\"docProps/app.xml\"/></Relationships>";

static const char DOCUMENT_LINKS[] =
    "<Relationship Id=\"rId1\" Type=\"" OFFICE "styles\" Target=\"styles.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" OFFICE "numbering\" Target=\"numbering.xml\"/>"
    "<Relationship Id=\"rId3\" Type=\"" OFFICE "settings\" Target=\"settings.xml\"/>"
    "<Relationship Id=\"rId4\" Type=\"" OFFICE "comments\" Target=\"comments.xml\"/>"
    "<Relationship Id=\"rId5\" Type=\"" OFFICE "header\" Target=\"header1.xml\"/>"
    "<Relationship Id=\"rId6\" Type=\"" OFFICE "footer\" Target=\"footer1.xml\"/>";
#define LINKS_BEFORE 6

static const char STYLES[] = XML_HEAD
    "<w:styles " W_NAMESPACE "><w:docDefaults><w:rPrDefault><w:rPr>"
    "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"22\"/>"
    "<w:lang w:val=\"en-GB\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
    "<w:spacing w:after=\"120\"/></w:pPr></w:pPrDefault></w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>"
    "</w:style><w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/>"
    "<w:basedOn w:val=\"Normal\"/><w:pPr><w:keepNext/><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr>"
    "<w:b/><w:sz w:val=\"30\"/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Heading2\"><w:name w:val=\"heading 2\"/>"
    "<w:basedOn w:val=\"Normal\"/><w:pPr><w:keepNext/><w:outlineLvl w:val=\"1\"/></w:pPr><w:rPr>"
    "<w:b/><w:sz w:val=\"26\"/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"ListBullet\"><w:name w:val=\"List Bullet\"/>"
    "<w:basedOn w:val=\"Normal\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
    "</w:style><w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>"
    "<w:rPr><w:color w:val=\"0563C1\"/><w:u w:val=\"single\"/></w:rPr></w:style>"
    "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:tblPr>"
    "<w:tblBorders><w:top w:val=\"single\" w:sz=\"4\"/><w:left w:val=\"single\" w:sz=\"4\"/>"
    "<w:bottom w:val=\"single\" w:sz=\"4\"/><w:right w:val=\"single\" w:sz=\"4\"/>"
    "<w:insideH w:val=\"single\" w:sz=\"4\"/><w:insideV w:val=\"single\" w:sz=\"4\"/>"
    "</w:tblBorders></w:tblPr></w:style></w:styles>";

static const char NUMBERING[] = XML_HEAD
    "<w:numbering " W_NAMESPACE "><w:abstractNum w:abstractNumId=\"0\">"
    "<w:multiLevelType w:val=\"hybridMultilevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
    "<w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\342\200\242\"/><w:lvlJc w:val=\"left\"/>"
    "<w:pPr><w:ind w:left=\"720\" w:hanging=\"360\"/></w:pPr></w:lvl></w:abstractNum>"
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

static const char SETTINGS[] = XML_HEAD
    "<w:settings " W_NAMESPACE "><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/>"
    "<w:rsids><w:rsidRoot w:val=\"00A41C70\"/><w:rsid w:val=\"00A41C70\"/>"
    "<w:rsid w:val=\"00B83D12\"/></w:rsids><w:compat><w:compatSetting "
    "w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
    "w:val=\"15\"/></w:compat></w:settings>";

typedef struct {
    const IsrGold *gold;
    GRand *dice;
    GString *xml;      /* of the part being written */
    GString *links;    /* relationships of the document */
    GString *comments; /* word/comments.xml */
    guint n_links, n_comments, n_changes;
    gboolean may_link; /* headers have no relationships of their own here */
} Writer;

static void append_whole(GString *xml, const char *text)
{
    g_autofree char *escaped = g_markup_escape_text(text, -1);

    g_string_append(xml, escaped);
}

static void write_change(Writer *writer, const char *element)
{
    g_string_append_printf(writer->xml, "<w:%s w:id=\"%u\" w:author=\"", element,
                           ++writer->n_changes);
    append_whole(writer->xml, isr_build_author(writer->gold, 1));
    g_string_append(writer->xml, "\" w:date=\"" MOMENT "\">");
}

static void write_run(Writer *writer, const GString *text, IsrRange range, const char *properties)
{
    GString *xml = writer->xml;

    g_string_append(xml, isr_dice_one_in(writer->dice, 3) ? "<w:r w:rsidR=\"00B83D12\">" : "<w:r>");
    if (*properties)
        g_string_append_printf(xml, "<w:rPr>%s</w:rPr>", properties);
    if (text->str[range.start] == '\n') {
        g_string_append(xml, "<w:br/>");
    } else if (text->str[range.start] == '\t') {
        g_string_append(xml, "<w:tab/>");
    } else {
        g_string_append(xml, "<w:t xml:space=\"preserve\">");
        isr_build_escape(xml, text, range);
        g_string_append(xml, "</w:t>");
    }
    g_string_append(xml, "</w:r>");
}

static void write_deletion(Writer *writer, const char *text)
{
    write_change(writer, "del");
    g_string_append(writer->xml, "<w:r><w:delText xml:space=\"preserve\">");
    append_whole(writer->xml, text);
    g_string_append(writer->xml, "</w:delText></w:r></w:del>");
}

static void write_comment(Writer *writer, const char *text)
{
    guint id = writer->n_comments++;

    g_string_append_printf(writer->xml, "<w:r><w:commentReference w:id=\"%u\"/></w:r>", id);
    g_string_append_printf(writer->comments, "<w:comment w:id=\"%u\" w:author=\"", id);
    append_whole(writer->comments, isr_build_author(writer->gold, 0));
    g_string_append(writer->comments, "\" w:date=\"" MOMENT
                                      "\" w:initials=\"A\"><w:p><w:r><w:t xml:space=\"preserve\">");
    append_whole(writer->comments, text);
    g_string_append(writer->comments, "</w:t></w:r></w:p></w:comment>");
}

/* Deletions and comments that stand at @offset. */
static void write_marks(Writer *writer, const IsrGoldBlock *block, gsize offset)
{
    for (guint i = 0; i < block->marks->len; i++) {
        const IsrGoldMark *mark = block->marks->pdata[i];

        if (mark->range.start != offset)
            continue;
        if (mark->kind == ISR_GOLD_DELETED)
            write_deletion(writer, mark->text);
        else if (mark->kind == ISR_GOLD_NOTE)
            write_comment(writer, mark->text);
    }
}

static void write_piece(Writer *writer, const GString *text, const IsrPiece *piece,
                        const char *properties)
{
    gboolean links = piece->link && writer->may_link;

    if (piece->inserted)
        write_change(writer, "ins");
    if (links) {
        g_autofree char *target = g_markup_escape_text(piece->link, -1);
        guint id = LINKS_BEFORE + ++writer->n_links;

        g_string_append_printf(writer->links,
                               "<Relationship Id=\"rId%u\" Type=\"" OFFICE
                               "hyperlink\" Target=\"%s\" TargetMode=\"External\"/>",
                               id, target);
        g_string_append_printf(writer->xml, "<w:hyperlink r:id=\"rId%u\">", id);
        properties = "<w:rStyle w:val=\"Hyperlink\"/>";
    }
    write_run(writer, text, piece->range, properties);
    if (links)
        g_string_append(writer->xml, "</w:hyperlink>");
    if (piece->inserted)
        g_string_append(writer->xml, "</w:ins>");
}

static void write_paragraph(Writer *writer, const IsrGoldBlock *block, IsrRange cell,
                            const char *style, const char *properties)
{
    g_autoptr(GArray) pieces = isr_pieces_cut(block, cell, writer->dice);

    g_string_append(writer->xml, "<w:p w:rsidR=\"00A41C70\">");
    if (style)
        g_string_append_printf(writer->xml, "<w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>", style);
    for (guint i = 0; i < pieces->len; i++) {
        const IsrPiece *piece = &g_array_index(pieces, IsrPiece, i);

        write_marks(writer, block, piece->range.start);
        if (isr_dice_one_in(writer->dice, 20))
            g_string_append(writer->xml, "<w:proofErr w:type=\"spellStart\"/>");
        write_piece(writer, block->text, piece, properties);
    }
    write_marks(writer, block, cell.end);
    g_string_append(writer->xml, "</w:p>");
}

static void write_row(Writer *writer, const IsrGoldBlock *block, gboolean first, gboolean last)
{
    g_autoptr(GArray) cells = isr_gold_cells(block);
    guint width = cells->len ? 9000 / cells->len : 9000;

    if (first) {
        g_string_append(writer->xml, "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>"
                                     "<w:tblW w:w=\"9000\" w:type=\"dxa\"/></w:tblPr><w:tblGrid>");
        for (guint i = 0; i < cells->len; i++)
            g_string_append_printf(writer->xml, "<w:gridCol w:w=\"%u\"/>", width);
        g_string_append(writer->xml, "</w:tblGrid>");
    }
    g_string_append(writer->xml, "<w:tr>");
    for (guint i = 0; i < cells->len; i++) {
        g_string_append_printf(writer->xml,
                               "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/></w:tcPr>", width);
        write_paragraph(writer, block, g_array_index(cells, IsrRange, i), NULL,
                        i == 0 && cells->len == 2 ? "<w:b/>" : "");
        g_string_append(writer->xml, "</w:tc>");
    }
    g_string_append(writer->xml, "</w:tr>");
    if (last)
        g_string_append(writer->xml, "</w:tbl><w:p/>");
}

static void write_block(Writer *writer, guint index)
{
    const IsrGoldBlock *block = writer->gold->blocks->pdata[index];
    IsrRange whole = {0, block->text->len};

    switch (block->kind) {
    case ISR_GOLD_HEADING:
        write_paragraph(writer, block, whole, block->level > 1 ? "Heading2" : "Heading1", "");
        break;
    case ISR_GOLD_PARAGRAPH:
        write_paragraph(writer, block, whole, NULL, "");
        break;
    case ISR_GOLD_BULLET:
        write_paragraph(writer, block, whole, "ListBullet", "");
        break;
    case ISR_GOLD_ROW:
        write_row(writer, block, isr_gold_begins_table(writer->gold, index),
                  isr_gold_begins_table(writer->gold, index + 1));
        break;
    case ISR_GOLD_HEADER:
    case ISR_GOLD_FOOTER:
        break; /* parts of their own */
    }
}

/* The part of the page's margin that @kind says; empty when the document has none. */
static char *margin(Writer *writer, IsrGoldKind kind)
{
    const char *element = kind == ISR_GOLD_HEADER ? "hdr" : "ftr";
    GString *xml = g_string_new(XML_HEAD);

    g_string_append_printf(xml, "<w:%s " W_NAMESPACE ">", element);
    writer->xml = xml;
    writer->may_link = FALSE;
    guint before = (guint)xml->len;

    for (guint i = 0; i < writer->gold->blocks->len; i++) {
        const IsrGoldBlock *block = writer->gold->blocks->pdata[i];

        if (block->kind == kind)
            write_paragraph(writer, block, (IsrRange){0, block->text->len}, NULL, "");
    }
    if (xml->len == before)
        g_string_append(xml, "<w:p/>");
    g_string_append_printf(xml, "</w:%s>", element);
    return g_string_free(xml, FALSE);
}

static char *document(Writer *writer)
{
    GString *xml = g_string_new(XML_HEAD "<w:document " W_NAMESPACE "><w:body>");

    writer->xml = xml;
    writer->may_link = TRUE;
    for (guint i = 0; i < writer->gold->blocks->len; i++)
        write_block(writer, i);
    g_string_append(xml, "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId5\"/>"
                         "<w:footerReference w:type=\"default\" r:id=\"rId6\"/>"
                         "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" "
                         "w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" w:header=\"708\" "
                         "w:footer=\"708\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
    return g_string_free(xml, FALSE);
}

static char *properties(const IsrGold *gold)
{
    return g_markup_printf_escaped(
        XML_HEAD "<cp:coreProperties xmlns:cp=\"" PACKAGE "metadata/core-properties\" "
                 "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                 "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                 "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>%s</dc:title>"
                 "<dc:creator>%s</dc:creator><cp:lastModifiedBy>%s</cp:lastModifiedBy>"
                 "<dcterms:created xsi:type=\"dcterms:W3CDTF\">" MOMENT "</dcterms:created>"
                 "</cp:coreProperties>",
        gold->kind, isr_build_author(gold, 0), isr_build_author(gold, 1));
}

static void add_owned(IsrArchive *archive, const char *name, char *text)
{
    isr_archive_add(archive, name, text);
    g_free(text);
}

static GBytes *build(const IsrGold *gold)
{
    g_autoptr(IsrArchive) archive = isr_archive_new();
    g_autoptr(GRand) dice = isr_dice_for(gold, "docx");
    g_autoptr(GString) links =
        g_string_new(XML_HEAD "<Relationships xmlns=\"" PACKAGE "relationships\">");
    g_autoptr(GString) comments = g_string_new(XML_HEAD "<w:comments " W_NAMESPACE ">");
    Writer writer = {.gold = gold, .dice = dice, .links = links, .comments = comments};

    g_string_append(links, DOCUMENT_LINKS);
    isr_archive_add(archive, "[Content_Types].xml", CONTENT_TYPES);
    isr_archive_add(archive, "_rels/.rels", PACKAGE_LINKS);
    add_owned(archive, "word/document.xml", document(&writer));
    add_owned(archive, "word/header1.xml", margin(&writer, ISR_GOLD_HEADER));
    add_owned(archive, "word/footer1.xml", margin(&writer, ISR_GOLD_FOOTER));
    g_string_append(links, "</Relationships>");
    g_string_append(comments, "</w:comments>");
    isr_archive_add(archive, "word/_rels/document.xml.rels", links->str);
    isr_archive_add(archive, "word/comments.xml", comments->str);
    isr_archive_add(archive, "word/styles.xml", STYLES);
    isr_archive_add(archive, "word/numbering.xml", NUMBERING);
    isr_archive_add(archive, "word/settings.xml", SETTINGS);
    add_owned(archive, "docProps/core.xml", properties(gold));
    isr_archive_add(archive, "docProps/app.xml",
                    XML_HEAD "<Properties xmlns=\"http://schemas.openxmlformats.org/"
                             "officeDocument/2006/extended-properties\"><Application>Microsoft "
                             "Office Word</Application><Company>Tidewell Council</Company>"
                             "</Properties>");
    return isr_archive_bytes(archive);
}

const IsrBuild isr_build_docx = {.suffix = ".docx", .build = build};
