/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Steps that take too long end a process with their sentence; all others do not. Each process works
 * for some seconds of the processor, since its clock tells seconds. */
#include "isr_test.h"

#include "../src/patience.h"
#include "../src/sanitizer.h"
#include "../src/worker.h"

#include <string.h>
#include <sys/resource.h>

#define LONG_SECONDS (ISR_SANITIZED ? 4 : 3)
#define SENTENCE "page 3 takes longer than isredact waits"

typedef void (*Steps)(void);

static double seconds_so_far(void)
{
    struct rusage usage;

    getrusage(RUSAGE_SELF, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* Works for as many seconds of the processor. */
static void work(guint seconds)
{
    const double until = seconds_so_far() + seconds;

    while (seconds_so_far() < until)
        ;
}

static gboolean take_steps(gpointer self, gpointer unused, GString *answer, GError **error)
{
    const Steps *steps = self;

    (void)unused;
    (void)error;
    (*steps)();
    g_string_append(answer, "done");
    return TRUE;
}

/* What a process with locked doors answers that takes @steps. */
static char *answer_to(Steps steps, int *code)
{
    const int none[] = {-1};
    const IsrWorkerOrder order = {.task = take_steps, .self = &steps, .seconds = 600, .keep = none};
    g_autoptr(GError) error = NULL;
    char *answer = isr_worker_do(&order, &error);

    *code = error ? error->code : 0;
    return answer ? answer : g_strdup(error->message);
}

static void assert_answers(Steps steps, int expected_code, const char *expected)
{
    int code;
    g_autofree char *answer = answer_to(steps, &code);

    assert_string_equal(answer, expected);
    assert_int_equal(code, expected_code);
}

static void stall(void)
{
    isr_patience_begin(1, ISR_EXIT_INPUT, SENTENCE);
    work(LONG_SECONDS);
}

static void stall_of_the_computer(void)
{
    isr_patience_begin(1, ISR_EXIT_IO, SENTENCE);
    work(LONG_SECONDS);
}

static void what_takes_too_long_ends_with_its_sentence(void **state)
{
    (void)state;
    assert_answers(stall, ISR_ERROR_MALFORMED, SENTENCE);
    assert_answers(stall_of_the_computer, ISR_ERROR_IO, SENTENCE);
}

static void end_and_work_on(void)
{
    isr_patience_begin(1, ISR_EXIT_INPUT, SENTENCE);
    isr_patience_end();
    work(LONG_SECONDS);
}

static void pause_meanwhile(void)
{
    isr_patience_begin(1, ISR_EXIT_INPUT, SENTENCE);
    isr_patience_pause();
    work(LONG_SECONDS);
    isr_patience_resume();
}

static void begin_anew(void)
{
    for (guint i = 0; i < LONG_SECONDS + 2; i++) {
        isr_patience_begin(LONG_SECONDS, ISR_EXIT_INPUT, SENTENCE);
        work(1);
    }
}

static void what_ends_rests_or_begins_anew_goes_on(void **state)
{
    (void)state;
    assert_answers(end_and_work_on, 0, "done");
    assert_answers(pause_meanwhile, 0, "done");
    if (!ISR_SANITIZED) /* its steps may take twice as long there */
        assert_answers(begin_anew, 0, "done");
}

static void rest_and_stall(void)
{
    isr_patience_begin(1, ISR_EXIT_INPUT, SENTENCE);
    isr_patience_pause();
    isr_patience_resume();
    work(LONG_SECONDS);
}

static void a_long_sentence(void)
{
    g_autofree char *sentence = g_strnfill(5000, 'x');

    isr_patience_begin(1, ISR_EXIT_INPUT, sentence);
    work(LONG_SECONDS);
}

static void after_a_rest_it_ends_as_well(void **state)
{
    int code;
    g_autofree char *answer = answer_to(a_long_sentence, &code);

    (void)state;
    assert_answers(rest_and_stall, ISR_ERROR_MALFORMED, SENTENCE);
    assert_in_range(strlen(answer), 200, 256);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_takes_too_long_ends_with_its_sentence),
        cmocka_unit_test(what_ends_rests_or_begins_anew_goes_on),
        cmocka_unit_test(after_a_rest_it_ends_as_well),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
