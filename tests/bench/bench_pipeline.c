/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How fast each stage of the pipeline is on a long record of plain text, how fast the program is on
 * it as a whole, and how long it takes for a short one. Processor time of one core. The record's
 * size in megabytes may be given; then it is left where a second argument says. */
#include "record.h"

#include "../../src/decide.h"

#include <isredact/error.h>
#include <isredact/verify.h>

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

/* The stages as the pipeline runs them, one after the other. */
typedef struct {
    IsrJob job;
    const IsrFormat *format;
    IsrInput *input;
    GArray *findings;
    guint next;
    IsrPeople *people;
    IsrTerms *terms;
    IsrWitness *witness;
    IsrDecider *decider;
    IsrRecord *record;
} Bench;

static gboolean learn_block(gpointer self, const IsrBlock *block, GArray *edits, GError **error)
{
    Bench *bench = self;
    g_autoptr(GArray) found = isr_findings_new();

    (void)edits;
    if (!isr_detect(bench->job.patterns, block, found, error))
        return FALSE;
    isr_people_learn(bench->people, block, found);
    if (found->len > 0)
        g_array_append_vals(bench->findings, found->data, found->len);
    return TRUE;
}

static gboolean rewrite_block(gpointer self, const IsrBlock *block, GArray *edits, GError **error)
{
    Bench *bench = self;
    g_autoptr(GArray) found = isr_findings_new();

    for (; bench->next < bench->findings->len; bench->next++) {
        const IsrFinding *finding = &g_array_index(bench->findings, IsrFinding, bench->next);

        if (finding->block != block->index)
            break;
        g_array_append_vals(found, finding, 1);
    }
    return isr_decider_block(bench->decider, block, found, edits, error);
}

static gboolean prove_block(gpointer self, const IsrBlock *block, GArray *edits, GError **error)
{
    (void)edits;
    return isr_witness_block(((Bench *)self)->witness, block, error);
}

/* Prints what the processor did since *@since as MB/s, and sets it to now. */
static void report(const char *stage, const Bench *bench, clock_t *since)
{
    double seconds = (double)(clock() - *since) / CLOCKS_PER_SEC;

    printf("  %-8s %7.3f s  %8.2f MB/s\n", stage, seconds,
           (double)isr_input_size(bench->input) / 1e6 / MAX(seconds, 1e-6));
    *since = clock();
}

static gboolean run_stages(Bench *bench, IsrOutput *output, GError **error)
{
    IsrVisitor learn = {.self = bench, .block = learn_block};
    IsrVisitor rewrite = {.self = bench, .block = rewrite_block};
    IsrVisitor prove = {.self = bench, .block = prove_block};
    const IsrKeep *keep = &bench->job.profile->keep;
    IsrWalk first = {.input = bench->input, .output = NULL, .keep = keep, .visitor = learn};
    IsrWalk second = {.input = bench->input, .output = output, .keep = keep, .visitor = rewrite};
    IsrVerifyReport checked = {0};
    clock_t since = clock();

    if (!bench->format->walk(&first, error))
        return FALSE;
    report("learn", bench, &since);
    isr_people_settle(bench->people, bench->terms);
    isr_terms_compile(bench->terms);
    bench->witness = isr_witness_new(&bench->job, bench->people, bench->terms, FALSE);
    bench->decider =
        isr_decider_new(&bench->job, bench->people, bench->terms, bench->witness, bench->record);
    report("settle", bench, &since);
    if (!bench->format->walk(&second, error))
        return FALSE;
    report("rewrite", bench, &since);
    g_autoptr(IsrInput) copy = isr_input_for_fd(isr_output_fd(output), "copy", error);
    IsrWalk third = {.input = copy, .output = NULL, .keep = keep, .visitor = prove};

    if (!copy || !bench->format->walk(&third, error))
        return FALSE;
    report("prove", bench, &since);
    g_autoptr(GPtrArray) secrets = isr_witness_secrets(bench->witness);

    if (!isr_verify_bytes(bench->format, copy, secrets, bench->job.patterns, &checked, error))
        return FALSE;
    report("verify", bench, &since);
    printf("  %u findings, %u people, %u terms, %u values looked for in the copy\n",
           bench->record->outcomes->len, isr_people_size(bench->people),
           isr_terms_size(bench->terms), checked.values);
    return TRUE;
}

static gboolean bench_stages(const IsrPatterns *patterns, const char *folder, const char *path,
                             GError **error)
{
    g_autofree char *profiles = g_build_filename(folder, "profiles", NULL);
    g_autofree char *copy = g_strconcat(path, ".copy", NULL);
    g_autoptr(IsrProfile) profile = isr_profile_load(profiles, "anonymise", error);
    g_autoptr(IsrInput) input = profile ? isr_input_open(path, error) : NULL;
    g_autoptr(IsrOutput) output = input ? isr_output_new(copy, FALSE, error) : NULL;
    Bench bench = {.job = {.patterns = patterns, .profile = profile}, .input = input};
    gboolean done;

    if (!output || !(bench.format = isr_format_for(input, error)))
        return FALSE;
    bench.findings = isr_findings_new();
    bench.people = isr_people_new(patterns, NULL);
    bench.terms = isr_terms_new();
    bench.record = isr_record_new();
    bench.record->people = bench.people;
    bench.record->profile = profile;
    done = run_stages(&bench, output, error);
    isr_decider_free(bench.decider);
    isr_witness_free(bench.witness);
    isr_terms_free(bench.terms);
    g_array_unref(bench.findings);
    isr_record_free(bench.record);
    return done;
}

static double children_seconds(void)
{
    struct rusage usage;

    getrusage(RUSAGE_CHILDREN, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* Processor seconds of the program on the file @path; negative if it fails. */
static double program_seconds(const char *path)
{
    g_autofree char *copy = g_strconcat(path, ".copy", NULL);
    g_autofree char *manifest = g_strconcat(path, ".json", NULL);
    g_autofree char *to_copy = g_strconcat("--output=", copy, NULL);
    g_autofree char *to_manifest = g_strconcat("--manifest=", manifest, NULL);
    const char *argv[] = {g_getenv("ISREDACT_PROGRAM"),
                          "--profile=anonymise",
                          "--force",
                          to_copy,
                          to_manifest,
                          path,
                          NULL};
    double start = children_seconds();
    int status = 1;
    gboolean ran = g_spawn_sync(NULL, (char **)argv, NULL,
                                G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                                NULL, NULL, &status, NULL);

    g_remove(copy);
    g_remove(manifest);
    return ran && WIFEXITED(status) && WEXITSTATUS(status) < 2 ? children_seconds() - start : -1;
}

static gboolean bench_program(const char *path, gsize size, double *seconds)
{
    *seconds = program_seconds(path);
    if (*seconds >= 0)
        printf("program on %zu KB: %.0f ms, %.2f MB/s\n", size / 1000, *seconds * 1000,
               (double)size / 1e6 / *seconds);
    return *seconds >= 0;
}

static gboolean bench_all(const char *path, gsize size, GError **error)
{
    g_autofree char *folder = isr_patterns_folder();
    g_autoptr(GString) text = isr_bench_record(g_getenv("ISREDACT_ROOT"), size, error);
    clock_t start = clock();
    g_autoptr(IsrPatterns) patterns = text ? isr_patterns_load(folder, error) : NULL;
    double seconds;

    if (!patterns)
        return FALSE;
    printf("patterns loaded in %.0f ms; a record of %zu KB, in one process:\n",
           (double)(clock() - start) / CLOCKS_PER_SEC * 1000, text->len / 1000);
    if (!g_file_set_contents(path, text->str, 4000, error) || !bench_program(path, 4000, &seconds))
        return FALSE;
    return g_file_set_contents(path, text->str, (gssize)text->len, error) &&
           bench_stages(patterns, folder, path, error) && bench_program(path, text->len, &seconds);
}

int main(int argc, char **argv)
{
    g_autofree char *folder = g_dir_make_tmp("isredact-bench-XXXXXX", NULL);
    g_autofree char *path =
        argc > 2 ? g_strdup(argv[2]) : g_build_filename(folder ? folder : "", "record.txt", NULL);
    double megabytes = argc > 1 ? g_ascii_strtod(argv[1], NULL) : 1;
    g_autoptr(GError) error = NULL;
    gboolean done;

    if (!folder || !g_getenv("ISREDACT_PROGRAM") || !g_getenv("ISREDACT_ROOT")) {
        fputs("set ISREDACT_PROGRAM to the program and ISREDACT_ROOT to its sources\n", stderr);
        return 1;
    }
    done = bench_all(path, (gsize)(megabytes * 1e6), &error);
    if (!done)
        fprintf(stderr, "%s\n", error ? error->message : "the program failed");
    if (argc <= 2)
        g_remove(path);
    g_rmdir(folder);
    return done ? 0 : 1;
}
