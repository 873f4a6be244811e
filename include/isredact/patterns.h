/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is looked for: everything under patterns/ but the profiles, loaded once and then constant.
 */
#pragma once

#include <isredact/category.h>
#include <isredact/check.h>
#include <isredact/cue.h>
#include <isredact/label.h>
#include <isredact/lists.h>
#include <isredact/rule.h>
#include <isredact/tagger.h>
#include <isredact/topics.h>

typedef struct {
    GPtrArray *rules;               /* of IsrRule *, ordered by id */
    GPtrArray *labels;              /* of IsrLabel * (label.h), ordered by id */
    IsrLabelIndex *wordings;        /* isr_label_index_new(labels) */
    GPtrArray *cues;                /* of IsrCue * (cue.h), ordered by id */
    IsrCueIndex *cue_index;         /* isr_cue_index_new(cues) */
    IsrLists *lists;                /* word lists */
    struct IsrNicknames *nicknames; /* names and their short forms */
    IsrTagger *tagger;              /* the model of names */
    struct IsrClassifier *alone;    /* the models of roles (src/bearing.h) */
    struct IsrClassifier *among;
    struct IsrVectors *vectors;       /* what words mean */
    struct IsrClassifier *discretion; /* the model of who told in confidence */
    struct IsrNetwork *discretions;   /* likewise, by what words mean */
    IsrTopics *topics;                /* sensitive matters */
    struct IsrClassifier *matters;    /* the model of what sentences speak of */
    struct IsrNetwork *network;       /* likewise, by what words mean */
    struct IsrClassifier *owners;     /* the model of whose they are */
    struct IsrVocabulary *vocabulary; /* words that were looked up, with what was found */
    struct IsrRecall *recall;         /* texts that were searched, with what was found */
    struct IsrGists *gists;           /* of headings that were read */
    IsrScratch *scratch;  /* memory for searching with the rules; not shared between threads */
    gboolean whereabouts; /* also look for what tells a way to a place; false once loaded, set
                             before the first document */
    gboolean houses;      /* take every number for a house's that the record knows: for examples */
    char *digest;         /* SHA-256 over all files, lower-case hex */
} IsrPatterns;

/* Where patterns/ is: $ISREDACT_PATTERNS, else beside the program (a build tree), else where it
 * was installed. Free with g_free(). */
char *isr_patterns_folder(void);

/* Loads patterns/ under @folder. Errors (RULES) name file, group and key and say what to do. Free
 * with isr_patterns_free() (accepts NULL). */
IsrPatterns *isr_patterns_load(const char *folder, GError **error);
void isr_patterns_free(IsrPatterns *patterns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrPatterns, isr_patterns_free)

/* What is wrong with files in the folders of patterns/ (in @only, unless it is NULL) that nothing
 * reads, as "northstar.rule.txt": sentences, none if there are none. Free with
 * g_ptr_array_unref(). Error: RULES. */
GPtrArray *isr_patterns_unread(const char *folder, const char *only, GError **error); /* char * */

/* TRUE if some rule, label or topic looks for @category. */
gboolean isr_patterns_seek(const IsrPatterns *patterns, IsrCategory category);
