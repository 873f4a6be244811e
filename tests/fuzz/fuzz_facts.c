/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a worker tells of a document. */
#include "fuzz.h"

#include "batch/facts.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = g_strndup((const char *)data, size);
    g_autoptr(IsrFacts) facts = isr_facts_read(text, NULL);

    fuzz_require(!facts || (facts->format && facts->copy_digest), "facts are whole");
    return 0;
}
