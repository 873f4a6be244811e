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
    guint with, without; /* documents that have the passage with that word, and with another */
    gboolean has;        /* the document in hand has it with that word */
} Case;

struct IsrBreaches {
    const IsrBlanks *blanks;
    GArray *found;       /* of IsrBreach */
    GHashTable *cases;   /* guint64 (blank, word) to Case * */
    GHashTable *marks;   /* mark to GArray of guint: blanks with a case */
    GHashTable *touched; /* set of Case *: met in the document in hand */
    GArray *numbers;     /* of guint, scratch */
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
    breaches->cases = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    breaches->marks = g_hash_table_new_full(NULL, NULL, NULL, free_array);
    breaches->touched = g_hash_table_new(NULL, NULL);
    breaches->numbers = g_array_new(FALSE, FALSE, sizeof(guint));
    return breaches;
}

void isr_breaches_free(IsrBreaches *breaches)
{
    if (!breaches)
        return;
    g_array_unref(breaches->found);
    g_hash_table_unref(breaches->cases);
    g_hash_table_unref(breaches->marks);
    g_hash_table_unref(breaches->touched);
    g_array_unref(breaches->numbers);
    g_free(breaches);
}

static Case *case_of(const IsrBreaches *breaches, guint blank, guint word)
{
    const guint64 key = (guint64)blank << 32 | word;

    return g_hash_table_lookup(breaches->cases, &key);
}

static void add_case(IsrBreaches *breaches, guint blank, guint word)
{
    const guint64 key = (guint64)blank << 32 | word;

    if (!case_of(breaches, blank, word))
        g_hash_table_insert(breaches->cases, g_memdup2(&key, sizeof key), g_new0(Case, 1));
}

static void add_breach(IsrBreaches *breaches, IsrBreach breach)
{
    g_array_append_val(breaches->found, breach);
    add_case(breaches, breach.blank, breach.word);
}

/* How many words of @b that are @word of @a show as much as @shown. */
static guint count_shown(const IsrImprintSentence *a, const IsrImprintWord *word,
                         const IsrImprintSentence *b, IsrShown shown)
{
    guint n = 0;

    for (guint i = 0; i < b->n_words; i++)
        n += b->words[i].shown >= shown && b->words[i].shown != ISR_SHOWN_GONE &&
             isr_imprint_same_word(a, word, b, &b->words[i]);
    return n;
}

/* The word of the blank that hides more of it than @word of @sentence does; -1: none. */
static gint hider_of(const IsrBlank *blank, const IsrImprintSentence *sentence,
                     const IsrImprintWord *word)
{
    for (guint i = 0; i < blank->sentence.n_words; i++)
        if (blank->sentence.words[i].shown < word->shown &&
            isr_imprint_same_word(&blank->sentence, &blank->sentence.words[i], sentence, word))
            return (gint)i;
    return -1;
}

/* A word that a sentence holds twice may be hidden once and shown once in both copies. */
static void compare_words(IsrBreaches *breaches, const IsrImprintSentence *sentence,
                          IsrBreach breach)
{
    const IsrBlank *blank = isr_blanks_nth(breaches->blanks, breach.blank);

    for (guint i = 0; i < sentence->n_words; i++) {
        const IsrImprintWord *word = &sentence->words[i];
        gint hider = word->shown == ISR_SHOWN_GONE ? -1 : hider_of(blank, sentence, word);

        if (hider < 0 || count_shown(sentence, word, sentence, word->shown) <=
                             count_shown(sentence, word, &blank->sentence, word->shown))
            continue;
        breach.place.word = (guint16)i;
        breach.place.category = blank->sentence.words[hider].category;
        breach.word = (guint)hider;
        add_breach(breaches, breach);
    }
}

void isr_breaches_seek(IsrBreaches *breaches, const IsrImprintSentence *sentence, guint document,
                       guint32 number)
{
    isr_blanks_find(breaches->blanks, sentence, breaches->numbers);
    for (guint i = 0; i < breaches->numbers->len; i++) {
        IsrBreach breach = {.document = document, .place = {.sentence = number}};
        const IsrBlank *blank;

        breach.blank = g_array_index(breaches->numbers, guint, i);
        blank = isr_blanks_nth(breaches->blanks, breach.blank);
        if (blank->sentence.gone && isr_blank_is_same(&blank->sentence, sentence)) {
            breach.place.word = ISR_HOLDBACK_SENTENCE;
            breach.place.category = blank->sentence.category;
            breach.word = ISR_HOLDBACK_SENTENCE;
            add_breach(breaches, breach);
        } else if (isr_blank_is_like(&blank->sentence, sentence)) {
            compare_words(breaches, sentence, breach);
        }
    }
}

void isr_breaches_order(IsrBreaches *breaches)
{
    GHashTableIter iter;
    gpointer key;

    g_hash_table_iter_init(&iter, breaches->cases);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        const guint number = (guint)(*(guint64 *)key >> 32);
        const IsrImprintSentence *sentence = &isr_blanks_nth(breaches->blanks, number)->sentence;

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
}

static gint by_number(gconstpointer a, gconstpointer b)
{
    const guint x = *(const guint *)a, y = *(const guint *)b;

    return x < y ? -1 : x > y;
}

/* The blanks with a case that share a mark with @sentence, ordered; several times if several. */
static void find_cases(IsrBreaches *breaches, const IsrImprintSentence *sentence)
{
    g_array_set_size(breaches->numbers, 0);
    for (guint i = 0; i < sentence->n_marks; i++) {
        const GArray *blanks =
            g_hash_table_lookup(breaches->marks, GUINT_TO_POINTER(sentence->marks[i]));

        if (blanks)
            g_array_append_vals(breaches->numbers, blanks->data, blanks->len);
    }
    g_array_sort(breaches->numbers, by_number);
}

static void meet(IsrBreaches *breaches, Case *one, gboolean has)
{
    one->has = (g_hash_table_contains(breaches->touched, one) && one->has) || has;
    g_hash_table_add(breaches->touched, one);
}

static gboolean holds(const IsrImprintSentence *sentence, const IsrBlank *blank, guint word)
{
    for (guint i = 0; i < sentence->n_words; i++)
        if (isr_imprint_same_word(&blank->sentence, &blank->sentence.words[word], sentence,
                                  &sentence->words[i]))
            return TRUE;
    return FALSE;
}

void isr_breaches_weigh(IsrBreaches *breaches, const IsrImprintSentence *sentence)
{
    find_cases(breaches, sentence);
    for (guint i = 0; i < breaches->numbers->len; i++) {
        const guint number = g_array_index(breaches->numbers, guint, i);
        const IsrBlank *blank = isr_blanks_nth(breaches->blanks, number);
        Case *whole = case_of(breaches, number, ISR_HOLDBACK_SENTENCE);

        if (i > 0 && g_array_index(breaches->numbers, guint, i - 1) == number)
            continue;
        if (whole && !sentence->gone && isr_blank_is_same(&blank->sentence, sentence))
            meet(breaches, whole, TRUE);
        if (sentence->n_words == 0 || !isr_blank_is_like(&blank->sentence, sentence))
            continue;
        for (guint k = 0; k < blank->sentence.n_words; k++) {
            Case *one = case_of(breaches, number, k);

            if (one)
                meet(breaches, one, holds(sentence, blank, k));
        }
    }
}

void isr_breaches_weighed(IsrBreaches *breaches)
{
    GHashTableIter iter;
    gpointer key;

    g_hash_table_iter_init(&iter, breaches->touched);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        Case *one = key;

        one->with += one->has;
        one->without += !one->has;
    }
    g_hash_table_remove_all(breaches->touched);
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
