/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A process that runs out of stack answers so; one with another fault ends by its signal. */
#include "isr_test.h"

#include "../src/sanitizer.h"
#include "../src/worker.h"

#include <string.h>

static const char *nowhere;

/* As a library does that follows a chain. */
static guint follow(guint link)
{
    volatile char room[512];

    room[link % sizeof room] = (char)link;
    return link == G_MAXUINT ? 0 : follow(link + 1) + (guint)room[link % sizeof room];
}

static gboolean go_round(gpointer self, gpointer unused, GString *answer, GError **error)
{
    (void)self;
    (void)unused;
    (void)error;
    g_string_append_printf(answer, "%u", follow(0));
    return TRUE;
}

static gboolean read_nowhere(gpointer self, gpointer unused, GString *answer, GError **error)
{
    (void)self;
    (void)unused;
    (void)error;
    g_string_append_c(answer, *(const volatile char *)nowhere);
    return TRUE;
}

static void assert_ends(IsrWorkerTask task, int code, const char *sentence)
{
    const int none[] = {-1};
    const IsrWorkerOrder order = {.task = task, .seconds = 600, .keep = none};
    g_autoptr(GError) error = NULL;

    assert_null(isr_worker_do(&order, &error));
    assert_int_equal(error->code, code);
    if (!strstr(error->message, sentence))
        fail_msg("%s", error->message);
}

static void what_goes_round_in_a_circle_is_refused(void **state)
{
    (void)state;
    if (ISR_SANITIZED)
        skip(); /* which reports it itself */
    assert_ends(go_round, ISR_ERROR_MALFORMED, "nests things deeper than any document does");
}

static void another_fault_is_a_breakdown(void **state)
{
    (void)state;
    if (ISR_SANITIZED)
        skip();
    assert_ends(read_nowhere, ISR_ERROR_IO, "made the program break down (Segmentation fault)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_goes_round_in_a_circle_is_refused),
        cmocka_unit_test(another_fault_is_a_breakdown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
