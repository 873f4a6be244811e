/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a manifest committed to is found in a text, by itself and with letters or digits glued to
 * it, and nowhere else. */
#include "isr_key_test.h"

#include <isredact/error.h>
#include <isredact/proof.h>

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* The proof of a manifest that committed to @value of @category under @key. */
static IsrProof *proof_of(const IsrKey *key, const char *value, const char *category)
{
    g_autofree char *commitment = isr_key_commit(key, "removed", value);
    g_autofree char *text =
        g_strdup_printf("{\"copy\": {\"sha256\": \"0\"}, \"profile\": {\"id\": \"x\"}, "
                        "\"findings\": [{\"category\": \"%s\", \"commitment\": \"%s\"}]}",
                        category, commitment);
    g_autofree char *path = NULL;
    g_autoptr(GError) error = NULL;
    const int fd = g_file_open_tmp("isredact-XXXXXX", &path, &error);

    assert_true(fd >= 0 && close(fd) == 0);
    assert_true(g_file_set_contents(path, text, -1, &error));
    IsrProof *proof = isr_proof_load(path, &error);

    g_unlink(path);
    assert_no_error(error);
    return proof;
}

/* Whether @value of @category is found in @text; the message does not quote it. */
static gboolean is_found(const char *value, const char *category, const char *text)
{
    g_autoptr(IsrKey) key = key_of('1');
    IsrProof *proof = proof_of(key, value, category);
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "body");
    g_autoptr(GError) error = NULL;

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    const gboolean clean = isr_proof_block(proof, key, block, &error);

    isr_proof_free(proof);
    if (!clean) {
        assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_LEAK));
        assert_non_null(strstr(error->message, category));
        assert_null(strstr(error->message, value));
    }
    return !clean;
}

static void a_value_is_found_by_itself(void **state)
{
    (void)state;
    assert_true(is_found("Ada Okafor", "name", "seen with ada, OKAFOR today"));
    assert_true(is_found("CH42 7QX", "postcode", "at CH427QX."));
    assert_true(is_found("999 000 0018", "nhs-number", "no 9990000018"));
    assert_false(is_found("Ada Okafor", "name", "seen with Ada and Okafor"));
    assert_false(is_found("CH42 7QX", "postcode", "at CH42 7QY."));
}

static void what_is_glued_to_a_value_does_not_hide_it(void **state)
{
    (void)state;
    assert_true(is_found("CH42 7QX", "postcode", "at CH42 7QXs now"));
    assert_true(is_found("CH42 7QX", "postcode", "at XCH42 7QXX now"));
    assert_true(is_found("999 000 0018", "nhs-number", "ref9990000018x"));
    assert_true(is_found("999 000 0018", "nhs-number", "at 999 000 00181"));
    assert_true(is_found("07700 900123", "phone", "call 0447700900123, 1107700900123"));
    assert_true(is_found("ada.quill@post.example", "email", "to toada.quill@post.examples"));
    assert_true(is_found("QQ 12 34 56 C", "nino", "NIQQ123456CX"));
}

static void what_says_little_is_not_looked_for_in_longer_words(void **state)
{
    (void)state;
    assert_false(is_found("Ada", "name", "Adam and Granada"));
    assert_false(is_found("CH42", "postcode", "XCH42 CH421"));
    assert_false(is_found("SW1234", "case-ref", "SW12345"));
    assert_false(is_found("20146012", "bank-account", "120146012 and 201460123"));
    assert_false(is_found("12/03/2014", "dob", "112/03/2014 and 12/03/20145"));
    assert_false(is_found("May 2014", "date", "dismay 2014"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_value_is_found_by_itself),
        cmocka_unit_test(what_is_glued_to_a_value_does_not_hide_it),
        cmocka_unit_test(what_says_little_is_not_looked_for_in_longer_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
