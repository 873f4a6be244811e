/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A name in a screenshot within a document is read, covered in the pixels, and gone. */
#include "isr_drawn.h"
#include "isr_odt.h"

#include "../src/formats/page_jpeg.h"
#include "../src/formats/picture_pixels.h"
#include "../src/formats/picture_text.h"

#include <isredact/error.h>
#include <isredact/pipeline.h>

static const char *const chat[] = {"Jay are you coming to the park", "Call Ngozi Okafor about it",
                                   NULL};

static cairo_status_t take(void *self, const unsigned char *bytes, unsigned int length)
{
    g_byte_array_append(self, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

static GByteArray *screenshot(void)
{
    cairo_surface_t *surface = drawn(560, 140, 22, chat);
    GByteArray *png = g_byte_array_new();

    cairo_surface_write_to_png_stream(surface, take, png);
    cairo_surface_destroy(surface);
    return png;
}

static cairo_surface_t *lying_on_its_side(void)
{
    cairo_surface_t *upright = drawn(560, 140, 22, chat);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 140, 560);
    cairo_t *cairo = cairo_create(surface);

    cairo_translate(cairo, 0, 560);
    cairo_rotate(cairo, -G_PI / 2);
    cairo_set_source_surface(cairo, upright, 0, 0);
    cairo_paint(cairo);
    cairo_destroy(cairo);
    cairo_surface_destroy(upright);
    return surface;
}

/* A JPEG that lies on its side and says so. */
static GByteArray *photograph(void)
{
    static const guint8 exif[] = {0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0,  'M', 'M',
                                  0,    42,   0, 0,  0,   8,   0,   1,   1, 18, 0,   3,
                                  0,    0,    0, 1,  0,   6,   0,   0,   0, 0,  0,   0};
    cairo_surface_t *surface = lying_on_its_side();
    const IsrPixels pixels = {cairo_image_surface_get_data(surface), 140, 560,
                              (gsize)cairo_image_surface_get_stride(surface)};
    g_autoptr(GByteArray) plain = isr_page_jpeg(&pixels, FALSE);
    GByteArray *jpeg = g_byte_array_new();

    g_byte_array_append(jpeg, plain->data, 2);
    g_byte_array_append(jpeg, exif, sizeof exif);
    g_byte_array_append(jpeg, plain->data + 2, plain->len - 2);
    cairo_surface_destroy(surface);
    return jpeg;
}

/* Shows @bytes to @watch; what stands in the copy for it. */
static GByteArray *covered(const GByteArray *bytes, Watch *watch, IsrPictureState *state)
{
    g_autoptr(GByteArray) clean = isr_picture_clean(bytes->data, bytes->len);
    const IsrWalk walk = {.keep = &watch->keep,
                          .pages = watch->pages,
                          .visitor = {.self = watch, .block = watch_block, .part = watch_part}};
    g_autoptr(IsrVisit) visit = isr_visit_new(&walk);
    g_autoptr(GError) error = NULL;
    IsrPictureText text;
    const gboolean shown =
        isr_picture_text_show(visit, "picture.png", clean->data, clean->len, &text, &error);

    assert_no_error(error);
    assert_true(shown);
    isr_picture_text_tell(visit, &text);
    isr_visit_tell_parts(visit);
    *state = text.state;
    GByteArray *copy = isr_picture_text_cover(&text, clean->data, clean->len);
    isr_picture_text_clear(&text);
    return copy;
}

/* What is read in @bytes: each paragraph a line as watch->seen has it. Free with g_free(). */
static char *reading_of(const GByteArray *bytes)
{
    g_autoptr(IsrOcr) reader = isr_ocr_new();
    IsrPictureState state;
    Watch watch;

    watch_init(&watch, NULL);
    watch.pages.reader = reader;
    g_autoptr(GByteArray) same = covered(bytes, &watch, &state);
    char *seen = g_strdup(watch.seen->str);

    assert_int_equal(same->len, bytes->len);
    watch_clear(&watch);
    return seen;
}

static const char *const replaced[] = {"Ngozi Okafor", "[NAME]", NULL};

static void assert_covers_the_name(const GByteArray *picture)
{
    g_autoptr(IsrOcr) reader = isr_ocr_new();
    IsrPictureState state;
    IsrPicture before, after;
    Watch watch;

    watch_init(&watch, replaced);
    watch.pages.reader = reader;
    g_autoptr(GByteArray) copy = covered(picture, &watch, &state);
    g_autofree char *left = reading_of(copy);

    assert_int_equal(state, ISR_PICTURE_READ);
    assert_non_null(strstr(watch.seen->str, "Call Ngozi Okafor about it"));
    assert_string_equal(watch.parts->str, "picture cleaned 1\n");
    assert_true(isr_picture_recognise(picture->data, picture->len, &before));
    assert_true(isr_picture_recognise(copy->data, copy->len, &after));
    assert_string_equal(before.suffix, after.suffix);
    assert_int_equal(before.width, after.width);
    assert_int_equal(before.height, after.height);
    assert_non_null(strstr(left, "coming to the park"));
    assert_non_null(strstr(left, "Call"));
    assert_non_null(strstr(left, "about it"));
    assert_null(strstr(left, "Ngozi"));
    assert_null(strstr(left, "Okafor"));
    watch_clear(&watch);
}

static void a_name_in_a_png_is_covered(void **state)
{
    (void)state;
    if (!can_read())
        skip();
    g_autoptr(GByteArray) picture = screenshot();

    assert_covers_the_name(picture);
}

static void a_name_in_a_jpeg_on_its_side_is_covered(void **state)
{
    (void)state;
    if (!can_read())
        skip();
    g_autoptr(GByteArray) picture = photograph();

    assert_covers_the_name(picture);
}

static void a_picture_without_words_is_still_to_be_looked_at(void **state)
{
    IsrPictureState read;
    Watch watch;

    (void)state;
    if (!can_read())
        skip();
    g_autoptr(IsrOcr) reader = isr_ocr_new();
    g_autoptr(GByteArray) grey = isr_picture_grey(200, 100), dot = isr_picture_grey(7, 5);

    watch_init(&watch, replaced);
    watch.pages.reader = reader;
    g_autoptr(GByteArray) copy = covered(grey, &watch, &read);
    assert_int_equal(read, ISR_PICTURE_BARE);
    g_autoptr(GByteArray) same = covered(dot, &watch, &read);
    assert_int_equal(read, ISR_PICTURE_BARE);
    assert_string_equal(watch.seen->str, "");
    assert_string_equal(watch.parts->str, "picture cleaned 1 look\npicture cleaned 1 look\n");
    assert_int_equal(copy->len, grey->len);
    assert_int_equal(same->len, dot->len);
    watch_clear(&watch);
}

static void no_picture_is_read_where_none_is_to_be(void **state)
{
    g_autoptr(IsrOcr) reader = isr_ocr_new();
    g_autoptr(GByteArray) picture = screenshot();
    IsrPictureState read;
    Watch watch;

    (void)state;
    watch_init(&watch, replaced);
    watch.pages = (IsrPages){.ocr = ISR_OCR_NEVER, .reader = reader};
    g_autoptr(GByteArray) copy = covered(picture, &watch, &read);

    assert_int_equal(read, ISR_PICTURE_UNREAD);
    assert_string_equal(watch.seen->str, "");
    assert_string_equal(watch.parts->str, "picture cleaned 1 look\n");
    assert_int_equal(copy->len, picture->len);
    watch_clear(&watch);
}

/* A visitor that overlooks a name at first. */
static gboolean overlook(gpointer self, const IsrBlock *block, GArray *edits, GError **error)
{
    (void)edits;
    (void)error;
    *(guint *)self += strstr(block->text->str, "Okafor") ? 1 : 0;
    return TRUE;
}

static gboolean find_again(gpointer self, const IsrBlock *block, GArray *edits, GError **error)
{
    const char *name = strstr(block->text->str, "Okafor");

    (void)error;
    assert_true(block->seen);
    *(guint *)self += name ? 100 : 0;
    if (name)
        isr_edits_add(edits, (gsize)(name - block->text->str),
                      (gsize)(name - block->text->str) + strlen("Okafor"), "");
    return TRUE;
}

/* "park" is edited, so that the copy is read again. */
static gboolean overlook_all_but_the_park(gpointer self, const IsrBlock *block, GArray *edits,
                                          GError **error)
{
    const char *park = strstr(block->text->str, "park");

    if (park)
        isr_edits_add(edits, (gsize)(park - block->text->str), (gsize)(park - block->text->str) + 4,
                      "");
    return overlook(self, block, edits, error);
}

static void what_is_overlooked_is_covered_when_the_copy_is_read_again(void **state)
{
    (void)state;
    if (!can_read())
        skip();
    g_autofree char *path = g_strdup_printf("%s/isredact-again-%d", g_get_tmp_dir(), (int)getpid());
    g_autoptr(IsrOutput) output = isr_output_new(path, FALSE, NULL);
    g_autoptr(IsrOcr) reader = isr_ocr_new();
    IsrKeep keep = {.keep_pictures = TRUE};
    guint calls = 0;
    IsrWalk walk = {
        .output = output,
        .keep = &keep,
        .pages = {.reader = reader},
        .visitor = {.self = &calls, .block = overlook_all_but_the_park, .again = find_again}};
    IsrPictureText text;
    g_autoptr(IsrVisit) visit = isr_visit_new(&walk);
    g_autoptr(GByteArray) png = screenshot();

    assert_true(isr_picture_text_show(visit, "picture.png", png->data, png->len, &text, NULL));
    assert_int_equal(calls, 101);
    assert_int_equal(text.covers->len, 2);
    g_autoptr(GByteArray) copy = isr_picture_text_cover(&text, png->data, png->len);
    g_autofree char *left = reading_of(copy);

    assert_null(strstr(left, "Okafor"));
    isr_picture_text_clear(&text);
}

/* --- in packages --- */

#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/"

static IsrInput *docx_with(const GByteArray *picture)
{
    g_autofree char *path = g_strdup_printf("%s/isredact-docx-%d", g_get_tmp_dir(), (int)getpid());
    g_autoptr(IsrOutput) output = isr_output_new(path, FALSE, NULL);
    g_autoptr(IsrPacking) packing = isr_packing_new(output, NULL);
    static const Member members[] = {
        {"[Content_Types].xml",
         "<Types xmlns='" PACKAGE "content-types'><Override PartName='/word/document.xml' "
         "ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document."
         "main+xml'/></Types>",
         0},
        {"_rels/.rels",
         "<Relationships xmlns='" PACKAGE "relationships'><Relationship Id='a' Type='" RELATIONS
         "/officeDocument' Target='/word/document.xml'/></Relationships>",
         0},
        {"word/_rels/document.xml.rels",
         "<Relationships xmlns='" PACKAGE "relationships'><Relationship Id='p' Type='" RELATIONS
         "/image' Target='media/shot.png'/></Relationships>",
         0},
        {"word/document.xml",
         "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
         "xmlns:r='" RELATIONS "' xmlns:wp='" DRAWING "wordprocessingDrawing' xmlns:a='" DRAWING
         "main' xmlns:pic='" DRAWING "picture'><w:body><w:p><w:r><w:t>Mother: Ngozi Okafor"
         "</w:t></w:r></w:p><w:p><w:r><w:drawing><wp:inline><wp:extent cx='5000000' cy='1250000'/>"
         "<wp:docPr id='1' name='1'/><a:graphic><a:graphicData uri='" DRAWING "picture'><pic:pic>"
         "<pic:nvPicPr><pic:cNvPr id='0' name='1'/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
         "<a:blip r:embed='p'/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic>"
         "</wp:inline></w:drawing></w:r></w:p></w:body></w:document>",
         0},
    };

    for (guint i = 0; i < G_N_ELEMENTS(members); i++)
        assert_true(isr_packing_add(packing, members[i].name, members[i].bytes,
                                    strlen(members[i].bytes), NULL));
    assert_true(isr_packing_add(packing, "word/media/shot.png", picture->data, picture->len, NULL));
    assert_true(isr_packing_finish(packing, NULL));
    g_autoptr(GBytes) bytes = bytes_of(isr_output_fd(output));
    return input_of(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

static IsrInput *odt_with(const GByteArray *picture)
{
    const Member members[] = {
        {"content.xml",
         CONTENT("", "<text:p>Mother: Ngozi Okafor</text:p><text:p><draw:frame svg:width='5in' "
                     "svg:height='1in'><draw:image xlink:href='Pictures/shot.png' "
                     "xlink:type='simple'/></draw:frame></text:p>"),
         0},
        {"Pictures/shot.png", picture->data, picture->len},
        {NULL, NULL, 0}};

    return odt_of(members);
}

static GByteArray *member_of(IsrInput *input, const char *name)
{
    g_autoptr(IsrPackage) package = isr_package_open(input, NULL);
    const gint64 n = isr_package_find(package, name);

    assert_true(n >= 0);
    return isr_package_load(package, (guint)n, 1 << 24, NULL);
}

/* Redacts @input for a purpose that keeps pictures and no names; the copy, and in @looks the parts
 * at which a person must look. */
static IsrInput *redacted(IsrInput *input, GString *looks)
{
    g_autofree char *folder = g_build_filename(g_getenv("ISREDACT_PATTERNS"), "profiles", NULL);
    g_autofree char *path = g_strdup_printf("%s/isredact-copy-%d", g_get_tmp_dir(), (int)getpid());
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrPatterns) patterns = isr_patterns_load(g_getenv("ISREDACT_PATTERNS"), &error);
    g_autoptr(IsrProfile) profile = isr_profile_load(folder, "anonymise", &error);
    g_autoptr(IsrOutput) output = isr_output_new(path, FALSE, &error);

    assert_no_error(error);
    profile->keep.keep_pictures = TRUE;
    const IsrJob job = {.patterns = patterns, .profile = profile};
    g_autoptr(IsrRecord) made = isr_pipeline_redact(&job, input, output, &error);

    assert_no_error(error);
    for (guint i = 0; i < made->parts->len; i++) {
        const IsrPartRecord *part = made->parts->pdata[i];

        if (part->look)
            g_string_append_printf(looks, "%s\n", part->name);
    }
    g_autoptr(GBytes) bytes = bytes_of(isr_output_fd(output));
    return input_of(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

static void assert_gone(IsrInput *input, const char *picture)
{
    g_autoptr(GString) looks = g_string_new(NULL);
    g_autoptr(IsrInput) copy = redacted(input, looks);
    g_autoptr(GByteArray) png = member_of(copy, picture);
    g_autofree char *left = reading_of(png);

    assert_string_equal(looks->str, "");
    assert_non_null(strstr(left, "coming to the park"));
    assert_null(strstr(left, "Ngozi"));
    assert_null(strstr(left, "Okafor"));
}

static void a_name_in_a_picture_of_a_docx_goes(void **state)
{
    (void)state;
    if (!can_read())
        skip();
    g_autoptr(GByteArray) picture = screenshot();
    g_autoptr(IsrInput) input = docx_with(picture);

    assert_gone(input, "word/media/image1.png");
}

static void a_name_in_a_picture_of_an_odt_goes(void **state)
{
    (void)state;
    if (!can_read())
        skip();
    g_autoptr(GByteArray) picture = screenshot();
    g_autoptr(IsrInput) input = odt_with(picture);

    assert_gone(input, "Pictures/image1.png");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_in_a_png_is_covered),
        cmocka_unit_test(a_name_in_a_jpeg_on_its_side_is_covered),
        cmocka_unit_test(a_picture_without_words_is_still_to_be_looked_at),
        cmocka_unit_test(no_picture_is_read_where_none_is_to_be),
        cmocka_unit_test(what_is_overlooked_is_covered_when_the_copy_is_read_again),
        cmocka_unit_test(a_name_in_a_picture_of_a_docx_goes),
        cmocka_unit_test(a_name_in_a_picture_of_an_odt_goes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
