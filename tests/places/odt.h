/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The minimal ODT document in which places are planted, and the words its places are written in.
 * Slots: fonts, automatic, declarations (before the text), body, labels; in styles.xml: styles,
 * page-automatic, masters, header (of the page); in meta.xml: meta; in settings.xml: settings. */
#pragma once

#include "kit.h"

extern const KitForm odt_form;

/* The tables of places; each ends with a NULL id. */
extern const Place odt_text[], odt_tables[], odt_margins[], odt_changes[], odt_drawings[],
    odt_fields[], odt_marks[], odt_forms[], odt_meta[], odt_styles[], odt_objects[], odt_package[],
    odt_xml[], odt_zip[], odt_loose[];
/* All of them, ending with NULL. */
extern const Place *const odt_places[];

#define ODF "urn:oasis:names:tc:opendocument:xmlns:"
#define ODT_TYPE "application/vnd.oasis.opendocument.text"
#define XML_HEAD "<?xml version='1.0' encoding='UTF-8'?>\n"
#define NAMESPACES                                                                                 \
    "xmlns:office='" ODF "office:1.0' xmlns:text='" ODF "text:1.0' xmlns:table='" ODF              \
    "table:1.0' xmlns:draw='" ODF "drawing:1.0' xmlns:style='" ODF "style:1.0' xmlns:fo='" ODF     \
    "xsl-fo-compatible:1.0' xmlns:svg='" ODF "svg-compatible:1.0' xmlns:number='" ODF              \
    "datastyle:1.0' xmlns:form='" ODF "form:1.0' xmlns:script='" ODF                               \
    "script:1.0' xmlns:meta='" ODF "meta:1.0' xmlns:config='" ODF "config:1.0' xmlns:chart='" ODF  \
    "chart:1.0'"                                                                                   \
    " xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:dc='http://purl.org/dc/elements/1.1/'"      \
    " xmlns:math='http://www.w3.org/1998/Math/MathML' xmlns:xhtml='http://www.w3.org/1999/xhtml'"  \
    " xmlns:xforms='http://www.w3.org/2002/xforms' xmlns:ooo='http://openoffice.org/2004/office'"  \
    " xmlns:loext='urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'"          \
    " office:version='1.3'"
#define DOC(root, content) XML_HEAD "<" root " " NAMESPACES ">" content "</" root ">"

#define PLACE(id_, name_, keep_, ...)                                                              \
    {                                                                                              \
        .id = id_, .name = name_, .keep = keep_, .steps = { __VA_ARGS__ }                          \
    }
#define PLACE_WITH(id_, name_, keep_, flags_, twist_, ...)                                         \
    {                                                                                              \
        .id = id_, .name = name_, .keep = keep_, .flags = flags_, .steps = {__VA_ARGS__},          \
        .twist = twist_                                                                            \
    }

/* Spans and paragraphs. */
#define PAR(content) "<text:p text:style-name='Standard'>" content "</text:p>"
#define SPAN(style, words) "<text:span text:style-name='" style "'>" words "</text:span>"
/* A paragraph in which @content stands between kept words, in formats of their own. */
#define BESIDE_AS(open, content, close)                                                            \
    open SPAN("Kept1", "The " KEEP " of ") content SPAN("Kept2", " and the " AFTER " stay.") close
#define BESIDE(content) BESIDE_AS("<text:p text:style-name='Standard'>", content, "</text:p>")
#define BODY(content) INTO("body", BESIDE(content))
#define SENTENCE WHO " (NHS number " NHS ")"

#define AUTHOR_AND_DATE                                                                            \
    "<dc:creator>" ADULT " for " WHO "</dc:creator><dc:date>2024-03-01T10:00:00</dc:date>"
#define FRAME(attributes, content)                                                                 \
    "<draw:frame text:anchor-type='as-char' svg:width='2cm' svg:height='1cm' " attributes          \
    ">" content "</draw:frame>"
#define IMAGE(href)                                                                                \
    "<draw:image xlink:href='" href "' xlink:type='simple' xlink:show='embed' "                    \
    "xlink:actuate='onLoad'/>"
#define OBJECT(href) "<draw:object xlink:href='" href "' xlink:type='simple'/>"
