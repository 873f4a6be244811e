/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Follows a DOCX part element by element. It keeps what must be known of the open paragraphs,
 * runs, rows and cells, and decides which of them go. One function per kind of element; two
 * tables say which. */
#include "docx_hooks.h"

#include "docx_table.h"

#include <isredact/error.h>

#include <string.h>

typedef struct {
    gboolean deleted;  /* its mark is: it joins the next */
    gboolean merging;  /* it goes on in the one before */
    gboolean drop_cap; /* its letter begins the next */
    gboolean hidden;   /* by its style */
} Paragraph;

typedef struct {
    guint content, pieces; /* what it holds, and how much of that belongs to a field's code */
    int vanish;            /* -1: shown outright, 1: hidden outright */
    gboolean style_hidden, hidden, lost;
} Run;

typedef struct {
    guint live; /* rows that stay */
} Table;

typedef struct {
    gboolean deleted, hidden;
    guint live; /* cells that stay */
} Row;

typedef struct {
    gboolean deleted;
    guint paragraphs;
} Cell;

typedef struct {
    guint live; /* choices that stay */
} Alternatives;

#define TOP(array, type) ((array)->len ? &g_array_index(array, type, (array)->len - 1) : NULL)
#define POP(array) g_array_set_size(array, (array)->len - 1)

void docx_walk_begin_part(DocxWalk *walk, DocxPart *part, GPtrArray *relations)
{
    walk->part = part;
    walk->relations = relations;
    walk->fields = docx_fields_new();
    walk->paragraphs = g_array_new(FALSE, TRUE, sizeof(Paragraph));
    walk->runs = g_array_new(FALSE, TRUE, sizeof(Run));
    walk->tables = g_array_new(FALSE, TRUE, sizeof(Table));
    walk->rows = g_array_new(FALSE, TRUE, sizeof(Row));
    walk->cells = g_array_new(FALSE, TRUE, sizeof(Cell));
    walk->alternatives = g_array_new(FALSE, TRUE, sizeof(Alternatives));
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
    g_ptr_array_unref(walk->relations);
}

static void tell(DocxWalk *walk, const char *what, const char *why)
{
    isr_visit_part(walk->visit, what, ISR_FATE_DROPPED, why, FALSE);
}

static gboolean is_on(const IsrXmlElement *element)
{
    return docx_is_on(isr_xml_value(element, DOCX_W, "val"));
}

/* --- what begins --- */

typedef gboolean (*Start)(DocxWalk *walk, IsrXmlCopy *copy, IsrXmlElement *element,
                          IsrXmlRule *rule, GError **error);

#define START(name)                                                                                \
    static gboolean name(DocxWalk *walk G_GNUC_UNUSED, IsrXmlCopy *copy G_GNUC_UNUSED,             \
                         IsrXmlElement *element G_GNUC_UNUSED, IsrXmlRule *rule G_GNUC_UNUSED,     \
                         GError **error G_GNUC_UNUSED)

START(start_paragraph)
{
    Paragraph paragraph = {.merging = isr_xml_copy_is_merging(copy)};

    g_array_append_val(walk->paragraphs, paragraph);
    return TRUE;
}

/* The paragraph whose properties stand here; NULL in a style or a list level. */
static Paragraph *own_paragraph(const DocxWalk *walk, const IsrXmlCopy *copy)
{
    gboolean own = isr_xml_copy_tag(copy, 0) == DOCX_PARAGRAPH_PROPERTIES &&
                   isr_xml_copy_tag(copy, 1) == DOCX_PARAGRAPH;

    return own ? TOP(walk->paragraphs, Paragraph) : NULL;
}

START(start_paragraph_style)
{
    Paragraph *paragraph = own_paragraph(walk, copy);
    guint flags = docx_styles_flags(walk->styles, isr_xml_value(element, DOCX_W, "val"));

    if (paragraph && (flags & DOCX_STYLE_HIDDEN))
        paragraph->hidden = TRUE;
    if (paragraph && (flags & DOCX_STYLE_HEADING) && walk->part->kind == DOCX_PART_DOCUMENT)
        isr_xml_copy_set_kind(copy, ISR_BLOCK_HEADING);
    return TRUE;
}

START(start_outline_level)
{
    const char *level = isr_xml_value(element, DOCX_W, "val");

    if (own_paragraph(walk, copy) && level && !g_str_equal(level, "9") &&
        walk->part->kind == DOCX_PART_DOCUMENT)
        isr_xml_copy_set_kind(copy, ISR_BLOCK_HEADING);
    return TRUE;
}

START(start_frame)
{
    Paragraph *paragraph = own_paragraph(walk, copy);
    const char *drop_cap = isr_xml_value(element, DOCX_W, "dropCap");

    if (paragraph)
        paragraph->drop_cap = drop_cap && !g_str_equal(drop_cap, "none");
    return TRUE;
}

START(start_run)
{
    Run run = {0};

    g_array_append_val(walk->runs, run);
    return TRUE;
}

static Run *own_run(const DocxWalk *walk, const IsrXmlCopy *copy)
{
    gboolean own =
        isr_xml_copy_tag(copy, 0) == DOCX_RUN_PROPERTIES && isr_xml_copy_tag(copy, 1) == DOCX_RUN;

    return own ? TOP(walk->runs, Run) : NULL;
}

START(start_run_style)
{
    Run *run = own_run(walk, copy);

    if (run)
        run->style_hidden =
            (docx_styles_flags(walk->styles, isr_xml_value(element, DOCX_W, "val")) &
             DOCX_STYLE_HIDDEN) != 0;
    return TRUE;
}

START(start_vanish)
{
    Run *run = own_run(walk, copy);

    if (run)
        run->vanish = is_on(element) ? 1 : -1;
    return TRUE;
}

static gboolean is_hidden(const DocxWalk *walk, const Run *run)
{
    const Paragraph *paragraph = TOP(walk->paragraphs, Paragraph);

    if (run->vanish != 0)
        return run->vanish > 0;
    return run->style_hidden || (paragraph && paragraph->hidden);
}

/* What goes from the copy is still evidence: it is read as deleted text is. */
START(start_content)
{
    Run *run = isr_xml_copy_tag(copy, 0) == DOCX_RUN ? TOP(walk->runs, Run) : NULL;

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
START(start_symbol)
{
    const char *code = isr_xml_value(element, DOCX_W, "char");
    gunichar c = code ? (gunichar)g_ascii_strtoull(code, NULL, 16) : 0;
    char text[7] = {0};

    if (g_unichar_validate(c) && c >= ' ')
        g_unichar_to_utf8(c, text);
    rule->as = g_string_chunk_insert_const(walk->values, text);
    return start_content(walk, copy, element, rule, error);
}

START(start_break)
{
    const char *type = isr_xml_value(element, DOCX_W, "type");

    if (type && !g_str_equal(type, "textWrapping"))
        rule->flags |= ISR_XML_FIXED;
    return start_content(walk, copy, element, rule, error);
}

/* w:del and w:ins stand round content, and as marks in the properties of what they mean. */
START(start_deleted)
{
    guint parent = isr_xml_copy_tag(copy, 0);
    Paragraph *paragraph = TOP(walk->paragraphs, Paragraph);
    Row *row = TOP(walk->rows, Row);

    tell(walk, "tracked change", "deleted text is not shared");
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

START(start_inserted)
{
    guint parent = isr_xml_copy_tag(copy, 0);

    tell(walk, "tracked change", "insertions become ordinary text");
    if (parent == DOCX_RUN_PROPERTIES || parent == DOCX_ROW_PROPERTIES) {
        rule->does = ISR_XML_DROP;
        rule->as = "";
    }
    return TRUE;
}

START(start_table)
{
    Table table = {0};

    g_array_append_val(walk->tables, table);
    isr_xml_copy_hold(copy);
    return TRUE;
}

START(start_row)
{
    Row row = {0};

    g_array_append_val(walk->rows, row);
    return TRUE;
}

START(start_row_hidden)
{
    Row *row = isr_xml_copy_tag(copy, 0) == DOCX_ROW_PROPERTIES ? TOP(walk->rows, Row) : NULL;

    if (!row || !is_on(element) || walk->keep->keep_hidden)
        return TRUE;
    row->hidden = TRUE;
    isr_xml_copy_flag(copy, 1, ISR_RUN_DELETED);
    return TRUE;
}

START(start_cell)
{
    Cell cell = {0};

    g_array_append_val(walk->cells, cell);
    return TRUE;
}

START(start_cell_deleted)
{
    Cell *cell = isr_xml_copy_tag(copy, 0) == DOCX_CELL_PROPERTIES ? TOP(walk->cells, Cell) : NULL;

    if (!cell)
        return TRUE;
    cell->deleted = TRUE;
    isr_xml_copy_flag(copy, 1, ISR_RUN_DELETED);
    return TRUE;
}

static void lose_content(const DocxWalk *walk, const IsrXmlCopy *copy)
{
    Run *run = isr_xml_copy_tag(copy, 0) == DOCX_RUN ? TOP(walk->runs, Run) : NULL;

    if (run)
        run->lost = TRUE;
}

START(start_field_character)
{
    Run *run = TOP(walk->runs, Run);

    if (!docx_fields_character(walk->fields, copy, element, rule, error))
        return FALSE;
    if (rule->does == ISR_XML_DROP)
        lose_content(walk, copy);
    else if (run)
        run->content++;
    return TRUE;
}

START(start_field_code)
{
    return start_content(walk, copy, element, rule, error);
}

START(start_field_simple)
{
    return docx_fields_simple(copy, element, rule, error);
}

START(start_list_entry)
{
    docx_fields_list_entry(walk->fields, isr_xml_value(element, DOCX_W, "val"));
    return TRUE;
}

START(start_list_result)
{
    docx_fields_list_result(walk->fields, isr_xml_value(element, DOCX_W, "val"));
    return TRUE;
}

START(start_comment_anchor)
{
    if (walk->keep->keep_comments)
        return start_content(walk, copy, element, rule, error);
    rule->does = ISR_XML_DROP;
    rule->as = "comment mark";
    lose_content(walk, copy);
    return TRUE;
}

/* The object goes, the picture of it stays. */
START(start_object)
{
    element->local = "pict";
    g_array_set_size(element->attributes, 0);
    return start_content(walk, copy, element, rule, error);
}

START(start_embedded)
{
    lose_content(walk, copy);
    return TRUE;
}

START(start_alternatives)
{
    Alternatives alternatives = {0};

    g_array_append_val(walk->alternatives, alternatives);
    isr_xml_copy_hold(copy);
    return start_content(walk, copy, element, rule, error);
}

/* A choice that asks for a namespace which does not stay cannot stay itself. */
START(start_choice)
{
    const char *requires = isr_xml_value(element, "", "Requires");
    g_auto(GStrv) prefixes = g_strsplit(requires ? requires : "", " ", -1);
    Alternatives *alternatives = TOP(walk->alternatives, Alternatives);

    for (guint i = 0; prefixes[i]; i++) {
        const char *uri = isr_xml_copy_namespace(copy, prefixes[i]);

        for (guint n = 0; n < element->namespaces->len; n++) {
            const IsrXmlNamespace *ns = &g_array_index(element->namespaces, IsrXmlNamespace, n);

            uri = g_str_equal(ns->prefix, prefixes[i]) ? ns->uri : uri;
        }
        if (!alternatives || !uri || !isr_xml_grammar_knows(walk->grammar, uri))
            rule->does = ISR_XML_DROP;
    }
    if (rule->does != ISR_XML_DROP)
        alternatives->live++;
    return TRUE;
}

START(start_fallback)
{
    const Alternatives *alternatives = TOP(walk->alternatives, Alternatives);

    if (!alternatives || alternatives->live == 0)
        rule->does = ISR_XML_UNWRAP;
    return TRUE;
}

static const Start starts[DOCX_N_ELEMENT_TAGS] = {
    [DOCX_PARAGRAPH] = start_paragraph,
    [DOCX_PARAGRAPH_STYLE] = start_paragraph_style,
    [DOCX_OUTLINE_LEVEL] = start_outline_level,
    [DOCX_FRAME] = start_frame,
    [DOCX_RUN] = start_run,
    [DOCX_RUN_STYLE] = start_run_style,
    [DOCX_VANISH] = start_vanish,
    [DOCX_CONTENT] = start_content,
    [DOCX_SYMBOL] = start_symbol,
    [DOCX_BREAK] = start_break,
    [DOCX_DELETED] = start_deleted,
    [DOCX_INSERTED] = start_inserted,
    [DOCX_TABLE] = start_table,
    [DOCX_ROW] = start_row,
    [DOCX_ROW_HIDDEN] = start_row_hidden,
    [DOCX_CELL] = start_cell,
    [DOCX_CELL_DELETED] = start_cell_deleted,
    [DOCX_FIELD_CHARACTER] = start_field_character,
    [DOCX_FIELD_CODE] = start_field_code,
    [DOCX_FIELD_SIMPLE] = start_field_simple,
    [DOCX_FIELD_LIST_ENTRY] = start_list_entry,
    [DOCX_FIELD_LIST_RESULT] = start_list_result,
    [DOCX_COMMENT_ANCHOR] = start_comment_anchor,
    [DOCX_HYPERLINK] = docx_start_hyperlink,
    [DOCX_PART_REFERENCE] = docx_start_reference,
    [DOCX_PICTURE] = docx_start_picture,
    [DOCX_DRAWING] = start_content,
    [DOCX_OBJECT] = start_object,
    [DOCX_EMBEDDED] = start_embedded,
    [DOCX_ALTERNATIVES] = start_alternatives,
    [DOCX_CHOICE] = start_choice,
    [DOCX_FALLBACK] = start_fallback,
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

#define END(name)                                                                                  \
    static gboolean name(DocxWalk *walk G_GNUC_UNUSED, IsrXmlCopy *copy G_GNUC_UNUSED,             \
                         const IsrXmlRule *rule G_GNUC_UNUSED, guint64 first G_GNUC_UNUSED,        \
                         GError **error G_GNUC_UNUSED)

/* A paragraph whose mark was deleted joins the next; if nothing is left in it, it goes. */
END(end_paragraph)
{
    Paragraph paragraph = *TOP(walk->paragraphs, Paragraph);
    Cell *cell = TOP(walk->cells, Cell);
    gboolean bare = isr_xml_copy_is_bare(copy, first + 1);

    POP(walk->paragraphs);
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

END(end_paragraph_properties)
{
    const Paragraph *paragraph = TOP(walk->paragraphs, Paragraph);

    if (paragraph && paragraph->merging && isr_xml_copy_tag(copy, 1) == DOCX_PARAGRAPH)
        isr_xml_copy_drop(copy);
    return TRUE;
}

END(end_run)
{
    Run run = *TOP(walk->runs, Run);

    POP(walk->runs);
    if (run.hidden) {
        tell(walk, "hidden text", "a reader is not shown it");
        isr_xml_copy_drop(copy);
    } else if ((run.lost || run.pieces > 0) && isr_xml_copy_is_bare(copy, first + 1)) {
        isr_xml_copy_drop(copy);
    } else if (run.pieces > 0 && run.pieces == run.content) {
        docx_fields_piece(walk->fields, copy, first);
    }
    return TRUE;
}

/* Content within a field's code goes if the field does. */
END(end_content)
{
    Run *run = TOP(walk->runs, Run);

    if (docx_fields_in_code(walk->fields) && isr_xml_copy_tag(copy, 1) == DOCX_RUN && run) {
        run->pieces++;
        docx_fields_piece(walk->fields, copy, first);
    }
    return TRUE;
}

END(end_row)
{
    Row row = *TOP(walk->rows, Row);
    Table *table = TOP(walk->tables, Table);

    POP(walk->rows);
    if (row.hidden)
        tell(walk, "hidden row", "a reader is not shown it");
    if (row.deleted || row.hidden || row.live == 0)
        isr_xml_copy_drop(copy);
    else if (table && table->live++ == 0)
        isr_xml_copy_release(copy);
    return TRUE;
}

/* A cell without a paragraph makes a document that no reader opens. */
END(end_cell)
{
    static const IsrXmlElement empty = {.prefix = "w", .uri = DOCX_W, .local = "p"};
    Cell cell = *TOP(walk->cells, Cell);
    Row *row = TOP(walk->rows, Row);

    POP(walk->cells);
    if (cell.deleted) {
        isr_xml_copy_drop(copy);
        return TRUE;
    }
    if (row)
        row->live++;
    return cell.paragraphs > 0 || isr_xml_copy_insert(copy, &empty, NULL, error);
}

END(end_table)
{
    Table table = *TOP(walk->tables, Table);

    POP(walk->tables);
    if (table.live > 0)
        return TRUE;
    isr_xml_copy_drop(copy);
    isr_xml_copy_release(copy);
    return TRUE;
}

/* The run around what goes may have nothing else in it. */
static void lose_around(const DocxWalk *walk)
{
    Run *run = TOP(walk->runs, Run);

    if (run)
        run->lost = TRUE;
}

END(end_graphic_data)
{
    walk->drops_drawing = isr_xml_copy_is_bare(copy, first + 1);
    return TRUE;
}

END(end_drawing)
{
    if (walk->drops_drawing) {
        tell(walk, "drawing", "of a kind that cannot be inspected (a diagram, ink, ...)");
        isr_xml_copy_drop(copy);
        lose_around(walk);
    }
    walk->drops_drawing = FALSE;
    return end_content(walk, copy, rule, first, error);
}

END(end_object)
{
    if (isr_xml_copy_is_bare(copy, first + 1)) {
        isr_xml_copy_drop(copy);
        lose_around(walk);
    }
    return end_content(walk, copy, rule, first, error);
}

END(end_alternatives)
{
    Alternatives alternatives = *TOP(walk->alternatives, Alternatives);

    POP(walk->alternatives);
    if (isr_xml_copy_is_bare(copy, first + 1)) {
        isr_xml_copy_drop(copy);
        lose_around(walk);
    } else if (alternatives.live == 0) {
        isr_xml_copy_unwrap(copy);
    }
    isr_xml_copy_release(copy);
    return end_content(walk, copy, rule, first, error);
}

static const End ends[DOCX_N_ELEMENT_TAGS] = {
    [DOCX_PARAGRAPH] = end_paragraph,
    [DOCX_PARAGRAPH_PROPERTIES] = end_paragraph_properties,
    [DOCX_RUN] = end_run,
    [DOCX_CONTENT] = end_content,
    [DOCX_SYMBOL] = end_content,
    [DOCX_BREAK] = end_content,
    [DOCX_FIELD_CHARACTER] = end_content,
    [DOCX_FIELD_CODE] = end_content,
    [DOCX_ROW] = end_row,
    [DOCX_CELL] = end_cell,
    [DOCX_TABLE] = end_table,
    [DOCX_GRAPHIC_DATA] = end_graphic_data,
    [DOCX_DRAWING] = end_drawing,
    [DOCX_OBJECT] = end_object,
    [DOCX_ALTERNATIVES] = end_alternatives,
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
