/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain words. All text of a record passes through here, so plain ASCII has a way of its own. */
#include "tokens.h"

#include "character.h"
#include "fold.h"

#include <string.h>

typedef struct {
    const char *text;
    gsize length;
    IsrTokens *tokens;
    gboolean parted;
} Reader;

#define POUND "\xc2\xa3"

static gboolean is_word_byte(char c)
{
    return g_ascii_isalnum(c) || (guchar)c >= 0x80;
}

/* The bytes of an apostrophe at @at, 0 if there is none. */
static gsize apostrophe(const Reader *reader, gsize at)
{
    if (at >= reader->length)
        return 0;
    if (reader->text[at] == '\'')
        return 1;
    return reader->length - at >= 3 && memcmp(reader->text + at, "\xe2\x80\x99", 3) == 0 ? 3 : 0;
}

/* The bytes of the letter or digit at @at, 0 if there is none. */
static gsize letter(const Reader *reader, gsize at)
{
    const char *text = reader->text;

    if (at >= reader->length)
        return 0;
    if ((guchar)text[at] < 0x80)
        return g_ascii_isalnum(text[at]) ? 1 : 0;
    gunichar c = isr_character_at(text + at);

    return isr_is_alnum(c) || isr_is_mark(c) ? (gsize)(g_utf8_next_char(text + at) - (text + at))
                                             : 0;
}

static void put_letter(Reader *reader, gsize at, gsize size)
{
    GString *plain = reader->tokens->plain;
    gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

    if (size == 1) {
        g_string_append_c(plain, g_ascii_tolower(reader->text[at]));
        return;
    }
    gsize n = g_unichar_fully_decompose(isr_character_at(reader->text + at), FALSE, parts,
                                        G_N_ELEMENTS(parts));

    for (gsize i = 0; i < n; i++)
        isr_fold_squeezed(parts[i], plain);
}

/* "he's", "that's": no owner, but a verb follows. */
static gboolean is_contraction(const char *word, gsize length)
{
    static const char *const words[] = {"he",    "she",  "it",  "who", "that",
                                        "there", "what", "how", "let", "here"};

    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        if (strlen(words[i]) == length && memcmp(words[i], word, length) == 0)
            return TRUE;
    return FALSE;
}

/* Bytes of the short verb at @at: "ll" in "she'll", "ve" in "they've"; 0 if there is none. */
static gsize short_verb(const Reader *reader, gsize at)
{
    static const char *const verbs[] = {"s", "ll", "d", "ve", "re", "m"};

    for (guint i = 0; i < G_N_ELEMENTS(verbs); i++) {
        gsize length = strlen(verbs[i]);

        if (reader->length - at >= length &&
            g_ascii_strncasecmp(reader->text + at, verbs[i], length) == 0 &&
            letter(reader, at + length) == 0)
            return length;
    }
    return 0;
}

/* Reads what follows a word's letters: 's makes an owner and is written as many write it, "mums"; a
 * short verb is passed over, any other apostrophe goes on ("can't"). Returns where reading goes on,
 * *more if the same word does. */
static gsize read_apostrophe(Reader *reader, IsrToken *token, gsize at, gboolean *more)
{
    gsize mark = apostrophe(reader, at), next = at + mark, verb;
    const GString *plain = reader->tokens->plain;

    *more = FALSE;
    if (mark == 0)
        return at;
    if (letter(reader, next) == 0) {
        if (plain->str[plain->len - 1] == 's')
            token->flags |= ISR_TOKEN_OWNS;
        return at;
    }
    verb = short_verb(reader, next);
    if (verb == 1 && g_ascii_tolower(reader->text[next]) == 's' &&
        !is_contraction(plain->str + token->at, plain->len - token->at)) {
        token->flags |= ISR_TOKEN_OWNS;
        if (plain->str[plain->len - 1] != 's')
            g_string_append_c(reader->tokens->plain, 's');
    }
    *more = verb == 0;
    return next + verb;
}

static gsize read_word(Reader *reader, gsize at)
{
    IsrToken token = {.start = at, .at = reader->tokens->plain->len};
    gboolean more = TRUE;

    if (reader->parted)
        token.flags |= ISR_TOKEN_PARTED;
    if (g_ascii_isupper(reader->text[at]) ||
        ((guchar)reader->text[at] >= 0x80 && isr_is_upper(isr_character_at(reader->text + at))))
        token.flags |= ISR_TOKEN_CAPITAL;
    while (more) {
        for (gsize size; (size = letter(reader, at)) > 0; at += size) {
            if (g_ascii_isdigit(reader->text[at]))
                token.flags |= ISR_TOKEN_DIGITS;
            put_letter(reader, at, size);
        }
        at = read_apostrophe(reader, &token, at, &more);
    }
    token.end = at;
    token.length = (guint)(reader->tokens->plain->len - token.at);
    if (token.length > 0) {
        g_string_append_c(reader->tokens->plain, ' ');
        g_array_append_val(reader->tokens->tokens, token);
        reader->parted = FALSE;
    }
    return at;
}

/* A sum of money is told by its sign, which is a word of its own. */
static gsize read_pound(Reader *reader, gsize at)
{
    IsrToken token = {.start = at, .end = at + 2, .at = reader->tokens->plain->len, .length = 2};

    if (reader->parted)
        token.flags |= ISR_TOKEN_PARTED;
    g_string_append(reader->tokens->plain, POUND " ");
    g_array_append_val(reader->tokens->tokens, token);
    reader->parted = FALSE;
    return token.end;
}

/* What stands between words: a hyphen or slash joins, other signs part. */
static gsize read_between(Reader *reader, gsize at)
{
    const char *text = reader->text;
    GArray *tokens = reader->tokens->tokens;
    IsrToken *last = tokens->len > 0 ? &g_array_index(tokens, IsrToken, tokens->len - 1) : NULL;

    if ((guchar)text[at] >= 0x80)
        reader->parted = reader->parted || !isr_is_space(isr_character_at(text + at));
    else if (text[at] == '\0' || strchr("-/&' \n+", text[at]) == NULL)
        reader->parted = TRUE;
    if (last && text[at] == ':')
        last->flags |= ISR_TOKEN_COLON;
    if (last && at + 2 < reader->length && memcmp(text + at, "   ", 3) == 0)
        last->flags |= ISR_TOKEN_GAP;
    return (gsize)(g_utf8_next_char(text + at) - text);
}

IsrTokens *isr_tokens_new(const char *text, gsize length)
{
    IsrTokens *tokens = g_new0(IsrTokens, 1);
    Reader reader = {.text = text, .length = length, .tokens = tokens};

    tokens->plain = g_string_sized_new(length + 2);
    tokens->tokens = g_array_sized_new(FALSE, FALSE, sizeof(IsrToken), (guint)(length / 5 + 1));
    g_string_append_c(tokens->plain, ' ');
    for (gsize at = 0; at < length;) {
        if (is_word_byte(text[at]) && letter(&reader, at) > 0)
            at = read_word(&reader, at);
        else if (length - at >= 2 && memcmp(text + at, POUND, 2) == 0)
            at = read_pound(&reader, at);
        else
            at = read_between(&reader, at);
    }
    return tokens;
}

void isr_tokens_free(IsrTokens *tokens)
{
    if (!tokens)
        return;
    g_string_free(tokens->plain, TRUE);
    g_array_unref(tokens->tokens);
    g_free(tokens);
}

const IsrToken *isr_tokens_nth(const IsrTokens *tokens, guint n)
{
    return &g_array_index(tokens->tokens, IsrToken, n);
}

const char *isr_tokens_word(const IsrTokens *tokens, guint n)
{
    return tokens->plain->str + isr_tokens_nth(tokens, n)->at;
}

guint isr_tokens_at(const IsrTokens *tokens, gsize at)
{
    guint low = 0, high = tokens->tokens->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;

        if (isr_tokens_nth(tokens, middle)->start < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
