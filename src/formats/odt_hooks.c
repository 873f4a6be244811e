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

static gboolean start_paragraph(OdtWalk *odt, IsrXmlCopy *copy, IsrXmlElement *element,
                                IsrXmlRule *rule, GError **error)
{
    (void)copy;
    (void)error;
    if (!odt->walk->keep->keep_hidden && is_hidden(odt, element, "paragraph"))
        drop_hidden(rule);
    else
        odt->paragraphs++;
    return TRUE;
}

static gboolean start_span(OdtWalk *odt, IsrXmlCopy *copy, IsrXmlElement *element, IsrXmlRule *rule,
                           GError **error)
{
    (void)copy;
    (void)error;
    if (!odt->walk->keep->keep_hidden && is_hidden(odt, element, "text"))
        drop_hidden(rule);
    return TRUE;
}

static gboolean says(const IsrXmlElement *element, const char *attribute, const char *word)
{
    const char *value = isr_xml_value(element, ODT_TEXT, attribute);

    return value && g_str_equal(value, word);
}

static gboolean start_section(OdtWalk *odt, IsrXmlCopy *copy, IsrXmlElement *element,
                              IsrXmlRule *rule, GError **error)
{
    (void)copy;
    (void)error;
    if (!odt->walk->keep->keep_hidden &&
        (says(element, "display", "none") || says(element, "is-hidden", "true")))
        drop_hidden(rule);
    return TRUE;
}

static gboolean start_field(OdtWalk *odt, IsrXmlCopy *copy, IsrXmlElement *element,
                            IsrXmlRule *rule, GError **error)
{
    (void)copy;
    (void)error;
    if (!odt->walk->keep->keep_hidden &&
        (says(element, "display", "none") || says(element, "is-hidden", "true")))
        drop_hidden(rule);
    else
        isr_visit_part(odt->visit, "field", ISR_FATE_REWRITTEN, "fields become plain text", FALSE);
    return TRUE;
}

/* The mark of the rule stands for the name. */
static gboolean start_author(OdtWalk *odt, IsrXmlCopy *copy, IsrXmlElement *element,
                             IsrXmlRule *rule, GError **error)
{
    const char *mark = rule->as;

    (void)odt;
    (void)element;
    rule->as = "field that names an author";
    return isr_xml_copy_text(copy, mark, error);
}

/* A field that hides the paragraph it stands in. */
static gboolean start_hidden_paragraph(OdtWalk *odt, IsrXmlCopy *copy, IsrXmlElement *element,
                                       IsrXmlRule *rule, GError **error)
{
    (void)copy;
    (void)rule;
    (void)error;
    if (!odt->walk->keep->keep_hidden && says(element, "is-hidden", "true"))
        odt->hidden_paragraph = odt->paragraphs;
    return TRUE;
}

static gboolean start_common(OdtWalk *odt, IsrXmlCopy *copy, IsrXmlElement *element,
                             IsrXmlRule *rule, GError **error)
{
    (void)copy;
    (void)element;
    (void)error;
    isr_odt_hidden_begin(odt->hidden, rule->tag == ODT_TAG_AUTOMATIC_STYLES);
    return TRUE;
}

static gboolean start_style(OdtWalk *odt, IsrXmlCopy *copy, IsrXmlElement *element,
                            IsrXmlRule *rule, GError **error)
{
    (void)copy;
    (void)rule;
    (void)error;
    isr_odt_hidden_style(odt->hidden, isr_xml_value(element, ODT_STYLE, "family"),
                         isr_xml_value(element, ODT_STYLE, "name"),
                         isr_xml_value(element, ODT_STYLE, "parent-style-name"));
    return TRUE;
}

static gboolean start_text_properties(OdtWalk *odt, IsrXmlCopy *copy, IsrXmlElement *element,
                                      IsrXmlRule *rule, GError **error)
{
    const char *display = isr_xml_value(element, ODT_TEXT, "display");

    (void)rule;
    (void)error;
    if (display && isr_xml_copy_tag(copy, 0) == ODT_TAG_STYLE)
        isr_odt_hidden_display(odt->hidden, !g_str_equal(display, "none"));
    return TRUE;
}

/* --- comments and tracked changes --- */

static gboolean start_comment(OdtWalk *odt, IsrXmlCopy *copy, IsrXmlElement *element,
                              IsrXmlRule *rule, GError **error)
{
    (void)copy;
    (void)element;
    (void)error;
    if (!odt->walk->keep->keep_comments)
        return TRUE;
    rule->does = ISR_XML_NEST;
    odt->comments++;
    return TRUE;
}

static gboolean start_note(OdtWalk *odt, IsrXmlCopy *copy, IsrXmlElement *element, IsrXmlRule *rule,
                           GError **error)
{
    (void)copy;
    (void)element;
    (void)rule;
    (void)error;
    odt->notes++;
    return TRUE;
}

static gboolean start_region(OdtWalk *odt, IsrXmlCopy *copy, IsrXmlElement *element,
                             IsrXmlRule *rule, GError **error)
{
    const char *id = isr_xml_value(element, ODT_XML, "id");

    (void)copy;
    (void)rule;
    (void)error;
    isr_odt_changes_region(odt->changes, id ? id : isr_xml_value(element, ODT_TEXT, "id"));
    return TRUE;
}

static gboolean start_deletion(OdtWalk *odt, IsrXmlCopy *copy, IsrXmlElement *element,
                               IsrXmlRule *rule, GError **error)
{
    (void)copy;
    (void)element;
    (void)rule;
    (void)error;
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

static gboolean start_change(OdtWalk *odt, IsrXmlCopy *copy, IsrXmlElement *element,
                             IsrXmlRule *rule, GError **error)
{
    const char *deleted =
        isr_odt_changes_deleted(odt->changes, isr_xml_value(element, ODT_TEXT, "change-id"));

    (void)rule;
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

static gboolean start_link(OdtWalk *odt, IsrXmlCopy *copy, IsrXmlElement *element, IsrXmlRule *rule,
                           GError **error)
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

static gboolean start_contents(OdtWalk *odt, IsrXmlCopy *copy, IsrXmlElement *element,
                               IsrXmlRule *rule, GError **error)
{
    (void)copy;
    (void)element;
    (void)rule;
    (void)error;
    odt->contents++;
    return TRUE;
}

/* Of an index that is plain text now, only the paragraphs stay. */
static gboolean start_index_body(OdtWalk *odt, IsrXmlCopy *copy, IsrXmlElement *element,
                                 IsrXmlRule *rule, GError **error)
{
    (void)copy;
    (void)element;
    (void)error;
    if (odt->contents == 0)
        rule->does = ISR_XML_UNWRAP;
    return TRUE;
}

/* As many spaces as one element can stand for in a block; more say no more. */
static const char spaces_of[] = "                                                                ";

static gboolean start_spaces(OdtWalk *odt, IsrXmlCopy *copy, IsrXmlElement *element,
                             IsrXmlRule *rule, GError **error)
{
    const char *count = isr_xml_value(element, ODT_TEXT, "c");
    const guint64 spaces = count ? g_ascii_strtoull(count, NULL, 10) : 1;

    (void)odt;
    (void)copy;
    (void)error;
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
