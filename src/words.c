/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cuts a reading into words. A word is letters and digits with apostrophes and hyphens inside;
 * initials keep their dots. The lists are asked only for words that someone asks about. */
#include "words.h"

#include "character.h"
#include "vocabulary.h"
#include "wordkind.h"

#include <string.h>

static gunichar char_at(const GString *text, gsize at)
{
    return at < text->len ? isr_character_at(text->str + at) : 0;
}

static gsize after(const GString *text, gsize at)
{
    return (gsize)(g_utf8_next_char(text->str + at) - text->str);
}

static gboolean is_letter(gunichar c)
{
    return isr_is_alnum(c) || isr_is_mark(c);
}

/* A dash that was typed as one parts words ("Shirin–Golam"), a hyphen joins them. */
static gboolean is_dash(const IsrReading *reading, gsize at)
{
    IsrRange origin = isr_reading_origin(reading, at, at + 1);
    gunichar c = g_utf8_get_char(reading->block->text->str + origin.start);

    return c >= 0x2012 && c <= 0x2015;
}

/* An apostrophe or hyphen joins only what has letters on both sides; "'s" is no part of a name. */
static gboolean joins(const IsrReading *reading, gsize at)
{
    const GString *text = reading->text;
    gunichar c = text->str[at];

    if ((c != '\'' && c != '-') || !is_letter(char_at(text, at + 1)))
        return FALSE;
    if (c == '-' && is_dash(reading, at))
        return FALSE;
    return c == '-' ||
           !(g_ascii_tolower(text->str[at + 1]) == 's' && !is_letter(char_at(text, at + 2)));
}

static gsize word_end(const IsrReading *reading, gsize at)
{
    const GString *text = reading->text;

    while (at < text->len) {
        if (!is_letter(char_at(text, at)) && !joins(reading, at))
            break;
        at = after(text, at);
    }
    return at;
}

/* "J." and "B.K.": a capital and its dot, again and again. */
static gsize initials_end(const GString *text, gsize at)
{
    gsize end = at;

    while (isr_is_upper(char_at(text, end)) && char_at(text, after(text, end)) == '.') {
        gsize past = after(text, end) + 1;
        if (past < text->len && isr_is_lower(char_at(text, past)))
            break;
        end = past;
    }
    return end;
}

static guint shape_of(const GString *text, gsize start, gsize end)
{
    guint letters = 0, upper = 0, flags = 0;

    for (gsize at = start; at < end; at = after(text, at)) {
        gunichar c = char_at(text, at);
        if (isr_is_digit(c))
            flags |= WORD_DIGITS;
        if (!isr_is_alpha(c))
            continue;
        letters++;
        upper += isr_is_upper(c) ? 1 : 0;
    }
    if (isr_is_upper(char_at(text, start)))
        flags |= WORD_CAPITAL;
    if (letters > 1 && upper == letters)
        flags |= WORD_UPPER;
    if (letters == 1 && upper == 1 && end - start <= 2)
        flags |= WORD_INITIAL;
    return flags;
}

static gboolean has_tab(const IsrReading *reading, gsize start, gsize end)
{
    for (gsize at = start; at < end; at++) {
        IsrRange origin = isr_reading_origin(reading, at, at + 1);
        if (reading->block->text->str[origin.start] == '\t')
            return TRUE;
    }
    return FALSE;
}

/* What the bytes between two words amount to. */
static Gap gap_of(const IsrReading *reading, gsize start, gsize end, gboolean dotted)
{
    const char *gap = reading->text->str + start;
    gsize length = end - start, spaces = 0;

    if (memchr(gap, ISR_CELL_BREAK, length) != NULL)
        return GAP_CELL;
    if (memchr(gap, '\n', length) != NULL)
        return GAP_LINE;
    for (gsize i = 0; i < length; i++)
        spaces += gap[i] == ' ' ? 1 : 0;
    if (spaces == length)
        return length > 1 || has_tab(reading, start, end) ? GAP_WIDE : GAP_SPACE;
    if (spaces > 2)
        return GAP_WIDE;
    if (dotted && gap[0] == '.' && length == 1 + spaces)
        return GAP_DOT;
    if (gap[0] == ',' && length == 1 + spaces)
        return GAP_COMMA;
    if (length == 1 && gap[0] == '-')
        return GAP_HYPHEN;
    if (length == 2 && gap[0] == ' ' && strchr("(\"'", gap[1]) != NULL)
        return GAP_NICK;
    return GAP_OTHER;
}

static gboolean opens(Gap gap, const char *text, gsize start, gsize end)
{
    if (gap == GAP_LINE || gap == GAP_CELL || gap == GAP_WIDE)
        return TRUE;
    for (gsize at = start; at < end; at++)
        if (strchr(".!?:;*|>\"", text[at]) != NULL)
            return gap != GAP_DOT;
    return FALSE;
}

/* Abbreviations whose dot ends no sentence. */
static gboolean is_dotted(const GString *text, const Word *word)
{
    static const char *const dotted[] = {"mr",  "mrs", "ms",   "dr",   "prof", "rev", "st",
                                         "sgt", "fr",  "cllr", "insp", "no",   "tel"};
    gsize length = word->end - word->start;

    for (guint i = 0; i < G_N_ELEMENTS(dotted); i++)
        if (strlen(dotted[i]) == length &&
            g_ascii_strncasecmp(dotted[i], text->str + word->start, length) == 0)
            return TRUE;
    return (word->flags & WORD_INITIAL) != 0;
}

static void add_word(Words *words, gsize start, gsize end)
{
    const GString *text = words->reading->text;
    Word word = {.start = start, .end = end, .gap = GAP_LINE};
    guint n = words->words->len;

    word.flags = shape_of(text, start, end);
    if (text->str[end - 1] == '.')
        word.flags = WORD_INITIAL | WORD_CAPITAL;
    if (char_at(text, end) == '\'' &&
        (g_ascii_tolower(text->str[end + 1]) == 's' || g_ascii_tolower(text->str[end - 1]) == 's'))
        word.flags |= WORD_OWNS;
    if (n > 0) {
        const Word *last = &g_array_index(words->words, Word, n - 1);
        word.gap = gap_of(words->reading, last->end, start,
                          text->str[last->end] == '.' && is_dotted(text, last));
        if (last->end == start)
            word.gap = GAP_SPACE;
        if (opens(word.gap, text->str, last->end, start))
            word.flags |= WORD_OPENS;
    } else {
        word.flags |= WORD_OPENS;
    }
    g_array_append_val(words->words, word);
}

/* A possessive's "s" is no word of its own. */
static gsize skip_owning(const GString *text, gsize at)
{
    if (char_at(text, at) == '\'' && g_ascii_tolower(text->str[at + 1]) == 's' &&
        !is_letter(char_at(text, at + 2)))
        return at + 2;
    return at;
}

static gboolean is_loud(const GString *text)
{
    gsize upper = 0, lower = 0;

    for (const char *at = text->str; *at != '\0'; at++) {
        upper += g_ascii_isupper(*at) ? 1 : 0;
        lower += g_ascii_islower(*at) ? 1 : 0;
    }
    return upper > 2 * lower;
}

/* Notes and chat: sentences begin in lower case. */
static gboolean is_quiet(const GArray *words)
{
    guint lower = 0, capital = 0;

    for (guint i = 0; i < words->len; i++) {
        const Word *word = &g_array_index(words, Word, i);
        if (!(word->flags & WORD_OPENS) || (word->flags & WORD_DIGITS))
            continue;
        lower += word->flags & WORD_CAPITAL ? 0 : 1;
        capital += word->flags & WORD_CAPITAL ? 1 : 0;
    }
    return lower > capital;
}

Words *isr_words_new(const IsrPatterns *patterns, const IsrReading *reading)
{
    Words *words = g_new0(Words, 1);
    const GString *text = reading->text;

    words->patterns = patterns;
    words->reading = reading;
    words->words = g_array_new(FALSE, FALSE, sizeof(Word));
    words->labels = isr_label_text_new(patterns->wordings, text->str, text->len);
    words->loud = is_loud(text);
    for (gsize at = 0; at < text->len;) {
        if (!is_letter(char_at(text, at))) {
            at = after(text, at);
            continue;
        }
        gsize end = initials_end(text, at);
        if (end == at)
            end = word_end(reading, at);
        add_word(words, at, end);
        at = skip_owning(text, end);
    }
    words->quiet = is_quiet(words->words);
    return words;
}

static void free_words(gpointer words)
{
    isr_words_free(words);
}

Words *isr_words_for(const IsrPatterns *patterns, const IsrReading *reading)
{
    if (reading->memo->words == NULL) {
        reading->memo->words = isr_words_new(patterns, reading);
        reading->memo->free_words = free_words;
    }
    return reading->memo->words;
}

void isr_words_free(Words *words)
{
    if (words == NULL)
        return;
    g_array_unref(words->words);
    isr_label_text_free(words->labels);
    g_free(words);
}

/* Looks @word up, or remembers what was found when it was last looked up. */
void isr_words_know(const Words *words, Word *word)
{
    const IsrLists *lists = words->patterns->lists;
    const char *text = words->reading->text->str + word->start;
    gsize length = word->end - word->start;
    Vocable *vocable = isr_vocabulary_find(words->patterns->vocabulary, text, length);

    if (!(vocable->flags & WORD_KNOWN)) {
        vocable->flags = isr_word_kind(lists, text, length);
        vocable->lists = isr_lists_find(lists, text, (gssize)length, NULL);
    }
    word->flags |= vocable->flags;
    word->lists = vocable->lists;
}

gboolean isr_words_is(const Words *words, const char *list, const Word *word)
{
    guint id = isr_lists_id(words->patterns->lists, list);

    if (!(word->flags & WORD_KNOWN))
        isr_words_know(words, (Word *)word);
    return id < ISR_MOST_LISTS && (word->lists & ISR_LIST_BIT(id)) != 0;
}

const char *isr_words_text(const Words *words, guint from, guint to, gsize *length)
{
    const Word *first = &g_array_index(words->words, Word, from);

    *length = g_array_index(words->words, Word, to).end - first->start;
    return words->reading->text->str + first->start;
}

guint isr_words_at(const Words *words, gsize at)
{
    guint low = 0, high = words->words->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (g_array_index(words->words, Word, middle).start < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

gboolean isr_words_in(const Words *words, const char *list, guint from, guint to)
{
    gsize length;
    const char *text;

    if (from == to)
        return isr_words_is(words, list, &g_array_index(words->words, Word, from));
    text = isr_words_text(words, from, to, &length);
    return isr_lists_has(words->patterns->lists, list, text, (gssize)length);
}
