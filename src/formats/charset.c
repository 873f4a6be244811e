/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Encodings of plain text. Characters are decoded one at a time, so that whoever writes a copy
 * can follow the source byte by byte and keep what was not edited as it was. */
#include "charset.h"

#include <string.h>

/* 0x80 to 0x9F of Windows-1252; the five that it leaves open are the C1 controls, as browsers
 * read them. */
static const guint16 windows[32] = {
    0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008d, 0x017d, 0x008f, 0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
};

static guint next_windows(const guint8 *bytes, gunichar *character)
{
    *character = bytes[0] >= 0x80 && bytes[0] < 0xa0 ? windows[bytes[0] - 0x80] : bytes[0];
    return 1;
}

/* 0 if @bytes do not begin with a whole character. */
static guint next_utf8(const guint8 *bytes, gsize length, gunichar *character)
{
    *character = g_utf8_get_char_validated((const char *)bytes, (gssize)MIN(length, 4));
    if (*character == 0 && bytes[0] == 0)
        return 1;
    if (*character == 0 || *character >= (gunichar)-2)
        return 0;
    return (guint)g_unichar_to_utf8(*character, NULL);
}

static guint unit_at(const guint8 *bytes, gboolean big)
{
    return big ? (guint)bytes[0] << 8 | bytes[1] : (guint)bytes[1] << 8 | bytes[0];
}

static guint next_utf16(const guint8 *bytes, gsize length, gboolean big, gunichar *character)
{
    *character = 0xfffd;
    if (length < 2)
        return 1;
    const guint high = unit_at(bytes, big);
    if (high < 0xd800 || high > 0xdfff) {
        *character = high;
        return 2;
    }
    if (high > 0xdbff || length < 4)
        return 2;
    const guint low = unit_at(bytes + 2, big);
    if (low < 0xdc00 || low > 0xdfff)
        return 2;
    *character = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
    return 4;
}

guint isr_charset_next(IsrCharset charset, const guint8 *bytes, gsize length, gunichar *character)
{
    guint used;

    if (isr_charset_is_narrow(charset) && bytes[0] < 0x80) {
        *character = bytes[0];
        return 1;
    }
    switch (charset) {
    case ISR_CHARSET_UTF16LE:
    case ISR_CHARSET_UTF16BE:
        return next_utf16(bytes, length, charset == ISR_CHARSET_UTF16BE, character);
    case ISR_CHARSET_WINDOWS_1252:
        return next_windows(bytes, character);
    case ISR_CHARSET_MIXED:
        used = next_utf8(bytes, length, character);
        return used ? used : next_windows(bytes, character);
    case ISR_CHARSET_UTF8:
        break;
    }
    used = next_utf8(bytes, length, character);
    if (used)
        return used;
    *character = 0xfffd;
    return 1;
}

static void put_utf16(gunichar character, gboolean big, GByteArray *out)
{
    const guint rest = character - 0x10000;
    const guint units[2] = {character > 0xffff ? 0xd800 + (rest >> 10) : character,
                            0xdc00 + (rest & 0x3ff)};

    for (int i = 0; i < (character > 0xffff ? 2 : 1); i++) {
        const guint8 pair[2] = {(guint8)(units[i] >> 8), (guint8)units[i]};

        g_byte_array_append(out, &pair[big ? 0 : 1], 1);
        g_byte_array_append(out, &pair[big ? 1 : 0], 1);
    }
}

static void put_windows(gunichar character, GByteArray *out)
{
    guint8 byte = '?';

    if (character < 0x80 || (character >= 0xa0 && character <= 0xff))
        byte = (guint8)character;
    else
        for (guint i = 0; i < G_N_ELEMENTS(windows); i++)
            if (windows[i] == character)
                byte = (guint8)(0x80 + i);
    g_byte_array_append(out, &byte, 1);
}

void isr_charset_put(IsrCharset charset, const char *text, GByteArray *out)
{
    if (charset == ISR_CHARSET_UTF8 || charset == ISR_CHARSET_MIXED) {
        g_byte_array_append(out, (const guint8 *)text, (guint)strlen(text));
        return;
    }
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        if (charset == ISR_CHARSET_WINDOWS_1252)
            put_windows(g_utf8_get_char(at), out);
        else
            put_utf16(g_utf8_get_char(at), charset == ISR_CHARSET_UTF16BE, out);
    }
}
