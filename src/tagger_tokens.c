/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cuts read text into tokens, chunk by chunk: a chunk is what stands between white space. */
#include "tagger_tokens.h"

#include <isredact/block.h>

#include <string.h>

/* Tokens that are handed over at once. */
#define HELD 64

typedef struct {
    const char *text;
    gsize end; /* of the chunk */
    GArray *tokens;
    gboolean breaks;   /* the next token begins a sequence */
    gboolean finished; /* a full stop or the like has come, and only closing marks since */
    Token held[HELD];  /* not yet among the tokens */
    guint n_held;
} Cutter;

static void hand_over(Cutter *cutter)
{
    g_array_append_vals(cutter->tokens, cutter->held, cutter->n_held);
    cutter->n_held = 0;
}

static gunichar char_at(const Cutter *cutter, gsize at)
{
    if (at >= cutter->end)
        return 0;
    guchar c = (guchar)cutter->text[at];
    return c < 0x80 ? c : g_utf8_get_char(cutter->text + at);
}

static gsize after(const Cutter *cutter, gsize at)
{
    return (gsize)(g_utf8_next_char(cutter->text + at) - cutter->text);
}

static gboolean is_letter(gunichar c)
{
    return c < 0x80 ? g_ascii_isalpha((char)c) : g_unichar_isalpha(c) || g_unichar_ismark(c);
}

static gboolean is_digit(gunichar c)
{
    return c < 0x80 ? g_ascii_isdigit((char)c) : g_unichar_isdigit(c);
}

static gboolean is_upper(gunichar c)
{
    return c < 0x80 ? g_ascii_isupper((char)c) : g_unichar_isupper(c);
}

static void add(Cutter *cutter, gsize start, gsize end)
{
    char c = cutter->text[start];

    if (cutter->n_held == HELD)
        hand_over(cutter);
    cutter->held[cutter->n_held++] =
        (Token){(guint32)start, (guint32)end, cutter->breaks ? TOKEN_BREAK : 0};
    cutter->breaks = FALSE;
    if (c == '.' || c == '!' || c == '?')
        cutter->finished = TRUE;
    else if (strchr(")\"']", c) == NULL || end - start > 1)
        cutter->finished = FALSE;
}

/* "J." and "B.K.": a capital and its dot, again and again. @at if there are none. */
static gsize initials_end(const Cutter *cutter, gsize at)
{
    gsize end = at;

    while (is_upper(char_at(cutter, end)) && char_at(cutter, after(cutter, end)) == '.') {
        gsize past = after(cutter, end) + 1;
        if (is_letter(char_at(cutter, past)) && !is_upper(char_at(cutter, past)))
            break;
        end = past;
    }
    return end;
}

static gboolean is_titled(const char *word, gsize length)
{
    static const char *const titles[] = {"Mr", "Mrs", "Ms",   "Dr",   "Prof", "Rev",
                                         "St", "Sgt", "Fr",   "Cllr", "Insp", "Supt",
                                         "Lt", "Col", "Capt", "Gen",  "Hon",  "No"};

    for (guint i = 0; i < G_N_ELEMENTS(titles); i++)
        if (strlen(titles[i]) == length && g_ascii_strncasecmp(titles[i], word, length) == 0)
            return TRUE;
    return FALSE;
}

/* TRUE if the apostrophe at @at owns: "'s" and no letter after it. */
static gboolean owns(const Cutter *cutter, gsize at)
{
    return g_ascii_tolower(cutter->text[at + 1]) == 's' && at + 1 < cutter->end &&
           !is_letter(char_at(cutter, at + 2)) && !is_digit(char_at(cutter, at + 2));
}

static gsize word_end(const Cutter *cutter, gsize at)
{
    gsize start = at;

    for (gunichar c; (c = char_at(cutter, at)) != 0;) {
        gboolean inner =
            c == '\'' && is_letter(char_at(cutter, at + 1)) && !owns(cutter, at) && at > start;
        if (!is_letter(c) && !is_digit(c) && !inner)
            break;
        at = after(cutter, at);
    }
    if (char_at(cutter, at) == '.' && is_titled(cutter->text + start, at - start))
        at++;
    return at;
}

/* "14/06/2016", "9.30", "60,000", "1st". */
static gsize number_end(const Cutter *cutter, gsize at)
{
    for (gunichar c, last = 0; (c = char_at(cutter, at)) != 0; last = c) {
        gboolean inner = c < 0x80 && strchr(".,:/-", (int)c) != NULL && is_digit(last) &&
                         is_digit(char_at(cutter, at + 1));
        if (!is_letter(c) && !is_digit(c) && !inner)
            break;
        at = after(cutter, at);
    }
    return at;
}

static gsize token_end(const Cutter *cutter, gsize at)
{
    gunichar c = char_at(cutter, at);
    gsize end = after(cutter, at);

    if (is_letter(c)) {
        gsize initials = initials_end(cutter, at);
        return initials > at ? initials : word_end(cutter, at);
    }
    if (is_digit(c))
        return number_end(cutter, at);
    if (c == '\'' && owns(cutter, at) && at > 0)
        return at + 2;
    if (c == '#' && is_letter(char_at(cutter, end)))
        return word_end(cutter, end);
    while (char_at(cutter, end) == c)
        end = after(cutter, end);
    return end;
}

/* An address of mail or net, or a user's name. */
static gboolean is_address(const char *text, gsize length)
{
    if (memchr(text, '@', length) != NULL || g_strstr_len(text, (gssize)length, "://") != NULL)
        return TRUE;
    return length > 4 && g_ascii_strncasecmp(text, "www.", 4) == 0;
}

static void cut_address(Cutter *cutter, gsize start)
{
    gsize end = cutter->end;

    while (start < end && strchr("([<{\"'", cutter->text[start]) != NULL) {
        add(cutter, start, start + 1);
        start++;
    }
    while (end > start && strchr(")]>}\"'.,;:!?", cutter->text[end - 1]) != NULL)
        end--;
    if (end > start)
        add(cutter, start, end);
    for (; end < cutter->end; end++)
        add(cutter, end, end + 1);
}

static void cut(Cutter *cutter, gsize start)
{
    if (is_address(cutter->text + start, cutter->end - start)) {
        cut_address(cutter, start);
        return;
    }
    while (start < cutter->end) {
        gsize end = token_end(cutter, start);
        add(cutter, start, end);
        start = end;
    }
}

static gboolean begins_sentence(gunichar c)
{
    return is_upper(c) || is_digit(c) || c == '"' || c == '\'' || c == '(';
}

void isr_tokens_read(const char *text, gsize start, gsize end, GArray *tokens)
{
    Cutter cutter = {.text = text, .end = end, .tokens = tokens, .breaks = TRUE};

    for (gsize at = start; at < end;) {
        if (text[at] == ' ') {
            at++;
            continue;
        }
        if (text[at] == '\n' || text[at] == ISR_CELL_BREAK) {
            cutter.breaks = TRUE;
            at++;
            continue;
        }
        gsize past = at;
        while (past < end && text[past] != ' ' && text[past] != '\n' &&
               text[past] != ISR_CELL_BREAK)
            past++;
        cutter.end = past;
        if (cutter.finished && begins_sentence(char_at(&cutter, at)))
            cutter.breaks = TRUE;
        cut(&cutter, at);
        at = past;
    }
    hand_over(&cutter);
}
