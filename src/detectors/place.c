/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Towns, estates and parks that say where somebody lives, comes from or goes: known ones with
 * little beside them, unknown ones behind "lives in" or "at", any before "estate". Countries stay.
 */
#include "detectors.h"

#include <string.h>

#include "lead.h"

#define MOST_WORDS 4

typedef struct {
    Words *words;
    guint first;
    guint last;
    PlaceLead lead;
    gboolean known;   /* the gazetteer has it */
    gboolean telling; /* a word of it is no word of English and nobody's name */
} Place;

static const Word *nth(const Place *place, guint n)
{
    return n < place->words->words->len ? isr_words_nth(place->words, n) : NULL;
}

static gboolean is_in(const Place *place, const char *list, guint n)
{
    return isr_words_in(place->words, list, n, n);
}

/* A word that can belong to the name of a place. */
static gboolean can_belong(const Place *place, guint n)
{
    const Word *word = nth(place, n);

    if (!(word->flags & WORD_CAPITAL) || (word->flags & (WORD_DIGITS | WORD_INITIAL)))
        return FALSE;
    if ((word->flags & WORD_UPPER) && !place->words->loud && !(word->flags & WORD_PLACE))
        return FALSE; /* "in CPOMS" */
    return !(word->flags & WORD_TITLE) &&
           (!(word->flags & WORD_BARRED) || (word->flags & WORD_PLACE)) &&
           !is_in(place, "not-places", n);
}

static gboolean is_telling(const Place *place, guint n)
{
    const Word *word = nth(place, n);

    return !(word->flags & (WORD_ENGLISH | WORD_FORENAME | WORD_BARRED | WORD_HEAD)) &&
           word->end - word->start > 2;
}

/* "Stratford upon Avon": small words between two capitals. */
static guint inner_words(const Place *place, guint n)
{
    guint at = n;
    const Word *word;

    while (at < n + 2 && (word = nth(place, at)) != NULL && word->gap <= GAP_HYPHEN &&
           word->gap != GAP_COMMA && !(word->flags & WORD_CAPITAL) &&
           is_in(place, "place-joints", at))
        at++;
    return at;
}

/* "Covering Marl Pits estate": the capital says nothing of a sentence's first word. */
static gboolean is_opener(const Place *place, guint n)
{
    const Word *word = nth(place, n), *next = nth(place, n + 1);

    return (word->flags & WORD_OPENS) && (word->flags & WORD_ENGLISH) && next != NULL &&
           next->gap == GAP_SPACE && (next->flags & WORD_CAPITAL) && !place->words->loud;
}

/* "Khost with Esmat", "Christian in Hexley": "with" and "in" are parts of a name only where the
 * gazetteer has it so ("Barrow in Furness") or hyphens stand around them. */
static gboolean is_loose(const Place *place, guint joint, guint next)
{
    const IsrLists *lists = place->words->patterns->lists;
    gsize length;
    const char *small = isr_words_text(place->words, joint, joint, &length);
    gboolean loose = (length == 4 && strncmp(small, "with", 4) == 0) ||
                     (length == 2 && strncmp(small, "in", 2) == 0);

    if (!loose || nth(place, joint)->gap != GAP_SPACE)
        return FALSE;
    const char *text = isr_words_text(place->words, place->first, next, &length);
    return !isr_lists_has(lists, "places", text, (gssize)length) &&
           !isr_lists_has(lists, "small-places", text, (gssize)length);
}

/* The run of capitalised words from @first on; FALSE if none can be a place. */
static gboolean read_run(Place *place, guint first)
{
    place->first = place->last = first;
    place->known = place->telling = FALSE;
    if (!can_belong(place, first) || is_opener(place, first))
        return FALSE;
    place->telling = is_telling(place, first);
    for (guint n = first + 1; n - first < MOST_WORDS;) {
        guint next = inner_words(place, n);
        const Word *word = nth(place, next);
        if (word == NULL || (word->gap != GAP_SPACE && word->gap != GAP_HYPHEN) ||
            (nth(place, next - 1)->flags & WORD_OWNS) || !can_belong(place, next) ||
            (next > n && is_loose(place, n, next)))
            break;
        place->telling = place->telling || is_telling(place, next);
        place->last = next;
        n = next + 1;
    }
    return TRUE;
}

/* The longest entry of the gazetteer that begins with the run. */
static gboolean find_known(Place *place)
{
    for (guint last = place->last; last + 1 > place->first; last--) {
        gsize length;
        const char *text = isr_words_text(place->words, place->first, last, &length);
        const IsrLists *lists = place->words->patterns->lists;
        gboolean small = last > place->first && /* one word alone is too often something else */
                         isr_lists_has(lists, "small-places", text, (gssize)length);
        if (!small && !isr_lists_has(lists, "places", text, (gssize)length))
            continue;
        place->last = last;
        place->known = TRUE;
        return TRUE;
    }
    return FALSE;
}

/* Nothing else stands in its cell or line, or only a comma before it: "Father, Hull, rang". */
static gboolean stands_apart(const Place *place)
{
    const Word *first = nth(place, place->first), *after = nth(place, place->last + 1);
    gboolean before = first->gap >= GAP_LINE || first->gap == GAP_COMMA || first->gap == GAP_NICK;

    return before && (after == NULL || after->gap >= GAP_COMMA);
}

static gboolean is_known_place(const Place *place)
{
    const Word *first = nth(place, place->first);
    guint flags = place->first == place->last ? first->flags : 0;

    if ((nth(place, place->last)->flags & WORD_OWNS) && place->lead == PLACE_LEAD_NONE)
        return FALSE;
    if (flags & (WORD_ENGLISH | WORD_ORDINARY))
        return place->lead == PLACE_LEAD_HOME ||
               (place->lead == PLACE_LEAD_WHERE && !place->words->loud);
    if (flags & WORD_FORENAME)
        return place->lead >= PLACE_LEAD_WHERE;
    if (flags & WORD_SURNAME)
        return place->lead >= PLACE_LEAD_WAY || stands_apart(place);
    return TRUE;
}

/* "lives in Harlow Edge", "found at Ness Point". */
static gboolean is_likely_place(const Place *place)
{
    const Word *last = nth(place, place->last);

    if ((last->flags & WORD_OWNS) || place->words->loud)
        return FALSE;
    if (place->lead == PLACE_LEAD_HOME)
        return place->telling || place->last > place->first;
    return place->lead == PLACE_LEAD_WHERE && place->telling;
}

/* "Marl Pits estate": the word behind the run makes a place of it, if it stands there. */
static gboolean take_head(Place *place)
{
    const Word *next = nth(place, place->last + 1);

    if (next != NULL && next->gap == GAP_SPACE && !(nth(place, place->last)->flags & WORD_OWNS) &&
        !(next->flags & WORD_CAPITAL) && is_in(place, "place-heads", place->last + 1)) {
        place->last++;
        return place->telling || place->last > place->first + 1;
    }
    return place->last > place->first &&
           (is_in(place, "place-heads", place->last) || is_in(place, "place-tails", place->last)) &&
           (place->telling || place->lead >= PLACE_LEAD_WHERE || place->last > place->first + 1) &&
           !place->words->loud;
}

static gboolean is_place(Place *place)
{
    gsize length;

    const char *text = isr_words_text(place->words, place->first, place->last, &length);
    if (isr_lists_has(place->words->patterns->lists, "countries", text, (gssize)length))
        return FALSE;
    if (take_head(place))
        return TRUE;
    Place whole = *place;
    if (!find_known(place) || !is_known_place(place))
        return *place = whole, is_likely_place(place);
    if (isr_words_in(place->words, "countries", place->first, place->last))
        return FALSE;
    if (place->last < whole.last && place->lead >= PLACE_LEAD_WHERE && is_likely_place(&whole))
        place->last = whole.last; /* "Harlow Edge", of which the lists know Harlow */
    return TRUE;
}

/* Small letters: only what the gazetteer has and nothing else is called. */
static gboolean is_small_place(Place *place, guint n)
{
    const Word *word = nth(place, n);

    if ((word->flags & (WORD_CAPITAL | WORD_DIGITS)) || word->end - word->start < 4 ||
        place->lead == PLACE_LEAD_NONE)
        return FALSE;
    if ((word->flags & (WORD_ENGLISH | WORD_FORENAME | WORD_BARRED)) ||
        is_in(place, "countries", n) || is_in(place, "not-places", n))
        return FALSE;
    place->first = place->last = n;
    if (word->flags & WORD_PLACE)
        return TRUE;
    return place->lead == PLACE_LEAD_HOME && word->end - word->start > 4 && n > 1 &&
           is_in(place, "living-places", n - 2); /* "his mum lives in thurlby" */
}

static void add(const Place *place, const IsrReading *reading, GArray *findings)
{
    IsrFinding finding = {
        .block = reading->block->index,
        .range = isr_reading_origin(reading, nth(place, place->first)->start,
                                    nth(place, place->last)->end),
        .category = ISR_CATEGORY_PLACE,
        .rule = "place",
        .reason = place->known                     ? "a place that the lists know"
                  : place->lead == PLACE_LEAD_HOME ? "words before it say that somebody lives there"
                                                   : "reads as the name of a place",
        .score = place->lead == PLACE_LEAD_HOME ? 0.7 : 0.6,
        .role = ISR_ROLE_UNSURE,
    };
    g_array_append_val(findings, finding);
}

static gboolean detect(const IsrPatterns *patterns, const IsrReading *reading, GArray *findings,
                       GError **error)
{
    Words *words = isr_words_for(patterns, reading);
    Place place = {.words = words};

    (void)error;
    for (guint n = 0; n < words->words->len; n++) {
        const Word *word = &g_array_index(words->words, Word, n);
        gboolean capital = (word->flags & WORD_CAPITAL) != 0;
        if ((word->flags & WORD_DIGITS) || (!capital && word->end - word->start < 4))
            continue;
        place.lead = isr_lead_before(words, n);
        if (!capital && place.lead == PLACE_LEAD_NONE)
            continue;
        if (capital ? !read_run(&place, n) || !is_place(&place) : !is_small_place(&place, n))
            continue;
        if (place.lead != PLACE_LEAD_HOME && isr_lead_is_trip(words, place.first, place.last))
            continue;
        add(&place, reading, findings);
        n = place.last;
    }
    return TRUE;
}

const IsrDetector isr_detector_place = {"place", detect};
