/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Readings of bytes for the leak search. Shares no code with src/. */
#include "views.h"

#include <gio/gio.h>
#include <string.h>

static gunichar plain(gunichar c)
{
    return c >= 0xf020 && c <= 0xf0ff ? c - 0xf000 : c;
}

char *view_squeezed(const char *text)
{
    g_autofree char *broken = g_utf8_normalize(text, -1, G_NORMALIZE_ALL);
    GString *out = g_string_sized_new(strlen(broken));

    for (const char *at = broken; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = plain(g_utf8_get_char(at));

        if (c < 0x80 ? g_ascii_isalnum((char)c) : g_unichar_isalnum(c))
            g_string_append_unichar(out, g_unichar_tolower(c));
    }
    return g_string_free(out, FALSE);
}

/* Reads up to @most digits of @base at @at; how many there were. */
static gsize digits(const char *at, guint base, gsize most, guint32 *value)
{
    gsize n = 0;

    for (*value = 0; n < most; n++) {
        int digit = base == 16 ? g_ascii_xdigit_value(at[n]) : g_ascii_digit_value(at[n]);
        if (digit < 0)
            break;
        *value = *value * base + (guint32)digit;
    }
    return n;
}

typedef struct {
    const char *before; /* "&#x" */
    guint base;
    gsize least, most;
    char after; /* ';' or 0: nothing */
} Escape;

static const Escape escapes[] = {
    {"&#x", 16, 1, 6, ';'}, {"&#X", 16, 1, 6, ';'}, {"&#", 10, 1, 7, ';'}, {"_x", 16, 4, 4, '_'},
    {"\\u", 16, 4, 4, 0},   {"\\x", 16, 2, 2, 0},   {"\\'", 16, 2, 2, 0},  {"\\u", 10, 2, 5, '?'},
    {"%", 16, 2, 2, 0},     {"=", 16, 2, 2, 0},
};

/* The length of the escape at @at and the character it stands for; 0 if there is none. */
static gsize escape_at(const char *at, guint32 *c)
{
    for (gsize i = 0; i < G_N_ELEMENTS(escapes); i++) {
        const Escape *escape = &escapes[i];
        gsize before = strlen(escape->before);

        if (strncmp(at, escape->before, before) != 0)
            continue;
        gsize n = digits(at + before, escape->base, escape->most, c);
        if (n < escape->least || *c == 0 || *c > 0x10ffff)
            continue;
        if (escape->after == 0)
            return before + n;
        if (at[before + n] == escape->after)
            return before + n + 1;
    }
    return 0;
}

char *view_unescaped(const char *text)
{
    GString *out = g_string_sized_new(strlen(text));

    for (const char *at = text; *at != '\0';) {
        guint32 c;
        gsize n = strchr("&_\\%=", *at) != NULL ? escape_at(at, &c) : 0;

        if (n == 0 && at[0] == '=' && (at[1] == '\n' || at[1] == '\r')) {
            at += at[1] == '\r' && at[2] == '\n' ? 3 : 2; /* soft line end */
        } else if (n == 0) {
            g_string_append_c(out, *at++);
        } else {
            /* Bytes of UTF-8 are put together again; anything else is a code point. */
            if (c < 0x100 && (*at == '%' || *at == '='))
                g_string_append_c(out, (char)c);
            else
                g_string_append_unichar(out, c);
            at += n;
        }
    }
    char *valid = g_utf8_make_valid(out->str, (gssize)out->len);
    g_string_free(out, TRUE);
    return valid;
}

/* The letter of <w:sym w:char="F051"/>, or nothing. */
static void append_symbol(GString *out, const char *tag, gsize length)
{
    g_autofree char *copy = g_strndup(tag, length);
    const char *value = strstr(copy, ":char=");
    guint32 c;

    if (strstr(copy, ":sym ") != NULL && value != NULL && digits(value + 7, 16, 4, &c) == 4)
        g_string_append_unichar(out, plain(c));
}

/* Where the mark-up that begins at @at ends. */
static const char *markup_end(const char *at)
{
    const char *end;

    if (g_str_has_prefix(at, "<![CDATA["))
        return at + 9;
    if (g_str_has_prefix(at, "<!--"))
        end = strstr(at, "-->");
    else if (g_str_has_prefix(at, "<?"))
        end = strstr(at, "?>");
    else
        end = strchr(at, '>');
    if (end == NULL)
        return at + 1;
    return end + (*end == '-' ? 3 : *end == '?' ? 2 : 1);
}

static const char *deleted_end(const char *at)
{
    const char *end = strstr(at, "delText>");

    return end != NULL ? end + strlen("delText>") : at + 1;
}

char *view_without_tags(const char *text, ViewTags which)
{
    GString *out = g_string_sized_new(strlen(text));

    for (const char *at = text; *at != '\0';) {
        if (g_str_has_prefix(at, "]]>")) {
            at += 3;
        } else if (which == VIEW_NO_DELETED && g_str_has_prefix(at, "<w:delText")) {
            at = deleted_end(at + 10);
        } else if (*at == '<') {
            const char *end = markup_end(at);
            append_symbol(out, at, (gsize)(end - at));
            at = end;
        } else {
            g_string_append_c(out, *at++);
        }
    }
    return g_string_free(out, FALSE);
}

static char *from_utf16(const guint8 *bytes, gsize length, gboolean big)
{
    GString *out = g_string_sized_new(length);

    for (gsize i = 0; i + 1 < length; i += 2) {
        guint c = big ? bytes[i] << 8 | bytes[i + 1] : bytes[i + 1] << 8 | bytes[i];

        if (c != 0 && (c < 0xd800 || c > 0xdfff))
            g_string_append_unichar(out, c);
    }
    return g_string_free(out, FALSE);
}

GPtrArray *view_texts(const guint8 *bytes, gsize length)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);

    g_ptr_array_add(texts, g_utf8_make_valid((const char *)bytes, (gssize)length));
    if (length == 0 || memchr(bytes, 0, length) == NULL)
        return texts;
    for (gsize phase = 0; phase < 2; phase++) {
        g_ptr_array_add(texts, from_utf16(bytes + phase, length - phase, FALSE));
        g_ptr_array_add(texts, from_utf16(bytes + phase, length - phase, TRUE));
    }
    return texts;
}

static gboolean is_base64(guint8 c)
{
    return g_ascii_isalnum((char)c) || c == '+' || c == '/' || c == '-' || c == '_';
}

static gboolean is_hex(guint8 c)
{
    return g_ascii_isxdigit((char)c);
}

static void add_base64(GPtrArray *packed, const GString *run)
{
    for (gsize phase = 0; phase < 4 && phase < run->len; phase++) {
        gsize length;
        guchar *bytes = g_base64_decode(run->str + phase, &length);

        g_ptr_array_add(packed, g_bytes_new_take(bytes, length));
    }
}

static void add_hex(GPtrArray *packed, const GString *run)
{
    for (gsize phase = 0; phase < 2; phase++) {
        GByteArray *bytes = g_byte_array_new();

        for (gsize i = phase; i + 1 < run->len; i += 2) {
            guint8 byte = (guint8)(g_ascii_xdigit_value(run->str[i]) * 16 +
                                   g_ascii_xdigit_value(run->str[i + 1]));
            g_byte_array_append(bytes, &byte, 1);
        }
        g_ptr_array_add(packed, g_byte_array_free_to_bytes(bytes));
    }
}

/* Collects runs of at least @least characters of an alphabet, white space in them ignored. */
static void add_runs(GPtrArray *packed, const guint8 *bytes, gsize length, gsize least,
                     gboolean (*belongs)(guint8), void (*add)(GPtrArray *, const GString *))
{
    g_autoptr(GString) run = g_string_new(NULL);

    for (gsize i = 0; i <= length; i++) {
        guint8 c = i < length ? bytes[i] : 0;

        if (i < length && belongs(c)) {
            g_string_append_c(run, c == '-' ? '+' : c == '_' ? '/' : (char)c);
        } else if (c != '\n' && c != '\r') {
            if (run->len >= least)
                add(packed, run);
            g_string_truncate(run, 0);
        }
    }
}

static void add_inflated(GPtrArray *packed, const guint8 *bytes, gsize length,
                         GZlibCompressorFormat format)
{
    g_autoptr(GZlibDecompressor) inflater = g_zlib_decompressor_new(format);
    g_autoptr(GByteArray) out = g_byte_array_new();
    guint8 buffer[4096];
    gsize used, made, at = 0;
    GConverterResult result = G_CONVERTER_CONVERTED;

    while (result == G_CONVERTER_CONVERTED && out->len < 8 * 1024 * 1024) {
        result = g_converter_convert(G_CONVERTER(inflater), bytes + at, length - at, buffer,
                                     sizeof buffer, G_CONVERTER_INPUT_AT_END, &used, &made, NULL);
        if (result == G_CONVERTER_ERROR)
            break;
        g_byte_array_append(out, buffer, (guint)made);
        at += used;
    }
    if (out->len > 0)
        g_ptr_array_add(packed, g_bytes_new(out->data, out->len));
}

/* Streams of gzip, zlib (PNG's zTXt) and zip members, wherever they begin. */
static void add_streams(GPtrArray *packed, const guint8 *bytes, gsize length)
{
    for (gsize i = 0; i + 4 < length; i++) {
        const guint8 *at = bytes + i;

        if (at[0] == 0x1f && at[1] == 0x8b && at[2] == 8)
            add_inflated(packed, at, length - i, G_ZLIB_COMPRESSOR_FORMAT_GZIP);
        else if (at[0] == 0x78 && (at[1] == 0x01 || at[1] == 0x9c || at[1] == 0xda))
            add_inflated(packed, at, length - i, G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
        else if (i + 30 < length && memcmp(at, "PK\3\4", 4) == 0 && at[8] == 8) {
            gsize skip = 30u + at[26] + at[27] * 256u + at[28] + at[29] * 256u;
            if (i + skip < length)
                add_inflated(packed, at + skip, length - i - skip, G_ZLIB_COMPRESSOR_FORMAT_RAW);
        }
    }
}

GPtrArray *view_packed(const guint8 *bytes, gsize length)
{
    GPtrArray *packed = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);

    add_runs(packed, bytes, length, 16, is_base64, add_base64);
    add_runs(packed, bytes, length, 12, is_hex, add_hex);
    add_streams(packed, bytes, length);
    return packed;
}
