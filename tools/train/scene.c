/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same steps as src/tagger_sequence.c, from words instead of a reading. */
#include "scene.h"

#include <string.h>

Scene *scene_new(void)
{
    Scene *scene = g_new(Scene, 1);

    scene->traits = g_array_new(FALSE, TRUE, sizeof(Trait));
    scene->lines = g_array_new(FALSE, TRUE, sizeof(guint16));
    return scene;
}

void scene_free(Scene *scene)
{
    if (scene == NULL)
        return;
    g_array_unref(scene->traits);
    g_array_unref(scene->lines);
    g_free(scene);
}

void scene_read(Scene *scene, const Model *model, const Sentence *sentence)
{
    g_array_set_size(scene->traits, 0);
    g_array_set_size(scene->traits, sentence->n + 2 * TRAIT_MARGIN);
    g_array_set_size(scene->lines, sentence->n);
    Trait *traits = &g_array_index(scene->traits, Trait, TRAIT_MARGIN);
    for (guint i = 0; i < sentence->n; i++)
        isr_trait_read(model, sentence->words[i], strlen(sentence->words[i]), &traits[i]);
    isr_traits_join(model, traits, sentence->n, sentence->context);
    isr_features_lines(traits, sentence->n, (guint16 *)(void *)scene->lines->data);
}

void scene_features(const Scene *scene, guint i, guint32 features[FEATURE_COUNT])
{
    isr_features_of(&g_array_index(scene->traits, Trait, TRAIT_MARGIN + i),
                    g_array_index(scene->lines, guint16, i), features);
}
