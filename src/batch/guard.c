/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A round is three passes. First: what is hidden, and where. Second: who shows it. Third: whether a
 * passage tells what stands in it. What must go then is hidden too, and in the next round it alone
 * is what others may show. */
#include "guard.h"

#include "breach.h"

typedef enum { SEE_WHAT_IS_HIDDEN = 1, SEEK_BREACHES, WEIGH_THEM, END } Pass;

struct IsrGuard {
    guint round; /* from 0 */
    Pass pass;   /* 0: none has begun */
    guint n_documents;
    IsrBlanks *blanks;
    IsrBreaches *breaches;
    GHashTable *held, *fresh; /* document to IsrHoldback *: in all rounds, and in the last */
    GArray *sights;           /* of Sight */
    GArray *pairs, *documents;
};

/* A place that one document shows and another hides. */
typedef struct {
    guint hides, shows;
    guint32 sentence;
    guint16 word;
} Sight;

static void free_holdback(gpointer holdback)
{
    isr_holdback_free(holdback);
}

static GHashTable *holdbacks_new(void)
{
    return g_hash_table_new_full(NULL, NULL, NULL, free_holdback);
}

static void begin_round(IsrGuard *guard)
{
    isr_breaches_free(guard->breaches);
    isr_blanks_free(guard->blanks);
    guard->blanks = isr_blanks_new();
    guard->breaches = isr_breaches_new(guard->blanks);
}

IsrGuard *isr_guard_new(void)
{
    IsrGuard *guard = g_new0(IsrGuard, 1);

    begin_round(guard);
    guard->held = holdbacks_new();
    guard->fresh = holdbacks_new();
    guard->sights = g_array_new(FALSE, FALSE, sizeof(Sight));
    guard->pairs = g_array_new(FALSE, FALSE, sizeof(IsrGuardPair));
    guard->documents = g_array_new(FALSE, FALSE, sizeof(guint));
    return guard;
}

void isr_guard_free(IsrGuard *guard)
{
    if (!guard)
        return;
    isr_breaches_free(guard->breaches);
    isr_blanks_free(guard->blanks);
    g_hash_table_unref(guard->held);
    g_hash_table_unref(guard->fresh);
    g_array_unref(guard->sights);
    g_array_unref(guard->pairs);
    g_array_unref(guard->documents);
    g_free(guard);
}

static IsrHoldback *holdback_in(GHashTable *holdbacks, guint document)
{
    return g_hash_table_lookup(holdbacks, GUINT_TO_POINTER(document));
}

static void hold(GHashTable *holdbacks, guint document, IsrHoldbackPlace place)
{
    IsrHoldback *holdback = holdback_in(holdbacks, document);

    if (!holdback) {
        holdback = isr_holdback_new();
        g_hash_table_insert(holdbacks, GUINT_TO_POINTER(document), holdback);
    }
    isr_holdback_add(holdback, place);
}

/* --- reading --- */

/* Takes from @sentence, number @number, what @holdback says goes from it. */
static void take_away(const IsrHoldback *holdback, guint32 number, IsrImprintWord *words,
                      IsrImprintSentence *sentence)
{
    const IsrHoldbackPlace *place = isr_holdback_find(holdback, number, ISR_HOLDBACK_SENTENCE);

    if (place) {
        sentence->gone = TRUE;
        sentence->category = place->category;
    }
    for (guint i = 0; i < sentence->n_words; i++) {
        words[i] = sentence->words[i];
        if (place && words[i].shown != ISR_SHOWN_NOT)
            words[i].shown = ISR_SHOWN_GONE;
    }
    for (guint i = 0; i < sentence->n_words; i++) {
        place = isr_holdback_find(holdback, number, (guint16)i);
        if (!place)
            continue;
        words[i].shown = ISR_SHOWN_NOT;
        words[i].category = place->category;
    }
    sentence->words = words;
}

static void read_sentence(IsrGuard *guard, const IsrImprintSentence *sentence, guint document,
                          guint32 number)
{
    const IsrHoldback *fresh = holdback_in(guard->fresh, document);

    switch (guard->pass) {
    case SEE_WHAT_IS_HIDDEN:
        if (guard->round == 0 || (fresh && isr_holdback_touches(fresh, number)))
            isr_blanks_note(guard->blanks, sentence, document);
        break;
    case SEEK_BREACHES:
        isr_breaches_seek(guard->breaches, sentence, document, number);
        break;
    case WEIGH_THEM:
        isr_breaches_weigh(guard->breaches, sentence);
        break;
    case END:
        break;
    }
}

gboolean isr_guard_read(IsrGuard *guard, guint document, const char *imprint, GError **error)
{
    const IsrHoldback *held = holdback_in(guard->held, document);
    g_auto(IsrImprintReader) reader = {0};
    IsrImprintWord words[ISR_IMPRINT_WORDS];
    IsrImprintSentence sentence;

    if (!isr_imprint_open(&reader, imprint, error))
        return FALSE;
    guard->n_documents += guard->pass == SEE_WHAT_IS_HIDDEN && guard->round == 0;
    for (guint32 number = 0; isr_imprint_next(&reader, &sentence); number++) {
        if (held && isr_holdback_touches(held, number))
            take_away(held, number, words, &sentence);
        read_sentence(guard, &sentence, document, number);
    }
    if (guard->pass == WEIGH_THEM)
        isr_breaches_weighed(guard->breaches);
    return TRUE;
}

/* --- what was found --- */

/* Notes whom @breach undoes. */
static void note_sights(IsrGuard *guard, const IsrBreach *breach)
{
    const IsrBlank *blank = isr_blanks_nth(guard->blanks, breach->blank);

    for (guint i = 0; i < MIN(blank->n_documents, ISR_BLANK_DOCUMENTS); i++) {
        const Sight sight = {blank->documents[i], breach->document, breach->place.sentence,
                             breach->place.word};

        g_array_append_val(guard->sights, sight);
    }
}

static void end_round(IsrGuard *guard)
{
    g_autoptr(GArray) found = isr_breaches_found(guard->breaches, guard->n_documents);

    g_hash_table_remove_all(guard->fresh);
    for (guint i = 0; i < found->len; i++) {
        const IsrBreach *breach = &g_array_index(found, IsrBreach, i);

        note_sights(guard, breach);
        hold(guard->fresh, breach->document, breach->place);
        hold(guard->held, breach->document, breach->place);
    }
    guard->round++;
    begin_round(guard);
}

static gint compare(guint64 a, guint64 b)
{
    return a < b ? -1 : a > b;
}

static gint by_pair(gconstpointer a, gconstpointer b)
{
    const Sight *x = a, *y = b;
    gint order = compare(x->shows, y->shows);

    order = order ? order : compare(x->hides, y->hides);
    order = order ? order : compare(x->sentence, y->sentence);
    return order ? order : compare(x->word, y->word);
}

static gint by_number(gconstpointer a, gconstpointer b)
{
    return compare(*(const guint *)a, *(const guint *)b);
}

/* Adds @sight, which follows @last (or NULL), to the pair that it belongs to; a place counts once,
 * however many blanks it fills. */
static void count(IsrGuard *guard, const Sight *sight, const Sight *last)
{
    const IsrGuardPair pair = {.hides = sight->hides, .shows = sight->shows};
    IsrGuardPair *at;

    if (last && by_pair(last, sight) == 0)
        return;
    if (!last || last->hides != sight->hides || last->shows != sight->shows)
        g_array_append_val(guard->pairs, pair);
    at = &g_array_index(guard->pairs, IsrGuardPair, guard->pairs->len - 1);
    if (sight->word == ISR_HOLDBACK_SENTENCE)
        at->sentences++;
    else
        at->values++;
}

static void settle(IsrGuard *guard)
{
    GHashTableIter iter;
    gpointer key;

    g_array_sort(guard->sights, by_pair);
    for (guint i = 0; i < guard->sights->len; i++) {
        const Sight *sight = &g_array_index(guard->sights, Sight, i);

        count(guard, sight, i > 0 ? sight - 1 : NULL);
    }
    g_hash_table_iter_init(&iter, guard->held);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        const guint document = GPOINTER_TO_UINT(key);

        g_array_append_val(guard->documents, document);
    }
    g_array_sort(guard->documents, by_number);
}

/* What the pass in hand prepares for the next; the round after the last finds nothing fresh. */
static void end_pass(IsrGuard *guard)
{
    switch (guard->pass) {
    case SEE_WHAT_IS_HIDDEN:
        isr_blanks_order(guard->blanks);
        break;
    case SEEK_BREACHES:
        isr_breaches_order(guard->breaches);
        break;
    case WEIGH_THEM:
        end_round(guard);
        break;
    case END:
        break;
    }
}

gboolean isr_guard_next_pass(IsrGuard *guard)
{
    if (guard->pass == END)
        return FALSE;
    end_pass(guard);
    guard->pass++;
    if (guard->pass < END)
        return TRUE;
    if (g_hash_table_size(guard->fresh) > 0 && guard->round < ISR_GUARD_ROUNDS) {
        guard->pass = SEE_WHAT_IS_HIDDEN;
        return TRUE;
    }
    settle(guard);
    return FALSE;
}

const GArray *isr_guard_pairs(const IsrGuard *guard)
{
    return guard->pairs;
}

const GArray *isr_guard_documents(const IsrGuard *guard)
{
    return guard->documents;
}

const IsrHoldback *isr_guard_holdback(const IsrGuard *guard, guint document)
{
    return holdback_in(guard->held, document);
}
