/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the words beside a name. Which words there are is data (patterns/labels/, the keys
 * "beside" and "role"); only their place is known here. */
#include "beside.h"

#include <string.h>

#define MOST_WORDS 5
#define MOST_BYTES 60

static const Word *nth(Words *words, guint n)
{
    return n < words->words->len ? isr_words_nth(words, n) : NULL;
}

/* The label with the wording of words @from to @to, if it may stand beside a name. */
static const IsrLabel *beside_label(Words *words, guint from, guint to)
{
    const IsrLabel *label =
        isr_label_text_find(words->labels, nth(words, from)->start, nth(words, to)->end);

    return label != NULL && label->beside && label->shape == NULL ? label : NULL;
}

static gboolean is_in(const Words *words, const char *list, const Word *word)
{
    return isr_words_is(words, list, word);
}

/* The longest wording that ends with word @last; @first is where it begins. */
static const IsrLabel *wording_to(Words *words, guint last, guint *first)
{
    const IsrLabel *found = NULL;

    for (guint n = last; last - n < MOST_WORDS; n--) {
        const IsrLabel *label = beside_label(words, n, last);
        if (label != NULL) {
            found = label;
            *first = n;
        }
        if (n == 0 || nth(words, n)->gap > GAP_DOT)
            break;
    }
    return found;
}

/* "a friend's dad" is nobody's relative here, "the girl's mother" perhaps: whoever stands before
 * the kin word as its owner decides. The owner's label if that is somebody else, NULL if nothing
 * is known of the owner, @label if the owner is of the family. */
static const IsrLabel *by_owner(Words *words, guint first, const IsrLabel *label)
{
    guint start;

    if (label->role != ISR_ROLE_FAMILY || first == 0 || nth(words, first)->gap > GAP_OTHER ||
        !(nth(words, first - 1)->flags & WORD_OWNS))
        return label;
    const IsrLabel *owner = wording_to(words, first - 1, &start);
    if (owner == NULL) /* a name's relative is learnt later */
        return (nth(words, first - 1)->flags & WORD_CAPITAL) ? label : NULL;
    if (owner->role == ISR_ROLE_FAMILY || owner->role == ISR_ROLE_SUBJECT)
        return label;
    return owner->role == ISR_ROLE_THIRD_PARTY ? owner : NULL;
}

/* "Sister Amy Row" on a ward, "Father Slevin": a capital in mid-sentence makes a title of it. */
static gboolean is_address(Words *words, guint first, guint at)
{
    const Word *word = nth(words, first);
    const Word *before = first > 0 ? nth(words, first - 1) : NULL;

    return first + 1 == at && !words->loud && is_in(words, "kin-titles", word) &&
           (word->flags & WORD_CAPITAL) && !(word->flags & WORD_OPENS) &&
           nth(words, at)->gap == GAP_SPACE && before != NULL && !(before->flags & WORD_OWNS);
}

/* "the child, Leah" may be the one whom the record is about, "a second pupil, Kacper" is not. */
static gboolean is_definite(Words *words, guint first)
{
    const Word *before = first > 0 ? nth(words, first - 1) : NULL;

    if (before == NULL || (nth(words, first)->flags & WORD_OPENS))
        return TRUE;
    g_autofree char *lower = g_ascii_strdown(words->reading->text->str + before->start,
                                             (gssize)(before->end - before->start));
    return g_str_equal(lower, "the") || g_str_equal(lower, "this") || g_str_equal(lower, "our");
}

/* "mum Shirin", "her mother, Shirin", "the social worker (Ekene": a wording right before @at. */
static const IsrLabel *label_before(Words *words, guint at)
{
    const Word *word = nth(words, at);
    guint first;

    if (at == 0 || word->gap > GAP_NICK || (nth(words, at - 1)->flags & WORD_OWNS))
        return NULL;
    const Word *last = nth(words, at - 1);
    if (!isr_label_text_ends(words->labels, last->start, last->end) ||
        (is_in(words, "capital-titles", last) && !(last->flags & WORD_UPPER)))
        return NULL;
    const IsrLabel *label = wording_to(words, at - 1, &first);
    if (label == NULL || is_address(words, first, at) ||
        (label->role == ISR_ROLE_SUBJECT && !is_definite(words, first)))
        return NULL;
    return by_owner(words, first, label);
}

/* "PC 1234 Ahmed": a number may stand between. */
static gboolean is_title(Words *words, guint at)
{
    const Word *word = nth(words, at);

    return (word->flags & WORD_TITLE) &&
           !(word->flags & WORD_UPPER && words->loud && word->end - word->start < 2) &&
           ((word->flags & WORD_UPPER) || !is_in(words, "capital-titles", word));
}

Beside isr_beside_before(Words *words, guint at)
{
    const Word *word = nth(words, at);
    Beside beside = {LEAD_NONE, NULL};

    if (at == 0)
        return beside;
    guint before = at - 1;
    if (before > 0 && (nth(words, before)->flags & WORD_DIGITS) && is_title(words, before - 1))
        before--;
    if (is_title(words, before) && nth(words, before + 1)->gap <= GAP_DOT && word->gap <= GAP_DOT) {
        beside.lead = LEAD_TITLE;
        beside.label = beside_label(words, before, before);
        if (beside.label == NULL && before > 0)
            beside.label = label_before(words, before);
        return beside;
    }
    beside.label = label_before(words, at);
    if (beside.label != NULL)
        beside.lead = LEAD_BESIDE;
    return beside;
}

static gboolean is_determiner(const char *text, const Word *word)
{
    static const char *const list[] = {"his", "her", "their", "the", "a", "an",
                                       "my",  "our", "your",  "its", NULL};
    g_autofree char *lower = g_ascii_strdown(text + word->start, (gssize)(word->end - word->start));

    return (word->flags & WORD_OWNS) || g_strv_contains(list, lower);
}

/* What stands between a name and the word after it. */
static char mark_after(Words *words, guint last, guint next)
{
    const char *text = words->reading->text->str;

    for (gsize at = nth(words, last)->end; at < nth(words, next)->start; at++)
        if (strchr("(,-=", text[at]) != NULL)
            return text[at];
    return 0;
}

/* Bytes before the first of @marks, or one more than a label has: a line can be all brackets. */
static gsize before_any(const char *text, const char *marks)
{
    gsize length = 0;

    while (length <= MOST_BYTES && strchr(marks, text[length]) == NULL)
        length++;
    return length;
}

/* "(nursery manager)": what the brackets hold is the whole label. */
static const IsrLabel *in_brackets(const Words *words, gsize open)
{
    const GString *text = words->reading->text;
    const char *inside = text->str + open + 1;
    const gsize length = before_any(inside, ")\n\x1f");
    const gsize part = MIN(length, before_any(inside, ",;"));
    IsrLabelMeaning meaning;

    if (length > MOST_BYTES || inside[length] != ')' ||
        !isr_label_index_read(words->patterns->wordings, inside, (gssize)part, TRUE, &meaning) ||
        meaning.label->shape != NULL || meaning.owner == NULL ||
        meaning.owner->role == ISR_ROLE_SUBJECT)
        return NULL;
    return meaning.owner;
}

/* "Shirin's MS nurse", "his teacher": whose is not part of the wording. */
static guint skip_whose(Words *words, guint n)
{
    const char *text = words->reading->text->str;
    const Word *next = nth(words, n + 1);

    while (next != NULL && is_determiner(text, nth(words, n)) &&
           (next->gap == GAP_SPACE ||
            (next->gap == GAP_OTHER && (nth(words, n)->flags & WORD_OWNS)))) {
        n++;
        next = nth(words, n + 1);
    }
    return n;
}

/* The longest wording from word @from on; @end is its last word. */
static const IsrLabel *wording_from(Words *words, guint from, guint *end)
{
    guint last = from;
    IsrLabelMeaning meaning;

    while (nth(words, last + 1) != NULL && last - from < MOST_WORDS &&
           nth(words, last + 1)->gap <= GAP_DOT)
        last++;
    for (guint n = last + 1; n-- > from;) {
        if (n > from && is_in(words, "clause-words", nth(words, n)))
            continue; /* "head teacher of": the wording ends before */
        if (!isr_label_text_read(words->labels, nth(words, from)->start, nth(words, n)->end, FALSE,
                                 &meaning) ||
            meaning.owner == NULL || meaning.label->shape != NULL)
            continue;
        *end = n;
        return meaning.owner;
    }
    return NULL;
}

const IsrLabel *isr_beside_after(Words *words, guint last)
{
    const char *text = words->reading->text->str;
    const Word *word = nth(words, last + 1);
    guint end;

    if (word == NULL || (nth(words, last)->flags & WORD_OWNS) || word->gap >= GAP_LINE)
        return NULL;
    char mark = mark_after(words, last, last + 1);
    if (mark == '(') {
        const char *open = strchr(text + nth(words, last)->end, '(');
        if (is_in(words, "clause-words", word))
            return NULL; /* "(by his guardian, ...)" */
        return in_brackets(words, (gsize)(open - text));
    }
    if (mark == 0 || word->gap == GAP_WIDE)
        return NULL;
    guint from = skip_whose(words, last + 1);
    if (is_in(words, "clause-words", nth(words, from)))
        return NULL; /* "X, who is in her tutor group" */
    const IsrLabel *label = wording_from(words, from, &end);
    if (label == NULL || (nth(words, end)->flags & WORD_OWNS))
        return NULL; /* "X, children's rights officer" */
    const Word *after = nth(words, end + 1);
    if (after != NULL && after->gap <= GAP_DOT && !is_in(words, "clause-words", after))
        return NULL; /* "X, tutor group" */
    label = by_owner(words, from, label);
    if (label != NULL && label->role == ISR_ROLE_SUBJECT)
        return NULL; /* "X, an adult, is on remand" */
    if (label == NULL || mark != ',')
        return label;
    gboolean told = from > last + 1 || is_determiner(text, word);
    return label->role == ISR_ROLE_PROFESSIONAL || told ? label : NULL;
}

IsrRole isr_beside_role(const IsrLabel *label)
{
    if (label == NULL || label->role == ISR_ROLE_SUBJECT)
        return ISR_ROLE_UNSURE;
    return label->role;
}
