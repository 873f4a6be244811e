/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads styles.xml ahead of the text. It takes ids and flags from it and writes nothing. */
#include "docx_styles.h"

#include "docx_table.h"
#include "xmlread.h"

#include <string.h>

#define MAX_ANCESTORS 32 /* styles may, wrongly, be based on each other in a circle */

typedef struct {
    char *based_on;
    guint flags;
} Style;

struct DocxStyles {
    GHashTable *styles; /* id → Style * */
};

typedef struct {
    DocxStyles *styles;
    IsrXmlGrammar *grammar;
    Style *style; /* being read, or NULL */
    guint depth;
} Reader;

static void style_free(gpointer data)
{
    Style *style = data;

    g_free(style->based_on);
    g_free(style);
}

gboolean docx_is_on(const char *value)
{
    return !value ||
           (!g_str_equal(value, "0") && !g_str_equal(value, "false") && !g_str_equal(value, "off"));
}

static gboolean is_heading_name(const char *name)
{
    return g_ascii_strncasecmp(name, "heading ", 8) == 0 ||
           g_ascii_strcasecmp(name, "title") == 0 || g_ascii_strcasecmp(name, "subtitle") == 0;
}

/* Depths: w:styles 1, w:style 2, its properties 3, what is in its w:rPr 4. */
static void read_property(Reader *reader, const IsrXmlElement *element)
{
    const char *value = isr_xml_value(element, DOCX_W, "val");
    Style *style = reader->style;

    if (reader->depth == 3 && g_str_equal(element->local, "basedOn") && value)
        style->based_on = g_strdup(value);
    else if (reader->depth == 3 && g_str_equal(element->local, "name") && value)
        style->flags |= is_heading_name(value) ? DOCX_STYLE_HEADING : 0;
    else if (reader->depth == 4 && g_str_equal(element->local, "vanish"))
        style->flags |= docx_is_on(value) ? DOCX_STYLE_HIDDEN : DOCX_STYLE_SHOWN;
}

static gboolean on_start(gpointer self, IsrXmlElement *element, GError **error)
{
    Reader *reader = self;
    const char *id;

    (void)error;
    reader->depth++;
    if (!g_str_equal(element->uri, DOCX_W))
        return TRUE;
    if (reader->depth > 2 && reader->style)
        read_property(reader, element);
    if (reader->depth != 2 || !g_str_equal(element->local, "style"))
        return TRUE;
    id = isr_xml_value(element, DOCX_W, "styleId");
    reader->style = g_new0(Style, 1);
    g_hash_table_insert(reader->styles->styles, g_strdup(id ? id : ""), reader->style);
    return TRUE;
}

static gboolean on_end(gpointer self, GError **error)
{
    Reader *reader = self;

    (void)error;
    if (--reader->depth == 1)
        reader->style = NULL;
    return TRUE;
}

static const char *on_uri(gpointer self, const char *uri)
{
    return isr_xml_grammar_uri(((Reader *)self)->grammar, uri);
}

DocxStyles *docx_styles_load(IsrPackage *package, gint64 n, GError **error)
{
    g_autoptr(DocxStyles) styles = g_new0(DocxStyles, 1);
    g_autoptr(IsrXmlGrammar) grammar = isr_xml_grammar_new(&docx_table);
    Reader reader = {.styles = styles, .grammar = grammar};
    IsrXmlEvents events = {.self = &reader, .uri = on_uri, .start = on_start, .end = on_end};

    styles->styles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, style_free);
    if (n >= 0 && !isr_xml_read(package, (guint)n, "word/styles.xml", &events, error))
        return NULL;
    return g_steal_pointer(&styles);
}

void docx_styles_free(DocxStyles *styles)
{
    if (!styles)
        return;
    g_hash_table_unref(styles->styles);
    g_free(styles);
}

guint docx_styles_flags(const DocxStyles *styles, const char *id)
{
    guint flags = 0;

    for (guint i = 0; i < MAX_ANCESTORS && id; i++) {
        const Style *style = g_hash_table_lookup(styles->styles, id);

        if (!style)
            break;
        /* the nearest word on hiding counts */
        if (!(flags & (DOCX_STYLE_HIDDEN | DOCX_STYLE_SHOWN)))
            flags |= style->flags & (DOCX_STYLE_HIDDEN | DOCX_STYLE_SHOWN);
        flags |= style->flags & DOCX_STYLE_HEADING;
        id = style->based_on;
    }
    return flags;
}
