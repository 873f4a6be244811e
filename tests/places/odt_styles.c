/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in styles and fonts. */
#include "blobs.h"
#include "odt.h"

const Place odt_styles[] = {
    PLACE("O132", "style-name", KEEP_HARD,
          INTO("styles", "<style:style style:name='" FORENAME "_20_" SURNAME
                         "' style:display-name='" WHO "' style:family='paragraph' "
                         "style:parent-style-name='Standard'><style:paragraph-properties "
                         "fo:margin-left='1cm'/></style:style>"),
          INTO("body", BESIDE_AS("<text:p text:style-name='" FORENAME "_20_" SURNAME "'>", "it",
                                 "</text:p>"))),
    PLACE("O133", "style-unused", KEEP_NONE,
          INTO("styles", "<style:style style:name='For" SURNAME "' style:display-name='For " WHO
                         "' style:class='" SURNAME "' style:family='text'/>")),
    PLACE("O134", "font-face", KEEP_NONE,
          INTO("fonts", "<style:font-face style:name='" SURNAME " Hand' svg:font-family=\"'" SURNAME
                        " Hand'\" style:font-adornments='" WHO "'/>"),
          INTO("automatic", "<style:style style:name='Hand@n@' style:family='text'>"
                            "<style:text-properties style:font-name='" SURNAME
                            " Hand' fo:font-family=\"'" SURNAME " Hand'\"/></style:style>")),
    PLACE("O135", "font-file", KEEP_NONE,
          INTO("fonts", "<style:font-face style:name='Own@n@' svg:font-family='Own'>"
                        "<svg:font-face-src><svg:font-face-uri xlink:href='Fonts/" SURNAME
                        ".ttf'/></svg:font-face-src></style:font-face>"),
          BLOB("Fonts/" SURNAME ".ttf", "application/x-font-ttf", blob_font)),
    PLACE("O136", "line-numbering", KEEP_NONE,
          INTO("styles", "<text:linenumbering-configuration text:number-lines='true'>"
                         "<text:linenumbering-separator text:increment='3'>" WHO
                         "</text:linenumbering-separator></text:linenumbering-configuration>"),
          INTO("body", PAR("<text:page-continuation text:select-page='next' text:string-value='" WHO
                           "'>" WHO "</text:page-continuation>"))),
    PLACE("O137", "drop-cap", KEEP_HARD,
          INTO("automatic", "<style:style style:name='Drop@n@' style:family='paragraph'>"
                            "<style:paragraph-properties><style:drop-cap style:lines='3' "
                            "style:length='1' style:style-name='" SURNAME
                            "'/></style:paragraph-properties></style:style>"
                            "<style:style style:name='" SURNAME "' style:family='text'/>"),
          INTO("body",
               "<text:p text:style-name='Drop@n@'>" SPAN("T1", "Q") "uilla Vantongeren"
                                                                    "</text:p>" BESIDE("it"))),
    {.id = NULL},
};
