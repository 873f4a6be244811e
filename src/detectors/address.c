/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Addresses that show themselves: a flat, a house number or name, a street, a town, on one line or
 * several. Each part is worth points; few are needed behind "lives at", more in the open. Labelled
 * addresses are the label detector's, postcodes a rule's. */
#include "detectors.h"

#include <string.h>

#include "lead.h"
#include "street.h"

#define MOST_PARTS 7
#define MOST_BACK 9 /* words between "flat above the chip shop on" and its street */
#define MOST_SMALL_HOUSE 3
#define ENOUGH 3

typedef struct {
    Words *words;
    guint first;
    guint last; /* last word taken */
    int points;
    gboolean number; /* a house number or flat */
    gboolean street;
    gboolean house; /* with a name */
    gboolean home;  /* a flat or the like, which is somebody's home without more */
} Address;

static const Word *nth(const Address *address, guint n)
{
    return n < address->words->words->len ? isr_words_nth(address->words, n) : NULL;
}

static gboolean is_in(const Address *address, const char *list, guint n)
{
    return n < address->words->words->len && isr_words_in(address->words, list, n, n);
}

/* A line of an address ends here: nothing of a sentence goes on behind word @last. */
static gboolean ends_line(const Address *address, guint last)
{
    const Word *after = nth(address, last + 1);

    return after == NULL || after->gap >= GAP_COMMA ||
           isr_street_postcode(address->words, last + 1);
}

/* Takes the words before @end. */
static gboolean take(Address *address, guint end, int points)
{
    address->last = end - 1;
    address->points += points;
    return TRUE;
}

/* "14 Tanner Row", "33 Pottergate". */
static gboolean take_numbered(Address *address, guint at)
{
    guint from = isr_street_number(address->words, at), end;
    const Word *next = nth(address, from);
    gboolean sure, known;

    if (from == at || next == NULL || (next->gap != GAP_SPACE && next->gap != GAP_COMMA))
        return FALSE;
    if (at > 0 && nth(address, at)->gap <= GAP_SPACE && is_in(address, "number-owners", at - 1))
        return FALSE; /* "Year 4 Mill Park" */
    end = isr_street_name(address->words, from, TRUE, &sure);
    if (end > from && (sure || next->gap == GAP_SPACE)) {
        address->number = address->street = TRUE;
        return take(address, end, sure ? 4 : 3);
    }
    if (next->gap != GAP_SPACE || address->words->loud)
        return FALSE;
    gboolean the = isr_street_is_the(address->words, from) && nth(address, from + 1) != NULL;
    end = isr_street_town(address->words, the ? from + 1 : from, &known);
    if (end <= from + the || (!known && !ends_line(address, end - 1)))
        return FALSE;
    address->number = TRUE;
    return take(address, end, the ? 3 : next->flags & WORD_ENGLISH ? 1 : 2);
}

static gboolean take_unit(Address *address, guint at)
{
    gboolean home;
    guint end = isr_street_unit(address->words, at, &home);

    if (end == at)
        return FALSE;
    address->number = TRUE;
    address->home = address->home || home;
    return take(address, end, home ? 3 : 1);
}

static gboolean take_street(Address *address, guint at)
{
    gboolean sure;
    gboolean flat = address->number && !address->street; /* "flat 40 galleon house dock st" */
    guint end = isr_street_name(address->words, at, flat, &sure);

    if (end == at)
        return FALSE;
    gboolean told = !(nth(address, at)->flags & WORD_ENGLISH) ||
                    (nth(address, at)->flags & (WORD_FORENAME | WORD_PLACE));
    address->street = TRUE;
    if (sure)
        return take(address, end, !address->words->loud || told ? 3 : 2);
    return take(address, end, address->number ? 2 : 1);
}

static gboolean take_house(Address *address, guint at)
{
    gboolean sure;
    guint end = isr_street_house(address->words, at, &sure);

    address->house = address->house || end > at;
    return end > at && take(address, end, sure && !address->words->loud ? 2 : 1);
}

/* "flat 40 galleon house": in small letters, right behind the number. */
static gboolean take_small_house(Address *address, guint at)
{
    if (address->street || is_in(address, "plain-streets", at))
        return FALSE;
    for (guint n = at; n < at + MOST_SMALL_HOUSE; n++) {
        const Word *word = nth(address, n);

        if (word == NULL || word->gap != GAP_SPACE || is_in(address, "clause-words", n) ||
            (word->flags & (WORD_CAPITAL | WORD_DIGITS | WORD_BARRED | WORD_OWNS)))
            return FALSE;
        if (n > at && is_in(address, "house-words", n)) {
            address->house = TRUE;
            return take(address, n + 1, 1);
        }
    }
    return FALSE;
}

/* A body's name within an address: "Building 4, Kelham Reception Centre". */
static gboolean take_body(Address *address, guint at)
{
    guint n = at;
    const Word *word;

    while (n - at < 5 && (word = nth(address, n)) != NULL && (n == at || word->gap == GAP_SPACE) &&
           (word->flags & WORD_CAPITAL) && !(word->flags & (WORD_TITLE | WORD_DIGITS)))
        n++;
    return n > at + 1 && (nth(address, n - 1)->flags & WORD_HEAD) && ends_line(address, n - 1) &&
           take(address, n, 0);
}

static gboolean take_town(Address *address, guint at)
{
    gboolean known;
    guint end = isr_street_town(address->words, at, &known);

    if (end == at || (nth(address, at)->gap == GAP_LINE && !ends_line(address, end - 1)))
        return FALSE;
    gboolean told = !(nth(address, at)->flags & (WORD_ENGLISH | WORD_FORENAME));
    gboolean open = (address->number && !address->street) || (address->house && !address->number);
    return take(address, end, known || (told && open) ? 1 : 0);
}

/* "Hollin Ave., Eastby", 'narrowboat "Second Wind", Long Moorings'. */
static gboolean is_other_comma(const Address *address, guint n)
{
    const char *between = address->words->reading->text->str + nth(address, n - 1)->end;

    return nth(address, n)->gap == GAP_OTHER &&
           nth(address, n)->start == nth(address, n - 1)->end + 3 &&
           (strncmp(between, "., ", 3) == 0 || strncmp(between, "\", ", 3) == 0);
}

/* "14 TANNER ROW EASTBY": a town without a comma before it. */
static gboolean take_close_town(Address *address, guint at)
{
    const Word *word = nth(address, at);

    if (!address->number || !address->street || word->gap != GAP_SPACE ||
        !(word->flags & WORD_CAPITAL) || word->end - word->start < 4 ||
        (word->flags & (WORD_ENGLISH | WORD_BARRED | WORD_TITLE | WORD_DIGITS | WORD_FORENAME)))
        return FALSE;
    return take(address, at + 1, 0);
}

/* The next part: on the same line behind a comma, on the next line, with "off", or right behind
 * the number of a flat. */
static gboolean take_part(Address *address)
{
    guint at = address->last + 1, end;
    const Word *word = nth(address, at);

    if (word == NULL)
        return FALSE;
    gboolean apart = word->gap == GAP_COMMA || word->gap == GAP_LINE || is_other_comma(address, at);
    gboolean near = word->gap <= GAP_COMMA && is_in(address, "near-words", at);
    if (near)
        at++;
    else if (!apart && (word->gap > GAP_DOT || !address->number || address->street))
        return take_close_town(address, at);
    if (nth(address, at) == NULL || (near && nth(address, at)->gap > GAP_SPACE))
        return FALSE;
    if (take_numbered(address, at) || take_unit(address, at) || take_street(address, at))
        return TRUE;
    if (!apart && !near)
        return take_house(address, at) || take_small_house(address, at);
    if (take_house(address, at) || take_body(address, at) || take_town(address, at))
        return TRUE;
    end = address->street ? isr_street_small_town(address->words, at) : at;
    return end > at && take(address, end, 0);
}

static void take_parts(Address *address)
{
    for (guint parts = 0; parts < MOST_PARTS; parts++)
        if (!take_part(address))
            break;
    if (isr_street_postcode(address->words, address->last + 1))
        address->points += 3;
}

/* "Magnolia, 3 Elm Road": a house whose name is no word for a house, on a line of its own. */
static gboolean take_name(Address *address, guint at)
{
    guint n = at;
    const Word *word, *first = nth(address, at);

    for (; n - at < 4 && (word = nth(address, n)) != NULL; n++) {
        if ((n > at && word->gap > GAP_DOT) || (word->flags & (WORD_TITLE | WORD_DIGITS)))
            break;
        if (!(word->flags & WORD_CAPITAL) && !is_in(address, "place-joints", n))
            break;
        if ((word->flags & (WORD_FORENAME | WORD_SURNAME | WORD_BARRED)) && n == at &&
            !is_in(address, "place-joints", n) && !(word->flags & WORD_PARTICLE))
            return FALSE; /* "Jean Thwaite, 12 Pottergate" */
    }
    word = nth(address, n);
    if (n == at || word == NULL || (word->gap != GAP_COMMA && word->gap != GAP_LINE) ||
        ((first->flags & WORD_OPENS) && n == at + 1 && (first->flags & WORD_ENGLISH) &&
         word->gap == GAP_COMMA))
        return FALSE;
    Address rest = *address;
    if (!take_numbered(&rest, n) && !take_street(&rest, n))
        return FALSE;
    address->last = n - 1;
    return TRUE;
}

/* "caravan, Bell's Yard" as a field or line of its own. */
static gboolean is_home_of_a_line(const Address *address, guint n)
{
    return nth(address, n)->gap >= GAP_LINE && is_in(address, "homes", n);
}

/* "on", "off", "down": small words before a street. */
static int points_before(const Address *address)
{
    PlaceLead lead = isr_lead_before(address->words, address->first);
    guint first = address->first;

    if (lead == PLACE_LEAD_HOME && (address->number || address->house))
        return 2;
    if (first > 0 && nth(address, first)->gap == GAP_COMMA && !address->words->loud &&
        ((nth(address, first - 1)->flags & WORD_HEAD) ||
         is_in(address, "house-words", first - 1)) &&
        (nth(address, first - 1)->flags & WORD_CAPITAL))
        return 2; /* "Kelmere Guest House, North Parade" */
    if (first > 0 && nth(address, first)->gap == GAP_COMMA && is_home_of_a_line(address, first - 1))
        return 2;
    if (first == 0 || nth(address, first)->gap != GAP_SPACE || address->words->loud)
        return 0;
    if (is_in(address, "street-leads", first - 1))
        return 2;
    return lead != PLACE_LEAD_NONE ? 1 : 0;
}

/* "lives at 35.", "the neighbour at 46 with", but not "stays at 3 hostels". */
static gboolean is_at_home(const Address *address, guint at, guint end)
{
    if (isr_lead_before(address->words, at) != PLACE_LEAD_HOME ||
        !is_in(address, "living-places", at - 2))
        return FALSE;
    return ends_line(address, end - 1) || is_in(address, "clause-words", end) ||
           is_in(address, "place-leads", end) || is_in(address, "near-words", end);
}

/* "the flat over Tanner Chandlers": the shop below a home says which one it is. */
static gboolean read_above(Address *address, guint at)
{
    guint n = at + 2;
    const Word *near = nth(address, at + 1), *word;

    if (!is_in(address, "homes", at) || near == NULL || near->gap != GAP_SPACE ||
        (near->flags & WORD_CAPITAL) || !is_in(address, "near-words", at + 1))
        return FALSE;
    while (n < at + 6 && (word = nth(address, n)) != NULL && word->gap <= GAP_DOT &&
           (word->flags & WORD_CAPITAL) && !(word->flags & (WORD_DIGITS | WORD_TITLE)))
        n++;
    if (n < at + 4)
        return FALSE;
    address->first = at;
    return take(address, n, ENOUGH);
}

/* "Joy Penrow (no. 69)": where a neighbour lives. */
static gboolean is_bracketed(const Address *address, guint at, guint end)
{
    const char *text = address->words->reading->text->str;
    const Word *before = at > 0 ? nth(address, at - 1) : NULL;

    return before != NULL && text[nth(address, end - 1)->end] == ')' &&
           nth(address, at)->start > 0 && text[nth(address, at)->start - 1] == '(' &&
           (((before->flags & WORD_CAPITAL) && before->end - before->start > 2 &&
             !(before->flags & WORD_BARRED) &&
             (!(before->flags & WORD_ENGLISH) || (before->flags & WORD_SURNAME))) ||
            is_in(address, "living-places", at - 1));
}

/* "at number 14", "lives at 35": a number alone where only a house can be meant. */
static gboolean read_number(Address *address, guint at)
{
    Words *words = address->words;
    PlaceLead lead = isr_lead_before(words, at);
    gboolean named = is_in(address, "number-words", at);
    guint from = named ? at + 1 : at, end;

    if (nth(address, from) == NULL || (named && nth(address, from)->gap > GAP_DOT))
        return FALSE;
    end = isr_street_number(words, from);
    if (lead == PLACE_LEAD_NONE && !(named && end > from && is_bracketed(address, at, end)) &&
        !(at > 0 && nth(address, at)->gap == GAP_SPACE && is_in(address, "near-words", at - 1)))
        return FALSE;
    if (named && end > from && is_bracketed(address, at, end)) {
        address->first = at;
        return take(address, end, ENOUGH);
    }
    if (end == from || (!named && !is_at_home(address, at, end)))
        return FALSE;
    address->first = at;
    return take(address, end, ENOUGH);
}

/* "the flat above the chip shop on Tanner Row": where the words begin that say which house. */
static guint home_before(const Address *address)
{
    guint first = address->first;

    if (first < 3 || nth(address, first)->gap != GAP_SPACE)
        return first;
    for (guint n = first - 1; n > 0 && first - n < MOST_BACK; n--) {
        if (nth(address, n)->gap != GAP_SPACE && nth(address, n)->gap != GAP_OTHER)
            break;
        guint near = n > 1 && isr_words_in(address->words, "near-words", n - 1, n) ? n - 1 : n;
        gboolean own = near > 1 && (nth(address, near - 1)->flags & WORD_OWNS); /* "his cousin's" */
        if ((near == n && !is_in(address, "near-words", n)) ||
            !(own || is_in(address, "living-places", near - 1)))
            continue;
        if (own)
            return nth(address, near - 1)->gap == GAP_SPACE ? near - 2 : near - 1;
        n = near;
        return n > 1 && nth(address, n - 1)->gap == GAP_SPACE &&
                       is_in(address, "floor-words", n - 2)
                   ? n - 2
                   : n - 1;
    }
    return first;
}

/* "c/o", "Rear of", and "the yard, " say which house, too: where such words begin. */
static guint front_before(const Address *address)
{
    guint first = address->first;
    const Word *word = nth(address, first);

    if (first == 1 && word->gap == GAP_COMMA && is_home_of_a_line(address, 0))
        return 0;
    if (first < 2)
        return first;
    if (word->gap == GAP_SPACE && isr_words_in(address->words, "near-words", first - 2, first - 1))
        return first - 2;
    const Word *site = nth(address, first - 1);
    gboolean small = !(site->flags & WORD_CAPITAL) && site->gap == GAP_SPACE &&
                     ((site->flags & WORD_STREET) || is_in(address, "homes", first - 1));
    if (word->gap == GAP_COMMA && is_home_of_a_line(address, first - 1))
        return first - 1;
    return word->gap == GAP_COMMA && small && isr_street_is_the(address->words, first - 2)
               ? first - 2
               : first;
}

/* "Glasshouse Street Surgery": the street is part of a body's name. */
static gboolean names_body(const Address *address)
{
    for (guint n = address->last + 1; n <= address->last + 3; n++) {
        const Word *word = nth(address, n);
        if (word == NULL || word->gap != GAP_SPACE || !(word->flags & WORD_CAPITAL))
            return FALSE;
        if (word->flags & WORD_HEAD)
            return TRUE;
    }
    return FALSE;
}

static gboolean read_address(Address *address, guint at)
{
    *address = (Address){.words = address->words, .first = at};
    if (read_number(address, at)) {
        take_parts(address);
        return TRUE;
    }
    if (read_above(address, at)) {
        take_parts(address);
        return TRUE;
    }
    *address = (Address){.words = address->words, .first = at, .last = at};
    if (!take_numbered(address, at) && !take_unit(address, at)) {
        gboolean capital = (nth(address, at)->flags & WORD_CAPITAL) != 0;
        Address house = *address, name = *address;
        gboolean is_house = capital && take_house(&house, at);
        gboolean is_name = capital && !is_house && take_name(&name, at);
        if (is_house && !take_street(address, at))
            *address = house;
        else if (is_house && house.last > address->last)
            *address = house;
        else if (is_name)
            *address = name;
        else if (!is_house && !take_street(address, at))
            return FALSE;
    }
    take_parts(address);
    address->points += points_before(address);
    if (address->points < ENOUGH ||
        !(address->street || address->house || address->home || address->points > ENOUGH))
        return FALSE;
    if (!address->number && names_body(address))
        return FALSE;
    if (address->street && !address->number)
        address->first = home_before(address);
    if (address->street || address->house)
        address->first = front_before(address);
    return TRUE;
}

static void add(const Address *address, const IsrReading *reading, GArray *findings)
{
    IsrFinding finding = {
        .block = reading->block->index,
        .range = isr_reading_origin(reading, nth(address, address->first)->start,
                                    nth(address, address->last)->end),
        .category = ISR_CATEGORY_ADDRESS,
        .rule = "address",
        .reason = "reads as an address",
        .score = address->points > 3 && (address->number || address->house)
                     ? address->points > 4 ? 0.93 : 0.9
                     : 0.7,
        .role = ISR_ROLE_UNSURE,
    };
    g_array_append_val(findings, finding);
}

/* Whether an address can begin with a word in small letters. */
static gboolean may_begin(const Address *address, guint n)
{
    return is_in(address, "units", n) || is_in(address, "boats", n) ||
           (n + 1 < address->words->words->len && is_in(address, "small-streets", n + 1)) ||
           is_in(address, "number-words", n) || is_in(address, "floor-words", n) ||
           (n > 0 && is_in(address, "street-leads", n - 1));
}

static gboolean detect(const IsrPatterns *patterns, const IsrReading *reading, GArray *findings,
                       GError **error)
{
    Words *words = isr_words_for(patterns, reading);
    Address address = {.words = words};

    (void)error;
    for (guint n = 0; n < words->words->len; n++) {
        const Word *word = &g_array_index(words->words, Word, n);
        if (!(word->flags & (WORD_CAPITAL | WORD_DIGITS)) && !may_begin(&address, n))
            continue;
        if (!read_address(&address, n))
            continue;
        add(&address, reading, findings);
        n = address.last;
    }
    return TRUE;
}

const IsrDetector isr_detector_address = {"address", detect};
