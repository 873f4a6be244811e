/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in text that is seen: names cut, kerned, turned, stretched, set out of order. */
#include "maker.h"

#define FRONT AT("40", "180", "The " KEEP " of")
#define BACK(y) AT("40", y, "and the " AFTER " stay.")
#define SHOW(operators) FRONT "BT /F1 11 Tf 40 150 Td " operators " ET\n" BACK("90")
#define G(x, letter) "BT /F1 11 Tf " x " 150 Td (" letter ") Tj ET\n"

/* A font whose codes mean something else than WinAnsi says: ToUnicode tells. */
#define TO_UNICODE(pairs)                                                                          \
    "<<>>stream\n/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/X def"       \
    "/CMapType 2 def 1 begincodespacerange<00><FF>endcodespacerange " pairs                        \
    " endcmap CMapName currentdict/CMap defineresource pop end end"

static void turn_page(Maker *maker)
{
    maker_set(maker, PDF_PAGE,
              "<</Type/Page/Parent 2 0 R/MediaBox[0 0 520 400]/Rotate 90/Contents 4 0 R"
              "/Resources<</Font<</F1 5 0 R>>>>>>",
              NULL, 0);
}

static void shift_page(Maker *maker)
{
    maker_set(maker, PDF_PAGE,
              "<</Type/Page/Parent 2 0 R/MediaBox[-50 -60 520 400]/CropBox[20 10 500 390]"
              "/UserUnit 1.5/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
              NULL, 0);
}

static void inherit_page(Maker *maker)
{
    maker_set(maker, PDF_PAGES,
              "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 520 400]/Resources<</Font"
              "<</F1 5 0 R>>>>>>",
              NULL, 0);
    maker_set(maker, PDF_PAGE, "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>", NULL, 0);
}

const PdfPlace pdf_text[] = {
    {.id = "P001", .name = "line", .keep = KEEP_HARD, .contents = SENTENCE_AT("160")},
    {.id = "P002",
     .name = "split-letters",
     .keep = KEEP_HARD,
     .contents = SHOW("(Q)Tj(u)Tj(il)Tj(l)Tj(a)Tj( )Tj(V)Tj(an)Tj(t)Tj(o)Tj(n)Tj(g)Tj(e)Tj(r)Tj(e)"
                      "Tj(n)Tj(, NHS number 9)Tj(9)Tj(9 1)Tj(23 )Tj(4551)Tj")},
    {.id = "P003",
     .name = "kerned",
     .keep = KEEP_HARD,
     .contents = SHOW("[(Q)30(u)-20(ill)15(a)-278(V)80(an)-10(ton)25(geren, NHS number 999)-300"
                      "(123)-290(4)10(551)]TJ")},
    {.id = "P004",
     .name = "quote-operators",
     .keep = KEEP_HARD,
     .contents =
         FRONT "BT /F1 11 Tf 14 TL 40 164 Td (Quilla)' 1 0.5 (Vantongeren)\" ET\n" BACK("90")},
    {.id = "P005",
     .name = "hexadecimal",
     .keep = KEEP_HARD,
     .contents = SHOW("<5175696C6C612056616E746F6E676572656E>Tj (, NHS number )Tj "
                      "[<393939>-300<31 32 33>-300<34353531>]TJ")},
    {.id = "P006",
     .name = "octal",
     .keep = KEEP_HARD,
     .contents = SHOW("(\\121\\165ill\\141 Van\\\nton\\147eren, NHS number \\071\\071\\071 123 "
                      "45\\0651)Tj")},
    {.id = "P007",
     .name = "turned-90",
     .keep = KEEP_SOFT,
     .contents = KEPT_AT("180") "BT /F1 11 Tf 0 1 -1 0 380 60 Tm (" WHO ") Tj ET\n"},
    {.id = "P008",
     .name = "turned-45",
     .flags = PLACE_MAY_REFUSE,
     .keep = KEEP_SOFT,
     .contents =
         KEPT_AT("180") "BT /F1 11 Tf 0.7071 0.7071 -0.7071 0.7071 240 50 Tm (" WHO ") Tj ET\n"},
    {.id = "P009",
     .name = "upside-down",
     .keep = KEEP_SOFT,
     .contents = KEPT_AT("180") "BT /F1 11 Tf -1 0 0 -1 300 100 Tm (" WHO ") Tj ET\n"},
    {.id = "P010",
     .name = "negative-size",
     .keep = KEEP_SOFT,
     .contents = KEPT_AT("180") "BT /F1 -11 Tf -1 0 0 -1 40 100 Tm (" WHO ") Tj ET\n"},
    {.id = "P011",
     .name = "out-of-order",
     .keep = KEEP_HARD,
     .contents = FRONT G("46", "u") G("40", "Q") G("55", "la") G("52.4", "il") BACK("90")},
    {.id = "P012",
     .name = "letter-spaced",
     .keep = KEEP_HARD,
     .contents = SHOW("6 Tc (Quilla Vantongeren)Tj 0 Tc")},
    {.id = "P013",
     .name = "stretched",
     .keep = KEEP_HARD,
     .contents = SHOW("150 Tz (Quilla )Tj 60 Tz 3 Ts (Vantongeren)Tj 100 Tz 0 Ts")},
    {.id = "P014",
     .name = "hyphenated",
     .keep = KEEP_HARD,
     .contents = AT("40", "180", "The " KEEP " of Quilla Van-")
         AT("40", "164", "tongeren, NHS number 999 123")
             AT("40", "148", "4551, and the " AFTER " stay.")},
    {.id = "P015",
     .name = "hyphenated-mid-capital",
     .keep = KEEP_HARD,
     .contents = AT("40", "180", "The " KEEP " of QUILLA VANTON-")
         AT("40", "164", "GEREN, and the " AFTER " stay.")},
    {.id = "P016",
     .name = "justified",
     .keep = KEEP_HARD,
     .contents = SHOW("9 Tw (child Quilla Vantongeren, NHS number 999 123 4551)Tj 0 Tw")},
    {.id = "P017",
     .name = "table",
     .keep = KEEP_HARD,
     .contents = AT("40", "180", "The " KEEP) AT("220", "180", "Quilla Vantongeren")
         AT("40", "160", "the " AFTER) AT("220", "160", NHS)},
    {.id = "P018",
     .name = "columns",
     .keep = KEEP_HARD,
     .contents = AT("40", "180", "The " KEEP " waits") AT("230", "180", "Quilla Vanton-")
         AT("40", "166", "beside the door") AT("230", "166", "geren was there")
             AT("40", "152", "and the " AFTER) AT("230", "152", "until noon.")},
    {.id = "P019",
     .name = "page-turned",
     .keep = KEEP_HARD,
     .contents = SENTENCE_AT("160"),
     .twist = turn_page},
    {.id = "P020",
     .name = "page-shifted",
     .keep = KEEP_HARD,
     .contents = SENTENCE_AT("160"),
     .twist = shift_page},
    {.id = "P021",
     .name = "page-inherits",
     .keep = KEEP_HARD,
     .contents = SENTENCE_AT("160"),
     .twist = inherit_page},
    {.id = "P022",
     .name = "outlined-letters",
     .keep = KEEP_HARD,
     .contents = SHOW("1 Tr (Quilla)Tj 2 Tr ( Vantongeren)Tj 0 Tr")},
    {.id = "P023",
     .name = "one-code-many-letters",
     .keep = KEEP_HARD,
     .contents = FRONT "BT /F2 11 Tf 40 150 Td (Qu\\001a Vantongeren)Tj ET\n" BACK("90"),
     .fonts = "/F2 10 0 R",
     .objects = {"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding"
                 "/BaseEncoding/WinAnsiEncoding/Differences[1/l]>>/ToUnicode 11 0 R>>",
                 TO_UNICODE("1 beginbfrange<20><7E><0020>endbfrange 1 beginbfchar<01>"
                            "<0069006C006C>endbfchar")}},
    {.id = "P024",
     .name = "ligature-letters",
     .keep = KEEP_HARD,
     .contents = SHOW("(Quilla Vantongeren of the )Tj (\\336les)Tj")},
    {.id = "P025",
     .name = "overprinted-bold",
     .keep = KEEP_HARD,
     .contents = SHOW("(Quilla Vantongeren)Tj 0.3 0 Td (Quilla Vantongeren)Tj")},
    {.id = "P026",
     .name = "column-of-letters",
     .keep = KEEP_SOFT,
     .contents = KEPT_AT("180") "BT /F1 11 Tf 12 TL 40 160 Td (Q)Tj(u)'(i)'(l)'(l)'(a)' ET\n"},
    {.id = "P027",
     .name = "small-print",
     .keep = KEEP_SOFT,
     .contents = KEPT_AT("180") "BT /F1 4 Tf 40 150 Td (" WHO ", NHS number " NHS ") Tj ET\n"},
    {.id = "P028",
     .name = "spaces-by-moves",
     .keep = KEEP_HARD,
     .contents = AT("40", "160", "The " KEEP " of") AT("170", "160", "Quilla")
         AT("203", "160", "Vantongeren") AT("40", "140", "and the " AFTER " stay.")},
    {.id = NULL},
};
