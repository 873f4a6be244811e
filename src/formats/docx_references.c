/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values in DOCX parts that name other parts, links, namespaces or people. A relationship of the
 * copy is made only here, when something that is written needs it. */
#include "docx_hooks.h"
#include "docx_table.h"

#include <string.h>

/* --- links --- */

static gboolean is_host_of(const char *host, const char *allowed)
{
    gsize length = strlen(host), suffix = strlen(allowed);

    if (length < suffix || g_ascii_strcasecmp(host + length - suffix, allowed) != 0)
        return FALSE;
    return length == suffix || host[length - suffix - 1] == '.';
}

/* TRUE if the profile lets links to the host of @target stay. */
static gboolean is_allowed_link(const IsrKeep *keep, const char *target)
{
    g_autoptr(GUri) uri = g_uri_parse(target, G_URI_FLAGS_NONE, NULL);
    const char *host = uri ? g_uri_get_host(uri) : NULL;

    if (!host || g_uri_get_userinfo(uri) || !g_str_has_prefix(g_uri_get_scheme(uri), "http"))
        return FALSE;
    for (guint i = 0; keep->link_hosts && keep->link_hosts[i]; i++) {
        if (is_host_of(host, keep->link_hosts[i]))
            return TRUE;
    }
    return FALSE;
}

gboolean docx_start_hyperlink(DocxWalk *walk, IsrXmlCopy *copy, IsrXmlElement *element,
                              IsrXmlRule *rule, GError **error)
{
    const DocxRelation *relation =
        docx_relation_for(walk->relations, isr_xml_value(element, DOCX_R, "id"));
    gboolean stays =
        relation && relation->external && is_allowed_link(walk->keep, relation->target);

    if (stays &&
        !isr_visit_value(walk->visit, isr_xml_copy_part(copy), relation->target, &stays, error))
        return FALSE;
    if (relation && !stays)
        isr_visit_part(walk->visit, "link", ISR_FATE_DROPPED, "its text stays", FALSE);
    if (!stays && !isr_xml_value(element, DOCX_W, "anchor"))
        rule->does = ISR_XML_UNWRAP;
    return TRUE;
}

static const char *link_id(DocxWalk *walk, const DocxRelation *relation, IsrXmlCopy *copy,
                           GError **error)
{
    gboolean stays =
        relation && relation->external && is_allowed_link(walk->keep, relation->target);

    if (stays &&
        !isr_visit_value(walk->visit, isr_xml_copy_part(copy), relation->target, &stays, error))
        return NULL;
    return stays ? docx_part_relate_link(walk->part, relation->target) : NULL;
}

/* --- parts and pictures --- */

gboolean docx_start_reference(DocxWalk *walk, IsrXmlCopy *copy, IsrXmlElement *element,
                              IsrXmlRule *rule, GError **error)
{
    const DocxRelation *relation =
        docx_relation_for(walk->relations, isr_xml_value(element, DOCX_R, "id"));
    const char *wanted = g_str_equal(element->local, "headerReference")   ? "header"
                         : g_str_equal(element->local, "footerReference") ? "footer"
                                                                          : "chart";
    gboolean is_chart_text = g_str_equal(element->uri, DOCX_C) && !relation;

    (void)copy;
    (void)error;
    /* c:chart is also the element within a chart part that holds the chart itself. */
    if (is_chart_text && walk->part->kind == DOCX_PART_CHART)
        return TRUE;
    if (!relation || relation->member < 0 || relation->kind >= DOCX_PART_IMAGE ||
        !g_str_equal(docx_part_form(relation->kind)->relationship, wanted))
        rule->does = ISR_XML_DROP;
    return TRUE;
}

/* A picture without one of its own in the package gets a reference to a grey box. */
gboolean docx_start_picture(DocxWalk *walk, IsrXmlCopy *copy, IsrXmlElement *element,
                            IsrXmlRule *rule, GError **error)
{
    IsrXmlAttribute at = {.prefix = "r", .uri = DOCX_R, .value = ""};

    (void)walk;
    (void)copy;
    (void)rule;
    (void)error;
    at.local = g_str_equal(element->local, "blip") ? "embed" : "id";
    if (!isr_xml_value(element, DOCX_R, at.local))
        g_array_append_val(element->attributes, at);
    return TRUE;
}

static gboolean picture_id(DocxWalk *walk, const DocxRelation *relation, const char **id,
                           GError **error)
{
    const DocxPart *part;

    if (relation && relation->kind == DOCX_PART_IMAGE && relation->member >= 0)
        part = docx_parts_add_picture(walk->parts, (guint)relation->member,
                                      walk->keep->keep_pictures, error);
    else
        part = docx_parts_add_grey(walk->parts);
    *id = part ? docx_part_relate(walk->part, part) : NULL;
    return part != NULL;
}

/* The copy's id for r:id, r:embed, ...; NULL takes the attribute away. */
static gboolean relation_value(DocxWalk *walk, IsrXmlCopy *copy, const IsrXmlElement *element,
                               const IsrXmlAttribute *attribute, const char **value, GError **error)
{
    const DocxRelation *relation = docx_relation_for(walk->relations, attribute->value);
    guint tag = isr_xml_grammar_rule(walk->grammar, element->uri, element->local)->tag;
    gboolean main = g_str_equal(attribute->local, "id") || g_str_equal(attribute->local, "embed");
    g_autoptr(GError) problem = NULL;

    *value = NULL;
    if (!main)
        return TRUE;
    if (tag == DOCX_PICTURE || (tag == DOCX_PICTURE_FILL && relation &&
                                relation->kind == DOCX_PART_IMAGE && relation->member >= 0))
        return picture_id(walk, relation, value, error);
    if (tag == DOCX_HYPERLINK) {
        *value = link_id(walk, relation, copy, &problem);
    } else if (tag == DOCX_PART_REFERENCE && relation) {
        const DocxPart *part = docx_parts_add(walk->parts, relation->kind, (guint)relation->member);

        *value = part ? docx_part_relate(walk->part, part) : NULL;
    }
    if (problem)
        g_propagate_error(error, g_steal_pointer(&problem));
    return error == NULL || *error == NULL;
}

/* --- other values --- */

/* The prefixes of a list whose namespaces stay, as they are called in the copy. */
static const char *prefixes_value(const DocxWalk *walk, const IsrXmlCopy *copy, const char *list)
{
    g_auto(GStrv) prefixes = g_strsplit_set(list, " \t\r\n", -1);
    g_autoptr(GString) kept = g_string_new(NULL);

    for (guint i = 0; prefixes[i]; i++) {
        const char *uri = isr_xml_copy_namespace(copy, prefixes[i]);

        if (uri && isr_xml_grammar_knows(walk->grammar, uri))
            g_string_append_printf(kept, "%s%s", kept->len ? " " : "",
                                   isr_xml_grammar_prefix(walk->grammar, uri, prefixes[i]));
    }
    return kept->len ? g_string_chunk_insert(walk->values, kept->str) : NULL;
}

static guint author_number(const DocxWalk *walk, const char *author)
{
    gpointer number = g_hash_table_lookup(walk->authors, author);

    if (!number) {
        number = GUINT_TO_POINTER(g_hash_table_size(walk->authors) + 1);
        g_hash_table_insert(walk->authors, g_strdup(author), number);
    }
    return GPOINTER_TO_UINT(number);
}

gboolean docx_value(gpointer self, IsrXmlCopy *copy, const IsrXmlElement *element,
                    const IsrXmlAttribute *attribute, const IsrXmlValueRule *rule,
                    const char **value, GError **error)
{
    DocxWalk *walk = self;
    const char *author = isr_xml_value(element, DOCX_W, "author");
    g_autofree char *made = NULL;

    switch (rule->tag) {
    case DOCX_VALUE_RELATION:
        return relation_value(walk, copy, element, attribute, value, error);
    case DOCX_VALUE_PREFIXES:
        *value = prefixes_value(walk, copy, attribute->value);
        return TRUE;
    case DOCX_VALUE_URI:
        *value = isr_xml_grammar_uri(walk->grammar, attribute->value);
        return TRUE;
    case DOCX_VALUE_AUTHOR:
    case DOCX_VALUE_INITIALS:
        made = g_strdup_printf(rule->tag == DOCX_VALUE_AUTHOR ? "Author %u" : "A%u",
                               author_number(walk, author ? author : ""));
        *value = g_string_chunk_insert(walk->values, made);
        return TRUE;
    default:
        *value = NULL;
        return TRUE;
    }
}
