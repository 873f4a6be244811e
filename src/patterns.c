/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * patterns/, loaded: rules, labels, lists and a digest over every file of them. Profiles are
 * loaded elsewhere, one at a time. */
#include <isredact/patterns.h>

#include "bearing.h"
#include "datafile.h"
#include "discretion.h"
#include "evidence.h"
#include "folder.h"
#include "gists.h"
#include "nicknames.h"
#include "ownership.h"
#include "recall.h"
#include "vectors.h"
#include "vocabulary.h"

#include <isredact/error.h>
#include <isredact/label.h>

#include <gio/gio.h>
#include <string.h>

#define MODEL "names.model"
#define MATTERS "topics.model"
#define OWNERS "owners.model"
#define ALONE "roles-alone.model"
#define AMONG "roles.model"
#define VECTORS "vectors.model"
#define NETWORK "topics-words.model"
#define PARTS "parts.words"
#define DISCRETION "discretion.model"
#define DISCRETIONS "discretion-words.model"

#ifndef ISR_PATTERNS_DIR
#define ISR_PATTERNS_DIR "/usr/share/isredact/patterns"
#endif

char *isr_patterns_folder(void)
{
    const char *asked = g_getenv("ISREDACT_PATTERNS");
    g_autofree char *program = NULL, *place = NULL, *beside = NULL;

    if (asked && *asked)
        return g_strdup(asked);
    program = g_file_read_link("/proc/self/exe", NULL);
    place = g_path_get_dirname(program ? program : ".");
    beside = g_build_filename(place, "..", "patterns", NULL);
    if (program && g_file_test(beside, G_FILE_TEST_IS_DIR))
        return g_steal_pointer(&beside);
    return g_strdup(ISR_PATTERNS_DIR);
}

/* A folder of which nothing is left finds nothing. */
static gboolean hold_files(const IsrPatterns *patterns, const char *folder, GError **error)
{
    const struct {
        const char *name;
        guint files;
    } held[] = {{"labels", patterns->labels->len},
                {"cues", patterns->cues->len},
                {"topics", isr_topics_all(patterns->topics)->len}};

    for (guint i = 0; i < G_N_ELEMENTS(held); i++) {
        if (held[i].files > 0)
            continue;
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                    "%s/%s: holds none of the files of your installation; put them back", folder,
                    held[i].name);
        return FALSE;
    }
    return TRUE;
}

static gboolean load_rules(IsrPatterns *patterns, const char *folder, GError **error)
{
    g_autofree char *uk = g_build_filename(folder, "uk", NULL);
    g_autofree char *pieces_path = g_build_filename(uk, "pieces.txt", NULL);
    g_autoptr(GPtrArray) names = isr_folder_names(uk, ".rule", error);
    g_autoptr(GHashTable) pieces = names ? isr_pieces_load(pieces_path, error) : NULL;

    if (!pieces)
        return FALSE;
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_build_filename(uk, g_ptr_array_index(names, i), NULL);
        IsrRule *rule = isr_rule_load(path, pieces, error);

        if (!rule)
            return FALSE;
        g_ptr_array_add(patterns->rules, rule);
    }
    if (patterns->rules->len > 0)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                "no rules in %s; set ISREDACT_PATTERNS to the folder that holds uk/, labels/, "
                "lists/ and profiles/",
                folder);
    return FALSE;
}

static gboolean load_labels(IsrPatterns *patterns, const char *folder, GError **error)
{
    g_autofree char *place = g_build_filename(folder, "labels", NULL);
    g_autoptr(GPtrArray) names = isr_folder_names(place, ".label", error);

    for (guint i = 0; names && i < names->len; i++) {
        g_autofree char *path = g_build_filename(place, g_ptr_array_index(names, i), NULL);
        IsrLabel *label = isr_label_load(path, error);

        if (!label)
            return FALSE;
        g_ptr_array_add(patterns->labels, label);
    }
    return names != NULL;
}

static gboolean load_cues(IsrPatterns *patterns, const char *folder, GError **error)
{
    g_autofree char *place = g_build_filename(folder, "cues", NULL);
    g_autofree char *shared = g_build_filename(place, PARTS, NULL);
    g_autoptr(GPtrArray) names = isr_folder_names(place, ".cue", error);
    g_autoptr(IsrCueParts) parts = names ? isr_cue_parts_load(shared, error) : NULL;

    for (guint i = 0; parts && i < names->len; i++) {
        g_autofree char *path = g_build_filename(place, g_ptr_array_index(names, i), NULL);
        IsrCue *cue = isr_cue_load(path, parts, error);

        if (!cue)
            return FALSE;
        g_ptr_array_add(patterns->cues, cue);
    }
    return parts != NULL;
}

/* The checksum of the model in the file @name; FALSE if there is none in it. */
static gboolean model_checksum(const IsrPatterns *patterns, const char *name, guint64 *checksum)
{
    const struct {
        const char *name;
        const IsrClassifier *model;
    } classifiers[] = {{MATTERS, patterns->matters},
                       {OWNERS, patterns->owners},
                       {ALONE, patterns->alone},
                       {AMONG, patterns->among},
                       {DISCRETION, patterns->discretion}};
    const struct {
        const char *name;
        const IsrNetwork *model;
    } networks[] = {{NETWORK, patterns->network}, {DISCRETIONS, patterns->discretions}};

    if (g_str_equal(name, MODEL)) {
        *checksum = isr_tagger_checksum(patterns->tagger);
        return TRUE;
    }
    if (g_str_equal(name, VECTORS)) {
        *checksum = isr_vectors_checksum(patterns->vectors);
        return TRUE;
    }
    for (guint i = 0; i < G_N_ELEMENTS(networks); i++) {
        if (g_str_equal(name, networks[i].name)) {
            *checksum = isr_network_checksum(networks[i].model);
            return TRUE;
        }
    }
    for (guint i = 0; i < G_N_ELEMENTS(classifiers); i++) {
        if (g_str_equal(name, classifiers[i].name)) {
            *checksum = isr_classifier_checksum(classifiers[i].model);
            return TRUE;
        }
    }
    return FALSE;
}

/* Adds name and content of each file of @folder, but not the profiles, to @sum. Of the word lists
 * and the models, which are long, the digest that is known already stands for the content. */
static gboolean digest_folder(const IsrPatterns *patterns, GChecksum *sum, const char *folder,
                              GError **error)
{
    g_autofree char *base = g_path_get_basename(folder);
    gboolean lists = g_str_equal(base, "lists");
    g_autoptr(GPtrArray) names = isr_folder_names(folder, "", error);

    for (guint i = 0; names && i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        g_autofree char *path = g_build_filename(folder, name, NULL), *text = NULL;
        const guint8 *known = lists ? isr_lists_digest(patterns->lists, name) : NULL;
        guint64 checksum;
        gsize length;

        if (lists && g_str_has_suffix(name, ".bin"))
            continue; /* made from the text */
        if (model_checksum(patterns, name, &checksum)) {
            checksum = GUINT64_TO_LE(checksum);
            g_checksum_update(sum, (const guchar *)&checksum, sizeof checksum);
            continue;
        }
        if (known) {
            g_checksum_update(sum, (const guchar *)name, (gssize)strlen(name) + 1);
            g_checksum_update(sum, known, 32);
            continue;
        }
        if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
            if (!g_str_equal(name, "profiles") && !digest_folder(patterns, sum, path, error))
                return FALSE;
            continue;
        }
        if (!isr_datafile_read(path, &text, &length, error))
            return FALSE;
        g_checksum_update(sum, (const guchar *)name, (gssize)strlen(name) + 1);
        g_checksum_update(sum, (const guchar *)text, (gssize)length);
    }
    return names != NULL;
}

static gboolean open_roles(IsrPatterns *patterns, const char *folder, GError **error)
{
    g_autofree char *alone = g_build_filename(folder, "model", ALONE, NULL);
    g_autofree char *among = g_build_filename(folder, "model", AMONG, NULL);

    patterns->alone = isr_classifier_open(alone, BEARING_ALONE, BEARING_ROLES, error);
    if (!patterns->alone)
        return FALSE;
    patterns->among = isr_classifier_open(among, BEARING_AMONG, BEARING_ROLES, error);
    return patterns->among != NULL;
}

static gboolean open_meanings(IsrPatterns *patterns, const char *folder, GError **error)
{
    g_autofree char *vectors = g_build_filename(folder, "model", VECTORS, NULL);
    g_autofree char *network = g_build_filename(folder, "model", NETWORK, NULL);

    patterns->vectors = isr_vectors_open(vectors, error);
    if (!patterns->vectors)
        return FALSE;
    patterns->network = isr_network_open(network, ISR_EVIDENCE_NETWORK, ISR_EVIDENCE_CLASSES,
                                         patterns->vectors, error);
    return patterns->network != NULL;
}

static gboolean open_discretion(IsrPatterns *patterns, const char *folder, GError **error)
{
    g_autofree char *words = g_build_filename(folder, "model", DISCRETION, NULL);
    g_autofree char *meanings = g_build_filename(folder, "model", DISCRETIONS, NULL);

    patterns->discretion =
        isr_classifier_open(words, ISR_DISCRETION_USE, ISR_DISCRETION_CLASSES, error);
    if (!patterns->discretion)
        return FALSE;
    patterns->discretions = isr_network_open(meanings, ISR_DISCRETION_NETWORK,
                                             ISR_DISCRETION_CLASSES, patterns->vectors, error);
    return patterns->discretions != NULL;
}

IsrPatterns *isr_patterns_load(const char *folder, GError **error)
{
    g_autoptr(IsrPatterns) patterns = g_new0(IsrPatterns, 1);
    g_autofree char *lists = g_build_filename(folder, "lists", NULL);
    g_autofree char *model = g_build_filename(folder, "model", MODEL, NULL);
    g_autofree char *matters = g_build_filename(folder, "model", MATTERS, NULL);
    g_autofree char *owners = g_build_filename(folder, "model", OWNERS, NULL);
    g_autofree char *nicknames = g_build_filename(folder, "nicknames.txt", NULL);
    g_autofree char *topics = g_build_filename(folder, "topics", NULL);
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);

    patterns->rules = g_ptr_array_new_with_free_func((GDestroyNotify)isr_rule_free);
    patterns->labels = g_ptr_array_new_with_free_func((GDestroyNotify)isr_label_free);
    patterns->cues = g_ptr_array_new_with_free_func((GDestroyNotify)isr_cue_free);
    if (!load_rules(patterns, folder, error) || !load_labels(patterns, folder, error) ||
        !load_cues(patterns, folder, error) || !(patterns->lists = isr_lists_load(lists, error)) ||
        !isr_lists_are_whole(patterns->lists, error) ||
        !(patterns->nicknames = isr_nicknames_load(nicknames, error)) ||
        !(patterns->tagger = isr_tagger_open(model, error)) ||
        !open_roles(patterns, folder, error) || !open_meanings(patterns, folder, error) ||
        !open_discretion(patterns, folder, error) ||
        !(patterns->topics = isr_topics_load(topics, error)) ||
        !(patterns->matters =
              isr_classifier_open(matters, ISR_EVIDENCE_USE, ISR_EVIDENCE_CLASSES, error)) ||
        !(patterns->owners =
              isr_classifier_open(owners, ISR_OWNERSHIP_USE, ISR_OWNERSHIP_CLASSES, error)) ||
        !hold_files(patterns, folder, error) || !digest_folder(patterns, sum, folder, error))
        return NULL;
    patterns->wordings = isr_label_index_new(patterns->labels);
    patterns->vocabulary = isr_vocabulary_new();
    patterns->recall = isr_recall_new();
    patterns->gists = isr_gists_new();
    patterns->scratch = isr_scratch_new_for(patterns->rules);
    patterns->cue_index = isr_cue_index_new(patterns->cues);
    patterns->digest = g_strdup(g_checksum_get_string(sum));
    return g_steal_pointer(&patterns);
}

void isr_patterns_free(IsrPatterns *patterns)
{
    if (!patterns)
        return;
    isr_scratch_free(patterns->scratch);
    g_ptr_array_unref(patterns->rules);
    isr_label_index_free(patterns->wordings);
    g_ptr_array_unref(patterns->labels);
    isr_cue_index_free(patterns->cue_index);
    g_ptr_array_unref(patterns->cues);
    isr_lists_free(patterns->lists);
    isr_nicknames_free(patterns->nicknames);
    isr_tagger_free(patterns->tagger);
    isr_classifier_free(patterns->alone);
    isr_classifier_free(patterns->among);
    isr_vocabulary_free(patterns->vocabulary);
    isr_recall_free(patterns->recall);
    isr_gists_free(patterns->gists);
    isr_network_free(patterns->network);
    isr_network_free(patterns->discretions);
    isr_classifier_free(patterns->discretion);
    isr_vectors_free(patterns->vectors);
    isr_topics_free(patterns->topics);
    isr_classifier_free(patterns->matters);
    isr_classifier_free(patterns->owners);
    g_free(patterns->digest);
    g_free(patterns);
}

/* The folders of files that people write, and what a file that is read is called there. */
static const struct {
    const char *folder, *suffix, *other;
} rooms[] = {
    {"uk", ".rule", "pieces.txt"},  {"labels", ".label", ""},
    {"cues", ".cue", PARTS},        {"topics", ".topic", "people.words"},
    {"lists", ".txt", "lists.bin"}, {"profiles", ".profile", ""},
};

static gboolean add_unread(GPtrArray *unread, const char *folder, guint room, GError **error)
{
    g_autofree char *path = g_build_filename(folder, rooms[room].folder, NULL);
    g_autoptr(GPtrArray) names = isr_folder_names(path, "", error);

    for (guint i = 0; names && i < names->len; i++) {
        const char *name = names->pdata[i];

        if (!g_str_has_suffix(name, rooms[room].suffix) && !g_str_equal(name, rooms[room].other) &&
            !g_str_has_prefix(name, "README"))
            g_ptr_array_add(unread,
                            g_strdup_printf("%s/%s: is not read, for its name does not end in %s; "
                                            "rename it or take it away",
                                            path, name, rooms[room].suffix));
    }
    return names != NULL;
}

GPtrArray *isr_patterns_unread(const char *folder, const char *only, GError **error)
{
    g_autoptr(GPtrArray) unread = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < G_N_ELEMENTS(rooms); i++)
        if ((!only || g_str_equal(only, rooms[i].folder)) && !add_unread(unread, folder, i, error))
            return NULL;
    return g_steal_pointer(&unread);
}

gboolean isr_patterns_seek(const IsrPatterns *patterns, IsrCategory category)
{
    for (guint i = 0; i < patterns->rules->len; i++) {
        if (isr_rule_category(patterns->rules->pdata[i]) == category)
            return TRUE;
    }
    for (guint i = 0; i < patterns->labels->len; i++) {
        if (((const IsrLabel *)patterns->labels->pdata[i])->category == category)
            return TRUE;
    }
    const GPtrArray *topics = isr_topics_all(patterns->topics);

    for (guint i = 0; i < topics->len; i++) {
        const IsrTopic *topic = topics->pdata[i];

        if (!isr_topic_is_general(topic) && isr_topic_category(topic) == category)
            return TRUE;
    }
    return FALSE;
}
