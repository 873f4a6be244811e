/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Compares the kept words of two packages: DOCX and ODT alike name a paragraph "p" or "h". */
#include "keep.h"

#include "leaks.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

/* Where a word was found. */
typedef struct {
    gboolean found;
    gboolean beside; /* the other word stands in the same paragraph */
    char *look;      /* its formatting, comparable between two packages */
} Sight;

/* The styles of a package: they may be renamed, so what they say is compared. */
typedef struct {
    GBytes *file;
    xmlDoc *styles;
} Package;

static xmlDoc *parse(GBytes *file, const char *name)
{
    g_autoptr(GBytes) bytes = leaks_member(file, name);
    gsize length = 0;
    const char *data = bytes != NULL ? g_bytes_get_data(bytes, &length) : NULL;

    return data != NULL ? xmlReadMemory(data, (int)length, NULL, NULL,
                                        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                            XML_PARSE_NOCDATA | XML_PARSE_HUGE)
                        : NULL;
}

static gboolean named(const xmlNode *node, const char *name)
{
    return node != NULL && node->type == XML_ELEMENT_NODE &&
           strcmp((const char *)node->name, name) == 0;
}

static gboolean is_paragraph(const xmlNode *node)
{
    return named(node, "p") || named(node, "h");
}

static void describe(const Package *package, xmlNode *node, xmlDoc *doc, GString *out);

/* What the style of this name says, found by the value of any attribute called @key. */
static xmlNode *find_style(xmlNode *node, const char *key, const char *value)
{
    for (; node != NULL; node = node->next) {
        if (named(node, "style")) {
            xmlChar *id = xmlGetProp(node, (const xmlChar *)key);
            gboolean same = id != NULL && strcmp((const char *)id, value) == 0;
            xmlFree(id);
            if (same)
                return node;
        }
        xmlNode *below =
            node->type == XML_ELEMENT_NODE ? find_style(node->children, key, value) : NULL;
        if (below != NULL)
            return below;
    }
    return NULL;
}

static void describe_style(const Package *package, xmlDoc *doc, const char *key, const char *value,
                           GString *out)
{
    xmlNode *style = NULL;

    if (doc != NULL)
        style = find_style(doc->children, key, value);
    if (style == NULL && package->styles != NULL)
        style = find_style(package->styles->children, key, value);
    if (style == NULL) {
        g_string_append_printf(out, "style?");
        return;
    }
    for (xmlNode *child = style->children; child != NULL; child = child->next) {
        if (named(child, "pPr") || named(child, "rPr") ||
            (child->type == XML_ELEMENT_NODE &&
             g_str_has_suffix((const char *)child->name, "-properties")))
            describe(package, child, NULL, out);
    }
}

static gboolean is_style_reference(const xmlNode *node)
{
    return named(node, "pStyle") || named(node, "rStyle");
}

/* Properties that record a change: what stood before, a paragraph's mark that came or went. */
static gboolean is_change(const xmlNode *node)
{
    return g_str_has_suffix((const char *)node->name, "Change") || named(node, "ins") ||
           named(node, "del") || named(node, "moveFrom") || named(node, "moveTo");
}

/* Formatting as text: elements and attributes, without records of earlier formatting. */
static void describe(const Package *package, xmlNode *node, xmlDoc *doc, GString *out)
{
    if (node->type != XML_ELEMENT_NODE || is_change(node))
        return;
    if (is_style_reference(node)) {
        xmlChar *value = xmlGetProp(node, (const xmlChar *)"val");
        describe_style(package, doc, "styleId", (const char *)value, out);
        xmlFree(value);
        return;
    }
    gsize start = out->len;
    g_string_append_printf(out, "<%s", (const char *)node->name);
    for (const xmlAttr *attribute = node->properties; attribute != NULL;
         attribute = attribute->next) {
        xmlChar *value = xmlNodeListGetString(node->doc, attribute->children, 1);
        g_string_append_printf(out, " %s=%s", (const char *)attribute->name, (const char *)value);
        xmlFree(value);
    }
    gsize head = out->len;
    for (xmlNode *child = node->children; child != NULL; child = child->next)
        describe(package, child, doc, out);
    /* Properties that say nothing are as good as none. */
    if (out->len == head && (named(node, "rPr") || named(node, "pPr")))
        g_string_truncate(out, start);
    else
        g_string_append_c(out, '>');
}

/* Formatting of @text: of its run and of its paragraph, or of its spans. */
static char *look_of(const Package *package, xmlNode *text)
{
    GString *out = g_string_new(NULL);

    for (xmlNode *node = text->parent; node != NULL; node = node->parent) {
        xmlChar *style = xmlGetProp(node, (const xmlChar *)"style-name");

        if (style != NULL)
            describe_style(package, node->doc, "name", (const char *)style, out);
        xmlFree(style);
        for (xmlNode *child = node->children; child != NULL; child = child->next) {
            if ((named(node, "r") && named(child, "rPr")) ||
                (named(node, "p") && named(child, "pPr")))
                describe(package, child, node->doc, out);
        }
        if (is_paragraph(node))
            break;
    }
    return g_string_free(out, FALSE);
}

static gboolean holds(xmlNode *paragraph, const char *word)
{
    xmlChar *text = xmlNodeGetContent(paragraph);
    gboolean found = text != NULL && strstr((const char *)text, word) != NULL;

    xmlFree(text);
    return found;
}

/* Looks for @word below @node; the first sight with @look wins, or the first of all. */
static void look_for(const Package *package, xmlNode *node, const char *word, const char *other,
                     const char *look, Sight *sight)
{
    for (; node != NULL; node = node->next) {
        if (node->type == XML_TEXT_NODE && strstr((const char *)node->content, word) != NULL) {
            xmlNode *paragraph = node->parent;
            while (paragraph != NULL && !is_paragraph(paragraph))
                paragraph = paragraph->parent;
            if (paragraph == NULL ||
                (sight->found && (look == NULL || strcmp(sight->look, look) == 0)))
                continue;
            g_free(sight->look);
            *sight = (Sight){TRUE, holds(paragraph, other), look_of(package, node)};
        } else if (node->type == XML_ELEMENT_NODE) {
            look_for(package, node->children, word, other, look, sight);
        }
    }
}

static Sight see(GBytes *file, const char *word, const char *other, const char *look)
{
    g_autoptr(GPtrArray) names = leaks_members(file);
    Package package = {file, parse(file, "word/styles.xml")};
    Sight sight = {FALSE, FALSE, NULL};

    if (package.styles == NULL)
        package.styles = parse(file, "styles.xml");
    for (guint i = 0; names != NULL && i < names->len; i++) {
        const char *name = names->pdata[i];
        gboolean is_xml = g_str_has_suffix(name, ".xml") || g_str_has_suffix(name, ".XML");
        xmlDoc *doc = is_xml ? parse(file, name) : NULL;

        if (doc == NULL)
            continue;
        look_for(&package, doc->children, word, other, look, &sight);
        xmlFreeDoc(doc);
    }
    if (package.styles != NULL)
        xmlFreeDoc(package.styles);
    return sight;
}

static KeptState state_of(const char *word, const char *other, GBytes *source, GBytes *copy)
{
    Sight before = see(source, word, other, NULL);
    Sight after = see(copy, word, other, before.look);
    KeptState state = KEPT;

    if (!before.found)
        state = KEPT_UNKNOWN;
    else if (!after.found)
        state = KEPT_NOT;
    else if (before.beside && !after.beside)
        state = KEPT_PARTED;
    else if (strcmp(before.look, after.look) != 0)
        state = KEPT_CHANGED;
    g_free(before.look);
    g_free(after.look);
    return state;
}

KeptState keep_state(const Place *place, GBytes *source, GBytes *copy)
{
    g_autofree char *keep = place_keep(place);
    g_autofree char *after = place_after(place);
    KeptState first = state_of(keep, after, source, copy);

    return first != KEPT ? first : state_of(after, keep, source, copy);
}

const char *kept_state_text(KeptState state)
{
    static const char *const texts[] = {
        [KEPT] = "kept words are there",
        [KEPT_NOT] = "kept words are gone",
        [KEPT_PARTED] = "kept words no longer stand in one paragraph",
        [KEPT_CHANGED] = "kept words are formatted otherwise",
        [KEPT_UNKNOWN] = "kept words stand in no paragraph of the source",
    };

    return texts[state];
}
