/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Work in processes of its own: answers come back, and what goes wrong costs its own piece. */
#include "isr_test.h"

#include "../src/batch/crew.h"

#include <isredact/limits.h>

#include <signal.h>
#include <string.h>
#include <unistd.h>

typedef enum { ANSWER, FAIL, CRASH, HANG, LEAVE, CHATTER } Manner;

typedef struct {
    guint next, n;
    const Manner *manners;
    IsrExit statuses[64];
    gboolean broken[64];
    char *texts[64];
    guint dropped;
    gboolean refuse; /* done() fails */
} Work;

static gpointer next_piece(gpointer self, GError **error)
{
    Work *work = self;

    (void)error;
    return work->next < work->n ? GUINT_TO_POINTER(++work->next) : NULL;
}

static void chatter(GString *answer)
{
    g_autofree char *much = g_strnfill(ISR_LIMIT_ANSWER_BYTES + 1024, 'x');

    g_string_append(answer, much);
}

static gboolean task(gpointer self, gpointer piece, GString *answer, GError **error)
{
    guint n = GPOINTER_TO_UINT(piece);

    switch (((Work *)self)->manners[n - 1]) {
    case FAIL:
        g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED, "piece %u is broken", n);
        return FALSE;
    case CRASH:
        raise(SIGKILL);
        return FALSE;
    case HANG:
        sleep(1000);
        return FALSE;
    case LEAVE:
        _exit(0);
    case CHATTER:
        chatter(answer);
        return TRUE;
    default:
        g_string_append_printf(answer, "answer %u", n);
        return TRUE;
    }
}

static gboolean done(gpointer self, gpointer piece, const IsrAnswer *answer, GError **error)
{
    Work *work = self;
    guint n = GPOINTER_TO_UINT(piece) - 1;

    work->statuses[n] = answer->status;
    work->broken[n] = answer->broken;
    g_free(work->texts[n]);
    work->texts[n] = g_strdup(answer->text);
    if (work->refuse)
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "no more");
    return !work->refuse;
}

static Work *dropper;

static void drop(gpointer piece)
{
    (void)piece;
    dropper->dropped++;
}

static gboolean run(Work *work, guint jobs, guint seconds, GError **error)
{
    const IsrCrew crew = {.jobs = jobs,
                          .seconds = seconds,
                          .self = work,
                          .next = next_piece,
                          .task = task,
                          .done = done,
                          .drop = drop};

    dropper = work;
    return isr_crew_run(&crew, error);
}

static void clear(Work *work)
{
    for (guint i = 0; i < G_N_ELEMENTS(work->texts); i++)
        g_free(work->texts[i]);
}

static void every_piece_is_answered_once(void **state)
{
    static const Manner manners[40] = {ANSWER};
    Work work = {.n = 40, .manners = manners};
    g_autoptr(GError) error = NULL;

    (void)state;
    assert_true(run(&work, 3, 60, &error));
    for (guint i = 0; i < 40; i++) {
        g_autofree char *expected = g_strdup_printf("answer %u", i + 1);

        assert_string_equal(work.texts[i], expected);
        assert_int_equal(work.statuses[i], ISR_EXIT_CLEAN);
        assert_false(work.broken[i]);
    }
    clear(&work);
}

static void what_breaks_down_costs_its_own_piece(void **state)
{
    static const Manner manners[] = {ANSWER, CRASH, FAIL, LEAVE, ANSWER, CHATTER, ANSWER};
    Work work = {.n = G_N_ELEMENTS(manners), .manners = manners};
    g_autoptr(GError) error = NULL;

    (void)state;
    assert_true(run(&work, 2, 60, &error));
    assert_string_equal(work.texts[0], "answer 1");
    assert_true(work.broken[1]);
    assert_int_equal(work.statuses[1], ISR_EXIT_IO);
    assert_non_null(strstr(work.texts[1], "break down"));
    assert_false(work.broken[2]);
    assert_int_equal(work.statuses[2], ISR_EXIT_INPUT);
    assert_string_equal(work.texts[2], "piece 3 is broken");
    assert_true(work.broken[3]);
    assert_true(work.broken[5]);
    assert_string_equal(work.texts[6], "answer 7");
    clear(&work);
}

static void who_takes_too_long_is_left(void **state)
{
    static const Manner manners[] = {HANG, ANSWER, HANG};
    Work work = {.n = G_N_ELEMENTS(manners), .manners = manners};
    g_autoptr(GError) error = NULL;

    (void)state;
    assert_true(run(&work, 3, 1, &error));
    assert_true(work.broken[0]);
    assert_non_null(strstr(work.texts[0], "--timeout"));
    assert_string_equal(work.texts[1], "answer 2");
    assert_true(work.broken[2]);
    clear(&work);
}

static void an_error_ends_all_and_drops_what_was_begun(void **state)
{
    static const Manner manners[] = {HANG, HANG, ANSWER};
    Work work = {.n = G_N_ELEMENTS(manners), .manners = manners, .refuse = TRUE};
    g_autoptr(GError) error = NULL;

    (void)state;
    assert_false(run(&work, 3, 60, &error));
    assert_non_null(error);
    assert_int_equal(work.dropped, 2);
    clear(&work);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_piece_is_answered_once),
        cmocka_unit_test(what_breaks_down_costs_its_own_piece),
        cmocka_unit_test(who_takes_too_long_is_left),
        cmocka_unit_test(an_error_ends_all_and_drops_what_was_begun),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
