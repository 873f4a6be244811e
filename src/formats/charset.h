/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The encodings of plain text: which one a file has, and its characters one by one. */
#pragma once

#include <isredact/io.h>

typedef enum {
    ISR_CHARSET_UTF8,
    ISR_CHARSET_UTF16LE,
    ISR_CHARSET_UTF16BE,
    ISR_CHARSET_WINDOWS_1252,
    ISR_CHARSET_MIXED /* UTF-8 in which stray bytes of Windows-1252 stand, as mail has it */
} IsrCharset;

/* Reads all of @input and says how it is encoded and how many bytes its byte-order mark takes (0:
 * none). Errors: IO; MALFORMED or UNSUPPORTED with a sentence that says what to do. */
gboolean isr_charset_of(IsrInput *input, IsrCharset *charset, guint *mark, GError **error);

/* TRUE if bytes below 0x80 are ASCII wherever they stand. */
static inline gboolean isr_charset_is_narrow(IsrCharset charset)
{
    return charset != ISR_CHARSET_UTF16LE && charset != ISR_CHARSET_UTF16BE;
}

/* The character at @bytes (@length of them, at least 1; four are always enough) and how many
 * bytes it takes, at least 1. What cannot be decoded is U+FFFD. */
guint isr_charset_next(IsrCharset charset, const guint8 *bytes, gsize length, gunichar *character);

/* Appends UTF-8 @text to @out; what @charset cannot hold becomes '?'. */
void isr_charset_put(IsrCharset charset, const char *text, GByteArray *out);
