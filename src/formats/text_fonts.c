/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Codes in the order in which they are first met, and what a PDF says of them. */
#include "text_fonts.h"

#include "glyphless.h"

#include <math.h>

/* Codes that are no character of any script in UTF-16 (surrogates and private use): a search of
 * the copy's bytes for a removed word can find none by chance. */
#define FIRST_CODE 0xd800
#define CODES_PER_FONT (0xf900 - FIRST_CODE)

/* Widths are rounded to steps of the font, so that codes stay few. */
typedef struct {
    char *text;
    guint steps;
} Code;

struct IsrTextFonts {
    GHashTable *numbers; /* "width text" to its number + 1 */
    GArray *codes;       /* of Code */
};

static void clear_code(gpointer data)
{
    g_free(((Code *)data)->text);
}

IsrTextFonts *isr_text_fonts_new(void)
{
    IsrTextFonts *fonts = g_new0(IsrTextFonts, 1);

    fonts->numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    fonts->codes = g_array_new(FALSE, FALSE, sizeof(Code));
    g_array_set_clear_func(fonts->codes, clear_code);
    return fonts;
}

void isr_text_fonts_free(IsrTextFonts *fonts)
{
    if (!fonts)
        return;
    g_hash_table_unref(fonts->numbers);
    g_array_unref(fonts->codes);
    g_free(fonts);
}

guint isr_text_fonts_count(const IsrTextFonts *fonts)
{
    return (fonts->codes->len + CODES_PER_FONT - 1) / CODES_PER_FONT;
}

static guint placed(guint number, guint *font)
{
    *font = number / CODES_PER_FONT;
    return FIRST_CODE + number % CODES_PER_FONT;
}

guint isr_text_fonts_code(IsrTextFonts *fonts, const char *text, double *width, guint *font)
{
    const guint steps =
        (guint)CLAMP(lround(*width * 1000 / ISR_GLYPHLESS_STEP), 1, ISR_GLYPHLESS_WIDEST);
    g_autofree char *key = g_strdup_printf("%u %s", steps, text);
    guint number = GPOINTER_TO_UINT(g_hash_table_lookup(fonts->numbers, key));

    *width = steps * ISR_GLYPHLESS_STEP / 1000.0;
    if (number > 0)
        return placed(number - 1, font);
    const Code code = {g_strdup(text), steps};
    g_array_append_val(fonts->codes, code);
    number = fonts->codes->len;
    g_hash_table_insert(fonts->numbers, g_steal_pointer(&key), GUINT_TO_POINTER(number));
    return placed(number - 1, font);
}

static void put_utf16(GString *to, const char *text)
{
    glong units = 0;
    g_autofree gunichar2 *utf16 = g_utf8_to_utf16(text, -1, NULL, &units, NULL);

    for (glong i = 0; i < units; i++)
        g_string_append_printf(to, "%04X", utf16[i]);
}

/* Says what each code is read as. */
static GString *to_unicode(const Code *codes, guint count)
{
    GString *map = g_string_new("/CIDInit/ProcSet findresource begin 12 dict begin begincmap"
                                "/CMapName/Read def/CMapType 2 def\n"
                                "1 begincodespacerange<0000><FFFF>endcodespacerange\n");

    for (guint i = 0; i < count; i++) {
        if (i % 100 == 0)
            g_string_append_printf(map, "%u beginbfchar\n", MIN(100, count - i));
        g_string_append_printf(map, "<%04X><", FIRST_CODE + i);
        put_utf16(map, codes[i].text);
        g_string_append(map, ">\n");
        if (i % 100 == 99 || i + 1 == count)
            g_string_append(map, "endbfchar\n");
    }
    g_string_append(map, "endcmap CMapName currentdict/CMap defineresource pop end end");
    return map;
}

/* Every code shows the empty glyph of its width. */
static gboolean write_glyph_map(IsrPdfFile *file, guint number, const Code *codes, guint count,
                                GError **error)
{
    const gsize length = 2 * (FIRST_CODE + (gsize)count);
    g_autofree guint8 *map = g_malloc0(length);

    for (guint i = 0; i < count; i++)
        map[2 * (FIRST_CODE + i) + 1] = (guint8)codes[i].steps;
    return isr_pdf_file_deflate(file, number, "", map, length, error);
}

static gboolean write_program(IsrPdfFile *file, guint number, GError **error)
{
    g_autoptr(GByteArray) font = isr_glyphless_font();
    g_autofree char *entries = g_strdup_printf("/Length1 %u", font->len);

    return isr_pdf_file_deflate(file, number, entries, font->data, font->len, error);
}

static gboolean write_descendant(IsrPdfFile *file, guint number, const Code *codes, guint count,
                                 GError **error)
{
    const guint descriptor = isr_pdf_file_reserve(file), program = isr_pdf_file_reserve(file),
                map = isr_pdf_file_reserve(file);
    g_autoptr(GString) body = g_string_new(NULL);

    g_string_printf(body,
                    "<</Type/Font/Subtype/CIDFontType2/BaseFont/Glyphless/CIDSystemInfo"
                    "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %u 0 R"
                    "/CIDToGIDMap %u 0 R/DW 500/W[%u[",
                    descriptor, map, FIRST_CODE);
    for (guint i = 0; i < count; i++)
        g_string_append_printf(body, "%s%u", i ? " " : "", codes[i].steps * ISR_GLYPHLESS_STEP);
    g_string_append(body, "]]>>");
    g_autofree char *described = g_strdup_printf(
        "<</Type/FontDescriptor/FontName/Glyphless/Flags 4/FontBBox[0 -200 1000 800]"
        "/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80"
        "/FontFile2 %u 0 R>>",
        program);
    return isr_pdf_file_object(file, number, body->str, error) &&
           isr_pdf_file_object(file, descriptor, described, error) &&
           write_program(file, program, error) && write_glyph_map(file, map, codes, count, error);
}

gboolean isr_text_fonts_write(const IsrTextFonts *fonts, guint nth, IsrPdfFile *file, guint number,
                              GError **error)
{
    const guint first = nth * CODES_PER_FONT,
                count = MIN(fonts->codes->len - first, CODES_PER_FONT);
    const Code *codes = &g_array_index(fonts->codes, Code, first);
    const guint descendant = isr_pdf_file_reserve(file), unicode = isr_pdf_file_reserve(file);
    g_autoptr(GString) map = to_unicode(codes, count);
    g_autofree char *body =
        g_strdup_printf("<</Type/Font/Subtype/Type0/BaseFont/Glyphless/Encoding/Identity-H"
                        "/DescendantFonts[%u 0 R]/ToUnicode %u 0 R>>",
                        descendant, unicode);

    return isr_pdf_file_object(file, number, body, error) &&
           write_descendant(file, descendant, codes, count, error) &&
           isr_pdf_file_deflate(file, unicode, "", map->str, map->len, error);
}
