/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in pictures: their pixels, and what travels with them. */
#include "maker.h"

#include <cairo.h>
#include <string.h>

#define WHO_AND_ADULT WHO " and " ADULT ", NHS number " NHS
#define DRAW "q 375 0 0 75 20 90 cm /I1 Do Q\n"
#define PIXELS_WIDE 1000
#define PIXELS_HIGH 200

/* Grey pixels on which @words are drawn; free with g_free(). */
static guint8 *pixels_of(const char *words)
{
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, PIXELS_WIDE, PIXELS_HIGH);
    cairo_t *cairo = cairo_create(surface);
    guint8 *grey = g_malloc(PIXELS_WIDE * PIXELS_HIGH);
    const guint8 *data;

    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_select_font_face(cairo, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(cairo, 36);
    cairo_move_to(cairo, 30, 110);
    cairo_show_text(cairo, words);
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
    data = cairo_image_surface_get_data(surface);
    for (gsize i = 0; i < PIXELS_WIDE * PIXELS_HIGH; i++)
        grey[i] = data[4 * i];
    cairo_surface_destroy(surface);
    return grey;
}

#define SCAN                                                                                       \
    "<</Type/XObject/Subtype/Image/Width 1000/Height 200/BitsPerComponent "                        \
    "8/ColorSpace/DeviceGray>>"

static void put_scan(Maker *maker)
{
    g_autofree guint8 *pixels = pixels_of(WHO ", NHS number " NHS);

    maker_set(maker, PDF_OWN, SCAN, pixels, PIXELS_WIDE * PIXELS_HIGH);
}

static void put_scan_turned(Maker *maker)
{
    g_autofree guint8 *pixels = pixels_of("Seen by " WHO " today");

    maker_set(maker, PDF_OWN, SCAN, pixels, PIXELS_WIDE * PIXELS_HIGH);
}

/* The same words as black paths. */
static void put_stencil(Maker *maker)
{
    g_autofree guint8 *pixels = pixels_of("Seen by " WHO " today");
    g_autofree guint8 *bits = g_malloc0(PIXELS_WIDE / 8 * PIXELS_HIGH);

    for (gsize i = 0; i < PIXELS_WIDE * PIXELS_HIGH; i++) {
        if (pixels[i] >= 128)
            bits[i / 8] = (guint8)(bits[i / 8] | 0x80 >> i % 8);
    }
    maker_set(maker, PDF_OWN,
              "<</Type/XObject/Subtype/Image/Width 1000/Height 200/BitsPerComponent 1/ImageMask "
              "true>>",
              bits, PIXELS_WIDE / 8 * PIXELS_HIGH);
}

static void put_masked(Maker *maker)
{
    g_autofree guint8 *pixels = pixels_of("Seen by " WHO " today");

    maker_set(maker, PDF_OWN + 1, SCAN, pixels, PIXELS_WIDE * PIXELS_HIGH);
    maker_set(maker, PDF_OWN,
              "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace"
              "/DeviceGray/SMask 11 0 R>>",
              "\x20", 1);
}

/* A JPEG of one grey pixel with what cameras and programs add to it. */
static void put_jpeg(Maker *maker)
{
    static const guint8 head[] = {0xff, 0xd8};
    static const guint8 rest[] = {
        255, 219, 0,  67,  0,   16,  11,  10,  16, 24, 40,  51,  61,  12,  12,  14,  19,  26,
        58,  60,  55, 14,  13,  16,  24,  40,  57, 69, 56,  14,  17,  22,  29,  51,  87,  80,
        62,  18,  22, 37,  56,  68,  109, 103, 77, 24, 35,  55,  64,  81,  104, 113, 92,  49,
        64,  78,  87, 103, 121, 120, 101, 72,  92, 95, 98,  112, 100, 103, 99,  255, 192, 0,
        11,  8,   0,  1,   0,   1,   1,   1,   17, 0,  255, 196, 0,   20,  0,   1,   0,   0,
        0,   0,   0,  0,   0,   0,   0,   0,   0,  0,  0,   0,   0,   0,   255, 196, 0,   20,
        16,  1,   0,  0,   0,   0,   0,   0,   0,  0,  0,   0,   0,   0,   0,   0,   0,   0,
        255, 218, 0,  8,   1,   1,   0,   0,   63, 0,  55,  255, 217};
    g_autoptr(GByteArray) jpeg = g_byte_array_new();
    static const char comment[] = WHO_AND_ADULT;
    const guint8 markers[] = {0xe1, 0xed, 0xfe};

    g_byte_array_append(jpeg, head, sizeof head);
    for (guint i = 0; i < G_N_ELEMENTS(markers); i++) {
        const guint8 segment[] = {0xff, markers[i], 0, (guint8)(sizeof comment + 8), 'E', 'x', 'i',
                                  'f',  0,          0};

        g_byte_array_append(jpeg, segment, sizeof segment);
        g_byte_array_append(jpeg, (const guint8 *)comment, sizeof comment);
    }
    g_byte_array_append(jpeg, rest, sizeof rest);
    g_byte_array_append(jpeg, (const guint8 *)comment, sizeof comment);
    maker_set(maker, PDF_OWN,
              "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace"
              "/DeviceGray/Filter/DCTDecode/Metadata 11 0 R/Name/Quilla/OPI<<>>/Alternates[<<"
              "/Image 12 0 R>>]>>",
              jpeg->data, jpeg->len);
}

static void put_thumbnail(Maker *maker)
{
    g_autofree guint8 *pixels = pixels_of(WHO);

    maker_set(maker, PDF_OWN, SCAN, pixels, PIXELS_WIDE * PIXELS_HIGH);
}

/* @words as outlines. */
static void put_outlines(Maker *maker)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
    cairo_t *cairo = cairo_create(surface);
    cairo_path_t *path;

    cairo_select_font_face(cairo, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(cairo, 16);
    cairo_move_to(cairo, 40, 0);
    cairo_text_path(cairo, "Seen by " WHO " today");
    path = cairo_copy_path(cairo);
    for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
        const cairo_path_data_t *data = &path->data[i];
        static const char *const words[] = {"m", "l", "c", "h"};

        for (int k = 1; k < data->header.length && data->header.type != CAIRO_PATH_CLOSE_PATH; k++)
            g_string_append_printf(maker->contents, "%d.%02d %d.%02d ", (int)data[k].point.x,
                                   (int)(data[k].point.x * 100) % 100, (int)(120 - data[k].point.y),
                                   (int)((120 - data[k].point.y) * 100) % 100);
        g_string_append_printf(maker->contents, "%s\n", words[data->header.type]);
    }
    g_string_append(maker->contents, "f\n");
    cairo_path_destroy(path);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    maker_set(maker, PDF_CONTENTS, "<<>>", maker->contents->str, maker->contents->len);
}

/* A profile that names somebody: only its description is looked at. */
#define PROFILE "<</N 1/Alternate/DeviceGray>>stream\n0000 lcms mntrGRAYXYZ desc " WHO_AND_ADULT

const PdfPlace pdf_pictures[] = {
    {.id = "P101",
     .name = "scan",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180") DRAW,
     .xobjects = "/I1 10 0 R",
     .twist = put_scan},
    {.id = "P102",
     .name = "scan-turned",
     .keep = KEEP_HARD,
     .flags = PLACE_MAY_REFUSE,
     .contents = KEPT_AT("180") "q 0 375 -75 0 400 10 cm /I1 Do Q\n",
     .xobjects = "/I1 10 0 R",
     .twist = put_scan_turned},
    {.id = "P103",
     .name = "scan-with-text-below",
     .keep = KEEP_HARD,
     .contents =
         KEPT_AT("180") DRAW "BT 3 Tr /F1 13.6 Tf 31 124 Td (" WHO ", NHS number " NHS ")Tj ET\n",
     .xobjects = "/I1 10 0 R",
     .twist = put_scan},
    {.id = "P104",
     .name = "scan-with-other-text-below",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180") DRAW "BT 3 Tr /F1 13.6 Tf 31 124 Td (Q1lla Vantongemn, NHS numher "
                                     "99g l23 45S1)Tj ET\n",
     .xobjects = "/I1 10 0 R",
     .twist = put_scan},
    {.id = "P105",
     .name = "stencil",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180") DRAW,
     .xobjects = "/I1 10 0 R",
     .twist = put_stencil},
    {.id = "P106",
     .name = "soft-masked",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180") DRAW,
     .xobjects = "/I1 10 0 R",
     .twist = put_masked},
    {.id = "P107",
     .name = "metadata-in-jpeg",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180") DRAW,
     .xobjects = "/I1 10 0 R",
     .objects = {"<<>>", "<</Type/Metadata/Subtype/XML>>stream\n<x>" WHO_AND_ADULT "</x>",
                 "<</Type/XObject/Subtype/Image/Width 9/Height 7/BitsPerComponent 8/ColorSpace"
                 "/DeviceGray>>stream\n" WHO_AND_ADULT "          "},
     .twist = put_jpeg},
    {.id = "P108",
     .name = "thumbnail",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180"),
     .page = "/Thumb 10 0 R",
     .twist = put_thumbnail},
    {.id = "P109",
     .name = "bytes-behind-samples",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180") DRAW,
     .xobjects = "/I1 10 0 R",
     .objects = {"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace"
                 "/DeviceGray>>stream\n@" WHO_AND_ADULT}},
    {.id = "P110",
     .name = "inline-picture",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180") "q 40 0 0 40 40 90 cm BI /W 8 /H 4 /BPC 8 /CS /G /L 32 ID " WHO
                                "               EI Q\n"},
    {.id = "P111",
     .name = "colour-profile",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180") "/C1 cs 0.5 scn 40 90 60 60 re f 0 g\n",
     .resources = "/ColorSpace<</C1[/ICCBased 10 0 R]/C2[/Separation/Quilla#20Vantongeren"
                  "/DeviceGray<</FunctionType 2/Domain[0 1]/N 1>>]>>",
     .objects = {PROFILE}},
    {.id = "P112",
     .name = "text-as-outlines",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180"),
     .twist = put_outlines},
    {.id = "P113",
     .name = "picture-not-drawn",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180"),
     .xobjects = "/I1 10 0 R",
     .twist = put_scan},
    {.id = "P114",
     .name = "picture-cropped",
     .keep = KEEP_HARD,
     .contents = KEPT_AT("180") "q 20 90 20 75 re W n 375 0 0 75 20 90 cm /I1 Do Q\n",
     .xobjects = "/I1 10 0 R",
     .twist = put_scan},
    {.id = NULL},
};
