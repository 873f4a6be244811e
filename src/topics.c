/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loads patterns/topics/: every topic file, and people.words, whose groups are roles. All their
 * phrases go into one lexis, so that a text is searched once. */
#include "topics.h"

#include "folder.h"
#include "keyfile.h"

#include <isredact/error.h>

#include <string.h>

#define PEOPLE "people.words"
#define SETS "sets"
#define PRONOUNS "pronouns"
#define PASSING "passing"

struct IsrTopics {
    GPtrArray *topics; /* of IsrTopic * */
    GArray *groups;    /* of IsrGroup */
    GHashTable *sets;  /* name to alternatives */
    IsrLexis *lexis;
};

/* The keys of people.words: what each line says of its words. */
static const struct {
    const char *key;
    IsrPersonKind kind;
    char gender;
} lines[] = {
    {"woman", ISR_PERSON_NOUN, 'f'},  {"man", ISR_PERSON_NOUN, 'm'}, {"either", ISR_PERSON_NOUN, 0},
    {"he", ISR_PERSON_HE, 'm'},       {"she", ISR_PERSON_SHE, 'f'},  {"they", ISR_PERSON_THEY, 0},
    {"i", ISR_PERSON_I, 0},           {"we", ISR_PERSON_WE, 0},      {"you", ISR_PERSON_YOU, 0},
    {"words", ISR_PERSON_PASSING, 0},
};

void isr_topics_free(IsrTopics *topics)
{
    if (!topics)
        return;
    g_ptr_array_unref(topics->topics);
    g_array_unref(topics->groups);
    g_hash_table_unref(topics->sets);
    isr_lexis_free(topics->lexis);
    g_free(topics);
}

static gboolean wrong(GError **error, const char *file, const char *group, const char *key,
                      const char *what)
{
    g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "%s: [%s]%s%s: %s", file, group, *key ? " " : "",
                key, what);
    return FALSE;
}

static gboolean add_phrases(IsrTopics *topics, char *const *phrases, const IsrGroup *group,
                            GError **error)
{
    g_array_append_val(topics->groups, *group);
    for (; *phrases; phrases++)
        if (**phrases &&
            !isr_lexis_add(topics->lexis, *phrases, topics->groups->len - 1, topics->sets, error))
            return FALSE;
    return TRUE;
}

static gboolean add_topic(IsrTopics *topics, const IsrTopic *topic, GError **error)
{
    static const char *const names[] = {"strong",  "weak",  "if-family", "against",
                                        "nothing", "never", "field",     "no-answer"};
    const GPtrArray *families = isr_topic_families(topic);

    for (guint i = 0; i < families->len; i++) {
        const IsrFamily *family = families->pdata[i];
        IsrGroup group = {.topic = topic, .family = family};
        g_autoptr(GError) cause = NULL;

        if (add_phrases(topics, family->phrases, &group, &cause))
            continue;
        g_autofree char *file = g_strconcat(isr_topic_id(topic), ".topic", NULL);

        return wrong(error, file, names[family->kind], family->name, cause->message);
    }
    return TRUE;
}

/* "mum" and, as an owner, "mums". */
static gboolean add_people_words(IsrTopics *topics, char *const *words, const IsrGroup *group,
                                 GError **error)
{
    g_autoptr(GStrvBuilder) all = g_strv_builder_new();

    for (; *words; words++) {
        g_autofree char *owner = g_strconcat(*words, "s", NULL);

        g_strv_builder_add(all, *words);
        if (**words && group->kind == ISR_PERSON_NOUN && !g_str_has_suffix(*words, "s"))
            g_strv_builder_add(all, owner);
    }
    g_auto(GStrv) phrases = g_strv_builder_end(all);

    return add_phrases(topics, phrases, group, error);
}

static gboolean add_people_line(IsrTopics *topics, GKeyFile *file, const char *group,
                                const char *key, GError **error)
{
    g_autofree char *value = g_key_file_get_value(file, group, key, NULL);
    g_auto(GStrv) words = g_strsplit(value, ";", -1);
    IsrGroup line = {.role = ISR_ROLE_UNSURE};
    gboolean passing = g_str_equal(group, PASSING);
    gboolean known = FALSE, pronouns = passing || g_str_equal(group, PRONOUNS);
    g_autoptr(GError) cause = NULL;

    if (!isr_keyfile_has_no_gap(file, group, key, error)) {
        g_prefix_error(error, PEOPLE ": ");
        return FALSE;
    }
    for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
        if (!g_str_equal(lines[i].key, key) || (lines[i].kind == ISR_PERSON_NOUN) == pronouns ||
            (lines[i].kind == ISR_PERSON_PASSING) != passing)
            continue;
        known = TRUE;
        line.kind = lines[i].kind;
        line.gender = lines[i].gender;
    }
    if (!known)
        return wrong(error, PEOPLE, group, key,
                     passing    ? "is not known; write words"
                     : pronouns ? "is none of he, she, they, i, we, you"
                                : "is none of woman, man, either");
    if (!pronouns && !isr_role_for_id(group, &line.role))
        return wrong(error, PEOPLE, group, "",
                     "no such group; known are the roles, [passing], [pronouns] and [sets]");
    for (char **word = words; *word; word++)
        g_strstrip(*word);
    return add_people_words(topics, words, &line, &cause) ||
           wrong(error, PEOPLE, group, key, cause->message);
}

static gboolean add_people(IsrTopics *topics, GKeyFile *file, GError **error)
{
    g_auto(GStrv) groups = g_key_file_get_groups(file, NULL);

    for (char **group = groups; *group; group++) {
        g_auto(GStrv) keys = g_key_file_get_keys(file, *group, NULL, NULL);

        for (char **key = keys; key && *key && !g_str_equal(*group, SETS); key++)
            if (!add_people_line(topics, file, *group, *key, error))
                return FALSE;
    }
    return TRUE;
}

static void read_sets(IsrTopics *topics, GKeyFile *file)
{
    g_auto(GStrv) keys = g_key_file_get_keys(file, SETS, NULL, NULL);

    for (char **key = keys; key && *key; key++) {
        char *value = g_key_file_get_value(file, SETS, *key, NULL);

        g_hash_table_insert(topics->sets, g_strdup(*key), g_strdelimit(value, ";", '/'));
    }
}

static gboolean load_people(IsrTopics *topics, const char *folder, GError **error)
{
    g_autofree char *path = g_build_filename(folder, PEOPLE, NULL);
    g_autoptr(GError) cause = NULL;
    g_autoptr(GKeyFile) file = isr_keyfile_open(path, &cause);

    if (!file) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, PEOPLE ": %s", cause->message);
        return FALSE;
    }
    read_sets(topics, file);
    return add_people(topics, file, error);
}

static gint by_id(gconstpointer a, gconstpointer b)
{
    return strcmp(isr_topic_id(*(const IsrTopic *const *)a),
                  isr_topic_id(*(const IsrTopic *const *)b));
}

static gboolean load_topics(IsrTopics *topics, const char *folder, GError **error)
{
    g_autoptr(GPtrArray) names = isr_folder_names(folder, ".topic", error);

    for (guint i = 0; names && i < names->len; i++) {
        g_autofree char *path = g_build_filename(folder, names->pdata[i], NULL);
        IsrTopic *topic = isr_topic_load(path, error);

        if (!topic)
            return FALSE;
        g_ptr_array_add(topics->topics, topic);
    }
    g_ptr_array_sort(topics->topics, by_id);
    return names != NULL;
}

IsrTopics *isr_topics_load(const char *folder, GError **error)
{
    g_autoptr(IsrTopics) topics = g_new0(IsrTopics, 1);

    topics->topics = g_ptr_array_new_with_free_func((GDestroyNotify)isr_topic_free);
    topics->groups = g_array_new(FALSE, FALSE, sizeof(IsrGroup));
    topics->sets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    topics->lexis = isr_lexis_new();
    if (!load_topics(topics, folder, error) || !load_people(topics, folder, error))
        return NULL;
    for (guint i = 0; i < topics->topics->len; i++)
        if (!add_topic(topics, topics->topics->pdata[i], error))
            return NULL;
    isr_lexis_compile(topics->lexis);
    return g_steal_pointer(&topics);
}

const GPtrArray *isr_topics_all(const IsrTopics *topics)
{
    return topics->topics;
}

const IsrTopic *isr_topics_for(const IsrTopics *topics, const char *id)
{
    for (guint i = 0; i < topics->topics->len; i++)
        if (g_str_equal(isr_topic_id(topics->topics->pdata[i]), id))
            return topics->topics->pdata[i];
    return NULL;
}

const IsrLexis *isr_topics_lexis(const IsrTopics *topics)
{
    return topics->lexis;
}

const IsrGroup *isr_topics_group(const IsrTopics *topics, guint group)
{
    return &g_array_index(topics->groups, IsrGroup, group);
}
