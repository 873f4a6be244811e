/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page is cut where it is white. Colours are rounded to 16 shades of red, green and blue; a strip
 * with few of them is stored by a palette, what is shaded like a photograph as JPEG. */
#include "page_strips.h"

#include "page_jpeg.h"
#include "pdf_file.h"

#include <string.h>

#define SHADES 4096 /* 16 each of red, green and blue */
#define WHITE (SHADES - 1)
/* Rows that look alike, so many of them, let the page be cut in their middle: viewers that make it
 * smaller blur a strip's edges, and these must hold nothing else. */
#define QUIET_ROWS 6
#define AROUND 3 /* of them on each side stay with the strip */
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
    Cut cut = {.top = top > AROUND ? top - AROUND : 0,
               .bottom = MIN(bottom + AROUND, page->pixels->height)};

    crop(page, &cut);
    if (cut.left < cut.right)
        g_array_append_val(cuts, cut);
}

/* One past the run of rows from @top that look alike. */
static guint quiet_end(const Rounded *page, guint top)
{
    guint end = top + 1;

    while (end < page->pixels->height && is_quiet(page, end))
        end++;
    return end;
}

/* Cuts the page where it is white. */
static GArray *white_cuts(const Rounded *page)
{
    GArray *cuts = g_array_new(FALSE, FALSE, sizeof(Cut));
    const guint height = page->pixels->height;
    guint top = 0;

    for (guint y = 0, end; y < height; y = end) {
        end = quiet_end(page, y);
        if (end - y < QUIET_ROWS || !is_white(page, y))
            continue;
        if (y > top)
            add_cut(page, cuts, top, y);
        top = end;
    }
    if (top < height)
        add_cut(page, cuts, top, height);
    return cuts;
}

/* Cuts @whole where it is even, to part a photograph from text on the same ground. The parts are
 * equally wide, so that what goes through them stays straight. */
static GArray *even_cuts(const Rounded *page, const Cut *whole)
{
    GArray *cuts = g_array_new(FALSE, FALSE, sizeof(Cut));
    Cut cut = *whole;

    for (guint y = whole->top, end; y < whole->bottom; y = end) {
        end = MIN(quiet_end(page, y), whole->bottom);
        if (end - y < QUIET_ROWS || y == cut.top || end == whole->bottom)
            continue;
        cut.bottom = (y + end) / 2 + AROUND;
        g_array_append_val(cuts, cut);
        cut.top = (y + end) / 2 - AROUND;
    }
    cut.bottom = whole->bottom;
    g_array_append_val(cuts, cut);
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

/* The cut's pixels as indices of @bits bits, row by row. */
static GByteArray *indices(const Rounded *page, const Cut *cut, const Palette *palette, guint bits)
{
    const guint in_byte = 8 / bits, wide = cut->right - cut->left;
    const gsize length = (wide + in_byte - 1) / in_byte;
    GByteArray *packed = g_byte_array_new();

    g_byte_array_set_size(packed, (guint)(length * (cut->bottom - cut->top)));
    memset(packed->data, 0, packed->len);
    for (guint y = cut->top; y < cut->bottom; y++) {
        const guint16 *row = row_of(page, y) + cut->left;
        guint8 *to = packed->data + (y - cut->top) * length;

        for (guint x = 0; x < wide; x++)
            to[x / in_byte] = (guint8)(to[x / in_byte] | (palette->index[row[x]] - 1u)
                                                             << (8 - bits - x % in_byte * bits));
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
    g_autoptr(GByteArray) packed = indices(page, cut, palette, bits);
    g_autoptr(GString) entries = g_string_new(NULL);

    g_string_printf(entries,
                    "/Type/XObject/Subtype/Image/Width %u/Height %u/BitsPerComponent %u"
                    "/Filter/FlateDecode",
                    strip->width, strip->height, bits);
    append_colours(entries, palette);
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
static IsrStrip *with_few_shades(const Rounded *page, const Cut *cut)
{
    return is_photograph(page, cut) ? NULL : with_palette(page, cut);
}

static void add_strips(GPtrArray *strips, const Rounded *page, const Cut *whole)
{
    IsrStrip *strip = with_few_shades(page, whole);

    if (strip) {
        g_ptr_array_add(strips, strip);
        return;
    }
    g_autoptr(GArray) cuts = even_cuts(page, whole);

    for (guint i = 0; i < cuts->len; i++) {
        const Cut *cut = &g_array_index(cuts, Cut, i);

        strip = with_few_shades(page, cut);
        g_ptr_array_add(strips, strip ? strip : as_jpeg(page, cut));
    }
}

GPtrArray *isr_page_strips(const IsrPixels *pixels)
{
    g_autofree guint16 *shades = rounded(pixels);
    const Rounded page = {pixels, shades};
    GPtrArray *strips = g_ptr_array_new_with_free_func(strip_free);
    g_autoptr(GArray) cuts = white_cuts(&page);

    for (guint i = 0; i < cuts->len; i++)
        add_strips(strips, &page, &g_array_index(cuts, Cut, i));
    return strips;
}
