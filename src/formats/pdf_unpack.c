/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes a copy apart: its frame by a scanner of its own, its objects by qpdf, its streams by zlib.
 * Nothing is taken on trust: what is no text must be pixels or numbers of a known kind. */
#include "pdf_unpack.h"

#include "pdf_frame.h"
#include "pdf_grammar.h"
#include "pdf_samples.h"
#include "pdf_shown.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <string.h>

typedef struct {
    IsrBytesFunc bytes;
    gpointer self;
    GBytes *file;
    GArray *frame; /* of IsrPdfFramed */
    qpdf_data objects;
    GHashTable *codes; /* object of a ToUnicode map to GHashTable * */
    guint page;        /* that was reached, from 1 */
} Unpacking;

static void unpacking_clear(Unpacking *unpacking)
{
    g_clear_pointer(&unpacking->file, g_bytes_unref);
    g_clear_pointer(&unpacking->frame, g_array_unref);
    g_clear_pointer(&unpacking->codes, g_hash_table_unref);
    if (!unpacking->objects)
        return;
    if (qpdf_has_error(unpacking->objects))
        qpdf_get_error(unpacking->objects); /* else it is printed */
    qpdf_cleanup(&unpacking->objects);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Unpacking, unpacking_clear)

static gboolean refuse(const char *what, GError **error)
{
    g_set_error(error, ISR_ERROR, ISR_ERROR_LEAK, "%s in the copy is not as isredact writes it",
                what);
    return FALSE;
}

static gboolean load(Unpacking *unpacking, IsrInput *input, GError **error)
{
    const guint64 size = isr_input_size(input);
    g_autofree guint8 *bytes = size <= ISR_LIMIT_MEMBER_BYTES ? g_try_malloc(size + 1) : NULL;

    if (!bytes) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_LIMIT, "%s: larger than isredact can look through",
                    isr_input_name(input));
        return FALSE;
    }
    const gssize got = isr_input_read(input, 0, bytes, size, error);

    if (got < 0)
        return FALSE;
    unpacking->file = g_bytes_new_take(g_steal_pointer(&bytes), (gsize)got);
    return TRUE;
}

/* qpdf mends nothing and has nothing to say. */
static gboolean read_objects(Unpacking *unpacking, GError **error)
{
    gsize size;
    const char *bytes = g_bytes_get_data(unpacking->file, &size);

    unpacking->objects = qpdf_init();
    qpdf_set_suppress_warnings(unpacking->objects, QPDF_TRUE);
    qpdf_silence_errors(unpacking->objects);
    qpdf_set_attempt_recovery(unpacking->objects, QPDF_FALSE);
    if (qpdf_read_memory(unpacking->objects, "copy", bytes, size, NULL) != QPDF_SUCCESS ||
        qpdf_is_encrypted(unpacking->objects))
        return refuse("the file", error);
    return TRUE;
}

/* --- parts that are text --- */

/* Each string is a part by itself: page labels in a row are no number. */
static gboolean put_text(Unpacking *unpacking, const char *part, const char *text, gsize length,
                         GError **error)
{
    /* What begins with a bracket would be read as mark-up. */
    return unpacking->bytes(unpacking->self, part, (const guint8 *)"\n", 1, FALSE, error) &&
           unpacking->bytes(unpacking->self, part, (const guint8 *)text, length, TRUE, error);
}

/* UTF-16 says so in its first two bytes, and is read as such by whoever searches. */
static gboolean met_string(gpointer self, const guint8 *bytes, gsize length, GError **error)
{
    Unpacking *unpacking = self;

    if (length >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff)
        return unpacking->bytes(unpacking->self, "a string", bytes, length, TRUE, error);
    return put_text(unpacking, "a string", (const char *)bytes, length, error);
}

static gboolean unpack_codes(Unpacking *unpacking, guint number, const GByteArray *map,
                             GError **error)
{
    GHashTable *codes = isr_pdf_codes((const char *)map->data, map->len);
    GHashTableIter iter;
    gpointer text;

    if (!codes)
        return refuse("a font", error);
    g_hash_table_insert(unpacking->codes, GUINT_TO_POINTER(number), codes);
    g_hash_table_iter_init(&iter, codes);
    while (g_hash_table_iter_next(&iter, NULL, &text)) {
        /* Alone a character says nothing, and in a row they would say what nobody wrote. */
        if (g_utf8_strlen(text, -1) > 1 &&
            !put_text(unpacking, "what a font is read as", text, strlen(text), error))
            return FALSE;
    }
    return TRUE;
}

/* The codes of each font of a page, by the number in its name; borrowed. */
static GPtrArray *fonts_of(Unpacking *unpacking, qpdf_oh page)
{
    const qpdf_data objects = unpacking->objects;
    GPtrArray *fonts = g_ptr_array_new();
    const qpdf_oh resources = qpdf_oh_get_key(objects, page, "/Resources"),
                  dict = qpdf_oh_get_key(objects, resources, "/Font");

    for (guint i = 0;; i++) {
        g_autofree char *name = g_strdup_printf("/T%u", i);

        if (!qpdf_oh_has_key(objects, dict, name))
            return fonts;
        const qpdf_oh map =
            qpdf_oh_get_key(objects, qpdf_oh_get_key(objects, dict, name), "/ToUnicode");
        g_ptr_array_add(fonts,
                        g_hash_table_lookup(unpacking->codes,
                                            GINT_TO_POINTER(qpdf_oh_get_object_id(objects, map))));
    }
}

/* How many pictures the page has. */
static guint pictures_of(Unpacking *unpacking, qpdf_oh page)
{
    const qpdf_data objects = unpacking->objects;
    const qpdf_oh resources = qpdf_oh_get_key(objects, page, "/Resources"),
                  dict = qpdf_oh_get_key(objects, resources, "/XObject");
    guint count = 0;

    if (!qpdf_oh_is_dictionary(objects, dict))
        return 0;
    for (qpdf_oh_begin_dict_key_iter(objects, dict); qpdf_oh_dict_more_keys(objects); count++)
        qpdf_oh_dict_next_key(objects);
    return count;
}

static gboolean unpack_page(Unpacking *unpacking, const GByteArray *content, qpdf_oh page,
                            GError **error)
{
    g_autofree char *part = g_strdup_printf("page %u", ++unpacking->page);
    g_autoptr(GPtrArray) fonts = fonts_of(unpacking, page);
    g_autoptr(GString) lines = g_string_new(NULL), joined = g_string_new(NULL);
    IsrPdfShown shown = {lines, joined, 0};

    /* A picture that is not drawn would be seen by nobody who checks. */
    if (!isr_pdf_shown((const char *)content->data, content->len, fonts, &shown) ||
        shown.pictures != pictures_of(unpacking, page))
        return refuse(part, error);
    return put_text(unpacking, part, lines->str, lines->len, error) &&
           put_text(unpacking, part, joined->str, joined->len, error);
}

/* --- parts that are none --- */

static gboolean is_entry(Unpacking *unpacking, qpdf_oh dict, const char *key, const char *name)
{
    return qpdf_oh_is_name_and_equals(unpacking->objects,
                                      qpdf_oh_get_key(unpacking->objects, dict, key), name);
}

static guint64 entry_of(Unpacking *unpacking, qpdf_oh dict, const char *key)
{
    return qpdf_oh_get_uint_value(unpacking->objects,
                                  qpdf_oh_get_key(unpacking->objects, dict, key));
}

static gboolean is_plain_picture(Unpacking *unpacking, const IsrPdfFramed *object, qpdf_oh dict)
{
    const IsrPdfSize size = {
        .width = entry_of(unpacking, dict, "/Width"),
        .height = entry_of(unpacking, dict, "/Height"),
        .bits = entry_of(unpacking, dict, "/BitsPerComponent"),
        .components = is_entry(unpacking, dict, "/ColorSpace", "/DeviceRGB") ? 3 : 1,
    };
    const gsize samples = isr_pdf_samples(&size);
    g_autoptr(GByteArray) inflated = NULL;

    if (samples == 0 || samples > ISR_LIMIT_MEMBER_BYTES)
        return FALSE;
    if (is_entry(unpacking, dict, "/Filter", "/DCTDecode"))
        return isr_pdf_is_plain_jpeg(object->data, object->length, &size);
    inflated = isr_pdf_inflated(object->data, object->length, samples);
    return inflated && inflated->len == samples;
}

static gboolean is_plain_program(Unpacking *unpacking, const GByteArray *program, qpdf_oh dict)
{
    return entry_of(unpacking, dict, "/Length1") == program->len &&
           isr_pdf_is_empty_font(program->data, program->len);
}

static gboolean is_true_table(Unpacking *unpacking, const GByteArray *rows, qpdf_oh dict)
{
    const qpdf_data objects = unpacking->objects;
    const qpdf_oh widths = qpdf_oh_get_key(objects, dict, "/W");
    const int of_kind =
                  qpdf_oh_get_int_value_as_int(objects, qpdf_oh_get_array_item(objects, widths, 0)),
              of_place =
                  qpdf_oh_get_int_value_as_int(objects, qpdf_oh_get_array_item(objects, widths, 1)),
              of_rest =
                  qpdf_oh_get_int_value_as_int(objects, qpdf_oh_get_array_item(objects, widths, 2));

    return qpdf_oh_get_array_n_items(objects, widths) == 3 && of_kind == 1 && of_rest == 1 &&
           of_place > 0 && isr_pdf_frame_agrees(unpacking->frame, rows, (guint)of_place);
}

static gboolean met_stream(gpointer self, IsrPdfStreamKind kind, guint number, qpdf_oh dict,
                           qpdf_oh owner, GError **error)
{
    Unpacking *unpacking = self;
    const IsrPdfFramed *object = &g_array_index(unpacking->frame, IsrPdfFramed, number - 1);
    g_autoptr(GByteArray) data = NULL;

    if (!object->data)
        return refuse("a stream", error);
    if (kind == ISR_PDF_STREAM_PICTURE)
        return is_plain_picture(unpacking, object, dict) || refuse("a picture", error);
    data = isr_pdf_inflated(object->data, object->length, ISR_LIMIT_MEMBER_BYTES);
    if (!data)
        return refuse("a stream", error);
    switch (kind) {
    case ISR_PDF_STREAM_CONTENTS:
        return unpack_page(unpacking, data, owner, error);
    case ISR_PDF_STREAM_UNICODE:
        return unpack_codes(unpacking, number, data, error);
    case ISR_PDF_STREAM_GLYPHS:
        return isr_pdf_are_glyphs(data->data, data->len) || refuse("a font", error);
    case ISR_PDF_STREAM_PROGRAM:
        return is_plain_program(unpacking, data, dict) || refuse("a font", error);
    case ISR_PDF_STREAM_TABLE:
        return is_true_table(unpacking, data, dict) || refuse("its table", error);
    case ISR_PDF_STREAM_PICTURE:
        break;
    }
    return FALSE;
}

gboolean isr_pdf_unpack(IsrInput *input, IsrBytesFunc bytes, gpointer self, GError **error)
{
    g_auto(Unpacking) unpacking = {.bytes = bytes, .self = self};
    const IsrPdfMet met = {&unpacking, met_string, met_stream};
    gsize size;
    const guint8 *data;

    unpacking.codes = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
    if (!load(&unpacking, input, error))
        return FALSE;
    data = g_bytes_get_data(unpacking.file, &size);
    unpacking.frame = isr_pdf_frame(data, size, error);
    if (!unpacking.frame || !read_objects(&unpacking, error) ||
        !isr_pdf_grammar_walk(unpacking.objects, unpacking.frame->len, met, error))
        return FALSE;
    /* Objects are read as they are reached, so this is known only now. */
    if (qpdf_more_warnings(unpacking.objects) || qpdf_has_error(unpacking.objects))
        return refuse("the file", error);
    return TRUE;
}
