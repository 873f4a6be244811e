/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Embedded objects are not copied. A formula stays as the text it was typed as; for anything else
 * a line says that it was there. */
#include "odt.h"

#include <isredact/error.h>

#include <string.h>

#define FORMULA_BYTES 8192
#define REMOVED "[embedded object removed]"

/* A formula as it is read: what was typed, or else what it shows. */
typedef struct {
    gboolean begun, is_math;
    guint annotation; /* depth within what was typed */
    GString *typed, *shown;
} Formula;

static gboolean formula_start(gpointer self, IsrXmlElement *element, GError **error)
{
    Formula *formula = self;

    (void)error;
    if (!formula->begun)
        formula->is_math = g_str_equal(element->uri, ODT_MATH);
    formula->begun = TRUE;
    if (formula->annotation || g_str_equal(element->local, "annotation"))
        formula->annotation++;
    else if (formula->shown->len)
        g_string_append_c(formula->shown, ' ');
    return TRUE;
}

static gboolean formula_end(gpointer self, GError **error)
{
    Formula *formula = self;

    (void)error;
    if (formula->annotation)
        formula->annotation--;
    return TRUE;
}

static gboolean formula_text(gpointer self, const char *text, gsize length, GError **error)
{
    Formula *formula = self;
    GString *to = formula->annotation ? formula->typed : formula->shown;

    (void)error;
    if (to->len + length <= FORMULA_BYTES)
        g_string_append_len(to, text, (gssize)length);
    return TRUE;
}

/* The formula in member @n as text; NULL if it is none or cannot be read. Free with g_free(). */
static char *formula_of(IsrPackage *package, guint n)
{
    Formula formula = {.typed = g_string_new(NULL), .shown = g_string_new(NULL)};
    const IsrXmlEvents events = {
        .self = &formula, .start = formula_start, .end = formula_end, .text = formula_text};
    const gboolean read = isr_xml_read(package, n, "embedded object", &events, NULL);
    GString *text = formula.typed->len ? formula.typed : formula.shown;
    char *found = read && formula.is_math ? g_strstrip(g_strdup(text->str)) : NULL;

    g_string_free(formula.typed, TRUE);
    g_string_free(formula.shown, TRUE);
    return found;
}

static char *text_for(const OdtWalk *odt, const char *href)
{
    g_autofree char *member = NULL;
    char *text = NULL;
    gint64 n;

    if (href && g_str_has_prefix(href, "./"))
        href += 2;
    member = g_strdup_printf("%s/content.xml", href ? href : "");
    n = isr_package_find(odt->package, member);
    if (n >= 0)
        text = formula_of(odt->package, (guint)n);
    if (text && *text) {
        isr_visit_part(odt->visit, "formula", ISR_FATE_REWRITTEN, "formulas become plain text",
                       FALSE);
        return text;
    }
    g_free(text);
    return g_strdup(REMOVED);
}

static gboolean begin(IsrXmlCopy *copy, const char *prefix, const char *uri, const char *local,
                      GError **error)
{
    IsrXmlElement element = {prefix, uri, local, NULL, NULL};
    gboolean done;

    element.attributes = g_array_new(FALSE, FALSE, sizeof(IsrXmlAttribute));
    element.namespaces = g_array_new(FALSE, FALSE, sizeof(IsrXmlNamespace));
    done = isr_xml_copy_begin(copy, &element, error);
    g_array_unref(element.attributes);
    g_array_unref(element.namespaces);
    return done;
}

/* Puts a text box in the place of the object. */
ODT_START(isr_odt_object_start)
{
    const char *href = isr_xml_value(element, ODT_XLINK, "href");
    const gboolean framed = isr_xml_copy_tag(copy, 0) == ODT_TAG_FRAME;
    g_autofree char *text = NULL;

    if (!framed)
        return TRUE;
    isr_odt_frame_holds_object(odt->pictures);
    text = text_for(odt, href);
    return begin(copy, "draw", ODT_DRAW, "text-box", error) &&
           begin(copy, "text", ODT_TEXT, "p", error) && isr_xml_copy_text(copy, text, error) &&
           isr_xml_copy_end(copy, error) && isr_xml_copy_end(copy, error);
}
