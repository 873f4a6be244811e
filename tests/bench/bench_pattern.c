/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How fast isredact is: loading what is looked for, searching with the rules, the whole program
 * on a short record (mostly its start) and on a long one. Processor time, not the clock's. */
#include <isredact/detector.h>

#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern const IsrDetector isr_detector_pattern;

static const char paragraph[] =
    "The family moved from the coast in the spring and the children settled well at their new "
    "school. On 14 March 2025 the health visitor called and spoke with both parents, who said that "
    "they had slept badly since the baby came. She left a number, 07700 900123, and asked them to "
    "ring before Friday. The older boy, 7, reads well above his stage and is proud of it. NHS "
    "number 999 347 6501, postcode LS10 1WQ. Nothing else was seen that would worry anyone.";

static double seconds_since(clock_t start)
{
    return (double)(clock() - start) / CLOCKS_PER_SEC;
}

/* KB a second of the rules alone, one block a paragraph; negative if a search fails. */
static double search_speed(const IsrPatterns *patterns)
{
    enum { ROUNDS = 2000 };
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "bench");
    clock_t start = clock();

    isr_block_append(block, paragraph, -1, 0, ISR_RUN_PLAIN);
    for (guint i = 0; i < ROUNDS; i++) {
        g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
        g_autoptr(GArray) findings = isr_findings_new();

        if (!isr_detector_pattern.detect(patterns, reading, findings, NULL))
            return -1;
    }
    return (double)(sizeof paragraph - 1) * ROUNDS / 1024 / seconds_since(start);
}

static double children_seconds(void)
{
    struct rusage usage;

    getrusage(RUSAGE_CHILDREN, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* Processor seconds of the program on a text of @paragraphs; negative if it fails. */
static double program_seconds(const char *folder, guint paragraphs)
{
    g_autofree char *record = g_build_filename(folder, "record.txt", NULL);
    g_autofree char *copy = g_build_filename(folder, "copy.txt", NULL);
    g_autofree char *output = g_strconcat("--output=", copy, NULL);
    g_autofree char *manifest = g_build_filename(folder, "copy.json", NULL);
    g_autofree char *written = g_strconcat("--manifest=", manifest, NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    const char *argv[] = {g_getenv("ISREDACT_PROGRAM"),
                          "--profile=education",
                          "--force",
                          output,
                          written,
                          record,
                          NULL};
    double start = children_seconds();
    int status = 1;

    for (guint i = 0; i < paragraphs; i++)
        g_string_append_printf(text, "%s\n\n", paragraph);
    if (!g_file_set_contents(record, text->str, (gssize)text->len, NULL) ||
        !g_spawn_sync(NULL, (char **)argv, NULL,
                      G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                      NULL, &status, NULL))
        return -1;
    g_remove(record);
    g_remove(copy);
    g_remove(manifest);
    return WIFEXITED(status) && WEXITSTATUS(status) < 2 ? children_seconds() - start : -1;
}

int main(void)
{
    enum { SHORT = 9, LONG = 900 };
    g_autofree char *patterns_folder = isr_patterns_folder();
    g_autofree char *folder = g_dir_make_tmp("isredact-bench-XXXXXX", NULL);
    g_autoptr(GError) error = NULL;
    clock_t start = clock();
    g_autoptr(IsrPatterns) patterns = isr_patterns_load(patterns_folder, &error);
    double loading = seconds_since(start), search, brief, whole;

    if (!patterns || !folder || !g_getenv("ISREDACT_PROGRAM")) {
        fprintf(stderr, "%s\n", error ? error->message : "set ISREDACT_PROGRAM to the program");
        return 1;
    }
    search = search_speed(patterns);
    brief = program_seconds(folder, SHORT);
    whole = program_seconds(folder, LONG);
    g_rmdir(folder);
    if (search < 0 || brief < 0 || whole < 0)
        return 1;
    printf("loading %.0f ms, searching %.0f KB/s\n", loading * 1000, search);
    printf("program on %zu KB of text %.0f ms, on %zu KB %.0f KB/s\n",
           (sizeof paragraph + 1) * SHORT / 1024, brief * 1000,
           (sizeof paragraph + 1) * LONG / 1024,
           (double)(sizeof paragraph + 1) * LONG / 1024 / whole);
    return 0;
}
