/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A copy in PDF is searched wherever it can hold text, and refused if it holds anything that
 * isredact does not write. */
#include "isr_test.h"

#include "isr_copies.h"

#include "../src/formats/pdf_unpack.h"

#include <isredact/error.h>
#include <isredact/verify.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

enum {
    CATALOG = 1,
    INFO,
    TREE,
    FONTS,
    PICTURE,
    CONTENTS,
    PAGE,
    FONT,
    DESCENDANT,
    DESCRIPTOR,
    PROGRAM,
    GLYPHS,
    UNICODE,
    N_OBJECTS = UNICODE
};

typedef struct {
    char *body;         /* of the object, or of its stream's dictionary without filter and length */
    GByteArray *stream; /* inflated, or as it is if @raw; NULL: none */
    gboolean raw;
} Object;

/* A copy in the making: one page with one picture and a line of text. */
typedef struct {
    Object objects[N_OBJECTS + 2];
    guint last;
    char *before_end; /* between the last object and the table */
    char *after_end;
    guint64 shift; /* added to where the table says that the page stands */
} Copy;

static IsrPatterns patterns;

static void set(Copy *copy, guint number, const char *body, const void *stream, gsize length)
{
    Object *object = &copy->objects[number];

    g_free(object->body);
    g_clear_pointer(&object->stream, g_byte_array_unref);
    object->body = g_strdup(body);
    copy->last = MAX(copy->last, number);
    if (stream)
        object->stream = g_byte_array_append(g_byte_array_new(), stream, (guint)length);
}

static void set_text(Copy *copy, guint number, const char *stream)
{
    set(copy, number, "", stream, strlen(stream));
}

static void put_codes(GString *out, const char *text)
{
    for (; *text; text++)
        g_string_append_printf(out, "%04X", 0xd800u + (guchar)*text);
}

/* What a page's contents say to show @lines, each with a matrix of its own. */
static char *contents_of(const char *const *lines)
{
    GString *out = g_string_new("BT 3 Tr\n/T0 11 Tf\n");

    for (guint i = 0; lines[i]; i++) {
        g_string_append_printf(out, "1 0 0 1 %u %u Tm[<", 72 + 100 * (i % 2), 700 - 20 * (i / 2));
        put_codes(out, lines[i]);
        g_string_append(out, ">]TJ\n");
    }
    g_string_append(out, "ET\nq 0.36 0 0 -0.36 0 792 cm\nq 8 0 0 -4 0 4 cm/I0 Do Q\nQ\n");
    return g_string_free(out, FALSE);
}

/* Each code of a letter is read as that letter, one more as @word. */
static char *map_of(const char *word)
{
    GString *out = g_string_new(
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/Read def/CMapType 2 "
        "def\n1 begincodespacerange<0000><FFFF>endcodespacerange\n96 beginbfchar\n");

    for (guint c = 32; c < 127; c++)
        g_string_append_printf(out, "<%04X><%04X>\n", 0xd800 + c, c);
    g_string_append(out, "<DFFF><");
    for (; *word; word++)
        g_string_append_printf(out, "%04X", (guint)(guchar)*word);
    g_string_append(out, ">\nendbfchar\nendcmap CMapName currentdict/CMap defineresource pop end "
                         "end");
    return g_string_free(out, FALSE);
}

static void set_font(Copy *copy)
{
    static const guint8 program[12 + 16 * 2 + 8] = {
        0,   1,   0,   0,   0, 2, 0, 0, 0, 0, 0, 0, /* two tables */
        'g', 'l', 'y', 'f', 0, 0, 0, 0, 0, 0, 0, 44, 0, 0, 0, 4,
        'l', 'o', 'c', 'a', 0, 0, 0, 0, 0, 0, 0, 48, 0, 0, 0, 4};
    static const guint8 glyphs[8] = {0, 1, 0, 2, 0, 1, 0, 3};
    g_autofree char *map = map_of("fi");

    set(copy, FONT,
        "<</Type/Font/Subtype/Type0/BaseFont/Glyphless/Encoding/Identity-H/DescendantFonts[9 0 R]"
        "/ToUnicode 13 0 R>>",
        NULL, 0);
    set(copy, DESCENDANT,
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/Glyphless/CIDSystemInfo<</Registry(Adobe)"
        "/Ordering(Identity)/Supplement 0>>/FontDescriptor 10 0 R/CIDToGIDMap 12 0 R/DW 500"
        "/W[55296[500 550 600]]>>",
        NULL, 0);
    set(copy, DESCRIPTOR,
        "<</Type/FontDescriptor/FontName/Glyphless/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0"
        "/Ascent 800/Descent -200/CapHeight 700/StemV 80/FontFile2 11 0 R>>",
        NULL, 0);
    set(copy, PROGRAM, "/Length1 52", program, sizeof program);
    set(copy, GLYPHS, "", glyphs, sizeof glyphs);
    set_text(copy, UNICODE, map);
}

static void copy_init(Copy *copy)
{
    static const char *const lines[] = {"seen by [NAME]", "today", NULL};
    static const guint8 pixels[8] = {0x12, 0x34, 0x56, 0x78, 0x12, 0x34, 0x56, 0x70};
    g_autofree char *contents = contents_of(lines);

    *copy = (Copy){0};
    set(copy, CATALOG, "<</Type/Catalog/Pages 3 0 R/PageLabels<</Nums[0<</P(iv)>>]>>>>", NULL, 0);
    set(copy, INFO, "<</Producer(isredact)>>", NULL, 0);
    set(copy, TREE, "<</Type/Pages/Count 1/Kids[7 0 R]>>", NULL, 0);
    set(copy, FONTS, "<</T0 8 0 R>>", NULL, 0);
    set(copy, PICTURE,
        "/Type/XObject/Subtype/Image/Width 4/Height 4/BitsPerComponent 4"
        "/ColorSpace[/Indexed/DeviceRGB 1<000000FFFFFF>]",
        pixels, sizeof pixels);
    set_text(copy, CONTENTS, contents);
    set(copy, PAGE,
        "<</Type/Page/Parent 3 0 R/MediaBox[0 0 595.28 841.89]/Contents 6 0 R/Resources"
        "<</Font 4 0 R/XObject<</I0 5 0 R>>>>>>",
        NULL, 0);
    set_font(copy);
}

static void copy_clear(Copy *copy)
{
    for (guint i = 1; i <= copy->last; i++) {
        g_free(copy->objects[i].body);
        g_clear_pointer(&copy->objects[i].stream, g_byte_array_unref);
    }
    g_free(copy->before_end);
    g_free(copy->after_end);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Copy, copy_clear)

static void replace(Copy *copy, guint number, const char *from, const char *to)
{
    g_autoptr(GString) body = g_string_new(copy->objects[number].body);

    assert_int_equal(g_string_replace(body, from, to, 1), 1);
    g_free(copy->objects[number].body);
    copy->objects[number].body = g_strdup(body->str);
}

static void put_stream(GString *out, const char *body, const GByteArray *stream, gboolean raw)
{
    uLongf size = compressBound(stream->len);
    g_autofree guint8 *packed = g_malloc(size);

    if (raw) {
        size = stream->len;
        memcpy(packed, stream->data, size);
    } else {
        assert_int_equal(compress(packed, &size, stream->data, stream->len), Z_OK);
    }
    g_string_append_printf(out, "<<%s%s/Length %lu>>stream\n", body,
                           raw ? "" : "/Filter/FlateDecode", size);
    g_string_append_len(out, (const char *)packed, (gssize)size);
    g_string_append(out, "\nendstream");
}

static void put_row(GByteArray *rows, guint8 kind, guint64 at)
{
    const guint8 row[6] = {
        kind, (guint8)(at >> 24), (guint8)(at >> 16), (guint8)(at >> 8), (guint8)at, 0};

    g_byte_array_append(rows, row, sizeof row);
}

/* The file as the writer would lay it out. */
static GString *copy_bytes(const Copy *copy)
{
    GString *out = g_string_new("%PDF-1.5\n%\xe2\xe3\xcf\xd3\n");
    g_autoptr(GByteArray) rows = g_byte_array_new();

    put_row(rows, 0, 0);
    for (guint i = 1; i <= copy->last; i++) {
        const Object *object = &copy->objects[i];

        put_row(rows, 1, out->len + (i == PAGE ? copy->shift : 0));
        g_string_append_printf(out, "%u 0 obj\n", i);
        if (object->stream)
            put_stream(out, object->body, object->stream, object->raw);
        else
            g_string_append(out, object->body);
        g_string_append(out, "\nendobj\n");
    }
    g_string_append(out, copy->before_end ? copy->before_end : "");
    const gsize at = out->len;
    g_autofree char *entries =
        g_strdup_printf("/Type/XRef/Size %u/W[1 4 1]/Root 1 0 R/Info 2 0 R", copy->last + 2);
    put_row(rows, 1, at);
    g_string_append_printf(out, "%u 0 obj\n", copy->last + 1);
    put_stream(out, entries, rows, FALSE);
    g_string_append_printf(out, "\nendobj\nstartxref\n%zu\n%%%%EOF\n%s", at,
                           copy->after_end ? copy->after_end : "");
    return out;
}

/* The message with which verification refuses the copy in @fd if @value was to go; NULL if it
 * passes. */
static char *verdict_on(int fd, const char *value)
{
    static const IsrFormat format = {.id = "pdf", .unpack = isr_pdf_unpack};
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrInput) input = isr_input_for_fd(fd, "copy.pdf", &error);
    g_autoptr(GPtrArray) secrets = g_ptr_array_new();
    IsrSecret secret = {.value = (char *)value, .category = ISR_CATEGORY_NAME};
    IsrVerifyReport report;

    assert_no_error(error);
    g_ptr_array_add(secrets, &secret);
    if (isr_verify_bytes(&format, input, secrets, &patterns, &report, &error))
        return NULL;
    assert_true(g_error_matches(error, ISR_ERROR, ISR_ERROR_LEAK));
    assert_null(strstr(error->message, value));
    return g_strdup(error->message);
}

/* The same for @length @bytes of a copy. */
static char *verdict_on_bytes(const char *bytes, gsize length, const char *value)
{
    g_autofree char *path = NULL;
    const int fd = g_file_open_tmp("isredact-copy-XXXXXX", &path, NULL);
    char *message;

    assert_int_equal(write(fd, bytes, length), length);
    unlink(path);
    message = verdict_on(fd, value);
    close(fd);
    return message;
}

static char *verdict(const Copy *copy, const char *value)
{
    g_autoptr(GString) bytes = copy_bytes(copy);

    return verdict_on_bytes(bytes->str, bytes->len, value);
}

static void assert_passes(const Copy *copy)
{
    g_autofree char *message = verdict(copy, "Quenneville");

    if (message)
        fail_msg("%s", message);
}

static void assert_refused(const Copy *copy, const char *words)
{
    g_autofree char *message = verdict(copy, "Quenneville");

    if (!message)
        fail_msg("passed, without \"%s\"", words);
    if (!strstr(message, words))
        fail_msg("\"%s\", without \"%s\"", message, words);
}

static void honest_copy_passes(void **state)
{
    g_auto(Copy) copy;

    (void)state;
    copy_init(&copy);
    assert_passes(&copy);
}

static void what_the_writer_writes_passes_unless_a_name_stayed(void **state)
{
    static const char *const texts[] = {"Dear Quenneville,\nof the ﬁle of Zażółć",
                                        "*a picture of Quenneville", "", NULL};
    static const char *const all[] = {"Quenneville", NULL}, *const none[] = {NULL};
    g_autoptr(PopplerDocument) source = isr_pages_open(isr_copies_draw(texts));
    g_autoptr(IsrOutput) clean = isr_copies_write(source, all, "[NAME]");
    g_autoptr(IsrOutput) leaky = isr_copies_write(source, none, "");
    g_autofree char *message = verdict_on(isr_output_fd(clean), "Quenneville");
    g_autofree char *leak = verdict_on(isr_output_fd(leaky), "Quenneville");

    (void)state;
    if (message)
        fail_msg("%s", message);
    assert_non_null(strstr(leak, "page 1"));
}

static void text_of_pages_is_searched(void **state)
{
    static const char *const shown[][4] = {{"by Quenneville today", NULL},
                                           {"by Quen", "neville today", NULL},
                                           {"x", "y", "zz Quen-", NULL},
                                           {"QUENNEVILLE", NULL}};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(shown); i++) {
        g_auto(Copy) copy;
        g_autofree char *contents = contents_of(shown[i]);

        copy_init(&copy);
        set_text(&copy, CONTENTS, contents);
        if (i == 2)
            assert_passes(&copy);
        else
            assert_refused(&copy, "page 1");
    }
}

static void gaps_within_an_array_part_words(void **state)
{
    static const char *const lines[] = {"@", NULL};
    g_autofree char *contents = contents_of(lines);
    g_auto(Copy) copy;
    g_autoptr(GString) kerned = g_string_new(contents), parted = g_string_new(contents);
    g_autoptr(GString) one = g_string_new(NULL), other = g_string_new(NULL);

    (void)state;
    put_codes(one, "Quen");
    put_codes(other, "neville");
    g_autofree char *near = g_strdup_printf("<%s>20<%s>", one->str, other->str);
    g_autofree char *far = g_strdup_printf("<%s>-400<%s>", one->str, other->str);
    g_string_replace(kerned, "<D840>", near, 1);
    g_string_replace(parted, "<D840>", far, 1);
    copy_init(&copy);
    set_text(&copy, CONTENTS, kerned->str);
    assert_refused(&copy, "page 1");
    set_text(&copy, CONTENTS, parted->str);
    assert_passes(&copy);
}

static void strings_and_what_fonts_are_read_as_are_searched(void **state)
{
    static const struct {
        guint number;
        const char *from, *to;
    } plants[] = {
        {CATALOG, "(iv)", "(Quenneville)"},
        {CATALOG, "(iv)", "<5175656E6E6576696C6C65>"},
        {CATALOG, "(iv)", "(Quen\\nneville)"},
        {CATALOG, "(iv)", "<FEFF005100750065006E006E006500760069006C006C0065>"},
        {INFO, "(isredact)", "(by Quenneville)"},
        {DESCENDANT, "(Adobe)", "(Quenneville)"},
    };
    g_autofree char *map = map_of("Quenneville");
    g_auto(Copy) font;

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(plants); i++) {
        g_auto(Copy) copy;

        copy_init(&copy);
        replace(&copy, plants[i].number, plants[i].from, plants[i].to);
        if (strstr(plants[i].to, "\\n"))
            assert_passes(&copy);
        else
            assert_refused(&copy, "a string");
    }
    copy_init(&font);
    set_text(&font, UNICODE, map);
    assert_refused(&font, "what a font is read as");
}

static void keys_and_values_that_isredact_does_not_write_are_refused(void **state)
{
    static const struct {
        guint number;
        const char *from, *to, *words;
    } plants[] = {
        {CATALOG, "/Pages", "/Lang(en)/Pages", "catalog"},
        {CATALOG, "/Pages", "/OpenAction<</S/JavaScript/JS(x)>>/Pages", "catalog"},
        {CATALOG, "/Pages 3", "/Pages 2", "list of pages"},
        {CATALOG, "/P(iv)", "/P/iv", "page labels"},
        {INFO, "/Producer", "/Author(x)/Producer", "properties"},
        {INFO, "(isredact)", "[(isredact)]", "properties"},
        {PAGE, "/MediaBox", "/Annots[]/MediaBox", "a page"},
        {PAGE, "/MediaBox[0 0", "/MediaBox[(x) 0", "a page"},
        {PAGE, "/XObject<</I0", "/XObject<</Quenneville", "a page"},
        {PAGE, "/Contents 6", "/Contents 5", "a page"},
        {PICTURE, "/Width", "/Metadata 6 0 R/Width", "a picture"},
        {PICTURE, "/Width 4", "/Width 5", "a picture"},
        {PICTURE, "/DeviceRGB 1", "/DeviceRGB 0", "a picture"},
        {FONT, "/Encoding/Identity-H", "/Encoding/Quenneville", "a font"},
        {FONT, "/Glyphless", "/AAAAAA+Quenneville", "a font"},
        {DESCRIPTOR, "/Flags", "/CharSet(/Q/u)/Flags", "a font"},
        {PROGRAM, "/Length1 52", "/Length1 50", "a font"},
    };

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(plants); i++) {
        g_auto(Copy) copy;

        copy_init(&copy);
        replace(&copy, plants[i].number, plants[i].from, plants[i].to);
        assert_refused(&copy, plants[i].words);
    }
}

static void operators_and_words_that_isredact_does_not_write_are_refused(void **state)
{
    static const struct {
        guint number;
        const char *from, *to;
    } plants[] = {
        {CONTENTS, "BT", "% Quenneville\nBT"},
        {CONTENTS, "BT", "/Span<</ActualText(x)>>BDC BT"},
        {CONTENTS, "3 Tr", "0 Tr"},
        {CONTENTS, "ET", "(Quenneville)Tj ET"},
        {CONTENTS, "ET", "[<ABCD>]TJ ET"},
        {CONTENTS, "ET", "[<D8>]TJ ET"},
        {CONTENTS, "/I0 Do", ""},
        {CONTENTS, "/I0", "/Quenneville"},
        {UNICODE, "/Read", "/Quenneville"},
        {UNICODE, "endcmap", "%Quenneville\nendcmap"},
        {UNICODE, "<DFFF>", "<D841>"},
    };

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(plants); i++) {
        g_auto(Copy) copy;
        g_autoptr(GString) text = NULL;

        copy_init(&copy);
        text = g_string_new_len((const char *)copy.objects[plants[i].number].stream->data,
                                copy.objects[plants[i].number].stream->len);
        assert_int_equal(g_string_replace(text, plants[i].from, plants[i].to, 1), 1);
        set_text(&copy, plants[i].number, text->str);
        assert_refused(&copy, "not as isredact writes it");
    }
}

static void nothing_may_stand_between_or_behind_objects(void **state)
{
    static const struct {
        const char *before, *after;
        guint64 shift;
    } plants[] = {
        {"% Quenneville\n", NULL, 0}, {" ", NULL, 0},  {"99 0 obj\n(x)\nendobj\n", NULL, 0},
        {NULL, "Quenneville", 0},     {NULL, "\n", 0}, {"14 0 obj\n(x)\nendobj\n", NULL, 0},
        {NULL, "%%EOF\n", 0},         {NULL, NULL, 1},
    };

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(plants); i++) {
        g_auto(Copy) copy;
        g_autofree char *message = NULL;

        copy_init(&copy);
        copy.before_end = g_strdup(plants[i].before);
        copy.after_end = g_strdup(plants[i].after);
        copy.shift = plants[i].shift;
        message = verdict(&copy, "Quenneville");
        if (!message)
            fail_msg("plant %u passed", i);
    }
}

static void orphans_and_bytes_behind_data_are_refused(void **state)
{
    static const guint8 longer[9] = {0};
    g_auto(Copy) orphan, picture, behind;
    uLongf size = 64;

    (void)state;
    copy_init(&orphan);
    set(&orphan, N_OBJECTS + 1, "(x)", NULL, 0);
    assert_refused(&orphan, "nothing leads");
    copy_init(&picture);
    g_byte_array_append(picture.objects[PICTURE].stream, longer, 1);
    assert_refused(&picture, "a picture");
    copy_init(&behind);
    g_autoptr(GByteArray) packed = g_byte_array_new();
    g_byte_array_set_size(packed, (guint)size);
    assert_int_equal(compress(packed->data, &size, behind.objects[PICTURE].stream->data,
                              behind.objects[PICTURE].stream->len),
                     Z_OK);
    g_byte_array_set_size(packed, (guint)size);
    g_byte_array_append(packed, (const guint8 *)"Quenneville", 11);
    replace(&behind, PICTURE, "/Type", "/Filter/FlateDecode/Type");
    g_byte_array_unref(behind.objects[PICTURE].stream);
    behind.objects[PICTURE].stream = g_steal_pointer(&packed);
    behind.objects[PICTURE].raw = TRUE;
    assert_refused(&behind, "a picture");
}

static void glyphs_with_outlines_and_other_tables_are_refused(void **state)
{
    (void)state;
    for (guint at = 12; at < 52; at++) {
        if ((at >= 16 && at < 20) || (at >= 32 && at < 36))
            continue; /* check sums are numbers */
        g_auto(Copy) copy;
        guint8 *byte;

        copy_init(&copy);
        byte = copy.objects[PROGRAM].stream->data + at;
        *byte = (guint8)(*byte ^ 0x55);
        assert_refused(&copy, "a font");
    }
}

/* Whatever becomes of a copy, it is looked through or refused. */
static void damaged_copies_end_nothing(void **state)
{
    g_autoptr(GRand) dice = g_rand_new_with_seed(7);
    g_auto(Copy) copy;
    g_autoptr(GString) bytes = NULL;

    (void)state;
    copy_init(&copy);
    bytes = copy_bytes(&copy);
    for (gsize cut = 0; cut < bytes->len; cut += 7) {
        g_autofree char *message = verdict_on_bytes(bytes->str, cut, "Quenneville");

        assert_non_null(message);
    }
    for (guint i = 0; i < 1500; i++) {
        g_autoptr(GString) damaged = g_string_new_len(bytes->str, (gssize)bytes->len);

        for (gint32 flips = g_rand_int_range(dice, 1, 4); flips > 0; flips--)
            damaged->str[g_rand_int_range(dice, 0, (gint32)damaged->len)] =
                (char)g_rand_int_range(dice, 0, 256);
        g_free(verdict_on_bytes(damaged->str, damaged->len, "Quenneville"));
    }
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
        cmocka_unit_test(honest_copy_passes),
        cmocka_unit_test(what_the_writer_writes_passes_unless_a_name_stayed),
        cmocka_unit_test(text_of_pages_is_searched),
        cmocka_unit_test(gaps_within_an_array_part_words),
        cmocka_unit_test(strings_and_what_fonts_are_read_as_are_searched),
        cmocka_unit_test(keys_and_values_that_isredact_does_not_write_are_refused),
        cmocka_unit_test(operators_and_words_that_isredact_does_not_write_are_refused),
        cmocka_unit_test(nothing_may_stand_between_or_behind_objects),
        cmocka_unit_test(orphans_and_bytes_behind_data_are_refused),
        cmocka_unit_test(damaged_copies_end_nothing),
        cmocka_unit_test(glyphs_with_outlines_and_other_tables_are_refused),
    };

    return cmocka_run_group_tests(tests, load_lists, free_lists);
}
