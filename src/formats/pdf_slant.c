/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Letters beside each other are linked, whatever the way from one to the other; words are looked
 * for along the links that lead off the line. */
#include "pdf_slant.h"

#include "../spelling.h"

#include <math.h>
#include <string.h>

#define SHORTEST 5 /* letters of a word that is looked for */
/* Of two letters' size: how far they may be apart, from middle to middle. Lines are further. */
#define NEAR 0.85
/* Degrees: less is a line or a column, and so much may the way to the next letter turn. Readers
 * put letters that stand aslant into rows or columns of two or three, so the way is a zigzag. */
#define LEAST_SLANT 10.0
#define MOST_TURN 100.0
#define MOST_LEVEL 2 /* steps along a line, one after the other */
#define CELL 24.0    /* points; letters are sorted into a grid */
#define FARTHEST 1e6 /* cells from the corner of the page; what is further off is in the last */
/* What no readable page passes: letters in a cell, points over which letters are linked, and steps
 * from letter to letter for one word. */
#define MOST_IN_CELL 64
#define MOST_REACH 240.0
#define MOST_STEPS 200000

typedef struct {
    double x, y, size;
    char text[16]; /* folded, squeezed; "" for what is no letter */
    GArray *links; /* of guint, to the letters beside it; NULL: none */
} Letter;

static void letter_clear(gpointer data)
{
    g_clear_pointer(&((Letter *)data)->links, g_array_unref);
}

static double degrees(const Letter *from, const Letter *to)
{
    return atan2(to->y - from->y, to->x - from->x) * 180 / G_PI;
}

/* From 0 to 180. */
static double between(double one, double other)
{
    const double turn = fabs(fmod(one - other, 360));

    return turn > 180 ? 360 - turn : turn;
}

static gboolean is_aslant(double angle)
{
    const double off = fmod(fabs(angle), 90);

    return off > LEAST_SLANT && off < 90 - LEAST_SLANT;
}

/* TRUE if a step at @angle stays on a line. */
static gboolean is_level(double angle)
{
    return fabs(angle) <= LEAST_SLANT || fabs(angle) >= 180 - LEAST_SLANT;
}

static Letter letter_of(gunichar c, const PopplerRectangle *place, GString *scratch)
{
    Letter letter = {.x = (place->x1 + place->x2) / 2,
                     .y = (place->y1 + place->y2) / 2,
                     .size = MAX(fabs(place->x2 - place->x1), fabs(place->y2 - place->y1))};

    g_string_truncate(scratch, 0);
    isr_squeeze_character(c, scratch);
    if (scratch->len < sizeof letter.text)
        memcpy(letter.text, scratch->str, scratch->len + 1);
    return letter;
}

/* What is read on @page, each letter with its place. */
static GArray *letters_of(PopplerPage *page)
{
    GArray *letters = g_array_new(FALSE, FALSE, sizeof(Letter));
    g_autofree char *text = poppler_page_get_text(page);
    g_autofree PopplerRectangle *places = NULL;
    g_autoptr(GString) scratch = g_string_new(NULL);
    guint n = 0, at = 0;

    g_array_set_clear_func(letters, letter_clear);
    if (!text || !poppler_page_get_text_layout(page, &places, &n))
        return letters;
    for (const char *p = text; *p && at < n; p = g_utf8_next_char(p)) {
        const gunichar c = g_utf8_get_char(p);

        if (c >= 0x202a && c <= 0x202e)
            continue; /* poppler's own, without a place */
        const Letter letter = letter_of(c, &places[at++], scratch);

        if (*letter.text)
            g_array_append_val(letters, letter);
    }
    return letters;
}

/* Off the page cells are negative. */
static int cell_at(double place)
{
    return (int)fmin(fmax(floor(place / CELL), -FARTHEST), FARTHEST);
}

static guint64 cell_key(int column, int row)
{
    return (guint64)(guint32)row << 32 | (guint32)column;
}

static void cells_free(gpointer data)
{
    g_array_unref(data);
}

/* Letters by the cell of the grid in which their middle is. */
static GHashTable *grid_of(const GArray *letters)
{
    GHashTable *grid = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, cells_free);

    for (guint i = 0; i < letters->len; i++) {
        const Letter *letter = &g_array_index(letters, Letter, i);
        const guint64 key = cell_key(cell_at(letter->x), cell_at(letter->y));
        GArray *cell = g_hash_table_lookup(grid, &key);

        if (!cell) {
            cell = g_array_new(FALSE, FALSE, sizeof(guint));
            g_hash_table_insert(grid, g_memdup2(&key, sizeof key), cell);
        }
        if (cell->len < MOST_IN_CELL)
            g_array_append_val(cell, i);
    }
    return grid;
}

static void link_letter(GArray *letters, guint from, guint to)
{
    Letter *one = &g_array_index(letters, Letter, from);
    const Letter *other = &g_array_index(letters, Letter, to);
    const double far = hypot(other->x - one->x, other->y - one->y);

    if (from == to || far > NEAR * (one->size + other->size) / 2 || far < 0.05 * one->size)
        return;
    if (!one->links)
        one->links = g_array_new(FALSE, FALSE, sizeof(guint));
    g_array_append_val(one->links, to);
}

static void link_near(GArray *letters, GHashTable *grid, guint from)
{
    const Letter letter = g_array_index(letters, Letter, from);
    const double reach = MIN(2 * NEAR * letter.size, MOST_REACH);
    const int last_row = cell_at(letter.y + reach), last_column = cell_at(letter.x + reach);

    for (int row = cell_at(letter.y - reach); row <= last_row; row++) {
        for (int column = cell_at(letter.x - reach); column <= last_column; column++) {
            const guint64 key = cell_key(column, row);
            const GArray *cell = g_hash_table_lookup(grid, &key);

            for (guint i = 0; cell && i < cell->len; i++)
                link_letter(letters, from, g_array_index(cell, guint, i));
        }
    }
}

/* A word that is being followed. */
typedef struct {
    const GArray *letters;
    const Letter *first;
    guint steps; /* that were tried */
} Way;

/* TRUE if @word goes on from @letter, which was reached at @angle after @level steps along a line,
 * and ends aslant; or if there are so many ways that nobody can say. */
static gboolean goes_on(Way *way, const Letter *letter, const char *word, gsize length,
                        double angle, guint level)
{
    if (length == 0)
        return is_aslant(degrees(way->first, letter));
    if (++way->steps > MOST_STEPS)
        return TRUE;
    for (guint i = 0; letter->links && i < letter->links->len; i++) {
        const guint at = g_array_index(letter->links, guint, i);
        const Letter *next = &g_array_index(way->letters, Letter, at);
        const gsize n = strlen(next->text);
        const double to = degrees(letter, next);
        const guint levels = is_level(to) ? level + 1 : 0;

        if (n <= length && levels <= MOST_LEVEL && memcmp(next->text, word, n) == 0 &&
            (letter == way->first || between(to, angle) <= MOST_TURN) &&
            goes_on(way, next, word + n, length - n, to, levels))
            return TRUE;
    }
    return FALSE;
}

static gboolean stands(const GArray *letters, const char *word, gsize length)
{
    Way way = {.letters = letters};

    for (guint i = 0; i < letters->len; i++) {
        way.first = &g_array_index(letters, Letter, i);
        const gsize n = strlen(way.first->text);

        if (n <= length && memcmp(way.first->text, word, n) == 0 &&
            goes_on(&way, way.first, word + n, length - n, 0, 0))
            return TRUE;
    }
    return FALSE;
}

/* TRUE if a word of the value stands aslant. */
static gboolean has_word(const GArray *letters, const IsrNeedle *needle)
{
    IsrSqueezed value;
    gboolean found = FALSE;

    isr_squeezed_init(&value, needle->secret->value, strlen(needle->secret->value));
    for (gsize start = 0, end; start < needle->length && !found; start = end) {
        for (end = start + 1; end < needle->length && !needle->joints[end]; end++)
            ;
        found =
            end - start >= SHORTEST && stands(letters, value.squeezed->str + start, end - start);
    }
    isr_squeezed_clear(&value);
    return found;
}

const IsrNeedle *isr_pdf_slant(PopplerPage *page, const IsrNeedles *needles)
{
    g_autoptr(GArray) letters = letters_of(page);
    g_autoptr(GHashTable) grid = grid_of(letters);
    gboolean linked = FALSE;

    for (guint i = 0; i < letters->len; i++) {
        link_near(letters, grid, i);
        linked = linked || g_array_index(letters, Letter, i).links;
    }
    for (guint i = 0; linked && i < needles->needles->len; i++) {
        const IsrNeedle *needle = isr_needles_nth(needles, i);

        if (needle->category == ISR_CATEGORY_NAME && has_word(letters, needle))
            return needle;
    }
    return NULL;
}
