/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text is mostly white, and the same letter has the same pixels wherever it stands on a line. So a
 * page is cut between its lines, and a line is stored column by column: then all of a letter is
 * one stretch of bytes, and Flate finds it again. Colours are rounded to 16 shades for this; what
 * is shaded like a photograph is stored as JPEG. */
#include "page_strips.h"

#include "page_jpeg.h"
#include "pdf_file.h"

#include <string.h>

#define SHADES 4096 /* 16 each of red, green and blue */
#define WHITE (SHADES - 1)
/* Strips lower than this are joined with the next: each has a price of some 160 bytes. */
#define LEAST_ROWS 8
/* White around a strip, in pixels: viewers that scale blur a picture's edge. */
#define AROUND 2
/* Pixels in a thousand that differ a little from their neighbour: letters have a few at their
 * edges, photographs many. */
#define LITTLE 24
#define PHOTOGRAPH 60

/* The page with its colours rounded. */
typedef struct {
    const IsrPixels *pixels;
    guint16 *shades;
} Rounded;

typedef struct {
    guint left, top, right, bottom;
} Cut;

static const guint16 *row_of(const Rounded *page, guint y)
{
    return page->shades + (gsize)y * page->pixels->width;
}

static const guint32 *exact_row(const IsrPixels *pixels, guint y)
{
    return (const guint32 *)(const void *)(pixels->bytes + (gsize)y * pixels->stride);
}

static guint16 *rounded(const IsrPixels *pixels)
{
    guint16 *shades = g_new(guint16, (gsize)pixels->width * pixels->height), *at = shades;
    guint8 round[256];

    for (guint i = 0; i < 256; i++)
        round[i] = (guint8)((i * 15 + 127) / 255);
    for (guint y = 0; y < pixels->height; y++) {
        const guint32 *row = exact_row(pixels, y);

        for (guint x = 0; x < pixels->width; x++)
            *at++ = (guint16)(round[row[x] >> 16 & 0xff] << 8 | round[row[x] >> 8 & 0xff] << 4 |
                              round[row[x] & 0xff]);
    }
    return shades;
}

/* TRUE if the row looks like the one above: a cut between them tears nothing. */
static gboolean is_quiet(const Rounded *page, guint y)
{
    return memcmp(row_of(page, y), row_of(page, y - 1), page->pixels->width * sizeof(guint16)) == 0;
}

static gboolean is_white(const Rounded *page, guint y)
{
    const guint16 *row = row_of(page, y);

    for (guint x = 0; x < page->pixels->width; x++) {
        if (row[x] != WHITE)
            return FALSE;
    }
    return TRUE;
}

/* Takes the white at the left and the right away. */
static void crop(const Rounded *page, Cut *cut)
{
    guint left = page->pixels->width, right = 0;

    for (guint y = cut->top; y < cut->bottom; y++) {
        const guint16 *row = row_of(page, y);
        guint x = 0, end = page->pixels->width;

        while (x < left && row[x] == WHITE)
            x++;
        while (end > right && row[end - 1] == WHITE)
            end--;
        left = MIN(left, x);
        right = MAX(right, end);
    }
    cut->left = left > AROUND ? left - AROUND : 0;
    cut->right = left < right ? MIN(right + AROUND, page->pixels->width) : 0;
}

static void add_cut(const Rounded *page, GArray *cuts, guint top, guint bottom)
{
    Cut cut = {.top = top, .bottom = bottom};

    /* Where the cut goes through something (a rule, a shade) the rows are in both strips. */
    cut.top = top > AROUND ? top - AROUND : 0;
    cut.bottom = MIN(bottom + AROUND, page->pixels->height);
    crop(page, &cut);
    if (cut.left < cut.right)
        g_array_append_val(cuts, cut);
}

/* Cuts the page where rows are quiet, and leaves out those that are white. */
static GArray *cuts_of(const Rounded *page)
{
    GArray *cuts = g_array_new(FALSE, FALSE, sizeof(Cut));
    const guint height = page->pixels->height;
    guint top = 0;

    while (top < height) {
        gboolean busy = FALSE; /* something ended since the top */
        guint bottom;

        if (is_white(page, top)) {
            top++;
            continue;
        }
        for (bottom = top + 1; bottom < height; bottom++) {
            const gboolean quiet = is_quiet(page, bottom);

            if (quiet ? busy && bottom - top >= LEAST_ROWS : is_white(page, bottom))
                break;
            busy = busy || !quiet;
        }
        add_cut(page, cuts, top, bottom);
        top = bottom;
    }
    return cuts;
}

static gboolean differs_little(guint32 one, guint32 other)
{
    const int green = (int)(one >> 8 & 0xff) - (int)(other >> 8 & 0xff);

    return green != 0 && ABS(green) <= LITTLE;
}

/* TRUE if the cut is shaded as photographs and gradients are. */
static gboolean is_photograph(const Rounded *page, const Cut *cut)
{
    gsize little = 0;

    for (guint y = cut->top; y < cut->bottom; y++) {
        const guint32 *row = exact_row(page->pixels, y);

        for (guint x = cut->left + 1; x < cut->right; x++)
            little += differs_little(row[x], row[x - 1]);
    }
    return little * 1000 > (gsize)PHOTOGRAPH * (cut->right - cut->left) * (cut->bottom - cut->top);
}

/* The shades of a cut, each with the mean of the exact colours that it stands for. */
typedef struct {
    guint16 index[SHADES]; /* of a shade in the palette, + 1 */
    guint count;
    guint64 sums[256][4]; /* red, green, blue, how many */
    gboolean grey;
} Palette;

static gboolean count_shades(const Rounded *page, const Cut *cut, Palette *palette)
{
    for (guint y = cut->top; y < cut->bottom; y++) {
        const guint16 *row = row_of(page, y);
        const guint32 *exact = exact_row(page->pixels, y);

        for (guint x = cut->left; x < cut->right; x++) {
            guint16 *index = &palette->index[row[x]];

            if (*index == 0) {
                if (palette->count == 256)
                    return FALSE;
                *index = (guint16)++palette->count;
            }
            guint64 *sum = palette->sums[*index - 1];
            sum[0] += exact[x] >> 16 & 0xff;
            sum[1] += exact[x] >> 8 & 0xff;
            sum[2] += exact[x] & 0xff;
            sum[3]++;
        }
    }
    return TRUE;
}

static void append_colours(GString *entries, Palette *palette)
{
    palette->grey = TRUE;
    for (guint i = 0; i < palette->count; i++) {
        const guint64 *sum = palette->sums[i];

        palette->grey = palette->grey && sum[0] == sum[1] && sum[1] == sum[2];
    }
    g_string_append_printf(entries, "/ColorSpace[/Indexed/Device%s %u<",
                           palette->grey ? "Gray" : "RGB", palette->count - 1);
    for (guint i = 0; i < palette->count; i++) {
        const guint64 *sum = palette->sums[i];

        for (guint colour = 0; colour < (palette->grey ? 1 : 3); colour++)
            g_string_append_printf(entries, "%02X", (guint)((sum[colour] + sum[3] / 2) / sum[3]));
    }
    g_string_append(entries, ">]");
}

/* The cut's pixels as indices of @bits bits, column by column. */
static GByteArray *columns(const Rounded *page, const Cut *cut, const Palette *palette, guint bits)
{
    const guint high = cut->bottom - cut->top, in_byte = 8 / bits;
    const gsize column = (high + in_byte - 1) / in_byte;
    GByteArray *packed = g_byte_array_new();

    g_byte_array_set_size(packed, (guint)(column * (cut->right - cut->left)));
    memset(packed->data, 0, packed->len);
    for (guint y = 0; y < high; y++) {
        const guint16 *row = row_of(page, cut->top + y);
        guint8 *at = packed->data + y / in_byte;
        const guint shift = 8 - bits - y % in_byte * bits;

        for (guint x = cut->left; x < cut->right; x++, at += column)
            *at = (guint8)(*at | (palette->index[row[x]] - 1u) << shift);
    }
    return packed;
}

static IsrStrip *strip_new(const Cut *cut)
{
    IsrStrip *strip = g_new0(IsrStrip, 1);

    strip->left = cut->left;
    strip->top = cut->top;
    strip->width = cut->right - cut->left;
    strip->height = cut->bottom - cut->top;
    return strip;
}

static void strip_free(gpointer data)
{
    IsrStrip *strip = data;

    g_free(strip->entries);
    g_clear_pointer(&strip->bytes, g_byte_array_unref);
    g_free(strip);
}

/* NULL if the cut has too many colours. */
static IsrStrip *with_palette(const Rounded *page, const Cut *cut)
{
    g_autofree Palette *palette = g_new0(Palette, 1);

    if (!count_shades(page, cut, palette))
        return NULL;
    IsrStrip *strip = strip_new(cut);
    const guint count = palette->count, bits = count <= 2    ? 1
                                               : count <= 4  ? 2
                                               : count <= 16 ? 4
                                                             : 8;
    g_autoptr(GByteArray) packed = columns(page, cut, palette, bits);
    g_autoptr(GString) entries = g_string_new(NULL);

    g_string_printf(entries,
                    "/Type/XObject/Subtype/Image/Width %u/Height %u/BitsPerComponent %u"
                    "/Filter/FlateDecode",
                    strip->height, strip->width, bits);
    append_colours(entries, palette);
    strip->sideways = TRUE;
    strip->entries = g_strdup(entries->str);
    strip->bytes = isr_pdf_deflated(packed->data, packed->len);
    return strip;
}

static gboolean is_grey(const IsrPixels *pixels)
{
    for (guint y = 0; y < pixels->height; y++) {
        const guint32 *row = exact_row(pixels, y);

        for (guint x = 0; x < pixels->width; x++) {
            if ((row[x] >> 8 & 0xffff) != (row[x] & 0xffff))
                return FALSE;
        }
    }
    return TRUE;
}

static IsrStrip *as_jpeg(const Rounded *page, const Cut *cut)
{
    IsrStrip *strip = strip_new(cut);
    const IsrPixels part = {
        .bytes = page->pixels->bytes + cut->top * page->pixels->stride + 4 * (gsize)cut->left,
        .width = strip->width,
        .height = strip->height,
        .stride = page->pixels->stride,
    };
    const gboolean grey = is_grey(&part);

    strip->entries = g_strdup_printf("/Type/XObject/Subtype/Image/Width %u/Height %u"
                                     "/BitsPerComponent 8/ColorSpace/Device%s/Filter/DCTDecode",
                                     strip->width, strip->height, grey ? "Gray" : "RGB");
    strip->bytes = isr_page_jpeg(&part, grey);
    return strip;
}

/* A photograph is stored as one even where few shades would take fewer bytes: it would lose its
 * shading. */
static IsrStrip *stored(const Rounded *page, const Cut *cut)
{
    IsrStrip *strip = is_photograph(page, cut) ? NULL : with_palette(page, cut);

    return strip ? strip : as_jpeg(page, cut);
}

GPtrArray *isr_page_strips(const IsrPixels *pixels)
{
    g_autofree guint16 *shades = rounded(pixels);
    const Rounded page = {pixels, shades};
    GPtrArray *strips = g_ptr_array_new_with_free_func(strip_free);
    g_autoptr(GArray) cuts = cuts_of(&page);

    for (guint i = 0; i < cuts->len; i++)
        g_ptr_array_add(strips, stored(&page, &g_array_index(cuts, Cut, i)));
    return strips;
}
