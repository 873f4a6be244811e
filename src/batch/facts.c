/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON out and in. The reader takes ids alone where ids belong, so that no text of a document can
 * pass for one. */
#include "facts.h"

#include "../jsonread.h"

#include <isredact/error.h>
#include <isredact/people.h>

#include <string.h>

/* Sentences of the program's own are shorter. */
#define MOST_SENTENCE 2000
#define MOST_CHECKS 10000

char *isr_facts_line(const char *answer, IsrFactsLine line)
{
    gsize length;

    for (guint i = 0; i < (guint)line && answer; i++) {
        answer = strchr(answer, '\n');
        answer = answer ? answer + 1 : NULL;
    }
    length = answer ? strcspn(answer, "\n") : 0;
    return length > 0 ? g_strndup(answer, length) : NULL;
}

typedef guint Tally[ISR_N_CATEGORIES][ISR_N_ROLES][ISR_N_ACTIONS];

static void count(const IsrRecord *record, Tally tally)
{
    for (guint i = 0; i < record->outcomes->len; i++) {
        const IsrOutcome *outcome = record->outcomes->pdata[i];
        IsrRole role = isr_people_presume(record->people, &outcome->finding);

        tally[outcome->finding.category][role][outcome->done]++;
    }
}

static void add_count(JsonBuilder *json, IsrCategory category, IsrRole role, IsrAction action,
                      guint n)
{
    json_builder_begin_array(json);
    json_builder_add_string_value(json, isr_category_id(category));
    json_builder_add_string_value(json, isr_role_id(role));
    json_builder_add_string_value(json, isr_action_id(action));
    json_builder_add_int_value(json, n);
    json_builder_end_array(json);
}

static void add_counts(JsonBuilder *json, const IsrRecord *record)
{
    g_autofree Tally *tally = g_malloc0(sizeof(Tally));

    count(record, *tally);
    json_builder_set_member_name(json, "counts");
    json_builder_begin_array(json);
    for (guint c = 0; c < ISR_N_CATEGORIES; c++)
        for (guint r = 0; r < ISR_N_ROLES; r++)
            for (guint a = 0; a < ISR_N_ACTIONS; a++)
                if ((*tally)[c][r][a] > 0)
                    add_count(json, (IsrCategory)c, (IsrRole)r, (IsrAction)a, (*tally)[c][r][a]);
    json_builder_end_array(json);
}

static void add_checks(JsonBuilder *json, const IsrRecord *record)
{
    json_builder_set_member_name(json, "checks");
    json_builder_begin_array(json);
    for (guint i = 0; i < record->checks->len && i < MOST_CHECKS; i++)
        json_builder_add_string_value(json, record->checks->pdata[i]);
    json_builder_end_array(json);
}

static void add_string(JsonBuilder *json, const char *name, const char *value)
{
    json_builder_set_member_name(json, name);
    json_builder_add_string_value(json, value);
}

char *isr_facts_text(const IsrRecord *record, const char *sealed)
{
    g_autoptr(JsonBuilder) json = json_builder_new();
    g_autoptr(JsonNode) root = NULL;

    json_builder_begin_object(json);
    add_string(json, "format", record->format);
    add_string(json, "name", record->name);
    add_string(json, "copy", record->copy_digest);
    if (sealed)
        add_string(json, "sealed", sealed);
    json_builder_set_member_name(json, "cells");
    json_builder_add_int_value(json, record->cells);
    add_checks(json, record);
    add_counts(json, record);
    json_builder_end_object(json);
    root = json_builder_get_root(json);
    return json_to_string(root, FALSE);
}

static gboolean is_string(JsonNode *node)
{
    return node && JSON_NODE_HOLDS_VALUE(node) && json_node_get_value_type(node) == G_TYPE_STRING &&
           strlen(json_node_get_string(node)) <= MOST_SENTENCE;
}

/* The string called @name; NULL if it is null or no string. */
static char *take_string(JsonObject *object, const char *name)
{
    JsonNode *node = json_object_get_member(object, name);

    return is_string(node) ? g_strdup(json_node_get_string(node)) : NULL;
}

/* As long as it may be, and in the letters of base64. */
static char *take_sealed(JsonObject *object)
{
    const char *text = json_object_get_string_member_with_default(object, "sealed", NULL);
    gsize plain = text ? strspn(text, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "+/") : 0;

    return text && plain > 0 && strspn(text + plain, "=") == strlen(text + plain) ? g_strdup(text)
                                                                                  : NULL;
}

/* The number called @name; 0 if there is none. */
static guint take_number(JsonObject *object, const char *name)
{
    JsonNode *node = json_object_get_member(object, name);
    gint64 number = node && JSON_NODE_HOLDS_VALUE(node) ? json_node_get_int(node) : 0;

    return (guint)CLAMP(number, 0, G_MAXINT);
}

static JsonArray *take_array(JsonObject *object, const char *name)
{
    JsonNode *node = json_object_get_member(object, name);

    return node && JSON_NODE_HOLDS_ARRAY(node) ? json_node_get_array(node) : NULL;
}

static gboolean read_count(JsonNode *node, IsrFactsCount *one)
{
    JsonArray *row = JSON_NODE_HOLDS_ARRAY(node) ? json_node_get_array(node) : NULL;
    gint64 n;

    if (!row || json_array_get_length(row) != 4)
        return FALSE;
    for (guint i = 0; i < 3; i++) {
        if (!is_string(json_array_get_element(row, i)))
            return FALSE;
    }
    if (!JSON_NODE_HOLDS_VALUE(json_array_get_element(row, 3)))
        return FALSE;
    n = json_array_get_int_element(row, 3);
    if (n < 1 || n > G_MAXINT)
        return FALSE;
    one->count = (guint)n;
    return isr_category_for_id(json_array_get_string_element(row, 0), &one->category) &&
           isr_role_for_id(json_array_get_string_element(row, 1), &one->role) &&
           isr_action_for_id(json_array_get_string_element(row, 2), &one->action);
}

static gboolean read_counts(IsrFacts *facts, JsonArray *counts)
{
    for (guint i = 0; i < json_array_get_length(counts); i++) {
        IsrFactsCount one;

        if (!read_count(json_array_get_element(counts, i), &one))
            return FALSE;
        g_array_append_val(facts->counts, one);
    }
    return TRUE;
}

static gboolean read_checks(IsrFacts *facts, JsonArray *checks)
{
    if (json_array_get_length(checks) > MOST_CHECKS)
        return FALSE;
    for (guint i = 0; i < json_array_get_length(checks); i++) {
        JsonNode *node = json_array_get_element(checks, i);

        if (!is_string(node))
            return FALSE;
        g_ptr_array_add(facts->checks, g_strdup(json_node_get_string(node)));
    }
    return TRUE;
}

static gboolean read_object(IsrFacts *facts, JsonObject *object)
{
    JsonArray *counts = take_array(object, "counts"), *checks = take_array(object, "checks");

    facts->format = take_string(object, "format");
    facts->name = take_string(object, "name");
    facts->copy_digest = take_string(object, "copy");
    facts->sealed = take_sealed(object);
    facts->cells = take_number(object, "cells");
    return facts->format && facts->copy_digest && counts && checks && read_counts(facts, counts) &&
           read_checks(facts, checks);
}

IsrFacts *isr_facts_read(const char *text, GError **error)
{
    g_autoptr(JsonParser) parser = json_parser_new();
    g_autoptr(IsrFacts) facts = g_new0(IsrFacts, 1);
    JsonNode *root = NULL;

    facts->checks = g_ptr_array_new_with_free_func(g_free);
    facts->counts = g_array_new(FALSE, TRUE, sizeof(IsrFactsCount));
    root = isr_json_read(parser, text, -1);
    if (root && JSON_NODE_HOLDS_OBJECT(root) && read_object(facts, json_node_get_object(root)))
        return g_steal_pointer(&facts);
    g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED,
                "was answered for in a way that cannot be "
                "understood; nothing was written");
    return NULL;
}

void isr_facts_free(IsrFacts *facts)
{
    if (!facts)
        return;
    g_free(facts->format);
    g_free(facts->name);
    g_free(facts->copy_digest);
    g_free(facts->sealed);
    g_ptr_array_unref(facts->checks);
    g_array_unref(facts->counts);
    g_free(facts);
}
