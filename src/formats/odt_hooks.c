/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the grammar of OpenDocument cannot say: text that is not shown, tracked changes, links,
 * fields, and the kinds of blocks. */
#include "odt.h"

#include <string.h>

typedef gboolean (*StartHook)(OdtWalk *odt, IsrXmlCopy *copy, IsrXmlElement *element,
                              IsrXmlRule *rule, GError **error);

static void drop(IsrXmlRule *rule, const char *word)
{
    rule->does = ISR_XML_DROP;
    rule->as = word;
}

static void drop_hidden(IsrXmlRule *rule)
{
    drop(rule, "hidden text");
}

/* --- text that is not shown --- */

static gboolean is_hidden(const OdtWalk *odt, const IsrXmlElement *element, const char *family)
{
    return isr_odt_hidden_for(odt->hidden, family, isr_xml_value(element, ODT_TEXT, "style-name"));
}

static ODT_START(start_paragraph)
{
    if (!odt->walk->keep->keep_hidden && is_hidden(odt, element, "paragraph"))
        drop_hidden(rule);
    else
        odt->paragraphs++;
    return TRUE;
}

static ODT_START(start_span)
{
    if (!odt->walk->keep->keep_hidden && is_hidden(odt, element, "text"))
        drop_hidden(rule);
    return TRUE;
}

static gboolean says(const IsrXmlElement *element, const char *attribute, const char *word)
{
    const char *value = isr_xml_value(element, ODT_TEXT, attribute);

    return value && g_str_equal(value, word);
}

/* By its condition, as it was when the document was last written. */
static gboolean is_switched_off(const OdtWalk *odt, const IsrXmlElement *element)
{
    return !odt->walk->keep->keep_hidden &&
           (says(element, "display", "none") || says(element, "is-hidden", "true"));
}

static ODT_START(start_section)
{
    if (is_switched_off(odt, element))
        drop_hidden(rule);
    return TRUE;
}

static ODT_START(start_field)
{
    if (is_switched_off(odt, element))
        drop_hidden(rule);
    else
        isr_visit_part(odt->visit, "field", ISR_FATE_REWRITTEN, "fields become plain text", FALSE);
    return TRUE;
}

/* The mark of the rule stands for the name. */
static ODT_START(start_author)
{
    const char *mark = rule->as;

    rule->as = "field that names an author";
    return isr_xml_copy_text(copy, mark, error);
}

/* A field that hides the paragraph it stands in. */
static ODT_START(start_hidden_paragraph)
{
    if (!odt->walk->keep->keep_hidden && says(element, "is-hidden", "true"))
        odt->hidden_paragraph = odt->paragraphs;
    return TRUE;
}

static ODT_START(start_common)
{
    isr_odt_hidden_begin(odt->hidden, rule->tag == ODT_TAG_AUTOMATIC_STYLES);
    return TRUE;
}

static ODT_START(start_style)
{
    isr_odt_hidden_style(odt->hidden, isr_xml_value(element, ODT_STYLE, "family"),
                         isr_xml_value(element, ODT_STYLE, "name"),
                         isr_xml_value(element, ODT_STYLE, "parent-style-name"));
    return TRUE;
}

static ODT_START(start_text_properties)
{
    const char *display = isr_xml_value(element, ODT_TEXT, "display");

    if (display && isr_xml_copy_tag(copy, 0) == ODT_TAG_STYLE)
        isr_odt_hidden_display(odt->hidden, !g_str_equal(display, "none"));
    return TRUE;
}

/* --- comments and tracked changes --- */

static ODT_START(start_comment)
{
    if (!odt->walk->keep->keep_comments)
        return TRUE;
    rule->does = ISR_XML_NEST;
    odt->comments++;
    return TRUE;
}

static ODT_START(start_note)
{
    odt->notes++;
    return TRUE;
}

static ODT_START(start_region)
{
    const char *id = isr_xml_value(element, ODT_XML, "id");

    isr_odt_changes_region(odt->changes, id ? id : isr_xml_value(element, ODT_TEXT, "id"));
    return TRUE;
}

static ODT_START(start_deletion)
{
    isr_odt_changes_begin(odt->changes);
    return TRUE;
}

/* Within a deletion all text is gathered, whatever it stands in. */
static void gather(OdtWalk *odt, IsrXmlRule *rule)
{
    if (rule->does == ISR_XML_BLOCK)
        isr_odt_changes_append(odt->changes, "\n");
    if (rule->does == ISR_XML_PSEUDO)
        isr_odt_changes_append(odt->changes, rule->as);
    rule->tag = ODT_TAG_NONE;
    if (rule->does == ISR_XML_DROP)
        return;
    rule->does = ISR_XML_UNWRAP;
    rule->flags = ISR_XML_DATA;
}

static ODT_START(start_change)
{
    const char *deleted =
        isr_odt_changes_deleted(odt->changes, isr_xml_value(element, ODT_TEXT, "change-id"));

    /* between paragraphs nothing is joined, so there is no text to read it with */
    if (!deleted || *deleted == 0 || odt->paragraphs == 0)
        return TRUE;
    return isr_xml_copy_deleted(copy, *deleted == '\n' ? deleted + 1 : deleted, error);
}

/* --- links --- */

static gboolean is_kept_host(const OdtWalk *odt, const char *target)
{
    g_autoptr(GUri) uri = g_uri_parse(target, G_URI_FLAGS_NONE, NULL);
    const char *scheme = uri ? g_uri_get_scheme(uri) : "";

    if (!odt->walk->keep->link_hosts || (strcmp(scheme, "http") != 0 && strcmp(scheme, "https")))
        return FALSE;
    return !g_uri_get_userinfo(uri) && g_uri_get_host(uri) &&
           g_strv_contains((const char *const *)odt->walk->keep->link_hosts, g_uri_get_host(uri));
}

/* A link within the document goes where its bookmark goes. "Heading|outline" holds words. */
static gboolean follow_inside(OdtWalk *odt, const char *part, const char *name, IsrXmlRule *rule,
                              GError **error)
{
    const char *now;

    if (*name == 0 || strchr(name, '|'))
        return TRUE;
    now = isr_visit_name(odt->visit, "Bookmark", part, name, error);
    if (!now)
        return FALSE;
    odt->target = isr_odt_names_lend(odt->names, g_strconcat("#", now, NULL));
    rule->does = ISR_XML_COPY;
    return TRUE;
}

static ODT_START(start_link)
{
    const char *target = isr_xml_value(element, ODT_XLINK, "href");
    const char *part = isr_xml_copy_part(copy);
    gboolean stays = FALSE;

    odt->target = NULL;
    if (target && *target == '#')
        return follow_inside(odt, part, target + 1, rule, error);
    if (target && is_kept_host(odt, target) &&
        !isr_visit_value(odt->visit, part, target, &stays, error))
        return FALSE;
    if (stays) {
        odt->target = target;
        rule->does = ISR_XML_COPY;
    } else {
        isr_visit_part(odt->visit, "link", ISR_FATE_DROPPED,
                       "links lead out of the record; their text stays", FALSE);
    }
    return TRUE;
}

/* --- the rest --- */

static ODT_START(start_contents)
{
    odt->contents++;
    return TRUE;
}

/* Of an index that is plain text now, only the paragraphs stay. */
static ODT_START(start_index_body)
{
    if (odt->contents == 0)
        rule->does = ISR_XML_UNWRAP;
    return TRUE;
}

/* As many spaces as one element can stand for in a block; more say no more. */
static const char spaces_of[] = "                                                                ";

static ODT_START(start_spaces)
{
    const char *count = isr_xml_value(element, ODT_TEXT, "c");
    const guint64 spaces = count ? g_ascii_strtoull(count, NULL, 10) : 1;

    rule->as = &spaces_of[sizeof spaces_of - 1 - CLAMP(spaces, 1, sizeof spaces_of - 1)];
    return TRUE;
}

static const StartHook starts[ODT_N_TAGS] = {
    [ODT_TAG_PARAGRAPH] = start_paragraph,
    [ODT_TAG_HEADING] = start_paragraph,
    [ODT_TAG_SPAN] = start_span,
    [ODT_TAG_SPACES] = start_spaces,
    [ODT_TAG_COMMENT] = start_comment,
    [ODT_TAG_NOTE] = start_note,
    [ODT_TAG_FIELD] = start_field,
    [ODT_TAG_AUTHOR] = start_author,
    [ODT_TAG_HIDDEN_PARAGRAPH] = start_hidden_paragraph,
    [ODT_TAG_LINK] = start_link,
    [ODT_TAG_SECTION] = start_section,
    [ODT_TAG_CONTENTS] = start_contents,
    [ODT_TAG_INDEX_BODY] = start_index_body,
    [ODT_TAG_REGION] = start_region,
    [ODT_TAG_DELETION] = start_deletion,
    [ODT_TAG_CHANGE] = start_change,
    [ODT_TAG_FRAME] = isr_odt_frame_start,
    [ODT_TAG_IMAGE] = isr_odt_image_start,
    [ODT_TAG_OBJECT] = isr_odt_object_start,
    [ODT_TAG_FILL] = isr_odt_fill_start,
    [ODT_TAG_COMMON_STYLES] = start_common,
    [ODT_TAG_AUTOMATIC_STYLES] = start_common,
    [ODT_TAG_STYLE] = start_style,
    [ODT_TAG_TEXT_PROPERTIES] = start_text_properties,
};

/* The root element says it; the parts that are made anew say the same. */
static void note_version(OdtWalk *odt, const IsrXmlElement *element)
{
    const char *version = isr_xml_value(element, ODT_OFFICE, "version");

    if (version && (g_str_equal(version, "1.3") || g_str_equal(version, "1.4")))
        g_strlcpy(odt->version, version, sizeof odt->version);
}

static gboolean on_start(gpointer self, IsrXmlCopy *copy, IsrXmlElement *element, IsrXmlRule *rule,
                         GError **error)
{
    OdtWalk *odt = self;

    if (g_str_equal(element->uri, ODT_OFFICE))
        note_version(odt, element);
    if (isr_odt_changes_is_open(odt->changes)) {
        gather(odt, rule);
        return TRUE;
    }
    if (isr_xml_copy_tag(copy, 0) == ODT_TAG_COVERED && !odt->walk->keep->keep_hidden) {
        drop_hidden(rule);
        return TRUE;
    }
    return !starts[rule->tag] || starts[rule->tag](odt, copy, element, rule, error);
}

static gboolean on_data(gpointer self, IsrXmlCopy *copy, const char **text, GError **error)
{
    OdtWalk *odt = self;
    char *now;

    if (isr_odt_changes_is_open(odt->changes)) {
        isr_odt_changes_append(odt->changes, *text);
        *text = NULL;
        return TRUE;
    }
    if (isr_xml_copy_tag(copy, 0) == ODT_TAG_BINARY) {
        const gboolean taken = isr_odt_binary(odt, *text, error);

        *text = NULL;
        return taken;
    }
    if (!isr_odt_is_wordy(*text))
        return TRUE;
    now = isr_visit_text(odt->visit, ISR_BLOCK_BODY, isr_xml_copy_part(copy), *text, error);
    if (now)
        *text = isr_odt_names_lend(odt->names, now);
    return now != NULL;
}

static void end_paragraph(OdtWalk *odt, IsrXmlCopy *copy, guint tag)
{
    if (tag == ODT_TAG_HEADING)
        isr_xml_copy_set_kind(copy, ISR_BLOCK_HEADING);
    else if (odt->comments > 0)
        isr_xml_copy_set_kind(copy, ISR_BLOCK_COMMENT);
    else if (odt->notes > 0)
        isr_xml_copy_set_kind(copy, ISR_BLOCK_NOTE);
    if (odt->hidden_paragraph == odt->paragraphs) {
        isr_xml_copy_drop(copy);
        isr_visit_part(odt->visit, "hidden text", ISR_FATE_DROPPED,
                       "not needed to read the document", FALSE);
        odt->hidden_paragraph = 0;
    }
    odt->paragraphs--;
}

static gboolean on_end(gpointer self, IsrXmlCopy *copy, const IsrXmlRule *rule, guint64 first,
                       GError **error)
{
    OdtWalk *odt = self;

    (void)first;
    switch (rule->tag) {
    case ODT_TAG_PARAGRAPH:
    case ODT_TAG_HEADING:
        end_paragraph(odt, copy, rule->tag);
        return TRUE;
    case ODT_TAG_NOTE:
        odt->notes--;
        return TRUE;
    case ODT_TAG_CONTENTS:
        odt->contents--;
        return TRUE;
    case ODT_TAG_COMMENT:
        odt->comments--;
        return TRUE;
    case ODT_TAG_DELETION:
        isr_odt_changes_end(odt->changes);
        isr_visit_part(odt->visit, "tracked change", ISR_FATE_DROPPED,
                       "tracked changes are accepted", FALSE);
        return TRUE;
    case ODT_TAG_FRAME:
        return isr_odt_frame_end(odt, copy, error);
    case ODT_TAG_IMAGE:
        return isr_odt_image_end(odt, copy, error);
    default:
        return TRUE;
    }
}

const IsrXmlHooks isr_odt_hooks = {
    .start = on_start,
    .value = isr_odt_value,
    .data = on_data,
    .end = on_end,
};
