/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Further ways into the same places: what a second look at the format turned up. */
#include "blobs.h"
#include "docx.h"

#define CHAR(kind) "<w:r><w:fldChar w:fldCharType='" kind "'/></w:r>"
#define CODE(words) "<w:r><w:instrText xml:space='preserve'>" words "</w:instrText></w:r>"
#define FIELD(code, result)                                                                        \
    CHAR("begin") CODE(" " code " ") CHAR("separate") RUN(result) CHAR("end")
#define STYLE(kind, id, inner)                                                                     \
    "<w:style w:type='" kind "' w:customStyle='1' w:styleId='" id "'>" inner "</w:style>"

const Place docx_more[] = {
    {"D301",
     "styleref-simple",
     KEEP_HARD,
     0,
     {INTO("styles", STYLE("paragraph", "Para@id@", "<w:name w:val='Plan of " WHO "'/>")),
      INTO("body", PAR("<w:pPr><w:pStyle w:val='Para@id@'/></w:pPr>" RUN("Seen"))
                       BESIDE("<w:fldSimple w:instr=' STYLEREF &quot;Plan of " WHO
                              "&quot; '>" RUN("x") "</w:fldSimple>"))},
     NULL},
    {"D302",
     "styleref-complex",
     KEEP_HARD,
     0,
     {INTO("styles", STYLE("paragraph", "Para@id@", "<w:name w:val='Plan of " WHO "'/>")),
      INTO("body", PAR("<w:pPr><w:pStyle w:val='Para@id@'/></w:pPr>" RUN("Seen"))
                       BESIDE(FIELD("STYLEREF \"Plan of " WHO "\"", "x")))},
     NULL},
    {"D303",
     "toc-t-switch",
     KEEP_HARD,
     0,
     {INTO("styles", STYLE("paragraph", "Para@id@", "<w:name w:val='Plan of " WHO "'/>")),
      INTO("body", PAR("<w:pPr><w:pStyle w:val='Para@id@'/></w:pPr>" RUN("Seen"))
                       BESIDE(FIELD("TOC \\t \"Plan of " WHO ",1\"", "x")))},
     NULL},
    {"D304",
     "seq-name",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(FIELD("SEQ " SURNAME " \\* ARABIC", "1")))},
     NULL},
    {"D305",
     "ref-bookmark",
     KEEP_HARD,
     0,
     {INTO("body", PAR("<w:bookmarkStart w:id='@n@1' w:name='About_" SURNAME
                       "'/>" RUN("Seen") "<w:bookmarkEnd w:id='@n@1'/>")
                       BESIDE(FIELD("REF About_" SURNAME " \\h", "Seen")
                                  FIELD("PAGEREF About_" SURNAME " \\h", "2")))},
     NULL},
    {"D306",
     "formula-quoted",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(FIELD("= 1 + 2 \\# \"0 '" WHO "'\"", "3")))},
     NULL},
    {"D307",
     "eq-field",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(FIELD("EQ \\f(" FORENAME "," SURNAME ")", "")))},
     NULL},
    {"D308",
     "page-format",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(FIELD("PAGE \\* MERGEFORMAT " SURNAME, "2")))},
     NULL},
    {"D309",
     "symbol-font",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(FIELD("SYMBOL 65 \\f \"" SURNAME "\"", "A")))},
     NULL},
    {"D310",
     "lvl-pstyle-numstyle",
     KEEP_HARD,
     0,
     {INTO("abstract-nums",
           "<w:abstractNum w:abstractNumId='@n@'><w:multiLevelType w:val='singleLevel'/><w:name "
           "w:val='" SURNAME "'/><w:styleLink w:val='L" SURNAME
           "'/><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:pStyle "
           "w:val='P" SURNAME "'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>"),
      INTO("nums", "<w:num w:numId='@n@'><w:abstractNumId w:val='@n@'/></w:num>"),
      INTO("styles", STYLE("paragraph", "P" SURNAME,
                           "<w:name w:val='P " SURNAME "'/><w:link w:val='C" SURNAME
                           "'/><w:pPr><w:numPr><w:numId w:val='@n@'/></w:numPr></w:pPr>")
                         STYLE("character", "C" SURNAME,
                               "<w:name w:val='C " SURNAME "'/><w:link w:val='P" SURNAME
                               "'/><w:rPr><w:b/></w:rPr>")
                             STYLE("numbering", "L" SURNAME,
                                   "<w:name w:val='L " SURNAME
                                   "'/><w:pPr><w:numPr><w:numId w:val='@n@'/></w:numPr></w:pPr>")),
      INTO("body", PAR("<w:pPr><w:pStyle w:val='P" SURNAME "'/></w:pPr>" BEFORE_RUN RUN_AS(
                       "<w:rStyle w:val='C" SURNAME "'/>", "x") AFTER_RUN))},
     NULL},
    {"D311",
     "email-split-cells",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(RUN("tidewater77") RUN_AS("<w:b/>", "@") RUN("saltmarsh.example")))},
     NULL},
    {"D312",
     "surname-forename-caps",
     KEEP_HARD,
     0,
     {INTO("body",
           BESIDE(RUN("VANTONGEREN Quilla (Ms), Q. Vantongeren, Q Vantongeren, Miss Vantongeren, "
                      "QuillaVantongeren, quilla_vantongeren, Vantongeren-Quilla")))},
     NULL},
    {"D313",
     "nhs-forms",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(RUN("9991234551, 999-123-4551, 999.123.4551, 999 1234 551, 99 91 23 45 "
                              "51, NHS9991234551")))},
     NULL},
    {"D314",
     "bookmark-unicode",
     KEEP_HARD,
     0,
     {INTO("body",
           BESIDE("<w:bookmarkStart w:id='@n@1' w:name='Quenn\xc3\xa9ville'/>" RUN(
               "x") "<w:bookmarkEnd w:id='@n@1'/><w:bookmarkStart w:id='@n@2' w:name='_Toc" SURNAME
                    "'/><w:bookmarkEnd w:id='@n@2'/>"))},
     NULL},
    {"D315",
     "lang-attr",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(RUN_AS("<w:lang w:val='x-" SURNAME "'/>", "x")
                              RUN_AS("<w:rFonts w:ascii='" SURNAME "' w:cs='Hand of " WHO "'/>",
                                     "y") RUN_AS("<w:color w:val='" SURNAME "'/>", "z")))},
     NULL},
    {"D316",
     "table-style",
     KEEP_HARD,
     0,
     {INTO("styles", STYLE("table", "T" SURNAME, "<w:name w:val='T " SURNAME "'/>")),
      INTO("body", "<w:tbl><w:tblPr><w:tblStyle w:val='T" SURNAME
                   "'/><w:tblW w:w='0' w:type='auto'/></w:tblPr><w:tblGrid><w:gridCol "
                   "w:w='2000'/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w='2000' "
                   "w:type='dxa'/></w:tcPr>" SENTENCE "</w:tc></w:tr></w:tbl>" PAR(""))},
     NULL},
    {"D317",
     "textbox-linked",
     KEEP_HARD,
     0,
     {INTO("body", PAR("<w:r><w:pict><v:shape id='" SURNAME
                       "1' style='width:100pt;height:50pt;mso-next-textbox:#" SURNAME
                       "2'><v:textbox><w:txbxContent>" SENTENCE
                       "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"))},
     NULL},
    {"D318",
     "doc-background",
     KEEP_NONE,
     0,
     {INTO("body", PAR("<w:r><w:pict><v:rect id='x' o:gfxdata='"
                       "UXVpbGxhIFZhbnRvbmdlcmVuIDk5OTEyMzQ1NTEgUXVpbGxh"
                       "' o:spt='1' adj='" SURNAME "' class='" SURNAME "'/></w:pict></w:r>"))},
     NULL},
    {"D319",
     "w14-checkbox",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE("<w:sdt><w:sdtPr><w14:checkbox><w14:checked "
                          "w14:val='1'/><w14:checkedState w14:val='2612' w14:font='" SURNAME
                          "'/></w14:checkbox></w:sdtPr><w:sdtContent>" RUN(
                              "x") "</w:sdtContent></w:sdt>"))},
     NULL},
    {"D320",
     "header-table-textbox-footnote",
     KEEP_HARD,
     0,
     {INTO("footnotes",
           "<w:footnote w:id='@n@'><w:tbl><w:tblPr><w:tblW w:w='0' "
           "w:type='auto'/></w:tblPr><w:tblGrid><w:gridCol "
           "w:w='2000'/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w='2000' "
           "w:type='dxa'/></w:tcPr>" SENTENCE "</w:tc></w:tr></w:tbl>" PAR("") "</w:footnote>"),
      INTO("body", PAR(RUN("x") "<w:r><w:footnoteReference w:id='@n@'/></w:r>"))},
     NULL},
    {"D321",
     "sdt-row-cell",
     KEEP_HARD,
     0,
     {INTO("body", "<w:tbl><w:tblPr><w:tblW w:w='0' w:type='auto'/></w:tblPr><w:tblGrid><w:gridCol "
                   "w:w='2000'/></w:tblGrid><w:sdt><w:sdtPr><w:tag w:val='" SURNAME
                   "'/></w:sdtPr><w:sdtContent><w:tr><w:sdt><w:sdtPr><w:alias w:val='" WHO
                   "'/></w:sdtPr><w:sdtContent><w:tc><w:tcPr><w:tcW w:w='2000' "
                   "w:type='dxa'/></w:tcPr>" SENTENCE
                   "</w:tc></w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>" PAR(""))},
     NULL},
    {"D322",
     "del-paragraph-mark",
     KEEP_HARD,
     0,
     {INTO("body",
           PAR("<w:pPr><w:rPr><w:del w:id='@n@1' w:author='R'/></w:rPr></w:pPr>" BEFORE_RUN RUN(
               "Quilla Vanton")) PAR(RUN("geren") AFTER_RUN))},
     NULL},
    {"D323",
     "moved-paragraphs",
     KEEP_HARD,
     PLACE_ADULT,
     {INTO("body",
           PAR("<w:moveFromRangeStart w:id='@n@1' w:author='" ADULT
               "' w:name='m'/>") "<w:p><w:pPr><w:rPr><w:moveFrom w:id='@n@2' w:author='" ADULT
                                 "'/></w:rPr></w:pPr><w:moveFrom w:id='@n@3' w:author='" ADULT
                                 "'>" RUN(WHO) "</w:moveFrom></w:p>" PAR(
                                     "<w:moveFromRangeEnd w:id='@n@1'/>") SENTENCE)},
     NULL},
    {"D324",
     "dirty-names-in-custom-attr",
     KEEP_HARD,
     0,
     {INTO("body", "<w:p w14:paraId='"
                   "AB12CD34"
                   "' w:rsidR='" SURNAME "'>" BEFORE_RUN AFTER_RUN "</w:p>")},
     NULL},
    {"D325",
     "pict-hyperlink-rel-target-internal",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE("<w:hyperlink r:id='rId@id@'>" RUN("it") "</w:hyperlink>")),
      LINK("word/document.xml", "rId@id@", REL("hyperlink"), "#About" SURNAME)},
     NULL},
    {"D326",
     "split-over-fields",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(RUN("Quilla Van") FIELD("PAGE", "ton") RUN("geren")))},
     NULL},
    {"D327",
     "hyperlink-url-text",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(RUN("https://records.example/quilla-vantongeren/"
                              "9991234551?x=tidewater77%40saltmarsh.example")))},
     NULL},
    {"D328",
     "initials-email-like",
     KEEP_HARD,
     0,
     {INTO(
         "body",
         BESIDE(RUN(
             "quilla.vantongeren@school.example and q.vantongeren@school.example, vantongerenq")))},
     NULL},
    {"D329",
     "caps-nfd-mother",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(RUN("QUENNE\xcc\x81VILLE, O. Quenneville, Orienne "
                              "Quenneville-Vantongeren, Quenn&#233;ville's")))},
     NULL},
    {"D330",
     "homoglyph-cyrillic",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(RUN("Quill\xd0\xb0 V\xd0\xb0ntongeren")))},
     NULL},
    {"D331",
     "comment-in-header",
     KEEP_HARD,
     PLACE_ALONE, /* joined, its section may lose its page to a shorter text */
     {PART("word/header-@id@.xml", WML_TYPE("header"),
           DOC("w:hdr", "<w:sdt><w:sdtPr/><w:sdtContent>" SENTENCE "</w:sdtContent></w:sdt>")),
      LINK("word/document.xml", "rId@id@", REL("header"), "header-@id@.xml"),
      INTO("body",
           PAR(RUN("A section.")) SECTION("<w:headerReference w:type='default' r:id='rId@id@'/>"))},
     NULL},
    {"D332",
     "picture-in-header",
     KEEP_NONE,
     PLACE_ADULT,
     {PART("word/header-@id@.xml", WML_TYPE("header"),
           DOC("w:hdr",
               PAR("<w:r><w:pict><v:shape id='x' style='width:10pt;height:10pt'><v:imagedata "
                   "r:id='rId@id@i' o:title='" WHO "'/></v:shape></w:pict></w:r>"))),
      BLOB("word/media/h-@id@.jpeg", "image/jpeg", blob_jpeg),
      LINK("word/header-@id@.xml", "rId@id@i", REL("image"), "media/h-@id@.jpeg"),
      LINK("word/document.xml", "rId@id@", REL("header"), "header-@id@.xml"),
      INTO("body",
           PAR(RUN("A section.")) SECTION("<w:headerReference w:type='default' r:id='rId@id@'/>"))},
     NULL},
    {.id = NULL},
};
