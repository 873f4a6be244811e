/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every sentence with which a document is refused, and every message of a library about one, with a
 * secret where it would be quoted: it comes out nowhere.
 *
 * silence/make_refused.py has a document for each sentence of kind.c, charset_survey.c, package.c,
 * xmlread.c, docx*.c, odt.c and pdf_open.c that takes few bytes, make_speaking.py for messages of
 * libxml2 and poppler (the others quote nothing of a document). What passes a limit is in
 * test_hostile, which searches in the same way; what fails in writing in test_faults. Not made:
 * refusals of what isredact itself wrote (pdf_grammar.c, pdf_unpack.c, pdf_prove.c, page_paint.c),
 * which say the part, the page and the category, and those of patterns, profiles, keys and command
 * lines, which are the user's own and quote them. */
#include "isr_aftermath.h"

static char *folder; /* with all documents, made once */

static int make(const char *script)
{
    g_autofree char *line = g_strdup_printf("python3 '%s/tests/silence/%s.py' '%s'",
                                            g_getenv("ISREDACT_ROOT"), script, folder);

    return system(line);
}

static int make_documents(void **state)
{
    (void)state;
    folder = g_dir_make_tmp("isredact-silence-XXXXXX", NULL);
    return make("make_refused") + make("make_speaking");
}

static int remove_documents(void **state)
{
    g_autofree char *line = g_strdup_printf("rm -rf '%s'", folder);

    (void)state;
    g_free(folder);
    return system(line);
}

/* The names in the folder that end in @end, without it; free with g_strfreev(). */
static GStrv names_with(const char *end)
{
    const Program place = {.folder = folder};
    g_autofree char *list = program_list(&place, ".");
    g_auto(GStrv) each = g_strsplit(list, "|", -1);
    GPtrArray *names = g_ptr_array_new();

    for (char **name = each; *name; name++) {
        if (g_str_has_suffix(*name, end))
            g_ptr_array_add(names, g_strndup(*name, strlen(*name) - strlen(end)));
    }
    g_ptr_array_add(names, NULL);
    return (GStrv)g_ptr_array_free(names, FALSE);
}

/* In nothing that was said, in no file below the program's folder, in bytes or as UTF-16 or
 * unpacked, and in no name; a name that may be UTF-16 is looked for with its NULs. */
static void assert_kept(Program *program, const char *name)
{
    g_auto(GStrv) files = NULL;

    if (strstr(program->out, FAULTS_SECRET) || strstr(program->err, FAULTS_SECRET))
        fail_msg("%s: its text is said: %s%s", name, program->out, program->err);
    program_run(program, "{ grep -rlai " FAULTS_SECRET " .; grep -rlaP 'Q\\x00u\\x00e\\x00n' .; "
                         "find . -iname '*" FAULTS_SECRET "*'; }");
    if (*program->out)
        fail_msg("%s: its text is in %s", name, program->out);
    program_run(program, "find . -type f -name '*redacted.*'");
    files = g_strsplit(g_strchomp(program->out), "\n", -1);
    for (char **file = files; *file && **file; file++) {
        g_autofree char *path = program_path(program, *file);

        if (faults_tells(path))
            fail_msg("%s: its text is in what %s packs", name, *file);
    }
}

static void assert_one_sentence(const Program *program, const char *name)
{
    g_autofree char *path = g_strconcat(folder, "/", name, ".says", NULL), *says = NULL;

    if (program->status <= 1)
        return;
    if (!faults_is_sentence(program->err))
        fail_msg("%s: no sentence: %s", name, program->err);
    if (g_file_get_contents(path, &says, NULL, NULL) && !g_str_equal(says, "any") &&
        !strstr(program->err, says))
        fail_msg("%s: not refused with \"%s\": %s", name, says, program->err);
}

static void assert_refused(const Program *program, const char *name)
{
    g_autofree char *path = g_strconcat(folder, "/", name, ".says", NULL), *says = NULL;

    if (g_file_get_contents(path, &says, NULL, NULL) && !g_str_equal(says, "any") &&
        program->status != 3)
        fail_msg("%s: ended with %d", name, program->status);
}

/* Runs @command on each document of @names in a folder of its own, with a place for temporary files
 * below it. */
static void try_each(const char *command, const char *end)
{
    g_auto(GStrv) names = names_with(end);

    assert_true(g_strv_length(names) >= 10);
    for (char **name = names; *name; name++) {
        g_auto(Program) program = {0};
        g_autofree char *line = g_strdup_printf("%s '%s/%s'", command, folder, *name);

        program_init(&program);
        program_run(&program, "mkdir out tmp");
        program_shell(&program, "TMPDIR=tmp", line);
        assert_true(program.status <= 1 || program.status == 3);
        assert_refused(&program, *name);
        assert_one_sentence(&program, *name);
        assert_kept(&program, *name);
        g_autofree char *temporary = program_list(&program, "tmp");
        assert_string_equal(temporary, "");
    }
}

static void no_refusal_quotes_the_document(void **state)
{
    (void)state;
    try_each("isredact -p anonymise -d out", ".says");
    try_each("isredact scan", ".says");
}

static void it_is_spoken_by_libraries(void **state)
{
    g_auto(GStrv) names = names_with(".speaks");
    g_auto(Program) program = {0};

    (void)state;
    program_init(&program);
    program_run(&program, "command -v xmllint pdftotext pdftoppm unzip");
    if (program.status != 0)
        skip(); /* the tools by which they can be heard */
    for (char **name = names; *name; name++) {
        g_autofree char *line = g_strdup_printf("sh '%s/%s.speaks' >/dev/null", folder, *name);

        program_run(&program, line);
        if (!strstr(program.err, FAULTS_SECRET))
            fail_msg("%s: nothing is quoted: %s", *name, program.err);
    }
}

static void no_message_of_a_library_comes_out(void **state)
{
    (void)state;
    try_each("isredact -p anonymise -d out", ".speaks");
    try_each("G_MESSAGES_DEBUG=all isredact -p anonymise -d out", ".speaks");
    try_each("isredact scan", ".speaks");
    try_each("isredact -p anonymise --ocr always -d out", ".speaks");
}

static void a_batch_of_them_all_keeps_their_text(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *line = g_strdup_printf("isredact batch -p anonymise -o out -j 2 '%s'", folder);

    (void)state;
    program_init(&program);
    program_run(&program, "mkdir tmp");
    program_shell(&program, "TMPDIR=tmp", line);
    assert_status(&program, 3);
    assert_kept(&program, "the batch");
    g_autofree char *temporary = program_list(&program, "tmp");
    assert_string_equal(temporary, "");
}

/* A copy in which the secret stands, and a manifest that calls it the copy that was written. */
static void forge(Program *program, const char *options)
{
    g_autofree char *line = g_strdup_printf(
        "isredact key new key; isredact %s -d out plan.txt;"
        "cd out; old=$(sha256sum plan.redacted.txt | cut -c1-64);"
        "echo 'NHS number: 999 000 0018, Child: Ada " FAULTS_SECRET "' >>plan.redacted.txt;"
        "new=$(sha256sum plan.redacted.txt | cut -c1-64); size=$(wc -c <plan.redacted.txt);"
        "sed -i \"s/$old/$new/; /\\\"copy\\\" : {/,/}/s/\\\"size\\\" : [0-9]*/\\\"size\\\" : "
        "$size/\" "
        "plan.redacted.manifest.json",
        options);

    program_init(program);
    program_write(program, "plan.txt",
                  "Child's name: Ada " FAULTS_SECRET "\nNHS number: 999 000 0018\n");
    program_run(program, "mkdir out");
    program_run(program, line);
}

static void a_copy_that_leaks_is_refused_without_its_words(void **state)
{
    g_auto(Program) plain = {0}, keyed = {0};

    (void)state;
    forge(&plain, "-p anonymise");
    program_run(&plain, "isredact verify out/plan.redacted.txt");
    assert_status(&plain, 4);
    assert_true(faults_is_sentence(plain.err));
    assert_null(strstr(plain.err, FAULTS_SECRET));
    assert_null(strstr(plain.out, FAULTS_SECRET));
    assert_null(strstr(plain.err, "999 000"));
    forge(&keyed, "-p audit -k key");
    program_run(&keyed, "isredact verify -k key out/plan.redacted.txt");
    assert_status(&keyed, 4);
    assert_null(strstr(keyed.err, FAULTS_SECRET));
    assert_null(strstr(keyed.out, FAULTS_SECRET));
}

/* A manifest may have been made by anybody. */
static void a_manifest_that_is_none_is_not_quoted(void **state)
{
    static const char *const texts[] = {
        FAULTS_SECRET,
        "{\"" FAULTS_SECRET "\" : ",
        "{\"manifest\" : \"" FAULTS_SECRET "\"}",
        "{\"manifest\" : 1, \"profile\" : {\"id\" : \"../" FAULTS_SECRET "\"}}",
        "{\"manifest\" : 1, \"source\" : " FAULTS_SECRET "}",
    };
    g_auto(Program) program = {0};

    (void)state;
    program_init(&program);
    program_write(&program, "copy.txt", "Child's name: [NAME]\n");
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        program_write(&program, "manifest", texts[i]);
        program_run(&program, "isredact verify copy.txt -m manifest");
        if (program.status < 2 || program.status > 7 || strstr(program.err, FAULTS_SECRET) ||
            strstr(program.out, FAULTS_SECRET))
            fail_msg("%s: status %d: %s%s", texts[i], program.status, program.out, program.err);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_refusal_quotes_the_document),
        cmocka_unit_test(it_is_spoken_by_libraries),
        cmocka_unit_test(no_message_of_a_library_comes_out),
        cmocka_unit_test(a_batch_of_them_all_keeps_their_text),
        cmocka_unit_test(a_copy_that_leaks_is_refused_without_its_words),
        cmocka_unit_test(a_manifest_that_is_none_is_not_quoted),
    };

    return cmocka_run_group_tests(tests, make_documents, remove_documents);
}
