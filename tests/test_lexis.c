/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain words, and phrases among them. */
#include "isr_test.h"

#include <isredact/error.h>

#include "../src/lexis.h"

#include <string.h>

static void words_are_made_plain(void **state)
{
    g_autoptr(IsrTokens) tokens = NULL;
    const char *text = "Mum\xe2\x80\x99s EX-partner can't, she'll pay \xc2\xa3"
                       "40 to Zoë";

    (void)state;
    tokens = isr_tokens_new(text, strlen(text));
    assert_string_equal(tokens->plain->str, " mums ex partner cant she pay \xc2\xa3 40 to zoe ");
    assert_true(isr_tokens_nth(tokens, 0)->flags & ISR_TOKEN_OWNS);
    assert_true(isr_tokens_nth(tokens, 4)->flags & ISR_TOKEN_PARTED);
    assert_false(isr_tokens_nth(tokens, 1)->flags & ISR_TOKEN_PARTED);
    assert_true(isr_tokens_nth(tokens, 7)->flags & ISR_TOKEN_DIGITS);
    assert_int_equal(isr_tokens_at(tokens, strlen(text) - 4), 9);
}

static void fields_and_gaps_are_seen(void **state)
{
    const char *text = "Faith: none   Age 9";
    g_autoptr(IsrTokens) tokens = isr_tokens_new(text, strlen(text));

    (void)state;
    assert_true(isr_tokens_nth(tokens, 0)->flags & ISR_TOKEN_COLON);
    assert_true(isr_tokens_nth(tokens, 1)->flags & ISR_TOKEN_GAP);
}

/* How often @phrase is found in @text. */
static guint times(const char *phrase, const char *text)
{
    g_autoptr(IsrLexis) lexis = isr_lexis_new();
    g_autoptr(GHashTable) sets = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(IsrTokens) tokens = isr_tokens_new(text, strlen(text));
    g_autoptr(GArray) hits = g_array_new(FALSE, FALSE, sizeof(IsrLexisHit));
    g_autoptr(GError) error = NULL;

    g_hash_table_insert(sets, (char *)"who", (char *)"her/him/mum");
    assert_true(isr_lexis_add(lexis, phrase, 7, sets, &error));
    isr_lexis_compile(lexis);
    isr_lexis_find(lexis, tokens, 0, tokens->tokens->len, hits);
    for (guint i = 0; i < hits->len; i++)
        assert_int_equal(g_array_index(hits, IsrLexisHit, i).group, 7);
    return hits->len;
}

static void phrases_are_found_as_their_signs_say(void **state)
{
    (void)state;
    assert_int_equal(times("convict*", "CONVICTED; two convictions, convict"), 3);
    assert_int_equal(times("on tag", "He is on tag, on tags, on, tag"), 1);
    assert_int_equal(times("hit/hits {who}", "He hits her, hit it and hit mum"), 2);
    assert_int_equal(times("threw ... at her", "threw a large blue cup at her"), 0);
    assert_int_equal(times("threw ... at her", "threw a cup at her; threw at her"), 2);
    assert_int_equal(times("self-harm", "self harm, self-harm, selfharm, self, harm"), 3);
    assert_int_equal(times("owes \xc2\xa3", "He owes \xc2\xa3"
                                            "40"),
                     1);
    assert_int_equal(times("ill", "I'll be there; still"), 0);
    assert_int_equal(times("a b c", "a b a b c"), 1);
}

static void wrong_phrases_are_refused_with_a_reason(void **state)
{
    static const char *const wrong[] = {"...", "ill ...", "{nobody}",   "{who}",
                                        "*",   "a/b-c/d", "... is ill", "?"};
    g_autoptr(IsrLexis) lexis = isr_lexis_new();
    g_autoptr(GHashTable) sets = g_hash_table_new(g_str_hash, g_str_equal);

    (void)state;
    g_hash_table_insert(sets, (char *)"who", (char *)"her/him");
    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autoptr(GError) error = NULL;

        assert_false(isr_lexis_add(lexis, wrong[i], 0, sets, &error));
        assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_RULES));
        assert_non_null(strstr(error->message, wrong[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_made_plain),
        cmocka_unit_test(fields_and_gaps_are_seen),
        cmocka_unit_test(phrases_are_found_as_their_signs_say),
        cmocka_unit_test(wrong_phrases_are_refused_with_a_reason),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
