/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of places that must go, and what is written of it. */
#include "fuzz.h"

#include <isredact/holdback.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = g_strndup((const char *)data, size);
    g_autoptr(IsrHoldback) holdback = isr_holdback_read(text, NULL);

    if (!holdback)
        return 0;
    g_autofree char *once = isr_holdback_text(holdback);
    g_autoptr(IsrHoldback) again = isr_holdback_read(once, NULL);

    fuzz_require(again && isr_holdback_size(again) == isr_holdback_size(holdback),
                 "places that were written can be read");
    g_autofree char *twice = isr_holdback_text(again);

    fuzz_require(g_str_equal(once, twice), "places are written alike");
    return 0;
}
