/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paragraphs and runs of a DOCX part: which is a heading, hidden, joined to the next, left empty.
 */
#include "docx_hooks.h"
#include "docx_table.h"

DOCX_START(docx_start_paragraph)
{
    DocxParagraph paragraph = {.merging = isr_xml_copy_is_merging(copy)};

    g_array_append_val(walk->paragraphs, paragraph);
    return TRUE;
}

/* The paragraph whose properties stand here; NULL in a style or a list level. */
static DocxParagraph *own_paragraph(const DocxWalk *walk, const IsrXmlCopy *copy)
{
    gboolean own = isr_xml_copy_tag(copy, 0) == DOCX_PARAGRAPH_PROPERTIES &&
                   isr_xml_copy_tag(copy, 1) == DOCX_PARAGRAPH;

    return own ? DOCX_TOP(walk->paragraphs, DocxParagraph) : NULL;
}

DOCX_START(docx_start_paragraph_style)
{
    DocxParagraph *paragraph = own_paragraph(walk, copy);
    guint flags = docx_styles_flags(walk->styles, isr_xml_value(element, DOCX_W, "val"));

    if (paragraph && (flags & DOCX_STYLE_HIDDEN))
        paragraph->hidden = TRUE;
    if (paragraph && (flags & DOCX_STYLE_HEADING) && walk->part->kind == DOCX_PART_DOCUMENT)
        isr_xml_copy_set_kind(copy, ISR_BLOCK_HEADING);
    return TRUE;
}

DOCX_START(docx_start_outline_level)
{
    const char *level = isr_xml_value(element, DOCX_W, "val");

    if (own_paragraph(walk, copy) && level && !g_str_equal(level, "9") &&
        walk->part->kind == DOCX_PART_DOCUMENT)
        isr_xml_copy_set_kind(copy, ISR_BLOCK_HEADING);
    return TRUE;
}

DOCX_START(docx_start_frame)
{
    DocxParagraph *paragraph = own_paragraph(walk, copy);
    const char *drop_cap = isr_xml_value(element, DOCX_W, "dropCap");

    if (paragraph)
        paragraph->drop_cap = drop_cap && !g_str_equal(drop_cap, "none");
    return TRUE;
}

DOCX_START(docx_start_run)
{
    DocxRun run = {0};

    g_array_append_val(walk->runs, run);
    return TRUE;
}

static DocxRun *own_run(const DocxWalk *walk, const IsrXmlCopy *copy)
{
    gboolean own =
        isr_xml_copy_tag(copy, 0) == DOCX_RUN_PROPERTIES && isr_xml_copy_tag(copy, 1) == DOCX_RUN;

    return own ? DOCX_TOP(walk->runs, DocxRun) : NULL;
}

DOCX_START(docx_start_run_style)
{
    DocxRun *run = own_run(walk, copy);

    if (run)
        run->style_hidden =
            (docx_styles_flags(walk->styles, isr_xml_value(element, DOCX_W, "val")) &
             DOCX_STYLE_HIDDEN) != 0;
    return TRUE;
}

DOCX_START(docx_start_vanish)
{
    DocxRun *run = own_run(walk, copy);

    if (run)
        run->vanish = docx_element_is_on(element) ? 1 : -1;
    return TRUE;
}

static gboolean is_hidden(const DocxWalk *walk, const DocxRun *run)
{
    const DocxParagraph *paragraph = DOCX_TOP(walk->paragraphs, DocxParagraph);

    if (run->vanish != 0)
        return run->vanish > 0;
    return run->style_hidden || (paragraph && paragraph->hidden);
}

/* What goes from the copy is still evidence: it is read as deleted text is. */
DOCX_START(docx_start_content)
{
    DocxRun *run = isr_xml_copy_tag(copy, 0) == DOCX_RUN ? DOCX_TOP(walk->runs, DocxRun) : NULL;

    if (!run)
        return TRUE;
    run->content++;
    run->hidden = is_hidden(walk, run) && !walk->keep->keep_hidden;
    if (run->hidden || docx_fields_in_code(walk->fields))
        isr_xml_copy_flag(copy, 0, ISR_RUN_DELETED);
    if (rule->flags & ISR_XML_TEXT)
        docx_fields_result(walk->fields);
    return TRUE;
}

/* A symbol is read as the character at its code; symbol fonts keep ASCII at U+F020 and up. */
DOCX_START(docx_start_symbol)
{
    const char *code = isr_xml_value(element, DOCX_W, "char");
    gunichar c = code ? (gunichar)g_ascii_strtoull(code, NULL, 16) : 0;
    char text[7] = {0};

    if (g_unichar_validate(c) && c >= ' ')
        g_unichar_to_utf8(c, text);
    rule->as = g_string_chunk_insert_const(walk->values, text);
    return docx_start_content(walk, copy, element, rule, error);
}

DOCX_START(docx_start_break)
{
    const char *type = isr_xml_value(element, DOCX_W, "type");

    if (type && !g_str_equal(type, "textWrapping"))
        rule->flags |= ISR_XML_FIXED;
    return docx_start_content(walk, copy, element, rule, error);
}

/* A paragraph whose mark was deleted joins the next; if nothing is left in it, it goes. */
DOCX_END(docx_end_paragraph)
{
    DocxParagraph paragraph = *DOCX_TOP(walk->paragraphs, DocxParagraph);
    DocxCell *cell = DOCX_TOP(walk->cells, DocxCell);
    gboolean bare = isr_xml_copy_is_bare(copy, first + 1);

    DOCX_POP(walk->paragraphs);
    docx_fields_end_paragraph(walk->fields, copy);
    if (paragraph.deleted && bare && !paragraph.merging)
        isr_xml_copy_drop(copy);
    else if (paragraph.deleted)
        isr_xml_copy_linger(copy, TRUE);
    else if (paragraph.drop_cap)
        isr_xml_copy_linger(copy, FALSE);
    if (cell && !(paragraph.deleted && bare))
        cell->paragraphs++;
    return TRUE;
}

DOCX_END(docx_end_paragraph_properties)
{
    const DocxParagraph *paragraph = DOCX_TOP(walk->paragraphs, DocxParagraph);

    if (paragraph && paragraph->merging && isr_xml_copy_tag(copy, 1) == DOCX_PARAGRAPH)
        isr_xml_copy_drop(copy);
    return TRUE;
}

DOCX_END(docx_end_run)
{
    DocxRun run = *DOCX_TOP(walk->runs, DocxRun);

    DOCX_POP(walk->runs);
    if (run.hidden) {
        docx_tell(walk, "hidden text", "a reader is not shown it");
        isr_xml_copy_drop(copy);
    } else if ((run.lost || run.pieces > 0) && isr_xml_copy_is_bare(copy, first + 1)) {
        isr_xml_copy_drop(copy);
    } else if (run.pieces > 0 && run.pieces == run.content) {
        docx_fields_piece(walk->fields, copy, first);
    }
    return TRUE;
}

/* Content within a field's code goes if the field does. */
DOCX_END(docx_end_content)
{
    DocxRun *run = DOCX_TOP(walk->runs, DocxRun);

    if (docx_fields_in_code(walk->fields) && isr_xml_copy_tag(copy, 1) == DOCX_RUN && run) {
        run->pieces++;
        docx_fields_piece(walk->fields, copy, first);
    }
    return TRUE;
}
