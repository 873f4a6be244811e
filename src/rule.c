/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules: a rule file's forms and examples. How a form is written and applied is form.c's and
 * form_match.c's; running the examples is example.c's. */
#include <isredact/rule.h>

#include "keyfile.h"

#include <isredact/block.h>
#include <isredact/error.h>
#include <isredact/finding.h>

#include <string.h>

struct IsrRule {
    char *id; /* the file's name without ".rule" */
    char *title, *source;
    gboolean shield;
    IsrRuleOnly only;
    IsrCategory category;
    GPtrArray *forms;    /* of IsrForm * */
    GPtrArray *examples; /* of IsrExample * */
};

void isr_example_free(IsrExample *example)
{
    if (!example)
        return;
    g_free(example->key);
    g_free(example->text);
    g_array_unref(example->marks);
    g_free(example);
}

IsrExample *isr_example_read(const char *key, const char *raw)
{
    if (!g_utf8_validate(raw, -1, NULL))
        return NULL;
    IsrExample *example = g_new0(IsrExample, 1);
    GString *text = g_string_new(NULL);
    IsrRange mark = {0, 0};
    gboolean open = FALSE, wrong = FALSE;

    example->key = g_strdup(key);
    example->marks = g_array_new(FALSE, FALSE, sizeof(IsrRange));
    for (const char *p = raw; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (c == 0xAB || c == 0xBB) { /* « » */
            wrong = wrong || open == (c == 0xAB);
            open = c == 0xAB;
            *(open ? &mark.start : &mark.end) = text->len;
            if (!open)
                g_array_append_val(example->marks, mark);
        } else if (g_str_has_prefix(p, " | ")) {
            g_string_append_c(text, ISR_CELL_BREAK);
            p += 2;
        } else if (g_str_has_prefix(p, "\\n")) {
            g_string_append_c(text, '\n');
            p++;
        } else {
            g_string_append_unichar(text, c);
        }
    }
    example->text = g_string_free(text, FALSE);
    if (!wrong && !open)
        return example;
    isr_example_free(example);
    return NULL;
}

static gboolean load_examples(IsrRule *rule, GKeyFile *file, const char *group, gboolean marked,
                              GError **error)
{
    g_auto(GStrv) keys = g_key_file_get_keys(file, group, NULL, NULL);

    for (char **key = keys; key && *key; key++) {
        g_autofree char *raw = g_key_file_get_value(file, group, *key, NULL);
        IsrExample *example = isr_example_read(*key, raw);

        if (!example || (example->marks->len > 0) != marked) {
            isr_example_free(example);
            g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "[%s] %s: %s", group, *key,
                        marked ? "mark what must be found, as in \"NHS no: «999 347 6501»\""
                               : "nothing is to be found here, so leave « and » out");
            return FALSE;
        }
        g_ptr_array_add(rule->examples, example);
    }
    return TRUE;
}

/* "only" says when a rule is asked at all. */
static gboolean load_only(IsrRule *rule, GKeyFile *file, GError **error)
{
    static const char *const known[] = {[ISR_RULE_WHEREABOUTS] = "hide-whereabouts",
                                        [ISR_RULE_HOUSES] = "known-houses",
                                        [ISR_RULE_HOUSES_NEARBY] = "known-houses-and-nearby",
                                        [ISR_RULE_BESIDE_ADDRESS] = "beside-address"};
    g_autofree char *only = g_key_file_get_value(file, "rule", "only", NULL);

    for (guint i = ISR_RULE_WHEREABOUTS; only && i < G_N_ELEMENTS(known); i++)
        if (g_str_equal(only, known[i]))
            rule->only = (IsrRuleOnly)i;
    if (!only || (rule->only != ISR_RULE_ALWAYS && !rule->shield))
        return TRUE;
    g_set_error(
        error, ISR_ERROR, ISR_ERROR_RULES,
        "[rule] only: can only be \"%s\", \"%s\", \"%s\" or \"%s\", and not with category none; "
        "leave it out for a rule that is always asked",
        known[ISR_RULE_WHEREABOUTS], known[ISR_RULE_HOUSES], known[ISR_RULE_HOUSES_NEARBY],
        known[ISR_RULE_BESIDE_ADDRESS]);
    return FALSE;
}

static gboolean load_head(IsrRule *rule, GKeyFile *file, GError **error)
{
    static const char *const known[] = {"title", "category", "source", "needs", "only", NULL};
    g_auto(GStrv) keys = g_key_file_get_keys(file, "rule", NULL, NULL);
    g_autofree char *category = g_key_file_get_value(file, "rule", "category", NULL);

    for (char **key = keys; key && *key; key++) {
        if (!g_strv_contains(known, *key)) {
            g_set_error(
                error, ISR_ERROR, ISR_ERROR_RULES,
                "[rule] %s: is not a key here; known are title, category, source, needs and only",
                *key);
            return FALSE;
        }
    }
    rule->title = g_key_file_get_value(file, "rule", "title", NULL);
    rule->source = g_key_file_get_value(file, "rule", "source", NULL);
    if (!rule->title || !category) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "[rule] %s: is missing",
                    rule->title ? "category" : "title");
        return FALSE;
    }
    rule->shield = g_str_equal(category, "none");
    if (rule->shield ||
        (isr_category_for_id(category, &rule->category) && !isr_category_is_topic(rule->category)))
        return load_only(rule, file, error);
    g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                "[rule] category: \"%s\" is not a category of identifiers; patterns/README.md "
                "lists them",
                category);
    return FALSE;
}

static gboolean load_groups(IsrRule *rule, GKeyFile *file, GHashTable *pieces, GError **error)
{
    g_auto(GStrv) groups = g_key_file_get_groups(file, NULL);

    for (char **group = groups; *group; group++) {
        if (g_str_has_prefix(*group, "form ")) {
            IsrForm *form = isr_form_load(file, *group, pieces, error);

            if (!form)
                return FALSE;
            g_ptr_array_add(rule->forms, form);
        } else if (g_str_equal(*group, "match") || g_str_equal(*group, "no-match")) {
            if (**group == 'm' && rule->shield) {
                g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                            "[match]: a rule of category none finds nothing; write [no-match]");
                return FALSE;
            }
            if (!load_examples(rule, file, *group, **group == 'm', error))
                return FALSE;
        } else if (!g_str_equal(*group, "rule")) {
            g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                        "[%s]: unknown group; known are [rule], [form ...], [match], [no-match]",
                        *group);
            return FALSE;
        }
    }
    if (rule->forms->len > 0)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "[form ...]: at least one form is needed");
    return FALSE;
}

IsrRule *isr_rule_load(const char *path, GHashTable *pieces, GError **error)
{
    g_autoptr(IsrRule) rule = g_new0(IsrRule, 1);
    g_autoptr(GError) wrong = NULL;
    g_autoptr(GKeyFile) file = isr_keyfile_open(path, &wrong);
    g_autofree char *name = g_path_get_basename(path);

    rule->forms = g_ptr_array_new_with_free_func((GDestroyNotify)isr_form_free);
    rule->examples = g_ptr_array_new_with_free_func((GDestroyNotify)isr_example_free);
    rule->id = g_str_has_suffix(name, ".rule") ? g_strndup(name, strlen(name) - 5) : g_strdup(name);
    if (!file || !load_head(rule, file, &wrong) || !load_groups(rule, file, pieces, &wrong)) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "%s: %s", name, wrong->message);
        return NULL;
    }
    return g_steal_pointer(&rule);
}

void isr_rule_free(IsrRule *rule)
{
    if (!rule)
        return;
    g_free(rule->id);
    g_free(rule->title);
    g_free(rule->source);
    g_ptr_array_unref(rule->forms);
    g_ptr_array_unref(rule->examples);
    g_free(rule);
}

const char *isr_rule_id(const IsrRule *rule)
{
    return rule->id;
}

const char *isr_rule_title(const IsrRule *rule)
{
    return rule->title;
}

const char *isr_rule_source(const IsrRule *rule)
{
    return rule->source;
}

gboolean isr_rule_is_shield(const IsrRule *rule)
{
    return rule->shield;
}

IsrRuleOnly isr_rule_only(const IsrRule *rule)
{
    return rule->only;
}

IsrCategory isr_rule_category(const IsrRule *rule)
{
    return rule->category;
}

const GPtrArray *isr_rule_forms(const IsrRule *rule)
{
    return rule->forms;
}

const GPtrArray *isr_rule_examples(const IsrRule *rule)
{
    return rule->examples;
}

gboolean isr_rule_match(const IsrRule *rule, IsrScratch *scratch, GArray *matches, GError **error)
{
    for (guint i = 0; i < rule->forms->len; i++) {
        const IsrForm *form = g_ptr_array_index(rule->forms, i);

        if (isr_form_has_places(form, scratch) && !isr_form_match(form, scratch, matches, error)) {
            g_prefix_error(error, "rule %s: ", rule->id);
            return FALSE;
        }
    }
    return TRUE;
}

const char *isr_rule_reason(const IsrRule *rule, const IsrMatch *match)
{
    g_autofree char *reason = g_strconcat(
        rule->title, match->flags & ISR_FINDING_LABELLED ? ", labelled as such" : ", by its form",
        match->in_context ? ", in words that say so" : "", match->checked ? ", check passed" : "",
        match->flags & ISR_FINDING_FAILED ? ", check failed (mistyped?)" : "", NULL);

    return g_intern_string(reason);
}

GHashTable *isr_pieces_load(const char *path, GError **error)
{
    g_autoptr(GError) wrong = NULL;
    g_autoptr(GKeyFile) file = isr_keyfile_open(path, &wrong);
    g_auto(GStrv) names = file ? g_key_file_get_keys(file, "pieces", NULL, NULL) : NULL;
    GHashTable *pieces;

    if (!file) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "pieces.txt: %s", wrong->message);
        return NULL;
    }
    pieces = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (char **name = names; name && *name; name++)
        g_hash_table_insert(pieces, g_strdup(*name),
                            g_strstrip(g_key_file_get_value(file, "pieces", *name, NULL)));
    return pieces;
}
