/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys are private files; what is derived from them is stable and differs by purpose. */
#include "isr_test.h"

#include <isredact/error.h>
#include <isredact/key.h>

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct {
    char *folder, *path;
} Place;

static int make_place(void **state)
{
    Place *place = g_new0(Place, 1);

    place->folder = g_dir_make_tmp("isredact-key-XXXXXX", NULL);
    place->path = g_build_filename(place->folder, "audit.key", NULL);
    *state = place;
    return place->folder ? 0 : -1;
}

static int clear_place(void **state)
{
    Place *place = *state;

    g_unlink(place->path);
    g_rmdir(place->folder);
    g_free(place->folder);
    g_free(place->path);
    g_free(place);
    return 0;
}

static IsrKey *new_key(const Place *place)
{
    g_autoptr(GError) error = NULL;
    IsrKey *key;

    isr_key_create(place->path, &error);
    assert_no_error(error);
    key = isr_key_load(place->path, &error);
    assert_no_error(error);
    return key;
}

static void is_refused(const Place *place, int code)
{
    g_autoptr(GError) error = NULL;

    assert_null(isr_key_load(place->path, &error));
    assert_true(g_error_matches(error, ISR_ERROR, code));
}

static void a_new_key_is_readable_by_its_owner_alone(void **state)
{
    Place *place = *state;
    g_autoptr(IsrKey) key = new_key(place);
    struct stat status;

    assert_non_null(key);
    assert_int_equal(stat(place->path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
}

static gboolean is_same(const IsrKey *first, const IsrKey *second)
{
    g_autofree char *one = isr_key_fingerprint(first), *other = isr_key_fingerprint(second);

    return strcmp(one, other) == 0;
}

static void two_keys_differ(void **state)
{
    Place *place = *state;
    g_autoptr(IsrKey) first = new_key(place), second = NULL;

    g_unlink(place->path);
    second = new_key(place);
    assert_false(is_same(first, second));
}

static void a_key_is_never_overwritten(void **state)
{
    Place *place = *state;
    g_autoptr(IsrKey) key = new_key(place), again = NULL;
    g_autoptr(GError) error = NULL;

    assert_false(isr_key_create(place->path, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_USAGE));
    again = isr_key_load(place->path, NULL);
    assert_true(is_same(key, again));
}

static void a_key_that_others_may_read_is_refused(void **state)
{
    Place *place = *state;
    g_autoptr(IsrKey) key = new_key(place);

    assert_non_null(key);
    g_chmod(place->path, 0640);
    is_refused(place, ISR_ERROR_USAGE);
}

static void a_changed_key_is_refused(void **state)
{
    Place *place = *state;
    g_autoptr(IsrKey) key = new_key(place);
    g_autofree char *text = NULL;
    gsize length;

    assert_non_null(key);
    assert_true(g_file_get_contents(place->path, &text, &length, NULL));
    text[length - 5] = 'x';
    assert_true(g_file_set_contents_full(place->path, text, (gssize)length,
                                         G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    is_refused(place, ISR_ERROR_RULES);
    assert_true(g_file_set_contents_full(place->path, text, (gssize)length - 9,
                                         G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    is_refused(place, ISR_ERROR_RULES);
}

static void a_folder_is_no_key(void **state)
{
    g_autoptr(GError) error = NULL;

    assert_null(isr_key_load(((Place *)*state)->folder, &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
}

static void the_fingerprint_does_not_give_the_key_away(void **state)
{
    Place *place = *state;
    g_autoptr(IsrKey) key = new_key(place);
    g_autofree char *fingerprint = isr_key_fingerprint(key), *text = NULL;

    assert_int_equal(strlen(fingerprint), 16);
    assert_true(g_file_get_contents(place->path, &text, NULL, NULL));
    assert_null(strstr(text, fingerprint));
}

static void a_commitment_is_the_same_for_every_form_of_a_value(void **state)
{
    g_autoptr(IsrKey) key = new_key(*state);
    g_autofree char *plain = isr_key_commit(key, "removed", "Zoë O'Neil");
    g_autofree char *capitals = isr_key_commit(key, "removed", "ZOE  ONEIL");
    g_autofree char *other = isr_key_commit(key, "removed", "Zoe Oneal");
    g_autofree char *purpose = isr_key_commit(key, "name", "Zoë O'Neil");

    assert_int_equal(strlen(plain), 64);
    assert_string_equal(plain, capitals);
    assert_string_not_equal(plain, other);
    assert_string_not_equal(plain, purpose);
}

/* RFC 2104 with the key 00 01 .. 1f, computed with Python's hmac module. */
static void commitments_are_hmac_sha_256(void **state)
{
    Place *place = *state;
    g_autoptr(GString) text = g_string_new("isredact key 1, keep it secret\n");
    g_autoptr(IsrKey) key = NULL;
    g_autofree char *commitment = NULL;

    for (guint i = 0; i < ISR_KEY_BYTES; i++)
        g_string_append_printf(text, "%02x", i);
    g_string_append_c(text, '\n');
    g_file_set_contents_full(place->path, text->str, (gssize)text->len, G_FILE_SET_CONTENTS_NONE,
                             0600, NULL);
    key = isr_key_load(place->path, NULL);
    assert_non_null(key);
    commitment = isr_key_commit(key, "removed", "Jayden Okafor");
    assert_string_equal(commitment,
                        "7bb7aa39dcc36764162bc3650133ea46de58986f31a3f78ca216a9f9b29f1463");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_new_key_is_readable_by_its_owner_alone, make_place,
                                        clear_place),
        cmocka_unit_test_setup_teardown(two_keys_differ, make_place, clear_place),
        cmocka_unit_test_setup_teardown(a_key_is_never_overwritten, make_place, clear_place),
        cmocka_unit_test_setup_teardown(a_key_that_others_may_read_is_refused, make_place,
                                        clear_place),
        cmocka_unit_test_setup_teardown(a_changed_key_is_refused, make_place, clear_place),
        cmocka_unit_test_setup_teardown(a_folder_is_no_key, make_place, clear_place),
        cmocka_unit_test_setup_teardown(the_fingerprint_does_not_give_the_key_away, make_place,
                                        clear_place),
        cmocka_unit_test_setup_teardown(a_commitment_is_the_same_for_every_form_of_a_value,
                                        make_place, clear_place),
        cmocka_unit_test_setup_teardown(commitments_are_hmac_sha_256, make_place, clear_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
