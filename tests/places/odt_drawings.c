/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in frames, drawings and pictures. */
#include "blobs.h"
#include "odt.h"

#define SVG                                                                                        \
    "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><title>" WHO                   \
    "</title><desc>" NHS "</desc><metadata>" WHO "</metadata><text>" WHO "</text></svg>"
#define STYLE_AS(family, name, properties)                                                         \
    "<style:style style:name='" name "' style:family='" family "'>" properties "</style:style>"
#define PICTURE(path, media, maker)                                                                \
    INTO("body", PAR(FRAME("draw:name='Image@n@'", IMAGE(path)))), BLOB(path, media, maker)

static GBytes *svg(void)
{
    return g_bytes_new_static(SVG, sizeof SVG - 1);
}

const Place odt_drawings[] = {
    PLACE("O050", "text-box", KEEP_HARD,
          INTO("body", PAR(FRAME("draw:name='Frame@n@'",
                                 "<draw:text-box>" BESIDE(
                                     "Quil" SPAN("T1", "la Van") "tongeren") "</draw:text-box>")))),
    PLACE("O051", "custom-shape", KEEP_HARD,
          INTO("body", PAR("<draw:custom-shape draw:name='" WHO
                           "' svg:width='3cm' svg:height='2cm'>" BESIDE(
                               SENTENCE) "<draw:enhanced-geometry draw:type='fontwork-plain-text' "
                                         "draw:text-path='true'/></draw:custom-shape>"))),
    PLACE("O052", "alt-text", KEEP_NONE,
          INTO("body",
               PAR(FRAME("draw:name='" WHO "'",
                         IMAGE("Pictures/alt@n@.png") "<svg:title>" WHO
                                                      "</svg:title><svg:desc>Photo of " SENTENCE
                                                      "</svg:desc>"))),
          BLOB("Pictures/alt@n@.png", "image/png", blob_png)),
    PLACE("O053", "group", KEEP_HARD,
          INTO("body", PAR("<draw:g draw:name='" WHO "' draw:caption-id='" SURNAME
                           "'><svg:title>" WHO "</svg:title><draw:rect draw:name='" SURNAME
                           "' svg:width='3cm' svg:height='2cm'>" BESIDE(
                               SENTENCE) "</draw:rect></draw:g>"))),
    PLACE_WITH("O054", "jpeg-exif", KEEP_NONE, PLACE_ADULT, NULL,
               PICTURE("Pictures/photo@n@.jpg", "image/jpeg", blob_jpeg)),
    PLACE("O055", "png-text", KEEP_NONE,
          PICTURE("Pictures/drawn@n@.png", "image/png", blob_png_text)),
    PLACE("O056", "svg", KEEP_NONE, PICTURE("Pictures/vector@n@.svg", "image/svg+xml", svg)),
    PLACE("O057", "emf", KEEP_NONE, PICTURE("Pictures/meta@n@.emf", "image/x-emf", blob_emf)),
    PLACE("O058", "file-name", KEEP_NONE,
          PICTURE("Pictures/" FORENAME "_" SURNAME ".png", "image/png", blob_png)),
    PLACE("O059", "binary-data", KEEP_NONE,
          INTO("body", PAR(FRAME("draw:name='Image@n@'",
                                 "<draw:image><office:binary-data>PHN2Zz5RdWlsbGEgVmFudG9uZ2VyZW4"
                                 "8L3N2Zz4=</office:binary-data></draw:image>")))),
    PLACE("O060", "linked", KEEP_NONE,
          INTO("body", PAR(FRAME("draw:name='Image@n@'",
                                 IMAGE("file:///C:/Users/" SURNAME "/" FORENAME ".png"))))),
    PLACE("O061", "draw-link", KEEP_NONE,
          INTO("body",
               PAR("<draw:a xlink:href='https://cases.example/" SURNAME "' office:name='" WHO
                   "' office:title='" WHO "'>" FRAME(
                       "draw:name='Image@n@'",
                       IMAGE("Pictures/link@n@.png") "<draw:image-map><draw:area-rectangle "
                                                     "svg:x='0cm' svg:y='0cm' svg:width='1cm' "
                                                     "svg:height='1cm' xlink:href='https://"
                                                     "cases.example/" SURNAME "'><svg:title>" WHO
                                                     "</svg:title></draw:area-rectangle>"
                                                     "</draw:image-map>") "</draw:a>")),
          BLOB("Pictures/link@n@.png", "image/png", blob_png)),
    PLACE("O062", "plugin-param", KEEP_NONE,
          INTO("body",
               PAR(FRAME("", "<draw:plugin xlink:href='https://cases.example/" SURNAME
                             "'><draw:param draw:name='who' draw:value='" WHO "'/></draw:plugin>")
                       FRAME("", "<draw:applet draw:code='" SURNAME "'><draw:param "
                                 "draw:name='" SURNAME "' draw:value='" NHS "'/></draw:applet>")
                           FRAME("", "<draw:floating-frame draw:frame-name='" WHO
                                     "' xlink:href='" SURNAME ".html'/>")))),
    PLACE("O063", "fill-names", KEEP_NONE,
          INTO("styles",
               "<draw:gradient draw:name='" SURNAME "' draw:display-name='" WHO
               "' draw:style='linear'/><draw:hatch draw:name='" SURNAME
               "_20_1' draw:display-name='" WHO
               " 1' draw:style='single'/><draw:marker draw:name='" SURNAME
               "_20_2' draw:display-name='" WHO " 2' svg:viewBox='0 0 10 10' svg:d='m0 0z'/>"
               "<draw:stroke-dash draw:name='" SURNAME "_20_3' draw:display-name='" WHO
               " 3' draw:style='rect'/>" STYLE_AS("graphic", "Filled@n@",
                                                  "<style:graphic-properties draw:fill='gradient' "
                                                  "draw:fill-gradient-name='" SURNAME "'/>"))),
    PLACE("O064", "background-image", KEEP_NONE,
          INTO("styles",
               STYLE_AS("paragraph", "Linked@n@",
                        "<style:paragraph-properties><style:background-image xlink:href='file:///"
                        "home/" SURNAME "/back.png' xlink:type='simple'/>"
                        "</style:paragraph-properties>")
                   STYLE_AS("paragraph", "Inline@n@",
                            "<style:paragraph-properties><style:background-image>"
                            "<office:binary-data>UXVpbGxhIFZhbnRvbmdlcmVu</office:binary-data>"
                            "</style:background-image></style:paragraph-properties>"))),
    PLACE_WITH("O065", "unreferenced-picture", KEEP_NONE, PLACE_ADULT, NULL,
               BLOB("Pictures/old@n@.jpg", "image/jpeg", blob_jpeg)),
    {.id = NULL},
};
