/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The families are the model's best evidence, and it knows how often each was right; so its word
 * counts. Where it is all but sure that nothing is meant, the words of a family meant something
 * else. The answers of fields are sensitive whatever they are. */
#include "matters.h"

/* From this probability on a sentence speaks of a sensitive matter, whatever words it has. */
#define SPEAKS 0.26f
/* Below this one the words of a family meant something else. */
#define SILENT 0.12f
/* From this one on even what mostly tells nothing, such as a question, speaks. */
#define SURELY 0.9f
/* Below this one, of a sentence that speaks of several matters, it does not speak of this one. */
#define ASIDE 0.1f

static float speaks(const IsrTally *tally)
{
    return 1 - tally->sums[ISR_EVIDENCE_NONE];
}

static guint best_class(const IsrTally *tally)
{
    guint best = ISR_EVIDENCE_NONE + 1;

    for (guint i = best + 1; i < ISR_EVIDENCE_CLASSES; i++)
        best = tally->sums[i] > tally->sums[best] ? i : best;
    return best;
}

/* The topic file of a category: the first that has families for it. */
static const IsrTopic *topic_of(const IsrTopics *topics, IsrCategory category)
{
    const GPtrArray *all = isr_topics_all(topics);

    for (guint i = 0; i < all->len; i++)
        if (!isr_topic_is_general(all->pdata[i]) && isr_topic_category(all->pdata[i]) == category)
            return all->pdata[i];
    return NULL;
}

static gboolean is_meant(const IsrMatter *matter, const IsrTally *tally, guint best)
{
    const guint class = isr_evidence_class(matter->category);

    if (matter->field)
        return TRUE;
    return speaks(tally) >= SILENT && (class == best || tally->sums[class] >= ASIDE);
}

static void add_best(const IsrTopics *topics, const IsrWeighed *weighed, guint best,
                     GArray *matters)
{
    const IsrCategory category = (IsrCategory)(best - 1 + ISR_CATEGORY_HEALTH);
    const IsrMatter matter = {
        .category = category,
        .range = weighed->range,
        .topic = topic_of(topics, category),
        .token = weighed->token,
        .score = 1,
        .sure = speaks(&weighed->tally),
    };

    if (matter.topic)
        g_array_append_val(matters, matter);
}

/* How sure the model must be where the families found nothing. */
static float needed(const IsrWeighed *weighed)
{
    return weighed->empty ? SURELY : SPEAKS;
}

void isr_matters_weigh(const IsrTopics *topics, const IsrWeighed *weighed, GArray *matters,
                       guint first)
{
    const IsrTally *tally = &weighed->tally;
    const guint best = best_class(tally);
    gboolean known = FALSE;

    for (guint i = first; i < matters->len; i++) {
        IsrMatter *matter = &g_array_index(matters, IsrMatter, i);

        if (!is_meant(matter, tally, best)) {
            g_array_remove_index(matters, i--);
            continue;
        }
        matter->sure = speaks(tally);
        if (matter->sure >= SPEAKS)
            matter->perhaps = FALSE;
        known = known || isr_evidence_class(matter->category) == best || matter->field;
    }
    if (!known && speaks(tally) >= needed(weighed))
        add_best(topics, weighed, best, matters);
}

void isr_matters_find(const IsrGist *gist, const IsrPatterns *patterns, const IsrBlock *block,
                      guint n, GArray *matters)
{
    const IsrGistSentence *one = &g_array_index(gist->sentences, IsrGistSentence, n);
    const guint first = matters->len;
    IsrWeighed weighed = {.range = one->sentence.range, .token = one->from};

    if (one->to == one->from)
        return;
    weighed.empty = isr_gist_tells_nothing(gist, block, n);
    isr_gist_matters(gist, patterns, block, n, matters);
    isr_evidence_judge(gist, patterns, block, n, &weighed.tally);
    isr_matters_weigh(patterns->topics, &weighed, matters, first);
}
