/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in tables. */
#include "odt.h"

#define CELL_AS(attributes, content)                                                               \
    "<table:table-cell " attributes ">" content "</table:table-cell>"
#define CELL(content) CELL_AS("", content)
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define TABLE_AS(name, within, rows)                                                               \
    "<table:table table:name='" name "'>" within                                                   \
    "<table:table-column table:number-columns-repeated='2'/>" rows "</table:table>"
#define TABLE(rows) TABLE_AS("Table@n@", "", rows)

const Place odt_tables[] = {
    PLACE("O023", "cell", KEEP_HARD,
          INTO("body", TABLE(ROW(CELL(PAR("Child's name")) CELL(BESIDE(WHO)))))),
    PLACE("O024", "cell-value", KEEP_HARD,
          INTO("body", TABLE(ROW(CELL_AS("office:value-type='string' office:string-value='" WHO
                                         "' table:formula='of:=\"" WHO "\"'",
                                         PAR("x")) CELL(BESIDE("<text:variable-get text:name='v' "
                                                               "text:formula='" SURNAME "'>" SURNAME
                                                               "</text:variable-get>")))))),
    PLACE(
        "O025", "cell-date", KEEP_HARD,
        INTO("body", TABLE(ROW(CELL_AS("office:value-type='date' office:date-value='" BORN_ISO "'",
                                       BESIDE("March")) CELL(PAR("x")))))),
    PLACE("O026", "nested", KEEP_HARD,
          INTO("body", TABLE(ROW(CELL(PAR("x")) CELL(TABLE_AS(
                           "Inner@n@", "", ROW(CELL(PAR("Name")) CELL(BESIDE(SENTENCE))))))))),
    PLACE(
        "O027", "covered-cell", KEEP_NONE,
        INTO("body", TABLE(ROW(CELL_AS(
                         "table:number-columns-spanned='2'",
                         PAR("shown")) "<table:covered-table-cell>" PAR(SENTENCE) "</"
                                                                                  "table:covered-"
                                                                                  "table-cell>")))),
    PLACE("O028", "names", KEEP_HARD,
          INTO("automatic", "<style:style style:name='" SURNAME ".A@n@' "
                            "style:family='table-cell'><style:table-cell-properties "
                            "fo:padding='1mm'/></style:style>"),
          INTO("styles", "<table:table-template table:name='" SURNAME
                         "'><table:body table:style-name='" SURNAME "'/></table:table-template>"),
          INTO("body",
               "<table:table table:name='" FORENAME "' table:template-name='" SURNAME
               "'><table:title>" WHO "</table:title><table:desc>About " WHO ", " NHS
               "</table:desc><table:table-column/>" ROW(CELL_AS(
                   "table:style-name='" SURNAME ".A@n@'", BESIDE("this"))) "</table:table>")),
    {.id = NULL},
};
