/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A word that is known has the traits that reading it gives, whatever was read in between. */
#include "isr_test.h"

#include <isredact/patterns.h>

#include "../src/tagger_words.h"

#include <string.h>

static void known_words_have_the_traits_that_reading_gives(void **state)
{
    g_autofree char *folder = isr_patterns_folder();
    g_autofree char *path = g_build_filename(folder, "model", "names.model", NULL);
    g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, NULL);
    Model model;

    (void)state;
    assert_non_null(file);
    assert_true(isr_model_read((const guint8 *)g_mapped_file_get_contents(file),
                               g_mapped_file_get_length(file), "names.model", &model, NULL));
    TaggerWords *words = isr_tagger_words_new(&model);

    /* Far more words than are kept, each of them twice in a row and all of them again. */
    for (guint i = 0; i < 60000; i++) {
        g_autofree char *word = g_strdup_printf("%s%u", i % 2 ? "Mary" : "said", i / 2 % 15000);
        Trait known, read;

        isr_tagger_words_read(words, word, strlen(word), &known);
        isr_tagger_words_read(words, word, strlen(word), &known);
        isr_trait_read(&model, word, strlen(word), &read);
        assert_memory_equal(&known, &read, sizeof known);
    }
    isr_tagger_words_free(words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_words_have_the_traits_that_reading_gives),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
