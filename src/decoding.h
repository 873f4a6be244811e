/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ways in which bytes can hold text, each undone byte by byte in a few bytes of memory: UTF-8,
 * UTF-16, escapes, base64, hexadecimal. Serves verify.c and shares nothing with the writers. */
#pragma once

#include <glib.h>

/* Receives decoded characters. */
typedef void (*IsrCharFunc)(gpointer self, gunichar c);

/* UTF-8. A byte that is none is taken for Windows-1252 if @lenient, else for a space. NUL bytes
 * are skipped, which reads the ASCII characters of UTF-16 too. */
typedef struct {
    IsrCharFunc put;
    gpointer self;
    gboolean lenient;
    guint8 held[4];
    guint n;
} IsrUtf8;

void isr_utf8_put(IsrUtf8 *utf8, guint8 byte);
void isr_utf8_end(IsrUtf8 *utf8);

/* UTF-16 from any place on; @big: the high byte comes first. */
typedef struct {
    IsrCharFunc put;
    gpointer self;
    gboolean big;
    guint8 first;
    gboolean half; /* @first holds a byte */
    guint16 lead;  /* of a surrogate pair, or 0 */
} IsrUtf16;

void isr_utf16_put(IsrUtf16 *utf16, guint8 byte);

/* Escapes within characters: %51, =51, \x51, \u0051, _x0051_, &#81;, &#x51;, &amp;. */
typedef struct {
    IsrCharFunc plain, decoded;
    gpointer self;
    IsrUtf8 bytes; /* of %C3%AB */
    char held[12];
    guint n;
} IsrEscapes;

/* @plain gets the characters that were not escaped, @decoded the others. */
void isr_escapes_init(IsrEscapes *escapes, IsrCharFunc plain, IsrCharFunc decoded, gpointer self);
void isr_escapes_put(IsrEscapes *escapes, gunichar c);
void isr_escapes_end(IsrEscapes *escapes);

/* The character that reference @name ("amp", "#81", "#x51") stands for, or 0. */
gunichar isr_reference_char(const char *name, gsize length);

/* Bytes written in digits of @bits bits: 6 (base64 and its URL form) or 4 (hexadecimal). Runs of
 * digits are read from each of the places at which a byte can begin. */
#define ISR_DIGITS_PHASES 4
typedef struct {
    guint bits;
    guint phases;
    guint shortest; /* a shorter run is a word */
    guint8 head[16];
    guint run;
    guint32 value[ISR_DIGITS_PHASES];
    guint filled[ISR_DIGITS_PHASES];
    IsrUtf8 bytes[ISR_DIGITS_PHASES];
} IsrDigits;

/* @selves: what each phase's characters are given to. */
void isr_digits_init(IsrDigits *digits, guint bits, IsrCharFunc put, gpointer *selves);
void isr_digits_put(IsrDigits *digits, guint8 byte);
void isr_digits_end(IsrDigits *digits);
