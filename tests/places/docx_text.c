/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in running text: names cut by mark-up, by letters nobody sees, by breaks. */
#include "docx.h"

#define L(letter) RUN(letter)
#define LB(letter) RUN_AS("<w:b/>", letter)
#define SYM(code) "<w:sym w:font='Symbol' w:char='F0" code "'/>"
#define MATH(letter) "<m:r><m:t>" letter "</m:t></m:r>"
/* Vantongeren in the private use area of a symbol font. */
#define PRIVATE_SURNAME                                                                            \
    "\xef\x81\x96\xef\x81\xa1\xef\x81\xae\xef\x81\xb4\xef\x81\xaf\xef\x81\xae"                     \
    "\xef\x81\xa7\xef\x81\xa5\xef\x81\xb2\xef\x81\xa5\xef\x81\xae"
#define FULLWIDTH_NAME                                                                             \
    "\xef\xbc\xb1\xef\xbd\x95\xef\xbd\x89\xef\xbd\x8c\xef\xbd\x8c\xef\xbd\x81 "                    \
    "\xef\xbc\xb6\xef\xbd\x81\xef\xbd\x8e\xef\xbd\x94\xef\xbd\x8f\xef\xbd\x8e"                     \
    "\xef\xbd\x87\xef\xbd\x85\xef\xbd\x92\xef\xbd\x85\xef\xbd\x8e"
#define FULLWIDTH_NHS                                                                              \
    "\xef\xbc\x99\xef\xbc\x99\xef\xbc\x99 \xef\xbc\x91\xef\xbc\x92\xef\xbc\x93 "                   \
    "\xef\xbc\x94\xef\xbc\x95\xef\xbc\x95\xef\xbc\x91"

const Place docx_text[] = {
    {"D001", "body", KEEP_HARD, 0, {INTO("body", SENTENCE)}, NULL},
    {"D002",
     "split-letters",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(LB("Q") L("u") LB("i") L("l") LB("l") L("a") L(" ") LB("V") L("a") LB("n")
                              L("t") LB("o") L("n") LB("g") L("e") LB("r") L("e") LB("n")
                                  RUN(", NHS number ") LB("9") L("9") LB("9") L(" ") L("1") LB("2")
                                      L("3") L(" ") LB("4") L("5") LB("5") L("1")))},
     NULL},
    {"D003",
     "split-marks",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE("<w:proofErr w:type='spellStart'/>" RUN(
                       "Qui") "<w:bookmarkStart w:id='3003' "
                              "w:name='_Hlk3003'/>" RUN("lla Van") "<w:bookmarkEnd "
                                                                   "w:id='3003'/"
                                                                   "><w:commentRangeStart "
                                                                   "w:id='3003'/>"
                                                                   "<w:r "
                                                                   "w:rsidR='00AB12CD'><w:"
                                                                   "t>ton</w:t></w:r>"
                                                                   "<w:permStart "
                                                                   "w:id='3004' "
                                                                   "w:edGrp='everyone'/"
                                                                   ">" RUN("ge") "<w:permEnd "
                                                                                 "w:id='3004'/"
                                                                                 "><w:"
                                                                                 "commentRange"
                                                                                 "End "
                                                                                 "w:id='3003'/"
                                                                                 ">"
                                                                                 "<w:r><w:"
                                                                                 "commentRefer"
                                                                                 "ence "
                                                                                 "w:id='3003'/"
                                                                                 "></w:r>"
                                                                                 "<w:r "
                                                                                 "w:rsidR='"
                                                                                 "00AB12CE'><"
                                                                                 "w:t>ren</"
                                                                                 "w:t></w:r>"
                                                                                 "<w:proofErr "
                                                                                 "w:type='"
                                                                                 "spellEnd'/"
                                                                                 ">")),
      INTO("comments",
           "<w:comment w:id='3003' w:author='Reviewer'>" PAR(RUN("Check.")) "</w:comment>")},
     NULL},
    {"D004",
     "many-t",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE("<w:r>" T("Qui") T("lla ") T("Vanton") T("geren") T(", NHS number 999 ")
                              T("123 45") T("51") "</w:r>"))},
     NULL},
    {"D005",
     "soft-hyphen",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(RUN("Quil\xc2\xadla Van\xc2\xadton\xc2\xadgeren and again ") "<w:r>" T(
                       "Vanton") "<w:softHyphen/>" T("geren") "</w:r>"))},
     NULL},
    {"D006",
     "zero-width",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(RUN("Qui\xe2\x80\x8blla Va\xe2\x80\x8cnt\xe2\x80\x8don\xe2\x81\xa0"
                              "ge\xef\xbb\xbfr\xe1\xa0\x8e"
                              "en, NHS number 999\xe2\x80\x8b 123\xe2\x81\xa0 4551")))},
     NULL},
    {"D007",
     "bidi-marks",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(RUN("Qui\xe2\x80\x8ella Van\xe2\x81\xa6ton\xe2\x81\xa9ge\xe2\x80\xac"
                              "ren")))},
     NULL},
    {"D008",
     "nbsp",
     KEEP_HARD,
     0,
     {INTO("body",
           BESIDE(
               RUN("Quilla\xc2\xa0Vantongeren, NHS number 999\xe2\x80\xaf"
                   "123\xe2\x80\x91"
                   "4551 or ") "<w:r>" T("999") "<w:noBreakHyphen/>" T("123") "<w:noBreakHyphen/"
                                                                              ">" T("4551") "</"
                                                                                            "w:"
                                                                                            "r>"))},
     NULL},
    {"D009",
     "tab",
     KEEP_HARD,
     0,
     {INTO("body",
           BESIDE("<w:r>" T("Quilla") "<w:tab/>" T(
               "Vantongeren, NHS number 999") "<w:ptab w:relativeTo='margin' w:alignment='center' "
                                              "w:leader='none'/>" T("123") "<w:tab/>" T(
                                                  "4551") "</"
                                                          "w:"
                                                          "r"
                                                          ">"))},
     NULL},
    {"D010",
     "break",
     KEEP_HARD,
     0,
     {INTO("body",
           BESIDE("<w:r>" T("Quilla") "<w:br/>" T("Vantongeren, NHS number 999") "<w:cr/>" T(
               "123") "<w:br w:type='page'/>" T("4551") "</w:r>"))},
     NULL},
    {"D011",
     "word-cut-by-break",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE("<w:r>" T("Quilla Vanton-") "<w:br/>" T("geren, and Van") "<w:br/>" T(
                       "tongeren") "</w:r>"))},
     NULL},
    {"D012", "nfd", KEEP_HARD, 0, {INTO("body", BESIDE(RUN("Orienne Quenne\xcc\x81ville")))}, NULL},
    {"D013",
     "capitals",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(RUN("VANTONGEREN, QUILLA VANTONGEREN, ") RUN_AS("<w:smallCaps/>", "V")
                              RUN_AS("<w:smallCaps/><w:b/>", "antongeren") RUN(" and ")
                                  RUN_AS("<w:caps/>", "quilla vantongeren")))},
     NULL},
    {"D014",
     "inverted",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(RUN("Vantongeren, Quilla; Quilla\xe2\x80\x99s bag, the Vantongerens' "
                              "house, Hart-Vantongeren")))},
     NULL},
    {"D015",
     "fullwidth",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(RUN(FULLWIDTH_NAME ", NHS number " FULLWIDTH_NHS)))},
     NULL},
    {"D016",
     "char-refs",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(RUN("&#81;&#x75;&#105;&#x6C;&#108;&#x61; &#86;&#x61;&#110;&#x74;&#111;"
                              "&#x6e;&#103;&#x65;&#114;&#x65;&#110;, NHS number &#57;&#57;&#57; "
                              "&#49;&#50;&#51; &#52;&#53;&#53;&#49;")))},
     NULL},
    {"D017",
     "cdata",
     KEEP_HARD,
     0,
     {INTO("body",
           BESIDE(RUN("<![CDATA[Quilla Vantongeren]]> and Qui<![CDATA[lla Van]]>tongeren")))},
     NULL},
    {"D018",
     "xml-comment-cut",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(RUN("Qui<!-- x -->lla Van<?x y?>tongeren")))},
     NULL},
    {"D019",
     "sym",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE("<w:r>" SYM("51") SYM("75") SYM("69") SYM("6C") SYM("6C") SYM("61") T(" ")
                              SYM("56") SYM("61") SYM("6E") SYM("74") SYM("6F") SYM("6E") SYM("67")
                                  SYM("65") SYM("72") SYM("65") SYM("6E") "</w:r>"))},
     NULL},
    {"D020",
     "symbol-font",
     KEEP_HARD,
     0,
     {INTO("body",
           BESIDE(RUN_AS("<w:rFonts w:ascii='Symbol' w:hAnsi='Symbol'/>", PRIVATE_SURNAME)))},
     NULL},
    {"D021",
     "ruby",
     KEEP_HARD,
     0,
     {INTO("body",
           BESIDE("<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val='center'/><w:hps w:val='12'/>"
                  "<w:hpsRaise w:val='10'/><w:hpsBaseText w:val='22'/><w:lid w:val='en-GB'/>"
                  "</w:rubyPr><w:rt>" RUN("Vantongeren") "</w:rt><w:rubyBase>" RUN("Quil")
                      RUN("la") "</w:rubyBase></w:ruby></w:r>"))},
     NULL},
    {"D022",
     "math",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE("<m:oMath>" MATH("V") MATH("a") MATH("n") MATH("t") MATH("o") MATH("n")
                              MATH("g") MATH("e") MATH("r") MATH("e") MATH("n") "</m:oMath>"))},
     NULL},
    {"D023",
     "bdo-dir",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE("<w:bdo w:val='ltr'>" RUN("Quilla Van") "</w:bdo><w:dir w:val='ltr'>" RUN(
                       "tongeren") "</w:dir>"))},
     NULL},
    {"D024",
     "smarttag",
     KEEP_HARD,
     0,
     {INTO("body",
           BESIDE("<w:smartTag w:uri='urn:schemas-microsoft-com:office:smarttags' "
                  "w:element='PersonName'><w:smartTagPr><w:attr w:name='" WHO "' w:val='" WHO "'/>"
                  "</w:smartTagPr>" RUN(
                      "Quilla ") "</w:smartTag><w:customXml w:uri='urn:x:" SURNAME
                                 "' w:element='" SURNAME
                                 "'><w:customXmlPr><w:attr w:name='who' w:val='" WHO "'/>"
                                 "</w:customXmlPr>" RUN("Vantongeren") "</w:customXml>"))},
     NULL},
    {"D025",
     "fit-text-snap",
     KEEP_HARD,
     0,
     {INTO("body", BESIDE(RUN_AS("<w:fitText w:val='900' w:id='25'/>",
                                 "Quilla Van") RUN_AS("<w:effect w:val='shimmer'/>", "ton")
                              RUN_AS("<w:eastAsianLayout w:id='26' w:combine='1'/>", "geren")))},
     NULL},
    {"D026",
     "two-paragraphs",
     KEEP_HARD,
     0,
     {INTO("body", PAR(BEFORE_RUN RUN("Quilla")) PAR(RUN("Vantongeren") AFTER_RUN))},
     NULL},
    {"D027",
     "drop-cap",
     KEEP_HARD,
     0,
     {INTO("body",
           PAR("<w:pPr><w:keepNext/><w:framePr w:dropCap='drop' w:lines='3' w:wrap='around' "
               "w:vAnchor='text' w:hAnchor='text'/></w:pPr>" RUN("V"))
               PAR(RUN("antongeren, known as ") BEFORE_RUN AFTER_RUN))},
     NULL},
    {.id = NULL},
};
