/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of people in running text: after a title, a kin word or a job title, before one, or by
 * the look of the words themselves. Another finder of names (a tagger) would be one more
 * detector beside this one. */
#include "detectors.h"

#include <string.h>

#include "fullname.h"

#define MOST_WORDS 5

/* A wording beside a name, and how many words it is away. */
typedef struct {
    Lead lead;
    const IsrLabel *label; /* or NULL */
} Beside;

typedef struct {
    Words *words;
    GArray *findings;
} Search;

static const Word *nth(Search *search, guint n)
{
    return n < search->words->words->len ? isr_words_nth(search->words, n) : NULL;
}

/* The label with the wording of words @from to @to, if it may stand beside a name. */
static const IsrLabel *beside_label(Search *search, guint from, guint to)
{
    gsize length;
    const char *text = isr_words_text(search->words, from, to, &length);
    g_autofree char *key = isr_label_key(text, (gssize)length);
    const IsrLabel *label = isr_label_index_find(search->words->patterns->wordings, key);

    return label != NULL && label->beside && label->shape == NULL ? label : NULL;
}

/* "mum Shirin", "her mother, Shirin", "the social worker (Ekene": a wording right before @at. */
static const IsrLabel *label_before(Search *search, guint at)
{
    const Word *word = nth(search, at);
    const IsrLabel *found = NULL;

    if (at == 0 || word->gap > GAP_NICK || (nth(search, at - 1)->flags & WORD_OWNS))
        return NULL;
    for (guint n = at - 1; at - n <= MOST_WORDS; n--) {
        const IsrLabel *label = beside_label(search, n, at - 1);
        found = label != NULL ? label : found;
        if (n == 0 || nth(search, n)->gap > GAP_DOT)
            break;
    }
    return found;
}

/* "PC 1234 Ahmed": a number may stand between. */
static gboolean is_title(Search *search, guint at)
{
    const Word *word = nth(search, at);

    return (word->flags & WORD_TITLE) &&
           !(word->flags & WORD_UPPER && search->words->loud && word->end - word->start < 2);
}

static Beside look_before(Search *search, guint at)
{
    const Word *word = nth(search, at);
    Beside beside = {LEAD_NONE, NULL};

    if (at == 0)
        return beside;
    guint before = at - 1;
    if (before > 0 && (nth(search, before)->flags & WORD_DIGITS) && is_title(search, before - 1))
        before--;
    if (is_title(search, before) && nth(search, before + 1)->gap <= GAP_DOT &&
        word->gap <= GAP_DOT) {
        beside.lead = LEAD_TITLE;
        beside.label = beside_label(search, before, before);
        if (beside.label == NULL && before > 0)
            beside.label = label_before(search, before);
        return beside;
    }
    beside.label = label_before(search, at);
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
static char mark_after(Search *search, guint last, guint next)
{
    const char *text = search->words->reading->text->str;

    for (gsize at = nth(search, last)->end; at < nth(search, next)->start; at++)
        if (strchr("(,-=", text[at]) != NULL)
            return text[at];
    return 0;
}

/* "Hope Sallis (nursery manager)", "Ekene Mark, social worker": a wording right after @last. */
static const IsrLabel *label_after(Search *search, guint last)
{
    const char *text = search->words->reading->text->str;
    guint next = last + 1, end = next;
    const Word *word = nth(search, next);
    gsize length;
    IsrLabelMeaning meaning;

    if (word == NULL || word->gap >= GAP_WIDE)
        if (word == NULL || word->gap != GAP_OTHER)
            return NULL;
    char mark = mark_after(search, last, next);
    if (mark == 0 || (nth(search, last)->flags & WORD_OWNS))
        return NULL;
    while (nth(search, end + 1) != NULL && end - next < MOST_WORDS &&
           nth(search, end + 1)->gap <= GAP_DOT)
        end++;
    for (guint n = end + 1; n-- > next;) {
        const char *wording = isr_words_text(search->words, next, n, &length);
        gboolean closed = n == end && (nth(search, n + 1) == NULL || mark == '(' ||
                                       nth(search, n + 1)->gap > GAP_DOT);
        if (!isr_label_index_read(search->words->patterns->wordings, wording, (gssize)length,
                                  closed && mark == '(', &meaning) ||
            meaning.owner == NULL || meaning.label->shape != NULL)
            continue;
        const Word *after = nth(search, n + 1);
        if (mark == ',' && after != NULL && (after->flags & WORD_CAPITAL) && after->gap <= GAP_DOT)
            return NULL;
        if (mark == ',' && meaning.owner->role != ISR_ROLE_PROFESSIONAL &&
            !is_determiner(text, word))
            return NULL;
        return meaning.owner;
    }
    return NULL;
}

static void add(Search *search, const FullName *name, const Beside *before)
{
    const IsrReading *reading = search->words->reading;
    const IsrLabel *after = label_after(search, name->last);
    const IsrLabel *label =
        before->label != NULL && before->label->role != ISR_ROLE_UNSURE ? before->label : after;
    static const char *const reasons[] = {"looks like a name", "a word for a person beside it",
                                          "a word for a person beside it", "a title before it",
                                          "its label says so"};
    gboolean beside = before->lead == LEAD_NONE && after != NULL;
    IsrFinding finding = {
        .block = reading->block->index,
        .range = isr_reading_origin(reading, nth(search, name->first)->start,
                                    nth(search, name->last)->end),
        .category = ISR_CATEGORY_NAME,
        .rule = before->label != NULL ? before->label->id
                : label != NULL       ? label->id
                                      : "name",
        .reason = reasons[beside ? LEAD_BESIDE : before->lead],
        .score = beside ? MAX(name->score, 0.8) : name->score,
        .role = label != NULL ? label->role : ISR_ROLE_UNSURE,
        .kin = label != NULL ? label->kin : NULL,
    };
    if (finding.score < 0.5)
        finding.flags |= ISR_FINDING_UNSURE;
    g_array_append_val(search->findings, finding);
}

/* Reads the name that begins at word @n; what stands after it may speak for it too. */
static gboolean read_name(Search *search, guint n, const Beside *before, FullName *name)
{
    const Word *word = nth(search, n);

    if (isr_fullname_read(search->words, n, before->lead, name))
        return TRUE;
    return before->lead == LEAD_NONE && ((word->flags & WORD_CAPITAL) || search->words->quiet) &&
           isr_fullname_read(search->words, n, LEAD_AFTER, name) &&
           label_after(search, name->last) != NULL;
}

static gboolean detect(const IsrPatterns *patterns, const IsrReading *reading, GArray *findings,
                       GError **error)
{
    g_autoptr(Words) words = isr_words_new(patterns, reading);
    Search search = {words, findings};

    (void)error;
    for (guint n = 0; n < words->words->len; n++) {
        FullName name;
        Beside before = look_before(&search, n);
        gboolean capital = (g_array_index(words->words, Word, n).flags & WORD_CAPITAL) != 0;
        if (before.lead == LEAD_NONE && !capital && !words->quiet)
            continue;
        if (!read_name(&search, n, &before, &name))
            continue;
        add(&search, &name, &before);
        n = name.last;
    }
    return TRUE;
}

const IsrDetector isr_detector_name = {"name", detect};
