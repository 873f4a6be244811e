/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes patterns/model/discretion.model and discretion-words.model from passages in which somebody
 * tells in confidence, or nobody does, and from everybody in gold documents, the same bytes each
 * time; says how well they do on what was held out. Usage: train-discretion PATTERNS CONFIDENCES
 * FOLDER..., CONFIDENCES being tools/train/confidences, each FOLDER one of gold documents. */
#include "twins.h"
#include "vignettes.h"

#include "discretion.h"
#include "people.h"
#include "surroundings.h"

#include <isredact/detector.h>
#include <isredact/patterns.h>

#include <shelf.h>

#include <stdio.h>
#include <string.h>

#define FOLDS 5
#define MODEL "discretion.model"
#define NETWORK "discretion-words.model"
/* Who told is rare, and missed at a price; so many places of records teach as much as all. */
#define TOLD_WEIGHT 8.0f
#define PASSAGE_WEIGHT 2.0f
#define ONE_IN 2

static const LogisticOptions options = {
    .use = ISR_DISCRETION_USE,
    .classes = ISR_DISCRETION_CLASSES,
    .epochs = 12,
    .rate = 0.1f,
    .share = 12,
    .drop = 50,
    .mean = TRUE,
    .fewest = 3,
    .seed = G_GUINT64_CONSTANT(20251127),
};

static const ConvolutionOptions convolution = {
    .use = ISR_DISCRETION_NETWORK,
    .channels = 32,
    .rate = 0.05f,
    .ridge = 1e-4f,
    .drop = 50,
    .drop_words = 10,
    .fewest = 5,
    .seed = G_GUINT64_CONSTANT(20251129),
};

/* One place where somebody is named. */
typedef struct {
    LogisticExample *example;
    guint person; /* all places of one person of one document have one number */
    gboolean passage;
} Named;

typedef struct {
    const IsrPatterns *patterns; /* borrowed */
    GPtrArray *places;           /* of Named * */
    guint documents, people;
    guint passed; /* places of records of anybody */
} Lessons;

static void named_free(gpointer data)
{
    Named *place = data;

    logistic_example_free(place->example);
    g_free(place);
}

static IsrBlock *block_of(const IsrGoldBlock *gold)
{
    IsrBlock *block =
        isr_block_new(gold->kind == ISR_GOLD_ROW ? ISR_BLOCK_ROW : ISR_BLOCK_BODY, "record.txt");

    isr_block_append(block, gold->text->str, (gssize)gold->text->len, 0, 0);
    return block;
}

/* The name of somebody that @finding takes, or NULL. */
static const IsrGoldSpan *span_at(const IsrGoldBlock *gold, const IsrFinding *finding)
{
    for (guint i = 0; finding->category == ISR_CATEGORY_NAME && i < gold->spans->len; i++) {
        const IsrGoldSpan *span = gold->spans->pdata[i];
        if (span->person != NULL && strcmp(span->category, "name") == 0 &&
            span->range.start < finding->range.end && finding->range.start < span->range.end)
            return span;
    }
    return NULL;
}

/* What cues say of who told, at that name. */
static double told_by_cues(const Surroundings *around, const IsrFinding *finding)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    double points = 0;

    isr_surroundings_read(around, finding, found);
    for (guint i = 0; i < found->len; i++)
        points += ((const IsrCue *)found->pdata[i])->points[ISR_ROLE_REFERRER];
    return points;
}

static gboolean is_told(const IsrGoldSpan *span)
{
    return span != NULL && strcmp(span->person->role, "referrer") == 0;
}

/* Somebody who told in confidence is named elsewhere too, where nothing says so: of records only
 * those places teach where a cue says it. */
static gboolean teaches(const IsrGoldSpan *span, gboolean passage, const Surroundings *around,
                        const IsrFinding *finding)
{
    return passage || !is_told(span) || told_by_cues(around, finding) >= TOLD;
}

static void add_place(Lessons *lessons, const Surroundings *around, const IsrFinding *finding,
                      const IsrGoldSpan *span, gboolean passage)
{
    const IsrVectors *vectors = lessons->patterns->vectors;
    g_autoptr(GArray) features = g_array_new(FALSE, FALSE, sizeof(guint32));
    guint n, at;
    const IsrCueToken *tokens = isr_surroundings_tokens(around, finding, &n, &at);

    if (tokens == NULL || !teaches(span, passage, around, finding) ||
        (!passage && !is_told(span) && lessons->passed++ % ONE_IN != 0))
        return;
    Named *place = g_new0(Named, 1);

    place->passage = passage;
    place->person = span != NULL ? lessons->people + (guint)g_str_hash(span->person->id) % 512
                                 : lessons->people + 512;
    place->example = logistic_example_new(
        is_told(span) ? ISR_DISCRETION_TOLD : ISR_DISCRETION_ANYBODY, lessons->documents);
    place->example->weight = place->example->class == ISR_DISCRETION_TOLD ? TOLD_WEIGHT
                             : passage                                    ? PASSAGE_WEIGHT
                                                                          : 1;
    isr_discretion_gather(tokens, n, at, features);
    for (guint i = 0; i < features->len; i++)
        logistic_example_meet(place->example, g_array_index(features, guint32, i), 1);
    place->example->wording = isr_discretion_wording(vectors, tokens, n, at);
    g_ptr_array_add(lessons->places, place);
}

static gboolean add_block(Lessons *lessons, const IsrGoldBlock *gold, gboolean passage,
                          GError **error)
{
    g_autoptr(IsrBlock) block = block_of(gold);
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
    g_autoptr(GArray) found = isr_findings_new();

    if (!isr_detect_identifiers(lessons->patterns, reading, found, error))
        return FALSE;
    g_autoptr(Surroundings) around = isr_surroundings_new(lessons->patterns, block, found);

    for (guint i = 0; i < found->len; i++) {
        const IsrFinding *finding = &g_array_index(found, IsrFinding, i);
        if (finding->category == ISR_CATEGORY_NAME)
            add_place(lessons, around, finding, span_at(gold, finding), passage);
    }
    return TRUE;
}

static gboolean add_golds(Lessons *lessons, const GPtrArray *golds, gboolean passages,
                          GError **error)
{
    for (guint i = 0; i < golds->len; i++) {
        const IsrGold *gold = golds->pdata[i];
        for (guint n = 0; n < gold->blocks->len; n++)
            if (!add_block(lessons, gold->blocks->pdata[n], passages, error))
                return FALSE;
        lessons->documents++;
        lessons->people += 1024;
    }
    return TRUE;
}

/* An example of a cue, "«Ann Bell» rang", as a gold document of one block. */
static IsrGold *gold_of(const char *example)
{
    g_auto(GStrv) parts = g_strsplit_set(example, "\x01\x02", -1);
    IsrGold *gold = isr_gold_new();
    IsrGoldBlock *block = isr_gold_add_block(gold, ISR_GOLD_PARAGRAPH);
    IsrGoldPerson *person = g_new0(IsrGoldPerson, 1);

    *person = (IsrGoldPerson){.id = g_strdup("t1"),
                              .role = g_strdup("other"),
                              .origin = g_strdup("other"),
                              .name = g_strdup(parts[1])};
    g_ptr_array_add(gold->people, person);
    for (guint i = 0; parts[i] != NULL; i++) {
        const gsize start = block->text->len;
        g_string_append(block->text, parts[i]);
        if (i % 2 == 1)
            isr_gold_add_span(block, "name", (IsrRange){start, block->text->len})->person = person;
    }
    return gold;
}

static void add_examples_of(GPtrArray *golds, char **examples)
{
    for (; examples != NULL && *examples != NULL; examples++) {
        g_autoptr(GString) text = g_string_new(*examples);
        g_string_replace(text, "«", "\x01", 0);
        g_string_replace(text, "»", "\x02", 0);
        g_ptr_array_add(golds, gold_of(text->str));
    }
}

/* Who told in confidence by no cue did not by the model, either. */
static gboolean add_cues(Lessons *lessons, GError **error)
{
    g_autoptr(GPtrArray) golds = g_ptr_array_new_with_free_func((GDestroyNotify)isr_gold_free);

    for (guint i = 0; i < lessons->patterns->cues->len; i++) {
        const IsrCue *cue = lessons->patterns->cues->pdata[i];
        if (cue->points[ISR_ROLE_REFERRER] > 0)
            add_examples_of(golds, cue->no_match);
    }
    return add_golds(lessons, golds, TRUE, error);
}

static gboolean gather(Lessons *lessons, const char *confidences, char **folders, GError **error)
{
    g_autoptr(GPtrArray) passages = g_ptr_array_new_with_free_func((GDestroyNotify)isr_gold_free);
    g_autoptr(GPtrArray) golds = g_ptr_array_new_with_free_func((GDestroyNotify)isr_gold_free);

    if (!vignettes_load(passages, confidences, error) ||
        !add_golds(lessons, passages, TRUE, error) || !add_cues(lessons, error))
        return FALSE;
    for (; *folders != NULL; folders++)
        if (!isr_shelf_load(golds, *folders, error))
            return FALSE;
    return add_golds(lessons, golds, FALSE, error);
}

static double judge(const IsrClassifier *classifier, IsrNetwork *network,
                    const LogisticExample *example)
{
    IsrTally tally;

    isr_classifier_begin(classifier, &tally);
    for (guint i = 0; i < example->met->len; i++) {
        const Met *met = &g_array_index(example->met, Met, i);
        isr_classifier_add(classifier, &tally, met->feature, met->value);
    }
    isr_network_judge(network, example->wording, &tally);
    isr_classifier_end(classifier, &tally);
    return tally.sums[ISR_DISCRETION_TOLD];
}

/* Notes in @likely, by person, the most that a place of them was found to tell. */
static gboolean hold_out(const Lessons *lessons, const GPtrArray *examples, guint fold,
                         double *likely, GError **error)
{
    const IsrVectors *vectors = lessons->patterns->vectors;
    g_auto(Twins) learnt = twins_learn(&options, &convolution, vectors, examples, fold, FOLDS);
    g_autoptr(IsrClassifier) classifier =
        isr_classifier_read(learnt.classifier->data, learnt.classifier->len, "model",
                            ISR_DISCRETION_USE, ISR_DISCRETION_CLASSES, error);
    g_autoptr(IsrNetwork) network =
        classifier != NULL
            ? isr_network_read(learnt.network->data, learnt.network->len, "network",
                               ISR_DISCRETION_NETWORK, ISR_DISCRETION_CLASSES, vectors, error)
            : NULL;

    for (guint i = 0; network != NULL && i < lessons->places->len; i++) {
        const Named *place = lessons->places->pdata[i];
        if (place->example->group % FOLDS == fold)
            likely[place->person] =
                MAX(likely[place->person], judge(classifier, network, place->example));
    }
    return network != NULL;
}

static gint by_likelihood(gconstpointer a, gconstpointer b)
{
    const double one = *(const double *)a, other = *(const double *)b;

    return one > other ? -1 : one < other;
}

/* How likely the people of a class, of passages or of documents, were found, the likeliest first.
 */
static GArray *ranks_of(const Lessons *lessons, const double *likely, guint class,
                        gboolean passages)
{
    GArray *ranks = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < lessons->places->len; i++) {
        const Named *place = lessons->places->pdata[i];
        if (place->passage == passages && place->example->class == class &&
            g_hash_table_add(seen, GUINT_TO_POINTER(place->person + 1)))
            g_array_append_val(ranks, likely[place->person]);
    }
    g_array_sort(ranks, by_likelihood);
    return ranks;
}

static double share_from(const GArray *ranks, double from)
{
    guint n = 0;

    while (n < ranks->len && g_array_index(ranks, double, n) >= from)
        n++;
    return 100.0 * n / MAX(ranks->len, 1);
}

/* How many are found when so many of the others are taken. */
static void print_ranks(const Lessons *lessons, const double *likely)
{
    static const double taken[] = {0.25, 0.5, 1, 2};
    g_autoptr(GArray) told = ranks_of(lessons, likely, ISR_DISCRETION_TOLD, TRUE);
    g_autoptr(GArray) near = ranks_of(lessons, likely, ISR_DISCRETION_ANYBODY, TRUE);
    g_autoptr(GArray) others = ranks_of(lessons, likely, ISR_DISCRETION_ANYBODY, FALSE);

    for (guint i = 0; i < G_N_ELEMENTS(taken); i++) {
        const guint nth = (guint)(taken[i] * others->len / 100);
        const double from = g_array_index(others, double, nth);
        printf("from %.3f on: %4.2f %% of people in records, %5.1f %% of the others in passages, "
               "%5.1f %% of those who told there\n",
               from, share_from(others, from), share_from(near, from), share_from(told, from));
    }
}

static gboolean measure(const Lessons *lessons, const GPtrArray *examples, GError **error)
{
    g_autofree double *likely = g_new0(double, lessons->people + 1024);

    for (guint fold = 0; fold < FOLDS; fold++)
        if (!hold_out(lessons, examples, fold, likely, error))
            return FALSE;
    print_ranks(lessons, likely);
    return TRUE;
}

static gboolean train(const char *folder, const IsrPatterns *patterns, char **arguments,
                      GError **error)
{
    g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func(named_free);
    g_autoptr(GPtrArray) examples = g_ptr_array_new();
    Lessons lessons = {patterns, places, 0, 0, 0};

    if (!gather(&lessons, arguments[0], arguments + 1, error))
        return FALSE;
    for (guint i = 0; i < places->len; i++)
        g_ptr_array_add(examples, ((const Named *)places->pdata[i])->example);
    g_auto(Twins) learnt =
        twins_learn(&options, &convolution, patterns->vectors, examples, G_MAXUINT, 1);

    printf("%u places; %u and %u bytes\n", examples->len, learnt.classifier->len,
           learnt.network->len);
    return twins_write(&learnt, folder, MODEL, NETWORK, error) &&
           measure(&lessons, examples, error);
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    gboolean done = FALSE;

    if (argc < 4) {
        fprintf(stderr, "usage: train-discretion PATTERNS CONFIDENCES FOLDER...\n");
        return 2;
    }
    g_autoptr(IsrPatterns) patterns =
        twins_write_empty(&options, &convolution, argv[1], MODEL, NETWORK, &error)
            ? isr_patterns_load(argv[1], &error)
            : NULL;

    done = patterns != NULL && train(argv[1], patterns, argv + 2, &error);
    if (!done)
        fprintf(stderr, "train-discretion: %s\n", error != NULL ? error->message : "failed");
    return done ? 0 : 1;
}
