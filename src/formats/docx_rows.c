/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tracked changes and tables of a DOCX part: changes are accepted, rows and cells that were
 * deleted or that no reader is shown go, with the table if nothing is left of it. */
#include "docx_hooks.h"
#include "docx_table.h"

/* w:del and w:ins stand round content, and as marks in the properties of what they mean. */
DOCX_START(docx_start_deleted)
{
    guint parent = isr_xml_copy_tag(copy, 0);
    DocxParagraph *paragraph = DOCX_TOP(walk->paragraphs, DocxParagraph);
    DocxRow *row = DOCX_TOP(walk->rows, DocxRow);

    docx_tell(walk, "tracked change", "deleted text is not shared");
    if (parent == DOCX_RUN_PROPERTIES && paragraph &&
        isr_xml_copy_tag(copy, 1) == DOCX_PARAGRAPH_PROPERTIES)
        paragraph->deleted = TRUE;
    if (parent == DOCX_ROW_PROPERTIES && row) {
        row->deleted = TRUE;
        isr_xml_copy_flag(copy, 1, ISR_RUN_DELETED);
    }
    if (parent == DOCX_RUN_PROPERTIES || parent == DOCX_ROW_PROPERTIES) {
        rule->does = ISR_XML_DROP;
        rule->as = "";
    }
    return TRUE;
}

DOCX_START(docx_start_inserted)
{
    guint parent = isr_xml_copy_tag(copy, 0);

    docx_tell(walk, "tracked change", "insertions become ordinary text");
    if (parent == DOCX_RUN_PROPERTIES || parent == DOCX_ROW_PROPERTIES) {
        rule->does = ISR_XML_DROP;
        rule->as = "";
    }
    return TRUE;
}

DOCX_START(docx_start_table)
{
    DocxTable table = {0};

    g_array_append_val(walk->tables, table);
    isr_xml_copy_hold(copy);
    return TRUE;
}

DOCX_START(docx_start_row)
{
    DocxRow row = {0};

    g_array_append_val(walk->rows, row);
    return TRUE;
}

DOCX_START(docx_start_row_hidden)
{
    DocxRow *row =
        isr_xml_copy_tag(copy, 0) == DOCX_ROW_PROPERTIES ? DOCX_TOP(walk->rows, DocxRow) : NULL;

    if (!row || !docx_element_is_on(element) || walk->keep->keep_hidden)
        return TRUE;
    row->hidden = TRUE;
    isr_xml_copy_flag(copy, 1, ISR_RUN_DELETED);
    return TRUE;
}

DOCX_START(docx_start_cell)
{
    DocxCell cell = {0};

    g_array_append_val(walk->cells, cell);
    return TRUE;
}

DOCX_START(docx_start_cell_deleted)
{
    DocxCell *cell =
        isr_xml_copy_tag(copy, 0) == DOCX_CELL_PROPERTIES ? DOCX_TOP(walk->cells, DocxCell) : NULL;

    if (!cell)
        return TRUE;
    cell->deleted = TRUE;
    isr_xml_copy_flag(copy, 1, ISR_RUN_DELETED);
    return TRUE;
}

DOCX_END(docx_end_row)
{
    DocxRow row = *DOCX_TOP(walk->rows, DocxRow);
    DocxTable *table = DOCX_TOP(walk->tables, DocxTable);

    DOCX_POP(walk->rows);
    if (row.hidden)
        docx_tell(walk, "hidden row", "a reader is not shown it");
    if (row.deleted || row.hidden || row.live == 0)
        isr_xml_copy_drop(copy);
    else if (table && table->live++ == 0)
        isr_xml_copy_release(copy);
    return TRUE;
}

/* A cell without a paragraph makes a document that no reader opens. */
DOCX_END(docx_end_cell)
{
    static const IsrXmlElement empty = {.prefix = "w", .uri = DOCX_W, .local = "p"};
    DocxCell cell = *DOCX_TOP(walk->cells, DocxCell);
    DocxRow *row = DOCX_TOP(walk->rows, DocxRow);

    DOCX_POP(walk->cells);
    if (cell.deleted) {
        isr_xml_copy_drop(copy);
        return TRUE;
    }
    if (row)
        row->live++;
    return cell.paragraphs > 0 || isr_xml_copy_insert(copy, &empty, NULL, error);
}

DOCX_END(docx_end_table)
{
    DocxTable table = *DOCX_TOP(walk->tables, DocxTable);

    DOCX_POP(walk->tables);
    if (table.live > 0)
        return TRUE;
    isr_xml_copy_drop(copy);
    isr_xml_copy_release(copy);
    return TRUE;
}
