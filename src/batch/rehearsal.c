/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parent opens no document; the examples are the patterns' own, and of all that is looked
 * for. */
#include "rehearsal.h"

#include "../descriptor.h"

#include <isredact/label.h>
#include <isredact/rule.h>
#include <isredact/topic.h>
#include <isredact/topics.h>

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static void add_examples(GString *text, const GPtrArray *examples)
{
    for (guint i = 0; i < examples->len; i++)
        g_string_append_printf(text, "%s\n\n", ((const IsrExample *)examples->pdata[i])->text);
}

static void add_labels(GString *text, const GPtrArray *labels)
{
    for (guint i = 0; i < labels->len; i++) {
        const IsrLabel *label = labels->pdata[i];

        if (label->match && label->match[0])
            g_string_append_printf(text, "%s\n\n", label->match[0]);
    }
}

static GString *text_of(const IsrPatterns *patterns)
{
    GString *text = g_string_new(NULL);
    const GPtrArray *topics = isr_topics_all(patterns->topics);

    for (guint i = 0; i < patterns->rules->len; i++)
        add_examples(text, isr_rule_examples(patterns->rules->pdata[i]));
    for (guint i = 0; i < topics->len; i++)
        add_examples(text, isr_topic_examples(topics->pdata[i]));
    add_labels(text, patterns->labels);
    return text;
}

/* Whether the copy would be one is no matter: nobody gets it. */
static void redact(const IsrJob *job, int fd)
{
    g_autoptr(IsrInput) input = isr_input_for_fd(fd, "examples", NULL);
    g_autoptr(IsrOutput) output = isr_output_new("-", FALSE, NULL);
    IsrRecord *record = input && output ? isr_pipeline_redact(job, input, output, NULL) : NULL;

    isr_record_free(record);
}

void isr_rehearse(const IsrJob *job)
{
    g_autoptr(GString) text = text_of(job->patterns);
    int fd = memfd_create("isredact-examples", MFD_CLOEXEC);

    if (fd < 0)
        return;
    if (isr_descriptor_write(fd, text->str, text->len))
        redact(job, fd);
    close(fd);
}
