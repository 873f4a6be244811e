/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in fields: codes, results, the data of add-ins, form fields. */
#include "docx.h"

#define CHAR(kind) "<w:r><w:fldChar w:fldCharType='" kind "'/></w:r>"
#define CODE(words) "<w:r><w:instrText xml:space='preserve'>" words "</w:instrText></w:r>"
#define FIELD_OF(codes, result) CHAR("begin") codes CHAR("separate") result CHAR("end")
#define FIELD(code, result) FIELD_OF(CODE(" " code " "), RUN(result))
#define SIMPLE(code, result) "<w:fldSimple w:instr=' " code " '>" RUN(result) "</w:fldSimple>"
#define FORM_FIELD(data, code, result)                                                             \
    "<w:r><w:fldChar w:fldCharType='begin'><w:ffData>" data                                        \
    "</w:ffData></w:fldChar></w:r>" CODE(" " code " ") CHAR("separate") RUN(result) CHAR("end")
/* "Quilla Vantongeren 9991234551" twice over, as EndNote stores its records. */
#define BASE64_WHO "UXVpbGxhIFZhbnRvbmdlcmVuIDk5OTEyMzQ1NTEgUXVpbGxhIFZhbnRvbmdlcmVu"
#define CITATION                                                                                   \
    "ADDIN CSL_CITATION {\"citationItems\":[{\"itemData\":{\"author\":[{\"family\":\"" SURNAME     \
    "\",\"given\":\"" FORENAME "\"}]}}]}"

const Place docx_fields[] = {
    {"D108",
     "field-code",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(FIELD("HYPERLINK \"https://records.example/" SURNAME "\" \\o \"" WHO "\"",
                                "the file")))},
     NULL},
    {"D109",
     "field-code-split",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(FIELD_OF(CODE(" HYPERLINK \"https://records.example/Van") CODE("ton")
                                       CODE("geren\" "),
                                   RUN("the file"))))},
     NULL},
    {"D110",
     "field-simple",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(SIMPLE("HYPERLINK &quot;https://records.example/" SURNAME "&quot;",
                                 "the file")))},
     NULL},
    {"D111",
     "field-result",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(FIELD("AUTHOR", WHO) RUN(", ") FIELD("TITLE", "Plan for " SURNAME)
                              RUN(", ") FIELD("REF _Ref111 \\h", NHS))
                       PAR("<w:bookmarkStart w:id='11101' w:name='_Ref111'/>" RUN(
                           "Seen.") "<w:bookmarkEnd w:id='11101'/>"))},
     NULL},
    {"D112",
     "field-nested",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(FIELD_OF(CODE(" IF ") FIELD("MERGEFIELD " SURNAME, "yes")
                                       CODE(" = \"yes\" \"") CODE(WHO "\" \"" NHS "\" "),
                                   RUN("shown"))))},
     NULL},
    {"D113",
     "filename",
     KEEP_HARD,
     0,
     {INTO("body",
           BESIDE(FIELD("FILENAME \\p", "S:\\Cases\\Vantongeren\\plan.docx") RUN(", ") FIELD(
               "INCLUDETEXT \"S:\\\\Cases\\\\" SURNAME ".docx\"", "text") RUN(", ")
                      FIELD("INCLUDEPICTURE \"S:\\\\" SURNAME ".png\" \\d", "picture") RUN(", ")
                          FIELD("LINK Excel.Sheet.12 \"S:\\\\" SURNAME ".xlsx\" \"" FORENAME "\"",
                                "cells")))},
     NULL},
    {"D114",
     "ask-fillin",
     KEEP_NONE,
     0,
     {INTO("body", PAR(FIELD("ASK who \"Is it " WHO "?\" \\d \"" NHS "\"", "") FIELD(
                       "FILLIN \"Name\" \\d \"" WHO "\"", "x") FIELD("SET who \"" WHO "\"", "")))},
     NULL},
    {"D115",
     "mergefield",
     KEEP_NONE,
     0,
     {INTO("body",
           PAR(FIELD("MERGEFIELD " SURNAME, WHO) FIELD("ADDRESSBLOCK \\f \"" FORENAME "\"", WHO)
                   FIELD("GREETINGLINE \\f \"Dear " FORENAME "\"", "Dear Quilla")))},
     NULL},
    {"D116",
     "docvariable",
     KEEP_NONE,
     0,
     {INTO("body", PAR(FIELD("DOCVARIABLE " SURNAME, WHO) FIELD("DOCPROPERTY " FORENAME, NHS)
                           FIELD("COMMENTS", "About " SURNAME)))},
     NULL},
    {"D117",
     "index-entries",
     KEEP_NONE,
     0,
     {INTO("body", PAR(RUN("Notes") CHAR("begin") CODE(" XE \"Van") CODE("tongeren:Quilla\" ")
                           CHAR("end") CHAR("begin") CODE(" TC \"" WHO "\" \\l 1 ") CHAR("end")
                               CHAR("begin") CODE(" TA \\l \"" NHS "\" \\c 1 ") CHAR("end")))},
     NULL},
    {"D118",
     "toc",
     KEEP_HARD,
     0,
     {INTO("body",
           PAR(CHAR("begin") CODE(" TOC \\o \"1-3\" \\h ")
                   CHAR("separate") "<w:hyperlink w:anchor='_Toc118'>" BEFORE_RUN RUN(WHO) AFTER_RUN
               "<w:r><w:tab/></w:r>" FIELD("PAGEREF _Toc118 \\h", "2") "</w:hyperlink>")
               PAR(CHAR("end")) PAR(
                   "<w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:bookmarkStart w:id='11801' "
                   "w:name='_Toc118'/>" RUN("Chapter on " WHO) "<w:bookmarkEnd w:id='11801'/>"))},
     NULL},
    {"D119",
     "addin-flddata",
     KEEP_HARD,
     0,
     {INTO(
         "body",
         BESIDE("<w:r><w:fldChar w:fldCharType='begin'><w:fldData xml:space='preserve'>" BASE64_WHO
                "</w:fldData></w:fldChar></w:r>" CODE(" ADDIN EN.CITE ") CHAR("separate") RUN("(1)")
                    CHAR("end")))},
     NULL},
    {"D120", "addin-json", KEEP_HARD, 0, {INTO("body", BESIDE(FIELD(CITATION, "(2)")))}, NULL},
    {"D121",
     "form-text",
     KEEP_HARD,
     0,
     {INTO("body",
           BESIDE(FORM_FIELD(
               "<w:name w:val='" SURNAME "'/><w:enabled/><w:calcOnExit w:val='0'/>"
               "<w:entryMacro w:val='Open" SURNAME "'/><w:helpText w:type='text' w:val='" WHO
               "'/><w:statusText w:type='text' w:val='" NHS "'/><w:textInput><w:default "
               "w:val='" WHO "'/></w:textInput>",
               "FORMTEXT", "Quilla Vantongeren")))},
     NULL},
    {"D122",
     "form-dropdown",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(FORM_FIELD(
                       "<w:name w:val='Choice'/><w:enabled/><w:calcOnExit w:val='0'/><w:ddList>"
                       "<w:result w:val='1'/><w:listEntry w:val='" WHO "'/><w:listEntry "
                       "w:val='Nobody'/></w:ddList>",
                       "FORMDROPDOWN", "")))},
     NULL},
    {.id = NULL},
};
