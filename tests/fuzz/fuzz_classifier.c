/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A classifier's model, with its length and checksum put right, and what it says. */
#include "fuzz.h"

#include "classifier_model.h"

#include <string.h>

#define CLASSES 3

/* Aligned as a mapped file is; free with g_free(). */
static guint8 *put_right(const uint8_t *data, size_t size)
{
    guint8 *bytes = g_malloc0(size + 1);
    ClassifierHeader *header = (ClassifierHeader *)(void *)bytes;

    memcpy(bytes, data, size);
    if (size < sizeof *header)
        return bytes;
    memset(header->use, 0, sizeof header->use);
    memcpy(header->use, "fuzz", 4);
    header->classes = CLASSES;
    isr_model_seal(&classifier_file, bytes, size);
    return bytes;
}

static void ask(const IsrClassifier *classifier)
{
    IsrTally tally;

    isr_classifier_begin(classifier, &tally);
    for (guint32 i = 0; i < 64; i++) {
        isr_classifier_add(classifier, &tally, i * 0x9E3779B1u + i % 8, 1);
        isr_classifier_weight(classifier, i, i % CLASSES);
    }
    isr_classifier_end(classifier, &tally);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree guint8 *bytes = put_right(data, size);
    g_autoptr(IsrClassifier) classifier =
        isr_classifier_read(bytes, size, "fuzz", "fuzz", CLASSES, NULL);

    if (classifier)
        ask(classifier);
    return 0;
}
