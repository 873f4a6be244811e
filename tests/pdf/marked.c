/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in what goes with the contents without being drawn: comments, marks, names, structure. */
#include "maker.h"

#define WHO_AND_ADULT WHO " and " ADULT ", NHS number " NHS
#define WIDE_NAME "<FEFF005100750069006C006C0061002000560061006E0074006F006E0067006500720065006E>"

static void end_in_the_middle(Maker *maker)
{
    g_string_append(maker->contents, "BT /F1 11 Tf 40 100 Td (" WHO_AND_ADULT);
    maker_set(maker, PDF_CONTENTS, "<<>>", maker->contents->str, maker->contents->len);
}

const PdfPlace pdf_marked[] = {
    {.id = "P081",
     .name = "comment",
     .keep = KEEP_HARD,
     .contents = "% " WHO_AND_ADULT "\n" KEPT_AT("180") "% " WHO_AND_ADULT "\n"},
    {.id = "P082",
     .name = "unknown-operators",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180") "BX (" WHO_AND_ADULT ") Quilla EX\n"},
    {.id = "P083",
     .name = "actual-text",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180") "/Span<</ActualText(" WHO_AND_ADULT
                                ")>>BDC " AT("40", "150", "a picture") "EMC\n"},
    {.id = "P084",
     .name = "actual-text-wide",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180") "/Span<</ActualText" WIDE_NAME
                                "/Lang(en)>>BDC " AT("40", "150", "a picture") "EMC\n"},
    {.id = "P085",
     .name = "alternate-and-expansion",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180") "/Figure<</Alt(" WHO_AND_ADULT ")>>BDC EMC /Span<</E(" WHO
                                ")>>BDC " AT("40", "150", "Q. V.") "EMC\n"},
    {.id = "P086",
     .name = "property-list",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180") "/Span /M1 BDC " AT("40", "150", "a picture") "EMC /Note /M1 DP\n",
     .resources = "/Properties<</M1<</ActualText(" WHO_AND_ADULT ")/Owner(" ADULT ")>>>>"},
    {.id = "P087",
     .name = "points",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180") "/Quilla#20Vantongeren MP /Tag<</By(" ADULT ")>>DP\n"},
    {.id = "P088",
     .name = "tags",
     .keep = KEEP_HARD,
     .contents = "/P<</MCID 0>>BDC " KEPT_AT("180") "EMC\n",
     .page = "/StructParents 0",
     .catalog = "/MarkInfo<</Marked true>>/StructTreeRoot 10 0 R",
     .objects = {"<</Type/StructTreeRoot/K 11 0 R/ParentTree<</Nums[0[11 0 R]]>>/RoleMap<<"
                 "/QuillaVantongeren/P>>/ClassMap<</Ottoline<</O/Layout>>>>/IDTree<</Names[(" WHO
                 ")11 0 R]>>>>",
                 "<</Type/StructElem/S/P/P 10 0 R/Pg 3 0 R/K 0/T(" WHO_AND_ADULT ")/Alt(" WHO
                 ")/ActualText(" WHO ")/E(" ADULT ")/ID(" WHO ")/Lang(en)/C/Ottoline/A<</O"
                 "/UserProperties/P[<</N(Name)/V(" ADULT ")>>]>>>>"}},
    {.id = "P089",
     .name = "names-of-resources",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180") "BT /Quilla#56antongeren 11 Tf 40 150 Td (a line)Tj ET q "
                                "/Ottoline gs Q\n",
     .fonts = "/Quilla#56antongeren 5 0 R",
     .resources = "/ExtGState<</Ottoline<</ca 1>>>>"},
    {.id = "P090",
     .name = "operators-cut-short",
     .keep = KEEP_HARD,
     .flags = PLACE_MAY_REFUSE,
     .contents = KEPT_AT("180"),
     .twist = end_in_the_middle},
    {.id = "P091",
     .name = "font-names",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180") "BT /F2 11 Tf 40 150 Td (a line)Tj ET\n",
     .fonts = "/F2 10 0 R",
     .objects = {"<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+QuillaVantongeren/Name/Quilla"
                 "/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 32/Widths[278]/FontDescriptor "
                 "11 0 R/Metadata 12 0 R>>",
                 "<</Type/FontDescriptor/FontName/ABCDEF+QuillaVantongeren/FontFamily(" ADULT
                 ")/Flags 32/CharSet(/Q/u/i/l/l/a/V/a/n/t/o/n/g/e/r/e/n)/ItalicAngle 0/Ascent 800"
                 "/Descent -200/CapHeight 700/StemV 80/FontBBox[0 -200 1000 800]>>",
                 "<</Type/Metadata/Subtype/XML>>stream\n<x>" WHO_AND_ADULT "</x>"}},
    {.id = "P092",
     .name = "codes-that-nothing-shows",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180") "BT /F2 11 Tf 40 150 Td (a line)Tj ET\n",
     .fonts = "/F2 10 0 R",
     .objects = {"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode "
                 "11 0 R>>",
                 "<<>>stream\n% " WHO_AND_ADULT "\n/CIDInit/ProcSet findresource begin 12 dict "
                 "begin begincmap/CMapName/Quilla def/CMapType 2 def 1 begincodespacerange<00><FF>"
                 "endcodespacerange 1 beginbfrange<20><7E><0020>endbfrange 1 beginbfchar<F0>"
                 "<005100750069006C006C0061>endbfchar endcmap CMapName currentdict/CMap "
                 "defineresource pop end end"}},
    {.id = NULL},
};
