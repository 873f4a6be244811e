/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cuts the text near names into words and marks. Far from names nothing is cut, because nothing
 * there says who somebody is. */
#include "surroundings.h"

#include "character.h"

#include <string.h>

/* Bytes on each side of a name that are cut. */
#define REACH 240
#define MOST_WORDING 5

/* A line or cell. */
typedef struct {
    gsize start;
    guint column;
} Line;

struct Surroundings {
    const IsrPatterns *patterns;
    const IsrBlock *block;
    GArray *lines;       /* of Line, all but the first */
    GArray *tokens;      /* of IsrCueToken */
    GArray *starts;      /* of gsize: where each token begins in the block */
    GStringChunk *texts; /* of the tokens */
};

static void add(Surroundings *around, IsrCueClass class, const char *text, gsize start)
{
    IsrCueToken token = {class, text};

    g_array_append_val(around->tokens, token);
    g_array_append_val(around->starts, start);
}

static IsrCueClass class_of(IsrCategory category)
{
    switch (category) {
    case ISR_CATEGORY_NAME:
    case ISR_CATEGORY_INITIALS:
        return ISR_CUE_NAME;
    case ISR_CATEGORY_ORGANISATION:
        return ISR_CUE_ORGANISATION;
    case ISR_CATEGORY_PLACE:
    case ISR_CATEGORY_ADDRESS:
    case ISR_CATEGORY_POSTCODE:
        return ISR_CUE_PLACE;
    case ISR_CATEGORY_PHONE:
        return ISR_CUE_PHONE;
    case ISR_CATEGORY_EMAIL:
        return ISR_CUE_EMAIL;
    case ISR_CATEGORY_DATE:
    case ISR_CATEGORY_DOB:
        return ISR_CUE_DATE;
    case ISR_CATEGORY_AGE:
        return ISR_CUE_AGE;
    default:
        return ISR_CUE_WORD;
    }
}

static const IsrCueToken *last_token(const Surroundings *around, guint back)
{
    guint n = around->tokens->len;

    return n > back ? &g_array_index(around->tokens, IsrCueToken, n - 1 - back) : NULL;
}

static gboolean is_title(const Surroundings *around, const IsrCueToken *token)
{
    return token != NULL && isr_lists_has(around->patterns->lists, "titles", token->text, -1);
}

/* "Mrs" and "PC 4471" before a name are part of how it stands there. */
static void drop_titles(Surroundings *around)
{
    for (;;) {
        guint back = 0;
        const IsrCueToken *last = last_token(around, 0);
        if (last != NULL && g_str_equal(last->text, "."))
            back = 1;
        else if (last != NULL && g_ascii_isdigit(*last->text))
            back = 1;
        if (!is_title(around, last_token(around, back)))
            return;
        g_array_set_size(around->tokens, around->tokens->len - back - 1);
        g_array_set_size(around->starts, around->starts->len - back - 1);
    }
}

static IsrCueClass class_of_label(const IsrLabel *label)
{
    switch (label->role) {
    case ISR_ROLE_FAMILY:
        return ISR_CUE_KIN;
    case ISR_ROLE_PROFESSIONAL:
        return ISR_CUE_WORK;
    case ISR_ROLE_THIRD_PARTY:
        return ISR_CUE_OTHER;
    case ISR_ROLE_SUBJECT:
        return ISR_CUE_CHILD;
    default:
        return ISR_CUE_WORD;
    }
}

/* Joins the last words into the longest wording of a label that they end with. */
static void join_wording(Surroundings *around)
{
    guint n = around->tokens->len, best = 0;
    const IsrLabel *found = NULL;

    if (!isr_label_index_ends(around->patterns->wordings, last_token(around, 0)->text))
        return;
    g_autoptr(GString) key = g_string_new(NULL);

    for (guint words = 1; words <= MIN(MOST_WORDING, n); words++) {
        const char *text = last_token(around, words - 1)->text;
        if (!isr_is_alnum(isr_character_at(text)) ||
            last_token(around, words - 1)->class == ISR_CUE_NAME)
            break;
        if (words > 1)
            g_string_prepend_c(key, ' ');
        g_string_prepend(key, text);
        const IsrLabel *label = isr_label_index_find(around->patterns->wordings, key->str);
        if (label == NULL || !label->beside || label->shape != NULL ||
            class_of_label(label) == ISR_CUE_WORD || g_str_has_suffix(key->str, " by"))
            continue;
        found = label;
        best = words;
    }
    if (found == NULL)
        return;
    gsize start = g_array_index(around->starts, gsize, n - best);
    g_string_truncate(key, 0);
    for (guint words = best; words > 0; words--)
        g_string_append_printf(key, "%s%s", key->len > 0 ? " " : "",
                               last_token(around, words - 1)->text);
    g_array_set_size(around->tokens, n - best);
    g_array_set_size(around->starts, n - best);
    add(around, class_of_label(found),
        g_string_chunk_insert_len(around->texts, key->str, (gssize)key->len), start);
}

/* "'s" or "’s" behind a word. */
static gsize owner_ending(const char *at)
{
    gsize mark = g_str_has_prefix(at, "\xe2\x80\x99") ? 3 : *at == '\'' ? 1 : 0;

    if (mark == 0)
        return 0;
    if (at[mark] == 's' && !isr_is_alnum(isr_character_at(at + mark + 1)))
        return mark + 1;
    return isr_is_alnum(isr_character_at(at + mark)) ? 0 : mark;
}

static gboolean is_mark(gunichar c)
{
    return c < 0x80 && strchr(",.:;()/&+=~?!|-<>[]", (int)c) != NULL;
}

/* @length bytes of @text in lower case, kept with the other texts. */
static const char *lower_case(Surroundings *around, const char *text, gsize length)
{
    char *lower = g_string_chunk_insert_len(around->texts, text, (gssize)length);

    for (gsize i = 0; i < length; i++) {
        if ((guchar)lower[i] >= 0x80) {
            g_autofree char *whole_word = g_utf8_strdown(text, (gssize)length);

            return g_string_chunk_insert(around->texts, whole_word);
        }
        lower[i] = g_ascii_tolower(lower[i]);
    }
    return lower;
}

/* The word that begins at @at; where it ends. */
static gsize add_word(Surroundings *around, gsize at, gsize end)
{
    const char *text = around->block->text->str;
    gsize to = at;

    while (to < end && isr_is_alnum(isr_character_at(text + to)))
        to = (gsize)(g_utf8_next_char(text + to) - text);
    add(around, ISR_CUE_WORD, lower_case(around, text + at, to - at), at);
    join_wording(around);
    return to;
}

static gsize add_mark(Surroundings *around, gsize at)
{
    static const char *const marks = ",.:;()/&+=~?!|-<>[]";
    const char *text = around->block->text->str;
    gunichar c = isr_character_at(text + at);

    if (c == '\n' || c == ISR_CELL_BREAK || c == '\t')
        c = '|';
    if (c == 0x2013 || c == 0x2014)
        c = '-';
    if (is_mark(c)) {
        char mark[2] = {*strchr(marks, (int)c), '\0'};
        add(around, ISR_CUE_WORD, g_string_chunk_insert_const(around->texts, mark), at);
    }
    return (gsize)(g_utf8_next_char(text + at) - text);
}

static void cut(Surroundings *around, gsize at, gsize end)
{
    const char *text = around->block->text->str;

    while (at < end) {
        gsize owner = owner_ending(text + at);
        if (owner > 0 && around->tokens->len > 0) {
            add(around, ISR_CUE_WORD, "'s", at);
            at += owner;
        } else if (isr_is_alnum(isr_character_at(text + at))) {
            at = add_word(around, at, end);
        } else {
            at = add_mark(around, at);
        }
    }
}

static void add_finding(Surroundings *around, const IsrFinding *finding)
{
    IsrCueClass class = class_of(finding->category);

    if (class == ISR_CUE_NAME)
        drop_titles(around);
    add(around, class, class == ISR_CUE_WORD ? "#" : "{}", finding->range.start);
}

/* Byte @at, or the next that begins a letter. */
static gsize whole(const char *text, gsize at)
{
    while (((guchar)text[at] & 0xc0) == 0x80)
        at++;
    return at;
}

/* Cuts bytes @from to @to, of which the middle is left out if they are many. */
static void cut_gap(Surroundings *around, gsize from, gsize to)
{
    const char *text = around->block->text->str;

    if (to - from <= 2 * REACH) {
        cut(around, from, to);
        return;
    }
    cut(around, from, whole(text, from + REACH));
    add(around, ISR_CUE_WORD, "|", from + REACH);
    cut(around, whole(text, to - REACH), to);
}

static gboolean is_near_name(const GArray *findings, guint n)
{
    const IsrFinding *finding = &g_array_index(findings, IsrFinding, n);

    for (guint i = n > 3 ? n - 3 : 0; i < findings->len && i <= n + 3; i++) {
        const IsrFinding *other = &g_array_index(findings, IsrFinding, i);
        if (class_of(other->category) == ISR_CUE_NAME &&
            other->range.start < finding->range.end + REACH &&
            finding->range.start < other->range.end + REACH)
            return TRUE;
    }
    return FALSE;
}

static GArray *lines_of(const GString *text)
{
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(Line));
    guint column = 0;

    for (gsize i = 0; i < text->len; i++) {
        if (text->str[i] != '\n' && text->str[i] != ISR_CELL_BREAK)
            continue;
        column += text->str[i] == ISR_CELL_BREAK;
        const Line line = {i + 1, column};
        g_array_append_val(lines, line);
    }
    return lines;
}

/* A block can be one line of a hundred thousand names, so none of them looks for its beginning. */
static const Line *line_at(const Surroundings *around, gsize at)
{
    static const Line first = {0, 0};
    guint low = 0, high = around->lines->len;

    while (low < high) {
        const guint middle = low + (high - low) / 2;

        if (g_array_index(around->lines, Line, middle).start <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? &g_array_index(around->lines, Line, low - 1) : &first;
}

gsize isr_surroundings_line(const Surroundings *surroundings, gsize at)
{
    return line_at(surroundings, at)->start;
}

guint isr_surroundings_column(const Surroundings *surroundings, gsize at)
{
    return line_at(surroundings, at)->column;
}

Surroundings *isr_surroundings_new(const IsrPatterns *patterns, const IsrBlock *block,
                                   const GArray *findings)
{
    Surroundings *around = g_new0(Surroundings, 1);
    const char *text = block->text->str;
    gsize at = 0;

    around->patterns = patterns;
    around->block = block;
    around->lines = lines_of(block->text);
    around->tokens = g_array_new(FALSE, FALSE, sizeof(IsrCueToken));
    around->starts = g_array_new(FALSE, FALSE, sizeof(gsize));
    around->texts = g_string_chunk_new(512);
    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);
        if (finding->range.start < at || !is_near_name(findings, i))
            continue;
        cut_gap(around, at, finding->range.start);
        add_finding(around, finding);
        at = finding->range.end;
    }
    if (around->tokens->len > 0)
        cut(around, at, whole(text, MIN(block->text->len, at + REACH)));
    return around;
}

void isr_surroundings_free(Surroundings *surroundings)
{
    if (surroundings == NULL)
        return;
    g_array_unref(surroundings->lines);
    g_array_unref(surroundings->tokens);
    g_array_unref(surroundings->starts);
    g_string_chunk_free(surroundings->texts);
    g_free(surroundings);
}

const IsrCueToken *isr_surroundings_tokens(const Surroundings *surroundings, const IsrFinding *name,
                                           guint *n, guint *at)
{
    const GArray *starts = surroundings->starts;
    guint low = 0, high = starts->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (g_array_index(starts, gsize, middle) < name->range.start)
            low = middle + 1;
        else
            high = middle;
    }
    *n = surroundings->tokens->len;
    *at = low;
    return low < starts->len && g_array_index(starts, gsize, low) == name->range.start
               ? (const IsrCueToken *)(gpointer)surroundings->tokens->data
               : NULL;
}

gsize isr_surroundings_start(const Surroundings *surroundings, guint n)
{
    return g_array_index(surroundings->starts, gsize, n);
}

void isr_surroundings_read(const Surroundings *surroundings, const IsrFinding *name,
                           GPtrArray *found)
{
    guint n, at;
    const IsrCueToken *tokens = isr_surroundings_tokens(surroundings, name, &n, &at);

    if (tokens != NULL)
        isr_cue_index_read(surroundings->patterns->cue_index, tokens, n, at, found);
}
