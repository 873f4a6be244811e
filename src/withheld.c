/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences that go, joined where nothing but space parts them. */
#include "withheld.h"

#include "ruling.h"

static void withheld_clear(gpointer data)
{
    g_array_unref(((IsrWithheld *)data)->matters);
}

static gint by_start(gconstpointer a, gconstpointer b)
{
    const IsrWithheld *x = a, *y = b;

    return x->range.start < y->range.start ? -1 : x->range.start > y->range.start;
}

static void add_matter(GArray *matters, IsrMatterMark matter)
{
    for (guint i = 0; i < matters->len; i++) {
        const IsrMatterMark *other = &g_array_index(matters, IsrMatterMark, i);

        if (other->category == matter.category && other->role == matter.role)
            return;
    }
    g_array_append_val(matters, matter);
}

static gboolean is_space(const IsrBlock *block, gsize from, gsize to)
{
    for (gsize at = from; at < to; at++)
        if (block->text->str[at] != ' ' && block->text->str[at] != '\t')
            return FALSE;
    return TRUE;
}

/* Joins what overlaps, or has nothing but space between. */
static void merge(const IsrBlock *block, GArray *withheld)
{
    guint last = 0;

    g_array_sort(withheld, by_start);
    while (last + 1 < withheld->len) {
        IsrWithheld *one = &g_array_index(withheld, IsrWithheld, last), *next = one + 1;

        if (next->range.start > one->range.end &&
            !is_space(block, one->range.end, next->range.start)) {
            last++;
            continue;
        }
        one->range.end = MAX(one->range.end, next->range.end);
        for (guint i = 0; i < next->matters->len; i++)
            add_matter(one->matters, g_array_index(next->matters, IsrMatterMark, i));
        g_array_remove_index(withheld, last + 1);
    }
}

/* TRUE if an identifier that begins or ends within one of @withheld made it wider. */
static gboolean widen(GArray *withheld, const GArray *findings)
{
    gboolean wider = FALSE;

    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);

        for (guint k = 0; k < withheld->len && !isr_category_is_topic(finding->category); k++) {
            IsrRange *range = &g_array_index(withheld, IsrWithheld, k).range;

            if (finding->range.start >= range->end || finding->range.end <= range->start ||
                (finding->range.start >= range->start && finding->range.end <= range->end))
                continue;
            range->start = MIN(range->start, finding->range.start);
            range->end = MAX(range->end, finding->range.end);
            wider = TRUE;
        }
    }
    return wider;
}

GArray *isr_withheld_new(const IsrBlock *block, const IsrJob *job, const IsrPeople *people,
                         const GArray *findings)
{
    GArray *withheld = g_array_new(FALSE, FALSE, sizeof(IsrWithheld));

    g_array_set_clear_func(withheld, withheld_clear);
    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);
        IsrMatterMark matter = {finding->category, finding->role};
        IsrWithheld one = {.range = finding->range};

        if (!isr_category_is_topic(finding->category) ||
            isr_ruling(job, people, finding) == ISR_ACTION_KEEP)
            continue;
        one.matters = g_array_new(FALSE, FALSE, sizeof(IsrMatterMark));
        g_array_append_val(one.matters, matter);
        g_array_append_val(withheld, one);
    }
    merge(block, withheld);
    while (withheld->len > 0 && widen(withheld, findings))
        merge(block, withheld);
    return withheld;
}

const IsrWithheld *isr_withheld_at(const GArray *withheld, IsrRange range)
{
    for (guint i = 0; i < withheld->len; i++) {
        const IsrWithheld *one = &g_array_index(withheld, IsrWithheld, i);

        if (one->range.start < range.end && range.start < one->range.end)
            return one;
    }
    return NULL;
}
