/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Character encodings and escapes, undone as bytes pass. */
#include "decoding.h"

#include <string.h>

static guint sequence_length(guint8 byte)
{
    if (byte >= 0xC2 && byte <= 0xDF)
        return 2;
    if (byte >= 0xE0 && byte <= 0xEF)
        return 3;
    return byte >= 0xF0 && byte <= 0xF4 ? 4 : 1;
}

/* The held bytes were no character after all. */
static void release(IsrUtf8 *utf8)
{
    for (guint i = 0; i < utf8->n; i++)
        utf8->put(utf8->self, utf8->lenient ? utf8->held[i] : ' ');
    utf8->n = 0;
}

void isr_utf8_put(IsrUtf8 *utf8, guint8 byte)
{
    gunichar c;

    if (byte == 0 && utf8->n == 0)
        return;
    if (utf8->n > 0 && (byte & 0xC0) != 0x80)
        release(utf8);
    if (byte < 0x80 && utf8->n == 0) {
        if (byte)
            utf8->put(utf8->self, byte);
        return;
    }
    utf8->held[utf8->n++] = byte;
    if (utf8->n < sequence_length(utf8->held[0]))
        return;
    c = g_utf8_get_char_validated((const char *)utf8->held, (gssize)utf8->n);
    if (c == (gunichar)-1 || c == (gunichar)-2) {
        release(utf8);
        return;
    }
    utf8->n = 0;
    utf8->put(utf8->self, c);
}

void isr_utf8_end(IsrUtf8 *utf8)
{
    release(utf8);
}

void isr_utf16_put(IsrUtf16 *utf16, guint8 byte)
{
    guint16 unit;

    utf16->half = !utf16->half;
    if (utf16->half) {
        utf16->first = byte;
        return;
    }
    unit = (guint16)(utf16->big ? utf16->first << 8 | byte : byte << 8 | utf16->first);
    if (unit >= 0xD800 && unit < 0xDC00) {
        utf16->lead = unit;
        return;
    }
    if (unit >= 0xDC00 && unit < 0xE000)
        utf16->put(utf16->self, utf16->lead ? 0x10000 + ((gunichar)(utf16->lead - 0xD800) << 10) +
                                                  (unit - 0xDC00)
                                            : ' ');
    else
        utf16->put(utf16->self, unit);
    utf16->lead = 0;
}

gunichar isr_reference_char(const char *name, gsize length)
{
    static const struct {
        const char *name;
        char c;
    } known[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
    gboolean hex = length > 1 && (name[1] == 'x' || name[1] == 'X');
    gunichar c = 0;

    for (guint i = 0; i < G_N_ELEMENTS(known); i++) {
        if (length == strlen(known[i].name) && strncmp(name, known[i].name, length) == 0)
            return (guchar)known[i].c;
    }
    if (length < 2 || name[0] != '#')
        return 0;
    for (gsize i = hex ? 2 : 1; i < length; i++) {
        if (!(hex ? g_ascii_isxdigit(name[i]) : g_ascii_isdigit(name[i])) || c > 0x10FFFF)
            return 0;
        c = c * (hex ? 16 : 10) + (gunichar)g_ascii_xdigit_value(name[i]);
    }
    return g_unichar_validate(c) ? c : 0;
}

/* Escapes of a fixed form; '0' stands for a hexadecimal digit. */
static const struct {
    const char *form;
    gboolean byte; /* one byte of UTF-8, else a character */
} escapes_known[] = {
    {"%00", TRUE}, {"=00", TRUE}, {"\\x00", TRUE}, {"\\u0000", FALSE}, {"_x0000_", FALSE}};

typedef enum { MATCH_NONE, MATCH_PART, MATCH_WHOLE } MatchKind;

static MatchKind match_form(const char *form, const char *held, guint n, gunichar *c)
{
    *c = 0;
    for (guint i = 0; i < n; i++) {
        if (form[i] == '\0')
            return MATCH_NONE;
        if (form[i] == '0') {
            if (!g_ascii_isxdigit(held[i]))
                return MATCH_NONE;
            *c = *c * 16 + (gunichar)g_ascii_xdigit_value(held[i]);
        } else if (form[i] != held[i]) {
            return MATCH_NONE;
        }
    }
    return form[n] ? MATCH_PART : MATCH_WHOLE;
}

static MatchKind match_reference(const char *held, guint n, gunichar *c)
{
    if (held[0] != '&')
        return MATCH_NONE;
    if (held[n - 1] == ';') {
        *c = isr_reference_char(held + 1, n - 2);
        return *c ? MATCH_WHOLE : MATCH_NONE;
    }
    return n == 1 || g_ascii_isalnum(held[n - 1]) || held[n - 1] == '#' ? MATCH_PART : MATCH_NONE;
}

static MatchKind match_held(const IsrEscapes *escapes, gunichar *c, gboolean *byte)
{
    MatchKind kind = match_reference(escapes->held, escapes->n, c);

    *byte = FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(escapes_known) && kind == MATCH_NONE; i++) {
        kind = match_form(escapes_known[i].form, escapes->held, escapes->n, c);
        *byte = escapes_known[i].byte;
    }
    return kind;
}

static gboolean is_starter(gunichar c)
{
    return c == '%' || c == '=' || c == '\\' || c == '_' || c == '&';
}

/* Passes on what cannot be the beginning of an escape. */
static void settle(IsrEscapes *escapes, gboolean end)
{
    while (escapes->n > 0) {
        gunichar c;
        gboolean byte;
        MatchKind kind = match_held(escapes, &c, &byte);

        if (kind == MATCH_PART && !end && escapes->n < sizeof escapes->held)
            return;
        if (kind == MATCH_WHOLE) {
            escapes->n = 0;
            if (byte) {
                isr_utf8_put(&escapes->bytes, (guint8)c);
                return;
            }
            isr_utf8_end(&escapes->bytes);
            if (is_starter(c)) {
                escapes->held[escapes->n++] = (char)c; /* "&amp;#81;" was escaped twice */
                return;
            }
            escapes->decoded(escapes->self, c);
            return;
        }
        isr_utf8_end(&escapes->bytes);
        escapes->plain(escapes->self, (guchar)escapes->held[0]);
        memmove(escapes->held, escapes->held + 1, --escapes->n);
    }
}

void isr_escapes_init(IsrEscapes *escapes, IsrCharFunc plain, IsrCharFunc decoded, gpointer self)
{
    *escapes = (IsrEscapes){.plain = plain, .decoded = decoded, .self = self};
    escapes->bytes = (IsrUtf8){.put = decoded, .self = self, .lenient = TRUE};
}

void isr_escapes_put(IsrEscapes *escapes, gunichar c)
{
    if (escapes->n == 0 && !is_starter(c)) {
        isr_utf8_end(&escapes->bytes);
        escapes->plain(escapes->self, c);
        return;
    }
    if (c >= 0x80) {
        settle(escapes, TRUE);
        escapes->plain(escapes->self, c);
        return;
    }
    escapes->held[escapes->n++] = (char)c;
    settle(escapes, FALSE);
}

void isr_escapes_end(IsrEscapes *escapes)
{
    settle(escapes, TRUE);
    isr_utf8_end(&escapes->bytes);
}

void isr_digits_init(IsrDigits *digits, guint bits, IsrCharFunc put, gpointer *selves)
{
    *digits = (IsrDigits){.bits = bits, .phases = bits == 6 ? 4 : 2, .shortest = 8};
    for (guint i = 0; i < digits->phases; i++)
        digits->bytes[i] = (IsrUtf8){.put = put, .self = selves[i]};
}

static int digit_value(guint bits, guint8 byte)
{
    if (bits == 4)
        return g_ascii_xdigit_value((char)byte);
    if (byte >= 'A' && byte <= 'Z')
        return byte - 'A';
    if (byte >= 'a' && byte <= 'z')
        return byte - 'a' + 26;
    if (byte >= '0' && byte <= '9')
        return byte - '0' + 52;
    if (byte == '+' || byte == '-')
        return 62;
    return byte == '/' || byte == '_' ? 63 : -1;
}

/* Phase i leaves the first i digits of the run out. */
static void put_digit(IsrDigits *digits, guint value, guint place)
{
    for (guint i = 0; i < digits->phases && i <= place; i++) {
        digits->value[i] = digits->value[i] << digits->bits | value;
        digits->filled[i] += digits->bits;
        if (digits->filled[i] >= 8) {
            digits->filled[i] -= 8;
            isr_utf8_put(&digits->bytes[i], (guint8)(digits->value[i] >> digits->filled[i]));
        }
    }
}

void isr_digits_put(IsrDigits *digits, guint8 byte)
{
    int value = digit_value(digits->bits, byte);

    if (value < 0) {
        /* Lines of a long run end and go on. */
        if ((byte != '\n' && byte != '\r') || digits->run < 32)
            isr_digits_end(digits);
        return;
    }
    if (digits->run < digits->shortest)
        digits->head[digits->run] = (guint8)value;
    digits->run++;
    if (digits->run < digits->shortest)
        return;
    if (digits->run == digits->shortest) {
        for (guint i = 0; i < digits->shortest; i++)
            put_digit(digits, digits->head[i], i);
        return;
    }
    put_digit(digits, (guint)value, digits->run - 1);
}

void isr_digits_end(IsrDigits *digits)
{
    for (guint i = 0; i < digits->phases && digits->run >= digits->shortest; i++) {
        isr_utf8_end(&digits->bytes[i]);
        digits->bytes[i].put(digits->bytes[i].self, ' ');
        digits->value[i] = 0;
        digits->filled[i] = 0;
    }
    digits->run = 0;
}
