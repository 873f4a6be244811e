/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Documents from elsewhere, through the program: each gives a valid copy or a clear refusal. The
 * folder is not part of the repository; without it the test is skipped.
 *
 * Usage: test_real KIND PART PARTS: those of one kind (docx, odt, pdf, txt), and of them every
 * PARTS-th, beginning with number PART, counted from 0. */
#include "isr_test.h"

#include "places/faults.h"
#include "places/leaks.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#define SKIPPED 77 /* for meson */

/* Seconds for one document, on a machine that does much else; the slowest, 700 pages, takes 20. */
#define PATIENCE "400"
/* The copy of a PDF is made of pictures. */
#define MOST_GROWTH 3.0

static char *folder;      /* of the documents */
static char *kind;        /* of those that are tried: the folder in it, with a slash */
static guint part, parts; /* of these: every @parts-th, from number @part on */
static char *scratch;
static GArray *growths; /* of double: size of the copy of a PDF to that of the PDF */

/* What the program made of one document. */
typedef struct {
    int status; /* exit status; 124: too slow; over 128: crashed */
    char *said;
    char *copy_path, *manifest_path;
} Outcome;

static void outcome_clear(Outcome *outcome)
{
    g_remove(outcome->copy_path);
    g_remove(outcome->manifest_path);
    g_free(outcome->said);
    g_free(outcome->copy_path);
    g_free(outcome->manifest_path);
}

static Outcome redact(const char *path)
{
    g_autofree char *output = NULL;
    Outcome outcome = {.copy_path = g_build_filename(scratch, "copy", NULL),
                       .manifest_path = g_build_filename(scratch, "manifest.json", NULL)};
    char *argv[] = {(char *)"timeout",
                    (char *)"-k",
                    (char *)"5",
                    (char *)PATIENCE,
                    getenv("ISREDACT_PROGRAM"),
                    (char *)"--profile",
                    (char *)"anonymise",
                    (char *)"-o",
                    outcome.copy_path,
                    (char *)"--manifest",
                    outcome.manifest_path,
                    (char *)path,
                    NULL};
    int status = 0;

    if (!g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &outcome.said,
                      &status, NULL))
        fail_msg("cannot start %s", argv[4]);
    outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return outcome;
}

static GBytes *read_file(const char *path)
{
    char *bytes;
    gsize length;

    return g_file_get_contents(path, &bytes, &length, NULL) ? g_bytes_new_take(bytes, length)
                                                            : NULL;
}

/* How many pages @file has; -1: it is no PDF that opens. */
static int pages_of(GBytes *file)
{
    PopplerDocument *document = poppler_document_new_from_bytes(file, NULL, NULL);
    const int pages = document != NULL ? poppler_document_get_n_pages(document) : -1;

    g_clear_object(&document);
    return pages;
}

static gboolean is_pdf(GBytes *file)
{
    gsize length;
    const char *bytes = g_bytes_get_data(file, &length);

    return memmem(bytes, MIN(length, 1024), "%PDF-", 5) != NULL;
}

static char *judge_pdf(GBytes *source, GBytes *copy)
{
    if (!is_pdf(source))
        return NULL;
    if (pages_of(copy) < 1 || pages_of(copy) != pages_of(source))
        return g_strdup("the copy has not as many pages as the document");
    g_array_append_vals(
        growths, &(double){(double)g_bytes_get_size(copy) / (double)g_bytes_get_size(source)}, 1);
    return NULL;
}

/* A sentence on what is wrong with the copy, or NULL; free with g_free(). */
static char *judge_copy(const char *name, GBytes *source, GBytes *copy)
{
    GPtrArray *(*faults)(GBytes *) = g_str_has_prefix(name, "docx/") ? faults_docx : faults_odt;

    if (g_str_has_prefix(name, "txt/"))
        return NULL;
    if (g_str_has_prefix(name, "pdf/"))
        return judge_pdf(source, copy);
    g_autoptr(GPtrArray) before = faults(source);
    g_autoptr(GPtrArray) after = faults(copy);
    g_autoptr(GPtrArray) fresh = faults_new(after, before);
    return fresh->len > 0 ? g_strdup_printf("the copy has %s", (char *)fresh->pdata[0]) : NULL;
}

static char *judge_written(const char *name, const char *path, const Outcome *outcome)
{
    g_autoptr(GBytes) source = read_file(path);
    g_autoptr(GBytes) copy = read_file(outcome->copy_path);
    g_autoptr(GBytes) manifest = read_file(outcome->manifest_path);

    if (copy == NULL || manifest == NULL)
        return g_strdup_printf("status %d, but no copy or no manifest", outcome->status);
    return judge_copy(name, source, copy);
}

static char *judge_refusal(const Outcome *outcome)
{
    if (outcome->status != 3)
        return g_strdup_printf("status %d: %s", outcome->status, outcome->said);
    if (strlen(outcome->said) < 20)
        return g_strdup("refused without a sentence");
    if (g_file_test(outcome->copy_path, G_FILE_TEST_EXISTS) ||
        g_file_test(outcome->manifest_path, G_FILE_TEST_EXISTS))
        return g_strdup("refused, but something was written");
    return NULL;
}

static char *judge(const char *name, const char *expected, const char *path)
{
    Outcome outcome = redact(path);
    gboolean written = outcome.status == 0 || outcome.status == 1;
    char *complaint = NULL;

    if (outcome.status == 124 || outcome.status == 137)
        complaint = g_strdup("too slow");
    else if (outcome.status > 127)
        complaint = g_strdup_printf("crashed with status %d", outcome.status);
    else if (written && g_str_has_prefix(expected, "refuse"))
        complaint = g_strdup("a copy was written of what nobody can read");
    else if (!written && strcmp(expected, "ok") == 0)
        complaint = g_strdup_printf("refused: %s", g_strstrip(outcome.said));
    else
        complaint = written ? judge_written(name, path, &outcome) : judge_refusal(&outcome);
    outcome_clear(&outcome);
    return complaint;
}

/* What is no PDF but called so is read as what it is. */
static const char *expected_of_pdf(const char *path, const char *expected)
{
    g_autoptr(GBytes) file = read_file(path);

    return is_pdf(file) ? expected : "either";
}

/* Columns of the index: file, source, licence, features, expected, ... */
static gboolean judge_line(const char *line)
{
    g_auto(GStrv) columns = g_strsplit(line, "\t", 6);

    assert_true(g_strv_length(columns) > 4);
    g_autofree char *path = g_build_filename(folder, columns[0], NULL);
    const char *expected =
        g_str_has_prefix(columns[0], "pdf/") ? expected_of_pdf(path, columns[4]) : columns[4];
    g_autofree char *complaint = judge(columns[0], expected, path);

    if (complaint != NULL)
        print_error("%s: %s\n", columns[0], complaint);
    return complaint == NULL;
}

static void every_document_gives_a_valid_copy_or_a_clear_refusal(void **state)
{
    (void)state;
    g_autofree char *index = g_build_filename(folder, "INDEX.tsv", NULL);
    g_autofree char *text = NULL;
    guint n = 0, wrong = 0;

    assert_true(g_file_get_contents(index, &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++)
        if (g_str_has_prefix(*line, kind) && n++ % parts == part)
            wrong += !judge_line(*line);
    assert_true(n >= parts);
    assert_int_equal(wrong, 0);
}

static gint compare_doubles(gconstpointer a, gconstpointer b)
{
    const double one = *(const double *)a, other = *(const double *)b;

    return one < other ? -1 : one > other;
}

static void copies_of_pdfs_are_of_bearable_size(void **state)
{
    (void)state;
    if (strcmp(kind, "pdf/") != 0)
        skip();
    assert_true(growths->len > 0);
    g_array_sort(growths, compare_doubles);
    const double median = g_array_index(growths, double, growths->len / 2);

    print_message("copies of PDFs have %.2f times the size of their source (median)\n", median);
    assert_true(median <= MOST_GROWTH);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_document_gives_a_valid_copy_or_a_clear_refusal),
        cmocka_unit_test(copies_of_pdfs_are_of_bearable_size),
    };

    folder = real_folder(NULL);
    if (!folder) {
        g_print("skipped: there are no documents from elsewhere beside this checkout\n");
        return SKIPPED;
    }
    g_assert_cmpint(argc, ==, 4);
    kind = g_strconcat(argv[1], "/", NULL);
    part = (guint)strtoul(argv[2], NULL, 10);
    parts = (guint)strtoul(argv[3], NULL, 10);
    scratch = g_dir_make_tmp("isredact-real-XXXXXX", NULL);
    growths = g_array_new(FALSE, FALSE, sizeof(double));
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    g_array_unref(growths);
    g_rmdir(scratch);
    return failed;
}
