/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * tab-score [OPTION...] FILE...: redacts the documents of the Text Anonymization Benchmark as
 * plain text and counts as its own evaluation does. Sensitive sentences stay, so that nothing is
 * masked only because the sentence around it went. */
#include "masking.h"
#include "trial.h"

#include <locale.h>
#include <string.h>

static gboolean verbose = FALSE;
static double min_direct = 0, min_precision = 0;
static char **files = NULL;

static const GOptionEntry OPTIONS[] = {
    {"verbose", 'v', 0, G_OPTION_ARG_NONE, &verbose, "list what was missed", NULL},
    {"min-direct", 0, 0, G_OPTION_ARG_DOUBLE, &min_direct,
     "fail if fewer direct identifiers are masked", "PERCENT"},
    {"min-precision", 0, 0, G_OPTION_ARG_DOUBLE, &min_precision,
     "fail if fewer of the masked words are due", "PERCENT"},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, "FILE..."},
    {NULL, 0, 0, 0, NULL, NULL, NULL},
};

static guint plain_text(void)
{
    guint format = 0;

    while (isr_builds[format] != &isr_build_text)
        format++;
    return format;
}

typedef struct {
    IsrBench *bench;
    IsrProfile *profile;
    IsrMasking *masking;
    guint refused; /* documents without a copy */
} Score;

static void add_document(Score *score, const IsrTabDocument *document)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrTrial) trial =
        isr_trial_new(score->bench, document->gold, plain_text(), score->profile, &error);

    if (trial) {
        isr_masking_add(score->masking, document, trial->collation);
        return;
    }
    g_print("%s: no copy: %s\n", document->gold->id, error->message);
    score->refused++;
}

static gboolean add_file(Score *score, const char *path, GError **error)
{
    g_autoptr(GPtrArray) documents = isr_tab_load(path, error);

    for (guint i = 0; documents && i < documents->len; i++)
        add_document(score, documents->pdata[i]);
    return documents != NULL;
}

static gboolean report(const Score *score)
{
    const IsrMasking *masking = score->masking;
    g_autofree char *text = isr_masking_text(masking);
    gboolean kept = score->refused == 0 && isr_masked_percent(masking->direct) >= min_direct &&
                    isr_masking_precision(masking) >= min_precision;

    for (guint i = 0; verbose && i < masking->misses->len; i++)
        g_print("%s\n", (const char *)masking->misses->pdata[i]);
    g_print("%s%u without a copy%s\n", text, score->refused, kept ? "" : ": NOT GOOD ENOUGH");
    return kept;
}

static gboolean run(Score *score, GError **error)
{
    score->masking = isr_masking_new();
    score->bench = isr_bench_new(error);
    if (score->bench)
        score->profile = isr_bench_profile(score->bench, "anonymise", TRUE, error);
    gboolean done = score->profile != NULL;

    for (char **file = files; done && *file; file++)
        done = add_file(score, *file, error);
    return done;
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "C.UTF-8");
    g_autoptr(GOptionContext) context = g_option_context_new("- measure against the benchmark");
    g_autoptr(GError) error = NULL;
    Score score = {0};
    gboolean good = FALSE;

    g_option_context_add_main_entries(context, OPTIONS, NULL);
    if (!g_option_context_parse(context, &argc, &argv, &error) || !files) {
        g_printerr("tab-score: %s\n", error ? error->message : "name a file of the benchmark");
        return 2;
    }
    if (run(&score, &error))
        good = report(&score);
    else
        g_printerr("tab-score: %s\n", error->message);
    isr_masking_free(score.masking);
    isr_profile_free(score.profile);
    isr_bench_free(score.bench);
    g_strfreev(files);
    return good ? 0 : 1;
}
