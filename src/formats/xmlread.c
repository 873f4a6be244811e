/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libxml2's push parser over a package's member. It keeps the limits and refuses DOCTYPE; what
 * the elements mean is for its callers. */
#include "xmlread.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <libxml/parser.h>
#include <string.h>

#define CHUNK 32768

typedef struct {
    const IsrXmlEvents *events;
    const char *part;
    xmlParserCtxtPtr parser;
    guint depth;
    gsize held;           /* bytes fed since libxml2 last told of something */
    guint named;          /* '=' among them: attributes, at most */
    GStringChunk *values; /* of the element that is being started */
    IsrXmlElement element;
    GError *error; /* the first one, from wherever */
} Reading;

const char *isr_xml_value(const IsrXmlElement *element, const char *uri, const char *local)
{
    for (guint i = 0; i < element->attributes->len; i++) {
        const IsrXmlAttribute *at = &g_array_index(element->attributes, IsrXmlAttribute, i);

        if (g_str_equal(at->local, local) && g_str_equal(at->uri, uri))
            return at->value;
    }
    return NULL;
}

static void stop(Reading *reading)
{
    xmlStopParser(reading->parser);
}

static void refuse(Reading *reading, IsrError code, const char *why)
{
    if (!reading->error)
        g_set_error(&reading->error, ISR_ERROR, code, "%s: %s", reading->part, why);
    stop(reading);
}

static void tell(Reading *reading)
{
    reading->held = reading->named = 0;
}

static const char *known_uri(const Reading *reading, const xmlChar *uri)
{
    const char *plain = uri ? (const char *)uri : "";

    return reading->events->uri ? reading->events->uri(reading->events->self, plain) : plain;
}

static const char *or_none(const xmlChar *text)
{
    return text ? (const char *)text : "";
}

/* Without entity substitution libxml2 leaves each '&' of a value as "&#38;", and nothing else. */
static const char *plain_value(Reading *reading, const xmlChar *start, gsize length)
{
    char *value = g_string_chunk_insert_len(reading->values, (const char *)start, (gssize)length);
    char *to = value;

    for (const char *from = value; *from; to++) {
        gboolean escaped = g_str_has_prefix(from, "&#38;");

        *to = *from;
        from += escaped ? 5 : 1;
    }
    *to = 0;
    return value;
}

static gboolean take_attributes(Reading *reading, int count, const xmlChar **attributes)
{
    for (int i = 0; i < count; i++, attributes += 5) {
        gsize length = (gsize)(attributes[4] - attributes[3]);
        IsrXmlAttribute at = {.prefix = or_none(attributes[1]), .local = or_none(attributes[0])};

        if (length > ISR_LIMIT_ATTRIBUTE_BYTES) {
            refuse(reading, ISR_ERROR_LIMIT,
                   "an attribute is longer than isredact reads; save it again in the program that "
                   "wrote it");
            return FALSE;
        }
        at.uri = known_uri(reading, attributes[2]);
        at.value = plain_value(reading, attributes[3], length);
        g_array_append_val(reading->element.attributes, at);
    }
    return TRUE;
}

static void on_start(void *self, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri,
                     int n_namespaces, const xmlChar **namespaces, int n_attributes,
                     int n_defaulted, const xmlChar **attributes)
{
    Reading *reading = self;
    IsrXmlElement *element = &reading->element;

    tell(reading);
    if (reading->error)
        return;
    if (++reading->depth > ISR_LIMIT_XML_DEPTH) {
        refuse(reading, ISR_ERROR_LIMIT,
               "is nested deeper than isredact reads; save it again in the program that wrote it");
        return;
    }
    g_array_set_size(element->attributes, 0);
    g_array_set_size(element->namespaces, 0);
    g_string_chunk_clear(reading->values);
    element->local = or_none(local);
    element->prefix = or_none(prefix);
    element->uri = known_uri(reading, uri);
    for (int i = 0; i < n_namespaces; i++) {
        IsrXmlNamespace ns = {or_none(namespaces[2 * i]),
                              known_uri(reading, namespaces[2 * i + 1])};

        g_array_append_val(element->namespaces, ns);
    }
    if (take_attributes(reading, n_attributes - n_defaulted, attributes) &&
        !reading->events->start(reading->events->self, element, &reading->error))
        stop(reading);
}

static void on_end(void *self, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
    Reading *reading = self;

    (void)local;
    (void)prefix;
    (void)uri;
    tell(reading);
    reading->depth--;
    if (!reading->error && reading->events->end &&
        !reading->events->end(reading->events->self, &reading->error))
        stop(reading);
}

static void on_text(void *self, const xmlChar *text, int length)
{
    Reading *reading = self;

    tell(reading);
    if (!reading->error && reading->events->text &&
        !reading->events->text(reading->events->self, (const char *)text, (gsize)length,
                               &reading->error))
        stop(reading);
}

static void on_aside(Reading *reading)
{
    tell(reading);
    if (reading->events->aside)
        reading->events->aside(reading->events->self);
}

static void on_comment(void *self, const xmlChar *text)
{
    (void)text;
    on_aside(self);
}

static void on_instruction(void *self, const xmlChar *target, const xmlChar *data)
{
    (void)target;
    (void)data;
    on_aside(self);
}

static void on_doctype(void *self, const xmlChar *name, const xmlChar *public_id,
                       const xmlChar *system_id)
{
    (void)name;
    (void)public_id;
    (void)system_id;
    refuse(self, ISR_ERROR_MALFORMED,
           "has a DOCTYPE, which no honest document of this kind has; save it again");
}

static void on_reference(void *self, const xmlChar *name)
{
    (void)name;
    refuse(self, ISR_ERROR_MALFORMED, "refers to an entity that nothing defines");
}

/* Keeps libxml2 from printing: its messages quote the document. */
static void on_message(void *self, xmlErrorPtr message)
{
    (void)self;
    (void)message;
}

static xmlSAXHandler handler(void)
{
    xmlSAXHandler sax = {
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .comment = on_comment,
        .processingInstruction = on_instruction,
        .internalSubset = on_doctype,
        .reference = on_reference,
        .serror = on_message,
    };

    return sax;
}

static void not_well_formed(Reading *reading)
{
    refuse(reading, ISR_ERROR_MALFORMED,
           "is not well-formed XML; open the file in the program that wrote it and save it again");
}

/* libxml2 holds a tag or a comment until it ends, looks through it anew with each piece, and holds
 * each attribute against all before it: both must have an end. */
static void hold(Reading *reading, const char *bytes, gsize length)
{
    reading->held += length;
    for (gsize i = 0; i < length; i++)
        reading->named += bytes[i] == '=';
}

static void check_held(Reading *reading)
{
    if (reading->held > ISR_LIMIT_MARKUP_BYTES || reading->named > ISR_LIMIT_ATTRIBUTES)
        refuse(reading, ISR_ERROR_LIMIT,
               "a tag or comment is longer than isredact reads; open the file in the program that "
               "wrote it and save it again");
}

/* Feeds the whole member; what goes wrong is in reading->error. */
static void feed(Reading *reading, IsrMember *member)
{
    g_autofree char *buffer = g_malloc(CHUNK);
    gssize n = 0;

    while (!reading->error && (n = isr_member_read(member, buffer, CHUNK, &reading->error)) > 0) {
        hold(reading, buffer, (gsize)n);
        if (xmlParseChunk(reading->parser, buffer, (int)n, 0) != 0 && !reading->error)
            not_well_formed(reading);
        check_held(reading);
    }
    if (!reading->error && xmlParseChunk(reading->parser, NULL, 0, 1) != 0)
        not_well_formed(reading);
}

gboolean isr_xml_read(IsrPackage *package, guint n, const char *part, const IsrXmlEvents *events,
                      GError **error)
{
    g_autoptr(IsrMember) member = isr_member_open(package, n, error);
    Reading reading = {.events = events, .part = part};
    xmlSAXHandler sax = handler();

    if (!member)
        return FALSE;
    reading.parser = xmlCreatePushParserCtxt(&sax, &reading, NULL, 0, NULL);
    if (!reading.parser) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "%s: no memory to read it", part);
        return FALSE;
    }
    xmlCtxtUseOptions(reading.parser, XML_PARSE_NONET | XML_PARSE_HUGE);
    reading.values = g_string_chunk_new(1024);
    reading.element.attributes = g_array_new(FALSE, FALSE, sizeof(IsrXmlAttribute));
    reading.element.namespaces = g_array_new(FALSE, FALSE, sizeof(IsrXmlNamespace));
    feed(&reading, member);
    g_array_unref(reading.element.attributes);
    g_array_unref(reading.element.namespaces);
    g_string_chunk_free(reading.values);
    xmlFreeParserCtxt(reading.parser);
    if (reading.error)
        g_propagate_error(error, reading.error);
    return reading.error == NULL;
}
