/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in other parts of the package. */
#include "blobs.h"
#include "odt.h"

#include <string.h>

static void manifest_entry(Kit *kit)
{
    kit_replace(kit_part(kit, "META-INF/manifest.xml"), "</manifest:manifest>",
                "<manifest:file-entry manifest:full-path='" SURNAME "/' manifest:media-type='" WHO
                "'/></manifest:manifest>");
}

const Place odt_package[] = {
    PLACE("O146", "thumbnail", KEEP_NONE,
          BLOB("Thumbnails/thumbnail.png", "image/png", blob_png_text)),
    PLACE("O147", "layout-cache", KEEP_NONE,
          BLOB("layout-cache", "application/binary", blob_noise)),
    PLACE("O148", "configurations", KEEP_NONE,
          PART("Configurations2/menubar/menubar.xml", "text/xml", "<menu label='" WHO "'/>"),
          PART("Configurations2/accelerator/current.xml", "text/xml", "<a href='" SURNAME "'/>"),
          BLOB("Configurations2/images/Bitmaps/" SURNAME ".png", "image/png", blob_png_text)),
    PLACE_WITH("O149", "versions", KEEP_NONE, PLACE_ADULT, NULL,
               PART("VersionList.xml", "text/xml",
                    "<VL:version-list xmlns:VL='http://openoffice.org/2001/versions-list'>"
                    "<VL:version-entry VL:title='Version1' VL:comment='" WHO "' VL:creator='" ADULT
                    "'/></VL:version-list>"),
               BLOB("Versions/Version1", "", blob_docx)),
    PLACE_WITH("O150", "manifest-rdf", KEEP_NONE, PLACE_ADULT, NULL,
               PART("manifest.rdf", "application/rdf+xml", "<rdf>" ADULT " knows " WHO "</rdf>"),
               PART("meta/@n@.rdf", "application/rdf+xml", "<rdf>" SENTENCE "</rdf>")),
    PLACE_WITH("O151", "signatures", KEEP_NONE, PLACE_ADULT, NULL,
               PART("META-INF/documentsignatures.xml", NULL,
                    "<s><X509Certificate>T3R0b2xpbmUgUGVtYmVyd2lja2U=</X509Certificate><c>" ADULT
                    " for " WHO "</c></s>"),
               PART("META-INF/macrosignatures.xml", NULL, "<s>" ADULT "</s>")),
    PLACE("O152", "database", KEEP_NONE, PART("Database/script", "", "INSERT " SENTENCE),
          PART("Report/content.xml", "text/xml", "<r>" SENTENCE "</r>")),
    PLACE_WITH("O153", "manifest-entry", KEEP_NONE, 0, manifest_entry, INTO("body", PAR("x"))),
    {.id = NULL},
};
