/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sieve lets through every place at which PCRE2 finds a match to begin, and few others. */
#include "isr_test.h"

#include "../src/sieve.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

static gboolean holds(const guint32 *places, guint n, gsize at)
{
    for (guint i = 0; i < n; i++) {
        if (places[i] == at)
            return TRUE;
    }
    return FALSE;
}

/* TRUE if @expression matches at just that place of @text. */
static gboolean matches_at(const char *expression, const char *text, gsize at)
{
    int number;
    PCRE2_SIZE place;
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)expression, PCRE2_ZERO_TERMINATED,
                                     PCRE2_UTF | PCRE2_UCP | PCRE2_ANCHORED, &number, &place, NULL);
    pcre2_match_data *match = code ? pcre2_match_data_create(1, NULL) : NULL;
    int rc = match ? pcre2_match(code, (PCRE2_SPTR)text, strlen(text), at, 0, match, NULL) : -1;

    assert_non_null(code);
    pcre2_match_data_free(match);
    pcre2_code_free(code);
    return rc >= 0;
}

static const char *const expressions[] = {
    "(?!(?<=[\\p{L}\\p{N}])[\\p{L}\\p{N}])[A-Z]{2}\\d\\d ?[A-Z]{3}",
    "(?i:nhs (?:no|number))[^\\p{L}\\p{N}]{0,6}?(?<value>\\d{3}(?:[ -]?\\d){7})(?C1)",
    "(?<![\\d.,/-])\\d{1,7}(?:[-/*][A-Z\\d]{1,10}){1,5}[A-Z]?(?![/\\d]|[.,]\\d)",
    "(?<=\\()[a-z]+(?=\\))",
    "(?|ab|(?>cd)+)e?+",
    "(?i)skip|straße|\\x{e9}t\\xe9",
    "\\b(?:he|she)(?i: IS)? (?:\\p{Lu}\\p{Ll}+|[^a-z\\s]{3,})",
    "x{0}y{2,}z{1,200}",
    "^ ?[A-Z]{1,6}[ /-]?\\d{2,10}",
    "[\\p{L}\\p{N}_.]{2,32}#\\d{4}",
    "([a-z])(?:[-/])\\g{-1}\\d",
};

static const char *const texts[] = {
    "",
    "AB12 CDE and xAB12CDE, AB12cde; NHS number: 999 347 6501, nhs no. 9993476501",
    "12/AB-3 .12/34 12/34.5 (abc) (ab c) abe cdcde SKIP",
    "stra\xC3\x9F"
    "e STRASSE \xC3\xA9t\xC3\xA9 \xC3\x89T\xC3\x89 he IS Anna she Bob he is 123",
    "yyz yyyzzzz yz caf\xC3\xA9#1234 user.name_1#0001 a#1",
    " ABC-12345 ABC 1",
    "a-b1 a-a1 a/a2 x-x",
    "\xC3\xA9"
    "AB12 CDE \xE2\x80\x9CHe Anna\xE2\x80\x9D",
};

static void every_match_begins_at_a_place(void **state)
{
    g_autoptr(IsrSieve) sieve = isr_sieve_new();

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(expressions); i++) {
        assert_int_equal(isr_sieve_add(sieve, expressions[i]), i);
        assert_false(isr_sieve_is_blind(sieve, i));
    }
    for (guint t = 0; t < G_N_ELEMENTS(texts); t++) {
        isr_sieve_sift(sieve, texts[t], strlen(texts[t]));
        for (guint i = 0; i < G_N_ELEMENTS(expressions); i++) {
            guint n;
            const guint32 *places = isr_sieve_places(sieve, i, &n);

            for (const char *p = texts[t]; *p; p = g_utf8_next_char(p)) {
                gsize at = (gsize)(p - texts[t]);

                if (matches_at(expressions[i], texts[t], at) && !holds(places, n, at))
                    fail_msg("expression %u matches at %zu of text %u", i, at, t);
            }
        }
    }
}

static void most_places_fall_through(void **state)
{
    const char *text = "The family moved from the coast in the spring of 2025, all AB12 CDE.";
    g_autoptr(IsrSieve) sieve = isr_sieve_new();
    guint mark = isr_sieve_add(sieve, expressions[0]), label = isr_sieve_add(sieve, expressions[1]);
    const guint32 *places;
    guint n;

    (void)state;
    isr_sieve_sift(sieve, text, strlen(text));
    places = isr_sieve_places(sieve, mark, &n);
    assert_int_equal(n, 1);
    assert_int_equal(places[0], strstr(text, "AB12") - text);
    isr_sieve_places(sieve, label, &n);
    assert_int_equal(n, 0);
}

/* A text may be sifted once more, and another in between. */
static void a_text_is_sifted_again(void **state)
{
    g_autoptr(IsrSieve) sieve = isr_sieve_new();
    g_autofree char *again = g_strdup("at AB12 CDE");
    guint n;

    (void)state;
    isr_sieve_add(sieve, expressions[0]);
    isr_sieve_sift(sieve, "", 0);
    assert_false(isr_sieve_has_places(sieve, 0));
    for (guint times = 0; times < 2; times++) {
        isr_sieve_sift(sieve, "at AB12 CDE", 11);
        isr_sieve_sift(sieve, again, 11);
        assert_int_equal(isr_sieve_places(sieve, 0, &n)[0], 3);
        assert_int_equal(n, 1);
        isr_sieve_sift(sieve, "AB12 CDE", 8);
        assert_int_equal(isr_sieve_places(sieve, 0, &n)[0], 0);
        assert_int_equal(n, 1);
    }
    isr_sieve_add(sieve, "12 C");
    isr_sieve_sift(sieve, "AB12 CDE", 8);
    assert_true(isr_sieve_has_places(sieve, 1));
}

/* So many that states are put in order by class: each word is found where it stands, and no other.
 */
static void many_expressions_are_told_apart(void **state)
{
    g_autoptr(IsrSieve) sieve = isr_sieve_new();
    g_autoptr(GString) text = g_string_new(NULL);
    guint n;

    (void)state;
    for (guint i = 0; i < 400; i++) {
        g_autofree char *word =
            g_strdup_printf("%c%c%02u", 'a' + (int)(i / 26 % 26), 'a' + (int)(i % 26), i % 100);

        isr_sieve_add(sieve, word);
        g_string_append_printf(text, "%s ", word);
    }
    isr_sieve_sift(sieve, text->str, text->len);
    for (guint i = 0; i < 400; i++) {
        const guint32 *places = isr_sieve_places(sieve, i, &n);

        assert_int_equal(n, 1);
        assert_int_equal(places[0], 5 * i);
    }
}

static void what_is_not_understood_is_said(void **state)
{
    static const char *const odd[] = {"(a)\\1", "(?(1)a|b)", "\\Qa\\E", "(?P=name)", "[[:alpha:]]",
                                      "a)",     "(a",        "(*UCP)a", "\\Ka",      "(?R)"};
    g_autoptr(IsrSieve) sieve = isr_sieve_new();

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(odd); i++)
        assert_true(isr_sieve_is_blind(sieve, isr_sieve_add(sieve, odd[i])));
    isr_sieve_sift(sieve, "abc", 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_match_begins_at_a_place),
        cmocka_unit_test(most_places_fall_through),
        cmocka_unit_test(a_text_is_sifted_again),
        cmocka_unit_test(many_expressions_are_told_apart),
        cmocka_unit_test(what_is_not_understood_is_said),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
