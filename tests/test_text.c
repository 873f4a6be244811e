/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain text: what a block is, and that nothing but the edits changes a byte. */
#include "isr_walk.h"

#include "../src/formats/formats.h"

static const char *const jayden[] = {"Jayden", "[NAME]", "Zo\xc3\xab", "[OTHER]", NULL};

/* Walks @bytes, replacing the words; the copy. *@seen, if asked for, is what the visitor saw. */
static GBytes *copy_of(const void *bytes, gsize length, const char *const *words, char **seen)
{
    g_autoptr(IsrInput) input = input_of(bytes, length);
    GError *error = NULL;
    Watch watch;

    watch_init(&watch, words);
    assert_ptr_equal(isr_format_for(input, &error), &isr_format_text);
    GBytes *copy = walk_copy(&isr_format_text, input, &watch, &error);
    assert_no_error(error);
    if (seen)
        *seen = g_strdup(watch.seen->str);
    watch_clear(&watch);
    return copy;
}

static void assert_copy(const char *text, gsize length, const char *expected, gsize expected_length)
{
    g_autoptr(GBytes) same = copy_of(text, length, NULL, NULL);
    g_autoptr(GBytes) copy = copy_of(text, length, jayden, NULL);

    assert_bytes(same, text, length);
    assert_bytes(copy, expected, expected_length);
}

#define ASSERT_COPY(text, expected)                                                                \
    assert_copy(text, sizeof(text) - 1, expected, sizeof(expected) - 1)

static void assert_seen(const char *text, const char *expected)
{
    g_autofree char *seen = NULL;
    g_autoptr(GBytes) copy = copy_of(text, strlen(text), NULL, &seen);

    assert_string_equal(seen, expected);
    assert_bytes(copy, text, strlen(text));
}

static void utf8_keeps_its_bytes(void **state)
{
    (void)state;
    ASSERT_COPY("Seen Jayden and Zo\xc3\xab at caf\xc3\xa9.\n",
                "Seen [NAME] and [OTHER] at caf\xc3\xa9.\n");
    ASSERT_COPY("\xef\xbb\xbfJayden", "\xef\xbb\xbf[NAME]");
}

static void utf16_keeps_its_order_and_mark(void **state)
{
    (void)state;
    ASSERT_COPY("\xff\xfeJ\0a\0y\0d\0e\0n\0 \0\xac\x20\r\0\n\0",
                "\xff\xfe[\0N\0A\0M\0E\0]\0 \0\xac\x20\r\0\n\0");
    ASSERT_COPY("\xfe\xff\0J\0a\0y\0d\0e\0n\0\n\xd8\x3d\xde\x00",
                "\xfe\xff\0[\0N\0A\0M\0E\0]\0\n\xd8\x3d\xde\x00");
    ASSERT_COPY("J\0a\0y\0d\0e\0n\0 \0i\0n\0", "[\0N\0A\0M\0E\0]\0 \0i\0n\0");
    ASSERT_COPY("\0J\0a\0y\0d\0e\0n\0 \0i\0n", "\0[\0N\0A\0M\0E\0]\0 \0i\0n");
}

static void windows_1252_keeps_its_bytes(void **state)
{
    (void)state;
    ASSERT_COPY("Jayden\x92s friend Zo\xeb \x93paid\x94 \x80 5\x81\n",
                "[NAME]\x92s friend [OTHER] \x93paid\x94 \x80 5\x81\n");
}

static void stray_bytes_in_utf8_are_read_as_windows_1252(void **state)
{
    (void)state;
    ASSERT_COPY("Zo\xc3\xab, Zo\xc3\xab and Zo\xeb met\n", "[OTHER], [OTHER] and [OTHER] met\n");
}

static void mixed_line_ends_stay(void **state)
{
    (void)state;
    ASSERT_COPY("Jayden\r\nJayden\rJayden\n\r\n  \nJayden\r\n\r\nlast",
                "[NAME]\r\n[NAME]\r[NAME]\n\r\n  \n[NAME]\r\n\r\nlast");
}

static void label_and_value_on_two_lines_are_one_block(void **state)
{
    (void)state;
    assert_seen("Home address\r\n1 High Street\r\nBarnwick\r\n\r\nNext\n",
                "B:Home address\n1 High Street\nBarnwick\nB:Next\n");
}

static void headings_are_told(void **state)
{
    (void)state;
    assert_seen("## Plan ##\nText here\n\nFAMILY MEMBERS\n\nMore text\n#tag is none\n",
                "H:## Plan ##\nB:Text here\nH:FAMILY MEMBERS\nB:More text\n#tag is none\n");
}

static void heading_governs_what_follows(void **state)
{
    (void)state;
    const char *text = "# Plan\nfirst\n\nsecond\n";
    g_autoptr(IsrInput) input = input_of(text, strlen(text));
    Watch watch;

    watch_init(&watch, NULL);
    assert_true(walk_only(&isr_format_text, input, &watch, NULL));
    assert_string_equal(watch.headings->pdata[0], "");
    assert_string_equal(watch.headings->pdata[1], "Plan");
    assert_string_equal(watch.headings->pdata[2], "Plan");
    assert_string_equal(watch.parts->str, "text rewritten 1\n");
    watch_clear(&watch);
}

static void a_numbered_line_alone_governs_what_follows(void **state)
{
    (void)state;
    const char *text = "2. Alleged perpetrator\n| Name | Rhodri Hale |\n| DOB | 12.06.1987 |\n\n"
                       "3. He was seen.\n\nlast\n";
    g_autoptr(IsrInput) input = input_of(text, strlen(text));
    Watch watch;

    watch_init(&watch, NULL);
    assert_true(walk_only(&isr_format_text, input, &watch, NULL));
    assert_string_equal(watch.headings->pdata[0], "");
    assert_string_equal(watch.headings->pdata[1], "2. Alleged perpetrator");
    assert_string_equal(watch.headings->pdata[4], "2. Alleged perpetrator");
    watch_clear(&watch);
}

static void barred_lines_are_rows(void **state)
{
    (void)state;
    assert_seen("| Name | Role |\n|---|---|\n| Jayden | son |\nafter\n",
                "R:  Name \x1f Role  \nR: ---\x1f--- \nR:  Jayden \x1f son  \nB:after\n");
    assert_seen("Name | Role\nJayden | son\n\none | bar alone\n",
                "R:Name \x1f Role\nR:Jayden \x1f son\nB:one | bar alone\n");
}

static void rows_know_their_columns(void **state)
{
    (void)state;
    const char *text = "Name\tRole\nJayden\tson\n\n| other | table |\n";
    g_autoptr(IsrInput) input = input_of(text, strlen(text));
    Watch watch;

    watch_init(&watch, NULL);
    assert_true(walk_only(&isr_format_text, input, &watch, NULL));
    assert_string_equal(watch.columns->pdata[0], "");
    assert_string_equal(watch.columns->pdata[1], "Name,Role");
    assert_string_equal(watch.columns->pdata[2], "");
    watch_clear(&watch);
}

static void tabbed_lines_are_rows_unless_they_are_labels(void **state)
{
    (void)state;
    assert_seen("Name\t\tRole\nJayden\tson\n", "R:Name\x1f\tRole\nR:Jayden\x1fson\n");
    assert_seen("Name:\tJayden\nAddress:\t1 High Street\n\tBarnwick\n",
                "B:Name:\tJayden\nAddress:\t1 High Street\n\tBarnwick\n");
    ASSERT_COPY("Name\tRole\r\nJayden\tson\r\n", "Name\tRole\r\n[NAME]\tson\r\n");
}

static void edit_over_a_line_end_takes_it_along(void **state)
{
    (void)state;
    static const char *const words[] = {"Jayden\nOkafor", "[NAME]", NULL};
    const char *text = "Seen Jayden\r\nOkafor today\r\n";
    g_autoptr(GBytes) copy = copy_of(text, strlen(text), words, NULL);

    assert_bytes(copy, "Seen [NAME] today\r\n", 19);
}

static void long_line_is_cut_after_a_sentence(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new(NULL);

    while (text->len < 3 * 65536)
        g_string_append(text, "Dr. Jayden Okafor of St. Mark came by yesterday. ");
    g_autofree char *seen = NULL;
    g_autoptr(GBytes) same = copy_of(text->str, text->len, NULL, &seen);
    g_auto(GStrv) blocks = g_strsplit(seen, "\n", -1);

    assert_bytes(same, text->str, text->len);
    assert_int_equal(g_strv_length(blocks), 4);
    for (guint i = 0; i < 3; i++)
        assert_true(g_str_has_prefix(blocks[i], "B:Dr. Jayden"));
}

static void long_line_without_sentences_is_cut_at_a_space(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new(NULL);

    while (text->len < 8 * 65536)
        g_string_append(text, "0123456789 ");
    g_autofree char *seen = NULL;
    g_autoptr(GBytes) same = copy_of(text->str, text->len, NULL, &seen);
    g_auto(GStrv) blocks = g_strsplit(seen, "\n", -1);

    assert_bytes(same, text->str, text->len);
    assert_int_equal(g_strv_length(blocks), 3);
    assert_true(g_str_has_prefix(blocks[1], "B:0123456789 "));
}

static void many_lines_without_a_blank_one_are_parted(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i < 20000; i++)
        g_string_append(text, "Jayden was seen\r\n");
    g_autofree char *seen = NULL;
    g_autoptr(GBytes) same = copy_of(text->str, text->len, NULL, &seen);

    assert_bytes(same, text->str, text->len);
    assert_non_null(strstr(seen, "seen\nB:Jayden"));
}

static void endless_word_is_refused(void **state)
{
    (void)state;
    const gsize length = 9 * 1024 * 1024;
    g_autofree char *text = g_malloc(length);
    GError *error = NULL;
    Watch watch;

    memset(text, 'a', length);
    g_autoptr(IsrInput) input = input_of(text, length);
    watch_init(&watch, NULL);
    assert_false(walk_only(&isr_format_text, input, &watch, &error));
    assert_non_null(error);
    assert_non_null(strstr(error->message, "without a space"));
    g_error_free(error);
    watch_clear(&watch);
}

static gboolean gather(gpointer self, const char *part, const guint8 *bytes, gsize length,
                       gboolean last, GError **error)
{
    (void)error;
    (void)last;
    assert_string_equal(part, "text");
    g_byte_array_append(self, bytes, (guint)length);
    return TRUE;
}

static void unpack_hands_over_every_byte(void **state)
{
    (void)state;
    g_autofree char *text = g_strnfill(200000, 'x');
    g_autoptr(IsrInput) input = input_of(text, 200000);
    g_autoptr(GByteArray) all = g_byte_array_new();

    assert_true(isr_format_text.unpack(input, gather, all, NULL));
    assert_int_equal(all->len, 200000);
    assert_memory_equal(all->data, text, 200000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_keeps_its_bytes),
        cmocka_unit_test(utf16_keeps_its_order_and_mark),
        cmocka_unit_test(windows_1252_keeps_its_bytes),
        cmocka_unit_test(stray_bytes_in_utf8_are_read_as_windows_1252),
        cmocka_unit_test(mixed_line_ends_stay),
        cmocka_unit_test(label_and_value_on_two_lines_are_one_block),
        cmocka_unit_test(headings_are_told),
        cmocka_unit_test(heading_governs_what_follows),
        cmocka_unit_test(a_numbered_line_alone_governs_what_follows),
        cmocka_unit_test(barred_lines_are_rows),
        cmocka_unit_test(rows_know_their_columns),
        cmocka_unit_test(tabbed_lines_are_rows_unless_they_are_labels),
        cmocka_unit_test(edit_over_a_line_end_takes_it_along),
        cmocka_unit_test(long_line_is_cut_after_a_sentence),
        cmocka_unit_test(long_line_without_sentences_is_cut_at_a_space),
        cmocka_unit_test(many_lines_without_a_blank_one_are_parted),
        cmocka_unit_test(endless_word_is_refused),
        cmocka_unit_test(unpack_hands_over_every_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
