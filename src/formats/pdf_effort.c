/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a form takes is counted once, and as often as it is called added to who calls it. */
#include "pdf_effort.h"

#include "pdf_operators.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <stdlib.h>
#include <string.h>

/* Forms within forms; a reader draws no deeper either. */
#define DEEPEST 40
#define PAST_ALL (G_GUINT64_CONSTANT(1) << 40)

typedef struct {
    guint64 paints;  /* lines, areas, pieces of text */
    guint64 sheets;  /* what is drawn apart, over a whole page, before it is laid on */
    guint64 shown;   /* pieces of text */
    guint64 letters; /* bytes of text */
    guint64 bytes;   /* of content */
    guint64 fonts;   /* that one content names */
    guint64 pixels;  /* of pictures */
} Effort;

/* The content that was read last: a thousand pages, or letters, may have the same. */
typedef struct {
    int number; /* of its object; 0: none */
    guint64 length;
    IsrPdfOperators *operators;
} LastContent;

typedef struct {
    qpdf_data objects;
    GHashTable *forms; /* number of an object -> its Effort; of nothing while it is counted */
    gboolean *glyph;   /* a letter of a font is counted that is a drawing */
    LastContent *last;
} Count;

static void add(Effort *effort, const Effort *other, guint64 times)
{
    effort->paints = MIN(PAST_ALL, effort->paints + MIN(other->paints, PAST_ALL) * times);
    effort->sheets = MIN(PAST_ALL, effort->sheets + other->sheets * times);
    effort->shown = MIN(PAST_ALL, effort->shown + other->shown * times);
    effort->fonts = MAX(effort->fonts, other->fonts);
    effort->letters = MIN(PAST_ALL, effort->letters + other->letters * times);
    effort->bytes = MIN(PAST_ALL, effort->bytes + other->bytes * times);
    effort->pixels = MIN(PAST_ALL, effort->pixels + other->pixels * times);
}

static qpdf_oh entry(const Count *count, qpdf_oh resources, const char *kind, const char *name)
{
    const qpdf_oh named = qpdf_oh_is_dictionary(count->objects, resources)
                              ? qpdf_oh_get_key(count->objects, resources, kind)
                              : qpdf_oh_new_null(count->objects);

    return qpdf_oh_is_dictionary(count->objects, named)
               ? qpdf_oh_get_key(count->objects, named, name)
               : qpdf_oh_new_null(count->objects);
}

/* The keys of @dictionary. */
static GStrv names_in(const Count *count, qpdf_oh dictionary)
{
    GPtrArray *names = g_ptr_array_new();

    qpdf_oh_begin_dict_key_iter(count->objects, dictionary);
    while (qpdf_oh_dict_more_keys(count->objects))
        g_ptr_array_add(names, g_strdup(qpdf_oh_dict_next_key(count->objects)));
    g_ptr_array_add(names, NULL);
    return (GStrv)g_ptr_array_free(names, FALSE);
}

static guint64 side(const Count *count, qpdf_oh dictionary, const char *key)
{
    long long value = 0;

    qpdf_oh_get_value_as_longlong(count->objects, qpdf_oh_get_key(count->objects, dictionary, key),
                                  &value);
    return value > 0 ? (guint64)MIN(value, 65535) : 0;
}

static gboolean is_subtype(const Count *count, qpdf_oh dictionary, const char *name)
{
    const qpdf_oh type = qpdf_oh_get_key(count->objects, dictionary, "/Subtype");

    return qpdf_oh_is_name(count->objects, type) &&
           g_str_equal(qpdf_oh_get_name(count->objects, type), name);
}

static Effort effort_of_form(const Count *count, qpdf_oh form, qpdf_oh around, guint depth);

/* What drawing the thing once takes: a form or a picture. */
static Effort effort_of_thing(const Count *count, qpdf_oh thing, qpdf_oh around, guint depth)
{
    Effort effort = {0};

    if (!qpdf_oh_is_stream(count->objects, thing))
        return effort;
    const qpdf_oh dictionary = qpdf_oh_get_dict(count->objects, thing);

    if (is_subtype(count, dictionary, "/Form"))
        return effort_of_form(count, thing, around, depth);
    effort.paints = 1;
    effort.pixels = side(count, dictionary, "/Width") * side(count, dictionary, "/Height");
    return effort;
}

/* A mask is a form that is drawn apart each time that it is set. */
static Effort effort_of_setting(const Count *count, qpdf_oh setting, qpdf_oh around, guint depth)
{
    Effort effort = {0};
    const qpdf_oh mask = qpdf_oh_is_dictionary(count->objects, setting)
                             ? qpdf_oh_get_key(count->objects, setting, "/SMask")
                             : setting;
    const Effort sheet = {.sheets = 1};

    if (!qpdf_oh_is_dictionary(count->objects, mask))
        return effort;
    effort = effort_of_thing(count, qpdf_oh_get_key(count->objects, mask, "/G"), around, depth);
    add(&effort, &sheet, 1);
    return effort;
}

static Effort effort_of_content(const Count *count, qpdf_oh stream, qpdf_oh resources, guint depth);

/* What the letters of @font take that are drawings: each once, since most are lines. Where one of
 * them shows such letters itself, readers go round in circles. */
static Effort effort_of_font(const Count *count, qpdf_oh font, qpdf_oh around, guint depth)
{
    Effort effort = {0};

    if (!qpdf_oh_is_dictionary(count->objects, font) || !is_subtype(count, font, "/Type3"))
        return effort;
    if (*count->glyph)
        return (Effort){.paints = PAST_ALL};
    const qpdf_oh own = qpdf_oh_get_key(count->objects, font, "/Resources");
    const qpdf_oh glyphs = qpdf_oh_get_key(count->objects, font, "/CharProcs");

    if (!qpdf_oh_is_dictionary(count->objects, glyphs))
        return effort;
    g_auto(GStrv) names = names_in(count, glyphs);

    *count->glyph = TRUE;
    for (char **name = names; *name; name++) {
        const qpdf_oh glyph = qpdf_oh_get_key(count->objects, glyphs, *name);
        const Effort one =
            qpdf_oh_is_stream(count->objects, glyph)
                ? effort_of_content(count, glyph,
                                    qpdf_oh_is_dictionary(count->objects, own) ? own : around,
                                    depth)
                : (Effort){0};

        add(&effort, &one, 1);
    }
    *count->glyph = FALSE;
    return effort;
}

static void add_called(const Count *count, Effort *effort, const IsrPdfOperators *operators,
                       qpdf_oh resources, guint depth)
{
    GHashTableIter iter;
    gpointer name, times;

    g_hash_table_iter_init(&iter, operators->calls);
    while (g_hash_table_iter_next(&iter, &name, &times)) {
        const qpdf_oh thing = entry(count, resources, "/XObject", name);
        const Effort once = effort_of_thing(count, thing, resources, depth + 1);

        add(effort, &once, GPOINTER_TO_SIZE(times));
    }
    g_hash_table_iter_init(&iter, operators->settings);
    while (g_hash_table_iter_next(&iter, &name, &times)) {
        const qpdf_oh setting = entry(count, resources, "/ExtGState", name);
        const Effort once = effort_of_setting(count, setting, resources, depth + 1);

        add(effort, &once, GPOINTER_TO_SIZE(times));
    }
    g_hash_table_iter_init(&iter, operators->fonts);
    while (g_hash_table_iter_next(&iter, &name, NULL)) {
        const qpdf_oh font = entry(count, resources, "/Font", name);
        const Effort once = effort_of_font(count, font, resources, depth + 1);

        add(effort, &once, 1);
    }
}

/* What is done in @stream, counted; NULL if it cannot be unpacked. The caller must unref it. */
static IsrPdfOperators *operators_in(const Count *count, qpdf_oh stream, guint64 *length)
{
    LastContent *last = count->last;
    const int number = qpdf_oh_get_object_id(count->objects, stream);
    unsigned char *bytes = NULL;
    size_t unpacked = 0;

    if (number == 0 || number != last->number) {
        const gboolean fine = !(qpdf_oh_get_stream_data(count->objects, stream, qpdf_dl_generalized,
                                                        NULL, &bytes, &unpacked) &
                                QPDF_ERRORS);

        g_clear_pointer(&last->operators, isr_pdf_operators_unref);
        last->operators = fine ? isr_pdf_operators_of(bytes, unpacked) : NULL;
        last->number = number;
        last->length = unpacked;
        free(bytes);
    }
    *length = last->length;
    return last->operators ? isr_pdf_operators_ref(last->operators) : NULL;
}

/* What the content in @stream takes, which names things by @resources. */
static Effort effort_of_content(const Count *count, qpdf_oh stream, qpdf_oh resources, guint depth)
{
    Effort effort = {0};
    g_autoptr(IsrPdfOperators) operators =
        depth > DEEPEST ? NULL : operators_in(count, stream, &effort.bytes);

    if (!operators)
        return (Effort){0};
    effort.paints = operators->paints;
    effort.sheets = operators->shadings;
    effort.shown = operators->shown;
    effort.letters = operators->letters;
    effort.fonts = g_hash_table_size(operators->fonts);
    add_called(count, &effort, operators, resources, depth);
    return effort;
}

/* A form without resources of its own has those of who draws it, @around. */
static Effort effort_of_form(const Count *count, qpdf_oh form, qpdf_oh around, guint depth)
{
    gpointer key = GINT_TO_POINTER(qpdf_oh_get_object_id(count->objects, form));
    const Effort *known = g_hash_table_lookup(count->forms, key), sheet = {.sheets = 1};
    Effort effort = {.paints = 1};

    if (known)
        return *known;
    g_hash_table_insert(count->forms, key, g_memdup2(&(Effort){0}, sizeof effort));
    const qpdf_oh dictionary = qpdf_oh_get_dict(count->objects, form);
    const qpdf_oh own = qpdf_oh_get_key(count->objects, dictionary, "/Resources");
    const Effort content = effort_of_content(
        count, form, qpdf_oh_is_dictionary(count->objects, own) ? own : around, depth);

    add(&effort, &content, 1);
    if (qpdf_oh_is_dictionary(count->objects,
                              qpdf_oh_get_key(count->objects, dictionary, "/Group")))
        add(&effort, &sheet, 1);
    g_hash_table_insert(count->forms, key, g_memdup2(&effort, sizeof effort));
    return effort;
}

/* Those of the page, or of what holds it. */
static qpdf_oh resources_of(const Count *count, qpdf_oh page)
{
    qpdf_oh node = page, resources = qpdf_oh_get_key(count->objects, page, "/Resources");

    for (guint level = 0; level < ISR_LIMIT_PAGE_LEVELS; level++) {
        if (qpdf_oh_is_dictionary(count->objects, resources))
            break;
        node = qpdf_oh_get_key(count->objects, node, "/Parent");
        if (!qpdf_oh_is_dictionary(count->objects, node))
            break;
        resources = qpdf_oh_get_key(count->objects, node, "/Resources");
    }
    return resources;
}

/* @contents: one stream, or several, which may be one many times. */
static Effort effort_of_contents(const Count *count, qpdf_oh contents, qpdf_oh resources)
{
    const gboolean array = qpdf_oh_is_array(count->objects, contents);
    const int n = array ? qpdf_oh_get_array_n_items(count->objects, contents) : 1;
    g_autoptr(GHashTable) seen = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    Effort effort = {0};

    for (int i = 0; i < n && effort.bytes <= ISR_LIMIT_PAGE_CONTENT; i++) {
        const qpdf_oh part = array ? qpdf_oh_get_array_item(count->objects, contents, i) : contents;
        gpointer key = GINT_TO_POINTER(qpdf_oh_get_object_id(count->objects, part));
        Effort *known = g_hash_table_lookup(seen, key);

        if (!qpdf_oh_is_stream(count->objects, part))
            continue;
        if (!known) {
            known = g_new(Effort, 1);
            *known = effort_of_content(count, part, resources, 0);
            g_hash_table_insert(seen, key, known);
        }
        add(&effort, known, 1);
    }
    return effort;
}

/* How an annotation looks: a form, or one of several by its state. */
static Effort effort_of_annotation(const Count *count, qpdf_oh annotation)
{
    const qpdf_oh looks = qpdf_oh_get_key(count->objects, annotation, "/AP");
    qpdf_oh look = qpdf_oh_is_dictionary(count->objects, looks)
                       ? qpdf_oh_get_key(count->objects, looks, "/N")
                       : looks;
    const qpdf_oh state = qpdf_oh_get_key(count->objects, annotation, "/AS");

    if (qpdf_oh_is_dictionary(count->objects, look) && qpdf_oh_is_name(count->objects, state))
        look = qpdf_oh_get_key(count->objects, look, qpdf_oh_get_name(count->objects, state));
    return effort_of_thing(count, look, look, 1);
}

static Effort effort_of_page(const Count *count, qpdf_oh page)
{
    const qpdf_oh contents = qpdf_oh_get_key(count->objects, page, "/Contents");
    const qpdf_oh notes = qpdf_oh_get_key(count->objects, page, "/Annots");
    const int n = qpdf_oh_is_array(count->objects, notes)
                      ? qpdf_oh_get_array_n_items(count->objects, notes)
                      : 0;
    Effort effort = effort_of_contents(count, contents, resources_of(count, page));

    for (int i = 0; i < n; i++) {
        const qpdf_oh note = qpdf_oh_get_array_item(count->objects, notes, i);

        if (qpdf_oh_is_dictionary(count->objects, note)) {
            const Effort look = effort_of_annotation(count, note);

            add(&effort, &look, 1);
        }
    }
    return effort;
}

static gboolean check_page(const Effort *effort, guint number, GError **error)
{
    const char *what = NULL;

    if (effort->paints > ISR_LIMIT_PAGE_PAINTS)
        what = "lines and areas";
    else if (effort->sheets > ISR_LIMIT_PAGE_SHEETS)
        what = "transparent or shaded areas";
    else if (effort->shown > ISR_LIMIT_PAGE_GLYPHS || effort->letters > ISR_LIMIT_PAGE_LETTERS)
        what = "text";
    else if (effort->bytes > ISR_LIMIT_PAGE_CONTENT)
        what = "content";
    else if (effort->fonts > ISR_LIMIT_PAGE_FONTS)
        what = "fonts";
    else if (effort->pixels > ISR_LIMIT_DRAWN_PIXELS)
        what = "pixels of pictures";
    if (what)
        g_set_error(error, ISR_ERROR, ISR_ERROR_LIMIT,
                    "page %u of this PDF draws more %s than isredact follows; print it as pictures "
                    "or in parts",
                    number + 1, what);
    return what == NULL;
}

/* Pages that share one content are each read for themselves. */
static gboolean check_content(guint64 bytes, GError **error)
{
    if (bytes > ISR_LIMIT_CONTENT)
        g_set_error_literal(error, ISR_ERROR, ISR_ERROR_LIMIT,
                            "the pages of this PDF draw more content together than isredact "
                            "follows; print it in parts");
    return bytes <= ISR_LIMIT_CONTENT;
}

gboolean isr_pdf_effort_check(const IsrPdf *pdf, GError **error)
{
    g_autoptr(GHashTable) forms = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    gboolean glyph = FALSE, fine = TRUE;
    LastContent last = {0};
    guint64 content = 0;
    const Count count = {isr_pdf_objects(pdf), forms, &glyph, &last};

    for (guint i = 0; i < isr_pdf_pages(pdf) && fine; i++) {
        const Effort effort = effort_of_page(&count, qpdf_get_page_n(count.objects, i));

        content += effort.bytes;
        fine = check_page(&effort, i, error) && check_content(content, error);
        qpdf_oh_release_all(count.objects);
    }
    g_clear_pointer(&last.operators, isr_pdf_operators_unref);
    return fine;
}
