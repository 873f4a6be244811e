/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Features: what is said of a token is hashed together with the number of the feature. */
#include "tagger_features.h"

static const guint8 aspects[] = {
#define FEATURE_ASPECT(name, aspect) ASPECT_##aspect,
    FEATURES(FEATURE_ASPECT)
#undef FEATURE_ASPECT
};

Aspect isr_feature_aspect(guint feature)
{
    return (Aspect)aspects[feature];
}

const char *isr_aspect_words(Aspect aspect)
{
    static const char *const words[] = {
        [ASPECT_WORD] = "the word itself",
        [ASPECT_LETTERS] = "how the word begins and ends",
        [ASPECT_BEFORE] = "the words before it",
        [ASPECT_AFTER] = "the words after it",
        [ASPECT_CAPITALS] = "its capitals",
        [ASPECT_NAMES] = "the lists of forenames and surnames",
        [ASPECT_ORDINARY] = "how ordinary the word is",
        [ASPECT_PLACES] = "the list of places",
        [ASPECT_TERMS] = "a title, family word, job or label beside it",
        [ASPECT_ALIKE] = "words that are used like it",
    };

    return words[aspect];
}

static inline guint32 two(guint32 a, guint32 b)
{
    return (a ^ (a >> 15)) * 0x2C1B3C6Du + b * 0x9E3779B1u;
}

static inline guint32 hashed(guint32 number, guint32 value)
{
    guint64 h = (((guint64)number + 1) << 32 | value) * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);

    h = (h ^ (h >> 32)) * G_GUINT64_CONSTANT(0xD6E8FEB86659FD93);
    guint32 feature = (guint32)(h >> (64 - FEATURE_BITS));
    return feature != FEATURE_NONE ? feature : 1;
}

static inline guint32 names_of(const Trait *trait)
{
    return (guint32)trait->forename << 3 | trait->surname;
}

/* All that the lists say, and the capital. */
static inline guint32 levels_of(const Trait *trait)
{
    return names_of(trait) << 10 | (guint32)trait->ordinary << 7 |
           (guint32)(trait->place & 3) << 5 | trait->cap;
}

static inline guint32 path_of(const Trait *trait, guint bits)
{
    guint32 length = trait->path & 31;

    return length == 0 ? 0 : trait->path >> (32 - MIN(bits, length)) << 5 | MIN(bits, length);
}

#define PUT(name, value) features[F_##name] = hashed(F_##name, value)
#define PUT_IF(name, is, value) features[F_##name] = (is) ? hashed(F_##name, value) : FEATURE_NONE

static void put_own_word(const Trait *t, guint32 *features)
{
    PUT(ALWAYS, 0);
    PUT(WORD, t->word);
    PUT(FORM, t->form);
    PUT(CAP, t->cap);
    PUT_IF(TERMS, t->classes != 0, t->classes);
}

static void put_words_before(const Trait *t, guint32 *features)
{
    PUT(WORD_1B, t[-1].word);
    PUT(WORDS_1B_0, two(t[-1].word, t->word));
    PUT(CAP_1B, t[-1].cap);
    PUT(CAPS_1B_0, (guint32)t[-1].cap << 4 | t->cap);
    PUT(CAP_WORD_1B, two(t[-1].word, t->cap));
    PUT(WORD_CAP_1B, two(t->word, t[-1].cap));
}

static void put_words_behind(const Trait *t, guint32 *features)
{
    PUT(WORD_1A, t[1].word);
    PUT(WORDS_0_1A, two(t->word, t[1].word));
    PUT(CAP_1A, t[1].cap);
    PUT(CAPS_0_1A, (guint32)t->cap << 4 | t[1].cap);
    PUT(CAP_WORD_1A, two(t[1].word, t->cap));
    PUT(WORD_CAP_1A, two(t->word, t[1].cap));
}

static void put_words_around(const Trait *t, guint32 *features)
{
    guint32 b2 = t[-2].cap, b1 = t[-1].cap, c = t->cap, a1 = t[1].cap, a2 = t[2].cap;

    PUT(WORD_2B, t[-2].word);
    PUT(WORD_2A, t[2].word);
    PUT(WORDS_2B_1B, two(t[-2].word, t[-1].word));
    PUT(WORDS_1A_2A, two(t[1].word, t[2].word));
    PUT(WORDS_1B_1A, two(t[-1].word, t[1].word));
    PUT(CAP_2B, b2);
    PUT(CAP_2A, a2);
    PUT(CAPS_1B_0_1A, b1 << 8 | c << 4 | a1);
    PUT(CAPS_2B_1B_0, b2 << 8 | b1 << 4 | c);
    PUT(CAPS_0_1A_2A, c << 8 | a1 << 4 | a2);
    PUT(LEVELS_CAPS_1B, two(levels_of(t), b1 << 4 | a1));
}

static void put_own_letters(const Trait *t, guint32 *features)
{
    for (guint k = 0; k < 4; k++) {
        features[F_PREFIX_1 + k] =
            t->prefix[k] != 0 ? hashed(F_PREFIX_1 + k, t->prefix[k]) : FEATURE_NONE;
        features[F_SUFFIX_1 + k] =
            t->suffix[k] != 0 ? hashed(F_SUFFIX_1 + k, t->suffix[k]) : FEATURE_NONE;
    }
    PUT(SUFFIX_CAP, two(t->suffix[2], t->cap));
    PUT(SHAPE, t->shape);
    PUT(LENGTH, (guint32)t->length << 4 | t->cap);
}

static void put_own_lists(const Trait *t, guint32 *features)
{
    guint32 levels = levels_of(t), names = names_of(t), cap = t->cap;

    PUT(FORENAME, t->forename);
    PUT(SURNAME, t->surname);
    PUT(NAMES, names);
    PUT(LEVELS, levels);
    PUT(ORDINARY, (guint32)t->ordinary << 4 | cap);
    PUT(LOWER, (guint32)t->lower << 4 | cap);
    PUT(LOWER_NAMES, (guint32)t->lower << 10 | names << 4 | cap);
    PUT_IF(PLACE, t->place != 0, (guint32)t->place << 4 | cap);
    PUT_IF(PLACE_NAMES, t->place != 0, (guint32)t->place << 10 | names << 4 | cap);
}

static void put_lists_before(const Trait *t, guint32 *features)
{
    guint32 levels = levels_of(t), names = names_of(t), cap = t->cap;

    PUT_IF(PLACE_WORD_1B, t->place != 0, two(t[-1].word, t->place));
    PUT_IF(PLACE_1B, t[-1].place != 0, (guint32)t[-1].place << 4 | cap);
    PUT(FORENAME_1B_SURNAME,
        (guint32)t[-1].forename << 11 | (guint32)t->surname << 8 | (guint32)t[-1].cap << 4 | cap);
    PUT(NAMES_1B_0, names_of(&t[-1]) << 6 | names);
    PUT(LEVELS_WORD_1B, two(t[-1].word, levels));
    PUT(LEVELS_1B, two(levels_of(&t[-1]), cap));
}

static void put_lists_behind(const Trait *t, guint32 *features)
{
    guint32 levels = levels_of(t), names = names_of(t), cap = t->cap;

    PUT_IF(PLACE_1A, t[1].place != 0, (guint32)t[1].place << 4 | cap);
    PUT(FORENAME_SURNAME_1A,
        (guint32)t->forename << 11 | (guint32)t[1].surname << 8 | cap << 4 | t[1].cap);
    PUT(NAMES_0_1A, names << 6 | names_of(&t[1]));
    PUT(LEVELS_WORD_1A, two(t[1].word, levels));
    PUT(LEVELS_1A, two(levels_of(&t[1]), cap));
}

static void put_terms_before(const Trait *t, guint32 *features)
{
    guint32 b1 = t[-1].classes;

    PUT_IF(TERMS_1B, b1 != 0, b1);
    PUT_IF(TERMS_1B_CAP, b1 != 0, b1 << 4 | t->cap);
    PUT_IF(TERMS_1B_LEVELS, b1 != 0, two(b1, levels_of(t)));
}

static void put_terms_behind(const Trait *t, guint32 *features)
{
    guint32 a1 = t[1].classes;

    PUT_IF(TERMS_1A, a1 != 0, a1);
    PUT_IF(TERMS_1A_CAP, a1 != 0, a1 << 4 | t->cap);
    PUT_IF(TERMS_1A_LEVELS, a1 != 0, two(a1, levels_of(t)));
}

static void put_terms_around(const Trait *t, guint16 line, guint32 *features)
{
    guint32 b2 = t[-2].classes, b1 = t[-1].classes;

    PUT_IF(TERMS_2B, b2 != 0, b2);
    PUT_IF(TERMS_2A, t[2].classes != 0, t[2].classes);
    PUT_IF(TERMS_2B_1B_CAP, b2 != 0, two(b2 << 16 | b1, t->cap));
    PUT_IF(LINE_CAP, line != 0, (guint32)line << 4 | t->cap);
    PUT_IF(LINE_LEVELS, line != 0, two(line, levels_of(t)));
}

static void put_own_alike(const Trait *t, guint32 *features)
{
    static const guint8 bits[] = {4, 6, 8, 10, 14, 20};

    for (guint i = 0; i < G_N_ELEMENTS(bits); i++)
        features[F_PATH_4 + i] =
            t->path != 0 ? hashed(F_PATH_4 + i, path_of(t, bits[i])) : FEATURE_NONE;
    PUT_IF(CLUSTER, t->cluster != 0, t->cluster);
}

/* Bits of the paths of neighbours that are looked at. */
static const guint8 beside[] = {4, 8, 12, 20};

static void put_alike_before(const Trait *t, guint32 *features)
{
    for (guint i = 0; i < G_N_ELEMENTS(beside); i++)
        features[F_PATH_4_1B + i] =
            t[-1].path != 0 ? hashed(F_PATH_4_1B + i, path_of(t - 1, beside[i])) : FEATURE_NONE;
    PUT_IF(CLUSTER_1B, t[-1].cluster != 0, t[-1].cluster);
    PUT_IF(CLUSTER_1B_CAP, t[-1].cluster != 0, (guint32)t[-1].cluster << 4 | t->cap);
    PUT_IF(PATH_8_1B_LEVELS, t[-1].path != 0, two(path_of(t - 1, 8), levels_of(t)));
}

static void put_alike_behind(const Trait *t, guint32 *features)
{
    for (guint i = 0; i < G_N_ELEMENTS(beside); i++)
        features[F_PATH_4_1A + i] =
            t[1].path != 0 ? hashed(F_PATH_4_1A + i, path_of(t + 1, beside[i])) : FEATURE_NONE;
    PUT_IF(CLUSTER_1A, t[1].cluster != 0, t[1].cluster);
    PUT_IF(CLUSTER_1A_CAP, t[1].cluster != 0, (guint32)t[1].cluster << 4 | t->cap);
    PUT_IF(PATH_8_1A_LEVELS, t[1].path != 0, two(path_of(t + 1, 8), levels_of(t)));
}

void isr_features_own(const Trait *trait, guint32 features[FEATURE_COUNT])
{
    put_own_word(trait, features);
    put_own_letters(trait, features);
    put_own_lists(trait, features);
    put_own_alike(trait, features);
}

void isr_features_before(const Trait *trait, guint32 features[FEATURE_COUNT])
{
    put_words_before(trait, features);
    put_lists_before(trait, features);
    put_terms_before(trait, features);
    put_alike_before(trait, features);
}

void isr_features_behind(const Trait *trait, guint32 features[FEATURE_COUNT])
{
    put_words_behind(trait, features);
    put_lists_behind(trait, features);
    put_terms_behind(trait, features);
    put_alike_behind(trait, features);
}

void isr_features_around(const Trait *trait, guint16 line, guint32 features[FEATURE_COUNT])
{
    put_words_around(trait, features);
    put_terms_around(trait, line, features);
}

void isr_features_of(const Trait *trait, guint16 line, guint32 features[FEATURE_COUNT])
{
    isr_features_own(trait, features);
    isr_features_before(trait, features);
    isr_features_behind(trait, features);
    isr_features_around(trait, line, features);
}

void isr_features_lines(const Trait *traits, guint n, guint16 *lines)
{
    guint32 colon = isr_trait_hash(":", 1);
    guint16 line = 0;

    for (guint i = 0; i < n; i++) {
        lines[i] = line;
        if (traits[i].word == colon && i > 0)
            line = traits[i - 1].classes;
    }
}
