/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The minimal DOCX document in which places are planted, and the words its places are written
 * in. Slots: body, sections (before the last section's properties), styles, abstract-nums, nums,
 * settings, fonts, footnotes, endnotes, comments, core, app, custom. */
#pragma once

#include "kit.h"

extern const KitForm docx_form;

/* The tables of places; each ends with a NULL id. */
extern const Place docx_text[], docx_text_hidden[], docx_tables[], docx_margins[], docx_comments[],
    docx_changes[], docx_shapes[], docx_charts[], docx_pictures[], docx_links[], docx_fields[],
    docx_controls[], docx_embedded[], docx_properties[], docx_settings[], docx_xml[], docx_zip[],
    docx_more[], docx_loose[];
/* All of them, ending with NULL. */
extern const Place *const docx_places[];

#define W_NS "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define R_NS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define A_NS "http://schemas.openxmlformats.org/drawingml/2006/main"
#define PKG_REL "http://schemas.openxmlformats.org/package/2006/relationships/"
#define MS_REL "http://schemas.microsoft.com/office/"
#define REL(name) R_NS "/" name
#define WML_TYPE(name) "application/vnd.openxmlformats-officedocument.wordprocessingml." name "+xml"
#define XML_HEAD "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
#define NAMESPACES                                                                                 \
    "xmlns:w='" W_NS "' xmlns:r='" R_NS "' xmlns:a='" A_NS "'"                                     \
    " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"                      \
    " xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"                        \
    " xmlns:v='urn:schemas-microsoft-com:vml' xmlns:o='urn:schemas-microsoft-com:office:office'"   \
    " xmlns:w10='urn:schemas-microsoft-com:office:word'"                                           \
    " xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'"           \
    " xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture'"                        \
    " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"               \
    " xmlns:wpg='http://schemas.microsoft.com/office/word/2010/wordprocessingGroup'"               \
    " xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'"                            \
    " xmlns:w15='http://schemas.microsoft.com/office/word/2012/wordml'"                            \
    " xmlns:wp14='http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing'"            \
    " mc:Ignorable='w14 w15 wp14'"

/* Runs and paragraphs. */
#define T(words) "<w:t xml:space='preserve'>" words "</w:t>"
#define RUN(words) "<w:r>" T(words) "</w:r>"
#define RUN_AS(properties, words) "<w:r><w:rPr>" properties "</w:rPr>" T(words) "</w:r>"
#define PAR(runs) "<w:p>" runs "</w:p>"
/* Kept words before and after a canary, in formats of their own. */
#define BEFORE_RUN RUN_AS("<w:i/>", "The " KEEP " of ")
#define AFTER_RUN RUN_AS("<w:u w:val='single'/>", " and the " AFTER " stay.")
/* A paragraph in which @runs stand between kept words. */
#define BESIDE(runs) PAR(BEFORE_RUN runs AFTER_RUN)
/* A paragraph that holds the child's name and number. */
#define SENTENCE BESIDE(RUN(WHO " (NHS number " NHS ")"))
/* A section of its own, so that headers of several places can stand in one document. */
#define SECTION(references)                                                                        \
    "<w:p><w:pPr><w:sectPr>" references "<w:pgSz w:w='11906' "                                     \
    "w:h='16838'/></w:sectPr></w:pPr></w:p>"
/* A whole part with @content in @root. */
#define DOC(root, content) XML_HEAD "<" root " " NAMESPACES ">" content "</" root ">"
