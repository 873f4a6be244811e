/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a table cannot say of DOCX elements: accepted changes, hidden text, rows and cells that
 * go, drop capitals, links, pictures, references between parts. */
#pragma once

#include "docx_fields.h"
#include "docx_parts.h"
#include "docx_styles.h"
#include "xmlcopy.h"

/* What must be known of the elements that are open; the innermost is the last of its array. */
typedef struct {
    gboolean deleted;  /* its mark is: it joins the next */
    gboolean merging;  /* it goes on in the one before */
    gboolean drop_cap; /* its letter begins the next */
    gboolean hidden;   /* by its style */
} DocxParagraph;

typedef struct {
    guint content, pieces; /* what it holds, and how much of that belongs to a field's code */
    int vanish;            /* -1: shown outright, 1: hidden outright */
    gboolean style_hidden, hidden, lost;
} DocxRun;

typedef struct {
    guint live; /* rows that stay */
} DocxTable;

typedef struct {
    gboolean deleted, hidden;
    guint live; /* cells that stay */
} DocxRow;

typedef struct {
    gboolean deleted;
    guint paragraphs;
} DocxCell;

typedef struct {
    guint live; /* choices that stay */
} DocxAlternatives;

#define DOCX_TOP(array, type) ((array)->len ? &g_array_index(array, type, (array)->len - 1) : NULL)
#define DOCX_POP(array) g_array_set_size(array, (array)->len - 1)

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
    DocxRelations *relations;
    DocxFields *fields;
    GArray *paragraphs, *runs, *tables, *rows, *cells, *alternatives; /* open ones */
    GStringChunk *values;                                             /* made for this part */
    gboolean has_root;
    gboolean drops_drawing; /* nothing is left in the drawing that is about to end */
} DocxWalk;

/* Makes ready for copying @part, and what was made away. */
void docx_walk_begin_part(DocxWalk *walk, DocxPart *part, DocxRelations *relations);
void docx_walk_end_part(DocxWalk *walk);

extern const IsrXmlHooks docx_hooks;

/* Something of the document is not in the copy. */
void docx_tell(DocxWalk *walk, const char *what, const char *why);
/* The value of an on-off property. */
gboolean docx_element_is_on(const IsrXmlElement *element);
/* Content of the run that is open (begins in it, or ends anywhere in it) is lost: if nothing else
 * is in the run, it goes too. */
void docx_lose_content(const DocxWalk *walk, const IsrXmlCopy *copy);
void docx_lose_around(const DocxWalk *walk);

/* A function for elements that begin, and one for those that end: see IsrXmlHooks. */
#define DOCX_START(name)                                                                           \
    gboolean name(DocxWalk *walk G_GNUC_UNUSED, IsrXmlCopy *copy G_GNUC_UNUSED,                    \
                  IsrXmlElement *element G_GNUC_UNUSED, IsrXmlRule *rule G_GNUC_UNUSED,            \
                  GError **error G_GNUC_UNUSED)
#define DOCX_END(name)                                                                             \
    gboolean name(DocxWalk *walk G_GNUC_UNUSED, IsrXmlCopy *copy G_GNUC_UNUSED,                    \
                  const IsrXmlRule *rule G_GNUC_UNUSED, guint64 first G_GNUC_UNUSED,               \
                  GError **error G_GNUC_UNUSED)

/* docx_text.c: paragraphs and runs. */
DOCX_START(docx_start_paragraph);
DOCX_START(docx_start_paragraph_style);
DOCX_START(docx_start_outline_level);
DOCX_START(docx_start_frame);
DOCX_START(docx_start_run);
DOCX_START(docx_start_run_style);
DOCX_START(docx_start_vanish);
DOCX_START(docx_start_content);
DOCX_START(docx_start_symbol);
DOCX_START(docx_start_break);
DOCX_END(docx_end_paragraph);
DOCX_END(docx_end_paragraph_properties);
DOCX_END(docx_end_run);
DOCX_END(docx_end_content);

/* docx_rows.c: changes and tables. */
DOCX_START(docx_start_deleted);
DOCX_START(docx_start_inserted);
DOCX_START(docx_start_table);
DOCX_START(docx_start_row);
DOCX_START(docx_start_row_hidden);
DOCX_START(docx_start_cell);
DOCX_START(docx_start_cell_deleted);
DOCX_END(docx_end_row);
DOCX_END(docx_end_cell);
DOCX_END(docx_end_table);

/* docx_drawings.c: drawings and objects. */
DOCX_START(docx_start_object);
DOCX_START(docx_start_embedded);
DOCX_START(docx_start_alternatives);
DOCX_START(docx_start_choice);
DOCX_START(docx_start_fallback);
DOCX_END(docx_end_graphic_data);
DOCX_END(docx_end_drawing);
DOCX_END(docx_end_object);
DOCX_END(docx_end_alternatives);

/* docx_references.c: values that name other parts, and elements that live by them. */
DOCX_START(docx_start_hyperlink);
DOCX_START(docx_start_reference);
DOCX_START(docx_start_picture);
gboolean docx_value(gpointer self, IsrXmlCopy *copy, const IsrXmlElement *element,
                    const IsrXmlAttribute *attribute, const IsrXmlValueRule *rule,
                    const char **value, GError **error);
