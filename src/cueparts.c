/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Spells out named parts of wordings. Words that may stand in one place become one element
 * ("told/asked"); only of what is longer is each a wording of its own. */
#include <isredact/cueparts.h>

#include <string.h>

#include "keyfile.h"

#include <isredact/error.h>

#define GROUP "parts"
/* What one text may stand for: each wording costs time at every name. */
#define MOST_WORDINGS 400

typedef struct {
    char *key;
    char *value;
    GPtrArray *ways; /* of GPtrArray * of elements; NULL until it is spelt out */
    gboolean asked;  /* it is being spelt out */
    gboolean used;
} Part;

struct IsrCueParts {
    GPtrArray *own; /* of Part */
    GHashTable *by_key;
    IsrCueParts *shared;
};

static void part_free(gpointer data)
{
    Part *part = data;

    g_free(part->key);
    g_free(part->value);
    g_clear_pointer(&part->ways, g_ptr_array_unref);
    g_free(part);
}

void isr_cue_parts_free(IsrCueParts *parts)
{
    if (parts == NULL)
        return;
    g_ptr_array_unref(parts->own);
    g_hash_table_unref(parts->by_key);
    g_free(parts);
}

static GPtrArray *way_new(void)
{
    return g_ptr_array_new_with_free_func(g_free);
}

static GPtrArray *ways_new(void)
{
    return g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
}

static void add_elements(GPtrArray *way, const GPtrArray *elements)
{
    for (guint i = 0; i < elements->len; i++)
        g_ptr_array_add(way, g_strdup(elements->pdata[i]));
}

static gpointer refuse(GError **error, const char *word, const char *what)
{
    g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "%s %s", word, what);
    return NULL;
}

/* Each of @before followed by each of @next, and by nothing if that is @optional. */
static GPtrArray *multiply(const GPtrArray *before, const GPtrArray *next, gboolean optional)
{
    GPtrArray *ways = ways_new();

    for (guint i = 0; i < before->len; i++) {
        for (guint n = 0; n < next->len + (optional ? 1 : 0); n++) {
            GPtrArray *way = way_new();

            add_elements(way, before->pdata[i]);
            if (n < next->len)
                add_elements(way, next->pdata[n]);
            g_ptr_array_add(ways, way);
        }
    }
    return ways;
}

/* 'w' for words and 'c' for classes, of which several may stand in one element; 0 if @way is
 * longer, may be missing, or stands for itself alone. */
static char kind_of(const GPtrArray *way)
{
    const char *text = way->len == 1 ? way->pdata[0] : "?";

    if (g_str_has_suffix(text, "?") || g_str_has_prefix(text, "...") || g_str_equal(text, "_") ||
        g_str_equal(text, "/") || g_str_equal(text, "{me}"))
        return 0;
    return *text == '{' ? 'c' : 'w';
}

/* @ways with all its words in one element, and all its classes in another. */
static GPtrArray *join(const GPtrArray *ways)
{
    GPtrArray *joined = ways_new(), *of[2] = {NULL, NULL};

    for (guint i = 0; i < ways->len; i++) {
        const char kind = kind_of(ways->pdata[i]);
        GPtrArray **same = kind != 0 ? &of[kind == 'c'] : NULL;

        if (same != NULL && *same != NULL) {
            char **all = (char **)&(*same)->pdata[0];
            char *longer = g_strconcat(*all, "/", ((GPtrArray *)ways->pdata[i])->pdata[0], NULL);
            g_free(*all);
            *all = longer;
            continue;
        }
        GPtrArray *way = way_new();
        add_elements(way, ways->pdata[i]);
        g_ptr_array_add(joined, way);
        if (same != NULL)
            *same = way;
    }
    return joined;
}

static GPtrArray *spell_line(IsrCueParts *parts, const char *line, GError **error);
static GPtrArray *spell_part(IsrCueParts *parts, Part *part, GError **error);

/* The wordings of the part that @name, "<tell>", names of the file's own or the shared ones. */
static GPtrArray *find(IsrCueParts *parts, const char *name, GError **error)
{
    g_autofree char *key = g_strndup(name + 1, strlen(name) - 2);

    if (*name != '<' || strchr(name, '>') != name + strlen(name) - 1)
        return refuse(error, name,
                      "is not understood; write a part as <tell>, with spaces beside it");
    for (IsrCueParts *at = parts; at != NULL; at = at->shared) {
        Part *part = g_hash_table_lookup(at->by_key, key);

        if (part == NULL)
            continue;
        part->used = TRUE;
        return spell_part(at, part, error);
    }
    return refuse(error, name,
                  "is no part; correct it, or add its line to [parts] here or in parts.words");
}

static GPtrArray *copy(const GPtrArray *ways)
{
    GPtrArray *copies = ways_new();

    for (guint i = 0; i < ways->len; i++) {
        GPtrArray *way = way_new();

        add_elements(way, ways->pdata[i]);
        g_ptr_array_add(copies, way);
    }
    return copies;
}

/* What @element, "<tell>" or "asked/<tell>", stands for; the caller's own. */
static GPtrArray *ways_of(IsrCueParts *parts, char *element, GError **error)
{
    const GPtrArray *found = NULL;

    if (strchr(element, '/') != NULL)
        return spell_line(parts, g_strdelimit(element, "/", ';'), error);
    found = find(parts, element, error);
    return found != NULL ? copy(found) : NULL;
}

/* Lets the one element of @ways be missing; FALSE if they are more. */
static gboolean make_optional(GPtrArray *ways)
{
    if (ways->len != 1 || kind_of(ways->pdata[0]) == 0)
        return FALSE;
    GPtrArray *way = ways->pdata[0];
    char *text = g_strconcat(way->pdata[0], "?", NULL);

    g_ptr_array_set_size(way, 0);
    g_ptr_array_add(way, text);
    return TRUE;
}

static gboolean names_part(const char *element)
{
    const char *opens = strchr(element, '<');

    return opens != NULL && g_ascii_isalnum(opens[1]);
}

/* @before, which it takes, with what @element adds to each. */
static GPtrArray *add_element(IsrCueParts *parts, GPtrArray *before, const char *element,
                              GError **error)
{
    g_autoptr(GPtrArray) ways = before;
    g_autofree char *name = g_strdup(element);
    gboolean optional = g_str_has_suffix(element, "?");

    if (!names_part(element)) {
        for (guint i = 0; i < ways->len; i++)
            g_ptr_array_add(ways->pdata[i], g_strdup(element));
        return g_steal_pointer(&ways);
    }
    if (optional)
        name[strlen(name) - 1] = '\0';
    g_autoptr(GPtrArray) next = ways_of(parts, name, error);

    if (next == NULL)
        return NULL;
    optional = optional && !make_optional(next);
    if (ways->len * (next->len + 1) > MOST_WORDINGS)
        return refuse(error, element,
                      "makes too many wordings of this text (" G_STRINGIFY(
                          MOST_WORDINGS) " at most); name fewer parts in it");
    return multiply(ways, next, optional);
}

GPtrArray *isr_cue_parts_spell(IsrCueParts *parts, const char *text, GError **error)
{
    g_autofree char *lower = g_utf8_strdown(text, -1);
    g_auto(GStrv) words = g_strsplit(lower, " ", -1);
    GPtrArray *ways = ways_new();

    g_ptr_array_add(ways, way_new());
    for (char **word = words; *word != NULL && ways != NULL; word++)
        if (**word != '\0')
            ways = add_element(parts, ways, *word, error);
    return ways;
}

/* The wordings of all that the line lists, joined. */
static GPtrArray *spell_line(IsrCueParts *parts, const char *line, GError **error)
{
    g_auto(GStrv) texts = g_strsplit(line, ";", -1);
    g_autoptr(GPtrArray) all = ways_new();

    for (char **text = texts; *text != NULL; text++) {
        if (*g_strstrip(*text) == '\0')
            continue;
        g_autoptr(GPtrArray) ways = isr_cue_parts_spell(parts, *text, error);
        if (ways == NULL)
            return NULL;
        for (guint i = 0; i < ways->len; i++)
            g_ptr_array_add(all, g_ptr_array_ref(ways->pdata[i]));
    }
    if (all->len > MOST_WORDINGS)
        return refuse(error, "it", "holds too many wordings; make several parts of it");
    return join(all);
}

static GPtrArray *spell_part(IsrCueParts *parts, Part *part, GError **error)
{
    if (part->asked)
        return refuse(error, part->key, "names itself, or a part that names it; take that out");
    if (part->ways != NULL)
        return part->ways;
    part->asked = TRUE;
    part->ways = spell_line(parts, part->value, error);
    part->asked = FALSE;
    return part->ways;
}

static void add_part(IsrCueParts *parts, GKeyFile *file, const char *key)
{
    Part *part = g_new0(Part, 1);

    part->key = g_utf8_strdown(key, -1);
    part->value = g_key_file_get_value(file, GROUP, key, NULL);
    g_ptr_array_add(parts->own, part);
    g_hash_table_insert(parts->by_key, part->key, part);
}

static gboolean check_part(IsrCueParts *parts, GKeyFile *file, Part *part, GError **error)
{
    g_autoptr(GError) reason = NULL;

    if (parts->shared != NULL && g_hash_table_contains(parts->shared->by_key, part->key)) {
        refuse(&reason, "stands", "in parts.words as well; take another name");
    } else if (isr_keyfile_has_no_gap(file, GROUP, part->key, &reason)) {
        if (spell_part(parts, part, &reason) != NULL)
            return TRUE;
    } else {
        g_propagate_error(error, g_steal_pointer(&reason));
        return FALSE;
    }
    g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "[%s] %s: %s", GROUP, part->key,
                reason->message);
    return FALSE;
}

IsrCueParts *isr_cue_parts_new(GKeyFile *file, const char *path, IsrCueParts *shared,
                               GError **error)
{
    g_autoptr(IsrCueParts) parts = g_new0(IsrCueParts, 1);
    g_auto(GStrv) keys = g_key_file_get_keys(file, GROUP, NULL, NULL);

    parts->own = g_ptr_array_new_with_free_func(part_free);
    parts->by_key = g_hash_table_new(g_str_hash, g_str_equal);
    parts->shared = shared;
    for (char **key = keys; key != NULL && *key != NULL; key++)
        add_part(parts, file, *key);
    for (guint i = 0; i < parts->own->len; i++) {
        if (check_part(parts, file, parts->own->pdata[i], error))
            continue;
        g_prefix_error(error, "%s: ", path);
        return NULL;
    }
    return g_steal_pointer(&parts);
}

IsrCueParts *isr_cue_parts_load(const char *path, GError **error)
{
    g_autoptr(GKeyFile) file = isr_keyfile_open(path, error);

    if (file == NULL) {
        g_prefix_error(error, "%s: ", path);
        return NULL;
    }
    g_auto(GStrv) groups = g_key_file_get_groups(file, NULL);

    for (char **group = groups; *group != NULL; group++) {
        if (g_str_equal(*group, GROUP))
            continue;
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "%s: [%s]: no such group; use [" GROUP "]",
                    path, *group);
        return NULL;
    }
    return isr_cue_parts_new(file, path, NULL, error);
}

const char *isr_cue_parts_unused(const IsrCueParts *parts)
{
    for (guint i = 0; i < parts->own->len; i++) {
        const Part *part = parts->own->pdata[i];

        if (!part->used)
            return part->key;
    }
    return NULL;
}
