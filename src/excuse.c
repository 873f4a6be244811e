/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which removed values the byte search would hear in text that is as it was decided. */
#include "excuse.h"

#include "strand.h"

struct IsrExcuses {
    IsrNeedles *needles;
    IsrStrand strand;
    GHashTable *heard; /* set of const IsrSecret * */
};

IsrExcuses *isr_excuses_new(const GPtrArray *secrets, const IsrPatterns *patterns)
{
    IsrExcuses *excuses = g_new0(IsrExcuses, 1);

    excuses->needles = isr_needles_new(secrets, patterns);
    excuses->heard = g_hash_table_new(NULL, NULL);
    isr_strand_init(&excuses->strand, excuses->needles, ISR_STRAND_TEXT, NULL);
    excuses->strand.heard = excuses->heard;
    return excuses;
}

void isr_excuses_free(IsrExcuses *excuses)
{
    if (!excuses)
        return;
    isr_strand_clear(&excuses->strand);
    isr_needles_free(excuses->needles);
    g_hash_table_unref(excuses->heard);
    g_free(excuses);
}

static void put(IsrStrand *strand, const GString *text)
{
    const char *end = text->str + text->len;

    for (const char *p = text->str; p < end; p = g_utf8_next_char(p))
        isr_strand_put(strand, g_utf8_get_char(p));
    /* A line end, so that a value at the end of the last block is heard too. */
    isr_strand_put(strand, '\n');
}

/* Words of two paragraphs may make a name by chance, but their digits no long number: somebody
 * wrote it over both. */
void isr_excuses_read(IsrExcuses *excuses, const GString *text, gboolean loose)
{
    if (loose)
        isr_strand_end(&excuses->strand);
    excuses->strand.edge = excuses->strand.count;
    put(&excuses->strand, text);
    if (loose)
        isr_strand_end(&excuses->strand);
}

const IsrSecret *isr_excuses_find(const IsrExcuses *excuses, const GString *text)
{
    IsrStrand strand;
    const IsrSecret *found;

    isr_strand_init(&strand, excuses->needles, ISR_STRAND_TEXT, NULL);
    put(&strand, text);
    found = strand.found ? strand.found->secret : NULL;
    isr_strand_clear(&strand);
    return found;
}

gboolean isr_excuses_has(const IsrExcuses *excuses, const IsrSecret *secret)
{
    return g_hash_table_contains(excuses->heard, secret);
}
