/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A PDF, read by both readers, walked and taken apart. */
#include "fuzz.h"

#include "formats/formats.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(IsrInput) input = fuzz_input(data, size);

    fuzz_walk(&isr_format_pdf, input);
    return 0;
}
