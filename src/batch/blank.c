/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A blank is found by a mark together with the hash of a word that is bound to it, a sentence that
 * is gone by a mark alone: two sorted arrays, so that millions take little memory. */
#include "blank.h"

#include <string.h>

/* So many marks two sentences share in which one word is looked for; and so many if but one of
 * them is brief, for its marks are its neighbours' too. */
#define ALIKE ISR_BLANK_LEAST
#define ALIKE_BRIEF 3
/* A sentence is the same one if it shares so many marks (more if it has no telling word), half of
 * the telling words, and has so many words more or less: these and a fifth of its own. */
#define SAME 3
#define SAME_PLAIN 4
#define WORDS_MORE 2
#define PART_MORE 5

typedef struct {
    guint64 key;
    guint blank;
} Entry;

struct IsrBlanks {
    GPtrArray *blanks;   /* of IsrBlank * */
    GHashTable *by_form; /* GBytes * to its number + 1 */
    GArray *words;       /* of Entry: by a mark and a hidden word */
    GArray *sentences;   /* of Entry: by a mark of one that is gone */
};

static void blank_free(gpointer data)
{
    IsrBlank *blank = data;

    g_free((gpointer)blank->sentence.words);
    g_free(blank);
}

IsrBlanks *isr_blanks_new(void)
{
    IsrBlanks *blanks = g_new0(IsrBlanks, 1);

    blanks->blanks = g_ptr_array_new_with_free_func(blank_free);
    blanks->by_form =
        g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
    blanks->words = g_array_new(FALSE, FALSE, sizeof(Entry));
    blanks->sentences = g_array_new(FALSE, FALSE, sizeof(Entry));
    return blanks;
}

void isr_blanks_free(IsrBlanks *blanks)
{
    if (!blanks)
        return;
    g_ptr_array_unref(blanks->blanks);
    g_hash_table_unref(blanks->by_form);
    g_array_unref(blanks->words);
    g_array_unref(blanks->sentences);
    g_free(blanks);
}

static gboolean is_hidden(const IsrImprintWord *word)
{
    return word->shown == ISR_SHOWN_NOT || word->shown == ISR_SHOWN_COARSE;
}

static gboolean hides_something(const IsrImprintSentence *sentence)
{
    gboolean hides = sentence->gone;

    for (guint i = 0; i < sentence->n_words; i++)
        hides = hides || is_hidden(&sentence->words[i]);
    return hides && sentence->n_marks >= ALIKE;
}

static void add_entry(GArray *entries, guint64 key, guint blank)
{
    const Entry entry = {key, blank};

    g_array_append_val(entries, entry);
}

static guint64 word_key(const IsrImprintSentence *sentence, const IsrImprintWord *word, guint mark)
{
    return (guint64)sentence->marks[mark] << 16 | word->hashes[mark];
}

static guint bound_of(const IsrImprintSentence *sentence)
{
    return MIN(sentence->n_marks, ISR_IMPRINT_BOUND);
}

static IsrBlank *add_blank(IsrBlanks *blanks, const IsrImprintSentence *sentence)
{
    const guint number = blanks->blanks->len;
    IsrBlank *blank = g_new0(IsrBlank, 1);

    blank->sentence = *sentence;
    blank->sentence.words = g_memdup2(sentence->words, sentence->n_words * sizeof *sentence->words);
    g_ptr_array_add(blanks->blanks, blank);
    for (guint i = 0; i < sentence->n_words; i++)
        for (guint k = 0; is_hidden(&sentence->words[i]) && k < bound_of(sentence); k++)
            add_entry(blanks->words, word_key(sentence, &sentence->words[i], k), number);
    for (guint k = 0; sentence->gone && k < sentence->n_marks; k++)
        add_entry(blanks->sentences, sentence->marks[k], number);
    return blank;
}

/* Keeps the least numbers, so that no order of noting matters. */
static void add_document(IsrBlank *blank, guint document)
{
    guint at = 0, known = MIN(blank->n_documents, ISR_BLANK_DOCUMENTS);

    while (at < known && blank->documents[at] < document)
        at++;
    if (at < known && blank->documents[at] == document)
        return;
    blank->n_documents++;
    if (at == ISR_BLANK_DOCUMENTS)
        return;
    for (guint i = MIN(known, ISR_BLANK_DOCUMENTS - 1); i > at; i--)
        blank->documents[i] = blank->documents[i - 1];
    blank->documents[at] = document;
}

void isr_blanks_note(IsrBlanks *blanks, const IsrImprintSentence *sentence, guint document)
{
    GByteArray *form;
    GBytes *key;
    guint number;

    if (!hides_something(sentence))
        return;
    form = isr_imprint_new();
    isr_imprint_add(form, sentence);
    key = g_byte_array_free_to_bytes(form);
    number = GPOINTER_TO_UINT(g_hash_table_lookup(blanks->by_form, key));
    if (number > 0) {
        g_bytes_unref(key);
        add_document(blanks->blanks->pdata[number - 1], document);
        return;
    }
    add_document(add_blank(blanks, sentence), document);
    g_hash_table_insert(blanks->by_form, key, GUINT_TO_POINTER(blanks->blanks->len));
}

static gint by_key(gconstpointer a, gconstpointer b)
{
    const Entry *x = a, *y = b;

    return x->key < y->key ? -1 : x->key > y->key;
}

void isr_blanks_order(IsrBlanks *blanks)
{
    g_hash_table_remove_all(blanks->by_form);
    g_array_sort(blanks->words, by_key);
    g_array_sort(blanks->sentences, by_key);
}

const IsrBlank *isr_blanks_nth(const IsrBlanks *blanks, guint n)
{
    return blanks->blanks->pdata[n];
}

static void append_found(const GArray *entries, guint64 key, GArray *found)
{
    guint low = 0, high = entries->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;

        if (g_array_index(entries, Entry, middle).key < key)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < entries->len && g_array_index(entries, Entry, low).key == key; low++)
        g_array_append_val(found, g_array_index(entries, Entry, low).blank);
}

static gint by_number(gconstpointer a, gconstpointer b)
{
    const guint x = *(const guint *)a, y = *(const guint *)b;

    return x < y ? -1 : x > y;
}

static void make_unique(GArray *numbers)
{
    guint kept = 0;

    g_array_sort(numbers, by_number);
    for (guint i = 0; i < numbers->len; i++) {
        const guint number = g_array_index(numbers, guint, i);

        if (kept == 0 || g_array_index(numbers, guint, kept - 1) != number)
            g_array_index(numbers, guint, kept++) = number;
    }
    g_array_set_size(numbers, kept);
}

void isr_blanks_find(const IsrBlanks *blanks, const IsrImprintSentence *sentence, GArray *found)
{
    g_array_set_size(found, 0);
    if (sentence->gone)
        return;
    for (guint i = 0; i < sentence->n_words; i++) {
        const IsrImprintWord *word = &sentence->words[i];
        const gboolean shown = word->shown == ISR_SHOWN_WHOLE || word->shown == ISR_SHOWN_COARSE;

        for (guint k = 0; shown && k < bound_of(sentence); k++)
            append_found(blanks->words, word_key(sentence, word, k), found);
    }
    for (guint k = 0; k < sentence->n_marks; k++)
        append_found(blanks->sentences, sentence->marks[k], found);
    make_unique(found);
}

gboolean isr_blank_is_like(const IsrImprintSentence *a, const IsrImprintSentence *b,
                           const IsrImprintMatch *match)
{
    if (a->brief && b->brief)
        return match->shared >= ALIKE && a->hash == b->hash;
    return match->shared >= (a->brief || b->brief ? ALIKE_BRIEF : ALIKE);
}

/* How many telling words of @a stand in @b. */
static guint shared_words(const IsrImprintSentence *a, const IsrImprintSentence *b,
                          const IsrImprintMatch *match)
{
    guint shared = 0;

    for (guint i = 0; i < a->n_words; i++)
        for (guint k = 0; k < b->n_words; k++)
            if (isr_imprint_same_word(match, &a->words[i], &b->words[k])) {
                shared++;
                break;
            }
    return shared;
}

/* The same words between the same neighbours. */
static gboolean is_repeated(const IsrImprintSentence *a, const IsrImprintSentence *b,
                            const IsrImprintMatch *match)
{
    return a->brief && b->brief && a->hash == b->hash && a->length == b->length &&
           a->n_marks == b->n_marks && match->shared >= MAX(a->n_marks, ALIKE) &&
           a->n_words == b->n_words && shared_words(a, b, match) == a->n_words;
}

gboolean isr_blank_is_same(const IsrImprintSentence *a, const IsrImprintSentence *b,
                           const IsrImprintMatch *match)
{
    const guint words = MAX(a->n_words, b->n_words), most = MAX(a->length, b->length);
    const guint same = words > 0 ? SAME : SAME_PLAIN;

    if (a->brief || b->brief)
        return is_repeated(a, b, match);
    return most - MIN(a->length, b->length) <= WORDS_MORE + (guint)a->length / PART_MORE &&
           match->shared >= MAX(ALIKE, MIN(same, MIN(a->n_marks, b->n_marks))) &&
           2 * shared_words(a, b, match) >= words;
}
