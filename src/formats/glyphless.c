/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables that a font in a PDF must have, and nothing to draw. */
#include "glyphless.h"

#include <string.h>

#define UNITS_PER_EM 1000
#define MAGIC 0x5f0f3cf5u /* says that this is a font's head */
#define CHECK_MAGIC 0xb1b0afbau
#define GLYPHS (ISR_GLYPHLESS_WIDEST + 1) /* number 0 stands for what a font lacks */

static void put16(GByteArray *to, guint number)
{
    const guint8 bytes[2] = {(guint8)(number >> 8), (guint8)number};

    g_byte_array_append(to, bytes, sizeof bytes);
}

static void put32(GByteArray *to, guint32 number)
{
    put16(to, number >> 16);
    put16(to, number & 0xffff);
}

static void put_words(GByteArray *to, const gint16 *words, guint count)
{
    for (guint i = 0; i < count; i++)
        put16(to, (guint16)words[i]);
}

static void head(GByteArray *to)
{
    /* Flags, units, two dates of 8 bytes that say nothing, the box of all glyphs, style, smallest
     * size, direction, short offsets, format. */
    static const gint16 rest[] = {0, UNITS_PER_EM, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 2, 0,
                                  0};

    put32(to, 0x00010000);
    put32(to, 0x00010000);
    put32(to, 0); /* the check sum, set when all is there */
    put32(to, MAGIC);
    put_words(to, rest, G_N_ELEMENTS(rest));
}

static void hhea(GByteArray *to)
{
    /* Ascent, descent, gap, widest advance, bearings, extent, caret, five reserved, number of
     * widths. */
    static const gint16 rest[] = {
        800, -200, 0,     ISR_GLYPHLESS_STEP * ISR_GLYPHLESS_WIDEST, 0, 0, 0, 1, 0, 0, 0, 0, 0,
        0,   0,    GLYPHS};

    put32(to, 0x00010000);
    put_words(to, rest, G_N_ELEMENTS(rest));
}

static void hmtx(GByteArray *to)
{
    for (guint i = 0; i < GLYPHS; i++) {
        put16(to, i * ISR_GLYPHLESS_STEP);
        put16(to, 0);
    }
}

static void loca(GByteArray *to)
{
    for (guint i = 0; i <= GLYPHS; i++)
        put16(to, 0);
}

static void glyf(GByteArray *to)
{
    put32(to, 0); /* no glyph reaches here; an empty table is refused by some readers */
}

static void maxp(GByteArray *to)
{
    static const gint16 none[] = {0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0};

    put32(to, 0x00010000);
    put16(to, GLYPHS);
    put_words(to, none, G_N_ELEMENTS(none));
}

static const struct {
    char tag[5];
    void (*put)(GByteArray *to);
} tables[] = {
    /* in the order of their tags */
    {"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp},
};

static guint32 sum(const guint8 *bytes, gsize length)
{
    guint32 total = 0;

    for (gsize i = 0; i < length; i++)
        total += (guint32)bytes[i] << (8 * (3 - i % 4));
    return total;
}

static void put_offset_table(GByteArray *font)
{
    put32(font, 0x00010000);
    put16(font, G_N_ELEMENTS(tables));
    put16(font, 64); /* for a search by halves: 4 x 16, 2, and what is left of 6 x 16 */
    put16(font, 2);
    put16(font, G_N_ELEMENTS(tables) * 16 - 64);
}

GByteArray *isr_glyphless_font(void)
{
    GByteArray *font = g_byte_array_new();
    g_autoptr(GByteArray) bodies = g_byte_array_new();
    const guint start = 12 + 16 * G_N_ELEMENTS(tables);
    guint head_at = 0;

    put_offset_table(font);
    for (gsize i = 0; i < G_N_ELEMENTS(tables); i++) {
        const guint at = bodies->len;

        tables[i].put(bodies);
        const guint length = bodies->len - at;

        if (strcmp(tables[i].tag, "head") == 0)
            head_at = start + at;
        g_byte_array_append(font, (const guint8 *)tables[i].tag, 4);
        put32(font, sum(bodies->data + at, length));
        put32(font, start + at);
        put32(font, length);
        while (bodies->len % 4)
            g_byte_array_append(bodies, (const guint8 *)"", 1);
    }
    g_byte_array_append(font, bodies->data, bodies->len);
    const guint32 check = GUINT32_TO_BE(CHECK_MAGIC - sum(font->data, font->len));
    memcpy(font->data + head_at + 8, &check, sizeof check);
    return font;
}
