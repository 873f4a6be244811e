/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cues as data: loads one .cue file. Where its phrases stand is the index's business (cueindex.c),
 * what they are worth together that of roles.c. */
#include <isredact/cue.h>

#include <string.h>

#include "keyfile.h"

#include <isredact/error.h>

#define GROUP "cue"
#define TEXTS "texts"
#define PARTS "parts"
#define ME "{me}"
/* Points that no number of cues should outweigh are for labels. */
#define MOST_POINTS 4.0

void isr_cue_free(IsrCue *cue)
{
    if (cue == NULL)
        return;
    g_free(cue->id);
    g_clear_pointer(&cue->phrases, g_ptr_array_unref);
    g_strfreev(cue->match);
    g_strfreev(cue->no_match);
    g_free(cue);
}

static gboolean wrong(GError **error, const char *path, const char *key, const char *what)
{
    g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "%s: [%s] %s: %s", path, GROUP, key, what);
    return FALSE;
}

/* A typing error in a key must not silently switch something off. */
static gboolean check_keys(GKeyFile *file, const char *path, GError **error)
{
    static const char *const known[] = {"because", "points", "texts", NULL};
    static const char *const sections[] = {GROUP, TEXTS, PARTS, "match", "no-match", NULL};
    g_auto(GStrv) groups = g_key_file_get_groups(file, NULL);
    g_auto(GStrv) keys = g_key_file_get_keys(file, GROUP, NULL, NULL);

    if (keys == NULL)
        return wrong(error, path, "texts", "the group is missing; begin the file with [cue]");
    for (char **key = keys; *key != NULL; key++)
        if (!g_strv_contains(known, *key))
            return wrong(error, path, *key, "no such key; correct or delete it");
    for (char **group = groups; *group != NULL; group++) {
        if (g_strv_contains(sections, *group))
            continue;
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                    "%s: [%s]: no such group; use [cue], [texts], [parts], [match] and [no-match]",
                    path, *group);
        return FALSE;
    }
    return TRUE;
}

static gboolean load_because(IsrCue *cue, GKeyFile *file, const char *path, GError **error)
{
    g_autofree char *because = g_key_file_get_value(file, GROUP, "because", NULL);

    if (because == NULL || *because == '\0')
        return wrong(error, path, "because", "say in words what the wordings tell");
    cue->because = g_intern_string(because);
    return TRUE;
}

/* "professional:1.5 family:-0.5". */
static gboolean load_points(IsrCue *cue, GKeyFile *file, const char *path, GError **error)
{
    g_autofree char *value = g_key_file_get_value(file, GROUP, "points", NULL);
    g_auto(GStrv) parts = g_strsplit(value != NULL ? value : "", " ", -1);
    guint given = 0;

    for (char **part = parts; *part != NULL; part++) {
        char *colon = strchr(*part, ':'), *end = NULL;
        IsrRole role;
        if (**part == '\0')
            continue;
        if (colon == NULL)
            return wrong(error, path, "points", "write role:number, as professional:1.5");
        *colon = '\0';
        double points = g_ascii_strtod(colon + 1, &end);
        if (!isr_role_for_id(*part, &role) || role == ISR_ROLE_UNSURE || end == colon + 1 ||
            *end != '\0' || points > MOST_POINTS || points < -MOST_POINTS)
            return wrong(error, path, "points",
                         "write role:number with the roles subject, family, third-party, "
                         "professional, referrer and numbers from -4 to 4");
        cue->points[role] = points;
        given++;
    }
    return given > 0 || wrong(error, path, "points", "is missing; write role:number");
}

/* TRUE if {me} is in @phrase just once, and more than that. */
static gboolean is_around_name(const GPtrArray *phrase)
{
    guint me = 0;

    for (guint i = 0; i < phrase->len; i++)
        me += g_str_equal(phrase->pdata[i], ME) ? 1 : 0;
    return me == 1 && phrase->len > 1;
}

/* Adds the wordings that @text stands for. */
static gboolean add_phrases(IsrCue *cue, IsrCueParts *parts, const char *text, GError **error)
{
    g_autoptr(GPtrArray) phrases = isr_cue_parts_spell(parts, text, error);

    for (guint i = 0; phrases != NULL && i < phrases->len; i++) {
        if (!is_around_name(phrases->pdata[i])) {
            g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "%s",
                        "each wording holds {me} once, where the name stands, and a word more");
            return FALSE;
        }
        g_ptr_array_add(cue->phrases, g_ptr_array_ref(phrases->pdata[i]));
    }
    return phrases != NULL;
}

static gboolean load_list(IsrCue *cue, GKeyFile *file, const char *group, const char *key,
                          IsrCueParts *parts, GError **error)
{
    g_autofree char *value = g_key_file_get_value(file, group, key, NULL);
    g_auto(GStrv) texts = g_strsplit(value != NULL ? value : "", ";", -1);

    if (!isr_keyfile_has_no_gap(file, group, key, error))
        return FALSE;
    for (char **text = texts; *text != NULL; text++) {
        if (*g_strstrip(*text) == '\0' || add_phrases(cue, parts, *text, error))
            continue;
        g_prefix_error(error, "[%s] %s: ", group, key);
        return FALSE;
    }
    return TRUE;
}

/* texts= of [cue], and each list of [texts]. */
static gboolean load_phrases(IsrCue *cue, GKeyFile *file, IsrCueParts *parts, GError **error)
{
    g_auto(GStrv) keys = g_key_file_get_keys(file, TEXTS, NULL, NULL);

    cue->phrases = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    if (!load_list(cue, file, GROUP, TEXTS, parts, error))
        return FALSE;
    for (char **key = keys; key != NULL && *key != NULL; key++)
        if (!load_list(cue, file, TEXTS, *key, parts, error))
            return FALSE;
    return TRUE;
}

static gboolean load_texts(IsrCue *cue, GKeyFile *file, const char *path, IsrCueParts *shared,
                           GError **error)
{
    g_autoptr(IsrCueParts) parts = isr_cue_parts_new(file, path, shared, error);

    if (parts == NULL)
        return FALSE;
    if (!load_phrases(cue, file, parts, error)) {
        g_prefix_error(error, "%s: ", path);
        return FALSE;
    }
    const char *unused = isr_cue_parts_unused(parts);

    if (unused == NULL)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                "%s: [" PARTS "] %s: no wording names <%s>; use it or delete it", path, unused,
                unused);
    return FALSE;
}

static char **load_examples(GKeyFile *file, const char *group)
{
    g_auto(GStrv) keys = g_key_file_get_keys(file, group, NULL, NULL);
    g_autoptr(GStrvBuilder) examples = g_strv_builder_new();

    for (char **key = keys; key != NULL && *key != NULL; key++) {
        g_autofree char *value = g_key_file_get_value(file, group, *key, NULL);
        g_strv_builder_add(examples, value);
    }
    return g_strv_builder_end(examples);
}

IsrCue *isr_cue_load(const char *path, IsrCueParts *shared, GError **error)
{
    g_autoptr(IsrCue) cue = g_new0(IsrCue, 1);
    g_autoptr(GError) reason = NULL;
    g_autoptr(GKeyFile) file = isr_keyfile_open(path, &reason);
    g_autofree char *name = g_path_get_basename(path);

    if (!file) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "%s: %s", path, reason->message);
        return NULL;
    }
    cue->id = g_strndup(name, strlen(name) - strlen(".cue"));
    cue->match = load_examples(file, "match");
    cue->no_match = load_examples(file, "no-match");
    if (!check_keys(file, path, error) || !load_because(cue, file, path, error) ||
        !load_points(cue, file, path, error) || !load_texts(cue, file, path, shared, error))
        return NULL;
    return g_steal_pointer(&cue);
}
