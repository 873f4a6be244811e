/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Serialises elements and text. It keeps the stack of open elements and of the namespaces in
 * scope, and escapes; it decides nothing. */
#include "xmlwrite.h"

#include <string.h>

#define XML_URI "http://www.w3.org/XML/1998/namespace"
#define FLUSH_AT 65536

typedef struct {
    char *prefix;
    char *uri;
    gsize depth;
} Scope;

struct IsrXmlWriter {
    IsrXmlSink sink;
    gpointer self;
    GString *out;
    GPtrArray *open; /* of char *: qualified names */
    GArray *scopes;  /* of Scope, innermost last */
    gboolean in_tag; /* the last start tag still lacks its '>' */
};

static void scope_clear(gpointer data)
{
    Scope *scope = data;

    g_free(scope->prefix);
    g_free(scope->uri);
}

IsrXmlWriter *isr_xml_writer_new(IsrXmlSink sink, gpointer self)
{
    IsrXmlWriter *writer = g_new0(IsrXmlWriter, 1);

    writer->sink = sink;
    writer->self = self;
    writer->out = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    writer->open = g_ptr_array_new_with_free_func(g_free);
    writer->scopes = g_array_new(FALSE, FALSE, sizeof(Scope));
    g_array_set_clear_func(writer->scopes, scope_clear);
    return writer;
}

void isr_xml_writer_free(IsrXmlWriter *writer)
{
    if (!writer)
        return;
    g_string_free(writer->out, TRUE);
    g_ptr_array_unref(writer->open);
    g_array_unref(writer->scopes);
    g_free(writer);
}

static void escape(GString *out, const char *text, gboolean in_value)
{
    static const struct {
        char plain;
        const char *escaped;
        gboolean values_only;
    } escapes[] = {{'&', "&amp;", FALSE},  {'<', "&lt;", FALSE},  {'>', "&gt;", FALSE},
                   {'\r', "&#13;", FALSE}, {'"', "&quot;", TRUE}, {'\t', "&#9;", TRUE},
                   {'\n', "&#10;", TRUE}};

    for (; *text; text++) {
        guint i = 0;

        while (i < G_N_ELEMENTS(escapes) &&
               (escapes[i].plain != *text || (escapes[i].values_only && !in_value)))
            i++;
        if (i < G_N_ELEMENTS(escapes))
            g_string_append(out, escapes[i].escaped);
        else
            g_string_append_c(out, *text);
    }
}

static char *qualified(const char *prefix, const char *local)
{
    return *prefix ? g_strconcat(prefix, ":", local, NULL) : g_strdup(local);
}

static void put_value(GString *out, const char *name, const char *value)
{
    g_string_append_printf(out, " %s=\"", name);
    escape(out, value, TRUE);
    g_string_append_c(out, '"');
}

static const char *uri_in_scope(const IsrXmlWriter *writer, const char *prefix)
{
    for (guint i = writer->scopes->len; i-- > 0;) {
        const Scope *scope = &g_array_index(writer->scopes, Scope, i);

        if (g_str_equal(scope->prefix, prefix))
            return scope->uri;
    }
    return "";
}

static gboolean declared_here(const IsrXmlWriter *writer, const char *prefix)
{
    for (guint i = writer->scopes->len; i-- > 0;) {
        const Scope *scope = &g_array_index(writer->scopes, Scope, i);

        if (scope->depth < writer->open->len)
            return FALSE;
        if (g_str_equal(scope->prefix, prefix))
            return TRUE;
    }
    return FALSE;
}

static void declare(IsrXmlWriter *writer, const char *prefix, const char *uri)
{
    g_autofree char *name = qualified("xmlns", prefix);
    Scope scope = {g_strdup(prefix), g_strdup(uri), writer->open->len};

    put_value(writer->out, *prefix ? name : "xmlns", uri);
    g_array_append_val(writer->scopes, scope);
}

static void need(IsrXmlWriter *writer, const char *prefix, const char *uri)
{
    if (!g_str_equal(uri, XML_URI) && !g_str_equal(uri_in_scope(writer, prefix), uri) &&
        !declared_here(writer, prefix))
        declare(writer, prefix, uri);
}

static void close_tag(IsrXmlWriter *writer)
{
    if (writer->in_tag)
        g_string_append_c(writer->out, '>');
    writer->in_tag = FALSE;
}

void isr_xml_writer_start(IsrXmlWriter *writer, const IsrXmlElement *element)
{
    char *name = qualified(element->prefix, element->local);

    close_tag(writer);
    g_string_append_printf(writer->out, "<%s", name);
    g_ptr_array_add(writer->open, name);
    for (guint i = 0; element->namespaces && i < element->namespaces->len; i++) {
        const IsrXmlNamespace *ns = &g_array_index(element->namespaces, IsrXmlNamespace, i);

        if (!declared_here(writer, ns->prefix))
            declare(writer, ns->prefix, ns->uri);
    }
    need(writer, element->prefix, element->uri);
    for (guint i = 0; element->attributes && i < element->attributes->len; i++) {
        const IsrXmlAttribute *at = &g_array_index(element->attributes, IsrXmlAttribute, i);

        if (*at->prefix)
            need(writer, at->prefix, at->uri);
    }
    for (guint i = 0; element->attributes && i < element->attributes->len; i++) {
        const IsrXmlAttribute *at = &g_array_index(element->attributes, IsrXmlAttribute, i);
        g_autofree char *attribute = qualified(at->prefix, at->local);

        put_value(writer->out, attribute, at->value);
    }
    writer->in_tag = TRUE;
}

void isr_xml_writer_text(IsrXmlWriter *writer, const char *text)
{
    close_tag(writer);
    escape(writer->out, text, FALSE);
}

void isr_xml_writer_end(IsrXmlWriter *writer)
{
    gsize depth = writer->open->len;

    if (writer->in_tag)
        g_string_append(writer->out, "/>");
    else
        g_string_append_printf(writer->out, "</%s>", (char *)writer->open->pdata[depth - 1]);
    writer->in_tag = FALSE;
    while (writer->scopes->len > 0 &&
           g_array_index(writer->scopes, Scope, writer->scopes->len - 1).depth == depth)
        g_array_set_size(writer->scopes, writer->scopes->len - 1);
    g_ptr_array_set_size(writer->open, (gint)depth - 1);
}

gboolean isr_xml_writer_flush(IsrXmlWriter *writer, GError **error)
{
    if (writer->open->len > 0 && writer->out->len < FLUSH_AT)
        return TRUE;
    if (!writer->sink(writer->self, writer->out->str, writer->out->len, error))
        return FALSE;
    g_string_truncate(writer->out, 0);
    return TRUE;
}
