/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Named bodies in running text. */
#include "isr_test.h"

#include <string.h>

#include <isredact/detector.h>

static int load_patterns(void **state)
{
    g_autoptr(GError) error = NULL;

    *state = isr_patterns_load(g_getenv("ISREDACT_PATTERNS"), &error);
    assert_no_error(error);
    return 0;
}

static int free_patterns(void **state)
{
    isr_patterns_free(*state);
    return 0;
}

/* What is found as an organisation in @text must be @wanted; "" for nothing. */
static void expect(const IsrPatterns *patterns, const char *text, const char *wanted)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    g_autoptr(GArray) findings = isr_findings_new();
    g_autoptr(GString) found = g_string_new(NULL);

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    assert_true(isr_detect(patterns, block, findings, NULL));
    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);
        if (finding->category == ISR_CATEGORY_ORGANISATION)
            g_string_append_printf(found, "%s%.*s", found->len > 0 ? "|" : "",
                                   (int)(finding->range.end - finding->range.start),
                                   text + finding->range.start);
    }
    if (strcmp(found->str, wanted) != 0)
        fail_msg("in \"%s\": found \"%s\", not \"%s\"", text, found->str, wanted);
}

static void a_name_before_a_head_word_names_a_body(void **state)
{
    expect(*state, "He goes to Pinfold Green Infant School now.", "Pinfold Green Infant School");
    expect(*state, "Registered at Glasshouse Street Surgery since May.",
           "Glasshouse Street Surgery");
    expect(*state, "She was seen at Tarnbridge General Hospital.", "Tarnbridge General Hospital");
}

static void saints_and_small_words_belong_to_it(void **state)
{
    expect(*state, "at St Wulfric's Church of England School today",
           "St Wulfric's Church of England School");
}

static void some_kinds_stand_in_front(void **state)
{
    expect(*state, "released from HMP Channings Moor in June", "HMP Channings Moor");
}

static void kinds_alone_name_nobody(void **state)
{
    expect(*state, "The Primary School was closed.", "");
    expect(*state, "She works at the General Hospital.", "");
    expect(*state, "Children's Social Care and the Early Help Team met.", "");
    expect(*state, "The Crown Court and the Family Court sat.", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_before_a_head_word_names_a_body),
        cmocka_unit_test(saints_and_small_words_belong_to_it),
        cmocka_unit_test(some_kinds_stand_in_front),
        cmocka_unit_test(kinds_alone_name_nobody),
    };
    return cmocka_run_group_tests(tests, load_patterns, free_patterns);
}
