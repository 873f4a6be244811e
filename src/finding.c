/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Findings that overlap become findings that do not: nothing found comes back by losing. */
#include <isredact/finding.h>

#include <string.h>

GArray *isr_findings_new(void)
{
    return g_array_new(FALSE, TRUE, sizeof(IsrFinding));
}

static gsize length_of(const IsrFinding *finding)
{
    return finding->range.end - finding->range.start;
}

/* Best first: a label's word, then the score, then the longer, then the earlier category, then
 * the place, so that equal inputs give equal orders. */
static gint by_strength(gconstpointer a, gconstpointer b)
{
    const IsrFinding *x = a, *y = b;
    guint x_labelled = x->flags & ISR_FINDING_LABELLED,
          y_labelled = y->flags & ISR_FINDING_LABELLED;

    if (x_labelled != y_labelled)
        return x_labelled ? -1 : 1;
    if (x->score > y->score || x->score < y->score)
        return x->score > y->score ? -1 : 1;
    if (length_of(x) != length_of(y))
        return length_of(x) > length_of(y) ? -1 : 1;
    if (x->category != y->category)
        return x->category < y->category ? -1 : 1;
    return x->range.start < y->range.start ? -1 : x->range.start > y->range.start;
}

static gint by_place_in_sequence(gconstpointer a, gconstpointer b, gpointer unused)
{
    (void)unused;
    const IsrFinding *x = a, *y = b;

    return x->range.start < y->range.start ? -1 : x->range.start > y->range.start;
}

/* Names at one place stand together, what was only swept behind what was found there. */
static gint by_range(gconstpointer a, gconstpointer b)
{
    const IsrFinding *x = a, *y = b;

    if (x->range.start != y->range.start)
        return x->range.start < y->range.start ? -1 : 1;
    if (x->range.end != y->range.end)
        return x->range.end < y->range.end ? -1 : 1;
    if (x->category != y->category)
        return x->category < y->category ? -1 : 1;
    return (gint)(x->flags & ISR_FINDING_SWEPT) - (gint)(y->flags & ISR_FINDING_SWEPT);
}

void isr_findings_absorb(GArray *findings)
{
    guint kept = 0;

    g_array_sort(findings, by_range);
    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *next = &g_array_index(findings, IsrFinding, i);
        IsrFinding *last = kept > 0 ? &g_array_index(findings, IsrFinding, kept - 1) : NULL;

        if (last && next->category == ISR_CATEGORY_NAME && last->category == next->category &&
            last->range.start == next->range.start && last->range.end == next->range.end &&
            (next->flags & ISR_FINDING_SWEPT) && !(last->flags & ISR_FINDING_SWEPT)) {
            last->score = MAX(last->score, next->score);
            last->person = last->person ? last->person : next->person;
            continue;
        }
        g_array_index(findings, IsrFinding, kept++) = *next;
    }
    g_array_set_size(findings, kept);
}

/* Shrinks @range past punctuation and space at both ends; empty if there is nothing else. */
static IsrRange trimmed(const IsrBlock *block, IsrRange range)
{
    const char *text = block->text->str;

    while (range.start < range.end && !g_unichar_isalnum(g_utf8_get_char(text + range.start)))
        range.start = (gsize)(g_utf8_next_char(text + range.start) - text);
    while (range.end > range.start) {
        const char *last = g_utf8_prev_char(text + range.end);

        if (g_unichar_isalnum(g_utf8_get_char(last)))
            break;
        range.end = (gsize)(last - text);
    }
    return range;
}

/* The first finding in @kept (ordered, disjoint) that ends after @at. */
static GSequenceIter *first_after(GSequence *kept, gsize at)
{
    IsrFinding probe = {.range = {at, at}};
    GSequenceIter *iter = g_sequence_search(kept, &probe, by_place_in_sequence, NULL);
    GSequenceIter *before = g_sequence_iter_prev(iter);

    if (before != iter && ((IsrFinding *)g_sequence_get(before))->range.end > at)
        return before;
    return iter;
}

/* Keeps what of @finding stands in @range, before what is kept at @next. */
static void keep_piece(GSequenceIter *next, const IsrFinding *finding, IsrRange range,
                       const IsrBlock *block)
{
    IsrFinding *piece;

    if (range.start >= range.end)
        return;
    if (range.start != finding->range.start || range.end != finding->range.end)
        range = trimmed(block, range);
    if (range.start >= range.end)
        return;
    piece = g_memdup2(finding, sizeof *finding);
    piece->range = range;
    g_sequence_insert_before(next, piece);
}

/* Adds to @kept what of @finding stands outside it. */
static void add_outside(GSequence *kept, const IsrFinding *finding, const IsrBlock *block)
{
    GSequenceIter *iter = first_after(kept, finding->range.start);
    gsize at = finding->range.start;

    for (; !g_sequence_iter_is_end(iter); iter = g_sequence_iter_next(iter)) {
        const IsrRange *taken = &((IsrFinding *)g_sequence_get(iter))->range;

        if (taken->start >= finding->range.end)
            break;
        keep_piece(iter, finding, (IsrRange){at, taken->start}, block);
        at = taken->end;
    }
    keep_piece(iter, finding, (IsrRange){at, finding->range.end}, block);
}

static void append_to(gpointer finding, gpointer findings)
{
    g_array_append_vals(findings, finding, 1);
}

/* Sentences are a layer of their own: what identifies somebody may stand in them, and one may
 * speak of several matters. */
static gint by_place_of_sentence(gconstpointer a, gconstpointer b)
{
    const IsrFinding *x = a, *y = b;

    if (x->range.start != y->range.start)
        return x->range.start < y->range.start ? -1 : 1;
    if (x->range.end != y->range.end)
        return x->range.end < y->range.end ? -1 : 1;
    return x->category < y->category ? -1 : x->category > y->category;
}

static void append_sentences(GArray *sentences, GArray *findings)
{
    g_array_sort(sentences, by_place_of_sentence);
    for (guint i = 0; i < sentences->len; i++) {
        const IsrFinding *one = &g_array_index(sentences, IsrFinding, i);

        if (i == 0 || by_place_of_sentence(one - 1, one) != 0)
            g_array_append_vals(findings, one, 1);
    }
}

/* What is written in pieces, "HSD-MASH-260122-07": letters and digits of no fixed form. */
static gboolean is_reference(IsrCategory category)
{
    return category == ISR_CATEGORY_CASE_REF || category == ISR_CATEGORY_POLICE_REF ||
           category == ISR_CATEGORY_COURT_REF || category == ISR_CATEGORY_IMMIGRATION_REF ||
           category == ISR_CATEGORY_HOSPITAL_NUMBER;
}

/* Longer ones may be references of their own: "CSC-1234567/CSC-7654321". */
#define MOST_PIECE 4

/* TRUE if @finding is but a piece of a reference; *digits: how many it has. */
static gboolean is_piece(const IsrFinding *finding, const char *text, guint *digits)
{
    guint letters = 0;

    *digits = 0;
    for (gsize i = finding->range.start; i < finding->range.end; i++) {
        *digits += g_ascii_isdigit(text[i]) != 0;
        letters += g_ascii_isalpha(text[i]) != 0;
    }
    return is_reference(finding->category) && (*digits == 0 || *digits + letters <= MOST_PIECE);
}

/* Whether @one and @other, which stands behind it, are one reference that two rules know in part:
 * a piece of letters belongs to any, a number to its like. */
static gboolean are_one(const IsrFinding *one, const IsrFinding *other, const char *text)
{
    guint digits, others;
    const gboolean piece = is_piece(one, text, &digits), last = is_piece(other, text, &others);

    if (one->range.end + 1 != other->range.start || strchr("/-", text[one->range.end]) == NULL ||
        (!piece && !last))
        return FALSE;
    return one->category == other->category || (piece && digits == 0) || (last && others == 0);
}

/* Joins what would leave two labels for one reference. @findings are ordered and disjoint. */
static void join_references(GArray *findings, const IsrBlock *block)
{
    guint kept = 0, digits;

    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding next = g_array_index(findings, IsrFinding, i);
        IsrFinding *last = kept > 0 ? &g_array_index(findings, IsrFinding, kept - 1) : NULL;

        if (!last || !are_one(last, &next, block->text->str)) {
            g_array_index(findings, IsrFinding, kept++) = next;
            continue;
        }
        const gsize start = last->range.start;

        if (is_piece(last, block->text->str, &digits) &&
            (digits == 0 || by_strength(&next, last) < 0))
            *last = next; /* letters alone do not say of what kind a number is */
        last->range = (IsrRange){start, next.range.end};
    }
    g_array_set_size(findings, kept);
}

void isr_findings_resolve(GArray *findings, const IsrBlock *block)
{
    g_autoptr(GSequence) kept = g_sequence_new(g_free);
    g_autoptr(GArray) sentences = isr_findings_new();

    g_array_sort(findings, by_strength);
    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);

        if (isr_category_is_topic(finding->category))
            g_array_append_vals(sentences, finding, 1);
        else
            add_outside(kept, finding, block);
    }
    g_array_set_size(findings, 0);
    g_sequence_foreach(kept, append_to, findings);
    join_references(findings, block);
    append_sentences(sentences, findings);
}

static gint by_layer(gconstpointer a, gconstpointer b)
{
    const IsrFinding *x = a, *y = b;
    const gboolean sentence = isr_category_is_topic(x->category);

    if (sentence != isr_category_is_topic(y->category))
        return sentence ? 1 : -1;
    return x->range.start < y->range.start ? -1 : x->range.start > y->range.start;
}

void isr_findings_sort(GArray *findings)
{
    g_array_sort(findings, by_layer);
}

/* The first finding that is a sentence, or is none and begins at or behind @at, or with @sentences
 * is one and does so: all findings before it are not, all behind it are. */
static guint first_from(const GArray *findings, gsize at, gboolean sentences)
{
    guint low = 0, high = findings->len;

    while (low < high) {
        const guint middle = low + (high - low) / 2;
        const IsrFinding *one = &g_array_index(findings, IsrFinding, middle);
        const gboolean sentence = isr_category_is_topic(one->category);

        if (sentence == sentences ? one->range.start < at : sentences)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

IsrRange isr_findings_in(const GArray *findings, IsrRange range, gboolean sentences)
{
    return (IsrRange){first_from(findings, range.start, sentences),
                      first_from(findings, range.end, sentences)};
}

GArray *isr_findings_identifiers(const GArray *findings)
{
    GArray *identifiers = isr_findings_new();

    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);

        if (!isr_category_is_topic(finding->category))
            g_array_append_vals(identifiers, finding, 1);
    }
    return identifiers;
}
