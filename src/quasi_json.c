/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Quasi-identifiers as JSON, out and in. What is read must be of the kinds and forms that are
 * written: no text of a document can pass. */
#include <isredact/error.h>
#include <isredact/limits.h>
#include <isredact/quasi.h>

#include "jsonread.h"
#include "jsontext.h"

#include <string.h>

#define VERSION 1
#define IDENTITY_DIGITS 64

static gint by_identity(gconstpointer a, gconstpointer b)
{
    const IsrQuasiPerson *const *x = a, *const *y = b;

    return strcmp((*x)->identity, (*y)->identity);
}

static void add_person(JsonText *json, const IsrQuasiPerson *person)
{
    isr_json_begin(json, '{');
    isr_json_put_string(json, "identity", person->identity);
    isr_json_put_flag(json, "subject", person->subject);
    isr_json_put_begin(json, "facts", '[');
    for (guint kind = 0; kind < ISR_N_QUASI; kind++)
        for (guint i = 0; i < person->values[kind]->len; i++) {
            isr_json_begin(json, '[');
            isr_json_string(json, isr_quasi_id((IsrQuasiKind)kind));
            isr_json_string(json, person->values[kind]->pdata[i]);
            isr_json_end(json, ']');
        }
    isr_json_end(json, ']');
    isr_json_end(json, '}');
}

char *isr_quasis_json(const GPtrArray *quasis)
{
    JsonText text = {.text = g_string_new(NULL)}, *json = &text;
    g_autoptr(GPtrArray) ordered = g_ptr_array_new();

    for (guint i = 0; i < quasis->len; i++)
        g_ptr_array_add(ordered, quasis->pdata[i]);
    g_ptr_array_sort(ordered, by_identity);
    isr_json_begin(json, '{');
    isr_json_put_number(json, "version", VERSION);
    isr_json_put_begin(json, "people", '[');
    for (guint i = 0; i < ordered->len; i++)
        add_person(json, ordered->pdata[i]);
    isr_json_end(json, ']');
    isr_json_end(json, '}');
    for (char *at = text.text->str; *at; at++)
        if (*at == '\n')
            *at = ' '; /* no value holds one */
    return g_string_free(text.text, FALSE);
}

static const char *string_in(JsonNode *node)
{
    return node && JSON_NODE_HOLDS_VALUE(node) && json_node_get_value_type(node) == G_TYPE_STRING
               ? json_node_get_string(node)
               : NULL;
}

static gboolean kind_for(const char *id, IsrQuasiKind *kind)
{
    for (guint i = 0; i < ISR_N_QUASI; i++)
        if (g_str_equal(isr_quasi_id((IsrQuasiKind)i), id)) {
            *kind = (IsrQuasiKind)i;
            return TRUE;
        }
    return FALSE;
}

static gboolean read_fact(IsrQuasiPerson *person, JsonNode *node)
{
    JsonArray *fact = node && JSON_NODE_HOLDS_ARRAY(node) ? json_node_get_array(node) : NULL;
    IsrQuasiKind kind;

    if (!fact || json_array_get_length(fact) != 2)
        return FALSE;
    const char *id = string_in(json_array_get_element(fact, 0));
    const char *value = string_in(json_array_get_element(fact, 1));

    if (!id || !value || !kind_for(id, &kind))
        return FALSE;
    const guint before = person->values[kind]->len;

    isr_quasi_tell(person, kind, value);
    return person->values[kind]->len > before;
}

static gboolean read_facts(IsrQuasiPerson *person, JsonArray *facts)
{
    if (json_array_get_length(facts) > ISR_LIMIT_FINDINGS)
        return FALSE;
    for (guint i = 0; i < json_array_get_length(facts); i++)
        if (!read_fact(person, json_array_get_element(facts, i)))
            return FALSE;
    return TRUE;
}

static gboolean is_identity(const char *text)
{
    return text && strlen(text) == IDENTITY_DIGITS &&
           strspn(text, "0123456789abcdef") == IDENTITY_DIGITS;
}

static gboolean read_person(GPtrArray *quasis, JsonNode *node)
{
    JsonObject *object = node && JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : NULL;

    if (!object || json_object_get_size(object) != 3)
        return FALSE;
    const char *identity = string_in(json_object_get_member(object, "identity"));
    JsonNode *subject = json_object_get_member(object, "subject");
    JsonNode *facts = json_object_get_member(object, "facts");

    return is_identity(identity) && subject && JSON_NODE_HOLDS_VALUE(subject) &&
           json_node_get_value_type(subject) == G_TYPE_BOOLEAN && facts &&
           JSON_NODE_HOLDS_ARRAY(facts) &&
           read_facts(isr_quasis_add(quasis, identity, json_node_get_boolean(subject)),
                      json_node_get_array(facts));
}

static gboolean read_people(GPtrArray *quasis, JsonNode *root)
{
    JsonObject *object = root && JSON_NODE_HOLDS_OBJECT(root) ? json_node_get_object(root) : NULL;
    JsonNode *version = object ? json_object_get_member(object, "version") : NULL;
    JsonNode *people = object ? json_object_get_member(object, "people") : NULL;

    if (!version || !JSON_NODE_HOLDS_VALUE(version) || json_node_get_int(version) != VERSION ||
        !people || !JSON_NODE_HOLDS_ARRAY(people))
        return FALSE;
    JsonArray *array = json_node_get_array(people);

    if (json_array_get_length(array) > ISR_LIMIT_PEOPLE)
        return FALSE;
    for (guint i = 0; i < json_array_get_length(array); i++)
        if (!read_person(quasis, json_array_get_element(array, i)))
            return FALSE;
    return TRUE;
}

GPtrArray *isr_quasis_read(const char *text, GError **error)
{
    g_autoptr(GPtrArray) quasis = isr_quasis_new();
    g_autoptr(JsonParser) parser = json_parser_new();

    if (read_people(quasis, isr_json_read(parser, text, -1)))
        return g_steal_pointer(&quasis);
    g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED,
                "what a document tells of people cannot be understood");
    return NULL;
}
