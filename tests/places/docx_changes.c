/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in tracked changes. */
#include "docx.h"

#define WHEN "w:date='2024-05-06T07:08:09Z'"
#define CHANGE_AS(element, number, author, content)                                                \
    "<w:" element " w:id='" number "' w:author='" author "' " WHEN ">" content "</w:" element ">"
#define CHANGE(element, number, content) CHANGE_AS(element, number, "Reviewer", content)
#define INS(number, runs) CHANGE("ins", number, runs)
#define DEL(number, words) CHANGE("del", number, DELETED(words))
#define DELETED(words) "<w:r><w:delText xml:space='preserve'>" words "</w:delText></w:r>"
#define BY_ADULT(number) " w:id='" number "' w:author='" ADULT "' " WHEN
#define CELL(properties, words)                                                                    \
    "<w:tc><w:tcPr><w:tcW w:w='2000' w:type='dxa'/>" properties                                    \
    "</w:tcPr>" PAR(RUN(words)) "</w:tc>"
#define CELL_DELETED(words)                                                                        \
    "<w:tc><w:tcPr><w:tcW w:w='2000' w:type='dxa'/><w:cellDel" BY_ADULT("6707") "/></w:tcPr>" PAR( \
        CHANGE_AS("del", "6708", ADULT, DELETED(words))) "</w:tc>"

const Place docx_changes[] = {
    {"D061", "ins", KEEP_HARD, 0, {INTO("body", BESIDE(INS("6101", RUN(WHO ", " NHS))))}, NULL},
    {"D062",
     "del",
     KEEP_NONE,
     0,
     {INTO("body", PAR(RUN("Notes: ") DEL("6201", WHO ", NHS number " NHS) RUN("none.")))},
     NULL},
    {"D063",
     "del-inside-word",
     KEEP_HARD,
     0,
     {INTO("body",
           BESIDE(RUN("Quilla Vanto") DEL("6301", "xyz") RUN("ng") INS("6302", RUN("eren"))))},
     NULL},
    {"D064",
     "word-partly-deleted",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(RUN("Quilla Vanton") DEL("6401", "geren")))},
     NULL},
    {"D065",
     "move",
     KEEP_HARD,
     PLACE_ADULT,
     {INTO(
         "body",
         PAR("<w:moveFromRangeStart w:id='6501' w:author='" ADULT "' " WHEN " w:name='" SURNAME
             "move'/>" CHANGE_AS("moveFrom", "6502", ADULT, RUN(WHO)) "<w:moveFromRangeEnd "
                                                                      "w:id='6501'/>" RUN("Then."))
             BESIDE("<w:moveToRangeStart w:id='6503' w:author='" ADULT "' " WHEN " w:name='" SURNAME
                    "move'/>" CHANGE_AS("moveTo", "6504", ADULT, RUN(WHO)) "<w:moveToRangeEnd "
                                                                           "w:id='6503'/>"))},
     NULL},
    {"D066",
     "authors",
     KEEP_HARD,
     PLACE_ADULT,
     {INTO("body",
           PAR("<w:pPr><w:jc w:val='center'/><w:pPrChange" BY_ADULT(
               "6601") "><w:pPr/></w:pPrChange>"
                       "</w:pPr>" BEFORE_RUN CHANGE_AS("ins", "6602", ADULT, RUN("new"))
                           CHANGE_AS("del", "6603", WHO, DELETED("old")) RUN_AS(
                               "<w:b/><w:rPrChange" BY_ADULT("6604") "><w:rPr/></w:rPrChange>",
                               " and bold")
                               AFTER_RUN) "<w:tbl><w:tblPr><w:tblW w:w='0' "
                                          "w:type='auto'/><w:tblPrChange" BY_ADULT(
                                              "6605") "><w:tblPr><w:"
                                                      "tblW w:w='0' "
                                                      "w:type='auto'"
                                                      "/></"
                                                      "w:tblPr></"
                                                      "w:"
                                                      "tblPrChange><"
                                                      "/w:tblPr><w:"
                                                      "tblGrid>"
                                                      "<w:gridCol "
                                                      "w:w='2000'/"
                                                      "></"
                                                      "w:tblGrid><w:"
                                                      "tr>" CELL(
                                                          "", "Item") "<"
                                                                      "/"
                                                                      "w"
                                                                      ":"
                                                                      "t"
                                                                      "r"
                                                                      ">"
                                                                      "<"
                                                                      "/"
                                                                      "w"
                                                                      ":"
                                                                      "t"
                                                                      "b"
                                                                      "l"
                                                                      ">"
                                                                      "<"
                                                                      "w"
                                                                      ":"
                                                                      "p"
                                                                      ">"
                                                                      "<"
                                                                      "w"
                                                                      ":"
                                                                      "p"
                                                                      "P"
                                                                      "r"
                                                                      ">"
                                                                      "<"
                                                                      "w"
                                                                      ":"
                                                                      "s"
                                                                      "e"
                                                                      "c"
                                                                      "t"
                                                                      "P"
                                                                      "r"
                                                                      ">"
                                                                      "<"
                                                                      "w"
                                                                      ":"
                                                                      "p"
                                                                      "g"
                                                                      "S"
                                                                      "z"
                                                                      " "
                                                                      "w"
                                                                      ":"
                                                                      "w"
                                                                      "="
                                                                      "'"
                                                                      "1"
                                                                      "1"
                                                                      "9"
                                                                      "0"
                                                                      "6"
                                                                      "'"
                                                                      " "
                                                                      "w"
                                                                      ":"
                                                                      "h"
                                                                      "="
                                                                      "'"
                                                                      "1"
                                                                      "6"
                                                                      "8"
                                                                      "3"
                                                                      "8"
                                                                      "'"
                                                                      "/"
                                                                      ">"
                                                                      "<"
                                                                      "w"
                                                                      ":"
                                                                      "s"
                                                                      "e"
                                                                      "c"
                                                                      "t"
                                                                      "P"
                                                                      "r"
                                                                      "C"
                                                                      "h"
                                                                      "a"
                                                                      "n"
                                                                      "g"
                                                                      "e" BY_ADULT(
                                                                          "6606") "><w:sectPr/></"
                                                                                  "w:sectPrChange><"
                                                                                  "/w:sectPr></"
                                                                                  "w:pPr></w:p>")},
     NULL},
    {"D067",
     "rows-and-cells",
     KEEP_NONE,
     PLACE_ADULT,
     {INTO(
         "body",
         "<w:tbl><w:tblPr><w:tblW w:w='0' w:type='auto'/></w:tblPr><w:tblGrid><w:gridCol "
         "w:w='2000'/><w:gridCol w:w='2000'/></w:tblGrid>"
         "<w:tr>" CELL("", "Item") CELL(
             "",
             "Word") "</w:tr>"
                     "<w:tr><w:trPr><w:ins" BY_ADULT("6701") "/></w:trPr>" CELL("", "Added") CELL(
                         "",
                         WHO) "</w:tr>"
                              "<w:tr><w:trPr><w:del" BY_ADULT("6702") "/></w:trPr>" CELL("", "Gone")
                                  CELL("",
                                       NHS) "</w:tr>"
                                            "<w:tr>" CELL(
                                                "<w:cellIns" BY_ADULT("6703") "/>", SURNAME)
                                                CELL_DELETED(
                                                    WHO) "</w:tr>"
                                                         "<w:tr>" CELL(
                                                             "<w:cellMerge" BY_ADULT(
                                                                 "6706") " w:vMerge='cont'/>",
                                                             "Merged")
                                                             CELL("", "Last") "</w:tr></w:tbl>" PAR(
                                                                 ""))},
     NULL},
    {"D068",
     "old-properties",
     KEEP_NONE,
     0,
     {INTO("body",
           PAR("<w:pPr><w:numPr><w:numberingChange w:id='6801' w:author='Reviewer' " WHEN
               " w:original='%1:1:0:" WHO "'/></w:numPr></w:pPr>" RUN_AS(
                   "<w:b/><w:rPrChange w:id='6802' w:author='Reviewer' " WHEN "><w:rPr><w:rStyle "
                   "w:val='" SURNAME "'/><w:rFonts w:ascii='" WHO "'/></w:rPr></w:rPrChange>",
                   "Text")))},
     NULL},
    {"D069",
     "del-field-code",
     KEEP_NONE,
     0,
     {INTO("body",
           PAR(RUN("Notes ") CHANGE(
               "del", "6901",
               "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:delInstrText "
               "xml:space='preserve'> HYPERLINK \"https://record.example/" SURNAME "\" "
               "</w:delInstrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>" DELETED(
                   WHO) "<w:r><w:fldChar w:fldCharType='end'/></w:r>")))},
     NULL},
    {.id = NULL},
};
