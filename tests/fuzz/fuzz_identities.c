/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a worker tells of people, and tells again when it is written anew. */
#include "fuzz.h"

#include <isredact/identity.h>

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = g_strndup((const char *)data, size);
    g_autoptr(GPtrArray) identities = isr_identities_read(text, size, NULL);

    if (!identities)
        return 0;
    g_autofree char *once = isr_identities_json(identities);
    g_autoptr(GPtrArray) again = isr_identities_read(once, strlen(once), NULL);

    fuzz_require(again != NULL, "identities that were written can be read");
    g_autofree char *twice = isr_identities_json(again);

    fuzz_require(g_str_equal(once, twice), "identities are written alike");
    return 0;
}
