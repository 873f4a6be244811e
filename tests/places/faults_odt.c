/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Faults of an ODT package: its mimetype, its manifest, styles and pictures that are not there.
 * Shares no code with src/. */
#include "faults.h"

#include "leaks.h"

#include <libxml/parser.h>
#include <string.h>

typedef struct {
    GPtrArray *names;   /* members */
    GHashTable *styles; /* names of styles */
    GPtrArray *faults;
} Package;

static xmlDoc *parse(GBytes *file, const char *name)
{
    g_autoptr(GBytes) bytes = leaks_member(file, name);
    gsize length = 0;
    const char *data = bytes != NULL ? g_bytes_get_data(bytes, &length) : NULL;

    return data != NULL ? xmlReadMemory(data, (int)length, NULL, NULL,
                                        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                            XML_PARSE_HUGE)
                        : NULL;
}

static gboolean has_member(const Package *package, const char *name)
{
    return g_ptr_array_find_with_equal_func(package->names, name, g_str_equal, NULL);
}

static void check_mimetype(const Package *package, GBytes *file)
{
    static const char head[] = "mimetypeapplication/vnd.oasis.opendocument.text";
    gsize length;
    const char *bytes = g_bytes_get_data(file, &length);

    /* the name stands at byte 30, the text right after it: no extra field, not compressed */
    if (length < 30 + sizeof head || memcmp(bytes + 30, head, sizeof head - 1) != 0)
        faults_add(package->faults, "mimetype is not first and plain");
}

/* Members of which the manifest says nothing, and entries for members that are not there. */
static void check_manifest(const Package *package, GBytes *file)
{
    xmlDoc *doc = parse(file, "META-INF/manifest.xml");
    xmlNode *root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;
    g_autoptr(GHashTable) listed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next) {
        xmlChar *path = xmlGetProp(node, (const xmlChar *)"full-path");

        if (path == NULL)
            continue;
        g_hash_table_add(listed, g_strdup((const char *)path));
        if (!g_str_has_suffix((const char *)path, "/") && !has_member(package, (const char *)path))
            faults_add(package->faults, "manifest entry for a part that is not there");
        xmlFree(path);
    }
    for (guint i = 0; i < package->names->len; i++) {
        const char *name = package->names->pdata[i];

        if (strcmp(name, "mimetype") != 0 && !g_str_has_prefix(name, "META-INF/") &&
            !g_hash_table_contains(listed, name))
            faults_add(package->faults, "part that the manifest does not list");
    }
    if (doc == NULL)
        faults_add(package->faults, "no manifest");
    else
        xmlFreeDoc(doc);
}

/* Calls @take for each attribute of the part. */
static void each_attribute(xmlNode *node, const Package *package,
                           void (*take)(const Package *package, const xmlNode *node,
                                        const char *name, const char *value))
{
    for (; node != NULL; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        for (const xmlAttr *at = node->properties; at != NULL; at = at->next) {
            xmlChar *value = xmlNodeListGetString(node->doc, at->children, 1);

            take(package, node, (const char *)at->name, value != NULL ? (const char *)value : "");
            xmlFree(value);
        }
        each_attribute(node->children, package, take);
    }
}

static void learn_style(const Package *package, const xmlNode *node, const char *name,
                        const char *value)
{
    const char *element = (const char *)node->name;

    if (strcmp(name, "name") == 0 &&
        (g_str_has_suffix(element, "style") || strcmp(element, "page-layout") == 0 ||
         strcmp(element, "master-page") == 0))
        g_hash_table_add(package->styles, g_strdup(value));
}

static void check_reference(const Package *package, const xmlNode *node, const char *name,
                            const char *value)
{
    (void)node;
    if (g_str_has_suffix(name, "style-name") && *value != '\0' &&
        strcmp(name, "font-style-name") != 0 && !g_hash_table_contains(package->styles, value))
        faults_add(package->faults, "%s to a style that is not there", name);
    if (strcmp(name, "href") == 0 && g_str_has_prefix(value, "Pictures/") &&
        !has_member(package, value))
        faults_add(package->faults, "picture that is not there");
}

static void check_parts(const Package *package, GBytes *file)
{
    xmlDoc *styles = parse(file, "styles.xml"), *content = parse(file, "content.xml");

    if (content == NULL)
        faults_add(package->faults, "content.xml does not parse");
    each_attribute(styles != NULL ? styles->children : NULL, package, learn_style);
    each_attribute(content != NULL ? content->children : NULL, package, learn_style);
    each_attribute(styles != NULL ? styles->children : NULL, package, check_reference);
    each_attribute(content != NULL ? content->children : NULL, package, check_reference);
    if (styles != NULL)
        xmlFreeDoc(styles);
    if (content != NULL)
        xmlFreeDoc(content);
}

static gint by_text(gconstpointer one, gconstpointer other)
{
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

GPtrArray *faults_odt(GBytes *file)
{
    Package package = {.names = leaks_members(file),
                       .faults = g_ptr_array_new_with_free_func(g_free)};

    if (package.names == NULL) {
        faults_add(package.faults, "no package");
        return package.faults;
    }
    package.styles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    check_mimetype(&package, file);
    check_manifest(&package, file);
    check_parts(&package, file);
    g_ptr_array_sort(package.faults, by_text);
    g_hash_table_unref(package.styles);
    g_ptr_array_unref(package.names);
    return package.faults;
}
