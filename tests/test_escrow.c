/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is sealed is opened by its passphrase alone, and only where nothing was changed. */
#include "isr_test.h"

#include "../src/batch/escrow.h"

#include <isredact/error.h>

#include <glib/gstdio.h>
#include <string.h>

#define PASSPHRASE "four plain words here"

static IsrKey *some_key(void)
{
    guint8 bytes[ISR_KEY_BYTES] = {1, 2, 3};
    IsrKey *key = isr_key_for_bytes(bytes, NULL);

    assert_non_null(key);
    return key;
}

static IsrEscrow *escrow_for(const char *passphrase, const char *audit)
{
    g_autoptr(IsrKey) key = some_key();
    g_autoptr(GError) error = NULL;
    IsrEscrow *escrow = isr_escrow_new(passphrase, key, audit, &error);

    assert_no_error(error);
    return escrow;
}

/* A key takes a second: these two serve all. */
static IsrEscrow *escrow, *other;

static int set_up(void **state)
{
    (void)state;
    escrow = escrow_for(PASSPHRASE, "");
    other = escrow_for("another", "");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    isr_escrow_free(escrow);
    isr_escrow_free(other);
    return 0;
}

static char *seal(const IsrEscrow *with, const char *code, const char *value)
{
    g_autoptr(IsrCodebook) codebook = isr_codebook_new();
    g_autoptr(GError) error = NULL;
    char *sealed;

    isr_codebook_note(codebook, code, ISR_CATEGORY_NAME, ISR_ROLE_SUBJECT, value);
    sealed = isr_escrow_seal(with, codebook, &error);
    assert_no_error(error);
    return sealed;
}

/* A whole file with @lines, in a folder of its own. */
static char *file_of(const char *lines)
{
    g_autofree char *head = isr_escrow_head(escrow);
    g_autofree char *body = g_strconcat(head, lines, NULL);
    g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, body, -1);
    g_autofree char *text = g_strdup_printf("%send %s\n", body, sum);
    g_autofree char *folder = g_dir_make_tmp("isredact-XXXXXX", NULL);
    char *path = g_build_filename(folder, "escrow", NULL);

    assert_true(g_file_set_contents(path, text, -1, NULL));
    return path;
}

static void forget(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);

    g_unlink(path);
    g_rmdir(folder);
}

static void only_the_passphrase_opens_it(void **state)
{
    g_autofree char *one = seal(escrow, "CHILD-BBBB-CCCC", "Jayden Okafor");
    g_autofree char *two = seal(escrow, "CHILD-BBBB-CCCC", "Jay");
    g_autofree char *lines = g_strconcat(one, "\n", two, "\n", NULL), *path = NULL;
    g_autoptr(IsrCodebook) codebook = isr_codebook_new();
    g_autoptr(GPtrArray) all = NULL;
    g_autoptr(GError) error = NULL;

    (void)state;
    path = file_of(lines);
    assert_true(isr_escrow_check(path, &error));
    assert_true(isr_escrow_open(path, PASSPHRASE, codebook, &error));
    assert_no_error(error);
    all = isr_codebook_lines(codebook);
    assert_int_equal(all->len, 1);
    assert_int_equal(((const IsrCodebookLine *)all->pdata[0])->values->len, 2);
    assert_false(isr_escrow_open(path, "four plain words her", codebook, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_ENCRYPTED));
    forget(path);
}

/* Nor does its length tell how long a name is; the same is never sealed alike. */
static void what_is_sealed_tells_nothing(void **state)
{
    g_autofree char *one = seal(escrow, "CHILD-BBBB-CCCC", "Jay");
    g_autofree char *same = seal(escrow, "CHILD-BBBB-CCCC", "Jay");
    g_autofree char *longer = seal(escrow, "CHILD-BBBB-CCCC", "Jayden Tobechukwu Okafor-Nwachukwu");

    (void)state;
    assert_string_not_equal(one, same);
    assert_int_equal(strlen(one), strlen(longer));
}

static void parts_of_a_batch_have_one_pair(void **state)
{
    g_autoptr(IsrEscrow) part = escrow_for(PASSPHRASE, ""), audit = escrow_for(PASSPHRASE, "2026");

    (void)state;
    assert_string_equal(isr_escrow_id(escrow), isr_escrow_id(part));
    assert_string_not_equal(isr_escrow_id(escrow), isr_escrow_id(other));
    assert_string_not_equal(isr_escrow_id(escrow), isr_escrow_id(audit));
}

static void assert_refused(const char *path, const char *sentence)
{
    g_autoptr(GError) error = NULL;

    assert_false(isr_escrow_check(path, &error));
    assert_int_equal(isr_error_exit(error), ISR_EXIT_INPUT);
    if (!strstr(error->message, sentence))
        fail_msg("\"%s\" is not said in: %s", sentence, error->message);
}

static void what_is_damaged_is_told(void **state)
{
    g_autofree char *sealed = seal(escrow, "CHILD-BBBB-CCCC", "Jay"), *text = NULL;
    g_autofree char *lines = g_strconcat(sealed, "\n", NULL), *path = file_of(lines);
    gsize length;

    (void)state;
    assert_true(g_file_get_contents(path, &text, &length, NULL));
    for (gsize cut = 60; cut < length; cut += 97) {
        assert_true(g_file_set_contents(path, text, (gssize)cut, NULL));
        assert_refused(path, "is cut short or was changed");
    }
    for (gsize at = 60; at < length; at += 89) {
        char was = text[at];

        text[at] = was == 'A' ? 'B' : 'A';
        assert_true(g_file_set_contents(path, text, (gssize)length, NULL));
        assert_refused(path, "is cut short or was changed");
        text[at] = was;
    }
    assert_true(g_file_set_contents(path, "no escrow", -1, NULL));
    assert_refused(path, "is no escrow");
    forget(path);
}

/* Whose digest is right, but which was not sealed for this pair. */
static void what_others_put_in_is_told(void **state)
{
    g_autofree char *foreign = seal(other, "CHILD-BBBB-CCCC", "Jay");
    const char *const lines[] = {foreign, "no base64!"};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
        g_autofree char *line = g_strconcat(lines[i], "\n", NULL), *path = file_of(line);
        g_autoptr(IsrCodebook) codebook = isr_codebook_new();
        g_autoptr(GError) error = NULL;

        assert_false(isr_escrow_open(path, PASSPHRASE, codebook, &error));
        assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_MALFORMED));
        forget(path);
    }
}

static void another_file_is_not_written_over(void **state)
{
    g_autofree char *path = file_of("");
    g_autoptr(GError) error = NULL;

    (void)state;
    assert_true(isr_escrow_may_write(escrow, path, &error));
    assert_false(isr_escrow_may_write(other, path, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_USAGE));
    g_clear_error(&error);
    assert_true(g_file_set_contents(path, "a letter", -1, NULL));
    assert_false(isr_escrow_may_write(escrow, path, &error));
    forget(path);
    assert_true(isr_escrow_may_write(escrow, path, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_passphrase_opens_it),
        cmocka_unit_test(what_is_sealed_tells_nothing),
        cmocka_unit_test(parts_of_a_batch_have_one_pair),
        cmocka_unit_test(what_is_damaged_is_told),
        cmocka_unit_test(what_others_put_in_is_told),
        cmocka_unit_test(another_file_is_not_written_over),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
