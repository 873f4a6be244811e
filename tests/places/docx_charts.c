/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in diagrams and charts: parts that draw text from a store and a cache of their own. */
#include "blobs.h"
#include "docx.h"

#define CHART_NS "http://schemas.openxmlformats.org/drawingml/2006/chart"
#define DIAGRAM_NS "http://schemas.openxmlformats.org/drawingml/2006/diagram"
#define DRAWING_TYPE(name) "application/vnd.openxmlformats-officedocument.drawingml." name "+xml"
#define FRAME(uri, content)                                                                        \
    INTO("body", PAR("<w:r><w:drawing><wp:inline distT='0' distB='0' distL='0' distR='0'>"         \
                     "<wp:extent cx='3600000' cy='1800000'/><wp:docPr id='@n@' name='Drawing'/>"   \
                     "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri='" uri "'>" content     \
                     "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"))
#define CHART_PATH "word/charts/chart@n@.xml"
/* A chart part, its relationship and the drawing that shows it. */
#define CHART(title, name, more)                                                                   \
    PART(CHART_PATH, DRAWING_TYPE("chart"),                                                        \
         XML_HEAD "<c:chartSpace xmlns:c='" CHART_NS "' xmlns:a='" A_NS "' xmlns:r='" R_NS "'>"    \
                  "<c:chart>" title "<c:autoTitleDeleted val='0'/><c:plotArea><c:layout/>"         \
                  "<c:barChart><c:barDir val='col'/><c:grouping val='clustered'/><c:ser>"          \
                  "<c:idx val='0'/><c:order val='0'/>" name "</c:ser><c:axId val='1'/>"            \
                  "<c:axId val='2'/></c:barChart>" AXES "</c:plotArea></c:chart>" more             \
                  "</c:chartSpace>"),                                                              \
        LINK("word/document.xml", "rId@id@", REL("chart"), "charts/chart@n@.xml"),                 \
        FRAME(CHART_NS, "<c:chart xmlns:c='" CHART_NS "' r:id='rId@id@'/>")
#define AXES                                                                                       \
    "<c:catAx><c:axId val='1'/><c:scaling/><c:delete val='0'/><c:axPos val='b'/>"                  \
    "<c:crossAx val='2'/></c:catAx><c:valAx><c:axId val='2'/><c:scaling/><c:delete val='0'/>"      \
    "<c:axPos val='l'/><c:crossAx val='1'/></c:valAx>"
#define VALUES                                                                                     \
    "<c:val><c:numRef><c:f>Sheet1!$B$2</c:f><c:numCache><c:ptCount val='1'/><c:pt idx='0'>"        \
    "<c:v>3</c:v></c:pt></c:numCache></c:numRef></c:val>"
#define STRINGS(element, formula, text)                                                            \
    "<c:" element "><c:strRef><c:f>" formula "</c:f><c:strCache><c:ptCount val='1'/>"              \
    "<c:pt idx='0'><c:v>" text "</c:v></c:pt></c:strCache></c:strRef></c:" element ">"
#define PLAIN_SERIES STRINGS("tx", "Sheet1!$B$1", "Days") VALUES
#define TITLE(runs)                                                                                \
    "<c:title><c:tx><c:rich><a:bodyPr/><a:p>" runs "</a:p></c:rich></c:tx></c:title>"
#define A_RUN(words) "<a:r><a:rPr lang='en-GB'/><a:t>" words "</a:t></a:r>"

const Place docx_charts[] = {
    {"D080",
     "smartart",
     KEEP_SOFT,
     0,
     {PART(
          "word/diagrams/data@n@.xml", DRAWING_TYPE("diagramData"),
          XML_HEAD
          "<dgm:dataModel xmlns:dgm='" DIAGRAM_NS "' xmlns:a='" A_NS "'><dgm:ptLst><dgm:pt "
          "modelId='1' type='doc'><dgm:prSet "
          "loTypeId='urn:microsoft.com/office/officeart/2005/8/layout/"
          "default' phldrT='" SURNAME
          "'/></dgm:pt><dgm:pt modelId='2'><dgm:prSet custT='1'/><dgm:t>"
          "<a:bodyPr/><a:p>" A_RUN("The " KEEP " of Qui") A_RUN("lla Vantongeren") A_RUN(
              " and the " AFTER) "</a:p></dgm:t></dgm:pt></dgm:ptLst><dgm:cxnLst><dgm:cxn "
                                 "modelId='3' srcId='1' destId='2' "
                                 "srcOrd='0' "
                                 "destOrd='0'/></dgm:cxnLst><dgm:bg/><dgm:whole/></dgm:dataModel>"),
      PART("word/diagrams/layout@n@.xml", DRAWING_TYPE("diagramLayout"),
           XML_HEAD
           "<dgm:layoutDef xmlns:dgm='" DIAGRAM_NS "' xmlns:a='" A_NS "' uniqueId='urn:layout:x'>"
           "<dgm:title val='" WHO "'/><dgm:desc val='" SURNAME "'/><dgm:layoutNode name='root'>"
           "<dgm:alg type='lin'/></dgm:layoutNode></dgm:layoutDef>"),
      PART("word/diagrams/quickStyle@n@.xml", DRAWING_TYPE("diagramStyle"),
           XML_HEAD "<dgm:styleDef xmlns:dgm='" DIAGRAM_NS "' xmlns:a='" A_NS
                    "' uniqueId='urn:style:x'/>"),
      PART("word/diagrams/colors@n@.xml", DRAWING_TYPE("diagramColors"),
           XML_HEAD "<dgm:colorsDef xmlns:dgm='" DIAGRAM_NS "' xmlns:a='" A_NS
                    "' uniqueId='urn:colors:x'/>"),
      PART("word/diagrams/drawing@n@.xml", "application/vnd.ms-office.drawingml.diagramDrawing+xml",
           XML_HEAD
           "<dsp:drawing xmlns:dsp='http://schemas.microsoft.com/office/drawing/2008/diagram' "
           "xmlns:a='" A_NS "'><dsp:spTree><dsp:nvGrpSpPr><dsp:cNvPr id='0' name='" WHO
           "'/><dsp:cNvGrpSpPr/>"
           "</dsp:nvGrpSpPr><dsp:grpSpPr/><dsp:sp modelId='2'><dsp:nvSpPr><dsp:cNvPr id='1' "
           "name=''/>"
           "<dsp:cNvSpPr/></dsp:nvSpPr><dsp:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='1800000' "
           "cy='900000'/></a:xfrm><a:prstGeom "
           "prst='rect'><a:avLst/></a:prstGeom></dsp:spPr><dsp:txBody>"
           "<a:bodyPr/><a:p>" A_RUN("The " KEEP " of Qui") A_RUN("lla Vantongeren")
               A_RUN(" and the " AFTER) "</a:p></dsp:txBody></dsp:sp></dsp:spTree></dsp:drawing>"),
      LINK("word/document.xml", "rId@id@d", REL("diagramData"), "diagrams/data@n@.xml"),
      LINK("word/document.xml", "rId@id@l", REL("diagramLayout"), "diagrams/layout@n@.xml"),
      LINK("word/document.xml", "rId@id@q", REL("diagramQuickStyle"), "diagrams/quickStyle@n@.xml"),
      LINK("word/document.xml", "rId@id@c", REL("diagramColors"), "diagrams/colors@n@.xml"),
      LINK("word/document.xml", "rId@id@w",
           "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing",
           "diagrams/drawing@n@.xml"),
      FRAME(DIAGRAM_NS, "<dgm:relIds xmlns:dgm='" DIAGRAM_NS "' r:dm='rId@id@d' r:lo='rId@id@l' "
                        "r:qs='rId@id@q' r:cs='rId@id@c'/>")},
     NULL},
    {"D081",
     "chart-title",
     KEEP_SOFT,
     0,
     {CHART(TITLE(A_RUN("The " KEEP " of Qui") A_RUN("lla Van") A_RUN("tongeren")
                      A_RUN(" and the " AFTER)),
            PLAIN_SERIES, "")},
     NULL},
    {"D082",
     "chart-cache",
     KEEP_NONE,
     0,
     {CHART("",
            STRINGS("tx", "'" WHO "'!$B$1", WHO) STRINGS("cat", "'" SURNAME "'!$A$2", NHS) VALUES,
            "")},
     NULL},
    {"D083",
     "chart-workbook",
     KEEP_NONE,
     PLACE_ADULT,
     {CHART("", PLAIN_SERIES,
            "<c:externalData r:id='rId1'><c:autoUpdate val='0'/></c:externalData>"),
      BLOB("word/embeddings/workbook@n@.xlsx",
           "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", blob_xlsx),
      LINK(CHART_PATH, "rId1", REL("package"), "../embeddings/workbook@n@.xlsx")},
     NULL},
    {"D084",
     "chart-external",
     KEEP_NONE,
     0,
     {CHART("", PLAIN_SERIES,
            "<c:externalData r:id='rId1'><c:autoUpdate val='0'/></c:externalData>"),
      EXTERNAL(CHART_PATH, "rId1", REL("oleObject"),
               "file:///S:/Cases/" FORENAME "%20" SURNAME ".xlsx")},
     NULL},
    {"D085",
     "chart-usershapes",
     KEEP_NONE,
     0,
     {CHART("", PLAIN_SERIES, "<c:userShapes r:id='rId1'/>"),
      PART("word/drawings/drawing@n@.xml", DRAWING_TYPE("chartshapes"),
           XML_HEAD "<c:userShapes xmlns:c='" CHART_NS "' xmlns:a='" A_NS
                    "'><cdr:relSizeAnchor xmlns:cdr="
                    "'http://schemas.openxmlformats.org/drawingml/2006/"
                    "chartDrawing'><cdr:from><cdr:x>0.1</cdr:x>"
                    "<cdr:y>0.1</cdr:y></cdr:from><cdr:to><cdr:x>0.5</cdr:x><cdr:y>0.3</cdr:y></"
                    "cdr:to><cdr:sp macro='' "
                    "textlink=''><cdr:nvSpPr><cdr:cNvPr id='2' name='" SURNAME
                    "'/><cdr:cNvSpPr txBox='1'/></cdr:nvSpPr>"
                    "<cdr:spPr/><cdr:txBody><a:bodyPr/><a:p>" A_RUN("Quilla ")
                        A_RUN("Vantongeren") "</a:p></cdr:txBody>"
                                             "</cdr:sp></cdr:relSizeAnchor></c:userShapes>"),
      LINK(CHART_PATH, "rId1", REL("chartUserShapes"), "../drawings/drawing@n@.xml")},
     NULL},
    {"D086",
     "chartex",
     KEEP_NONE,
     0,
     {PART("word/charts/chartEx@n@.xml", "application/vnd.ms-office.chartex+xml",
           XML_HEAD
           "<cx:chartSpace xmlns:cx='http://schemas.microsoft.com/office/drawing/2014/chartex' "
           "xmlns:a='" A_NS "'><cx:chartData><cx:data id='0'><cx:strDim type='cat'><cx:f>'" SURNAME
           "'!$A$2"
           "</cx:f><cx:lvl ptCount='1'><cx:pt idx='0'>" WHO
           "</cx:pt></cx:lvl></cx:strDim></cx:data>"
           "</cx:chartData><cx:chart><cx:title><cx:tx><cx:txData><cx:v>" NHS
           "</cx:v></cx:txData></cx:tx>"
           "</cx:title><cx:plotArea><cx:plotAreaRegion/></cx:plotArea></cx:chart></cx:chartSpace>"),
      LINK("word/document.xml", "rId@id@",
           "http://schemas.microsoft.com/office/2014/relationships/chartEx",
           "charts/chartEx@n@.xml"),
      FRAME("http://schemas.microsoft.com/office/drawing/2014/chartex",
            "<cx:chart xmlns:cx='http://schemas.microsoft.com/office/drawing/2014/chartex' "
            "r:id='rId@id@'/>")},
     NULL},
    {.id = NULL},
};
