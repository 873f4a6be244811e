/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads gold files into blocks of plain text with spans. Knows the mark-up, nothing of office
 * formats and nothing of what is detected. */
#include "gold.h"

#include <isredact/category.h>
#include <isredact/error.h>
#include <isredact/role.h>

#include <gio/gio.h>
#include <libxml/parser.h>
#include <string.h>

typedef struct {
    IsrGold *gold;
    const char *path;
    IsrGoldBlock *block; /* being filled, or NULL between lines */
    guint depth;         /* open elements of the mark-up */
    gboolean started;    /* the line end after <body> is behind us */
} Reader;

static void free_person(gpointer data)
{
    IsrGoldPerson *person = data;

    g_free(person->id);
    g_free(person->role);
    g_free(person->origin);
    g_free(person->name);
    g_free(person);
}

static void free_span(gpointer data)
{
    IsrGoldSpan *span = data;

    g_free(span->category);
    g_free(span->whose);
    g_free(span);
}

static void free_mark(gpointer data)
{
    IsrGoldMark *mark = data;

    g_free(mark->text);
    g_free(mark);
}

static void free_block(gpointer data)
{
    IsrGoldBlock *block = data;

    g_string_free(block->text, TRUE);
    g_ptr_array_unref(block->spans);
    g_ptr_array_unref(block->marks);
    g_free(block);
}

IsrGold *isr_gold_new(void)
{
    IsrGold *gold = g_new0(IsrGold, 1);

    gold->people = g_ptr_array_new_with_free_func(free_person);
    gold->blocks = g_ptr_array_new_with_free_func(free_block);
    return gold;
}

IsrGoldBlock *isr_gold_add_block(IsrGold *gold, IsrGoldKind kind)
{
    IsrGoldBlock *block = g_new0(IsrGoldBlock, 1);

    block->kind = kind;
    block->text = g_string_new(NULL);
    block->spans = g_ptr_array_new_with_free_func(free_span);
    block->marks = g_ptr_array_new_with_free_func(free_mark);
    g_ptr_array_add(gold->blocks, block);
    return block;
}

IsrGoldSpan *isr_gold_add_span(IsrGoldBlock *block, const char *category, IsrRange range)
{
    IsrGoldSpan *span = g_new0(IsrGoldSpan, 1);

    span->category = g_strdup(category);
    span->range = range;
    g_ptr_array_add(block->spans, span);
    return span;
}

static char *attribute(const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, BAD_CAST name);
    char *copy = g_strdup((const char *)value);

    xmlFree(value);
    return copy;
}

static gboolean refuse(const Reader *reader, const xmlNode *node, const char *why, GError **error)
{
    g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED, "%s, line %ld: %s", reader->path,
                xmlGetLineNo(node), why);
    return FALSE;
}

static void trim_end(GString *text)
{
    gsize length = text->len;

    while (length > 0 && text->str[length - 1] == ' ')
        length--;
    g_string_truncate(text, length);
}

/* A mark at a line's beginning ("# ", "- ", "| ") says what kind of block it is. */
static void read_kind(IsrGoldBlock *block)
{
    const char *text = block->text->str;
    gsize hashes = strspn(text, "#");

    if (hashes > 0 && text[hashes] == ' ') {
        block->kind = ISR_GOLD_HEADING;
        block->level = (guint)hashes;
        g_string_truncate(block->text, 0);
    } else if (strcmp(text, "- ") == 0) {
        block->kind = ISR_GOLD_BULLET;
        g_string_truncate(block->text, 0);
    } else if (strcmp(text, "| ") == 0) {
        block->kind = ISR_GOLD_ROW;
        g_string_truncate(block->text, 0);
    }
}

static void end_line(Reader *reader)
{
    IsrGoldBlock *block =
        reader->block ? reader->block : isr_gold_add_block(reader->gold, ISR_GOLD_PARAGRAPH);
    GString *text = block->text;

    trim_end(text);
    if (block->kind == ISR_GOLD_ROW && text->len > 0 && text->str[text->len - 1] == ISR_CELL_BREAK)
        g_string_truncate(text, text->len - 1);
    reader->block = NULL;
}

static void add_character(Reader *reader, const char *at, gsize bytes)
{
    if (*at == '\n' && reader->depth == 0 &&
        !(reader->block && reader->block->kind >= ISR_GOLD_HEADER)) {
        if (reader->started)
            end_line(reader);
        reader->started = TRUE;
        return;
    }
    if (!reader->block)
        reader->block = isr_gold_add_block(reader->gold, ISR_GOLD_PARAGRAPH);
    IsrGoldBlock *block = reader->block;
    GString *text = block->text;

    reader->started = TRUE;
    if (block->kind == ISR_GOLD_ROW && reader->depth == 0) {
        if (*at == '|') {
            trim_end(text);
            g_string_append_c(text, ISR_CELL_BREAK);
            return;
        }
        if (*at == ' ' && (text->len == 0 || text->str[text->len - 1] == ISR_CELL_BREAK))
            return;
    }
    g_string_append_len(text, at, (gssize)bytes);
    if (block->kind == ISR_GOLD_PARAGRAPH && *at == ' ' && block->spans->len == 0)
        read_kind(block);
}

static void add_text(Reader *reader, const char *text)
{
    while (*text != '\0') {
        const char *next = g_utf8_next_char(text);

        add_character(reader, text, (gsize)(next - text));
        text = next;
    }
}

static const IsrGoldPerson *person_for(const IsrGold *gold, const char *id)
{
    for (guint i = 0; id && i < gold->people->len; i++) {
        const IsrGoldPerson *person = gold->people->pdata[i];

        if (strcmp(person->id, id) == 0)
            return person;
    }
    return NULL;
}

static gboolean read_children(Reader *reader, const xmlNode *node, GError **error);

/* <e c= p=> and <s c= r=>. */
static gboolean read_span(Reader *reader, const xmlNode *node, GError **error)
{
    g_autofree char *id = attribute(node, "p");
    g_autofree char *category = attribute(node, "c");
    g_autofree char *wrong = attribute(node, "wrong");
    g_autofree char *whose = attribute(node, "r");
    gboolean sentence = strcmp((const char *)node->name, "s") == 0;
    IsrCategory known;
    IsrRole role;

    if (!category || !isr_category_for_id(category, &known))
        return refuse(reader, node, "c= is no category", error);
    if (isr_category_is_topic(known) != sentence)
        return refuse(reader, node, "<e> is for identifiers, <s> for sensitive matters", error);
    if (sentence && !(whose && isr_role_for_id(whose, &role)))
        return refuse(reader, node, "r= is no role", error);
    if (id && !person_for(reader->gold, id))
        return refuse(reader, node, "p= is nobody among the people", error);
    if (!reader->block)
        reader->block = isr_gold_add_block(reader->gold, ISR_GOLD_PARAGRAPH);
    IsrGoldBlock *block = reader->block;
    IsrGoldSpan *span =
        isr_gold_add_span(block, category, (IsrRange){block->text->len, block->text->len});

    span->whose = g_steal_pointer(&whose);
    span->person = person_for(reader->gold, id);
    span->wrong = wrong != NULL;
    reader->depth++;
    gboolean read = read_children(reader, node, error);
    reader->depth--;
    span->range.end = block->text->len;
    return read;
}

/* <ins>, <del> and <note>; what they hold is not measured, so <del> and <note> are plain text. */
static gboolean read_mark(Reader *reader, const xmlNode *node, IsrGoldMarkKind kind, GError **error)
{
    if (!reader->block)
        reader->block = isr_gold_add_block(reader->gold, ISR_GOLD_PARAGRAPH);
    IsrGoldBlock *block = reader->block;
    IsrGoldMark *mark = g_new0(IsrGoldMark, 1);
    gboolean read = TRUE;

    mark->kind = kind;
    mark->range.start = block->text->len;
    g_ptr_array_add(block->marks, mark);
    if (kind == ISR_GOLD_INSERTED) {
        reader->depth++;
        read = read_children(reader, node, error);
        reader->depth--;
    } else {
        xmlChar *content = xmlNodeGetContent(node);

        mark->text = g_strdup((const char *)content);
        xmlFree(content);
    }
    mark->range.end = block->text->len;
    return read;
}

static gboolean read_children(Reader *reader, const xmlNode *node, GError **error)
{
    for (const xmlNode *child = node->children; child; child = child->next) {
        const char *name = (const char *)child->name;
        gboolean read = TRUE;

        if (child->type == XML_TEXT_NODE)
            add_text(reader, (const char *)child->content);
        else if (child->type != XML_ELEMENT_NODE)
            continue;
        else if (strcmp(name, "e") == 0 || strcmp(name, "s") == 0)
            read = read_span(reader, child, error);
        else if (strcmp(name, "ins") == 0)
            read = read_mark(reader, child, ISR_GOLD_INSERTED, error);
        else if (strcmp(name, "del") == 0)
            read = read_mark(reader, child, ISR_GOLD_DELETED, error);
        else if (strcmp(name, "note") == 0)
            read = read_mark(reader, child, ISR_GOLD_NOTE, error);
        else
            read = refuse(reader, child, "unknown mark-up", error);
        if (!read)
            return FALSE;
    }
    return TRUE;
}

static gboolean read_people(Reader *reader, const xmlNode *node, GError **error)
{
    for (const xmlNode *child = node->children; child; child = child->next) {
        IsrRole role;

        if (child->type != XML_ELEMENT_NODE)
            continue;
        IsrGoldPerson *person = g_new0(IsrGoldPerson, 1);
        xmlChar *name = xmlNodeGetContent(child);

        person->id = attribute(child, "id");
        person->role = attribute(child, "role");
        person->origin = attribute(child, "origin");
        person->name = g_strdup((const char *)name);
        xmlFree(name);
        g_ptr_array_add(reader->gold->people, person);
        if (!person->id || !person->origin || !person->role ||
            !isr_role_for_id(person->role, &role))
            return refuse(reader, child, "a person needs id=, role= and origin=", error);
    }
    return TRUE;
}

/* <body> is read by lines; <header> and <footer> are a block each. */
static gboolean read_part(Reader *reader, const xmlNode *node, GError **error)
{
    const char *name = (const char *)node->name;
    gboolean body = strcmp(name, "body") == 0;

    if (!body) {
        gboolean header = strcmp(name, "header") == 0;

        if (!header && strcmp(name, "footer") != 0)
            return refuse(reader, node, "unknown mark-up", error);
        reader->block =
            isr_gold_add_block(reader->gold, header ? ISR_GOLD_HEADER : ISR_GOLD_FOOTER);
    }
    if (!read_children(reader, node, error))
        return FALSE;
    if (body && reader->block)
        end_line(reader);
    reader->block = NULL;
    return TRUE;
}

static gboolean read_document(Reader *reader, const xmlNode *root, GError **error)
{
    reader->gold->id = attribute(root, "id");
    reader->gold->kind = attribute(root, "kind");
    reader->gold->setting = attribute(root, "setting");
    reader->gold->subject = attribute(root, "subject");
    if (!reader->gold->id || !reader->gold->kind)
        return refuse(reader, root, "<doc> needs id= and kind=", error);
    for (const xmlNode *child = root->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        if (strcmp((const char *)child->name, "people") == 0) {
            if (!read_people(reader, child, error))
                return FALSE;
        } else if (!read_part(reader, child, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

IsrGold *isr_gold_load(const char *path, GError **error)
{
    g_autofree char *bytes = NULL;
    gsize length;

    if (!g_file_get_contents(path, &bytes, &length, error))
        return NULL;
    xmlDoc *xml = xmlReadMemory(bytes, (int)length, NULL, NULL,
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (!xml) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED, "%s is not well-formed XML", path);
        return NULL;
    }
    g_autoptr(IsrGold) gold = isr_gold_new();
    Reader reader = {.gold = gold, .path = path};
    gboolean read = read_document(&reader, xmlDocGetRootElement(xml), error);

    xmlFreeDoc(xml);
    return read ? g_steal_pointer(&gold) : NULL;
}

void isr_gold_free(IsrGold *gold)
{
    if (!gold)
        return;
    g_ptr_array_unref(gold->people);
    g_ptr_array_unref(gold->blocks);
    g_free(gold->id);
    g_free(gold->kind);
    g_free(gold->setting);
    g_free(gold->subject);
    g_free(gold);
}

const IsrGoldPerson *isr_gold_person(const IsrGold *gold, const char *role, guint nth)
{
    for (guint i = 0; i < gold->people->len; i++) {
        const IsrGoldPerson *person = gold->people->pdata[i];

        if (strcmp(person->role, role) == 0 && nth-- == 0)
            return person;
    }
    return NULL;
}

GArray *isr_gold_cells(const IsrGoldBlock *block)
{
    GArray *cells = g_array_new(FALSE, FALSE, sizeof(IsrRange));
    IsrRange cell = {0, 0};

    for (gsize i = 0; i < block->text->len; i++) {
        if (block->text->str[i] != ISR_CELL_BREAK)
            continue;
        cell.end = i;
        g_array_append_val(cells, cell);
        cell.start = i + 1;
    }
    cell.end = block->text->len;
    g_array_append_val(cells, cell);
    return cells;
}

/* The number of cells of the row at @index; 0 if there is no row. */
static guint width_at(const IsrGold *gold, guint index)
{
    if (index >= gold->blocks->len)
        return 0;
    const IsrGoldBlock *block = gold->blocks->pdata[index];

    if (block->kind != ISR_GOLD_ROW)
        return 0;
    g_autoptr(GArray) cells = isr_gold_cells(block);

    return cells->len;
}

gboolean isr_gold_begins_table(const IsrGold *gold, guint index)
{
    guint width = width_at(gold, index);

    return width == 0 || index == 0 || width_at(gold, index - 1) != width;
}
