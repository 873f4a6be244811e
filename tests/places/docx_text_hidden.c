/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in text that the reader is not shown, and in lists. */
#include "docx.h"

#define LEVEL(words)                                                                               \
    "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='bullet'/><w:lvlText w:val='" words     \
    "'/></w:lvl>"

const Place docx_text_hidden[] = {
    {"D028",
     "vanish",
     KEEP_NONE,
     0,
     {INTO("body",
           PAR(RUN("Notes: ") RUN_AS("<w:vanish/>", "Quilla") RUN_AS("<w:webHidden/>", " Van")
                   RUN_AS("<w:vanish/><w:specVanish/>", "tongeren")))},
     NULL},
    {"D029",
     "style-hidden",
     KEEP_NONE,
     0,
     {INTO("styles", "<w:style w:type='character' w:customStyle='1' w:styleId='Unseen@n@'><w:name "
                     "w:val='Unseen @n@'/><w:rPr><w:vanish/></w:rPr></w:style>"),
      INTO("body", PAR(RUN("Notes: ") RUN_AS("<w:rStyle w:val='Unseen@n@'/>", WHO ", " NHS)))},
     NULL},
    {"D030",
     "white-tiny",
     KEEP_NONE,
     0,
     {INTO("body", PAR(RUN_AS("<w:color w:val='FFFFFF'/><w:sz w:val='2'/>", "Quilla Van")
                           RUN_AS("<w:color w:val='FF0000'/><w:shd w:val='clear' w:color='auto' "
                                  "w:fill='FF0000'/>",
                                  "tongeren, NHS number ") RUN_AS("<w:w w:val='1'/>", NHS)))},
     NULL},
    {"D031",
     "highlight-black",
     KEEP_NONE,
     0,
     {INTO("body", PAR(RUN("Notes: ") RUN_AS("<w:highlight w:val='black'/>", WHO ", " NHS)))},
     NULL},
    {"D032",
     "frame-offpage",
     KEEP_NONE,
     0,
     {INTO("body", PAR("<w:pPr><w:framePr w:w='2000' w:h='500' w:hRule='exact' w:hAnchor='page' "
                       "w:vAnchor='page' w:x='-9000' w:y='-9000'/></w:pPr>" RUN(WHO ", " NHS)))},
     NULL},
    {"D033",
     "list-item",
     KEEP_HARD,
     0,
     {INTO("abstract-nums", "<w:abstractNum w:abstractNumId='@n@'><w:multiLevelType "
                            "w:val='singleLevel'/>" LEVEL("Quilla Vantongeren") "</w:abstractNum>"),
      INTO("nums", "<w:num w:numId='@n@'><w:abstractNumId w:val='@n@'/></w:num>"),
      INTO("body", PAR("<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId "
                       "w:val='@n@'/></w:numPr></w:pPr>" BEFORE_RUN RUN(WHO) AFTER_RUN))},
     NULL},
    {"D034",
     "numbering-names",
     KEEP_NONE,
     0,
     {INTO("abstract-nums",
           "<w:abstractNum w:abstractNumId='@n@'><w:multiLevelType w:val='singleLevel'/><w:name "
           "w:val='" WHO "'/>" LEVEL(SURNAME) "</w:abstractNum>"),
      INTO("nums", "<w:num w:numId='@n@'><w:abstractNumId w:val='@n@'/></w:num>")},
     NULL},
    {.id = NULL},
};
