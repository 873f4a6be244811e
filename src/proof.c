/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds a copy against its manifest. The manifest quotes nothing, so every row of words of the
 * copy is committed to under the key and the commitments are compared. */
#include <isredact/proof.h>

#include "cuts.h"
#include "glue.h"
#include "jsonread.h"

#include <isredact/error.h>
#include <isredact/reading.h>

#include <string.h>

/* Words of the longest value that is looked for: a long address, a short sentence. */
#define MOST_WORDS 24
/* Shorter values were committed to as well, but stand in any text by chance. */
#define SHORTEST_LETTERS 3
#define SHORTEST_DIGITS 5
/* No honest manifest is larger. */
#define MOST_BYTES (256 * 1024 * 1024)

void isr_proof_free(IsrProof *proof)
{
    if (!proof)
        return;
    g_free(proof->source_digest);
    g_free(proof->copy_digest);
    g_free(proof->format);
    g_free(proof->profile);
    g_free(proof->profile_digest);
    g_free(proof->patterns_digest);
    g_free(proof->key);
    g_clear_pointer(&proof->commitments, g_hash_table_unref);
    g_free(proof);
}

static JsonObject *object_for(JsonObject *object, const char *name)
{
    JsonNode *node = object ? json_object_get_member(object, name) : NULL;

    return node && JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : NULL;
}

static const char *string_for(JsonObject *object, const char *name)
{
    JsonNode *node = object ? json_object_get_member(object, name) : NULL;

    return node && json_node_get_value_type(node) == G_TYPE_STRING ? json_node_get_string(node)
                                                                   : NULL;
}

static gboolean is_set(JsonObject *object, const char *name)
{
    JsonNode *node = object ? json_object_get_member(object, name) : NULL;

    return node && json_node_get_value_type(node) == G_TYPE_BOOLEAN && json_node_get_boolean(node);
}

static gboolean has_mark(JsonObject *finding, const char *mark)
{
    JsonNode *node = json_object_get_member(finding, "marks");
    JsonArray *marks = node && JSON_NODE_HOLDS_ARRAY(node) ? json_node_get_array(node) : NULL;

    for (guint i = 0; marks && i < json_array_get_length(marks); i++) {
        JsonNode *one = json_array_get_element(marks, i);

        if (JSON_NODE_HOLDS_VALUE(one) && g_strcmp0(json_node_get_string(one), mark) == 0)
            return TRUE;
    }
    return FALSE;
}

static void read_finding(JsonArray *findings, guint index, JsonNode *node, gpointer self)
{
    IsrProof *proof = self;
    JsonObject *finding = JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : NULL;
    const char *commitment = string_for(finding, "commitment");
    const char *category = string_for(finding, "category");

    (void)findings;
    (void)index;
    if (!commitment || !category)
        return;
    /* "ten" is an age in one place and a word in another. */
    if (has_mark(finding, "ordinary-word") || g_str_equal(category, "age"))
        proof->excepted++;
    else
        g_hash_table_insert(proof->commitments, g_strdup(commitment), g_strdup(category));
}

/* A value may have been removed in one place and be an everyday word in another. */
static gboolean read_manifest(IsrProof *proof, JsonObject *manifest)
{
    JsonObject *tool = object_for(manifest, "tool"), *copy = object_for(manifest, "copy");
    JsonObject *profile = object_for(manifest, "profile");
    JsonNode *findings = manifest ? json_object_get_member(manifest, "findings") : NULL;

    proof->source_digest = g_strdup(string_for(object_for(manifest, "source"), "sha256"));
    proof->copy_digest = g_strdup(string_for(copy, "sha256"));
    proof->format = g_strdup(string_for(copy, "format"));
    proof->profile = g_strdup(string_for(profile, "id"));
    proof->profile_digest = g_strdup(string_for(profile, "digest"));
    proof->patterns_digest = g_strdup(string_for(tool, "patterns"));
    proof->key = g_strdup(string_for(tool, "key"));
    proof->hide = is_set(object_for(manifest, "asked"), "hide_whereabouts");
    if (!proof->copy_digest || !proof->profile || !findings || !JSON_NODE_HOLDS_ARRAY(findings))
        return FALSE;
    json_array_foreach_element(json_node_get_array(findings), read_finding, proof);
    return TRUE;
}

IsrProof *isr_proof_load(const char *path, GError **error)
{
    g_autoptr(IsrProof) proof = g_new0(IsrProof, 1);
    g_autoptr(JsonParser) parser = json_parser_new();
    g_autoptr(IsrInput) input = isr_input_open(path, error);
    g_autofree char *text = NULL;
    JsonNode *root = NULL;
    gssize length = 0;

    proof->commitments = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    if (!input)
        return NULL;
    if (isr_input_size(input) <= MOST_BYTES) {
        text = g_malloc(isr_input_size(input) + 1);
        length = isr_input_read(input, 0, text, isr_input_size(input), error);
        if (length < 0)
            return NULL;
    }
    if (text)
        root = isr_json_read(parser, text, length);
    if (root && JSON_NODE_HOLDS_OBJECT(root) && read_manifest(proof, json_node_get_object(root)))
        return g_steal_pointer(&proof);
    g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED,
                "%s: this is no manifest of isredact; give the one that was written with the copy",
                path);
    return NULL;
}

gboolean isr_proof_is_copy(const IsrProof *proof, IsrInput *copy, GError **error)
{
    const char *digest = isr_input_digest(copy, error);

    if (!digest)
        return FALSE;
    if (g_str_equal(digest, proof->copy_digest))
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_LEAK,
                "%s: this is not the copy that the manifest describes: it was changed after it was "
                "verified, or the manifest belongs to another",
                isr_input_name(copy));
    return FALSE;
}

gboolean isr_proof_is_former(const IsrProof *proof, const char *source_digest, const char *format,
                             IsrInput *copy)
{
    if (g_strcmp0(source_digest, proof->source_digest) == 0)
        return TRUE;
    return copy && (g_strcmp0(format, proof->format) == 0 ||
                    g_strcmp0(isr_input_digest(copy, NULL), proof->copy_digest) == 0);
}

/* Where words of @text begin and end: GArray of IsrRange. A number and the letters beside it, and
 * words that only a capital parts, count as two. */
static GArray *words_of(const GString *text)
{
    GArray *words = g_array_new(FALSE, FALSE, sizeof(IsrRange));
    gunichar before = ' ';

    for (const char *p = text->str; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        gsize at = (gsize)(p - text->str), end = at + (gsize)(g_utf8_next_char(p) - p);
        gboolean inside = g_unichar_isalnum(c) || g_unichar_ismark(c);
        gboolean begins = !g_unichar_isalnum(before) ||
                          g_unichar_isdigit(before) != g_unichar_isdigit(c) ||
                          (g_unichar_islower(before) && g_unichar_isupper(c));

        if (inside && (begins || words->len == 0)) {
            IsrRange word = {at, end};

            g_array_append_val(words, word);
        } else if (inside) {
            g_array_index(words, IsrRange, words->len - 1).end = end;
        }
        before = inside ? c : ' ';
    }
    return words;
}

static void count_characters(const char *value, guint *letters, guint *digits)
{
    *letters = *digits = 0;
    for (const char *p = value; *p; p = g_utf8_next_char(p)) {
        *letters += g_unichar_isalpha(g_utf8_get_char(p)) != 0;
        *digits += g_unichar_isdigit(g_utf8_get_char(p)) != 0;
    }
}

static gboolean is_long_enough(const char *value)
{
    guint letters, digits;

    count_characters(value, &letters, &digits);
    return letters ? letters + digits >= SHORTEST_LETTERS : digits >= SHORTEST_DIGITS;
}

/* The category of the value that was removed and reads as @value; NULL if there is none. */
static const char *committed(const IsrProof *proof, const IsrKey *key, const char *value)
{
    g_autofree char *commitment = isr_key_commit(key, "removed", value);

    return g_hash_table_lookup(proof->commitments, commitment);
}

/* A block that is searched. */
typedef struct {
    const IsrProof *proof;
    const IsrKey *key;
    const char *text;
    const char *category; /* of the value that was found, or NULL */
} Search;

/* Searches @range, which begins and ends with whole words. FALSE if a removed value is found. */
static gboolean search_words(Search *search, IsrRange range)
{
    g_autofree char *value = g_strndup(search->text + range.start, range.end - range.start);

    if (is_long_enough(value))
        search->category = committed(search->proof, search->key, value);
    return search->category == NULL;
}

/* What may be glued to a value of @category that reads as @value. */
static IsrGlue glue_of(IsrCategory category, const char *value)
{
    guint letters, digits;

    count_characters(value, &letters, &digits);
    return isr_glue_for(category, letters, digits);
}

/* TRUE if a value may begin or end at @at, where what stands there may be @glue. */
static gboolean is_end(const char *text, gsize at, IsrGlue glue)
{
    const gunichar before = at > 0 ? g_utf8_get_char(g_utf8_prev_char(text + at)) : ' ';
    const gunichar after = text[at] ? g_utf8_get_char(text + at) : ' ';

    return !g_unichar_isalnum(before) || !g_unichar_isalnum(after) ||
           g_unichar_isdigit(before) != g_unichar_isdigit(after) ||
           isr_glue_at(glue, g_unichar_isdigit(after));
}

static gboolean is_glued(const Search *search, IsrCategory category, IsrRange range,
                         const char *value)
{
    const IsrGlue glue = glue_of(category, value);

    return is_end(search->text, range.start, glue) && is_end(search->text, range.end, glue);
}

/* The same of one that begins or ends inside a word. */
static gboolean search_cut(gpointer self, IsrRange range)
{
    Search *search = self;
    g_autofree char *value = g_strndup(search->text + range.start, range.end - range.start);
    const IsrCategory likely = strchr(value, '@') ? ISR_CATEGORY_EMAIL : ISR_CATEGORY_CASE_REF;
    const char *category = NULL;
    IsrCategory which;

    if (is_glued(search, likely, range, value))
        category = committed(search->proof, search->key, value);
    if (category && isr_category_for_id(category, &which) && is_glued(search, which, range, value))
        search->category = category;
    return search->category == NULL;
}

static gboolean search_rows(Search *search, const GArray *words)
{
    for (guint i = 0; i < words->len; i++) {
        const gsize start = g_array_index(words, IsrRange, i).start;

        for (guint k = i; k < words->len && k < i + MOST_WORDS; k++)
            if (!search_words(search, (IsrRange){start, g_array_index(words, IsrRange, k).end}))
                return FALSE;
    }
    return TRUE;
}

gboolean isr_proof_block(const IsrProof *proof, const IsrKey *key, const IsrBlock *block,
                         GError **error)
{
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
    g_autoptr(GArray) words = words_of(reading->text);
    Search search = {.proof = proof, .key = key, .text = reading->text->str};

    if (search_rows(&search, words) &&
        isr_cuts_each(reading->text->str, words, search_cut, &search))
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_LEAK,
                "a value that was removed (%s) stands in the copy: %s, paragraph %u",
                search.category, block->part, block->index + 1);
    return FALSE;
}
