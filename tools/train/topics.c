/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes patterns/model/topics.model and topics-words.model from the corpus, the single sentences
 * and the examples of topic files, the same bytes each time, and says how well it does on documents
 * that were held out. Usage: train-topics PATTERNS SENTENCES KINDS FOLDER..., KINDS being the
 * folder of kinds of words, each FOLDER one of gold documents. */
#include "lessons.h"
#include "twins.h"

#include <isredact/patterns.h>

#include <stdio.h>

#define FOLDS 5
#define MODEL "topics.model"
#define NETWORK "topics-words.model"
/* What holds fewer words besides identifiers is a label or a name. */
#define LEAST_WORDS 2

static LogisticOptions options = {
    .use = ISR_EVIDENCE_USE,
    .classes = ISR_EVIDENCE_CLASSES,
    .epochs = 10,
    .rate = 0.1f,
    .share = 6,
    .drop = 30,
    .mean = TRUE,
    .fewest = 1,
    .seed = G_GUINT64_CONSTANT(20250301),
};

static const ConvolutionOptions convolution = {
    .use = ISR_EVIDENCE_NETWORK,
    .channels = 96,
    .rate = 0.05f,
    .ridge = 1e-4f,
    .drop = 50,
    .drop_words = 10,
    .fewest = 5,
    .seed = G_GUINT64_CONSTANT(20250303),
};

/* What became of sentences that were held out. */
typedef struct {
    guint marked, found, topics; /* speak of something; were found; with the right topic too */
    guint others, taken;
} Count;

/* How probable the model found sentences that were held out. */
typedef struct {
    GArray *marked, *others; /* of float */
} Ranks;

/* What @classifier, @network and the families together say of @lesson. */
static GArray *judge(const Lessons *lessons, const IsrClassifier *classifier, IsrNetwork *network,
                     const Lesson *lesson, float *probability)
{
    GArray *matters = g_array_copy(lesson->matters);
    IsrWeighed weighed = lesson->weighed;

    isr_classifier_begin(classifier, &weighed.tally);
    for (guint i = 0; i < lesson->example->met->len; i++) {
        const Met *met = &g_array_index(lesson->example->met, Met, i);

        isr_classifier_add(classifier, &weighed.tally, met->feature, met->value);
    }
    isr_network_judge(network, lesson->example->wording, &weighed.tally);
    isr_classifier_end(classifier, &weighed.tally);
    *probability = 1 - weighed.tally.sums[ISR_EVIDENCE_NONE];
    isr_matters_weigh(lessons->patterns->topics, &weighed, matters, 0);
    return matters;
}

static void count(Count *so_far, const Lesson *lesson, const GArray *matters)
{
    gboolean found = FALSE, right = FALSE;

    for (guint i = 0; i < matters->len; i++) {
        const IsrMatter *matter = &g_array_index(matters, IsrMatter, i);

        found = found || !matter->perhaps;
        right = right || isr_evidence_class(matter->category) == lesson->example->class;
    }
    if (lesson->example->class != ISR_EVIDENCE_NONE) {
        so_far->marked++;
        so_far->found += found;
        so_far->topics += found && right;
    } else if (lesson->words >= LEAST_WORDS) {
        so_far->others++;
        so_far->taken += found;
    }
}

static void print_count(const char *what, const Count *all)
{
    printf("%-20s %5u sentences found %5.1f %%, topic right %5.1f %%; %5u others, taken %4.1f %%\n",
           what, all->marked, 100.0 * all->found / MAX(all->marked, 1),
           100.0 * all->topics / MAX(all->found, 1), all->others,
           100.0 * all->taken / MAX(all->others, 1));
}

static gint by_probability(gconstpointer a, gconstpointer b)
{
    const float one = *(const float *)a, other = *(const float *)b;

    return one > other ? -1 : one < other;
}

static void rank(const Ranks *ranks, const Lesson *lesson, float probability)
{
    if (lesson->example->class != ISR_EVIDENCE_NONE)
        g_array_append_val(ranks->marked, probability);
    else if (lesson->words >= LEAST_WORDS)
        g_array_append_val(ranks->others, probability);
}

/* How many of the marked are above what so many @percent of the others are above. */
static void print_rank(const Ranks *ranks, guint percent)
{
    guint found = 0;
    const float from = g_array_index(ranks->others, float, ranks->others->len *percent / 100);

    for (guint i = 0; i < ranks->marked->len; i++)
        found += g_array_index(ranks->marked, float, i) > from;
    printf("  %u %% taken: %.1f %%, from %.2f on;", percent,
           100.0 * found / MAX(ranks->marked->len, 1), (double)from);
}

static void print_ranks(const Ranks *ranks)
{
    g_array_sort(ranks->others, by_probability);
    printf("  the model alone:");
    for (guint percent = 2; percent <= 6 && ranks->others->len > 0; percent++)
        print_rank(ranks, percent);
    printf("\n");
}

static Ranks *ranks_new(guint n)
{
    Ranks *ranks = g_new(Ranks, n);

    for (guint i = 0; i < n; i++)
        ranks[i] = (Ranks){g_array_new(FALSE, FALSE, sizeof(float)),
                           g_array_new(FALSE, FALSE, sizeof(float))};
    return ranks;
}

static void ranks_free(Ranks *ranks, guint n)
{
    for (guint i = 0; i < n; i++) {
        g_array_unref(ranks[i].marked);
        g_array_unref(ranks[i].others);
    }
    g_free(ranks);
}

/* Learns from all documents but a fold's, and counts on those. */
static gboolean hold_out(const Lessons *lessons, const GPtrArray *examples, guint fold,
                         Count *learnt, Count *families, const Ranks *ranks, guint all,
                         GError **error)
{
    const IsrVectors *vectors = lessons->patterns->vectors;
    g_auto(Twins) twins = twins_learn(&options, &convolution, vectors, examples, fold, FOLDS);
    g_autoptr(IsrClassifier) classifier =
        isr_classifier_read(twins.classifier->data, twins.classifier->len, "model",
                            ISR_EVIDENCE_USE, ISR_EVIDENCE_CLASSES, error);
    g_autoptr(IsrNetwork) network =
        classifier != NULL
            ? isr_network_read(twins.network->data, twins.network->len, "network",
                               ISR_EVIDENCE_NETWORK, ISR_EVIDENCE_CLASSES, vectors, error)
            : NULL;

    for (guint i = 0; network != NULL && i < lessons->lessons->len; i++) {
        const Lesson *lesson = lessons->lessons->pdata[i];

        if (lesson->single || lesson->example->group % FOLDS != fold)
            continue;
        float probability;
        g_autoptr(GArray) matters = judge(lessons, classifier, network, lesson, &probability);
        const guint folder = g_array_index(lessons->folders, guint, lesson->example->group);

        count(&learnt[folder], lesson, matters);
        count(&families[folder], lesson, lesson->matters);
        rank(&ranks[folder], lesson, probability);
        rank(&ranks[all], lesson, probability);
    }
    return network != NULL;
}

static void print_all(const Count *learnt, const Count *families, const Ranks *ranks,
                      char **folders)
{
    guint i;

    for (i = 0; folders[i] != NULL; i++) {
        g_autofree char *name = g_path_get_basename(folders[i]);

        print_count(name, &learnt[i]);
        print_count("  families alone", &families[i]);
        print_ranks(&ranks[i]);
    }
    printf("all of them\n");
    print_ranks(&ranks[i]);
}

static gboolean measure(const Lessons *lessons, const GPtrArray *examples, char **folders,
                        GError **error)
{
    const guint n = g_strv_length(folders);
    Ranks *ranks = ranks_new(n + 1);
    g_autofree Count *learnt = g_new0(Count, n + 1), *families = g_new0(Count, n + 1);
    gboolean done = TRUE;

    for (guint fold = 0; fold < FOLDS && done; fold++)
        done = hold_out(lessons, examples, fold, learnt, families, ranks, n, error);
    if (done)
        print_all(learnt, families, ranks, folders);
    ranks_free(ranks, n + 1);
    return done;
}

static gboolean train(const char *folder, const IsrPatterns *patterns, char **arguments,
                      GError **error)
{
    g_autoptr(Kinds) kinds = kinds_load(arguments[1], error);
    g_autoptr(Lessons) lessons = lessons_new(patterns);
    g_autoptr(GPtrArray) examples = g_ptr_array_new();

    lessons->kinds = kinds;
    if (kinds == NULL || !lessons_gather(lessons, arguments[0], arguments + 2, error))
        return FALSE;
    g_autoptr(GHashTable) heirs = kinds_heirs(kinds);

    options.heirs = heirs;
    for (guint i = 0; i < lessons->lessons->len; i++)
        g_ptr_array_add(examples, ((const Lesson *)lessons->lessons->pdata[i])->example);
    g_auto(Twins) learnt =
        twins_learn(&options, &convolution, patterns->vectors, examples, G_MAXUINT, 1);

    printf("%u sentences; %u and %u bytes\n", examples->len, learnt.classifier->len,
           learnt.network->len);
    return twins_write(&learnt, folder, MODEL, NETWORK, error) &&
           measure(lessons, examples, arguments + 2, error);
}

/* A model of owners of another version, which is learnt after this one, must not be in the way. */
static gboolean clear_owners(const char *patterns, GError **error)
{
    static const LogisticOptions none = {
        .use = ISR_OWNERSHIP_USE,
        .classes = ISR_OWNERSHIP_CLASSES,
    };
    g_autofree char *path = g_build_filename(patterns, "model", "owners.model", NULL);
    g_autoptr(IsrClassifier) owners =
        isr_classifier_open(path, ISR_OWNERSHIP_USE, ISR_OWNERSHIP_CLASSES, NULL);

    return owners != NULL || logistic_write_empty(path, &none, error);
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    gboolean done = FALSE;

    if (argc < 5) {
        fprintf(stderr, "usage: train-topics PATTERNS SENTENCES KINDS FOLDER...\n");
        return 2;
    }
    g_autoptr(IsrPatterns) patterns =
        clear_owners(argv[1], &error) &&
                twins_write_empty(&options, &convolution, argv[1], MODEL, NETWORK, &error)
            ? isr_patterns_load(argv[1], &error)
            : NULL;

    done = patterns != NULL && train(argv[1], patterns, argv + 2, &error);
    if (!done)
        fprintf(stderr, "train-topics: %s\n", error != NULL ? error->message : "failed");
    return done ? 0 : 1;
}
