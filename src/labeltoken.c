/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words of labels are numbered, and wordings are paths from word to word. Both are kept in tables
 * with open slots that are filled once. */
#include "labeltoken.h"

#include "character.h"

#include <string.h>

typedef struct {
    char *text; /* NULL: free */
    guint32 hash, number;
    guint flags;
} LabelWord;

/* From a node, by a word, to a node. */
typedef struct {
    guint32 from, word, to; /* to 0: free */
} Step;

struct LabelGrammar {
    LabelWord *words;
    Step *steps;
    guint words_mask, steps_mask; /* slots less one */
    guint n_words, n_steps;
    GPtrArray *labels; /* of each node: const IsrLabel *, or NULL; 0 is where wordings begin */
};

#define HASH_START 2166136261u

static guint32 hash_on(guint32 hash, guint8 byte)
{
    return (hash ^ byte) * 16777619u;
}

LabelGrammar *isr_label_grammar_new(void)
{
    LabelGrammar *grammar = g_new0(LabelGrammar, 1);

    grammar->words_mask = grammar->steps_mask = 1023;
    grammar->words = g_new0(LabelWord, grammar->words_mask + 1);
    grammar->steps = g_new0(Step, grammar->steps_mask + 1);
    grammar->labels = g_ptr_array_new();
    g_ptr_array_add(grammar->labels, NULL);
    return grammar;
}

void isr_label_grammar_free(LabelGrammar *grammar)
{
    if (!grammar)
        return;
    for (guint i = 0; i <= grammar->words_mask; i++)
        g_free(grammar->words[i].text);
    g_free(grammar->words);
    g_free(grammar->steps);
    g_ptr_array_unref(grammar->labels);
    g_free(grammar);
}

/* The slot of the word of @length bytes at @text, or the free one where it would be. */
static LabelWord *word_slot(const LabelGrammar *grammar, const char *text, gsize length,
                            guint32 hash)
{
    for (guint at = hash & grammar->words_mask;; at = (at + 1) & grammar->words_mask) {
        LabelWord *word = &grammar->words[at];

        if (!word->text || (word->hash == hash && strncmp(word->text, text, length) == 0 &&
                            word->text[length] == '\0'))
            return word;
    }
}

static void widen_words(LabelGrammar *grammar)
{
    LabelWord *old = grammar->words;
    guint slots = grammar->words_mask + 1;

    grammar->words_mask = slots * 2 - 1;
    grammar->words = g_new0(LabelWord, slots * 2);
    for (guint i = 0; i < slots; i++) {
        if (old[i].text)
            *word_slot(grammar, old[i].text, strlen(old[i].text), old[i].hash) = old[i];
    }
    g_free(old);
}

static LabelWord *word_for(LabelGrammar *grammar, const char *text, gsize length)
{
    guint32 hash = HASH_START;
    LabelWord *word;

    for (gsize i = 0; i < length; i++)
        hash = hash_on(hash, (guint8)text[i]);
    word = word_slot(grammar, text, length, hash);
    if (word->text)
        return word;
    if (grammar->n_words * 2 > grammar->words_mask) {
        widen_words(grammar);
        word = word_slot(grammar, text, length, hash);
    }
    *word = (LabelWord){g_strndup(text, length), hash, ++grammar->n_words, 0};
    return word;
}

static Step *step_slot(const LabelGrammar *grammar, guint32 from, guint32 word)
{
    guint at = (from * 2654435761u ^ word * 40503u) & grammar->steps_mask;

    while (grammar->steps[at].to &&
           (grammar->steps[at].from != from || grammar->steps[at].word != word))
        at = (at + 1) & grammar->steps_mask;
    return &grammar->steps[at];
}

static void widen_steps(LabelGrammar *grammar)
{
    Step *old = grammar->steps;
    guint slots = grammar->steps_mask + 1;

    grammar->steps_mask = slots * 2 - 1;
    grammar->steps = g_new0(Step, slots * 2);
    for (guint i = 0; i < slots; i++) {
        if (old[i].to)
            *step_slot(grammar, old[i].from, old[i].word) = old[i];
    }
    g_free(old);
}

static guint32 step_to(LabelGrammar *grammar, guint32 from, guint32 word)
{
    Step *step = step_slot(grammar, from, word);

    if (step->to)
        return step->to;
    if (++grammar->n_steps * 2 > grammar->steps_mask) {
        widen_steps(grammar);
        step = step_slot(grammar, from, word);
    }
    g_ptr_array_add(grammar->labels, NULL);
    *step = (Step){from, word, grammar->labels->len - 1};
    return step->to;
}

void isr_label_grammar_flag(LabelGrammar *grammar, const char *word, guint flags)
{
    word_for(grammar, word, strlen(word))->flags |= flags;
}

void isr_label_grammar_add(LabelGrammar *grammar, const char *key, const IsrLabel *label)
{
    guint32 node = 0;

    for (const char *p = key, *end = key; *end; p = end + 1) {
        guint flags = p == key ? LABEL_FIRST : 0;
        LabelWord *word;

        end = p + strcspn(p, " ");
        word = word_for(grammar, p, (gsize)(end - p));
        word->flags |= flags | (*end ? 0 : LABEL_LAST);
        node = step_to(grammar, node, word->number);
    }
    if (!grammar->labels->pdata[node])
        grammar->labels->pdata[node] = (gpointer)label;
}

/* A text on its way through the tokeniser. */
typedef struct {
    const LabelGrammar *grammar;
    GArray *tokens;
    LabelToken token; /* in hand, if its length is not 0 */
    guint32 hash;
    GString *key; /* of the token in hand */
    guint32 firsts;
} Cutter;

static void put(Cutter *cutter, char c)
{
    g_string_append_c(cutter->key, c);
    cutter->hash = hash_on(cutter->hash, (guint8)c);
}

static void put_letter(Cutter *cutter, gunichar c)
{
    char bytes[6];
    gint n;

    if (c < 0x80) {
        put(cutter, g_ascii_tolower((char)c));
        return;
    }
    n = g_unichar_to_utf8(isr_to_lower(c), bytes);
    for (gint i = 0; i < n; i++)
        put(cutter, bytes[i]);
}

static void end_token(Cutter *cutter)
{
    LabelToken *token = &cutter->token;
    const LabelWord *word;

    if (cutter->key->len == 0)
        return;
    word = word_slot(cutter->grammar, cutter->key->str, cutter->key->len, cutter->hash);
    token->length = (guint32)cutter->key->len;
    token->word = word->text ? word->number : 0;
    token->flags = word->text ? word->flags : 0;
    token->firsts = cutter->firsts;
    cutter->firsts += token->flags & LABEL_FIRST ? 1 : 0;
    g_array_append_vals(cutter->tokens, token, 1);
    g_string_truncate(cutter->key, 0);
    cutter->hash = HASH_START;
}

static void put_and(Cutter *cutter, guint32 at)
{
    put(cutter, 'a');
    put(cutter, 'n');
    put(cutter, 'd');
    cutter->token = (LabelToken){.start = at, .end = at + 1, .past = at + 1};
    end_token(cutter);
}

GArray *isr_label_tokens_new(const LabelGrammar *grammar, const char *text, gsize length,
                             guint most)
{
    g_autoptr(GString) key = g_string_new(NULL);
    Cutter cutter = {.grammar = grammar, .hash = HASH_START, .key = key};
    const char *end = text + length;
    gsize word = 0; /* letters since the last space or joining dot */

    cutter.tokens = g_array_new(FALSE, FALSE, sizeof(LabelToken));
    for (const char *at = text; at < end && cutter.tokens->len < most;) {
        gsize ending = word > 0 ? isr_label_ending(at, end) : 0;
        gunichar c = isr_character_at(at);
        guint32 place = (guint32)(at - text);

        if (ending > 0) {
            at += ending;
            cutter.token.past = (guint32)(at - text);
            continue;
        }
        if (isr_is_alnum(c)) {
            if (key->len == 0)
                cutter.token.start = place;
            put_letter(&cutter, c);
            word++;
            at = g_utf8_next_char(at);
            cutter.token.end = cutter.token.past = (guint32)(at - text);
            continue;
        }
        if (isr_label_dot_joins(at, end, word)) {
            word = 0;
            at++;
            continue;
        }
        end_token(&cutter);
        if (c == '&')
            put_and(&cutter, place);
        word = 0;
        at = g_utf8_next_char(at);
    }
    if (cutter.tokens->len < most)
        end_token(&cutter);
    return cutter.tokens;
}

const IsrLabel *isr_label_tokens_find(const LabelGrammar *grammar, const LabelToken *tokens,
                                      guint from, guint to)
{
    guint32 node = 0;

    for (guint i = from; i < to; i++) {
        node = tokens[i].word ? step_slot(grammar, node, tokens[i].word)->to : 0;
        if (!node)
            return NULL;
    }
    return grammar->labels->pdata[node];
}

const IsrLabel *isr_label_tokens_longest(const LabelGrammar *grammar, const LabelToken *tokens,
                                         guint from, guint *to)
{
    const IsrLabel *longest = NULL;
    guint32 node = 0;

    for (guint i = from, most = *to; i < most && tokens[i].word; i++) {
        node = step_slot(grammar, node, tokens[i].word)->to;
        if (!node)
            break;
        if (grammar->labels->pdata[node]) {
            longest = grammar->labels->pdata[node];
            *to = i + 1;
        }
    }
    return longest;
}
