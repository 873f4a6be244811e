/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the parts of addresses. Which words make a street or house is data (patterns/lists/). */
#include "street.h"

#include <string.h>

#define MOST_STREET 4      /* words before "Road" */
#define MOST_LOUD_STREET 2 /* the same in a text of capitals */
#define MOST_SMALL_STREET 3
#define MOST_TOWN 4

static const Word *nth(Words *words, guint n)
{
    return n < words->words->len ? isr_words_nth(words, n) : NULL;
}

static gboolean is_in(Words *words, const char *list, guint n)
{
    return n < words->words->len && isr_words_in(words, list, n, n);
}

gboolean isr_street_is_the(Words *words, guint at)
{
    const Word *word = nth(words, at);

    return word->end - word->start == 3 &&
           g_ascii_strncasecmp(words->reading->text->str + word->start, "the", 3) == 0;
}

/* A space, an abbreviation's dot, a possessive ("Cobblers' Yard"). */
static gboolean joins_on(Words *words, guint n)
{
    const Word *word = nth(words, n);

    return word->gap == GAP_SPACE || word->gap == GAP_DOT ||
           (word->gap == GAP_OTHER && (nth(words, n - 1)->flags & WORD_OWNS) &&
            word->start - nth(words, n - 1)->end <= 3);
}

static gboolean is_digits(Words *words, guint n)
{
    const Word *word = nth(words, n);
    const char *text = words->reading->text->str;
    gsize at = word->start;

    if (!(word->flags & WORD_DIGITS))
        return FALSE;
    for (guint part = 0; part < 2; part++) {
        gsize digits = strspn(text + at, "0123456789");
        if (digits == 0 || digits > 4)
            return FALSE;
        at += digits;
        if (at < word->end && g_ascii_isalpha(text[at]))
            at++;
        if (at >= word->end)
            return TRUE;
        if (text[at++] != '-')
            return FALSE;
    }
    return FALSE;
}

guint isr_street_number(Words *words, guint at)
{
    const Word *word = nth(words, at), *next = nth(words, at + 1);
    const char *text = words->reading->text->str;

    if (word == NULL || !is_digits(words, at))
        return at;
    if (word->start > 0 && strchr(".:/-+$%#\xa3", text[word->start - 1]) != NULL)
        return at; /* "$14", "9:30" */
    if (next != NULL && next->start == word->end + 1 && text[word->end] == '/' &&
        is_digits(words, at + 1))
        return at + 2; /* a Scottish flat: "2/1" */
    return at + 1;
}

/* "Top Flat", "1st Floor", "ground floor flat". */
static guint floor_from(Words *words, guint at)
{
    guint n = at;

    while (n < at + 3 && is_in(words, "floor-words", n) && (n == at || joins_on(words, n)))
        n++;
    if (n == at || !is_in(words, "units", n) || !joins_on(words, n))
        return at;
    n++;
    return is_in(words, "homes", n) && joins_on(words, n) ? n + 1 : n;
}

/* 'narrowboat "Second Wind"', 'a narrowboat, "Marigold"'. */
static gboolean opens_quoted(Words *words, guint n)
{
    const Word *word = nth(words, n);
    gsize gap = word->start - nth(words, n - 1)->end;

    return (gap == 2 || gap == 3) && words->reading->text->str[word->start - 1] == '"';
}

/* "the narrowboat Second Wind". */
static guint boat_from(Words *words, guint at)
{
    guint n = at + 1;
    const Word *word;

    if (!is_in(words, "boats", at) ||
        (words->loud && nth(words, at)->end - nth(words, at)->start < 3)) /* "NB" */
        return at;
    gboolean quoted = nth(words, n) != NULL && opens_quoted(words, n);
    while (n - at <= (words->loud ? 1 : 3) && (word = nth(words, n)) != NULL &&
           (word->gap == GAP_SPACE || (n == at + 1 && quoted)) && (word->flags & WORD_CAPITAL))
        n++;
    if (quoted && (words->reading->text->str[nth(words, n - 1)->end] != '"' ||
                   nth(words, at)->end - nth(words, at)->start < 3))
        return at;
    return n > at + 1 ? n : at;
}

/* "B12", "2F1": digits and one capital. */
static gboolean is_room(Words *words, guint n)
{
    const Word *word = nth(words, n);
    const char *text = words->reading->text->str + word->start;
    gsize length = word->end - word->start, front = strspn(text, "0123456789");

    return length > 1 && length < 5 && front < length && g_ascii_isupper(text[front]) &&
           strspn(text + front + 1, "0123456789") >= length - front - 1;
}

guint isr_street_unit(Words *words, guint at, gboolean *home)
{
    const Word *word = nth(words, at), *next = nth(words, at + 1);
    guint floor = MAX(floor_from(words, at), boat_from(words, at));

    *home = floor > at && (is_in(words, "homes", floor - 1) || is_in(words, "boats", at));
    if (floor > at || word == NULL || next == NULL)
        return floor;
    if (isr_words_in(words, "units", at, at + 1)) { /* "PO Box 12" */
        *home = isr_street_number(words, at + 2) > at + 2;
        return *home ? at + 3 : at;
    }
    if (isr_street_number(words, at) == at + 2) { /* "3/2, 18 Kirk Wynd" */
        guint house = isr_street_number(words, at + 2);
        return house > at + 2 && nth(words, at + 2)->gap == GAP_COMMA ? at + 2 : at;
    }
    if (!is_in(words, "units", at) || next->gap > GAP_DOT)
        return at;
    *home = is_in(words, "homes", at);
    if ((next->end - next->start == 1 && (next->flags & WORD_CAPITAL)) &&
        !(word->flags & WORD_UPPER && !words->loud))
        return at + 2; /* "Flat B" */
    guint end = isr_street_number(words, at + 1);
    return end > at + 1 ? end : is_room(words, at + 1) ? at + 2 : at;
}

static gboolean can_name(Words *words, guint n, gboolean first)
{
    const Word *word = nth(words, n);

    if (!(word->flags & WORD_CAPITAL) || (word->flags & (WORD_DIGITS | WORD_TITLE)))
        return FALSE;
    return !first || !(word->flags & WORD_BARRED) || (word->flags & (WORD_PLACE | WORD_FORENAME)) ||
           !words->loud;
}

/* "Heol y Bont": the kind of street stands in front. */
static guint fronted_from(Words *words, guint at)
{
    guint n = at + 1;
    const Word *word;

    while (n - at < 4 && (word = nth(words, n)) != NULL && joins_on(words, n) &&
           ((word->flags & WORD_CAPITAL) || (word->flags & WORD_PARTICLE) ||
            is_in(words, "place-joints", n)))
        n++;
    while (n > at + 1 && !(nth(words, n - 1)->flags & WORD_CAPITAL))
        n--;
    return n > at + 1 ? n : at;
}

/* "tallow street" behind a number or "on": small letters, and a word that only streets have. */
static guint small_from(Words *words, guint at, gboolean numbered)
{
    gboolean told = FALSE, led = at > 0 && is_in(words, "street-leads", at - 1);

    if (numbered && is_in(words, "small-streets", at + 1) && isr_street_is_the(words, at) &&
        joins_on(words, at + 1))
        return at + 2; /* "3 the crescent" */
    for (guint n = at; n - at <= MOST_SMALL_STREET; n++) {
        const Word *word = nth(words, n);
        if (word == NULL || (n > at && !joins_on(words, n)) || (word->flags & WORD_DIGITS))
            return at;
        if (n > at && is_in(words, "small-streets", n))
            return numbered || ((told || led) && is_in(words, "surest-streets", n)) ? n + 1 : at;
        if ((word->flags & (WORD_BARRED | WORD_TITLE | WORD_OWNS)) ||
            is_in(words, "plain-streets", n) || is_in(words, "clause-words", n))
            return at;
        told = told || !(word->flags & WORD_ENGLISH);
    }
    return at;
}

/* "Land of Green Ginger Lane", but not "Checked with Nile Street". */
static gboolean is_joint(Words *words, guint first, guint n)
{
    const Word *opener = nth(words, first), *next = nth(words, n + 1);

    if (n == first || next == NULL || !(next->flags & WORD_CAPITAL) ||
        ((opener->flags & WORD_OPENS) && (opener->flags & WORD_ENGLISH)))
        return FALSE;
    return (nth(words, n)->flags & WORD_PARTICLE) || is_in(words, "organisation-joints", n);
}

/* "Harborough St Mary": a saint, and no street. */
static gboolean is_saint(Words *words, guint n)
{
    const Word *word = nth(words, n), *next = nth(words, n + 1);

    return word->end - word->start == 2 && next != NULL && next->gap == GAP_SPACE &&
           g_ascii_strncasecmp(words->reading->text->str + word->start, "st", 2) == 0 &&
           (next->flags & WORD_CAPITAL) && (next->flags & WORD_FORENAME) &&
           (next->flags & WORD_COMMON);
}

/* "Told ST": in a text of small letters two capitals are somebody's initials. */
static gboolean is_letters(Words *words, guint n, gboolean numbered)
{
    const Word *word = nth(words, n);

    return !numbered && !words->loud && (word->flags & WORD_UPPER) &&
           word->end - word->start == 2 && !(nth(words, n - 1)->flags & WORD_UPPER);
}

guint isr_street_name(Words *words, guint at, gboolean numbered, gboolean *sure)
{
    const Word *word = nth(words, at);
    guint end = at, most = words->loud ? MOST_LOUD_STREET : MOST_STREET;

    *sure = FALSE;
    if (word == NULL)
        return at;
    if (!(word->flags & WORD_CAPITAL)) {
        end = small_from(words, at, numbered);
        *sure = end > at;
        return end;
    }
    if (is_in(words, "street-fronts", at)) {
        *sure = TRUE;
        return fronted_from(words, at);
    }
    for (guint n = at; n - at <= most && (word = nth(words, n)) != NULL; n++) {
        gboolean small = numbered && !(word->flags & WORD_CAPITAL); /* "14 Tanner road" */
        if (n > at && !joins_on(words, n))
            break;
        if (n > at && (word->flags & WORD_STREET) && !is_saint(words, n) &&
            !is_letters(words, n, numbered) &&
            !(words->loud && is_in(words, "clause-words", n - 1)) && /* "HE WILL DRIVE" */
            ((word->flags & WORD_CAPITAL) || (small && is_in(words, "small-streets", n))) &&
            (nth(words, n - 1)->flags & WORD_CAPITAL))
            end = n + 1;
        if (small || (!can_name(words, n, n == at) && !is_joint(words, at, n)))
            break;
    }
    gboolean the =
        numbered && end == at + 2 && isr_street_is_the(words, at); /* "3, The Maltings" */
    gboolean called =
        numbered && !words->loud && end > at && /* "62 High Street", "Baker's Row" */
        (is_in(words, "clear-streets", end - 1) || (nth(words, at)->flags & WORD_OWNS)) &&
        !isr_street_is_the(words, at);
    if (end == at || (is_in(words, "plain-streets", at) && !the && !called))
        return at;
    *sure = is_in(words, "clear-streets", end - 1) && !(nth(words, at)->flags & WORD_BARRED);
    return end;
}

guint isr_street_house(Words *words, guint at, gboolean *sure)
{
    const Word *word = nth(words, at);
    guint end = at;

    *sure = FALSE;
    if (word == NULL || !(word->flags & WORD_CAPITAL) || (word->flags & WORD_TITLE))
        return at;
    if (is_in(words, "house-fronts", at)) {
        const Word *next = nth(words, at + 1);
        if (next != NULL && (next->flags & (WORD_FORENAME | WORD_SURNAME)) && word->gap < GAP_COMMA)
            return at; /* Ty may be a boy */
        *sure = fronted_from(words, at) > at;
        return fronted_from(words, at);
    }
    for (guint n = at; n - at < MOST_STREET && (word = nth(words, n)) != NULL; n++) {
        if ((n > at && !joins_on(words, n)) || !(word->flags & WORD_CAPITAL) ||
            (word->flags & WORD_DIGITS))
            break;
        if (n > at && is_in(words, "house-words", n))
            end = n + 1;
    }
    if (end > at)
        *sure = is_in(words, "clear-houses", end - 1) &&
                !(nth(words, at)->flags & WORD_OPENS && end == at + 2 &&
                  (nth(words, at)->flags & WORD_BARRED));
    return end;
}

static gboolean is_person(const Word *word)
{
    return (word->flags & WORD_FORENAME) && !(word->flags & (WORD_PLACE | WORD_ENGLISH));
}

guint isr_street_town(Words *words, guint at, gboolean *known)
{
    guint end = at;
    gboolean told = FALSE;
    const Word *word;

    *known = FALSE;
    for (guint n = at; n - at < MOST_TOWN && (word = nth(words, n)) != NULL; n++) {
        if (n > at && !joins_on(words, n) && word->gap != GAP_HYPHEN)
            break;
        if (n > at && !(word->flags & WORD_CAPITAL) && is_in(words, "place-words", n))
            continue;
        if (word->gap == GAP_HYPHEN && n > at && !(word->flags & (WORD_CAPITAL | WORD_DIGITS))) {
            end = n + 1; /* "Llanfair-is-y-bryn" */
            continue;
        }
        gboolean saint = n > at && is_saint(words, n - 1);
        if (!(word->flags & WORD_CAPITAL) || (is_person(word) && !saint) ||
            isr_street_postcode(words, n) ||
            (word->flags & (WORD_DIGITS | WORD_TITLE | WORD_BARRED)))
            break;
        *known = *known || (word->flags & WORD_PLACE) || isr_words_in(words, "places", at, n) ||
                 isr_words_in(words, "small-places", at, n);
        told = told || !(word->flags & WORD_ENGLISH);
        end = n + 1;
    }
    const Word *after = nth(words, end);
    gboolean goes_on = after != NULL && after->gap == GAP_SPACE && !isr_street_postcode(words, end);
    if (end > at && words->reading->text->str[nth(words, end - 1)->end] == ':')
        return at; /* the next field's label */
    if (end > at && goes_on && !*known && !told)
        return at; /* ", Mum said" */
    return end;
}

guint isr_street_small_town(Words *words, guint at)
{
    const Word *word = nth(words, at);

    return word != NULL && word->gap == GAP_COMMA && word->end - word->start > 3 &&
                   !(word->flags &
                     (WORD_CAPITAL | WORD_ENGLISH | WORD_BARRED | WORD_DIGITS | WORD_FORENAME))
               ? at + 1
               : at;
}

gboolean isr_street_postcode(Words *words, guint at)
{
    const Word *out = nth(words, at), *in = nth(words, at + 1);
    const char *text = words->reading->text->str;

    if (out == NULL || in == NULL || in->gap != GAP_SPACE || in->end - in->start != 3 ||
        out->end - out->start > 4)
        return FALSE;
    return g_ascii_isalpha(text[out->start]) && (out->flags & WORD_DIGITS) &&
           g_ascii_isdigit(text[in->start]) && g_ascii_isalpha(text[in->start + 1]);
}
