/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * OpenDocument text: what the visitor is shown, and what the copy's text is. */
#include "isr_odt.h"

#include <isredact/error.h>

static const char *const quilla[] = {"Quilla Marsh", "[NAME]", NULL};
static const char *const quilla_style[] = {"Quilla", "[NAME]", NULL};

static void unedited_text_comes_out_as_it_was(void **state)
{
    (void)state;
#define BODY                                                                                       \
    "<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">Plan</text:h>"              \
    "<text:p text:style-name=\"P1\">Seen <text:span text:style-name=\"T1\">at\n home</text:span>"  \
    "<text:s text:c=\"3\"/><text:tab/>today<text:line-break/> now</text:p>"
    assert_odt(CONTENT("", BODY), NULL, BODY,
               "A:Heading 1\nH:Plan\nB:Seen at home   \ttoday\nnow\n");
#undef BODY
}

static void name_of_a_letter_to_a_span_is_marked_once(void **state)
{
    (void)state;
    assert_odt(CONTENT("", "<text:p>Seen <text:span>Qui</text:span><text:span>lla</text:span>"
                           "<text:s/><text:span>M<text:bookmark text:name='Toc1'/>arsh</text:span>"
                           " here</text:p>"),
               quilla,
               "<text:p>Seen <text:span>[NAME]</text:span><text:span><text:bookmark "
               "text:name=\"Toc1\"/></text:span> here</text:p>",
               "A:Toc1\nB:Seen Quilla Marsh here\n");
}

static void source_line_ends_read_as_spaces(void **state)
{
    (void)state;
    assert_odt(CONTENT("", "<text:p>\n  Seen Quilla\n   Marsh  </text:p>"), quilla,
               "<text:p>Seen [NAME] </text:p>", "B:Seen Quilla Marsh \n");
}

static void notes_and_boxes_are_blocks_of_their_own(void **state)
{
    (void)state;
    assert_odt(
        CONTENT("", "<text:p>Qui<text:note text:note-class='footnote'><text:note-citation>1"
                    "</text:note-citation><text:note-body><text:p>Note of Quilla Marsh</text:p>"
                    "</text:note-body></text:note>lla Marsh<draw:frame><draw:text-box><text:p>In a "
                    "box</text:p></draw:text-box></draw:frame></text:p>"),
        quilla,
        "<text:p>[NAME]<text:note text:note-class=\"footnote\"><text:note-citation>1"
        "</text:note-citation><text:note-body><text:p>Note of [NAME]</text:p></text:note-body>"
        "</text:note><draw:frame><draw:text-box><text:p>In a box</text:p></draw:text-box>"
        "</draw:frame></text:p>",
        "N:Note of Quilla Marsh\nB:In a box\nB:Quilla Marsh\n");
}

static void row_of_a_table_is_one_block(void **state)
{
    (void)state;
#define ROW(first, second)                                                                         \
    "<table:table-row><table:table-cell><text:p>" first "</text:p></table:table-cell>"             \
    "<table:table-cell><text:p>" second "</text:p><text:p>x</text:p></table:table-cell>"           \
    "</table:table-row>"
    g_autoptr(IsrInput) input =
        odt_of_content(CONTENT("", "<table:table table:name='Table1'>" ROW("Name", "Role")
                                       ROW("Quilla Marsh", "child") "</table:table>"));
    Watch watch;

    watch_init(&watch, quilla);
    g_autoptr(IsrInput) copy = odt_copy(input, &watch);
    g_autofree char *body = odt_body(copy);

    assert_string_equal(watch.seen->str, "R:Name\x1fRole\nx\nR:Quilla Marsh\x1f"
                                         "child\nx\n");
    assert_string_equal(watch.columns->pdata[1], "Name,Role\nx");
    assert_non_null(strstr(body, ROW("[NAME]", "child")));
    watch_clear(&watch);
#undef ROW
}

#define CHANGED                                                                                    \
    "<text:tracked-changes><text:changed-region xml:id='c1' text:id='c1'><text:deletion>"          \
    "<office:change-info><dc:creator>Otto</dc:creator></office:change-info><text:p>xyz</text:p>"   \
    "</text:deletion></text:changed-region><text:changed-region text:id='c2'><text:insertion>"     \
    "<office:change-info><dc:creator>Otto</dc:creator></office:change-info></text:insertion>"      \
    "</text:changed-region></text:tracked-changes>"

static void tracked_changes_are_accepted(void **state)
{
    (void)state;
    assert_odt(CONTENT("", CHANGED "<text:p>Quil<text:change text:change-id='c1'/>la <text:change-"
                                   "start text:change-id='c2'/>Marsh<text:change-end "
                                   "text:change-id='c2'/> came</text:p>"),
               NULL, "<text:p>Quilla Marsh came</text:p>", "B:Quilxyzla Marsh came\n");
}

static void edit_over_a_deletion_joins_what_is_left(void **state)
{
    (void)state;
    static const char *const words[] = {"Quilxyzla", "[NAME]", NULL};

    assert_odt(
        CONTENT("", CHANGED "<text:p>Quil<text:change text:change-id='c1'/>la came</text:p>"),
        words, "<text:p>[NAME] came</text:p>", NULL);
}

#define COMMENT                                                                                    \
    "<office:annotation office:name='a'><dc:creator>Otto</dc:creator><dc:date>2024</dc:date>"      \
    "<text:p>Ask Quilla Marsh</text:p></office:annotation>"

static void comments_go_unless_they_are_kept(void **state)
{
    (void)state;
    const char *content = CONTENT("", "<text:p>Yes" COMMENT "</text:p>");
    g_autoptr(IsrInput) input = odt_of_content(content);
    Watch watch;

    assert_odt(content, quilla, "<text:p>Yes</text:p>", "B:Yes\n");
    watch_init(&watch, quilla);
    watch.keep.keep_comments = TRUE;
    g_autoptr(IsrInput) copy = odt_copy(input, &watch);
    g_autofree char *body = odt_body(copy);
    assert_string_equal(body, "<text:p>Yes<office:annotation><text:p>Ask [NAME]</text:p>"
                              "</office:annotation></text:p>");
    assert_string_equal(watch.seen->str, "C:Ask Quilla Marsh\nB:Yes\n");
    watch_clear(&watch);
}

static void text_that_is_not_shown_goes_unless_it_is_kept(void **state)
{
    (void)state;
    const char *content = CONTENT(
        "<style:style style:name='T1' style:family='text' style:parent-style-name='T2'/>"
        "<style:style style:name='T2' style:family='text'><style:text-properties "
        "text:display='none'/></style:style>",
        "<text:p>Seen<text:span text:style-name='T1'> by Otto</text:span></text:p>"
        "<text:section text:name='Section1' text:display='none'><text:p>Otto</text:p>"
        "</text:section><text:p>Otto<text:hidden-paragraph text:is-hidden='true'/></text:p>"
        "<text:p>Then <text:hidden-text text:is-hidden='true'>Otto</text:hidden-text></text:p>");
    g_autoptr(IsrInput) input = odt_of_content(content);
    Watch watch;

    assert_odt(content, NULL, "<text:p>Seen</text:p><text:p>Then </text:p>",
               "B:Seen\nB:Otto\nB:Then \n");
    watch_init(&watch, NULL);
    watch.keep.keep_hidden = TRUE;
    assert_true(walk_only(&isr_format_odt, input, &watch, NULL));
    assert_string_equal(watch.seen->str, "B:Seen by Otto\nB:Otto\nB:Otto\nB:Then Otto\n");
    watch_clear(&watch);
}

static void cell_under_a_merged_one_is_emptied(void **state)
{
    (void)state;
    assert_odt(CONTENT("", "<table:table><table:table-row><table:table-cell/>"
                           "<table:covered-table-cell><text:p>Otto</text:p>"
                           "</table:covered-table-cell></table:table-row></table:table>"),
               NULL,
               "<table:table><table:table-row><table:table-cell/><table:covered-table-cell/>"
               "</table:table-row></table:table>",
               "R:\x1f\n");
}

static void values_behind_cells_go(void **state)
{
    (void)state;
    assert_odt(CONTENT("", "<table:table table:name='Quilla'><table:table-row><table:table-cell "
                           "office:value-type='date' office:date-value='2014-03-17' "
                           "table:formula='x' table:number-columns-spanned='2'><text:p>17 March"
                           "</text:p></table:table-cell></table:table-row></table:table>"),
               NULL,
               "<table:table table:name=\"Table1\"><table:table-row><table:table-cell "
               "table:number-columns-spanned=\"2\"><text:p>17 March</text:p></table:table-cell>"
               "</table:table-row></table:table>",
               NULL);
}

static void fields_become_plain_text(void **state)
{
    (void)state;
    assert_odt(CONTENT("",
                       "<text:p>By <text:author-name text:fixed='false'>Otto"
                       "</text:author-name>, <text:user-defined text:name='Otto'>now Quilla Marsh"
                       "</text:user-defined><text:toc-mark text:string-value='Otto'/> page "
                       "<text:page-number text:select-page='current'>3</text:page-number>"
                       "</text:p>"),
               quilla,
               "<text:p>By [NAME], now [NAME] page <text:page-number text:select-page=\"current\">3"
               "</text:page-number></text:p>",
               "B:By [NAME], now Quilla Marsh page 3\n");
}

static void index_other_than_contents_becomes_plain_text(void **state)
{
    (void)state;
    assert_odt(CONTENT("", "<text:alphabetical-index text:name='Otto'><text:alphabetical-index-"
                           "source/><text:index-body><text:index-title text:name='x'><text:p>Index"
                           "</text:p></text:index-title><text:p>Entry</text:p></text:index-body>"
                           "</text:alphabetical-index>"),
               NULL, "<text:p>Index</text:p><text:p>Entry</text:p>", "B:Index\nB:Entry\n");
}

static void links_out_go_and_links_within_stay(void **state)
{
    (void)state;
    assert_odt(CONTENT("", "<text:p><text:a xlink:type='simple' xlink:href='https://otto.example' "
                           "office:title='Otto'>site</text:a> <text:a xlink:type='simple' "
                           "xlink:href='#Toc1'>here</text:a> <text:a xlink:href='#Otto|outline'>"
                           "there</text:a></text:p>"),
               NULL,
               "<text:p>site <text:a xlink:type=\"simple\" xlink:href=\"#Toc1\">here</text:a> "
               "there</text:p>",
               "A:Toc1\nB:site here there\n");
}

static void links_to_hosts_of_the_profile_stay(void **state)
{
    (void)state;
    char host[] = "www.nhs.example";
    char *hosts[] = {host, NULL};
    g_autoptr(IsrInput) input = odt_of_content(
        CONTENT("", "<text:p><text:a xlink:href='https://www.nhs.example/a'>a</text:a><text:a "
                    "xlink:href='https://me@www.nhs.example/a'>b</text:a></text:p>"));
    Watch watch;

    watch_init(&watch, NULL);
    watch.keep.link_hosts = hosts;
    g_autoptr(IsrInput) copy = odt_copy(input, &watch);
    g_autofree char *body = odt_body(copy);
    assert_string_equal(body, "<text:p><text:a xlink:href=\"https://www.nhs.example/a\">a</text:a>b"
                              "</text:p>");
    watch_clear(&watch);
}

static void edited_style_is_renamed_wherever_it_is_used(void **state)
{
    (void)state;
    g_autoptr(IsrInput) input = odt_of_content(
        CONTENT("<style:style style:name='Of_20_Quilla' style:display-name='Of Quilla' "
                "style:family='paragraph'/>",
                "<text:p text:style-name='Of_20_Quilla'>x</text:p>"));
    Watch watch;

    watch_init(&watch, quilla_style);
    g_autoptr(IsrInput) copy = odt_copy(input, &watch);
    g_autofree char *content = odt_member(copy, "content.xml");
    assert_null(strstr(content, "Quilla"));
    assert_non_null(strstr(content, "style:name=\"RedactedStyle1\""));
    assert_non_null(strstr(content, "text:style-name=\"RedactedStyle1\""));
    watch_clear(&watch);
}

static void unknown_mark_up_goes(void **state)
{
    (void)state;
    assert_odt(CONTENT("", "<text:p text:quilla='1' xmlns:q='urn:quilla' q:a='b' "
                           "text:condition='Otto'>a<q:b>Otto</q:b><!-- Otto --><?otto?>"
                           "<text:quilla>Otto</text:quilla></text:p>"),
               NULL, "<text:p>a</text:p>", "B:a\n");
}

static void titles_of_pictures_are_text(void **state)
{
    (void)state;
    assert_odt(CONTENT("", "<text:p><draw:frame draw:name='IMG of Otto'><svg:title>Quilla Marsh at "
                           "home</svg:title></draw:frame></text:p>"),
               quilla,
               "<text:p><draw:frame draw:name=\"Shape1\"><svg:title>[NAME] at home</svg:title>"
               "</draw:frame></text:p>",
               "B:Quilla Marsh at home\n");
}

static void assert_walk_refused(const Member *members, int code, const char *words)
{
    g_autoptr(IsrInput) input = odt_of(members);
    GError *error = NULL;
    Watch watch;

    watch_init(&watch, NULL);
    assert_ptr_equal(isr_format_for(input, NULL), &isr_format_odt);
    assert_false(walk_only(&isr_format_odt, input, &watch, &error));
    assert_int_equal(error->code, code);
    if (!strstr(error->message, words))
        fail_msg("\"%s\" does not say \"%s\"", error->message, words);
    g_error_free(error);
    watch_clear(&watch);
}

static void locked_document_is_refused(void **state)
{
    (void)state;
    const Member members[] = {{"content.xml", "\x01\x02\x03", 0},
                              {"META-INF/manifest.xml", "<m:encryption-data/>", 0},
                              {NULL, NULL, 0}};

    assert_walk_refused(members, ISR_ERROR_ENCRYPTED, "password");
}

static void broken_documents_are_refused(void **state)
{
    (void)state;
    const Member none[] = {{"styles.xml", "<x/>", 0}, {NULL, NULL, 0}};
    const Member cut[] = {{"content.xml", "<a><b></a>", 0}, {NULL, NULL, 0}};
    const Member entity[] = {{"content.xml", "<!DOCTYPE a [<!ENTITY q 'Quilla'>]><a>&q;</a>", 0},
                             {NULL, NULL, 0}};

    assert_walk_refused(none, ISR_ERROR_MALFORMED, "holds no text");
    assert_walk_refused(cut, ISR_ERROR_MALFORMED, "well-formed");
    assert_walk_refused(entity, ISR_ERROR_MALFORMED, "DOCTYPE");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unedited_text_comes_out_as_it_was),
        cmocka_unit_test(name_of_a_letter_to_a_span_is_marked_once),
        cmocka_unit_test(source_line_ends_read_as_spaces),
        cmocka_unit_test(notes_and_boxes_are_blocks_of_their_own),
        cmocka_unit_test(row_of_a_table_is_one_block),
        cmocka_unit_test(tracked_changes_are_accepted),
        cmocka_unit_test(edit_over_a_deletion_joins_what_is_left),
        cmocka_unit_test(comments_go_unless_they_are_kept),
        cmocka_unit_test(text_that_is_not_shown_goes_unless_it_is_kept),
        cmocka_unit_test(cell_under_a_merged_one_is_emptied),
        cmocka_unit_test(values_behind_cells_go),
        cmocka_unit_test(fields_become_plain_text),
        cmocka_unit_test(index_other_than_contents_becomes_plain_text),
        cmocka_unit_test(links_out_go_and_links_within_stay),
        cmocka_unit_test(links_to_hosts_of_the_profile_stay),
        cmocka_unit_test(edited_style_is_renamed_wherever_it_is_used),
        cmocka_unit_test(unknown_mark_up_goes),
        cmocka_unit_test(titles_of_pictures_are_text),
        cmocka_unit_test(locked_document_is_refused),
        cmocka_unit_test(broken_documents_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
