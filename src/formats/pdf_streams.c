/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Streams after ISO 32000-1 7.4 (filters) and 8.10 (forms). A form's drawings are bounded from
 * above: as if each "Do" in it drew the form that draws most of those it knows. */
#include "pdf_streams.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* Forms within forms; a reader draws no deeper either. */
#define DEEPEST 40
/* Bytes that a picture's pixel takes at most: four colours of two bytes. */
#define PIXEL_BYTES 8

static gboolean refuse(GError **error, const char *what)
{
    g_set_error_literal(error, ISR_ERROR, ISR_ERROR_LIMIT, what);
    return FALSE;
}

static guint64 side(qpdf_data objects, qpdf_oh dictionary, const char *key)
{
    long long value = 0;

    qpdf_oh_get_value_as_longlong(objects, qpdf_oh_get_key(objects, dictionary, key), &value);
    return value > 0 ? (guint64)MIN(value, 65535) : 0;
}

/* --- what a stream unpacks to --- */

/* How many states are saved, as a stream's bytes come in pieces. */
typedef struct {
    gboolean apart; /* white space stood before */
    guint8 pending; /* a letter behind it: an operator if white space follows */
    guint depth, deepest;
} States;

static void count_states(States *states, const guint8 *bytes, gsize length)
{
    for (gsize i = 0; i < length; i++) {
        const gboolean space = bytes[i] == 0 || g_ascii_isspace(bytes[i]);

        if (space && states->pending == 'q')
            states->deepest = MAX(states->deepest, ++states->depth);
        else if (space && states->pending == 'Q' && states->depth > 0)
            states->depth--;
        states->pending = states->apart ? bytes[i] : 0;
        states->apart = space;
    }
}

/* How much @bytes, as deflate packs them, unpack to; past @most it is not followed. */
static guint64 inflated(const guint8 *bytes, gsize length, guint64 most, States *states)
{
    g_autofree guint8 *room = g_malloc(65536);
    z_stream stream = {.next_in = (guint8 *)bytes, .avail_in = (uInt)length};
    guint64 total = 0;
    int code = Z_OK;

    if (inflateInit(&stream) != Z_OK)
        return G_MAXUINT32;
    while (code == Z_OK && total <= most) {
        stream.next_out = room;
        stream.avail_out = 65536;
        code = inflate(&stream, Z_NO_FLUSH);
        total += 65536 - stream.avail_out;
        count_states(states, room, 65536 - stream.avail_out);
    }
    inflateEnd(&stream);
    return total;
}

static gboolean is_named(const char *name, const char *const *names)
{
    return g_strv_contains(names, name);
}

/* How many filters of @stream unpack, and whether the first is deflate. */
static guint packings(qpdf_data objects, qpdf_oh dictionary, gboolean *deflated)
{
    static const char *const flate[] = {"/FlateDecode", "/Fl", NULL};
    static const char *const others[] = {"/LZWDecode", "/LZW", "/RunLengthDecode", "/RL", NULL};
    const qpdf_oh filter = qpdf_oh_get_key(objects, dictionary, "/Filter");
    const gboolean array = qpdf_oh_is_array(objects, filter);
    const int n = array ? qpdf_oh_get_array_n_items(objects, filter) : 1;
    guint found = 0;

    for (int i = 0; i < n; i++) {
        const qpdf_oh item = array ? qpdf_oh_get_array_item(objects, filter, i) : filter;
        const char *name = qpdf_oh_is_name(objects, item) ? qpdf_oh_get_name(objects, item) : "";
        const gboolean deflate = is_named(name, flate);

        *deflated |= deflate && i == 0;
        found += deflate || is_named(name, others);
    }
    return found;
}

/* Bytes that the stream may unpack to. A function that is a program is run for each dot. */
static guint64 most_of(qpdf_data objects, qpdf_oh dictionary)
{
    if (side(objects, dictionary, "/FunctionType") == 4)
        return ISR_LIMIT_FUNCTION_BYTES;
    return ISR_LIMIT_STREAM_BYTES +
           PIXEL_BYTES * side(objects, dictionary, "/Width") * side(objects, dictionary, "/Height");
}

/* *total: bytes that the streams so far unpacked to. */
static gboolean check_size(qpdf_data objects, qpdf_oh stream, guint64 *total, GError **error)
{
    const qpdf_oh dictionary = qpdf_oh_get_dict(objects, stream);
    const guint64 most = most_of(objects, dictionary);
    unsigned char *bytes = NULL;
    size_t length = 0;
    guint64 unpacked = 0;
    gboolean deflated = FALSE, fits = TRUE;
    States states = {.apart = TRUE};

    if (packings(objects, dictionary, &deflated) > 1)
        return refuse(error, "this PDF packs a stream more than once, which no honest program "
                             "does; print it as PDF again");
    if (!(qpdf_oh_get_stream_data(objects, stream, qpdf_dl_none, NULL, &bytes, &length) &
          QPDF_ERRORS)) {
        if (deflated)
            unpacked = inflated(bytes, length, most, &states);
        else
            count_states(&states, bytes, length);
        fits = deflated ? unpacked <= most : most > ISR_LIMIT_FUNCTION_BYTES || length <= most;
    }
    free(bytes);
    *total += unpacked;
    if (states.deepest > ISR_LIMIT_SAVED_STATES)
        return refuse(error,
                      "a stream of this PDF saves states without end; print it as PDF again");
    return fits || refuse(error, "a stream of this PDF unpacks to more than isredact reads; print "
                                 "it as PDF again");
}

/* --- what a form draws --- */

typedef struct {
    qpdf_data objects;
    GHashTable *drawn; /* number of a form's object -> what it draws; 0 while that is counted */
} Forms;

static guint count_calls(qpdf_data objects, qpdf_oh stream)
{
    unsigned char *bytes = NULL;
    size_t length = 0;
    guint calls = 0;

    if (!(qpdf_oh_get_stream_data(objects, stream, qpdf_dl_generalized, NULL, &bytes, &length) &
          QPDF_ERRORS))
        for (gsize i = 0; i + 1 < length; i++)
            calls += bytes[i] == 'D' && bytes[i + 1] == 'o';
    free(bytes);
    return calls;
}

static gboolean is_form(qpdf_data objects, qpdf_oh stream)
{
    qpdf_oh type;

    if (!qpdf_oh_is_stream(objects, stream))
        return FALSE;
    type = qpdf_oh_get_key(objects, qpdf_oh_get_dict(objects, stream), "/Subtype");
    return qpdf_oh_is_name(objects, type) && g_str_equal(qpdf_oh_get_name(objects, type), "/Form");
}

/* The forms that @form can call; its caller frees. */
static GArray *callees(qpdf_data objects, qpdf_oh form)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(qpdf_oh));
    const qpdf_oh resources =
        qpdf_oh_get_key(objects, qpdf_oh_get_dict(objects, form), "/Resources");
    const qpdf_oh named = qpdf_oh_is_dictionary(objects, resources)
                              ? qpdf_oh_get_key(objects, resources, "/XObject")
                              : resources;

    if (!qpdf_oh_is_dictionary(objects, resources) || !qpdf_oh_is_dictionary(objects, named))
        return found;
    qpdf_oh_begin_dict_key_iter(objects, named);
    while (qpdf_oh_dict_more_keys(objects)) {
        const qpdf_oh callee = qpdf_oh_get_key(objects, named, qpdf_oh_dict_next_key(objects));

        if (is_form(objects, callee))
            g_array_append_val(found, callee);
    }
    return found;
}

/* What @form draws at most, itself included; more than ISR_LIMIT_FORMS is told as one more. */
static guint64 drawn_by(const Forms *forms, qpdf_oh form, guint depth)
{
    gpointer key = GINT_TO_POINTER(qpdf_oh_get_object_id(forms->objects, form)), known;
    guint64 most = 0, drawn;

    if (depth > DEEPEST)
        return ISR_LIMIT_FORMS + 1;
    if (g_hash_table_lookup_extended(forms->drawn, key, NULL, &known))
        return GPOINTER_TO_SIZE(known);
    g_hash_table_insert(forms->drawn, key, GSIZE_TO_POINTER(0));
    g_autoptr(GArray) called = callees(forms->objects, form);

    for (guint i = 0; i < called->len; i++)
        most = MAX(most, drawn_by(forms, g_array_index(called, qpdf_oh, i), depth + 1));
    drawn = 1 + (most > 0 ? most * count_calls(forms->objects, form) : 0);
    drawn = MIN(drawn, ISR_LIMIT_FORMS + 1);
    g_hash_table_insert(forms->drawn, key, GSIZE_TO_POINTER(drawn));
    return drawn;
}

static gboolean check_form(const Forms *forms, qpdf_oh stream, GError **error)
{
    if (!is_form(forms->objects, stream) || drawn_by(forms, stream, 0) <= ISR_LIMIT_FORMS)
        return TRUE;
    return refuse(error, "this PDF draws a form within forms more often than isredact follows; "
                         "print it as PDF again");
}

gboolean isr_pdf_streams_check(const IsrPdf *pdf, GError **error)
{
    const qpdf_data objects = isr_pdf_objects(pdf);
    const int end = isr_pdf_objects_end(pdf);
    g_autoptr(GHashTable) drawn = g_hash_table_new(NULL, NULL);
    const Forms forms = {objects, drawn};
    const guint64 most =
        ISR_LIMIT_STREAMS_BYTES + (guint64)isr_pdf_pages(pdf) * ISR_LIMIT_STREAM_BYTES;
    guint64 total = 0;
    gboolean fine = TRUE;

    for (int pass = 0; pass < 2; pass++) /* no form is unpacked before all fit */
        for (int i = 1; i < end && fine; i++) {
            const qpdf_oh object = qpdf_get_object_by_id(objects, i, 0);

            if (qpdf_oh_is_stream(objects, object))
                fine = pass == 0 ? check_size(objects, object, &total, error)
                                 : check_form(&forms, object, error);
            qpdf_oh_release_all(objects);
            if (total > most)
                return refuse(error, "the streams of this PDF unpack to more than isredact reads; "
                                     "split it into parts");
        }
    return fine;
}
