/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences are counted as they come, whatever is decided, so that a place in a holdback is the
 * same place when the document is redacted once more. */
#include "linkage.h"

#include "imprint.h"
#include "passage.h"
#include "sketch.h"

struct IsrLinkage {
    const IsrJob *job;
    IsrSketch *sketch;     /* NULL: no imprint is asked for */
    IsrPassages *passages; /* of the block in hand, NULL if it is not looked at */
    guint32 sentence;      /* number of its first */
    GByteArray *shown;     /* of the block in hand: for each byte what the copy shows of it, */
    GByteArray *kinds;     /* and what kind of thing it is */
};

IsrLinkage *isr_linkage_new(const IsrJob *job)
{
    IsrLinkage *linkage;

    if (!job->linkage && !job->holdback)
        return NULL;
    linkage = g_new0(IsrLinkage, 1);
    linkage->job = job;
    linkage->sketch = job->linkage ? isr_sketch_new(job->linkage) : NULL;
    linkage->shown = g_byte_array_new();
    linkage->kinds = g_byte_array_new();
    return linkage;
}

void isr_linkage_free(IsrLinkage *linkage)
{
    if (!linkage)
        return;
    isr_sketch_free(linkage->sketch);
    isr_passages_free(linkage->passages);
    g_byte_array_unref(linkage->shown);
    g_byte_array_unref(linkage->kinds);
    g_free(linkage);
}

/* What a reader of the copy has before him as running text. */
static gboolean is_read(const IsrLinkage *linkage, const IsrBlock *block)
{
    const IsrKeep *keep = &linkage->job->profile->keep;

    switch (block->kind) {
    case ISR_BLOCK_COMMENT:
        return keep->keep_comments;
    case ISR_BLOCK_HIDDEN:
        return keep->keep_hidden;
    case ISR_BLOCK_ATTRIBUTE:
    case ISR_BLOCK_METADATA:
    case ISR_BLOCK_SQUEEZED:
        return FALSE;
    default:
        return TRUE;
    }
}

static gboolean touch(IsrRange a, IsrRange b)
{
    return a.start < b.end && b.start < a.end;
}

static void link_finding(IsrFinding *finding)
{
    finding->flags |= ISR_FINDING_LINKED;
    finding->flags &= ~(guint)ISR_FINDING_PERHAPS;
}

/* The topic whose rule stands for @category where no rule found anything; NULL: none does. */
static const char *topic_rule(const IsrJob *job, IsrCategory category)
{
    const GPtrArray *topics = isr_topics_all(job->patterns->topics);

    for (guint i = 0; i < topics->len; i++)
        if (!isr_topic_is_general(topics->pdata[i]) &&
            isr_topic_category(topics->pdata[i]) == category)
            return isr_topic_id(topics->pdata[i]);
    return NULL;
}

/* Whose a sentence is is asked of its topic. */
static void add_finding(const IsrLinkage *linkage, const IsrBlock *block, IsrRange range,
                        IsrCategory category, GArray *findings)
{
    IsrFinding finding = {
        .block = block->index,
        .range = range,
        .category = category,
        .rule = ISR_LINKAGE_RULE,
        .reason = ISR_LINKAGE_REASON,
        .score = 1.0,
        .flags = ISR_FINDING_LINKED,
        .role = ISR_ROLE_UNSURE,
    };

    if (isr_category_is_topic(category))
        finding.rule = topic_rule(linkage->job, category);
    if (finding.rule)
        g_array_append_val(findings, finding);
}

/* Lets go what of @findings touches @range, and all of @range: as @category where nothing was
 * found. */
static void hold_range(const IsrLinkage *linkage, const IsrBlock *block, IsrRange range,
                       IsrCategory category, GArray *findings)
{
    gboolean sentence = isr_category_is_topic(category), covered = FALSE;

    for (guint i = 0; i < findings->len; i++) {
        IsrFinding *finding = &g_array_index(findings, IsrFinding, i);

        if (isr_category_is_topic(finding->category) != sentence || !touch(finding->range, range))
            continue;
        link_finding(finding);
        covered =
            covered || (finding->range.start <= range.start && finding->range.end >= range.end);
    }
    if (!covered)
        add_finding(linkage, block, range, category, findings);
}

/* Nothing but signs of one line stands between the two words. */
static gboolean follow(const IsrBlock *block, IsrRange a, IsrRange b)
{
    for (gsize i = a.end; i < b.start; i++)
        if (g_ascii_isalnum(block->text->str[i]) || block->text->str[i] == '\n' ||
            block->text->str[i] == ISR_CELL_BREAK)
            return FALSE;
    return TRUE;
}

/* Words of one kind that follow each other are one value. */
static void hold_words(const IsrLinkage *linkage, const IsrBlock *block, const IsrPassage *passage,
                       guint32 sentence, GArray *findings)
{
    IsrRange range = {0, 0};
    IsrCategory category = ISR_CATEGORY_NAME;
    guint16 n = 0;

    for (guint i = 0; i < passage->n_words; i++) {
        const IsrPassageWord *word = isr_passage_word(linkage->passages, passage, i);
        const IsrHoldbackPlace *place;

        if (!word->telling)
            continue;
        place = isr_holdback_find(linkage->job->holdback, sentence, n++);
        if (!place || isr_category_is_topic(place->category))
            continue;
        if (range.end > 0 && category == place->category && follow(block, range, word->range)) {
            range.end = word->range.end;
            continue;
        }
        if (range.end > 0)
            hold_range(linkage, block, range, category, findings);
        range = word->range;
        category = place->category;
    }
    if (range.end > 0)
        hold_range(linkage, block, range, category, findings);
}

void isr_linkage_hold(IsrLinkage *linkage, const IsrBlock *block, GArray *findings)
{
    const IsrHoldback *holdback;

    if (!linkage || !is_read(linkage, block))
        return;
    holdback = linkage->job->holdback;
    isr_passages_free(linkage->passages);
    linkage->passages = isr_passages_new(block, linkage->job->patterns);
    for (guint i = 0; holdback && i < linkage->passages->passages->len; i++) {
        const IsrPassage *passage = &g_array_index(linkage->passages->passages, IsrPassage, i);
        const guint32 sentence = linkage->sentence + i;
        const IsrHoldbackPlace *whole =
            isr_holdback_find(holdback, sentence, ISR_HOLDBACK_SENTENCE);

        if (whole && isr_category_is_topic(whole->category))
            hold_range(linkage, block, passage->range, whole->category, findings);
        hold_words(linkage, block, passage, sentence, findings);
    }
}

static IsrShown shown_of(const IsrOutcome *outcome)
{
    switch (outcome->done) {
    case ISR_ACTION_KEEP:
        return ISR_SHOWN_WHOLE;
    case ISR_ACTION_GENERALISE:
    case ISR_ACTION_INITIALS:
        return ISR_SHOWN_COARSE;
    case ISR_ACTION_DROP:
        return isr_category_is_topic(outcome->finding.category) || outcome->asked == ISR_ACTION_KEEP
                   ? ISR_SHOWN_GONE
                   : ISR_SHOWN_NOT;
    default:
        return ISR_SHOWN_NOT;
    }
}

/* How much @a counts beside another thing that was done to the same byte. */
static guint weight(IsrShown a)
{
    static const guint weights[] = {
        [ISR_SHOWN_WHOLE] = 0, [ISR_SHOWN_GONE] = 1, [ISR_SHOWN_COARSE] = 2, [ISR_SHOWN_NOT] = 3};

    return weights[a];
}

/* What the copy shows of each byte of the block. */
static void mark_bytes(IsrLinkage *linkage, const IsrBlock *block, const GPtrArray *outcomes,
                       guint from)
{
    g_byte_array_set_size(linkage->shown, (guint)block->text->len);
    g_byte_array_set_size(linkage->kinds, (guint)block->text->len);
    if (block->text->len > 0)
        memset(linkage->shown->data, ISR_SHOWN_WHOLE, block->text->len);
    for (guint i = from; i < outcomes->len; i++) {
        const IsrOutcome *outcome = outcomes->pdata[i];
        const IsrRange range = outcome->finding.range;
        const IsrShown shown = shown_of(outcome);

        for (gsize at = range.start; at < MIN(range.end, block->text->len); at++) {
            if (weight(shown) <= weight((IsrShown)linkage->shown->data[at]))
                continue;
            linkage->shown->data[at] = (guint8)shown;
            linkage->kinds->data[at] = (guint8)outcome->finding.category;
        }
    }
}

/* The least that is shown of any byte of @range; *kind is what it is. */
static IsrShown least_shown(const IsrLinkage *linkage, IsrRange range, IsrCategory *kind)
{
    IsrShown least = ISR_SHOWN_WHOLE;

    *kind = ISR_CATEGORY_NAME;
    for (gsize at = range.start; at < range.end; at++) {
        const IsrShown shown = (IsrShown)linkage->shown->data[at];

        if (weight(shown) <= weight(least))
            continue;
        least = shown;
        *kind = (IsrCategory)linkage->kinds->data[at];
    }
    return least;
}

/* What a sentence spoke of that is gone: said by the finding of the sentence. */
static IsrCategory matter_of(const GPtrArray *outcomes, guint from, IsrRange range)
{
    for (guint i = from; i < outcomes->len; i++) {
        const IsrOutcome *outcome = outcomes->pdata[i];

        if (isr_category_is_topic(outcome->finding.category) && outcome->done != ISR_ACTION_KEEP &&
            touch(outcome->finding.range, range))
            return outcome->finding.category;
    }
    return ISR_CATEGORY_NAME;
}

static void note_sentence(IsrLinkage *linkage, const IsrPassage *passage, IsrCategory matter)
{
    guint gone = 0, own = 0;

    for (guint i = 0; i < passage->n_words; i++) {
        const IsrPassageWord *word = isr_passage_word(linkage->passages, passage, i);
        IsrCategory kind;
        IsrShown shown = least_shown(linkage, word->range, &kind);

        own += !word->lead;
        gone += !word->lead && matter != ISR_CATEGORY_NAME && shown != ISR_SHOWN_WHOLE;
        isr_sketch_word(linkage->sketch, word, shown, kind);
    }
    isr_sketch_end(linkage->sketch, own > 0 && 2 * gone > own, matter);
}

void isr_linkage_note(IsrLinkage *linkage, const IsrBlock *block, const GPtrArray *outcomes,
                      guint from)
{
    if (!linkage || !linkage->passages)
        return;
    if (linkage->sketch)
        mark_bytes(linkage, block, outcomes, from);
    for (guint i = 0; linkage->sketch && i < linkage->passages->passages->len; i++) {
        const IsrPassage *passage = &g_array_index(linkage->passages->passages, IsrPassage, i);

        note_sentence(linkage, passage, matter_of(outcomes, from, passage->range));
    }
    linkage->sentence += linkage->passages->passages->len;
    g_clear_pointer(&linkage->passages, isr_passages_free);
}

char *isr_linkage_imprint(IsrLinkage *linkage)
{
    return linkage && linkage->sketch ? isr_sketch_imprint(linkage->sketch) : NULL;
}

void isr_linkage_secret(const IsrKey *key, guint8 secret[ISR_LINKAGE_SECRET_BYTES])
{
    isr_key_secret(key, "linkage", secret, ISR_LINKAGE_SECRET_BYTES);
}
