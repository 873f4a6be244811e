/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Traces: what is in a text is never missed; most of what is not in it is known not to be. */
#include "isr_test.h"

#include "../src/trace.h"

#include <string.h>

static const char *const said[] = {"told", "us", "not", "to", "say", "who", "rang", "'s", "."};

static Trace text_of_said(void)
{
    Trace text = {0};

    for (guint i = 0; i < G_N_ELEMENTS(said); i++) {
        const IsrCueToken token = {ISR_CUE_WORD, said[i]};
        isr_trace_add_token(&text, &token);
    }
    return text;
}

static gboolean has_word(const Trace *text, const char *word)
{
    Trace asked = {0};

    isr_trace_add_word(&asked, word, strlen(word));
    return isr_trace_may_hold(text, &asked);
}

static gboolean has_beginning(const Trace *text, const char *beginning)
{
    Trace asked = {0};

    isr_trace_add_beginning(&asked, beginning, strlen(beginning));
    return isr_trace_may_hold(text, &asked);
}

static void what_is_there_is_never_missed(void **state)
{
    const Trace text = text_of_said();

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(said); i++)
        assert_true(has_word(&text, said[i]));
    assert_true(has_beginning(&text, "t"));
    assert_true(has_beginning(&text, "tol"));
    assert_true(has_beginning(&text, "told"));
}

static void most_else_is_known_not_to_be_there(void **state)
{
    const Trace text = text_of_said();
    guint taken = 0;

    (void)state;
    for (guint i = 0; i < 1000; i++) {
        g_autofree char *word = g_strdup_printf("word%u", i);
        taken += has_word(&text, word);
    }
    assert_true(taken < 50);
    assert_false(has_beginning(&text, "grass"));
}

static void one_of_many_words_will_do(void **state)
{
    const Trace text = text_of_said();
    Trace asked = {0};

    (void)state;
    isr_trace_add_word(&asked, "phoned", 6);
    isr_trace_add_word(&asked, "rang", 4);
    assert_true(isr_trace_may_hold(&text, &asked));
}

static void classes_are_asked_for_too(void **state)
{
    Trace text = text_of_said();
    const Trace asked = {.classes = 1u << ISR_CUE_KIN};
    const IsrCueToken aunt = {ISR_CUE_KIN, "aunt"};

    (void)state;
    assert_false(isr_trace_may_hold(&text, &asked));
    isr_trace_add_token(&text, &aunt);
    assert_true(isr_trace_may_hold(&text, &asked));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_there_is_never_missed),
        cmocka_unit_test(most_else_is_known_not_to_be_there),
        cmocka_unit_test(one_of_many_words_will_do),
        cmocka_unit_test(classes_are_asked_for_too),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
