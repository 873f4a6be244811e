/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a worker tells of sentences, and tells again when it is written anew. */
#include "fuzz.h"

#include "imprint.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = g_strndup((const char *)data, size);
    g_auto(IsrImprintReader) reader = {0};
    g_autoptr(GByteArray) anew = isr_imprint_new();
    IsrImprintSentence sentence;

    if (!isr_imprint_open(&reader, text, NULL))
        return 0;
    while (isr_imprint_next(&reader, &sentence)) {
        const IsrImprintMatch match = isr_imprint_match(&sentence, &sentence);

        for (guint i = 0; i < sentence.n_words; i++)
            isr_imprint_same_word(&match, &sentence.words[i], &sentence.words[0]);
        isr_imprint_add(anew, &sentence);
    }
    g_autofree char *written = isr_imprint_text(anew);
    g_auto(IsrImprintReader) again = {0};

    fuzz_require(isr_imprint_open(&again, written, NULL), "what was read can be written");
    return 0;
}
