/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A manifest, and a text held against it. */
#include "fuzz.h"

#include <isredact/proof.h>

static void hold_against(const IsrProof *proof)
{
    static const guint8 secret[ISR_KEY_BYTES] = {1, 2, 3};
    g_autoptr(IsrKey) key = isr_key_for_bytes(secret, NULL);
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "part");
    g_autoptr(IsrInput) copy = fuzz_input("abc", 3);

    isr_block_append(block, "Seen by Ola Quill on 3/4/2024", -1, 0, ISR_RUN_PLAIN);
    isr_proof_is_copy(proof, copy, NULL);
    isr_proof_block(proof, key, block, NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *path = fuzz_file("fuzz.json", data, size);
    g_autoptr(IsrProof) proof = isr_proof_load(path, NULL);

    if (proof)
        hold_against(proof);
    return 0;
}
