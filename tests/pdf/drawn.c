/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in what a page draws by way of something else: forms, patterns, fonts of procedures,
 * masks; and text that is not what its codes are read as. */
#include "maker.h"

#define HELVETICA "/Resources<</Font<</F1 5 0 R>>>>"
#define FORM(entries, content)                                                                     \
    "<</Type/XObject/Subtype/Form/BBox[0 0 520 400]" HELVETICA entries ">>stream\n" content

/* Reads each letter as another. */
#define LYING_MAP                                                                                  \
    "<<>>stream\n/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/X def"       \
    "/CMapType 2 def 1 begincodespacerange<00><FF>endcodespacerange 2 beginbfrange<41><5A><0042>"  \
    "<61><7A><0062>endbfrange endcmap CMapName currentdict/CMap defineresource pop end end"

/* Letters as procedures: bars, so that nothing can be read but what the codes say. */
#define TYPE3                                                                                      \
    "<</Type/Font/Subtype/Type3/FontBBox[0 0 600 700]/FontMatrix[0.001 0 0 0.001 0 0]"             \
    "/FirstChar 32/LastChar 122/Widths 11 0 R/CharProcs<</g 12 0 R>>/Encoding<</Type/Encoding"     \
    "/Differences[32/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g"  \
    "/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g/g"   \
    "/g/g/g/g/g/g]>>/ToUnicode 13 0 R/Resources<<>>>>"
#define HONEST_MAP                                                                                 \
    "<<>>stream\n/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/X def"       \
    "/CMapType 2 def 1 begincodespacerange<00><FF>endcodespacerange 1 beginbfrange<20><7E><0020>"  \
    "endbfrange endcmap CMapName currentdict/CMap defineresource pop end end"
#define TEN "600 600 600 600 600 600 600 600 600 600 "

const PdfPlace pdf_drawn[] = {
    {.id = "P041",
     .name = "form",
     .keep = KEEP_HARD,
     .contents = "/X1 Do\n",
     .xobjects = "/X1 10 0 R",
     .objects = {FORM("", SENTENCE_AT("160"))}},
    {.id = "P042",
     .name = "form-turned",
     .keep = KEEP_SOFT,
     .contents = KEPT_AT("180") "q 1 0 0 1 60 -40 cm /X1 Do Q\n",
     .xobjects = "/X1 10 0 R",
     .objects = {FORM("/Matrix[0 1 -1 0 330 20]", AT("40", "160", WHO))}},
    {.id = "P043",
     .name = "form-in-form",
     .keep = KEEP_HARD,
     .contents = "/X1 Do\n",
     .xobjects = "/X1 10 0 R",
     .objects = {"<</Type/XObject/Subtype/Form/BBox[0 0 520 400]/Resources<</XObject<</X2 11 0 R>>"
                 ">>>>stream\nq 0.9 0 0 0.9 10 10 cm /X2 Do Q",
                 FORM("", SENTENCE_AT("160"))}},
    {.id = "P044",
     .name = "form-twice",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180") "/X1 Do q 1 0 0 1 0 -60 cm /X1 Do Q\n",
     .xobjects = "/X1 10 0 R",
     .objects = {FORM("", AT("40", "150", WHO " was here"))}},
    {.id = "P045",
     .name = "tiling-pattern",
     .keep = KEEP_HARD,
     .flags = PLACE_MAY_REFUSE,
     .contents = KEPT_AT("180") "/Pattern cs /N1 scn 0 60 450 60 re f\n",
     .resources = "/Pattern<</N1 10 0 R>>",
     .objects = {"<</Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 150 30]/XStep 150"
                 "/YStep 30" HELVETICA ">>stream\n" AT("4", "10", WHO)}},
    {.id = "P046",
     .name = "font-of-procedures",
     .keep = KEEP_HARD,
     .flags = PLACE_MAY_REFUSE,
     .contents = KEPT_AT("180") "BT /F2 11 Tf 40 150 Td (" WHO ")Tj ET\n",
     .fonts = "/F2 10 0 R",
     .objects = {TYPE3, "[" TEN TEN TEN TEN TEN TEN TEN TEN TEN "600]",
                 "<<>>stream\n600 0 0 0 500 700 d1 50 0 400 500 re f", HONEST_MAP}},
    {.id = "P047",
     .name = "font-of-procedures-with-text",
     .keep = KEEP_HARD,
     .flags = PLACE_MAY_REFUSE,
     .contents = KEPT_AT("180") "BT /F2 11 Tf 40 150 Td (A)Tj ET\n",
     .fonts = "/F2 10 0 R",
     .objects = {"<</Type/Font/Subtype/Type3/FontBBox[0 0 2000 100]/FontMatrix[0.1 0 0 0.1 0 0]"
                 "/FirstChar 65/LastChar 65/Widths[1000]/CharProcs<</A 11 0 R>>/Encoding<<"
                 "/Differences[65/A]>>" HELVETICA ">>",
                 "<<>>stream\n1000 0 d0 BT /F1 10 Tf (" WHO ")Tj ET"}},
    {.id = "P048",
     .name = "soft-mask",
     .keep = KEEP_HARD,
     .flags = PLACE_MAY_REFUSE,
     .contents = KEPT_AT("180") "q /G1 gs 0 0 1 rg 40 60 300 100 re f Q\n",
     .resources = "/ExtGState<</G1<</SMask<</S/Luminosity/G 10 0 R>>>>>>",
     .objects = {FORM("/Group<</S/Transparency/CS/DeviceGray>>",
                      "1 g " AT("50", "120", WHO ", NHS number " NHS))}},
    {.id = "P049",
     .name = "transparent-group",
     .keep = KEEP_HARD,
     .contents = "q /G1 gs /X1 Do Q\n",
     .resources = "/ExtGState<</G1<</ca 0.7>>>>",
     .xobjects = "/X1 10 0 R",
     .objects = {FORM("/Group<</S/Transparency>>", SENTENCE_AT("160"))}},
    {.id = "P050",
     .name = "lying-codes",
     .keep = KEEP_HARD,
     .flags = PLACE_MAY_REFUSE,
     .contents = KEPT_AT("180") "BT /F2 14 Tf 40 140 Td (" WHO ")Tj ET\n",
     .fonts = "/F2 10 0 R",
     .objects = {"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode "
                 "11 0 R>>",
                 LYING_MAP}},
    {.id = "P051",
     .name = "no-codes",
     .keep = KEEP_HARD,
     .flags = PLACE_MAY_REFUSE,
     .contents = KEPT_AT("180") "BT /F2 14 Tf 40 140 Td (\\001\\002\\003\\004\\004\\005 \\006\\005"
                                "\\007\\010\\011\\007\\012\\013\\014\\013\\007)Tj ET\n",
     .fonts = "/F2 10 0 R",
     .objects = {"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding"
                 "/Differences[1/Q/u/i/l/a/V/n/t/o/g/e/r]>>/ToUnicode 11 0 R>>",
                 "<<>>stream\n/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName"
                 "/X def/CMapType 2 def 1 begincodespacerange<00><FF>endcodespacerange 1 "
                 "beginbfrange<01><0C><F001>endbfrange endcmap CMapName currentdict/CMap "
                 "defineresource pop end end"}},
    {.id = "P052",
     .name = "shading-name",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180") "q 40 60 100 60 re W n /Quilla sh Q\n",
     .resources = "/Shading<</Quilla 10 0 R>>",
     .objects = {"<</ShadingType 2/ColorSpace/DeviceGray/Coords[40 0 140 0]/Function<<"
                 "/FunctionType 2/Domain[0 1]/C0[0.4]/C1[1]/N 1>>>>"}},
    {.id = "P053",
     .name = "form-with-metadata",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180") "/X1 Do\n",
     .xobjects = "/X1 10 0 R",
     .objects = {FORM("/Name/QuillaVantongeren/LastModified(D:20200101)/PieceInfo<</App<<"
                      "/LastModified(D:20200101)/Private(" WHO ")>>>>/Metadata 11 0 R",
                      AT("40", "160", "A form.")),
                 "<</Type/Metadata/Subtype/XML>>stream\n<x>" WHO " " ADULT "</x>"}},
    {.id = NULL},
};
