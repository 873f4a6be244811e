/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels that end a paragraph, and the values that begin the next: "NHS number:" above
 * "999 123 4567". Detectors see one block, so what stands here is learnt as a term. */
#include <string.h>

#include "fullname.h"
#include "people.h"
#include "whose.h"

#define MOST_LABEL 80

/* The label that the block is, or that its last line is. */
static IsrLabelMeaning ends_with(const IsrPeople *people, const IsrBlock *block)
{
    IsrLabelMeaning meaning = {NULL, NULL}, none = meaning;
    const char *text = block->text->str;
    gsize end = block->text->len, start;

    while (end > 0 && g_ascii_isspace(text[end - 1]))
        end--;
    gboolean colon = end > 0 && text[end - 1] == ':';
    for (start = end; start > 0 && text[start - 1] != '\n';)
        start--;
    if (block->kind == ISR_BLOCK_ROW || end == start || end - start > MOST_LABEL ||
        !isr_label_index_read(people->patterns->wordings, text + start, (gssize)(end - start),
                              colon, &meaning))
        return none;
    return meaning;
}

static IsrRole role_of(const IsrLabelMeaning *meaning)
{
    return meaning->owner != NULL ? meaning->owner->role : meaning->label->role;
}

static const char *kin_of(const IsrLabelMeaning *meaning)
{
    return meaning->owner != NULL ? meaning->owner->kin : meaning->label->kin;
}

static MentionKind kind_of(const IsrLabelMeaning *meaning)
{
    const char *id = meaning->label->id;

    return g_str_equal(id, "forename")  ? MENTION_FORENAME
           : g_str_equal(id, "surname") ? MENTION_SURNAME
           : g_str_equal(id, "alias")   ? MENTION_ALIAS
                                        : MENTION_NAME;
}

/* A name that fills the block, or nearly. */
static void learn_name(IsrPeople *people, const IsrBlock *block)
{
    g_autoptr(IsrReading) reading = isr_reading_new(block, ISR_VIEW_AFTER);
    g_autoptr(Words) words = isr_words_new(people->patterns, reading);
    FullName name;
    gsize length;

    if (words->words->len > 6 || !isr_fullname_read(words, 0, LEAD_LABEL, &name))
        return;
    const char *text = isr_words_text(words, name.first, name.last, &length);
    g_autofree char *copy = g_strndup(text, length);
    guint number = isr_people_remember(people, copy, kind_of(&people->pending),
                                       role_of(&people->pending), kin_of(&people->pending), 0);
    Mention *mention = people->mentions->pdata[number - 1];
    mention->block = block->index;
    mention->score = 0.9;
    mention->reason = "its label says so";
    mention->weight = 3;
}

static void learn_shaped(IsrPeople *people, const IsrBlock *block)
{
    const IsrLabelMeaning *meaning = &people->pending;
    const char *text = block->text->str;
    gsize at = strspn(text, " ");
    IsrRange value;

    if (!isr_label_value(meaning->label, text, block->text->len, at, &value, NULL) ||
        value.start == value.end)
        return;
    isr_people_keep(people, meaning->label->category,
                    g_strndup(text + value.start, value.end - value.start), role_of(meaning),
                    kin_of(meaning), 0);
}

void isr_pending_learn(IsrPeople *people, const IsrBlock *block, const GArray *findings)
{
    gsize at = strspn(block->text->str, " \t");
    gboolean known = FALSE;

    if (at == block->text->len)
        return; /* an empty line between label and value */
    for (guint i = 0; i < findings->len; i++)
        known = known || (g_array_index(findings, IsrFinding, i).range.start <= at + 4 &&
                          !isr_category_is_topic(g_array_index(findings, IsrFinding, i).category));
    if (people->pending.label != NULL && block->kind != ISR_BLOCK_ROW) {
        if (people->pending.label->shape == NULL)
            learn_name(people, block);
        else if (!known)
            learn_shaped(people, block);
    }
    people->pending = ends_with(people, block);
}
