/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * DOCX documents through the format alone, with a visitor that edits as it is told. */
#include "isr_test.h"

#include "../src/formats/formats.h"
#include "../src/formats/package.h"
#include "../src/formats/packing.h"

#include <glib/gstdio.h>
#include <isredact/error.h>
#include <string.h>

#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define HEAD                                                                                       \
    "<w:document xmlns:w=\"" W "\" xmlns:r=\"" RELATIONS "\" xmlns:mc=\"http://schemas."           \
    "openxmlformats.org/markup-compatibility/2006\"><w:body>"
#define TAIL "</w:body></w:document>"
#define R(text) "<w:r><w:t>" text "</w:t></w:r>"
#define P(inner) "<w:p>" inner "</w:p>"
#define FIELD(kind) "<w:r><w:fldChar w:fldCharType=\"" kind "\"/></w:r>"
#define CODE(text) "<w:r><w:instrText>" text "</w:instrText></w:r>"

/* A document being tested: what goes in, and what was seen and written. */
typedef struct {
    const char *find, *put; /* the edit made in every block, or NULL */
    IsrKeep keep;
    const char *more_relations, *styles;
    GString *seen; /* text of each block that is no attribute, '{-...}' for deleted runs */
    GString *parts;
    char *document; /* word/document.xml of the copy, within w:body */
    char *members;  /* names of the copy's members */
} Case;

static void case_clear(Case *c)
{
    g_string_free(c->seen, TRUE);
    g_string_free(c->parts, TRUE);
    g_free(c->document);
    g_free(c->members);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Case, case_clear)

static gboolean on_block(gpointer self, const IsrBlock *block, GArray *edits, GError **error)
{
    Case *c = self;
    const char *hit = c->find ? strstr(block->text->str, c->find) : NULL;

    (void)error;
    for (guint i = 0; i < block->runs->len && block->kind != ISR_BLOCK_ATTRIBUTE; i++) {
        const IsrRun *run = &g_array_index(block->runs, IsrRun, i);
        gboolean deleted = (run->flags & ISR_RUN_DELETED) != 0;

        g_string_append_printf(c->seen, deleted ? "{-%.*s}" : "%.*s",
                               (int)(run->range.end - run->range.start),
                               block->text->str + run->range.start);
    }
    g_string_append(c->seen, block->kind == ISR_BLOCK_ATTRIBUTE ? "" : "|");
    if (hit)
        isr_edits_add(edits, (gsize)(hit - block->text->str),
                      (gsize)(hit - block->text->str) + strlen(c->find), c->put);
    return TRUE;
}

static void on_part(gpointer self, const IsrPart *part)
{
    g_string_append_printf(((Case *)self)->parts, "%s*%u ", part->name, part->count);
}

static void add(IsrPacking *packing, const char *name, const char *text)
{
    assert_true(isr_packing_add(packing, name, text, strlen(text), NULL));
}

static void write_source(const Case *c, const char *path, const char *document)
{
    g_autoptr(IsrOutput) output = isr_output_new(path, TRUE, NULL);
    g_autoptr(IsrPacking) packing = isr_packing_new(output, NULL);
    g_autofree char *relations = g_strdup_printf(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "%s%s</Relationships>",
        c->more_relations ? c->more_relations : "",
        c->styles ? "<Relationship Id=\"s\" Type=\"" RELATIONS "/styles\" Target=\"styles.xml\"/>"
                  : "");

    add(packing, "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override "
        "PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-"
        "officedocument.wordprocessingml.document.main+xml\"/></Types>");
    add(packing, "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"a\" Type=\"" RELATIONS
        "/officeDocument\" Target=\"/word/document.xml\"/></Relationships>");
    add(packing, "word/_rels/document.xml.rels", relations);
    add(packing, "word/header7.xml",
        "<w:hdr xmlns:w=\"" W "\">" P(R("Mara in the header")) "</w:hdr>");
    if (c->styles)
        add(packing, "word/styles.xml", c->styles);
    add(packing, "customXml/item1.xml", "<x>Mara</x>");
    add(packing, "word/document.xml", document);
    assert_true(isr_packing_finish(packing, NULL) && isr_output_commit(output, NULL));
}

static void read_copy(Case *c, const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrInput) input = isr_input_open(path, &error);
    g_autoptr(IsrPackage) package = isr_package_open(input, &error);
    g_autoptr(GString) members = g_string_new(NULL);
    g_autoptr(GByteArray) bytes = NULL;
    const char *from, *to;

    assert_no_error(error);
    for (guint i = 0; i < isr_package_size(package); i++)
        g_string_append_printf(members, "%s ", isr_package_nth(package, i));
    bytes = isr_package_load(package, (guint)isr_package_find(package, "word/document.xml"),
                             1 << 20, &error);
    assert_no_error(error);
    g_byte_array_append(bytes, (const guint8 *)"", 1);
    from = strstr((char *)bytes->data, "<w:body>");
    to = g_strrstr((char *)bytes->data, "</w:body>");
    c->document = from ? g_strndup(from + 8, (gsize)(to - from) - 8) : g_strdup("");
    c->members = g_strdup(members->str);
}

/* Walks @document; FALSE with @error set if it is refused. */
static gboolean walk(Case *c, const char *document, GError **error)
{
    g_autofree char *folder = g_dir_make_tmp("isredact-docx-XXXXXX", NULL);
    g_autofree char *source = g_build_filename(folder, "in.docx", NULL);
    g_autofree char *copy = g_build_filename(folder, "out.docx", NULL);
    gboolean done;

    c->seen = g_string_new(NULL);
    c->parts = g_string_new(NULL);
    write_source(c, source, document);
    {
        g_autoptr(IsrInput) input = isr_input_open(source, NULL);
        g_autoptr(IsrOutput) output = isr_output_new(copy, FALSE, NULL);
        IsrWalk order = {.input = input,
                         .output = output,
                         .keep = &c->keep,
                         .visitor = {.self = c, .block = on_block, .part = on_part}};

        assert_true(isr_format_docx.recognise(input) > 0);
        done = isr_format_docx.walk(&order, error) && isr_output_commit(output, error);
    }
    if (done)
        read_copy(c, copy);
    g_unlink(source);
    g_unlink(copy);
    g_rmdir(folder);
    return done;
}

static void assert_walked(Case *c, const char *body)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *document = g_strconcat(HEAD, body, TAIL, NULL);
    gboolean done = walk(c, document, &error);

    assert_no_error(error);
    assert_true(done);
}

/* @body with @find replaced gives @expected. */
static void assert_becomes(const char *body, const char *find, const char *put, const char *seen,
                           const char *expected)
{
    g_auto(Case) c = {.find = find, .put = put};

    assert_walked(&c, body);
    assert_string_equal(c.seen->str, seen);
    assert_string_equal(c.document, expected);
}

static void an_untouched_paragraph_stays_as_it_was(void **state)
{
    (void)state;
    const char *body =
        P("<w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t "
          "xml:space=\"preserve\"> a </w:t><w:tab/></w:r>") "<w:sectPr><w:pgSz w:w=\"11906\" "
                                                            "w:h=\"16838\"/></w:sectPr>";

    assert_becomes(body, NULL, NULL, " a \t|", body);
}

static void a_name_split_by_letters_leaves_one_mark(void **state)
{
    (void)state;
    assert_becomes(P(R("M") "<w:proofErr w:type=\"spellStart\"/>" R("a") R("r") R("a x")), "Mara",
                   "[NAME]", "Mara x|",
                   P(R("[NAME]") "<w:r><w:t xml:space=\"preserve\"> x</w:t></w:r>"));
}

static void symbols_are_read_as_letters(void **state)
{
    (void)state;
    assert_becomes(P("<w:r><w:sym w:font=\"Symbol\" w:char=\"F04D\"/></w:r>" R("x")),
                   "\xef\x81\x8d"
                   "x",
                   "[X]",
                   "\xef\x81\x8d"
                   "x|",
                   P(R("[X]")));
}

static void a_drop_capital_is_read_with_its_paragraph(void **state)
{
    (void)state;
    assert_becomes(P("<w:pPr><w:framePr w:dropCap=\"drop\"/></w:pPr>" R("M")) P(R("ara")), "Mara",
                   "[X]", "Mara|",
                   P("<w:pPr><w:framePr w:dropCap=\"drop\"/></w:pPr>" R("[X]")) "<w:p/>");
}

static void changes_are_accepted(void **state)
{
    (void)state;
    assert_becomes(P(R("Quen") "<w:del w:author=\"Mara\"><w:r><w:delText>xyz</w:delText></w:r>"
                               "</w:del><w:ins w:author=\"Mara\">" R("neville") "</w:ins>"),
                   NULL, NULL, "Quen{-xyz}neville|", P(R("Quen") R("neville")));
}

static void a_deleted_mark_joins_two_paragraphs(void **state)
{
    (void)state;
    assert_becomes(P("<w:pPr><w:rPr><w:del w:author=\"M\"/></w:rPr></w:pPr>" R("Ma")) P(R("ra"))
                       P("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>gone"
                         "</w:delText></w:r></w:del>") P(R("end")),
                   NULL, NULL, "Mara|{-gone}|end|",
                   P("<w:pPr><w:rPr/></w:pPr>" R("Ma") R("ra")) P(R("end")));
}

#define TC(inner) "<w:tc>" P(inner) "</w:tc>"

static void deleted_rows_and_cells_go(void **state)
{
    (void)state;
    assert_becomes(
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" TC(R("a")) "</w:tr><w:tr>" TC(R(
            "b")) "<w:tc><w:tcPr><w:cellDel/></w:tcPr>" P(R("c")) "</w:tc></w:tr></w:tbl>"
                                                                  "<w:tbl><w:tr><w:trPr><w:del/></"
                                                                  "w:trPr>" TC(R(
                                                                      "d")) "</w:tr></w:tbl><w:p/>",
        NULL, NULL, "{-a}|b\x1f{-c}|{-d}|", "<w:tbl><w:tr>" TC(R("b")) "</w:tr></w:tbl><w:p/>");
}

static void nested_tables_are_blocks_of_their_own(void **state)
{
    (void)state;
    assert_becomes("<w:tbl><w:tr><w:tc>" P(R("a")) "<w:tbl><w:tr>" TC(R("in")) TC(
                       R("ner")) "</w:tr></w:tbl>" P(R("b")) "</w:tc>" TC(R("c")) "</w:tr></w:tbl>",
                   "in\x1fner", "[X]",
                   "in\x1fner|a\nb\x1f"
                   "c|",
                   "<w:tbl><w:tr><w:tc>" P(R("a")) "<w:tbl><w:tr>" TC(R(
                       "[X]")) "<w:tc><w:p/></w:tc>"
                               "</w:tr></w:tbl>" P(R("b")) "</w:tc>" TC(R("c")) "</w:tr></w:tbl>");
}

#define HIDDEN "<w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r>"

static void hidden_text_is_evidence_and_goes_unless_kept(void **state)
{
    (void)state;
    g_auto(Case) kept = {.keep.keep_hidden = TRUE};

    assert_becomes(P(R("a") HIDDEN R("c")), NULL, NULL, "a{-b}c|", P(R("a") R("c")));
    assert_walked(&kept, P(R("a") HIDDEN));
    assert_string_equal(kept.document, P(R("a") HIDDEN));
    assert_string_equal(kept.seen->str, "ab|");
}

static void a_style_can_hide_text(void **state)
{
    (void)state;
    g_auto(Case) c = {.styles = "<w:styles xmlns:w=\"" W "\"><w:style w:styleId=\"Base\"><w:rPr>"
                                "<w:vanish/></w:rPr></w:style><w:style w:styleId=\"Sub\">"
                                "<w:basedOn w:val=\"Base\"/></w:style></w:styles>"};

    assert_walked(&c, P("<w:r><w:rPr><w:rStyle w:val=\"Sub\"/></w:rPr><w:t>a</w:t></w:r>" R("b")));
    assert_string_equal(c.seen->str, "{-a}b|");
    assert_string_equal(c.document, P(R("b")));
}

static void harmless_fields_stay_and_others_become_their_result(void **state)
{
    (void)state;
    const char *page = P(FIELD("begin") CODE(" PAGE ") FIELD("separate") R("3") FIELD("end"));

    assert_becomes(page, NULL, NULL, "3|", page);
    assert_becomes(P(FIELD("begin") CODE("MERGEFIELD Mara") FIELD("separate") R("x") FIELD("end")),
                   NULL, NULL, "x|", P(R("x")));
    assert_becomes(P("<w:fldSimple w:instr=\"AUTHOR\">" R("x") "</w:fldSimple>"), NULL, NULL, "x|",
                   P(R("x")));
}

static void a_field_within_a_code_goes_with_it(void **state)
{
    (void)state;
    assert_becomes(P(FIELD("begin") CODE("IF ") FIELD("begin") CODE("PAGE") FIELD("separate") R("1")
                         FIELD("end") CODE(" = 1 a b") FIELD("separate") R("b") FIELD("end")),
                   NULL, NULL, "{-1}b|", P(R("b")));
}

static void a_drop_down_field_shows_what_was_chosen(void **state)
{
    (void)state;
    assert_becomes(P("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result "
                     "w:val=\"1\"/><w:listEntry w:val=\"Mara\"/><w:listEntry w:val=\"No\"/>"
                     "</w:ddList></w:ffData></w:fldChar></w:r>" CODE("FORMDROPDOWN") FIELD("end")),
                   NULL, NULL, "No|", P("<w:r><w:t>No</w:t></w:r>"));
}

static void comment_marks_go(void **state)
{
    (void)state;
    assert_becomes(P("<w:commentRangeStart w:id=\"1\"/>" R(
                       "a") "<w:commentRangeEnd w:id=\"1\"/>"
                            "<w:r><w:rPr><w:b/></w:rPr><w:commentReference w:id=\"1\"/></w:r>"),
                   NULL, NULL, "a|", P(R("a")));
}

#define LINK                                                                                       \
    "<Relationship Id=\"q\" Type=\"" RELATIONS                                                     \
    "/hyperlink\" Target=\"https://www.gov.example/a\" "                                           \
    "TargetMode=\"External\"/>"

static void a_link_stays_only_to_a_host_that_may(void **state)
{
    (void)state;
    char host[] = "gov.example";
    char *hosts[] = {host, NULL};
    const char *body = P("<w:hyperlink r:id=\"q\">" R("a") "</w:hyperlink>");
    g_auto(Case) without = {.more_relations = LINK};
    g_auto(Case) with = {.more_relations = LINK, .keep.link_hosts = hosts};

    assert_walked(&without, body);
    assert_string_equal(without.document, P(R("a")));
    assert_null(strstr(without.members, "document.xml.rels"));
    assert_walked(&with, body);
    assert_string_equal(with.document, P("<w:hyperlink r:id=\"rId1\">" R("a") "</w:hyperlink>"));
}

#define HEADER "<Relationship Id=\"Mara\" Type=\"" RELATIONS "/header\" Target=\"header7.xml\"/>"

static void a_part_is_copied_only_where_it_is_referred_to(void **state)
{
    (void)state;
    g_auto(Case) without = {.more_relations = HEADER};
    g_auto(Case) with = {.more_relations = HEADER, .find = "Mara", .put = "[X]"};

    assert_walked(&without, P(R("a")));
    assert_string_equal(without.members, "[Content_Types].xml _rels/.rels word/document.xml "
                                         "docProps/core.xml docProps/app.xml ");
    assert_walked(&with, P(R("a")) "<w:sectPr><w:headerReference w:type=\"default\" "
                                   "r:id=\"Mara\"/></w:sectPr>");
    assert_non_null(strstr(with.members, "word/header1.xml"));
    assert_non_null(strstr(with.document, "<w:headerReference w:type=\"default\" r:id=\"rId1\"/>"));
    assert_non_null(strstr(with.seen->str, "Mara in the header|"));
    assert_non_null(strstr(with.parts->str, "custom XML*1"));
}

static void an_unknown_choice_gives_way_to_its_fallback(void **state)
{
    (void)state;
    assert_becomes(P("<w:r><mc:AlternateContent><mc:Choice Requires=\"x\" xmlns:x=\"urn:mara\">"
                     "<x:y>Mara</x:y></mc:Choice><mc:Fallback><w:t>a</w:t></mc:Fallback>"
                     "</mc:AlternateContent></w:r>"),
                   NULL, NULL, "a|", P(R("a")));
}

static void a_bookmark_is_renamed_where_it_stands_and_where_it_is_used(void **state)
{
    (void)state;
    g_auto(Case) c = {.find = "Mara", .put = ""};

    assert_walked(&c, P("<w:bookmarkStart w:id=\"0\" w:name=\"ForMara\"/><w:bookmarkEnd "
                        "w:id=\"0\"/><w:hyperlink w:anchor=\"ForMara\">" R("a") "</w:hyperlink>"));
    assert_string_equal(
        c.document,
        P("<w:bookmarkStart w:id=\"0\" w:name=\"RedactedMark1\"/><w:bookmarkEnd "
          "w:id=\"0\"/><w:hyperlink w:anchor=\"RedactedMark1\">" R("a") "</w:hyperlink>"));
}

static void strict_documents_are_read(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_auto(Case) c = {.find = "Mara", .put = "[X]"};

    assert_true(walk(&c,
                     "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\" "
                     "w:conformance=\"strict\"><w:body>" P(R("Mara")) TAIL,
                     &error));
    assert_string_equal(c.document, P(R("[X]")));
}

static void a_document_with_another_root_is_refused(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_auto(Case) c = {0};

    assert_false(walk(&c, "<w:hdr xmlns:w=\"" W "\"/>", &error));
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_MALFORMED));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_untouched_paragraph_stays_as_it_was),
        cmocka_unit_test(a_name_split_by_letters_leaves_one_mark),
        cmocka_unit_test(symbols_are_read_as_letters),
        cmocka_unit_test(a_drop_capital_is_read_with_its_paragraph),
        cmocka_unit_test(changes_are_accepted),
        cmocka_unit_test(a_deleted_mark_joins_two_paragraphs),
        cmocka_unit_test(deleted_rows_and_cells_go),
        cmocka_unit_test(nested_tables_are_blocks_of_their_own),
        cmocka_unit_test(hidden_text_is_evidence_and_goes_unless_kept),
        cmocka_unit_test(a_style_can_hide_text),
        cmocka_unit_test(harmless_fields_stay_and_others_become_their_result),
        cmocka_unit_test(a_field_within_a_code_goes_with_it),
        cmocka_unit_test(a_drop_down_field_shows_what_was_chosen),
        cmocka_unit_test(comment_marks_go),
        cmocka_unit_test(a_link_stays_only_to_a_host_that_may),
        cmocka_unit_test(a_part_is_copied_only_where_it_is_referred_to),
        cmocka_unit_test(an_unknown_choice_gives_way_to_its_fallback),
        cmocka_unit_test(a_bookmark_is_renamed_where_it_stands_and_where_it_is_used),
        cmocka_unit_test(strict_documents_are_read),
        cmocka_unit_test(a_document_with_another_root_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
