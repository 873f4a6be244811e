/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drives the copying of one part: looks each element up, calls the format's hooks, and passes
 * text to the story and tags to the tokens. It owns the stack of open elements. */
#include "xmlcopy_state.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <string.h>

IsrXmlFrame *isr_xml_copy_frame(const IsrXmlCopy *copy, guint up)
{
    guint depth = copy->frames->len;

    return up < depth ? &g_array_index(copy->frames, IsrXmlFrame, depth - 1 - up) : NULL;
}

gboolean isr_xml_copy_is_silent(const IsrXmlCopy *copy)
{
    const IsrXmlFrame *frame = isr_xml_copy_frame(copy, 0);

    return frame && frame->silent;
}

/* --- start tags --- */

static gboolean is_written(IsrXmlDoes does)
{
    return does != ISR_XML_UNWRAP && does != ISR_XML_DELETED && does != ISR_XML_INSERTED;
}

static gboolean put_start(IsrXmlCopy *copy, IsrXmlElement *element, IsrXmlFrame *frame,
                          GError **error)
{
    guint slot = ISR_XML_NO_SLOT;
    gboolean character = frame->rule.does == ISR_XML_CHARACTER;

    if (is_written(frame->rule.does) && !frame->silent) {
        if (!isr_xml_copy_keep_attributes(copy, element, error))
            return FALSE;
        isr_xml_copy_keep_namespaces(copy, element);
        element->prefix =
            isr_xml_grammar_prefix(copy->source->grammar, element->uri, element->prefix);
        if (!isr_xml_tokens_start(copy->tokens, element, &frame->rule, &slot, error))
            return FALSE;
        if (frame->merged)
            isr_xml_tokens_cut(copy->tokens, frame->first, frame->first + 1);
    }
    if (!character && frame->rule.does != ISR_XML_PSEUDO)
        return TRUE;
    return isr_xml_story_text(copy->story, frame->rule.as ? frame->rule.as : "", slot,
                              frame->flags | (character ? 0 : ISR_RUN_PSEUDO), error);
}

/* What the element means for the blocks. */
static gboolean begin_story(IsrXmlCopy *copy, IsrXmlFrame *frame, GError **error)
{
    guint depth = copy->frames->len;

    if ((frame->rule.flags & ISR_XML_APART) && !isr_xml_story_settle_loose(copy->story, error))
        return FALSE;
    switch (frame->rule.does) {
    case ISR_XML_BLOCK:
        return isr_xml_story_begin_paragraph(copy->story, depth, &frame->merged, error);
    case ISR_XML_TABLE:
        if (!isr_xml_story_settle(copy->story, 0, error))
            return FALSE;
        isr_xml_story_begin_table(copy->story);
        return TRUE;
    case ISR_XML_ROW:
        return isr_xml_story_begin_row(copy->story, error);
    case ISR_XML_CELL:
        isr_xml_story_begin_cell(copy->story);
        return TRUE;
    case ISR_XML_NEST:
        isr_xml_story_begin_nest(copy->story);
        return TRUE;
    default:
        return TRUE;
    }
}

static void count_dropped(IsrXmlCopy *copy, const IsrXmlRule *rule)
{
    if (rule->as && *rule->as == 0)
        return;
    isr_visit_part(copy->source->visit, rule->as ? rule->as : "unlisted mark-up", ISR_FATE_DROPPED,
                   "not needed to read the document", FALSE);
}

static gboolean begin_frame(IsrXmlCopy *copy, IsrXmlElement *element, const IsrXmlRule *rule,
                            GError **error)
{
    const IsrXmlFrame *parent = isr_xml_copy_frame(copy, 0);
    IsrXmlFrame frame = {.rule = *rule, .scope = copy->prefixes->len};

    frame.first = isr_xml_tokens_here(copy->tokens);
    if (parent) {
        frame.flags = parent->flags;
        frame.silent = parent->silent;
    }
    if (rule->does == ISR_XML_DELETED) {
        frame.flags |= ISR_RUN_DELETED;
        frame.silent = TRUE;
    }
    if (rule->does == ISR_XML_INSERTED)
        frame.flags |= ISR_RUN_INSERTED;
    for (guint i = 0; i < element->namespaces->len; i++) {
        const IsrXmlNamespace *ns = &g_array_index(element->namespaces, IsrXmlNamespace, i);

        g_ptr_array_add(copy->prefixes, g_strdup(ns->prefix));
        g_ptr_array_add(copy->prefixes, g_strdup(ns->uri));
    }
    if (!begin_story(copy, &frame, error) || !put_start(copy, element, &frame, error))
        return FALSE;
    g_array_append_val(copy->frames, frame);
    return TRUE;
}

static gboolean on_start(gpointer self, IsrXmlElement *element, GError **error)
{
    IsrXmlCopy *copy = self;
    const IsrXmlHooks *hooks = copy->source->hooks;
    IsrXmlRule rule;

    if (copy->skipping > 0) {
        copy->skipping++;
        return TRUE;
    }
    g_string_chunk_clear(copy->values);
    if (!isr_xml_copy_take_text(copy, error))
        return FALSE;
    rule = *isr_xml_grammar_rule(copy->source->grammar, element->uri, element->local);
    if (hooks && hooks->start && !hooks->start(copy->source->self, copy, element, &rule, error))
        return FALSE;
    if (rule.does == ISR_XML_DROP) {
        count_dropped(copy, &rule);
        copy->skipping = 1;
        return TRUE;
    }
    return begin_frame(copy, element, &rule, error);
}

/* --- end tags --- */

static gboolean end_story(IsrXmlCopy *copy, const IsrXmlFrame *frame, GError **error)
{
    switch (frame->rule.does) {
    case ISR_XML_BLOCK:
        if (!copy->lingering)
            return isr_xml_story_end_paragraph(copy->story, error);
        isr_xml_story_linger(copy->story, copy->frames->len - 1, copy->merging);
        return TRUE;
    case ISR_XML_TABLE:
        isr_xml_story_end_table(copy->story);
        return TRUE;
    case ISR_XML_ROW:
        return isr_xml_story_end_row(copy->story, error);
    case ISR_XML_NEST:
        return isr_xml_story_end_nest(copy->story, error);
    default:
        return TRUE;
    }
}

static gboolean flush(IsrXmlCopy *copy, GError **error)
{
    gboolean waits = copy->holds > 0 || !isr_xml_story_is_idle(copy->story);

    if (waits && copy->frames->len > 0)
        return TRUE;
    isr_xml_tokens_flush(copy->tokens, copy->writer);
    return !copy->writer || isr_xml_writer_flush(copy->writer, error);
}

/* What lingers in the element that ends is over. */
static gboolean settle(IsrXmlCopy *copy, const IsrXmlFrame *frame, GError **error)
{
    const gboolean apart =
        frame->rule.does == ISR_XML_TABLE || (frame->rule.flags & ISR_XML_APART) != 0;

    return isr_xml_story_settle(copy->story, copy->frames->len - 1, error) &&
           (!apart || isr_xml_story_settle_loose(copy->story, error));
}

static gboolean end_frame(IsrXmlCopy *copy, GError **error)
{
    const IsrXmlHooks *hooks = copy->source->hooks;
    IsrXmlFrame frame = *isr_xml_copy_frame(copy, 0);

    copy->dropping = copy->unwrapping = copy->lingering = FALSE;
    if (!settle(copy, &frame, error))
        return FALSE;
    if (hooks && hooks->end &&
        !hooks->end(copy->source->self, copy, &frame.rule, frame.first, error))
        return FALSE;
    if (is_written(frame.rule.does) && !frame.silent && !isr_xml_tokens_end(copy->tokens, error))
        return FALSE;
    if (copy->dropping)
        isr_xml_copy_cut(copy, frame.first, isr_xml_copy_here(copy));
    if (copy->unwrapping) {
        isr_xml_copy_cut(copy, frame.first, frame.first + 1);
        isr_xml_copy_cut(copy, isr_xml_copy_here(copy) - 1, isr_xml_copy_here(copy));
    }
    if (!end_story(copy, &frame, error))
        return FALSE;
    g_ptr_array_set_size(copy->prefixes, (gint)frame.scope);
    g_array_set_size(copy->frames, copy->frames->len - 1);
    if (copy->frames->len == 0 && !isr_xml_story_end(copy->story, error))
        return FALSE;
    return flush(copy, error);
}

static gboolean on_end(gpointer self, GError **error)
{
    IsrXmlCopy *copy = self;

    if (copy->skipping > 0) {
        copy->skipping--;
        return TRUE;
    }
    return isr_xml_copy_take_text(copy, error) && end_frame(copy, error);
}

static gboolean on_text(gpointer self, const char *text, gsize length, GError **error)
{
    IsrXmlCopy *copy = self;

    if (copy->skipping > 0)
        return TRUE;
    g_string_append_len(copy->text, text, (gssize)length);
    if (copy->text->len <= ISR_LIMIT_BLOCK_BYTES)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_LIMIT,
                "%s: one text in it is longer than isredact "
                "reads; split it into paragraphs",
                copy->source->part);
    return FALSE;
}

static void on_aside(gpointer self)
{
    IsrXmlCopy *copy = self;

    if (copy->skipping == 0)
        isr_visit_part(copy->source->visit, "XML comment", ISR_FATE_DROPPED,
                       "no reader is shown it", FALSE);
}

static const char *on_uri(gpointer self, const char *uri)
{
    return isr_xml_grammar_uri(((IsrXmlCopy *)self)->source->grammar, uri);
}

gboolean isr_xml_copy_begin(IsrXmlCopy *copy, IsrXmlElement *element, GError **error)
{
    return on_start(copy, element, error);
}

gboolean isr_xml_copy_text(IsrXmlCopy *copy, const char *text, GError **error)
{
    return on_text(copy, text, strlen(text), error);
}

gboolean isr_xml_copy_end(IsrXmlCopy *copy, GError **error)
{
    return on_end(copy, error);
}

gboolean isr_xml_copy(const IsrXmlSource *source, GError **error)
{
    IsrXmlCopy copy = {.source = source};
    IsrXmlEvents events = {.self = &copy,
                           .uri = on_uri,
                           .start = on_start,
                           .end = on_end,
                           .text = on_text,
                           .aside = on_aside};
    gboolean done;

    copy.writer = source->sink ? isr_xml_writer_new(source->sink, source->sink_self) : NULL;
    copy.tokens = isr_xml_tokens_new(source->grammar);
    copy.story = isr_xml_story_new(source->visit, copy.tokens, source->part, source->kind);
    copy.frames = g_array_new(FALSE, FALSE, sizeof(IsrXmlFrame));
    copy.prefixes = g_ptr_array_new_with_free_func(g_free);
    copy.text = g_string_new(NULL);
    copy.values = g_string_chunk_new(256);
    done = isr_xml_read(source->package, source->member, source->part, &events, error);
    isr_xml_writer_free(copy.writer);
    isr_xml_tokens_free(copy.tokens);
    isr_xml_story_free(copy.story);
    g_array_unref(copy.frames);
    g_ptr_array_unref(copy.prefixes);
    g_string_free(copy.text, TRUE);
    g_string_chunk_free(copy.values);
    return done;
}
