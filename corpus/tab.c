/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the benchmark's JSON. */
#include "tab.h"

#include <isredact/error.h>

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

typedef struct {
    IsrTabDocument *document; /* being filled */
    const char *path;
    const char *text;
    glong length; /* characters */
} Reader;

static void free_entity(gpointer data)
{
    IsrTabEntity *entity = data;

    g_free(entity->id);
    g_free(entity->type);
    g_array_unref(entity->mentions);
    g_free(entity);
}

static void free_document(gpointer data)
{
    IsrTabDocument *document = data;

    isr_gold_free(document->gold);
    g_ptr_array_unref(document->entities);
    g_free(document);
}

static IsrTabDocument *document_new(void)
{
    IsrTabDocument *document = g_new0(IsrTabDocument, 1);

    document->gold = isr_gold_new();
    document->entities = g_ptr_array_new_with_free_func(free_entity);
    return document;
}

static IsrTabEntity *entity_for(IsrTabDocument *document, const char *id)
{
    for (guint i = 0; i < document->entities->len; i++) {
        IsrTabEntity *entity = document->entities->pdata[i];

        if (strcmp(entity->id, id) == 0)
            return entity;
    }
    IsrTabEntity *entity = g_new0(IsrTabEntity, 1);

    entity->id = g_strdup(id);
    entity->mentions = g_array_new(FALSE, FALSE, sizeof(IsrTabMention));
    g_ptr_array_add(document->entities, entity);
    return entity;
}

/* The part of bytes @start to @end of the whole text that stands in one line. */
static void add_mention(IsrTabDocument *document, IsrTabEntity *entity, gsize start, gsize end,
                        gboolean due)
{
    gsize base = 0;

    for (guint i = 0; i < document->gold->blocks->len; i++) {
        IsrGoldBlock *block = document->gold->blocks->pdata[i];
        gsize from = MAX(start, base), to = MIN(end, base + block->text->len);

        if (from < to) {
            IsrTabMention mention = {i, {from - base, to - base}, due};

            g_array_append_val(entity->mentions, mention);
            if (due)
                isr_gold_add_span(block, entity->type, mention.range);
        }
        base += block->text->len + 1;
    }
}

/* The benchmark counts in characters. */
static gsize byte_offset(const char *text, gint64 characters)
{
    return (gsize)(g_utf8_offset_to_pointer(text, (glong)characters) - text);
}

static gboolean refuse(const Reader *reader, const char *what, GError **error)
{
    g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED,
                "%s is no file of the benchmark: a document lacks %s", reader->path, what);
    return FALSE;
}

/* The member or element, or NULL if it is missing or something else. */
static JsonNode *member(JsonObject *object, const char *name, JsonNodeType type)
{
    JsonNode *node = object ? json_object_get_member(object, name) : NULL;

    return node && json_node_get_node_type(node) == type ? node : NULL;
}

static JsonObject *element(JsonArray *array, guint nth)
{
    JsonNode *node = json_array_get_element(array, nth);

    return JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : NULL;
}

static gboolean read_mention(Reader *reader, JsonObject *mention, GError **error)
{
    if (!mention)
        return refuse(reader, "a mention", error);
    const char *kind = json_object_get_string_member_with_default(mention, "identifier_type", NULL);
    const char *id = json_object_get_string_member_with_default(mention, "entity_id", NULL);
    const char *type = json_object_get_string_member_with_default(mention, "entity_type", NULL);
    gint64 start = json_object_get_int_member_with_default(mention, "start_offset", -1);
    gint64 end = json_object_get_int_member_with_default(mention, "end_offset", -1);

    if (!kind || !id || !type || start < 0 || start > end || end > reader->length)
        return refuse(reader, "a mention's place or kind", error);
    IsrTabEntity *entity = entity_for(reader->document, id);
    gboolean due = strcmp(kind, "NO_MASK") != 0;

    /* As the benchmark has it, the first mention says whether an entity is direct. */
    if (!entity->type) {
        entity->type = g_strdup(type);
        entity->direct = strcmp(kind, "DIRECT") == 0;
    }
    entity->due |= due;
    add_mention(reader->document, entity, byte_offset(reader->text, start),
                byte_offset(reader->text, end), due);
    return TRUE;
}

static gboolean read_annotations(Reader *reader, JsonObject *annotations, GError **error)
{
    g_autoptr(GList) annotators = json_object_get_values(annotations);

    for (const GList *at = annotators; at; at = at->next) {
        JsonObject *annotator =
            JSON_NODE_HOLDS_OBJECT((JsonNode *)at->data) ? json_node_get_object(at->data) : NULL;
        JsonNode *node = member(annotator, "entity_mentions", JSON_NODE_ARRAY);

        if (!node)
            return refuse(reader, "mentions", error);
        JsonArray *mentions = json_node_get_array(node);

        for (guint i = 0; i < json_array_get_length(mentions); i++) {
            if (!read_mention(reader, element(mentions, i), error))
                return FALSE;
        }
    }
    return TRUE;
}

static void cut_lines(IsrGold *gold, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

    for (guint i = 0; lines[i]; i++)
        g_string_assign(isr_gold_add_block(gold, ISR_GOLD_PARAGRAPH)->text, lines[i]);
}

/* Reads @object, NULL if it is none, into the document of @reader. */
static gboolean read_document(Reader *reader, JsonObject *object, GError **error)
{
    IsrGold *gold = reader->document->gold;
    JsonNode *id = member(object, "doc_id", JSON_NODE_VALUE);
    JsonNode *text = member(object, "text", JSON_NODE_VALUE);
    JsonNode *annotations = member(object, "annotations", JSON_NODE_OBJECT);

    if (!id || !text || !annotations || json_node_get_value_type(id) != G_TYPE_STRING ||
        json_node_get_value_type(text) != G_TYPE_STRING)
        return refuse(reader, "its text, id or annotations", error);
    gold->id = json_node_dup_string(id);
    gold->kind = g_strdup("court case");
    reader->text = json_node_get_string(text);
    reader->length = g_utf8_strlen(reader->text, -1);
    cut_lines(gold, reader->text);
    return read_annotations(reader, json_node_get_object(annotations), error);
}

static JsonNode *parse(const char *path, GError **error)
{
    g_autoptr(GFile) file = g_file_new_for_path(path);
    g_autoptr(GInputStream) stream = G_INPUT_STREAM(g_file_read(file, NULL, error));
    g_autoptr(JsonParser) parser = json_parser_new();

    if (!stream)
        return NULL;
    if (g_str_has_suffix(path, ".gz")) {
        g_autoptr(GZlibDecompressor) gzip = g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_GZIP);
        GInputStream *plain = g_converter_input_stream_new(stream, G_CONVERTER(gzip));

        g_object_unref(stream);
        stream = plain;
    }
    return json_parser_load_from_stream(parser, stream, NULL, error)
               ? json_parser_steal_root(parser)
               : NULL;
}

GPtrArray *isr_tab_load(const char *path, GError **error)
{
    g_autoptr(JsonNode) root = parse(path, error);
    g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func(free_document);

    if (!root)
        return NULL;
    if (!JSON_NODE_HOLDS_ARRAY(root)) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED,
                    "%s is no file of the benchmark: it is no list of documents", path);
        return NULL;
    }
    JsonArray *array = json_node_get_array(root);

    for (guint i = 0; i < json_array_get_length(array); i++) {
        Reader reader = {.document = document_new(), .path = path};

        g_ptr_array_add(documents, reader.document);
        if (!read_document(&reader, element(array, i), error))
            return NULL;
    }
    return g_steal_pointer(&documents);
}
