/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Topic files: which families of words there are, and their examples. How phrases are searched is
 * lexis.c's, what a sentence speaks of gist.c's. */
#include <isredact/topic.h>

#include "keyfile.h"

#include <isredact/error.h>

#include <string.h>

#define SUFFIX ".topic"

struct IsrTopic {
    char *id; /* the file's name without ".topic" */
    char *title, *source;
    gboolean general, done;
    IsrCategory category;
    IsrRole otherwise;
    GPtrArray *families; /* of IsrFamily * */
    GPtrArray *examples; /* of IsrExample * */
    GPtrArray *owners;   /* of IsrExample * */
};

static const struct {
    const char *group;
    IsrFamilyKind kind;
} kinds[] = {
    {"strong", ISR_FAMILY_STRONG},   {"weak", ISR_FAMILY_WEAK},
    {"if-family", ISR_FAMILY_KIN},   {"against", ISR_FAMILY_AGAINST},
    {"nothing", ISR_FAMILY_NOTHING}, {"never", ISR_FAMILY_NEVER},
    {"field", ISR_FAMILY_FIELD},     {"no-answer", ISR_FAMILY_NO_ANSWER},
};

static void family_free(gpointer data)
{
    IsrFamily *family = data;

    g_free(family->name);
    g_strfreev(family->phrases);
    g_free(family);
}

void isr_topic_free(IsrTopic *topic)
{
    if (!topic)
        return;
    g_free(topic->id);
    g_free(topic->title);
    g_free(topic->source);
    g_ptr_array_unref(topic->families);
    g_ptr_array_unref(topic->examples);
    g_ptr_array_unref(topic->owners);
    g_free(topic);
}

G_GNUC_PRINTF(4, 5)
static gboolean wrong(GError **error, const char *group, const char *key, const char *format, ...)
{
    g_autofree char *sentence = NULL;
    va_list arguments;

    va_start(arguments, format);
    sentence = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "[%s]%s%s: %s", group, *key ? " " : "", key,
                sentence);
    return FALSE;
}

static gboolean load_about(IsrTopic *topic, GKeyFile *file, GError **error)
{
    g_autofree char *about = g_key_file_get_value(file, "topic", "about", NULL);
    g_autofree char *otherwise = g_key_file_get_value(file, "topic", "otherwise", NULL);

    topic->done = g_strcmp0(about, "doer") == 0;
    topic->otherwise = ISR_ROLE_UNSURE;
    if (about && !topic->done && !g_str_equal(about, "bearer"))
        return wrong(error, "topic", "about",
                     "write doer (whoever did it) or bearer (whom it befell)");
    if (otherwise && !isr_role_for_id(otherwise, &topic->otherwise))
        return wrong(error, "topic", "otherwise",
                     "is no role; give subject, family, third-party or professional");
    return TRUE;
}

static gboolean load_head(IsrTopic *topic, GKeyFile *file, GError **error)
{
    static const char *const known[] = {"title", "category", "source", "about", "otherwise", NULL};
    g_auto(GStrv) keys = g_key_file_get_keys(file, "topic", NULL, NULL);
    g_autofree char *category = g_key_file_get_value(file, "topic", "category", NULL);

    for (char **key = keys; key && *key; key++)
        if (!g_strv_contains(known, *key))
            return wrong(error, "topic", *key,
                         "is not a key here; known are title, category, source, about, otherwise");
    topic->title = g_key_file_get_value(file, "topic", "title", NULL);
    topic->source = g_key_file_get_value(file, "topic", "source", NULL);
    if (!topic->title || !category)
        return wrong(error, "topic", topic->title ? "category" : "title", "is missing");
    topic->general = g_str_equal(category, "all");
    if (!topic->general && (!isr_category_for_id(category, &topic->category) ||
                            !isr_category_is_topic(topic->category)))
        return wrong(error, "topic", "category",
                     "\"%s\" is no topic; patterns/README.md lists them", category);
    return load_about(topic, file, error);
}

static gboolean load_families(IsrTopic *topic, GKeyFile *file, const char *group,
                              IsrFamilyKind kind, GError **error)
{
    g_auto(GStrv) keys = g_key_file_get_keys(file, group, NULL, NULL);

    if (topic->general && kind <= ISR_FAMILY_KIN)
        return wrong(error, group, "", "a file of category all only tells against");
    for (char **key = keys; key && *key; key++) {
        g_autofree char *value = g_key_file_get_value(file, group, *key, NULL);
        g_auto(GStrv) phrases = g_strsplit(value, ";", -1);
        g_autoptr(GStrvBuilder) kept = g_strv_builder_new();
        IsrFamily *family;

        if (!isr_keyfile_has_no_gap(file, group, *key, error))
            return FALSE;
        family = g_new0(IsrFamily, 1);
        for (char **phrase = phrases; *phrase; phrase++)
            if (*g_strstrip(*phrase))
                g_strv_builder_add(kept, *phrase);
        family->name = g_strdup(*key);
        family->kind = kind;
        family->phrases = g_strv_builder_end(kept);
        g_ptr_array_add(topic->families, family);
        if (!family->phrases[0])
            return wrong(error, group, *key, "names no phrase; list some, parted by semicolons");
    }
    return TRUE;
}

static gboolean load_examples(GPtrArray *examples, GKeyFile *file, const char *group,
                              gboolean marked, GError **error)
{
    g_auto(GStrv) keys = g_key_file_get_keys(file, group, NULL, NULL);

    for (char **key = keys; key && *key; key++) {
        g_autofree char *raw = g_key_file_get_value(file, group, *key, NULL);
        IsrExample *example = isr_example_read(*key, raw);

        if (!example || (example->marks->len > 0) != marked) {
            isr_example_free(example);
            return wrong(error, group, *key,
                         marked ? "mark each sentence to be found, as in \"«Dad is in prison.»\""
                                : "nothing is to be found here, so leave « and » out");
        }
        g_ptr_array_add(examples, example);
    }
    return TRUE;
}

/* Keys of [whose] are a role and, after a dot, anything that tells them apart: "family.2". */
static gboolean check_owners(const IsrTopic *topic, GError **error)
{
    for (guint i = 0; i < topic->owners->len; i++) {
        const IsrExample *example = topic->owners->pdata[i];
        g_autofree char *id = g_strndup(example->key, strcspn(example->key, "."));
        IsrRole role;

        if (!isr_role_for_id(id, &role))
            return wrong(error, "whose", example->key,
                         "is no role; write subject, family, third-party, professional, unsure, or "
                         "family.2");
    }
    return TRUE;
}

static gboolean load_group(IsrTopic *topic, GKeyFile *file, const char *group, GError **error)
{
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (g_str_equal(kinds[i].group, group))
            return load_families(topic, file, group, kinds[i].kind, error);
    if (g_str_equal(group, "match"))
        return load_examples(topic->examples, file, group, TRUE, error);
    if (g_str_equal(group, "no-match"))
        return load_examples(topic->examples, file, group, FALSE, error);
    if (g_str_equal(group, "whose"))
        return load_examples(topic->owners, file, group, TRUE, error) && check_owners(topic, error);
    if (g_str_equal(group, "topic"))
        return TRUE;
    return wrong(error, group, "",
                 "no such group; known are [topic], [strong], [weak], [if-family], [against], "
                 "[nothing], [never], "
                 "[field], [no-answer], [match], [no-match], [whose]");
}

static gboolean load_groups(IsrTopic *topic, GKeyFile *file, GError **error)
{
    g_auto(GStrv) groups = g_key_file_get_groups(file, NULL);

    for (char **group = groups; *group; group++)
        if (!load_group(topic, file, *group, error))
            return FALSE;
    if (topic->families->len == 0)
        return wrong(error, "strong", "", "is missing; a topic needs words");
    return TRUE;
}

IsrTopic *isr_topic_load(const char *path, GError **error)
{
    g_autoptr(IsrTopic) topic = g_new0(IsrTopic, 1);
    g_autoptr(GError) cause = NULL;
    g_autoptr(GKeyFile) file = isr_keyfile_open(path, &cause);
    g_autofree char *name = g_path_get_basename(path);

    topic->families = g_ptr_array_new_with_free_func(family_free);
    topic->examples = g_ptr_array_new_with_free_func((GDestroyNotify)isr_example_free);
    topic->owners = g_ptr_array_new_with_free_func((GDestroyNotify)isr_example_free);
    topic->id = g_strndup(name, g_str_has_suffix(name, SUFFIX) ? strlen(name) - strlen(SUFFIX)
                                                               : strlen(name));
    if (!file || !load_head(topic, file, &cause) || !load_groups(topic, file, &cause)) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "%s: %s", name, cause->message);
        return NULL;
    }
    return g_steal_pointer(&topic);
}

const char *isr_topic_id(const IsrTopic *topic)
{
    return topic->id;
}

const char *isr_topic_title(const IsrTopic *topic)
{
    return topic->title;
}

const char *isr_topic_source(const IsrTopic *topic)
{
    return topic->source;
}

gboolean isr_topic_is_general(const IsrTopic *topic)
{
    return topic->general;
}

IsrCategory isr_topic_category(const IsrTopic *topic)
{
    return topic->category;
}

gboolean isr_topic_is_done(const IsrTopic *topic)
{
    return topic->done;
}

IsrRole isr_topic_otherwise(const IsrTopic *topic)
{
    return topic->otherwise;
}

const GPtrArray *isr_topic_families(const IsrTopic *topic)
{
    return topic->families;
}

const GPtrArray *isr_topic_examples(const IsrTopic *topic)
{
    return topic->examples;
}

const GPtrArray *isr_topic_owners(const IsrTopic *topic)
{
    return topic->owners;
}
