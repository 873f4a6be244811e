/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values of attributes: what becomes of each, as the grammar, the visitor or a hook says. */
#include "xmlcopy_state.h"

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

gboolean isr_xml_copy_keep_attributes(IsrXmlCopy *copy, IsrXmlElement *element, GError **error)
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

void isr_xml_copy_keep_namespaces(const IsrXmlCopy *copy, IsrXmlElement *element)
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
