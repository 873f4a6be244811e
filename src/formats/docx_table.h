/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The grammar of DOCX parts: which elements and attributes a copy may hold and what becomes of
 * them. */
#pragma once

#include "xmlgrammar.h"

#define DOCX_W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define DOCX_WP "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
#define DOCX_A "http://schemas.openxmlformats.org/drawingml/2006/main"
#define DOCX_PIC "http://schemas.openxmlformats.org/drawingml/2006/picture"
#define DOCX_C "http://schemas.openxmlformats.org/drawingml/2006/chart"
#define DOCX_M "http://schemas.openxmlformats.org/officeDocument/2006/math"
#define DOCX_R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define DOCX_MC "http://schemas.openxmlformats.org/markup-compatibility/2006"
#define DOCX_WPS "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
#define DOCX_WPG "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
#define DOCX_WPC "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"
#define DOCX_WP14 "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"
#define DOCX_W14 "http://schemas.microsoft.com/office/word/2010/wordml"
#define DOCX_W15 "http://schemas.microsoft.com/office/word/2012/wordml"
#define DOCX_V "urn:schemas-microsoft-com:vml"
#define DOCX_O "urn:schemas-microsoft-com:office:office"
#define DOCX_W10 "urn:schemas-microsoft-com:office:word"
#define DOCX_XML "http://www.w3.org/XML/1998/namespace"

/* Elements and attributes that the hooks look at. */
typedef enum {
    DOCX_OTHER,
    DOCX_BODY,
    DOCX_PARAGRAPH,
    DOCX_PARAGRAPH_PROPERTIES,
    DOCX_PARAGRAPH_STYLE,
    DOCX_OUTLINE_LEVEL,
    DOCX_FRAME, /* w:framePr, which makes drop capitals */
    DOCX_RUN,
    DOCX_RUN_PROPERTIES,
    DOCX_RUN_STYLE,
    DOCX_VANISH,
    DOCX_CONTENT, /* what a run holds: text, breaks, drawings */
    DOCX_SYMBOL,
    DOCX_BREAK,
    DOCX_DELETED,  /* w:del, w:moveFrom */
    DOCX_INSERTED, /* w:ins, w:moveTo */
    DOCX_TABLE,
    DOCX_ROW,
    DOCX_ROW_PROPERTIES,
    DOCX_ROW_HIDDEN,
    DOCX_CELL,
    DOCX_CELL_PROPERTIES,
    DOCX_CELL_DELETED,
    DOCX_FIELD_CHARACTER,
    DOCX_FIELD_CODE,
    DOCX_FIELD_SIMPLE,
    DOCX_FIELD_LIST,        /* w:ddList of a form field */
    DOCX_FIELD_LIST_ENTRY,  /* its items, */
    DOCX_FIELD_LIST_RESULT, /* and which is chosen */
    DOCX_COMMENT_ANCHOR,
    DOCX_HYPERLINK,
    DOCX_PART_REFERENCE, /* header, footer, chart: r:id names a part that is walked */
    DOCX_PICTURE,        /* a:blip, v:imagedata: names a picture */
    DOCX_PICTURE_FILL,   /* v:fill, v:stroke: may name one */
    DOCX_DRAWING,
    DOCX_GRAPHIC_DATA,
    DOCX_OBJECT,
    DOCX_EMBEDDED, /* o:OLEObject, w:control */
    DOCX_CHUNK,    /* w:altChunk, w:subDoc */
    DOCX_ALTERNATIVES,
    DOCX_CHOICE,
    DOCX_FALLBACK,
    DOCX_CHECKED_DATA, /* numbers and fixed words as character data */
    DOCX_FORMULA,      /* c:f: where in a workbook that does not come along */
    DOCX_N_ELEMENT_TAGS,
    DOCX_VALUE_PREFIXES = DOCX_N_ELEMENT_TAGS, /* mc:Ignorable, Requires */
    DOCX_VALUE_RELATION,
    DOCX_VALUE_URI,
    DOCX_VALUE_AUTHOR,
    DOCX_VALUE_INITIALS
} DocxTag;

extern const IsrXmlVocabulary docx_vocabularies[];
extern const IsrXmlVocabulary docx_drawing_vocabularies[];
extern const IsrXmlTable docx_table;
