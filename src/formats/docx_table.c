/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes of the elements and attributes of DOCX parts that need more than copying, and of
 * those that go under a name of their own. Data only; what a table cannot say is in
 * docx_hooks.c. */
#include "docx_table.h"

#define CONTENT(uri, local)                                                                        \
    {                                                                                              \
        uri, local, ISR_XML_COPY, 0, DOCX_CONTENT, NULL                                            \
    }
#define PROPERTIES(uri, local)                                                                     \
    {                                                                                              \
        uri, local, ISR_XML_COPY, ISR_XML_PROPERTIES, 0, NULL                                      \
    }
#define GOES(uri, local, as)                                                                       \
    {                                                                                              \
        uri, local, ISR_XML_DROP, 0, 0, as                                                         \
    }
#define DATA(uri, local, tag)                                                                      \
    {                                                                                              \
        uri, local, ISR_XML_COPY, ISR_XML_DATA, tag, NULL                                          \
    }
#define APART(uri, local)                                                                          \
    {                                                                                              \
        uri, local, ISR_XML_COPY, ISR_XML_APART, 0, NULL                                           \
    }
#define TEXT_FLAGS (ISR_XML_TEXT | ISR_XML_RUN | ISR_XML_SPACE)

static const IsrXmlRule rules[] = {
    {DOCX_W, "body", ISR_XML_COPY, 0, DOCX_BODY, NULL},
    {DOCX_W, "p", ISR_XML_BLOCK, 0, DOCX_PARAGRAPH, NULL},
    {DOCX_W, "pPr", ISR_XML_COPY, ISR_XML_PROPERTIES, DOCX_PARAGRAPH_PROPERTIES, NULL},
    {DOCX_W, "pStyle", ISR_XML_COPY, 0, DOCX_PARAGRAPH_STYLE, NULL},
    {DOCX_W, "outlineLvl", ISR_XML_COPY, 0, DOCX_OUTLINE_LEVEL, NULL},
    {DOCX_W, "framePr", ISR_XML_COPY, 0, DOCX_FRAME, NULL},
    APART(DOCX_W, "footnote"),
    APART(DOCX_W, "endnote"),
    APART(DOCX_W, "comment"),
    APART(DOCX_M, "oMathPara"),

    /* runs and what they hold */
    {DOCX_W, "r", ISR_XML_COPY, ISR_XML_RUN, DOCX_RUN, NULL},
    {DOCX_W, "rPr", ISR_XML_COPY, ISR_XML_PROPERTIES, DOCX_RUN_PROPERTIES, NULL},
    {DOCX_W, "rStyle", ISR_XML_COPY, 0, DOCX_RUN_STYLE, NULL},
    {DOCX_W, "vanish", ISR_XML_COPY, 0, DOCX_VANISH, NULL},
    {DOCX_W, "t", ISR_XML_COPY, TEXT_FLAGS, DOCX_CONTENT, NULL},
    {DOCX_W, "delText", ISR_XML_DELETED, ISR_XML_TEXT, DOCX_CONTENT, NULL},
    {DOCX_W, "tab", ISR_XML_PSEUDO, 0, DOCX_CONTENT, "\t"},
    {DOCX_W, "ptab", ISR_XML_PSEUDO, 0, DOCX_CONTENT, "\t"},
    {DOCX_W, "br", ISR_XML_PSEUDO, 0, DOCX_BREAK, "\n"},
    {DOCX_W, "cr", ISR_XML_PSEUDO, 0, DOCX_CONTENT, "\n"},
    {DOCX_W, "softHyphen", ISR_XML_PSEUDO, 0, DOCX_CONTENT, "\xc2\xad"},
    {DOCX_W, "noBreakHyphen", ISR_XML_CHARACTER, 0, DOCX_CONTENT, "-"},
    {DOCX_W, "sym", ISR_XML_CHARACTER, 0, DOCX_SYMBOL, NULL},
    {DOCX_W, "rt", ISR_XML_NEST, 0, 0, NULL},
    CONTENT(DOCX_W, "ruby"),
    CONTENT(DOCX_W, "footnoteReference"),
    CONTENT(DOCX_W, "endnoteReference"),
    CONTENT(DOCX_W, "footnoteRef"),
    CONTENT(DOCX_W, "endnoteRef"),
    CONTENT(DOCX_W, "pgNum"),
    CONTENT(DOCX_W, "pict"),
    CONTENT(DOCX_W, "separator"),
    CONTENT(DOCX_W, "continuationSeparator"),
    {DOCX_W, "drawing", ISR_XML_COPY, 0, DOCX_DRAWING, NULL},
    {DOCX_W, "object", ISR_XML_COPY, 0, DOCX_OBJECT, NULL},
    {DOCX_W, "txbxContent", ISR_XML_NEST, 0, 0, NULL},
    PROPERTIES(DOCX_W, "bookmarkStart"),
    PROPERTIES(DOCX_W, "bookmarkEnd"),
    PROPERTIES(DOCX_W, "lastRenderedPageBreak"),
    {DOCX_W, "smartTag", ISR_XML_UNWRAP, 0, 0, NULL},
    {DOCX_W, "customXml", ISR_XML_UNWRAP, 0, 0, NULL},

    /* tracked changes: accepted */
    {DOCX_W, "ins", ISR_XML_INSERTED, 0, DOCX_INSERTED, NULL},
    {DOCX_W, "moveTo", ISR_XML_INSERTED, 0, DOCX_INSERTED, NULL},
    {DOCX_W, "del", ISR_XML_DELETED, 0, DOCX_DELETED, "tracked change"},
    {DOCX_W, "moveFrom", ISR_XML_DELETED, 0, DOCX_DELETED, "tracked change"},
    {DOCX_W, "cellDel", ISR_XML_DROP, 0, DOCX_CELL_DELETED, "tracked change"},
    GOES(DOCX_W, "cellIns", "tracked change"),
    GOES(DOCX_W, "cellMerge", "tracked change"),
    GOES(DOCX_W, "rPrChange", "tracked change"),
    GOES(DOCX_W, "pPrChange", "tracked change"),
    GOES(DOCX_W, "sectPrChange", "tracked change"),
    GOES(DOCX_W, "tblPrChange", "tracked change"),
    GOES(DOCX_W, "tblGridChange", "tracked change"),
    GOES(DOCX_W, "tblPrExChange", "tracked change"),
    GOES(DOCX_W, "trPrChange", "tracked change"),
    GOES(DOCX_W, "tcPrChange", "tracked change"),
    GOES(DOCX_W, "numberingChange", "tracked change"),
    GOES(DOCX_W, "moveFromRangeStart", "tracked change"),
    GOES(DOCX_W, "moveFromRangeEnd", "tracked change"),
    GOES(DOCX_W, "moveToRangeStart", "tracked change"),
    GOES(DOCX_W, "moveToRangeEnd", "tracked change"),
    GOES(DOCX_W, "customXmlInsRangeStart", "tracked change"),
    GOES(DOCX_W, "customXmlInsRangeEnd", "tracked change"),
    GOES(DOCX_W, "customXmlDelRangeStart", "tracked change"),
    GOES(DOCX_W, "customXmlDelRangeEnd", "tracked change"),
    GOES(DOCX_W, "customXmlMoveFromRangeStart", "tracked change"),
    GOES(DOCX_W, "customXmlMoveFromRangeEnd", "tracked change"),
    GOES(DOCX_W, "customXmlMoveToRangeStart", "tracked change"),
    GOES(DOCX_W, "customXmlMoveToRangeEnd", "tracked change"),

    /* tables */
    {DOCX_W, "tbl", ISR_XML_TABLE, 0, DOCX_TABLE, NULL},
    {DOCX_W, "tr", ISR_XML_ROW, 0, DOCX_ROW, NULL},
    {DOCX_W, "trPr", ISR_XML_COPY, ISR_XML_PROPERTIES, DOCX_ROW_PROPERTIES, NULL},
    {DOCX_W, "hidden", ISR_XML_COPY, 0, DOCX_ROW_HIDDEN, NULL},
    {DOCX_W, "tc", ISR_XML_CELL, 0, DOCX_CELL, NULL},
    {DOCX_W, "tcPr", ISR_XML_COPY, ISR_XML_PROPERTIES, DOCX_CELL_PROPERTIES, NULL},
    GOES(DOCX_W, "tblCaption", "alternative text"),
    GOES(DOCX_W, "tblDescription", "alternative text"),

    /* fields */
    {DOCX_W, "fldChar", ISR_XML_COPY, 0, DOCX_FIELD_CHARACTER, NULL},
    {DOCX_W, "instrText", ISR_XML_COPY, ISR_XML_DATA, DOCX_FIELD_CODE, NULL},
    {DOCX_W, "delInstrText", ISR_XML_DELETED, ISR_XML_DATA, DOCX_FIELD_CODE, NULL},
    {DOCX_W, "fldSimple", ISR_XML_COPY, 0, DOCX_FIELD_SIMPLE, "field"},
    {DOCX_W, "ddList", ISR_XML_DELETED, 0, DOCX_FIELD_LIST, NULL},
    {DOCX_W, "listEntry", ISR_XML_DROP, 0, DOCX_FIELD_LIST_ENTRY, "form field list"},
    {DOCX_W, "result", ISR_XML_DROP, 0, DOCX_FIELD_LIST_RESULT, "form field list"},
    GOES(DOCX_W, "textInput", "form field property"),
    GOES(DOCX_W, "fldData", "field"),

    /* comments, unless they are kept */
    {DOCX_W, "commentRangeStart", ISR_XML_COPY, ISR_XML_PROPERTIES, DOCX_COMMENT_ANCHOR, NULL},
    {DOCX_W, "commentRangeEnd", ISR_XML_COPY, ISR_XML_PROPERTIES, DOCX_COMMENT_ANCHOR, NULL},
    {DOCX_W, "commentReference", ISR_XML_COPY, 0, DOCX_COMMENT_ANCHOR, NULL},

    /* links and other parts */
    {DOCX_W, "hyperlink", ISR_XML_COPY, ISR_XML_RUN, DOCX_HYPERLINK, NULL},
    {DOCX_W, "headerReference", ISR_XML_COPY, 0, DOCX_PART_REFERENCE, NULL},
    {DOCX_W, "footerReference", ISR_XML_COPY, 0, DOCX_PART_REFERENCE, NULL},
    {DOCX_C, "chart", ISR_XML_COPY, 0, DOCX_PART_REFERENCE, NULL},
    {DOCX_A, "blip", ISR_XML_COPY, 0, DOCX_PICTURE, NULL},
    {DOCX_V, "imagedata", ISR_XML_COPY, 0, DOCX_PICTURE, NULL},
    {DOCX_V, "fill", ISR_XML_COPY, 0, DOCX_PICTURE_FILL, NULL},
    {DOCX_V, "stroke", ISR_XML_COPY, 0, DOCX_PICTURE_FILL, NULL},
    {DOCX_A, "graphicData", ISR_XML_COPY, 0, DOCX_GRAPHIC_DATA, NULL},
    {DOCX_O, "OLEObject", ISR_XML_DROP, 0, DOCX_EMBEDDED, "embedded object"},
    {DOCX_W, "control", ISR_XML_DROP, 0, DOCX_EMBEDDED, "embedded object"},
    {DOCX_W, "objectEmbed", ISR_XML_DROP, 0, DOCX_EMBEDDED, "embedded object"},
    {DOCX_W, "objectLink", ISR_XML_DROP, 0, DOCX_EMBEDDED, "embedded object"},
    {DOCX_W, "altChunk", ISR_XML_DROP, 0, DOCX_CHUNK, "embedded document"},
    {DOCX_W, "subDoc", ISR_XML_DROP, 0, DOCX_CHUNK, "linked document"},
    {DOCX_MC, "AlternateContent", ISR_XML_COPY, 0, DOCX_ALTERNATIVES, "alternative drawing"},
    {DOCX_MC, "Choice", ISR_XML_COPY, 0, DOCX_CHOICE, "alternative drawing"},
    {DOCX_MC, "Fallback", ISR_XML_COPY, 0, DOCX_FALLBACK, "alternative drawing"},

    /* drawings, charts, mathematics */
    {DOCX_A, "p", ISR_XML_BLOCK, 0, 0, NULL},
    {DOCX_A, "r", ISR_XML_COPY, ISR_XML_RUN, 0, NULL},
    {DOCX_A, "t", ISR_XML_COPY, ISR_XML_TEXT | ISR_XML_RUN, 0, NULL},
    {DOCX_A, "br", ISR_XML_PSEUDO, 0, 0, "\n"},
    {DOCX_A, "tab", ISR_XML_COPY, 0, 0, NULL},
    {DOCX_C, "v", ISR_XML_BLOCK, ISR_XML_TEXT, 0, NULL},
    {DOCX_C, "separator", ISR_XML_COPY, ISR_XML_TEXT, 0, NULL},
    {DOCX_M, "r", ISR_XML_COPY, ISR_XML_RUN, 0, NULL},
    {DOCX_M, "t", ISR_XML_COPY, TEXT_FLAGS, 0, NULL},
    PROPERTIES(DOCX_A, "rPr"),
    PROPERTIES(DOCX_M, "rPr"),
    DATA(DOCX_C, "f", DOCX_FORMULA),
    DATA(DOCX_C, "formatCode", DOCX_CHECKED_DATA),
    DATA(DOCX_WP, "align", DOCX_CHECKED_DATA),
    DATA(DOCX_WP, "posOffset", DOCX_CHECKED_DATA),
    DATA(DOCX_WP14, "pctPosHOffset", DOCX_CHECKED_DATA),
    DATA(DOCX_WP14, "pctPosVOffset", DOCX_CHECKED_DATA),
    DATA(DOCX_WP14, "pctWidth", DOCX_CHECKED_DATA),
    DATA(DOCX_WP14, "pctHeight", DOCX_CHECKED_DATA),

    /* told under a name of their own when they go */
    GOES(DOCX_W, "permStart", "editing permission"),
    GOES(DOCX_W, "permEnd", "editing permission"),
    GOES(DOCX_W, "docVars", "document variables"),
    GOES(DOCX_W, "mailMerge", "mail merge"),
    GOES(DOCX_W, "attachedTemplate", "template path"),
    GOES(DOCX_W, "documentProtection", "document protection"),
    GOES(DOCX_W, "placeholder", "content control property"),
    GOES(DOCX_W, "dataBinding", "content control property"),
    GOES(DOCX_W, "alias", "content control property"),
    GOES(DOCX_W, "tag", "content control property"),
    GOES(DOCX_W, "id", "content control property"),
    GOES(DOCX_W, "listItem", "content control property"),
    GOES(DOCX_W, "proofErr", "proofing mark"),
    GOES(DOCX_O, "signatureline", "signature line"),
    GOES(DOCX_A, "hlinkClick", "link of a drawing"),
    GOES(DOCX_C, "externalData", "chart workbook"),
    GOES(DOCX_C, "userShapes", "drawing on a chart"),
    {0},
};

#define STYLE(element)                                                                             \
    {                                                                                              \
        DOCX_W, element, "val", ISR_XML_VALUE_NAME, "Style", 0                                     \
    }
#define FONT(attribute)                                                                            \
    {                                                                                              \
        DOCX_W, "rFonts", attribute, ISR_XML_VALUE_NAME, "Font", 0                                 \
    }
#define TYPEFACE(uri, element, attribute)                                                          \
    {                                                                                              \
        uri, element, attribute, ISR_XML_VALUE_NAME, "Font", 0                                     \
    }
#define BLANK(uri, element, attribute, as)                                                         \
    {                                                                                              \
        uri, element, attribute, ISR_XML_VALUE_BLANK, as, 0                                        \
    }
#define HOOK(uri, element, attribute, tag)                                                         \
    {                                                                                              \
        uri, element, attribute, ISR_XML_VALUE_HOOK, NULL, tag                                     \
    }
#define NO_ALTERNATIVE_TEXT(uri, element)                                                          \
    BLANK(uri, element, "name", ""), {uri, element, "descr", ISR_XML_VALUE_DROP, NULL, 0},         \
    {                                                                                              \
        uri, element, "title", ISR_XML_VALUE_DROP, NULL, 0                                         \
    }

static const IsrXmlValueRule values[] = {
    STYLE("pStyle"),
    STYLE("rStyle"),
    STYLE("tblStyle"),
    STYLE("basedOn"),
    STYLE("next"),
    STYLE("link"),
    STYLE("numStyleLink"),
    STYLE("styleLink"),
    STYLE("clickAndTypeStyle"),
    STYLE("defaultTableStyle"),
    {DOCX_W, "style", "styleId", ISR_XML_VALUE_NAME, "Style", 0},
    {DOCX_W, "name", "val", ISR_XML_VALUE_NAME, "StyleName", 0},
    {DOCX_W, "aliases", "val", ISR_XML_VALUE_NAME, "StyleName", 0},
    FONT("ascii"),
    FONT("hAnsi"),
    FONT("eastAsia"),
    FONT("cs"),
    TYPEFACE(DOCX_W, "font", "name"),
    TYPEFACE(DOCX_W, "altName", "val"),
    TYPEFACE(DOCX_W, "sym", "font"),
    TYPEFACE(DOCX_W14, NULL, "font"),
    TYPEFACE(DOCX_M, "mathFont", "val"),
    TYPEFACE(DOCX_A, NULL, "typeface"),
    {DOCX_W, "bookmarkStart", "name", ISR_XML_VALUE_NAME, "Mark", 0},
    {DOCX_W, "hyperlink", "anchor", ISR_XML_VALUE_NAME, "Mark", 0},
    {DOCX_W, "lvlText", "val", ISR_XML_VALUE_TEXT, NULL, 0},
    {DOCX_V, "textpath", "string", ISR_XML_VALUE_TEXT, NULL, 0},
    BLANK(DOCX_A, "theme", "name", "Theme"),
    BLANK(DOCX_A, "clrScheme", "name", "Theme"),
    BLANK(DOCX_A, "fontScheme", "name", "Theme"),
    BLANK(DOCX_A, "fmtScheme", "name", "Theme"),
    NO_ALTERNATIVE_TEXT(DOCX_WP, "docPr"),
    NO_ALTERNATIVE_TEXT(DOCX_PIC, "cNvPr"),
    NO_ALTERNATIVE_TEXT(DOCX_WPS, "cNvPr"),
    NO_ALTERNATIVE_TEXT(DOCX_WPG, "cNvPr"),
    NO_ALTERNATIVE_TEXT(DOCX_A, "cNvPr"),
    HOOK(DOCX_W, "comment", "author", DOCX_VALUE_AUTHOR),
    HOOK(DOCX_W, "comment", "initials", DOCX_VALUE_INITIALS),
    HOOK(DOCX_A, "graphicData", "uri", DOCX_VALUE_URI),
    HOOK(DOCX_MC, NULL, "Ignorable", DOCX_VALUE_PREFIXES),
    HOOK(DOCX_MC, "Choice", "Requires", DOCX_VALUE_PREFIXES),
    HOOK(DOCX_R, NULL, "id", DOCX_VALUE_RELATION),
    HOOK(DOCX_R, NULL, "embed", DOCX_VALUE_RELATION),
    HOOK(DOCX_R, NULL, "link", DOCX_VALUE_RELATION),
    HOOK(DOCX_R, NULL, "pict", DOCX_VALUE_RELATION),
    {0},
};

/* ISO Strict names the same things by other URIs. */
static const char *const aliases[][2] = {
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", DOCX_W},
    {"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", DOCX_WP},
    {"http://purl.oclc.org/ooxml/drawingml/main", DOCX_A},
    {"http://purl.oclc.org/ooxml/drawingml/picture", DOCX_PIC},
    {"http://purl.oclc.org/ooxml/drawingml/chart", DOCX_C},
    {"http://purl.oclc.org/ooxml/officeDocument/math", DOCX_M},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", DOCX_R},
    {NULL, NULL},
};

const IsrXmlTable docx_table = {docx_vocabularies, rules, values,
                                aliases,           "t",   docx_drawing_vocabularies};
