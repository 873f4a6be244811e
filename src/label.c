/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels as data: loads one .label file and finds the value's shape in a text. Where labels stand
 * in a document is the label detector's business, what several labels mean together the index's. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

#include "keyfile.h"

#include <isredact/error.h>
#include <isredact/label.h>
#include <isredact/limits.h>

#define GROUP "label"
/* Bytes of a value: an address over several lines takes two hundred. */
#define MOST_VALUE 1000

struct IsrLabelShape {
    pcre2_code *code;
    pcre2_match_context *limits;
};

static void shape_free(IsrLabelShape *shape)
{
    if (shape == NULL)
        return;
    pcre2_code_free(shape->code);
    pcre2_match_context_free(shape->limits);
    g_free(shape);
}

static IsrLabelShape *shape_new(const char *regex, const char *path, GError **error)
{
    int code;
    PCRE2_SIZE at;
    PCRE2_UCHAR message[128];
    pcre2_code *compiled = pcre2_compile((PCRE2_SPTR)regex, PCRE2_ZERO_TERMINATED,
                                         PCRE2_UTF | PCRE2_UCP, &code, &at, NULL);

    if (compiled == NULL) {
        pcre2_get_error_message(code, message, sizeof message);
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                    "%s: [%s] value: %s at character %zu; correct the pattern", path, GROUP,
                    (const char *)message, (size_t)at + 1);
        return NULL;
    }
    IsrLabelShape *shape = g_new0(IsrLabelShape, 1);
    shape->code = compiled;
    shape->limits = pcre2_match_context_create(NULL);
    pcre2_set_match_limit(shape->limits, ISR_LIMIT_REGEX_MATCH);
    pcre2_set_depth_limit(shape->limits, ISR_LIMIT_REGEX_DEPTH);
    pcre2_set_heap_limit(shape->limits, ISR_LIMIT_REGEX_HEAP_KIB);
    return shape;
}

void isr_label_free(IsrLabel *label)
{
    if (label == NULL)
        return;
    g_free(label->id);
    g_free(label->kin);
    g_strfreev(label->texts);
    g_strfreev(label->match);
    g_strfreev(label->no_match);
    shape_free(label->shape);
    g_free(label);
}

static gboolean wrong(GError **error, const char *path, const char *key, const char *what)
{
    g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "%s: [%s] %s: %s", path, GROUP, key, what);
    return FALSE;
}

/* A typing error in a key must not silently switch something off. */
static gboolean check_keys(GKeyFile *file, const char *path, GError **error)
{
    static const char *const known[] = {"category", "role",  "kin",   "texts", "exact",
                                        "beside",   "value", "check", NULL};
    g_auto(GStrv) groups = g_key_file_get_groups(file, NULL);
    g_auto(GStrv) keys = g_key_file_get_keys(file, GROUP, NULL, NULL);

    if (keys == NULL)
        return wrong(error, path, "category", "the group is missing; begin the file with [label]");
    for (char **key = keys; *key != NULL; key++)
        if (!g_strv_contains(known, *key))
            return wrong(error, path, *key, "no such key; correct or delete it");
    static const char *const sections[] = {GROUP, "match", "no-match", NULL};
    for (char **group = groups; *group != NULL; group++) {
        if (g_strv_contains(sections, *group))
            continue;
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                    "%s: [%s]: no such group; use [label], [match] and [no-match]", path, *group);
        return FALSE;
    }
    return TRUE;
}

static gboolean load_texts(IsrLabel *label, GKeyFile *file, const char *path, GError **error)
{
    g_auto(GStrv) texts = g_key_file_get_string_list(file, GROUP, "texts", NULL, NULL);
    g_autoptr(GStrvBuilder) keys = g_strv_builder_new();
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (char **text = texts; text != NULL && *text != NULL; text++) {
        g_autofree char *key = isr_label_key(*text, -1);
        if (*key != '\0' && g_hash_table_add(seen, g_strdup(key)))
            g_strv_builder_add(keys, key);
    }
    label->texts = g_strv_builder_end(keys);
    if (!isr_keyfile_has_no_gap(file, GROUP, "texts", error)) {
        g_prefix_error(error, "%s: ", path);
        return FALSE;
    }
    if (label->texts[0] == NULL)
        return wrong(error, path, "texts", "no wording; list some, parted by semicolons");
    return TRUE;
}

static gboolean load_meaning(IsrLabel *label, GKeyFile *file, const char *path, GError **error)
{
    g_autofree char *category = g_key_file_get_string(file, GROUP, "category", NULL);
    g_autofree char *role = g_key_file_get_string(file, GROUP, "role", NULL);
    g_autofree char *check = g_key_file_get_string(file, GROUP, "check", NULL);
    g_autofree char *value = g_key_file_get_value(file, GROUP, "value", NULL);

    label->role = ISR_ROLE_UNSURE;
    if (category == NULL || !isr_category_for_id(category, &label->category))
        return wrong(error, path, "category", "no such category; give one of the known ids");
    if (role != NULL && !isr_role_for_id(role, &label->role))
        return wrong(error, path, "role",
                     "no such role; give subject, family, third-party, professional or referrer");
    if (check != NULL && (label->check = isr_check_for(check)) == NULL)
        return wrong(error, path, "check", "no such check");
    if (value == NULL && label->category != ISR_CATEGORY_NAME)
        return wrong(error, path, "value", "missing; give the shape of the value as a pattern");
    if (value != NULL && (label->shape = shape_new(value, path, error)) == NULL)
        return FALSE;
    label->kin = g_key_file_get_string(file, GROUP, "kin", NULL);
    label->exact = g_key_file_get_boolean(file, GROUP, "exact", NULL);
    label->beside = g_key_file_get_boolean(file, GROUP, "beside", NULL);
    return TRUE;
}

static char **examples(GKeyFile *file, const char *group)
{
    g_auto(GStrv) keys = g_key_file_get_keys(file, group, NULL, NULL);
    g_autoptr(GStrvBuilder) texts = g_strv_builder_new();

    for (char **key = keys; key != NULL && *key != NULL; key++) {
        g_autofree char *text = g_key_file_get_value(file, group, *key, NULL);
        g_strv_builder_add(texts, text);
    }
    return g_strv_builder_end(texts);
}

IsrLabel *isr_label_load(const char *path, GError **error)
{
    g_autoptr(GError) cause = NULL;
    g_autoptr(GKeyFile) file = isr_keyfile_open(path, &cause);
    g_autoptr(IsrLabel) label = g_new0(IsrLabel, 1);

    if (!file) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "%s: %s", path, cause->message);
        return NULL;
    }
    label->id = g_path_get_basename(path);
    if (g_str_has_suffix(label->id, ".label"))
        label->id[strlen(label->id) - strlen(".label")] = '\0';
    if (!check_keys(file, path, error) || !load_meaning(label, file, path, error) ||
        !load_texts(label, file, path, error))
        return NULL;
    label->match = examples(file, "match");
    label->no_match = examples(file, "no-match");
    if (label->match[0] == NULL) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                    "%s: [match]: no example; add one with the value in «guillemets»", path);
        return NULL;
    }
    return g_steal_pointer(&label);
}

/* Where the text ends in which the value at @at is looked for: behind a word. */
static gsize reach(const char *text, gsize length, gsize at)
{
    gsize end = at + MOST_VALUE;

    if (length <= end)
        return length;
    while (end > at && text[end] != ' ' && text[end] != '\n')
        end--;
    if (end == at) /* all of it is one word */
        end = at + MOST_VALUE + strcspn(text + at + MOST_VALUE, " \n");
    return MIN(end, length);
}

gboolean isr_label_value(const IsrLabel *label, const char *text, gsize length, gsize at,
                         IsrRange *value, GError **error)
{
    pcre2_match_data *found = pcre2_match_data_create(1, NULL);
    int n = pcre2_match(label->shape->code, (PCRE2_SPTR)text, reach(text, length, at), at,
                        PCRE2_ANCHORED | PCRE2_NO_UTF_CHECK, found, label->shape->limits);

    *value = (IsrRange){at, at};
    if (n >= 0) {
        const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(found);
        *value = (IsrRange){ends[0], ends[1]};
    }
    pcre2_match_data_free(found);
    if (n >= 0 || n == PCRE2_ERROR_NOMATCH)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_LIMIT,
                "the text beside a label is too intricate to search (label %s)", label->id);
    return FALSE;
}
