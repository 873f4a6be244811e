/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file of rules, and a text searched with what it asks for. */
#include "fuzz.h"

#include <isredact/rule.h>

/* Short: what a rule of one's own may cost on a long text is its writer's to know. */
#define TEXT "NHS no: 999 000 0018, seen 3/4/2024 by A. Row at 12 Tanner Row, CH42 7QX"

static void search(IsrRule *rule)
{
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    g_autoptr(GPtrArray) rules = g_ptr_array_new();
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(IsrMatch));

    isr_block_append(block, TEXT, -1, 0, ISR_RUN_PLAIN);
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);

    g_ptr_array_add(rules, rule);
    g_autoptr(IsrScratch) scratch = isr_scratch_new_for(rules);

    isr_scratch_read(scratch, reading);
    if (isr_scratch_may_match(scratch, 0))
        isr_rule_match(rule, scratch, matches, NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static GHashTable *pieces;
    g_autofree char *path = fuzz_file("fuzz.rule", data, size);

    if (!pieces)
        pieces = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(IsrRule) rule = isr_rule_load(path, pieces, NULL);

    if (rule)
        search(rule);
    return 0;
}
