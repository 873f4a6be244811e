/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An ODT: members by name, or the bytes of a package. */
#include "fuzz.h"

#include "formats/formats.h"

static const FuzzMember always[] = {
    {"mimetype", "application/vnd.oasis.opendocument.text"},
    {NULL, NULL},
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GByteArray) package = fuzz_parcel(data, size, always);
    g_autoptr(IsrInput) input = fuzz_input(package->data, package->len);

    fuzz_walk(&isr_format_odt, input);
    return 0;
}
