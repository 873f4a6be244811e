/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Named bodies: capitalised words that end in "School", "Surgery" or the like, follow "HMP" or
 * "works at", or call a saint's name. "Primary School" alone names none, nor do national bodies. */
#include "detectors.h"

#include <string.h>

#include "words.h"

#define MOST_WORDS 7
#define MOST_BEHIND_LEAD 5

typedef struct {
    Words *words;
    guint first;
    guint last;
    const char *reason;
    double score;
} Body;

static const Word *nth(Words *words, guint n)
{
    return n < words->words->len ? isr_words_nth(words, n) : NULL;
}

static gboolean is_in(Words *words, const char *list, guint n)
{
    return isr_words_in(words, list, n, n);
}

static gboolean is_gap(Words *words, guint n, const char *wanted)
{
    gsize start = nth(words, n - 1)->end, length = nth(words, n)->start - start;

    return length == strlen(wanted) &&
           g_ascii_strncasecmp(words->reading->text->str + start, wanted, length) == 0;
}

static gboolean is_text(Words *words, guint n, const char *wanted)
{
    gsize length;
    const char *text = isr_words_text(words, n, n, &length);

    return length == strlen(wanted) && g_ascii_strncasecmp(text, wanted, length) == 0;
}

/* A space, an abbreviation's dot, "&", a possessive. */
static gboolean joins_on(Words *words, guint n)
{
    const Word *word = nth(words, n);

    return word->gap == GAP_SPACE || word->gap == GAP_DOT || is_gap(words, n, " & ") ||
           is_gap(words, n, "'s ") || is_gap(words, n, "' ");
}

static gboolean is_weak_head(Words *words, guint n)
{
    const Word *word = nth(words, n);
    const char *text = words->reading->text->str + word->start;

    if ((word->flags & WORD_OWNS) && text[word->end - word->start] == '\'' &&
        isr_lists_has(words->patterns->lists, "organisation-tails", text,
                      (gssize)(word->end - word->start + 2)))
        return TRUE; /* "Lagan Bridge Children's" */
    return is_in(words, "weak-heads", n) || is_in(words, "organisation-tails", n);
}

static gboolean is_head(Words *words, guint n)
{
    return (nth(words, n)->flags & WORD_HEAD) || is_weak_head(words, n) ||
           is_in(words, "organisation-heads", n);
}

/* Words that say what kind of body it is, and not which. */
static gboolean is_kind(Words *words, guint n)
{
    return (nth(words, n)->flags & WORD_INITIAL) || is_in(words, "organisation-kinds", n) ||
           is_head(words, n);
}

/* A word that tells this school from others. */
static gboolean is_telling(Words *words, guint n, gboolean weak)
{
    const Word *word = nth(words, n);

    if (!(word->flags & WORD_CAPITAL) || (word->flags & WORD_BARRED) || is_kind(words, n))
        return FALSE;
    return !weak || !(word->flags & WORD_ENGLISH) || (word->flags & WORD_PLACE);
}

/* "Church of England", "Stratford upon Avon": small words inside, "of" only behind a kind. */
static gboolean is_inner(Words *words, guint n)
{
    const Word *last = nth(words, n - 1);

    if ((nth(words, n)->flags & WORD_CAPITAL) || !is_in(words, "organisation-joints", n))
        return FALSE;
    if ((last->flags & WORD_HEAD) && is_text(words, n, "and"))
        return FALSE; /* two bodies */
    return (last->flags & (WORD_ENGLISH | WORD_HEAD)) != 0 ||
           is_in(words, "organisation-joints", n - 1);
}

/* In a text of capitals, the words of the sentence around look like those of the name. */
static gboolean is_of_sentence(Words *words, guint n)
{
    guint flags = nth(words, n)->flags;

    return words->loud && !is_kind(words, n) &&
           ((flags & WORD_BARRED) || ((flags & WORD_ENGLISH) && !(flags & WORD_PLACE)));
}

/* Capitals that cannot come from where they stand: a small letter before them, or nothing else
 * in the cell or line. */
static gboolean is_set_apart(Words *words, guint first, guint last)
{
    const IsrBlock *block = words->reading->block;
    const Word *word = nth(words, first), *after = nth(words, last + 1);

    if (words->loud || block->kind == ISR_BLOCK_HEADING)
        return FALSE;
    if (word->gap == GAP_SPACE && !(word->flags & WORD_OPENS))
        return first > 0 && !(nth(words, first - 1)->flags & (WORD_CAPITAL | WORD_DIGITS));
    return word->gap >= GAP_COMMA && word->gap != GAP_HYPHEN &&
           (after == NULL || (after->gap >= GAP_COMMA && after->gap != GAP_HYPHEN));
}

/* A word of the name at @n: a capital, or digits before a head ("Calderfold 0-19 Service"). A title
 * begins somebody's name, but "PS" may be a primary school. */
static gboolean can_belong(Words *words, guint first, guint n)
{
    const Word *word = nth(words, n), *next = nth(words, n + 1);

    if ((word->flags & WORD_DIGITS) && n > first)
        return next != NULL && next->gap == GAP_SPACE && (next->flags & WORD_CAPITAL) &&
               is_head(words, n + 1);
    if (!(word->flags & WORD_CAPITAL))
        return FALSE;
    if (n == first || !(word->flags & WORD_TITLE) || (word->flags & WORD_PARTICLE))
        return TRUE;
    return is_head(words, n) &&
           (next == NULL || next->gap > GAP_SPACE || !(next->flags & WORD_CAPITAL));
}

/* The last head word of the run that begins at @first; @first if there is none, or nothing in
 * front of it tells which. */
static guint read_headed(Words *words, guint first)
{
    guint end = first, told = 0, told_well = 0;

    for (guint n = first; n < words->words->len && n - first <= MOST_WORDS; n++) {
        gboolean small = n > first && is_inner(words, n);
        if ((n > first && !joins_on(words, n)) || is_of_sentence(words, n))
            break;
        if (!small && !can_belong(words, first, n))
            break;
        if (n > first && !small && is_head(words, n)) {
            gboolean weak = words->loud || is_weak_head(words, n);
            if (told_well > 0 || (told > 0 && (!weak || is_set_apart(words, first, n))))
                end = n;
        }
        told += is_telling(words, n, FALSE) ? 1 : 0;
        told_well += is_telling(words, n, TRUE) ? 1 : 0;
    }
    const Word *after = nth(words, end + 1); /* "Magnolia House refuge" */
    if (end > first && after != NULL && after->gap == GAP_SPACE && !(after->flags & WORD_CAPITAL) &&
        (after->flags & WORD_HEAD) && !is_weak_head(words, end + 1))
        end++;
    return end;
}

/* "HMP Channings Moor", "Ysgol Bro Dinas": the kind stands in front. */
static guint read_front(Words *words, guint first)
{
    guint n = first + 1;

    if (!is_in(words, "organisation-fronts", first))
        return first;
    while (n < words->words->len && n - first < 4 && joins_on(words, n) &&
           (nth(words, n)->flags & WORD_CAPITAL) &&
           !(nth(words, n)->flags & (WORD_TITLE | WORD_DIGITS)) && !is_of_sentence(words, n) &&
           (n > first + 1 || is_telling(words, n, is_text(words, first, "nhs"))))
        n++;
    return n - 1;
}

/* "University of Eastmoor", but not "School of Dance" or "Church of England". */
static guint read_of(Words *words, guint first)
{
    const Word *of = nth(words, first + 1), *name = nth(words, first + 2);

    if (name == NULL || of->gap != GAP_SPACE || name->gap != GAP_SPACE ||
        !(nth(words, first)->flags & WORD_HEAD) || !is_text(words, first + 1, "of") ||
        !is_telling(words, first + 2, TRUE) || is_in(words, "countries", first + 2))
        return first;
    return first + 2;
}

static gboolean is_saint(Words *words, guint n)
{
    return is_text(words, n, "st") || is_text(words, n, "saint");
}

/* "St Aidan's", "Our Lady": schools, churches and hospices are called so. */
static guint read_saint(Words *words, guint first)
{
    const Word *next = nth(words, first + 1);

    if (next == NULL || next->gap > GAP_DOT || !(next->flags & WORD_CAPITAL))
        return first;
    gboolean saint = is_saint(words, first);
    if (saint && (next->flags & WORD_OWNS))
        return first + 1;
    if (!saint && next->gap == GAP_SPACE && is_telling(words, first, TRUE) &&
        !(nth(words, first)->flags & WORD_FORENAME) && is_saint(words, first + 1))
        return read_saint(words, first + 1); /* "Thornfield St Mary's" */
    return isr_words_in(words, "holy-names", first, first + 1) ? first + 1 : first;
}

static gboolean is_led(Words *words, guint n)
{
    if (n == 0 || words->loud || nth(words, n)->gap != GAP_SPACE)
        return FALSE;
    if (n > 1 && is_text(words, n - 1, "the") && nth(words, n - 1)->gap == GAP_SPACE)
        n--; /* "cleans at the Travelbox" */
    return is_in(words, "organisation-leads", n - 1) ||
           (n > 1 && isr_words_in(words, "organisation-leads", n - 2, n - 1));
}

/* Capitals behind "works at", "attends" and "at": a body of any name. Returns the word after it,
 * @first if there is none. */
static guint read_led(Words *words, guint first)
{
    guint n = first, told = 0, told_well = 0;
    const Word *word;

    if (!is_led(words, first))
        return first;
    for (; (word = nth(words, n)) != NULL && n - first < MOST_BEHIND_LEAD; n++) {
        if (n == first && is_text(words, n, "the"))
            continue;
        if ((n > first && !joins_on(words, n)) || !(word->flags & WORD_CAPITAL) ||
            (word->flags & (WORD_TITLE | WORD_BARRED | WORD_DIGITS | WORD_INITIAL)) ||
            is_in(words, "not-places", n))
            break;
        told += is_telling(words, n, FALSE) ? 1 : 0;
        told_well += is_telling(words, n, TRUE) && !(word->flags & WORD_FORENAME) ? 1 : 0;
    }
    gboolean named = n > first + 1 ? told > 0 : told_well > 0;
    if (n == first || !named || is_in(words, "event-words", n - 1) ||
        isr_words_in(words, "countries", first, n - 1) ||
        ((nth(words, n - 1)->flags & WORD_OWNS) && n == first + 1))
        return first;
    return n;
}

/* "brook st primary": a street before the head. */
static gboolean is_small_street(Words *words, guint n)
{
    return n > 0 && (nth(words, n)->flags & WORD_STREET) && nth(words, n)->gap <= GAP_DOT &&
           !(nth(words, n - 1)->flags & (WORD_CAPITAL | WORD_DIGITS | WORD_BARRED | WORD_TITLE)) &&
           !is_in(words, "plain-streets", n - 1) && !is_in(words, "clause-words", n - 1);
}

/* "netherby park school": in small letters, a strong head and before it a word that is no English
 * and nobody's forename, or a street. @head is the head's number. */
static guint read_small(Words *words, guint head)
{
    guint first = head;

    if (!(nth(words, head)->flags & WORD_HEAD) ||
        (is_in(words, "weak-heads", head) && !words->quiet))
        return head;
    for (guint n = head; n > 0 && head - n < 3 && nth(words, n)->gap <= GAP_DOT; n--) {
        const Word *word = nth(words, n - 1);
        gboolean saint = is_saint(words, n - 1) && n < head;
        if ((word->flags & (WORD_DIGITS | WORD_BARRED | WORD_CAPITAL | WORD_OWNS)) ||
            ((word->flags & WORD_TITLE) && !is_small_street(words, n - 1)) ||
            word->end - word->start < 2 || is_in(words, "clause-words", n - 1))
            break;
        if ((!(word->flags & (WORD_ENGLISH | WORD_FORENAME | WORD_HEAD)) &&
             word->end - word->start > 3) ||
            saint)
            first = n - 1;
        else if (is_small_street(words, n - 1) && !is_in(words, "weak-heads", head))
            first = n - 2;
    }
    return first;
}

/* "at st ronans": in small letters behind "at" or "to". */
static gboolean is_small_saint(Words *words, guint n)
{
    const Word *next = nth(words, n + 1);

    return n > 0 && is_saint(words, n) && next != NULL && next->gap <= GAP_DOT &&
           next->end - next->start > 3 && !(next->flags & (WORD_CAPITAL | WORD_DIGITS)) &&
           (is_in(words, "place-leads", n - 1) || is_in(words, "place-ways", n - 1));
}

/* "Home Office", "The Parole Board". */
static gboolean is_national(Words *words, const Body *body)
{
    return isr_words_in(words, "national-bodies", body->first, body->last) ||
           (body->last > body->first &&
            isr_words_in(words, "national-bodies", body->first + 1, body->last));
}

/* The body that begins with word @n. */
static gboolean read_body(Words *words, guint n, Body *body)
{
    const Word *word = nth(words, n), *next = nth(words, n + 1);

    *body = (Body){.first = n, .last = n, .score = 0.75};
    body->reason = "reads as the name of an organisation";
    if ((word->flags & WORD_OPENS) && (word->flags & WORD_ENGLISH) && next != NULL &&
        !(next->flags & (WORD_ENGLISH | WORD_HEAD)) && (next->flags & WORD_CAPITAL))
        return FALSE; /* "Born Swallowfield Infirmary" */
    body->last = read_front(words, n);
    body->score = body->last > n ? 0.92 : 0.75;
    if (body->last == n && !is_of_sentence(words, n))
        body->last = read_headed(words, n);
    if (body->last == n)
        body->last = read_of(words, n);
    if (body->last > n)
        return TRUE;
    body->last = read_saint(words, n);
    body->score = 0.92; /* "St Aidan" reads as a name too */
    if (body->last > n)
        return TRUE;
    guint end = read_led(words, n);
    body->last = end > n ? end - 1 : n;
    body->reason = "the words before it say that it is an organisation";
    body->score = 0.55;
    return end > n;
}

/* "St Aidan's" ends with its possessive, "the Academy's" before it. */
static gsize end_of(Words *words, const Body *body)
{
    const Word *last = nth(words, body->last);
    const char *text = words->reading->text->str + last->end;

    if (!(last->flags & WORD_OWNS) || (last->flags & WORD_HEAD) || body->score < 0.7)
        return last->end;
    return last->end + (g_ascii_tolower(text[1]) == 's' ? 2 : 1);
}

static void add(Words *words, const Body *body, GArray *findings)
{
    const IsrReading *reading = words->reading;
    IsrFinding finding = {
        .block = reading->block->index,
        .range = isr_reading_origin(reading, nth(words, body->first)->start, end_of(words, body)),
        .category = ISR_CATEGORY_ORGANISATION,
        .rule = "organisation",
        .reason = body->reason,
        .score = body->score,
        .role = ISR_ROLE_UNSURE,
    };

    if (!is_national(words, body))
        g_array_append_val(findings, finding);
}

/* "(EPT)" behind "Eastmoor Partnership Trust": capitals that are first letters of its words. */
static void add_letters(Words *words, const Body *body, GArray *findings)
{
    const Word *word = nth(words, body->last + 1);
    const char *text = words->reading->text->str;
    guint n = body->first;

    if (word == NULL || !(word->flags & WORD_UPPER) || word->gap > GAP_OTHER ||
        text[word->start - 1] != '(' || text[word->end] != ')' ||
        (word->flags & (WORD_BARRED | WORD_TITLE)))
        return;
    for (gsize at = word->start; at < word->end; at++) {
        while (n <= body->last && g_ascii_toupper(text[nth(words, n)->start]) != text[at])
            n++;
        if (n++ > body->last)
            return;
    }
    Body letters = {body->words, body->last + 1, body->last + 1, "first letters of the body", 0.8};
    add(words, &letters, findings);
}

static gboolean detect(const IsrPatterns *patterns, const IsrReading *reading, GArray *findings,
                       GError **error)
{
    Words *words = isr_words_for(patterns, reading);
    Body body;

    (void)error;
    for (guint n = 0; n < words->words->len; n++) {
        guint flags = g_array_index(words->words, Word, n).flags;
        if (flags & WORD_CAPITAL) {
            if ((nth(words, n)->flags & WORD_TITLE) && read_saint(words, n) == n)
                continue;
            if (!read_body(words, n, &body))
                continue;
        } else {
            gboolean saint = is_small_saint(words, n);
            body = (Body){.first = read_small(words, n), .last = saint ? n + 1 : n, .score = 0.6};
            body.reason = "reads as the name of an organisation";
            if (body.first == body.last)
                continue;
        }
        add(words, &body, findings);
        add_letters(words, &body, findings);
        n = body.last;
    }
    return TRUE;
}

const IsrDetector isr_detector_organisation = {"organisation", detect};
