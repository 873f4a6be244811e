/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in headers, footers and notes. Each header has a section of its own. */
#include "docx.h"

/* Place @id's header or footer as part, relationship and section. */
#define MARGIN(element, path, root, which)                                                         \
    PART("word/" path "-@id@.xml", WML_TYPE(path), DOC("w:" root, SENTENCE)),                      \
        LINK("word/document.xml", "rId@id@", REL(path), path "-@id@.xml"),                         \
        INTO("body",                                                                               \
             PAR(RUN("A section.")) SECTION("<w:" element " w:type='" which "' r:id='rId@id@'/>"))
#define HEADER(which) MARGIN("headerReference", "header", "hdr", which)
#define FOOTER(which) MARGIN("footerReference", "footer", "ftr", which)

#define NOTE_MARK(element, more)                                                                   \
    "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:" element " w:id='@n@'" more         \
    "/></w:r>"
#define NOTE(element, content) "<w:" element " w:id='@n@'>" content "</w:" element ">"

/* WordArt across the page. */
#define WATERMARK                                                                                  \
    PAR("<w:r><w:pict><v:shapetype id='_x0000_t136' coordsize='21600,21600' o:spt='136' "          \
        "path='m@7,l@8,m@5,21600l@6,21600e'/><v:shape id='" FORENAME "WaterMark' "                 \
        "o:spid='_x0000_s2049' type='#_x0000_t136' alt='" WHO "' "                                 \
        "style='position:absolute;width:400pt;height:80pt' fillcolor='silver' stroked='f'>"        \
        "<v:textpath style='font-family:Carlito;font-size:1pt' string='" WHO "'/></v:shape>"       \
        "</w:pict></w:r>")

const Place docx_margins[] = {
    {"D041", "header-default", KEEP_HARD, 0, {HEADER("default")}, NULL},
    {"D042", "header-first", KEEP_SOFT, 0, {HEADER("first")}, NULL},
    {"D043", "header-even", KEEP_SOFT, 0, {HEADER("even")}, NULL},
    {"D044", "footer-default", KEEP_HARD, 0, {FOOTER("default")}, NULL},
    {"D045", "footer-first", KEEP_SOFT, 0, {FOOTER("first")}, NULL},
    {"D046", "footer-even", KEEP_SOFT, 0, {FOOTER("even")}, NULL},
    {"D047",
     "section-header",
     KEEP_HARD,
     0,
     {HEADER("default"), INTO("body", PAR(RUN("Another section.")) SECTION(""))},
     NULL},
    {"D048",
     "footnote",
     KEEP_HARD,
     0,
     {INTO("footnotes", NOTE("footnote", SENTENCE)),
      INTO("body", PAR(RUN("Notes") NOTE_MARK("footnoteReference", "")))},
     NULL},
    {"D049",
     "endnote",
     KEEP_HARD,
     0,
     {INTO("endnotes", NOTE("endnote", SENTENCE)),
      INTO("body", PAR(RUN("Notes") NOTE_MARK("endnoteReference", "")))},
     NULL},
    {"D050",
     "note-custom-mark",
     KEEP_NONE,
     0,
     {INTO("footnotes", NOTE("footnote", PAR(RUN(SURNAME ": a note.")))),
      INTO("body", PAR(RUN("Notes") NOTE_MARK("footnoteReference", " w:customMarkFollows='1'")
                           RUN(SURNAME)))},
     NULL},
    {"D051",
     "unreferenced-note",
     KEEP_NONE,
     0,
     {INTO("footnotes", NOTE("footnote", PAR(RUN(WHO ", " NHS))))},
     NULL},
    {"D052",
     "note-separator",
     KEEP_NONE,
     0,
     {INTO("footnotes",
           "<w:footnote w:type='continuationNotice' w:id='1052'>" PAR(RUN(
               WHO
               ", " NHS)) "</w:footnote><w:footnote w:id='@n@'>" PAR(RUN("A note.")) "</"
                                                                                     "w:footnote>"),
      INTO("settings", "<w:footnotePr><w:footnote w:id='-1'/><w:footnote w:id='0'/>"
                       "<w:footnote w:id='1052'/></w:footnotePr>"),
      INTO("body", PAR(RUN("Notes") NOTE_MARK("footnoteReference", "")))},
     NULL},
    {"D053",
     "watermark",
     KEEP_NONE,
     0,
     {PART("word/header-@id@.xml", WML_TYPE("header"), DOC("w:hdr", WATERMARK)),
      LINK("word/document.xml", "rId@id@", REL("header"), "header-@id@.xml"),
      INTO("body",
           PAR(RUN("A section.")) SECTION("<w:headerReference w:type='default' r:id='rId@id@'/>"))},
     NULL},
    {.id = NULL},
};
