/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program as its users meet it: options, outputs, exit statuses, what it says. */
#include "isr_program.h"

/* Sure findings only, so that nothing is left to look at. */
#define PLAN                                                                                       \
    "Child's name: Ada Okafor\nDate of birth: 12/03/2011\nNHS number: 999 000 0018\n"              \
    "Mother: Jane Okafor\n\nAda attends school daily.\n"

static void start(Program *program)
{
    program_init(program);
    program_write(program, "plan.txt", PLAN);
}

static void assert_says(const Program *program, const char *sentence)
{
    if (!strstr(program->err, sentence))
        fail_msg("\"%s\" is not said in: %s", sentence, program->err);
}

/* Nothing but the document stands in the folder, and it is as it was. */
static void assert_untouched(const Program *program)
{
    g_autofree char *names = program_list(program, ".");
    g_autofree char *plan = program_read(program, "plan.txt");

    assert_string_equal(names, "plan.txt");
    assert_string_equal(plan, PLAN);
}

static void a_copy_and_its_manifest_stand_beside_the_document(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *names = NULL, *copy = NULL, *plan = NULL;

    (void)state;
    start(&program);
    assert_true(program_run(&program, "isredact --profile anonymise plan.txt") <= 1);
    names = program_list(&program, ".");
    copy = program_read(&program, "plan.redacted.txt");
    plan = program_read(&program, "plan.txt");
    assert_string_equal(names, "plan.redacted.manifest.json|plan.redacted.txt|plan.txt");
    assert_string_equal(plan, PLAN);
    assert_null(strstr(copy, "Ada"));
    assert_null(strstr(copy, "Okafor"));
    assert_null(strstr(copy, "999 000 0018"));
    assert_non_null(strstr(copy, "attends school daily."));
    assert_non_null(strstr(program.out, "plan.redacted.txt"));
    assert_null(strstr(program.out, "Okafor"));
}

static void what_is_missing_on_the_command_line_is_told(void **state)
{
    static const struct {
        const char *line, *sentence;
    } wrong[] = {
        {"isredact --profile anonymise", "name the document"},
        {"isredact plan.txt", "--profile"},
        {"isredact --profile nonsense plan.txt", "nonsense"},
        {"isredact --profile anonymise --nonsense plan.txt", "redact --help"},
        {"isredact --for Nobody --profile anonymise plan.txt", "--for names nobody"},
        {"isredact --for ' ' --profile anonymise plan.txt", "--for names nobody"},
        {"isredact scan --for \"$(printf '\\377')\" plan.txt", "UTF-8"},
        {"isredact -p anonymise -o a.txt plan.txt plan.txt", "--out-dir"},
        {"isredact -p anonymise -o a.txt -d . plan.txt", "contradict"},
        {"isredact -p anonymise --subject \"$(printf '\\377')\" plan.txt", "UTF-8"},
        {"isredact -p anonymise --subject '' plan.txt", "names nobody"},
        {"isredact scan --subject ' =' plan.txt", "names nobody"},
        {"isredact -p anonymise --purpose \"$(printf '\\377')\" plan.txt", "UTF-8"},
        {"isredact -p audit plan.txt", "--key"},
        {"isredact -p anonymise --ocr=sometimes plan.txt", "auto, always or never"},
        {"isredact -p anonymise --dpi=99 plan.txt", "from 100"},
        {"isredact -p anonymise --dpi=601 plan.txt", "to 600"},
        {"isredact -p anonymise --dpi=fine plan.txt", "from 100"},
        {"isredact scan --dpi=200 plan.txt", "scan --help"},
        {"isredact verify --ocr=never plan.txt", "verify --help"},
        {"isredact scan", "name the document"},
        {"isredact verify", "name one copy"},
        {"isredact help nonsense", "lists the commands"},
        {"isredact", "Usage"},
        {"isredact scann plan.txt", "no command and no file \"scann\"; do you mean \"scan\"?"},
        {"isredact Verfiy plan.txt", "do you mean \"verify\"?"},
        {"isredact decide plan.txt", "\"isredact --help\" lists"},
        {"isredact -p anonymise --recipient -d o plan.txt", "--recipient=-d"},
        {"isredact -fp -d o plan.txt", "--profile=-d"},
        {"isredact scan --subject --show plan.txt", "--subject=--show"},
        {"isredact -p anonymise -p education plan.txt", "--profile is given twice"},
        {"isredact scan -p anonymise --profile=education plan.txt", "--profile is given twice"},
        {"isredact -p anonymise -o x.docx plan.txt", "cannot end in .docx"},
        {"isredact -p anonymise -o x.PDF plan.txt", "ends in .txt"},
    };
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
        program_run(&program, wrong[i].line);
        assert_status(&program, 2);
        assert_says(&program, wrong[i].sentence);
        assert_untouched(&program);
    }
}

static void how_pages_are_read_can_be_chosen(void **state)
{
    static const char *const right[] = {
        "isredact scan --ocr=auto plan.txt",
        "isredact scan --ocr never plan.txt",
        "isredact -p anonymise --ocr=never --dpi 100 -f plan.txt",
        "isredact -p anonymise --dpi=600 -f plan.txt",
        "printf 'opens it\\r\\nnot this' >p; chmod 600 p; isredact scan --password-file p plan.txt",
    };
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    for (guint i = 0; i < G_N_ELEMENTS(right); i++) {
        program_run(&program, right[i]);
        if (program.status > 1)
            fail_msg("%s: status %d: %s", right[i], program.status, program.err);
    }
}

static void a_password_comes_from_a_private_file_alone(void **state)
{
    static const struct {
        const char *line, *sentence;
        int status;
    } wrong[] = {
        {"echo secret >p; chmod 640 p", "chmod 600 'p'", 2},
        {":>p; chmod 600 p", "is empty", 2},
        {"printf '\\n\\n' >p; chmod 600 p", "is empty", 2},
        {"printf '\\377' >p; chmod 600 p", "UTF-8", 2},
        {"head -c 3000 /dev/zero | tr '\\0' x >p; chmod 600 p", "too long", 2},
        {"rm -f p", "cannot be read", 5},
        {"rm -f p; mkdir -m 700 p", "cannot be read", 5},
    };
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autofree char *line =
            g_strdup_printf("%s; isredact -p anonymise --password-file p plan.txt; s=$?; "
                            "rm -rf p; exit $s",
                            wrong[i].line);

        program_run(&program, line);
        assert_status(&program, wrong[i].status);
        assert_says(&program, wrong[i].sentence);
        assert_null(strstr(program.err, "secret"));
        assert_untouched(&program);
    }
}

static void what_cannot_be_read_is_refused(void **state)
{
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    program_run(&program, "isredact -p anonymise missing.docx");
    assert_status(&program, 5);
    assert_says(&program, "isredact: missing.docx: ");
    program_run(&program, "mkdir d; isredact -p anonymise d; s=$?; rmdir d; exit $s");
    assert_status(&program, 3);
    program_run(&program, "printf 'PK\\003\\004 broken' >b.docx; isredact -p anonymise b.docx;"
                          "s=$?; rm b.docx; exit $s");
    assert_status(&program, 3);
    assert_says(&program, "b.docx: ");
    assert_untouched(&program);
}

static void what_exists_is_left_as_it_is_without_force(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *kept = NULL, *replaced = NULL, *names = NULL;

    (void)state;
    start(&program);
    program_write(&program, "plan.redacted.txt", "mine");
    program_run(&program, "isredact -p anonymise plan.txt");
    assert_status(&program, 5);
    assert_says(&program, "--force");
    kept = program_read(&program, "plan.redacted.txt");
    assert_string_equal(kept, "mine");
    names = program_list(&program, ".");
    assert_string_equal(names, "plan.redacted.txt|plan.txt");
    assert_true(program_run(&program, "isredact --force -p anonymise plan.txt") <= 1);
    replaced = program_read(&program, "plan.redacted.txt");
    assert_non_null(strstr(replaced, "[NAME]"));
}

static void a_manifest_that_exists_stops_the_copy_too(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *kept = NULL, *names = NULL;

    (void)state;
    start(&program);
    program_write(&program, "plan.redacted.manifest.json", "mine");
    program_run(&program, "isredact -p anonymise plan.txt");
    assert_status(&program, 5);
    kept = program_read(&program, "plan.redacted.manifest.json");
    names = program_list(&program, ".");
    assert_string_equal(kept, "mine");
    assert_string_equal(names, "plan.redacted.manifest.json|plan.txt");
}

static void a_copy_never_takes_the_documents_place(void **state)
{
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    program_run(&program, "isredact --force -p anonymise -o plan.txt plan.txt");
    assert_status(&program, 2);
    program_run(&program, "isredact --force -p anonymise -o ./plan.txt plan.txt");
    assert_status(&program, 2);
    program_run(&program, "isredact --force -p anonymise -m plan.txt plan.txt");
    assert_status(&program, 2);
    program_run(&program, "ln plan.txt other.txt; isredact -f -p anonymise -o other.txt plan.txt;"
                          "s=$?; rm other.txt; exit $s");
    assert_status(&program, 2);
    assert_untouched(&program);
}

static void places_can_be_chosen(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *names = NULL, *in = NULL;

    (void)state;
    start(&program);
    assert_true(program_run(&program, "isredact -p anonymise -o c.txt -m m.json plan.txt") <= 1);
    names = program_list(&program, ".");
    assert_string_equal(names, "c.txt|m.json|plan.txt");
    assert_true(program_run(&program, "mkdir out; isredact -p anonymise --out-dir out plan.txt") <=
                1);
    in = program_list(&program, "out");
    assert_string_equal(in, "plan.redacted.manifest.json|plan.redacted.txt");
}

static void a_copy_is_called_after_what_it_is(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *source =
        g_build_filename(g_getenv("ISREDACT_ROOT"), "corpus", "education", "ehc-plan.docx", NULL);
    g_autofree char *line = g_strdup_printf("isredact -p anonymise -o c.txt '%s'", source);

    (void)state;
    start(&program);
    program_run(&program, line);
    assert_status(&program, 2);
    assert_says(&program, "ends in .docx");
    assert_untouched(&program);
    program_run(&program, "for name in a.text a.TXT a.md a.csv a; do isredact -f -p anonymise -o "
                          "$name plan.txt; test $? -le 1 || exit 9; done");
    assert_status(&program, 0);
}

/* Odd, but said so that nothing else can be meant. */
static void a_value_may_begin_like_an_option(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *manifest = NULL;

    (void)state;
    start(&program);
    program_run(&program, "isredact -p anonymise --recipient=-d -s Ada -s Jane -o - -m m plan.txt");
    assert_true(program.status <= 1);
    manifest = program_read(&program, "m");
    assert_non_null(strstr(manifest, "\"-d\""));
}

static void a_pipe_gives_the_copy_on_standard_output(void **state)
{
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    assert_true(program_run(&program, "isredact -p anonymise - <plan.txt") <= 1);
    assert_ptr_equal(strstr(program.out, "Child's name: [NAME]"), program.out);
    assert_null(strstr(program.out, "Removed"));
    assert_says(&program, "Removed");
    assert_untouched(&program);
    program_run(&program, "isredact -p anonymise plan.txt -o - -m m.json >/dev/full;"
                          "s=$?; test ! -e m.json || exit 99; exit $s");
    assert_status(&program, 5);
    assert_untouched(&program);
}

static void a_package_does_not_go_to_standard_output(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *source =
        g_build_filename(g_getenv("ISREDACT_ROOT"), "corpus", "education", "ehc-plan.docx", NULL);
    g_autofree char *line = g_strdup_printf("isredact -p anonymise -o - '%s'", source);

    (void)state;
    start(&program);
    program_run(&program, line);
    assert_status(&program, 2);
    assert_string_equal(program.out, "");
}

static void identifiers_leave_the_file_name_too(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *names = NULL;

    (void)state;
    program_init(&program);
    program_write(&program, "Okafor_Ada 9990000018.txt", PLAN);
    assert_true(program_run(&program, "isredact -p anonymise Ok*.txt") <= 1);
    names = program_list(&program, ".");
    assert_string_equal(names,
                        "NAME NHS NUMBER.redacted.manifest.json|NAME NHS NUMBER.redacted.txt|"
                        "Okafor_Ada 9990000018.txt");
    assert_null(strstr(program.out, "Okafor"));
}

static void each_file_is_on_its_own_and_the_worst_status_counts(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *names = NULL;

    (void)state;
    start(&program);
    program_run(&program, "isredact -p anonymise missing.txt plan.txt");
    assert_status(&program, 5);
    names = program_list(&program, ".");
    assert_string_equal(names, "plan.redacted.manifest.json|plan.redacted.txt|plan.txt");
}

static void two_files_never_share_a_copy(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *names = NULL;

    (void)state;
    start(&program);
    program_run(&program, "mkdir a b o; cp plan.txt a; mv plan.txt b;"
                          "isredact --force -p anonymise -d o a/plan.txt b/plan.txt");
    assert_status(&program, 2);
    names = program_list(&program, "o");
    assert_string_equal(names, "plan.redacted.manifest.json|plan.redacted.txt");
}

static void anothers_manifest_is_not_replaced(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *source =
        g_build_filename(g_getenv("ISREDACT_ROOT"), "corpus", "education", "ehc-plan.docx", NULL);
    g_autofree char *line =
        g_strdup_printf("cp '%s' plan.docx; isredact -f -p anonymise plan.docx", source);
    g_autofree char *before = NULL, *after = NULL, *names = NULL;

    (void)state;
    start(&program);
    assert_true(program_run(&program, "isredact -p anonymise plan.txt") <= 1);
    before = program_read(&program, "plan.redacted.manifest.json");
    program_run(&program, line);
    assert_status(&program, 2);
    assert_says(&program, "--manifest");
    program_run(&program, "echo 'Mum: Ada Okafor' > plan.md; isredact -f -p anonymise plan.md");
    assert_status(&program, 2);
    after = program_read(&program, "plan.redacted.manifest.json");
    assert_string_equal(after, before);
    assert_true(program_run(&program, "isredact -f -p anonymise -m m.json plan.docx") <= 1);
    assert_true(program_run(&program, "echo May >> plan.txt; isredact -f -p email plan.txt") <= 1);
    names = program_list(&program, ".");
    assert_string_equal(names, "m.json|plan.docx|plan.md|plan.redacted.docx|"
                               "plan.redacted.manifest.json|plan.redacted.txt|plan.txt");
}

static void an_unsafe_recipient_is_warned_about(void **state)
{
    g_auto(Program) program = {0};

    (void)state;
    program_init(&program);
    program_write(&program, "note.txt", "Nothing here.\n");
    program_run(&program, "isredact -p anonymise --recipient a@leeds.gov.uk note.txt");
    assert_status(&program, 0);
    program_run(&program, "isredact -f -p anonymise --recipient a@mail.example note.txt");
    assert_status(&program, 1);
    assert_non_null(strstr(program.out, "secure"));
    program_run(&program, "isredact -f -p anonymise --recipient a@notgov.uk note.txt");
    assert_status(&program, 1);
}

static void colour_is_for_terminals(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *script = g_find_program_in_path("script");

    (void)state;
    start(&program);
    program_run(&program, "isredact -p anonymise plan.txt");
    assert_null(strchr(program.out, '\033'));
    if (!script)
        skip();
    program_shell(&program, "TERM=xterm",
                  "script -qec 'isredact -f -p anonymise plan.txt' /dev/null");
    assert_non_null(strchr(program.out, '\033'));
    program_shell(&program, "TERM=xterm",
                  "NO_COLOR=1 script -qec 'isredact -f -p anonymise plan.txt' /dev/null");
    assert_null(strchr(program.out, '\033'));
}

static void scan_says_who_is_who_and_why(void **state)
{
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    program_run(&program, "isredact scan plan.txt");
    assert_non_null(strstr(program.out, "Who is who"));
    assert_non_null(strstr(program.out, "family (mother)"));
    program_run(&program, "isredact scan --profile anonymise --explain plan.txt");
    assert_status(&program, 0);
    assert_non_null(strstr(program.out, "patterns/labels/mother.label"));
    assert_non_null(strstr(program.out, "patterns/uk/nhs-number.rule"));
    assert_non_null(strstr(program.out, "in 100 sure"));
    assert_non_null(strstr(program.out, "of the role family, person 2, because \""));
    assert_non_null(strstr(program.out, "the profile anonymise says: remove; [NHS NUMBER]"));
    assert_null(strstr(program.out, "Okafor"));
    assert_null(strstr(program.out, "999 000 0018"));
    program_write(&program, "note.txt", "Mother: Jane Okafor\n\nMother is in prison for theft.\n");
    program_run(&program, "isredact scan -p education --explain note.txt");
    assert_non_null(strstr(program.out, "says: remove; the whole sentence goes; ["));
    program_write(&program, "note.txt", "Yesterday Zsigmond Kolozsvary left.\n");
    program_run(&program, "isredact scan --explain note.txt");
    assert_non_null(strstr(program.out, "the words themselves and those beside them"));
    g_autofree char *note = program_path(&program, "note.txt");

    g_unlink(note);
    program_run(&program, "isredact scan --explain --show plan.txt");
    assert_non_null(strstr(program.out, "nhs-number: 999 000 0018"));
    assert_null(strstr(program.out, " says: "));
    assert_untouched(&program);
}

static void scan_writes_nothing_and_shows_text_only_when_asked(void **state)
{
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    program_run(&program, "isredact scan plan.txt");
    assert_status(&program, 0);
    assert_non_null(strstr(program.out, "anonymise"));
    assert_non_null(strstr(program.out, "Names"));
    assert_null(strstr(program.out, "Okafor"));
    program_run(&program, "isredact scan --profile anonymise plan.txt");
    assert_status(&program, 0);
    assert_null(strstr(program.out, "Okafor"));
    program_run(&program, "isredact scan --show plan.txt");
    assert_non_null(strstr(program.out, "Ada Okafor"));
    assert_untouched(&program);
}

static void verify_holds_a_copy_against_its_manifest(void **state)
{
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    program_run(&program, "isredact -p anonymise plan.txt && isredact verify plan.redacted.txt");
    assert_status(&program, 0);
    assert_non_null(strstr(program.out, "byte for byte"));
    program_run(&program, "mv plan.redacted.manifest.json m; isredact verify plan.redacted.txt");
    assert_status(&program, 5);
    program_run(&program, "isredact verify --manifest m plan.redacted.txt");
    assert_status(&program, 0);
    program_run(&program, "echo >>plan.redacted.txt; isredact verify -m m plan.redacted.txt");
    assert_status(&program, 4);
    assert_says(&program, "not the copy");
    program_run(&program, "echo '[]' >m; isredact verify -m m plan.redacted.txt");
    assert_status(&program, 3);
}

/* Puts @text into the copy and makes the manifest say that this is the copy. */
static void plant(Program *program, const char *text)
{
    g_autofree char *line = g_strdup_printf("old=$(sha256sum <plan.redacted.txt | cut -c1-64); "
                                            "printf '%%s\\n' '%s' >>plan.redacted.txt;"
                                            "new=$(sha256sum <plan.redacted.txt | cut -c1-64);"
                                            "sed -i s/$old/$new/ plan.redacted.manifest.json",
                                            text);

    assert_int_equal(program_run(program, line), 0);
}

static void verify_finds_what_was_removed_by_its_commitment(void **state)
{
    static const char *const planted[] = {"seen with Jane Okafor", "no. 9990000018",
                                          "to ADA today"};
    g_auto(Program) program = {0};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(planted); i++) {
        start(&program);
        program_run(&program, "isredact key new k 2>&1 && isredact key new other 2>&1 &&"
                              "isredact --key k -p anonymise plan.txt &&"
                              "isredact verify --key k plan.redacted.txt");
        assert_status(&program, 0);
        program_run(&program, "isredact verify --key other plan.redacted.txt");
        assert_status(&program, 2);
        plant(&program, planted[i]);
        program_run(&program, "isredact verify --key k plan.redacted.txt");
        assert_status(&program, 4);
        assert_null(strstr(program.err, "Okafor"));
        program_clear(&program);
    }
    program_init(&program);
}

static void verify_without_a_key_looks_anew(void **state)
{
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    program_run(&program, "isredact -p anonymise plan.txt");
    plant(&program, "Mother: Jane Smithson");
    program_run(&program, "isredact verify plan.redacted.txt");
    assert_status(&program, 4);
    assert_null(strstr(program.err, "Smithson"));
}

static void every_command_explains_itself(void **state)
{
    static const char *const commands[] = {"redact",   "scan",     "verify",
                                           "patterns", "profiles", "key"};
    g_auto(Program) program = {0};

    (void)state;
    program_init(&program);
    program_run(&program, "isredact help");
    assert_status(&program, 0);
    for (guint i = 0; i < G_N_ELEMENTS(commands); i++) {
        g_autofree char *help = g_strdup_printf("isredact %s --help", commands[i]);
        g_autofree char *named = g_strdup_printf("isredact help %s", commands[i]);
        g_autofree char *first = NULL;

        program_run(&program, help);
        assert_status(&program, 0);
        assert_ptr_equal(strstr(program.out, "Usage: isredact"), program.out);
        first = g_strdup(program.out);
        program_run(&program, named);
        assert_string_equal(program.out, first);
    }
    program_run(&program, "isredact --version");
    assert_status(&program, 0);
    assert_ptr_equal(strstr(program.out, "isredact " ISREDACT_VERSION "\n"), program.out);
    assert_non_null(strstr(program.out, "contained"));
    program_run(&program, "isredact --version >/dev/full");
    assert_status(&program, 5);
}

static void no_text_of_the_document_is_said_when_it_fails(void **state)
{
    static const char *const failing[] = {
        "isredact -p anonymise -o no/where.txt plan.txt",
        "isredact -p anonymise -m no/where.json plan.txt",
        "isredact -p anonymise -o - plan.txt >/dev/full",
        "chmod a-w .; isredact -p anonymise plan.txt; s=$?; chmod u+w .; exit $s",
        "isredact scan plan.txt >/dev/full",
        "printf 'Okafor\\000\\001\\002' >b; isredact -p anonymise b; s=$?; rm -f b b.*; exit $s",
    };
    g_auto(Program) program = {0};

    (void)state;
    start(&program);
    for (guint i = 0; i < G_N_ELEMENTS(failing); i++) {
        program_run(&program, failing[i]);
        assert_null(strstr(program.err, "Okafor"));
        assert_null(strstr(program.out, "Okafor"));
        if (i < 3 || i == 4)
            assert_true(program.status > 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_copy_and_its_manifest_stand_beside_the_document),
        cmocka_unit_test(what_is_missing_on_the_command_line_is_told),
        cmocka_unit_test(how_pages_are_read_can_be_chosen),
        cmocka_unit_test(a_password_comes_from_a_private_file_alone),
        cmocka_unit_test(what_cannot_be_read_is_refused),
        cmocka_unit_test(what_exists_is_left_as_it_is_without_force),
        cmocka_unit_test(a_manifest_that_exists_stops_the_copy_too),
        cmocka_unit_test(a_copy_never_takes_the_documents_place),
        cmocka_unit_test(places_can_be_chosen),
        cmocka_unit_test(a_copy_is_called_after_what_it_is),
        cmocka_unit_test(a_value_may_begin_like_an_option),
        cmocka_unit_test(a_pipe_gives_the_copy_on_standard_output),
        cmocka_unit_test(a_package_does_not_go_to_standard_output),
        cmocka_unit_test(identifiers_leave_the_file_name_too),
        cmocka_unit_test(each_file_is_on_its_own_and_the_worst_status_counts),
        cmocka_unit_test(two_files_never_share_a_copy),
        cmocka_unit_test(anothers_manifest_is_not_replaced),
        cmocka_unit_test(an_unsafe_recipient_is_warned_about),
        cmocka_unit_test(colour_is_for_terminals),
        cmocka_unit_test(scan_says_who_is_who_and_why),
        cmocka_unit_test(scan_writes_nothing_and_shows_text_only_when_asked),
        cmocka_unit_test(verify_holds_a_copy_against_its_manifest),
        cmocka_unit_test(verify_finds_what_was_removed_by_its_commitment),
        cmocka_unit_test(verify_without_a_key_looks_anew),
        cmocka_unit_test(every_command_explains_itself),
        cmocka_unit_test(no_text_of_the_document_is_said_when_it_fails),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
