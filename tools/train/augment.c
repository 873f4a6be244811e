/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Swapped names teach the model to trust lists and surroundings more than the names of novels
 * and judgments. Within one sentence a name stays one name. */
#include "augment.h"

#include "tagger_tokens.h"

#include <string.h>

#define MISTYPED_PERCENT 18
#define DOUBLED_PERCENT 8

char *augment_mistype(const char *name, Chance *chance)
{
    gsize length = strlen(name);
    GString *out = g_string_new(name);

    for (const char *p = name; *p != '\0'; p++)
        if (!g_ascii_isalpha(*p))
            return g_string_free(out, FALSE);
    if (length < 4)
        return g_string_free(out, FALSE);
    gsize at = 1 + chance_below(chance, (guint)length - 2);
    static const char vowels[] = "aeiouy";

    switch (chance_below(chance, 4)) {
    case 0:
        g_string_erase(out, (gssize)at, 1);
        break;
    case 1:
        g_string_insert_c(out, (gssize)at, out->str[at]);
        break;
    case 2:
        out->str[at] = vowels[chance_below(chance, sizeof vowels - 1)];
        break;
    default: {
        char c = out->str[at];
        out->str[at] = out->str[at + 1];
        out->str[at + 1] = c;
    }
    }
    return g_string_free(out, FALSE);
}

void augment_write_name(const char *name, guint8 *label, GPtrArray *words, GByteArray *labels)
{
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(Token));

    isr_tokens_read(name, 0, strlen(name), tokens);
    for (guint i = 0; i < tokens->len; i++) {
        const Token *token = &g_array_index(tokens, Token, i);
        g_ptr_array_add(
            words, (gpointer)corpus_word(name + token->start, (gssize)(token->end - token->start)));
        g_byte_array_append(labels, label, 1);
        *label = (guint8)(*label % 2 == 1 ? *label + 1 : *label);
    }
}

/* One sentence that is being written anew. */
typedef struct {
    const Stock *stock;
    Chance *chance;
    GHashTable *renamed; /* word -> its new name */
    guint origin;
    GPtrArray *words;
    GByteArray *labels;
} Copy;

static gboolean is_title(const char *word)
{
    static const char *const titles[] = {
        "Mr",  "Mrs",  "Ms",   "Miss",    "Mr.",   "Mrs.",    "Ms.",       "Dr",        "Dr.",
        "Sir", "Lord", "Lady", "Justice", "Judge", "Captain", "Professor", "Inspector", NULL};
    return g_strv_contains(titles, word);
}

static gboolean is_initial(const char *word)
{
    return strlen(word) <= 2 && g_ascii_isupper(word[0]) && (word[1] == '.' || word[1] == '\0');
}

/* "JW", "DLB": as they stand for a name, not "LEE". */
static gboolean is_monogram(const char *word)
{
    gsize length = strlen(word);

    return (length == 2 || length == 3) && strspn(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == length &&
           (length == 2 || strpbrk(word, "AEIOUY") == NULL);
}

static char *other_letters(const char *word, Chance *chance)
{
    char *other = g_strdup(word);

    for (char *p = other; g_ascii_isupper(*p); p++)
        *p = (char)('A' + (char)chance_below(chance, 26));
    return other;
}

static char *in_case_of(const char *word, char *name)
{
    g_autofree char *lower = g_utf8_strdown(word, -1), *upper = g_utf8_strup(word, -1);
    g_autofree char *given = name;

    if (g_str_equal(word, lower))
        return g_utf8_strdown(name, -1);
    return g_str_equal(word, upper) ? g_utf8_strup(name, -1) : g_steal_pointer(&given);
}

static char *any_name(Copy *copy, gboolean surname)
{
    const char *plain = surname ? stock_surname(copy->stock, copy->origin, copy->chance)
                                : stock_forename(copy->stock, copy->origin, copy->chance);
    if (surname && chance_is(copy->chance, DOUBLED_PERCENT))
        return g_strconcat(plain, "-", stock_surname(copy->stock, copy->origin, copy->chance),
                           NULL);
    return chance_is(copy->chance, MISTYPED_PERCENT) ? augment_mistype(plain, copy->chance)
                                                     : g_strdup(plain);
}

static char *new_name(Copy *copy, const char *word, gboolean surname)
{
    if (is_initial(word) || is_monogram(word))
        return other_letters(word, copy->chance);
    return in_case_of(word, any_name(copy, surname));
}

static const char *renamed(Copy *copy, const char *word, gboolean surname)
{
    char *name = g_hash_table_lookup(copy->renamed, word);

    if (name == NULL) {
        name = new_name(copy, word, surname);
        g_hash_table_insert(copy->renamed, g_strdup(word), name);
    }
    return name;
}

/* Writes words @from to @to (a person's name) with other names. Long ones become shorter. */
static void rename_person(Copy *copy, const Sentence *sentence, guint from, guint to)
{
    gboolean titled = from > 0 && is_title(sentence->words[from - 1]);
    guint8 label = LABEL_B_PER;

    if (to - from == 1) {
        gboolean surname = titled || chance_is(copy->chance, 20);
        augment_write_name(renamed(copy, sentence->words[from], surname), &label, copy->words,
                           copy->labels);
        return;
    }
    for (guint i = from; i < to && i < from + 4; i++) {
        const char *word = sentence->words[i];
        gboolean last = i + 1 == to || i == from + 3;
        if (g_ascii_isalpha(*word) || (guchar)*word >= 0x80)
            augment_write_name(renamed(copy, word, last), &label, copy->words, copy->labels);
        else if (*word == '-' && !last)
            augment_write_name(word, &label, copy->words, copy->labels);
    }
}

static void rename_thing(Copy *copy, guint8 label)
{
    g_autofree char *name = label == LABEL_B_LOC ? stock_place(copy->stock, copy->chance)
                                                 : stock_body(copy->stock, copy->chance);

    augment_write_name(name, &label, copy->words, copy->labels);
}

static guint name_end(const Sentence *sentence, guint from)
{
    guint end = from + 1;

    while (end < sentence->n && sentence->labels[end] == sentence->labels[from] + 1)
        end++;
    return end;
}

/* Appends a copy of @sentence with its @people renamed, and its @things: places and bodies. */
static void copy_renamed(GPtrArray *corpus, const Sentence *sentence, Copy *copy, gboolean people,
                         gboolean things)
{
    for (guint i = 0; i < sentence->n;) {
        guint8 label = sentence->labels[i];
        guint end = label % 2 == 1 ? name_end(sentence, i) : i + 1;
        if (people && label == LABEL_B_PER) {
            rename_person(copy, sentence, i, end);
        } else if (things && (label == LABEL_B_LOC || label == LABEL_B_ORG)) {
            rename_thing(copy, label);
        } else {
            for (guint k = i; k < end; k++) {
                g_ptr_array_add(copy->words, (gpointer)sentence->words[k]);
                g_byte_array_append(copy->labels, &sentence->labels[k], 1);
            }
        }
        i = end;
    }
    corpus_add_behind(corpus, copy->words, copy->labels, sentence->context);
}

static gboolean has_label(const Sentence *sentence, guint8 one, guint8 other)
{
    for (guint i = 0; i < sentence->n; i++)
        if (sentence->labels[i] == one || sentence->labels[i] == other)
            return TRUE;
    return FALSE;
}

void augment_names(GPtrArray *corpus, const Stock *stock, Chance *chance)
{
    guint n = corpus->len;
    g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    g_autoptr(GByteArray) labels = g_byte_array_new();
    Copy copy = {stock, chance, names, 0, words, labels};

    for (guint i = 0; i < n; i++) {
        const Sentence *sentence = corpus->pdata[i];
        copy.origin = stock_origin(stock, chance);
        g_hash_table_remove_all(names);
        if (has_label(sentence, LABEL_B_PER, LABEL_B_PER))
            copy_renamed(corpus, sentence, &copy, TRUE, FALSE);
        if (has_label(sentence, LABEL_B_LOC, LABEL_B_ORG))
            copy_renamed(corpus, sentence, &copy, FALSE, TRUE);
    }
}

void augment_records(GPtrArray *corpus, const GPtrArray *records, guint copies, const Stock *stock,
                     Chance *chance)
{
    g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    g_autoptr(GByteArray) labels = g_byte_array_new();
    Copy copy = {stock, chance, names, 0, words, labels};

    for (guint i = 0; i < records->len * copies; i++) {
        copy.origin = i % copies == 0 ? STOCK_DOUBLE : stock_origin(stock, chance);
        g_hash_table_remove_all(names);
        copy_renamed(corpus, records->pdata[i / copies], &copy, TRUE, i % 2 == 1);
    }
}

static void copy_cased(GPtrArray *corpus, const Sentence *sentence, gboolean upper)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    g_autoptr(GByteArray) labels = g_byte_array_new();

    g_byte_array_append(labels, sentence->labels, sentence->n);
    for (guint i = 0; i < sentence->n; i++) {
        g_autofree char *word =
            upper ? g_utf8_strup(sentence->words[i], -1) : g_utf8_strdown(sentence->words[i], -1);
        g_ptr_array_add(words, (gpointer)corpus_word(word, -1));
    }
    corpus_add_behind(corpus, words, labels, sentence->context);
}

void augment_case(GPtrArray *corpus, Chance *chance)
{
    guint n = corpus->len;

    for (guint i = 0; i < n; i++) {
        const Sentence *sentence = corpus->pdata[i];
        guint percent = has_label(sentence, LABEL_B_PER, LABEL_B_PER) ? 25 : 6;
        if (chance_is(chance, percent))
            copy_cased(corpus, sentence, FALSE);
        if (chance_is(chance, percent))
            copy_cased(corpus, sentence, TRUE);
    }
}
