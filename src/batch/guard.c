/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First pass: what is hidden, and where. Second: who shows it. Third: whether a passage tells what
 * stands in it. */
#include "guard.h"

#include "breach.h"

typedef enum { SEE_WHAT_IS_HIDDEN = 1, SEEK_BREACHES, WEIGH_THEM, END } Pass;

struct IsrGuard {
    Pass pass; /* 0: none has begun */
    guint n_documents;
    IsrBlanks *blanks;
    IsrBreaches *breaches;
    GArray *pairs, *documents;
    GHashTable *holdbacks; /* document to IsrHoldback * */
};

/* A place that one document shows and another hides. */
typedef struct {
    guint hides;
    const IsrBreach *breach;
} Sight;

static void free_holdback(gpointer holdback)
{
    isr_holdback_free(holdback);
}

IsrGuard *isr_guard_new(void)
{
    IsrGuard *guard = g_new0(IsrGuard, 1);

    guard->blanks = isr_blanks_new();
    guard->breaches = isr_breaches_new(guard->blanks);
    guard->pairs = g_array_new(FALSE, FALSE, sizeof(IsrGuardPair));
    guard->documents = g_array_new(FALSE, FALSE, sizeof(guint));
    guard->holdbacks = g_hash_table_new_full(NULL, NULL, NULL, free_holdback);
    return guard;
}

void isr_guard_free(IsrGuard *guard)
{
    if (!guard)
        return;
    isr_breaches_free(guard->breaches);
    isr_blanks_free(guard->blanks);
    g_array_unref(guard->pairs);
    g_array_unref(guard->documents);
    g_hash_table_unref(guard->holdbacks);
    g_free(guard);
}

static void read_sentence(IsrGuard *guard, const IsrImprintSentence *sentence, guint document,
                          guint32 number)
{
    switch (guard->pass) {
    case SEE_WHAT_IS_HIDDEN:
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
    g_auto(IsrImprintReader) reader = {0};
    IsrImprintSentence sentence;

    if (!isr_imprint_open(&reader, imprint, error))
        return FALSE;
    guard->n_documents += guard->pass == SEE_WHAT_IS_HIDDEN;
    for (guint32 number = 0; isr_imprint_next(&reader, &sentence); number++)
        read_sentence(guard, &sentence, document, number);
    if (guard->pass == WEIGH_THEM)
        isr_breaches_weighed(guard->breaches);
    return TRUE;
}

static void hold(IsrGuard *guard, const IsrBreach *breach)
{
    gpointer key = GUINT_TO_POINTER(breach->document);
    IsrHoldback *holdback = g_hash_table_lookup(guard->holdbacks, key);

    if (!holdback) {
        holdback = isr_holdback_new();
        g_hash_table_insert(guard->holdbacks, key, holdback);
        g_array_append_val(guard->documents, breach->document);
    }
    isr_holdback_add(holdback, breach->place);
}

static gint compare(guint64 a, guint64 b)
{
    return a < b ? -1 : a > b;
}

static gint by_pair(gconstpointer a, gconstpointer b)
{
    const Sight *x = a, *y = b;
    gint order = compare(x->breach->document, y->breach->document);

    order = order ? order : compare(x->hides, y->hides);
    order = order ? order : compare(x->breach->place.sentence, y->breach->place.sentence);
    return order ? order : compare(x->breach->place.word, y->breach->place.word);
}

/* Adds @sight, which follows @last (or NULL), to the pair that it belongs to; a place counts once,
 * however many blanks it fills. */
static void count(IsrGuard *guard, const Sight *sight, const Sight *last)
{
    const IsrBreach *breach = sight->breach;
    const IsrGuardPair pair = {.hides = sight->hides, .shows = breach->document};
    IsrGuardPair *at;

    if (last && by_pair(last, sight) == 0)
        return;
    if (!last || last->hides != sight->hides || last->breach->document != breach->document)
        g_array_append_val(guard->pairs, pair);
    at = &g_array_index(guard->pairs, IsrGuardPair, guard->pairs->len - 1);
    if (breach->place.word == ISR_HOLDBACK_SENTENCE)
        at->sentences++;
    else
        at->values++;
}

static void settle(IsrGuard *guard)
{
    g_autoptr(GArray) found = isr_breaches_found(guard->breaches, guard->n_documents);
    g_autoptr(GArray) sights = g_array_new(FALSE, FALSE, sizeof(Sight));

    for (guint i = 0; i < found->len; i++) {
        const IsrBreach *breach = &g_array_index(found, IsrBreach, i);
        const IsrBlank *blank = isr_blanks_nth(guard->blanks, breach->blank);

        hold(guard, breach);
        for (guint k = 0; k < MIN(blank->n_documents, ISR_BLANK_DOCUMENTS); k++) {
            const Sight sight = {blank->documents[k], breach};

            g_array_append_val(sights, sight);
        }
    }
    g_array_sort(sights, by_pair);
    for (guint i = 0; i < sights->len; i++) {
        const Sight *sight = &g_array_index(sights, Sight, i);

        count(guard, sight, i > 0 ? sight - 1 : NULL);
    }
}

gboolean isr_guard_next_pass(IsrGuard *guard)
{
    if (guard->pass == SEE_WHAT_IS_HIDDEN)
        isr_blanks_order(guard->blanks);
    else if (guard->pass == SEEK_BREACHES)
        isr_breaches_order(guard->breaches);
    else if (guard->pass == WEIGH_THEM)
        settle(guard);
    if (guard->pass < END)
        guard->pass++;
    return guard->pass < END;
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
    return g_hash_table_lookup(guard->holdbacks, GUINT_TO_POINTER(document));
}
