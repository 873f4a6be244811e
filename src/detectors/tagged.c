/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places, bodies and addresses that the trained model sees and no other detector, or not whole. */
#include "tagged.h"

#include <string.h>

#include "lead.h"

/* How sure the model must be of a place, a body and an address that nothing else shows. */
#define SURE_OF_PLACE 0.5
#define SURE_OF_BODY 0.45
#define SURE_OF_ADDRESS 0.4
#define SURE_OF_LOUD 0.6
/* And of one in words that say nothing of where. */
#define SURE_OF_WORDS 0.4

static const Word *nth(Tagged *search, guint n)
{
    return isr_words_nth(search->words, n);
}

static gboolean overlaps(const IsrFinding *finding, IsrRange range)
{
    return finding->range.start < range.end && range.start < finding->range.end;
}

gboolean isr_tagged_covers(const IsrRange *outer, const IsrRange *inner)
{
    return outer->start <= inner->start && inner->end <= outer->end;
}

/* A finding of another detector. */
typedef struct {
    guint at;    /* among the findings */
    gsize start; /* where it begins */
    gsize reach; /* where it, and each that begins before it, has ended */
} Other;

static gint by_start(gconstpointer a, gconstpointer b)
{
    const Other *one = a, *other = b;

    if (one->start != other->start)
        return one->start < other->start ? -1 : 1;
    return one->at < other->at ? -1 : one->at > other->at;
}

static void put_in_order(Tagged *search)
{
    gsize reach = 0;

    search->order = g_array_sized_new(FALSE, FALSE, sizeof(Other), search->others);
    for (guint i = 0; i < search->others; i++) {
        const IsrRange range = g_array_index(search->findings, IsrFinding, i).range;
        const Other other = {i, range.start, range.end};

        g_array_append_val(search->order, other);
    }
    g_array_sort(search->order, by_start);
    for (guint i = 0; i < search->others; i++) {
        Other *other = &g_array_index(search->order, Other, i);

        reach = other->reach = MAX(reach, other->reach);
    }
}

void isr_tagged_clear(Tagged *search)
{
    g_clear_pointer(&search->order, g_array_unref);
}

/* How many of those in order begin before @end. */
static guint begun_before(const GArray *order, gsize end)
{
    guint low = 0, high = order->len;

    while (low < high) {
        const guint middle = low + (high - low) / 2;

        if (g_array_index(order, Other, middle).start < end)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The best finding of another detector that overlaps @range, the first of such; NULL. */
IsrFinding *isr_tagged_other(Tagged *search, IsrRange range)
{
    IsrFinding *best = NULL;

    if (!search->order)
        put_in_order(search);
    for (guint i = begun_before(search->order, range.end); i-- > 0;) {
        const Other *other = &g_array_index(search->order, Other, i);
        IsrFinding *finding = &g_array_index(search->findings, IsrFinding, other->at);

        if (other->reach <= range.start)
            break;
        if (overlaps(finding, range) && (best == NULL || finding->score > best->score ||
                                         (finding->score >= best->score && finding < best)))
            best = finding;
    }
    return best;
}

/* A name that another detector found in part goes on: the finding keeps what it knows. */
void isr_tagged_lengthen(Tagged *search, const IsrFinding *other, IsrRange range)
{
    IsrFinding finding = *other;

    if (finding.category == ISR_CATEGORY_INITIALS)
        finding.category = ISR_CATEGORY_NAME; /* "Dr V" was a letter alone */
    finding.range =
        (IsrRange){MIN(other->range.start, range.start), MAX(other->range.end, range.end)};
    g_array_append_val(search->findings, finding);
}

/* A capitalised word that is no English, no abbreviation and nobody's forename. */
static gboolean tells_where(Tagged *search, guint first, guint last)
{
    for (guint n = first; n <= last; n++) {
        const Word *word = nth(search, n);
        if ((word->flags & WORD_CAPITAL) && word->end - word->start > 3 &&
            !(word->flags & (WORD_ENGLISH | WORD_BARRED | WORD_HEAD | WORD_UPPER)) &&
            !isr_words_in(search->words, "not-places", n, n))
            return TRUE;
    }
    return FALSE;
}

/* "Solace Quay", "Living Fountain Assembly": two words or more, each with a capital, or the small
 * letters of a note. */
static gboolean is_titled(Tagged *search, guint first, guint last)
{
    if (first == last)
        return FALSE;
    for (guint n = first; n <= last; n++)
        if (!(nth(search, n)->flags & WORD_CAPITAL) && !search->words->quiet &&
            nth(search, n)->end - nth(search, n)->start > 3)
            return FALSE;
    return TRUE;
}

/* Countries, and bodies of the whole country, say too little of where somebody is. */
static gboolean is_wide(Tagged *search, guint first, guint last)
{
    static const char *const lists[] = {"countries", "national-bodies", "not-names"};

    for (guint i = 0; i < G_N_ELEMENTS(lists); i++)
        if (isr_words_in(search->words, lists[i], first, last))
            return TRUE;
    return FALSE;
}

/* "The Primary School": which one is not said; but "Assessment Team 2" is. */
static gboolean is_mere_kind(Tagged *search, guint first, guint last)
{
    if (nth(search, last)->flags & WORD_DIGITS)
        return FALSE;
    for (guint n = first; n <= last; n++) {
        const Word *word = nth(search, n);
        if (!(word->flags & WORD_HEAD) && word->end - word->start > 3 &&
            !isr_words_in(search->words, "organisation-kinds", n, n))
            return FALSE;
    }
    return TRUE;
}

/* Leaves out "at" and "near" before it. FALSE if one word is left that names nothing. */
static gboolean narrow_where(Tagged *search, guint *first, guint last)
{
    while (*first < last && (isr_words_is(search->words, "place-leads", nth(search, *first)) ||
                             isr_words_is(search->words, "place-ways", nth(search, *first))))
        (*first)++;
    return *first < last || !isr_tagged_is_barred(nth(search, *first));
}

static gboolean is_where(const IsrFinding *finding)
{
    return finding->category == ISR_CATEGORY_ORGANISATION ||
           finding->category == ISR_CATEGORY_PLACE || finding->category == ISR_CATEGORY_ADDRESS;
}

/* Adds words @first..@last as @category, or lengthens what another detector found of it. */
static void add_where(Tagged *search, const IsrTag *tag, guint first, guint last,
                      IsrCategory category)
{
    IsrFinding finding = {
        .block = search->words->reading->block->index,
        .range = isr_reading_origin(search->words->reading, nth(search, first)->start,
                                    nth(search, last)->end),
        .category = category,
        .rule = "tagger",
        .reason = category == ISR_CATEGORY_PLACE          ? "reads like a place"
                  : category == ISR_CATEGORY_ORGANISATION ? "reads like a body's name"
                                                          : "reads like an address",
        .score = 0.5 + tag->score / 10,
        .role = ISR_ROLE_UNSURE,
    };
    const IsrFinding *other = isr_tagged_other(search, finding.range);

    if (other == NULL)
        g_array_append_val(search->findings, finding);
    else if (tag->score >= TAGGED_SURE_OF_MORE && is_where(other) &&
             !isr_tagged_covers(&other->range, &finding.range))
        isr_tagged_lengthen(search, other, finding.range);
}

/* A place or body that no other detector found, or not all of it. */
void isr_tagged_take_where(Tagged *search, const IsrTag *tag)
{
    gboolean place = tag->kind == ISR_TAG_PLACE;
    guint first = isr_words_at(search->words, tag->start);
    guint last = isr_words_at(search->words, tag->end);

    if (tag->score < (place ? SURE_OF_PLACE : SURE_OF_BODY) || first >= last-- ||
        (search->words->loud && tag->score < SURE_OF_LOUD) || !narrow_where(search, &first, last) ||
        is_wide(search, first, last) || is_mere_kind(search, first, last) ||
        (place && isr_lead_is_trip(search->words, first, last)))
        return;
    if (tells_where(search, first, last) ||
        (tag->score >= SURE_OF_WORDS && is_titled(search, first, last)))
        add_where(search, tag, first, last, place ? ISR_CATEGORY_PLACE : ISR_CATEGORY_ORGANISATION);
}

/* A number of a house, and not of pounds or minutes. */
static gboolean is_house_number(Tagged *search, guint n)
{
    const char *text = search->words->reading->text->str;
    const Word *word = nth(search, n);

    return (word->flags & WORD_DIGITS) && word->end - word->start < 6 &&
           (word->start == 0 || strchr("$:.", text[word->start - 1]) == NULL);
}

/* "3 gors lane, pentre isaf": a place with a number before it is where somebody lives. */
void isr_tagged_take_address(Tagged *search, const IsrTag *tag)
{
    guint first = isr_words_at(search->words, tag->start);
    guint last = isr_words_at(search->words, tag->end);

    if (tag->score < SURE_OF_ADDRESS || first + 1 >= last-- || !is_house_number(search, first))
        return;
    for (guint n = first + 1; n <= last; n++) {
        const Word *word = nth(search, n);
        if ((word->flags & WORD_DIGITS) || word->end - word->start < 3)
            continue;
        add_where(search, tag, first, last, ISR_CATEGORY_ADDRESS);
        return;
    }
}
