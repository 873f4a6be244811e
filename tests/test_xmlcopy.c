/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copying XML by a table: what is allowed stays as it was, text is shown and edited. The grammar
 * here is a small one of its own. */
#include "isr_test.h"

#include "../src/formats/packing.h"
#include "../src/formats/xmlcopy.h"

#include <glib/gstdio.h>
#include <isredact/error.h>
#include <isredact/limits.h>
#include <string.h>

#define T "urn:test"
#define XMLNS " xmlns:t=\"" T "\""

static const IsrXmlVocabulary vocabularies[] = {
    {T, "t", "doc r props b box", "style look title", "bold italic"},
    {"http://www.w3.org/XML/1998/namespace", "xml", "", "space", "preserve"},
    {0},
};

static const IsrXmlRule rules[] = {
    {T, "p", ISR_XML_BLOCK, 0, 1, NULL},
    {T, "drop", ISR_XML_BLOCK, 0, 2, NULL},
    {T, "gone", ISR_XML_BLOCK, 0, 3, NULL},
    {T, "r", ISR_XML_COPY, ISR_XML_RUN, 0, NULL},
    {T, "t", ISR_XML_COPY, ISR_XML_TEXT | ISR_XML_RUN | ISR_XML_SPACE, 0, NULL},
    {T, "props", ISR_XML_COPY, ISR_XML_PROPERTIES, 0, NULL},
    {T, "wrap", ISR_XML_UNWRAP, 0, 0, NULL},
    {T, "del", ISR_XML_DELETED, 0, 0, NULL},
    {T, "ins", ISR_XML_INSERTED, 0, 0, NULL},
    {T, "tab", ISR_XML_PSEUDO, 0, 0, "\t"},
    {T, "sym", ISR_XML_CHARACTER, 0, 0, "Q"},
    {T, "table", ISR_XML_TABLE, 0, 0, NULL},
    {T, "row", ISR_XML_ROW, 0, 0, NULL},
    {T, "cell", ISR_XML_CELL, 0, 0, NULL},
    {T, "box", ISR_XML_NEST, 0, 0, NULL},
    {T, "note", ISR_XML_COPY, ISR_XML_APART, 0, NULL},
    {T, "secret", ISR_XML_DROP, 0, 0, "secret"},
    {0},
};

static const IsrXmlValueRule values[] = {
    {T, NULL, "style", ISR_XML_VALUE_NAME, "Style", 0},
    {T, NULL, "title", ISR_XML_VALUE_TEXT, NULL, 0},
    {0},
};

static const IsrXmlTable table = {vocabularies, rules, values, NULL, "t", NULL};

static gboolean on_end(gpointer self, IsrXmlCopy *copy, const IsrXmlRule *rule, guint64 first,
                       GError **error)
{
    (void)self;
    (void)first;
    (void)error;
    if (rule->tag == 2 || rule->tag == 3)
        isr_xml_copy_linger(copy, rule->tag == 3);
    return TRUE;
}

static const IsrXmlHooks hooks = {.end = on_end};

typedef struct {
    const char *find, *put; /* the edit made in every block */
    GString *seen;          /* "kind:text" of each block */
    GString *parts;
} Visitor;

static gboolean on_block(gpointer self, const IsrBlock *block, GArray *edits, GError **error)
{
    Visitor *visitor = self;
    const char *hit = visitor->find ? strstr(block->text->str, visitor->find) : NULL;

    (void)error;
    g_string_append_printf(visitor->seen, "%u:%s|", block->kind, block->text->str);
    for (guint i = 0; block->columns && i < block->columns->len; i++)
        g_string_append_printf(visitor->seen, "(%s)", (char *)block->columns->pdata[i]);
    if (hit)
        isr_edits_add(edits, (gsize)(hit - block->text->str),
                      (gsize)(hit - block->text->str) + strlen(visitor->find), visitor->put);
    return TRUE;
}

static void on_part(gpointer self, const IsrPart *part)
{
    g_string_append_printf(((Visitor *)self)->parts, "%s*%u ", part->name, part->count);
}

static gboolean on_bytes(gpointer self, const void *bytes, gsize length, GError **error)
{
    (void)error;
    g_string_append_len(self, bytes, (gssize)length);
    return TRUE;
}

/* Packs @xml, copies it; the copy without the XML declaration. */
static char *copy_xml(const char *xml, Visitor *visitor, GError **error)
{
    g_autofree char *folder = g_dir_make_tmp("isredact-xml-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "x.zip", NULL);
    g_autoptr(IsrOutput) output = isr_output_new(path, FALSE, NULL);
    g_autoptr(IsrPacking) packing = isr_packing_new(output, NULL);
    g_autoptr(IsrXmlGrammar) grammar = isr_xml_grammar_new(&table);
    g_autoptr(GString) copied = g_string_new(NULL);
    IsrKeep keep = {0};
    IsrWalk walk = {.keep = &keep,
                    .visitor = {.self = visitor, .block = on_block, .part = on_part}};
    g_autoptr(IsrVisit) visit = isr_visit_new(&walk);
    const char *body;

    assert_true(isr_packing_add(packing, "x.xml", xml, strlen(xml), NULL));
    assert_true(isr_packing_finish(packing, NULL));
    assert_true(isr_output_commit(output, NULL));
    {
        g_autoptr(IsrInput) input = isr_input_open(path, NULL);
        g_autoptr(IsrPackage) package = isr_package_open(input, NULL);
        IsrXmlSource source = {.package = package,
                               .part = "x.xml",
                               .kind = ISR_BLOCK_BODY,
                               .grammar = grammar,
                               .hooks = &hooks,
                               .visit = visit,
                               .sink = on_bytes,
                               .sink_self = copied};

        g_unlink(path);
        g_rmdir(folder);
        visitor->seen = g_string_new(NULL);
        visitor->parts = g_string_new(NULL);
        if (!isr_xml_copy(&source, error))
            return NULL;
    }
    isr_visit_tell_parts(visit);
    body = strchr(copied->str, '\n');
    return g_strdup(body + 1);
}

/* Copies @xml with @find replaced and compares blocks seen and what comes out. */
static void assert_copied(const char *xml, const char *find, const char *put, const char *seen,
                          const char *expected)
{
    g_autoptr(GError) error = NULL;
    Visitor visitor = {find, put, NULL, NULL};
    g_autofree char *copied = copy_xml(xml, &visitor, &error);

    assert_no_error(error);
    if (seen)
        assert_string_equal(visitor.seen->str, seen);
    assert_string_equal(copied, expected);
    g_string_free(visitor.seen, TRUE);
    g_string_free(visitor.parts, TRUE);
}

static void assert_same(const char *xml)
{
    assert_copied(xml, NULL, NULL, NULL, xml);
}

static void what_is_allowed_stays_as_it_was(void **state)
{
    (void)state;
    assert_same("<t:doc" XMLNS ">\n <t:p style=\"Plain &amp; &lt;simple&gt; &quot;\">"
                "<t:r><t:props look=\"bold\"/><t:t xml:space=\"preserve\"> a &amp; b </t:t>"
                "</t:r></t:p>\n</t:doc>");
    assert_same("<doc xmlns=\"" T "\"><p><r><t>a</t></r></p></doc>");
}

static void an_edit_over_many_runs_leaves_one_mark(void **state)
{
    (void)state;
    assert_copied("<t:doc" XMLNS "><t:p><t:r><t:t>Dear Ma</t:t></t:r><t:r><t:props/><t:t>ra</t:t>"
                  "</t:r><t:r><t:t> B</t:t><t:tab/><t:t>x.</t:t></t:r></t:p></t:doc>",
                  "Mara B\tx", "[NAME] ", "0:Dear Mara B\tx.|",
                  "<t:doc" XMLNS "><t:p><t:r><t:t xml:space=\"preserve\">Dear [NAME] </t:t></t:r>"
                  "<t:r><t:t>.</t:t></t:r></t:p></t:doc>");
}

static void a_character_gives_way_to_text(void **state)
{
    (void)state;
    assert_copied("<t:doc" XMLNS "><t:p><t:r><t:sym look=\"bold\"/></t:r><t:r><t:sym/></t:r></t:p>"
                  "</t:doc>",
                  "QQ", "[NAME]", "0:QQ|",
                  "<t:doc" XMLNS "><t:p><t:r><t:t>[NAME]</t:t></t:r></t:p></t:doc>");
}

static void deleted_text_is_seen_and_not_written(void **state)
{
    (void)state;
    assert_copied("<t:doc" XMLNS "><t:p><t:r><t:t>Quen</t:t></t:r><t:del><t:r><t:t>xyz</t:t></t:r>"
                  "</t:del><t:ins><t:r><t:t>ne</t:t></t:r></t:ins></t:p></t:doc>",
                  "Quenxyzne", "[X]", "0:Quenxyzne|",
                  "<t:doc" XMLNS "><t:p><t:r><t:t>[X]</t:t></t:r></t:p></t:doc>");
}

static void a_row_is_one_block_under_its_column_heads(void **state)
{
    (void)state;
    assert_copied("<t:doc" XMLNS "><t:table><t:row><t:cell><t:p><t:t>Name</t:t></t:p></t:cell>"
                  "<t:cell><t:p><t:t>Age</t:t></t:p></t:cell></t:row><t:row><t:cell><t:p><t:t>A"
                  "</t:t></t:p><t:p><t:t>B</t:t></t:p></t:cell><t:cell/></t:row></t:table></t:doc>",
                  "A\nB", "[X]",
                  "2:Name\x1f"
                  "Age|2:A\nB\x1f|(Name)(Age)",
                  "<t:doc" XMLNS "><t:table><t:row><t:cell><t:p><t:t>Name</t:t></t:p></t:cell>"
                  "<t:cell><t:p><t:t>Age</t:t></t:p></t:cell></t:row><t:row><t:cell><t:p><t:t>[X]"
                  "</t:t></t:p><t:p/></t:cell><t:cell/></t:row></t:table></t:doc>");
}

static void a_box_within_a_paragraph_is_a_block_of_its_own(void **state)
{
    (void)state;
    assert_copied("<t:doc" XMLNS "><t:p><t:t>Ma</t:t><t:box><t:p><t:t>in</t:t></t:p></t:box>"
                  "<t:t>ra</t:t></t:p></t:doc>",
                  "Mara", "[X]", "0:in|0:Mara|",
                  "<t:doc" XMLNS "><t:p><t:t>[X]</t:t><t:box><t:p><t:t>in</t:t></t:p></t:box></t:p>"
                  "</t:doc>");
}

static void a_drop_capital_is_read_with_its_paragraph(void **state)
{
    (void)state;
    assert_copied("<t:doc" XMLNS "><t:drop><t:t>M</t:t></t:drop><t:p><t:t>ara</t:t></t:p><t:p>"
                  "<t:t>x</t:t></t:p></t:doc>",
                  "Mara", "[X]", "0:Mara|0:x|",
                  "<t:doc" XMLNS "><t:drop><t:t>[X]</t:t></t:drop><t:p/><t:p><t:t>x</t:t></t:p>"
                  "</t:doc>");
}

static void paragraphs_whose_mark_is_deleted_become_one(void **state)
{
    (void)state;
    assert_copied("<t:doc" XMLNS "><t:gone><t:t>M</t:t></t:gone><t:p look=\"bold\"><t:t>ara</t:t>"
                  "</t:p><t:gone><t:t>end</t:t></t:gone></t:doc>",
                  NULL, NULL, "0:Mara|0:end|",
                  "<t:doc" XMLNS "><t:gone><t:t>M</t:t><t:t>ara</t:t></t:gone><t:gone><t:t>end"
                  "</t:t></t:gone></t:doc>");
}

static void text_in_no_paragraph_is_one_block(void **state)
{
    (void)state;
    assert_copied("<t:doc" XMLNS "><t:r><t:t>Ma</t:t></t:r><t:b><t:r><t:t>ra</t:t></t:r></t:b>"
                  "</t:doc>",
                  "Mara", "[X]", "0:Mara|",
                  "<t:doc" XMLNS "><t:r><t:t>[X]</t:t></t:r><t:b/></t:doc>");
    assert_copied("<t:doc" XMLNS "><t:p><t:t>out</t:t><t:box><t:t>Ma</t:t><t:t>ra</t:t></t:box>"
                  "</t:p></t:doc>",
                  "Mara", "[X]", "0:Mara|0:out|",
                  "<t:doc" XMLNS "><t:p><t:t>out</t:t><t:box><t:t>[X]</t:t></t:box></t:p>"
                  "</t:doc>");
}

/* A paragraph, a table, or an element that keeps its text apart, begins and ends. */
static void text_in_no_paragraph_ends_where_others_begin(void **state)
{
    (void)state;
    assert_copied("<t:doc" XMLNS "><t:t>a</t:t><t:p><t:t>b</t:t></t:p><t:t>c</t:t><t:table><t:t>d"
                  "</t:t><t:row><t:cell><t:t>e</t:t></t:cell></t:row><t:t>f</t:t></t:table>"
                  "<t:t>g</t:t><t:note><t:t>h</t:t></t:note><t:t>i</t:t></t:doc>",
                  NULL, NULL, "0:a|0:b|0:c|0:d|2:e|0:f|0:g|0:h|0:i|",
                  "<t:doc" XMLNS "><t:t>a</t:t><t:p><t:t>b</t:t></t:p><t:t>c</t:t><t:table><t:t>d"
                  "</t:t><t:row><t:cell><t:t>e</t:t></t:cell></t:row><t:t>f</t:t></t:table>"
                  "<t:t>g</t:t><t:note><t:t>h</t:t></t:note><t:t>i</t:t></t:doc>");
}

static void a_paragraph_around_one_that_lingers_is_seen(void **state)
{
    (void)state;
    assert_copied("<t:doc" XMLNS "><t:p><t:t>Mara</t:t><t:drop><t:t>a</t:t></t:drop></t:p><t:p>"
                  "<t:t>b</t:t></t:p></t:doc>",
                  "Mara", "[X]", "0:a|0:Mara|0:b|",
                  "<t:doc" XMLNS "><t:p><t:t>[X]</t:t><t:drop><t:t>a</t:t></t:drop></t:p><t:p>"
                  "<t:t>b</t:t></t:p></t:doc>");
    assert_copied("<t:doc" XMLNS "><t:p><t:t>Mara</t:t><t:gone><t:t>a</t:t></t:gone></t:p></t:doc>",
                  "Mara", "[X]", "0:a|0:Mara|",
                  "<t:doc" XMLNS "><t:p><t:t>[X]</t:t><t:gone><t:t>a</t:t></t:gone></t:p></t:doc>");
}

/* A box stands on the drop capital. */
static void what_lingers_goes_on_at_its_own_depth(void **state)
{
    (void)state;
    assert_copied("<t:doc" XMLNS "><t:drop><t:t>M</t:t><t:box><t:p><t:t>in</t:t></t:p></t:box>"
                  "</t:drop><t:p><t:t>ara</t:t></t:p></t:doc>",
                  "Mara", "[X]", "0:in|0:Mara|",
                  "<t:doc" XMLNS "><t:drop><t:t>[X]</t:t><t:box><t:p><t:t>in</t:t></t:p></t:box>"
                  "</t:drop><t:p/></t:doc>");
}

static void text_in_a_cell_ends_where_a_paragraph_begins(void **state)
{
    (void)state;
    assert_copied("<t:doc" XMLNS "><t:row><t:cell><t:t>a</t:t><t:t>b</t:t><t:p><t:t>c</t:t></t:p>"
                  "</t:cell><t:cell><t:p><t:t>d</t:t></t:p></t:cell></t:row></t:doc>",
                  NULL, NULL,
                  "2:ab\nc\x1f"
                  "d|",
                  "<t:doc" XMLNS "><t:row><t:cell><t:t>a</t:t><t:t>b</t:t><t:p><t:t>c</t:t></t:p>"
                  "</t:cell><t:cell><t:p><t:t>d</t:t></t:p></t:cell></t:row></t:doc>");
}

static void what_is_not_listed_goes_and_is_counted(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    Visitor visitor = {0};
    g_autofree char *copied = copy_xml(
        "<t:doc" XMLNS " xmlns:quenneville=\"urn:mara\" quenneville:x=\"Mara\"><!-- Mara --><?Mara "
        "x?><t:p name=\"Mara\"><quenneville:y>Mara</quenneville:y><t:secret><t:p/></t:secret>"
        "stray<t:wrap><t:t>a<!-- b -->c</t:t></t:wrap></t:p></t:doc>",
        &visitor, &error);

    assert_no_error(error);
    assert_string_equal(copied, "<t:doc" XMLNS "><t:p><t:t>ac</t:t></t:p></t:doc>");
    assert_string_equal(visitor.parts->str,
                        "XML comment*3 unlisted mark-up*1 secret*1 stray text*1 ");
    g_string_free(visitor.seen, TRUE);
    g_string_free(visitor.parts, TRUE);
}

static void a_prefix_that_could_tell_something_is_replaced(void **state)
{
    (void)state;
    assert_copied("<mara:doc xmlns:mara=\"" T "\"><mara:p mara:look=\"bold\"/></mara:doc>", NULL,
                  NULL, "",
                  "<redacted1:doc xmlns:redacted1=\"" T "\"><redacted1:p redacted1:look=\"bold\"/>"
                  "</redacted1:doc>");
    assert_same("<ns0:doc xmlns:ns0=\"" T "\"/>");
}

static void a_name_is_renamed_wherever_it_stands(void **state)
{
    (void)state;
    assert_copied("<t:doc" XMLNS
                  "><t:p style=\"Mara's\"/><t:r style=\"Mara's\"/><t:r style=\"other\"/>"
                  "</t:doc>",
                  "Mara", "", "7:Mara's|7:other|",
                  "<t:doc" XMLNS "><t:p style=\"RedactedStyle1\"/><t:r style=\"RedactedStyle1\"/>"
                  "<t:r style=\"other\"/></t:doc>");
}

static void a_value_of_unknown_words_is_shown_and_text_is_edited(void **state)
{
    (void)state;
    assert_copied("<t:doc" XMLNS "><t:r look=\"bold 12pt; #ff00aa\"/><t:r look=\"Mara\"/>"
                  "<t:r look=\"other\" title=\"To Mara!\"/></t:doc>",
                  "Mara", "[X]", "7:bold 12pt; #ff00aa|7:Mara|7:other|0:To Mara!|",
                  "<t:doc" XMLNS "><t:r look=\"bold 12pt; #ff00aa\"/><t:r/>"
                  "<t:r look=\"other\" title=\"To [X]!\"/></t:doc>");
}

static void namespaces_that_were_declared_on_what_went_are_declared_again(void **state)
{
    (void)state;
    assert_copied("<doc xmlns=\"" T "\"><t:wrap" XMLNS "><t:p t:look=\"bold\"/></t:wrap></doc>",
                  NULL, NULL, "", "<doc xmlns=\"" T "\"><t:p" XMLNS " t:look=\"bold\"/></doc>");
}

static void assert_refused(const char *xml, IsrError code)
{
    g_autoptr(GError) error = NULL;
    Visitor visitor = {0};
    g_autofree char *copied = copy_xml(xml, &visitor, &error);

    assert_null(copied);
    assert_true(g_error_matches(error, ISR_ERROR, (gint)code));
    assert_null(strstr(error->message, "Mara"));
    g_string_free(visitor.seen, TRUE);
    g_string_free(visitor.parts, TRUE);
}

static void broken_xml_and_a_doctype_are_refused(void **state)
{
    (void)state;
    assert_refused("<t:doc" XMLNS "><t:p></t:doc>", ISR_ERROR_MALFORMED);
    assert_refused("<t:doc" XMLNS ">", ISR_ERROR_MALFORMED);
    assert_refused("", ISR_ERROR_MALFORMED);
    assert_refused("<!DOCTYPE x [<!ENTITY a \"Mara\">]><t:doc" XMLNS ">&a;</t:doc>",
                   ISR_ERROR_MALFORMED);
    assert_refused("<t:doc" XMLNS "><t:p>&Mara;</t:p></t:doc>", ISR_ERROR_MALFORMED);
}

static void endless_nesting_is_refused(void **state)
{
    (void)state;
    g_autoptr(GString) xml = g_string_new("<t:doc" XMLNS ">");

    for (guint i = 0; i <= ISR_LIMIT_XML_DEPTH; i++)
        g_string_append(xml, "<t:r>");
    assert_refused(xml->str, ISR_ERROR_LIMIT);
}

/* Its attributes are few in one and short in the other. */
static void a_tag_without_end_is_refused(void **state)
{
    (void)state;
    g_autofree char *noise = g_strnfill(ISR_LIMIT_MARKUP_BYTES + 100000, 'a');
    g_autofree char *longest = g_strdup_printf("<t:doc" XMLNS "><t:p x=\"%s", noise);
    g_autoptr(GString) most = g_string_new("<t:doc" XMLNS "><t:p");

    for (guint i = 0; i <= 2 * ISR_LIMIT_ATTRIBUTES; i++)
        g_string_append_printf(most, " a%u=''", i);
    assert_refused(longest, ISR_ERROR_LIMIT);
    assert_refused(most->str, ISR_ERROR_LIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_allowed_stays_as_it_was),
        cmocka_unit_test(an_edit_over_many_runs_leaves_one_mark),
        cmocka_unit_test(a_character_gives_way_to_text),
        cmocka_unit_test(deleted_text_is_seen_and_not_written),
        cmocka_unit_test(a_row_is_one_block_under_its_column_heads),
        cmocka_unit_test(a_box_within_a_paragraph_is_a_block_of_its_own),
        cmocka_unit_test(a_drop_capital_is_read_with_its_paragraph),
        cmocka_unit_test(paragraphs_whose_mark_is_deleted_become_one),
        cmocka_unit_test(text_in_no_paragraph_is_one_block),
        cmocka_unit_test(text_in_no_paragraph_ends_where_others_begin),
        cmocka_unit_test(a_paragraph_around_one_that_lingers_is_seen),
        cmocka_unit_test(what_lingers_goes_on_at_its_own_depth),
        cmocka_unit_test(text_in_a_cell_ends_where_a_paragraph_begins),
        cmocka_unit_test(what_is_not_listed_goes_and_is_counted),
        cmocka_unit_test(a_prefix_that_could_tell_something_is_replaced),
        cmocka_unit_test(a_name_is_renamed_wherever_it_stands),
        cmocka_unit_test(a_value_of_unknown_words_is_shown_and_text_is_edited),
        cmocka_unit_test(namespaces_that_were_declared_on_what_went_are_declared_again),
        cmocka_unit_test(broken_xml_and_a_doctype_are_refused),
        cmocka_unit_test(endless_nesting_is_refused),
        cmocka_unit_test(a_tag_without_end_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
