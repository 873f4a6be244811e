/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Weighs words. A strong family is enough, weak ones need company: another family, the heading
 * above, the label of the cell. What tells against takes half a strong one away. */
#include "gists.h"

#include <string.h>

#define N_TOPICS (ISR_N_CATEGORIES - ISR_CATEGORY_HEALTH)
#define STRONG 1.0
#define HALF 0.5
#define MOST 1.5
/* A label of more words is text. */
#define MOST_LABEL 9
/* Words that a label may have beside its own. */
#define MOST_BESIDE 2
/* Bytes of the heading of a column. */
#define MOST_HEADING 40

static const IsrLexisHit *hit_at(const IsrGist *gist, guint n)
{
    return &g_array_index(gist->hits, IsrLexisHit, n);
}

static const IsrGroup *group_of(const IsrGist *gist, const IsrLexisHit *hit)
{
    return isr_topics_group(gist->topics, hit->group);
}

static const IsrGistSentence *sentence_at(const IsrGist *gist, guint n)
{
    return &g_array_index(gist->sentences, IsrGistSentence, n);
}

static gboolean follows(const GString *text, gsize from, gsize to)
{
    for (gsize at = from; at < to; at++)
        if (text->str[at] == '\n' || text->str[at] == ISR_CELL_BREAK)
            return FALSE;
    return from > 0;
}

IsrGist *isr_gist_new(const IsrPatterns *patterns, const GString *text)
{
    IsrGist *gist = g_new0(IsrGist, 1);
    g_autoptr(GArray) sentences = g_array_new(FALSE, FALSE, sizeof(IsrSentence));
    gsize before = 0;

    gist->topics = patterns->topics;
    gist->text = text;
    gist->tokens = isr_tokens_new(text->str, text->len);
    gist->sentences = g_array_new(FALSE, FALSE, sizeof(IsrGistSentence));
    gist->hits = g_array_new(FALSE, FALSE, sizeof(IsrLexisHit));
    isr_sentences_find(text, patterns->lists, sentences);
    for (guint i = 0; i < sentences->len; i++) {
        IsrGistSentence one = {.sentence = g_array_index(sentences, IsrSentence, i)};

        one.from = isr_tokens_at(gist->tokens, one.sentence.range.start);
        one.to = isr_tokens_at(gist->tokens, one.sentence.range.end);
        one.hit = gist->hits->len;
        isr_lexis_find(isr_topics_lexis(gist->topics), gist->tokens, one.from, one.to, gist->hits);
        one.hits = gist->hits->len;
        one.follows = follows(text, before, one.sentence.range.start);
        before = one.sentence.range.end;
        g_array_append_val(gist->sentences, one);
    }
    gist->marks = g_new0(guint8, gist->tokens->tokens->len + 1);
    gist->headed = g_new0(guint8, 1);
    return gist;
}

void isr_gist_free(IsrGist *gist)
{
    if (!gist)
        return;
    isr_tokens_free(gist->tokens);
    g_array_unref(gist->sentences);
    g_array_unref(gist->hits);
    g_free(gist->marks);
    g_free(gist->headed);
    g_free(gist);
}

void isr_gist_mark(IsrGist *gist, IsrRange range, IsrCategory category)
{
    const guint8 name = ISR_CATEGORY_NAME + 1;
    guint at = isr_tokens_at(gist->tokens, range.start);

    if (at > 0 && isr_tokens_nth(gist->tokens, at - 1)->end > range.start)
        at--;
    for (; at < gist->tokens->tokens->len; at++) {
        if (isr_tokens_nth(gist->tokens, at)->start >= range.end)
            return;
        if (gist->marks[at] != name)
            gist->marks[at] = (guint8)(category + 1);
    }
}

guint isr_gist_before_cell(const IsrGist *gist, guint n, guint cell)
{
    guint low = 0;

    while (low < n) {
        const guint middle = low + (n - low) / 2;

        if (sentence_at(gist, middle)->sentence.cell < cell)
            low = middle + 1;
        else
            n = middle;
    }
    return low;
}

gboolean isr_gist_is_within_name(const IsrGist *gist, const IsrLexisHit *hit)
{
    for (guint at = hit->first; at <= hit->last; at++)
        if (gist->marks[at] != ISR_CATEGORY_NAME + 1)
            return FALSE;
    return TRUE;
}

/* What was weighed for one topic in one sentence. */
typedef struct {
    double score;   /* of what tells for it */
    double against; /* of what tells against */
    gboolean kin;   /* words that tell if they are of one of the family */
    gboolean field; /* a field's answer */
    IsrRange range;
    guint hit; /* the telling one */
    gboolean strong;
    const IsrGroup *group;
} Weight;

typedef struct {
    const IsrGist *gist;
    const IsrBlock *block;
    const IsrGistSentence *one;
    guint number;
    gboolean *hidden; /* for each of its hits */
    Weight weights[N_TOPICS];
} Scales;

static gboolean speaks_to(const IsrGroup *group, guint topic)
{
    return group->topic && (isr_topic_is_general(group->topic) ||
                            isr_topic_category(group->topic) == topic + ISR_CATEGORY_HEALTH);
}

/* TRUE if what @never hides is of the topic that @group is of. */
static gboolean can_hide(const IsrGroup *never, const IsrGroup *group)
{
    if (!never->family || never->family->kind != ISR_FAMILY_NEVER || !group->topic)
        return FALSE;
    return isr_topic_is_general(never->topic) ||
           (!isr_topic_is_general(group->topic) &&
            isr_topic_category(never->topic) == isr_topic_category(group->topic));
}

/* Marks what looks like a topic's words but stands within an expression that is something else, or
 * is part of a name. */
static void hide(Scales *scales)
{
    for (guint i = scales->one->hit; i < scales->one->hits; i++) {
        const IsrLexisHit *never = hit_at(scales->gist, i);
        const IsrGroup *group = group_of(scales->gist, never);

        if (group->topic && isr_gist_is_within_name(scales->gist, never))
            scales->hidden[i - scales->one->hit] = TRUE;

        for (guint k = scales->one->hit; k < scales->one->hits; k++) {
            const IsrLexisHit *hit = hit_at(scales->gist, k);

            if (can_hide(group, group_of(scales->gist, hit)) && never->first <= hit->first &&
                never->last >= hit->last)
                scales->hidden[k - scales->one->hit] = TRUE;
        }
    }
}

static gboolean is_hidden(const Scales *scales, guint n)
{
    return scales->hidden[n - scales->one->hit];
}

/* TRUE if the family of @n was met before in the sentence, or its words lie within another's. */
static gboolean is_counted(const Scales *scales, guint n, guint topic)
{
    const IsrLexisHit *hit = hit_at(scales->gist, n);
    IsrFamilyKind kind = group_of(scales->gist, hit)->family->kind;

    for (guint i = scales->one->hit; i < scales->one->hits; i++) {
        const IsrLexisHit *other = hit_at(scales->gist, i);
        const IsrGroup *group = group_of(scales->gist, other);
        gboolean within = other->first <= hit->first && other->last >= hit->last;
        gboolean wider = other->last - other->first > hit->last - hit->first;

        if (i == n || !speaks_to(group, topic) || is_hidden(scales, i))
            continue;
        if (other->group == hit->group) {
            if (i < n)
                return TRUE;
            continue;
        }
        if (kind == ISR_FAMILY_WEAK && within && group->family->kind <= ISR_FAMILY_WEAK &&
            (wider || i < n || group->family->kind == ISR_FAMILY_STRONG))
            return TRUE;
    }
    return FALSE;
}

static void weigh(Scales *scales, guint n, guint topic)
{
    const IsrGroup *group = group_of(scales->gist, hit_at(scales->gist, n));
    Weight *weight = &scales->weights[topic];
    IsrFamilyKind kind = group->family->kind;

    if (kind > ISR_FAMILY_NOTHING || is_hidden(scales, n) || is_counted(scales, n, topic))
        return;
    if (kind >= ISR_FAMILY_AGAINST) {
        weight->against += kind == ISR_FAMILY_AGAINST ? HALF : STRONG;
        return;
    }
    if (kind == ISR_FAMILY_KIN)
        weight->kin = TRUE;
    else
        weight->score += kind == ISR_FAMILY_STRONG ? STRONG : HALF;
    if (!weight->group || (kind == ISR_FAMILY_STRONG && !weight->strong)) {
        weight->group = group;
        weight->hit = n;
        weight->strong = kind == ISR_FAMILY_STRONG;
    }
}

static void weigh_words(Scales *scales)
{
    for (guint i = scales->one->hit; i < scales->one->hits; i++) {
        const IsrGroup *group = group_of(scales->gist, hit_at(scales->gist, i));

        for (guint topic = 0; topic < N_TOPICS; topic++)
            if (speaks_to(group, topic))
                weigh(scales, i, topic);
    }
}

/* TRUE if tokens @from to before @to say that nothing was answered, or nothing at all. */
static gboolean is_unanswered(const IsrGist *gist, const IsrGistSentence *one, guint from, guint to)
{
    guint covered = from;

    for (guint i = one->hit; i < one->hits; i++) {
        const IsrLexisHit *hit = hit_at(gist, i);
        const IsrGroup *group = group_of(gist, hit);

        if (group->family && group->family->kind == ISR_FAMILY_NO_ANSWER && hit->first <= covered)
            covered = MAX(covered, hit->last + 1);
    }
    return covered >= to;
}

/* Past the answer that begins at token @from: where the next field begins, or a wide gap. */
static guint answer_end(const Scales *scales, guint from)
{
    guint at = from;

    for (; at < scales->one->to; at++) {
        guint flags = isr_tokens_nth(scales->gist->tokens, at)->flags;

        if (flags & ISR_TOKEN_GAP)
            return at + 1;
        if (!(flags & ISR_TOKEN_COLON) || at == from)
            continue;
        while (at > from + 1 && (isr_tokens_nth(scales->gist->tokens, at)->flags &
                                 (ISR_TOKEN_CAPITAL | ISR_TOKEN_PARTED)) == ISR_TOKEN_CAPITAL)
            at--;
        return at;
    }
    return at;
}

static void take_field(Scales *scales, const IsrGroup *group, guint hit, IsrRange range)
{
    Weight *weight = &scales->weights[isr_topic_category(group->topic) - ISR_CATEGORY_HEALTH];

    if (weight->field)
        return;
    *weight = (Weight){.score = STRONG, .field = TRUE, .range = range, .hit = hit, .group = group};
    weight->strong = TRUE;
}

/* "Ethnicity: White British": the answer behind a field's name in the run of a line. */
static void weigh_line_field(Scales *scales, guint n)
{
    const IsrLexisHit *hit = hit_at(scales->gist, n);
    const IsrToken *last = isr_tokens_nth(scales->gist->tokens, hit->last);
    guint from = hit->last + 1, to;

    if (!(last->flags & (ISR_TOKEN_COLON | ISR_TOKEN_GAP)) || from >= scales->one->to)
        return;
    to = answer_end(scales, from);
    if (to <= from || is_unanswered(scales->gist, scales->one, from, to))
        return;
    IsrRange range = {isr_tokens_nth(scales->gist->tokens, from)->start,
                      to == scales->one->to ? scales->one->sentence.range.end
                                            : isr_tokens_nth(scales->gist->tokens, to - 1)->end};

    take_field(scales, group_of(scales->gist, hit), n, range);
}

static gboolean is_field(const IsrGroup *group)
{
    return group->family && group->family->kind == ISR_FAMILY_FIELD;
}

/* What @label, a cell or heading of the given gist, says of the sentence below or beside it. */
static void weigh_label(Scales *scales, const IsrGist *label, const IsrGistSentence *one,
                        gboolean is_cell)
{
    guint words = one->to - one->from;

    for (guint i = one->hit; words <= MOST_LABEL && i < one->hits; i++) {
        const IsrGroup *group = group_of(label, hit_at(label, i));

        if (!group->family || isr_topic_is_general(group->topic))
            continue;
        Weight *weight = &scales->weights[isr_topic_category(group->topic) - ISR_CATEGORY_HEALTH];

        if (is_cell && is_field(group) &&
            !is_unanswered(scales->gist, scales->one, scales->one->from, scales->one->to))
            take_field(scales, group, scales->one->hit, scales->one->sentence.range);
        else if (!weight->field && weight->group && weight->score < STRONG &&
                 (group->family->kind <= ISR_FAMILY_WEAK || is_field(group)))
            weight->score += HALF;
    }
}

static void weigh_text(Scales *scales, const IsrPatterns *patterns, const char *text,
                       gboolean is_cell)
{
    const IsrGist *gist = isr_gists_of(patterns->gists, patterns, text);

    if (gist->sentences->len == 1)
        weigh_label(scales, gist, sentence_at(gist, 0), is_cell);
}

/* TRUE if a table's first row can head its columns: few words in each cell, no numbers. A table
 * of two columns or four has fields and answers side by side. */
static gboolean are_headings(const GPtrArray *columns)
{
    if (columns->len == 2 || columns->len == 4)
        return FALSE;
    for (guint i = 0; i < columns->len; i++) {
        const char *cell = columns->pdata[i];

        if (strlen(cell) > MOST_HEADING || strpbrk(cell, "0123456789:"))
            return FALSE;
    }
    return TRUE;
}

/* The columns are asked once for all cells: a row can be all of a table. */
static gboolean is_below_headings(const Scales *scales)
{
    guint8 *headed = scales->gist->headed;
    const char *first = scales->block->columns->pdata[0];

    if (*headed == 0)
        *headed = are_headings(scales->block->columns) &&
                          strncmp(scales->gist->text->str, first, strlen(first)) != 0
                      ? 2
                      : 1;
    return *headed == 2;
}

/* The cell before, and the heading of the column. */
static void weigh_row(Scales *scales, const IsrPatterns *patterns)
{
    const GPtrArray *columns = scales->block->columns;
    const guint cell = scales->one->sentence.cell;
    const guint before = isr_gist_before_cell(scales->gist, scales->number, cell);
    const IsrGistSentence *other = before > 0 ? sentence_at(scales->gist, before - 1) : NULL;

    if (other && other->sentence.cell + 1 == cell && other->sentence.whole)
        weigh_label(scales, scales->gist, other, TRUE);
    if (columns && cell > 0 && cell < columns->len && is_below_headings(scales))
        weigh_text(scales, patterns, columns->pdata[cell], TRUE);
}

/* "Medical conditions", "Rent arrears": all it says is that a field is so called. */
static gboolean is_label(const Scales *scales)
{
    const IsrGistSentence *one = scales->one;

    if (one->sentence.finished || !one->sentence.whole || one->to - one->from > MOST_LABEL)
        return FALSE;
    for (guint i = one->hit; i < one->hits; i++) {
        const IsrLexisHit *hit = hit_at(scales->gist, i);

        if (is_field(group_of(scales->gist, hit)) &&
            hit->last - hit->first + 1 + MOST_BESIDE >= one->to - one->from)
            return TRUE;
    }
    return FALSE;
}

/* However much is said of a matter, "no known" says that there is none. */
static double total(const Weight *weight)
{
    return MIN(weight->score, MOST) - weight->against;
}

static gboolean is_undecided(const Scales *scales)
{
    for (guint topic = 0; topic < N_TOPICS; topic++)
        if (scales->weights[topic].group && total(&scales->weights[topic]) < STRONG)
            return TRUE;
    return FALSE;
}

/* A heading names a matter and a question asks for one: neither says of itself how it is. */
static gboolean only_names(const Scales *scales)
{
    IsrRange range = scales->one->sentence.range;

    return scales->gist->text->str[range.end - 1] == '?' ||
           scales->block->kind == ISR_BLOCK_HEADING;
}

static void weigh_kind(Scales *scales)
{
    if (!only_names(scales))
        return;
    for (guint topic = 0; topic < N_TOPICS; topic++)
        scales->weights[topic].against += HALF;
}

static void add_matters(const Scales *scales, GArray *matters)
{
    for (guint topic = 0; topic < N_TOPICS; topic++) {
        const Weight *weight = &scales->weights[topic];

        if (!weight->group || total(weight) + (weight->kin ? STRONG : 0) < STRONG)
            continue;
        IsrMatter matter = {
            .category = (IsrCategory)(topic + ISR_CATEGORY_HEALTH),
            .range = weight->field ? weight->range : scales->one->sentence.range,
            .topic = weight->group->topic,
            .family = weight->group->family,
            .token = weight->field ? scales->one->from : hit_at(scales->gist, weight->hit)->first,
            .score = MAX(weight->score, STRONG),
            .field = weight->field,
            .perhaps = total(weight) < STRONG,
        };

        g_array_append_val(matters, matter);
    }
}

void isr_gist_matters(const IsrGist *gist, const IsrPatterns *patterns, const IsrBlock *block,
                      guint n, GArray *matters)
{
    Scales scales = {.gist = gist, .block = block, .one = sentence_at(gist, n), .number = n};
    g_autofree gboolean *hidden = g_new0(gboolean, scales.one->hits - scales.one->hit + 1);

    scales.hidden = hidden;
    hide(&scales);
    if (!is_label(&scales))
        weigh_words(&scales);
    weigh_kind(&scales);
    for (guint i = scales.one->hit; i < scales.one->hits; i++)
        if (is_field(group_of(gist, hit_at(gist, i))))
            weigh_line_field(&scales, i);
    if (block->kind == ISR_BLOCK_ROW)
        weigh_row(&scales, patterns);
    if (block->heading && is_undecided(&scales))
        weigh_text(&scales, patterns, block->heading, FALSE);
    add_matters(&scales, matters);
}

gboolean isr_gist_tells_nothing(const IsrGist *gist, const IsrBlock *block, guint n)
{
    const Scales scales = {.gist = gist, .block = block, .one = sentence_at(gist, n), .number = n};

    return only_names(&scales) || is_label(&scales) ||
           is_unanswered(gist, scales.one, scales.one->from, scales.one->to);
}
