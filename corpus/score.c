/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * score [OPTION...] FOLDER...: builds each gold document of the folders in each format, redacts
 * it and says how much of what is marked is gone and how much that is not. */
#include "compare.h"
#include "copytext.h"
#include "tally.h"

#include <isredact/isredact.h>

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    IsrPatterns *patterns;
    IsrProfile *profile;
    IsrTally *tally;
    char *scratch; /* folder for the built documents */
    guint documents, refused;
} Score;

static char *profile_id = NULL;
static gboolean verbose = FALSE;
static double min_structured = 0, min_names = 0, max_needless = 100;
static char **folders = NULL;

static const GOptionEntry OPTIONS[] = {
    {"profile", 'p', 0, G_OPTION_ARG_STRING, &profile_id, "profile to redact with (anonymise)",
     "NAME"},
    {"verbose", 'v', 0, G_OPTION_ARG_NONE, &verbose, "list what was missed and lost", NULL},
    {"min-structured", 0, 0, G_OPTION_ARG_DOUBLE, &min_structured,
     "fail if fewer structured identifiers are found", "PERCENT"},
    {"min-names", 0, 0, G_OPTION_ARG_DOUBLE, &min_names, "fail if fewer names are found",
     "PERCENT"},
    {"max-needless", 0, 0, G_OPTION_ARG_DOUBLE, &max_needless,
     "fail if more unmarked words are lost", "PERCENT"},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &folders, NULL, "FOLDER..."},
    {NULL, 0, 0, 0, NULL, NULL, NULL},
};

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

/* The text of the copy that the program makes of the document at @path; tallies whose the program
 * says that the names are. */
static char *redact(const Score *score, const IsrGold *gold, guint format, const char *path,
                    GError **error)
{
    IsrJob job = {.patterns = score->patterns, .profile = score->profile};
    g_autofree char *copy_path = g_strconcat(path, ".copy", NULL);
    g_autoptr(IsrInput) input = isr_input_open(path, error);

    if (!input)
        return NULL;
    g_autoptr(IsrOutput) output = isr_output_new(copy_path, FALSE, error);

    if (!output)
        return NULL;
    g_autoptr(IsrRecord) record = isr_pipeline_redact(&job, input, output, error);

    if (!record)
        return NULL;
    g_autoptr(GArray) attributions = isr_attributions(gold, record, input, error);

    if (!attributions)
        return NULL;
    isr_tally_attribute(score->tally, format, attributions);
    g_autoptr(GBytes) copy = read_all(isr_output_fd(output));

    return isr_copytext(isr_builds[format], copy, error);
}

static void print_details(const char *name, const IsrComparison *comparison)
{
    for (guint i = 0; i < comparison->verdicts->len; i++) {
        const IsrVerdict *verdict = comparison->verdicts->pdata[i];
        const IsrGoldPerson *person = verdict->span->person;

        if (!verdict->found)
            g_print("%s: missed %s (%s): %s\n", name, verdict->span->category,
                    person ? person->role : "nobody's", verdict->text);
    }
    for (guint i = 0; i < comparison->losses->len; i++)
        g_print("%s: lost %s\n", name, (const char *)comparison->losses->pdata[i]);
}

static void score_format(Score *score, const IsrGold *gold, guint format)
{
    const IsrBuild *build = isr_builds[format];
    g_autofree char *name = g_strconcat(gold->id, build->suffix, NULL);
    g_autofree char *path = g_build_filename(score->scratch, name, NULL);
    g_autoptr(GBytes) bytes = build->build(gold);
    g_autoptr(GError) error = NULL;
    g_autofree char *text = NULL;
    gsize length;
    const char *data = g_bytes_get_data(bytes, &length);

    if (g_file_set_contents(path, data, (gssize)length, &error))
        text = redact(score, gold, format, path, &error);
    g_unlink(path);
    if (!text) {
        g_print("%s: no copy: %s\n", name, error->message);
        score->refused++;
        return;
    }
    g_autoptr(IsrComparison) comparison = isr_compare(gold, text);

    isr_tally_add(score->tally, format, comparison);
    if (verbose)
        print_details(name, comparison);
}

static gboolean score_file(Score *score, const char *path, GError **error)
{
    g_autoptr(IsrGold) gold = isr_gold_load(path, error);

    if (!gold)
        return FALSE;
    score->documents++;
    for (guint format = 0; isr_builds[format]; format++)
        score_format(score, gold, format);
    return TRUE;
}

static gint compare_names(gconstpointer one, gconstpointer other)
{
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

/* Scores the gold files of @folder and of the folders in it, in order of their names. */
static gboolean score_folder(Score *score, const char *folder, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) entries = g_dir_open(folder, 0, error);
    const char *entry;

    if (!entries)
        return FALSE;
    while ((entry = g_dir_read_name(entries)))
        g_ptr_array_add(names, g_build_filename(folder, entry, NULL));
    g_ptr_array_sort(names, compare_names);
    for (guint i = 0; i < names->len; i++) {
        const char *name = names->pdata[i];
        gboolean done = TRUE;

        if (g_file_test(name, G_FILE_TEST_IS_DIR))
            done = score_folder(score, name, error);
        else if (g_str_has_suffix(name, ".xml"))
            done = score_file(score, name, error);
        if (!done)
            return FALSE;
    }
    return TRUE;
}

static gboolean prepare(Score *score, GError **error)
{
    g_autofree char *patterns = isr_patterns_folder();
    g_autofree char *profiles = g_build_filename(patterns, "profiles", NULL);

    score->tally = isr_tally_new();
    score->patterns = isr_patterns_load(patterns, error);
    if (!score->patterns)
        return FALSE;
    score->profile = isr_profile_load(profiles, profile_id ? profile_id : "anonymise", error);
    if (!score->profile)
        return FALSE;
    score->scratch = g_dir_make_tmp("isredact-score-XXXXXX", error);
    return score->scratch != NULL;
}

static void release(Score *score)
{
    if (score->scratch)
        g_rmdir(score->scratch);
    g_free(score->scratch);
    isr_tally_free(score->tally);
    isr_profile_free(score->profile);
    isr_patterns_free(score->patterns);
}

/* Prints the table; TRUE if every threshold is kept. */
static gboolean report(const Score *score)
{
    g_autofree char *table = isr_tally_text(score->tally);
    gboolean kept = score->refused == 0 && isr_tally_structured(score->tally) >= min_structured &&
                    isr_tally_names(score->tally) >= min_names &&
                    isr_tally_needless(score->tally) <= max_needless;

    g_print("%s\n%u documents, profile %s: structured %.1f %%, names %.1f %%, needlessly removed "
            "%.2f %% of words, %u without a copy%s\n",
            table, score->documents, score->profile->id, isr_tally_structured(score->tally),
            isr_tally_names(score->tally), isr_tally_needless(score->tally), score->refused,
            kept ? "" : ": NOT GOOD ENOUGH");
    return kept;
}

int main(int argc, char **argv)
{
    g_autoptr(GOptionContext) context = g_option_context_new("- measure against the gold");
    g_autoptr(GError) error = NULL;
    Score score = {0};
    gboolean good = FALSE;

    g_option_context_add_main_entries(context, OPTIONS, NULL);
    if (!g_option_context_parse(context, &argc, &argv, &error) || !folders) {
        g_printerr("score: %s\n", error ? error->message : "name a folder of gold files");
        return 2;
    }
    gboolean done = prepare(&score, &error);

    for (char **folder = folders; done && *folder; folder++)
        done = score_folder(&score, *folder, &error);
    if (done)
        good = report(&score);
    else
        g_printerr("score: %s\n", error->message);
    release(&score);
    g_strfreev(folders);
    g_free(profile_id);
    return good ? 0 : 1;
}
