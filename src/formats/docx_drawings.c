/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawings, embedded objects and their alternatives: what a copy cannot hold goes, and the
 * elements around it with it. */
#include "docx_hooks.h"
#include "docx_table.h"

/* The object goes, the picture of it stays. */
DOCX_START(docx_start_object)
{
    element->local = "pict";
    g_array_set_size(element->attributes, 0);
    return docx_start_content(walk, copy, element, rule, error);
}

DOCX_START(docx_start_embedded)
{
    docx_lose_content(walk, copy);
    return TRUE;
}

DOCX_START(docx_start_alternatives)
{
    DocxAlternatives alternatives = {0};

    g_array_append_val(walk->alternatives, alternatives);
    isr_xml_copy_hold(copy);
    return docx_start_content(walk, copy, element, rule, error);
}

/* A choice that asks for a namespace which does not stay cannot stay itself. */
DOCX_START(docx_start_choice)
{
    const char *requires = isr_xml_value(element, "", "Requires");
    g_auto(GStrv) prefixes = g_strsplit(requires ? requires : "", " ", -1);
    DocxAlternatives *alternatives = DOCX_TOP(walk->alternatives, DocxAlternatives);

    for (guint i = 0; prefixes[i]; i++) {
        const char *uri = isr_xml_copy_namespace(copy, prefixes[i]);

        for (guint n = 0; n < element->namespaces->len; n++) {
            const IsrXmlNamespace *ns = &g_array_index(element->namespaces, IsrXmlNamespace, n);

            uri = g_str_equal(ns->prefix, prefixes[i]) ? ns->uri : uri;
        }
        if (!uri || !isr_xml_grammar_knows(walk->grammar, uri))
            rule->does = ISR_XML_DROP;
    }
    if (!alternatives)
        rule->does = ISR_XML_DROP;
    if (rule->does != ISR_XML_DROP)
        alternatives->live++;
    return TRUE;
}

DOCX_START(docx_start_fallback)
{
    const DocxAlternatives *alternatives = DOCX_TOP(walk->alternatives, DocxAlternatives);

    if (!alternatives || alternatives->live == 0)
        rule->does = ISR_XML_UNWRAP;
    return TRUE;
}

DOCX_END(docx_end_graphic_data)
{
    walk->drops_drawing = isr_xml_copy_is_bare(copy, first + 1);
    return TRUE;
}

DOCX_END(docx_end_drawing)
{
    if (walk->drops_drawing) {
        docx_tell(walk, "drawing", "of a kind that cannot be inspected (a diagram, ink, ...)");
        isr_xml_copy_drop(copy);
        docx_lose_around(walk);
    }
    walk->drops_drawing = FALSE;
    return docx_end_content(walk, copy, rule, first, error);
}

DOCX_END(docx_end_object)
{
    if (isr_xml_copy_is_bare(copy, first + 1)) {
        isr_xml_copy_drop(copy);
        docx_lose_around(walk);
    }
    return docx_end_content(walk, copy, rule, first, error);
}

DOCX_END(docx_end_alternatives)
{
    DocxAlternatives alternatives = *DOCX_TOP(walk->alternatives, DocxAlternatives);

    DOCX_POP(walk->alternatives);
    if (isr_xml_copy_is_bare(copy, first + 1)) {
        isr_xml_copy_drop(copy);
        docx_lose_around(walk);
    } else if (alternatives.live == 0) {
        isr_xml_copy_unwrap(copy);
    }
    isr_xml_copy_release(copy);
    return docx_end_content(walk, copy, rule, first, error);
}
