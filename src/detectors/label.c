/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels and the values that they govern: after the label on the line, on the next line, in the
 * next cell, in the cell below a column's heading. It knows the places; which words are labels
 * and what a value looks like is data (patterns/labels/). */
#include "detectors.h"

#include <string.h>

#include "beside.h"
#include "coderow.h"
#include "fullname.h"
#include "street.h"

/* A longer stretch of words before a colon is a sentence, not a label. */
#define MOST_WORDS 8
#define MOST_HEADING 80
/* Numbers that may stand between the names of a list. */
#define MOST_OTHERS 12
/* Words beside a name of a list, and in brackets there. */
#define MOST_BESIDE 6
#define MOST_ASIDE 60
/* Names of one list, as many as come to a meeting: each label of a text may begin a list that goes
 * on to its end. */
#define MOST_NAMES 64

typedef struct {
    Words *words;
    const IsrPatterns *patterns;
    const IsrReading *reading;
    GArray *findings;
    GError **error;
} Search;

/* What parts a label from its value. */
typedef enum {
    PART_NONE,  /* nothing but a space: the wording alone must say it */
    PART_DASH,  /* " - " */
    PART_COLON, /* also =, |, dots and lines to write on */
    PART_FIELD, /* a tab or a wide space */
    PART_LINE,
    PART_CELL,
    PART_END /* nothing follows */
} Part;

static const char *str(const Search *search)
{
    return search->reading->text->str;
}

static gsize size(const Search *search)
{
    return search->reading->text->len;
}

static const Word *word_at(const Search *search, guint n)
{
    return &g_array_index(search->words->words, Word, n);
}

static guint n_words(const Search *search)
{
    return search->words->words->len;
}

/* Where the value begins that a label ending at byte @at governs, and what parts them. */
static Part part_after(const Search *search, gsize at, gsize *value)
{
    const char *text = str(search);
    gboolean colon = FALSE, dash = FALSE;
    gsize spaces = 0, start = at;

    for (; at < size(search); at++) {
        char c = text[at];
        if (c == ISR_CELL_BREAK || c == '\n')
            break;
        if (c == ':' || c == '=' || c == '|' || c == '?' || c == '_')
            colon = TRUE;
        else if (c == '.' && text[at + 1] == '.')
            colon = TRUE;
        else if (c == '-' && at > start && text[at - 1] == ' ' && text[at + 1] == ' ')
            dash = TRUE;
        else if (c == ' ')
            spaces++;
        else if (strchr(".)(#\"'*>", c) == NULL)
            break;
    }
    *value = at;
    if (at >= size(search))
        return PART_END;
    if (text[at] == ISR_CELL_BREAK || text[at] == '\n') {
        while (*value < size(search) && strchr(" \n\x1f", text[*value]) != NULL)
            (*value)++;
        return text[at] == '\n' ? PART_LINE : PART_CELL;
    }
    return colon ? PART_COLON : dash ? PART_DASH : spaces > 1 ? PART_FIELD : PART_NONE;
}

/* "HV | Hodan seen with a bite mark": the cell tells something of a person whom its label does
 * not name. */
static gboolean is_told_of(const Search *search, guint last)
{
    static const char *const joints[] = {"and", "or", "at",  "from", "of",  "with",
                                         "on",  "by", "via", "for",  "tel", NULL};
    if (last + 1 >= n_words(search))
        return FALSE;
    const Word *after = word_at(search, last + 1);
    g_autofree char *lower =
        g_ascii_strdown(str(search) + after->start, (gssize)(after->end - after->start));
    return after->gap == GAP_SPACE && !(after->flags & (WORD_CAPITAL | WORD_DIGITS)) &&
           !g_strv_contains(joints, lower);
}

static void add(Search *search, const IsrLabelMeaning *meaning, gsize start, gsize end,
                gboolean failed)
{
    const IsrLabel *whose = meaning->owner != NULL ? meaning->owner : meaning->label;
    IsrFinding finding = {
        .block = search->reading->block->index,
        .range = isr_reading_origin(search->reading, start, end),
        .category = meaning->label->category,
        .rule = meaning->label->id,
        .reason = failed ? "its label says so, but the check digit or form is wrong"
                         : "its label says so",
        .score = whose->role != ISR_ROLE_UNSURE ? 1 : 0.95,
        .flags = ISR_FINDING_LABELLED | (failed ? ISR_FINDING_FAILED : ISR_FINDING_PLAIN),
        .role = whose->role,
        .kin = whose->kin,
    };
    g_array_append_val(search->findings, finding);
}

static gboolean has_digit(const char *text, IsrRange range)
{
    for (gsize at = range.start; at < range.end; at++)
        if (g_ascii_isdigit(text[at]))
            return TRUE;
    return FALSE;
}

/* "School | Review": one everyday word names no organisation, nor does a letter that was ticked;
 * where all is in capitals, nor do several: "CUSTODY INFORMED". */
static gboolean are_plain_words(const Search *search, IsrRange value)
{
    guint first = isr_words_at(search->words, value.start), n = first;

    for (; n < n_words(search) && word_at(search, n)->start < value.end; n++) {
        const Word *word = isr_words_nth(search->words, n);
        gboolean letter = n == first && (word->flags & WORD_INITIAL) && word->end >= value.end;
        gboolean plain = (word->flags & (WORD_ENGLISH | WORD_BARRED | WORD_DIGITS)) &&
                         !(word->flags & WORD_PLACE);

        if ((!letter && !plain) || (n > first && (word->flags & WORD_HEAD)))
            return FALSE;
    }
    return n == first + 1 || search->words->loud;
}

/* Digits of a value that has not its form: behind a label, and in the run of a sentence. */
#define FEWEST 4
#define FEWEST_IN_TEXT 6
/* Bytes by which the tokens of a value may go on past its form. */
#define MOST_BEYOND 14

/* Numbers and references: whatever digits stand behind their label are meant as the value. */
static gboolean is_number(IsrCategory category)
{
    return category >= ISR_CATEGORY_NHS_NUMBER && category <= ISR_CATEGORY_UTR;
}

/* A value that a shape describes. @found is set when one stands at byte @at. */
static gboolean take_shaped(Search *search, const IsrLabelMeaning *meaning, gsize at, Part part,
                            gboolean *found)
{
    const IsrLabel *label = meaning->label;
    IsrRange value;

    *found = FALSE;
    if (!isr_label_value(label, str(search), size(search), at, &value, search->error))
        return FALSE;
    if (is_number(label->category)) {
        IsrRange loose = isr_coderow_read(str(search), size(search), at,
                                          part == PART_NONE ? FEWEST_IN_TEXT : FEWEST);

        *found = value.start == value.end && loose.start < loose.end;
        if (*found) {
            add(search, meaning, loose.start, loose.end, TRUE);
            return TRUE;
        }
        if (part > PART_DASH && value.start < value.end && loose.end > value.end &&
            loose.end < value.end + MOST_BEYOND)
            value.end = loose.end;
    }
    if (value.start == value.end)
        return TRUE;
    if (part <= PART_DASH && !has_digit(str(search), value) &&
        label->category != ISR_CATEGORY_EMAIL && !label->beside)
        return TRUE;
    if (part == PART_NONE && label->category == ISR_CATEGORY_AGE)
        return TRUE;
    if (label->category == ISR_CATEGORY_ORGANISATION && are_plain_words(search, value))
        return TRUE;
    gboolean failed = label->check != NULL &&
                      !label->check->passes(str(search) + value.start, value.end - value.start);
    add(search, meaning, value.start, value.end, failed);
    *found = TRUE;
    return TRUE;
}

/* "Leah Price. A neighbour": the sentence ends at byte @at, behind @word. */
static gboolean ends_sentence(const char *text, gsize at, const Word *word)
{
    return text[at] == '.' && text[at + 1] == ' ' && !(word->flags & WORD_INITIAL) &&
           word->end - word->start > 2;
}

/* "Saffron · Elijah" and "Saffron • Elijah". */
static gboolean is_middle_dot(const char *at)
{
    return g_str_has_prefix(at, "\xc2\xb7") || g_str_has_prefix(at, "\xe2\x80\xa2");
}

/* Past "(mum)" or "- 07700 900265" to what may begin another name of a list. A sentence's end ends
 * the list, and so does a line's end when it is @one who is asked for. */
static guint next_in_list(const Search *search, guint last, gboolean one)
{
    const char *text = str(search);
    guint depth = 0;
    gsize at = word_at(search, last)->end;

    for (guint n = last + 1; n < n_words(search); n++) {
        const Word *word = word_at(search, n);
        gboolean comma = FALSE;
        for (; at < word->start; at++) {
            if (text[at] == ISR_CELL_BREAK || (one && text[at] == '\n') ||
                (depth == 0 && ends_sentence(text, at, word_at(search, n - 1))))
                return n_words(search);
            if (text[at] == '\n' || (text[at] == '.' && text[at + 1] == ' ' && depth == 0))
                comma = text[at] == '\n';
            depth += text[at] == '(' ? 1 : 0;
            depth -= text[at] == ')' && depth > 0 ? 1 : 0;
            comma = comma || (depth == 0 &&
                              (strchr(",;/&+<", text[at]) != NULL || is_middle_dot(text + at)));
        }
        gsize length = word->end - word->start;
        gboolean and = length == 3 && g_ascii_strncasecmp(text + word->start, "and", 3) == 0;
        gboolean or = length == 2 && g_ascii_strncasecmp(text + word->start, "or", 2) == 0;
        at = word->end;
        if (comma)
            return n;
        if (depth == 0 && (and || or) && n == last + 1)
            return n + 1;
        if (n > last + (depth == 0 ? MOST_BESIDE : MOST_ASIDE))
            break;
    }
    return n_words(search);
}

/* Titles before a name are no part of it. */
static guint skip_titles(Search *search, guint n)
{
    while (n + 1 < n_words(search) && (isr_words_nth(search->words, n)->flags & WORD_TITLE) &&
           (isr_words_nth(search->words, n + 1)->gap <= GAP_DOT))
        n++;
    return n;
}

/* "Child: Leah Price": one person is asked for, so what follows is about somebody else. */
static gboolean is_one(const IsrLabelMeaning *meaning)
{
    return meaning->label->role == ISR_ROLE_SUBJECT && !g_str_equal(meaning->label->id, "children");
}

/* One name, or a list of them: "Wanjiku Kariuki, Callum Rintoul". */
static gboolean take_names(Search *search, const IsrLabelMeaning *meaning, gsize at, Part part)
{
    FullName name;
    Lead lead = LEAD_LABEL;
    guint n = isr_words_at(search->words, at), others = 0, names = 0;
    gboolean found = FALSE;

    if (n >= n_words(search) || word_at(search, n)->start > at + 3)
        return FALSE;
    while (n < n_words(search) && names++ < MOST_NAMES) {
        guint first = skip_titles(search, n);
        if (!isr_fullname_read(search->words, first, first > n ? LEAD_TITLE : lead, &name)) {
            if (!found || !(word_at(search, n)->flags & WORD_DIGITS) || others++ == MOST_OTHERS)
                return found;
            n = next_in_list(search, n, is_one(meaning)); /* past a date of birth, an age */
            continue;
        }
        if (isr_street_postcode(search->words, name.last + 1) ||
            (part == PART_DASH && isr_fullname_is_plain(search->words, &name)))
            return found; /* the town of an address below, "CHILD - PLACEMENT RECORD" */
        IsrLabelMeaning own = *meaning;
        const IsrLabel *beside = isr_beside_after(search->words, name.last);
        gboolean another = found || own.owner == NULL || own.owner->role == ISR_ROLE_SUBJECT;
        if (isr_beside_role(beside) == ISR_ROLE_UNSURE && found)
            beside = isr_beside_before(search->words, name.first).label;
        if (part == PART_CELL && is_told_of(search, name.last))
            return found; /* left to the finder of names in sentences */
        if (another && isr_beside_role(beside) != ISR_ROLE_UNSURE)
            own.owner = beside;
        add(search, &own, word_at(search, name.first)->start, word_at(search, name.last)->end,
            FALSE);
        found = TRUE;
        lead = LEAD_BESIDE;
        n = next_in_list(search, name.last, is_one(meaning));
    }
    return found;
}

static gboolean take_value(Search *search, const IsrLabelMeaning *meaning, gsize at, Part part,
                           gboolean *found)
{
    *found = FALSE;
    if (meaning->label->shape != NULL)
        return take_shaped(search, meaning, at, part, found);
    if (part != PART_NONE)
        *found = take_names(search, meaning, at, part);
    return TRUE;
}

/* TRUE if a label cannot reach back over the gap before word @n. */
static gboolean is_border(const Search *search, guint n)
{
    const Word *word = word_at(search, n);
    const char *text = str(search);

    if (n == 0 || word->gap >= GAP_LINE || word->gap == GAP_WIDE || word->gap == GAP_COMMA)
        return TRUE;
    if (word->gap != GAP_OTHER)
        return FALSE;
    for (gsize at = word_at(search, n - 1)->end; at < word->start; at++)
        if (strchr(";:|?!*>_=", text[at]) != NULL || (text[at] == '.' && text[at + 1] == ' ') ||
            (text[at] == '-' && text[at + 1] == ' '))
            return TRUE;
    return FALSE;
}

/* Reads the label that ends with word @last; the longest wording wins. */
static gboolean read_label(const Search *search, guint last, Part part, IsrLabelMeaning *meaning)
{
    guint first = last;
    gsize end = word_at(search, last)->end;

    while (!is_border(search, first) && last - first < MOST_WORDS)
        first--;
    if (!isr_label_text_may_hold(search->words->labels, word_at(search, first)->start, end))
        return FALSE;
    gboolean bordered = is_border(search, first);
    for (guint n = first; n <= last; n++) {
        gboolean whole = n == first && bordered && (part == PART_COLON || part == PART_CELL);
        if (part >= PART_FIELD && n > first)
            return FALSE;
        if (isr_label_text_read(search->words->labels, word_at(search, n)->start, end, whole,
                                meaning))
            return TRUE;
        if (part == PART_DASH && n == first && !bordered)
            return FALSE;
    }
    return FALSE;
}

static gboolean ends_label(const Search *search, guint n)
{
    const Word *word = word_at(search, n);

    return isr_label_text_ends(search->words->labels, word->start, word->end);
}

/* A wording in the run of a sentence must be one that cannot mean anything else: "home" can. */
static gboolean is_clear(const IsrLabelMeaning *meaning, const Search *search, guint last)
{
    const Word *word = word_at(search, last);

    if (meaning->label->shape == NULL)
        return FALSE;
    if (meaning->label->beside)
        return TRUE;
    switch (meaning->label->category) {
    case ISR_CATEGORY_ADDRESS:
    case ISR_CATEGORY_PLACE:
    case ISR_CATEGORY_ORGANISATION:
    case ISR_CATEGORY_CASE_REF:
        return FALSE;
    default:
        break;
    }
    return word->end - word->start > 2 || (word->flags & WORD_UPPER) != 0;
}

/* "NHS number is 999 ...": small words between a wording and its value. */
static gsize skip_small_words(const Search *search, guint last, gsize at)
{
    static const char *const small[] = {"is", "was", "no", "number", "ref", "on", "of", "as", NULL};

    for (guint n = last + 1; n < n_words(search) && n <= last + 2; n++) {
        const Word *word = word_at(search, n);
        g_autofree char *lower =
            g_ascii_strdown(str(search) + word->start, (gssize)(word->end - word->start));
        if (word->start > at + 1 || !g_strv_contains(small, lower))
            break;
        part_after(search, word->end, &at);
    }
    return at;
}

static gboolean search_words(Search *search)
{
    for (guint n = 0; n < n_words(search); n++) {
        IsrLabelMeaning meaning;
        gsize value;
        gboolean found;
        Part part = part_after(search, word_at(search, n)->end, &value);
        if (part == PART_END || (part <= PART_DASH && !ends_label(search, n)) ||
            !read_label(search, n, part, &meaning))
            continue;
        if (part == PART_NONE && !is_clear(&meaning, search, n))
            continue;
        if (part == PART_NONE)
            value = skip_small_words(search, n, value);
        if (!take_value(search, &meaning, value, part, &found))
            return FALSE;
    }
    return TRUE;
}

/* The bytes of the @n-th cell of the reading; empty past the last. */
static IsrRange cell_range(const Search *search, guint n)
{
    const char *text = str(search);
    gsize start = 0;

    for (; n > 0; n--) {
        const char *end = memchr(text + start, ISR_CELL_BREAK, size(search) - start);
        if (end == NULL)
            return (IsrRange){size(search), size(search)};
        start = (gsize)(end - text) + 1;
    }
    const char *end = memchr(text + start, ISR_CELL_BREAK, size(search) - start);
    return (IsrRange){start, end != NULL ? (gsize)(end - text) : size(search)};
}

/* A first row is one of headings if two of its cells are labels, or one of three. */
static gboolean are_headings(const IsrPatterns *patterns, const GPtrArray *columns)
{
    guint labels = 0;

    for (guint i = 0; i < columns->len; i++) {
        const char *cell = columns->pdata[i];
        IsrLabelMeaning meaning;
        if (strlen(cell) > MOST_HEADING)
            return FALSE;
        if (isr_label_index_read(patterns->wordings, cell, -1, TRUE, &meaning) ||
            isr_lists_has(patterns->lists, "role-headings", cell, -1))
            labels++;
    }
    return labels >= 2 || (labels == 1 && columns->len >= 3);
}

static gboolean search_columns(Search *search)
{
    const GPtrArray *columns = search->reading->block->columns;

    if (columns == NULL || search->reading->block->kind != ISR_BLOCK_ROW ||
        !are_headings(search->patterns, columns))
        return TRUE;
    for (guint i = 0; i < columns->len; i++) {
        IsrRange cell = cell_range(search, i);
        IsrLabelMeaning meaning, inner;
        gboolean found;
        gsize length = cell.end - cell.start;
        const char *text = str(search) + cell.start;
        if (length == 0 ||
            (strlen(columns->pdata[i]) == length && strncmp(columns->pdata[i], text, length) == 0))
            continue;
        if (!isr_label_index_read(search->patterns->wordings, columns->pdata[i], -1, TRUE,
                                  &meaning) ||
            isr_label_index_read(search->patterns->wordings, text, (gssize)length, FALSE, &inner))
            continue;
        if (meaning.label->role == ISR_ROLE_SUBJECT)
            meaning.owner = isr_label_index_find(search->patterns->wordings, "name");
        gsize at = cell.start + strspn(text, " \n");
        if (at < cell.end && !take_value(search, &meaning, at, PART_CELL, &found))
            return FALSE;
    }
    return TRUE;
}

static gboolean detect(const IsrPatterns *patterns, const IsrReading *reading, GArray *findings,
                       GError **error)
{
    Words *words = isr_words_for(patterns, reading);
    Search search = {words, patterns, reading, findings, error};

    return search_words(&search) && search_columns(&search);
}

const IsrDetector isr_detector_label = {"label", detect};
