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
    PassageVisit visit;
    gpointer self;
} Walker;

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

static void visit_sentence(const Walker *walker, Passage *sentence)
{
    const IsrGistSentence *one =
        &g_array_index(sentence->gist->sentences, IsrGistSentence, sentence->number);
    const gsize base = g_array_index(walker->starts, gsize, sentence->block->index);
    guint share;

    if (one->to == one->from)
        return;
    sentence->span = span_of(
        walker, (IsrRange){base + one->sentence.range.start, base + one->sentence.range.end},
        &share);
    if (share < MARKED)
        sentence->span = NULL;
    sentence->doubtful = sentence->span == NULL && share > UNMARKED;
    walker->visit(walker->self, sentence);
}

static gboolean visit_block(gpointer self, const IsrBlock *block, GArray *edits, GError **error)
{
    Walker *walker = self;
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
    g_autoptr(GArray) raw = passages_identifiers(walker->patterns, reading, error);
    g_autoptr(GArray) found = isr_findings_identifiers(walker->found->pdata[block->index]);
    g_autoptr(IsrGist) gist = isr_gist_new(walker->patterns, block->text);

    (void)edits;
    if (raw == NULL)
        return FALSE;
    for (guint i = 0; i < raw->len; i++) {
        const IsrFinding *finding = &g_array_index(raw, IsrFinding, i);

        isr_gist_mark(gist, finding->range, finding->category);
    }
    isr_people_attribute(walker->people, block, found);
    for (guint i = 0; i < gist->sentences->len; i++) {
        Passage sentence = {
            .gist = gist, .block = block, .number = i, .people = walker->people, .findings = found};

        visit_sentence(walker, &sentence);
    }
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

static gboolean read_input(Walker *walker, const IsrGold *gold, GError **error)
{
    g_autoptr(IsrTerms) terms = isr_terms_new();

    walker->format = isr_format_for(walker->input, error);
    if (walker->format == NULL || !walk(walker, learn_block, error))
        return FALSE;
    isr_people_settle(walker->people, terms);
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

gboolean passages_read(const IsrPatterns *patterns, const IsrGold *gold, guint format,
                       PassageVisit visit, gpointer self, GError **error)
{
    Walker walker = {.patterns = patterns, .visit = visit, .self = self};
    g_autofree char *path = build(gold, format, error);

    if (path == NULL)
        return FALSE;
    walker.input = isr_input_open(path, error);
    walker.people = isr_people_new(patterns, NULL);
    walker.words = isr_sequence_new();
    walker.starts = g_array_new(FALSE, FALSE, sizeof(gsize));
    walker.found = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    gboolean done = walker.input != NULL && read_input(&walker, gold, error);

    g_unlink(path);
    g_clear_pointer(&walker.input, isr_input_free);
    isr_people_free(walker.people);
    g_array_unref(walker.words);
    g_array_unref(walker.starts);
    g_ptr_array_unref(walker.found);
    g_clear_pointer(&walker.spans, g_ptr_array_unref);
    return done;
}
