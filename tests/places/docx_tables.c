/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in tables. */
#include "docx.h"

#define TC(content) "<w:tc><w:tcPr><w:tcW w:w='2000' w:type='dxa'/></w:tcPr>" content "</w:tc>"
#define TC_MERGED(merge, content)                                                                  \
    "<w:tc><w:tcPr><w:tcW w:w='2000' w:type='dxa'/>" merge "</w:tcPr>" content "</w:tc>"
#define COLUMN "<w:gridCol w:w='2000'/>"
#define TABLE_AS(properties, columns, rows)                                                        \
    "<w:tbl><w:tblPr><w:tblW w:w='0' w:type='auto'/>" properties "</w:tblPr><w:tblGrid>" columns   \
    "</w:tblGrid>" rows "</w:tbl>" PAR("")
#define TABLE(columns, rows) TABLE_AS("", columns, rows)
#define TR(cells) "<w:tr>" cells "</w:tr>"

const Place docx_tables[] = {
    {"D035",
     "cell",
     KEEP_HARD,
     0,
     {INTO("body", TABLE(COLUMN COLUMN, TR(TC(PAR(RUN("Name"))) TC(PAR(RUN(WHO)))) TR(
                                            TC(PAR(RUN("Notes"))) TC(PAR(BEFORE_RUN AFTER_RUN)))))},
     NULL},
    {"D036",
     "name-over-cells",
     KEEP_HARD,
     0,
     {INTO("body",
           TABLE(COLUMN COLUMN COLUMN COLUMN,
                 TR(TC(PAR(RUN("Name"))) TC(PAR(RUN("Quilla"))) TC(PAR(RUN("Vantongeren")))
                        TC(PAR(BEFORE_RUN))) TR(TC(PAR(RUN("NHS number"))) TC(PAR(RUN("999")))
                                                    TC(PAR(RUN("123"))) TC(PAR(RUN("4551"))))
                     TR(TC(PAR(RUN("Notes"))) TC(PAR(AFTER_RUN)) TC(PAR("")) TC(PAR("")))))},
     NULL},
    {"D037",
     "nested",
     KEEP_HARD,
     0,
     {INTO("body", TABLE(COLUMN, TR(TC(TABLE(COLUMN, TR(TC(TABLE(COLUMN, TR(TC(SENTENCE))))))))))},
     NULL},
    {"D038",
     "vmerge",
     KEEP_NONE,
     0,
     {INTO("body",
           TABLE(COLUMN COLUMN,
                 TR(TC_MERGED("<w:vMerge w:val='restart'/>", PAR(RUN("Notes"))) TC(PAR(RUN("one"))))
                     TR(TC_MERGED("<w:vMerge/>", PAR(RUN(WHO ", " NHS))) TC(PAR(RUN("two"))))))},
     NULL},
    {"D039",
     "hidden-row",
     KEEP_NONE,
     0,
     {INTO("body", TABLE(COLUMN COLUMN,
                         TR(TC(PAR(RUN("Item"))) TC(PAR(RUN(
                             "Word")))) "<w:tr><w:trPr><w:hidden/></w:trPr>" TC(PAR(RUN("Notes")))
                             TC(PAR(RUN_AS("<w:vanish/>", WHO ", " NHS))) "</w:tr>"))},
     NULL},
    {"D040",
     "caption",
     KEEP_NONE,
     0,
     {INTO("body", TABLE_AS("<w:tblCaption w:val='Table of " WHO "'/><w:tblDescription w:val='" NHS
                            ", " SURNAME "'/>",
                            COLUMN, TR(TC(PAR(RUN("Notes"))))))},
     NULL},
    {.id = NULL},
};
