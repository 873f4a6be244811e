/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stack of open fields. A field's code is known only after its first tokens have been
 * buffered, so their numbers are kept until it is decided whether they stay. */
#include "docx_fields.h"

#include "docx_table.h"

#include <string.h>

typedef struct {
    guint64 from, to;
} Span;

typedef struct {
    GString *code;
    GArray *pieces;  /* of Span: tokens that go if the field does not stay */
    GPtrArray *list; /* of char *: a drop-down field's items */
    guint chosen;
    gboolean in_code; /* the result has not begun */
    gboolean decided, stays;
    gboolean nests; /* another field stands in its code */
    gboolean has_result;
} Field;

struct DocxFields {
    GPtrArray *open; /* of Field *, innermost last */
    guint coded;     /* of these, all before are out of their code, or none is in it */
    guint settled;   /* all before are decided, too: a document may open fields without end */
};

static void field_free(gpointer data)
{
    Field *field = data;

    g_string_free(field->code, TRUE);
    g_array_unref(field->pieces);
    g_ptr_array_unref(field->list);
    g_free(field);
}

DocxFields *docx_fields_new(void)
{
    DocxFields *fields = g_new0(DocxFields, 1);

    fields->open = g_ptr_array_new_with_free_func(field_free);
    return fields;
}

void docx_fields_free(DocxFields *fields)
{
    if (!fields)
        return;
    g_ptr_array_unref(fields->open);
    g_free(fields);
}

static Field *innermost(const DocxFields *fields)
{
    return fields->open->len ? fields->open->pdata[fields->open->len - 1] : NULL;
}

/* The outermost field in whose code we are: what becomes of it decides for all within. */
static Field *coding(const DocxFields *fields)
{
    return fields->coded < fields->open->len ? fields->open->pdata[fields->coded] : NULL;
}

static void leave_code(DocxFields *fields, Field *field)
{
    field->in_code = FALSE;
    while (coding(fields) && !coding(fields)->in_code)
        fields->coded++;
}

static void close_innermost(DocxFields *fields)
{
    g_ptr_array_set_size(fields->open, (gint)fields->open->len - 1);
    fields->coded = MIN(fields->coded, fields->open->len);
    fields->settled = MIN(fields->settled, fields->open->len);
}

gboolean docx_fields_in_code(const DocxFields *fields)
{
    return coding(fields) != NULL;
}

/* --- which fields stay --- */

static gboolean is_harmless(const char *code)
{
    static const char *const kinds[] = {
        "PAGE",    "NUMPAGES", "SECTIONPAGES", "SECTION", "TOC", "PAGEREF", "REF",
        "NOTEREF", "SEQ",      "STYLEREF",     "SYMBOL",  "EQ",  "=",       "FORMCHECKBOX"};
    g_autofree char *kind = NULL;

    code += strspn(code, " \t\r\n");
    if (*code == '=')
        return TRUE;
    kind = g_strndup(code, strcspn(code, " \t\r\n\\"));
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (g_ascii_strcasecmp(kind, kinds[i]) == 0)
            return TRUE;
    }
    return FALSE;
}

/* EQ draws its code, so its code is text of the document; of the others the names in it are swept.
 */
static gboolean code_stays(IsrXmlCopy *copy, const char *code, gboolean *stays, GError **error)
{
    const char *plain = code + strspn(code, " \t\r\n");
    IsrVisit *visit = isr_xml_copy_visit(copy);
    g_autofree char *text = NULL;

    *stays = is_harmless(code);
    if (!*stays)
        return TRUE;
    if (g_ascii_strncasecmp(plain, "EQ", 2) != 0)
        return isr_xml_copy_is_plain(copy, code) ||
               isr_visit_value(visit, isr_xml_copy_part(copy), code, stays, error);
    text = isr_visit_text(visit, ISR_BLOCK_BODY, isr_xml_copy_part(copy), code, error);
    *stays = text && g_str_equal(text, code);
    return text != NULL;
}

static void tell_flattened(IsrXmlCopy *copy)
{
    isr_visit_part(isr_xml_copy_visit(copy), "field", ISR_FATE_DROPPED,
                   "its last result stays as plain text", FALSE);
}

static void flatten(Field *field, IsrXmlCopy *copy)
{
    for (guint i = 0; i < field->pieces->len; i++) {
        const Span *span = &g_array_index(field->pieces, Span, i);

        isr_xml_copy_cut(copy, span->from, span->to);
    }
    field->decided = TRUE;
    tell_flattened(copy);
}

static gboolean decide(Field *field, IsrXmlCopy *copy, GError **error)
{
    gboolean stays = FALSE;

    if (field->decided)
        return TRUE;
    if (!field->nests && !code_stays(copy, field->code->str, &stays, error))
        return FALSE;
    field->stays = field->decided = stays;
    if (!stays)
        flatten(field, copy);
    return TRUE;
}

/* --- w:fldChar --- */

static void begin(DocxFields *fields)
{
    Field *outer = coding(fields);
    Field *field = g_new0(Field, 1);

    if (outer)
        outer->nests = TRUE;
    field->code = g_string_new(NULL);
    field->pieces = g_array_new(FALSE, FALSE, sizeof(Span));
    field->list = g_ptr_array_new_with_free_func(g_free);
    field->in_code = TRUE;
    g_ptr_array_add(fields->open, field);
}

/* A drop-down field shows the chosen item without storing it as a result. */
static gboolean put_chosen(const Field *field, IsrXmlCopy *copy, const IsrXmlElement *character,
                           GError **error)
{
    IsrXmlElement text = {.prefix = character->prefix, .uri = DOCX_W, .local = "t"};

    if (field->has_result || field->chosen >= field->list->len)
        return TRUE;
    return isr_xml_copy_insert(copy, &text, field->list->pdata[field->chosen], error);
}

gboolean docx_fields_character(DocxFields *fields, IsrXmlCopy *copy, const IsrXmlElement *element,
                               IsrXmlRule *rule, GError **error)
{
    const char *type = isr_xml_value(element, DOCX_W, "fldCharType");
    Field *field = innermost(fields);

    if (type && g_str_equal(type, "begin")) {
        begin(fields);
        return TRUE;
    }
    if (field && !decide(field, copy, error))
        return FALSE;
    if (!field || !field->stays) {
        rule->does = ISR_XML_DROP;
        rule->as = ""; /* told already */
    }
    if (!field)
        return TRUE;
    leave_code(fields, field);
    if (!type || !g_str_equal(type, "end"))
        return TRUE;
    if (!field->stays && !docx_fields_in_code(fields) && !put_chosen(field, copy, element, error))
        return FALSE;
    close_innermost(fields);
    return TRUE;
}

gboolean docx_fields_simple(IsrXmlCopy *copy, const IsrXmlElement *element, IsrXmlRule *rule,
                            GError **error)
{
    const char *code = isr_xml_value(element, DOCX_W, "instr");
    gboolean stays;

    if (!code_stays(copy, code ? code : "", &stays, error))
        return FALSE;
    if (!stays) {
        rule->does = ISR_XML_UNWRAP;
        tell_flattened(copy);
    }
    return TRUE;
}

void docx_fields_code(DocxFields *fields, const char **text)
{
    Field *field = innermost(fields);

    if (field && field->in_code && !field->decided)
        g_string_append(field->code, *text);
    else
        *text = NULL;
}

void docx_fields_list_entry(DocxFields *fields, const char *text)
{
    if (innermost(fields) && text)
        g_ptr_array_add(innermost(fields)->list, g_strdup(text));
}

void docx_fields_list_result(DocxFields *fields, const char *number)
{
    if (innermost(fields) && number)
        innermost(fields)->chosen = (guint)g_ascii_strtoull(number, NULL, 10);
}

void docx_fields_result(DocxFields *fields)
{
    Field *field = innermost(fields);

    if (field && !field->in_code)
        field->has_result = TRUE;
}

void docx_fields_piece(DocxFields *fields, IsrXmlCopy *copy, guint64 first)
{
    Field *field = coding(fields);
    /* The end tag is yet to come; what is not written has no tokens at all. */
    Span span = {first, isr_xml_copy_here(copy) + 1};

    if (!field || span.to == first + 1)
        return;
    if (field->decided)
        isr_xml_copy_drop(copy);
    else
        g_array_append_val(field->pieces, span);
}

void docx_fields_end_paragraph(DocxFields *fields, IsrXmlCopy *copy)
{
    for (guint i = fields->settled; i < fields->open->len; i++) {
        Field *field = fields->open->pdata[i];

        if (!field->decided)
            flatten(field, copy);
        leave_code(fields, field);
    }
    fields->settled = fields->open->len;
}
