/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in running text: names cut by mark-up, by letters nobody sees, by breaks. */
#include "odt.h"

#define L(letter) SPAN("T1", letter)
#define HIDDEN_STYLE(name)                                                                         \
    "<style:style style:name='" name "' style:family='text'><style:text-properties "               \
    "text:display='none'/></style:style>"
#define LOOK(name, properties)                                                                     \
    "<style:style style:name='" name "' style:family='text'><style:text-properties " properties    \
    "/></style:style>"
/* Vantongeren in the private use area of a symbol font. */
#define PRIVATE_SURNAME                                                                            \
    "\xef\x81\x96\xef\x81\xa1\xef\x81\xae\xef\x81\xb4\xef\x81\xaf\xef\x81\xae"                     \
    "\xef\x81\xa7\xef\x81\xa5\xef\x81\xb2\xef\x81\xa5\xef\x81\xae"

const Place odt_text[] = {
    PLACE("O001", "body", KEEP_HARD, BODY(SENTENCE)),
    PLACE("O002", "split-letters", KEEP_HARD,
          BODY(L("Q") "u" L("i") L("l") "la" L(" ") L("V") L("a") "n" L("t") L("o") L("n") L("g")
                   L("e") L("r") L("e") L("n") ", NHS number " L("9") L("9") "9" L(" ") L("1")
                       L("2") L("3") " " L("4") "5" L("5") L("1"))),
    PLACE("O003", "split-marks", KEEP_HARD,
          BODY("Qui<text:bookmark-start text:name='_Hlk@n@'/>lla Van<text:bookmark-end "
               "text:name='_Hlk@n@'/>ton<text:reference-mark-start text:name='Ref@n@'/>ge"
               "<text:soft-page-break/>r<text:reference-mark-end text:name='Ref@n@'/>" SPAN(
                   "T1", "e" SPAN("T1", "n")))),
    PLACE("O004", "space-elements", KEEP_HARD,
          BODY("Quilla<text:s/>Vantongeren, Quilla<text:tab/>Vantongeren, Quilla<text:line-break/>"
               "Vantongeren, NHS number 999<text:s text:c='2'/>123<text:tab/>4551")),
    PLACE("O005", "word-cut-by-break", KEEP_HARD,
          BODY("Quilla Vanton-<text:line-break/>geren and Van<text:line-break/>tongeren")),
    PLACE("O006", "source-newlines", KEEP_HARD,
          BODY("Quilla\n      Vantongeren, NHS number 999\n  123\r\n\t4551")),
    PLACE("O007", "soft-hyphen", KEEP_HARD, BODY("Quil\xc2\xadla Van\xc2\xadton\xc2\xadgeren")),
    PLACE(
        "O008", "zero-width", KEEP_HARD,
        BODY("Qui\xe2\x80\x8blla Va\xe2\x80\x8cnt\xe2\x80\x8don\xe2\x81\xa0ge\xef\xbb\xbfren, NHS "
             "number 999\xe2\x80\x8b 123\xe2\x81\xa0 4551")),
    PLACE("O009", "nbsp", KEEP_HARD,
          BODY("Quilla\xc2\xa0Vantongeren, NHS number 999\xe2\x80\xaf"
               "123\xe2\x80\x91"
               "4551")),
    PLACE("O010", "nfd", KEEP_HARD, BODY("Orienne Quenne\xcc\x81ville")),
    PLACE("O011", "capitals", KEEP_HARD,
          INTO("automatic", LOOK("Caps@n@", "fo:text-transform='uppercase'")),
          BODY("QUILLA VANTONGEREN, " SPAN("Caps@n@", "quilla vantongeren"))),
    PLACE("O012", "char-refs", KEEP_HARD,
          BODY("&#81;&#x75;&#105;&#108;&#x6c;&#97; "
               "&#86;&#97;&#110;&#116;&#111;&#110;&#103;&#101;&#114;&#101;&#110;")),
    PLACE("O013", "cdata", KEEP_HARD,
          BODY("Qui<![CDATA[lla Van]]>ton<!-- x -->geren, NHS number 999<!-- y --> 123 "
               "<![CDATA[4551]]>")),
    PLACE("O014", "symbol-font", KEEP_HARD,
          INTO("fonts", "<style:font-face style:name='Symbol@n@' svg:font-family='Symbol' "
                        "style:font-charset='x-symbol'/>"),
          INTO("automatic", LOOK("Symbol@n@", "style:font-name='Symbol@n@'")),
          BODY("Quilla " SPAN("Symbol@n@", PRIVATE_SURNAME))),
    PLACE("O015", "ruby", KEEP_HARD,
          BODY("<text:ruby><text:ruby-base>Quilla</text:ruby-base><text:ruby-text>" WHO
               "</text:ruby-text></text:ruby> Vantongeren")),
    PLACE("O016", "text-meta", KEEP_HARD,
          BODY("<text:meta xhtml:about='" WHO "'>Quilla Van</text:meta><text:meta-field "
               "xml:id='m@n@'>tongeren</text:meta-field>, " NHS)),
    PLACE("O017", "content-control", KEEP_HARD,
          BODY("<loext:content-control loext:alias='" WHO "' loext:tag='" NHS
               "' loext:showing-place-holder='true'><loext:list-item loext:display-text='" WHO
               "' loext:value='" SURNAME "'/>Quilla Vanton" SPAN("T1", "geren") "</loext:content-"
                                                                                "control>")),
    PLACE("O018", "heading", KEEP_HARD,
          INTO("body", BESIDE_AS("<text:h text:style-name='Standard' text:outline-level='2'>",
                                 "Quil" SPAN("T1", "la Vanton") "geren", "</text:h>"))),
    PLACE("O019", "two-paragraphs", KEEP_HARD,
          INTO("body", PAR("Seen with Quilla") PAR("Vantongeren at home.") BESIDE("the two"))),
    PLACE("O020", "hidden-style", KEEP_NONE, INTO("automatic", HIDDEN_STYLE("Unseen@n@")),
          INTO("body", PAR("Notes: " SPAN("Unseen@n@", WHO ", " NHS)))),
    PLACE("O021", "white-tiny", KEEP_NONE,
          INTO("automatic", LOOK("Tiny@n@", "fo:color='#ffffff' fo:font-size='1pt'")
                                LOOK("Black@n@", "fo:background-color='#000000'")),
          INTO("body", PAR(SPAN("Tiny@n@", WHO ", " NHS) SPAN("Black@n@", WHO)))),
    PLACE("O022", "list-item", KEEP_HARD,
          INTO("automatic", "<text:list-style style:name='L@n@'><text:list-level-style-number "
                            "text:level='1' style:num-format='1' style:num-prefix='" WHO
                            " ' style:num-suffix=' " SURNAME "'/><text:list-level-style-bullet "
                            "text:level='2' text:bullet-char='Q' loext:num-list-format='" WHO
                            " %2%'/></text:list-style>"),
          INTO("body", "<text:list xml:id='list@n@' text:style-name='L@n@'><text:list-header>" PAR(
                           WHO) "</text:list-header><text:list-item><text:number>" WHO
                                "</text:number>" BESIDE(WHO) "</text:list-item></text:list>")),
    {.id = NULL},
};
