/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a worker tells of quasi-identifiers, and tells again when it is written anew. */
#include "fuzz.h"

#include <isredact/quasi.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = g_strndup((const char *)data, size);
    g_autoptr(GPtrArray) quasis = isr_quasis_read(text, NULL);

    if (!quasis)
        return 0;
    g_autofree char *once = isr_quasis_json(quasis);
    g_autoptr(GPtrArray) again = isr_quasis_read(once, NULL);

    fuzz_require(again != NULL, "quasi-identifiers that were written can be read");
    g_autofree char *twice = isr_quasis_json(again);

    fuzz_require(g_str_equal(once, twice), "quasi-identifiers are written alike");
    return 0;
}
