/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file of word vectors, with its length and checksum put right, and what it says of words. */
#include "fuzz.h"

#include "vectors_model.h"

#include <string.h>

/* Aligned as a mapped file is; free with g_free(). */
static guint8 *put_right(const uint8_t *data, size_t size)
{
    guint8 *bytes = g_malloc0(size + 1);
    VectorsHeader *header = (VectorsHeader *)(void *)bytes;

    memcpy(bytes, data, size);
    if (size < sizeof *header)
        return bytes;
    header->nothing = 0;
    isr_model_seal(&vectors_file, bytes, size);
    return bytes;
}

/* Every number of a word that is found is the file's. */
static void require_within(const IsrVectors *vectors, const gint8 *row, const guint8 *bytes,
                           size_t size)
{
    const guint8 *first = (const guint8 *)row, *end = first + isr_vectors_dimensions(vectors);

    fuzz_require(first >= bytes + sizeof(VectorsHeader) && end <= bytes + size,
                 "what a word means is in the file");
}

/* Asks for "aa" and other short words, those of the kept inputs among them. */
static void ask(const IsrVectors *vectors, const guint8 *bytes, size_t size)
{
    const gint8 *before = NULL;

    for (guint i = 0; i < 26 * 26; i++) {
        const char word[] = {(char)('a' + i / 26), (char)('a' + i % 26)};
        const gint8 *row = isr_vectors_find(vectors, word, sizeof word);

        if (row == NULL)
            continue;
        require_within(vectors, row, bytes, size);
        isr_vectors_likeness(vectors, row, before != NULL ? before : row);
        before = row;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree guint8 *bytes = put_right(data, size);
    g_autoptr(IsrVectors) vectors = isr_vectors_read(bytes, size, "fuzz", NULL);

    if (vectors)
        ask(vectors, bytes, size);
    return 0;
}
