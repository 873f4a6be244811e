/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * XML of a package's member, read as a stream of events. No network, no DOCTYPE, so no entities
 * but XML's own; comments and processing instructions are told but not shown. */
#pragma once

#include "package.h"

typedef struct {
    const char *prefix; /* "" for the default namespace */
    const char *uri;
} IsrXmlNamespace;

typedef struct {
    const char *prefix; /* "" for none */
    const char *uri;    /* "" for none */
    const char *local;
    const char *value;
} IsrXmlAttribute;

typedef struct {
    const char *prefix;
    const char *uri;
    const char *local;
    GArray *attributes; /* of IsrXmlAttribute */
    GArray *namespaces; /* of IsrXmlNamespace: declared here */
} IsrXmlElement;

/* The value of an attribute (@uri "" for none) or NULL; borrowed. */
const char *isr_xml_value(const IsrXmlElement *element, const char *uri, const char *local);

typedef struct {
    gpointer self;
    /* The name under which @uri is known; NULL: all are taken as they are. */
    const char *(*uri)(gpointer self, const char *uri);
    /* Everything in @element is borrowed until the call returns. */
    gboolean (*start)(gpointer self, IsrXmlElement *element, GError **error);
    gboolean (*end)(gpointer self, GError **error); /* may be NULL */
    /* A piece of text; a text node may come in several. May be NULL. */
    gboolean (*text)(gpointer self, const char *text, gsize length, GError **error);
    void (*aside)(gpointer self); /* a comment or processing instruction; may be NULL */
} IsrXmlEvents;

/* Reads member @n of @package; @part is its name in messages. Errors: MALFORMED, LIMIT, IO, and
 * those of the events. */
gboolean isr_xml_read(IsrPackage *package, guint n, const char *part, const IsrXmlEvents *events,
                      GError **error);
