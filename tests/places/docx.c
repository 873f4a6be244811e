/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The minimal DOCX document and the parts of a package that list the others. */
#include "docx.h"

#include "faults.h"

#include <string.h>

#define CELL(words)                                                                                \
    "<w:tc><w:tcPr><w:tcW w:w='4500' w:type='dxa'/></w:tcPr>" PAR(RUN(words)) "</w:tc>"
#define ROW(label, value) "<w:tr>" CELL(label) CELL(value) "</w:tr>"

/* What makes the canaries known. */
#define LABELS                                                                                     \
    "<w:tbl><w:tblPr><w:tblW w:w='9000' w:type='dxa'/></w:tblPr><w:tblGrid>"                       \
    "<w:gridCol w:w='4500'/><w:gridCol w:w='4500'/></w:tblGrid>" ROW("Child's name", WHO)          \
        ROW("Date of birth", BORN) ROW("NHS number", NHS) ROW("E-mail", EMAIL)                     \
            ROW("Mother's name", MOTHER) "</w:tbl>"

#define DOCUMENT                                                                                   \
    DOC("w:document",                                                                              \
        "<w:body>" PAR("<w:pPr><w:pStyle w:val='Heading1'/></w:pPr>" RUN(                          \
            "Plan")) "@@labels@@" PAR("") "@@body@@" PAR(RUN("End of the plan.")) "<w:sectPr>@@"   \
                                                                                  "section@@<w:"   \
                                                                                  "pgSz "          \
                                                                                  "w:w='11906' "   \
                                                                                  "w:h='16838'/"   \
                                                                                  "></w:sectPr></" \
                                                                                  "w:body>")

#define STYLES                                                                                     \
    DOC("w:styles",                                                                                \
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii='Carlito' w:hAnsi='Carlito'/>"      \
        "<w:sz w:val='22'/></w:rPr></w:rPrDefault></w:docDefaults>@@latent@@"                      \
        "<w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:name w:val='Normal'/>"    \
        "</w:style><w:style w:type='paragraph' w:styleId='Heading1'><w:name w:val='heading 1'/>"   \
        "<w:basedOn w:val='Normal'/><w:rPr><w:b/></w:rPr></w:style>@@styles@@")

#define NOTE(element, number, kind, mark)                                                          \
    "<w:" element " w:type='" kind "' w:id='" number                                               \
    "'>" PAR("<w:r><w:" mark "/></w:r>") "</w:" element ">"

#define CORE_NAMESPACES                                                                            \
    "xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'"           \
    " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='http://purl.org/dc/terms/'"       \
    " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"

static const KitBase base[] = {
    {"word/document.xml", WML_TYPE("document.main"), "", REL("officeDocument"), FALSE, DOCUMENT},
    {"word/styles.xml", WML_TYPE("styles"), "word/document.xml", REL("styles"), FALSE, STYLES},
    {"word/numbering.xml", WML_TYPE("numbering"), "word/document.xml", REL("numbering"), TRUE,
     DOC("w:numbering", "@@abstract-nums@@@@nums@@")},
    {"word/settings.xml", WML_TYPE("settings"), "word/document.xml", REL("settings"), FALSE,
     DOC("w:settings", "<w:zoom w:percent='100'/>@@settings@@")},
    {"word/fontTable.xml", WML_TYPE("fontTable"), "word/document.xml", REL("fontTable"), FALSE,
     DOC("w:fonts", "<w:font w:name='Carlito'/>@@fonts@@")},
    {"word/footnotes.xml", WML_TYPE("footnotes"), "word/document.xml", REL("footnotes"), TRUE,
     DOC("w:footnotes", NOTE("footnote", "-1", "separator", "separator")
                            NOTE("footnote", "0", "continuationSeparator",
                                 "continuationSeparator") "@@footnotes@@")},
    {"word/endnotes.xml", WML_TYPE("endnotes"), "word/document.xml", REL("endnotes"), TRUE,
     DOC("w:endnotes", NOTE("endnote", "-1", "separator", "separator")
                           NOTE("endnote", "0", "continuationSeparator",
                                "continuationSeparator") "@@endnotes@@")},
    {"word/comments.xml", WML_TYPE("comments"), "word/document.xml", REL("comments"), TRUE,
     DOC("w:comments", "@@comments@@")},
    {"word/glossary/document.xml", WML_TYPE("document.glossary"), "word/document.xml",
     REL("glossaryDocument"), TRUE,
     DOC("w:glossaryDocument", "<w:docParts>@@glossary@@</w:docParts>")},
    {"docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", "",
     PKG_REL "metadata/core-properties", FALSE,
     XML_HEAD "<cp:coreProperties " CORE_NAMESPACES ">@@core@@</cp:coreProperties>"},
    {"docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml",
     "", REL("extended-properties"), FALSE,
     XML_HEAD "<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/"
              "extended-properties' xmlns:vt='http://schemas.openxmlformats.org/officeDocument/"
              "2006/docPropsVTypes'><Application>Kit</Application>@@app@@</Properties>"},
    {"docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml",
     "", REL("custom-properties"), TRUE,
     XML_HEAD "<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/"
              "custom-properties' xmlns:vt='http://schemas.openxmlformats.org/officeDocument/"
              "2006/docPropsVTypes'>@@custom@@</Properties>"},
    {NULL, NULL, NULL, NULL, FALSE, NULL},
};

const Place *const docx_places[] = {docx_text,     docx_text_hidden, docx_tables,   docx_margins,
                                    docx_comments, docx_changes,     docx_shapes,   docx_charts,
                                    docx_pictures, docx_links,       docx_fields,   docx_controls,
                                    docx_embedded, docx_properties,  docx_settings, docx_xml,
                                    docx_zip,      docx_more,        docx_loose,    NULL};

static gboolean seen(const GPtrArray *list, const char *word)
{
    return g_ptr_array_find_with_equal_func((GPtrArray *)list, word, g_str_equal, NULL);
}

static const char *suffix_of(const char *path)
{
    const char *dot = strrchr(path, '.');

    return dot != NULL ? dot + 1 : "";
}

/* XML parts are typed by name, other kinds by their suffix. */
static void write_types(Kit *kit)
{
    g_autoptr(GPtrArray) suffixes = g_ptr_array_new();
    GString *text = g_string_new(
        XML_HEAD "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                 "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package."
                 "relationships+xml'/><Default Extension='xml' ContentType='application/xml'/>");

    for (guint i = 0; i < kit->parts->len; i++) {
        const KitPart *part = kit->parts->pdata[i];
        const char *suffix = suffix_of(part->path);

        if (part->type == NULL)
            continue;
        if (strcmp(suffix, "xml") == 0) {
            g_string_append_printf(text, "<Override PartName='/%s' ContentType='%s'/>", part->path,
                                   part->type);
        } else if (!seen(suffixes, suffix)) {
            g_ptr_array_add(suffixes, (gpointer)suffix);
            g_string_append_printf(text, "<Default Extension='%s' ContentType='%s'/>", suffix,
                                   part->type);
        }
    }
    g_string_append(text, "</Types>");
    kit_add(kit, "[Content_Types].xml", NULL, text->str);
    g_string_free(text, TRUE);
    g_ptr_array_insert(kit->parts, 0, g_ptr_array_steal_index(kit->parts, kit->parts->len - 1));
}

static char *rels_path(const char *owner)
{
    if (*owner == '\0')
        return g_strdup("_rels/.rels");
    g_autofree char *folder = g_path_get_dirname(owner);
    g_autofree char *name = g_path_get_basename(owner);
    return strcmp(folder, ".") == 0 ? g_strdup_printf("_rels/%s.rels", name)
                                    : g_strdup_printf("%s/_rels/%s.rels", folder, name);
}

static void write_links(Kit *kit, const char *owner)
{
    g_autofree char *path = rels_path(owner);
    GString *text = g_string_new(XML_HEAD "<Relationships xmlns='http://schemas.openxmlformats."
                                          "org/package/2006/relationships'>");

    for (guint i = 0; i < kit->links->len; i++) {
        const KitLink *link = kit->links->pdata[i];

        if (strcmp(link->owner, owner) != 0)
            continue;
        g_autofree char *line = g_markup_printf_escaped(
            "<Relationship Id='%s' Type='%s' Target='%s'/>", link->name, link->type, link->target);
        g_string_append(text, line);
        if (link->external)
            g_string_insert(text, (gssize)text->len - 2, " TargetMode='External'");
    }
    g_string_append(text, "</Relationships>");
    kit_add(kit, path, NULL, text->str);
    g_string_free(text, TRUE);
}

static void docx_finish(Kit *kit)
{
    g_autoptr(GPtrArray) owners = g_ptr_array_new();

    for (guint i = 0; i < kit->links->len; i++) {
        const KitLink *link = kit->links->pdata[i];

        if (!seen(owners, link->owner)) {
            g_ptr_array_add(owners, link->owner);
            write_links(kit, link->owner);
        }
    }
    write_types(kit);
}

const KitForm docx_form = {".docx", base, LABELS, docx_finish, faults_docx};
