/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in embedded and linked documents, controls, macros and add-ins. */
#include "blobs.h"
#include "docx.h"

#define CHUNK(path, type, content)                                                                 \
    INTO("body", "<w:altChunk r:id='rId@id@'/>" PAR("")), PART(path, type, content),               \
        LINK("word/document.xml", "rId@id@", REL("aFChunk"), "/" path)
#define PREVIEW                                                                                    \
    BLOB("word/media/preview-@id@.png", "image/png", blob_png),                                    \
        LINK("word/document.xml", "rId@id@p", REL("image"), "media/preview-@id@.png")
#define OBJECT_AS(program, image, ole)                                                             \
    INTO("body",                                                                                   \
         PAR(RUN(                                                                                  \
             "An object: ") "<w:r><w:object w:dxaOrig='1440' w:dyaOrig='720'>"                     \
                            "<v:shape id='ole@n@' style='width:72pt;height:36pt' o:ole=''>" image  \
                            "</v:shape><o:OLEObject Type='Embed' ProgID='" program                 \
                            "' ShapeID='ole@n@' "                                                  \
                            "DrawAspect='Icon' ObjectID='_@n@' " ole "/></w:object></w:r>"))
#define OBJECT(program)                                                                            \
    OBJECT_AS(program, "<v:imagedata r:id='rId@id@p' o:title=''/>", "r:id='rId@id@'")
#define OFFICE_TYPE(name) "application/vnd.openxmlformats-officedocument." name
#define OLE_TYPE OFFICE_TYPE("oleObject")
/* "<p>Quilla Vantongeren, NHS number 999 123 4551</p>" in base64. */
#define BASE64_PARAGRAPH "PHA+UXVpbGxhIFZhbnRvbmdlcmVuLCBOSFMgbnVtYmVyIDk5OSAxMjMgNDU1MTwvcD4="

const Place docx_embedded[] = {
    {"D135",
     "altchunk-html",
     KEEP_SOFT,
     0,
     {CHUNK("word/chunk-@id@.html", "text/html",
            "<html><head><title>" WHO "</title><meta name='author' content='" WHO "'></head><body>"
            "<!-- " NHS " --><p>The " KEEP " of &#81;uilla Van&#116;ongeren and the " AFTER
            ".</p></body></html>")},
     NULL},
    {"D136",
     "altchunk-mht",
     KEEP_SOFT,
     0,
     {CHUNK(
         "word/chunk-@id@.mht", "message/rfc822",
         "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"kit\"\r\n\r\n--kit\r\n"
         "Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" BASE64_PARAGRAPH
         "\r\n--kit\r\n"
         "Content-Type: text/html\r\nContent-Transfer-Encoding: "
         "quoted-printable\r\n\r\n<p>The " KEEP " of =51uilla Vanton=\r\ngeren and the " AFTER
         ".</p>\r\n--kit--\r\n")},
     NULL},
    {"D137",
     "altchunk-docx",
     KEEP_SOFT,
     0,
     {INTO("body", "<w:altChunk r:id='rId@id@'/>" PAR("")),
      BLOB("word/chunk-@id@.docx", OFFICE_TYPE("wordprocessingml.document"), blob_docx),
      LINK("word/document.xml", "rId@id@", REL("aFChunk"), "chunk-@id@.docx")},
     NULL},
    {"D138",
     "altchunk-rtf",
     KEEP_SOFT,
     0,
     {CHUNK("word/chunk-@id@.rtf", "application/rtf",
            "{\\rtf1\\ansi{\\info{\\author " WHO "}}The " KEEP
            " of \\'51uilla \\u86?antongeren and the " AFTER ".\\par}")},
     NULL},
    {"D139",
     "subdoc",
     KEEP_NONE,
     0,
     {INTO("body", PAR("<w:subDoc r:id='rId@id@'/>")),
      EXTERNAL("word/document.xml", "rId@id@", REL("subDocument"),
               "file:///S:/Cases/" FORENAME "%20" SURNAME ".docx")},
     NULL},
    {"D140",
     "ole-package",
     KEEP_NONE,
     0,
     {OBJECT("Package"), PREVIEW, BLOB("word/embeddings/object@n@.bin", OLE_TYPE, blob_ole_package),
      LINK("word/document.xml", "rId@id@", REL("oleObject"), "embeddings/object@n@.bin")},
     NULL},
    {"D141",
     "ole-preview",
     KEEP_NONE,
     0,
     {OBJECT_AS("Package", "<v:imagedata r:id='rId@id@p' o:title='" WHO "'/>", "r:id='rId@id@'"),
      BLOB("word/media/preview-@id@.emf", "image/x-emf", blob_emf),
      LINK("word/document.xml", "rId@id@p", REL("image"), "media/preview-@id@.emf"),
      BLOB("word/embeddings/object@n@.bin", OLE_TYPE, blob_ole_package),
      LINK("word/document.xml", "rId@id@", REL("oleObject"), "embeddings/object@n@.bin")},
     NULL},
    {"D142",
     "embedded-xlsx",
     KEEP_NONE,
     PLACE_ADULT,
     {OBJECT("Excel.Sheet.12"), PREVIEW,
      BLOB("word/embeddings/sheet@n@.xlsx", OFFICE_TYPE("spreadsheetml.sheet"), blob_xlsx),
      LINK("word/document.xml", "rId@id@", REL("package"), "embeddings/sheet@n@.xlsx")},
     NULL},
    {"D143",
     "embedded-docx",
     KEEP_NONE,
     0,
     {OBJECT("Word.Document.12"), PREVIEW,
      BLOB("word/embeddings/document@n@.docx", OFFICE_TYPE("wordprocessingml.document"), blob_docx),
      LINK("word/document.xml", "rId@id@", REL("package"), "embeddings/document@n@.docx")},
     NULL},
    {"D144",
     "embedded-doc",
     KEEP_NONE,
     PLACE_ADULT,
     {OBJECT("Word.Document.8"), PREVIEW,
      BLOB("word/embeddings/report@n@.doc", "application/msword", blob_doc),
      LINK("word/document.xml", "rId@id@", REL("oleObject"), "embeddings/report@n@.doc")},
     NULL},
    {"D145",
     "ole-link",
     KEEP_NONE,
     0,
     {INTO("body", PAR("<w:r><w:object w:dxaOrig='1440' w:dyaOrig='720'><v:shape id='ole@n@' "
                       "style='width:72pt;"
                       "height:36pt' o:ole=''><v:imagedata r:id='rId@id@p' "
                       "o:title=''/></v:shape><o:OLEObject Type='Link' "
                       "ProgID='Excel.Sheet.12' ShapeID='ole@n@' DrawAspect='Content' "
                       "r:id='rId@id@' UpdateMode='Always'>"
                       "<o:LinkType>EnhancedMetaFile</o:LinkType><o:LockedField>false</"
                       "o:LockedField><o:FieldCodes>\\f 0 "
                       "\\* " SURNAME "</o:FieldCodes></o:OLEObject></w:object></w:r>")),
      PREVIEW,
      EXTERNAL("word/document.xml", "rId@id@", REL("oleObject"),
               "file:///S:\\Cases\\" SURNAME ".xlsx!Sheet1!R1C1")},
     NULL},
    {"D146",
     "activex",
     KEEP_NONE,
     0,
     {INTO(
          "body",
          PAR("<w:r><w:object w:dxaOrig='1440' w:dyaOrig='720'><v:shape id='ax@n@' "
              "style='width:72pt;"
              "height:36pt' o:ole=''><v:imagedata r:id='rId@id@p' o:title=''/></v:shape><w:control "
              "r:id='rId@id@' w:name='Box" SURNAME "' w:shapeid='ax@n@'/></w:object></w:r>")),
      PREVIEW,
      PART("word/activeX/activeX@n@.xml", "application/vnd.ms-office.activeX+xml",
           XML_HEAD
           "<ax:ocx xmlns:ax='http://schemas.microsoft.com/office/2006/activeX' xmlns:r='" R_NS "' "
           "ax:classid='{8BD21D10-EC42-11CE-9E0D-00AA006002F3}' "
           "ax:persistence='persistPropertyBag' r:id='rId1'>"
           "<ax:ocxPr ax:name='Value' ax:value='" WHO "'/></ax:ocx>"),
      LINK("word/document.xml", "rId@id@", REL("control"), "activeX/activeX@n@.xml"),
      BLOB("word/activeX/activeX@n@.bin", "application/vnd.ms-office.activeX", blob_activex),
      LINK("word/activeX/activeX@n@.xml", "rId1", MS_REL "2006/relationships/activeXControlBinary",
           "activeX@n@.bin")},
     NULL},
    {"D147",
     "macros",
     KEEP_NONE,
     PLACE_ALONE | PLACE_MAY_REFUSE,
     {BLOB("word/vbaProject.bin", "application/vnd.ms-office.vbaProject", blob_vba),
      LINK("word/document.xml", "rId@id@", MS_REL "2006/relationships/vbaProject",
           "vbaProject.bin"),
      PART("word/vbaData.xml", "application/vnd.ms-word.vbaData+xml",
           XML_HEAD "<wne:vbaSuppData "
                    "xmlns:wne='http://schemas.microsoft.com/office/word/2006/wordml'><wne:mcds>"
                    "<wne:mcd wne:macroName='PROJECT.PLAN." SURNAME
                    "' wne:name='Project.Plan." SURNAME "'/></wne:mcds>"
                    "</wne:vbaSuppData>"),
      LINK("word/vbaProject.bin", "rId1", MS_REL "2006/relationships/wordVbaData", "vbaData.xml")},
     NULL},
    {"D148",
     "custom-ui",
     KEEP_NONE,
     0,
     {PART("customUI/customUI.xml", "application/xml",
           XML_HEAD
           "<customUI "
           "xmlns='http://schemas.microsoft.com/office/2006/01/customui'><ribbon><tabs><tab "
           "id='t' label='" WHO "'/></tabs></ribbon></customUI>"),
      LINK("", "rId@id@", MS_REL "2006/relationships/ui/extensibility", "customUI/customUI.xml")},
     NULL},
    {"D149",
     "web-extension",
     KEEP_NONE,
     0,
     {PART("word/webextensions/taskpanes.xml",
           "application/vnd.ms-office.webextensiontaskpanes+xml",
           XML_HEAD
           "<wetp:taskpanes "
           "xmlns:wetp='http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11'>"
           "<wetp:taskpane dockstate='right' visibility='0' width='350' "
           "row='1'><wetp:webextensionref xmlns:r='" R_NS
           "' r:id='rId1'/></wetp:taskpane></wetp:taskpanes>"),
      LINK("", "rId@id@", MS_REL "2011/relationships/webextensiontaskpanes",
           "word/webextensions/taskpanes.xml"),
      PART("word/webextensions/webextension1.xml", "application/vnd.ms-office.webextension+xml",
           XML_HEAD
           "<we:webextension "
           "xmlns:we='http://schemas.microsoft.com/office/webextensions/webextension/2010/11' "
           "id='{149}'><we:reference id='wa149' version='1.0' store='en-GB' "
           "storeType='OMEX'/><we:properties>"
           "<we:property name='case' value='&quot;" WHO " " NHS
           "&quot;'/></we:properties></we:webextension>"),
      LINK("word/webextensions/taskpanes.xml", "rId1", MS_REL "2011/relationships/webextension",
           "webextension1.xml")},
     NULL},
    {.id = NULL},
};
