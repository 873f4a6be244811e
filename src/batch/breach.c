/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A breach is a word that two sentences share, which one hides and the other shows. Whether the
 * passage tells what stands in it is asked of all documents: of a form it does not. */
#include "breach.h"

/* A passage in which so many documents have another value, and more than have this one, is a form:
 * nothing can be told from it. */
#define FORM_DOCUMENTS 3
/* A sentence that so many documents show, and so large a part of all, is nobody's secret. */
#define COMMON_DOCUMENTS 10
#define COMMON_PART 4

/* What is known of a hidden word of a blank, or of all of it, that some document shows. */
typedef struct {
    guint word;          /* or ISR_HOLDBACK_SENTENCE */
    guint with, without; /* documents that have the passage with that word, and with another */
    gboolean met, has;   /* in the document in hand: the passage, and with that word */
} Case;

struct IsrBreaches {
    const IsrBlanks *blanks;
    GArray *found;      /* of IsrBreach */
    GHashTable *cases;  /* blank + 1 to GArray of Case */
    GHashTable *marks;  /* mark to GArray of guint: blanks with a case */
    GPtrArray *touched; /* of Case *: met in the document in hand */
    GArray *numbers;    /* of guint, scratch: blanks */
    GArray *shared;     /* of guint8, by blank: marks shared with the sentence in hand; else 0 */
};

static void free_array(gpointer array)
{
    g_array_unref(array);
}

IsrBreaches *isr_breaches_new(const IsrBlanks *blanks)
{
    IsrBreaches *breaches = g_new0(IsrBreaches, 1);

    breaches->blanks = blanks;
    breaches->found = g_array_new(FALSE, TRUE, sizeof(IsrBreach));
    breaches->cases = g_hash_table_new_full(NULL, NULL, NULL, free_array);
    breaches->marks = g_hash_table_new_full(NULL, NULL, NULL, free_array);
    breaches->touched = g_ptr_array_new();
    breaches->numbers = g_array_new(FALSE, FALSE, sizeof(guint));
    breaches->shared = g_array_new(FALSE, TRUE, sizeof(guint8));
    return breaches;
}

void isr_breaches_free(IsrBreaches *breaches)
{
    if (!breaches)
        return;
    g_array_unref(breaches->found);
    g_hash_table_unref(breaches->cases);
    g_hash_table_unref(breaches->marks);
    g_ptr_array_unref(breaches->touched);
    g_array_unref(breaches->numbers);
    g_array_unref(breaches->shared);
    g_free(breaches);
}

static GArray *cases_of(const IsrBreaches *breaches, guint blank)
{
    return g_hash_table_lookup(breaches->cases, GUINT_TO_POINTER(blank + 1));
}

static Case *case_of(const IsrBreaches *breaches, guint blank, guint word)
{
    GArray *cases = cases_of(breaches, blank);

    for (guint i = 0; cases && i < cases->len; i++)
        if (g_array_index(cases, Case, i).word == word)
            return &g_array_index(cases, Case, i);
    return NULL;
}

static void add_breach(IsrBreaches *breaches, IsrBreach breach)
{
    const Case one = {.word = breach.word};
    GArray *cases = cases_of(breaches, breach.blank);

    g_array_append_val(breaches->found, breach);
    if (case_of(breaches, breach.blank, breach.word))
        return;
    if (!cases) {
        cases = g_array_new(FALSE, FALSE, sizeof(Case));
        g_hash_table_insert(breaches->cases, GUINT_TO_POINTER(breach.blank + 1), cases);
    }
    g_array_append_val(cases, one);
}

/* A sentence that shows and a blank, and what they have in common. */
typedef struct {
    const IsrImprintSentence *sentence;
    const IsrBlank *blank;
    IsrImprintMatch match, own; /* of the blank and the sentence; of the sentence and itself */
} Encounter;

static gboolean shows_as_much(const IsrImprintWord *word, IsrShown shown)
{
    return word->shown >= shown && word->shown != ISR_SHOWN_GONE;
}

/* TRUE if the sentence shows @word more often than the blank does: a word that stands twice may be
 * hidden once and shown once in both. */
static gboolean shows_more(const Encounter *met, const IsrImprintWord *word)
{
    const IsrImprintSentence *sentence = met->sentence, *blank = &met->blank->sentence;
    gint more = 0;

    for (guint i = 0; i < sentence->n_words; i++)
        more += shows_as_much(&sentence->words[i], word->shown) &&
                isr_imprint_same_word(&met->own, word, &sentence->words[i]);
    for (guint i = 0; i < blank->n_words; i++)
        more -= shows_as_much(&blank->words[i], word->shown) &&
                isr_imprint_same_word(&met->match, &blank->words[i], word);
    return more > 0;
}

/* The word of the blank that hides more of it than @word does; -1: none. */
static gint hider_of(const Encounter *met, const IsrImprintWord *word)
{
    const IsrImprintSentence *blank = &met->blank->sentence;

    for (guint i = 0; word->shown != ISR_SHOWN_GONE && i < blank->n_words; i++)
        if (blank->words[i].shown < word->shown &&
            isr_imprint_same_word(&met->match, &blank->words[i], word))
            return (gint)i;
    return -1;
}

static void compare_words(IsrBreaches *breaches, const Encounter *met, IsrBreach breach)
{
    for (guint i = 0; i < met->sentence->n_words; i++) {
        const IsrImprintWord *word = &met->sentence->words[i];
        gint hider = hider_of(met, word);

        if (hider < 0 || !shows_more(met, word))
            continue;
        breach.place.word = (guint16)i;
        breach.place.category = met->blank->sentence.words[hider].category;
        breach.word = (guint)hider;
        add_breach(breaches, breach);
    }
}

static void compare(IsrBreaches *breaches, const IsrImprintSentence *sentence, IsrBreach breach)
{
    Encounter met = {.sentence = sentence, .blank = isr_blanks_nth(breaches->blanks, breach.blank)};
    const IsrImprintSentence *blank = &met.blank->sentence;

    met.match = isr_imprint_match(blank, sentence);
    if (blank->gone && isr_blank_is_same(blank, sentence, &met.match)) {
        breach.place.word = ISR_HOLDBACK_SENTENCE;
        breach.place.category = blank->category;
        breach.word = ISR_HOLDBACK_SENTENCE;
        add_breach(breaches, breach);
    } else if (isr_blank_is_like(blank, sentence, &met.match)) {
        met.own = isr_imprint_match(sentence, sentence);
        compare_words(breaches, &met, breach);
    }
}

void isr_breaches_seek(IsrBreaches *breaches, const IsrImprintSentence *sentence, guint document,
                       guint32 number)
{
    isr_blanks_find(breaches->blanks, sentence, breaches->numbers);
    for (guint i = 0; i < breaches->numbers->len; i++) {
        const IsrBreach breach = {.document = document,
                                  .place = {.sentence = number},
                                  .blank = g_array_index(breaches->numbers, guint, i)};

        compare(breaches, sentence, breach);
    }
}

void isr_breaches_order(IsrBreaches *breaches)
{
    GHashTableIter iter;
    gpointer key;
    guint most = 0;

    g_hash_table_iter_init(&iter, breaches->cases);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        const guint number = GPOINTER_TO_UINT(key) - 1;
        const IsrImprintSentence *sentence = &isr_blanks_nth(breaches->blanks, number)->sentence;

        most = MAX(most, number + 1);
        for (guint i = 0; i < sentence->n_marks; i++) {
            gpointer mark = GUINT_TO_POINTER(sentence->marks[i]);
            GArray *blanks = g_hash_table_lookup(breaches->marks, mark);

            if (!blanks) {
                blanks = g_array_new(FALSE, FALSE, sizeof(guint));
                g_hash_table_insert(breaches->marks, mark, blanks);
            }
            g_array_append_val(blanks, number);
        }
    }
    g_array_set_size(breaches->shared, most);
}

/* Sets @numbers to the blanks with a case that share enough marks with @sentence. */
static void find_cases(IsrBreaches *breaches, const IsrImprintSentence *sentence)
{
    GArray *numbers = breaches->numbers;
    guint kept = 0;

    g_array_set_size(numbers, 0);
    for (guint i = 0; i < sentence->n_marks; i++) {
        const GArray *blanks =
            g_hash_table_lookup(breaches->marks, GUINT_TO_POINTER(sentence->marks[i]));

        for (guint k = 0; blanks && k < blanks->len; k++) {
            const guint number = g_array_index(blanks, guint, k);

            if (g_array_index(breaches->shared, guint8, number)++ == 0)
                g_array_append_val(numbers, number);
        }
    }
    for (guint i = 0; i < numbers->len; i++) {
        const guint number = g_array_index(numbers, guint, i);

        if (g_array_index(breaches->shared, guint8, number) >= ISR_BLANK_LEAST)
            g_array_index(numbers, guint, kept++) = number;
        g_array_index(breaches->shared, guint8, number) = 0;
    }
    g_array_set_size(numbers, kept);
}

static gboolean holds(const Encounter *met, guint word)
{
    for (guint i = 0; i < met->sentence->n_words; i++)
        if (isr_imprint_same_word(&met->match, &met->blank->sentence.words[word],
                                  &met->sentence->words[i]))
            return TRUE;
    return FALSE;
}

static void meet(IsrBreaches *breaches, Case *one, gboolean has)
{
    if (!one->met)
        g_ptr_array_add(breaches->touched, one);
    one->met = TRUE;
    one->has = one->has || has;
}

static void weigh(IsrBreaches *breaches, const Encounter *met, GArray *cases)
{
    const IsrImprintSentence *blank = &met->blank->sentence, *sentence = met->sentence;
    const gboolean like = sentence->n_words > 0 && isr_blank_is_like(blank, sentence, &met->match);

    for (guint i = 0; i < cases->len; i++) {
        Case *one = &g_array_index(cases, Case, i);

        if (one->word != ISR_HOLDBACK_SENTENCE && like)
            meet(breaches, one, one->has || holds(met, one->word));
        else if (one->word == ISR_HOLDBACK_SENTENCE && !one->has && !sentence->gone &&
                 isr_blank_is_same(blank, sentence, &met->match))
            meet(breaches, one, TRUE);
    }
}

void isr_breaches_weigh(IsrBreaches *breaches, const IsrImprintSentence *sentence)
{
    find_cases(breaches, sentence);
    for (guint i = 0; i < breaches->numbers->len; i++) {
        const guint number = g_array_index(breaches->numbers, guint, i);
        Encounter met = {.sentence = sentence, .blank = isr_blanks_nth(breaches->blanks, number)};

        met.match = isr_imprint_match(&met.blank->sentence, sentence);
        weigh(breaches, &met, cases_of(breaches, number));
    }
}

void isr_breaches_weighed(IsrBreaches *breaches)
{
    for (guint i = 0; i < breaches->touched->len; i++) {
        Case *one = breaches->touched->pdata[i];

        one->with += one->has;
        one->without += !one->has;
        one->met = one->has = FALSE;
    }
    g_ptr_array_set_size(breaches->touched, 0);
}

static gboolean counts(const IsrBreaches *breaches, const IsrBreach *breach, guint n_documents)
{
    const Case *one = case_of(breaches, breach->blank, breach->word);

    if (breach->word == ISR_HOLDBACK_SENTENCE)
        return one->with < COMMON_DOCUMENTS || one->with * COMMON_PART < n_documents;
    return one->without < FORM_DOCUMENTS || one->without <= one->with;
}

static gint by_place(gconstpointer a, gconstpointer b)
{
    const IsrBreach *x = a, *y = b;

    if (x->document != y->document)
        return x->document < y->document ? -1 : 1;
    if (x->place.sentence != y->place.sentence)
        return x->place.sentence < y->place.sentence ? -1 : 1;
    return x->place.word < y->place.word ? -1 : x->place.word > y->place.word;
}

GArray *isr_breaches_found(const IsrBreaches *breaches, guint n_documents)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(IsrBreach));

    for (guint i = 0; i < breaches->found->len; i++) {
        const IsrBreach *breach = &g_array_index(breaches->found, IsrBreach, i);

        if (counts(breaches, breach, n_documents))
            g_array_append_val(found, *breach);
    }
    g_array_sort(found, by_place);
    return found;
}
