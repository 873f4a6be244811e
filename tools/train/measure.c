/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each sentence is joined to a line of text and tagged as a document would be; what is found
 * counts if it is exactly what is marked, from its first word to its last. */
#include "measure.h"

#include "corpus.h"
#include "source.h"

#include <isredact/tagger.h>

#include <stdio.h>
#include <string.h>

#define KINDS 3

typedef struct {
    guint right, found, marked;
} Count;

typedef struct {
    gsize start, end;
    IsrTagKind kind;
} Span;

/* The sentence as text, and what is marked in it. */
static char *text_of(const Sentence *sentence, GArray *spans)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < sentence->n; i++) {
        guint8 label = sentence->labels[i];
        gboolean owns = g_ascii_strcasecmp(sentence->words[i], "'s") == 0;
        if (i > 0 && !owns)
            g_string_append_c(text, ' ');
        Span span = {text->len, 0, (IsrTagKind)((label - 1) / 2)};
        g_string_append(text, sentence->words[i]);
        if (label % 2 == 1)
            g_array_append_val(spans, span);
        if (label != LABEL_O)
            g_array_index(spans, Span, spans->len - 1).end = text->len;
    }
    return g_string_free(text, FALSE);
}

static void compare(const GArray *spans, const GArray *tags, Count counts[KINDS])
{
    for (guint i = 0; i < spans->len; i++)
        counts[g_array_index(spans, Span, i).kind].marked++;
    for (guint i = 0; i < tags->len; i++) {
        const IsrTag *tag = &g_array_index(tags, IsrTag, i);
        if (tag->kind == ISR_TAG_PERSON && tag->score < ISR_TAG_PERSON_FROM)
            continue; /* a hint */
        counts[tag->kind].found++;
        for (guint k = 0; k < spans->len; k++) {
            const Span *span = &g_array_index(spans, Span, k);
            if (span->kind == tag->kind && span->start == tag->start && span->end == tag->end)
                counts[tag->kind].right++;
        }
    }
}

static void print(const char *name, const Count counts[KINDS])
{
    static const char *const kinds[] = {"PER", "LOC", "ORG"};

    printf("%-10s", name);
    for (guint i = 0; i < KINDS; i++) {
        double p = counts[i].found > 0 ? (double)counts[i].right / counts[i].found : 0;
        double r = counts[i].marked > 0 ? (double)counts[i].right / counts[i].marked : 0;
        printf("  %s %.3f %.3f %.3f (%u)", kinds[i], p, r, p + r > 0 ? 2 * p * r / (p + r) : 0,
               counts[i].marked);
    }
    printf("\n");
}

static gboolean measure_one(const IsrTagger *tagger, const char *folder, const char *name,
                            Count sums[KINDS], GError **error)
{
    g_autoptr(GPtrArray) corpus = corpus_new();
    Count counts[KINDS] = {0};

    if (!corpus_read(corpus, folder, name, error))
        return FALSE;
    for (guint i = 0; i < corpus->len; i++) {
        g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(Span));
        g_autoptr(GArray) tags = g_array_new(FALSE, FALSE, sizeof(IsrTag));
        g_autofree char *text = text_of(corpus->pdata[i], spans);
        g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "");
        isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
        g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
        isr_tagger_tag(tagger, reading, tags);
        compare(spans, tags, counts);
    }
    g_autofree char *short_name = g_strndup(name, strcspn(name, "."));
    print(short_name, counts);
    for (guint i = 0; i < KINDS; i++) {
        sums[i].right += counts[i].right;
        sums[i].found += counts[i].found;
        sums[i].marked += counts[i].marked;
    }
    return TRUE;
}

gboolean measure(const char *path, const char *folder, GError **error)
{
    g_autoptr(IsrTagger) tagger = isr_tagger_open(path, error);
    g_auto(GStrv) names = tagger != NULL ? source_names(folder, ".dev.tsv.gz", error) : NULL;
    Count sums[KINDS] = {0};

    printf("%-10s  precision, recall, F (marked) of whole names\n", "corpus");
    for (char **name = names; name != NULL && *name != NULL; name++)
        if (!measure_one(tagger, folder, *name, sums, error))
            return FALSE;
    if (names != NULL)
        print("together", sums);
    return names != NULL;
}
