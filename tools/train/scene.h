/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sentence made ready for features: what the tagger makes of text, made of a corpus's words. */
#pragma once

#include "corpus.h"
#include "tagger_features.h"

typedef struct {
    GArray *traits; /* of Trait, with margins */
    GArray *lines;  /* of guint16 */
} Scene;

Scene *scene_new(void);
void scene_free(Scene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Scene, scene_free)

/* Reads @sentence into @scene, which is used again and again. */
void scene_read(Scene *scene, const Model *model, const Sentence *sentence);

/* Writes the features of word @i. */
void scene_features(const Scene *scene, guint i, guint32 features[FEATURE_COUNT]);
