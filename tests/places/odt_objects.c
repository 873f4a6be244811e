/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in embedded objects. */
#include "blobs.h"
#include "odt.h"

#define FORMULA                                                                                    \
    "<math:math "                                                                                  \
    "xmlns:math='http://www.w3.org/1998/Math/MathML'><math:semantics><math:mtext>" SENTENCE        \
    "</math:mtext><math:annotation math:encoding='StarMath 5.0'>\"" SENTENCE                       \
    "\"</math:annotation></math:semantics></math:math>"
#define CHART                                                                                      \
    DOC("office:document-content",                                                                 \
        "<office:body><office:chart><chart:chart><chart:title>" BESIDE(                            \
            WHO) "</chart:title><table:table table:name='local-table'><table:table-row>"           \
                 "<table:table-cell>" PAR(                                                         \
                     SENTENCE) "</table:table-cell></table:table-row>"                             \
                               "</table:table></chart:chart></office:chart></office:body>")
#define TEXT                                                                                       \
    DOC("office:document-content",                                                                 \
        "<office:body><office:text>" BESIDE(SENTENCE) "</office:text></office:body>")
#define OBJECT_PART(path, content) PART(path, "text/xml", content)

const Place odt_objects[] = {
    PLACE("O138", "chart-object", KEEP_SOFT,
          INTO("body", PAR(FRAME("draw:name='Object@n@'", OBJECT("./Object @n@")))),
          OBJECT_PART("Object @n@/content.xml", CHART)),
    PLACE_WITH(
        "O139", "object-meta", KEEP_NONE, PLACE_ADULT, NULL,
        INTO("body", PAR(FRAME("draw:name='Object@n@'", OBJECT("./Object @n@")))),
        OBJECT_PART("Object @n@/content.xml",
                    DOC("office:document-content", "<office:body><office:chart/></office:body>")),
        OBJECT_PART("Object @n@/meta.xml",
                    DOC("office:document-meta", "<office:meta>" AUTHOR_AND_DATE "</office:meta>")),
        OBJECT_PART("Object @n@/styles.xml",
                    DOC("office:document-styles", "<office:styles><style:style style:name='" SURNAME
                                                  "' style:family='text'/></office:styles>"))),
    PLACE("O140", "formula-object", KEEP_NONE,
          INTO("body", PAR(FRAME("draw:name='Object@n@'", OBJECT("./Object @n@")))),
          OBJECT_PART("Object @n@/content.xml", XML_HEAD FORMULA)),
    PLACE_WITH(
        "O141", "text-object", KEEP_SOFT, PLACE_ADULT, NULL,
        INTO("body", PAR(FRAME("draw:name='Object@n@'", OBJECT("./Object @n@")))),
        OBJECT_PART("Object @n@/content.xml", TEXT),
        OBJECT_PART("Object @n@/meta.xml",
                    DOC("office:document-meta", "<office:meta>" AUTHOR_AND_DATE "</office:meta>"))),
    PLACE("O142", "object-inline", KEEP_NONE,
          INTO("body", PAR(FRAME("draw:name='Object@n@'", "<draw:object>" FORMULA "</draw:object>")
                               FRAME("draw:name='Object1@n@'",
                                     "<draw:object><office:document office:mimetype='x'>"
                                     "<office:body><office:text>" PAR(
                                         SENTENCE) "</office:text></office:body></office:document>"
                                                   "</draw:object>")))),
    PLACE("O143", "object-replacement", KEEP_NONE,
          INTO("body", PAR(FRAME("draw:name='Object@n@'",
                                 OBJECT("./Object @n@") IMAGE("./ObjectReplacements/Object @n@")))),
          OBJECT_PART("Object @n@/content.xml", XML_HEAD "<x/>"),
          BLOB("ObjectReplacements/Object @n@", "", blob_emf)),
    PLACE("O144", "ole-object", KEEP_NONE,
          INTO("body",
               PAR(FRAME("draw:name='Object@n@'", "<draw:object-ole xlink:href='./Object @n@' "
                                                  "xlink:type='simple'/>"))),
          BLOB("Object @n@", "application/vnd.sun.star.oleobject", blob_ole_package)),
    PLACE("O145", "linked-object", KEEP_NONE,
          INTO("body",
               PAR(FRAME("draw:name='" WHO "'", OBJECT("file:///C:/Cases/" SURNAME ".ods"))))),
    {.id = NULL},
};
