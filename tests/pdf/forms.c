/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in forms that are filled in, and in signatures. */
#include "maker.h"

#define WHO_AND_ADULT WHO " and " ADULT ", NHS number " NHS
#define FIELD(kind, entries)                                                                       \
    "<</Type/Annot/Subtype/Widget/FT/" kind "/Rect[40 120 380 140]/P 3 0 R/F 4" entries ">>"
#define SHOWN                                                                                      \
    "<</Type/XObject/Subtype/Form/BBox[0 0 340 20]/Resources<</Font<</F1 5 0 R>>>>>>stream\n"      \
    "/Tx BMC " AT("2", "6", WHO ", NHS number " NHS) "EMC"
#define FORM(entries)                                                                              \
    "/AcroForm<</Fields[10 0 R]/DA(/F1 11 Tf 0 g)/DR<</Font<</F1 5 0 R>>>>" entries ">>"

const PdfPlace pdf_forms[] = {
    {.id = "P141",
     .name = "field-of-text",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180"),
     .page = "/Annots[10 0 R]",
     .catalog = FORM(""),
     .objects = {FIELD("Tx", "/T(Pupil Vantongeren)/TU(Of " WHO ")/TM(" ADULT ")/V(" WHO
                             ", NHS number " NHS ")/DV(" ADULT ")/RV(<body>" WHO
                             "</body>)/AP<</N 11 0 R>>"),
                 SHOWN}},
    {.id = "P142",
     .name = "field-without-appearance",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180"),
     .page = "/Annots[10 0 R]",
     .catalog = FORM("/NeedAppearances true"),
     .objects = {FIELD("Tx", "/T(x)/V(" WHO ", NHS number " NHS ")")}},
    {.id = "P143",
     .name = "field-hidden",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180"),
     .page = "/Annots[10 0 R]",
     .catalog = FORM(""),
     .objects = {"<</Type/Annot/Subtype/Widget/FT/Tx/Rect[40 120 380 140]/P 3 0 R/F "
                 "2/T(x)/V(" WHO_AND_ADULT ")/AP<</N 11 0 R>>>>",
                 SHOWN}},
    {.id = "P144",
     .name = "choice",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180"),
     .page = "/Annots[10 0 R]",
     .catalog = FORM(""),
     .objects = {FIELD("Ch",
                       "/Ff 131072/T(x)/V(q)/Opt[[(q)(" WHO ")][(o)(" ADULT ")]]/AP<</N 11 0 R>>"),
                 SHOWN}},
    {.id = "P145",
     .name = "button",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180"),
     .page = "/Annots[10 0 R]",
     .catalog = FORM(""),
     .objects = {FIELD("Btn", "/Ff 65536/T(x)/MK<</CA(" WHO ")/RC(" ADULT ")/AC(" WHO
                              ")>>/A<</S/SubmitForm/F(https://saltmarsh.example/Vantongeren)"
                              ">>/AP<</N 11 0 R>>"),
                 SHOWN}},
    {.id = "P146",
     .name = "box-that-is-ticked",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180"),
     .page = "/Annots[10 0 R]",
     .catalog = FORM(""),
     .objects = {FIELD("Btn", "/T(x)/V/Quilla#20Vantongeren/AS/Quilla#20Vantongeren/AP<</N<<"
                              "/Quilla#20Vantongeren 11 0 R/Ottoline 11 0 R>>>>"),
                 "<</Type/XObject/Subtype/Form/BBox[0 0 20 20]>>stream\n2 2 10 10 re f"}},
    {.id = "P147",
     .name = "scripts-of-a-field",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180"),
     .page = "/Annots[10 0 R]",
     .catalog = FORM("/CO[10 0 R]"),
     .objects = {FIELD("Tx", "/T(x)/AA<</K<</S/JavaScript/JS(app.alert\\(\"" WHO_AND_ADULT
                             "\"\\))>>/F<</S/JavaScript/JS 11 0 R>>>>"),
                 "<<>>stream\nvar who = \"" WHO_AND_ADULT "\";"}},
    {.id = "P148",
     .name = "form-of-xfa-beside",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180"),
     .page = "/Annots[10 0 R]",
     .catalog = FORM("/XFA[(datasets)11 0 R]"),
     .objects = {FIELD("Tx", "/T(x)/V(" WHO ")"),
                 "<<>>stream\n<xfa:datasets><name>" WHO_AND_ADULT "</name></xfa:datasets>"}},
    {.id = "P149",
     .name = "signature",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180"),
     .page = "/Annots[10 0 R]",
     .catalog = FORM("/SigFlags 3") "/Perms<</DocMDP 11 0 R>>/DSS<</Certs[12 0 R]>>",
     .objects = {FIELD("Sig", "/T(Signed)/V 11 0 R/Lock<</Action/Include/Fields[(" ADULT ")]>>"),
                 "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/Name(" ADULT
                 ")/Reason(For " WHO ")/Location(" WHO ")/ContactInfo(" EMAIL
                 ")/M(D:20200101)/ByteRange[0 10 20 10]/Contents<5175696C6C612056616E746F6E67657265"
                 "6E>>>",
                 "<<>>stream\n" WHO_AND_ADULT}},
    {.id = "P150",
     .name = "field-on-no-page",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180"),
     .catalog = FORM(""),
     .objects = {"<</FT/Tx/T(" ADULT ")/V(" WHO_AND_ADULT ")>>"}},
    {.id = NULL},
};
