/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line is taken for a town below a street; which words can be one is asked of street.h. */
#include "letterhead.h"

#include "street.h"

/* A longer line is a sentence. */
#define MOST_BYTES 48

/* The address that ends with the block, or NULL. */
static const IsrFinding *last_line(const IsrBlock *block, const GArray *findings)
{
    const IsrFinding *last =
        findings->len > 0 ? &g_array_index(findings, IsrFinding, findings->len - 1) : NULL;

    if (last == NULL || last->category != ISR_CATEGORY_ADDRESS)
        return NULL;
    for (gsize at = last->range.end; at < block->text->len; at++)
        if (g_ascii_isalnum(block->text->str[at]))
            return NULL;
    return last;
}

/* TRUE if all words of the reading are a town, and one of them is no English. */
static gboolean is_town(const IsrPatterns *patterns, const IsrReading *reading)
{
    Words *words = isr_words_for(patterns, reading);
    gboolean known, told = FALSE;

    if (words->words->len == 0 || isr_street_town(words, 0, &known) != words->words->len)
        return FALSE;
    for (guint n = 0; n < words->words->len; n++)
        told = told || !(isr_words_nth(words, n)->flags & WORD_ENGLISH);
    return known || told;
}

/* A lone word reads as a name until it is seen to stand below a street. */
static gboolean are_guesses(const GArray *findings)
{
    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);
        if (finding->category != ISR_CATEGORY_NAME && finding->category != ISR_CATEGORY_PLACE)
            return FALSE;
        if (finding->flags & ISR_FINDING_LABELLED)
            return FALSE;
    }
    return TRUE;
}

void isr_letterhead_go_on(IsrLetterhead *letterhead, const IsrPatterns *patterns,
                          const IsrBlock *block, GArray *findings)
{
    gboolean open = letterhead->open;

    letterhead->open = last_line(block, findings) != NULL && block->kind == ISR_BLOCK_BODY;
    if (!open || letterhead->open || !are_guesses(findings) || block->kind != ISR_BLOCK_BODY ||
        block->text->len > MOST_BYTES)
        return;
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
    if (!is_town(patterns, reading))
        return;
    IsrFinding finding = {
        .block = block->index,
        .range = isr_reading_origin(reading, 0, reading->text->len),
        .category = ISR_CATEGORY_ADDRESS,
        .rule = "address",
        .reason = "the line below an address",
        .score = 0.7,
        .role = ISR_ROLE_UNSURE,
    };
    g_array_set_size(findings, 0);
    g_array_append_val(findings, finding);
    letterhead->open = TRUE;
}
