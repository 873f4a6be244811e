/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A format's allow-list of XML: what becomes of each element and attribute. What is not listed is
 * dropped. Elements and attributes are known by namespace URI and local name, never by prefix. */
#pragma once

#include <glib.h>

/* What becomes of an element. */
typedef enum {
    ISR_XML_DROP,      /* it goes with all that is in it */
    ISR_XML_UNWRAP,    /* its tags go, what is in it stays */
    ISR_XML_COPY,      /* it stays */
    ISR_XML_BLOCK,     /* it stays and its text is a block: a paragraph */
    ISR_XML_TABLE,     /* it stays; its first row heads the columns of the others */
    ISR_XML_ROW,       /* it stays and is one block, its paragraphs with it */
    ISR_XML_CELL,      /* it stays and begins a cell of the row */
    ISR_XML_PSEUDO,    /* it stands for @as and stays unless an edit covers it: a tab */
    ISR_XML_CHARACTER, /* it stands for a letter, and an edit replaces it by text: a symbol */
    ISR_XML_NEST,      /* it stays; what is in it is a story of its own: a text box */
    ISR_XML_DELETED,   /* it is read as tracked deletion and not written */
    ISR_XML_INSERTED   /* its tags go, its text is read as tracked insertion */
} IsrXmlDoes;

typedef enum {
    ISR_XML_PLAIN = 0,
    ISR_XML_TEXT = 1 << 0,       /* character data directly in it is text of the block */
    ISR_XML_RUN = 1 << 1,        /* goes when an edit leaves nothing in it but properties */
    ISR_XML_PROPERTIES = 1 << 2, /* is no content: does not keep a run alive */
    ISR_XML_SPACE = 1 << 3,      /* needs xml:space="preserve" where text has spaces at its edges */
    ISR_XML_DATA = 1 << 4,       /* character data is no text; the format's hook is given it */
    ISR_XML_FIXED = 1 << 5,      /* a pseudo character that no edit takes away: a page break */
    ISR_XML_APART = 1 << 6       /* text in no paragraph does not run on into it or out of it */
} IsrXmlFlags;

typedef struct {
    const char *uri;
    const char *local;
    IsrXmlDoes does;
    guint flags;    /* IsrXmlFlags */
    guint tag;      /* the format's own number, for its hooks; 0: none */
    const char *as; /* PSEUDO: its text. DROP: the word under which it is told; NULL: as
                       unlisted, "": not at all */
} IsrXmlRule;

/* What becomes of the value of an attribute that may stay. */
typedef enum {
    ISR_XML_VALUE_CHECKED, /* stays if all its words are known; else it is shown to the visitor */
    ISR_XML_VALUE_DROP,    /* the attribute goes */
    ISR_XML_VALUE_BLANK,   /* becomes @as, or "" */
    ISR_XML_VALUE_NAME,    /* a name of kind @as: stays, or is renamed wherever it stands */
    ISR_XML_VALUE_TEXT,    /* text that a reader sees: a block of its own */
    ISR_XML_VALUE_HOOK     /* the format's hook decides */
} IsrXmlValueDoes;

typedef struct {
    const char *uri;     /* of the element */
    const char *element; /* NULL: any of that namespace */
    const char *attribute;
    IsrXmlValueDoes does;
    const char *as;
    guint tag; /* the format's own number, for its hook */
} IsrXmlValueRule;

/* Words are parted by single spaces. A second item for the same namespace adds to the first. */
typedef struct {
    const char *uri;
    const char *prefix;     /* the customary one */
    const char *elements;   /* that are copied unless a rule says otherwise */
    const char *attributes; /* that may stay, with this namespace or none */
    const char *words;      /* that may stand in a value */
} IsrXmlVocabulary;

/* Ends with an all-zero item each. */
typedef struct {
    const IsrXmlVocabulary *vocabularies;
    const IsrXmlRule *rules;
    const IsrXmlValueRule *values;
    const char *const (*aliases)[2]; /* other URIs of the same namespaces, or NULL */
    const char *carrier;             /* local name of the element that holds text in the place of a
                                                    CHARACTER, in its namespace; NULL: text stands bare */
    const IsrXmlVocabulary *more;    /* further vocabularies, or NULL */
} IsrXmlTable;

typedef struct IsrXmlGrammar IsrXmlGrammar;

/* The table made ready for looking up; @table is borrowed. */
IsrXmlGrammar *isr_xml_grammar_new(const IsrXmlTable *table);
void isr_xml_grammar_free(IsrXmlGrammar *grammar);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrXmlGrammar, isr_xml_grammar_free)

/* The URI under which the table knows the namespace @uri, or @uri itself if it does not. */
const char *isr_xml_grammar_uri(const IsrXmlGrammar *grammar, const char *uri);

gboolean isr_xml_grammar_knows(const IsrXmlGrammar *grammar, const char *uri);

/* Never NULL: what is not listed has a rule that drops it. */
const IsrXmlRule *isr_xml_grammar_rule(const IsrXmlGrammar *grammar, const char *uri,
                                       const char *local);

/* NULL: the attribute is not on the list. Its rule is one for the element, else one for any
 * element of the namespace, else CHECKED. @uri is the attribute's own, "" for none. */
const IsrXmlValueRule *isr_xml_grammar_value(const IsrXmlGrammar *grammar, const char *element_uri,
                                             const char *element, const char *uri,
                                             const char *local);

/* TRUE if @value holds only numbers, colours, ids and words of the vocabularies. */
gboolean isr_xml_grammar_is_plain(const IsrXmlGrammar *grammar, const char *value);

/* A prefix for @uri that tells nothing: @prefix itself if it is customary, short or "ns1", else
 * one made up. Borrowed. */
const char *isr_xml_grammar_prefix(const IsrXmlGrammar *grammar, const char *uri,
                                   const char *prefix);

/* Local name for text in the place of a CHARACTER, or NULL. */
const char *isr_xml_grammar_carrier(const IsrXmlGrammar *grammar);
