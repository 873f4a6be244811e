/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every read, write and naming fails once, and once the program is killed there: no copy, nothing
 * left behind, the document as it was, and no word of it said. */
#include "isr_program.h"

#include <fcntl.h>
#include <unistd.h>

#define SECRET "Quenneville"
/* No run makes more calls of one kind than this on so small a document. */
#define MOST_CALLS 400

static const char *document; /* its name in the folder */

static void start(Program *program)
{
    g_autofree char *source = NULL, *path = NULL, *bytes = NULL;
    gsize length;

    program_init(program);
    if (g_str_equal(document, "plan.txt")) {
        program_write(program, document, "Child's name: Ada " SECRET "\nMother: Jane " SECRET "\n");
        return;
    }
    source =
        g_build_filename(g_getenv("ISREDACT_ROOT"), "corpus", "education", "ehc-plan.docx", NULL);
    path = program_path(program, document);
    assert_true(g_file_get_contents(source, &bytes, &length, NULL));
    assert_true(g_file_set_contents(path, bytes, (gssize)length, NULL));
}

static char *digest_of(const Program *program)
{
    g_autofree char *path = program_path(program, document);
    g_autofree char *bytes = NULL;
    gsize length;

    assert_true(g_file_get_contents(path, &bytes, &length, NULL));
    return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (guchar *)bytes, length);
}

static gboolean has_unnamed_files(const Program *program)
{
    int fd = open(program->folder, O_TMPFILE | O_RDWR, 0600);

    if (fd >= 0)
        close(fd);
    return fd >= 0;
}

/* One run in which call @n of @call fails; FALSE if there are fewer calls. */
static gboolean strike(Program *program, const char *options, const char *call, guint n,
                       const char *how)
{
    g_autofree char *fault = g_strdup_printf("ISR_FAULT=%s:%u%s", call, n, how);
    g_autofree char *done = g_strdup_printf("%s.done", program->folder);
    g_autofree char *line = g_strdup_printf(
        "ISR_FAULT_UNDER=$PWD ISR_FAULT_DONE=%s"
        " ASAN_OPTIONS=$ASAN_OPTIONS:verify_asan_link_order=0 LD_PRELOAD=%s isredact %s %s",
        done, g_getenv("ISREDACT_FAULTS"), options, document);

    program_shell(program, fault, line);
    return g_unlink(done) == 0;
}

static void assert_nothing_happened(const Program *program, const char *before, const char *call,
                                    guint n)
{
    g_autofree char *after = digest_of(program);
    g_autofree char *names = program_list(program, ".");

    assert_string_equal(before, after);
    if (!g_str_equal(names, document))
        fail_msg("%s %u left %s", call, n, names);
    assert_null(strstr(program->out, SECRET));
    assert_null(strstr(program->err, SECRET));
}

/* Fails each call of @call in turn. */
static void fail_each(const char *options, const char *call, guint fewest)
{
    guint n = 1;

    for (; n < MOST_CALLS; n++) {
        g_auto(Program) program = {0};
        g_autofree char *before = NULL;

        start(&program);
        before = digest_of(&program);
        if (!strike(&program, options, call, n, ""))
            break;
        assert_nothing_happened(&program, before, call, n);
        assert_status(&program, 5);
    }
    assert_true(n > fewest && n < MOST_CALLS);
}

#define ANONYMISE "--profile anonymise"

static void failing_writes_leave_nothing(void **state)
{
    (void)state;
    fail_each(ANONYMISE, "write", 1);
}

/* A format that cannot peek says that the document is not its own, and another may take it: the
 * run ends well or leaves nothing, and nothing between. */
static void failing_reads_leave_all_or_nothing(void **state)
{
    guint n = 1, failed = 0;

    (void)state;
    for (; n < MOST_CALLS; n++) {
        g_auto(Program) program = {0};
        g_autofree char *before = NULL, *names = NULL;

        start(&program);
        before = digest_of(&program);
        if (!strike(&program, ANONYMISE, "read", n, ""))
            break;
        if (program.status <= 1) {
            names = program_list(&program, ".");
            assert_string_equal(names, "plan.redacted.manifest.json|plan.redacted.txt|plan.txt");
            continue;
        }
        failed++;
        assert_status(&program, 5);
        assert_nothing_happened(&program, before, "read", n);
    }
    assert_true(failed > 5 && n < MOST_CALLS);
}

static void failing_opens_leave_nothing(void **state)
{
    (void)state;
    fail_each(ANONYMISE, "open", 3);
}

static void failing_to_reach_the_disk_leaves_nothing(void **state)
{
    (void)state;
    fail_each(ANONYMISE, "fsync", 3);
    fail_each(ANONYMISE, "fchmod", 2);
}

static void failing_to_take_a_name_leaves_nothing(void **state)
{
    (void)state;
    fail_each(ANONYMISE, "linkat", 2);
    fail_each(ANONYMISE " --force", "linkat", 2);
    fail_each(ANONYMISE " --force", "rename", 2);
}

static void a_kill_leaves_nothing_but_perhaps_the_manifest(void **state)
{
    static const char *const calls[] = {"write", "fsync", "linkat"};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(calls); i++) {
        for (guint n = 1; n < MOST_CALLS; n++) {
            g_auto(Program) program = {0};
            g_autofree char *before = NULL, *after = NULL, *names = NULL;

            start(&program);
            if (!has_unnamed_files(&program))
                skip();
            before = digest_of(&program);
            if (!strike(&program, ANONYMISE, calls[i], n, ":kill"))
                break;
            after = digest_of(&program);
            names = program_list(&program, ".");
            assert_string_equal(before, after);
            if (!g_str_equal(names, document) && !g_str_has_prefix(names, "plan.redacted.manifest"))
                fail_msg("%s %u left %s", calls[i], n, names);
            if (strstr(names, "plan.redacted.txt"))
                assert_non_null(strstr(names, "manifest.json"));
        }
    }
}

static void a_full_output_leaves_nothing(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *before = NULL;

    (void)state;
    start(&program);
    before = digest_of(&program);
    program_run(&program, "ulimit -f 0; isredact -p anonymise plan.*");
    assert_status(&program, 5);
    assert_nothing_happened(&program, before, "ulimit", 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(failing_writes_leave_nothing),
        cmocka_unit_test(failing_reads_leave_all_or_nothing),
        cmocka_unit_test(failing_opens_leave_nothing),
        cmocka_unit_test(failing_to_reach_the_disk_leaves_nothing),
        cmocka_unit_test(failing_to_take_a_name_leaves_nothing),
        cmocka_unit_test(a_kill_leaves_nothing_but_perhaps_the_manifest),
        cmocka_unit_test(a_full_output_leaves_nothing),
    };

    document = "plan.txt";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
