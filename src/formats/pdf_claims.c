/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Heads of pictures, after ISO 32000-1 7.4 (filters), ITU-T T.88 7.2 (JBIG2 segments), T.800 A.5
 * (JPEG 2000 sizes) and T.81 B.2 (JPEG frames). */
#include "pdf_claims.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <stdlib.h>
#include <string.h>

static guint64 number(const guint8 *bytes, guint width)
{
    guint64 value = 0;

    for (guint i = 0; i < width; i++)
        value = value << 8 | bytes[i];
    return value;
}

/* A segment of JBIG2: its head's length goes to @head, that of its data to @data; FALSE if it
 * does not fit into @left bytes. */
static gboolean read_segment(const guint8 *bytes, gsize left, gsize *head, guint64 *data)
{
    gsize at = 5;

    if (left < 11)
        return FALSE;
    const guint64 names = number(bytes, 4);
    const gsize each = names <= 256 ? 1 : names <= 65536 ? 2 : 4;
    guint64 refers = bytes[at] >> 5;

    if (refers == 7) {
        refers = number(bytes + at, 4) & 0x1FFFFFFF;
        at += 4 + (gsize)(refers + 8) / 8;
    } else {
        at++;
    }
    at += refers * each + (bytes[4] & 0x40 ? 4 : 1);
    if (at + 4 > left || refers > left)
        return FALSE;
    *data = number(bytes + at, 4);
    *head = at + 4;
    return TRUE;
}

/* Page information and regions begin with a width and a height. */
static gboolean has_size(guint type)
{
    return type == 48 || (type >= 4 && type <= 7) || (type >= 20 && type <= 43);
}

guint64 isr_pdf_claims_jbig2(const guint8 *bytes, gsize length)
{
    guint64 most = 0, data;
    gsize head;

    for (gsize at = 0; at < length && read_segment(bytes + at, length - at, &head, &data);) {
        const guint8 *body = bytes + at + head;

        if (has_size(bytes[at + 4] & 63) && length - at - head >= 8) {
            const guint64 height = number(body + 4, 4);

            /* A page of unknown height grows with its regions. */
            if (height != G_MAXUINT32)
                most = MAX(most, number(body, 4) * height);
        }
        if (data > length - at - head)
            break;
        at += head + (gsize)data;
    }
    return most;
}

guint64 isr_pdf_claims_jpx(const guint8 *bytes, gsize length)
{
    static const guint8 start[] = {0xFF, 0x4F, 0xFF, 0x51};
    const guint8 *found = memmem(bytes, length, start, sizeof start);

    if (!found || (gsize)(bytes + length - found) < 16)
        return 0;
    return number(found + 8, 4) * number(found + 12, 4);
}

guint64 isr_pdf_claims_jpeg(const guint8 *bytes, gsize length)
{
    for (gsize at = 2; at + 9 <= length && bytes[at] == 0xFF;) {
        const guint8 marker = bytes[at + 1];

        if (marker == 0xFF) {
            at++;
            continue;
        }
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC)
            return number(bytes + at + 5, 2) * number(bytes + at + 7, 2);
        at += 2 + (gsize)number(bytes + at + 2, 2);
    }
    return 0;
}

/* How a stream is coded that holds a picture. */
typedef struct {
    const char *filter, *short_filter;
    guint64 (*claims)(const guint8 *bytes, gsize length); /* NULL: the dictionary tells all */
} Coding;

static const Coding codings[] = {
    {"/JBIG2Decode", "/JBIG2Decode", isr_pdf_claims_jbig2},
    {"/JPXDecode", "/JPXDecode", isr_pdf_claims_jpx},
    {"/DCTDecode", "/DCT", isr_pdf_claims_jpeg},
    {"/CCITTFaxDecode", "/CCF", NULL},
};

static const Coding *coding_named(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(codings); i++)
        if (g_str_equal(name, codings[i].filter) || g_str_equal(name, codings[i].short_filter))
            return &codings[i];
    return NULL;
}

/* The coding of the picture in @stream, NULL if it is coded as none. @sole: no other filter lies
 * over it. */
static const Coding *coding_of(qpdf_data objects, qpdf_oh dictionary, gboolean *sole)
{
    const qpdf_oh filter = qpdf_oh_get_key(objects, dictionary, "/Filter");
    const Coding *coding = NULL;

    if (qpdf_oh_is_name(objects, filter)) {
        *sole = TRUE;
        return coding_named(qpdf_oh_get_name(objects, filter));
    }
    const int n =
        qpdf_oh_is_array(objects, filter) ? qpdf_oh_get_array_n_items(objects, filter) : 0;

    for (int i = 0; i < n && !coding; i++) {
        const qpdf_oh item = qpdf_oh_get_array_item(objects, filter, i);

        if (qpdf_oh_is_name(objects, item))
            coding = coding_named(qpdf_oh_get_name(objects, item));
    }
    *sole = n == 1;
    return coding;
}

static guint64 claimed_inside(qpdf_data objects, qpdf_oh stream, const Coding *coding)
{
    unsigned char *bytes = NULL;
    size_t length = 0;
    guint64 claimed = 0;

    if (coding->claims &&
        !(qpdf_oh_get_stream_data(objects, stream, qpdf_dl_none, NULL, &bytes, &length) &
          QPDF_ERRORS))
        claimed = coding->claims(bytes, length);
    free(bytes);
    return claimed;
}

static guint64 side(qpdf_data objects, qpdf_oh dictionary, const char *key, const char *brief)
{
    long long value = 0;

    if (!qpdf_oh_get_value_as_longlong(objects, qpdf_oh_get_key(objects, dictionary, key), &value))
        qpdf_oh_get_value_as_longlong(objects, qpdf_oh_get_key(objects, dictionary, brief), &value);
    return value > 0 ? (guint64)MIN(value, G_MAXUINT32) : 0;
}

static gboolean refuse(GError **error, IsrError code, const char *what)
{
    g_set_error_literal(error, ISR_ERROR, (int)code, what);
    return FALSE;
}

static gboolean check_stream(qpdf_data objects, qpdf_oh stream, GError **error)
{
    const qpdf_oh dictionary = qpdf_oh_get_dict(objects, stream);
    const guint64 pixels =
        side(objects, dictionary, "/Width", "/W") * side(objects, dictionary, "/Height", "/H");
    gboolean sole = FALSE;
    const Coding *coding = coding_of(objects, dictionary, &sole);

    if (coding && pixels == 0)
        return refuse(error, ISR_ERROR_MALFORMED,
                      "this PDF codes as a picture what is none; print it as PDF again");
    if (pixels > ISR_LIMIT_PICTURE_PIXELS ||
        (coding && sole && claimed_inside(objects, stream, coding) > ISR_LIMIT_PICTURE_PIXELS))
        return refuse(error, ISR_ERROR_LIMIT,
                      "this PDF has a picture of more pixels than isredact draws; print it as PDF "
                      "again");
    return TRUE;
}

gboolean isr_pdf_claims_check(const IsrPdf *pdf, GError **error)
{
    const qpdf_data objects = isr_pdf_objects(pdf);
    const int end = isr_pdf_objects_end(pdf);
    gboolean fine = TRUE;

    for (int i = 1; i < end && fine; i++) {
        const qpdf_oh object = qpdf_get_object_by_id(objects, i, 0);

        if (qpdf_oh_is_stream(objects, object))
            fine = check_stream(objects, object, error);
        qpdf_oh_release_all(objects);
    }
    return fine;
}
