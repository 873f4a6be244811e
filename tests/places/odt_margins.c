/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in headers, footers and notes. */
#include "odt.h"

#define MARGIN(element, slot)                                                                      \
    INTO(slot, "<style:" element ">" BESIDE(SENTENCE) "</style:" element ">")
#define NOTE_AS(class, citation, body)                                                             \
    "<text:note text:id='ftn@n@' text:note-class='" class "'>" citation "<text:note-body>" body    \
                                                          "</text:note-body></text:note>"
#define NUMBERED "<text:note-citation>1</text:note-citation>"

const Place odt_margins[] = {
    PLACE("O029", "header", KEEP_HARD, MARGIN("header", "header")),
    PLACE("O030", "header-left", KEEP_SOFT,
          INTO("header-left", "<style:header-left style:display='false'>" BESIDE(
                                  SENTENCE) "</style:header-left>")),
    PLACE("O031", "header-first", KEEP_SOFT, MARGIN("header-first", "header-first")),
    PLACE("O032", "footer", KEEP_HARD, MARGIN("footer", "footer")),
    PLACE("O033", "footer-left", KEEP_SOFT, MARGIN("footer-left", "footer-left")),
    PLACE("O034", "footer-first", KEEP_SOFT, MARGIN("footer-first", "footer-first")),
    PLACE("O035", "unused-master", KEEP_NONE,
          INTO("masters", "<style:master-page style:name='" FORENAME "_20_" SURNAME
                          "' style:display-name='" WHO "' style:page-layout-name='pm1'>"
                          "<style:header>" PAR(SENTENCE) "</style:header></style:master-page>")),
    PLACE("O036", "footnote", KEEP_HARD,
          INTO("body", PAR("See" NOTE_AS("footnote", NUMBERED, BESIDE(SENTENCE))))),
    PLACE("O037", "endnote", KEEP_HARD,
          INTO("body", PAR("See" NOTE_AS("endnote", NUMBERED,
                                         BESIDE("Quil" SPAN("T1", "la Van") "tongeren"))))),
    PLACE("O038", "note-label", KEEP_NONE,
          INTO("body", PAR("See" NOTE_AS("footnote",
                                         "<text:note-citation text:label='" WHO "'>" WHO
                                         "</text:note-citation>",
                                         PAR("x"))))),
    PLACE("O039", "notes-configuration", KEEP_NONE,
          INTO("styles", "<text:notes-configuration text:note-class='footnote' "
                         "style:num-format='1' style:num-prefix='" WHO "' style:num-suffix='" NHS
                         "'><text:note-continuation-notice-forward>" WHO
                         "</text:note-continuation-notice-forward>"
                         "<text:note-continuation-notice-backward>" WHO
                         "</text:note-continuation-notice-backward></text:notes-configuration>")),
    {.id = NULL},
};
