/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lessons: sentences of which it is known what they speak of, as examples for a classifier: those
 * of gold documents, single ones from tools/train/sentences/, the examples of topic files. */
#pragma once

#include "kinds.h"
#include "logistic.h"

#include "matters.h"
#include "ownership.h"

/* One sentence, and what the families alone say of it. */
typedef struct {
    LogisticExample *example;
    GArray *matters;    /* of IsrMatter */
    IsrWeighed weighed; /* but for the model's word */
    guint words;        /* that are no identifiers */
    gboolean single;    /* stands in no document, so that nothing is measured with it */
} Lesson;

/* A sentence of which it is known whose it is. */
typedef struct {
    LogisticExample *example;
    IsrRole rule; /* whose it is by rule */
    IsrCategory category;
} OwnerLesson;

typedef struct {
    const IsrPatterns *patterns; /* borrowed */
    const Kinds *kinds;          /* of words, whose features are met too; borrowed, or NULL */
    GArray *owners;              /* of OwnerLesson */
    GPtrArray *lessons;          /* of Lesson * */
    guint documents;             /* so far; groups are numbered by them */
    GArray *folders;             /* of guint: of each document, the number of its folder */
    guint n_folders;
} Lessons;

Lessons *lessons_new(const IsrPatterns *patterns);
void lessons_free(Lessons *lessons);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Lessons, lessons_free)

/* Adds the sentences of the gold documents under @folder. */
gboolean lessons_add_gold(Lessons *lessons, const char *folder, GError **error);
/* Adds those of each *.tsv of @folder: topic, whose it is, sentence, parted by tabs; '#' begins a
 * comment. Errors name file and line. */
gboolean lessons_add_sentences(Lessons *lessons, const char *folder, GError **error);
/* Adds what the topic files of the patterns give as examples. */
gboolean lessons_add_examples(Lessons *lessons, GError **error);
/* All of these: the gold of @folders (ends with NULL), then @sentences, then the examples. */
gboolean lessons_gather(Lessons *lessons, const char *sentences, char **folders, GError **error);
