/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Phrases in one pass. Each phrase is hung up by one of its words, the longest; what
 * stands around such an anchor is held against the rest of the phrase. */
#include "lexis.h"

#include "anchors.h"

#include <isredact/error.h>

#include <string.h>

/* Words that "..." may stand for. */
#define GAP 3
/* A phrase of more is a sentence, and a mistake. */
#define MOST_SLOTS 12

typedef struct {
    const char *word; /* plain; the lexis's */
    gsize length;
    gboolean open; /* any word that begins so */
} Choice;

typedef struct {
    guint first, n; /* its choices among the lexis's; none: a gap */
    gboolean set;   /* from {a set}: too common to hang a phrase up by */
} Slot;

typedef struct {
    guint group;
    guint anchor;   /* slot */
    guint first, n; /* its slots among the lexis's */
} Phrase;

/* A phrase that hangs at an anchor, and the next that hangs there. */
typedef struct {
    guint phrase;
    guint next; /* NONE: the last */
} Hanger;

/* The phrases that hang at an anchor, by hangers. */
typedef struct {
    guint first, last;
} Hook;

#define NONE G_MAXUINT

struct IsrLexis {
    IsrAnchors *anchors;
    GStringChunk *words;
    GArray *choices; /* of Choice */
    GArray *slots;   /* of Slot */
    GArray *phrases; /* of Phrase */
    GArray *hangers; /* of Hanger */
    GArray *hooks;   /* of Hook, by anchor */
};

static const Slot *slot_at(const IsrLexis *lexis, const Phrase *phrase, guint n)
{
    return &g_array_index(lexis->slots, Slot, phrase->first + n);
}

static const Choice *choice_at(const IsrLexis *lexis, const Slot *slot, guint n)
{
    return &g_array_index(lexis->choices, Choice, slot->first + n);
}

IsrLexis *isr_lexis_new(void)
{
    IsrLexis *lexis = g_new0(IsrLexis, 1);

    lexis->anchors = isr_anchors_new();
    lexis->words = g_string_chunk_new(1 << 16);
    lexis->choices = g_array_new(FALSE, FALSE, sizeof(Choice));
    lexis->slots = g_array_new(FALSE, FALSE, sizeof(Slot));
    lexis->phrases = g_array_new(FALSE, FALSE, sizeof(Phrase));
    lexis->hangers = g_array_new(FALSE, FALSE, sizeof(Hanger));
    lexis->hooks = g_array_new(FALSE, FALSE, sizeof(Hook));
    return lexis;
}

void isr_lexis_free(IsrLexis *lexis)
{
    if (!lexis)
        return;
    isr_anchors_free(lexis->anchors);
    g_string_chunk_free(lexis->words);
    g_array_unref(lexis->choices);
    g_array_unref(lexis->slots);
    g_array_unref(lexis->phrases);
    g_array_unref(lexis->hangers);
    g_array_unref(lexis->hooks);
    g_free(lexis);
}

static gboolean wrong(GError **error, const char *phrase, const char *what)
{
    g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "\"%s\": %s", phrase, what);
    return FALSE;
}

static gboolean is_plain(const char *text, gsize length)
{
    for (gsize i = 0; i < length; i++)
        if (!g_ascii_islower(text[i]) && !g_ascii_isdigit(text[i]))
            return FALSE;
    return length > 0;
}

/* Adds the word of @length bytes at @text, perhaps with its star, to the slot that was begun last.
 */
static gboolean add_choice(IsrLexis *lexis, const char *text, gsize length)
{
    gboolean open = length > 1 && text[length - 1] == '*';
    Choice choice = {NULL, length - open, open};

    if (is_plain(text, choice.length)) {
        choice.word = g_string_chunk_insert_len(lexis->words, text, (gssize)choice.length);
    } else {
        g_autoptr(IsrTokens) plain = isr_tokens_new(text, choice.length);

        if (plain->tokens->len != 1)
            return FALSE;
        choice.length = isr_tokens_nth(plain, 0)->length;
        choice.word = g_string_chunk_insert_len(lexis->words, isr_tokens_word(plain, 0),
                                                (gssize)choice.length);
    }
    g_array_append_val(lexis->choices, choice);
    g_array_index(lexis->slots, Slot, lexis->slots->len - 1).n++;
    return TRUE;
}

/* Adds what @text names, parted by '/', to the slot that was begun last. */
static gboolean add_choices(IsrLexis *lexis, const char *text)
{
    for (;;) {
        gsize length = strcspn(text, "/");

        if (!add_choice(lexis, text, length))
            return FALSE;
        if (text[length] == '\0')
            return TRUE;
        text += length + 1;
    }
}

static gboolean read_slot(IsrLexis *lexis, Phrase *phrase, const char *text, GHashTable *sets)
{
    gsize length = strlen(text);
    gboolean set = text[0] == '{' && text[length - 1] == '}';
    Slot slot = {.first = lexis->choices->len, .set = set};

    g_array_append_val(lexis->slots, slot);
    phrase->n++;
    if (g_str_equal(text, "..."))
        return phrase->n > 1;
    if (!set)
        return add_choices(lexis, text);
    g_autofree char *name = g_strndup(text + 1, length - 2);
    const char *members = sets ? g_hash_table_lookup(sets, name) : NULL;

    return members && add_choices(lexis, members);
}

static gsize shortest(const IsrLexis *lexis, const Slot *slot)
{
    gsize least = G_MAXSIZE;

    for (guint i = 0; i < slot->n; i++)
        least = MIN(least, choice_at(lexis, slot, i)->length);
    return slot->n > 0 && !slot->set ? least : 0;
}

/* The slot whose shortest word is the longest. */
static gboolean find_anchor(const IsrLexis *lexis, Phrase *phrase)
{
    gsize best = 0;

    for (guint i = 0; i < phrase->n; i++) {
        gsize length = shortest(lexis, slot_at(lexis, phrase, i));

        if (length <= best)
            continue;
        best = length;
        phrase->anchor = i;
    }
    return best > 0;
}

/* Hangs the phrase with that @number up at @anchor, behind those that hang there. */
static void hang_at(IsrLexis *lexis, guint anchor, guint number)
{
    const Hanger hanger = {number, NONE};
    const Hook empty = {NONE, NONE};
    const guint last = lexis->hangers->len;

    while (lexis->hooks->len <= anchor)
        g_array_append_val(lexis->hooks, empty);
    Hook *hook = &g_array_index(lexis->hooks, Hook, anchor);

    if (hook->first == NONE)
        hook->first = last;
    else
        g_array_index(lexis->hangers, Hanger, hook->last).next = last;
    hook->last = last;
    g_array_append_val(lexis->hangers, hanger);
}

static void hang_up(IsrLexis *lexis, const Phrase *phrase, guint number)
{
    const Slot *slot = slot_at(lexis, phrase, phrase->anchor);

    for (guint i = 0; i < slot->n; i++) {
        const Choice *choice = choice_at(lexis, slot, i);

        hang_at(lexis, isr_anchors_add(lexis->anchors, choice->word, choice->length, choice->open),
                number);
    }
}

/* @text as one phrase. */
static gboolean add_one(IsrLexis *lexis, const char *text, guint group, GHashTable *sets,
                        GError **error)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    Phrase phrase = {.group = group, .first = lexis->slots->len};

    for (char **word = words; *word; word++) {
        if (**word && !read_slot(lexis, &phrase, *word, sets))
            return wrong(error, text,
                         "write words, word*, one/other, {set} or ... parted by single spaces");
    }
    if (phrase.n > MOST_SLOTS)
        return wrong(error, text, "is too long for a phrase");
    if (phrase.n == 0 || !find_anchor(lexis, &phrase))
        return wrong(error, text, "holds no word of its own");
    if (slot_at(lexis, &phrase, phrase.n - 1)->n == 0)
        return wrong(error, text, "may not end in ...");
    hang_up(lexis, &phrase, lexis->phrases->len);
    g_array_append_val(lexis->phrases, phrase);
    return TRUE;
}

/* A word with a hyphen is written with it, apart or in one. */
gboolean isr_lexis_add(IsrLexis *lexis, const char *phrase, guint group, GHashTable *sets,
                       GError **error)
{
    g_autofree char *apart = g_strdelimit(g_strdup(phrase), "-", ' ');

    if (!strchr(phrase, '-'))
        return add_one(lexis, phrase, group, sets, error);
    if (strchr(phrase, '/'))
        return wrong(error, phrase, "cannot hold both - and /; write two phrases");
    g_auto(GStrv) pieces = g_strsplit(phrase, "-", -1);
    g_autofree char *joined = g_strjoinv("", pieces);

    return add_one(lexis, apart, group, sets, error) && add_one(lexis, joined, group, sets, error);
}

void isr_lexis_compile(IsrLexis *lexis)
{
    isr_anchors_compile(lexis->anchors);
}

/* What is held against what. */
typedef struct {
    const IsrLexis *lexis;
    const IsrTokens *tokens;
    guint from, to;
    const Phrase *phrase;
} Trial;

static gboolean is_choice(const Trial *trial, guint slot, guint token)
{
    const Slot *it = slot_at(trial->lexis, trial->phrase, slot);
    const char *word = isr_tokens_word(trial->tokens, token);
    guint length = isr_tokens_nth(trial->tokens, token)->length;

    for (guint i = 0; i < it->n; i++) {
        const Choice *choice = choice_at(trial->lexis, it, i);

        if ((choice->open ? length >= choice->length : length == choice->length) &&
            *word == *choice->word && memcmp(word, choice->word, choice->length) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean is_gap(const Trial *trial, guint slot)
{
    return slot_at(trial->lexis, trial->phrase, slot)->n == 0;
}

/* Slots @slot.. from token @token on; sets *last. */
static gboolean forward(const Trial *trial, guint slot, guint token, guint *last)
{
    if (slot == trial->phrase->n)
        return TRUE;
    if (is_gap(trial, slot)) {
        for (guint skip = 0; skip <= GAP && token + skip < trial->to; skip++)
            if (forward(trial, slot + 1, token + skip, last))
                return TRUE;
        return FALSE;
    }
    if (token >= trial->to || !is_choice(trial, slot, token) ||
        (slot > 0 && !is_gap(trial, slot - 1) &&
         (isr_tokens_nth(trial->tokens, token)->flags & ISR_TOKEN_PARTED)))
        return FALSE;
    *last = token;
    return forward(trial, slot + 1, token + 1, last);
}

/* Slots before @slot, which begins at token @token; sets *first. */
static gboolean backward(const Trial *trial, guint slot, guint token, guint *first)
{
    *first = token;
    if (slot == 0)
        return TRUE;
    if (is_gap(trial, slot - 1)) {
        for (guint skip = 0; skip <= GAP && token >= trial->from + skip + 1; skip++)
            if (is_choice(trial, slot - 2, token - skip - 1) &&
                backward(trial, slot - 2, token - skip - 1, first))
                return TRUE;
        return FALSE;
    }
    return token > trial->from && is_choice(trial, slot - 1, token - 1) &&
           !(isr_tokens_nth(trial->tokens, token)->flags & ISR_TOKEN_PARTED) &&
           backward(trial, slot - 1, token - 1, first);
}

static void try_anchor(const IsrLexis *lexis, Trial *trial, guint anchor, guint token, GArray *hits)
{
    guint next = g_array_index(lexis->hooks, Hook, anchor).first;

    while (next != NONE) {
        const Hanger *hanger = &g_array_index(lexis->hangers, Hanger, next);
        const Phrase *phrase = &g_array_index(lexis->phrases, Phrase, hanger->phrase);
        IsrLexisHit hit = {.group = phrase->group, .last = token};

        next = hanger->next;
        trial->phrase = phrase;
        if (backward(trial, phrase->anchor, token, &hit.first) &&
            forward(trial, phrase->anchor + 1, token + 1, &hit.last))
            g_array_append_val(hits, hit);
    }
}

void isr_lexis_find(const IsrLexis *lexis, const IsrTokens *tokens, guint from, guint to,
                    GArray *hits)
{
    Trial trial = {.lexis = lexis, .tokens = tokens, .from = from, .to = to};

    for (guint token = from; token < to; token++) {
        guint n;
        const guint *anchors = isr_anchors_find(lexis->anchors, isr_tokens_word(tokens, token),
                                                isr_tokens_nth(tokens, token)->length, &n);

        for (guint i = 0; i < n; i++)
            try_anchor(lexis, &trial, anchors[i], token, hits);
    }
}
