/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One part of a package, copied as a stream: what its grammar allows is written as it was, its
 * text is shown to the visitor block by block, the visitor's edits are applied. What a grammar
 * cannot say, a format's hooks do. */
#pragma once

#include "visit.h"
#include "xmlgrammar.h"
#include "xmlwrite.h"

typedef struct IsrXmlCopy IsrXmlCopy;

/* Each may be NULL. */
typedef struct {
    /* An element begins. @rule is a copy of its rule: the hook may change what becomes of it, and
     * the element's attributes. */
    gboolean (*start)(gpointer self, IsrXmlCopy *copy, IsrXmlElement *element, IsrXmlRule *rule,
                      GError **error);
    /* A value whose rule is HOOK: *value may be replaced (borrowed until the next call), NULL
     * takes the attribute away. */
    gboolean (*value)(gpointer self, IsrXmlCopy *copy, const IsrXmlElement *element,
                      const IsrXmlAttribute *attribute, const IsrXmlValueRule *rule,
                      const char **value, GError **error);
    /* Character data of an element with ISR_XML_DATA, whole. *text may be replaced (as above),
     * NULL takes it away. */
    gboolean (*data)(gpointer self, IsrXmlCopy *copy, const char **text, GError **error);
    /* An element that is not dropped ends; its end tag is not yet among the tokens. @first is the
     * number of its first token. */
    gboolean (*end)(gpointer self, IsrXmlCopy *copy, const IsrXmlRule *rule, guint64 first,
                    GError **error);
} IsrXmlHooks;

typedef struct {
    IsrPackage *package;
    guint member;
    const char *part;  /* its name in the copy and in messages */
    IsrBlockKind kind; /* of blocks that are nothing more special */
    const IsrXmlGrammar *grammar;
    const IsrXmlHooks *hooks; /* or NULL */
    gpointer self;            /* for the hooks */
    IsrVisit *visit;
    IsrXmlSink sink; /* NULL: nothing is written */
    gpointer sink_self;
    gboolean collapses; /* white space in a row reads as one space, none at a paragraph's start */
} IsrXmlSource;

/* Copies one part. Errors: MALFORMED, LIMIT, IO, and the visitor's. */
gboolean isr_xml_copy(const IsrXmlSource *source, GError **error);

/* --- for hooks --- */

IsrVisit *isr_xml_copy_visit(IsrXmlCopy *copy);
const char *isr_xml_copy_part(const IsrXmlCopy *copy);

/* Depth of open elements; TRUE if a value holds nothing but words of the grammar. */
guint isr_xml_copy_depth(const IsrXmlCopy *copy);
gboolean isr_xml_copy_is_plain(const IsrXmlCopy *copy, const char *value);

/* Tag of the element that is @up levels above the innermost open one (0: itself); 0 if none. In
 * the start hook the element that begins is not yet open. */
guint isr_xml_copy_tag(const IsrXmlCopy *copy, guint up);

/* The namespace that @prefix stands for here; NULL if none. */
const char *isr_xml_copy_namespace(const IsrXmlCopy *copy, const char *prefix);

/* Adds IsrRunFlags to all text yet to come in the element @up levels above; and what they are. */
void isr_xml_copy_flag(IsrXmlCopy *copy, guint up, guint flags);
guint isr_xml_copy_flags(const IsrXmlCopy *copy, guint up);

/* Kind of the innermost open block. */
void isr_xml_copy_set_kind(IsrXmlCopy *copy, IsrBlockKind kind);

/* Tokens by number: the next one; not written after all; nothing there but properties. */
guint64 isr_xml_copy_here(const IsrXmlCopy *copy);
void isr_xml_copy_cut(IsrXmlCopy *copy, guint64 from, guint64 to);
gboolean isr_xml_copy_is_bare(const IsrXmlCopy *copy, guint64 from);

/* In the end hook: the element that ends is not written after all. */
void isr_xml_copy_drop(IsrXmlCopy *copy);

/* In the end hook: the tags of the element that ends are not written, what is in it is. Its first
 * token must have been held. */
void isr_xml_copy_unwrap(IsrXmlCopy *copy);

/* While held, no token is written, so that it can still be cut. Nests. */
void isr_xml_copy_hold(IsrXmlCopy *copy);
void isr_xml_copy_release(IsrXmlCopy *copy);

/* Puts an element into the copy, with @text (or NULL) as text of the block; its rule is taken
 * from the grammar. */
gboolean isr_xml_copy_insert(IsrXmlCopy *copy, const IsrXmlElement *element, const char *text,
                             GError **error);

/* In the start hook: as if the document held this before the element that begins (whose rule may
 * be DROP then). Each begin needs its end. */
gboolean isr_xml_copy_begin(IsrXmlCopy *copy, IsrXmlElement *element, GError **error);
gboolean isr_xml_copy_text(IsrXmlCopy *copy, const char *text, GError **error);
gboolean isr_xml_copy_end(IsrXmlCopy *copy, GError **error);

/* Text that a tracked change took away here: shown to the visitor, not written. */
gboolean isr_xml_copy_deleted(IsrXmlCopy *copy, const char *text, GError **error);

/* In a block's end hook: the next block beside it is read as one with it. @merge: it also becomes
 * one paragraph with it (its start tag and the end tag of this one are cut). */
void isr_xml_copy_linger(IsrXmlCopy *copy, gboolean merge);

/* In a block's start hook: TRUE if it will be merged into the one before it. */
gboolean isr_xml_copy_is_merging(const IsrXmlCopy *copy);
