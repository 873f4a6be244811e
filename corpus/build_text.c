/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A gold document as plain text, in the encodings and line ends that are met: which of them a
 * document gets depends on its id alone. */
#include "build.h"
#include "pieces.h"

#include <string.h>

typedef struct {
    const char *charset;
    const char *mark; /* of the byte order */
    gsize mark_length;
} Encoding;

static const Encoding ENCODINGS[] = {
    {"UTF-8", "", 0},
    {"WINDOWS-1252", "", 0},
    {"UTF-8", "\xef\xbb\xbf", 3},
    {"UTF-16LE", "\xff\xfe", 2},
};

/* How a table is written down when there are no tables. */
typedef enum { PIPES, TABS, COLONS, N_TABLES } Table;

static void append_row(GString *lines, const IsrGoldBlock *block, Table table)
{
    g_auto(GStrv) cells = g_strsplit(block->text->str, "\x1f", -1);
    guint width = g_strv_length(cells);
    const char *between = table == PIPES ? " | " : "\t";

    if (table == COLONS && width == 2 && !g_str_has_suffix(cells[0], ":"))
        between = ": ";
    g_autofree char *row = g_strjoinv(between, cells);

    g_string_append_printf(lines, table == PIPES ? "| %s |" : "%s", row);
}

static void append_block(GString *lines, const IsrGoldBlock *block, Table table)
{
    if (block->kind == ISR_GOLD_ROW)
        append_row(lines, block, table);
    else if (block->kind == ISR_GOLD_BULLET)
        g_string_append_printf(lines, "- %s", block->text->str);
    else
        g_string_append(lines, block->text->str);
    g_string_append_c(lines, '\n');
    if (block->kind == ISR_GOLD_HEADING && block->level == 1)
        g_string_append_c(lines, '\n');
}

static GBytes *encode(const char *text, gsize length, const Encoding *encoding)
{
    gsize written;
    g_autofree char *converted =
        g_convert(text, (gssize)length, encoding->charset, "UTF-8", NULL, &written, NULL);

    if (!converted) /* a name that Windows-1252 cannot write */
        return g_bytes_new(text, length);
    GByteArray *bytes = g_byte_array_new();

    g_byte_array_append(bytes, (const guint8 *)encoding->mark, (guint)encoding->mark_length);
    g_byte_array_append(bytes, (const guint8 *)converted, (guint)written);
    return g_byte_array_free_to_bytes(bytes);
}

static GBytes *build(const IsrGold *gold)
{
    g_autoptr(GRand) dice = isr_dice_for(gold, "text");
    g_autoptr(GString) lines = g_string_new(NULL);
    Table table = (Table)g_rand_int_range(dice, 0, N_TABLES);
    const Encoding *encoding = &ENCODINGS[g_rand_int_range(dice, 0, G_N_ELEMENTS(ENCODINGS))];

    for (guint i = 0; i < gold->blocks->len; i++)
        append_block(lines, gold->blocks->pdata[i], table);
    if (isr_dice_one_in(dice, 2))
        g_string_replace(lines, "\n", "\r\n", 0);
    return encode(lines->str, lines->len, encoding);
}

const IsrBuild isr_build_text = {.suffix = ".txt", .build = build};
