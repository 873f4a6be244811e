/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of people in running text: after a title, a kin word or a job title, before one, or by
 * the look of the words themselves. Another finder of names (a tagger) would be one more
 * detector beside this one. */
#include "detectors.h"

#include <string.h>

#include "beside.h"
#include "fullname.h"
#include "wordkind.h"

typedef struct {
    Words *words;
    GArray *findings;
} Search;

static const Word *nth(Search *search, guint n)
{
    return n < search->words->words->len ? isr_words_nth(search->words, n) : NULL;
}

static gboolean is_initial(Search *search, const FullName *name)
{
    return name->first == name->last && (nth(search, name->first)->flags & WORD_INITIAL) != 0;
}

static void add(Search *search, const FullName *name, const Beside *before)
{
    const IsrReading *reading = search->words->reading;
    const IsrLabel *after = isr_beside_after(search->words, name->last);
    const IsrLabel *label =
        before->label != NULL && before->label->role != ISR_ROLE_UNSURE ? before->label : after;
    gboolean agree = before->label == NULL || after == NULL ||
                     isr_beside_role(after) == ISR_ROLE_UNSURE || label->role == ISR_ROLE_SUBJECT ||
                     after->role == label->role;
    if (!agree)
        label = NULL; /* "tutor Ana Row (mum of Leah)" */
    static const char *const reasons[] = {"looks like a name", "a word for a person beside it",
                                          "a word for a person beside it", "a title before it",
                                          "its label says so"};
    gboolean beside = before->lead == LEAD_NONE && after != NULL;
    IsrFinding finding = {
        .block = reading->block->index,
        .range = isr_reading_origin(reading, nth(search, name->first)->start,
                                    nth(search, name->last)->end),
        .category = is_initial(search, name) ? ISR_CATEGORY_INITIALS : ISR_CATEGORY_NAME,
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

/* 'ALIAS "HODI"'. */
static gboolean is_quoted(Search *search, guint n)
{
    const char *text = search->words->reading->text->str;
    const Word *word = nth(search, n);

    return word->start > 0 && text[word->start - 1] == '"' && text[word->end] == '"';
}

/* "family call him Raw": another name may be any word with a capital. */
static gboolean is_nickname(Search *search, guint n, const Beside *before)
{
    const Word *word = nth(search, n), *next = nth(search, n + 1);

    return before->label != NULL && g_str_equal(before->label->id, "alias") &&
           (word->flags & WORD_CAPITAL) &&
           (!(word->flags & (WORD_OPENS | WORD_UPPER)) || is_quoted(search, n)) &&
           !(word->flags & (WORD_BARRED | WORD_DIGITS | WORD_TITLE)) &&
           (next == NULL || next->gap > GAP_SPACE || !(next->flags & WORD_CAPITAL));
}

/* "jades mum", "Tiagos friend": a forename in the possessive, its mark left out. */
static gboolean is_unmarked_owner(Search *search, guint n)
{
    const guint never = WORD_FORENAME | WORD_SURNAME | WORD_PLACE | WORD_BARRED | WORD_TITLE |
                        WORD_DIGITS | WORD_HEAD | WORD_STREET | WORD_OWNS | WORD_UPPER;
    const Word *word = nth(search, n), *next = nth(search, n + 1);
    const char *text = search->words->reading->text->str;
    gsize length = word->end - word->start;

    if (length < 5 || text[word->end - 1] != 's' || (word->flags & never) || next == NULL ||
        next->gap != GAP_SPACE || !isr_fullname_is_label(search->words, n + 1))
        return FALSE;
    guint stem = isr_word_kind(search->words->patterns->lists, text + word->start, length - 1);

    return (stem & WORD_COMMON) && !(stem & (WORD_ENGLISH | WORD_BARRED | WORD_TITLE));
}

/* Reads the name that begins at word @n; what stands after it may speak for it too. */
static gboolean read_name(Search *search, guint n, const Beside *before, FullName *name)
{
    const Word *word = nth(search, n);

    if (isr_fullname_read(search->words, n, before->lead, name))
        return TRUE;
    if (is_nickname(search, n, before)) {
        *name = (FullName){n, n, 0.8};
        return TRUE;
    }
    if (is_unmarked_owner(search, n)) {
        *name = (FullName){n, n, 0.7};
        return TRUE;
    }
    return before->lead == LEAD_NONE && ((word->flags & WORD_CAPITAL) || search->words->quiet) &&
           isr_fullname_read(search->words, n, LEAD_AFTER, name) &&
           isr_beside_after(search->words, name->last) != NULL;
}

/* "[06/05/2025, 07:51:12] Jodie E: morning all": who writes in a chat is always a name. */
static gboolean is_sender(Search *search, guint n)
{
    const char *text = search->words->reading->text->str;
    gsize start = nth(search, n)->start;

    if (start < 3 || text[start - 1] != ' ' || text[start - 2] != ']' ||
        !g_ascii_isdigit(text[start - 3]) || !(nth(search, n)->flags & WORD_CAPITAL))
        return FALSE;
    for (guint last = n; last < n + 4 && nth(search, last) != NULL; last++) {
        if (last > n && nth(search, last)->gap > GAP_HYPHEN)
            return FALSE;
        if (text[nth(search, last)->end] == ':')
            return TRUE;
    }
    return FALSE;
}

/* "UE = Uduak Essien": whose initials these are is said. */
static void add_defined(Search *search, const FullName *name)
{
    const IsrReading *reading = search->words->reading;
    const Word *first = nth(search, name->first);
    const Word *word = name->first > 0 ? nth(search, name->first - 1) : NULL;

    if (word == NULL || !(word->flags & WORD_UPPER) || word->end - word->start > 4 ||
        first->start - word->end != 3 || memcmp(reading->text->str + word->end, " = ", 3) != 0)
        return;
    IsrFinding finding = {
        .block = reading->block->index,
        .range = isr_reading_origin(reading, word->start, word->end),
        .category = ISR_CATEGORY_INITIALS,
        .rule = "name",
        .reason = "said to stand for a name",
        .score = 0.8,
        .role = ISR_ROLE_UNSURE,
    };
    g_array_append_val(search->findings, finding);
}

static gboolean detect(const IsrPatterns *patterns, const IsrReading *reading, GArray *findings,
                       GError **error)
{
    Words *words = isr_words_for(patterns, reading);
    Search search = {words, findings};

    (void)error;
    for (guint n = 0; n < words->words->len; n++) {
        FullName name;
        Beside before = isr_beside_before(words, n);
        if (before.lead == LEAD_NONE && is_sender(&search, n))
            before.lead = LEAD_LABEL;
        gboolean capital = (g_array_index(words->words, Word, n).flags & WORD_CAPITAL) != 0;
        if (before.lead == LEAD_NONE && !capital && !words->quiet)
            continue;
        if (!read_name(&search, n, &before, &name))
            continue;
        add(&search, &name, &before);
        add_defined(&search, &name);
        n = name.last;
    }
    return TRUE;
}

const IsrDetector isr_detector_name = {"name", detect};
