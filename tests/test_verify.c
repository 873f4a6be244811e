/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A removed value is found in the bytes of a copy however it is written there, and honest copies
 * pass. */
#include "isr_test.h"

#include "../src/formats/package.h"

#include <glib/gstdio.h>
#include <isredact/error.h>
#include <isredact/verify.h>

#include <string.h>
#include <zip.h>

/* What the fake format unpacks: one part, in pieces of a few bytes. */
static struct {
    const char *part;
    const guint8 *bytes;
    gsize length, piece;
} planted;

static gboolean unpack(IsrInput *input, IsrBytesFunc bytes, gpointer self, GError **error)
{
    (void)input;
    for (gsize at = 0; at < planted.length; at += planted.piece) {
        if (!bytes(self, planted.part, planted.bytes + at, MIN(planted.piece, planted.length - at),
                   FALSE, error))
            return FALSE;
    }
    return bytes(self, planted.part, planted.bytes, 0, TRUE, error);
}

static const IsrFormat fake = {.id = "fake", .unpack = unpack};
static IsrPatterns patterns;

static void secret_free(gpointer data)
{
    g_free(((IsrSecret *)data)->value);
    g_free(data);
}

static GPtrArray *secret_of(const char *value, IsrCategory category)
{
    GPtrArray *secrets = g_ptr_array_new_with_free_func(secret_free);
    IsrSecret *secret = g_new0(IsrSecret, 1);

    secret->value = g_strdup(value);
    secret->category = category;
    g_ptr_array_add(secrets, secret);
    return secrets;
}

/* The error's message if @value is found in @length bytes, else NULL. Free with g_free(). */
static char *leak_of(const char *value, IsrCategory category, const void *bytes, gsize length)
{
    g_autoptr(GPtrArray) secrets = secret_of(value, category);
    char *message = NULL;

    for (gsize piece = 1; piece <= 64; piece *= 8) {
        g_autoptr(GError) error = NULL;
        IsrVerifyReport report;

        planted.part = "word/document.xml";
        planted.bytes = bytes;
        planted.length = length;
        planted.piece = piece;
        g_clear_pointer(&message, g_free);
        if (!isr_verify_bytes(&fake, NULL, secrets, &patterns, &report, &error)) {
            assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_LEAK));
            assert_null(strstr(error->message, value));
            message = g_strdup(error->message);
        }
    }
    return message;
}

static char *leak_in(const char *value, const void *bytes, gsize length)
{
    return leak_of(value, ISR_CATEGORY_NAME, bytes, length);
}

static void assert_leak(const char *value, const char *text, const char *form)
{
    g_autofree char *message = leak_in(value, text, strlen(text));

    if (!message)
        fail_msg("\"%s\" is not found in %s", value, text);
    if (!strstr(message, form))
        fail_msg("\"%s\" in %s: %s, not %s", value, text, message, form);
}

static void assert_clean(const char *value, const char *text)
{
    g_autofree char *message = leak_in(value, text, strlen(text));

    if (message)
        fail_msg("\"%s\" in %s: %s", value, text, message);
}

#define P(text) "<?xml version=\"1.0\"?><w:p><w:r><w:t>" text "</w:t></w:r></w:p>"

static void plain_text_is_searched(void **state)
{
    (void)state;
    assert_leak("Quenneville", P("seen by Quenneville today"), "as text");
    assert_leak("Quenneville", P("seen by QUENNEVILLE"), "as text");
    assert_leak("Zoë Quenneville", P("Zoe, Quenneville"), "as text");
    assert_leak("Zoë", "a note on Zo\xEB in Windows-1252", "as text");
    assert_leak("943 476 5919", P("no 9434765919."), "as text");
    assert_leak("9434765919", P("943") P("476") P("5919"), "as text");
    assert_leak("Ali", P("with Ali today"), "as text");
}

static void tags_within_a_word_hide_nothing(void **state)
{
    (void)state;
    assert_leak("Quenneville",
                P("Quen</w:t></w:r><w:proofErr w:type=\"x\"/><w:r><w:rPr><w:b/></w:rPr>"
                  "<w:t>neville"),
                "as text");
    assert_leak("Quenneville", "<a><text:span>Q</text:span><text:span>uenneville</text:span></a>",
                "as text");
    assert_leak("Quenneville", P("Quen<!-- x -->neville"), "as text");
    assert_leak("Quenneville", P("Quen<![CDATA[nevil]]>le"), "as text");
    assert_leak("Quenneville", P("Quen\xC2\xADnev\xE2\x80\x8Bille"), "as text");
    assert_leak("Quenneville", P("Quen-<w:br/>neville"), "as text");
}

static void character_references_hide_nothing(void **state)
{
    (void)state;
    assert_leak("Quenneville", P("&#81;uenneville"), "word/document.xml");
    assert_leak("Quenneville", P("Quen&#x6E;eville"), "word/document.xml");
    assert_leak("O'Quenneville", P("O&apos;Quenneville"), "word/document.xml");
    assert_leak("Quenneville", P("&amp;#81;uenneville"), "word/document.xml");
    assert_leak("Quenneville", P("&&#81;uenneville"), "word/document.xml");
}

static void mark_up_is_searched(void **state)
{
    (void)state;
    assert_leak("Quenneville", "<w:p title=\"for Quenneville\"/>", "in its mark-up");
    assert_leak("Quenneville", "<w:p title=\"for &#81;uenneville\"/>", "in its mark-up");
    assert_leak("Quenneville", "<w:p><!-- Quenneville --></w:p>", "in its mark-up");
    assert_leak("Quenneville", "<?x Quenneville?><p/>", "in its mark-up");
    assert_leak("Quenneville", "<x xmlns:q=\"urn:Quenneville:1\"/>", "in its mark-up");
    assert_leak("Quenneville", "<!DOCTYPE a [<!ENTITY n \"Quenneville\">]><a/>", "in its mark-up");
    assert_leak("Shaw", "<w:bookmark w:name=\"_planShaw2\"/>", "in its mark-up");
}

static void escapes_hide_nothing(void **state)
{
    (void)state;
    assert_leak("Quenneville", "<a href=\"x/%51uenneville.html\"/>", "behind escapes");
    assert_leak("Zoë Shaw", "<a href=\"x/Zo%C3%AB%20Shaw\"/>", "behind escapes");
    assert_leak("Quenneville", "<a b=\"_x0051_uenneville\"/>", "behind escapes");
    assert_leak("Quenneville", "{\"a\": \"\\u0051uenneville\"}", "behind escapes");
}

static void utf_16_hides_nothing(void **state)
{
    const char *const sets[] = {"UTF-16LE", "UTF-16BE", "UTF-16"};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(sets); i++) {
        g_autoptr(GError) error = NULL;
        gsize length;
        g_autofree char *whole =
            g_convert(P("von Łukasik"), -1, sets[i], "UTF-8", NULL, &length, &error);
        g_autofree char *found = leak_in("Łukasik", whole, length);
        g_autofree char *shifted = g_malloc(length + 3);
        g_autofree char *again = NULL;

        assert_no_error(error);
        assert_non_null(found);
        memcpy(shifted, "abc", 3);
        memcpy(shifted + 3, whole, length);
        again = leak_in("Łukasik", shifted, length + 3);
        assert_non_null(again);
    }
}

/* What one byte order shows, another does not. */
static void a_byte_order_that_changes_hides_nothing(void **state)
{
    static const char little[] = "\xff\xfe"
                                 "a\0 \0\0Q\0u\0e\0n\0n\0e\0v\0i\0l\0l\0e\0 ";
    static const char shifted[] = "\xfe\xff"
                                  "\0a\0 Q\0u\0e\0n\0n\0e\0v\0i\0l\0l\0e\0 \0";
    g_autofree char *one = leak_in("Quenneville", little, sizeof little - 1);
    g_autofree char *other = leak_in("Quenneville", shifted, sizeof shifted - 1);

    (void)state;
    assert_non_null(one);
    assert_non_null(strstr(one, "as UTF-16"));
    assert_non_null(other);
}

static void longer_words_in_utf_16_are_no_leak(void **state)
{
    const char *const sets[] = {"UTF-16", "UTF-16LE", "UTF-16BE"};
    const char *const marks[] = {"", "\xff\xfe", "\xfe\xff"};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(sets); i++) {
        g_autoptr(GPtrArray) secrets = secret_of("Christian", ISR_CATEGORY_NAME);
        g_autoptr(GPtrArray) foreign = secret_of("Łukasik", ISR_CATEGORY_NAME);
        g_autoptr(GError) error = NULL;
        g_autofree char *bare = NULL, *whole = NULL;
        gsize length, mark = strlen(marks[i]);
        IsrVerifyReport report;

        bare = g_convert("on Christianity", -1, sets[i], "UTF-8", NULL, &length, &error);
        assert_no_error(error);
        whole = g_malloc(length + mark);
        memcpy(whole, marks[i], mark);
        memcpy(whole + mark, bare, length);
        planted.part = "text";
        planted.bytes = (const guint8 *)whole;
        planted.length = planted.piece = length + mark;
        g_ptr_array_add(secrets, g_ptr_array_steal_index(foreign, 0));
        assert_true(isr_verify_bytes(&fake, NULL, secrets, &patterns, &report, &error));
    }
}

static void base64_hides_nothing_in_any_phase(void **state)
{
    const char *const befores[] = {"", "a", "ab", "abc", "line\nline "};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(befores); i++) {
        g_autofree char *plain = g_strconcat(befores[i], " Quenneville wrote", NULL);
        g_autofree char *code = g_base64_encode((const guchar *)plain, strlen(plain));
        g_autofree char *data = g_strconcat("<a d=\"", code, "\"/>", NULL);
        g_autofree char *joined = g_strconcat("<a d=\"x/y", code, "\"/>", NULL);

        assert_leak("Quenneville", data, "as base64");
        assert_leak("Quenneville", joined, "as base64");
    }
}

static void hexadecimal_digits_hide_nothing(void **state)
{
    (void)state;
    assert_leak("Quenneville", "<a d=\"205175656e6e6576696c6c6520\"/>", "in hexadecimal");
    assert_leak("Quenneville", "<a d=\"05175656E6E6576696C6C6520\"/>", "in hexadecimal");
}

static void pictures_and_containers_are_searched_as_bytes(void **state)
{
    const char picture[] = "\xFF\xD8\xFF\xE1 Quenneville \xFF\x80";
    const char container[] = "PK\x03\x04\x14\x00\x00\x00quenneville\x00\xFF\xFE";
    g_autofree char *in_picture = leak_in("Quenneville", picture, sizeof picture - 1);
    g_autofree char *in_container = leak_in("Quenneville", container, sizeof container - 1);

    (void)state;
    assert_non_null(strstr(in_picture, "as plain bytes"));
    assert_non_null(strstr(in_container, "as plain bytes"));
}

/* The message of verification on a package that @plant has had its way with; NULL if it passes. */
static char *leak_in_package(void (*plant)(zip_t *package))
{
    static const IsrFormat package_format = {.id = "package", .unpack = isr_package_unpack};
    static const char honest[] = P("seen today");
    g_autofree char *folder = g_dir_make_tmp("isredact-verify-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "copy.docx", NULL);
    zip_t *package = zip_open(path, ZIP_CREATE, NULL);
    g_autoptr(GPtrArray) secrets = secret_of("Quenneville", ISR_CATEGORY_NAME);
    g_autoptr(IsrInput) copy = NULL;
    g_autoptr(GError) error = NULL;
    IsrVerifyReport report;

    zip_file_add(package, "word/document.xml",
                 zip_source_buffer(package, honest, strlen(honest), 0), 0);
    plant(package);
    assert_int_equal(zip_close(package), 0);
    copy = isr_input_open(path, &error);
    assert_no_error(error);
    isr_verify_bytes(&package_format, copy, secrets, &patterns, &report, &error);
    g_unlink(path);
    g_rmdir(folder);
    if (!error)
        assert_true(report.parts >= 2); /* the document and the container */
    return error ? g_strdup(error->message) : NULL;
}

static void plant_nothing(zip_t *package)
{
    (void)package;
}

static void plant_part(zip_t *package)
{
    static const char part[] = P("&#81;uenne</w:t></w:r><w:r><w:t>ville");

    zip_file_add(package, "word/header1.xml", zip_source_buffer(package, part, strlen(part), 0), 0);
}

static void plant_comment(zip_t *package)
{
    zip_set_archive_comment(package, "for Quenneville", 15);
}

static void plant_member_comment(zip_t *package)
{
    zip_file_set_comment(package, 0, "for Quenneville", 15, 0);
}

static void plant_extra_field(zip_t *package)
{
    zip_file_extra_field_set(package, 0, 0x4949, 0, (const zip_uint8_t *)"for Quenneville", 15,
                             ZIP_FL_LOCAL);
}

static void plant_name(zip_t *package)
{
    zip_file_add(package, "word/Quenneville.xml", zip_source_buffer(package, "x", 1, 0), 0);
}

static void every_place_of_a_package_is_searched(void **state)
{
    void (*const plants[])(zip_t *) = {plant_part, plant_comment, plant_member_comment,
                                       plant_extra_field, plant_name};
    g_autofree char *none = leak_in_package(plant_nothing);

    (void)state;
    assert_null(none);
    for (guint i = 0; i < G_N_ELEMENTS(plants); i++) {
        g_autofree char *message = leak_in_package(plants[i]);

        assert_non_null(message);
        assert_null(strstr(message, "Quenneville"));
    }
}

static void random_bytes_are_no_leak(void **state)
{
    g_autoptr(GRand) dice = g_rand_new_with_seed(3);
    gsize length = 1 << 20;
    g_autofree guint8 *bytes = g_malloc(length);
    g_autofree char *found = NULL;
    g_autofree char *coded = NULL;
    g_autofree char *in_code = NULL;
    g_autofree char *postcode = NULL;

    (void)state;
    for (gsize i = 0; i < length; i++)
        bytes[i] = (guint8)g_rand_int_range(dice, 0, 256);
    memcpy(bytes, "\x89PNG", 4);
    found = leak_in("Shaw", bytes, length);
    assert_null(found);
    coded = g_base64_encode(bytes, length);
    in_code = leak_in("Shaw", coded, strlen(coded));
    assert_null(in_code);
    postcode = leak_of("CH42 7QX", ISR_CATEGORY_POSTCODE, coded, strlen(coded));
    assert_null(postcode);
}

static void words_of_the_mark_up_are_no_leak(void **state)
{
    (void)state;
    assert_clean("White", "<w:color w:val=\"White\"/>");
    assert_clean("Georgia", "<w:rFonts w:ascii=\"Georgia\"/>");
    assert_clean("Page", "<style:page-layout style:name=\"Page\"/>");
    assert_clean("Paige", "<style:page-layout style:name=\"Page\"/>");
    assert_clean("Checkbox", "<w14:checkbox/>");
    assert_clean("Page Style", "<x:page-style/>");
    assert_clean("FF00", "<w:color w:val=\"00FF00\"/>");
    assert_leak("FF00", P("of FF00 today"), "as text");
    assert_clean("rId2", "<Relationship Id=\"rId2\"/>");
    assert_leak("Page Style", P("of Page Style today"), "as text");
    assert_leak("Georgia", P("with Georgia today"), "as text");
}

static void longer_words_and_neighbours_are_no_leak(void **state)
{
    (void)state;
    assert_clean("Shaw", P("Shawbury and Bradshaw"));
    assert_clean("Asha", P("was happy, was</w:t></w:r><w:r><w:t>hable"));
    assert_clean("Donald", P("Mrs MacDonald"));
    assert_clean("Drinkwater", P("drink water, please"));
    assert_clean("Drinkwater", P("drink") P("water"));
    assert_clean("9434765919", P("19434765919 and 94347659190"));
    assert_clean("Rowan", P("the Rowan</w:t></w:r><w:r><w:t>berry"));
    assert_clean("Ali", P("the alibi of ali"));
}

/* Whether @value of @category is found in @text, in which something is glued to it. */
static gboolean is_found(const char *value, IsrCategory category, const char *text)
{
    g_autofree char *message = leak_of(value, category, text, strlen(text));

    return message != NULL;
}

static void what_is_glued_to_a_value_does_not_hide_it(void **state)
{
    (void)state;
    assert_true(is_found("CH42 7QX", ISR_CATEGORY_POSTCODE, P("at CH42 7QXs now")));
    assert_true(is_found("CH42 7QX", ISR_CATEGORY_POSTCODE, P("at xCH42 7QX now")));
    assert_true(is_found("CH42 7QX", ISR_CATEGORY_POSTCODE, P("at XCH427QXX now")));
    assert_true(is_found("CH42 7QX", ISR_CATEGORY_POSTCODE, "<w:p title=\"XCH42 7QXX\"/>"));
    assert_true(is_found("999 000 0018", ISR_CATEGORY_NHS_NUMBER, P("ref9990000018x")));
    assert_true(is_found("999 000 0018", ISR_CATEGORY_NHS_NUMBER, P("19990000018")));
    assert_true(is_found("999 000 0018", ISR_CATEGORY_NHS_NUMBER, P("99900000181")));
    assert_true(is_found("ada@post.example", ISR_CATEGORY_EMAIL, P("toada@post.examples")));
}

static void what_says_little_is_not_looked_for_in_longer_words(void **state)
{
    (void)state;
    assert_false(is_found("CH42", ISR_CATEGORY_POSTCODE, P("CH421 and XCH42")));
    assert_false(is_found("20146012", ISR_CATEGORY_BANK_ACCOUNT, P("120146012 and 201460123")));
    assert_false(is_found("12/03/2014", ISR_CATEGORY_DOB, P("112/03/2014 and 12/03/20145")));
    assert_false(is_found("SW1234", ISR_CATEGORY_CASE_REF, P("SW12345")));
}

static void everyday_and_short_values_are_excused_and_counted(void **state)
{
    g_autoptr(GPtrArray) secrets = secret_of("Xu", ISR_CATEGORY_NAME);
    IsrSecret *other = g_new0(IsrSecret, 1);
    g_autoptr(GError) error = NULL;
    IsrVerifyReport report;

    (void)state;
    other->value = g_strdup("Quenneville");
    other->category = ISR_CATEGORY_NAME;
    g_ptr_array_add(secrets, other);
    planted.part = "part";
    planted.bytes = (const guint8 *)"Xu";
    planted.length = 2;
    planted.piece = 1;
    assert_true(isr_verify_bytes(&fake, NULL, secrets, &patterns, &report, &error));
    assert_int_equal(report.excused, 1);
    assert_int_equal(report.values, 1);
    assert_int_equal(report.parts, 1);
    assert_int_equal(report.bytes, 2);
}

static void the_message_does_not_show_a_part_named_after_the_value(void **state)
{
    g_autoptr(GPtrArray) secrets = secret_of("Quenneville", ISR_CATEGORY_NAME);
    g_autoptr(GError) error = NULL;
    IsrVerifyReport report;

    (void)state;
    planted.part = "word/quenneville.xml";
    planted.bytes = (const guint8 *)"Quenneville";
    planted.length = 11;
    planted.piece = 4;
    assert_false(isr_verify_bytes(&fake, NULL, secrets, &patterns, &report, &error));
    assert_null(strstr(error->message, "quenneville"));
    assert_non_null(strstr(error->message, "name"));
}

static int load_lists(void **state)
{
    g_autofree char *folder = g_build_filename(g_getenv("ISREDACT_PATTERNS"), "lists", NULL);

    (void)state;
    patterns.lists = isr_lists_load(folder, NULL);
    return patterns.lists ? 0 : -1;
}

static int free_lists(void **state)
{
    (void)state;
    isr_lists_free(patterns.lists);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_text_is_searched),
        cmocka_unit_test(tags_within_a_word_hide_nothing),
        cmocka_unit_test(character_references_hide_nothing),
        cmocka_unit_test(mark_up_is_searched),
        cmocka_unit_test(escapes_hide_nothing),
        cmocka_unit_test(utf_16_hides_nothing),
        cmocka_unit_test(a_byte_order_that_changes_hides_nothing),
        cmocka_unit_test(longer_words_in_utf_16_are_no_leak),
        cmocka_unit_test(base64_hides_nothing_in_any_phase),
        cmocka_unit_test(hexadecimal_digits_hide_nothing),
        cmocka_unit_test(pictures_and_containers_are_searched_as_bytes),
        cmocka_unit_test(every_place_of_a_package_is_searched),
        cmocka_unit_test(random_bytes_are_no_leak),
        cmocka_unit_test(words_of_the_mark_up_are_no_leak),
        cmocka_unit_test(longer_words_and_neighbours_are_no_leak),
        cmocka_unit_test(what_is_glued_to_a_value_does_not_hide_it),
        cmocka_unit_test(what_says_little_is_not_looked_for_in_longer_words),
        cmocka_unit_test(everyday_and_short_values_are_excused_and_counted),
        cmocka_unit_test(the_message_does_not_show_a_part_named_after_the_value),
    };

    return cmocka_run_group_tests(tests, load_lists, free_lists);
}
