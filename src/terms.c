/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Terms: every known value, searched for all at once. It owns the values and what a match of one
 * means where it stands; which places a value may stand at is told by spelling.c. */
#include <isredact/terms.h>

#include "misspelt.h"
#include "odds.h"
#include "ordinary.h"
#include "run.h"
#include "setphrase.h"
#include "spelling.h"

#include <string.h>

/* Shorter values say nothing: they would match by chance all over a record. */
#define SHORTEST_LETTERS 2
#define SHORTEST_DIGITS 5
/* In names that a program wrote into the mark-up there are no words, only letters in a row. */
#define SHORTEST_WITHOUT_EDGES 4
/* How probable it must be for a known name that is an everyday word too that somebody is meant. */
#define KNOWN_FROM 0.02f
#define BARRED_FROM 0.1f /* the same of one that is a word of the services */
/* The same of initials that mean something else too, and of any in small letters. */
#define LETTERS_FROM 0.1f
#define SMALL_LETTERS_FROM 0.3f

struct IsrTerms {
    GPtrArray *terms;     /* of IsrSpelling * */
    GHashTable *by_value; /* "category:squeezed" (owned) to IsrSpelling * (borrowed) */
    GArray *first;        /* of guint: for each pattern of the matcher its first term */
    IsrMatcher *matcher;
    const IsrTagger *tagger; /* or NULL */
    const IsrLists *lists;   /* of the phrases that are heeded, or NULL */
    IsrMisspelt *misspelt;   /* names with a letter wrong; NULL without lists */
};

IsrTerms *isr_terms_new(void)
{
    IsrTerms *terms = g_new0(IsrTerms, 1);

    terms->terms = g_ptr_array_new_with_free_func(isr_spelling_free);
    terms->by_value = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    terms->first = g_array_new(FALSE, FALSE, sizeof(guint));
    terms->matcher = isr_matcher_new();
    return terms;
}

void isr_terms_free(IsrTerms *terms)
{
    if (!terms)
        return;
    g_ptr_array_unref(terms->terms);
    g_hash_table_unref(terms->by_value);
    g_array_unref(terms->first);
    isr_matcher_free(terms->matcher);
    isr_misspelt_free(terms->misspelt);
    g_free(terms);
}

static gboolean is_searchable(const IsrSpelling *term)
{
    if (isr_category_is_topic(term->term.category) || term->term.category == ISR_CATEGORY_AGE)
        return FALSE; /* a sentence is found by its words, an age says nothing elsewhere */
    return term->letters ? term->letters + term->digits >= SHORTEST_LETTERS
                         : term->digits >= SHORTEST_DIGITS;
}

/* The same value once more: it may be anybody's, and the more careful kind holds. */
static void term_merge(IsrSpelling *term, IsrTermKind kind, guint person, IsrRole role)
{
    if (term->term.person != person) {
        term->term.person = 0;
        term->term.role = ISR_ROLE_UNSURE;
    } else if (term->term.role != role) {
        term->term.role = ISR_ROLE_UNSURE;
    }
    term->term.kind = MAX(term->term.kind, kind);
}

static void term_insert(IsrTerms *terms, IsrSpelling *term, char *key)
{
    guint pattern = isr_matcher_add(terms->matcher, term->term.squeezed, term->length);

    g_ptr_array_add(terms->terms, term);
    g_hash_table_insert(terms->by_value, key, term);
    if (pattern == terms->first->len)
        g_array_append_val(terms->first, (guint){ISR_MATCHER_NONE});
    term->next = g_array_index(terms->first, guint, pattern);
    g_array_index(terms->first, guint, pattern) = terms->terms->len - 1;
}

gboolean isr_terms_add(IsrTerms *terms, const char *value, IsrCategory category, IsrTermKind kind,
                       guint person, IsrRole role)
{
    IsrSpelling *term = isr_spelling_new(value, category), *known;
    g_autofree char *key = NULL;

    term->term.kind = kind;
    term->term.person = person;
    term->term.role = role;
    if (!is_searchable(term)) {
        isr_spelling_free(term);
        return FALSE;
    }
    key = g_strdup_printf("%d:%s", category, term->term.squeezed);
    known = g_hash_table_lookup(terms->by_value, key);
    if (!known) {
        term_insert(terms, term, g_steal_pointer(&key));
        return TRUE;
    }
    term_merge(known, kind, person, role);
    for (gsize i = 0; i < term->length; i++)
        known->joints[i] |= term->joints[i];
    if (isr_spelling_is_filed(known)) {
        g_free(known->separators);
        known->separators = g_strdup(term->separators);
    }
    isr_spelling_free(term);
    return TRUE;
}

void isr_terms_heed(IsrTerms *terms, const IsrLists *lists)
{
    terms->lists = lists;
}

void isr_terms_ask(IsrTerms *terms, const IsrTagger *tagger)
{
    terms->tagger = tagger;
}

void isr_terms_compile(IsrTerms *terms)
{
    isr_matcher_compile(terms->matcher);
    if (terms->lists)
        terms->misspelt = isr_misspelt_new(terms, terms->lists);
}

guint isr_terms_size(const IsrTerms *terms)
{
    return terms->terms->len;
}

const IsrTerm *isr_terms_nth(const IsrTerms *terms, guint n)
{
    return &((const IsrSpelling *)terms->terms->pdata[n])->term;
}

/* A term that stands at @range of the reading's text. */
typedef struct {
    const IsrSpelling *term;
    IsrRange range;
    gboolean sure; /* what stands there is the value, whatever else the word can mean */
} Match;

typedef struct {
    const IsrTerms *terms;
    const IsrReading *reading;
    IsrSqueezed squeezed;
    GArray *matches; /* of Match, ordered by end */
    IsrOdds odds;
} Sweep;

/* "zahras scarf" in a note, but not "wills" or "marks". */
static gboolean is_lower_possessive(const Sweep *sweep, const IsrSpelling *term, IsrRange range)
{
    const IsrLists *lists = sweep->terms->lists;

    return lists != NULL && term->term.kind == ISR_TERM_PART && term->letters > 3 &&
           !(isr_lists_find(lists, sweep->squeezed.text + range.start,
                            (gssize)(range.end + 1 - range.start), NULL) &
             (ISR_LIST_BIT(ISR_LIST_WORDS) | ISR_LIST_BIT(ISR_LIST_PLACES)));
}

/* "the Okafors". @before becomes the end of the word before. */
static gboolean follows_article(const Sweep *sweep, gsize at, gsize *before)
{
    const char *text = sweep->squeezed.text;

    while (at > 0 && text[at - 1] == ' ')
        at--;
    *before = at;
    return at >= 3 && g_ascii_strncasecmp(text + at - 3, "the", 3) == 0;
}

/* "Okafors": the family, or a possessive without its apostrophe; but "Gerry Adams" is no Adam. */
static gboolean ends_before_s(const Sweep *sweep, const IsrSpelling *term, IsrRange range)
{
    const char *text = sweep->squeezed.text;
    g_autofree char *key = NULL;
    gsize before;

    if (term->term.category != ISR_CATEGORY_NAME || term->letters < 3 ||
        range.end >= sweep->squeezed.length || g_ascii_tolower(text[range.end]) != 's' ||
        !isr_edge_ends(&sweep->squeezed, range.end + 1))
        return FALSE;
    if (!isr_ordinary_is_capital(text + range.start, range.end - range.start, FALSE))
        return is_lower_possessive(sweep, term, range);
    if (follows_article(sweep, range.start, &before))
        return TRUE;
    while (before > 0 && g_ascii_isalpha(text[before - 1]))
        before--;
    key = g_strdup_printf("%d:%ss", term->term.category, term->term.squeezed);
    return !g_hash_table_contains(sweep->terms->by_value, key) && !g_ascii_isupper(text[before]);
}

static gboolean has_edges(const Sweep *sweep, const IsrSpelling *term, IsrRange range)
{
    if (sweep->reading->block->kind == ISR_BLOCK_ATTRIBUTE &&
        term->term.kind != ISR_TERM_ORDINARY && term->length >= SHORTEST_WITHOUT_EDGES)
        return TRUE;
    return (isr_edge_starts(&sweep->squeezed, range.start) ||
            isr_glue_at(term->glue, term->first)) &&
           (isr_edge_ends(&sweep->squeezed, range.end) || isr_glue_at(term->glue, term->last) ||
            ends_before_s(sweep, term, range));
}

static gboolean is_small(const char *text, gsize length)
{
    for (gsize i = 0; i < length; i++)
        if (!g_ascii_islower(text[i]))
            return FALSE;
    return TRUE;
}

/* Short values are told from words by their capitals. */
static gboolean has_capitals(const IsrSpelling *term, const char *text, gsize length)
{
    if (term->term.category == ISR_CATEGORY_INITIALS) /* and "RMcA" */
        return isr_ordinary_is_capital(text, length, TRUE) || is_small(text, length) ||
               (length > 3 && g_strstr_len(text, (gssize)length, "Mc") != NULL);
    if (term->code || term->letters > 2)
        return TRUE;
    return isr_ordinary_is_capital(text, length, FALSE);
}

/* "aw brought in", where somebody's initials are AW. */
static gboolean is_small_letters(const Sweep *sweep, const Match *match)
{
    return match->term->term.category == ISR_CATEGORY_INITIALS &&
           is_small(sweep->squeezed.text + match->range.start,
                    match->range.end - match->range.start);
}

/* Everyday words are names where they read as one, initials that mean something else too where
 * they are all of a cell or line. */
static gboolean is_meant(const Sweep *sweep, const Match *match)
{
    const GString *text = sweep->reading->text;
    IsrRange range = match->range;
    gsize before;

    if (is_small_letters(sweep, match))
        return FALSE;
    if (match->term->term.category == ISR_CATEGORY_INITIALS &&
        match->term->term.kind == ISR_TERM_CAPITAL)
        return !isr_ordinary_is_loud(text->str, text->len, range.start, range.end);
    if (match->term->term.category == ISR_CATEGORY_INITIALS)
        return isr_ordinary_stands_alone(text->str, text->len, range.start, range.end) ||
               (range.start > 0 && text->str[range.start - 1] == '(' &&
                text->str[range.end] == ')'); /* "checked by P. Cole (PC)" */
    return (match->term->term.kind != ISR_TERM_BARRED ||
            isr_ordinary_is_day(text->str + range.start, range.end - range.start)) &&
           (isr_edge_ends(&sweep->squeezed, range.end) || /* "Skips fault" may be no Skip's */
            follows_article(sweep, range.start, &before)) &&
           isr_ordinary_is_known_name(text->str, text->len, range.start, range.end,
                                      sweep->reading->block->kind == ISR_BLOCK_HEADING,
                                      match->term->term.kind == ISR_TERM_CAPITAL);
}

static gboolean is_ordinary(const IsrSpelling *term)
{
    return term->term.kind >= ISR_TERM_CAPITAL ||
           (term->term.category == ISR_CATEGORY_NAME && term->letters <= 2);
}

/* "victorian" is nobody called Victoria N: a whole name run together that is an English word. */
static gboolean is_word_by_chance(const Sweep *sweep, const IsrSpelling *term, IsrRange range)
{
    const char *text = sweep->squeezed.text + range.start;
    gsize length = range.end - range.start;

    if (term->term.kind != ISR_TERM_WHOLE || term->term.category != ISR_CATEGORY_NAME ||
        sweep->terms->lists == NULL || memchr(term->joints, TRUE, term->length) == NULL)
        return FALSE;
    for (gsize i = 0; i < length; i++)
        if (!g_ascii_isalpha(text[i]))
            return FALSE;
    return (isr_lists_find(sweep->terms->lists, text, (gssize)length, NULL) &
            ISR_LIST_BIT(ISR_LIST_WORDS)) != 0;
}

static gboolean stands(const Sweep *sweep, const IsrSpelling *term, IsrRange range, gsize end)
{
    const gboolean is_value =
        has_edges(sweep, term, range) && !is_word_by_chance(sweep, term, range) &&
        has_capitals(term, sweep->squeezed.text + range.start, range.end - range.start) &&
        isr_gaps_allow(term, &sweep->squeezed, end);

    if (sweep->reading->block->kind != ISR_BLOCK_SQUEEZED)
        return is_value;
    return is_value ? isr_run_is_broken(term, &sweep->squeezed, range)
                    : !is_ordinary(term) && isr_run_has(term, &sweep->squeezed, range, end);
}

/* Adds @term, whose squeezed value ends before byte @end, if it stands there as a value. */
static void try_match(Sweep *sweep, const IsrSpelling *term, gsize end)
{
    const IsrSqueezed *squeezed = &sweep->squeezed;
    const guint32 *origins = &g_array_index(squeezed->origins, guint32, 0);
    gsize start = end - term->length, n = squeezed->origins->len;
    Match match = {.term = term};

    if ((start > 0 && origins[start - 1] == origins[start]) ||
        (end < n && origins[end] == origins[end - 1]))
        return; /* cuts a character such as ß */
    match.range.start = origins[start];
    match.range.end = (gsize)(g_utf8_next_char(squeezed->text + origins[end - 1]) - squeezed->text);
    match.sure = !is_ordinary(term) && !is_small_letters(sweep, &match);
    if (stands(sweep, term, match.range, end))
        g_array_append_val(sweep->matches, match);
}

static void find_matches(Sweep *sweep)
{
    const IsrTerms *terms = sweep->terms;
    const GString *squeezed = sweep->squeezed.squeezed;
    guint state = ISR_MATCHER_START;

    for (gsize i = 0; i < squeezed->len; i++) {
        state = isr_matcher_step(terms->matcher, state, (guint8)squeezed->str[i]);
        for (guint pattern = isr_matcher_longest(terms->matcher, state);
             pattern != ISR_MATCHER_NONE; pattern = isr_matcher_shorter(terms->matcher, pattern)) {
            for (guint n = g_array_index(terms->first, guint, pattern); n != ISR_MATCHER_NONE;) {
                const IsrSpelling *term = terms->terms->pdata[n];

                try_match(sweep, term, i + 1);
                n = term->next;
            }
        }
    }
}

/* Nothing but a space, a comma or the like between the two. */
static gboolean is_beside(const Sweep *sweep, IsrRange left, IsrRange right)
{
    if (left.end > right.start || right.start - left.end > 3)
        return FALSE;
    for (gsize i = left.end; i < right.start; i++) {
        if (!strchr(" ,-._\x1f", sweep->squeezed.text[i]))
            return FALSE;
    }
    return TRUE;
}

static gboolean are_one_person(const Match *a, const Match *b)
{
    return b->term != a->term && b->term->term.category == ISR_CATEGORY_NAME &&
           (a->term->term.person == b->term->term.person || !a->term->term.person ||
            !b->term->term.person);
}

/* "will okafor": another part of the name beside it takes the doubt away. Matches are ordered by
 * end, so neighbours of the text are neighbours here. */
static gboolean has_companion(const Sweep *sweep, guint at)
{
    const Match *match = &g_array_index(sweep->matches, Match, at);

    for (guint i = at; i > 0; i--) {
        const Match *other = &g_array_index(sweep->matches, Match, i - 1);

        if (other->range.end + 3 < match->range.start)
            break;
        if (are_one_person(match, other) && is_beside(sweep, other->range, match->range))
            return TRUE;
    }
    for (guint i = at + 1; i < sweep->matches->len; i++) {
        const Match *other = &g_array_index(sweep->matches, Match, i);

        if (are_one_person(match, other) && is_beside(sweep, match->range, other->range))
            return TRUE;
        if (other->range.start > match->range.end + 3)
            break;
    }
    return FALSE;
}

static void add_finding(const Sweep *sweep, const Match *match, GArray *findings)
{
    static const double scores[] = {[ISR_TERM_WHOLE] = 0.9,
                                    [ISR_TERM_PART] = 0.8,
                                    [ISR_TERM_CAPITAL] = 0.7,
                                    [ISR_TERM_ORDINARY] = 0.6,
                                    [ISR_TERM_BARRED] = 0.55};
    IsrFinding finding = {
        .block = sweep->reading->block->index,
        .range = isr_reading_origin(sweep->reading, match->range.start, match->range.end),
        .category = match->term->term.category,
        .rule = "seen-elsewhere",
        .reason = "the same value stands elsewhere in the document",
        .score = scores[match->term->term.kind],
        .flags = ISR_FINDING_SWEPT,
        .role = match->term->term.role,
        .person = match->term->term.person,
    };

    g_array_append_val(findings, finding);
}

/* "Down syndrome", where somebody is called Down; a whole name is that whatever follows. */
static gboolean is_set_phrase(const Sweep *sweep, const Match *match)
{
    return sweep->terms->lists != NULL && match->term->term.kind != ISR_TERM_WHOLE &&
           match->term->term.category == ISR_CATEGORY_NAME &&
           isr_set_phrase_at(sweep->terms->lists, sweep->reading->text->str,
                             sweep->reading->text->len, match->range.start, match->range.end);
}

/* A name that is an everyday word too, which the tagger takes for one. */
static gboolean is_probable(Sweep *sweep, const Match *match)
{
    float from = KNOWN_FROM;

    if (match->term->term.category == ISR_CATEGORY_INITIALS)
        from = is_small_letters(sweep, match) ? SMALL_LETTERS_FROM : LETTERS_FROM;
    else if (match->term->term.kind == ISR_TERM_BARRED)
        from = BARRED_FROM;
    return match->term->term.kind != ISR_TERM_WHOLE &&
           isr_odds_at(&sweep->odds, match->range) >= from;
}

/* "Sara to ring": no Tess Okoro. */
static gboolean are_small_initials(const Sweep *sweep, const Match *match)
{
    return match->term->term.category == ISR_CATEGORY_INITIALS && is_ordinary(match->term) &&
           is_small_letters(sweep, match);
}

void isr_terms_sweep(const IsrTerms *terms, const IsrReading *reading, GArray *findings)
{
    Sweep sweep = {.terms = terms, .reading = reading, .odds = {terms->tagger, reading, NULL}};

    isr_squeezed_init(&sweep.squeezed, reading->text->str, reading->text->len);
    sweep.matches = g_array_new(FALSE, FALSE, sizeof(Match));
    find_matches(&sweep);
    for (guint i = 0; i < sweep.matches->len; i++) {
        Match *match = &g_array_index(sweep.matches, Match, i);

        if ((!are_small_initials(&sweep, match) && has_companion(&sweep, i)) ||
            (!is_set_phrase(&sweep, match) &&
             (match->sure || is_meant(&sweep, match) || is_probable(&sweep, match))))
            add_finding(&sweep, match, findings);
    }
    if (terms->misspelt && reading->block->kind != ISR_BLOCK_SQUEEZED)
        isr_misspelt_sweep(terms->misspelt, reading, &sweep.squeezed, findings);
    g_array_unref(sweep.matches);
    isr_odds_clear(&sweep.odds);
    isr_squeezed_clear(&sweep.squeezed);
}
