/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A network, with its length and checksum put right, and what it says of words that have vectors,
 * marks, both or neither. */
#include "fuzz.h"

#include "network_model.h"
#include "vectors_model.h"

#include <string.h>

#define CLASSES 3
#define WORDS 2
#define DIMENSIONS 4

/* Two words with vectors, for any network. */
typedef struct {
    VectorsHeader header;
    guint32 words[WORDS];
    gint8 rows[WORDS][DIMENSIONS];
} Meanings;

static void fill_meanings(Meanings *meanings)
{
    static const Meanings known = {
        .header = {.words = WORDS, .dimensions = DIMENSIONS, .scale = 16},
        .words = {7, 9},
        .rows = {{127, -128, 1, 0}, {-3, 20, -90, 64}},
    };

    *meanings = known;
    isr_model_seal(&vectors_file, (guint8 *)meanings, sizeof *meanings);
}

/* Aligned as a mapped file is; free with g_free(). */
static guint8 *put_right(const uint8_t *data, size_t size)
{
    guint8 *bytes = g_malloc0(size + 1);
    NetworkHeader *header = (NetworkHeader *)(void *)bytes;

    memcpy(bytes, data, size);
    if (size < sizeof *header)
        return bytes;
    memset(header->use, 0, sizeof header->use);
    memcpy(header->use, "fuzz", 4);
    header->classes = CLASSES;
    header->dimensions = DIMENSIONS;
    isr_model_seal(&network_file, bytes, size);
    return bytes;
}

/* @n words, of which the network may know marks 0 to 3. */
static IsrWording *wording_of(const Meanings *meanings, guint n)
{
    IsrWording *wording = isr_wording_new();

    for (guint i = 0; i < n; i++) {
        isr_wording_add(wording, i % 3 < WORDS ? meanings->rows[i % 3] : NULL);
        for (guint32 mark = 0; mark < i % 4; mark++)
            isr_wording_mark(wording, mark + i % 2);
    }
    return wording;
}

static void ask(IsrNetwork *network, const Meanings *meanings)
{
    for (guint n = 0; n < 9; n += 1 + n / 2) {
        g_autoptr(IsrWording) wording = wording_of(meanings, n);
        IsrTally tally = {0};
        float credits[9];

        isr_network_judge(network, wording, &tally);
        isr_network_credit(network, wording, n % CLASSES, credits);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree guint8 *bytes = put_right(data, size);
    Meanings meanings;

    fill_meanings(&meanings);
    g_autoptr(IsrVectors) vectors =
        isr_vectors_read((const guint8 *)&meanings, sizeof meanings, "fuzz", NULL);

    fuzz_require(vectors != NULL, "the vectors of two words are read");
    g_autoptr(IsrNetwork) network =
        isr_network_read(bytes, size, "fuzz", "fuzz", CLASSES, vectors, NULL);

    if (network)
        ask(network, &meanings);
    return 0;
}
