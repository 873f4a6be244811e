/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Addresses that show themselves: a flat or house number, a street, a town. Labelled ones are the
 * label detector's, postcodes a rule's. */
#include "detectors.h"

#include <string.h>

#include "words.h"

#define MOST_STREET 5 /* words before "Road" */
#define MOST_LINES 5
#define MOST_TOWN 4 /* words of a line that is no street */

typedef struct {
    Words *words;
    guint last;      /* last word taken */
    gboolean number; /* a house or flat number stands in it */
    gboolean street;
} Address;

static const Word *nth(const Address *address, guint n)
{
    return n < address->words->words->len ? isr_words_nth(address->words, n) : NULL;
}

static gboolean is_in(const Address *address, const char *list, const Word *word)
{
    return isr_words_is(address->words, list, word);
}

/* "22", "18a", "4-6": at most four digits and a letter. */
static gboolean is_number(const Address *address, const Word *word)
{
    const char *text = address->words->reading->text->str + word->start;
    gsize length = word->end - word->start, digits = strspn(text, "0123456789");

    if (digits == 0 || digits > 4)
        return FALSE;
    return digits >= length || (digits + 1 == length && g_ascii_isalpha(text[digits])) ||
           (text[digits] == '-' && strspn(text + digits + 1, "0123456789") + digits + 1 >= length);
}

static gboolean joins_on(const Word *word)
{
    return word->gap == GAP_SPACE || word->gap == GAP_DOT;
}

/* A street name from word @at: capitalised words up to "Road", or "Heol" and what follows.
 * Returns the word after it, @at if none is there. */
static guint street_from(const Address *address, guint at)
{
    const Word *word = nth(address, at);
    guint n = at;

    if (word == NULL || !(word->flags & WORD_CAPITAL) || (word->flags & WORD_DIGITS))
        return at;
    if (is_in(address, "street-fronts", word)) {
        for (n = at + 1; n - at < 4 && (word = nth(address, n)) != NULL && joins_on(word) &&
                         ((word->flags & WORD_CAPITAL) || (word->flags & WORD_PARTICLE));)
            n++;
        return n > at + 1 ? n : at;
    }
    guint end = at;
    for (; n - at <= MOST_STREET && (word = nth(address, n)) != NULL; n++) {
        if (n > at && !joins_on(word))
            break;
        if (!(word->flags & WORD_CAPITAL) || (word->flags & (WORD_DIGITS | WORD_TITLE)))
            break;
        if (n > at && (word->flags & WORD_STREET))
            end = n + 1;
    }
    return end;
}

/* "Flat 4", "Plot 9", "Room 5": the word after it, @at if none is there. */
static guint unit_from(const Address *address, guint at)
{
    const Word *word = nth(address, at), *next = nth(address, at + 1);

    if (word == NULL || next == NULL || !is_in(address, "units", word) || next->gap > GAP_DOT)
        return at;
    gboolean letter = next->end - next->start == 1 && (next->flags & WORD_CAPITAL);
    return is_number(address, next) || letter ? at + 2 : at;
}

/* A town or part of one: a few capitalised words, none of which is barred. */
static guint town_from(const Address *address, guint at)
{
    guint end = at;
    const Word *word;

    for (guint n = at; n - at < MOST_TOWN && (word = nth(address, n)) != NULL; n++) {
        if (n > at && !joins_on(word) && word->gap != GAP_HYPHEN)
            break;
        if (n > at && !(word->flags & WORD_CAPITAL) && is_in(address, "place-words", word))
            continue;
        gboolean person =
            (word->flags & WORD_FORENAME) && !(word->flags & (WORD_PLACE | WORD_ENGLISH));
        if (!(word->flags & WORD_CAPITAL) || person ||
            (word->flags & (WORD_DIGITS | WORD_TITLE | WORD_BARRED)))
            break;
        end = n + 1;
    }
    return end;
}

/* The lines that follow: ", Lower Pinfold, Tarnbridge", on one line, several, or with "off". */
static void take_lines(Address *address)
{
    for (guint lines = 0; lines < MOST_LINES; lines++) {
        guint at = address->last + 1, end;
        const Word *word = nth(address, at);
        if (word == NULL || (word->gap != GAP_COMMA && word->gap != GAP_LINE &&
                             !(address->number && !address->street && joins_on(word))))
            return;
        if (is_in(address, "near-words", word)) {
            at++;
        } else if (is_number(address, word) && word->gap == GAP_COMMA) {
            address->number = TRUE;
            at++;
        }
        end = unit_from(address, at);
        if (end == at) {
            end = street_from(address, at);
            address->street = address->street || end > at;
        } else {
            address->number = TRUE;
        }
        if (end == at && (word->gap == GAP_COMMA || word->gap == GAP_LINE))
            end = town_from(address, at);
        if (end == at)
            return;
        address->last = end - 1;
    }
}

/* Streets that are called nothing else; "Court" and "Park" need a number beside them. */
static gboolean is_clear_street(const Address *address, guint first)
{
    const Word *last = nth(address, address->last);
    const Word *word = nth(address, first);

    return is_in(address, "clear-streets", last) && !(word->flags & WORD_BARRED);
}

/* "HD19 1SX" behind it says that these lines are an address. */
static gboolean has_postcode(const Address *address)
{
    const Word *out = nth(address, address->last + 1), *in = nth(address, address->last + 2);
    const char *text = address->words->reading->text->str;

    if (out == NULL || in == NULL || in->gap != GAP_SPACE || in->end - in->start != 3 ||
        out->end - out->start > 4)
        return FALSE;
    return g_ascii_isalpha(text[out->start]) && (out->flags & WORD_DIGITS) &&
           g_ascii_isdigit(text[in->start]) && g_ascii_isalpha(text[in->start + 1]);
}

static gboolean read_address(Address *address, guint at, double *score)
{
    const Word *word = nth(address, at);
    guint end = unit_from(address, at);

    *address = (Address){address->words, at, end > at, FALSE};
    if (end > at) {
        address->last = end - 1;
        take_lines(address);
        *score = address->street ? 0.9 : 0.7;
        return address->street || is_in(address, "homes", word) || address->last > end;
    }
    gboolean number = is_number(address, word) && (word->flags & WORD_DIGITS);
    guint from = number ? at + 1 : at;
    const Word *next = nth(address, from);
    if (number && (next == NULL || (next->gap != GAP_SPACE && next->gap != GAP_COMMA)))
        return FALSE;
    end = street_from(address, from);
    if (end == from)
        return FALSE;
    address->last = end - 1;
    address->number = number;
    address->street = TRUE;
    gboolean clear = is_clear_street(address, from) && !address->words->loud;
    if (number && !clear && next->gap == GAP_COMMA)
        return FALSE;
    take_lines(address);
    *score = number ? 0.9 : 0.7;
    return number || clear || has_postcode(address);
}

static gboolean detect(const IsrPatterns *patterns, const IsrReading *reading, GArray *findings,
                       GError **error)
{
    Words *words = isr_words_for(patterns, reading);
    Address address = {.words = words};
    double score;

    (void)error;
    for (guint n = 0; n < words->words->len; n++) {
        const Word *word = &g_array_index(words->words, Word, n);
        if (!(word->flags & (WORD_CAPITAL | WORD_DIGITS)) && !words->quiet &&
            !is_in(&address, "units", word))
            continue;
        if (!read_address(&address, n, &score))
            continue;
        IsrFinding finding = {
            .block = reading->block->index,
            .range = isr_reading_origin(reading, word->start, nth(&address, address.last)->end),
            .category = ISR_CATEGORY_ADDRESS,
            .rule = "address",
            .reason = "reads as an address",
            .score = score,
            .role = ISR_ROLE_UNSURE,
        };
        g_array_append_val(findings, finding);
        n = address.last;
    }
    return TRUE;
}

const IsrDetector isr_detector_address = {"address", detect};
