/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How people's names are written: forenames, initials, particles, surnames, nicknames in
 * brackets, the surname first. Lists weigh, capitals and what stands before decide. */
#include "fullname.h"

#include <isredact/label.h>

#include "ordinary.h"

#include <string.h>

#define MOST_WORDS 6

static const Word *nth(Words *words, guint n)
{
    return n < words->words->len ? isr_words_nth(words, n) : NULL;
}

/* "Hope" is no name where nothing speaks for it, "Hope Sallis" is one. */
static gboolean is_name_word(const Word *word)
{
    return (word->flags & (WORD_FORENAME | WORD_SURNAME)) != 0;
}

static gboolean is_plain(const Word *word)
{
    return (word->flags & WORD_ENGLISH) && !is_name_word(word);
}

static gboolean is_strong(const Word *word)
{
    return is_name_word(word) && !(word->flags & (WORD_ENGLISH | WORD_ORDINARY));
}

/* Neither English nor in any list: a rare name, or a place, product or slip of the pen. */
static gboolean is_unknown(const Word *word)
{
    return !is_name_word(word) &&
           !(word->flags & (WORD_ENGLISH | WORD_BARRED | WORD_HEAD | WORD_STREET | WORD_PLACE));
}

static gboolean is_barred(const Word *word)
{
    if (word->flags & (WORD_DIGITS | WORD_TITLE))
        return TRUE;
    if (word->flags & WORD_INITIAL)
        return FALSE;
    return (word->flags & WORD_BARRED) != 0;
}

/* Short words all in capitals are abbreviations unless the lists know them as names. */
static gboolean is_abbreviation(const Words *words, const Word *word)
{
    return !words->loud && (word->flags & WORD_UPPER) && word->end - word->start <= 4 &&
           !is_name_word(word);
}

/* "TEOH Zhi Hao": what looks like an abbreviation is the surname of the name behind it. */
static gboolean is_loud_surname(Words *words, guint n)
{
    const Word *word = nth(words, n), *next = nth(words, n + 1);

    return word->end - word->start == 4 && is_unknown(word) && next != NULL &&
           next->gap == GAP_SPACE && (next->flags & WORD_CAPITAL) && !(next->flags & WORD_UPPER) &&
           is_strong(next);
}

/* What follows a title without being a name: "the dr will". */
static gboolean is_small(const Words *words, const Word *word)
{
    static const char *const small[] = {"and",  "are", "can", "did",  "for",  "had",  "has",
                                        "her",  "him", "his", "may",  "not",  "now",  "our",
                                        "said", "see", "the", "then", "was",  "will", "with",
                                        "who",  "you", "but", "day",  "more", NULL};
    g_autofree char *lower =
        g_ascii_strdown(words->reading->text->str + word->start, (gssize)(word->end - word->start));
    return g_strv_contains(small, lower);
}

/* In chat and notes names stand in lower case; what is an English word too is then seldom one. */
static gboolean is_lower_name(const Words *words, const Word *word, Lead lead)
{
    if (word->end - word->start < 3 || (word->flags & (WORD_DIGITS | WORD_PLACE | WORD_HEAD)))
        return FALSE;
    if (lead >= LEAD_TITLE && (word->flags & WORD_SURNAME) && !is_small(words, word))
        return TRUE;
    if (word->flags & WORD_ENGLISH)
        return FALSE;
    if (lead >= LEAD_TITLE || (lead == LEAD_BESIDE && is_name_word(word)))
        return TRUE;
    return words->quiet && (is_strong(word) || (lead == LEAD_AFTER && is_unknown(word)));
}

static gboolean can_stand(Words *words, guint n, Lead lead)
{
    const Word *word = nth(words, n);

    if (word == NULL || is_barred(word))
        return FALSE;
    if (!(word->flags & WORD_CAPITAL))
        return is_lower_name(words, word, lead);
    return lead >= LEAD_TITLE || !is_abbreviation(words, word) || is_loud_surname(words, n);
}

/* Kin words and job titles end a name as they begin one: "Ekene Mark Social Worker". */
static gboolean is_label_word(Words *words, guint n)
{
    const Word *word = nth(words, n);
    gsize length;
    const char *text = isr_words_text(words, n, n, &length);
    g_autofree char *key = isr_label_key(text, (gssize)length);
    const IsrLabel *label = isr_label_index_find(words->patterns->wordings, key);

    return label != NULL && label->shape == NULL && !(word->flags & WORD_INITIAL) &&
           (label->role != ISR_ROLE_UNSURE || !is_name_word(word)) &&
           (label->role == ISR_ROLE_FAMILY || !is_name_word(word) || (word->flags & WORD_ENGLISH));
}

static gboolean joins_on(const Word *word)
{
    return word->gap == GAP_SPACE || word->gap == GAP_DOT;
}

/* "van der Berg", "ap Rhisiart": particles count when a capital follows. */
static guint skip_particles(Words *words, guint n)
{
    guint at = n;
    const Word *word;

    while ((word = nth(words, at)) != NULL && (word->flags & WORD_PARTICLE) && joins_on(word) &&
           at - n < 3)
        at++;
    word = nth(words, at);
    if (at == n || word == NULL || !joins_on(word) || !(word->flags & WORD_CAPITAL))
        return n;
    return at;
}

/* 'Philomena "Phil" Maughan', "winifred (winnie) cash": the index of the word after the nickname,
 * @n if none stands there. */
static guint skip_nickname(Words *words, guint n, Lead lead)
{
    const Word *word = nth(words, n), *next = nth(words, n + 1);
    const GString *text = words->reading->text;

    if (word == NULL || next == NULL || word->gap != GAP_NICK || next->gap != GAP_OTHER)
        return n;
    if (next->start - word->end != 2 || text->str[next->start - 1] != ' ' ||
        strchr(")\"'", text->str[word->end]) == NULL)
        return n;
    return can_stand(words, n, lead) && can_stand(words, n + 1, lead) ? n + 1 : n;
}

/* In a form's field even "AN" belongs to the name, as long as it is no label itself. */
static gboolean is_form_word(Words *words, guint first, guint n)
{
    const Word *word = nth(words, n);
    gboolean loud = (word->flags & nth(words, first)->flags & WORD_UPPER) != 0;
    gsize length;
    const char *text = isr_words_text(words, n, n, &length);
    g_autofree char *key = isr_label_key(text, (gssize)length);

    return (word->flags & WORD_CAPITAL) && (loud || is_name_word(word)) &&
           !(word->flags & (WORD_DIGITS | WORD_TITLE)) &&
           isr_label_index_find(words->patterns->wordings, key) == NULL;
}

/* Whether word @n goes on with the name that began at @first. */
static gboolean goes_on(Words *words, guint first, guint n, Lead lead)
{
    const Word *word = nth(words, n), *last = nth(words, n - 1);

    if (word == NULL || !joins_on(word) || (last->flags & WORD_OWNS))
        return FALSE;
    if (words->quiet && lead == LEAD_NONE && is_unknown(word) && is_strong(nth(words, first)))
        lead = LEAD_AFTER;
    gboolean listed = lead == LEAD_LABEL && is_form_word(words, first, n);
    if ((!listed && !can_stand(words, n, lead)) || is_label_word(words, n))
        return FALSE;
    if (!(word->flags & WORD_CAPITAL) && (nth(words, first)->flags & WORD_CAPITAL))
        return FALSE;
    if (word->gap == GAP_DOT && !(last->flags & WORD_INITIAL))
        return FALSE;
    return n - first < MOST_WORDS;
}

static guint extent(Words *words, guint first, Lead lead)
{
    guint last = first;

    for (;;) {
        guint next = skip_particles(words, last + 1);
        if (next == last + 1)
            next = skip_nickname(words, next, lead);
        if (next != last + 1 ? !can_stand(words, next, lead) : !goes_on(words, first, next, lead))
            return last;
        last = next;
    }
}

/* "Pinfold Green Infant School", "Cinder Hill Road": what stands before such a word is no person.
 * The word may stand past the name's end. */
static gboolean is_of_a_thing(Words *words, const FullName *name)
{
    for (guint n = name->first; n <= name->last + 2; n++) {
        const Word *word = nth(words, n);
        if (word == NULL || (n > name->first && !joins_on(word)) || !(word->flags & WORD_CAPITAL))
            return FALSE;
        if (n > name->first && (word->flags & (WORD_HEAD | WORD_STREET)) &&
            !(word->flags & WORD_FORENAME))
            return TRUE;
    }
    return FALSE;
}

/* Words at the edges that only look like a part of the name: "Told Hepzibah". */
static void trim(Words *words, FullName *name, Lead lead)
{
    if (lead != LEAD_NONE)
        return;
    while (name->first < name->last) {
        const Word *word = nth(words, name->first);
        gboolean weak =
            is_plain(word) || ((word->flags & WORD_OPENS) && (word->flags & WORD_ENGLISH) &&
                               !(word->flags & WORD_FORENAME));
        if (!weak && !((word->flags & WORD_HEAD) && !(word->flags & WORD_FORENAME)))
            break;
        name->first++;
    }
}

/* A heading, or the first row of a table: their words stand alone and in capitals anyway. */
static gboolean is_headline(const IsrReading *reading)
{
    const GPtrArray *columns = reading->block->columns;
    const char *text = reading->text->str;
    gsize first = strcspn(text, "\x1f");

    if (reading->block->kind == ISR_BLOCK_HEADING)
        return TRUE;
    return columns != NULL && columns->len > 2 && strlen(columns->pdata[0]) == first &&
           strncmp(columns->pdata[0], text, first) == 0;
}

/* A capital where a sentence begins says nothing; what the words around say does. */
static gboolean acts(const Words *words, const Word *word)
{
    const GString *text = words->reading->text;

    return isr_ordinary_reads_as_name(text->str, text->len, word->start, word->end,
                                      is_headline(words->reading));
}

static gboolean is_month(const Words *words, const Word *word)
{
    static const char *const months[] = {"april", "may", "june", "august", NULL};
    g_autofree char *lower =
        g_ascii_strdown(words->reading->text->str + word->start, (gssize)(word->end - word->start));
    return g_strv_contains(months, lower);
}

/* "The Gruffalo", "White Rose": a word with an article or another capital beside it. */
static gboolean is_part_of_a_thing(Words *words, guint n)
{
    static const char *const articles[] = {"the", "a", "an", "this", "that", "every", "each", NULL};
    const Word *before = n > 0 ? nth(words, n - 1) : NULL, *word = nth(words, n);
    const Word *after = nth(words, n + 1);

    if (after != NULL && (after->flags & (WORD_CAPITAL | WORD_DIGITS)) && joins_on(after) &&
        !(word->flags & WORD_OWNS))
        return TRUE;
    if (before == NULL || !joins_on(word))
        return FALSE;
    g_autofree char *lower = g_ascii_strdown(words->reading->text->str + before->start,
                                             (gssize)(before->end - before->start));
    return g_strv_contains(articles, lower) ||
           ((before->flags & WORD_CAPITAL) && !(before->flags & (WORD_OPENS | WORD_OWNS)) &&
            !is_label_word(words, n - 1));
}

/* "in Paris", "to Keith": nobody is meant. */
static gboolean follows_place_word(Words *words, guint n)
{
    static const char *const list[] = {"in",     "at",      "to",      "from",    "near", "of",
                                       "around", "outside", "through", "towards", "via",  NULL};
    const Word *before = n > 0 ? nth(words, n - 1) : NULL;

    if (before == NULL)
        return FALSE;
    g_autofree char *lower = g_ascii_strdown(words->reading->text->str + before->start,
                                             (gssize)(before->end - before->start));
    return g_strv_contains(list, lower);
}

static double score_single(Words *words, const FullName *name)
{
    const Word *word = nth(words, name->first);

    if ((word->flags & WORD_PLACE) &&
        (!(word->flags & WORD_FORENAME) || follows_place_word(words, name->first) ||
         !acts(words, word)))
        return 0;
    if ((word->flags & (WORD_INITIAL | WORD_PARTICLE | WORD_HEAD | WORD_STREET)) ||
        (word->flags & WORD_UPPER) || word->end - word->start < 3)
        return 0;
    if ((word->flags & WORD_FORENAME) && is_strong(word))
        return 0.65;
    if (is_strong(word))
        return word->flags & WORD_OPENS ? 0.4 : 0.5;
    if (is_part_of_a_thing(words, name->first))
        return 0;
    const Word *after = nth(words, name->first + 1);
    gboolean alone = after == NULL || after->gap > GAP_COMMA;
    if (is_unknown(word) && alone && (word->flags & WORD_OPENS) && is_headline(words->reading))
        return 0;
    if (is_unknown(word))
        return !(word->flags & WORD_OPENS) ? 0.4 : acts(words, word) ? 0.45 : 0;
    if ((word->flags & WORD_FORENAME) && !is_month(words, word) &&
        (!alone || (word->flags & WORD_OWNS)) && acts(words, word))
        return 0.5;
    return 0;
}

/* In headings and where all is in capitals, capitals say nothing. */
static gboolean has_meaning_capitals(Words *words, const FullName *name)
{
    if (words->reading->block->kind == ISR_BLOCK_HEADING || words->loud)
        return FALSE;
    for (guint n = name->first; n <= name->last; n++)
        if (!(nth(words, n)->flags & WORD_UPPER))
            return TRUE;
    return FALSE;
}

static gboolean has_listed(Words *words, const FullName *name)
{
    for (guint n = name->first; n <= name->last; n++)
        if (is_strong(nth(words, n)))
            return TRUE;
    return FALSE;
}

/* "moved to Harlow Edge": more likely a part of a town than somebody. */
static gboolean is_of_a_town(Words *words, const FullName *name)
{
    return (nth(words, name->first)->flags & WORD_PLACE) &&
           (nth(words, name->last)->flags & WORD_ENGLISH) && follows_place_word(words, name->first);
}

/* Two words or more: a forename and a surname, or words that no list explains otherwise. */
static double score_several(Words *words, const FullName *name)
{
    const Word *first = nth(words, name->first), *last = nth(words, name->last);
    gboolean last_ok = is_name_word(last) || is_unknown(last);
    guint strong = 0;

    if (!has_meaning_capitals(words, name) && !has_listed(words, name))
        return 0;
    for (guint n = name->first; n <= name->last; n++) {
        const Word *word = nth(words, n);
        strong += is_strong(word) || is_unknown(word) ? 1 : 0;
    }
    for (guint n = name->first; n < name->last && (first->flags & WORD_PARTICLE); n++)
        first = nth(words, n + 1);
    gboolean first_ok = (first->flags & (WORD_FORENAME | WORD_INITIAL)) != 0;
    if ((first->flags & WORD_INITIAL) && (last->flags & WORD_INITIAL))
        return 0;
    if (first->flags & WORD_INITIAL)
        return strong > 0 ? 0.8 : is_name_word(last) ? 0.6 : 0;
    if (last->flags & WORD_INITIAL)
        return is_strong(first) || is_unknown(first) ? 0.7 : 0;
    if (first_ok && last_ok && is_of_a_town(words, name))
        return 0.55;
    if (first_ok && last_ok)
        return strong > 0 ? 0.9 : 0.6;
    if ((is_unknown(first) || is_strong(first)) && last_ok)
        return strong >= 2 ? 0.75 : 0.6;
    if ((first_ok || strong >= 2) && strong > 0 && !(last->flags & (WORD_HEAD | WORD_STREET)))
        return 0.6;
    return 0;
}

/* "Small group as appropriate": the field holds a sentence, which goes on in lower case. */
static gboolean begins_text(Words *words, guint last)
{
    const Word *after = nth(words, last + 1);

    return after != NULL && after->gap == GAP_SPACE && !(nth(words, last)->flags & WORD_OWNS) &&
           !(after->flags & (WORD_CAPITAL | WORD_DIGITS)) && !acts(words, nth(words, last));
}

static gboolean is_saint(Words *words, guint n)
{
    gsize length;
    const char *text = isr_words_text(words, n, n, &length);

    return (length == 2 && g_ascii_strncasecmp(text, "st", 2) == 0) ||
           (length == 5 && g_ascii_strncasecmp(text, "saint", 5) == 0);
}

/* "St Wulfric's": a church, school or town is called after the saint. */
static gboolean is_of_a_saint(Words *words, const FullName *name)
{
    return is_saint(words, name->first) || (name->first > 0 && joins_on(nth(words, name->first)) &&
                                            is_saint(words, name->first - 1));
}

static double score(Words *words, const FullName *name, Lead lead)
{
    const Word *first = nth(words, name->first);

    if (lead == LEAD_LABEL || lead == LEAD_TITLE) {
        gboolean alone = name->first == name->last;
        if (alone && is_plain(first) && (lead == LEAD_LABEL || !(first->flags & WORD_CAPITAL)))
            return 0;
        if (alone && (first->flags & WORD_INITIAL))
            return 0;
        if (alone && lead == LEAD_LABEL && (first->flags & WORD_ENGLISH) &&
            begins_text(words, name->last))
            return 0;
        return 0.95;
    }
    if (is_of_a_thing(words, name) || is_of_a_saint(words, name))
        return 0;
    if (lead == LEAD_BESIDE || lead == LEAD_AFTER)
        return is_plain(first) && name->first == name->last ? 0 : 0.85;
    return name->first == name->last ? score_single(words, name) : score_several(words, name);
}

/* "OKAFOR, Jayden": a surname, a comma, forenames. */
static void take_forenames(Words *words, FullName *name, Lead lead)
{
    const Word *word = nth(words, name->last + 1), *first = nth(words, name->first);
    gboolean upper = (first->flags & WORD_UPPER) && !words->loud;

    if (word == NULL || word->gap != GAP_COMMA || !can_stand(words, name->last + 1, lead) ||
        is_label_word(words, name->last + 1) || !(word->flags & WORD_CAPITAL))
        return;
    if (name->last - name->first > 1 || (word->flags & WORD_UPPER && !words->loud && upper))
        return;
    if (!upper && !(lead == LEAD_LABEL && name->first == name->last && is_name_word(word) &&
                    !(first->flags & WORD_FORENAME)))
        return;
    if (lead == LEAD_NONE && is_plain(first) && is_plain(word))
        return;
    FullName given = {name->last + 1, extent(words, name->last + 1, lead), 0};
    if (given.last - given.first > (upper ? 2 : 0))
        return;
    name->last = given.last;
    name->score = 0.9;
}

gboolean isr_fullname_read(Words *words, guint at, Lead lead, FullName *name)
{
    const Word *word = nth(words, at);
    guint past = word != NULL && (word->flags & WORD_PARTICLE) ? at : G_MAXUINT;

    *name = (FullName){at, at, 0};
    if (word == NULL || (past == G_MAXUINT && !can_stand(words, at, lead)))
        return FALSE;
    if (past != G_MAXUINT && !(word->flags & WORD_CAPITAL)) {
        past = at + 1;
        if (lead < LEAD_TITLE || !can_stand(words, past, lead) ||
            !(nth(words, past)->flags & WORD_CAPITAL))
            return FALSE;
        name->last = past;
    }
    if (is_label_word(words, at) && lead != LEAD_TITLE)
        return FALSE;
    name->last = extent(words, name->last, lead);
    trim(words, name, lead);
    name->score = score(words, name, lead);
    take_forenames(words, name, lead);
    return name->score > 0;
}
