/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The minimal ODT document and its manifest. */
#include "odt.h"

#include "faults.h"

#include <string.h>

#define CELL(words) "<table:table-cell office:value-type='string'>" PAR(words) "</table:table-cell>"
#define ROW(label, value) "<table:table-row>" CELL(label) CELL(value) "</table:table-row>"
#define LABELS                                                                                     \
    "<table:table table:name='Table1'><table:table-column "                                        \
    "table:number-columns-repeated='2'/>" ROW("Child's name", WHO) ROW("Date of birth", BORN)      \
        ROW("NHS number", NHS) ROW("E-mail", EMAIL) ROW("Mother's name", MOTHER) "</table:table>"

#define TEXT_STYLE(name, properties)                                                               \
    "<style:style style:name='" name "' style:family='text'><style:text-properties " properties    \
    "/></style:style>"

static const KitBase base[] = {
    {.path = "mimetype", .text = ODT_TYPE},
    {.path = "content.xml",
     .type = "text/xml",
     .text = DOC(
         "office:document-content",
         "<office:scripts>@@scripts@@</office:scripts>"
         "<office:font-face-decls><style:font-face style:name='Carlito' "
         "svg:font-family='Carlito'/>@@fonts@@</office:font-face-decls>"
         "<office:automatic-styles>" TEXT_STYLE("Kept1", "fo:font-style='italic'")
             TEXT_STYLE("Kept2", "style:text-underline-style='solid'") TEXT_STYLE(
                 "T1",
                 "fo:font-weight='bold'") "@@automatic@@"
                                          "</"
                                          "office:automatic-styles><office:body><office:text>@@"
                                          "forms@@@@changes@@"
                                          "@@declarations@@<text:h text:style-name='Standard' "
                                          "text:outline-level='1'>Plan"
                                          "</text:h>@@labels@@" PAR("") "@@body@@" PAR(
                                              "End of the plan.") "</office:text></office:body>")},
    {.path = "styles.xml",
     .type = "text/xml",
     .text = DOC("office:document-styles",
                 "<office:styles><style:style style:name='Standard' style:family='paragraph'/>"
                 "@@styles@@</office:styles><office:automatic-styles><style:page-layout "
                 "style:name='pm1'/>@@page-automatic@@</office:automatic-styles>"
                 "<office:master-styles><style:master-page style:name='Standard' "
                 "style:page-layout-name='pm1'>@@header@@@@header-left@@@@header-first@@"
                 "@@footer@@@@footer-left@@@@footer-first@@</style:master-page>@@masters@@"
                 "</office:master-styles>")},
    {.path = "meta.xml",
     .type = "text/xml",
     .text = DOC("office:document-meta", "<office:meta>@@meta@@</office:meta>")},
    {.path = "settings.xml",
     .type = "text/xml",
     .text = DOC("office:document-settings", "<office:settings><config:config-item-set "
                                             "config:name='ooo:configuration-settings'>@@settings@@"
                                             "</config:config-item-set></office:settings>")},
    {.path = NULL},
};

const Place *const odt_places[] = {
    odt_text, odt_tables, odt_margins, odt_changes, odt_drawings, odt_fields, odt_marks, odt_forms,
    odt_meta, odt_styles, odt_objects, odt_package, odt_xml,      odt_zip,    odt_loose, NULL};

static void finish(Kit *kit)
{
    GString *text = g_string_new(
        XML_HEAD "<manifest:manifest xmlns:manifest='" ODF "manifest:1.0' manifest:version='1.3'>"
                 "<manifest:file-entry manifest:full-path='/' manifest:media-type='" ODT_TYPE
                 "' manifest:version='1.3'/>");

    for (guint i = 0; i < kit->parts->len; i++) {
        const KitPart *part = kit->parts->pdata[i];

        if (part->type != NULL)
            g_string_append_printf(text,
                                   "<manifest:file-entry manifest:full-path='%s' "
                                   "manifest:media-type='%s'/>",
                                   part->path, part->type);
    }
    g_string_append(text, "</manifest:manifest>");
    kit_part(kit, "mimetype")->stored = TRUE;
    kit_add(kit, "META-INF/manifest.xml", NULL, text->str);
    g_string_free(text, TRUE);
}

const KitForm odt_form = {
    .suffix = ".odt",
    .base = base,
    .labels = LABELS,
    .finish = finish,
    .faults = faults_odt,
};
