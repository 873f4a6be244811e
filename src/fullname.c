/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How people's names are written: forenames, initials, particles, surnames, nicknames in
 * brackets, the surname first. Lists weigh, capitals and what stands before decide. */
#include "fullname.h"

#include <isredact/label.h>

#include "namescore.h"
#include "nameword.h"
#include "ordinary.h"

#include <string.h>

#define MOST_WORDS 6

static const Word *nth(Words *words, guint n)
{
    return n < words->words->len ? isr_words_nth(words, n) : NULL;
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
           !isr_word_is_name(word);
}

/* "TEOH Zhi Hao": what looks like an abbreviation is the surname of the name behind it. */
static gboolean is_loud_surname(Words *words, guint n)
{
    const Word *word = nth(words, n), *next = nth(words, n + 1);

    return word->end - word->start == 4 && isr_word_is_unknown(word) && next != NULL &&
           next->gap == GAP_SPACE && (next->flags & WORD_CAPITAL) && !(next->flags & WORD_UPPER) &&
           isr_word_is_strong(next);
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

/* "kanta", "dayo": seldom given in Britain, but nothing else either. */
static gboolean is_rare_forename(const Word *word)
{
    return (word->lists & ISR_LIST_BIT(ISR_LIST_FORENAMES)) && word->end - word->start > 3 &&
           !(word->flags & (WORD_ENGLISH | WORD_BARRED | WORD_TITLE | WORD_STREET));
}

/* In chat and notes names stand in lower case; what is an English word too is then seldom one. */
static gboolean is_lower_name(const Words *words, const Word *word, Lead lead)
{
    if (word->end - word->start < 3 || (word->flags & (WORD_DIGITS | WORD_HEAD)) ||
        ((word->flags & WORD_PLACE) && (lead == LEAD_NONE || !(word->flags & WORD_COMMON))))
        return FALSE;
    if (lead >= LEAD_TITLE && (word->flags & WORD_SURNAME) && !is_small(words, word))
        return TRUE;
    if (word->flags & WORD_ENGLISH)
        return FALSE;
    if (lead >= LEAD_TITLE || (lead == LEAD_BESIDE && isr_word_is_name(word)))
        return TRUE;
    return words->quiet && (isr_word_is_strong(word) || is_rare_forename(word) ||
                            (lead == LEAD_AFTER && isr_word_is_unknown(word)));
}

/* "will tunnicliffe", "vadoma lovell": in notes two words that each alone would say too little. */
static gboolean is_lower_pair(Words *words, guint n)
{
    const Word *first = nth(words, n), *last = nth(words, n + 1);
    const guint never = WORD_CAPITAL | WORD_BARRED | WORD_DIGITS | WORD_HEAD | WORD_STREET;

    if (!words->quiet || last == NULL || last->gap != GAP_SPACE || (first->flags & WORD_OWNS) ||
        (first->flags & never) || (last->flags & (never | WORD_ENGLISH | WORD_PLACE)) ||
        last->end - last->start < 4 || first->end - first->start < 3 ||
        isr_fullname_is_label(words, n) || isr_fullname_is_label(words, n + 1))
        return FALSE;
    if (first->flags & WORD_FORENAME)
        return (last->flags & WORD_RARE) || !(first->flags & WORD_ENGLISH);
    return isr_word_is_unknown(first) && first->end - first->start > 3 && isr_word_is_strong(last);
}

/* "Mrs Day": behind a title even a word of the services is a name, if it is a surname at all. */
static gboolean is_titled_surname(Words *words, guint n, Lead lead)
{
    const Word *word = nth(words, n), *title = n > 0 ? nth(words, n - 1) : NULL;

    return lead == LEAD_TITLE && title != NULL && (title->flags & WORD_TITLE) &&
           (title->flags & WORD_CAPITAL) && (word->flags & WORD_SURNAME) &&
           (word->flags & WORD_CAPITAL) &&
           !(word->flags & (WORD_DIGITS | WORD_TITLE | WORD_UPPER | WORD_HEAD));
}

/* "Mrs Nurse", "Miss Sunday", "DC Street": behind these nothing but a name can stand. */
static gboolean is_surely_titled(Words *words, guint n, Lead lead)
{
    static const char *const titles[] = {"mr", "mrs", "ms", "miss", "dr", "prof", "pc",
                                         "dc", "ps",  "ds", "sgt",  "mx", NULL};
    const Word *word = nth(words, n), *title = n > 0 ? nth(words, n - 1) : NULL;
    const Word *next = nth(words, n + 1);

    if (lead != LEAD_TITLE || title == NULL || words->loud || !(title->flags & WORD_TITLE) ||
        !(word->flags & WORD_CAPITAL) || (word->flags & (WORD_DIGITS | WORD_UPPER)))
        return FALSE;
    if ((word->flags & WORD_TITLE) && next != NULL && isr_word_joins(next) &&
        (next->flags & WORD_CAPITAL))
        return FALSE; /* "Mr Justice Rowe" */
    g_autofree char *lower = g_ascii_strdown(words->reading->text->str + title->start,
                                             (gssize)(title->end - title->start));
    return g_strv_contains(titles, lower);
}

/* A surname that is no word and no place. */
static gboolean is_surname_only(const Word *word)
{
    return word != NULL && (word->flags & WORD_SURNAME) && !(word->flags & WORD_UPPER) &&
           !(word->flags & (WORD_ENGLISH | WORD_ORDINARY | WORD_PLACE));
}

/* "Sunday Osagie", "Name: An Fish", "their father Art Lake": a word of the services that is a
 * forename too, before a surname, where a name is expected. */
static gboolean is_barred_forename(Words *words, guint n, Lead lead)
{
    const guint never = WORD_DIGITS | WORD_TITLE | WORD_UPPER | WORD_HEAD | WORD_STREET;
    const Word *word = nth(words, n), *next = nth(words, n + 1);

    return (lead >= LEAD_BESIDE || is_surname_only(next)) && (word->flags & WORD_FORENAME) &&
           (word->flags & WORD_CAPITAL) && !(word->flags & never) && next != NULL &&
           next->gap == GAP_SPACE && (next->flags & WORD_CAPITAL) && (next->flags & WORD_SURNAME) &&
           !(next->flags & (WORD_DIGITS | WORD_TITLE | WORD_HEAD | WORD_BARRED));
}

/* "PC 508 Art Penrow": behind a rank and a number everything with a capital is a name that stands
 * before another. */
static gboolean is_ranked_forename(Words *words, guint n, Lead lead)
{
    const guint never = WORD_DIGITS | WORD_TITLE | WORD_UPPER | WORD_HEAD;
    const Word *word = nth(words, n), *next = nth(words, n + 1);

    return lead == LEAD_TITLE && n > 1 && (nth(words, n - 1)->flags & WORD_DIGITS) &&
           (nth(words, n - 2)->flags & WORD_TITLE) && (word->flags & WORD_CAPITAL) &&
           !(word->flags & never) && next != NULL && next->gap == GAP_SPACE &&
           (next->flags & WORD_CAPITAL) && !(next->flags & (never | WORD_BARRED));
}

static gboolean can_stand(Words *words, guint n, Lead lead)
{
    const Word *word = nth(words, n);

    if (word == NULL || (is_barred(word) && !is_titled_surname(words, n, lead) &&
                         !is_surely_titled(words, n, lead) && !is_ranked_forename(words, n, lead) &&
                         !is_barred_forename(words, n, lead)))
        return FALSE;
    if (!(word->flags & WORD_CAPITAL))
        return is_lower_name(words, word, lead);
    return lead >= LEAD_TITLE || !is_abbreviation(words, word) || is_loud_surname(words, n);
}

/* Kin words and job titles end a name as they begin one: "Ekene Mark Social Worker". */
gboolean isr_fullname_is_label(Words *words, guint n)
{
    const Word *word = nth(words, n);
    const IsrLabel *label = isr_label_text_find(words->labels, word->start, word->end);

    return label != NULL && label->shape == NULL && !(word->flags & WORD_INITIAL) &&
           (label->role != ISR_ROLE_UNSURE || !isr_word_is_name(word)) &&
           (label->role == ISR_ROLE_FAMILY || !isr_word_is_name(word) ||
            (word->flags & WORD_ENGLISH));
}

/* "van der Berg", "ap Rhisiart": particles count when a capital follows. */
static guint skip_particles(Words *words, guint n)
{
    guint at = n;
    const Word *word;

    while ((word = nth(words, at)) != NULL && (word->flags & WORD_PARTICLE) &&
           isr_word_joins(word) && at - n < 3)
        at++;
    word = nth(words, at);
    if (at == n || word == NULL || !isr_word_joins(word) || !(word->flags & WORD_CAPITAL))
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

    return (word->flags & WORD_CAPITAL) && (loud || isr_word_is_name(word)) &&
           !(word->flags & (WORD_DIGITS | WORD_TITLE)) &&
           isr_label_text_find(words->labels, word->start, word->end) == NULL;
}

/* "Delroy Day rang", "Dr V Constable", "midwife: Penny So": a word of the services that is a
 * surname too. */
static gboolean is_barred_surname(Words *words, guint n, Lead lead)
{
    const Word *forename = nth(words, n - 1), *word = nth(words, n), *next = nth(words, n + 1);
    gboolean led = lead >= LEAD_BESIDE && (forename->flags & (WORD_FORENAME | WORD_INITIAL));

    return (led || ((forename->flags & WORD_FORENAME) && isr_word_is_strong(forename))) &&
           (word->flags & (lead == LEAD_TITLE ? WORD_SURNAME | WORD_RARE : WORD_SURNAME)) &&
           (word->flags & WORD_CAPITAL) && !(word->flags & (WORD_UPPER | WORD_DIGITS)) &&
           (led || !(word->flags & (WORD_HEAD | WORD_STREET))) &&
           (next == NULL || next->gap > GAP_SPACE || !(next->flags & WORD_CAPITAL));
}

/* "Dr V Constable", "Mrs C Nurse": behind a title and an initial a word for a job is a surname. */
static gboolean is_titled_trade(Words *words, guint n)
{
    const Word *last = nth(words, n - 1), *word = nth(words, n);

    return !words->loud && (last->flags & WORD_INITIAL) && (word->flags & WORD_SURNAME) &&
           (word->flags & WORD_CAPITAL) && !(word->flags & (WORD_UPPER | WORD_DIGITS));
}

/* "JORDAN HEAP (19)", "MUM GRACE PICKUP, 32": where all is in capitals, a seldom surname
 * that is a word too ends a name, and the sentence does not go on behind it. */
static gboolean is_loud_surname_behind(Words *words, guint n, Lead lead)
{
    const Word *forename = nth(words, n - 1), *word = nth(words, n), *next = nth(words, n + 1);

    if (!(word->flags & WORD_UPPER)) /* "Ray Cutting" among capitals */
        return (word->flags & WORD_CAPITAL) != 0;
    if (!(forename->flags & WORD_FORENAME) || (forename->flags & WORD_ENGLISH) ||
        !(word->flags & WORD_RARE) || (word->flags & WORD_BARRED))
        return FALSE;
    return next == NULL || next->gap == GAP_NICK || next->gap == GAP_CELL ||
           (next->gap == GAP_COMMA && lead >= LEAD_BESIDE);
}

static char letter_of(Words *words, guint n)
{
    const Word *word = nth(words, n);

    return word != NULL && word->end - word->start == 1
               ? g_ascii_tolower(words->reading->text->str[word->start])
               : '\0';
}

/* "PINNOCK B 11/08/1973", "Selvarajah (F) 28/09/2012", "Zuni D.O.B. 3/2/2017": born, a girl's. */
static gboolean is_field_letter(Words *words, guint n)
{
    const Word *next = nth(words, n + 1);
    char letter = letter_of(words, n);

    if (letter == 'd' && letter_of(words, n + 1) == 'o' && letter_of(words, n + 2) == 'b')
        return TRUE;
    return letter != '\0' && strchr("bfm", letter) != NULL && next != NULL &&
           next->gap <= GAP_COMMA && (next->flags & WORD_DIGITS);
}

/* "AP Rory Summer", the alleged perpetrator, is no "ap Rhys". */
static gboolean is_perpetrator(Words *words, guint n)
{
    return strncmp(words->reading->text->str + nth(words, n)->start, "AP", 2) == 0;
}

/* "T/C Hodan", "F/U Mia": letters with a stroke between them are no initials. */
static gboolean is_behind_stroke(const Words *words, const Word *word)
{
    const char *text = words->reading->text->str;
    const gsize at = word->start;

    return at > 1 && text[at - 1] == '/' && g_ascii_isupper(text[at - 2]) &&
           (at == 2 || !g_ascii_isalnum(text[at - 3])) && text[word->end] == ' ';
}

/* "DI Grace Tilbury", "NI JR 61 20 48": a rank and a number's label, though particles of names are
 * written so, too; "Flat A. Sam rang": the letter of a flat. */
static gboolean begins_otherwise(Words *words, guint at)
{
    const Word *word = nth(words, at), *next = nth(words, at + 1);

    if ((word->flags & WORD_UPPER) && (word->flags & WORD_PARTICLE) &&
        ((word->flags & WORD_TITLE) || (!words->loud && is_perpetrator(words, at)) ||
         (next != NULL && next->gap == GAP_SPACE && (next->flags & WORD_UPPER) &&
          next->end - next->start == 2)))
        return TRUE;
    if ((word->flags & WORD_INITIAL) && is_behind_stroke(words, word))
        return TRUE;
    return (word->flags & WORD_INITIAL) && at > 0 && word->gap == GAP_SPACE &&
           word->end - word->start <= 2 && isr_words_in(words, "homes", at - 1, at - 1);
}

/* Many more bear it as a forename than as a surname. */
static gboolean is_mostly_forename(const Words *words, const Word *word)
{
    const char *text = words->reading->text->str + word->start;
    const gssize length = (gssize)(word->end - word->start);
    const IsrLists *lists = words->patterns->lists;

    return (word->flags & WORD_FORENAME) &&
           isr_lists_level(lists, "forenames", text, length) >=
               isr_lists_level(lists, "surnames", text, length) + 3;
}

gboolean isr_fullname_is_parted(Words *words, guint first, guint n)
{
    const GString *text = words->reading->text;
    const Word *word = nth(words, n), *last = nth(words, n - 1);

    return (last->flags & WORD_INITIAL) && n - first == 2 && word->start > 1 &&
           strncmp(text->str + word->start - 2, ". ", 2) == 0 &&
           (nth(words, first)->flags & WORD_FORENAME) && is_mostly_forename(words, word) &&
           isr_ordinary_reads_as_name(text->str, text->len, word->start, word->end, FALSE);
}

/* Whether word @n goes on with the name that began at @first. */
static gboolean goes_on(Words *words, guint first, guint n, Lead lead)
{
    const Word *word = nth(words, n), *last = nth(words, n - 1);

    if (word == NULL || !isr_word_joins(word) || (last->flags & WORD_OWNS))
        return FALSE;
    if (words->loud && lead < LEAD_LABEL && isr_word_is_plain(word) &&
        !is_loud_surname_behind(words, n, lead))
        return FALSE; /* "DEEGAN DENIES" */
    if (words->quiet && lead == LEAD_NONE && isr_word_is_unknown(word) &&
        isr_word_is_strong(nth(words, first)))
        lead = LEAD_AFTER;
    if (is_barred(word) && is_barred_surname(words, n, lead))
        return TRUE;
    if (lead == LEAD_TITLE && is_titled_trade(words, n))
        return TRUE;
    gboolean listed = lead == LEAD_LABEL && is_form_word(words, first, n);
    if ((!listed && !can_stand(words, n, lead)) || isr_fullname_is_label(words, n))
        return FALSE;
    if (!(word->flags & WORD_CAPITAL) && (nth(words, first)->flags & WORD_CAPITAL))
        return FALSE;
    if ((word->gap == GAP_DOT && !(last->flags & WORD_INITIAL)) || is_field_letter(words, n) ||
        isr_fullname_is_parted(words, first, n))
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

/* Words at the edges that only look like a part of the name: "Told Hepzibah". */
static void trim(Words *words, FullName *name, Lead lead)
{
    if (lead != LEAD_NONE)
        return;
    while (name->first < name->last) {
        const Word *word = nth(words, name->first);
        gboolean weak = isr_word_is_plain(word) || begins_otherwise(words, name->first) ||
                        ((word->flags & WORD_OPENS) && (word->flags & WORD_ENGLISH) &&
                         !(word->flags & WORD_FORENAME));
        if (!weak && !((word->flags & WORD_HEAD) && !(word->flags & WORD_FORENAME)))
            break;
        name->first++;
    }
}

/* "TKACZUK, ZENON" where all is in capitals. */
static gboolean is_loud_pair(Words *words, const FullName *name)
{
    const Word *first = nth(words, name->first), *word = nth(words, name->last + 1);

    return name->first == name->last && (first->flags & word->flags & WORD_UPPER) &&
           !(first->flags & (WORD_FORENAME | WORD_ENGLISH | WORD_PLACE)) &&
           (word->flags & WORD_FORENAME) && isr_word_is_strong(word) && word->end - word->start > 3;
}

/* "Robbo, Ciarán, Tanisha": three names in a row are three people. */
static gboolean is_in_a_row(Words *words, guint last)
{
    const Word *next = nth(words, last + 1);

    return next != NULL && next->gap == GAP_COMMA && (next->flags & WORD_CAPITAL) &&
           isr_word_is_name(next);
}

/* "OKAFOR, Jayden": a surname, a comma, forenames. */
static void take_forenames(Words *words, FullName *name, Lead lead)
{
    const Word *word = nth(words, name->last + 1), *first = nth(words, name->first);
    gboolean upper = (first->flags & WORD_UPPER) && !words->loud;

    if (word == NULL || word->gap != GAP_COMMA || !can_stand(words, name->last + 1, lead) ||
        isr_fullname_is_label(words, name->last + 1) || !(word->flags & WORD_CAPITAL))
        return;
    if (is_loud_pair(words, name)) {
        *name = (FullName){name->first, name->last + 1, 0.7};
        return;
    }
    if (name->last - name->first > 1 || (word->flags & WORD_UPPER && !words->loud && upper))
        return;
    if (!upper && !(lead == LEAD_LABEL && name->first == name->last && isr_word_is_name(word) &&
                    !(first->flags & WORD_FORENAME)))
        return;
    if (lead == LEAD_NONE && isr_word_is_plain(first) && isr_word_is_plain(word))
        return;
    FullName given = {name->last + 1, extent(words, name->last + 1, lead), 0};
    if (given.last - given.first > (upper ? 2 : 0) || (!upper && is_in_a_row(words, given.last)))
        return;
    name->last = given.last;
    name->score = 0.9;
}

gboolean isr_fullname_read(Words *words, guint at, Lead lead, FullName *name)
{
    const Word *word = nth(words, at);
    guint past = word != NULL && (word->flags & WORD_PARTICLE) ? at : G_MAXUINT;

    *name = (FullName){at, at, 0};
    if (word != NULL && lead <= LEAD_BESIDE && is_lower_pair(words, at)) {
        *name = (FullName){at, at + 1, 0.7};
        return TRUE;
    }
    if (word == NULL || begins_otherwise(words, at) ||
        (past == G_MAXUINT && !can_stand(words, at, lead)))
        return FALSE;
    if (past != G_MAXUINT && !(word->flags & WORD_CAPITAL)) {
        past = at + 1;
        while (nth(words, past) != NULL && (nth(words, past)->flags & WORD_PARTICLE) &&
               !(nth(words, past)->flags & WORD_CAPITAL) && past - at < 3)
            past++; /* "Mrs van der Stoep" */
        if (lead < LEAD_TITLE || !can_stand(words, past, lead) ||
            !(nth(words, past)->flags & WORD_CAPITAL))
            return FALSE;
        name->last = past;
    }
    if (isr_fullname_is_label(words, at) && lead != LEAD_TITLE)
        return FALSE;
    name->last = extent(words, name->last, lead);
    trim(words, name, lead);
    name->score = isr_name_score(words, name, lead);
    take_forenames(words, name, lead);
    return name->score > 0;
}

gboolean isr_fullname_is_plain(Words *words, const FullName *name)
{
    for (guint n = name->first; n <= name->last; n++) {
        const Word *word = nth(words, n);

        if (isr_word_is_name(word) || !(word->flags & (WORD_ENGLISH | WORD_BARRED | WORD_HEAD)))
            return FALSE;
    }
    return TRUE;
}
