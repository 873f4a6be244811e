/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the glyphs of a page become paragraphs, rows and headings, and which glyph each letter of
 * them is. */
#include "isr_pdf.h"

#include "../src/formats/pdf_blocks.h"
#include "../src/formats/pdf_open.h"
#include "../src/formats/pdf_read.h"

/* A page with its blocks, and each as a line of text: kind letter, ':', text. */
typedef struct {
    IsrPdfPage *page;
    IsrPdfBlocks *maker;
    GPtrArray *blocks;
    GString *text;
} Made;

static Made make(const char *content)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = pdf_page(content, NULL);
    g_autoptr(IsrInput) input = pdf_input(bytes);
    g_autoptr(IsrPdf) pdf = isr_pdf_open(input, NULL, &error);
    PopplerPage *source = isr_pdf_load_page(pdf, 0, 72, &error);
    Made made = {.page = isr_pdf_read(source, 0, &error), .maker = isr_pdf_blocks_new()};

    assert_no_error(error);
    made.blocks = isr_pdf_blocks_of(made.maker, made.page);
    made.text = g_string_new("\n");
    for (guint i = 0; i < made.blocks->len; i++) {
        const IsrBlock *block = made.blocks->pdata[i];

        if (block->kind != ISR_BLOCK_SQUEEZED)
            g_string_append_printf(made.text, "%c:%s\n", "BHRMNCXAPS"[block->kind],
                                   block -> text -> str);
    }
    g_object_unref(source);
    return made;
}

static void made_clear(Made *made)
{
    g_ptr_array_unref(made->blocks);
    isr_pdf_blocks_free(made->maker);
    isr_pdf_page_free(made->page);
    g_string_free(made->text, TRUE);
}

static void assert_made(const char *content, const char *expected)
{
    Made made = make(content);

    if (!strstr(made.text->str, expected))
        fail_msg("\"%s\" is not in \"%s\"", expected, made.text->str);
    made_clear(&made);
}

static void assert_not_made(const char *content, const char *unexpected)
{
    Made made = make(content);

    if (strstr(made.text->str, unexpected))
        fail_msg("\"%s\" is in \"%s\"", unexpected, made.text->str);
    made_clear(&made);
}

/* Lines of Helvetica 10, 12 points apart, from x 60 and y 700 down. */
#define PARAGRAPH                                                                                  \
    "BT /F1 10 Tf 12 TL 60 700 Td "                                                                \
    "(Amina came in with her aunt and asked whether the meeting of Thursday could be held in) Tj " \
    "T* (another room. She is content with the plan and would like to hear from her brother by) "  \
    "Tj T* (Friday.) Tj ET "

static void lines_of_a_paragraph_are_joined(void **state)
{
    (void)state;
    assert_made(PARAGRAPH, "\nB:Amina came in with her aunt and asked whether the meeting of "
                           "Thursday could be held in another room. She is content with the plan "
                           "and would like to hear from her brother by Friday.\n");
}

static void short_lines_stay_lines(void **state)
{
    (void)state;
    assert_made(PARAGRAPH "BT /F1 10 Tf 12 TL 60 500 Td (Ms A Okafor) Tj T* (4 Minnow Close) Tj T* "
                          "(Thornfield) Tj ET",
                "\nB:Ms A Okafor\n4 Minnow Close\nThornfield\n");
}

static void each_letter_is_its_glyph(void **state)
{
    (void)state;
    Made made = make("BT /F1 10 Tf 60 700 Td (Amina Okafor) Tj ET");
    const IsrBlock *block = made.blocks->pdata[0];

    assert_string_equal(block->text->str, "Amina Okafor");
    assert_int_equal(block->runs->len, 12);
    for (guint i = 0; i < block->runs->len; i++) {
        const IsrRun *run = &g_array_index(block->runs, IsrRun, i);
        const IsrGlyph *glyph = &g_array_index(made.page->glyphs, IsrGlyph, run->slot);

        assert_int_equal(run->range.start, i);
        assert_memory_equal(block->text->str + i, glyph->text, 1);
    }
    made_clear(&made);
}

static void word_broken_by_a_hyphen_is_whole(void **state)
{
    (void)state;
    const char *content =
        "BT /F1 10 Tf 12 TL 60 700 Td "
        "(Her uncle said to the panel of the school that it would be better for all if the misun-) "
        "Tj T* (derstanding were ended. He asked for the papers to be sent to Mrs Abiola Fashola-) "
        "Tj T* (Jones at the front desk, which she had agreed to in the week before the meeting.) "
        "Tj ET";

    assert_made(content, "misun\u00adderstanding");
    assert_made(content, "Fashola-Jones");
}

static void cells_of_a_row_are_read_together(void **state)
{
    (void)state;
    assert_made("BT /F1 10 Tf 1 0 0 1 60 700 Tm (Child's name) Tj 1 0 0 1 260 700 Tm (Amina "
                "Okafor) Tj 1 0 0 1 60 680 Tm (Date of birth) Tj 1 0 0 1 260 680 Tm (14/03/2014) "
                "Tj ET",
                "\nR:Child's name\x1f"
                "Amina Okafor\nR:Date of birth\x1f"
                "14/03/2014\n");
}

static void rule_parts_cells_that_are_close(void **state)
{
    (void)state;
    assert_made("0.5 w 119 690 m 119 712 l S BT /F1 10 Tf 1 0 0 1 60 700 Tm (Child's name) Tj "
                "1 0 0 1 121 700 Tm (Amina Okafor) Tj ET",
                "\nR:Child's name\x1f"
                "Amina Okafor\n");
}

static void lines_of_a_cell_stay_in_it(void **state)
{
    (void)state;
    assert_made("BT /F1 10 Tf 12 TL 1 0 0 1 60 700 Tm (Address) Tj 1 0 0 1 160 700 Tm (4 Minnow "
                "Close) Tj T* (Thornfield) Tj 1 0 0 1 360 700 Tm (since 2019) Tj ET",
                "\nR:Address\x1f"
                "4 Minnow Close\nThornfield\x1f"
                "since 2019\n");
}

static void empty_cell_keeps_its_place(void **state)
{
    (void)state;
    assert_made("0.5 w 50 690 m 50 712 l S 150 690 m 150 712 l S 250 690 m 250 712 l S 350 690 m "
                "350 712 l S 450 690 m 450 712 l S BT /F1 10 Tf 1 0 0 1 160 700 Tm (Name) Tj "
                "1 0 0 1 360 700 Tm (Born) Tj ET",
                "\nR:\x1f"
                "Name\x1f\x1f"
                "Born\n");
}

static void heads_of_columns_are_known(void **state)
{
    (void)state;
    Made made = make("BT /F1 10 Tf 1 0 0 1 60 700 Tm (Name) Tj 1 0 0 1 260 700 Tm (Role) Tj "
                     "1 0 0 1 60 685 Tm (Amina Okafor) Tj 1 0 0 1 260 685 Tm (aunt) Tj ET");
    const IsrBlock *row = made.blocks->pdata[1];

    assert_int_equal(row->kind, ISR_BLOCK_ROW);
    assert_non_null(row->columns);
    assert_string_equal(row->columns->pdata[0], "Name");
    assert_string_equal(row->columns->pdata[1], "Role");
    made_clear(&made);
}

#define COLUMN(x, a, b)                                                                            \
    "BT /F1 10 Tf 12 TL 1 0 0 1 " x " 700 Tm (" a " and the panel agreed that this would do) Tj "  \
    "T* (and that the plan of last year would be kept for) Tj T* (as long as it was of use to "    \
    "those who work with) Tj T* (the family, and that it would be looked at again in) Tj T* (the " \
    "spring by all who are named in it, and also by) Tj T* (the two who could not come today, "    \
    "which was " b ") Tj ET "

static void columns_are_read_one_after_the_other(void **state)
{
    (void)state;
    const char *content = COLUMN("40", "First", "one.") COLUMN("310", "Second", "two.");

    assert_made(content, "\nB:First and the panel");
    assert_made(content, "\nB:Second and the panel");
    assert_not_made(content, "R:");
}

static void larger_letters_are_a_heading(void **state)
{
    (void)state;
    assert_made("BT /F1 16 Tf 60 740 Td (Who was asked) Tj ET " PARAGRAPH, "\nH:Who was asked\n");
}

static void margins_are_told_from_text(void **state)
{
    (void)state;
    const char *content = "BT /F1 9 Tf 60 815 Td (Plan of Amina Okafor) Tj ET " PARAGRAPH
                          "BT /F1 9 Tf 60 20 Td (Page 2 of 4) Tj ET";

    assert_made(content, "\nM:Plan of Amina Okafor\n");
    assert_made(content, "\nM:Page 2 of 4\n");
}

static void spaced_letters_are_one_word(void **state)
{
    (void)state;
    assert_made("BT /F1 10 Tf 5 Tc 60 700 Td (Okafor) Tj ET", "Okafor");
}

static void turned_lines_are_read(void **state)
{
    (void)state;
    assert_made("BT 0 12 -12 0 100 300 Tm /F1 1 Tf (Amina Okafor) Tj ET " PARAGRAPH,
                "Amina Okafor");
}

static void slanted_lines_are_read_as_they_are_drawn(void **state)
{
    (void)state;
    assert_made("BT 8.5 8.5 -8.5 8.5 300 100 Tm /F1 1 Tf (Amina Okafor) Tj ET " PARAGRAPH,
                "Amina Okafor");
}

/* Two lines whose letters lie over each other cannot be read by their places. */
static void lines_over_each_other_are_read_as_they_are_drawn(void **state)
{
    (void)state;
    const char *content = "BT /F1 10 Tf 1 0 0 1 60 700 Tm (Zephyrine Okafor) Tj 1 0 0 1 62 701.5 "
                          "Tm (Murgatroyd Whitlow) Tj ET";

    assert_made(content, "Zephyrine");
    assert_made(content, "Murgatroyd");
}

static void all_of_a_page_is_there_to_be_swept(void **state)
{
    (void)state;
    Made made = make(PARAGRAPH);
    const IsrBlock *all = made.blocks->pdata[1];

    assert_int_equal(all->kind, ISR_BLOCK_SQUEEZED);
    assert_non_null(strstr(all->text->str, "Amina came in"));
    made_clear(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_of_a_paragraph_are_joined),
        cmocka_unit_test(short_lines_stay_lines),
        cmocka_unit_test(each_letter_is_its_glyph),
        cmocka_unit_test(word_broken_by_a_hyphen_is_whole),
        cmocka_unit_test(cells_of_a_row_are_read_together),
        cmocka_unit_test(rule_parts_cells_that_are_close),
        cmocka_unit_test(lines_of_a_cell_stay_in_it),
        cmocka_unit_test(empty_cell_keeps_its_place),
        cmocka_unit_test(heads_of_columns_are_known),
        cmocka_unit_test(columns_are_read_one_after_the_other),
        cmocka_unit_test(larger_letters_are_a_heading),
        cmocka_unit_test(margins_are_told_from_text),
        cmocka_unit_test(spaced_letters_are_one_word),
        cmocka_unit_test(turned_lines_are_read),
        cmocka_unit_test(slanted_lines_are_read_as_they_are_drawn),
        cmocka_unit_test(lines_over_each_other_are_read_as_they_are_drawn),
        cmocka_unit_test(all_of_a_page_is_there_to_be_swept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
