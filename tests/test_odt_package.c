/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * OpenDocument text: the parts of the copy beside its text, pictures, objects, and documents from
 * elsewhere. */
#include "isr_odt.h"

#define SECRET "Quenneville"
#define FRAME(within)                                                                              \
    "<text:p><draw:frame svg:width='2in' svg:height='1in'>" within "</draw:frame></text:p>"
#define IMAGE(href) "<draw:image xlink:href='" href "' xlink:type='simple'/>"

/* Copies a document with @body and the members @more (up to 4), and reads its text. */
static IsrInput *copy_with(const char *content, const Member *more, GString *parts)
{
    Member members[6] = {{"content.xml", content, 0}};
    Watch watch;

    for (guint i = 0; more && more[i].name; i++)
        members[i + 1] = more[i];
    g_autoptr(IsrInput) input = odt_of(members);
    watch_init(&watch, NULL);
    IsrInput *copy = odt_copy(input, &watch);
    if (parts)
        g_string_assign(parts, watch.parts->str);
    watch_clear(&watch);
    return copy;
}

static GByteArray *member_bytes(IsrInput *input, const char *name)
{
    g_autoptr(IsrPackage) package = isr_package_open(input, NULL);
    const gint64 n = isr_package_find(package, name);

    return n < 0 ? NULL : isr_package_load(package, (guint)n, 1 << 20, NULL);
}

static gboolean has_member(IsrInput *input, const char *name)
{
    g_autoptr(GByteArray) bytes = member_bytes(input, name);

    return bytes != NULL;
}

/* A small PNG with bytes after its end. */
static GByteArray *talking_picture(void)
{
    GByteArray *picture = isr_picture_grey(7, 5);

    g_byte_array_append(picture, (const guint8 *)SECRET, strlen(SECRET));
    return picture;
}

static void mimetype_is_first_and_stored(void **state)
{
    (void)state;
    g_autoptr(IsrInput) copy = copy_with(CONTENT("", "<text:p>x</text:p>"), NULL, NULL);
    g_autoptr(IsrPackage) package = isr_package_open(copy, NULL);
    g_autofree char *manifest = odt_member(copy, "META-INF/manifest.xml");

    assert_string_equal(isr_package_nth(package, 0), "mimetype");
    assert_true(isr_package_is_stored(package, 0));
    assert_non_null(strstr(manifest, "manifest:full-path=\"content.xml\""));
    assert_non_null(strstr(manifest, "manifest:version=\"1.3\""));
    assert_null(strstr(manifest, "full-path=\"mimetype\""));
}

static void other_parts_are_made_anew_or_left_out(void **state)
{
    (void)state;
    const Member more[] = {
        {"meta.xml", "<m>" SECRET "</m>", 0},
        {"settings.xml",
         "<s xmlns:config='" ODT_CONFIG "'><config:config-item config:name='TabOverflow' "
         "config:type='boolean'>true</config:config-item><config:config-item "
         "config:name='PrinterName' config:type='string'>" SECRET
         "</config:config-item><config:config-item config:name='UseOldNumbering' "
         "config:type='boolean'>" SECRET "</config:config-item></s>",
         0},
        {"Thumbnails/thumbnail.png", SECRET, 0},
        {"Basic/Standard/Module1.xml", SECRET, 0},
        {NULL, NULL, 0}};
    g_autoptr(GString) parts = g_string_new(NULL);
    g_autoptr(IsrInput) copy = copy_with(CONTENT("", "<text:p>x</text:p>"), more, parts);
    g_autofree char *meta = odt_member(copy, "meta.xml");
    g_autofree char *settings = odt_member(copy, "settings.xml");

    assert_null(strstr(meta, SECRET));
    assert_null(strstr(settings, SECRET));
    assert_non_null(strstr(settings, "\"TabOverflow\" config:type=\"boolean\">true<"));
    assert_null(strstr(settings, "UseOldNumbering"));
    assert_false(has_member(copy, "Thumbnails/thumbnail.png"));
    assert_false(has_member(copy, "Basic/Standard/Module1.xml"));
    assert_non_null(strstr(parts->str, "thumbnail dropped 1\nmacro dropped 1\n"));
}

/* LibreOffice writes the place for macros into every document. */
static void a_place_for_macros_that_is_empty_is_none(void **state)
{
#define WITH(scripts)                                                                              \
    "<office:document-content" NAMESPACES "><office:scripts>" scripts                              \
    "</office:scripts><office:body><office:text><text:p>x</text:p></office:text></office:body>"    \
    "</office:document-content>"
    g_autoptr(GString) parts = g_string_new(NULL);
    g_autoptr(IsrInput) plain = NULL, cleaned = NULL;

    (void)state;
    plain = copy_with(WITH(""), NULL, parts);
    assert_null(strstr(parts->str, "macro"));
    cleaned = copy_with(WITH("<office:script>" SECRET "</office:script>" SECRET), NULL, parts);
    assert_non_null(strstr(parts->str, "macro dropped 1"));
    g_autofree char *content = odt_member(cleaned, "content.xml");

    assert_null(strstr(content, SECRET));
    assert_null(strstr(content, "script"));
}

static void pictures_are_cleaned_and_renamed(void **state)
{
    (void)state;
    g_autoptr(GByteArray) picture = talking_picture(), plain = isr_picture_grey(7, 5);
    const Member more[] = {{"Pictures/" SECRET ".png", picture->data, picture->len},
                           {NULL, NULL, 0}};
    g_autoptr(GString) parts = g_string_new(NULL);
    g_autoptr(IsrInput) copy =
        copy_with(CONTENT("", FRAME(IMAGE("Pictures/" SECRET ".png"))), more, parts);
    g_autoptr(GByteArray) clean = member_bytes(copy, "Pictures/image1.png");
    g_autofree char *body = odt_body(copy);

    assert_int_equal(clean->len, plain->len);
    assert_memory_equal(clean->data, plain->data, plain->len);
    assert_non_null(strstr(body, "xlink:href=\"Pictures/image1.png\""));
    assert_non_null(strstr(parts->str, "picture cleaned 1 look\n"));
}

static void grey_box_stands_for_what_cannot_be_cleaned(void **state)
{
    (void)state;
    const Member more[] = {{"Pictures/a.svg", "<svg>" SECRET "</svg>", 0}, {NULL, NULL, 0}};
    g_autoptr(IsrInput) copy = copy_with(CONTENT("", FRAME(IMAGE("Pictures/a.svg"))), more, NULL);
    g_autoptr(GByteArray) box = member_bytes(copy, "Pictures/image1.png");
    IsrPicture picture;

    assert_non_null(box);
    assert_true(isr_picture_recognise(box->data, box->len, &picture));
    assert_int_equal(picture.width, 192);
    assert_int_equal(picture.height, 96);
}

static void clean_twin_stands_for_what_cannot_be_cleaned(void **state)
{
    (void)state;
    g_autoptr(GByteArray) png = isr_picture_grey(7, 5);
    const Member more[] = {{"a.svg", SECRET, 0}, {"b.png", png->data, png->len}, {NULL, NULL, 0}};
    g_autoptr(IsrInput) copy =
        copy_with(CONTENT("", FRAME(IMAGE("a.svg") IMAGE("b.png"))), more, NULL);
    g_autofree char *body = odt_body(copy);

    assert_string_equal(body,
                        "<text:p><draw:frame svg:width=\"2in\" svg:height=\"1in\"><draw:image "
                        "xlink:href=\"Pictures/image2.png\" xlink:type=\"simple\"/>"
                        "</draw:frame></text:p>");
}

static void linked_picture_becomes_a_grey_box(void **state)
{
    (void)state;
    g_autoptr(IsrInput) copy =
        copy_with(CONTENT("", FRAME(IMAGE("file:///home/" SECRET "/a.png"))), NULL, NULL);
    g_autofree char *body = odt_body(copy);

    assert_non_null(strstr(body, "\"Pictures/image1.png\""));
    assert_null(strstr(body, SECRET));
}

static void picture_within_the_xml_is_cleaned(void **state)
{
    (void)state;
    g_autoptr(GByteArray) picture = talking_picture(), plain = isr_picture_grey(7, 5);
    g_autofree char *base64 = g_base64_encode(picture->data, picture->len);
    g_autofree char *content =
        g_strdup_printf(CONTENT("", FRAME("<draw:image><office:binary-data>%s"
                                          "</office:binary-data></draw:image>")),
                        base64);
    g_autoptr(IsrInput) copy = copy_with(content, NULL, NULL);
    g_autoptr(GByteArray) clean = member_bytes(copy, "Pictures/image1.png");
    g_autofree char *body = odt_body(copy);

    assert_non_null(clean);
    assert_int_equal(clean->len, plain->len);
    assert_non_null(strstr(body, "<draw:image xlink:href=\"Pictures/image1.png\""));
    assert_null(strstr(body, "binary-data"));
}

static void pictures_can_be_left_out(void **state)
{
    (void)state;
    g_autoptr(GByteArray) png = isr_picture_grey(7, 5);
    const Member members[] = {{"content.xml", CONTENT("", FRAME(IMAGE("a.png"))), 0},
                              {"a.png", png->data, png->len},
                              {NULL, NULL, 0}};
    g_autoptr(IsrInput) input = odt_of(members);
    Watch watch;

    watch_init(&watch, NULL);
    watch.keep.keep_pictures = FALSE;
    g_autoptr(IsrInput) copy = odt_copy(input, &watch);
    g_autoptr(GByteArray) box = member_bytes(copy, "Pictures/image1.png");
    IsrPicture picture;

    assert_true(isr_picture_recognise(box->data, box->len, &picture));
    assert_int_equal(picture.width, 192);
    watch_clear(&watch);
}

static void object_becomes_a_line(void **state)
{
    (void)state;
    const Member more[] = {{"Object 1/content.xml", "<chart>" SECRET "</chart>", 0},
                           {"ObjectReplacements/Object 1", SECRET, 0},
                           {NULL, NULL, 0}};
    g_autoptr(IsrInput) copy =
        copy_with(CONTENT("", FRAME("<draw:object xlink:href='./Object 1'/>" IMAGE(
                                  "./ObjectReplacements/Object 1"))),
                  more, NULL);
    g_autofree char *body = odt_body(copy);

    assert_non_null(strstr(body, "<draw:text-box><text:p>[embedded object removed]</text:p>"
                                 "</draw:text-box></draw:frame>"));
    assert_false(has_member(copy, "Object 1/content.xml"));
}

static void formula_stays_as_text(void **state)
{
    (void)state;
    const Member more[] = {{"Object 1/content.xml",
                            "<math xmlns='" ODT_MATH
                            "'><semantics><mi>E</mi><annotation>E = mc^2</annotation>"
                            "</semantics></math>",
                            0},
                           {NULL, NULL, 0}};
    g_autoptr(IsrInput) copy =
        copy_with(CONTENT("", FRAME("<draw:object xlink:href='./Object 1'/>")), more, NULL);
    g_autofree char *body = odt_body(copy);

    assert_non_null(strstr(body, "<text:p>E = mc^2</text:p>"));
}

/* A real document is refused with a sentence, or its copy reads as it does. */
static void walk_real_document(const char *path)
{
    GError *error = NULL;
    g_autoptr(IsrInput) input = isr_input_open(path, &error);
    Watch watch, again;

    assert_no_error(error);
    watch_init(&watch, NULL);
    watch_init(&again, NULL);
    const IsrFormat *format = isr_format_for(input, &error);
    g_autoptr(GBytes) bytes = format ? walk_copy(format, input, &watch, &error) : NULL;
    if (!bytes) {
        assert_non_null(error);
        g_error_free(error);
    } else {
        g_autoptr(IsrInput) copy = input_of(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
        assert_ptr_equal(isr_format_for(copy, &error), format);
        assert_true(walk_only(format, copy, &again, &error));
        assert_true(again.headings->len > 0);
    }
    watch_clear(&watch);
    watch_clear(&again);
}

static void real_documents_are_copied_or_refused(void **state)
{
    (void)state;
    g_autofree char *folder = real_folder("odt");
    const char *name;

    if (!folder)
        skip();
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);

    while ((name = g_dir_read_name(dir))) {
        g_autofree char *path = g_build_filename(folder, name, NULL);

        walk_real_document(path);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mimetype_is_first_and_stored),
        cmocka_unit_test(other_parts_are_made_anew_or_left_out),
        cmocka_unit_test(a_place_for_macros_that_is_empty_is_none),
        cmocka_unit_test(pictures_are_cleaned_and_renamed),
        cmocka_unit_test(grey_box_stands_for_what_cannot_be_cleaned),
        cmocka_unit_test(clean_twin_stands_for_what_cannot_be_cleaned),
        cmocka_unit_test(linked_picture_becomes_a_grey_box),
        cmocka_unit_test(picture_within_the_xml_is_cleaned),
        cmocka_unit_test(pictures_can_be_left_out),
        cmocka_unit_test(object_becomes_a_line),
        cmocka_unit_test(formula_stays_as_text),
        cmocka_unit_test(real_documents_are_copied_or_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
