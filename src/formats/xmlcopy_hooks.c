/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a format's hooks may ask of a copy, and have it do, while it is under way. */
#include "xmlcopy_state.h"

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
    const IsrXmlFrame *frame = isr_xml_copy_frame(copy, up);

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
    for (guint i = 0; i <= up && isr_xml_copy_frame(copy, i); i++)
        isr_xml_copy_frame(copy, i)->flags |= flags;
}

guint isr_xml_copy_flags(const IsrXmlCopy *copy, guint up)
{
    const IsrXmlFrame *frame = isr_xml_copy_frame(copy, up);

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

gboolean isr_xml_copy_insert(IsrXmlCopy *copy, const IsrXmlElement *element, const char *text,
                             GError **error)
{
    const IsrXmlRule *rule =
        isr_xml_grammar_rule(copy->source->grammar, element->uri, element->local);
    guint slot;

    if (isr_xml_copy_is_silent(copy))
        return TRUE;
    if (!isr_xml_tokens_start(copy->tokens, element, rule, &slot, error))
        return FALSE;
    if (text && !isr_xml_copy_take_story_text(copy, text, error))
        return FALSE;
    return isr_xml_tokens_end(copy->tokens, error);
}

gboolean isr_xml_copy_deleted(IsrXmlCopy *copy, const char *text, GError **error)
{
    return isr_xml_story_text(copy->story, text, ISR_XML_NO_SLOT,
                              isr_xml_copy_flags(copy, 0) | ISR_RUN_DELETED, error);
}
