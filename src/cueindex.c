/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds which phrases of cues stand around a name. A phrase is looked up by the word next to the
 * name, so that hundreds of them cost hardly more than one. */
#include <isredact/cue.h>

#include <string.h>

#define ME "{me}"

typedef struct {
    const IsrCue *cue;
    const GPtrArray *elements;
    guint me;
} Phrase;

struct IsrCueIndex {
    GArray *phrases;     /* of Phrase */
    GHashTable *by_word; /* ">told" (before the name), "<said" (after): GArray of guint */
    GHashTable *by_id;   /* const IsrCue * */
    GArray *others;      /* of guint: phrases that no plain word next to the name begins */
};

static const char *const classes[ISR_N_CUE_CLASSES] = {NULL,      "{name}",  "{kin}",  "{work}",
                                                       "{other}", "{child}", "{org}",  "{place}",
                                                       "{phone}", "{email}", "{date}", "{age}"};

static gboolean is_plain(const char *element)
{
    return *element != '{' && strpbrk(element, "*?_") == NULL && !g_str_has_prefix(element, "...");
}

static void index_array(GHashTable *table, char *key, guint number)
{
    GArray *list = g_hash_table_lookup(table, key);

    if (list == NULL) {
        list = g_array_new(FALSE, FALSE, sizeof(guint));
        g_hash_table_insert(table, key, list);
    } else {
        g_free(key);
    }
    g_array_append_val(list, number);
}

/* By the plain word before the name, else by that after it, else among the others. */
static void index_phrase(IsrCueIndex *index, const Phrase *phrase, guint number)
{
    const GPtrArray *elements = phrase->elements;
    const char *before = phrase->me > 0 ? elements->pdata[phrase->me - 1] : NULL;
    const char *after = phrase->me + 1 < elements->len ? elements->pdata[phrase->me + 1] : NULL;
    gboolean by_before = before != NULL && is_plain(before);
    const char *word = by_before ? before : after != NULL && is_plain(after) ? after : NULL;

    if (word == NULL) {
        g_array_append_val(index->others, number);
        return;
    }
    g_auto(GStrv) ways = g_strsplit(word, strlen(word) > 1 ? "/" : "\n", -1);
    for (char **way = ways; *way != NULL; way++)
        index_array(index->by_word, g_strconcat(by_before ? ">" : "<", *way, NULL), number);
}

IsrCueIndex *isr_cue_index_new(const GPtrArray *cues)
{
    IsrCueIndex *index = g_new0(IsrCueIndex, 1);

    index->phrases = g_array_new(FALSE, FALSE, sizeof(Phrase));
    index->by_word =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    index->by_id = g_hash_table_new(g_str_hash, g_str_equal);
    index->others = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < cues->len; i++) {
        IsrCue *cue = cues->pdata[i];
        g_hash_table_insert(index->by_id, cue->id, cue);
        for (guint n = 0; n < cue->phrases->len; n++) {
            Phrase phrase = {cue, cue->phrases->pdata[n], 0};
            while (!g_str_equal(phrase.elements->pdata[phrase.me], ME))
                phrase.me++;
            g_array_append_val(index->phrases, phrase);
            index_phrase(index, &phrase, index->phrases->len - 1);
        }
    }
    return index;
}

void isr_cue_index_free(IsrCueIndex *index)
{
    if (index == NULL)
        return;
    g_array_unref(index->phrases);
    g_hash_table_unref(index->by_word);
    g_hash_table_unref(index->by_id);
    g_array_unref(index->others);
    g_free(index);
}

const IsrCue *isr_cue_index_find(const IsrCueIndex *index, const char *id)
{
    return g_hash_table_lookup(index->by_id, id);
}

/* One of "told/asked", "ring*", "_" (any word), or a mark. */
static gboolean is_word(const char *element, gsize length, const char *text)
{
    if (length == 1 && *element == '_') /* "a care worker" is what somebody is, not who */
        return g_unichar_isalnum(g_utf8_get_char(text)) && strcmp(text, "a") != 0 &&
               strcmp(text, "an") != 0;
    for (const char *at = element, *end = element + length; at < end;) {
        const char *slash = length > 1 ? memchr(at, '/', (gsize)(end - at)) : NULL;
        gsize n = (gsize)((slash != NULL ? slash : end) - at);
        if (n > 1 && at[n - 1] == '*' ? strncmp(at, text, n - 1) == 0
                                      : strlen(text) == n && strncmp(at, text, n) == 0)
            return TRUE;
        at += n + 1;
    }
    return FALSE;
}

static gboolean is_class(const char *element, gsize length, const IsrCueToken *token)
{
    for (const char *at = element, *end = element + length; at < end;) {
        const char *slash = memchr(at, '/', (gsize)(end - at));
        gsize n = (gsize)((slash != NULL ? slash : end) - at);
        const char *class = classes[token->class];
        if (class != NULL && strlen(class) == n && strncmp(class, at, n) == 0)
            return TRUE;
        at += n + 1;
    }
    return FALSE;
}

static gboolean is_met(const char *element, gsize length, const IsrCueToken *token)
{
    return *element == '{' ? is_class(element, length, token)
                           : is_word(element, length, token->text);
}

/* Words that "..." and "...." may stand for. */
#define MOST_BETWEEN 15
#define MOST_FAR 45

static gboolean stands(const Phrase *phrase, gint element, const IsrCueToken *tokens, guint n,
                       gint at, gint step);

/* "..." is words in which no person is named or meant, "...." more words without a name. */
static gboolean stands_after_any(const Phrase *phrase, gint element, const IsrCueToken *tokens,
                                 guint n, gint at, gint step, gboolean far)
{
    guint most = far ? MOST_FAR : MOST_BETWEEN;
    IsrCueClass last = far ? ISR_CUE_NAME : ISR_CUE_CHILD;

    for (guint i = 0; i <= most; i++, at += step) {
        if (stands(phrase, element, tokens, n, at, step))
            return TRUE;
        if (at < 0 || at >= (gint)n || g_str_equal(tokens[at].text, "|") ||
            (tokens[at].class >= ISR_CUE_NAME && tokens[at].class <= last))
            return FALSE;
    }
    return FALSE;
}

/* Elements from @element on, in steps of @step, stand from token @at on. A question mark behind an
 * element says that it may be missing. */
static gboolean stands(const Phrase *phrase, gint element, const IsrCueToken *tokens, guint n,
                       gint at, gint step)
{
    if (element < 0 || element >= (gint)phrase->elements->len)
        return TRUE;
    const char *text = phrase->elements->pdata[element];
    if (g_str_has_prefix(text, "..."))
        return stands_after_any(phrase, element + step, tokens, n, at, step, text[3] == '.');
    gsize length = strlen(text);
    gboolean optional = length > 1 && text[length - 1] == '?';
    length -= optional ? 1 : 0;
    if (at >= 0 && at < (gint)n && is_met(text, length, &tokens[at]) &&
        stands(phrase, element + step, tokens, n, at + step, step))
        return TRUE;
    return optional && stands(phrase, element + step, tokens, n, at, step);
}

static void try_phrases(const IsrCueIndex *index, const GArray *numbers, const IsrCueToken *tokens,
                        guint n, guint at, GPtrArray *found)
{
    for (guint i = 0; numbers != NULL && i < numbers->len; i++) {
        const Phrase *phrase =
            &g_array_index(index->phrases, Phrase, g_array_index(numbers, guint, i));
        gint me = (gint)phrase->me, here = (gint)at;
        if (g_ptr_array_find(found, phrase->cue, NULL))
            continue;
        if (stands(phrase, me - 1, tokens, n, here - 1, -1) &&
            stands(phrase, me + 1, tokens, n, here + 1, 1))
            g_ptr_array_add(found, (gpointer)phrase->cue);
    }
}

static const GArray *phrases_by(const IsrCueIndex *index, char side, const IsrCueToken *token)
{
    g_autofree char *key = g_strdup_printf("%c%s", side, token->text);

    return g_hash_table_lookup(index->by_word, key);
}

void isr_cue_index_read(const IsrCueIndex *index, const IsrCueToken *tokens, guint n, guint at,
                        GPtrArray *found)
{
    if (at > 0)
        try_phrases(index, phrases_by(index, '>', &tokens[at - 1]), tokens, n, at, found);
    if (at + 1 < n)
        try_phrases(index, phrases_by(index, '<', &tokens[at + 1]), tokens, n, at, found);
    try_phrases(index, index->others, tokens, n, at, found);
}
