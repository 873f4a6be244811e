/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Word lists: what is in them is found whatever its case and accents. */
#include "isr_test.h"

#include <isredact/error.h>
#include <isredact/lists.h>

#include <glib/gstdio.h>
#include <string.h>

static char *folder;

static void write_list(const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);

    assert_true(g_file_set_contents(path, text, -1, NULL));
}

static int make_folder(void **state)
{
    (void)state;
    folder = g_dir_make_tmp("isredact-lists-XXXXXX", NULL);
    return folder ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    GDir *dir = g_dir_open(folder, 0, NULL);
    const char *name;

    while (dir && (name = g_dir_read_name(dir))) {
        g_autofree char *path = g_build_filename(folder, name, NULL);

        g_unlink(path);
    }
    g_dir_close(dir);
    g_rmdir(folder);
    g_free(folder);
    return 0;
}

static gboolean has(const char *text, const char *entry)
{
    g_autoptr(GError) error = NULL;

    write_list("words.txt", text);
    g_autoptr(IsrLists) lists = isr_lists_load(folder, &error);

    assert_no_error(error);
    return isr_lists_has(lists, "words", entry, -1);
}

static void entries_are_found_whatever_case_and_accents(void **state)
{
    (void)state;
    const char *text = "# given names\n\nJosé\n  Siân  # Welsh\r\nO'Neill\nvan der Berg\nŁukasz\n";

    assert_true(has(text, "josé"));
    assert_true(has(text, "JOSE"));
    assert_true(has(text, "Jos\xC3\xA9"));
    assert_true(has(text, "sian"));
    assert_true(has(text, "O\xE2\x80\x99Neill"));
    assert_true(has(text, "Van der Berg"));
    assert_true(has(text, "lukasz"));
}

static void what_is_not_in_a_list_is_not_found(void **state)
{
    (void)state;
    assert_false(has("Jose\n# Ann\n", "Ann"));
    assert_false(has("Jose\n# Ann\n", "Jos"));
    assert_false(has("Jose\n# Ann\n", ""));
    assert_false(has("van der Berg\n", "vanderberg"));
}

static void only_the_given_bytes_are_compared(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;

    write_list("words.txt", "ann\n");
    g_autoptr(IsrLists) lists = isr_lists_load(folder, &error);

    assert_true(isr_lists_has(lists, "words", "Anna", 3));
    assert_false(isr_lists_has(lists, "words", "Anna", 4));
}

static void a_list_that_is_not_there_holds_nothing(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrLists) lists = isr_lists_load(folder, &error);

    assert_no_error(error);
    assert_false(isr_lists_has(lists, "not-there", "ann", -1));
}

static void a_folder_that_is_not_there_is_refused(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;

    assert_null(isr_lists_load("/nowhere/at/all", &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
}

static void a_list_that_is_not_utf8_is_named(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;

    write_list("broken.txt", "Jos\xE9\n");
    assert_null(isr_lists_load(folder, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
    assert_non_null(strstr(error->message, "broken.txt"));
    write_list("broken.txt", "");
}

/* Compiles the folder to its lists.bin. */
static void compile(void)
{
    g_autoptr(GBytes) bytes = isr_lists_compile(folder, NULL);
    g_autofree char *path = g_build_filename(folder, "lists.bin", NULL);
    gsize length;
    const char *data = g_bytes_get_data(bytes, &length);

    assert_true(g_file_set_contents(path, data, (gssize)length, NULL));
}

static IsrLists *load(void)
{
    g_autoptr(GError) error = NULL;
    IsrLists *lists = isr_lists_load(folder, &error);

    assert_no_error(error);
    return lists;
}

static void an_entry_has_its_level(void **state)
{
    (void)state;
    write_list("words.txt", "will\t9\nash \t3 # a tree\nplain\nbad\t0\nroom\t12\n");
    write_list("titles.txt", "will\t4\n");
    g_autoptr(IsrLists) lists = load();

    assert_int_equal(isr_lists_level(lists, "words", "Will", -1), 9);
    assert_int_equal(isr_lists_level(lists, "words", "ash", -1), 3);
    assert_int_equal(isr_lists_level(lists, "words", "plain", -1), 1);
    assert_int_equal(isr_lists_level(lists, "titles", "will", -1), 1);
    assert_int_equal(isr_lists_level(lists, "words", "other", -1), 0);
    assert_int_equal(isr_lists_level(lists, "no-such-list", "will", -1), 0);
    write_list("titles.txt", "");
}

static void one_look_up_tells_of_all_lists(void **state)
{
    (void)state;
    IsrListLevels levels;

    write_list("words.txt", "grace\t6\n");
    write_list("forenames.txt", "Grace\t8\nSiân\t5\n");
    write_list("things-of-our-own.txt", "grace\n");
    g_autoptr(IsrLists) lists = load();
    guint own = isr_lists_id(lists, "things-of-our-own");

    assert_true(own >= ISR_N_KNOWN_LISTS && own < ISR_MOST_LISTS);
    assert_true(
        isr_lists_find(lists, "GRACE", 5, &levels) ==
        (ISR_LIST_BIT(ISR_LIST_WORDS) | ISR_LIST_BIT(ISR_LIST_FORENAMES) | ISR_LIST_BIT(own)));
    assert_int_equal(ISR_LIST_LEVEL(levels, ISR_LIST_WORDS), 6);
    assert_int_equal(ISR_LIST_LEVEL(levels, ISR_LIST_FORENAMES), 8);
    assert_true(isr_lists_find(lists, "sian", -1, &levels) == ISR_LIST_BIT(ISR_LIST_FORENAMES));
    assert_true(isr_lists_find(lists, "graces", -1, &levels) == 0);
    assert_int_equal(levels, 0);
    write_list("things-of-our-own.txt", "");
    write_list("forenames.txt", "");
}

static void the_compiled_file_is_mapped_and_says_the_same(void **state)
{
    (void)state;
    write_list("words.txt", "ann\t3\nbob\t4\nJosé\t5\n");
    compile();
    g_autoptr(IsrLists) lists = load();

    assert_true(isr_lists_is_mapped(lists));
    assert_int_equal(isr_lists_level(lists, "words", "jose", -1), 5);
    assert_false(isr_lists_has(lists, "words", "carl", -1));
}

static void edited_text_counts_and_not_the_compiled_file(void **state)
{
    (void)state;
    write_list("words.txt", "ann\nbob\n");
    compile();
    write_list("words.txt", "ann\nbib\n"); /* as long as before */
    g_autoptr(IsrLists) lists = load();

    assert_false(isr_lists_is_mapped(lists));
    assert_true(isr_lists_has(lists, "words", "bib", -1));
    assert_false(isr_lists_has(lists, "words", "bob", -1));

    compile();
    write_list("more.txt", "carl\n");
    g_autoptr(IsrLists) more = load();
    g_autofree char *path = g_build_filename(folder, "more.txt", NULL);

    assert_false(isr_lists_is_mapped(more));
    assert_true(isr_lists_has(more, "more", "carl", -1));
    g_unlink(path);
}

/* Every byte matters: whichever is changed, the file is not believed. */
static void a_damaged_file_is_not_believed(void **state)
{
    (void)state;
    g_autofree char *path = g_build_filename(folder, "lists.bin", NULL), *whole = NULL;
    gsize length;

    write_list("words.txt", "ann\nbob\n");
    compile();
    assert_true(g_file_get_contents(path, &whole, &length, NULL));
    for (gsize at = 0; at <= length; at += at < 48 ? 5 : 331) {
        g_autofree char *damaged = g_memdup2(whole, length);

        if (at < length)
            damaged[at] = (char)(damaged[at] ^ 0x20);
        assert_true(
            g_file_set_contents(path, damaged, (gssize)(at < length ? length : length - 1), NULL));
        g_autoptr(IsrLists) lists = load();

        assert_false(isr_lists_is_mapped(lists));
        assert_true(isr_lists_has(lists, "words", "bob", -1));
        assert_false(isr_lists_has(lists, "words", "carl", -1));
    }
}

static void the_digest_is_that_of_the_text(void **state)
{
    (void)state;
    write_list("words.txt", "ann\n");
    g_autoptr(IsrLists) lists = load();
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    guint8 digest[32];
    gsize size = sizeof digest;

    g_checksum_update(sum, (const guchar *)"ann\n", 4);
    g_checksum_get_digest(sum, digest, &size);
    assert_memory_equal(isr_lists_digest(lists, "words.txt"), digest, sizeof digest);
    assert_null(isr_lists_digest(lists, "words"));
    assert_null(isr_lists_digest(lists, "README.md"));
}

/* A list for each that comes with the program, with one entry; those of other tests would be too
 * many beside them. */
static GPtrArray *write_all(void)
{
    static const char *const others[] = {"broken.txt", "things-of-our-own.txt"};
    g_autofree char *from = g_build_filename(g_getenv("ISREDACT_PATTERNS"), "lists", NULL);
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    GDir *dir = g_dir_open(from, 0, NULL);
    const char *name;

    while (dir && (name = g_dir_read_name(dir))) {
        if (g_str_has_suffix(name, ".txt"))
            g_ptr_array_add(files, g_strdup(name));
    }
    g_dir_close(dir);
    for (guint i = 0; i < G_N_ELEMENTS(others); i++) {
        g_autofree char *path = g_build_filename(folder, others[i], NULL);

        g_unlink(path);
    }
    for (guint i = 0; i < files->len; i++)
        write_list(files->pdata[i], "# a comment\nann.example\n");
    return files;
}

/* The lists in the folder are not whole, and @file is named as what is missing. */
static void assert_lacks(const char *file)
{
    g_autoptr(IsrLists) lists = load();
    g_autoptr(GError) error = NULL;

    if (isr_lists_are_whole(lists, &error))
        fail_msg("%s is not missed: does src/lists.c name it?", file);
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
    assert_non_null(strstr(error->message, file));
}

static void each_list_that_is_asked_for_is_missed(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) files = write_all();
    g_autoptr(IsrLists) lists = load();
    g_autoptr(GError) error = NULL;

    assert_true(files->len > 50);
    assert_true(isr_lists_are_whole(lists, &error));
    assert_no_error(error);
    for (guint i = 0; i < files->len; i++) {
        g_autofree char *path = g_build_filename(folder, files->pdata[i], NULL);

        g_unlink(path);
        assert_lacks(files->pdata[i]);
        write_list(files->pdata[i], "# nothing but a comment\n\n");
        assert_lacks(files->pdata[i]);
        write_list(files->pdata[i], "ann.example\n");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_are_found_whatever_case_and_accents),
        cmocka_unit_test(what_is_not_in_a_list_is_not_found),
        cmocka_unit_test(only_the_given_bytes_are_compared),
        cmocka_unit_test(a_list_that_is_not_there_holds_nothing),
        cmocka_unit_test(a_folder_that_is_not_there_is_refused),
        cmocka_unit_test(a_list_that_is_not_utf8_is_named),
        cmocka_unit_test(an_entry_has_its_level),
        cmocka_unit_test(one_look_up_tells_of_all_lists),
        cmocka_unit_test(the_compiled_file_is_mapped_and_says_the_same),
        cmocka_unit_test(edited_text_counts_and_not_the_compiled_file),
        cmocka_unit_test(a_damaged_file_is_not_believed),
        cmocka_unit_test(the_digest_is_that_of_the_text),
        cmocka_unit_test(each_list_that_is_asked_for_is_missed),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
