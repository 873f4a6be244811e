/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks a built document twice, as the pipeline does: once to learn who is met, once for its
 * sentences. Which gold sentence a word belongs to shows when both texts are laid side by side. */
#include "passages.h"

#include "build.h"
#include "collation.h"

#include <isredact/detector.h>
#include <isredact/format.h>

#include <glib/gstdio.h>

/* Of a sentence's words so many, in percent, must be marked for it to be marked; if fewer, but
 * more than these, it is doubtful. */
#define MARKED 50
#define UNMARKED 15

typedef struct {
    const IsrPatterns *patterns;
    const IsrFormat *format;
    IsrInput *input;
    IsrPeople *people;
    GArray *words;  /* of IsrSequenceWord: of the walk */
    GArray *starts; /* of gsize: where each block's text begins */
    gsize length;
    GPtrArray *spans; /* for each word its gold sentence, or NULL */
    GPtrArray *found; /* of GArray *: of each block */
    IsrTerms *terms;
    IsrFocus *focus;
    GArray *owned; /* of Owned: of the block in hand */
    const PassageVisitor *visitor;
} Walker;

/* A sentence of the block in hand, and whose it is. */
typedef struct {
    IsrRange range;
    IsrRole whose;
} Owned;

GArray *passages_identifiers(const IsrPatterns *patterns, const IsrReading *reading, GError **error)
{
    g_autoptr(GArray) found = isr_findings_new();

    for (const IsrDetector *const *detector = isr_detectors; *detector; detector++)
        if (!g_str_equal((*detector)->id, "topic") &&
            !(*detector)->detect(patterns, reading, found, error))
            return NULL;
    return g_steal_pointer(&found);
}

static gboolean learn_block(gpointer self, const IsrBlock *block, GArray *edits, GError **error)
{
    Walker *walker = self;
    GArray *found = isr_findings_new();

    (void)edits;
    g_array_append_val(walker->starts, walker->length);
    isr_sequence_cut(walker->words, block->text->str, block->text->len, walker->length, FALSE);
    walker->length += block->text->len + 1;
    g_ptr_array_add(walker->found, found);
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);

    if (!isr_detect_identifiers(walker->patterns, reading, found, error))
        return FALSE;
    isr_people_learn(walker->people, block, found);
    return TRUE;
}

/* The first gold sentence that words of @range are marked with; *share: how many are marked, in
 * percent. */
static const IsrGoldSpan *span_of(const Walker *walker, IsrRange range, guint *share)
{
    const IsrGoldSpan *best = NULL;
    guint n = 0, marked = 0;

    for (guint i = 0; i < walker->words->len; i++) {
        const IsrRange at = g_array_index(walker->words, IsrSequenceWord, i).range;

        if (at.start < range.start || at.end > range.end)
            continue;
        n++;
        marked += walker->spans->pdata[i] != NULL;
        if (best == NULL)
            best = walker->spans->pdata[i];
    }
    *share = n > 0 ? 100 * marked / n : 0;
    return best;
}

/* Notes that the sentence at @range is of @category and @whose, for whoever learns of owners. */
static void add_owned(Walker *walker, GArray *findings, IsrRange range, IsrCategory category,
                      IsrRole whose)
{
    const IsrTopic *topic = NULL;
    const GPtrArray *topics = isr_topics_all(walker->patterns->topics);
    const Owned owned = {range, whose};

    for (guint i = 0; i < topics->len && topic == NULL; i++)
        if (!isr_topic_is_general(topics->pdata[i]) &&
            isr_topic_category(topics->pdata[i]) == category)
            topic = topics->pdata[i];
    const IsrFinding finding = {
        .range = range,
        .category = category,
        .rule = isr_topic_id(topic),
        .reason = "",
        .score = 1,
    };

    g_array_append_val(walker->owned, owned);
    g_array_append_val(findings, finding);
}

static void visit_sentence(Walker *walker, Passage *sentence, GArray *findings)
{
    const IsrGistSentence *one =
        &g_array_index(sentence->gist->sentences, IsrGistSentence, sentence->number);
    const gsize base = g_array_index(walker->starts, gsize, sentence->block->index);
    IsrCategory category;
    IsrRole whose;
    guint share;

    if (one->to == one->from)
        return;
    sentence->span = span_of(
        walker, (IsrRange){base + one->sentence.range.start, base + one->sentence.range.end},
        &share);
    if (share < MARKED)
        sentence->span = NULL;
    sentence->doubtful = sentence->span == NULL && share > UNMARKED;
    if (walker->visitor->sentence != NULL)
        walker->visitor->sentence(walker->visitor->self, sentence);
    if (sentence->span != NULL && isr_category_for_id(sentence->span->category, &category) &&
        isr_role_for_id(sentence->span->whose, &whose))
        add_owned(walker, findings, one->sentence.range, category, whose);
}

static void watch(gpointer watcher, const IsrScene *scene, const IsrFinding *finding,
                  const IsrOwner *owner, guint token)
{
    const Walker *walker = watcher;

    for (guint i = 0; i < walker->owned->len; i++) {
        const Owned *owned = &g_array_index(walker->owned, Owned, i);

        if (owned->range.start == finding->range.start && walker->visitor->owned != NULL)
            walker->visitor->owned(walker->visitor->self, scene, finding->category, owner, token,
                                   owned->whose);
    }
}

/* What is known of the identifiers of @block once people are settled. */
static GArray *attributed(const Walker *walker, const IsrBlock *block, const IsrReading *reading,
                          const GArray *learnt)
{
    GArray *found = isr_findings_identifiers(learnt);

    isr_terms_sweep(walker->terms, reading, found);
    isr_people_attribute(walker->people, block, found);
    isr_findings_resolve(found, block);
    return found;
}

static IsrGist *marked_gist(const IsrPatterns *patterns, const IsrBlock *block,
                            const IsrReading *reading, GError **error)
{
    g_autoptr(GArray) raw = passages_identifiers(patterns, reading, error);
    IsrGist *gist = raw != NULL ? isr_gist_new(patterns, block->text) : NULL;

    for (guint i = 0; gist != NULL && i < raw->len; i++) {
        const IsrFinding *finding = &g_array_index(raw, IsrFinding, i);

        isr_gist_mark(gist, finding->range, finding->category);
    }
    return gist;
}

static gboolean visit_block(gpointer self, const IsrBlock *block, GArray *edits, GError **error)
{
    Walker *walker = self;
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
    g_autoptr(IsrGist) gist = marked_gist(walker->patterns, block, reading, error);

    (void)edits;
    if (gist == NULL)
        return FALSE;
    g_autoptr(GArray) findings =
        attributed(walker, block, reading, walker->found->pdata[block->index]);

    g_array_set_size(walker->owned, 0);
    for (guint i = 0; i < gist->sentences->len; i++) {
        Passage sentence = {.gist = gist, .block = block, .number = i};

        visit_sentence(walker, &sentence, findings);
    }
    isr_focus_attribute(walker->focus, block, findings);
    return TRUE;
}

static gboolean walk(Walker *walker,
                     gboolean (*block)(gpointer, const IsrBlock *, GArray *, GError **),
                     GError **error)
{
    static const IsrKeep keep = {0};
    IsrWalk now = {
        .input = walker->input,
        .keep = &keep,
        .visitor = {.self = walker, .block = block},
    };

    return walker->format->walk(&now, error);
}

/* The gold sentence of each walked word. */
static void lay_beside(Walker *walker, const IsrGold *gold)
{
    g_autoptr(IsrCollation) collation = isr_collate_words(gold, g_array_ref(walker->words));

    walker->spans = g_ptr_array_new();
    g_ptr_array_set_size(walker->spans, (gint)walker->words->len);
    for (guint i = 0; i < gold->blocks->len; i++) {
        const IsrGoldBlock *block = gold->blocks->pdata[i];

        for (guint k = 0; k < block->spans->len; k++) {
            const IsrGoldSpan *span = block->spans->pdata[k];
            const IsrRange words = isr_collation_words(collation, i, span->range);

            for (gsize word = words.start; span->whose && word < words.end; word++) {
                const gint partner = isr_collation_word(collation, word)->partner;

                if (partner >= 0)
                    walker->spans->pdata[partner] = (gpointer)span;
            }
        }
    }
}

/* Everybody is met: who they are, and who is spoken of from the beginning. */
static void settle(Walker *walker)
{
    isr_people_settle(walker->people, walker->terms);
    isr_terms_compile(walker->terms);
    walker->focus = isr_focus_new(walker->patterns, walker->people);
    isr_focus_watch(walker->focus, watch, walker);
}

static gboolean read_input(Walker *walker, const IsrGold *gold, GError **error)
{
    walker->format = isr_format_for(walker->input, error);
    if (walker->format == NULL || !walk(walker, learn_block, error))
        return FALSE;
    settle(walker);
    lay_beside(walker, gold);
    return walk(walker, visit_block, error);
}

static char *build(const IsrGold *gold, guint format, GError **error)
{
    g_autoptr(GBytes) bytes = isr_builds[format]->build(gold);
    g_autofree char *path = NULL;
    gint fd = g_file_open_tmp("isredact-record-XXXXXX", &path, error);
    gsize length;
    const char *data = g_bytes_get_data(bytes, &length);

    if (fd < 0)
        return NULL;
    g_close(fd, NULL);
    return g_file_set_contents(path, data, (gssize)length, error) ? g_steal_pointer(&path) : NULL;
}

static void walker_init(Walker *walker, const IsrPatterns *patterns, const PassageVisitor *visitor)
{
    walker->patterns = patterns;
    walker->visitor = visitor;
    walker->people = isr_people_new(patterns, NULL);
    walker->terms = isr_terms_new();
    walker->words = isr_sequence_new();
    walker->starts = g_array_new(FALSE, FALSE, sizeof(gsize));
    walker->found = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    walker->owned = g_array_new(FALSE, FALSE, sizeof(Owned));
}

static void walker_clear(Walker *walker)
{
    g_clear_pointer(&walker->input, isr_input_free);
    isr_focus_free(walker->focus);
    isr_people_free(walker->people);
    isr_terms_free(walker->terms);
    g_array_unref(walker->words);
    g_array_unref(walker->starts);
    g_array_unref(walker->owned);
    g_ptr_array_unref(walker->found);
    g_clear_pointer(&walker->spans, g_ptr_array_unref);
}

gboolean passages_read(const IsrPatterns *patterns, const IsrGold *gold, guint format,
                       const PassageVisitor *visitor, GError **error)
{
    g_autofree char *path = build(gold, format, error);
    Walker walker = {0};

    if (path == NULL)
        return FALSE;
    walker_init(&walker, patterns, visitor);
    walker.input = isr_input_open(path, error);
    gboolean done = walker.input != NULL && read_input(&walker, gold, error);

    g_unlink(path);
    walker_clear(&walker);
    return done;
}

gboolean passages_read_block(const IsrPatterns *patterns, const IsrBlock *block,
                             IsrCategory category, IsrRole whose, const PassageVisitor *visitor,
                             GError **error)
{
    Walker walker = {0};
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
    g_autoptr(IsrGist) gist = isr_gist_new(patterns, block->text);

    walker_init(&walker, patterns, visitor);
    gboolean done = learn_block(&walker, block, NULL, error);

    if (done) {
        settle(&walker);
        g_autoptr(GArray) findings = attributed(&walker, block, reading, walker.found->pdata[0]);

        for (guint i = 0; i < gist->sentences->len; i++)
            add_owned(&walker, findings,
                      g_array_index(gist->sentences, IsrGistSentence, i).sentence.range, category,
                      whose);
        isr_focus_attribute(walker.focus, block, findings);
    }
    walker_clear(&walker);
    return done;
}
