/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A DOCX: members by name, or the bytes of a package. */
#include "fuzz.h"

#include "formats/formats.h"

#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static const FuzzMember always[] = {
    {"[Content_Types].xml",
     "<Types xmlns='" PACKAGE "content-types'><Override PartName='/word/document.xml' ContentType="
     "'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></"
     "Types>"},
    {"_rels/.rels",
     "<Relationships xmlns='" PACKAGE "relationships'><Relationship Id='a' Type='" OFFICE
     "/officeDocument' Target='word/document.xml'/></Relationships>"},
    {"word/_rels/document.xml.rels",
     "<Relationships xmlns='" PACKAGE "relationships'><Relationship Id='s' Type='" OFFICE
     "/styles' Target='styles.xml'/><Relationship Id='h' Type='" OFFICE
     "/header' Target='header1.xml'/><Relationship Id='n' Type='" OFFICE
     "/footnotes' Target='footnotes.xml'/><Relationship Id='c' Type='" OFFICE
     "/comments' Target='comments.xml'/></Relationships>"},
    {NULL, NULL},
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GByteArray) package = fuzz_parcel(data, size, always);
    g_autoptr(IsrInput) input = fuzz_input(package->data, package->len);

    fuzz_walk(&isr_format_docx, input);
    return 0;
}
