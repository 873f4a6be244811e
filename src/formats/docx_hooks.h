/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a table cannot say of DOCX elements: accepted changes, hidden text, rows and cells that
 * go, drop capitals, links, pictures, references between parts. */
#pragma once

#include "docx_fields.h"
#include "docx_parts.h"
#include "docx_styles.h"
#include "xmlcopy.h"

/* One walk of one document. Everything above the line outlives the copying of a part. */
typedef struct {
    const IsrKeep *keep;
    IsrVisit *visit;
    const IsrXmlGrammar *grammar;
    DocxParts *parts;
    DocxStyles *styles;
    GHashTable *authors; /* of comments: name → number */
    /* of the part that is being copied: */
    DocxPart *part;
    GPtrArray *relations; /* of DocxRelation * */
    DocxFields *fields;
    GArray *paragraphs, *runs, *tables, *rows, *cells, *alternatives; /* open ones */
    GStringChunk *values;                                             /* made for this part */
    gboolean has_root;
    gboolean drops_drawing; /* nothing is left in the drawing that is about to end */
} DocxWalk;

/* Makes ready for copying @part, and what was made away. */
void docx_walk_begin_part(DocxWalk *walk, DocxPart *part, GPtrArray *relations);
void docx_walk_end_part(DocxWalk *walk);

extern const IsrXmlHooks docx_hooks;

/* docx_references.c: values that name other parts, and elements that live by them. */
gboolean docx_start_hyperlink(DocxWalk *walk, IsrXmlCopy *copy, IsrXmlElement *element,
                              IsrXmlRule *rule, GError **error);
gboolean docx_start_reference(DocxWalk *walk, IsrXmlCopy *copy, IsrXmlElement *element,
                              IsrXmlRule *rule, GError **error);
gboolean docx_start_picture(DocxWalk *walk, IsrXmlCopy *copy, IsrXmlElement *element,
                            IsrXmlRule *rule, GError **error);
gboolean docx_value(gpointer self, IsrXmlCopy *copy, const IsrXmlElement *element,
                    const IsrXmlAttribute *attribute, const IsrXmlValueRule *rule,
                    const char **value, GError **error);
