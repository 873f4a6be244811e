/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Doubts come from the link's own lines, singles from rows of a JSON list. */
#include "concerns.h"

#include "guarding.h"
#include "linking.h"

#include "../jsonread.h"
#include "../jsontext.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <string.h>

#define MOST_TEXT 1000

static const char *const ids[ISR_N_CONCERNS] = {
    [ISR_CONCERN_APART] = "apart",
    [ISR_CONCERN_JOINED] = "joined",
    [ISR_CONCERN_SAME] = "same-code",
};

const char *isr_concern_id(IsrConcernKind kind)
{
    return ids[kind];
}

static void single_clear(gpointer item)
{
    IsrConcernSingle *single = item;

    g_free(single->left);
    g_free(single->coarser);
}

IsrConcerns *isr_concerns_new(void)
{
    IsrConcerns *concerns = g_new0(IsrConcerns, 1);

    concerns->doubts = g_array_new(FALSE, TRUE, sizeof(IsrConcernDoubt));
    concerns->linkages = g_array_new(FALSE, TRUE, sizeof(IsrConcernLinkage));
    concerns->singles = g_array_new(FALSE, TRUE, sizeof(IsrConcernSingle));
    g_array_set_clear_func(concerns->singles, single_clear);
    return concerns;
}

void isr_concerns_free(IsrConcerns *concerns)
{
    if (!concerns)
        return;
    g_array_unref(concerns->doubts);
    g_array_unref(concerns->linkages);
    g_array_unref(concerns->singles);
    g_free(concerns);
}

void isr_concerns_add_doubt(IsrConcerns *concerns, const IsrConcernDoubt *doubt)
{
    g_array_append_vals(concerns->doubts, doubt, 1);
}

void isr_concerns_add_linkage(IsrConcerns *concerns, const IsrConcernLinkage *linkage)
{
    g_array_append_vals(concerns->linkages, linkage, 1);
}

void isr_concerns_add_single(IsrConcerns *concerns, const IsrConcernSingle *single)
{
    IsrConcernSingle own = *single;

    own.left = g_strdup(single->left);
    own.coarser = g_strdup(single->coarser);
    g_array_append_val(concerns->singles, own);
}

/* --- out --- */

static void put_singles(JsonText *json, const GArray *singles)
{
    for (guint i = 0; i < singles->len; i++) {
        const IsrConcernSingle *single = &g_array_index(singles, IsrConcernSingle, i);

        isr_json_begin(json, '[');
        isr_json_string(json, single->code);
        isr_json_string(json, single->left);
        isr_json_string(json, single->coarser ? single->coarser : "");
        isr_json_number(json, single->shared);
        isr_json_end(json, ']');
    }
}

char *isr_concerns_text(const IsrConcerns *concerns)
{
    JsonText json = {.text = g_string_new(NULL)};

    isr_json_begin(&json, '{');
    isr_json_put_number(&json, "least", concerns->least);
    isr_json_put_begin(&json, "singles", '[');
    put_singles(&json, concerns->singles);
    isr_json_end(&json, ']');
    isr_json_end(&json, '}');
    return g_string_free(json.text, FALSE);
}

/* --- in --- */

/* The string at @n of @row, NULL if there is none or it is longer than @most. */
static const char *string_at(JsonArray *row, guint n, gsize most)
{
    JsonNode *node = json_array_get_element(row, n);
    const char *text =
        JSON_NODE_HOLDS_VALUE(node) && json_node_get_value_type(node) == G_TYPE_STRING
            ? json_node_get_string(node)
            : NULL;

    return text && strlen(text) <= most ? text : NULL;
}

static gboolean number_at(JsonArray *row, guint n, guint *number)
{
    JsonNode *node = json_array_get_element(row, n);
    gint64 value = JSON_NODE_HOLDS_VALUE(node) && json_node_get_value_type(node) == G_TYPE_INT64
                       ? json_node_get_int(node)
                       : -1;

    *number = (guint)value;
    return value >= 0 && value <= G_MAXINT;
}

static gboolean code_at(JsonArray *row, guint n, char code[ISR_CONCERN_CODE])
{
    const char *text = string_at(row, n, ISR_CONCERN_CODE - 1);

    if (!text || strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != strlen(text))
        return FALSE;
    g_strlcpy(code, text, ISR_CONCERN_CODE);
    return TRUE;
}

static gboolean take_single(IsrConcerns *concerns, JsonArray *row)
{
    IsrConcernSingle single = {0};

    if (json_array_get_length(row) != 4 || !code_at(row, 0, single.code) ||
        !(single.left = (char *)string_at(row, 1, MOST_TEXT)) ||
        !(single.coarser = (char *)string_at(row, 2, MOST_TEXT)) ||
        !number_at(row, 3, &single.shared))
        return FALSE;
    if (!*single.coarser)
        single.coarser = NULL;
    isr_concerns_add_single(concerns, &single);
    return TRUE;
}

static gboolean take_all(IsrConcerns *concerns, JsonObject *object)
{
    JsonNode *node = json_object_get_member(object, "singles");
    JsonArray *rows = node && JSON_NODE_HOLDS_ARRAY(node) ? json_node_get_array(node) : NULL;
    gint64 least = json_object_get_int_member_with_default(object, "least", -1);

    if (!rows || json_array_get_length(rows) > ISR_LIMIT_CONCERNS || least < 0 || least > G_MAXINT)
        return FALSE;
    concerns->least = (guint)least;
    for (guint i = 0; i < json_array_get_length(rows); i++) {
        JsonNode *row = json_array_get_element(rows, i);

        if (!JSON_NODE_HOLDS_ARRAY(row) || !take_single(concerns, json_node_get_array(row)))
            return FALSE;
    }
    return TRUE;
}

gboolean isr_concerns_read(IsrConcerns *concerns, const char *text, GError **error)
{
    g_autoptr(JsonParser) parser = json_parser_new();
    JsonNode *root = NULL;

    root = isr_json_read(parser, text, -1);
    if (root && JSON_NODE_HOLDS_OBJECT(root) && take_all(concerns, json_node_get_object(root)))
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED,
                "what was found of people who could be picked out cannot be understood");
    return FALSE;
}

/* --- all of a batch --- */

static gint by_code(gconstpointer a, gconstpointer b)
{
    const IsrConcernDoubt *one = a, *other = b;
    gint order = (gint)one->kind - (gint)other->kind;

    if (!order)
        order = strcmp(one->code, other->code);
    if (!order)
        order = strcmp(one->other, other->other);
    return order ? order : (one->document > other->document) - (one->document < other->document);
}

static gboolean is_same(const IsrConcernDoubt *a, const IsrConcernDoubt *b)
{
    return a->kind == b->kind && strcmp(a->code, b->code) == 0 && strcmp(a->other, b->other) == 0;
}

guint isr_concerns_same(const IsrConcerns *concerns, guint from)
{
    const IsrConcernDoubt *doubts = (const IsrConcernDoubt *)(gconstpointer)concerns->doubts->data;
    guint to = from + 1;

    while (to < concerns->doubts->len && is_same(&doubts[from], &doubts[to]))
        to++;
    return to;
}

guint isr_concerns_doubts(const IsrConcerns *concerns)
{
    guint n = 0;

    for (guint i = 0; i < concerns->doubts->len; i = isr_concerns_same(concerns, i))
        n++;
    return n;
}

static gboolean load_doubts(IsrConcerns *concerns, const IsrBatch *batch, GError **error)
{
    static const char *const words[ISR_N_CONCERNS] = {"apart", "joined", "code"}; /* the link's */
    g_autoptr(GArray) doubts = isr_linking_doubts(batch, error);

    for (guint i = 0; doubts && i < doubts->len; i++) {
        const IsrLinkingDoubt *doubt = &g_array_index(doubts, IsrLinkingDoubt, i);
        IsrConcernDoubt one = {.document = (guint)doubt->document};

        while (one.kind < ISR_N_CONCERNS && !g_str_equal(words[one.kind], doubt->kind))
            one.kind++;
        g_strlcpy(one.code, doubt->code, sizeof one.code);
        g_strlcpy(one.other, doubt->other, sizeof one.other);
        if (one.kind < ISR_N_CONCERNS)
            isr_concerns_add_doubt(concerns, &one);
    }
    g_array_sort(concerns->doubts, by_code);
    return doubts != NULL;
}

/* The numbers of documents whose copies do not hold back all that they should. */
static gboolean note_open(gpointer self, const IsrEntry *entry, GError **error)
{
    (void)error;
    if (entry->copy && g_strcmp0(entry->withhold, entry->held) != 0)
        g_hash_table_add(self, GINT_TO_POINTER(entry->number));
    return TRUE;
}

static gboolean load_linkages(IsrConcerns *concerns, const IsrBatch *batch, GError **error)
{
    g_autoptr(GHashTable) open = g_hash_table_new(NULL, NULL);
    g_autoptr(GArray) pairs = isr_guarding_pairs(batch, error);

    if (!pairs || !isr_journal_each(batch->journal, note_open, open, error))
        return FALSE;
    for (guint i = 0; i < pairs->len; i++) {
        const IsrGuardingPair *pair = &g_array_index(pairs, IsrGuardingPair, i);
        IsrConcernLinkage one = {
            .hides = (guint)pair->hides,
            .shows = (guint)pair->shows,
            .values = pair->values,
            .sentences = pair->sentences,
            .mended = !g_hash_table_contains(open, GINT_TO_POINTER(pair->shows)),
        };

        isr_concerns_add_linkage(concerns, &one);
    }
    return TRUE;
}

static gboolean load_singles(IsrConcerns *concerns, const IsrBatch *batch, GError **error)
{
    GError *problem = NULL;
    g_autofree char *text = isr_journal_get(batch->journal, ISR_CONCERNS_SINGLES, &problem);

    if (!problem)
        return !text || isr_concerns_read(concerns, text, error);
    g_propagate_error(error, problem);
    return FALSE;
}

IsrConcerns *isr_concerns_load(const IsrBatch *batch, GError **error)
{
    g_autoptr(IsrConcerns) concerns = isr_concerns_new();

    if (!load_doubts(concerns, batch, error) || !load_linkages(concerns, batch, error) ||
        !load_singles(concerns, batch, error))
        return NULL;
    return g_steal_pointer(&concerns);
}

gboolean isr_concerns_ask(const IsrConcerns *concerns)
{
    gboolean asks = concerns->doubts->len > 0 || concerns->singles->len > 0;

    for (guint i = 0; i < concerns->linkages->len; i++)
        asks = asks || !g_array_index(concerns->linkages, IsrConcernLinkage, i).mended;
    return asks;
}
