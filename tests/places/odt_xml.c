/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places that XML itself offers, and documents written in other ways than LibreOffice writes
 * them. */
#include "odt.h"

#include <string.h>

static void comment_after_root(Kit *kit)
{
    g_string_append(kit_part(kit, "content.xml")->text, "<!-- for " WHO ", " NHS " -->");
}

static void other_prefix(Kit *kit)
{
    KitPart *part = kit_part(kit, "content.xml");

    kit_replace(part, "<text:", "<");
    kit_replace(part, "</text:", "</");
    kit_replace(part, " text:", " ns0:");
    kit_replace(part, "xmlns:text=", "xmlns='" ODF "text:1.0' xmlns:ns0=");
    kit_replace(part, "office:", "o:");
    kit_replace(part, "xmlns:office=", "xmlns:o=");
    kit_replace(part, "xmlns:o:tc", "xmlns:office:tc");
    kit_replace(part, "opendocument:xmlns:o:1.0", "opendocument:xmlns:office:1.0");
}

static void utf_16(Kit *kit)
{
    KitPart *part = kit_part(kit, "content.xml");
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

static void dtd_entity(Kit *kit)
{
    kit_replace(kit_part(kit, "content.xml"), "<office:document-content",
                "<!DOCTYPE x [<!ENTITY who '" WHO "'>]><office:document-content");
}

const Place odt_xml[] = {
    PLACE_WITH("O154", "xml-comment", KEEP_NONE, 0, comment_after_root,
               INTO("body", "<!-- " WHO ", " NHS " -->" PAR("Notes")),
               INTO("styles", "<!-- " WHO " -->")),
    PLACE("O155", "processing-instruction", KEEP_NONE,
          INTO("body", "<?kit " WHO ", " NHS "?>" PAR("Notes"))),
    PLACE("O156", "foreign", KEEP_NONE,
          INTO("body", "<text:p xmlns:zz='urn:unknown:later' zz:who='" WHO "'>Notes<zz:note>" NHS
                       "</zz:note></text:p>")),
    PLACE("O157", "namespace-uri", KEEP_NONE,
          INTO("body", "<text:p xmlns:" SURNAME "='urn:case:" FORENAME "'>Notes</text:p>")),
    PLACE_WITH("O158", "other-prefix", KEEP_HARD, PLACE_ALONE, other_prefix, BODY(SENTENCE)),
    PLACE_WITH("O159", "utf-16", KEEP_HARD, PLACE_ALONE, utf_16, BODY(SENTENCE)),
    PLACE_WITH("O160", "dtd-entity", KEEP_NONE, PLACE_ALONE | PLACE_MAY_REFUSE, dtd_entity,
               INTO("body", PAR("&who;"))),
    {.id = NULL},
};
