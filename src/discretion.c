/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words around a name, each with the side on which it stands: who told is mostly named before
 * what is asked for them. Other people are told by what they are, never by their names. */
#include "discretion.h"

#include "vectors.h"

#include <string.h>

/* Tokens on each side that are read. */
#define BEFORE 40
#define BEHIND 60
/* Tokens so near count by their place, too. */
#define NEAR 3
/* Who asks for discretion needs so many words. */
#define LEAST_WORDS 3
/* What the classifier finds less likely than this (a logit) the network, which takes ten times as
 * long, does not make likely. */
#define HOPELESS -1.5f

typedef struct {
    const IsrCueToken *tokens;
    guint first, end; /* those that are read */
    guint at;
} Reader;

static Reader reader_of(const IsrCueToken *tokens, guint n, guint at)
{
    return (Reader){tokens, at - MIN(at, BEFORE), at + MIN(n - at, BEHIND + 1), at};
}

static guint64 print_on(guint64 print, const char *text)
{
    for (; *text != '\0'; text++)
        print = isr_fingerprint_on(print, (guint8)*text);
    return isr_fingerprint_on(print, ' ');
}

/* What a token is told by: who is named is told by what they are. */
static guint64 print_token(guint64 print, const Reader *reader, guint token)
{
    static const char *const classes[ISR_N_CUE_CLASSES] = {
        NULL,    "<name>",  "<kin>",   "<work>",  "<other>", "<child>",
        "<org>", "<place>", "<phone>", "<email>", "<date>",  "<age>"};
    const IsrCueToken *it = &reader->tokens[token];
    const char *text = it->class != ISR_CUE_WORD ? classes[it->class] : it->text;

    return print_on(print, token == reader->at ? "<me>" : g_ascii_isdigit(*text) ? "#" : text);
}

static void add(GArray *features, guint64 print)
{
    const guint32 feature = (guint32)isr_fingerprint_end(print);

    g_array_append_val(features, feature);
}

/* Tokens @first to @first + @more together, on their side of the name and anywhere. */
static void add_words(const Reader *reader, guint first, guint more, const char *side,
                      GArray *features)
{
    guint64 here = print_on(ISR_FINGERPRINT_START, side), anywhere = ISR_FINGERPRINT_START;

    for (guint i = first; i <= first + more; i++) {
        here = print_token(here, reader, i);
        anywhere = print_token(anywhere, reader, i);
    }
    add(features, here);
    add(features, anywhere);
}

static void add_place(const Reader *reader, guint token, GArray *features)
{
    const char place[] = {'@', (char)('a' + token + NEAR - reader->at), '\0'};

    add(features, print_token(print_on(ISR_FINGERPRINT_START, place), reader, token));
}

void isr_discretion_gather(const IsrCueToken *tokens, guint n, guint at, GArray *features)
{
    const Reader reader = reader_of(tokens, n, at);

    for (guint i = reader.first; i < reader.end; i++) {
        const char *side = i < at ? "before" : "behind";

        if (i != at)
            add_words(&reader, i, 0, side, features);
        for (guint more = 1; more <= 2 && i + more < reader.end; more++)
            add_words(&reader, i, more, side, features);
        if (i != at && i + NEAR >= at && i <= at + NEAR)
            add_place(&reader, i, features);
    }
}

/* The numbers of a token; of a wording of several words those of its last. */
static const gint8 *numbers_of(const IsrVectors *vectors, const IsrCueToken *token)
{
    const char *space = strrchr(token->text, ' ');
    const char *word = space != NULL ? space + 1 : token->text;

    return isr_vectors_find(vectors, word, strlen(word));
}

static void mark(IsrWording *wording, const char *what, guint64 print)
{
    isr_wording_mark(wording, (guint32)isr_fingerprint_end(print_on(print, what)));
}

IsrWording *isr_discretion_wording(const IsrVectors *vectors, const IsrCueToken *tokens, guint n,
                                   guint at)
{
    const Reader reader = reader_of(tokens, n, at);
    IsrWording *wording = isr_wording_new();

    for (guint i = reader.first; i < reader.end; i++) {
        const gint8 *numbers = i == at ? NULL : numbers_of(vectors, &tokens[i]);

        isr_wording_add(wording, numbers);
        if (numbers == NULL || tokens[i].class != ISR_CUE_WORD)
            mark(wording, "is", print_token(ISR_FINGERPRINT_START, &reader, i));
        if (i != at)
            mark(wording, i < at ? "before" : "behind", ISR_FINGERPRINT_START);
    }
    return wording;
}

static gint by_number(gconstpointer a, gconstpointer b)
{
    const guint32 one = *(const guint32 *)a, other = *(const guint32 *)b;

    return one < other ? -1 : one > other;
}

/* Among names and marks alone nobody asks for anything. */
static gboolean says_something(const Reader *reader)
{
    guint words = 0;

    for (guint i = reader->first; i < reader->end && words < LEAST_WORDS; i++)
        words +=
            reader->tokens[i].class == ISR_CUE_WORD && g_ascii_isalpha(*reader->tokens[i].text);
    return words == LEAST_WORDS;
}

double isr_discretion_judge(const IsrClassifier *classifier, IsrNetwork *network,
                            const IsrVectors *vectors, const IsrCueToken *tokens, guint n, guint at)
{
    const Reader reader = reader_of(tokens, n, at);
    IsrTally tally;

    if (!says_something(&reader))
        return 0;
    g_autoptr(GArray) features = g_array_sized_new(FALSE, FALSE, sizeof(guint32), 512);

    isr_discretion_gather(tokens, n, at, features);
    g_array_sort(features, by_number);
    isr_classifier_begin(classifier, &tally);
    for (guint i = 0; i < features->len; i++) {
        const guint32 feature = g_array_index(features, guint32, i);
        if (i == 0 || g_array_index(features, guint32, i - 1) != feature)
            isr_classifier_add(classifier, &tally, feature, 1);
    }
    if (tally.sums[ISR_DISCRETION_TOLD] - tally.sums[ISR_DISCRETION_ANYBODY] < HOPELESS)
        return 0;
    g_autoptr(IsrWording) wording = isr_discretion_wording(vectors, tokens, n, at);

    isr_network_judge(network, wording, &tally);
    isr_classifier_end(classifier, &tally);
    return tally.sums[ISR_DISCRETION_TOLD];
}
