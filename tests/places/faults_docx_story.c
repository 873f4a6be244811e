/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Faults in the stories of a DOCX document: ids without a target, ranges without an end, cells
 * without a paragraph, fields that do not close. */
#include "faults.h"

#include <string.h>

/* What is defined anywhere, and what is referred to: sets of "kind:id". */
typedef struct {
    GHashTable *defined, *wanted;
    GPtrArray *faults;
} Ids;

typedef struct {
    const char *element, *attribute, *kind;
} IdRule;

static const IdRule definitions[] = {
    {"footnote", "id", "footnote"},
    {"endnote", "id", "endnote"},
    {"comment", "id", "comment"},
    {"bookmarkStart", "name", "bookmark"},
    {"style", "styleId", "style"},
    {"num", "numId", "list"},
    {"abstractNum", "abstractNumId", "abstract list"},
};
static const IdRule references[] = {
    {"footnoteReference", "id", "footnote"},
    {"endnoteReference", "id", "endnote"},
    {"commentReference", "id", "comment"},
    {"commentRangeStart", "id", "comment"},
    {"commentRangeEnd", "id", "comment"},
    {"pStyle", "val", "style"},
    {"rStyle", "val", "style"},
    {"tblStyle", "val", "style"},
    {"basedOn", "val", "style"},
    {"link", "val", "style"},
    {"next", "val", "style"},
    {"numId", "val", "list"},
    {"abstractNumId", "val", "abstract list"},
    {"hyperlink", "anchor", "bookmark"},
};
/* Ranges: a start needs an end of the same id. */
static const IdRule ranges[] = {
    {"bookmarkStart", "bookmarkEnd", "bookmark range"},
    {"permStart", "permEnd", "permission range"},
    {"commentRangeStart", "commentRangeEnd", "comment range"},
    {"moveFromRangeStart", "moveFromRangeEnd", "move range"},
    {"moveToRangeStart", "moveToRangeEnd", "move range"},
};
/* Elements that must hold at least one of the others. */
static const struct {
    const char *element, *needs[4];
} holders[] = {
    {"tbl", {"tr", "sdt", "customXml"}},
    {"tr", {"tc", "sdt", "customXml"}},
    {"hdr", {"p", "tbl", "sdt"}},
    {"ftr", {"p", "tbl", "sdt"}},
    {"footnote", {"p", "tbl"}},
    {"endnote", {"p", "tbl"}},
    {"comment", {"p", "tbl"}},
    {"txbxContent", {"p", "tbl", "sdt"}},
    {"sdt", {"sdtContent"}},
    {"AlternateContent", {"Choice"}},
};

static void note(GHashTable *set, xmlNode *node, const IdRule *rules, gsize n)
{
    for (gsize i = 0; i < n; i++) {
        if (!faults_is_w(node, rules[i].element))
            continue;
        xmlChar *value = faults_w_value(node, rules[i].attribute);
        if (value != NULL)
            g_hash_table_add(set, g_strdup_printf("%s:%s", rules[i].kind, (const char *)value));
        xmlFree(value);
    }
}

/* A reference inside the record of an earlier format is history, not in force. */
static gboolean is_history(const xmlNode *node)
{
    for (; node != NULL; node = node->parent) {
        if (node->type == XML_ELEMENT_NODE && g_str_has_suffix((const char *)node->name, "Change"))
            return TRUE;
    }
    return FALSE;
}

static gboolean has_child(const xmlNode *node, const char *const *names)
{
    for (const xmlNode *child = node->children; child != NULL; child = child->next) {
        for (gsize i = 0; i < 4 && names[i] != NULL; i++) {
            if (child->type == XML_ELEMENT_NODE && strcmp((const char *)child->name, names[i]) == 0)
                return TRUE;
        }
        /* Wrappers of rows and blocks. */
        if (faults_is_w(child, "ins") || faults_is_w(child, "del"))
            return TRUE;
    }
    return FALSE;
}

/* Settings list the notes that separate notes, by id alone. */
static gboolean in_settings(const xmlNode *node)
{
    return node->parent != NULL &&
           (faults_is_w(node->parent, "footnotePr") || faults_is_w(node->parent, "endnotePr"));
}

static void check_holders(const xmlNode *node, GPtrArray *faults)
{
    for (gsize i = 0; i < G_N_ELEMENTS(holders); i++) {
        const char *name = holders[i].element;

        if (strcmp((const char *)node->name, name) != 0 || in_settings(node))
            continue;
        if (!faults_is_w(node, name) && strcmp(name, "AlternateContent") != 0)
            continue;
        if (!has_child(node, holders[i].needs))
            faults_add(faults, "%s with nothing in it", name);
    }
    if (faults_is_w(node, "tc")) {
        const xmlNode *last = xmlGetLastChild(node);
        while (last != NULL && last->type != XML_ELEMENT_NODE)
            last = last->prev;
        if (last == NULL || !(faults_is_w(last, "p") || faults_is_w(last, "sdt")))
            faults_add(faults, "a cell that does not end with a paragraph");
    }
}

static void check_ranges(xmlNode *node, GHashTable *open, GPtrArray *faults)
{
    for (gsize i = 0; i < G_N_ELEMENTS(ranges); i++) {
        gboolean start = faults_is_w(node, ranges[i].element);

        if (!start && !faults_is_w(node, ranges[i].attribute))
            continue;
        xmlChar *id = faults_w_value(node, "id");
        char *key = g_strdup_printf("%s:%s", ranges[i].kind, id != NULL ? (const char *)id : "");
        xmlFree(id);
        if (start) {
            g_hash_table_add(open, key);
        } else {
            if (!g_hash_table_remove(open, key))
                faults_add(faults, "%s that ends without a start", ranges[i].kind);
            g_free(key);
        }
    }
}

static gboolean begins_story(const xmlNode *node)
{
    return faults_is_w(node, "txbxContent") || faults_is_w(node, "footnote") ||
           faults_is_w(node, "endnote") || faults_is_w(node, "comment");
}

static void check_field(xmlNode *node, int *depth, GPtrArray *faults)
{
    if (!faults_is_w(node, "fldChar"))
        return;
    xmlChar *kind = faults_w_value(node, "fldCharType");
    const char *text = kind != NULL ? (const char *)kind : "";

    if (strcmp(text, "begin") == 0)
        ++*depth;
    else if (*depth == 0)
        faults_add(faults, "a field that never began");
    else if (strcmp(text, "end") == 0)
        --*depth;
    xmlFree(kind);
}

static void walk(xmlNode *node, Ids *ids, GHashTable *open, int *depth)
{
    int own = 0;
    int *fields = begins_story(node) ? &own : depth;

    note(ids->defined, node, definitions, G_N_ELEMENTS(definitions));
    if (!is_history(node))
        note(ids->wanted, node, references, G_N_ELEMENTS(references));
    check_holders(node, ids->faults);
    check_ranges(node, open, ids->faults);
    check_field(node, fields, ids->faults);
    for (xmlNode *child = node->children; child != NULL; child = child->next) {
        if (child->type == XML_ELEMENT_NODE)
            walk(child, ids, open, fields);
    }
    if (own != 0)
        faults_add(ids->faults, "a field that does not end");
}

static void check_part(const FaultsPart *part, Ids *ids)
{
    xmlNode *root = part->doc != NULL ? xmlDocGetRootElement(part->doc) : NULL;
    g_autoptr(GHashTable) open = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    int depth = 0;
    GHashTableIter iter;
    gpointer key;

    if (root == NULL)
        return;
    walk(root, ids, open, &depth);
    if (depth != 0)
        faults_add(ids->faults, "a field that does not end");
    g_hash_table_iter_init(&iter, open);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        g_autofree char *kind = g_strndup(key, strcspn(key, ":"));
        faults_add(ids->faults, "%s that does not end", kind);
    }
}

void faults_docx_stories(const GPtrArray *parts, GPtrArray *faults)
{
    Ids ids = {g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
               g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL), faults};
    GHashTableIter iter;
    gpointer key;

    for (guint i = 0; i < parts->len; i++)
        check_part(parts->pdata[i], &ids);
    g_hash_table_add(ids.defined, g_strdup("list:0")); /* "no list" */
    g_hash_table_add(ids.defined, g_strdup("bookmark:_top"));
    g_hash_table_iter_init(&iter, ids.wanted);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        if (!g_hash_table_contains(ids.defined, key)) {
            g_autofree char *kind = g_strndup(key, strcspn(key, ":"));
            faults_add(faults, "reference to a %s that is not there", kind);
        }
    }
    g_hash_table_unref(ids.defined);
    g_hash_table_unref(ids.wanted);
}
