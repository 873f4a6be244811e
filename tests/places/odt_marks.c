/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in links, bookmarks, indexes and sections. */
#include "odt.h"

#define ANCHOR(attributes, words) "<text:a xlink:type='simple' " attributes ">" words "</text:a>"

const Place odt_marks[] = {
    PLACE("O066", "link-target", KEEP_HARD,
          BODY(ANCHOR("xlink:href='https://cases.example/%51uilla/" SURNAME "?n=" NHS_DIGITS
                      "' office:name='" WHO "' office:title='" WHO "'",
                      "the site"))),
    PLACE(
        "O067", "mailto", KEEP_HARD,
        BODY(ANCHOR("xlink:href='mailto:" EMAIL "?subject=" FORENAME "%20" SURNAME "'", "write"))),
    PLACE(
        "O068", "link-event", KEEP_HARD,
        BODY(ANCHOR("xlink:href='https://a.example/'",
                    "<office:event-listeners><script:event-listener script:event-name='dom:click' "
                    "script:macro-name='" SURNAME "' xlink:href='vnd.sun.star.script:" SURNAME
                    "'/></office:event-listeners>click"))),
    PLACE("O069", "bookmark-name", KEEP_HARD,
          BODY("<text:bookmark text:name='" FORENAME "_" SURNAME "' xml:id='" SURNAME
               "'/><text:reference-mark text:name='" WHO "'/>here<text:bookmark-ref "
               "text:reference-format='text' text:ref-name='" FORENAME "_" SURNAME "'>" WHO
               "</text:bookmark-ref>" ANCHOR("xlink:href='#" FORENAME "_" SURNAME "'", "there"))),
    PLACE("O070", "bookmark-condition", KEEP_HARD,
          BODY("<text:bookmark-start text:name='b@n@' loext:hidden='true' loext:condition='" WHO
               "'/>x<text:bookmark-end text:name='b@n@'/>")),
    PLACE("O102", "index-marks", KEEP_HARD,
          BODY("<text:alphabetical-index-mark text:string-value='" WHO "' text:key1='" SURNAME
               "' text:key2='" FORENAME "'/><text:toc-mark text:string-value='" WHO
               "' text:outline-level='1'/><text:user-index-mark text:string-value='" WHO
               "' text:index-name='" SURNAME "'/>")),
    PLACE_WITH("O103", "bibliography-mark", KEEP_HARD, PLACE_ADULT, NULL,
               BODY("<text:bibliography-mark text:bibliography-type='book' text:identifier='x1' "
                    "text:author='" ADULT "; " WHO "' text:title='About " WHO "' text:url='https://"
                    "cases.example/" SURNAME "' text:note='" NHS "' text:custom1='" WHO
                    "'>[x1]</text:bibliography-mark>")),
    PLACE("O104", "index-body", KEEP_HARD,
          INTO("body",
               "<text:table-of-content text:name='Of " WHO "'><text:table-of-content-source "
               "text:outline-level='3'><text:index-title-template>Of " WHO
               "</text:index-title-template><text:table-of-content-entry-template "
               "text:outline-level='1' text:style-name='Standard'><text:index-entry-span>" WHO
               "</text:index-entry-span><text:index-entry-text/>"
               "</text:table-of-content-entry-template></text:table-of-content-source>"
               "<text:index-body><text:index-title text:name='" SURNAME
               "'>" PAR("Contents of " WHO) "</text:index-title>" BESIDE(
                   SENTENCE) "</text:index-body>"
                             "</text:table-of-content>")),
    PLACE("O105", "auto-mark-file", KEEP_NONE,
          INTO("declarations",
               "<text:alphabetical-index-auto-mark-file xlink:href='file:///C:/" SURNAME
               ".sdi' xlink:type='simple'/>")),
    PLACE("O106", "section", KEEP_HARD,
          INTO("body", "<text:section text:name='" WHO "' text:condition='ooow:" SURNAME
                       "' text:protection-key='UXVpbGxh' text:protected='true'>"
                       "<text:section-source xlink:href='file:///C:/" SURNAME
                       ".odt' text:section-name='" WHO "' text:filter-name='" SURNAME
                       "'/>" BESIDE(SENTENCE) "</text:section>")),
    PLACE("O107", "hidden-section", KEEP_NONE,
          INTO("body", "<text:section text:name='Hidden@n@' text:display='none'>" PAR(
                           SENTENCE) "</text:section>")),
    PLACE("O108", "rdfa", KEEP_HARD,
          INTO("body", BESIDE_AS("<text:p text:style-name='Standard' xhtml:about='" WHO
                                 "' xhtml:property='" SURNAME "' xhtml:content='" NHS
                                 "' xhtml:datatype='" SURNAME "'>",
                                 "it", "</text:p>"))),
    PLACE("O109", "number-literal", KEEP_NONE,
          INTO("automatic", "<number:date-style style:name='N@n@'><number:day/><number:text>" WHO
                            "</number:text><number:month/></number:date-style>")),
    {.id = NULL},
};
