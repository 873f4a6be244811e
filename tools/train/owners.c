/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes patterns/model/owners.model from the corpus and the single sentences, the same bytes each
 * time, and says how often it is right on documents that were held out. Usage: train-owners
 * PATTERNS SENTENCES FOLDER..., each FOLDER one of gold documents. */
#include "lessons.h"

#include <isredact/patterns.h>

#include <stdio.h>

#define FOLDS 5

static const LogisticOptions options = {
    .use = ISR_OWNERSHIP_USE,
    .classes = ISR_OWNERSHIP_CLASSES,
    .epochs = 25,
    .rate = 0.05f,
    .share = 5,
    .drop = 50,
    .mean = TRUE,
    .fewest = 1,
    .seed = G_GUINT64_CONSTANT(20250302),
};

/* What became of sentences that were held out. */
typedef struct {
    guint given[ISR_OWNERSHIP_CLASSES], right[ISR_OWNERSHIP_CLASSES], rule[ISR_OWNERSHIP_CLASSES];
} Count;

static guint judge(const IsrClassifier *classifier, const LogisticExample *example)
{
    IsrTally tally;
    guint best = 0;

    isr_classifier_begin(classifier, &tally);
    for (guint i = 0; i < example->met->len; i++) {
        const Met *met = &g_array_index(example->met, Met, i);

        isr_classifier_add(classifier, &tally, met->feature, met->value);
    }
    isr_classifier_end(classifier, &tally);
    for (guint i = 1; i < ISR_OWNERSHIP_CLASSES; i++)
        best = tally.sums[i] > tally.sums[best] ? i : best;
    return best;
}

static gboolean hold_out(const Lessons *lessons, const GPtrArray *examples, guint fold,
                         Count *counts, GError **error)
{
    g_autoptr(GByteArray) bytes = logistic_learn(examples, &options, fold, FOLDS);
    g_autoptr(IsrClassifier) classifier = isr_classifier_read(
        bytes->data, bytes->len, "model", ISR_OWNERSHIP_USE, ISR_OWNERSHIP_CLASSES, error);

    for (guint i = 0; classifier != NULL && i < lessons->owners->len; i++) {
        const OwnerLesson *lesson = &g_array_index(lessons->owners, OwnerLesson, i);
        const guint class = lesson->example->class, group = lesson->example->group;

        if (group >= lessons->folders->len || group % FOLDS != fold)
            continue;
        Count *count = &counts[g_array_index(lessons->folders, guint, group)];

        count->given[class]++;
        count->right[class] += judge(classifier, lesson->example) == class;
        count->rule[class] += isr_ownership_role(class) == lesson->rule;
    }
    return classifier != NULL;
}

static void print_count(const char *folder, const Count *count)
{
    g_autofree char *name = g_path_get_basename(folder);

    for (guint i = 0; i < ISR_OWNERSHIP_CLASSES; i++)
        printf("%-12s %-12s %4u sentences, rightly given %5.1f %%, by rule alone %5.1f %%\n", name,
               isr_role_id(isr_ownership_role(i)), count->given[i],
               100.0 * count->right[i] / MAX(count->given[i], 1),
               100.0 * count->rule[i] / MAX(count->given[i], 1));
}

static gboolean measure(const Lessons *lessons, const GPtrArray *examples, char **folders,
                        GError **error)
{
    const guint n = g_strv_length(folders);
    g_autofree Count *counts = g_new0(Count, n + 1);

    for (guint fold = 0; fold < FOLDS; fold++)
        if (!hold_out(lessons, examples, fold, counts, error))
            return FALSE;
    for (guint i = 0; i < n; i++)
        print_count(folders[i], &counts[i]);
    return TRUE;
}

static gboolean train(const char *path, const IsrPatterns *patterns, char **arguments,
                      GError **error)
{
    g_autoptr(Lessons) lessons = lessons_new(patterns);
    g_autoptr(GPtrArray) examples = g_ptr_array_new();

    if (!lessons_gather(lessons, arguments[0], arguments + 1, error))
        return FALSE;
    for (guint i = 0; i < lessons->owners->len; i++)
        g_ptr_array_add(examples, g_array_index(lessons->owners, OwnerLesson, i).example);
    g_autoptr(GByteArray) bytes = logistic_learn(examples, &options, G_MAXUINT, 1);

    printf("%u sentences; %u bytes\n", examples->len, bytes->len);
    return g_file_set_contents(path, (const char *)bytes->data, bytes->len, error) &&
           measure(lessons, examples, arguments + 1, error);
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    gboolean done = FALSE;

    if (argc < 4) {
        fprintf(stderr, "usage: train-owners PATTERNS SENTENCES FOLDER...\n");
        return 2;
    }
    g_autofree char *path = g_build_filename(argv[1], "model", "owners.model", NULL);
    g_autoptr(IsrPatterns) patterns =
        logistic_write_empty(path, &options, &error) ? isr_patterns_load(argv[1], &error) : NULL;

    done = patterns != NULL && train(path, patterns, argv + 2, &error);
    if (!done)
        fprintf(stderr, "train-owners: %s\n", error != NULL ? error->message : "failed");
    return done ? 0 : 1;
}
