/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Structural faults of a package: what makes a word processor refuse or repair a file. A copy may
 * have no fault that its source had not. */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

/* Sentences (char *) without document text, sorted, each once. Free with g_ptr_array_unref(). */
GPtrArray *faults_docx(GBytes *file);
GPtrArray *faults_odt(GBytes *file);

/* Those of @copy that are not in @source (either may be NULL): char *, borrowed from @copy. */
GPtrArray *faults_new(const GPtrArray *copy, const GPtrArray *source);

/* Adds a sentence unless it is there. */
void faults_add(GPtrArray *faults, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* The parts of an opened package that are XML. */
typedef struct {
    char *path;
    xmlDoc *doc;       /* NULL when it does not parse */
    GHashTable *links; /* ids of its relationships: set of char * */
} FaultsPart;

/* Faults of the stories: document, headers, notes, comments, styles, numbering. */
void faults_docx_stories(const GPtrArray *parts, GPtrArray *faults);

/* Faults of one part's mark-up: r:id, mc:Ignorable, required attributes. */
void faults_docx_markup(const FaultsPart *part, GPtrArray *faults);

/* TRUE if @node is the WordprocessingML element @name, transitional or strict. */
gboolean faults_is_w(const xmlNode *node, const char *name);
/* The value of attribute @name in the WordprocessingML namespace; free with xmlFree(). */
xmlChar *faults_w_value(xmlNode *node, const char *name);
