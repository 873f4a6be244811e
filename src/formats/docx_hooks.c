/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hooks of DOCX parts: two tables that say which function looks at which kind of element when
 * it begins and when it ends. The functions are beside what they are about: docx_text.c,
 * docx_rows.c, docx_drawings.c, docx_references.c; those of fields and comments are here. */
#include "docx_hooks.h"

#include "docx_table.h"

#include <isredact/error.h>

#include <string.h>

void docx_walk_begin_part(DocxWalk *walk, DocxPart *part, DocxRelations *relations)
{
    walk->part = part;
    walk->relations = relations;
    walk->fields = docx_fields_new();
    walk->paragraphs = g_array_new(FALSE, TRUE, sizeof(DocxParagraph));
    walk->runs = g_array_new(FALSE, TRUE, sizeof(DocxRun));
    walk->tables = g_array_new(FALSE, TRUE, sizeof(DocxTable));
    walk->rows = g_array_new(FALSE, TRUE, sizeof(DocxRow));
    walk->cells = g_array_new(FALSE, TRUE, sizeof(DocxCell));
    walk->alternatives = g_array_new(FALSE, TRUE, sizeof(DocxAlternatives));
    walk->values = g_string_chunk_new(256);
    walk->has_root = walk->drops_drawing = FALSE;
}

void docx_walk_end_part(DocxWalk *walk)
{
    docx_fields_free(walk->fields);
    g_array_unref(walk->paragraphs);
    g_array_unref(walk->runs);
    g_array_unref(walk->tables);
    g_array_unref(walk->rows);
    g_array_unref(walk->cells);
    g_array_unref(walk->alternatives);
    g_string_chunk_free(walk->values);
    docx_relations_free(walk->relations);
}

void docx_tell(DocxWalk *walk, const char *what, const char *why)
{
    isr_visit_part(walk->visit, what, ISR_FATE_DROPPED, why, FALSE);
}

gboolean docx_element_is_on(const IsrXmlElement *element)
{
    return docx_is_on(isr_xml_value(element, DOCX_W, "val"));
}

void docx_lose_content(const DocxWalk *walk, const IsrXmlCopy *copy)
{
    DocxRun *run = isr_xml_copy_tag(copy, 0) == DOCX_RUN ? DOCX_TOP(walk->runs, DocxRun) : NULL;

    if (run)
        run->lost = TRUE;
}

/* The run around what goes may have nothing else in it. */
void docx_lose_around(const DocxWalk *walk)
{
    DocxRun *run = DOCX_TOP(walk->runs, DocxRun);

    if (run)
        run->lost = TRUE;
}

/* --- what begins --- */

typedef gboolean (*Start)(DocxWalk *walk, IsrXmlCopy *copy, IsrXmlElement *element,
                          IsrXmlRule *rule, GError **error);

static DOCX_START(start_field_character)
{
    DocxRun *run = DOCX_TOP(walk->runs, DocxRun);

    if (!docx_fields_character(walk->fields, copy, element, rule, error))
        return FALSE;
    if (rule->does == ISR_XML_DROP)
        docx_lose_content(walk, copy);
    else if (run)
        run->content++;
    return TRUE;
}

static DOCX_START(start_field_code)
{
    return docx_start_content(walk, copy, element, rule, error);
}

static DOCX_START(start_field_simple)
{
    return docx_fields_simple(copy, element, rule, error);
}

static DOCX_START(start_list_entry)
{
    docx_fields_list_entry(walk->fields, isr_xml_value(element, DOCX_W, "val"));
    return TRUE;
}

static DOCX_START(start_list_result)
{
    docx_fields_list_result(walk->fields, isr_xml_value(element, DOCX_W, "val"));
    return TRUE;
}

static DOCX_START(start_comment_anchor)
{
    if (walk->keep->keep_comments)
        return docx_start_content(walk, copy, element, rule, error);
    rule->does = ISR_XML_DROP;
    rule->as = "comment mark";
    docx_lose_content(walk, copy);
    return TRUE;
}

static const Start starts[DOCX_N_ELEMENT_TAGS] = {
    [DOCX_PARAGRAPH] = docx_start_paragraph,
    [DOCX_PARAGRAPH_STYLE] = docx_start_paragraph_style,
    [DOCX_OUTLINE_LEVEL] = docx_start_outline_level,
    [DOCX_FRAME] = docx_start_frame,
    [DOCX_RUN] = docx_start_run,
    [DOCX_RUN_STYLE] = docx_start_run_style,
    [DOCX_VANISH] = docx_start_vanish,
    [DOCX_CONTENT] = docx_start_content,
    [DOCX_SYMBOL] = docx_start_symbol,
    [DOCX_BREAK] = docx_start_break,
    [DOCX_DELETED] = docx_start_deleted,
    [DOCX_INSERTED] = docx_start_inserted,
    [DOCX_TABLE] = docx_start_table,
    [DOCX_ROW] = docx_start_row,
    [DOCX_ROW_HIDDEN] = docx_start_row_hidden,
    [DOCX_CELL] = docx_start_cell,
    [DOCX_CELL_DELETED] = docx_start_cell_deleted,
    [DOCX_FIELD_CHARACTER] = start_field_character,
    [DOCX_FIELD_CODE] = start_field_code,
    [DOCX_FIELD_SIMPLE] = start_field_simple,
    [DOCX_FIELD_LIST_ENTRY] = start_list_entry,
    [DOCX_FIELD_LIST_RESULT] = start_list_result,
    [DOCX_COMMENT_ANCHOR] = start_comment_anchor,
    [DOCX_HYPERLINK] = docx_start_hyperlink,
    [DOCX_PART_REFERENCE] = docx_start_reference,
    [DOCX_PICTURE] = docx_start_picture,
    [DOCX_DRAWING] = docx_start_content,
    [DOCX_OBJECT] = docx_start_object,
    [DOCX_EMBEDDED] = docx_start_embedded,
    [DOCX_ALTERNATIVES] = docx_start_alternatives,
    [DOCX_CHOICE] = docx_start_choice,
    [DOCX_FALLBACK] = docx_start_fallback,
};

static gboolean check_root(DocxWalk *walk, const IsrXmlElement *element, GError **error)
{
    walk->has_root = TRUE;
    if (g_str_equal(element->local, docx_part_form(walk->part->kind)->root))
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED,
                "%s: is not what the document says it is; save it again in its own program",
                walk->part->name);
    return FALSE;
}

static gboolean on_start(gpointer self, IsrXmlCopy *copy, IsrXmlElement *element, IsrXmlRule *rule,
                         GError **error)
{
    DocxWalk *walk = self;

    if (!walk->has_root && !check_root(walk, element, error))
        return FALSE;
    return !starts[rule->tag] || starts[rule->tag](walk, copy, element, rule, error);
}

/* --- what ends --- */

typedef gboolean (*End)(DocxWalk *walk, IsrXmlCopy *copy, const IsrXmlRule *rule, guint64 first,
                        GError **error);

static const End ends[DOCX_N_ELEMENT_TAGS] = {
    [DOCX_PARAGRAPH] = docx_end_paragraph,
    [DOCX_PARAGRAPH_PROPERTIES] = docx_end_paragraph_properties,
    [DOCX_RUN] = docx_end_run,
    [DOCX_CONTENT] = docx_end_content,
    [DOCX_SYMBOL] = docx_end_content,
    [DOCX_BREAK] = docx_end_content,
    [DOCX_FIELD_CHARACTER] = docx_end_content,
    [DOCX_FIELD_CODE] = docx_end_content,
    [DOCX_ROW] = docx_end_row,
    [DOCX_CELL] = docx_end_cell,
    [DOCX_TABLE] = docx_end_table,
    [DOCX_GRAPHIC_DATA] = docx_end_graphic_data,
    [DOCX_DRAWING] = docx_end_drawing,
    [DOCX_OBJECT] = docx_end_object,
    [DOCX_ALTERNATIVES] = docx_end_alternatives,
};

static gboolean on_end(gpointer self, IsrXmlCopy *copy, const IsrXmlRule *rule, guint64 first,
                       GError **error)
{
    return !ends[rule->tag] || ends[rule->tag](self, copy, rule, first, error);
}

/* --- character data --- */

static gboolean on_data(gpointer self, IsrXmlCopy *copy, const char **text, GError **error)
{
    DocxWalk *walk = self;
    gboolean stays = TRUE;

    switch (isr_xml_copy_tag(copy, 0)) {
    case DOCX_FIELD_CODE:
        docx_fields_code(walk->fields, text);
        return TRUE;
    case DOCX_FORMULA:
        *text = "Sheet1!$A$1";
        return TRUE;
    default:
        if (!isr_xml_copy_is_plain(copy, *text) &&
            !isr_visit_value(walk->visit, isr_xml_copy_part(copy), *text, &stays, error))
            return FALSE;
        *text = stays ? *text : NULL;
        return TRUE;
    }
}

const IsrXmlHooks docx_hooks = {
    .start = on_start,
    .value = docx_value,
    .data = on_data,
    .end = on_end,
};
