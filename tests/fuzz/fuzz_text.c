/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain text of any encoding, walked. */
#include "fuzz.h"

#include "formats/formats.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(IsrInput) input = fuzz_input(data, size);

    fuzz_walk(&isr_format_text, input);
    isr_kind_refuse(input, NULL);
    return 0;
}
