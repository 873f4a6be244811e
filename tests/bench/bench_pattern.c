/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How fast the rules search: prose with an identifier here and there, one block a paragraph. */
#include <isredact/detector.h>

#include <stdio.h>
#include <time.h>

extern const IsrDetector isr_detector_pattern;

static const char paragraph[] =
    "The family moved from the coast in the spring and the children settled well at their new "
    "school. On 14 March 2025 the health visitor called and spoke with both parents, who said that "
    "they had slept badly since the baby came. She left a number, 07700 900123, and asked them to "
    "ring before Friday. The older boy, 7, reads well above his stage and is proud of it. NHS "
    "number 999 347 6501, postcode LS10 1WQ. Nothing else was seen that would worry anyone.";

int main(void)
{
    enum { ROUNDS = 2000 };
    g_autofree char *folder = isr_patterns_folder();
    g_autoptr(GError) error = NULL;
    clock_t started = clock(), loaded;
    g_autoptr(IsrPatterns) patterns = isr_patterns_load(folder, &error);
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, "bench");
    double seconds;

    if (!patterns) {
        fprintf(stderr, "%s\n", error->message);
        return 1;
    }
    loaded = clock();
    isr_block_append(block, paragraph, -1, 0, ISR_RUN_PLAIN);
    for (guint i = 0; i < ROUNDS; i++) {
        g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
        g_autoptr(GArray) findings = isr_findings_new();

        if (!isr_detector_pattern.detect(patterns, reading, findings, &error))
            return 1;
    }
    seconds = (double)(clock() - loaded) / CLOCKS_PER_SEC;
    printf("loading: %.0f ms; searching: %.0f KB/s\n",
           (double)(loaded - started) * 1000 / CLOCKS_PER_SEC,
           (double)(sizeof paragraph - 1) * ROUNDS / 1024 / seconds);
    return 0;
}
