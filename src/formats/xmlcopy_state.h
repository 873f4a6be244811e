/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of xmlcopy share and nobody else sees: the stack of open elements, and the steps
 * of copying that xmlcopy.c calls. */
#pragma once

#include "xmlcopy.h"
#include "xmlstory.h"
#include "xmltokens.h"

/* An element that is open. */
typedef struct {
    IsrXmlRule rule;
    guint64 first;   /* number of its first token */
    guint flags;     /* IsrRunFlags of text in it */
    guint scope;     /* namespaces in scope outside it */
    gboolean silent; /* nothing in it is written */
    gboolean merged; /* a paragraph that goes on in the one before: its start tag is not written */
} IsrXmlFrame;

struct IsrXmlCopy {
    const IsrXmlSource *source;
    IsrXmlWriter *writer; /* NULL: nothing is written */
    IsrXmlTokens *tokens;
    IsrXmlStory *story;
    GArray *frames;       /* of IsrXmlFrame, innermost last */
    GPtrArray *prefixes;  /* of char *: prefix, URI, prefix, URI, ... in scope */
    GString *text;        /* character data since the last tag */
    GStringChunk *values; /* new values of the element that begins */
    guint skipping;       /* depth within an element that is dropped */
    guint holds;
    gboolean dropping, unwrapping, lingering, merging; /* what the end hook asked for */
};

/* The open element @up levels above the innermost (0: itself); NULL if none. Borrowed, until an
 * element begins or ends. */
IsrXmlFrame *isr_xml_copy_frame(const IsrXmlCopy *copy, guint up);

/* TRUE if nothing in the innermost open element is written. */
gboolean isr_xml_copy_is_silent(const IsrXmlCopy *copy);

/* --- xmlcopy_text.c --- */

/* Passes on what was gathered since the last tag, as the innermost open element says, and forgets
 * it. Errors: the visitor's and the hooks'. */
gboolean isr_xml_copy_take_text(IsrXmlCopy *copy, GError **error);

/* Shows @text to the story, and writes it unless the element is silent. Errors: the visitor's. */
gboolean isr_xml_copy_take_story_text(IsrXmlCopy *copy, const char *text, GError **error);

/* --- xmlcopy_values.c --- */

/* Leaves in @element the attributes that may stay, under prefixes that tell nothing; new values
 * live in copy->values. Errors: the visitor's and the hooks'. */
gboolean isr_xml_copy_keep_attributes(IsrXmlCopy *copy, IsrXmlElement *element, GError **error);

/* Leaves in @element the namespaces that the grammar knows. */
void isr_xml_copy_keep_namespaces(const IsrXmlCopy *copy, IsrXmlElement *element);
