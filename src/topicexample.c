/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Examples of topics, tried: each becomes a block, all detectors are run over it, and the
 * sentences they find, and whose these are, are held against the marks. Examples are invented, so
 * messages may show them. */
#include <isredact/detector.h>
#include <isredact/example.h>
#include <isredact/people.h>

#include "focus.h"

#include <string.h>

static IsrBlock *block_of(const IsrExample *example)
{
    gboolean row = strchr(example->text, ISR_CELL_BREAK) != NULL;
    IsrBlock *block = isr_block_new(row ? ISR_BLOCK_ROW : ISR_BLOCK_BODY, "example");

    isr_block_append(block, example->text, -1, 0, ISR_RUN_PLAIN);
    return block;
}

/* What is found in @block, people settled and sentences given to them, as in a record of this
 * block alone. */
static GArray *found_in(const IsrPatterns *patterns, const IsrBlock *block, GError **error)
{
    g_autoptr(GArray) findings = isr_findings_new();
    g_autoptr(IsrPeople) people = isr_people_new(patterns, NULL);
    g_autoptr(IsrTerms) terms = isr_terms_new();
    g_autoptr(IsrFocus) focus = isr_focus_new(patterns, people);

    if (!isr_detect(patterns, block, findings, error))
        return NULL;
    isr_people_learn(people, block, findings);
    isr_people_settle(people, terms);
    isr_people_attribute(people, block, findings);
    isr_focus_attribute(focus, block, findings);
    return g_steal_pointer(&findings);
}

static gboolean is_of(const IsrTopic *topic, const IsrFinding *finding)
{
    return isr_topic_is_general(topic) ? isr_category_is_topic(finding->category)
                                       : finding->category == isr_topic_category(topic);
}

static const IsrFinding *found_at(const IsrTopic *topic, const GArray *findings, IsrRange mark)
{
    for (guint i = 0; i < findings->len; i++) {
        const IsrFinding *finding = &g_array_index(findings, IsrFinding, i);

        if (is_of(topic, finding) && finding->range.start == mark.start &&
            finding->range.end == mark.end)
            return finding;
    }
    return NULL;
}

static void complain(GPtrArray *complaints, const IsrTopic *topic, const char *group,
                     const IsrExample *example, const char *what)
{
    g_autofree char *text = g_strdelimit(g_strdup(example->text), "\x1f\n", '|');

    g_ptr_array_add(complaints,
                    g_strdup_printf("%s.topic: [%s] %s: \"%s\": %s", isr_topic_id(topic), group,
                                    example->key, text, what));
}

static gboolean try_example(const IsrPatterns *patterns, const IsrTopic *topic,
                            const IsrExample *example, GPtrArray *complaints, GError **error)
{
    g_autoptr(IsrBlock) block = block_of(example);
    g_autoptr(GArray) findings = found_in(patterns, block, error);
    guint found = 0;

    if (!findings)
        return FALSE;
    for (guint i = 0; i < example->marks->len; i++)
        if (!found_at(topic, findings, g_array_index(example->marks, IsrRange, i)))
            complain(complaints, topic, "match", example, "what is marked was not found as marked");
    for (guint i = 0; i < findings->len; i++)
        found += is_of(topic, &g_array_index(findings, IsrFinding, i));
    if (found > 0 && example->marks->len == 0)
        complain(complaints, topic, "no-match", example, "should not be found, but was");
    return TRUE;
}

static gboolean try_owner(const IsrPatterns *patterns, const IsrTopic *topic,
                          const IsrExample *example, GPtrArray *complaints, GError **error)
{
    g_autoptr(IsrBlock) block = block_of(example);
    g_autoptr(GArray) findings = found_in(patterns, block, error);
    g_autofree char *role = g_strndup(example->key, strcspn(example->key, "."));

    for (guint i = 0; findings && i < example->marks->len; i++) {
        IsrRange mark = g_array_index(example->marks, IsrRange, i);
        const IsrFinding *finding = found_at(topic, findings, mark);
        g_autofree char *given = g_strdup_printf("was taken for a sentence of role %s",
                                                 finding ? isr_role_id(finding->role) : "");

        if (!finding)
            complain(complaints, topic, "whose", example, "what is marked was not found as marked");
        else if (!g_str_equal(isr_role_id(finding->role), role))
            complain(complaints, topic, "whose", example, given);
    }
    return findings != NULL;
}

GPtrArray *isr_examples_try_topic(const IsrPatterns *patterns, const IsrTopic *topic,
                                  GError **error)
{
    g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
    const GPtrArray *examples = isr_topic_examples(topic), *owners = isr_topic_owners(topic);

    for (guint i = 0; i < examples->len; i++)
        if (!try_example(patterns, topic, examples->pdata[i], complaints, error))
            return NULL;
    for (guint i = 0; i < owners->len; i++)
        if (!try_owner(patterns, topic, owners->pdata[i], complaints, error))
            return NULL;
    if (examples->len == 0)
        g_ptr_array_add(complaints, g_strdup_printf("%s.topic: has no examples; write [match] and "
                                                    "[no-match]",
                                                    isr_topic_id(topic)));
    return g_steal_pointer(&complaints);
}
