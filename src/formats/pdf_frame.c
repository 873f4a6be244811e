/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a file from its first byte to its last and stops at the first that it has no place for. */
#include "pdf_frame.h"

#include <isredact/error.h>

#include <string.h>

typedef struct {
    const guint8 *at, *end;
    guint depth;    /* of arrays and dictionaries */
    guint64 length; /* what the object says of its stream */
} Scan;

static gboolean take(Scan *scan, const char *word)
{
    const gsize n = strlen(word);

    if ((gsize)(scan->end - scan->at) < n || memcmp(scan->at, word, n) != 0)
        return FALSE;
    scan->at += n;
    return TRUE;
}

static gboolean take_number(Scan *scan, guint64 *number)
{
    const guint8 *start = scan->at;

    *number = 0;
    while (scan->at < scan->end && g_ascii_isdigit(*scan->at) && scan->at - start < 15)
        *number = *number * 10 + (guint64)(*scan->at++ - '0');
    return scan->at > start;
}

static gboolean take_head(Scan *scan)
{
    if (!take(scan, "%PDF-1.") || scan->end - scan->at < 8 || !g_ascii_isdigit(*scan->at++) ||
        !take(scan, "\n%"))
        return FALSE;
    for (guint i = 0; i < 4; i++) {
        if (*scan->at++ < 0x80)
            return FALSE;
    }
    return take(scan, "\n");
}

/* A string in parentheses, which hold each other or are escaped. */
static gboolean take_string(Scan *scan)
{
    guint open = 0;

    while (scan->at < scan->end) {
        const guint8 byte = *scan->at++;

        if (byte == '\\' && scan->at < scan->end)
            scan->at++;
        else if (byte == '(')
            open++;
        else if (byte == ')' && --open == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean take_hex(Scan *scan)
{
    scan->at++;
    while (scan->at < scan->end && g_ascii_isxdigit(*scan->at))
        scan->at++;
    return take(scan, ">");
}

static gboolean is_regular(guint8 byte)
{
    return byte > ' ' && byte < 0x7f && !strchr("()<>[]{}/%", byte);
}

static void take_word(Scan *scan)
{
    scan->at++;
    while (scan->at < scan->end && is_regular(*scan->at))
        scan->at++;
}

/* One word, bracket or string of an object; what a stream's length is, is noted. */
static gboolean take_token(Scan *scan)
{
    Scan number = *scan;

    if (take(scan, "<<") || take(scan, "["))
        return ++scan->depth < 16;
    if (take(scan, ">>") || take(scan, "]"))
        return scan->depth-- > 0;
    if (*scan->at == '(')
        return take_string(scan);
    if (*scan->at == '<')
        return take_hex(scan);
    if (scan->depth == 1 && take(&number, "/Length ") && take_number(&number, &scan->length)) {
        scan->at = number.at;
        return TRUE;
    }
    if (*scan->at != '/' && !is_regular(*scan->at))
        return FALSE;
    take_word(scan);
    return TRUE;
}

/* The value of an object: tokens with at most one space between them. */
static gboolean take_value(Scan *scan)
{
    scan->depth = 0;
    scan->length = 0;
    do {
        if (scan->at >= scan->end || !take_token(scan))
            return FALSE;
        take(scan, " ");
    } while (scan->depth > 0);
    return TRUE;
}

static gboolean take_stream(Scan *scan, IsrPdfFramed *object)
{
    if (!take(scan, "stream\n"))
        return TRUE;
    if ((guint64)(scan->end - scan->at) < scan->length)
        return FALSE;
    object->data = scan->at;
    object->length = scan->length;
    scan->at += scan->length;
    return take(scan, "\nendstream");
}

static gboolean take_object(Scan *scan, const guint8 *start, GArray *frame)
{
    IsrPdfFramed object = {.at = (guint64)(scan->at - start)};
    guint64 number;

    if (!take_number(scan, &number) || number == 0 || number > G_MAXINT / 2 ||
        !take(scan, " 0 obj\n") || !take_value(scan) || !take_stream(scan, &object) ||
        !take(scan, "\nendobj\n"))
        return FALSE;
    /* A number far off would take memory; the objects are many, but none is left out. */
    if (number > (guint64)(scan->end - start))
        return FALSE;
    if (number > frame->len)
        g_array_set_size(frame, (guint)number);
    if (g_array_index(frame, IsrPdfFramed, number - 1).at != 0)
        return FALSE;
    g_array_index(frame, IsrPdfFramed, number - 1) = object;
    return TRUE;
}

static gboolean take_end(Scan *scan, const GArray *frame)
{
    guint64 last;

    if (frame->len == 0 || !take(scan, "startxref\n") || !take_number(scan, &last) ||
        !take(scan, "\n%%EOF\n") || scan->at != scan->end)
        return FALSE;
    for (guint i = 0; i < frame->len; i++) {
        if (g_array_index(frame, IsrPdfFramed, i).at == 0)
            return FALSE;
    }
    return g_array_index(frame, IsrPdfFramed, frame->len - 1).at == last;
}

GArray *isr_pdf_frame(const guint8 *bytes, gsize size, GError **error)
{
    g_autoptr(GArray) frame = g_array_new(FALSE, TRUE, sizeof(IsrPdfFramed));
    Scan scan = {.at = bytes, .end = bytes + size};

    if (take_head(&scan)) {
        while (scan.at < scan.end && g_ascii_isdigit(*scan.at) && take_object(&scan, bytes, frame))
            ;
        if (take_end(&scan, frame))
            return g_steal_pointer(&frame);
    }
    g_set_error(error, ISR_ERROR, ISR_ERROR_LEAK,
                "the copy holds bytes that belong to nothing in it");
    return NULL;
}

gboolean isr_pdf_frame_agrees(const GArray *frame, const GByteArray *rows, guint width)
{
    const gsize row = width + 2;
    const guint8 *at = rows->data + row;

    if (width < 1 || width > 8 || rows->len != (frame->len + 1) * row)
        return FALSE;
    for (gsize i = 0; i < row; i++) {
        if (rows->data[i] != 0)
            return FALSE; /* object 0 is nothing */
    }
    for (guint i = 0; i < frame->len; i++, at += row) {
        guint64 place = 0;

        for (guint k = 1; k <= width; k++)
            place = place << 8 | at[k];
        if (at[0] != 1 || at[row - 1] != 0 || place != g_array_index(frame, IsrPdfFramed, i).at)
            return FALSE;
    }
    return TRUE;
}
