/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Glyphs sorted by when they are drawn, cut into stretches where the pen jumps. */
#include "pdf_drawing.h"

#include "pdf_blocks.h"

#include <math.h>
#include <string.h>

#define PART "page, as drawn" /* apart: its words are on the page already, and count once */
#define JUMP 2.5              /* heights from the middle of one glyph to that of the next */
#define WHITE " \n\x1f"
#define MOST_SEARCHES 2000 /* for a word within others */
#define GAP 0.18           /* heights between glyphs of two words of an upright line */

static const IsrGlyph *glyph_nth(const IsrPdfPage *page, guint n)
{
    return &g_array_index(page->glyphs, IsrGlyph, n);
}

/* --- words that are known --- */

typedef struct {
    GHashTable *words;
    GString *run_together; /* all text without white space */
    guint searches;
} KnownText;

static void known_init(KnownText *known, const GPtrArray *blocks)
{
    known->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    known->run_together = g_string_new(NULL);
    known->searches = 0;
    for (guint i = 0; i < blocks->len; i++) {
        const char *text = ((const IsrBlock *)blocks->pdata[i])->text->str;
        g_auto(GStrv) words = g_strsplit_set(text, WHITE, -1);

        for (char **word = words; *word; word++) {
            g_string_append(known->run_together, *word);
            g_hash_table_add(known->words, g_strdup(*word));
        }
    }
}

static void known_clear(KnownText *known)
{
    g_hash_table_unref(known->words);
    g_string_free(known->run_together, TRUE);
}

/* What a line end breaks is drawn in two, and was put together. */
static gboolean is_known(KnownText *known, const char *word)
{
    g_autofree char *part = NULL;

    if (strlen(word) < 2 || g_hash_table_contains(known->words, word))
        return TRUE;
    if (known->searches++ > MOST_SEARCHES)
        return FALSE;
    part = g_strndup(word, strlen(word) - g_str_has_suffix(word, "-"));
    return strstr(known->run_together->str, part) != NULL;
}

static gboolean has_new_word(KnownText *known, const IsrBlock *block)
{
    g_auto(GStrv) words = g_strsplit_set(block->text->str, WHITE, -1);

    for (char **word = words; *word; word++)
        if (!is_known(known, *word))
            return TRUE;
    return FALSE;
}

/* --- drawing --- */

typedef struct {
    guint sequence, glyph;
} Stroke;

static gint by_sequence(gconstpointer a, gconstpointer b)
{
    const Stroke *x = a, *y = b;

    if (x->sequence != y->sequence)
        return x->sequence < y->sequence ? -1 : 1;
    return x->glyph < y->glyph ? -1 : x->glyph > y->glyph;
}

static GArray *strokes_of(const IsrPdfPage *page)
{
    GArray *strokes = g_array_new(FALSE, FALSE, sizeof(Stroke));

    for (guint i = 0; i < page->glyphs->len; i++) {
        const Stroke stroke = {glyph_nth(page, i)->sequence, i};

        if (glyph_nth(page, i)->drawn)
            g_array_append_val(strokes, stroke);
    }
    g_array_sort(strokes, by_sequence);
    return strokes;
}

static double height_of(const IsrPlace *a, const IsrPlace *b)
{
    return MAX(1, MAX(a->bottom - a->top, b->bottom - b->top));
}

static gboolean jumps(const IsrPlace *a, const IsrPlace *b)
{
    const double across = (b->left + b->right - a->left - a->right) / 2;
    const double down = (b->top + b->bottom - a->top - a->bottom) / 2;

    return hypot(across, down) > JUMP * height_of(a, b);
}

/* TRUE if a word ends between the two: a space was drawn, or there is a gap. */
static gboolean are_parted(const IsrPdfPage *page, const Stroke *before, const Stroke *stroke)
{
    const IsrPlace *a = &glyph_nth(page, before->glyph)->place;
    const IsrPlace *b = &glyph_nth(page, stroke->glyph)->place;

    return stroke->sequence > before->sequence + 1 ||
           (fabs(a->bottom - b->bottom) < GAP * height_of(a, b) &&
            (b->left - a->right > GAP * height_of(a, b) || b->right < a->left));
}

static void end_stretch(KnownText *known, IsrBlock *block, GPtrArray *blocks)
{
    if (has_new_word(known, block)) {
        IsrBlock *made = isr_block_new(ISR_BLOCK_BODY, PART);

        isr_block_append_block(made, block);
        g_ptr_array_add(blocks, made);
    }
    isr_block_clear(block);
}

void isr_pdf_drawing_add(const IsrPdfPage *page, GPtrArray *blocks)
{
    g_autoptr(GArray) strokes = strokes_of(page);
    g_autoptr(IsrBlock) block = isr_block_new(ISR_BLOCK_BODY, PART);
    KnownText known;

    known_init(&known, blocks);
    for (guint i = 0; i < strokes->len; i++) {
        const Stroke *stroke = &g_array_index(strokes, Stroke, i);
        const IsrGlyph *glyph = glyph_nth(page, stroke->glyph);

        if (i > 0 && jumps(&glyph_nth(page, stroke[-1].glyph)->place, &glyph->place))
            end_stretch(&known, block, blocks);
        else if (i > 0 && are_parted(page, stroke - 1, stroke))
            isr_block_append(block, " ", 1, ISR_PDF_NO_GLYPH, ISR_RUN_PSEUDO);
        if (!g_ascii_iscntrl(*glyph->text))
            isr_block_append(block, glyph->text, -1, stroke->glyph, ISR_RUN_PLAIN);
    }
    end_stretch(&known, block, blocks);
    known_clear(&known);
}
