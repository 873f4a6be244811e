/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes patterns/model/names.model from the data in ../shared/data and this project's own gold
 * documents, the same bytes each time, and says how well it finds names. Usage: train-names DATA
 * TEMPLATES MODEL RECORDS..., or train-names --measure DATA MODEL, or train-names --kept-out DATA
 * FILE. */
#include "augment.h"
#include "measure.h"
#include "records.h"
#include "source.h"
#include "templates.h"
#include "write.h"

#include <stdio.h>
#include <string.h>

#define SEED G_GUINT64_CONSTANT(20240607)
#define RECORDS 450
/* Copies of this project's own documents, each with other names. */
#define COPIES 5

static gboolean read_corpora(const char *data, GPtrArray *corpus, GError **error)
{
    g_autofree char *folder = g_build_filename(data, "ner", NULL);
    g_auto(GStrv) names = source_names(folder, ".train.tsv.gz", error);

    for (char **name = names; name != NULL && *name != NULL; name++)
        if (!corpus_read(corpus, folder, *name, error))
            return FALSE;
    return names != NULL;
}

static gboolean fill_templates(const char *data, const char *own, GPtrArray *corpus,
                               const Stock *stock, Chance *chance, GError **error)
{
    g_autofree char *folder = g_build_filename(data, "ner", NULL);
    g_autofree char *here = g_path_get_dirname(own), *name = g_path_get_basename(own);
    g_auto(GStrv) given = source_lines(folder, "uk-templates.txt", error);
    g_auto(GStrv) more = given != NULL ? source_lines(here, name, error) : NULL;

    if (more == NULL)
        return FALSE;
    templates_fill(corpus, given, RECORDS, stock, chance);
    templates_fill(corpus, more, RECORDS, stock, chance);
    return TRUE;
}

static guint count_words(const GPtrArray *corpus)
{
    guint n = 0;

    for (guint i = 0; i < corpus->len; i++)
        n += ((const Sentence *)corpus->pdata[i])->n;
    return n;
}

/* Our own documents, in copies in which nobody bears the name that they bear there. */
static gboolean read_records(char *const *folders, GPtrArray *corpus, const Stock *stock,
                             Chance *chance, GError **error)
{
    g_autoptr(GPtrArray) own = corpus_new();

    for (; *folders != NULL; folders++)
        if (!records_read(own, *folders, error))
            return FALSE;
    augment_records(corpus, own, COPIES, stock, chance);
    return TRUE;
}

/* All sentences to train with. */
static GPtrArray *make_corpus(const char *data, const char *own, char *const *folders,
                              Chance *chance, GError **error)
{
    g_autoptr(GPtrArray) corpus = corpus_new();
    g_autoptr(Stock) stock = stock_read(data, error);

    if (stock == NULL || !read_corpora(data, corpus, error))
        return NULL;
    augment_names(corpus, stock, chance);
    if (!fill_templates(data, own, corpus, stock, chance, error) ||
        !read_records(folders, corpus, stock, chance, error))
        return NULL;
    augment_case(corpus, chance);
    fprintf(stderr, "%u sentences, %u tokens\n", corpus->len, count_words(corpus));
    return g_steal_pointer(&corpus);
}

static gboolean train(const char *data, const char *own, const char *path, char *const *folders,
                      GError **error)
{
    static const OptimiseOptions options = {
        .epochs = 8, .rate = 0.1f, .sparse = 8e-6f, .drop_percent = 15, .fewest = 2};
    Chance chance = {SEED};
    g_autoptr(GPtrArray) corpus = make_corpus(data, own, folders, &chance, error);
    g_autoptr(Lexicon) lexicon = corpus != NULL ? lexicon_read(data, error) : NULL;
    Model model;

    if (lexicon == NULL)
        return FALSE;
    g_autoptr(GByteArray) empty = model_bytes(lexicon, NULL);
    if (!isr_model_read(empty->data, empty->len, "model", &model, error))
        return FALSE;
    g_autoptr(Weights) weights = optimise(corpus, &model, &options, &chance);
    g_autoptr(GByteArray) bytes = model_bytes(lexicon, weights);
    fprintf(stderr, "%u rows, %u words, %u bytes\n",
            ((const ModelHeader *)(const void *)bytes->data)->rows, lexicon->words->len,
            bytes->len);
    return g_file_set_contents(path, (const char *)bytes->data, bytes->len, error);
}

static gboolean measure_in(const char *data, const char *path, GError **error)
{
    g_autofree char *folder = g_build_filename(data, "ner", NULL);

    return measure(path, folder, error);
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    gboolean done = FALSE;

    if (argc == 4 && g_str_equal(argv[1], "--measure")) {
        done = measure_in(argv[2], argv[3], &error);
    } else if (argc == 4 && g_str_equal(argv[1], "--kept-out")) {
        done = stock_write_kept_out(argv[2], argv[3], &error);
    } else if (argc > 4) {
        done = train(argv[1], argv[2], argv[3], argv + 4, &error) &&
               measure_in(argv[1], argv[3], &error);
    } else {
        fprintf(stderr, "usage: train-names DATA TEMPLATES MODEL RECORDS...\n"
                        "       train-names --measure DATA MODEL\n"
                        "       train-names --kept-out DATA FILE\n");
        return 2;
    }
    if (!done)
        fprintf(stderr, "train-names: %s\n", error != NULL ? error->message : "failed");
    return done ? 0 : 1;
}
