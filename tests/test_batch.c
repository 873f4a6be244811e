/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A batch as its users meet it: whole folders, killed and resumed, in any number of processes. */
#include "isr_program.h"

#define BATCH "isredact batch --profile audit --key key --out out cases"

/* A folder for each agency, and documents that name people in their text and in their names. */
static void start(Program *program)
{
    program_init(program);
    program_run(program, "mkdir -p cases/school cases/health 'cases/school/Okafor Jayden'");
    program_write(program, "cases/school/plan.txt",
                  "Child's name: Jayden Okafor\nDate of birth: 12/03/2011\n\n"
                  "Jayden was seen on 14 May 2024 and on 21 May 2024.\n");
    program_write(program, "cases/school/plan.md", "Child's name: Ada Obi\n\nAda is well.\n");
    program_write(program, "cases/school/Okafor Jayden/Jayden Okafor review.txt",
                  "Child's name: Jayden Okafor\n\nJayden Okafor attends daily.\n");
    program_write(program, "cases/health/letter.txt",
                  "Re: Jayden Okafor, date of birth 12/03/2011\n\nDear Dr Khan,\n\nThank you.\n");
    program_write(program, "cases/health/broken.docx", "PK\003\004 and no more");
    assert_int_equal(program_run(program, "isredact key new key"), 0);
}

static void assert_alike(Program *program, const char *a, const char *b)
{
    g_autofree char *line = g_strdup_printf("diff -r %s %s", a, b);

    program_run(program, line);
    assert_status(program, 0);
}

static void every_document_has_a_copy_or_a_refusal(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *top = NULL, *school = NULL, *health = NULL, *plan = NULL;

    (void)state;
    start(&program);
    program_run(&program, BATCH);
    assert_status(&program, 3);
    assert_non_null(strstr(program.err, "health/broken.docx: "));
    assert_non_null(strstr(program.out, "5 documents: 4 copies"));
    assert_non_null(strstr(program.out, "1 refused"));
    top = program_list(&program, "out");
    school = program_list(&program, "out/school");
    health = program_list(&program, "out/health");
    assert_string_equal(top, "health|report.html|report.json|school");
    assert_string_equal(health, "letter.redacted.manifest.json|letter.redacted.txt");
    assert_non_null(strstr(school, "plan.md.redacted.md|plan.txt.redacted.manifest.json|"
                                   "plan.txt.redacted.txt"));
    plan = program_read(&program, "out/school/plan.txt.redacted.txt");
    assert_non_null(strstr(plan, "CHILD-"));
    assert_null(strstr(plan, "Okafor"));
}

/* Whatever looks into the output or the journal finds nobody there. */
static void no_name_is_left_anywhere(void **state)
{
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    program_run(&program, BATCH);
    program_run(&program, "grep -rlai -e okafor -e jayden out out.journal*; "
                          "find out | grep -i -e okafor -e jayden");
    assert_string_equal(program.out, "");
    program_run(&program, "stat -c %a out.journal");
    assert_string_equal(program.out, "600\n");
}

static void the_number_of_jobs_changes_no_byte(void **state)
{
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    program_run(&program, "isredact batch -p audit -k key -o one --jobs 1 cases");
    program_run(&program, "isredact batch -p audit -k key -o four --jobs 4 cases");
    assert_alike(&program, "one", "four");
    program_run(&program, "isredact batch -p audit -k key -o one --jobs 3 cases");
    assert_alike(&program, "one", "four");
}

static void a_killed_run_goes_on_where_it_stopped(void **state)
{
    g_auto(Program) program = {0};
    guint left = 0;

    (void)state;
    start(&program);
    program_run(&program, "isredact batch -p audit -k key -o whole cases");
    for (guint i = 0; i < 10; i++) {
        g_autofree char *line = g_strdup_printf("timeout -s KILL 0.%02u " BATCH " 2>&1", 3 + 4 * i);

        left += program_run(&program, line) == 137;
    }
    assert_true(left > 0);
    program_run(&program, BATCH);
    assert_status(&program, 3);
    assert_alike(&program, "whole", "out");
    program_run(&program, "find out -name '.*'");
    assert_string_equal(program.out, "");
}

static void what_changed_is_done_again_and_what_is_gone_goes(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *health = NULL, *plan = NULL;

    (void)state;
    start(&program);
    program_run(&program, BATCH);
    program_run(&program,
                "rm cases/health/*; echo 'Ada Obi came in May.' >> cases/school/plan.txt");
    program_run(&program, BATCH);
    assert_true(program.status <= 1);
    health = program_list(&program, "out/health");
    plan = program_read(&program, "out/school/plan.txt.redacted.txt");
    assert_string_equal(health, "");
    assert_non_null(strstr(plan, "came in May."));
    program_run(&program, "isredact batch -p audit -k key -o fresh cases; rmdir out/health");
    assert_alike(&program, "fresh", "out");
}

/* But for time and rate, and those only where no time is given. */
static void the_clock_is_in_the_report_alone(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *report = NULL, *timed = NULL;

    (void)state;
    start(&program);
    program_run(&program, BATCH);
    report = program_read(&program, "out/report.json");
    program_run(&program, "cp -r out before; env -u SOURCE_DATE_EPOCH isredact batch -p audit "
                          "-k key -o timed cases");
    assert_status(&program, 3);
    assert_non_null(strstr(program.out, " a minute\n"));
    timed = program_read(&program, "timed/report.json");
    assert_non_null(strstr(report, "\"run\" : null"));
    assert_non_null(strstr(timed, "\"milliseconds\" : "));
    program_run(&program, "diff -r --exclude='report.*' --exclude='*.manifest.json' before timed");
    assert_status(&program, 0);
}

/* The note calls her by her initials alone; other files say who that is. */
static void no_file_is_called_after_who_is_known_elsewhere(void **state)
{
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    program_run(&program, "mkdir cases/okafor");
    program_write(&program, "cases/okafor/visit_jayden-plan.txt", "J.O. was well.\n");
    program_run(&program, BATCH);
    program_run(&program, "find out | grep -i -e okafor -e jayden");
    assert_string_equal(program.out, "");
    program_run(&program, "find out -name 'visit_x-plan-*.redacted.txt' | wc -l");
    assert_string_equal(program.out, "1\n");
}

static void a_plan_writes_nothing(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *names = NULL;

    (void)state;
    start(&program);
    program_run(&program, BATCH " --dry-run");
    assert_status(&program, 3);
    names = program_list(&program, ".");
    assert_string_equal(names, "cases|key");
    assert_non_null(strstr(program.out, "5 documents, 1 of them would be refused"));
    assert_non_null(strstr(program.out, "text  4"));
}

static void parts_together_are_the_whole(void **state)
{
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    program_run(&program, "isredact batch -p audit -k key -o whole cases");
    for (guint i = 1; i <= 4; i++) {
        g_autofree char *line =
            g_strdup_printf("isredact batch -p audit -k key -o part%u --shard %u/4 cases", i, i);

        assert_true(program_run(&program, line) <= 3);
    }
    program_run(&program, "isredact batch merge -p audit -k key -o out --part part1 --part part2 "
                          "--part part3 --part part4 cases");
    assert_status(&program, 3);
    assert_alike(&program, "whole", "out");
    program_run(&program, "isredact batch merge -p anonymise -o other --part part1 cases");
    assert_status(&program, 2);
}

#define SEALED BATCH " --escrow escrow --passphrase-file words"

/* Nothing of it is in clear but what the passphrase opens. */
static void codes_are_turned_back_with_the_passphrase_alone(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *first = NULL;

    (void)state;
    start(&program);
    program_write(&program, "words", "four plain words here\n");
    program_write(&program, "wrong", "three plain words\n");
    program_run(&program, "chmod 600 words wrong; " SEALED);
    assert_status(&program, 3);
    program_run(&program, "grep -lai -e okafor -e jayden escrow out.journal*; stat -c %a escrow");
    assert_string_equal(program.out, "600\n");
    program_run(&program, "isredact escrow --passphrase-file words escrow");
    assert_status(&program, 0);
    first = g_strdup(program.out);
    assert_non_null(strstr(first, "Jayden Okafor"));
    program_run(&program, "grep -o 'CHILD-[A-Z]*-[A-Z]*' out/health/letter.redacted.txt");
    assert_non_null(strstr(first, g_strchomp(program.out)));
    program_run(&program, "isredact escrow --json --passphrase-file words escrow | "
                          "python3 -c 'import json,sys; json.load(sys.stdin)'");
    assert_status(&program, 0);
    program_run(&program, "isredact escrow --passphrase-file wrong escrow");
    assert_status(&program, 3);
    assert_string_equal(program.out, "");
    program_run(&program, BATCH " --escrow escrow --passphrase-file wrong");
    assert_status(&program, 2);
    program_run(&program, BATCH);
    assert_status(&program, 2);
    program_run(&program, "rm escrow; " SEALED "; isredact escrow --passphrase-file words escrow");
    assert_string_equal(program.out + (strlen(program.out) - strlen(first)), first);
}

/* Of one passphrase, whatever each part was called. */
static void parts_are_sealed_alike(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *whole = NULL;

    (void)state;
    start(&program);
    program_write(&program, "words", "four plain words here\n");
    program_run(&program, "chmod 600 words; " SEALED);
    program_run(&program, "isredact escrow --passphrase-file words escrow");
    whole = g_strdup(program.out);
    program_run(&program, "for i in 1 2; do isredact batch -p audit -k key -o part$i --shard $i/2 "
                          "--escrow sealed$i --passphrase-file words cases; done");
    program_run(&program, "isredact batch merge -p audit -k key -o all --part part1 --part part2 "
                          "--escrow sealed --passphrase-file words cases");
    assert_status(&program, 3);
    assert_non_null(strstr(program.out, "5 documents: 4 copies"));
    assert_null(strstr(program.out, " a minute")); /* none was made again */
    program_run(&program, "isredact escrow --passphrase-file words sealed");
    assert_string_equal(program.out, whole);
    assert_alike(&program, "out", "all");
}

/* Below no folder of the sources. */
static void documents_at_the_top_are_done_once(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *names = NULL, *report = NULL;

    (void)state;
    start(&program);
    program_write(&program, "cases/note.txt", "Child's name: Ada Obi\n\nAda is well.\n");
    program_run(&program, BATCH);
    names = program_list(&program, "out");
    report = program_read(&program, "out/report.html");
    assert_string_equal(names, "health|note.redacted.manifest.json|note.redacted.txt|report.html|"
                               "report.json|school");
    assert_non_null(strstr(report, ">note.redacted.txt<"));
    assert_null(strstr(report, program.folder));
    program_run(&program, BATCH);
    assert_null(strstr(program.out, " a minute")); /* none was made again */
    program_run(&program, "rm cases/note.txt; " BATCH);
    g_free(names);
    names = program_list(&program, "out");
    assert_string_equal(names, "health|report.html|report.json|school");
}

/* One file says in a label who Oszker is; the other has copied the sentence alone. */
static void what_one_copy_hides_no_other_shows(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *copy = NULL, *manifest = NULL;
    static const char sentence[] = "On Monday oszker came to the door with the washing and said "
                                   "that nobody had been in since the Friday before.\n";

    (void)state;
    program_init(&program);
    g_autofree char *file = g_strconcat("Neighbour: Oszker\n\n", sentence, NULL);
    g_autofree char *notes = g_strconcat("Notes from the other file.\n\n", sentence, NULL);

    program_run(&program, "mkdir cases");
    program_write(&program, "cases/notes.txt", notes);
    program_run(&program, "isredact batch -p anonymise -o alone cases; cat alone/notes.*.txt");
    assert_non_null(strstr(program.out, "oszker"));
    program_write(&program, "cases/file.txt", file);
    for (guint again = 0; again < 2; again++) {
        program_run(&program, "isredact batch -p anonymise -o out cases");
        assert_true(program.status <= 1);
        g_free(copy);
        copy = program_read(&program, "out/notes.redacted.txt");
        assert_null(strstr(copy, "oszker"));
        assert_non_null(strstr(copy, "came to the door with the washing"));
    }
    manifest = program_read(&program, "out/notes.redacted.manifest.json");
    assert_non_null(strstr(manifest, "\"linkage\""));
    program_run(&program, "rm cases/file.txt; isredact batch -p anonymise -o out cases");
    assert_alike(&program, "alone", "out");
}

/* Initials in one agency's file, the whole name and a birthday in two others'. */
static void one_child_has_one_code_everywhere(void **state)
{
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    program_write(&program, "cases/health/note.txt",
                  "Patient: J. Okafor\n\nJ. Okafor was weighed today.\n");
    program_run(&program, BATCH);
    program_run(&program,
                "cat out/*/*.txt out/*/*/*.txt | grep -o 'CHILD-[A-Z-]*' | sort -u | wc -l;"
                "grep -l CHILD- out/*/*.txt out/*/*/*.txt | wc -l");
    assert_string_equal(program.out, "1\n4\n");
}

static void strange_output_is_left_alone(void **state)
{
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    program_run(&program, "mkdir out; echo mine > out/mine");
    program_run(&program, BATCH);
    assert_status(&program, 2);
    program_run(&program, "rm -r out");
    program_run(&program, BATCH);
    program_run(&program, "isredact batch -p anonymise --out out cases");
    assert_status(&program, 2);
    assert_non_null(strstr(program.err, "another profile"));
}

static void what_is_missing_is_told(void **state)
{
    static const struct {
        const char *line, *sentence;
    } wrong[] = {
        {"isredact batch -p audit -k key -o out", "name the folders"},
        {"isredact batch -k key -o out cases", "--profile"},
        {"isredact batch -p audit -k key cases", "--out"},
        {"isredact batch -p audit -o out cases", "--key"},
        {"isredact batch -p audit -k key -o out --jobs 0 cases", "--jobs"},
        {"isredact batch -p audit -k key -o out --shard 5/4 cases", "--shard"},
        {"isredact batch -p anonymise -o out --shard 1/4 cases", "--key"},
        {"isredact batch merge -p audit -k key -o out cases", "--part"},
        {"isredact batch -p anonymise -o out --escrow escrow cases", "--key"},
        {"isredact batch -p audit -k key -o out --passphrase-file key cases", "--escrow"},
        {"isredact batch -p audit -k key -o out --escrow out/escrow --passphrase-file key cases",
         "apart from the copies"},
        {"setsid isredact batch -p audit -k key -o out --escrow escrow cases", "no terminal"},
        {"isredact batch -p audit -k key -o out --timeout 0 cases", "--timeout"},
        {"isredact batch -p audit -k key -o out cases cases/school", "once"},
    };
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
        program_run(&program, wrong[i].line);
        assert_status(&program, 2);
        if (!strstr(program.err, wrong[i].sentence))
            fail_msg("\"%s\" is not said in: %s", wrong[i].sentence, program.err);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_document_has_a_copy_or_a_refusal),
        cmocka_unit_test(no_name_is_left_anywhere),
        cmocka_unit_test(the_number_of_jobs_changes_no_byte),
        cmocka_unit_test(a_killed_run_goes_on_where_it_stopped),
        cmocka_unit_test(what_changed_is_done_again_and_what_is_gone_goes),
        cmocka_unit_test(the_clock_is_in_the_report_alone),
        cmocka_unit_test(no_file_is_called_after_who_is_known_elsewhere),
        cmocka_unit_test(a_plan_writes_nothing),
        cmocka_unit_test(parts_together_are_the_whole),
        cmocka_unit_test(codes_are_turned_back_with_the_passphrase_alone),
        cmocka_unit_test(parts_are_sealed_alike),
        cmocka_unit_test(documents_at_the_top_are_done_once),
        cmocka_unit_test(what_one_copy_hides_no_other_shows),
        cmocka_unit_test(one_child_has_one_code_everywhere),
        cmocka_unit_test(strange_output_is_left_alone),
        cmocka_unit_test(what_is_missing_is_told),
    };

    g_setenv("SOURCE_DATE_EPOCH", "1767225600", TRUE); /* so that whole folders are compared */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
