/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Builds, redacts and reads the copy with eyes of its own. */
#include "trial.h"
#include "copytext.h"

#include <isredact/isredact.h>

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* For profiles that need one: pseudonyms and shifts are then the same in each run. */
static const char KEY[] = "isredact key 1, keep it secret\n"
                          "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n";

static IsrKey *load_key(const char *scratch, GError **error)
{
    g_autofree char *path = g_build_filename(scratch, "score.key", NULL);
    IsrKey *key = NULL;

    if (g_file_set_contents_full(path, KEY, -1, G_FILE_SET_CONTENTS_NONE, 0600, error))
        key = isr_key_load(path, error);
    g_unlink(path);
    return key;
}

IsrBench *isr_bench_new(GError **error)
{
    g_autoptr(IsrBench) bench = g_new0(IsrBench, 1);
    g_autofree char *patterns = isr_patterns_folder();

    bench->profiles = g_build_filename(patterns, "profiles", NULL);
    bench->patterns = isr_patterns_load(patterns, error);
    if (!bench->patterns)
        return NULL;
    bench->scratch = g_dir_make_tmp("isredact-score-XXXXXX", error);
    if (!bench->scratch)
        return NULL;
    bench->key = load_key(bench->scratch, error);
    return bench->key ? g_steal_pointer(&bench) : NULL;
}

void isr_bench_free(IsrBench *bench)
{
    if (!bench)
        return;
    if (bench->scratch)
        g_rmdir(bench->scratch);
    g_free(bench->scratch);
    g_free(bench->profiles);
    isr_key_free(bench->key);
    isr_patterns_free(bench->patterns);
    g_free(bench);
}

IsrProfile *isr_bench_profile(const IsrBench *bench, const char *id, gboolean identifiers,
                              GError **error)
{
    IsrProfile *profile = isr_profile_load(bench->profiles, id, error);

    for (guint i = 0; profile && identifiers && i < ISR_N_CATEGORIES; i++) {
        for (guint j = 0; j < ISR_N_ROLES && isr_category_is_topic((IsrCategory)i); j++)
            profile->actions[i][j] = ISR_ACTION_KEEP;
    }
    return profile;
}

/* All bytes behind @fd. */
static GBytes *read_all(int fd)
{
    GByteArray *bytes = g_byte_array_new();
    guint8 buffer[16384];
    gssize length;

    while ((length = pread(fd, buffer, sizeof buffer, bytes->len)) > 0)
        g_byte_array_append(bytes, buffer, (guint)length);
    return g_byte_array_free_to_bytes(bytes);
}

/* Redacts the document at @path into the trial. */
static gboolean redact(IsrTrial *trial, const IsrJob *job, const IsrBuild *build, const char *path,
                       GError **error)
{
    g_autofree char *copy_path = g_strconcat(path, ".copy", NULL);
    g_autoptr(IsrInput) input = isr_input_open(path, error);

    if (!input)
        return FALSE;
    g_autoptr(IsrOutput) output = isr_output_new(copy_path, FALSE, error);

    if (!output)
        return FALSE;
    trial->record = isr_pipeline_redact(job, input, output, error);
    if (!trial->record)
        return FALSE;
    trial->takings = isr_takings_new(trial->gold, trial->record, input, error);
    if (!trial->takings)
        return FALSE;
    g_autoptr(GBytes) copy = read_all(isr_output_fd(output));
    g_autofree char *text = isr_copytext(build, copy, error);

    if (!text)
        return FALSE;
    trial->collation = isr_collate(trial->gold, text);
    return TRUE;
}

/* Builds the document; where it is. Free with g_free(), after the file is gone. */
static char *build_file(const IsrBench *bench, const IsrGold *gold, guint format, GError **error)
{
    const IsrBuild *build = isr_builds[format];
    g_autofree char *name = g_strconcat(gold->id, build->suffix, NULL);
    g_autofree char *path = g_build_filename(bench->scratch, name, NULL);
    g_autoptr(GBytes) bytes = build->build(gold);
    gsize length;
    const char *data = g_bytes_get_data(bytes, &length);

    return g_file_set_contents(path, data, (gssize)length, error) ? g_steal_pointer(&path) : NULL;
}

IsrTrial *isr_trial_run(const IsrBench *bench, const IsrGold *gold, guint format, const IsrJob *job,
                        GError **error)
{
    g_autoptr(IsrTrial) trial = g_new0(IsrTrial, 1);
    const IsrBuild *build = isr_builds[format];
    g_autofree char *path = build_file(bench, gold, format, error);

    if (!path)
        return NULL;
    trial->gold = gold;
    trial->name = g_strconcat(gold->id, build->suffix, NULL);
    gboolean done = redact(trial, job, build, path, error);

    g_unlink(path);
    return done ? g_steal_pointer(&trial) : NULL;
}

IsrTrial *isr_trial_new(const IsrBench *bench, const IsrGold *gold, guint format,
                        const IsrProfile *profile, GError **error)
{
    const IsrJob job = {.patterns = bench->patterns,
                        .profile = profile,
                        .key = isr_profile_demands(profile, "key") ? bench->key : NULL};

    return isr_trial_run(bench, gold, format, &job, error);
}

char *isr_trial_survey(const IsrBench *bench, const IsrGold *gold, guint format, const IsrJob *job,
                       GError **error)
{
    g_autofree char *path = build_file(bench, gold, format, error);
    g_autoptr(IsrInput) input = path ? isr_input_open(path, error) : NULL;
    char *text = input ? isr_pipeline_survey(job, input, NULL, NULL, NULL, error) : NULL;

    if (path)
        g_unlink(path);
    return text;
}

void isr_trial_free(IsrTrial *trial)
{
    if (!trial)
        return;
    isr_record_free(trial->record);
    isr_collation_free(trial->collation);
    isr_takings_free(trial->takings);
    g_free(trial->name);
    g_free(trial);
}
