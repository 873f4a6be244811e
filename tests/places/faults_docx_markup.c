/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Faults in the mark-up of one part of a DOCX package, whatever the part is. */
#include "faults.h"

#include <string.h>

#define W_TRANSITIONAL "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define W_STRICT "http://purl.oclc.org/ooxml/wordprocessingml/main"
#define MC "http://schemas.openxmlformats.org/markup-compatibility/2006"

static const char *uri_of(const xmlNs *ns)
{
    return ns != NULL && ns->href != NULL ? (const char *)ns->href : "";
}

gboolean faults_is_w(const xmlNode *node, const char *name)
{
    const char *uri = node->type == XML_ELEMENT_NODE ? uri_of(node->ns) : "";

    return (strcmp(uri, W_TRANSITIONAL) == 0 || strcmp(uri, W_STRICT) == 0) &&
           strcmp((const char *)node->name, name) == 0;
}

xmlChar *faults_w_value(xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNsProp(node, (const xmlChar *)name, (const xmlChar *)W_TRANSITIONAL);

    return value != NULL ? value
                         : xmlGetNsProp(node, (const xmlChar *)name, (const xmlChar *)W_STRICT);
}

/* Attributes without which Word does not open a file. */
static const struct {
    const char *element, *attribute;
} required[] = {
    {"docPr", "id"},
    {"docPr", "name"},
    {"cNvPr", "id"},
    {"cNvPr", "name"},
    {"bookmarkStart", "id"},
    {"bookmarkStart", "name"},
    {"bookmarkEnd", "id"},
    {"ins", "author"},
    {"ins", "id"},
    {"comment", "id"},
    {"comment", "author"},
    {"footnote", "id"},
    {"endnote", "id"},
    {"num", "numId"},
    {"abstractNum", "abstractNumId"},
    {"fldChar", "fldCharType"},
    {"fldSimple", "instr"},
    {"font", "name"},
    {"sym", "char"},
};

static gboolean has_attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *attribute = node->properties; attribute != NULL;
         attribute = attribute->next) {
        if (strcmp((const char *)attribute->name, name) == 0)
            return TRUE;
    }
    return FALSE;
}

static void check_required(const xmlNode *node, GPtrArray *faults)
{
    const char *uri = uri_of(node->ns);

    /* Mathematics and XML properties have elements of the same names. */
    if (strstr(uri, "ordprocessing") == NULL && strstr(uri, "drawingml") == NULL)
        return;
    for (gsize i = 0; i < G_N_ELEMENTS(required); i++) {
        if (strcmp((const char *)node->name, required[i].element) == 0 &&
            !has_attribute(node, required[i].attribute) &&
            !(node->parent != NULL &&
              (faults_is_w(node->parent, "rPr") || faults_is_w(node->parent, "footnotePr") ||
               faults_is_w(node->parent, "endnotePr"))))
            faults_add(faults, "%s without its %s", required[i].element, required[i].attribute);
    }
}

/* Every prefix that the attribute names must be declared where it stands. */
static void check_prefixes(const FaultsPart *part, xmlNode *node, const char *name,
                           const char *value, GPtrArray *faults)
{
    g_auto(GStrv) prefixes = g_strsplit_set(value, " \t\r\n", -1);

    for (char **prefix = prefixes; *prefix != NULL; prefix++) {
        if (**prefix != '\0' && xmlSearchNs(part->doc, node, (const xmlChar *)*prefix) == NULL)
            faults_add(faults, "mc:%s names a prefix that is not declared", name);
    }
}

static void check_attribute(const FaultsPart *part, xmlNode *node, const xmlAttr *attribute,
                            GPtrArray *faults)
{
    const char *name = (const char *)attribute->name;
    const char *uri = uri_of(attribute->ns);
    xmlChar *value = xmlNodeListGetString(part->doc, attribute->children, 1);
    const char *text = value != NULL ? (const char *)value : "";

    if (g_str_has_suffix(uri, "officeDocument/2006/relationships") ||
        g_str_has_suffix(uri, "ooxml/officeDocument/relationships")) {
        if (*text != '\0' && !g_hash_table_contains(part->links, text))
            faults_add(faults, "r:%s of %s leads nowhere", name, (const char *)node->name);
    }
    if (strcmp(uri, MC) == 0 &&
        (strcmp(name, "Ignorable") == 0 || strcmp(name, "MustUnderstand") == 0))
        check_prefixes(part, node, name, text, faults);
    if (strcmp(name, "Requires") == 0 && strcmp(uri_of(node->ns), MC) == 0)
        check_prefixes(part, node, name, text, faults);
    xmlFree(value);
}

static void check_node(const FaultsPart *part, xmlNode *node, GPtrArray *faults)
{
    check_required(node, faults);
    for (const xmlAttr *attribute = node->properties; attribute != NULL;
         attribute = attribute->next)
        check_attribute(part, node, attribute, faults);
    for (xmlNode *child = node->children; child != NULL; child = child->next) {
        if (child->type == XML_ELEMENT_NODE)
            check_node(part, child, faults);
    }
}

void faults_docx_markup(const FaultsPart *part, GPtrArray *faults)
{
    xmlNode *root = part->doc != NULL ? xmlDocGetRootElement(part->doc) : NULL;

    if (root != NULL && !g_str_has_suffix(part->path, ".rels"))
        check_node(part, root, faults);
}
