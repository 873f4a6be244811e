/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Vectors of words: which are taken from embeddings, what they say of words, what is refused. */
#include "isr_test.h"

#include <isredact/error.h>

#include "embeddings.h"
#include "vectors.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define TEXT                                                                                       \
    "the 0.1 -3 0.2\n"                                                                             \
    "gull 2 -3.1 1\n"                                                                              \
    "tern 2.1 -3 0.9\n"                                                                            \
    "don't 9 9 9\n"                                                                                \
    "and/or 9 9 9\n"                                                                               \
    "caf\xc3\xa9 -2 -2.9 -1\n"                                                                     \
    "cafe 9 9 9\n"                                                                                 \
    "unwanted 9 9 9\n"                                                                             \
    "tram -1.9 -3 -1\n"                                                                            \
    "late 0 -3 0\n"

static GByteArray *made_of(const char *text, guint most, GError **error)
{
    static const char *const words[] = {"the", "gull", "tern", "cafe", "tram", "late", "absent"};
    g_autoptr(GHashTable) wanted = g_hash_table_new(g_str_hash, g_str_equal);
    g_autofree char *path = NULL;
    GByteArray *bytes;
    int file = g_file_open_tmp("vectors-XXXXXX", &path, NULL);

    assert_true(file >= 0 && g_close(file, NULL) && g_file_set_contents(path, text, -1, NULL));
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        g_hash_table_add(wanted, (gpointer)words[i]);
    bytes = embeddings_read(path, wanted, most, error);
    g_remove(path);
    return bytes;
}

static const gint8 *find(const IsrVectors *vectors, const char *word)
{
    return isr_vectors_find(vectors, word, strlen(word));
}

static void wanted_words_are_kept_the_first_form_of_each(void **state)
{
    g_autoptr(GByteArray) bytes = made_of(TEXT, 5, NULL);
    g_autoptr(IsrVectors) vectors = isr_vectors_read(bytes->data, bytes->len, "v", NULL);

    (void)state;
    assert_non_null(vectors);
    assert_int_equal(isr_vectors_dimensions(vectors), 3);
    assert_true(isr_vectors_scale(vectors) == EMBEDDINGS_SCALE);
    assert_non_null(find(vectors, "gull"));
    assert_non_null(find(vectors, "tram"));
    assert_null(find(vectors, "late"));
    assert_null(find(vectors, "unwanted"));
    assert_null(find(vectors, "absent"));
    assert_null(find(vectors, ""));
    assert_true(isr_vectors_likeness(vectors, find(vectors, "cafe"), find(vectors, "tram")) > 0.3f);
}

static void words_used_alike_are_alike(void **state)
{
    g_autoptr(GByteArray) bytes = made_of(TEXT, 5, NULL);
    g_autoptr(IsrVectors) vectors = isr_vectors_read(bytes->data, bytes->len, "v", NULL);
    const gint8 *gull = find(vectors, "gull");

    (void)state;
    assert_true(fabsf(isr_vectors_likeness(vectors, gull, gull) - 1) < 1e-5f);
    assert_true(isr_vectors_likeness(vectors, gull, find(vectors, "tern")) >
                isr_vectors_likeness(vectors, gull, find(vectors, "tram")));
    assert_true(isr_vectors_likeness(vectors, gull, find(vectors, "tram")) < 0);
}

/* A dimension that is the same for all words, as the second nearly is, drowns no other. */
static void each_dimension_is_evened_out(void **state)
{
    g_autoptr(GByteArray) bytes = made_of(TEXT, 5, NULL);
    g_autoptr(IsrVectors) vectors = isr_vectors_read(bytes->data, bytes->len, "v", NULL);
    static const char *const words[] = {"the", "gull", "tern", "cafe", "tram"};

    (void)state;
    for (guint d = 0; d < 3; d++) {
        int sum = 0, squares = 0;

        for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
            sum += find(vectors, words[i])[d];
            squares += find(vectors, words[i])[d] * find(vectors, words[i])[d];
        }
        assert_in_range(sum + 3, 0, 6);
        assert_in_range(squares / 5, EMBEDDINGS_SCALE * EMBEDDINGS_SCALE * 9 / 10,
                        EMBEDDINGS_SCALE * EMBEDDINGS_SCALE * 11 / 10);
    }
}

static void the_same_embeddings_give_the_same_bytes(void **state)
{
    g_autoptr(GByteArray) one = made_of(TEXT, 9, NULL), other = made_of(TEXT, 9, NULL);

    (void)state;
    assert_int_equal(one->len, other->len);
    assert_memory_equal(one->data, other->data, one->len);
}

/* Every byte of the file counts: whichever is changed, it is refused. */
static void a_damaged_file_is_refused(void **state)
{
    g_autoptr(GByteArray) bytes = made_of(TEXT, 9, NULL);

    (void)state;
    for (guint i = 0; i < bytes->len; i++) {
        g_autoptr(GError) error = NULL;

        bytes->data[i] ^= 0x41;
        assert_null(isr_vectors_read(bytes->data, bytes->len, "v", &error));
        assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
        bytes->data[i] ^= 0x41;
    }
    for (guint length = 0; length < bytes->len; length++)
        assert_null(isr_vectors_read(bytes->data, length, "v", NULL));
    assert_null(isr_vectors_open("/nowhere/vectors.model", NULL));
}

static void embeddings_that_are_broken_are_refused(void **state)
{
    g_autoptr(GError) error = NULL;

    (void)state;
    assert_null(made_of("the 1 2 3\ngull 1 2\n", 9, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
    assert_null(made_of("nothing 1 2 3\n", 9, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wanted_words_are_kept_the_first_form_of_each),
        cmocka_unit_test(words_used_alike_are_alike),
        cmocka_unit_test(each_dimension_is_evened_out),
        cmocka_unit_test(the_same_embeddings_give_the_same_bytes),
        cmocka_unit_test(a_damaged_file_is_refused),
        cmocka_unit_test(embeddings_that_are_broken_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
