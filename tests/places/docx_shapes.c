/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in text boxes, VML, groups, alternative text and diagrams. */
#include "blobs.h"
#include "docx.h"

#define CHOICE(requires, choice, fallback)                                                         \
    "<w:r><mc:AlternateContent><mc:Choice Requires='" requires "'>" choice "</mc:Choice>"          \
                                                               "<mc:Fallback>" fallback            \
                                                               "</mc:Fallback></"                  \
                                                               "mc:AlternateContent></w:r>"
#define DRAWING_AS(about, more, uri, content)                                                      \
    "<w:drawing><wp:inline distT='0' distB='0' distL='0' distR='0'><wp:extent cx='1800000' "       \
    "cy='720000'/><wp:docPr id='@n@' " about ">" more "</wp:docPr><wp:cNvGraphicFramePr/>"         \
    "<a:graphic><a:graphicData uri='" uri "'>" content "</a:graphicData></a:graphic></wp:inline>"  \
    "</w:drawing>"
#define WPS_URI "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
#define WPG_URI "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
#define BOX_SHAPE                                                                                  \
    "<wps:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='1800000' cy='720000'/></a:xfrm>"             \
    "<a:prstGeom prst='rect'><a:avLst/></a:prstGeom></wps:spPr>"
#define WPS(before, content)                                                                       \
    "<wps:wsp>" before "<wps:cNvSpPr txBox='1'/>" BOX_SHAPE "<wps:txbx><w:txbxContent>" content    \
    "</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
#define BOX(content) DRAWING_AS("name='Text Box'", "", WPS_URI, WPS("", content))
#define VML_BOX(attributes, content)                                                               \
    "<w:pict><v:shape " attributes " style='width:141pt;height:56pt' coordsize='21600,21600' "     \
    "path='m,l,21600r21600,l21600,xe'><v:textbox><w:txbxContent>" content                          \
    "</w:txbxContent></v:textbox></v:shape></w:pict>"
#define LOCKED_PICTURE                                                                             \
    "<pic:pic><pic:nvPicPr><pic:cNvPr id='0' name='Picture'/><pic:cNvPicPr/></pic:nvPicPr>"        \
    "<pic:blipFill><a:blip r:embed='rId@id@p'/><a:stretch><a:fillRect/></a:stretch>"               \
    "</pic:blipFill><pic:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='1800000' cy='720000'/>"       \
    "</a:xfrm><a:prstGeom prst='rect'><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
#define SIGNATURE_LINE                                                                             \
    "<w:pict><v:shape id='_x0000_i1088' alt='Signature line of " WHO "' style='width:192pt;"       \
    "height:96pt'><o:signatureline v:ext='edit' id='{8A6D0000-0000-4000-8000-000000000088}' "      \
    "provid='{00000000-0000-0000-0000-000000000000}' o:suggestedsigner='" ADULT                    \
    "' o:suggestedsigner2='Friend of " SURNAME "' o:suggestedsigneremail='" EMAIL                  \
    "' issignatureline='t'/></v:shape></w:pict>"

const Place docx_shapes[] = {
    {"D070",
     "textbox-both",
     KEEP_HARD,
     0,
     {INTO("body", PAR(CHOICE("wps", BOX(SENTENCE), VML_BOX("id='b70'", SENTENCE))))},
     NULL},
    {"D071",
     "textbox-fallback",
     KEEP_NONE,
     0,
     {INTO("body", PAR(CHOICE("wps", BOX(PAR(RUN("Nothing here."))),
                              VML_BOX("id='b71'", PAR(RUN(WHO ", " NHS))))))},
     NULL},
    {"D072",
     "choice-unknown",
     KEEP_NONE,
     0,
     {INTO("body", PAR("<w:r><mc:AlternateContent xmlns:zz='urn:unknown:later'><mc:Choice "
                       "Requires='zz'><zz:note of='" WHO "'>" NHS
                       "</zz:note></mc:Choice><mc:Fallback>" T("Nothing ")
                           T("here.") "</mc:Fallback></mc:AlternateContent></w:r>"))},
     NULL},
    {"D073",
     "vml-textbox",
     KEEP_HARD,
     0,
     {INTO("body", PAR("<w:r>" VML_BOX("id='b73'", SENTENCE) "</w:r>"))},
     NULL},
    {"D074",
     "vml-attributes",
     KEEP_NONE,
     0,
     {INTO("body",
           PAR("<w:r><w:pict><v:rect id='" SURNAME "' o:spid='_x0000_" SURNAME "' alt='" WHO
               "' title='" WHO "' href='https://records.example/" SURNAME "' target='" FORENAME
               "' style='width:40pt;height:20pt'/><v:shape id='b74' style='width:40pt;height:20pt' "
               "coordsize='21600,21600' path='m,l,21600r21600,l21600,xe'><v:textpath string='" WHO
               "'/></v:shape></w:pict></w:r>"))},
     NULL},
    {"D075",
     "group",
     KEEP_HARD,
     0,
     {INTO(
         "body",
         PAR(CHOICE(
             "wpg",
             DRAWING_AS("name='" WHO "'", "", WPG_URI,
                        "<wpg:wgp><wpg:cNvPr id='751' name='Group of " SURNAME
                        "'/><wpg:cNvGrpSpPr/>"
                        "<wpg:grpSpPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='1800000' cy='720000'/>"
                        "<a:chOff x='0' y='0'/><a:chExt cx='1800000' cy='720000'/></a:xfrm>"
                        "</wpg:grpSpPr>" WPS("<wps:cNvPr id='752' name='" WHO "' descr='" NHS "'/>",
                                             SENTENCE) "</wpg:wgp>"),
             T("A group."))))},
     NULL},
    {"D076",
     "alt-text",
     KEEP_NONE,
     0,
     {INTO("body",
           PAR("<w:r>" DRAWING_AS("name='" WHO "' descr='Photo of " WHO "' title='" NHS "'", "",
                                  "http://schemas.openxmlformats.org/drawingml/2006/picture",
                                  "<pic:pic><pic:nvPicPr><pic:cNvPr id='0' name='" SURNAME
                                  ".png' descr='" WHO "' title='" NHS "'/><pic:cNvPicPr/>"
                                  "</pic:nvPicPr><pic:blipFill><a:blip r:embed='rId@id@'/>"
                                  "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>"
                                  "<a:xfrm><a:off x='0' y='0'/><a:ext cx='1800000' cy='720000'/>"
                                  "</a:xfrm><a:prstGeom prst='rect'><a:avLst/></a:prstGeom>"
                                  "</pic:spPr></pic:pic>") "</w:r>")),
      BLOB("word/media/image-@id@.png", "image/png", blob_png),
      LINK("word/document.xml", "rId@id@", REL("image"), "media/image-@id@.png")},
     NULL},
    {"D077",
     "drawing-link",
     KEEP_NONE,
     0,
     {INTO("body", PAR("<w:r>" DRAWING_AS(
                       "name='Picture'", "<a:hlinkClick r:id='rId@id@' tooltip='" WHO "'/>",
                       "http://schemas.openxmlformats.org/drawingml/2006/picture",
                       LOCKED_PICTURE) "</w:r>")),
      BLOB("word/media/image-@id@.png", "image/png", blob_png),
      LINK("word/document.xml", "rId@id@p", REL("image"), "media/image-@id@.png"),
      EXTERNAL("word/document.xml", "rId@id@", REL("hyperlink"),
               "https://records.example/" SURNAME)},
     NULL},
    {"D078",
     "drawing-extlst",
     KEEP_NONE,
     0,
     {INTO("body",
           PAR("<w:r>" DRAWING_AS("name='Picture'",
                                  "<a:extLst><a:ext uri='{" SURNAME "}'><x:about xmlns:x='urn:x' "
                                  "who='" WHO "'>" NHS "</x:about></a:ext></a:extLst>",
                                  "http://schemas.openxmlformats.org/drawingml/2006/picture",
                                  LOCKED_PICTURE) "</w:r>")),
      BLOB("word/media/image-@id@.png", "image/png", blob_png),
      LINK("word/document.xml", "rId@id@p", REL("image"), "media/image-@id@.png")},
     NULL},
    {"D079",
     "web-video",
     KEEP_NONE,
     0,
     {INTO("body", PAR("<w:r>" DRAWING_AS(
                       "name='Picture'",
                       "<a:extLst><a:ext uri='{C809E66F-F1BF-436E-B5F7-EEA9579F0CBA}'>"
                       "<wp15:webVideoPr xmlns:wp15='http://schemas.microsoft.com/office/"
                       "word/2012/wordprocessingDrawing' embeddedHtml='&lt;iframe "
                       "title=&quot;" WHO "&quot; src=&quot;https://video.example/" SURNAME
                       "&quot;/&gt;' h='100' w='100'/></a:ext></a:extLst>",
                       "http://schemas.openxmlformats.org/drawingml/2006/picture",
                       LOCKED_PICTURE) "</w:r>")),
      BLOB("word/media/image-@id@.png", "image/png", blob_png),
      LINK("word/document.xml", "rId@id@p", REL("image"), "media/image-@id@.png")},
     NULL},
    {"D087",
     "ink",
     KEEP_NONE,
     0,
     {PART("word/ink/ink@n@.xml", "application/inkml+xml",
           XML_HEAD "<inkml:ink xmlns:inkml='http://www.w3.org/2003/InkML'><inkml:annotation "
                    "type='author'>" WHO
                    "</inkml:annotation><inkml:definitions><inkml:timestamp xml:id='ts0' "
                    "timeString='" BORN_ISO
                    "T10:00:00Z'/></inkml:definitions><inkml:trace>1 2, 3 4</inkml:trace>"
                    "</inkml:ink>"),
      LINK("word/document.xml", "rId@id@", REL("customXml"), "ink/ink@n@.xml"),
      INTO("body",
           PAR(CHOICE("wpi' xmlns:wpi='http://schemas.microsoft.com/office/word/2010/"
                      "wordprocessingInk",
                      DRAWING_AS("name='Ink'", "",
                                 "http://schemas.microsoft.com/office/word/2010/wordprocessingInk",
                                 "<w14:contentPart r:id='rId@id@'/>"),
                      T("Ink."))))},
     NULL},
    {"D088",
     "signature-line",
     KEEP_NONE,
     PLACE_ADULT,
     {INTO("body", PAR("<w:r>" SIGNATURE_LINE "</w:r>"))},
     NULL},
    {.id = NULL},
};
