/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Character tables, small enough to read. */
#include "fold.h"

#include "character.h"

/* Default_Ignorable_Code_Point of Unicode 15 (DerivedCoreProperties.txt), and the anchors of notes
 * between lines (U+FFF9 to FFFB). */
static const struct {
    gunichar first, last;
} invisible[] = {
    {0xAD, 0xAD},       {0x34F, 0x34F},     {0x61C, 0x61C},   {0x115F, 0x1160}, {0x17B4, 0x17B5},
    {0x180B, 0x180F},   {0x200B, 0x200F},   {0x202A, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164},
    {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB}, {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
};

gboolean isr_fold_is_invisible(gunichar c)
{
    if (c < 0xAD)
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(invisible) && invisible[i].first <= c; i++) {
        if (c <= invisible[i].last)
            return TRUE;
    }
    return FALSE;
}

char isr_fold_ascii(char c)
{
    if (c == '\r' || c == '\v' || c == '\f')
        return '\n';
    return c == '\t' ? ' ' : c;
}

/* Dashes, minus signs and hyphens of every length. */
static gboolean is_dash(gunichar c)
{
    return (c >= 0x2010 && c <= 0x2015) || c == 0x2043 || c == 0x2212 || c == 0x02D7 ||
           c == 0xFE58 || c == 0xFE63 || c == 0xFF0D;
}

static gboolean is_apostrophe(gunichar c)
{
    return (c >= 0x2018 && c <= 0x201B) || c == 0x2032 || c == 0x02BC || c == 0x02B9 ||
           c == 0x0060 || c == 0x00B4;
}

static gboolean is_quote(gunichar c)
{
    return (c >= 0x201C && c <= 0x201F) || c == 0x2033 || c == 0x00AB || c == 0x00BB;
}

void isr_fold_plain(gunichar c, GString *out)
{
    if (isr_fold_is_invisible(c))
        return;
    if (c >= 0xF020 && c <= 0xF0FF)
        c -= 0xF000; /* symbol fonts keep ASCII in this private range */
    if (c < 0x80)
        g_string_append_c(out, c == '`' ? '\'' : isr_fold_ascii((char)c));
    else if (c == 0x2028 || c == 0x2029 || c == 0x85)
        g_string_append_c(out, '\n');
    else if (g_unichar_isspace(c) || g_unichar_type(c) == G_UNICODE_SPACE_SEPARATOR ||
             c == 0x2800) /* a blank in Braille */
        g_string_append_c(out, ' ');
    else if (is_dash(c))
        g_string_append_c(out, '-');
    else if (is_apostrophe(c))
        g_string_append_c(out, '\'');
    else if (is_quote(c))
        g_string_append_c(out, '"');
    else
        g_string_append_unichar(out, c);
}

/* Letters that do not decompose but that people write without their stroke. */
static const struct {
    gunichar letter;
    const char *plain;
} strokes[] = {
    {0x00DF, "ss"}, {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"}, {0x00FE, "th"}, {0x0111, "d"},
    {0x0127, "h"},  {0x0131, "i"},  {0x0138, "k"}, {0x0142, "l"}, {0x014B, "n"},  {0x0153, "oe"},
    {0x0167, "t"},  {0x0180, "b"},  {0x0253, "b"}, {0x0257, "d"}, {0x0259, "e"},  {0x0199, "k"},
};

void isr_fold_squeezed(gunichar c, GString *out)
{
    if (c >= 0xF020 && c <= 0xF0FF)
        c -= 0xF000;
    if (!isr_is_alnum(c))
        return;
    if (c < 0x80) {
        g_string_append_c(out, (char)isr_to_lower(c));
        return;
    }
    if (g_unichar_isdigit(c) && g_unichar_digit_value(c) >= 0) {
        g_string_append_c(out, (char)('0' + g_unichar_digit_value(c)));
        return;
    }
    c = g_unichar_tolower(c);
    for (guint i = 0; c >= 0xDF && i < G_N_ELEMENTS(strokes); i++) {
        if (strokes[i].letter == c) {
            g_string_append(out, strokes[i].plain);
            return;
        }
    }
    g_string_append_unichar(out, c);
}
