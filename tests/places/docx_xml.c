/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places that XML itself offers, and documents written in other ways than Word writes them. */
#include "docx.h"

#include <string.h>

#define DOCUMENT_PATH "word/document.xml"

static void main_part_renamed(Kit *kit)
{
    KitPart *part = kit_part(kit, DOCUMENT_PATH);

    g_free(part->path);
    part->path = g_strdup("story/text.xml");
    kit_replace(kit_part(kit, "[Content_Types].xml"), "/" DOCUMENT_PATH, "/story/text.xml");
    kit_replace(kit_part(kit, "_rels/.rels"), "/" DOCUMENT_PATH, "/story/text.xml");
    KitPart *links = kit_part(kit, "word/_rels/document.xml.rels");
    g_free(links->path);
    links->path = g_strdup("story/_rels/text.xml.rels");
}

static void strict(Kit *kit)
{
    static const char *const names[][2] = {
        {W_NS, "http://purl.oclc.org/ooxml/wordprocessingml/main"},
        {"http://schemas.openxmlformats.org/drawingml/2006/",
         "http://purl.oclc.org/ooxml/drawingml/"},
        {R_NS, "http://purl.oclc.org/ooxml/officeDocument/relationships"},
        {"http://schemas.openxmlformats.org/officeDocument/2006/",
         "http://purl.oclc.org/ooxml/officeDocument/"},
    };

    for (guint i = 0; i < kit->parts->len; i++) {
        KitPart *part = kit->parts->pdata[i];
        for (gsize n = 0; part->text != NULL && n < G_N_ELEMENTS(names); n++)
            kit_replace(part, names[n][0], names[n][1]);
    }
    kit_replace(kit_part(kit, DOCUMENT_PATH), "<w:document ",
                "<w:document w:conformance='strict' ");
}

static void other_prefix(Kit *kit)
{
    KitPart *part = kit_part(kit, DOCUMENT_PATH);

    kit_replace(part, "<w:", "<ns0:");
    kit_replace(part, "</w:", "</ns0:");
    kit_replace(part, " w:", " ns0:");
    kit_replace(part, "xmlns:w=", "xmlns:ns0=");
}

static void utf_16(Kit *kit)
{
    KitPart *part = kit_part(kit, DOCUMENT_PATH);
    glong length;

    kit_replace(part, "encoding='UTF-8'", "encoding='UTF-16'");
    gunichar2 *wide = g_utf8_to_utf16(part->text->str, -1, NULL, &length, NULL);
    g_string_assign(part->text, "\xff\xfe");
    for (glong i = 0; i < length; i++) {
        g_string_append_c(part->text, (char)(wide[i] & 0xff));
        g_string_append_c(part->text, (char)(wide[i] >> 8));
    }
    g_free(wide);
}

static void latin_1(Kit *kit)
{
    KitPart *part = kit_part(kit, DOCUMENT_PATH);

    kit_replace(part, "encoding='UTF-8'", "encoding='ISO-8859-1'");
    g_autofree char *narrow =
        g_convert(part->text->str, -1, "ISO-8859-1", "UTF-8", NULL, NULL, NULL);
    g_string_assign(part->text, narrow);
}

static void upper_case_names(Kit *kit)
{
    KitPart *part = kit_part(kit, DOCUMENT_PATH);

    g_free(part->path);
    part->path = g_strdup("WORD/Document.XML");
    KitPart *links = kit_part(kit, "word/_rels/document.xml.rels");
    g_free(links->path);
    links->path = g_strdup("WORD/_rels/Document.XML.rels");
}

static void comment_after_root(Kit *kit)
{
    g_string_append(kit_part(kit, DOCUMENT_PATH)->text, "<!-- for " WHO ", " NHS " -->");
}

const Place docx_xml[] = {
    {"D187",
     "xml-comment",
     KEEP_NONE,
     0,
     {INTO("body", "<!-- " WHO ", " NHS " -->" PAR(RUN("Notes")))},
     comment_after_root},
    {"D188",
     "processing-instruction",
     KEEP_NONE,
     0,
     {INTO("body", "<?kit " WHO ", " NHS "?>" PAR(RUN("Notes")))},
     NULL},
    {"D189",
     "foreign-element",
     KEEP_NONE,
     0,
     {INTO("body", "<w:p xmlns:zz='urn:unknown:later' mc:Ignorable='zz' zz:who='" WHO
                   "'>" RUN("Notes") "<zz:note>" NHS "</zz:note></w:p>")},
     NULL},
    {"D190",
     "namespace-uri",
     KEEP_NONE,
     0,
     {INTO("body", "<w:p xmlns:" SURNAME "='urn:case:" FORENAME "'>" RUN("Notes") "</w:p>")},
     NULL},
    {"D191",
     "main-part-renamed",
     KEEP_HARD,
     PLACE_ALONE,
     {INTO("body", SENTENCE)},
     main_part_renamed},
    {"D192", "strict", KEEP_HARD, PLACE_ALONE | PLACE_MAY_REFUSE, {INTO("body", SENTENCE)}, strict},
    {"D193", "other-prefix", KEEP_HARD, PLACE_ALONE, {INTO("body", SENTENCE)}, other_prefix},
    {"D194", "utf-16", KEEP_HARD, PLACE_ALONE, {INTO("body", SENTENCE)}, utf_16},
    {"D195", "latin-1", KEEP_HARD, PLACE_ALONE, {INTO("body", SENTENCE)}, latin_1},
    {"D196",
     "upper-case-names",
     KEEP_HARD,
     PLACE_ALONE,
     {INTO("body", SENTENCE)},
     upper_case_names},
    {.id = NULL},
};
