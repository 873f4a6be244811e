/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A side of a place is the mean of its words' numbers, weighted by distance. Words that have no
 * vector (names, numbers, marks) count for nothing. */
#include "meaning.h"

#include "bearing.h"

#include <string.h>

/* Words on each side that count. */
#define REACH 6
/* A word counts the less the more stand between. */
#define FADE 0.25f
/* Half a word that means nothing: a side of one word says less than one of many. */
#define DOUBT 0.5f
/* What the numbers count beside features that are there or not. */
#define MEAN_VALUE 0.3f
#define MOST_VALUE 0.15f

enum { BEFORE, BEHIND, N_SIDES };

/* One side: of each number the sum over all places, and the greatest. */
typedef struct {
    float *sum, *most;
} Side;

struct Meaning {
    const IsrVectors *vectors;
    guint dimensions, places;
    Side sides[N_SIDES];
    float numbers[]; /* those of the sides */
};

Meaning *isr_meaning_new(const IsrVectors *vectors)
{
    const guint dimensions = isr_vectors_dimensions(vectors);
    Meaning *meaning = g_malloc0(sizeof *meaning + 2 * N_SIDES * (gsize)dimensions * sizeof(float));

    meaning->vectors = vectors;
    meaning->dimensions = dimensions;
    for (guint i = 0; i < N_SIDES; i++) {
        meaning->sides[i].sum = meaning->numbers + 2 * i * dimensions;
        meaning->sides[i].most = meaning->sides[i].sum + dimensions;
    }
    return meaning;
}

void isr_meaning_free(Meaning *meaning)
{
    g_free(meaning);
}

/* The numbers of a token; of a wording those of its last word. */
static const gint8 *numbers_of(const IsrVectors *vectors, const IsrCueToken *token)
{
    const char *space = strrchr(token->text, ' ');
    const char *word = space != NULL ? space + 1 : token->text;

    return isr_vectors_find(vectors, word, strlen(word));
}

/* Adds the words on one side to @sum, and what they weigh together to what is returned. */
static float add_words(const Meaning *meaning, const IsrCueToken *tokens, guint n, guint at,
                       gint step, float *sum)
{
    gint place = (gint)at + step;
    float all = 0;

    for (guint between = 0; between < REACH && place >= 0 && place < (gint)n; between++) {
        const gint8 *numbers = numbers_of(meaning->vectors, &tokens[place]);
        const float weight = 1 / (1 + FADE * (float)between);

        for (guint i = 0; numbers != NULL && i < meaning->dimensions; i++)
            sum[i] += weight * numbers[i];
        all += numbers != NULL ? weight : 0;
        place += step;
    }
    return all;
}

static void read_side(Meaning *meaning, Side *side, const IsrCueToken *tokens, guint n, guint at,
                      gint step)
{
    float sum[ISR_VECTORS_MOST_DIMENSIONS] = {0};
    const float all = add_words(meaning, tokens, n, at, step, sum) + DOUBT;
    const float scale = isr_vectors_scale(meaning->vectors) * all;

    for (guint i = 0; i < meaning->dimensions; i++) {
        const float mean = sum[i] / scale;

        side->sum[i] += mean;
        side->most[i] = meaning->places == 0 ? mean : MAX(side->most[i], mean);
    }
}

void isr_meaning_read(Meaning *meaning, const IsrCueToken *tokens, guint n, guint at)
{
    read_side(meaning, &meaning->sides[BEFORE], tokens, n, at, -1);
    read_side(meaning, &meaning->sides[BEHIND], tokens, n, at, 1);
    meaning->places++;
}

void isr_meaning_join(Meaning *meaning, const Meaning *other)
{
    for (guint s = 0; s < N_SIDES && other->places > 0; s++) {
        const Side *side = &meaning->sides[s], *from = &other->sides[s];

        for (guint i = 0; i < meaning->dimensions; i++) {
            side->sum[i] += from->sum[i];
            side->most[i] =
                meaning->places == 0 ? from->most[i] : MAX(side->most[i], from->most[i]);
        }
    }
    meaning->places += other->places;
}

/* Everybody has all of them, so that g_snprintf() is felt. */
static void put(GArray *traits, const char *tag, guint number, float value)
{
    char text[] = {0, 0, 0};
    guint digits = 0;

    if (number >= 100)
        text[digits++] = (char)('0' + number / 100);
    if (number >= 10)
        text[digits++] = (char)('0' + number / 10 % 10);
    text[digits++] = (char)('0' + number % 10);
    const Trait trait = {isr_standing_feature(tag, text, digits), value, STANDING_WORDS};

    g_array_append_val(traits, trait);
}

void isr_meaning_put(const Meaning *meaning, GArray *traits)
{
    static const char *const means[N_SIDES] = {"mean before", "mean behind"};
    static const char *const mosts[N_SIDES] = {"most before", "most behind"};

    for (guint s = 0; s < N_SIDES && meaning->places > 0; s++) {
        for (guint i = 0; i < meaning->dimensions; i++) {
            put(traits, means[s], i,
                MEAN_VALUE * meaning->sides[s].sum[i] / (float)meaning->places);
            put(traits, mosts[s], i, MOST_VALUE * meaning->sides[s].most[i]);
        }
    }
}
