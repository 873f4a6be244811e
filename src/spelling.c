/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Squeezed text with the way back, the edges of words, and the gaps that a value may have
 * inside. It knows single places of a text; terms.c decides what a match means. */
#include "spelling.h"

#include "character.h"
#include "fold.h"

#include <string.h>

/* Digits of a number that no others make by chance, whatever stands between them. */
#define LONG_NUMBER 9

void isr_squeeze_character(gunichar c, GString *out)
{
    gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
    gsize n;

    if (c < 0x80) {
        if (g_ascii_isalnum((char)c))
            g_string_append_c(out, (char)isr_to_lower(c));
        return;
    }
    n = g_unichar_fully_decompose(c, TRUE, parts, G_N_ELEMENTS(parts));
    for (gsize i = 0; i < n; i++)
        isr_fold_squeezed(parts[i], out);
}

/* Appends @c squeezed; every byte of it comes from @origin. */
static void squeeze(IsrSqueezed *squeezed, gunichar c, guint32 origin)
{
    isr_squeeze_character(c, squeezed->squeezed);
    while (squeezed->origins->len < squeezed->squeezed->len)
        g_array_append_val(squeezed->origins, origin);
}

/* Appends the ASCII characters from @at on, squeezed; where they end. */
static gsize squeeze_plain(IsrSqueezed *squeezed, gsize at)
{
    GString *out = squeezed->squeezed;
    gsize n = out->len, end = at;
    guint32 *origins;

    while (end < squeezed->length && (guchar)squeezed->text[end] < 0x80)
        end++;
    g_string_set_size(out, n + (end - at));
    g_array_set_size(squeezed->origins, (guint)out->len);
    origins = &g_array_index(squeezed->origins, guint32, 0);
    for (; at < end; at++) {
        char c = squeezed->text[at];

        if (g_ascii_isalnum(c)) {
            out->str[n] = (char)isr_to_lower((guchar)c);
            origins[n++] = (guint32)at;
        }
    }
    g_string_truncate(out, n);
    g_array_set_size(squeezed->origins, (guint)n);
    return end;
}

void isr_squeezed_init(IsrSqueezed *squeezed, const char *text, gsize length)
{
    squeezed->text = text;
    squeezed->length = length;
    squeezed->squeezed = g_string_sized_new(length + 1);
    squeezed->origins = g_array_sized_new(FALSE, FALSE, sizeof(guint32), (guint)length);
    for (gsize at = 0; at < length; at += (gsize)(g_utf8_next_char(text + at) - (text + at))) {
        at = squeeze_plain(squeezed, at);
        if (at < length)
            squeeze(squeezed, isr_character_at(text + at), (guint32)at);
        else
            break;
    }
}

void isr_squeezed_clear(IsrSqueezed *squeezed)
{
    g_string_free(squeezed->squeezed, TRUE);
    g_array_unref(squeezed->origins);
}

/* Where the value has gaps of its own, and what stands in them. */
static void learn_joints(IsrSpelling *term, const IsrSqueezed *squeezed)
{
    const guint32 *origins = &g_array_index(squeezed->origins, guint32, 0);
    g_autoptr(GString) separators = g_string_new(NULL);

    term->joints = g_new0(guint8, term->length + 1);
    for (gsize i = 1; i < term->length; i++) {
        const gsize past =
            (gsize)(g_utf8_next_char(squeezed->text + origins[i - 1]) - squeezed->text);

        if (past < origins[i]) {
            term->joints[i] = TRUE;
            g_string_append_len(separators, squeezed->text + past, (gssize)(origins[i] - past));
        }
    }
    term->separators = g_string_free(g_steal_pointer(&separators), FALSE);
}

/* Counts letters and digits; a value without a word of four letters or more is a code. */
static void learn_characters(IsrSpelling *term, const IsrSqueezed *squeezed)
{
    const guint32 *origins = &g_array_index(squeezed->origins, guint32, 0);
    guint run = 0, longest = 0;

    for (gsize i = 0; i < term->length; i++) {
        const gboolean digit = g_ascii_isdigit(term->term.squeezed[i]);

        term->digits += digit;
        run = digit ? 0 : run + 1;
        longest = MAX(longest, run);
        term->letters += run && (!i || origins[i] != origins[i - 1]);
        term->first = i ? term->first : digit;
        term->last = digit;
    }
    term->code = longest < 4 && term->letters < term->length;
}

IsrSpelling *isr_spelling_new(const char *value, IsrCategory category)
{
    IsrSpelling *term = g_new0(IsrSpelling, 1);
    IsrSqueezed squeezed;

    isr_squeezed_init(&squeezed, value, strlen(value));
    term->term.squeezed = g_strdup(squeezed.squeezed->str);
    term->term.category = category;
    term->length = squeezed.squeezed->len;
    term->next = ISR_MATCHER_NONE;
    learn_joints(term, &squeezed);
    learn_characters(term, &squeezed);
    term->glue = isr_glue_for(category, term->letters, term->digits);
    isr_squeezed_clear(&squeezed);
    return term;
}

gboolean isr_spelling_is_filed(const IsrSpelling *term)
{
    return term->term.category == ISR_CATEGORY_NAME && strcmp(term->separators, "_") == 0;
}

void isr_spelling_free(gpointer spelling)
{
    IsrSpelling *term = spelling;

    g_free(term->term.squeezed);
    g_free(term->joints);
    g_free(term->separators);
    g_free(term);
}

static gunichar char_before(const IsrSqueezed *squeezed, gsize at)
{
    return at ? isr_character_at(g_utf8_prev_char(squeezed->text + at)) : ' ';
}

static gunichar char_at(const IsrSqueezed *squeezed, gsize at)
{
    return at < squeezed->length ? isr_character_at(squeezed->text + at) : ' ';
}

static gboolean is_word(gunichar c)
{
    return isr_is_alnum(c) || isr_is_mark(c);
}

/* "MacDonald" is one name: nobody called Donald stands there. */
static gboolean follows_particle(const IsrSqueezed *squeezed, gsize at)
{
    static const char *const particles[] = {"Mac", "Mc",   "De",  "Di", "La",
                                            "Le",  "Fitz", "Van", "Von"};

    for (guint i = 0; i < G_N_ELEMENTS(particles); i++) {
        gsize n = strlen(particles[i]);

        if (at >= n && strncmp(squeezed->text + at - n, particles[i], n) == 0 &&
            !is_word(char_before(squeezed, at - n)))
            return TRUE;
    }
    return FALSE;
}

/* Where the accents before @at begin: a space may have some too. */
static gsize before_accents(const IsrSqueezed *squeezed, gsize at)
{
    while (at > 0 && isr_is_mark(char_before(squeezed, at)))
        at = (gsize)(g_utf8_prev_char(squeezed->text + at) - squeezed->text);
    return at;
}

gboolean isr_edge_starts(const IsrSqueezed *squeezed, gsize at)
{
    gunichar before = char_before(squeezed, before_accents(squeezed, at));
    gunichar first = char_at(squeezed, at);

    if (!is_word(before) || isr_is_digit(before) != isr_is_digit(first))
        return TRUE;
    return isr_is_lower(before) && isr_is_upper(first) && !follows_particle(squeezed, at);
}

/* Past the accents at @at: they belong to the letter or digit before, however many they are. */
static gsize past_accents(const IsrSqueezed *squeezed, gsize at)
{
    while (at < squeezed->length && isr_is_mark(isr_character_at(squeezed->text + at)))
        at = (gsize)(g_utf8_next_char(squeezed->text + at) - squeezed->text);
    return at;
}

gboolean isr_edge_ends(const IsrSqueezed *squeezed, gsize at)
{
    gunichar last = char_before(squeezed, at);
    gunichar after = char_at(squeezed, past_accents(squeezed, at));

    if (!is_word(after) || isr_is_digit(last) != isr_is_digit(after))
        return TRUE;
    return isr_is_lower(last) && isr_is_upper(after);
}

static gboolean is_break(char c)
{
    return c == '\n' || c == ISR_CELL_BREAK;
}

/* All of @gap is white space, breaks or one of @allowed; of the latter no more than four. */
static gboolean consists_of(const char *gap, gsize length, const char *allowed, const char *also)
{
    guint marks = 0;

    for (gsize i = 0; i < length; i++) {
        if (gap[i] == ' ' || is_break(gap[i]))
            continue;
        if (!strchr(allowed, gap[i]) && !strchr(also, gap[i]))
            return FALSE;
        marks++;
    }
    return marks <= 4;
}

/* As consists_of(), of any marks at all: "# 999 123\n# 4578", "999|123|4578". */
static gboolean is_no_text(const char *gap, gsize length)
{
    guint marks = 0;

    for (const char *at = gap; at < gap + length; at = g_utf8_next_char(at)) {
        const gunichar c = isr_character_at(at);

        marks += *at != ' ' && !is_break(*at) && !isr_is_mark(c);
    }
    return marks <= 4;
}

/* A word cut at the end of a line: a break, perhaps with the hyphen that was typed before it, or
 * the sign with which mail cuts it. */
static gboolean is_line_end(const char *gap, gsize length)
{
    gsize i = 0;

    while (i < length && gap[i] == ' ')
        i++;
    if (i < length && (gap[i] == '-' || gap[i] == '='))
        i++;
    while (i < length && gap[i] == ' ')
        i++;
    if (i == length || gap[i] != '\n')
        return FALSE;
    while (i < length && (gap[i] == ' ' || gap[i] == '\n'))
        i++;
    return i == length;
}

/* "Okafor's" is no "Okafor S". */
static gboolean is_possessive(const IsrSqueezed *squeezed, gsize gap, gsize past)
{
    return past == gap + 1 && squeezed->text[gap] == '\'' &&
           g_ascii_tolower(squeezed->text[past]) == 's' && isr_edge_ends(squeezed, past + 1);
}

static gboolean gap_allows(const IsrSpelling *term, gsize place, const char *gap, gsize length)
{
    if (term->code)
        return consists_of(gap, length, ".-/(),:", term->separators) ||
               (term->letters == 0 && term->digits >= LONG_NUMBER && is_no_text(gap, length));
    if (term->term.category == ISR_CATEGORY_INITIALS)
        return length <= 3 && !memchr(gap, '\n', length) && !memchr(gap, ISR_CELL_BREAK, length) &&
               consists_of(gap, length, ".-'", "");
    if (term->joints[place] && isr_spelling_is_filed(term))
        return length == 1 && *gap == '_';
    if (term->joints[place])
        return consists_of(gap, length, ",.-_'\"", term->separators);
    return is_line_end(gap, length);
}

/* "O K A F O R": every letter stands alone, so the gaps say nothing. */
static gboolean is_letterspaced(const IsrSqueezed *squeezed, gsize start, gsize end)
{
    const guint32 *origins = &g_array_index(squeezed->origins, guint32, 0);

    if (end - start < 4)
        return FALSE;
    for (gsize i = start + 1; i < end; i++) {
        gsize past;

        if (origins[i] == origins[i - 1])
            continue;
        past = (gsize)(g_utf8_next_char(squeezed->text + origins[i - 1]) - squeezed->text);
        if (past == origins[i] || !consists_of(squeezed->text + past, origins[i] - past, ".-", ""))
            return FALSE;
    }
    return TRUE;
}

gboolean isr_gaps_allow(const IsrSpelling *term, const IsrSqueezed *squeezed, gsize end)
{
    const guint32 *origins = &g_array_index(squeezed->origins, guint32, 0);
    gsize start = end - term->length;

    for (gsize i = start + 1; i < end; i++) {
        gsize past;

        if (origins[i] == origins[i - 1])
            continue;
        past = (gsize)(g_utf8_next_char(squeezed->text + origins[i - 1]) - squeezed->text);
        past = past_accents(squeezed, past);
        if (past < origins[i] &&
            (is_possessive(squeezed, past, origins[i]) ||
             !gap_allows(term, i - start, squeezed->text + past, origins[i] - past)))
            return is_letterspaced(squeezed, start, end);
    }
    return TRUE;
}
