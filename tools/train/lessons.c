/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each sentence is read as the program reads it; what is learnt from is the evidence that it would
 * judge by. */
#include "lessons.h"

#include "passages.h"
#include "shelf.h"
#include "source.h"

#include <isredact/detector.h>
#include <isredact/error.h>

#include <string.h>

/* Which of isr_builds gold is read from: plain text, and office documents for their tables. */
#define PLAIN 2
/* How much an example of a topic file counts: what it says must hold. */
#define HOLDS 3
/* How much a single sentence counts, which lacks what stands around those of records. */
#define SINGLE 0.7f

static void lesson_free(gpointer data)
{
    Lesson *lesson = data;

    logistic_example_free(lesson->example);
    g_array_unref(lesson->matters);
    g_free(lesson);
}

Lessons *lessons_new(const IsrPatterns *patterns)
{
    Lessons *lessons = g_new0(Lessons, 1);

    lessons->patterns = patterns;
    lessons->lessons = g_ptr_array_new_with_free_func(lesson_free);
    lessons->owners = g_array_new(FALSE, FALSE, sizeof(OwnerLesson));
    lessons->folders = g_array_new(FALSE, FALSE, sizeof(guint));
    return lessons;
}

void lessons_free(Lessons *lessons)
{
    if (lessons == NULL)
        return;
    g_ptr_array_unref(lessons->lessons);
    g_array_unref(lessons->folders);
    for (guint i = 0; i < lessons->owners->len; i++)
        logistic_example_free(g_array_index(lessons->owners, OwnerLesson, i).example);
    g_array_unref(lessons->owners);
    g_free(lessons);
}

static guint count_words(const IsrGist *gist, const IsrGistSentence *one)
{
    guint n = 0;

    for (guint i = one->from; i < one->to; i++)
        n += isr_gist_mark_at(gist, i) == 0;
    return n;
}

/* What is met of the kinds of the words of a sentence: each word counts, once. */
static void meet_kinds(const Lessons *lessons, const IsrGist *gist, const IsrGistSentence *one,
                       LogisticExample *example)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);

    for (guint i = one->from; lessons->kinds != NULL && i < one->to; i++) {
        const char *word = isr_tokens_word(gist->tokens, i);
        const gsize length = isr_tokens_nth(gist->tokens, i)->length;
        const GArray *kinds =
            isr_gist_mark_at(gist, i) == 0 ? kinds_of(lessons->kinds, word, length) : NULL;

        if (kinds == NULL || !g_hash_table_add(seen, (gpointer)kinds))
            continue;
        for (guint k = 0; k < kinds->len; k++)
            logistic_example_more(example, g_array_index(kinds, guint32, k), 1);
    }
}

/* Adds the @n-th sentence of @gist, which speaks of @class. */
static Lesson *add_lesson(Lessons *lessons, const IsrGist *gist, const IsrBlock *block, guint n,
                          guint class)
{
    g_autoptr(GArray) signs = g_array_new(FALSE, FALSE, sizeof(IsrSign));
    Lesson *lesson = g_new0(Lesson, 1);

    const IsrGistSentence *one = &g_array_index(gist->sentences, IsrGistSentence, n);

    lesson->weighed = (IsrWeighed){.range = one->sentence.range, .token = one->from};
    lesson->weighed.empty = isr_gist_tells_nothing(gist, block, n);
    lesson->matters = g_array_new(FALSE, FALSE, sizeof(IsrMatter));
    lesson->example = logistic_example_new(class, lessons->documents);
    lesson->words = count_words(gist, one);
    isr_gist_matters(gist, lessons->patterns, block, n, lesson->matters);
    isr_evidence_gather(gist, lessons->patterns, block, n, signs);
    for (guint i = 0; i < signs->len; i++)
        logistic_example_meet(lesson->example, g_array_index(signs, IsrSign, i).feature, 1);
    lesson->example->wording = isr_evidence_wording(gist, lessons->patterns, n);
    meet_kinds(lessons, gist, one, lesson->example);
    g_ptr_array_add(lessons->lessons, lesson);
    return lesson;
}

/* The class of @topic, an id or "none"; FALSE if it is neither. */
static gboolean class_for(const char *topic, guint *class)
{
    IsrCategory category;

    *class = ISR_EVIDENCE_NONE;
    if (g_str_equal(topic, "none"))
        return TRUE;
    if (!isr_category_for_id(topic, &category) || !isr_category_is_topic(category))
        return FALSE;
    *class = isr_evidence_class(category);
    return TRUE;
}

static void add_marked(gpointer self, const Passage *sentence)
{
    guint class = ISR_EVIDENCE_NONE;

    if (!sentence->doubtful &&
        class_for(sentence->span ? sentence->span->category : "none", &class))
        add_lesson(self, sentence->gist, sentence->block, sentence->number, class);
}

/* A sentence that is known to be @whose. */
static void add_given(gpointer self, const IsrScene *scene, IsrCategory category,
                      const IsrOwner *owner, guint token, IsrRole whose)
{
    Lessons *lessons = self;
    g_autoptr(GArray) features = g_array_new(FALSE, FALSE, sizeof(guint32));
    LogisticExample *example = logistic_example_new(isr_ownership_class(whose), lessons->documents);
    const OwnerLesson lesson = {example, owner->who.role, category};

    isr_ownership_gather(scene, category, owner, token, features);
    for (guint i = 0; i < features->len; i++)
        logistic_example_meet(example, g_array_index(features, guint32, i), 1);
    g_array_append_val(lessons->owners, lesson);
}

gboolean lessons_add_gold(Lessons *lessons, const char *folder, GError **error)
{
    g_autoptr(GPtrArray) golds = g_ptr_array_new_with_free_func((GDestroyNotify)isr_gold_free);

    const PassageVisitor visitor = {lessons, add_marked, add_given};

    if (!isr_shelf_load(golds, folder, error))
        return FALSE;
    for (guint i = 0; i < golds->len; i++) {
        if (!passages_read(lessons->patterns, golds->pdata[i], PLAIN, &visitor, error))
            return FALSE;
        lessons->documents++;
        g_array_append_val(lessons->folders, lessons->n_folders);
    }
    lessons->n_folders++;
    return TRUE;
}

/* A block of @text alone, with what the detectors find in it marked. */
static IsrGist *gist_of(const Lessons *lessons, const IsrBlock *block, GError **error)
{
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
    g_autoptr(GArray) found = passages_identifiers(lessons->patterns, reading, error);
    IsrGist *gist = found != NULL ? isr_gist_new(lessons->patterns, block->text) : NULL;

    for (guint i = 0; gist != NULL && i < found->len; i++)
        isr_gist_mark(gist, g_array_index(found, IsrFinding, i).range,
                      g_array_index(found, IsrFinding, i).category);
    return gist;
}

static IsrBlock *block_of(const char *text)
{
    const gboolean row = strchr(text, ISR_CELL_BREAK) != NULL;
    IsrBlock *block = isr_block_new(row ? ISR_BLOCK_ROW : ISR_BLOCK_BODY, "lesson");

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    return block;
}

/* One of the program's sentences; @class is that of those that touch @mark, the others' is none. */
static gboolean add_text(Lessons *lessons, const char *text, IsrRange mark, guint class,
                         float weight, GError **error)
{
    g_autoptr(IsrBlock) block = block_of(text);
    g_autoptr(IsrGist) gist = gist_of(lessons, block, error);

    for (guint i = 0; gist != NULL && i < gist->sentences->len; i++) {
        const IsrGistSentence *one = &g_array_index(gist->sentences, IsrGistSentence, i);
        const gboolean touches =
            one->sentence.range.start < mark.end && mark.start < one->sentence.range.end;

        if (one->from == one->to)
            continue;
        Lesson *lesson = add_lesson(lessons, gist, block, i, touches ? class : ISR_EVIDENCE_NONE);
        lesson->single = TRUE;
        lesson->example->weight = weight;
    }
    lessons->documents++;
    return gist != NULL;
}

/* Whose the sentence of a line is, if anybody's. */
static gboolean add_owner(Lessons *lessons, char **parts, GError **error)
{
    const PassageVisitor visitor = {lessons, NULL, add_given};
    g_autoptr(IsrBlock) block = block_of(parts[2]);
    IsrCategory category;
    IsrRole whose;

    return !isr_category_for_id(parts[0], &category) || !isr_role_for_id(parts[1], &whose) ||
           passages_read_block(lessons->patterns, block, category, whose, &visitor, error);
}

static gboolean add_line(Lessons *lessons, const char *name, guint number, const char *line,
                         GError **error)
{
    g_auto(GStrv) parts = g_strsplit(line, "\t", 3);
    guint class;

    if (line[0] == '\0' || line[0] == '#')
        return TRUE;
    if (g_strv_length(parts) == 3 && class_for(parts[0], &class))
        return add_owner(lessons, parts, error) &&
               add_text(lessons, parts[2], (IsrRange){0, strlen(parts[2])}, class, SINGLE, error);
    g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                "%s, line %u: write a topic or none, a tab, a role or none, a tab, a sentence",
                name, number);
    return FALSE;
}

gboolean lessons_add_sentences(Lessons *lessons, const char *folder, GError **error)
{
    g_auto(GStrv) names = source_names(folder, ".tsv", error);

    for (char **name = names; name != NULL && *name != NULL; name++) {
        g_auto(GStrv) lines = source_lines(folder, *name, error);

        for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
            if (!add_line(lessons, *name, i + 1, lines[i], error))
                return FALSE;
        if (lines == NULL)
            return FALSE;
    }
    return names != NULL;
}

static gboolean add_example(Lessons *lessons, const IsrTopic *topic, const IsrExample *example,
                            GError **error)
{
    static const IsrRange nowhere = {0, 0};
    const gboolean general = isr_topic_is_general(topic);

    if (general && example->marks->len > 0)
        return TRUE;
    return add_text(lessons, example->text,
                    example->marks->len > 0 ? g_array_index(example->marks, IsrRange, 0) : nowhere,
                    general ? ISR_EVIDENCE_NONE : isr_evidence_class(isr_topic_category(topic)),
                    HOLDS, error);
}

gboolean lessons_add_examples(Lessons *lessons, GError **error)
{
    const GPtrArray *topics = isr_topics_all(lessons->patterns->topics);

    for (guint i = 0; i < topics->len; i++) {
        const GPtrArray *examples = isr_topic_examples(topics->pdata[i]);

        for (guint k = 0; k < examples->len; k++)
            if (!add_example(lessons, topics->pdata[i], examples->pdata[k], error))
                return FALSE;
    }
    return TRUE;
}

gboolean lessons_gather(Lessons *lessons, const char *sentences, char **folders, GError **error)
{
    for (char **folder = folders; *folder != NULL; folder++)
        if (!lessons_add_gold(lessons, *folder, error))
            return FALSE;
    return lessons_add_sentences(lessons, sentences, error) && lessons_add_examples(lessons, error);
}
