/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A copy in PDF is proved by what is seen and read of it: text that stayed, boxes that were not
 * painted, pages that are missing or of another size. */
#include "isr_test.h"

#include "isr_copies.h"

#include "../src/formats/pdf_prove.h"

#include <isredact/error.h>

#include <stdlib.h>
#include <string.h>

static const char *const names[] = {"Quenneville", NULL};
static const char *const none[] = {NULL};
static IsrPatterns patterns;

static IsrInput *input_of_bytes(GByteArray *bytes)
{
    g_autofree char *path = NULL;
    const int fd = g_file_open_tmp("isredact-source-XXXXXX", &path, NULL);
    IsrInput *input;

    assert_int_equal(write(fd, bytes->data, bytes->len), bytes->len);
    unlink(path);
    g_byte_array_unref(bytes);
    input = isr_input_for_fd(fd, "source.pdf", NULL);
    close(fd);
    return input;
}

static IsrInput *drawn(const char *const *texts)
{
    return input_of_bytes(isr_copies_draw(texts));
}

/* A copy of the document of @texts with @words gone. */
static IsrInput *copied(const char *const *texts, const char *const *words, const char *label)
{
    g_autoptr(PopplerDocument) source = isr_pages_open(isr_copies_draw(texts));
    g_autoptr(IsrOutput) output = isr_copies_write(source, words, label);

    return isr_input_for_fd(isr_output_fd(output), "copy.pdf", NULL);
}

/* The message with which @copy (taken) is refused if @value was to go; NULL if it is proved. */
static char *verdict(const char *const *texts, IsrInput *copy, const char *value)
{
    g_autoptr(IsrInput) source = drawn(texts), held = copy;
    g_autoptr(GPtrArray) secrets = g_ptr_array_new();
    IsrSecret secret = {.value = (char *)value, .category = ISR_CATEGORY_NAME};
    const IsrScrutiny scrutiny = {
        .source = source, .copy = held, .secrets = secrets, .patterns = &patterns};
    g_autoptr(GError) error = NULL;

    g_ptr_array_add(secrets, &secret);
    if (isr_pdf_prove(&scrutiny, &error))
        return NULL;
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_LEAK));
    assert_null(strstr(error->message, value));
    return g_strdup(error->message);
}

static void assert_proved(const char *const *texts, IsrInput *copy, const char *value)
{
    g_autofree char *message = verdict(texts, copy, value);

    if (message)
        fail_msg("%s", message);
}

static void assert_refused(const char *const *texts, IsrInput *copy, const char *value,
                           const char *words)
{
    g_autofree char *message = verdict(texts, copy, value);

    if (!message)
        fail_msg("proved, without \"%s\"", words);
    if (!strstr(message, words))
        fail_msg("\"%s\", without \"%s\"", message, words);
}

static const char *const letter[] = {"Seen by Quenneville today,\nand Quenneville again", "Next",
                                     NULL};

static void honest_copy_is_proved(void **state)
{
    static const char *const shaded[] = {"*beside a picture is Quenneville", NULL};

    (void)state;
    assert_proved(letter, copied(letter, names, "[NAME]"), "Quenneville");
    assert_proved(letter, copied(letter, names, "[Removed: criminal, family]"), "Quenneville");
    assert_proved(letter, copied(letter, names, ""), "Quenneville");
    assert_proved(shaded, copied(shaded, names, "[PERSON 12]"), "Quenneville");
}

static void text_that_stayed_is_read(void **state)
{
    static const char *const spaced[] = {"Seen by Q u e n n e v i l l e today", NULL};

    (void)state;
    assert_refused(letter, copied(letter, none, ""), "Quenneville", "can still be read on page 1");
    assert_refused(spaced, copied(spaced, none, ""), "Quenneville", "can still be read on page 1");
}

static void text_that_stands_aslant_is_read(void **state)
{
    static const char *const texts[] = {"/Seen by Quenneville today", NULL};
    static const char *const edge[] = {
        "/Seen at home and at school and twice at work by Quenneville", NULL};

    (void)state;
    assert_refused(texts, copied(texts, none, ""), "Quenneville", "can still be read on page 1");
    assert_refused(edge, copied(edge, none, ""), "Quenneville", "can still be read on page 1");
    assert_proved(texts, copied(texts, none, ""), "Okonkwo");
}

/* Other pages than those that were decided on: nothing was painted where a mark is read. */
static void mark_without_a_box_is_seen(void **state)
{
    static const char *const marked[] = {"Seen by [NAME] today,\nand [NAME] again", "Next", NULL};
    static const char *const one[] = {"Seen by [NAME] today,\nand Quenneville again", "Next", NULL};

    (void)state;
    assert_refused(letter, copied(marked, none, ""), "Quenneville", "a mark without a box");
    assert_refused(one, copied(marked, none, ""), "Quenneville", "a mark without a box");
    /* The document's own marks need no box. */
    assert_proved(marked, copied(marked, none, ""), "Quenneville");
}

static void pages_that_are_missing_or_changed_are_noticed(void **state)
{
    static const char *const shorter[] = {"Seen by Quenneville today,\nand Quenneville again",
                                          NULL};

    (void)state;
    assert_refused(letter, copied(shorter, names, "[NAME]"), "Quenneville", "as many pages");
}

static void longer_words_are_no_leak(void **state)
{
    static const char *const texts[] = {"Bradshaw of Shawbury, was happy, drink water", NULL};

    (void)state;
    assert_proved(texts, copied(texts, none, ""), "Shaw");
    assert_proved(texts, copied(texts, none, ""), "Asha");
    assert_proved(texts, copied(texts, none, ""), "Drinkwater");
}

static int load_lists(void **state)
{
    g_autofree char *folder = g_build_filename(g_getenv("ISREDACT_PATTERNS"), "lists", NULL);

    (void)state;
    patterns.lists = isr_lists_load(folder, NULL);
    return patterns.lists ? 0 : -1;
}

static int free_lists(void **state)
{
    (void)state;
    isr_lists_free(patterns.lists);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(honest_copy_is_proved),
        cmocka_unit_test(text_that_stayed_is_read),
        cmocka_unit_test(text_that_stands_aslant_is_read),
        cmocka_unit_test(mark_without_a_box_is_seen),
        cmocka_unit_test(pages_that_are_missing_or_changed_are_noticed),
        cmocka_unit_test(longer_words_are_no_leak),
    };

    return cmocka_run_group_tests(tests, load_lists, free_lists);
}
