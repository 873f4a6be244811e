/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes PDFs for the hidden places: one page with labelled lines that make child and mother known,
 * and whatever a place plants. Writes raw objects, so that nothing is tidied up on the way. The
 * canaries are those of places/kit.h; what must be kept is "@keep@" and "@after@" as there. */
#pragma once

#include "../places/kit.h"

/* Numbers of the objects that every document has; a place's own begin at PDF_OWN. */
enum {
    PDF_CATALOG = 1,
    PDF_PAGES = 2,
    PDF_PAGE = 3,
    PDF_CONTENTS = 4,
    PDF_FONT = 5, /* Helvetica, "/F1" */
    PDF_INFO = 6,
    PDF_OWN = 10
};

typedef struct Maker Maker;

#define PDF_OBJECTS 10
typedef struct {
    const char *id;   /* "P001" */
    const char *name; /* "kerned" */
    PlaceKeep keep;
    guint flags; /* PlaceFlags */
    /* Operators behind the labelled lines; text may stand from y = 200 to 0. */
    const char *contents;
    /* More entries of dictionaries, or NULL. */
    const char *catalog, *page, *resources, *fonts, *xobjects, *info, *trailer;
    /* Objects from PDF_OWN on; "<<...>>stream\n..." is a stream, whose length is added. */
    const char *objects[PDF_OBJECTS];
    void (*twist)(Maker *maker); /* last change, or NULL */
} PdfPlace;

struct Maker {
    const PdfPlace *place;
    GPtrArray *bodies;   /* of GString *: object n at n; NULL: there is none */
    GString *between;    /* junk before the table */
    GString *before;     /* junk before the head */
    GString *behind;     /* junk behind the end */
    const char *revised; /* contents that a later revision puts in place of these; NULL: none */
    GString *catalog, *page, *resources, *fonts, *xobjects, *info, *trailer, *contents;
    const char *boxes; /* the page's, as entries */
};

/* The bytes of a document with @place, with or without the lines that make child and mother known.
 * Free with g_bytes_unref(). */
GBytes *maker_document(const PdfPlace *place, gboolean labelled);

/* For twists: sets object @number; @bytes is a stream's data or NULL. */
void maker_set(Maker *maker, guint number, const char *dict, const void *bytes, gsize length);

/* The words that stand for KEEP and AFTER; free with g_free(). */
char *maker_keep(const PdfPlace *place);
char *maker_after(const PdfPlace *place);

/* Text set at a place of the page; @words without brackets. */
#define AT(x, y, words) "BT /F1 11 Tf " x " " y " Td (" words ") Tj ET\n"
/* Kept words around the child's name and number. */
#define SENTENCE_WORDS "The " KEEP " of " WHO ", NHS number " NHS ", and the " AFTER " stay."
#define SENTENCE_AT(y) AT("40", y, SENTENCE_WORDS)
/* A kept line of its own. */
#define KEPT_AT(y) AT("40", y, "The " KEEP " and the " AFTER " stay.")

/* The tables of places; each ends with a NULL id. */
extern const PdfPlace pdf_text[], pdf_drawn[], pdf_hidden[], pdf_marked[], pdf_pictures[],
    pdf_annotations[], pdf_forms[], pdf_document[], pdf_storage[];
/* All of them, ending with NULL. */
extern const PdfPlace *const pdf_places[];
