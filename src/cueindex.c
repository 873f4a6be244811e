/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds which phrases of cues stand around a name. A phrase is looked up by the word next to the
 * name, so that hundreds of them cost hardly more than one. */
#include <isredact/cue.h>

#include "cueelement.h"

#include <stdlib.h>
#include <string.h>

#define ME "{me}"

typedef struct {
    const IsrCue *cue;
    guint first, n; /* its elements in the index */
    guint me;
    guint rarest; /* the trace of its elements that is met least; 0: they ask for nothing */
    guint run;    /* so many phrases from this on in its list have the same */
} Phrase;

struct IsrCueIndex {
    CueElements *elements;      /* of all phrases, one after another */
    GArray *phrases;            /* of Phrase */
    GHashTable *before, *after; /* by the word next to the name on that side: GArray of guint */
    GHashTable *by_id;          /* const IsrCue * */
    GArray *others;             /* of guint: phrases that no plain word next to the name begins */
    guint reach;                /* words on a side of a name that any phrase may ask for */
};

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
static void index_phrase(IsrCueIndex *index, const GPtrArray *elements, guint me, guint number)
{
    const char *before = me > 0 ? elements->pdata[me - 1] : NULL;
    const char *after = me + 1 < elements->len ? elements->pdata[me + 1] : NULL;
    gboolean by_before = before != NULL && is_plain(before);
    const char *word = by_before ? before : after != NULL && is_plain(after) ? after : NULL;

    if (word == NULL) {
        g_array_append_val(index->others, number);
        return;
    }
    g_auto(GStrv) ways = g_strsplit(word, strlen(word) > 1 ? "/" : "\n", -1);
    for (char **way = ways; *way != NULL; way++)
        index_array(by_before ? index->before : index->after, g_strdup(*way), number);
}

/* The most words that a phrase stands on. */
static guint length_of(const IsrCueIndex *index, const Phrase *phrase)
{
    guint words = 0;

    for (guint i = 0; i < phrase->n; i++)
        words +=
            isr_cue_element_most(isr_cue_element_nth(index->elements, phrase->first + i)->kind);
    return words;
}

/* The fewer words would do, the rarer one is met. */
static guint rarest_of(const IsrCueIndex *index, const Phrase *phrase)
{
    guint rarest = 0, fewest = G_MAXUINT;

    for (guint i = 0; i < phrase->n; i++) {
        const guint asked = isr_cue_element_nth(index->elements, phrase->first + i)->asked;
        const guint bits =
            asked != 0 ? isr_trace_size(isr_cue_element_trace(index->elements, asked)) : G_MAXUINT;

        if (bits < fewest) {
            fewest = bits;
            rarest = asked;
        }
    }
    return rarest;
}

static void add_phrase(IsrCueIndex *index, const IsrCue *cue, const GPtrArray *elements)
{
    Phrase phrase = {cue, index->elements->elements->len, elements->len, .run = 1};

    while (!g_str_equal(elements->pdata[phrase.me], ME))
        phrase.me++;
    for (guint i = 0; i < elements->len; i++)
        isr_cue_elements_add(index->elements, elements->pdata[i]);
    phrase.rarest = rarest_of(index, &phrase);
    index->reach = MAX(index->reach, length_of(index, &phrase));
    g_array_append_val(index->phrases, phrase);
    index_phrase(index, elements, phrase.me, index->phrases->len - 1);
}

static GHashTable *words_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
}

static Phrase *phrase_of(const IsrCueIndex *index, const GArray *numbers, guint nth)
{
    return &g_array_index(index->phrases, Phrase, g_array_index(numbers, guint, nth));
}

static gint by_rarest(gconstpointer a, gconstpointer b, gpointer phrases)
{
    const guint one = *(const guint *)a, other = *(const guint *)b;
    const guint rare = g_array_index((GArray *)phrases, Phrase, one).rarest;
    const guint rarer = g_array_index((GArray *)phrases, Phrase, other).rarest;

    return rare != rarer ? (rare < rarer ? -1 : 1) : one < other ? -1 : one > other;
}

/* Phrases that ask for the same stand together, so that they are passed over together. */
static void count_runs(IsrCueIndex *index)
{
    g_array_sort_with_data(index->others, by_rarest, index->phrases);
    for (guint i = index->others->len; i > 1; i--) {
        const Phrase *next = phrase_of(index, index->others, i - 1);
        Phrase *phrase = phrase_of(index, index->others, i - 2);

        phrase->run = phrase->rarest == next->rarest ? next->run + 1 : 1;
    }
}

IsrCueIndex *isr_cue_index_new(const GPtrArray *cues)
{
    IsrCueIndex *index = g_new0(IsrCueIndex, 1);

    index->elements = isr_cue_elements_new();
    index->phrases = g_array_new(FALSE, FALSE, sizeof(Phrase));
    index->before = words_new();
    index->after = words_new();
    index->by_id = g_hash_table_new(g_str_hash, g_str_equal);
    index->others = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < cues->len; i++) {
        IsrCue *cue = cues->pdata[i];
        g_hash_table_insert(index->by_id, cue->id, cue);
        for (guint n = 0; n < cue->phrases->len; n++)
            add_phrase(index, cue, cue->phrases->pdata[n]);
    }
    count_runs(index);
    return index;
}

void isr_cue_index_free(IsrCueIndex *index)
{
    if (index == NULL)
        return;
    isr_cue_elements_free(index->elements);
    g_array_unref(index->phrases);
    g_hash_table_unref(index->before);
    g_hash_table_unref(index->after);
    g_hash_table_unref(index->by_id);
    g_array_unref(index->others);
    g_free(index);
}

const IsrCue *isr_cue_index_find(const IsrCueIndex *index, const char *id)
{
    return g_hash_table_lookup(index->by_id, id);
}

/* What a phrase is held against. */
typedef struct {
    const IsrCueIndex *index;
    const Phrase *phrase;
    const IsrCueToken *tokens;
    gint n;
    gint step;         /* 1 behind the name, -1 before it */
    const Trace *near; /* of what stands in reach of the name */
    guint8 *known;     /* of each trace of the index: whether it is near; 0: not asked yet */
} Reader;

enum { IS_NEAR = 1, IS_FAR };

static gboolean stands(const Reader *reader, gint element, gint at);

static const CueElement *element_at(const Reader *reader, gint number)
{
    return isr_cue_element_nth(reader->index->elements, reader->phrase->first + (guint)number);
}

/* FALSE if element @number, there being one, cannot stand at token @at: asked before all that
 * stands behind it. */
static gboolean may_stand(const Reader *reader, gint number, gint at)
{
    const CueElement *element;

    if (number < 0 || number >= (gint)reader->phrase->n)
        return TRUE;
    element = element_at(reader, number);
    return element->kind >= CUE_ELEMENT_NEAR || element->optional ||
           (at >= 0 && at < reader->n &&
            isr_cue_element_is_met(reader->index->elements, element, &reader->tokens[at]));
}

/* TRUE if what @kind, one of the three, stands for cannot hold @token. */
static gboolean is_stop(CueElementKind kind, const IsrCueToken *token)
{
    const IsrCueClass last = kind == CUE_ELEMENT_FAR ? ISR_CUE_NAME : ISR_CUE_CHILD;

    return g_str_equal(token->text, "|") ||
           (kind != CUE_ELEMENT_ACROSS && token->class >= ISR_CUE_NAME && token->class <= last);
}

/* How far on, away from the name, stands the last word that must stand between element @number,
 * one of the three, and the next of them; 0: none must. */
static gint anchor_of(const Reader *reader, gint number)
{
    gint anchor = 0;

    for (gint at = number + reader->step; at >= 0 && at < (gint)reader->phrase->n;
         at += reader->step) {
        const CueElement *element = element_at(reader, at);

        if (element->kind >= CUE_ELEMENT_NEAR)
            break;
        if (element->kind == CUE_ELEMENT_WORDS && !element->optional)
            anchor = ABS(at - number);
    }
    return anchor;
}

/* FALSE if that word is none of those that it could be, where what element @number stands for ends
 * no earlier than at token @at and has @words more at most. */
static gboolean is_anchored(const Reader *reader, gint number, gint at, guint words)
{
    const gint anchor = anchor_of(reader, number);
    const CueElement *sought = element_at(reader, number + anchor * reader->step);

    for (gint left = (gint)words + anchor; anchor != 0 && left > 0; left--) {
        if (at < 0 || at >= reader->n)
            return FALSE;
        if (isr_cue_element_is_met(reader->index->elements, sought, &reader->tokens[at]))
            return TRUE;
        at += reader->step;
    }
    return anchor == 0;
}

/* What follows element @number, one of the three, which stands from token @at on. Nothing is tried
 * in vain whose last word does not come. */
static gboolean stands_after_any(const Reader *reader, gint number, gint at, CueElementKind kind)
{
    const guint most = isr_cue_element_most(kind);
    const gint next = number + reader->step;
    gboolean anchored = FALSE;

    for (guint i = 0; i <= most; i++, at += reader->step) {
        if (may_stand(reader, next, at)) {
            anchored = anchored || is_anchored(reader, number, at, most - i);
            if (!anchored)
                return FALSE;
            if (stands(reader, next, at))
                return TRUE;
        }
        if (at < 0 || at >= reader->n || is_stop(kind, &reader->tokens[at]))
            return FALSE;
    }
    return FALSE;
}

/* Elements from @number on stand from token @at on. */
static gboolean stands(const Reader *reader, gint number, gint at)
{
    const CueElement *element;

    if (number < 0 || number >= (gint)reader->phrase->n)
        return TRUE;
    element = element_at(reader, number);
    if (element->kind >= CUE_ELEMENT_NEAR)
        return stands_after_any(reader, number, at, element->kind);
    if (at >= 0 && at < reader->n &&
        isr_cue_element_is_met(reader->index->elements, element, &reader->tokens[at]) &&
        stands(reader, number + reader->step, at + reader->step))
        return TRUE;
    return element->optional && stands(reader, number + reader->step, at);
}

/* Many phrases ask for the same, so each trace is held against the text once. */
static gboolean has_asked(const Reader *reader, guint asked)
{
    if (asked == 0)
        return TRUE;
    if (reader->known[asked] == 0)
        reader->known[asked] =
            isr_trace_may_hold(reader->near, isr_cue_element_trace(reader->index->elements, asked))
                ? IS_NEAR
                : IS_FAR;
    return reader->known[asked] == IS_NEAR;
}

/* FALSE if a word that the phrase asks for is nowhere near. */
static gboolean may_be_near(const Reader *reader)
{
    const CueElement *elements = element_at(reader, 0);

    for (guint i = 0; i < reader->phrase->n; i++)
        if (!has_asked(reader, elements[i].asked))
            return FALSE;
    return TRUE;
}

static gboolean stands_around(Reader *reader, gint at)
{
    const gint me = (gint)reader->phrase->me;

    reader->step = -1;
    if (!may_stand(reader, me - 1, at - 1) || !may_stand(reader, me + 1, at + 1) ||
        !may_be_near(reader) || !stands(reader, me - 1, at - 1))
        return FALSE;
    reader->step = 1;
    return stands(reader, me + 1, at + 1);
}

static void try_phrases(Reader *reader, const GArray *numbers, gint at, GPtrArray *found)
{
    for (guint i = 0; numbers != NULL && i < numbers->len; i++) {
        reader->phrase = phrase_of(reader->index, numbers, i);
        if (!has_asked(reader, reader->phrase->rarest))
            i += reader->phrase->run - 1;
        else if (stands_around(reader, at) && !g_ptr_array_find(found, reader->phrase->cue, NULL))
            g_ptr_array_add(found, (gpointer)reader->phrase->cue);
    }
}

static int by_id(const void *a, const void *b)
{
    return strcmp((*(const IsrCue *const *)a)->id, (*(const IsrCue *const *)b)->id);
}

static Trace trace_around(const IsrCueIndex *index, const IsrCueToken *tokens, guint n, guint at)
{
    guint first = at - MIN(at, index->reach), end = at + MIN(n - at, index->reach + 1);
    Trace near = {0};

    for (guint i = first; i < end; i++)
        isr_trace_add_token(&near, &tokens[i]);
    return near;
}

void isr_cue_index_read(const IsrCueIndex *index, const IsrCueToken *tokens, guint n, guint at,
                        GPtrArray *found)
{
    const Trace near = trace_around(index, tokens, n, at);
    g_autofree guint8 *known = g_new0(guint8, index->elements->traces->len);
    Reader reader = {index, NULL, tokens, (gint)n, -1, &near, known};

    if (at > 0)
        try_phrases(&reader, g_hash_table_lookup(index->before, tokens[at - 1].text), (gint)at,
                    found);
    if (at + 1 < n)
        try_phrases(&reader, g_hash_table_lookup(index->after, tokens[at + 1].text), (gint)at,
                    found);
    const guint first = found->len;

    try_phrases(&reader, index->others, (gint)at, found);
    if (found->len > first + 1)
        qsort(found->pdata + first, found->len - first, sizeof *found->pdata, by_id);
}
