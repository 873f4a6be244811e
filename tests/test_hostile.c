/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Documents made to stall the program, to blow it up or to lead it outside (hostile/), those of
 * the file that the argument names ("pdf"): each is refused with a sentence or has a copy that was
 * verified, within bounds of time and memory, and the secret that stands in each of them comes out
 * nowhere.
 *
 * Each limit of limits.h, and what shows it (here: the name of a document, else a test):
 *
 *   MEMBERS                thousands-of-members.docx
 *   MEMBER_BYTES           unused-member-inflates-without-end.docx
 *   PACKAGE_BYTES          overlapping.docx, quoted-headers.docx, overlapping.odt
 *   RATIO, RATIO_FREE      test_package: what_unpacks_too_far_is_refused_past_the_first_megabyte
 *   XML_DEPTH              nested-elements.docx
 *   ATTRIBUTE_BYTES        attribute-of-megabytes.docx, attribute-of-megabytes.odt
 *   MARKUP_BYTES           long-attribute.docx, attribute-without-end.docx,
 *                          comment-without-end.docx, long-element-name.docx
 *   ATTRIBUTES             many-attributes.docx, many-namespaces.docx
 *   BLOCK_BYTES            endless-paragraph.docx, word-without-end.txt
 *   BLOCK_TOKENS           endless-runs.docx
 *   TABLE_CELLS            test_counts
 *   REGEX_MATCH            test_rule: a_search_that_takes_too_long_is_refused
 *   PEOPLE                 names-without-end.txt
 *   PERSON_TOKENS          test_identity_tokens: no_more_is_read_than_a_document_can_tell
 *   INPUT_BYTES            larger-than-is-read.txt
 *   TEXT_BYTES             line-of-words.txt
 *   PIPE_BYTES             a_pipe_without_end_is_refused
 *   PDF_BYTES              larger-than-is-read.pdf
 *   PAGE_GLYPHS            more-glyphs-than-are-read.pdf
 *   PAGES                  more-pages-than-are-read.pdf
 *   PAGE_LEVELS            tree-of-pages.pdf
 *   PAGE_POINTS, _PIXELS   huge-page.pdf
 *   PICTURE_PIXELS         picture-of-billions.pdf
 *   STREAM_BYTES           content-inflates-without-end.pdf, filters-in-filters.pdf
 *   STREAMS_BYTES          streams-without-end.pdf
 *   SAVED_STATES           states-without-end.pdf
 *   FORMS                  forms-in-forms.pdf, test_pdf_streams
 *   FUNCTION_BYTES         program-for-each-dot.pdf, test_pdf_streams
 *   MISSING_OBJECTS        objects-that-are-not-there.pdf
 *   PAGE_PAINTS            form-drawn-without-end.pdf, letters-of-letters.pdf, test_pdf_effort
 *   PAGE_SHEETS            groups-without-end.pdf, test_pdf_effort
 *   PAGE_LETTERS           content-again-and-again.pdf, test_pdf_effort
 *   PAGE_FONTS,            test_pdf_effort
 *   DRAWN_PIXELS
 *   PAGE_CONTENT           test_pdf_effort
 *   CONTENT                one-content-of-all-pages.pdf
 *   PAGE_SECONDS           curves-that-cross.pdf, tiles-without-end.pdf, test_patience
 *   OPEN_BYTES, _PAGES     objects-inflate-without-end.pdf
 *   PAGE_SIDE              test_page_writer: a_page_too_large_is_refused
 *   DPI_LEAST, DPI_MOST    test_cli: how_pages_are_read_can_be_chosen
 *   OCR_PIXELS, _SIDE      test_ocr: too_many_pixels_are_refused
 *   WORKER_BYTES, _DATA,   test_sandbox: memory_has_an_end, no_file_grows_without_end,
 *   COPY_BYTES,            time_has_an_end (which gives a second)
 *   DOCUMENT_SECONDS
 *   ANSWER_BYTES           test_crew: what_breaks_down_costs_its_own_piece
 *   CONCERNS               test_concerns: no_more_come_in_than_are_read
 *   FINDINGS               test_pipeline: a_document_of_too_many_findings_is_refused
 *   REGEX_DEPTH, _HEAP_KIB test_rule: searches_that_go_too_deep_or_take_too_much_are_refused
 *   OCR_SECONDS            test_ocr: a_picture_that_takes_too_long_is_refused */
#include "isr_program.h"

#include "../src/sanitizer.h"

#include <sys/resource.h>
#include <unistd.h>

#define SECRET "Quenneville"
/* What one document may take: bounds against a bomb, with room for a machine that has much else
 * to do. Time is that of the processor; sanitizers and the fuzzer's counters take a share of their
 * own, so that their bound only tells what would not end. */
#define MOST_SECONDS (ISR_SANITIZED ? 60 : 10)
#define MOST_KIB (1024 * 1024)

static char *hostile;    /* the folder with the documents, made once for all tests */
static const char *kind; /* which of them: docx, odt, pdf, page, text */

static char *list(const char *folder)
{
    const Program program = {.folder = (char *)folder};

    return program_list(&program, ".");
}

/* Those called bare are for a build without a sanitizer, which reports the end of the stack itself
 * and lifts the limits of memory. */
static int make_documents(void **state)
{
    g_autofree char *line = NULL;

    (void)state;
    hostile = g_dir_make_tmp("isredact-hostile-XXXXXX", NULL);
    line = g_strdup_printf(
        "python3 '%s/tests/hostile/make_hostile.py' '%s' %s && %s '%s'/bad-bare-*",
        g_getenv("ISREDACT_ROOT"), hostile, kind, ISR_SANITIZED ? "rm -f" : ":", hostile);
    return system(line);
}

static int remove_documents(void **state)
{
    g_autofree char *line = g_strdup_printf("rm -rf '%s'", hostile);

    (void)state;
    g_free(hostile);
    return system(line);
}

static double seconds_of(const struct rusage *usage)
{
    return (double)(usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) +
           (double)(usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1e6;
}

/* Runs @line and holds it against the bounds, @name for the message. The most memory of all
 * processes so far is what the system tells, so the first that passes it is named. */
static void run_within_bounds(Program *program, const char *line, const char *name, double most)
{
    struct rusage before, after;

    getrusage(RUSAGE_CHILDREN, &before);
    program_run(program, line);
    getrusage(RUSAGE_CHILDREN, &after);
    if (seconds_of(&after) - seconds_of(&before) > most)
        fail_msg("%s took %.1f seconds", name, seconds_of(&after) - seconds_of(&before));
    if (!ISR_SANITIZED && after.ru_maxrss > MOST_KIB)
        fail_msg("%s took %ld KiB", name, after.ru_maxrss);
}

/* The secret in no file below the program's folder, and in nothing that it said. */
static void assert_kept(Program *program, const char *name)
{
    if (strstr(program->out, SECRET) || strstr(program->err, SECRET))
        fail_msg("%s: its text is said", name);
    program_run(program, "grep -rlai " SECRET " . --exclude-dir=in");
    if (*program->out)
        fail_msg("%s: its text is in %s", name, program->out);
    program_run(program, "find . -iname '*" SECRET "*'");
    if (*program->out)
        fail_msg("%s: its text is in a name", name);
}

/* One sentence that names the document and says something. */
static void assert_sentence(const Program *program, const char *name)
{
    g_auto(GStrv) lines = g_strsplit(g_strchomp(program->err), "\n", -1);
    const char *last = lines[0] ? lines[g_strv_length(lines) - 1] : "";

    if (!strstr(last, name) || strlen(last) < strlen(name) + 40)
        fail_msg("%s: no clear sentence: %s", name, program->err);
}

static void assert_refused_or_verified(Program *program, const char *name)
{
    g_autofree char *left = program_list(program, "out");

    if (program->status == 3) {
        assert_sentence(program, name);
        if (*left)
            fail_msg("%s: left %s", name, left);
    } else if (program->status > 1 || g_str_has_prefix(name, "bad-")) {
        fail_msg("%s: status %d: %s", name, program->status, program->err);
    }
}

/* Size and time of change: the documents are read-only besides. */
static char *state_of(const char *name)
{
    g_autofree char *path = g_build_filename(hostile, name, NULL);
    GStatBuf info;

    assert_int_equal(g_stat(path, &info), 0);
    return g_strdup_printf("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld %lu",
                           (gint64)info.st_size, (gint64)info.st_mtim.tv_sec, info.st_mtim.tv_nsec,
                           (gulong)info.st_ino);
}

static void try_each(const char *command, gboolean writes)
{
    g_autofree char *names = list(hostile);
    g_auto(GStrv) each = g_strsplit(names, "|", -1);

    assert_true(g_strv_length(each) >= 10); /* of each kind */
    for (char **name = each; *name; name++) {
        g_auto(Program) program = {0};
        g_autofree char *before = state_of(*name), *after = NULL;
        g_autofree char *line = g_strdup_printf("%s '%s/%s'", command, hostile, *name);

        program_init(&program);
        program_run(&program, "mkdir out");
        run_within_bounds(&program, line, *name, MOST_SECONDS);
        assert_refused_or_verified(&program, *name);
        assert_true(writes || program.status == 3 || program.status <= 1);
        assert_kept(&program, *name);
        after = state_of(*name);
        assert_string_equal(before, after);
    }
}

static void redact_refuses_each_or_verifies_its_copy(void **state)
{
    g_autofree char *names = list(hostile), *after = NULL;

    (void)state;
    try_each("isredact -p anonymise -d out", TRUE);
    after = list(hostile);
    assert_string_equal(names, after);
}

static void another_profile_refuses_them_too(void **state)
{
    (void)state;
    try_each("isredact -p statistics -d out", TRUE);
}

static void scan_refuses_them_and_shows_nothing(void **state)
{
    (void)state;
    try_each("isredact scan", FALSE);
}

static void a_batch_of_them_all_keeps_their_text(void **state)
{
    g_auto(Program) program = {0};
    g_autofree char *names = list(hostile), *after = NULL;
    g_autofree char *line =
        g_strdup_printf("isredact batch -p anonymise -o out --jobs 2 '%s'", hostile);

    (void)state;
    program_init(&program);
    run_within_bounds(&program, line, "the batch", 12 * MOST_SECONDS);
    assert_status(&program, 3);
    assert_non_null(strstr(program.err, "bad-"));
    assert_kept(&program, "the batch");
    program_run(&program, "find . -name 'bad-*redacted*'");
    assert_string_equal(program.out, "");
    after = list(hostile);
    assert_string_equal(names, after);
}

static void a_pipe_without_end_is_refused(void **state)
{
    g_auto(Program) program = {0};

    (void)state;
    if (!g_str_equal(kind, "text"))
        return; /* whatever kind of document it is, nobody can tell */
    program_init(&program);
    run_within_bounds(&program, "yes 'Ada " SECRET "' | tr '\\n' ' ' | isredact -p anonymise -",
                      "the pipe", MOST_SECONDS);
    assert_status(&program, 3);
    assert_non_null(strstr(program.err, "give it the file instead"));
    assert_string_equal(program.out, "");
    assert_kept(&program, "the pipe");
}

int main(int count, char **arguments)
{
    if (count != 2)
        return 2;
    kind = arguments[1];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(redact_refuses_each_or_verifies_its_copy),
        cmocka_unit_test(another_profile_refuses_them_too),
        cmocka_unit_test(scan_refuses_them_and_shows_nothing),
        cmocka_unit_test(a_batch_of_them_all_keeps_their_text),
        cmocka_unit_test(a_pipe_without_end_is_refused),
    };

    return cmocka_run_group_tests(tests, make_documents, remove_documents);
}
