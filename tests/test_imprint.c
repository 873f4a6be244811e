/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Imprints, written and read again, and what a hostile one may not do. */
#include "isr_test.h"

#include <isredact/error.h>

#include <string.h>

#include "../src/imprint.h"

static const IsrImprintWord two_words[] = {
    {ISR_SHOWN_NOT, ISR_CATEGORY_NHS_NUMBER, {1, 2, 3, 4}},
    {ISR_SHOWN_WHOLE, ISR_CATEGORY_NAME, {5, 6, 7, 0xfffe}},
};

static const IsrImprintSentence sentence = {
    .gone = TRUE,
    .category = ISR_CATEGORY_FINANCE,
    .length = 12,
    .hash = 0xabcd,
    .n_marks = 5,
    .marks = {0x111111, 0x222222, 0x333333, 0x444444, 0xfedcba},
    .n_words = 2,
    .words = two_words,
};

static const IsrImprintSentence nothing = {.brief = TRUE, .length = 1, .n_marks = 1, .marks = {9}};

static char *text_of_both(void)
{
    g_autoptr(GByteArray) imprint = isr_imprint_new();

    isr_imprint_add(imprint, &sentence);
    isr_imprint_add(imprint, &nothing);
    return isr_imprint_text(imprint);
}

static void what_was_written_is_read(void **state)
{
    g_autofree char *text = text_of_both();
    g_auto(IsrImprintReader) reader = {0};
    IsrImprintSentence read;

    (void)state;
    assert_true(isr_imprint_open(&reader, text, NULL));
    assert_true(isr_imprint_next(&reader, &read));
    assert_true(read.gone && !read.brief);
    assert_int_equal(read.category, ISR_CATEGORY_FINANCE);
    assert_int_equal(read.hash, 0xabcd);
    assert_memory_equal(read.marks, sentence.marks, 5 * sizeof *read.marks);
    assert_int_equal(read.n_words, 2);
    assert_memory_equal(read.words, two_words, sizeof two_words);
    assert_true(isr_imprint_next(&reader, &read));
    assert_true(read.brief && !read.gone && read.n_words == 0 && read.length == 1);
    assert_false(isr_imprint_next(&reader, &read));
}

static gboolean same(const IsrImprintSentence *other, const IsrImprintWord *word)
{
    const IsrImprintMatch match = isr_imprint_match(&sentence, other);

    return isr_imprint_same_word(&match, &two_words[0], word);
}

static void marks_and_words_are_compared(void **state)
{
    IsrImprintSentence other = sentence;
    IsrImprintWord word = two_words[0];

    (void)state;
    other.marks[0] = 1;
    other.marks[4] = 0x222222; /* the second of the other */
    assert_int_equal(isr_imprint_match(&sentence, &other).shared, 4);
    other.marks[4] = 2;
    assert_int_equal(isr_imprint_match(&sentence, &other).shared, 3);
    assert_true(same(&other, &word));
    word.hashes[0] = 99; /* bound to a mark that they do not share */
    assert_true(same(&other, &word));
    word.hashes[2] = 99;
    assert_false(same(&other, &word));
    other.marks[1] = other.marks[2] = other.marks[3] = 3;
    assert_false(same(&other, &two_words[0]));
}

/* A hostile sentence may have one mark many times. */
static void a_mark_again_and_again_does_no_harm(void **state)
{
    IsrImprintSentence one = {.n_marks = ISR_IMPRINT_MARKS};

    (void)state;
    assert_int_equal(isr_imprint_match(&one, &one).shared, 36);
    assert_int_equal(isr_imprint_match(&one, &one).n_bound, ISR_IMPRINT_BOUND);
}

static gboolean opens(const guint8 *bytes, gsize length)
{
    g_autofree char *text = g_base64_encode(bytes, length);
    g_auto(IsrImprintReader) reader = {0};
    g_autoptr(GError) error = NULL;
    IsrImprintSentence read;

    if (!isr_imprint_open(&reader, text, &error)) {
        assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_MALFORMED));
        return FALSE;
    }
    while (isr_imprint_next(&reader, &read))
        assert_true(read.n_marks <= ISR_IMPRINT_MARKS && read.n_words <= ISR_IMPRINT_WORDS);
    return TRUE;
}

/* Each prefix that ends within a sentence is broken. */
static void a_cut_imprint_is_refused(void **state)
{
    g_autofree char *text = text_of_both();
    gsize length, whole = 0;
    g_autofree guint8 *bytes = g_base64_decode(text, &length);

    (void)state;
    for (gsize n = 0; n <= length; n++)
        whole += opens(bytes, n);
    assert_int_equal(whole, 3); /* none, one and two sentences */
}

/* No change of a byte makes the reader pass an end or take a number that there is not. */
static void a_changed_byte_does_no_harm(void **state)
{
    g_autofree char *text = text_of_both();
    gsize length;
    g_autofree guint8 *bytes = g_base64_decode(text, &length);

    (void)state;
    for (gsize i = 0; i < length; i++) {
        const guint8 was = bytes[i];

        for (guint value = 0; value < 256; value++) {
            bytes[i] = (guint8)value;
            (void)opens(bytes, length);
        }
        bytes[i] = was;
    }
    bytes[0] = 2;
    assert_false(opens(bytes, length));
}

static void other_text_is_refused(void **state)
{
    const char *const texts[] = {"", "A", "AQ", "AQ=", "AQ==A", "A Q=", "\xc3\xa9", "====", "AQ=Q"};
    g_auto(IsrImprintReader) reader = {0};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        assert_false(isr_imprint_open(&reader, texts[i], NULL));
    assert_true(isr_imprint_open(&reader, "AQ==", NULL)); /* of a document without a sentence */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_written_is_read),
        cmocka_unit_test(marks_and_words_are_compared),
        cmocka_unit_test(a_mark_again_and_again_does_no_harm),
        cmocka_unit_test(a_cut_imprint_is_refused),
        cmocka_unit_test(a_changed_byte_does_no_harm),
        cmocka_unit_test(other_text_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
