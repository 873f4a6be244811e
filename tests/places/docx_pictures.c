/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in pictures and other media. */
#include "blobs.h"
#include "docx.h"

#define SHOWN_AS(blip)                                                                             \
    INTO("body",                                                                                   \
         PAR("<w:r><w:drawing><wp:inline distT='0' distB='0' distL='0' distR='0'><wp:extent "      \
             "cx='720000' cy='720000'/><wp:docPr id='@n@' name='Picture'/><wp:cNvGraphicFramePr/>" \
             "<a:graphic><a:graphicData uri='http://schemas.openxmlformats.org/drawingml/2006/"    \
             "picture'><pic:pic><pic:nvPicPr><pic:cNvPr id='0' name='Picture'/><pic:cNvPicPr/>"    \
             "</pic:nvPicPr><pic:blipFill>" blip "<a:stretch><a:fillRect/></a:stretch>"            \
             "</pic:blipFill><pic:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='720000' "            \
             "cy='720000'/></a:xfrm><a:prstGeom prst='rect'><a:avLst/></a:prstGeom></pic:spPr>"    \
             "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"))
#define SHOWN SHOWN_AS("<a:blip r:embed='rId@id@'/>")
#define MEDIA(suffix, type, maker)                                                                 \
    BLOB("word/media/image-@id@." suffix, type, maker),                                            \
        LINK("word/document.xml", "rId@id@", REL("image"), "media/image-@id@." suffix)

const Place docx_pictures[] = {
    {"D089",
     "jpeg-exif",
     KEEP_NONE,
     PLACE_ADULT,
     {SHOWN, MEDIA("jpeg", "image/jpeg", blob_jpeg)},
     NULL},
    {"D090", "png-text", KEEP_NONE, 0, {SHOWN, MEDIA("png", "image/png", blob_png_text)}, NULL},
    {"D091", "gif-comment", KEEP_NONE, 0, {SHOWN, MEDIA("gif", "image/gif", blob_gif)}, NULL},
    {"D092",
     "trailing-bytes",
     KEEP_NONE,
     0,
     {SHOWN, MEDIA("png", "image/png", blob_png_trailing)},
     NULL},
    {"D093", "emf", KEEP_NONE, 0, {SHOWN, MEDIA("emf", "image/x-emf", blob_emf)}, NULL},
    {"D094", "wmf", KEEP_NONE, 0, {SHOWN, MEDIA("wmf", "image/x-wmf", blob_wmf)}, NULL},
    {"D095",
     "video",
     KEEP_NONE,
     PLACE_ADULT,
     {BLOB("word/media/media-@id@.mp4", "video/mp4", blob_mp4),
      LINK("word/document.xml", "rId@id@", REL("video"), "media/media-@id@.mp4"),
      LINK("word/document.xml", "rId@id@m",
           "http://schemas.microsoft.com/office/2007/relationships/media", "media/media-@id@.mp4")},
     NULL},
    {"D096",
     "svg",
     KEEP_NONE,
     0,
     {SHOWN_AS(
          "<a:blip r:embed='rId@id@'><a:extLst><a:ext uri='{96DAC541-7B7A-43D3-8B79-37D633B846F1}'>"
          "<asvg:svgBlip xmlns:asvg='http://schemas.microsoft.com/office/drawing/2016/SVG/main' "
          "r:embed='rId@id@s'/></a:ext></a:extLst></a:blip>"),
      MEDIA("png", "image/png", blob_png),
      PART("word/media/image-@id@s.svg", "image/svg+xml",
           "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'><title>" WHO
           "</title><desc>" SURNAME "</desc><metadata>" NHS
           "</metadata><text>Qui<tspan>lla</tspan></text></svg>"),
      LINK("word/document.xml", "rId@id@s", REL("image"), "media/image-@id@s.svg")},
     NULL},
    {"D097",
     "file-name",
     KEEP_NONE,
     0,
     {SHOWN, BLOB("word/media/" FORENAME "-" SURNAME ".png", "image/png", blob_png),
      LINK("word/document.xml", "rId@id@", REL("image"), "media/" FORENAME "-" SURNAME ".png")},
     NULL},
    {"D098",
     "linked",
     KEEP_NONE,
     0,
     {SHOWN_AS("<a:blip r:link='rId@id@'/>"),
      EXTERNAL("word/document.xml", "rId@id@", REL("image"),
               "file:///S:/Photos/" FORENAME "%20" SURNAME ".png")},
     NULL},
    {"D099",
     "unreferenced",
     KEEP_NONE,
     0,
     {BLOB("word/media/image-@id@.png", "image/png", blob_png_text)},
     NULL},
    {.id = NULL},
};
