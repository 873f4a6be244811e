/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every text node and attribute of a small XML document. No network and no entities. */
#include "pdf_xml.h"

#include <libxml/parser.h>
#include <limits.h>
#include <string.h>

/* Namespaces in which programs speak of files, fonts and colours. */
static const char *const mute[] = {
    "http://ns.adobe.com/xap/1.0/mm/",
    "http://ns.adobe.com/xap/1.0/sType/ResourceRef#",
    "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#",
    "http://www.aiim.org/pdfa/ns/id/",
    "http://www.aiim.org/pdfua/ns/id/",
    NULL,
};
static const char *const mute_names[] = {"CreateDate", "ModifyDate", "MetadataDate", "CreatorTool",
                                         "Producer",   "date",       "format",       "Trapped",
                                         "PDFVersion", "about",      "resolution",   NULL};

static gboolean is_mute(const xmlNs *ns, const xmlChar *name)
{
    return (ns && ns->href && g_strv_contains(mute, (const char *)ns->href)) ||
           g_strv_contains(mute_names, (const char *)name);
}

static void add(GPtrArray *texts, const char *text)
{
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        if (!g_unichar_isalnum(g_utf8_get_char(at)))
            continue;
        g_ptr_array_add(texts, g_strstrip(g_strdup(text)));
        return;
    }
}

static void add_attributes(GPtrArray *texts, const xmlNode *element)
{
    for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next) {
        if (is_mute(attribute->ns, attribute->name) ||
            strcmp((const char *)attribute->name, "lang") == 0)
            continue;
        for (const xmlNode *node = attribute->children; node; node = node->next)
            if (node->type == XML_TEXT_NODE && node->content)
                add(texts, (const char *)node->content);
    }
}

/* The node after @node in the order of the document, past its children if @past. */
static const xmlNode *next_node(const xmlNode *node, gboolean past)
{
    if (!past && node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node && !node->next)
        node = node->parent;
    return node ? node->next : NULL;
}

static void add_texts(GPtrArray *texts, const xmlDoc *document)
{
    gboolean past;

    for (const xmlNode *node = document->children; node; node = next_node(node, past)) {
        past = node->type == XML_ELEMENT_NODE && is_mute(node->ns, node->name);
        if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content)
            add(texts, (const char *)node->content);
        else if (node->type == XML_ELEMENT_NODE && !past)
            add_attributes(texts, node);
    }
}

GPtrArray *isr_pdf_xml_texts(const guint8 *bytes, gsize length)
{
    GPtrArray *texts = NULL;
    xmlDoc *document =
        length > INT_MAX ? NULL
                         : xmlReadMemory((const char *)bytes, (int)length, NULL, NULL,
                                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);

    if (document && !document->intSubset) {
        texts = g_ptr_array_new_with_free_func(g_free);
        add_texts(texts, document);
    }
    xmlFreeDoc(document);
    return texts;
}
