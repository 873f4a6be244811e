/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How fast the tagger is: opening its model, tagging paragraphs of a record. Processor time. */
#include <isredact/patterns.h>

#include "tagger_tokens.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static const char plain[] =
    "The family moved from the coast in the spring and the children settled well at their new "
    "school. The health visitor called and spoke with both parents, who said that they had slept "
    "badly since the baby came. She left a number and asked them to ring before Friday. The older "
    "boy reads well above his stage and is proud of it.";
static const char minutes[] =
    "Present: Wren Applewhite (social worker), Tobias Quill, Nomvula Dube and her aunt. Mrs "
    "Applewhite explained the plan. Nomvula said that Thabo had not been at home since May. PC "
    "4471 Oyelaran attended and spoke to a neighbour, Mr Zielinski, at 14 Larkfield Close.";
static const char note[] =
    "spoke to mum on the phone, she says tanisha is still not sleeping and wont go to school. will "
    "ring again on monday";
static const char *const paragraphs[] = {plain, minutes, note};

static double seconds_since(clock_t start)
{
    return (double)(clock() - start) / CLOCKS_PER_SEC;
}

static double opening_seconds(const char *path)
{
    enum { ROUNDS = 20 };
    clock_t start = clock();

    for (guint i = 0; i < ROUNDS; i++) {
        g_autoptr(IsrTagger) tagger = isr_tagger_open(path, NULL);
        if (tagger == NULL)
            return -1;
    }
    return seconds_since(start) / ROUNDS;
}

/* Seconds that tagging all paragraphs @rounds times takes. */
static double tagging_seconds(const IsrTagger *tagger, guint rounds)
{
    IsrReading *readings[G_N_ELEMENTS(paragraphs)];
    IsrBlock *blocks[G_N_ELEMENTS(paragraphs)];
    g_autoptr(GArray) tags = g_array_new(FALSE, FALSE, sizeof(IsrTag));

    for (guint i = 0; i < G_N_ELEMENTS(paragraphs); i++) {
        blocks[i] = isr_block_new(ISR_BLOCK_BODY, "bench");
        isr_block_append(blocks[i], paragraphs[i], -1, 0, ISR_RUN_PLAIN);
        readings[i] = isr_reading_new(blocks[i], ISR_VIEW_AFTER);
    }
    clock_t start = clock();
    for (guint n = 0; n < rounds; n++)
        for (guint i = 0; i < G_N_ELEMENTS(paragraphs); i++) {
            g_array_set_size(tags, 0);
            isr_tagger_tag(tagger, readings[i], tags);
        }
    double seconds = seconds_since(start);
    for (guint i = 0; i < G_N_ELEMENTS(paragraphs); i++) {
        isr_reading_free(readings[i]);
        isr_block_free(blocks[i]);
    }
    return seconds;
}

int main(void)
{
    enum { ROUNDS = 4000 };
    g_autofree char *folder = isr_patterns_folder();
    g_autofree char *path = g_build_filename(folder, "model", "names.model", NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrTagger) tagger = isr_tagger_open(path, &error);
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(Token));
    gsize bytes = 0;

    if (tagger == NULL) {
        fprintf(stderr, "%s\n", error->message);
        return 1;
    }
    for (guint i = 0; i < G_N_ELEMENTS(paragraphs); i++) {
        isr_tokens_read(paragraphs[i], 0, strlen(paragraphs[i]), tokens);
        bytes += strlen(paragraphs[i]);
    }
    double seconds = tagging_seconds(tagger, ROUNDS);
    printf("opening the model %.2f ms\n", opening_seconds(path) * 1000);
    printf("tagging %.0f tokens/s, %.2f MB/s\n", tokens->len * (double)ROUNDS / seconds,
           (double)bytes * ROUNDS / 1e6 / seconds);
    return 0;
}
