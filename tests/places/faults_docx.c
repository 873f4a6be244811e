/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Faults of a DOCX package: types, relationships, reachability. Shares no code with src/. */
#include "faults.h"

#include "leaks.h"

#include <libxml/parser.h>
#include <stdarg.h>
#include <string.h>

typedef struct {
    GBytes *file;
    GPtrArray *names;     /* members */
    GHashTable *folded;   /* their names in lower case */
    GPtrArray *parts;     /* of FaultsPart * */
    GHashTable *defaults; /* suffixes with a type */
    GHashTable *typed;    /* part names with a type */
    GHashTable *reached;  /* parts that a chain of relationships leads to */
    GPtrArray *faults;
} Package;

void faults_add(GPtrArray *faults, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    g_autofree char *line = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    if (!g_ptr_array_find_with_equal_func(faults, line, g_str_equal, NULL))
        g_ptr_array_add(faults, g_steal_pointer(&line));
}

GPtrArray *faults_new(const GPtrArray *copy, const GPtrArray *source)
{
    GPtrArray *fresh = g_ptr_array_new();

    for (guint i = 0; copy != NULL && i < copy->len; i++) {
        if (source == NULL || !g_ptr_array_find_with_equal_func((GPtrArray *)source, copy->pdata[i],
                                                                g_str_equal, NULL))
            g_ptr_array_add(fresh, copy->pdata[i]);
    }
    return fresh;
}

static void part_free(gpointer data)
{
    FaultsPart *part = data;

    g_free(part->path);
    if (part->doc != NULL)
        xmlFreeDoc(part->doc);
    if (part->links != NULL)
        g_hash_table_unref(part->links);
    g_free(part);
}

static gboolean is_xml(const char *name)
{
    g_autofree char *folded = g_ascii_strdown(name, -1);

    return g_str_has_suffix(folded, ".xml") || g_str_has_suffix(folded, ".rels");
}

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

static FaultsPart *part_for(const Package *package, const char *path)
{
    for (guint i = 0; i < package->parts->len; i++) {
        FaultsPart *part = package->parts->pdata[i];
        if (g_ascii_strcasecmp(part->path, path) == 0)
            return part;
    }
    return NULL;
}

static void read_members(Package *package)
{
    for (guint i = 0; i < package->names->len; i++) {
        const char *name = package->names->pdata[i];

        if (!g_hash_table_add(package->folded, g_ascii_strdown(name, -1)))
            faults_add(package->faults, "two members of one name");
        if (!is_xml(name))
            continue;
        FaultsPart *part = g_new0(FaultsPart, 1);
        part->path = g_strdup(name);
        part->doc = parse(package->file, name);
        part->links = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        g_ptr_array_add(package->parts, part);
        if (part->doc == NULL)
            faults_add(package->faults, "XML that does not parse");
    }
}

static char *value_of(xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
    char *copy = g_strdup((const char *)value);

    xmlFree(value);
    return copy;
}

static void read_types(Package *package)
{
    FaultsPart *types = part_for(package, "[Content_Types].xml");
    xmlNode *root = types != NULL && types->doc != NULL ? xmlDocGetRootElement(types->doc) : NULL;

    if (root == NULL) {
        faults_add(package->faults, "no content types");
        return;
    }
    for (xmlNode *node = root->children; node != NULL; node = node->next) {
        g_autofree char *suffix = value_of(node, "Extension");
        g_autofree char *path = value_of(node, "PartName");

        if (suffix != NULL)
            g_hash_table_add(package->defaults, g_ascii_strdown(suffix, -1));
        if (path == NULL)
            continue;
        g_autofree char *plain = g_uri_unescape_string(path + (*path == '/'), NULL);
        char *folded = g_ascii_strdown(plain != NULL ? plain : path, -1);
        if (!g_hash_table_contains(package->folded, folded))
            faults_add(package->faults, "a content type for a part that is not there");
        if (!g_hash_table_add(package->typed, folded))
            faults_add(package->faults, "two content types for one part");
    }
}

static void check_types(const Package *package)
{
    for (guint i = 0; i < package->names->len; i++) {
        g_autofree char *folded = g_ascii_strdown(package->names->pdata[i], -1);
        const char *dot = strrchr(folded, '.');

        if (strcmp(folded, "[content_types].xml") == 0 || g_str_has_suffix(folded, "/"))
            continue;
        if (g_hash_table_contains(package->typed, folded))
            continue;
        if (dot == NULL || !g_hash_table_contains(package->defaults, dot + 1))
            faults_add(package->faults, "a part without a content type");
    }
}

/* "word/_rels/document.xml.rels" belongs to "word/document.xml". */
static char *owner_of(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *above = g_path_get_dirname(folder);
    g_autofree char *name = g_path_get_basename(path);

    name[strlen(name) - strlen(".rels")] = '\0';
    return strcmp(above, ".") == 0 ? g_strdup(name) : g_strconcat(above, "/", name, NULL);
}

/* The part that @target means, seen from @owner; in lower case. */
static char *resolve(const char *owner, const char *target)
{
    g_autofree char *plain = g_uri_unescape_string(target, NULL);
    g_autofree char *folder = g_path_get_dirname(owner);
    g_autofree char *base = g_strconcat("/", strcmp(folder, ".") == 0 ? "" : folder, NULL);
    g_autofree char *path = g_canonicalize_filename(plain != NULL ? plain : target, base);

    return g_ascii_strdown(path + 1, -1);
}

static void read_links(Package *package, const FaultsPart *rels)
{
    g_autofree char *owner = owner_of(rels->path);
    FaultsPart *part = part_for(package, owner);
    g_autofree char *folded = g_ascii_strdown(owner, -1);
    xmlNode *root = rels->doc != NULL ? xmlDocGetRootElement(rels->doc) : NULL;

    if (*owner != '\0' && !g_hash_table_contains(package->folded, folded))
        faults_add(package->faults, "relationships of a part that is not there");
    for (xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next) {
        g_autofree char *id = value_of(node, "Id");
        g_autofree char *target = value_of(node, "Target");
        g_autofree char *mode = value_of(node, "TargetMode");

        if (node->type != XML_ELEMENT_NODE || id == NULL || target == NULL)
            continue;
        if (part != NULL && !g_hash_table_add(part->links, g_strdup(id)))
            faults_add(package->faults, "two relationships of one id");
        if (mode != NULL && g_ascii_strcasecmp(mode, "External") == 0)
            continue;
        if (*target == '#' || strcmp(target, "NULL") == 0)
            continue;
        g_autofree char *path = resolve(owner, target);
        if (!g_hash_table_contains(package->folded, path))
            faults_add(package->faults, "a relationship to a part that is not there");
    }
}

/* Follows relationships from @owner. */
static void reach(Package *package, const char *owner)
{
    g_autofree char *folder = g_path_get_dirname(owner);
    g_autofree char *name = g_path_get_basename(owner);
    g_autofree char *path = *owner == '\0' ? g_strdup("_rels/.rels")
                                           : g_strconcat(strcmp(folder, ".") == 0 ? "" : folder,
                                                         strcmp(folder, ".") == 0 ? "" : "/",
                                                         "_rels/", name, ".rels", NULL);
    const FaultsPart *rels = part_for(package, path);
    xmlNode *root = rels != NULL && rels->doc != NULL ? xmlDocGetRootElement(rels->doc) : NULL;

    for (xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next) {
        g_autofree char *target = value_of(node, "Target");
        g_autofree char *mode = value_of(node, "TargetMode");

        if (target == NULL || mode != NULL)
            continue;
        g_autofree char *to = resolve(owner, target);
        if (g_hash_table_add(package->reached, g_strdup(to)))
            reach(package, to);
    }
}

static void check_reached(const Package *package)
{
    for (guint i = 0; i < package->names->len; i++) {
        g_autofree char *folded = g_ascii_strdown(package->names->pdata[i], -1);

        if (strcmp(folded, "[content_types].xml") == 0 || g_str_has_suffix(folded, ".rels") ||
            g_str_has_suffix(folded, "/"))
            continue;
        if (!g_hash_table_contains(package->reached, folded))
            faults_add(package->faults, "a part that no relationship leads to");
    }
}

static gint by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static GHashTable *set_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

static void check_package(Package *package)
{
    read_members(package);
    read_types(package);
    check_types(package);
    for (guint i = 0; i < package->parts->len; i++) {
        const FaultsPart *part = package->parts->pdata[i];
        if (g_str_has_suffix(part->path, ".rels"))
            read_links(package, part);
    }
    reach(package, "");
    check_reached(package);
    for (guint i = 0; i < package->parts->len; i++)
        faults_docx_markup(package->parts->pdata[i], package->faults);
    faults_docx_stories(package->parts, package->faults);
}

GPtrArray *faults_docx(GBytes *file)
{
    Package package = {.file = file,
                       .names = leaks_members(file),
                       .folded = set_new(),
                       .parts = g_ptr_array_new_with_free_func(part_free),
                       .defaults = set_new(),
                       .typed = set_new(),
                       .reached = set_new(),
                       .faults = g_ptr_array_new_with_free_func(g_free)};

    if (package.names == NULL)
        faults_add(package.faults, "no zip archive");
    else
        check_package(&package);
    g_ptr_array_sort(package.faults, by_text);
    g_clear_pointer(&package.names, g_ptr_array_unref);
    g_ptr_array_unref(package.parts);
    g_hash_table_unref(package.folded);
    g_hash_table_unref(package.defaults);
    g_hash_table_unref(package.typed);
    g_hash_table_unref(package.reached);
    return package.faults;
}
