/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes patterns/model/roles-alone.model and roles.model from gold documents, the same bytes each
 * time, and says how often the roles of documents that were kept out are right. Everything that is
 * learnt from is what the program itself makes of the document: what it finds, whom it takes for
 * one. Usage: train-roles PATTERNS VIGNETTES FOLDER..., VIGNETTES being tools/train/vignettes. */
#include "logistic.h"
#include "vignettes.h"

#include "bearing.h"

#include <cast.h>
#include <shelf.h>
#include <trial.h>

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define FOLDS 10
#define SEED G_GUINT64_CONSTANT(20240607)

/* A person of the program, and of how many mentions of each person of the gold. */
typedef struct {
    Cluster *cluster;
    GHashTable *mentions; /* const IsrGoldPerson * → number */
    IsrRole role;         /* of most; UNSURE: nobody's */
    float weight;
} Figure;

typedef struct {
    char *folder;
    IsrTrial *trial;
    GPtrArray *figures; /* of Figure * */
    Bearings *all;
    IsrGold *part; /* the blocks of a part; NULL: it is the whole */
    guint number;
    gboolean brief; /* a vignette, with which nothing is measured */
} Story;

static void figure_free(gpointer data)
{
    Figure *figure = data;

    g_hash_table_unref(figure->mentions);
    g_free(figure);
}

static void story_free(gpointer data)
{
    Story *story = data;

    g_free(story->folder);
    isr_bearings_free(story->all);
    if (story->part)
        g_ptr_array_unref(story->part->blocks);
    g_free(story->part);
    isr_trial_free(story->trial);
    g_ptr_array_unref(story->figures);
    g_free(story);
}

static const IsrPeople *people_of(const Story *story)
{
    return story->trial->record->people;
}

static guint times(GHashTable *table, gconstpointer key)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(table, key));
}

/* The gold's person most of whose mentions are the figure's. */
static const IsrGoldPerson *person_of(const Figure *figure, const IsrGold *gold)
{
    const IsrGoldPerson *best = NULL;

    for (guint i = 0; i < gold->people->len; i++) {
        const IsrGoldPerson *person = gold->people->pdata[i];
        if (times(figure->mentions, person) > (best ? times(figure->mentions, best) : 0))
            best = person;
    }
    return best;
}

static void count_mentions(Story *story, GHashTable *all)
{
    g_autoptr(GArray) attributions =
        isr_attributions(story->trial->collation, story->trial->takings);

    for (guint i = 0; i < attributions->len; i++) {
        const IsrAttribution *one = &g_array_index(attributions, IsrAttribution, i);
        if (!one->finding || one->finding->person == 0)
            continue;
        Figure *figure = story->figures->pdata[one->finding->person - 1];
        gpointer person = (gpointer)one->person;
        g_hash_table_insert(figure->mentions, person,
                            GUINT_TO_POINTER(times(figure->mentions, person) + 1));
        g_hash_table_insert(all, person, GUINT_TO_POINTER(times(all, person) + 1));
    }
}

/* Who the program's people are in the gold. A small part of a person counts less. */
static void match_people(Story *story)
{
    const IsrPeople *people = people_of(story);
    g_autoptr(GHashTable) all = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < people->clusters->len; i++) {
        Figure *figure = g_new0(Figure, 1);
        figure->cluster = people->clusters->pdata[i];
        figure->mentions = g_hash_table_new(NULL, NULL);
        figure->role = ISR_ROLE_UNSURE;
        g_ptr_array_add(story->figures, figure);
    }
    count_mentions(story, all);
    for (guint i = 0; i < story->figures->len; i++) {
        Figure *figure = story->figures->pdata[i];
        const IsrGoldPerson *person = person_of(figure, story->trial->gold);
        if (!person || !isr_role_for_id(person->role, &figure->role))
            continue;
        figure->weight =
            MAX(0.4f, (float)times(figure->mentions, person) / (float)times(all, person));
    }
}

static Story *read_story(const IsrBench *bench, const IsrProfile *profile, const IsrGold *gold,
                         const char *folder, guint number, GError **error)
{
    Story *story = g_new0(Story, 1);

    story->folder = g_path_get_basename(folder);
    story->number = number;
    story->figures = g_ptr_array_new_with_free_func(figure_free);
    story->trial = isr_trial_new(bench, gold, 0, profile, error);
    if (story->trial) {
        match_people(story);
        story->all = isr_bearings_new(people_of(story));
    }
    return story;
}

typedef GArray *(*TraitsOf)(const Bearings *, const Cluster *);

/* To @all go the roles of each figure, as likely as @model finds them by its traits. */
static void judge(const Story *story, const IsrClassifier *model, TraitsOf traits_of, GArray *all)
{
    for (guint i = 0; i < story->figures->len; i++) {
        const Figure *figure = story->figures->pdata[i];
        g_autoptr(GArray) traits = traits_of(story->all, figure->cluster);
        double likely[ISR_N_ROLES];

        isr_bearing_weigh(model, traits, likely);
        g_array_append_vals(all, likely, ISR_N_ROLES);
    }
}

static void set_likely(const Story *story, const GArray *all)
{
    for (guint i = 0; i < story->figures->len; i++)
        memcpy(((Figure *)story->figures->pdata[i])->cluster->likely,
               &g_array_index(all, double, i *ISR_N_ROLES), ISR_N_ROLES * sizeof(double));
    isr_bearings_look(story->all);
}

/* Third parties are few and of many kinds; each counts more, lest they be taken for others. */
#define THIRD_PARTY_WEIGHT 1.5f

/* What is learnt from. Who told in confidence is not learnt. */
static GPtrArray *make_examples(const GPtrArray *stories, TraitsOf traits_of)
{
    GPtrArray *examples = g_ptr_array_new_with_free_func((GDestroyNotify)logistic_example_free);

    for (guint i = 0; i < stories->len; i++) {
        const Story *story = stories->pdata[i];
        for (guint n = 0; n < story->figures->len; n++) {
            const Figure *figure = story->figures->pdata[n];
            if ((guint)figure->role >= BEARING_ROLES)
                continue;
            g_autoptr(GArray) traits = traits_of(story->all, figure->cluster);
            LogisticExample *example = logistic_example_new((guint)figure->role, story->number);
            example->weight =
                figure->weight * (figure->role == ISR_ROLE_THIRD_PARTY ? THIRD_PARTY_WEIGHT : 1);
            for (guint t = 0; t < traits->len; t++) {
                const Trait *trait = &g_array_index(traits, Trait, t);
                logistic_example_meet(example, trait->feature, trait->value);
            }
            g_ptr_array_add(examples, example);
        }
    }
    return examples;
}

/* Everybody alone is judged by many features, each of which may be missing elsewhere. */
static LogisticOptions options_for(const char *use)
{
    const gboolean among = strcmp(use, BEARING_AMONG) == 0;

    return (LogisticOptions){.use = use,
                             .classes = BEARING_ROLES,
                             .epochs = 25,
                             .rate = 0.1f,
                             .share = among ? 10 : 30,
                             .drop = among ? 25 : 50,
                             .mean = TRUE,
                             .fewest = 2,
                             .seed = SEED};
}

/* Judges each story by a model of those of the other folds. GPtrArray of GArray of double. */
static GPtrArray *judge_kept_out(const GPtrArray *stories, const char *use, TraitsOf traits_of)
{
    g_autoptr(GPtrArray) examples = make_examples(stories, traits_of);
    GPtrArray *all = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    const LogisticOptions options = options_for(use);

    for (guint i = 0; i < stories->len; i++)
        g_ptr_array_add(all, g_array_new(FALSE, FALSE, sizeof(double)));
    for (guint fold = 0; fold < FOLDS; fold++) {
        g_autoptr(GByteArray) bytes = logistic_learn(examples, &options, fold, FOLDS);
        g_autoptr(IsrClassifier) model =
            isr_classifier_read(bytes->data, bytes->len, "fold", use, BEARING_ROLES, NULL);
        for (guint i = 0; i < stories->len; i++)
            if (((const Story *)stories->pdata[i])->number % FOLDS == fold)
                judge(stories->pdata[i], model, traits_of, all->pdata[i]);
    }
    for (guint i = 0; i < stories->len; i++)
        set_likely(stories->pdata[i], all->pdata[i]);
    return all;
}

/* Sets what everybody is found to be after both. */
static void blend(const GPtrArray *stories, const GPtrArray *alone, const GPtrArray *among)
{
    for (guint i = 0; i < stories->len; i++) {
        const GArray *one = alone->pdata[i];
        GArray *both = among->pdata[i];

        for (guint n = 0; n < both->len; n += ISR_N_ROLES)
            isr_bearing_blend(&g_array_index(both, double, n), &g_array_index(one, double, n));
        set_likely(stories->pdata[i], both);
    }
}

/* People of a folder, by role and what they were taken for. */
typedef struct {
    guint people[ISR_N_ROLES][ISR_N_ROLES];
    guint all;
    guint said[10], right[10]; /* by how likely the role was found, in tenths */
} Count;

static IsrRole likeliest(const double *likely)
{
    IsrRole best = 0;

    for (IsrRole role = 0; role < ISR_ROLE_REFERRER; role++)
        best = likely[role] > likely[best] ? role : best;
    return best;
}

/* Every record is about somebody. */
static void give_subject(const Story *story)
{
    Cluster *best = NULL;

    for (guint i = 0; i < story->figures->len; i++) {
        Cluster *cluster = ((Figure *)story->figures->pdata[i])->cluster;
        if (likeliest(cluster->likely) == ISR_ROLE_SUBJECT)
            return;
        if (!best || cluster->likely[0] > best->likely[0])
            best = cluster;
    }
    if (best && best->likely[0] > 0.15)
        best->likely[0] = 1;
}

static void count_people(const Story *story, Count *count)
{
    give_subject(story);
    for (guint i = 0; i < story->trial->gold->people->len; i++) {
        const IsrGoldPerson *person = story->trial->gold->people->pdata[i];
        guint votes[ISR_N_ROLES] = {0};
        double most = 0;
        IsrRole right, best = 0;

        if (!isr_role_for_id(person->role, &right) || right == ISR_ROLE_REFERRER)
            continue;
        for (guint n = 0; n < story->figures->len; n++) {
            const Figure *figure = story->figures->pdata[n];
            votes[likeliest(figure->cluster->likely)] += times(figure->mentions, person);
        }
        for (IsrRole role = 0; role < ISR_N_ROLES; role++)
            best = votes[role] > votes[best] ? role : best;
        if (votes[best] == 0)
            continue;
        for (guint n = 0; n < story->figures->len; n++) {
            const Figure *figure = story->figures->pdata[n];
            if (times(figure->mentions, person) > 0)
                most = MAX(most, figure->cluster->likely[best]);
        }
        count->people[right][best]++;
        count->all++;
        count->said[MIN((guint)(most * 10), 9)]++;
        count->right[MIN((guint)(most * 10), 9)] += best == right;
    }
}

static void print_count(const char *name, const Count *count)
{
    guint right = 0;

    printf("%-12s %4u", name, count->all);
    for (guint role = 0; role < BEARING_ROLES; role++) {
        guint all = 0;
        for (guint taken = 0; taken < BEARING_ROLES; taken++)
            all += count->people[role][taken];
        right += count->people[role][role];
        printf("  %s %4u %5.1f %%", isr_role_id((IsrRole)role), all,
               100.0 * count->people[role][role] / MAX(1, all));
    }
    printf("  all %5.1f %%\n", 100.0 * right / MAX(1, count->all));
}

/* How often roles are right that were found so likely. */
static void print_surety(const Count *count)
{
    for (guint i = 2; i < G_N_ELEMENTS(count->said); i++)
        printf("likely from 0.%u: %4u people, %5.1f %% right\n", i, count->said[i],
               100.0 * count->right[i] / MAX(1, count->said[i]));
}

static void print_counts(const GPtrArray *stories)
{
    Count all = {0}, count = {0};

    for (guint i = 0; i < stories->len; i++) {
        const Story *story = stories->pdata[i];
        const Story *next = i + 1 < stories->len ? stories->pdata[i + 1] : NULL;
        count_people(story, &count);
        if (!story->brief)
            count_people(story, &all);
        while (next && next->part)
            next = ++i + 1 < stories->len ? stories->pdata[i + 1] : NULL;
        if (next && strcmp(next->folder, story->folder) == 0)
            continue;
        print_count(story->folder, &count);
        count = (Count){0};
    }
    print_count("all", &all);
    print_surety(&all);
}

static gboolean write_model(const GPtrArray *stories, const char *use, TraitsOf traits_of,
                            const char *folder, const char *name, GError **error)
{
    g_autoptr(GPtrArray) examples = make_examples(stories, traits_of);
    const LogisticOptions options = options_for(use);
    g_autoptr(GByteArray) bytes = logistic_learn(examples, &options, G_MAXUINT, 1);
    g_autofree char *path = g_build_filename(folder, name, NULL);

    printf("%s: %u examples, %u bytes\n", name, examples->len, bytes->len);
    return g_file_set_contents(path, (const char *)bytes->data, bytes->len, error);
}

/* Patterns are not loaded without models of this version: those of nothing do to begin with. */
static gboolean begin(const char *folder, GError **error)
{
    g_autoptr(GPtrArray) none = g_ptr_array_new();

    return write_model(none, BEARING_ALONE, isr_bearing_alone, folder, "roles-alone.model",
                       error) &&
           write_model(none, BEARING_AMONG, isr_bearing_among, folder, "roles.model", error);
}

/* Short records are learnt from too: the parts of long ones. */
#define PART_BLOCKS 12
#define PART_WEIGHT 0.3f

static gboolean read_parts(GPtrArray *stories, const IsrBench *bench, const IsrProfile *profile,
                           const IsrGold *gold, const char *folder, guint number, GError **error)
{
    for (guint from = 0; from < gold->blocks->len && gold->blocks->len > PART_BLOCKS;
         from += PART_BLOCKS) {
        IsrGold *part = g_memdup2(gold, sizeof *gold);
        part->blocks = g_ptr_array_new();
        for (guint i = from; i < MIN(from + PART_BLOCKS, gold->blocks->len); i++)
            g_ptr_array_add(part->blocks, gold->blocks->pdata[i]);
        Story *story = read_story(bench, profile, part, folder, number, error);
        story->part = part;
        g_ptr_array_add(stories, story);
        if (!story->trial)
            return FALSE;
        for (guint i = 0; i < story->figures->len; i++)
            ((Figure *)story->figures->pdata[i])->weight *= PART_WEIGHT;
    }
    return TRUE;
}

static gboolean read_vignettes(GPtrArray *stories, GPtrArray *golds, const IsrBench *bench,
                               const IsrProfile *profile, const char *folder, GError **error)
{
    const guint first = golds->len;

    if (!vignettes_load(golds, folder, error))
        return FALSE;
    for (guint i = first; i < golds->len; i++) {
        Story *story = read_story(bench, profile, golds->pdata[i], folder, i, error);

        story->brief = TRUE;
        g_ptr_array_add(stories, story);
        if (!story->trial)
            return FALSE;
    }
    return TRUE;
}

static gboolean read_stories(GPtrArray *stories, GPtrArray *golds, const IsrBench *bench,
                             const char *vignettes, char **folders, GError **error)
{
    g_autoptr(IsrProfile) profile = isr_bench_profile(bench, "anonymise", TRUE, error);

    for (; profile && *folders; folders++) {
        const guint first = golds->len;
        if (!isr_shelf_load(golds, *folders, error))
            return FALSE;
        for (guint i = first; i < golds->len; i++) {
            Story *story = read_story(bench, profile, golds->pdata[i], *folders, i, error);
            g_ptr_array_add(stories, story);
            if (!story->trial ||
                !read_parts(stories, bench, profile, golds->pdata[i], *folders, i, error))
                return FALSE;
        }
    }
    return profile && read_vignettes(stories, golds, bench, profile, vignettes, error);
}

static gboolean train(char **folders, const char *vignettes, const char *models, GError **error)
{
    g_autoptr(GPtrArray) golds = g_ptr_array_new_with_free_func((GDestroyNotify)isr_gold_free);
    g_autoptr(GPtrArray) stories = g_ptr_array_new_with_free_func(story_free);
    gboolean done = begin(models, error);
    IsrBench *bench = done ? isr_bench_new(error) : NULL;

    if (!bench || !read_stories(stories, golds, bench, vignettes, folders, error))
        return FALSE;
    g_autoptr(GPtrArray) alone = judge_kept_out(stories, BEARING_ALONE, isr_bearing_alone);
    print_counts(stories);
    for (guint i = 0; i < stories->len; i++)
        set_likely(stories->pdata[i], alone->pdata[i]);
    done = write_model(stories, BEARING_ALONE, isr_bearing_alone, models, "roles-alone.model",
                       error) &&
           write_model(stories, BEARING_AMONG, isr_bearing_among, models, "roles.model", error);
    g_autoptr(GPtrArray) among = judge_kept_out(stories, BEARING_AMONG, isr_bearing_among);
    blend(stories, alone, among);
    print_counts(stories);
    g_ptr_array_set_size(stories, 0);
    isr_bench_free(bench);
    return done;
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;

    setlocale(LC_ALL, "C.UTF-8");
    if (argc < 4) {
        fprintf(stderr, "usage: train-roles PATTERNS VIGNETTES FOLDER...\n");
        return 2;
    }
    g_setenv("ISREDACT_PATTERNS", argv[1], TRUE);
    g_autofree char *models = g_build_filename(argv[1], "model", NULL);
    if (train(argv + 3, argv[2], models, &error))
        return 0;
    fprintf(stderr, "train-roles: %s\n", error ? error->message : "failed");
    return 1;
}
