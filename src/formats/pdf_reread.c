/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page asked in several ways: one way alone leaves text out. */
#include "pdf_reread.h"

#include "../strand.h"

/* Letters that stand apart: fewer are initials. */
#define SPACED_LETTERS 3
/* A shorter word is a name only with a capital. */
#define SHORT_WORD 3

static const IsrNeedle *search_text(const IsrNeedles *needles, const char *text)
{
    IsrStrand strand;
    const IsrNeedle *found;

    isr_strand_init(&strand, needles, ISR_STRAND_TEXT, NULL);
    for (const char *at = text; *at && !strand.found; at = g_utf8_next_char(at))
        isr_strand_put(&strand, g_utf8_get_char(at));
    isr_strand_end(&strand);
    found = strand.found;
    isr_strand_clear(&strand);
    return found;
}

/* TRUE if a character that stands alone begins at @at: a space, or the text's end, follows. */
static gboolean is_alone(const char *at)
{
    return *at && !g_unichar_isspace(g_utf8_get_char(at)) &&
           (*g_utf8_next_char(at) == ' ' || *g_utf8_next_char(at) == '\0' ||
            *g_utf8_next_char(at) == '\n');
}

/* @text with rows of single letters joined: "Z e p h y r" is one word. NULL if there are none. */
static char *joined(const char *text)
{
    g_autoptr(GString) out = g_string_new(NULL);
    gboolean any = FALSE, fresh = TRUE; /* a word begins */

    for (const char *at = text; *at;) {
        const char *run = at;
        guint letters = 0;

        while (fresh && is_alone(run)) {
            letters++;
            run = g_utf8_next_char(run);
            run += *run == ' ';
        }
        if (letters >= SPACED_LETTERS) {
            for (; at < run; at = g_utf8_next_char(at)) {
                if (*at != ' ')
                    g_string_append_unichar(out, g_utf8_get_char(at));
            }
            g_string_append_c(out, ' ');
            any = TRUE;
            continue;
        }
        g_string_append_unichar(out, g_utf8_get_char(at));
        fresh = g_unichar_isspace(g_utf8_get_char(at));
        at = g_utf8_next_char(at);
    }
    return any ? g_string_free(g_steal_pointer(&out), FALSE) : NULL;
}

/* The page's text from the first corner of @area to the second. */
static const IsrNeedle *search_area(PopplerPage *page, const IsrNeedles *needles,
                                    PopplerRectangle area)
{
    g_autofree char *text = poppler_page_get_selected_text(page, POPPLER_SELECTION_GLYPH, &area);
    g_autofree char *spaced = NULL;
    const IsrNeedle *found;

    if (!text || !g_utf8_validate(text, -1, NULL))
        return NULL;
    found = search_text(needles, text);
    if (found)
        return found;
    spaced = joined(text);
    return spaced ? search_text(needles, spaced) : NULL;
}

/* "der", taken for a name in one place, is a word wherever it stands in small letters. */
static gboolean is_small(const char *value)
{
    for (; *value; value = g_utf8_next_char(value))
        if (g_unichar_isupper(g_utf8_get_char(value)))
            return FALSE;
    return TRUE;
}

/* poppler's own search, which reads all lines. */
static gboolean is_found(PopplerPage *page, const IsrNeedle *needle)
{
    PopplerFindFlags flags = POPPLER_FIND_WHOLE_WORDS_ONLY | POPPLER_FIND_IGNORE_DIACRITICS;
    GList *places;

    if (!needle->secret->scattered)
        flags |= POPPLER_FIND_MULTILINE;
    if (needle->letters && needle->length <= SHORT_WORD) {
        if (is_small(needle->secret->value))
            return FALSE; /* in capitals it was searched for above */
        flags |= POPPLER_FIND_CASE_SENSITIVE;
    }
    places = poppler_page_find_text_with_options(page, needle->secret->value, flags);
    if (!places)
        return FALSE;
    g_list_free_full(places, (GDestroyNotify)poppler_rectangle_free);
    return TRUE;
}

const IsrNeedle *isr_pdf_reread(PopplerPage *page, const IsrNeedles *needles)
{
    const IsrNeedle *found;
    double width, height;

    poppler_page_get_size(page, &width, &height);
    found = search_area(page, needles, (PopplerRectangle){0, 0, width, height});
    if (!found)
        found = search_area(page, needles, (PopplerRectangle){width, height, 0, 0});
    for (guint i = 0; i < needles->needles->len && !found; i++) {
        if (is_found(page, isr_needles_nth(needles, i)))
            found = isr_needles_nth(needles, i);
    }
    return found;
}
