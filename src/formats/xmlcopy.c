/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drives the copying of one part: looks each element up, calls the format's hooks, and passes
 * text to the story and tags to the tokens. It owns the stack of open elements. */
#include "xmlcopy.h"

#include "xmlstory.h"
#include "xmltokens.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <string.h>

typedef struct {
    IsrXmlRule rule;
    guint64 first;   /* number of its first token */
    guint flags;     /* IsrRunFlags of text in it */
    guint scope;     /* namespaces in scope outside it */
    gboolean silent; /* nothing in it is written */
    gboolean merged; /* a paragraph that goes on in the one before: its start tag is not written */
} Frame;

struct IsrXmlCopy {
    const IsrXmlSource *source;
    IsrXmlWriter *writer; /* NULL: nothing is written */
    IsrXmlTokens *tokens;
    IsrXmlStory *story;
    GArray *frames;       /* of Frame, innermost last */
    GPtrArray *prefixes;  /* of char *: prefix, URI, prefix, URI, ... in scope */
    GString *text;        /* character data since the last tag */
    GStringChunk *values; /* new values of the element that begins */
    guint skipping;       /* depth within an element that is dropped */
    guint holds;
    gboolean dropping, unwrapping, lingering, merging; /* what the end hook asked for */
};

static Frame *frame_at(const IsrXmlCopy *copy, guint up)
{
    guint depth = copy->frames->len;

    return up < depth ? &g_array_index(copy->frames, Frame, depth - 1 - up) : NULL;
}

static gboolean is_silent(const IsrXmlCopy *copy)
{
    const Frame *frame = frame_at(copy, 0);

    return frame && frame->silent;
}

/* --- for hooks --- */

IsrVisit *isr_xml_copy_visit(IsrXmlCopy *copy)
{
    return copy->source->visit;
}

const char *isr_xml_copy_part(const IsrXmlCopy *copy)
{
    return copy->source->part;
}

guint isr_xml_copy_depth(const IsrXmlCopy *copy)
{
    return copy->frames->len;
}

gboolean isr_xml_copy_is_plain(const IsrXmlCopy *copy, const char *value)
{
    return isr_xml_grammar_is_plain(copy->source->grammar, value);
}

guint isr_xml_copy_tag(const IsrXmlCopy *copy, guint up)
{
    const Frame *frame = frame_at(copy, up);

    return frame ? frame->rule.tag : 0;
}

const char *isr_xml_copy_namespace(const IsrXmlCopy *copy, const char *prefix)
{
    for (guint i = copy->prefixes->len; i > 0; i -= 2) {
        if (g_str_equal(copy->prefixes->pdata[i - 2], prefix))
            return copy->prefixes->pdata[i - 1];
    }
    return NULL;
}

void isr_xml_copy_flag(IsrXmlCopy *copy, guint up, guint flags)
{
    for (guint i = 0; i <= up && frame_at(copy, i); i++)
        frame_at(copy, i)->flags |= flags;
}

guint isr_xml_copy_flags(const IsrXmlCopy *copy, guint up)
{
    const Frame *frame = frame_at(copy, up);

    return frame ? frame->flags : 0;
}

void isr_xml_copy_set_kind(IsrXmlCopy *copy, IsrBlockKind kind)
{
    isr_xml_story_set_kind(copy->story, kind);
}

guint64 isr_xml_copy_here(const IsrXmlCopy *copy)
{
    return isr_xml_tokens_here(copy->tokens);
}

void isr_xml_copy_cut(IsrXmlCopy *copy, guint64 from, guint64 to)
{
    isr_xml_tokens_cut(copy->tokens, from, to);
}

gboolean isr_xml_copy_is_bare(const IsrXmlCopy *copy, guint64 from)
{
    return isr_xml_tokens_are_bare(copy->tokens, from, isr_xml_tokens_here(copy->tokens));
}

void isr_xml_copy_drop(IsrXmlCopy *copy)
{
    copy->dropping = TRUE;
}

void isr_xml_copy_unwrap(IsrXmlCopy *copy)
{
    copy->unwrapping = TRUE;
}

void isr_xml_copy_hold(IsrXmlCopy *copy)
{
    copy->holds++;
}

void isr_xml_copy_release(IsrXmlCopy *copy)
{
    copy->holds--;
}

void isr_xml_copy_linger(IsrXmlCopy *copy, gboolean merge)
{
    copy->lingering = TRUE;
    copy->merging = merge;
}

gboolean isr_xml_copy_is_merging(const IsrXmlCopy *copy)
{
    return isr_xml_story_is_merging(copy->story, copy->frames->len);
}

/* --- text --- */

static gboolean is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n")] == 0;
}

static gboolean take_data(IsrXmlCopy *copy, GError **error)
{
    const IsrXmlHooks *hooks = copy->source->hooks;
    const char *text = copy->text->str;
    guint slot;

    if (hooks && hooks->data && !hooks->data(copy->source->self, copy, &text, error))
        return FALSE;
    return !text || is_silent(copy) || isr_xml_tokens_text(copy->tokens, text, &slot, error);
}

/* @text as it reads after what is already in the block. */
static char *collapsed(const IsrXmlCopy *copy, const char *text)
{
    gboolean spaced = isr_xml_story_ends_in_space(copy->story);
    char *out = g_malloc(strlen(text) + 1), *to = out;

    for (; *text; text++) {
        const gboolean space = strchr(" \t\r\n", *text) != NULL;

        if (!space || !spaced)
            *to++ = space ? ' ' : *text;
        spaced = space;
    }
    *to = 0;
    return out;
}

static gboolean take_story_text(IsrXmlCopy *copy, const char *text, GError **error)
{
    guint slot = ISR_XML_NO_SLOT;
    guint flags = isr_xml_copy_flags(copy, 0);
    g_autofree char *read = copy->source->collapses ? collapsed(copy, text) : NULL;

    if (!is_silent(copy) && !isr_xml_tokens_text(copy->tokens, text, &slot, error))
        return FALSE;
    if (read && *read == 0)
        return TRUE;
    return isr_xml_story_text(copy->story, read ? read : text, slot, flags, error);
}

/* White space between tags stays; any other text outside the elements that hold text does not. */
static gboolean take_stray_text(IsrXmlCopy *copy, GError **error)
{
    guint slot;

    if (!is_blank(copy->text->str)) {
        isr_visit_part(copy->source->visit, "stray text", ISR_FATE_DROPPED,
                       "stood where no text belongs", FALSE);
        return TRUE;
    }
    return is_silent(copy) || isr_xml_tokens_text(copy->tokens, copy->text->str, &slot, error);
}

/* Everything since the last tag is one text, in however many pieces it came. */
static gboolean take_text(IsrXmlCopy *copy, GError **error)
{
    const Frame *frame = frame_at(copy, 0);
    gboolean done = TRUE;

    if (copy->text->len == 0)
        return TRUE;
    if (frame && (frame->rule.flags & ISR_XML_DATA))
        done = take_data(copy, error);
    else if (frame && (frame->rule.flags & ISR_XML_TEXT))
        done = take_story_text(copy, copy->text->str, error);
    else if (frame)
        done = take_stray_text(copy, error);
    g_string_truncate(copy->text, 0);
    return done;
}

/* --- start tags --- */

/* What the hook gives is its own only until it is called again: it is copied. */
static gboolean ask_hook(IsrXmlCopy *copy, const IsrXmlElement *element, IsrXmlAttribute *at,
                         const IsrXmlValueRule *rule, GError **error)
{
    const char *value = at->value;

    if (!copy->source->hooks->value(copy->source->self, copy, element, at, rule, &value, error))
        return FALSE;
    at->value = value && value != at->value ? g_string_chunk_insert(copy->values, value) : value;
    return TRUE;
}

static gboolean keep_value(IsrXmlCopy *copy, const IsrXmlElement *element, IsrXmlAttribute *at,
                           const IsrXmlValueRule *rule, GError **error)
{
    const IsrXmlSource *source = copy->source;
    gboolean stays = TRUE;

    switch (rule->does) {
    case ISR_XML_VALUE_DROP:
        at->value = NULL;
        return TRUE;
    case ISR_XML_VALUE_BLANK:
        at->value = rule->as ? rule->as : "";
        return TRUE;
    case ISR_XML_VALUE_NAME:
        if (isr_xml_grammar_is_plain(source->grammar, at->value))
            return TRUE;
        at->value = isr_visit_name(source->visit, rule->as, source->part, at->value, error);
        return at->value != NULL;
    case ISR_XML_VALUE_TEXT: {
        g_autofree char *text =
            isr_visit_text(source->visit, source->kind, source->part, at->value, error);

        at->value = text ? g_string_chunk_insert(copy->values, text) : NULL;
        return text != NULL;
    }
    case ISR_XML_VALUE_HOOK:
        return ask_hook(copy, element, at, rule, error);
    case ISR_XML_VALUE_CHECKED:
        if (isr_xml_grammar_is_plain(source->grammar, at->value))
            return TRUE;
        if (!isr_visit_value(source->visit, source->part, at->value, &stays, error))
            return FALSE;
        at->value = stays ? at->value : NULL;
        return TRUE;
    }
    return TRUE;
}

/* Leaves the attributes that may stay, under prefixes that tell nothing. */
static gboolean keep_attributes(IsrXmlCopy *copy, IsrXmlElement *element, GError **error)
{
    const IsrXmlGrammar *grammar = copy->source->grammar;
    guint kept = 0;

    for (guint i = 0; i < element->attributes->len; i++) {
        IsrXmlAttribute at = g_array_index(element->attributes, IsrXmlAttribute, i);
        const IsrXmlValueRule *rule =
            isr_xml_grammar_value(grammar, element->uri, element->local, at.uri, at.local);

        if (!rule)
            continue;
        if (!keep_value(copy, element, &at, rule, error))
            return FALSE;
        if (*at.prefix)
            at.prefix = isr_xml_grammar_prefix(grammar, at.uri, at.prefix);
        if (at.value)
            g_array_index(element->attributes, IsrXmlAttribute, kept++) = at;
    }
    g_array_set_size(element->attributes, kept);
    return TRUE;
}

static void keep_namespaces(IsrXmlCopy *copy, IsrXmlElement *element)
{
    const IsrXmlGrammar *grammar = copy->source->grammar;
    guint kept = 0;

    for (guint i = 0; i < element->namespaces->len; i++) {
        IsrXmlNamespace ns = g_array_index(element->namespaces, IsrXmlNamespace, i);

        if (*ns.uri && !isr_xml_grammar_knows(grammar, ns.uri))
            continue;
        ns.prefix = isr_xml_grammar_prefix(grammar, ns.uri, ns.prefix);
        g_array_index(element->namespaces, IsrXmlNamespace, kept++) = ns;
    }
    g_array_set_size(element->namespaces, kept);
}

static gboolean is_written(IsrXmlDoes does)
{
    return does != ISR_XML_UNWRAP && does != ISR_XML_DELETED && does != ISR_XML_INSERTED;
}

static gboolean put_start(IsrXmlCopy *copy, IsrXmlElement *element, Frame *frame, GError **error)
{
    guint slot = ISR_XML_NO_SLOT;
    gboolean character = frame->rule.does == ISR_XML_CHARACTER;

    if (is_written(frame->rule.does) && !frame->silent) {
        if (!keep_attributes(copy, element, error))
            return FALSE;
        keep_namespaces(copy, element);
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
static gboolean begin_story(IsrXmlCopy *copy, Frame *frame, GError **error)
{
    guint depth = copy->frames->len;

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
    const Frame *parent = frame_at(copy, 0);
    Frame frame = {.rule = *rule, .scope = copy->prefixes->len};

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
    if (!take_text(copy, error))
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

static gboolean end_story(IsrXmlCopy *copy, const Frame *frame, GError **error)
{
    switch (frame->rule.does) {
    case ISR_XML_BLOCK:
        if (!copy->lingering)
            return isr_xml_story_end_paragraph(copy->story, error);
        isr_xml_story_linger(copy->story, copy->merging);
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

static gboolean end_frame(IsrXmlCopy *copy, GError **error)
{
    const IsrXmlHooks *hooks = copy->source->hooks;
    Frame frame = *frame_at(copy, 0);

    copy->dropping = copy->unwrapping = copy->lingering = FALSE;
    if (frame.rule.does != ISR_XML_BLOCK &&
        !isr_xml_story_settle(copy->story, copy->frames->len - 1, error))
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
    return flush(copy, error);
}

static gboolean on_end(gpointer self, GError **error)
{
    IsrXmlCopy *copy = self;

    if (copy->skipping > 0) {
        copy->skipping--;
        return TRUE;
    }
    return take_text(copy, error) && end_frame(copy, error);
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
                "reads",
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

gboolean isr_xml_copy_insert(IsrXmlCopy *copy, const IsrXmlElement *element, const char *text,
                             GError **error)
{
    const IsrXmlRule *rule =
        isr_xml_grammar_rule(copy->source->grammar, element->uri, element->local);
    guint slot;

    if (is_silent(copy))
        return TRUE;
    if (!isr_xml_tokens_start(copy->tokens, element, rule, &slot, error))
        return FALSE;
    if (text && !take_story_text(copy, text, error))
        return FALSE;
    return isr_xml_tokens_end(copy->tokens, error);
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

gboolean isr_xml_copy_deleted(IsrXmlCopy *copy, const char *text, GError **error)
{
    return isr_xml_story_text(copy->story, text, ISR_XML_NO_SLOT,
                              isr_xml_copy_flags(copy, 0) | ISR_RUN_DELETED, error);
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
    copy.frames = g_array_new(FALSE, FALSE, sizeof(Frame));
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
