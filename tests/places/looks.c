/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the stories of a DOCX document as a reader sees them. Shares no code with src/. */
#include "looks.h"

#include "faults.h"
#include "leaks.h"

#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    Looks *looks;
    xmlDoc *styles;
    GString *piece_text; /* text of the piece that grows */
    char *piece_look;    /* and its look, or NULL */
    GString *fields;     /* the open fields: 'c' in their code, 'r' in their result */
    GString *story;      /* all text, for the words */
} Reader;

static gboolean named(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static gboolean any_of(const xmlNode *node, const char *const *names)
{
    for (; *names != NULL; names++) {
        if (named(node, *names))
            return TRUE;
    }
    return FALSE;
}

/* What no copy carries: records of changes, ids of revisions, marks of spelling. */
static const char *const unseen[] = {"del",     "moveFrom",   "instrText",   "delText",
                                     "fldData", "sdtPr",      "sdtEndPr",    "comment",
                                     "ruby",    "smartTagPr", "customXmlPr", NULL};
static const char *const not_looks[] = {"ins",      "del",     "moveFrom",  "moveTo",
                                        "sectPr",   "noProof", "rPrChange", "pPrChange",
                                        "cnfStyle", "divId",   "rsid",      NULL};

static void describe(const Reader *reader, xmlNode *node, GString *out);

static xmlNode *style_of(const Reader *reader, const char *id)
{
    xmlNode *root = reader->styles != NULL ? xmlDocGetRootElement(reader->styles) : NULL;

    for (xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next) {
        xmlChar *own = named(node, "style") ? faults_w_value(node, "styleId") : NULL;
        gboolean same = own != NULL && strcmp((const char *)own, id) == 0;

        xmlFree(own);
        if (same)
            return node;
    }
    return NULL;
}

/* Styles may be renamed: what they say is compared, with what they are based on. */
static void describe_style(const Reader *reader, xmlNode *reference, guint depth, GString *out)
{
    xmlChar *id = faults_w_value(reference, "val");
    xmlNode *style = id != NULL ? style_of(reader, (const char *)id) : NULL;

    xmlFree(id);
    for (xmlNode *child = style != NULL ? style->children : NULL; child != NULL;
         child = child->next) {
        if (named(child, "pPr") || named(child, "rPr"))
            describe(reader, child, out);
        else if (named(child, "basedOn") && depth < 20)
            describe_style(reader, child, depth + 1, out);
    }
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void describe_attributes(xmlNode *node, GString *out)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);

    for (const xmlAttr *attribute = node->properties; attribute != NULL;
         attribute = attribute->next) {
        xmlChar *value = xmlNodeListGetString(node->doc, attribute->children, 1);
        if (!g_str_has_prefix((const char *)attribute->name, "rsid"))
            g_ptr_array_add(lines, g_strdup_printf(" %s=%s", (const char *)attribute->name,
                                                   value != NULL ? (const char *)value : ""));
        xmlFree(value);
    }
    if (lines->len > 1)
        qsort(lines->pdata, lines->len, sizeof(gpointer), by_text);
    for (guint i = 0; i < lines->len; i++)
        g_string_append(out, lines->pdata[i]);
}

static void describe(const Reader *reader, xmlNode *node, GString *out)
{
    if (node->type != XML_ELEMENT_NODE || any_of(node, not_looks))
        return;
    if (named(node, "pStyle") || named(node, "rStyle")) {
        describe_style(reader, node, 0, out);
        return;
    }
    gsize start = out->len;
    g_string_append_printf(out, "<%s", (const char *)node->name);
    describe_attributes(node, out);
    gsize head = out->len;
    for (xmlNode *child = node->children; child != NULL; child = child->next)
        describe(reader, child, out);
    /* Properties that say nothing are as good as none. */
    if (out->len == head && (named(node, "rPr") || named(node, "pPr")))
        g_string_truncate(out, start);
    else
        g_string_append_c(out, '>');
}

static void describe_child(const Reader *reader, const xmlNode *node, const char *name,
                           GString *out)
{
    for (xmlNode *child = node->children; child != NULL; child = child->next) {
        if (named(child, name))
            describe(reader, child, out);
    }
}

/* The formatting of a text: its run's, its paragraph's. */
static char *look_of(const Reader *reader, const xmlNode *text)
{
    GString *out = g_string_new(NULL);

    for (const xmlNode *node = text->parent; node != NULL; node = node->parent) {
        if (named(node, "r"))
            describe_child(reader, node, "rPr", out);
        if (!named(node, "p"))
            continue;
        describe_child(reader, node, "pPr", out);
        break;
    }
    return g_string_free(out, FALSE);
}

static void end_piece(Reader *reader)
{
    if (reader->piece_look != NULL && reader->piece_text->len > 0)
        g_ptr_array_add(reader->looks->pieces,
                        g_strconcat(reader->piece_text->str, " | ", reader->piece_look, NULL));
    g_string_truncate(reader->piece_text, 0);
    g_clear_pointer(&reader->piece_look, g_free);
}

static void add_text(Reader *reader, const xmlNode *node, const char *text)
{
    g_autofree char *look = look_of(reader, node);

    /* A field in the code of another shows nothing. */
    if (strchr(reader->fields->str, 'c') != NULL)
        return;
    if (g_strcmp0(look, reader->piece_look) != 0) {
        end_piece(reader);
        reader->piece_look = g_steal_pointer(&look);
    }
    g_string_append(reader->piece_text, text);
    g_string_append(reader->story, text);
}

static void read_field(Reader *reader, xmlNode *node)
{
    xmlChar *kind = faults_w_value(node, "fldCharType");
    const char *text = kind != NULL ? (const char *)kind : "";
    GString *fields = reader->fields;

    if (strcmp(text, "begin") == 0)
        g_string_append_c(fields, 'c');
    else if (strcmp(text, "separate") == 0 && fields->len > 0)
        fields->str[fields->len - 1] = 'r';
    else if (strcmp(text, "end") == 0 && fields->len > 0)
        g_string_truncate(fields, fields->len - 1);
    xmlFree(kind);
}

/* The branch of an mc:AlternateContent that is read: the first Choice, for text boxes are the
 * same in both. */
static gboolean is_other_branch(const xmlNode *node)
{
    if (!named(node, "Fallback") || node->parent == NULL)
        return FALSE;
    for (const xmlNode *child = node->parent->children; child != NULL; child = child->next) {
        if (named(child, "Choice"))
            return TRUE;
    }
    return FALSE;
}

/* A paragraph whose mark was deleted runs on into the next. */
static gboolean runs_on(const xmlNode *paragraph)
{
    for (const xmlNode *child = paragraph->children; child != NULL; child = child->next) {
        for (const xmlNode *mark = named(child, "pPr") ? child->children : NULL; mark != NULL;
             mark = mark->next) {
            for (const xmlNode *change = named(mark, "rPr") ? mark->children : NULL; change != NULL;
                 change = change->next) {
                if (faults_is_w(change, "del") || faults_is_w(change, "moveFrom"))
                    return TRUE;
            }
        }
    }
    return FALSE;
}

static void read_node(Reader *reader, xmlNode *node)
{
    if (node->type != XML_ELEMENT_NODE || any_of(node, unseen) || is_other_branch(node))
        return;
    if (faults_is_w(node, "t")) {
        xmlChar *text = xmlNodeGetContent(node);
        add_text(reader, node, (const char *)text);
        xmlFree(text);
        return;
    }
    if (faults_is_w(node, "fldChar"))
        read_field(reader, node);
    /* A tab stop in a paragraph's properties is no tab. */
    if (named(node, "pPr") || named(node, "rPr"))
        return;
    if (faults_is_w(node, "tab") || faults_is_w(node, "br") || faults_is_w(node, "cr"))
        add_text(reader, node, named(node, "tab") ? "\t" : "\n");
    if (faults_is_w(node, "noBreakHyphen"))
        add_text(reader, node, "-");
    for (xmlNode *child = node->children; child != NULL; child = child->next)
        read_node(reader, child);
    if (faults_is_w(node, "p") && !runs_on(node)) {
        end_piece(reader);
        g_string_append_c(reader->story, '\n');
    }
}

static void split_words(Reader *reader)
{
    g_auto(GStrv) words = g_strsplit_set(reader->story->str, " \t\r\n", -1);

    for (char **word = words; *word != NULL; word++) {
        if (**word != '\0')
            g_ptr_array_add(reader->looks->words, g_strdup(*word));
    }
    g_string_truncate(reader->story, 0);
}

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

static void read_story(Reader *reader, xmlDoc *doc)
{
    xmlNode *root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;

    if (root != NULL && faults_is_w(root, "document"))
        read_node(reader, root);
    end_piece(reader);
    split_words(reader);
    if (doc != NULL)
        xmlFreeDoc(doc);
}

Looks *looks_of_docx(GBytes *file)
{
    g_autoptr(GPtrArray) names = leaks_members(file);
    Reader reader = {.looks = g_new0(Looks, 1),
                     .styles = parse(file, "word/styles.xml"),
                     .piece_text = g_string_new(NULL),
                     .fields = g_string_new(NULL),
                     .story = g_string_new(NULL)};

    reader.looks->pieces = g_ptr_array_new_with_free_func(g_free);
    reader.looks->words = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; names != NULL && i < names->len; i++) {
        if (g_str_has_suffix(names->pdata[i], ".xml") || g_str_has_suffix(names->pdata[i], ".XML"))
            read_story(&reader, parse(file, names->pdata[i]));
    }
    if (reader.styles != NULL)
        xmlFreeDoc(reader.styles);
    g_string_free(reader.piece_text, TRUE);
    g_string_free(reader.fields, TRUE);
    g_string_free(reader.story, TRUE);
    return reader.looks;
}

void looks_free(Looks *looks)
{
    if (looks == NULL)
        return;
    g_ptr_array_unref(looks->pieces);
    g_ptr_array_unref(looks->words);
    g_free(looks);
}

gint looks_differ(const Looks *one, const Looks *other)
{
    guint most = MAX(one->pieces->len, other->pieces->len);

    for (guint i = 0; i < most; i++) {
        if (i >= one->pieces->len || i >= other->pieces->len ||
            strcmp(one->pieces->pdata[i], other->pieces->pdata[i]) != 0)
            return (gint)i;
    }
    return -1;
}

/* A word that is gone is looked for no further than this. */
#define WINDOW 400

guint looks_words_kept(const Looks *source, const Looks *copy)
{
    guint kept = 0, at = 0;

    for (guint i = 0; i < source->words->len; i++) {
        for (guint k = at; k < copy->words->len && k < at + WINDOW; k++) {
            if (strcmp(source->words->pdata[i], copy->words->pdata[k]) == 0) {
                kept++;
                at = k + 1;
                break;
            }
        }
    }
    return kept;
}
