/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Compound files, macros, fonts and whole documents that hold canaries. */
#include "blobs.h"

#include "compound.h"
#include "container.h"
#include "docx.h"
#include "kit.h"

#include <gio/gio.h>
#include <string.h>

/* The bytes of a literal, inner NULs included. */
#define LITERAL(text) g_bytes_new_static(text, sizeof text - 1)

static GBytes *wide(const char *text)
{
    GByteArray *out = g_byte_array_new();

    for (; *text != '\0'; text++) {
        const guint8 letter[2] = {(guint8)*text, 0};
        g_byte_array_append(out, letter, 2);
    }
    return g_byte_array_free_to_bytes(out);
}

static GBytes *compound_of(const char *name, GBytes *one, const char *other_name, GBytes *other)
{
    const CompoundStream streams[] = {{name, one}, {other_name, other}};
    GBytes *file = compound_write(streams, other != NULL ? 2 : 1);

    g_bytes_unref(one);
    g_bytes_unref(other);
    return file;
}

GBytes *blob_ole_package(void)
{
    static const char native[] =
        "\x80\0\0\0\2\0" SURNAME ".txt\0C:\\Cases\\" SURNAME ".txt\0\0\0\3\0"
        "\x20\0\0\0C:\\Temp\\" SURNAME ".txt\0\x20\0\0\0" WHO ", NHS " NHS;

    return compound_of("\1Ole10Native", LITERAL(native), NULL, NULL);
}

GBytes *blob_doc(void)
{
    static const char summary[] = "\xfe\xff\0\0\6\0\2\0" ADULT "\0" WHO "\0";

    return compound_of("WordDocument", wide("Report on " WHO ", NHS number " NHS),
                       "\5SummaryInformation", LITERAL(summary));
}

GBytes *blob_ole_link(void)
{
    static const char link[] = "\1\0\0\2\1\0\0\0\0\0\0\0C:\\Cases\\" SURNAME ".xlsx\0";

    return compound_of("\1Ole", LITERAL(link), "\3LinkInfo", wide("S:\\Cases\\" WHO ".xlsx"));
}

GBytes *blob_activex(void)
{
    return wide("Text box of " WHO ", " NHS);
}

/* MS-OVBA's compression, letters only: a flag byte of zero before every eight. */
GBytes *blob_vba(void)
{
    static const char source[] = "Attribute VB_Name = \"Plan\"\r\n' For " WHO ", NHS " NHS "\r\n";
    GByteArray *out = g_byte_array_new();
    guint size = (guint)(sizeof source - 1), length = size + (size + 7) / 8;
    const guint8 head[] = {1, (guint8)(length - 1), (guint8)(0xb0 | ((length - 1) >> 8))};

    g_byte_array_append(out, head, sizeof head);
    for (guint i = 0; i < size; i++) {
        if (i % 8 == 0)
            g_byte_array_append(out, (const guint8 *)"", 1);
        g_byte_array_append(out, (const guint8 *)source + i, 1);
    }
    return compound_of("Plan", g_byte_array_free_to_bytes(out), "PROJECT",
                       LITERAL("HelpFile=\"C:\\" SURNAME ".hlp\"\r\n"));
}

GBytes *blob_devmode(void)
{
    return wide("Printer of " WHO " \\\\print\\" SURNAME);
}

GBytes *blob_font(void)
{
    GByteArray *out = g_byte_array_new();
    g_autoptr(GBytes) name = wide("Hand of " WHO);
    guint8 head[32];

    for (guint i = 0; i < sizeof head; i++)
        head[i] = (guint8)(i * 37 + 11);
    g_byte_array_append(out, head, sizeof head);
    g_byte_array_append(out, g_bytes_get_data(name, NULL), (guint)g_bytes_get_size(name));
    return g_byte_array_free_to_bytes(out);
}

GBytes *blob_docx(void)
{
    static const Place inner = {.id = "D001",
                                .name = "inner",
                                .steps = {INTO("body", PAR(RUN(WHO ", NHS number " NHS))),
                                          INTO("core", "<dc:creator>" WHO "</dc:creator>")}};

    return kit_document(&docx_form, &inner, FALSE);
}

static void add(GArray *entries, const char *name, const char *text)
{
    ContainerEntry entry = {.name = name, .bytes = g_bytes_new_static(text, strlen(text))};

    g_array_append_val(entries, entry);
}

#define SHEET_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."
#define SHEET_NS "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONSHIPS                                                                              \
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"

GBytes *blob_xlsx(void)
{
    g_autoptr(GArray) entries = g_array_new(FALSE, FALSE, sizeof(ContainerEntry));

    add(entries, "[Content_Types].xml",
        XML_HEAD
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default "
        "Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
        "<Default Extension='xml' ContentType='application/xml'/><Override PartName="
        "'/xl/workbook.xml' ContentType='" SHEET_TYPE "sheet.main+xml'/></Types>");
    add(entries, "_rels/.rels",
        XML_HEAD RELATIONSHIPS "<Relationship Id='rId1' Type='" REL(
            "officeDocument") "' Target='xl/workbook.xml'/></Relationships>");
    add(entries, "xl/workbook.xml",
        XML_HEAD "<workbook xmlns='" SHEET_NS "'><sheets><sheet name='" SURNAME
                 "' sheetId='1'/></sheets></workbook>");
    add(entries, "xl/sharedStrings.xml",
        XML_HEAD "<sst xmlns='" SHEET_NS "'><si><t>" WHO "</t></si><si><t>" NHS "</t></si></sst>");
    add(entries, "docProps/core.xml",
        XML_HEAD "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/"
                 "metadata/core-properties' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
                 "<dc:creator>" ADULT "</dc:creator></cp:coreProperties>");
    GBytes *file = container_write(entries, NULL, NULL);
    for (guint i = 0; i < entries->len; i++)
        g_bytes_unref(g_array_index(entries, ContainerEntry, i).bytes);
    return file;
}

GBytes *blob_gzip(void)
{
    static const char text[] = "Old notes on " WHO ", NHS number " NHS;

    return container_deflate(text, sizeof text - 1, G_ZLIB_COMPRESSOR_FORMAT_GZIP);
}

GBytes *blob_noise(void)
{
    return LITERAL("Left behind: " WHO ", " NHS "\n");
}
