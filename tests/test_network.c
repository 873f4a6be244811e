/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A network: what it learns of words by their vectors, what it says of words that it never met,
 * which words it names for it, what it refuses. */
#include "isr_test.h"

#include <isredact/error.h>

#include "convolution.h"
#include "embeddings.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

enum { PLAIN, SEA, TOWN, CLASSES };

/* The first number says that a word is of the sea, the second that it is of a town. */
#define TEXT                                                                                       \
    "the 0 0 1\na 0 0 1.1\nand 0.1 0 0.9\nnot 0 0.1 -2\nis 0 0 0.8\n"                              \
    "gull 2 0 0\ntern 2.1 0.1 0\nwave 1.9 0 0.1\nsalt 2 -0.1 0\nsand 2 0.1 0\n"                    \
    "tram 0 2 0\nshop 0 2.1 0\nlamp 0.1 1.9 0\nsquare 0 2 0.1\nkerb -0.1 2 0\n"

#define NAMED 77u

static const ConvolutionOptions how = {
    .use = "places 1",
    .channels = 8,
    .rate = 0.1f,
    .ridge = 1e-4f,
    .drop = 20,
    .drop_words = 5,
    .fewest = 2,
    .seed = 11,
};

typedef struct {
    GByteArray *bytes;
    IsrVectors *vectors;
    GPtrArray *examples;
    GByteArray *learnt;
} Lesson;

static GByteArray *vectors_of(const char *text)
{
    g_autoptr(GHashTable) wanted = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_autofree char *path = NULL;
    GByteArray *bytes;
    int file = g_file_open_tmp("network-XXXXXX", &path, NULL);

    assert_true(file >= 0 && g_close(file, NULL) && g_file_set_contents(path, text, -1, NULL));
    for (char **line = lines; *line != NULL; line++)
        g_hash_table_add(wanted, g_strndup(*line, strcspn(*line, " ")));
    bytes = embeddings_read(path, wanted, 100, NULL);
    g_remove(path);
    return bytes;
}

/* "#" is somebody's name. */
static IsrWording *wording_of(const IsrVectors *vectors, const char *words)
{
    g_auto(GStrv) all = g_strsplit(words, " ", -1);
    IsrWording *wording = isr_wording_new();

    for (char **word = all; *word != NULL; word++) {
        if (**word == '\0')
            continue;
        isr_wording_add(wording, isr_vectors_find(vectors, *word, strlen(*word)));
        if (g_str_equal(*word, "#"))
            isr_wording_mark(wording, NAMED);
    }
    return wording;
}

static void add(Lesson *lesson, guint class, const char *words)
{
    LogisticExample *example = logistic_example_new(class, lesson->examples->len);

    example->wording = wording_of(lesson->vectors, words);
    g_ptr_array_add(lesson->examples, example);
}

static GByteArray *learn(const Lesson *lesson)
{
    g_autoptr(Convolution) network = convolution_new(&how, lesson->vectors, CLASSES);
    const LogisticPartner partner = convolution_partner(network);
    const LogisticOptions options = {
        .use = "places 1",
        .classes = CLASSES,
        .epochs = 60,
        .rate = 0.1f,
        .mean = TRUE,
        .fewest = 1,
        .seed = 7,
        .partner = &partner,
    };
    g_autoptr(GByteArray) beside = logistic_learn(lesson->examples, &options, G_MAXUINT, 1);

    assert_non_null(beside);
    return convolution_bytes(network);
}

static int set_up(void **state)
{
    Lesson *lesson = g_new0(Lesson, 1);

    lesson->bytes = vectors_of(TEXT);
    lesson->vectors = isr_vectors_read(lesson->bytes->data, lesson->bytes->len, "v", NULL);
    lesson->examples = g_ptr_array_new_with_free_func((GDestroyNotify)logistic_example_free);
    add(lesson, SEA, "the gull and the tern");
    add(lesson, SEA, "a wave");
    add(lesson, SEA, "# is a tern");
    add(lesson, TOWN, "the tram and the shop");
    add(lesson, TOWN, "a lamp");
    add(lesson, TOWN, "the shop is a shop");
    add(lesson, PLAIN, "the and a is");
    add(lesson, PLAIN, "not the tram");
    add(lesson, PLAIN, "not a lamp");
    add(lesson, PLAIN, "not a shop and a");
    add(lesson, PLAIN, "# and #");
    lesson->learnt = learn(lesson);
    *state = lesson;
    return 0;
}

static int tear_down(void **state)
{
    Lesson *lesson = *state;

    g_byte_array_unref(lesson->learnt);
    g_ptr_array_unref(lesson->examples);
    isr_vectors_free(lesson->vectors);
    g_byte_array_unref(lesson->bytes);
    g_free(lesson);
    return 0;
}

static IsrNetwork *read_network(const Lesson *lesson, gsize length, GError **error)
{
    return isr_network_read(lesson->learnt->data, length, "places.model", "places 1", CLASSES,
                            lesson->vectors, error);
}

static IsrTally judge(const Lesson *lesson, IsrNetwork *network, const char *words)
{
    g_autoptr(IsrWording) wording = wording_of(lesson->vectors, words);
    IsrTally tally = {0};

    isr_network_judge(network, wording, &tally);
    return tally;
}

static guint best(const IsrTally *tally)
{
    guint most = 0;

    for (guint i = 1; i < CLASSES; i++)
        most = tally->sums[i] > tally->sums[most] ? i : most;
    return most;
}

static void words_that_no_lesson_has_are_judged_by_their_like(void **state)
{
    const Lesson *lesson = *state;
    g_autoptr(IsrNetwork) network = read_network(lesson, lesson->learnt->len, NULL);

    assert_non_null(network);
    const IsrTally salt = judge(lesson, network, "the salt and the sand");
    const IsrTally kerb = judge(lesson, network, "the kerb and a square");

    assert_int_equal(best(&salt), SEA);
    assert_int_equal(best(&kerb), TOWN);
}

/* "Not" two words before, as in the lessons, and before a word that none has. */
static void words_before_count(void **state)
{
    const Lesson *lesson = *state;
    g_autoptr(IsrNetwork) network = read_network(lesson, lesson->learnt->len, NULL);
    const IsrTally with = judge(lesson, network, "not a kerb"),
                   without = judge(lesson, network, "a kerb");

    assert_true(with.sums[TOWN] - with.sums[PLAIN] < without.sums[TOWN] - without.sums[PLAIN]);
}

static void marks_count_and_unknown_ones_do_not(void **state)
{
    const Lesson *lesson = *state;
    g_autoptr(IsrNetwork) network = read_network(lesson, lesson->learnt->len, NULL);
    g_autoptr(IsrWording) wording = isr_wording_new();
    const IsrTally named = judge(lesson, network, "#"), nobody = judge(lesson, network, "zephyr");
    IsrTally tally = {0};

    isr_wording_add(wording, NULL);
    isr_wording_mark(wording, NAMED + 1);
    isr_network_judge(network, wording, &tally);
    assert_memory_equal(&tally, &nobody, sizeof tally);
    assert_memory_not_equal(&named, &nobody, sizeof named);
}

/* More words than are learnt from, and than the windows are wide; and none. */
static void any_number_of_words_is_read(void **state)
{
    const Lesson *lesson = *state;
    g_autoptr(IsrNetwork) network = read_network(lesson, lesson->learnt->len, NULL);
    g_autoptr(GString) many = g_string_new("the gull ");
    const IsrTally empty = judge(lesson, network, ""), nothing = {0};

    for (guint i = 0; i < 500; i++)
        g_string_append(many, "the and ");
    const IsrTally tally = judge(lesson, network, many->str);

    assert_int_equal(best(&tally), SEA);
    assert_memory_equal(&empty, &nothing, sizeof empty);
}

static void what_it_remembers_changes_nothing(void **state)
{
    const Lesson *lesson = *state;
    g_autoptr(IsrNetwork) network = read_network(lesson, lesson->learnt->len, NULL);
    const IsrTally first = judge(lesson, network, "a gull and the tram");
    static const char *const others[] = {"the tern", "a lamp", "sand and salt", "not the shop #"};

    for (guint i = 0; i < G_N_ELEMENTS(others); i++)
        judge(lesson, network, others[i]);
    const IsrTally again = judge(lesson, network, "a gull and the tram");

    assert_memory_equal(&first, &again, sizeof first);
}

static void the_telling_word_has_the_most_credit(void **state)
{
    const Lesson *lesson = *state;
    g_autoptr(IsrNetwork) network = read_network(lesson, lesson->learnt->len, NULL);
    g_autoptr(IsrWording) wording = wording_of(lesson->vectors, "the and a is the the salt");
    float credits[7];

    isr_network_credit(network, wording, SEA, credits);
    for (guint i = 0; i < 6; i++)
        assert_true(credits[6] > credits[i]);
}

static void the_same_lessons_give_the_same_bytes(void **state)
{
    const Lesson *lesson = *state;
    g_autoptr(GByteArray) again = learn(lesson);

    assert_int_equal(again->len, lesson->learnt->len);
    assert_memory_equal(again->data, lesson->learnt->data, again->len);
}

/* Every byte of the file counts: whichever is changed, it is refused. */
static void a_damaged_network_is_refused(void **state)
{
    const Lesson *lesson = *state;

    for (guint i = 0; i < lesson->learnt->len; i++) {
        g_autoptr(GError) error = NULL;

        lesson->learnt->data[i] ^= 0x41;
        assert_null(read_network(lesson, lesson->learnt->len, &error));
        assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
        lesson->learnt->data[i] ^= 0x41;
    }
    for (guint length = 0; length < lesson->learnt->len; length += 5)
        assert_null(read_network(lesson, length, NULL));
}

static void a_network_for_others_is_refused(void **state)
{
    const Lesson *lesson = *state;
    g_autoptr(GByteArray) wider = vectors_of("gull 1 2 3 4\ntram 4 3 2 1\nshop 1 1 1 1\n");
    g_autoptr(IsrVectors) vectors = isr_vectors_read(wider->data, wider->len, "v", NULL);
    const GByteArray *bytes = lesson->learnt;

    assert_null(isr_network_read(bytes->data, bytes->len, "n", "places 1", CLASSES, vectors, NULL));
    assert_null(
        isr_network_read(bytes->data, bytes->len, "n", "places 2", CLASSES, lesson->vectors, NULL));
    assert_null(isr_network_read(bytes->data, bytes->len, "n", "places 1", CLASSES + 1,
                                 lesson->vectors, NULL));
    assert_null(isr_network_open("/nowhere/n.model", "places 1", CLASSES, lesson->vectors, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_that_no_lesson_has_are_judged_by_their_like),
        cmocka_unit_test(words_before_count),
        cmocka_unit_test(marks_count_and_unknown_ones_do_not),
        cmocka_unit_test(any_number_of_words_is_read),
        cmocka_unit_test(what_it_remembers_changes_nothing),
        cmocka_unit_test(the_telling_word_has_the_most_credit),
        cmocka_unit_test(the_same_lessons_give_the_same_bytes),
        cmocka_unit_test(a_damaged_network_is_refused),
        cmocka_unit_test(a_network_for_others_is_refused),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
