/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * poppler gives text as a selection from one corner of an area to another, which leaves out what
 * its reading order puts before the one or after the other. So the page is asked from both sides,
 * and once more around each drawn glyph that is still without text. */
#include "pdf_read.h"

#include "pdf_drawn.h"
#include "pdf_match.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <string.h>

#define MOST_QUESTIONS 256 /* around glyphs without text: each costs a walk over the page */
#define AROUND 24.0        /* points */

/* A glyph that is known already: the same character at the same place. */
typedef struct {
    PopplerRectangle place;
    gunichar character;
} Known;

typedef struct {
    PopplerPage *source;
    IsrPdfPage *page;
    GHashTable *known; /* set of Known * */
    gboolean strange;  /* text and places did not fit together */
} Reader;

static guint known_hash(gconstpointer key)
{
    const Known *known = key;

    return g_double_hash(&known->place.x1) * 31 + g_double_hash(&known->place.y1) * 7 +
           known->character;
}

static gboolean known_equal(gconstpointer a, gconstpointer b)
{
    const Known *x = a, *y = b;

    return x->character == y->character && x->place.x1 == y->place.x1 &&
           x->place.y1 == y->place.y1 && x->place.x2 == y->place.x2 && x->place.y2 == y->place.y2;
}

/* Direction marks of poppler's own, which have no place. */
static gboolean is_mark(gunichar c)
{
    return c >= 0x202a && c <= 0x202e;
}

static guint characters_of(const char *text)
{
    guint n = 0;

    for (; *text; text = g_utf8_next_char(text))
        n += !is_mark(g_utf8_get_char(text));
    return n;
}

static void add(Reader *reader, const char *at, const PopplerRectangle *place)
{
    const IsrPlace where = {MIN(place->x1, place->x2), MIN(place->y1, place->y2),
                            MAX(place->x1, place->x2), MAX(place->y1, place->y2)};

    isr_pdf_page_add(reader->page, at, g_utf8_next_char(at) - at, where, 0, 100);
}

/* TRUE if the character was not known at its place; from now on it is. */
static gboolean is_new(Reader *reader, gunichar c, const PopplerRectangle *place)
{
    Known known = {*place, c};

    if (g_hash_table_contains(reader->known, &known))
        return FALSE;
    g_hash_table_add(reader->known, g_memdup2(&known, sizeof known));
    return TRUE;
}

/* Adds what is new of a reading. Gaps come along between two new characters; @all: all of them,
 * and characters that stand twice at one place too. */
static void add_new(Reader *reader, const char *text, const PopplerRectangle *places, gboolean all)
{
    gboolean on = FALSE;
    guint n = 0;

    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char(at);

        if (is_mark(c))
            continue;
        const gboolean fresh = !g_unichar_isspace(c) && is_new(reader, c, &places[n]);

        if (!all && fresh && !on)
            isr_pdf_page_add(reader->page, "\n", 1, (IsrPlace){0}, 0, 100);
        if (all || fresh || (on && g_unichar_isspace(c)))
            add(reader, at, &places[n]);
        on = fresh || (on && g_unichar_isspace(c));
        n++;
    }
}

/* Reads the selection from the first corner of @area to its second. */
static void take(Reader *reader, PopplerRectangle area, gboolean all)
{
    g_autofree char *text = poppler_page_get_text_for_area(reader->source, &area);
    g_autofree PopplerRectangle *places = NULL;
    guint n = 0;

    poppler_page_get_text_layout_for_area(reader->source, &area, &places, &n);
    if (!text || *text == '\0')
        return;
    if (g_utf8_validate(text, -1, NULL) && characters_of(text) == n)
        add_new(reader, text, places, all);
    else
        reader->strange = TRUE;
}

static void take_from_corners(Reader *reader)
{
    const double width = reader->page->width, height = reader->page->height;

    take(reader, (PopplerRectangle){0, 0, width, height}, TRUE);
    take(reader, (PopplerRectangle){width, 0, 0, height}, FALSE);
    take(reader, (PopplerRectangle){width, height, 0, 0}, FALSE);
    take(reader, (PopplerRectangle){0, height, width, 0}, FALSE);
}

/* Asks around drawn glyphs that are still without text. */
static void take_around(Reader *reader, const GArray *drawn, const GArray *glyphs)
{
    guint questions = 0;
    double x = -AROUND, y = -AROUND;

    for (guint i = 0; i < drawn->len && questions < MOST_QUESTIONS; i++) {
        const IsrDrawn *one = &g_array_index(drawn, IsrDrawn, i);

        if (g_array_index(glyphs, guint, i) != ISR_PDF_UNREAD ||
            (ABS(one->x - x) < AROUND / 2 && ABS(one->y - y) < AROUND / 2))
            continue;
        x = one->x;
        y = one->y;
        questions++;
        take(reader, (PopplerRectangle){x - AROUND, y - AROUND, x + AROUND, y + AROUND}, FALSE);
    }
}

/* What is not drawn by itself follows the glyph before it. */
static void number(IsrPdfPage *page, const GArray *drawn, const GArray *glyphs)
{
    g_autofree guint *sequences = g_new(guint, page->glyphs->len + 1);
    guint before = 0, blanks = 0;

    memset(sequences, 0xff, (page->glyphs->len + 1) * sizeof *sequences);
    for (guint i = 0; i < drawn->len; i++) {
        const guint glyph = g_array_index(glyphs, guint, i);

        page->unread += glyph == ISR_PDF_UNREAD;
        blanks = glyph == ISR_PDF_BLANK ? blanks + 1 : blanks;
        if (glyph < page->glyphs->len) {
            sequences[glyph] = i;
            g_array_index(page->glyphs, IsrGlyph, glyph).blanks = blanks;
        }
        blanks = glyph == ISR_PDF_BLANK ? blanks : 0;
    }
    for (guint i = 0; i < page->glyphs->len; i++) {
        IsrGlyph *glyph = &g_array_index(page->glyphs, IsrGlyph, i);

        page->unseen += sequences[i] == G_MAXUINT && !isr_glyph_is_space(glyph);
        before = sequences[i] == G_MAXUINT ? before : sequences[i];
        glyph->sequence = before;
        glyph->drawn = sequences[i] != G_MAXUINT;
    }
}

static gboolean read_text(Reader *reader, GError **error)
{
    g_autoptr(GArray) drawn = isr_pdf_drawn(reader->source, reader->page->rules, error);
    g_autoptr(GArray) glyphs = NULL;

    if (!drawn)
        return FALSE;
    take_from_corners(reader);
    glyphs = isr_pdf_match(reader->page, drawn);
    take_around(reader, drawn, glyphs);
    g_array_unref(glyphs);
    glyphs = isr_pdf_match(reader->page, drawn);
    number(reader->page, drawn, glyphs);
    if (reader->strange)
        reader->page->unread = G_MAXUINT;
    if (MAX(reader->page->glyphs->len, drawn->len) <= ISR_LIMIT_PAGE_GLYPHS)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_LIMIT,
                "page %u holds more characters than isredact reads; split it",
                reader->page->number + 1);
    return FALSE;
}

IsrPdfPage *isr_pdf_read(PopplerPage *source, guint nth, GError **error)
{
    Reader reader = {.source = source};
    double width, height;
    gboolean done;

    poppler_page_get_size(source, &width, &height);
    reader.page = isr_pdf_page_new(nth, width, height);
    reader.page->label = poppler_page_get_label(source);
    reader.known = g_hash_table_new_full(known_hash, known_equal, g_free, NULL);
    done = read_text(&reader, error);
    g_hash_table_unref(reader.known);
    if (!done)
        g_clear_pointer(&reader.page, isr_pdf_page_free);
    return reader.page;
}
