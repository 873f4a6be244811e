/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A profile, and the table that is made of it. */
#include "fuzz.h"

#include <isredact/profile.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *path = fuzz_file("fuzz.profile", data, size);
    g_autoptr(IsrProfile) profile = isr_profile_load_file(path, NULL);
    g_autofree char *text = profile ? isr_profile_text(profile) : NULL;

    fuzz_require(!profile || text, "a profile can be told");
    return 0;
}
