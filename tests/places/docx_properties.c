/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in the properties of a document and its thumbnail. */
#include "blobs.h"
#include "docx.h"

#define CORE(element, words)                                                                       \
    {                                                                                              \
        INTO("core", "<" element ">" words "</" element ">")                                       \
    }
#define APP(element, words)                                                                        \
    {                                                                                              \
        INTO("app", "<" element ">" words "</" element ">")                                        \
    }
#define PROPERTY_AS(attributes, words)                                                             \
    INTO("custom",                                                                                 \
         "<property fmtid='{D5CDD505-2E9C-101B-9397-08002B2CF9AE}' pid='@n@' " attributes          \
         "><vt:lpwstr>" words "</vt:lpwstr></property>")
#define PROPERTY(name, words) PROPERTY_AS("name='" name "'", words)

const Place docx_properties[] = {
    {"D150", "core-creator", KEEP_NONE, PLACE_ADULT, CORE("dc:creator", WHO "; " ADULT), NULL},
    {"D151", "core-modified-by", KEEP_NONE, PLACE_ADULT,
     CORE("cp:lastModifiedBy", ADULT " for " WHO), NULL},
    {"D152", "core-title", KEEP_NONE, 0, CORE("dc:title", "Plan for " WHO), NULL},
    {"D153", "core-subject", KEEP_NONE, 0, CORE("dc:subject", WHO ", " NHS), NULL},
    {"D154", "core-keywords", KEEP_NONE, 0, CORE("cp:keywords", "plan; " SURNAME), NULL},
    {"D155", "core-description", KEEP_NONE, 0, CORE("dc:description", "About " WHO), NULL},
    {"D156", "core-category", KEEP_NONE, 0, CORE("cp:category", "Case of " SURNAME), NULL},
    {"D157", "core-contentstatus", KEEP_NONE, 0, CORE("cp:contentStatus", "Seen by " SURNAME),
     NULL},
    {"D158", "core-identifier", KEEP_NONE, 0, CORE("dc:identifier", NHS), NULL},
    {"D159", "core-version", KEEP_NONE, 0, CORE("cp:version", "1 " SURNAME), NULL},
    {"D160", "app-company", KEEP_NONE, PLACE_ADULT, APP("Company", ADULT " and " SURNAME), NULL},
    {"D161", "app-manager", KEEP_NONE, PLACE_ADULT, APP("Manager", ADULT ", " WHO), NULL},
    {"D162", "app-template", KEEP_NONE, 0, APP("Template", "C:\\Users\\" SURNAME "\\plan.dotx"),
     NULL},
    {"D163", "app-hyperlink-base", KEEP_NONE, 0, APP("HyperlinkBase", "S:\\Cases\\" SURNAME), NULL},
    {"D164",
     "app-titles",
     KEEP_NONE,
     0,
     {INTO("app",
           "<HeadingPairs><vt:vector size='2' baseType='variant'><vt:variant><vt:lpstr>" SURNAME
           "</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant></vt:vector></"
           "HeadingPairs>"
           "<TitlesOfParts><vt:vector size='1' baseType='lpstr'><vt:lpstr>Plan for " WHO
           "</vt:lpstr>"
           "</vt:vector></TitlesOfParts>")},
     NULL},
    {"D165",
     "app-hlinks",
     KEEP_NONE,
     0,
     {INTO("app",
           "<HLinks><vt:vector size='1' baseType='variant'><vt:variant><vt:lpwstr>mailto:" EMAIL
           "</vt:lpwstr></vt:variant></vt:vector></HLinks>")},
     NULL},
    {"D166",
     "app-digsig",
     KEEP_NONE,
     0,
     {INTO("app", "<DigSig><vt:blob>UXVpbGxhIFZhbnRvbmdlcmVuIDk5OTEyMzQ1NTEg</vt:blob></DigSig>")},
     NULL},
    {"D167",
     "custom-value",
     KEEP_NONE,
     0,
     {PROPERTY("Case", "_x0051_uilla Vantongeren, " NHS)},
     NULL},
    {"D168",
     "custom-name",
     KEEP_NONE,
     0,
     {PROPERTY_AS("name='" WHO "' linkTarget='About" SURNAME "'", "text")},
     NULL},
    {"D169",
     "custom-label",
     KEEP_NONE,
     PLACE_ADULT,
     {PROPERTY("MSIP_Label_0a0a0a0a-0000-4000-8000-000000000169_Owner",
               "ottoline.pemberwicke@council.example; " SURNAME)},
     NULL},
    {"D170",
     "thumbnail-jpeg",
     KEEP_NONE,
     PLACE_ADULT,
     {BLOB("docProps/thumbnail.jpeg", "image/jpeg", blob_jpeg),
      LINK("", "rId@id@", PKG_REL "metadata/thumbnail", "docProps/thumbnail.jpeg")},
     NULL},
    {"D171",
     "thumbnail-emf",
     KEEP_NONE,
     0,
     {BLOB("docProps/thumbnail.emf", "image/x-emf", blob_emf),
      LINK("", "rId@id@", PKG_REL "metadata/thumbnail", "docProps/thumbnail.emf")},
     NULL},
    {.id = NULL},
};
