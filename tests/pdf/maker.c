/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Joins the pieces of a place with those of the minimal document, and sets them in a file. */
#include "maker.h"

#include <string.h>

/* What makes the canaries known. */
#define LABELS                                                                                     \
    AT("40", "370", "Plan")                                                                        \
    AT("40", "345", "Child's name: " WHO)                                                          \
    AT("40", "325", "Date of birth: " BORN)                                                        \
    AT("40", "305", "NHS number: " NHS)                                                            \
    AT("40", "285", "E-mail: " EMAIL)                                                              \
    AT("40", "265", "Mother's name: " MOTHER_FORENAME " Quenn\\351ville")

#define LAST_LINE AT("40", "20", "End of the plan.")

#define FONT "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"

const PdfPlace *const pdf_places[] = {
    pdf_text,        pdf_drawn, pdf_hidden,   pdf_marked,  pdf_pictures,
    pdf_annotations, pdf_forms, pdf_document, pdf_storage, NULL};

char *maker_keep(const PdfPlace *place)
{
    const Place named = {.id = place->id};

    return place_keep(&named);
}

char *maker_after(const PdfPlace *place)
{
    const Place named = {.id = place->id};

    return place_after(&named);
}

/* Appends @text with the place's own words set in. */
static void append(const Maker *maker, GString *to, const char *text)
{
    g_autofree char *keep = maker_keep(maker->place), *after = maker_after(maker->place);
    g_autoptr(GString) words = g_string_new(text);

    g_string_replace(words, KEEP, keep, 0);
    g_string_replace(words, AFTER, after, 0);
    g_string_append(to, words->str);
}

static void string_free(gpointer data)
{
    if (data)
        g_string_free(data, TRUE);
}

static GString *piece(const Maker *maker, const char *text)
{
    GString *out = g_string_new(NULL);

    if (text)
        append(maker, out, text);
    return out;
}

static Maker *maker_new(const PdfPlace *place, gboolean labelled)
{
    Maker *maker = g_new0(Maker, 1);

    maker->place = place;
    maker->bodies = g_ptr_array_new_with_free_func(string_free);
    maker->between = g_string_new(NULL);
    maker->before = g_string_new(NULL);
    maker->behind = g_string_new(NULL);
    maker->catalog = piece(maker, place->catalog);
    maker->page = piece(maker, place->page);
    maker->resources = piece(maker, place->resources);
    maker->fonts = piece(maker, place->fonts);
    maker->xobjects = piece(maker, place->xobjects);
    maker->info = piece(maker, place->info);
    maker->trailer = piece(maker, place->trailer);
    maker->contents = g_string_new(labelled ? LABELS : "");
    if (place->contents)
        append(maker, maker->contents, place->contents);
    g_string_append(maker->contents, LAST_LINE);
    maker->boxes = "/MediaBox[0 0 520 400]";
    return maker;
}

static void maker_free(Maker *maker)
{
    GString *const pieces[] = {maker->between,   maker->before,  maker->behind,  maker->catalog,
                               maker->page,      maker->fonts,   maker->info,    maker->xobjects,
                               maker->resources, maker->trailer, maker->contents};

    for (guint i = 0; i < G_N_ELEMENTS(pieces); i++)
        g_string_free(pieces[i], TRUE);
    g_ptr_array_unref(maker->bodies);
    g_free(maker);
}

static void set_body(Maker *maker, guint number, GString *body)
{
    while (maker->bodies->len <= number)
        g_ptr_array_add(maker->bodies, NULL);
    string_free(maker->bodies->pdata[number]);
    maker->bodies->pdata[number] = body;
}

void maker_set(Maker *maker, guint number, const char *dict, const void *bytes, gsize length)
{
    GString *body = g_string_new(NULL);

    append(maker, body, dict);
    if (bytes) {
        g_string_truncate(body, body->len - strlen(">>"));
        g_string_append_printf(body, "/Length %zu>>\nstream\n", length);
        g_string_append_len(body, bytes, (gssize)length);
        g_string_append(body, "\nendstream");
    }
    set_body(maker, number, body);
}

/* An object of a place: a stream if it says so. */
static void set_object(Maker *maker, guint number, const char *text)
{
    g_autoptr(GString) all = g_string_new(NULL);
    const char *stream;

    append(maker, all, text);
    stream = strstr(all->str, ">>stream\n");
    if (!stream) {
        maker_set(maker, number, all->str, NULL, 0);
        return;
    }
    g_autofree char *dict = g_strndup(all->str, (gsize)(stream - all->str) + 2);
    stream += strlen(">>stream\n");
    maker_set(maker, number, dict, stream, strlen(stream));
}

static void set_printed(Maker *maker, guint number, const char *format, ...) G_GNUC_PRINTF(3, 4);

static void set_printed(Maker *maker, guint number, const char *format, ...)
{
    GString *body = g_string_new(NULL);
    va_list arguments;

    va_start(arguments, format);
    g_string_vprintf(body, format, arguments);
    va_end(arguments);
    set_body(maker, number, body);
}

static void set_base(Maker *maker)
{
    set_printed(maker, PDF_CATALOG, "<</Type/Catalog/Pages 2 0 R%s>>", maker->catalog->str);
    set_printed(maker, PDF_PAGES, "<</Type/Pages/Count 1/Kids[3 0 R]>>");
    set_printed(maker, PDF_PAGE,
                "<</Type/Page/Parent 2 0 R%s/Contents 4 0 R/Resources<</Font<</F1 5 0 R%s>>"
                "/XObject<<%s>>%s>>%s>>",
                maker->boxes, maker->fonts->str, maker->xobjects->str, maker->resources->str,
                maker->page->str);
    maker_set(maker, PDF_CONTENTS, "<<>>", maker->contents->str, maker->contents->len);
    set_printed(maker, PDF_FONT, "%s", FONT);
    set_printed(maker, PDF_INFO, "<</Producer(kit)%s>>", maker->info->str);
}

/* One object, and the line of the table that says where it stands. */
static void put_object(const Maker *maker, GString *out, GString *table, guint number,
                       const GString *body)
{
    g_string_append_printf(table, "%010u 00000 n \n", (guint)(out->len - maker->before->len));
    g_string_append_printf(out, "%u 0 obj\n", number);
    g_string_append_len(out, body->str, (gssize)body->len);
    g_string_append(out, "\nendobj\n");
}

/* A table of @count objects from @first, a trailer and the end; where the table stands. */
static guint put_end(const Maker *maker, GString *out, const char *table, guint first, guint count,
                     const char *trailer)
{
    const guint start = (guint)(out->len - maker->before->len);

    g_string_append_printf(
        out,
        "xref\n%u %u\n%strailer\n<</Size %u/Root 1 0 R/Info 6 0 R%s>>\nstartxref\n%u\n%%%%EOF\n",
        first, count, table, maker->bodies->len, trailer, start);
    return start;
}

static void put_revision(const Maker *maker, GString *out, guint previous)
{
    g_autoptr(GString) table = g_string_new(NULL), body = g_string_new(NULL);
    g_autofree char *trailer = g_strdup_printf("/Prev %u", previous);

    g_string_printf(body, "<</Length %zu>>\nstream\n%s\nendstream", strlen(maker->revised),
                    maker->revised);
    put_object(maker, out, table, PDF_CONTENTS, body);
    put_end(maker, out, table->str, PDF_CONTENTS, 1, trailer);
}

static GString *file_of(const Maker *maker)
{
    GString *out = g_string_new(maker->before->str);
    g_autoptr(GString) table = g_string_new("0000000000 65535 f \n");

    g_string_append(out, "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
    for (guint i = 1; i < maker->bodies->len; i++) {
        if (maker->bodies->pdata[i])
            put_object(maker, out, table, i, maker->bodies->pdata[i]);
        else
            g_string_append(table, "0000000000 00001 f \n");
    }
    g_string_append(out, maker->between->str);
    const guint start = put_end(maker, out, table->str, 0, maker->bodies->len, maker->trailer->str);
    if (maker->revised)
        put_revision(maker, out, start);
    g_string_append(out, maker->behind->str);
    return out;
}

GBytes *maker_document(const PdfPlace *place, gboolean labelled)
{
    Maker *maker = maker_new(place, labelled);

    for (guint i = 0; i < PDF_OBJECTS && place->objects[i]; i++)
        set_object(maker, PDF_OWN + i, place->objects[i]);
    set_base(maker);
    if (place->twist)
        place->twist(maker);
    GBytes *bytes = g_string_free_to_bytes(file_of(maker));

    maker_free(maker);
    return bytes;
}
