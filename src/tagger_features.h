/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The features of a token in its sequence, hashed: the one list of them, for training and for
 * use. */
#pragma once

#include "tagger_traits.h"

/* What a feature speaks of, for people. */
typedef enum {
    ASPECT_WORD,
    ASPECT_LETTERS,
    ASPECT_BEFORE,
    ASPECT_AFTER,
    ASPECT_CAPITALS,
    ASPECT_NAMES,
    ASPECT_ORDINARY,
    ASPECT_PLACES,
    ASPECT_TERMS,
    ASPECT_ALIKE,
    ASPECTS
} Aspect;

/* X(name, aspect): each feature is one number of this list. */
#define FEATURES(X)                                                                                \
    X(ALWAYS, WORD)                                                                                \
    X(WORD, WORD)                                                                                  \
    X(FORM, WORD)                                                                                  \
    X(WORD_2B, BEFORE)                                                                             \
    X(WORD_1B, BEFORE)                                                                             \
    X(WORD_1A, AFTER)                                                                              \
    X(WORD_2A, AFTER)                                                                              \
    X(WORDS_1B_0, BEFORE)                                                                          \
    X(WORDS_0_1A, AFTER)                                                                           \
    X(WORDS_2B_1B, BEFORE)                                                                         \
    X(WORDS_1A_2A, AFTER)                                                                          \
    X(WORDS_1B_1A, BEFORE)                                                                         \
    X(CAP, CAPITALS)                                                                               \
    X(CAP_2B, CAPITALS)                                                                            \
    X(CAP_1B, CAPITALS)                                                                            \
    X(CAP_1A, CAPITALS)                                                                            \
    X(CAP_2A, CAPITALS)                                                                            \
    X(CAPS_1B_0, CAPITALS)                                                                         \
    X(CAPS_0_1A, CAPITALS)                                                                         \
    X(CAPS_1B_0_1A, CAPITALS)                                                                      \
    X(CAPS_2B_1B_0, CAPITALS)                                                                      \
    X(CAPS_0_1A_2A, CAPITALS)                                                                      \
    X(CAP_WORD_1B, BEFORE)                                                                         \
    X(CAP_WORD_1A, AFTER)                                                                          \
    X(WORD_CAP_1A, CAPITALS)                                                                       \
    X(WORD_CAP_1B, CAPITALS)                                                                       \
    X(PREFIX_1, LETTERS)                                                                           \
    X(PREFIX_2, LETTERS)                                                                           \
    X(PREFIX_3, LETTERS)                                                                           \
    X(PREFIX_4, LETTERS)                                                                           \
    X(SUFFIX_1, LETTERS)                                                                           \
    X(SUFFIX_2, LETTERS)                                                                           \
    X(SUFFIX_3, LETTERS)                                                                           \
    X(SUFFIX_4, LETTERS)                                                                           \
    X(SUFFIX_CAP, LETTERS)                                                                         \
    X(SHAPE, CAPITALS)                                                                             \
    X(LENGTH, LETTERS)                                                                             \
    X(FORENAME, NAMES)                                                                             \
    X(SURNAME, NAMES)                                                                              \
    X(NAMES, NAMES)                                                                                \
    X(LEVELS, NAMES)                                                                               \
    X(ORDINARY, ORDINARY)                                                                          \
    X(LOWER, ORDINARY)                                                                             \
    X(LOWER_NAMES, ORDINARY)                                                                       \
    X(PLACE, PLACES)                                                                               \
    X(PLACE_NAMES, PLACES)                                                                         \
    X(PLACE_WORD_1B, PLACES)                                                                       \
    X(PLACE_1A, PLACES)                                                                            \
    X(PLACE_1B, PLACES)                                                                            \
    X(FORENAME_1B_SURNAME, NAMES)                                                                  \
    X(FORENAME_SURNAME_1A, NAMES)                                                                  \
    X(NAMES_1B_0, NAMES)                                                                           \
    X(NAMES_0_1A, NAMES)                                                                           \
    X(LEVELS_WORD_1B, NAMES)                                                                       \
    X(LEVELS_WORD_1A, NAMES)                                                                       \
    X(LEVELS_1B, NAMES)                                                                            \
    X(LEVELS_1A, NAMES)                                                                            \
    X(LEVELS_CAPS_1B, NAMES)                                                                       \
    X(TERMS, TERMS)                                                                                \
    X(TERMS_2B, TERMS)                                                                             \
    X(TERMS_1B, TERMS)                                                                             \
    X(TERMS_1A, TERMS)                                                                             \
    X(TERMS_2A, TERMS)                                                                             \
    X(TERMS_1B_CAP, TERMS)                                                                         \
    X(TERMS_1A_CAP, TERMS)                                                                         \
    X(TERMS_1B_LEVELS, TERMS)                                                                      \
    X(TERMS_1A_LEVELS, TERMS)                                                                      \
    X(TERMS_2B_1B_CAP, TERMS)                                                                      \
    X(LINE_CAP, TERMS)                                                                             \
    X(LINE_LEVELS, TERMS)                                                                          \
    X(PATH_4, ALIKE)                                                                               \
    X(PATH_6, ALIKE)                                                                               \
    X(PATH_8, ALIKE)                                                                               \
    X(PATH_10, ALIKE)                                                                              \
    X(PATH_14, ALIKE)                                                                              \
    X(PATH_20, ALIKE)                                                                              \
    X(PATH_4_1B, BEFORE)                                                                           \
    X(PATH_8_1B, BEFORE)                                                                           \
    X(PATH_12_1B, BEFORE)                                                                          \
    X(PATH_20_1B, BEFORE)                                                                          \
    X(PATH_4_1A, AFTER)                                                                            \
    X(PATH_8_1A, AFTER)                                                                            \
    X(PATH_12_1A, AFTER)                                                                           \
    X(PATH_20_1A, AFTER)                                                                           \
    X(CLUSTER, ALIKE)                                                                              \
    X(CLUSTER_1B, BEFORE)                                                                          \
    X(CLUSTER_1A, AFTER)                                                                           \
    X(CLUSTER_1B_CAP, BEFORE)                                                                      \
    X(CLUSTER_1A_CAP, AFTER)                                                                       \
    X(PATH_8_1B_LEVELS, BEFORE)                                                                    \
    X(PATH_8_1A_LEVELS, AFTER)

enum {
#define FEATURE_NUMBER(name, aspect) F_##name,
    FEATURES(FEATURE_NUMBER)
#undef FEATURE_NUMBER
        FEATURE_COUNT
};

/* Room that a sequence of traits needs before its first and after its last. */
#define TRAIT_MARGIN 2

/* Stands for a feature that a token does not have; no other is hashed to it. */
#define FEATURE_NONE 0u

/* Bits of a feature. */
#define FEATURE_BITS (MODEL_ROW_BITS + MODEL_MARK_BITS)

/* Writes the features of @trait, which has neighbours (or empty margins) on both sides, to
 * @features. @line are the TermClass bits of the label that opens its line. */
void isr_features_of(const Trait *trait, guint16 line, guint32 features[FEATURE_COUNT]);

/* Writes those of them that the trait alone is enough for, and leaves the others as they are. */
void isr_features_own(const Trait *trait, guint32 features[FEATURE_COUNT]);

/* Writes those that ask for the trait before it too, or the one behind it, and no other. */
void isr_features_before(const Trait *trait, guint32 features[FEATURE_COUNT]);
void isr_features_behind(const Trait *trait, guint32 features[FEATURE_COUNT]);

/* Writes those that ask for more: both, those further off, or the line. */
void isr_features_around(const Trait *trait, guint16 line, guint32 features[FEATURE_COUNT]);

/* Writes to @lines, for each of @n traits, the classes of the label that stands before it, parted
 * by a colon. */
void isr_features_lines(const Trait *traits, guint n, guint16 *lines);

/* What feature number @feature speaks of. */
Aspect isr_feature_aspect(guint feature);

/* The same in words: "the word before it". */
const char *isr_aspect_words(Aspect aspect);
