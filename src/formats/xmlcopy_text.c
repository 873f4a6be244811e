/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Character data: told to the story, to the tokens or to a hook, whatever element it stands in. */
#include "xmlcopy_state.h"

#include <string.h>

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
    return !text || isr_xml_copy_is_silent(copy) ||
           isr_xml_tokens_text(copy->tokens, text, &slot, error);
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

gboolean isr_xml_copy_take_story_text(IsrXmlCopy *copy, const char *text, GError **error)
{
    guint slot = ISR_XML_NO_SLOT;
    guint flags = isr_xml_copy_flags(copy, 0);
    g_autofree char *read = copy->source->collapses ? collapsed(copy, text) : NULL;

    if (!isr_xml_copy_is_silent(copy) && !isr_xml_tokens_text(copy->tokens, text, &slot, error))
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
    return isr_xml_copy_is_silent(copy) ||
           isr_xml_tokens_text(copy->tokens, copy->text->str, &slot, error);
}

/* Everything since the last tag is one text, in however many pieces it came. */
gboolean isr_xml_copy_take_text(IsrXmlCopy *copy, GError **error)
{
    const IsrXmlFrame *frame = isr_xml_copy_frame(copy, 0);
    gboolean done = TRUE;

    if (copy->text->len == 0)
        return TRUE;
    if (frame && (frame->rule.flags & ISR_XML_DATA))
        done = take_data(copy, error);
    else if (frame && (frame->rule.flags & ISR_XML_TEXT))
        done = isr_xml_copy_take_story_text(copy, copy->text->str, error);
    else if (frame)
        done = take_stray_text(copy, error);
    g_string_truncate(copy->text, 0);
    return done;
}
