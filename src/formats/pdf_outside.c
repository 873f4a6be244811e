/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks at every object of the file, so that no place is forgotten: each string that is not known
 * to be for programs is text. What is in the streams of pages, pictures and fonts is not for this
 * file. */
#include "pdf_outside.h"

#include "../patience.h"
#include "pdf_thing.h"
#include "pdf_xml.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <stdlib.h>
#include <string.h>

#define PART "outside the pages"
#define MOST_DEPTH 64               /* of direct objects within each other */
#define MOST_XML_BYTES (256 * 1024) /* stored; a deflated one can be a thousand times that */
#define MOST_XML_TEXT (8 * 1024 * 1024)

typedef struct {
    const IsrPdf *pdf;
    qpdf_data objects;
    IsrVisit *visit;
    GHashTable *shown; /* set of texts */
    gsize bytes;       /* of all of them */
    GHashTable *read;  /* set of numbers of streams of XML: several forms may share one */
    GArray *edits;
    GError **error;
    gboolean failed;
} Outside;

static gboolean is_text(const char *text)
{
    guint letters = 0;

    if (!g_utf8_validate(text, -1, NULL) || g_str_has_prefix(text, "D:") ||
        strlen(text) > ISR_LIMIT_BLOCK_BYTES)
        return FALSE;
    for (; *text && letters < 2; text = g_utf8_next_char(text))
        letters += g_unichar_isalnum(g_utf8_get_char(text));
    return letters == 2;
}

/* The address in a link is text, how it is followed is not. */
static const char *behind_scheme(const char *text)
{
    static const char *const schemes[] = {"mailto:", "tel:"};

    for (guint i = 0; i < G_N_ELEMENTS(schemes); i++)
        if (g_ascii_strncasecmp(text, schemes[i], strlen(schemes[i])) == 0)
            return text + strlen(schemes[i]);
    return text;
}

/* TRUE if @text was not shown yet. So much of it that no document has is refused. */
static gboolean is_new(Outside *outside, const char *text)
{
    if (!g_hash_table_add(outside->shown, g_strdup(text)))
        return FALSE;
    outside->bytes += MAX(strlen(text), ISR_LIMIT_OUTSIDE_LEAST);
    if (outside->bytes <= ISR_LIMIT_OUTSIDE_BYTES)
        return TRUE;
    g_set_error(outside->error, ISR_ERROR, ISR_ERROR_LIMIT,
                "this PDF holds more text beside its pages than isredact follows; print it as PDF "
                "again");
    outside->failed = TRUE;
    return FALSE;
}

/* @label: what the text is, by the document's own word; or NULL. */
static void show(Outside *outside, const char *label, const char *text)
{
    g_autoptr(IsrBlock) block = NULL;
    g_autofree char *whole = NULL;

    if (outside->failed || !is_text(text))
        return;
    text = behind_scheme(text);
    whole = label && *label ? g_strdup_printf("%s: %s", label, text) : g_strdup(text);
    for (char *at = whole; *at; at++)
        if (g_ascii_iscntrl(*at))
            *at = *at == '\n' || *at == '\r' ? '\n' : ' ';
    if (!is_new(outside, whole))
        return;
    block = isr_block_new(ISR_BLOCK_HIDDEN, PART);
    isr_block_append(block, whole, -1, 0, ISR_RUN_DELETED);
    isr_patience_pause();
    outside->failed = !isr_visit_block(outside->visit, block, outside->edits, outside->error);
    isr_patience_resume();
}

static char *text_of(const Outside *outside, qpdf_oh string)
{
    return g_strdup(qpdf_oh_get_utf8_value(outside->objects, string));
}

/* The text under @key of @dictionary; g_free() it; NULL if there is none. */
static char *text_under(const Outside *outside, qpdf_oh dictionary, const char *key)
{
    if (!qpdf_oh_has_key(outside->objects, dictionary, key))
        return NULL;
    const qpdf_oh value = qpdf_oh_get_key(outside->objects, dictionary, key);

    return qpdf_oh_is_string(outside->objects, value) ? text_of(outside, value) : NULL;
}

/* --- streams of XML --- */

static gboolean is_plain_stream(const Outside *outside, qpdf_oh dictionary)
{
    int length = 0;

    return qpdf_oh_get_value_as_int(outside->objects,
                                    qpdf_oh_get_key(outside->objects, dictionary, "/Length"),
                                    &length) &&
           length <= MOST_XML_BYTES &&
           (!qpdf_oh_has_key(outside->objects, dictionary, "/Filter") ||
            isr_pdf_has_name(outside->objects, dictionary, "/Filter", "/FlateDecode"));
}

static void show_xml(Outside *outside, qpdf_oh stream)
{
    const int number = qpdf_oh_get_object_id(outside->objects, stream);
    unsigned char *bytes = NULL;
    size_t length = 0;

    if (number != 0 && !g_hash_table_add(outside->read, GINT_TO_POINTER(number)))
        return;
    if (!is_plain_stream(outside, qpdf_oh_get_dict(outside->objects, stream)) ||
        qpdf_oh_get_stream_data(outside->objects, stream, qpdf_dl_generalized, NULL, &bytes,
                                &length) &
            QPDF_ERRORS) {
        free(bytes);
        return;
    }
    g_autoptr(GPtrArray) texts = length <= MOST_XML_TEXT ? isr_pdf_xml_texts(bytes, length) : NULL;

    for (guint i = 0; texts && i < texts->len; i++)
        show(outside, NULL, texts->pdata[i]);
    free(bytes);
}

/* The parts of an XFA form come in pairs: a name, a stream. */
static void show_form(Outside *outside, qpdf_oh form)
{
    const int n = qpdf_oh_is_array(outside->objects, form)
                      ? qpdf_oh_get_array_n_items(outside->objects, form)
                      : 0;

    if (qpdf_oh_is_stream(outside->objects, form))
        show_xml(outside, form);
    for (int i = 1; i < n; i += 2) {
        const qpdf_oh name = qpdf_oh_get_array_item(outside->objects, form, i - 1);
        const qpdf_oh part = qpdf_oh_get_array_item(outside->objects, form, i);

        if (qpdf_oh_is_string(outside->objects, name) &&
            strcmp(qpdf_oh_get_utf8_value(outside->objects, name), "datasets") == 0 &&
            qpdf_oh_is_stream(outside->objects, part))
            show_xml(outside, part);
    }
}

/* --- objects --- */

static void show_object(Outside *outside, qpdf_oh object, const char *key, guint depth);

/* Its keys are taken first: qpdf goes through one dictionary at a time. */
static GPtrArray *keys_of(const Outside *outside, qpdf_oh dictionary)
{
    GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);

    qpdf_oh_begin_dict_key_iter(outside->objects, dictionary);
    while (qpdf_oh_dict_more_keys(outside->objects))
        g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(outside->objects)));
    return keys;
}

/* What a field asks for and what was answered are read together. */
static void show_field(Outside *outside, qpdf_oh dictionary)
{
    g_autofree char *asked = text_under(outside, dictionary, "/TU");
    g_autofree char *name = text_under(outside, dictionary, "/T");
    g_autofree char *answer = text_under(outside, dictionary, "/V");

    if (answer)
        show(outside, asked ? asked : name, answer);
}

static void show_dictionary(Outside *outside, qpdf_oh dictionary, guint depth)
{
    g_autoptr(GPtrArray) keys = NULL;

    if (isr_pdf_thing_is_mute(outside->objects, dictionary))
        return;
    show_field(outside, dictionary);
    if (qpdf_oh_has_key(outside->objects, dictionary, "/XFA"))
        show_form(outside, qpdf_oh_get_key(outside->objects, dictionary, "/XFA"));
    keys = keys_of(outside, dictionary);
    for (guint i = 0; i < keys->len && !outside->failed; i++)
        if (!isr_pdf_key_is_mute(keys->pdata[i]))
            show_object(outside, qpdf_oh_get_key(outside->objects, dictionary, keys->pdata[i]),
                        keys->pdata[i], depth + 1);
}

/* Samples of colours and codes of glyphs are strings too. */
static gboolean is_mute_array(const Outside *outside, qpdf_oh array)
{
    const qpdf_oh first = qpdf_oh_get_array_item(outside->objects, array, 0);

    return qpdf_oh_is_name(outside->objects, first) &&
           strcmp(qpdf_oh_get_name(outside->objects, first), "/Indexed") == 0;
}

static void show_array(Outside *outside, qpdf_oh array, const char *key, guint depth)
{
    const int n = qpdf_oh_get_array_n_items(outside->objects, array);

    if (n == 0 || is_mute_array(outside, array))
        return;
    for (int i = 0; i < n && !outside->failed; i++)
        show_object(outside, qpdf_oh_get_array_item(outside->objects, array, i), key, depth + 1);
}

/* What stands elsewhere is shown where it stands. Words of properties name what they are. */
static void show_object(Outside *outside, qpdf_oh object, const char *key, guint depth)
{
    if (depth > MOST_DEPTH || (depth > 0 && qpdf_oh_is_indirect(outside->objects, object) &&
                               !qpdf_oh_is_string(outside->objects, object)))
        return;
    if (qpdf_oh_is_string(outside->objects, object)) {
        g_autofree char *text = text_of(outside, object);

        show(outside, g_str_equal(key, "/Author") ? "Author" : NULL, text);
    } else if (qpdf_oh_is_dictionary(outside->objects, object)) {
        show_dictionary(outside, object, depth);
    } else if (qpdf_oh_is_array(outside->objects, object)) {
        show_array(outside, object, key, depth);
    }
}

static void tell(Outside *outside, qpdf_oh dictionary)
{
    const IsrPdfThing *thing = isr_pdf_thing_of(outside->objects, dictionary);

    if (thing)
        isr_visit_part(outside->visit, thing->name, ISR_FATE_DROPPED, thing->reason, FALSE);
}

static void look_at(Outside *outside, qpdf_oh object)
{
    const gboolean is_stream = qpdf_oh_is_stream(outside->objects, object);
    const qpdf_oh dictionary = is_stream ? qpdf_oh_get_dict(outside->objects, object) : object;

    if (is_stream || qpdf_oh_is_dictionary(outside->objects, object))
        tell(outside, dictionary);
    if (is_stream && isr_pdf_has_name(outside->objects, dictionary, "/Subtype", "/XML"))
        show_xml(outside, object);
    else if (is_stream)
        show_dictionary(outside, dictionary, 0);
    else
        show_object(outside, object, "", 0);
}

static gboolean has_properties(const Outside *outside)
{
    return qpdf_oh_has_key(outside->objects, qpdf_get_trailer(outside->objects), "/Info");
}

gboolean isr_pdf_outside_visit(const IsrPdf *pdf, IsrVisit *visit, GError **error)
{
    Outside outside = {.pdf = pdf,
                       .objects = isr_pdf_objects(pdf),
                       .visit = visit,
                       .edits = isr_edits_new(),
                       .error = error};
    const int end = isr_pdf_objects_end(pdf);

    outside.shown = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    outside.read = g_hash_table_new(NULL, NULL);
    if (has_properties(&outside))
        isr_visit_part(visit, "document properties", ISR_FATE_GENERATED,
                       "made anew without names, titles and dates", FALSE);
    isr_patience_begin((guint)(ISR_LIMIT_PAGE_SECONDS + isr_pdf_size(pdf) / ISR_LIMIT_OPEN_BYTES),
                       ISR_EXIT_INPUT,
                       "what this PDF holds beside its pages takes longer to read than isredact "
                       "waits; print it as PDF again");
    for (int i = 1; i < end && !outside.failed; i++) {
        look_at(&outside, qpdf_get_object_by_id(outside.objects, i, 0));
        qpdf_oh_release_all(outside.objects);
    }
    isr_patience_end();
    g_hash_table_unref(outside.shown);
    g_hash_table_unref(outside.read);
    g_array_unref(outside.edits);
    return !outside.failed;
}
