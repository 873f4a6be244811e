/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Letters that a record calls people by are told from those that mean something else. */
#include "isr_test.h"

#include "../src/monogram.h"

/* The letters that @text gives to somebody, of whom @name (or NULL) stands in it, in order. */
static char *learnt(const char *text, const char *name)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    g_autoptr(GArray) findings = isr_findings_new();
    g_autoptr(GHashTable) monograms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GString *out = g_string_new(NULL);

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    if (name != NULL) {
        gsize start = (gsize)(strstr(text, name) - text);
        IsrFinding finding = {.category = ISR_CATEGORY_NAME,
                              .range = {start, start + strlen(name)}};
        g_array_append_val(findings, finding);
    }
    isr_monogram_learn(monograms, block, findings);
    g_autoptr(GList) letters = g_list_sort(g_hash_table_get_keys(monograms), (GCompareFunc)strcmp);
    for (GList *at = letters; at != NULL; at = at->next)
        g_string_append_printf(out, "%s%s", out->len > 0 ? " " : "", (const char *)at->data);
    return g_string_free(out, FALSE);
}

static void assert_learnt(const char *text, const char *name, const char *expected)
{
    g_autofree char *letters = learnt(text, name);

    assert_string_equal(letters, expected);
}

static void a_list_of_those_present_gives_their_letters(void **state)
{
    (void)state;
    assert_learnt("Grace Pilbeam\x1f"
                  "SENCO\x1f"
                  "GP",
                  "Grace Pilbeam", "GP");
    assert_learnt("Present: Idris Daly (ID), social worker", "Idris Daly", "ID");
    assert_learnt("Ana Pia-Tor [APT]", "Ana Pia-Tor", "APT");
}

static void letters_that_are_nobody_elses_are_left(void **state)
{
    (void)state;
    assert_learnt("Grace Pilbeam (SW)", "Grace Pilbeam", "");
    assert_learnt("GP\x1f"
                  "Dr Row",
                  NULL, "");
    assert_learnt("Grace Pilbeam saw the GP about it", "Grace Pilbeam", "");
    assert_learnt("The GP (GP) wrote", NULL, "");
}

static void who_writes_an_entry_signs_it(void **state)
{
    (void)state;
    assert_learnt("14/01/25 09:50 WS\nRang the school.", NULL, "WS");
    assert_learnt("14 May\x1frang the school\x1fWS", NULL, "WS");
    assert_learnt("14/01/25 11:15 PM\nRang the school.", NULL, "");
    assert_learnt("14/01/25 09:50 WS rang", NULL, "");
    assert_learnt("Seen at 14 TA", NULL, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_of_those_present_gives_their_letters),
        cmocka_unit_test(letters_that_are_nobody_elses_are_left),
        cmocka_unit_test(who_writes_an_entry_signs_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
