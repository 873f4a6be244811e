/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of plain text. The bytes are handed on as they are; what is noted about a line says how
 * it may belong to a heading, a paragraph or a table. */
#include "line.h"

#include "../character.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <string.h>

#define WINDOW 65536
#define CHARACTER_BYTES 8 /* a line end in UTF-16 and then some */

IsrLineReader *isr_line_reader_new(IsrInput *input, IsrCharset charset, guint64 offset)
{
    IsrLineReader *reader = g_new0(IsrLineReader, 1);

    reader->input = input;
    reader->charset = charset;
    reader->offset = offset;
    reader->window = g_malloc(WINDOW);
    return reader;
}

void isr_line_reader_free(IsrLineReader *reader)
{
    if (!reader)
        return;
    g_free(reader->window);
    g_free(reader);
}

guint isr_line_character(IsrCharset charset, const guint8 *bytes, gsize length, gunichar *character)
{
    const guint used = isr_charset_next(charset, bytes, length, character);
    gunichar next;

    if (*character >= 0x20)
        return used;
    if (*character == 0x1f)
        *character = ' ';
    if (*character != '\r')
        return used;
    *character = '\n';
    if (length <= used)
        return used;
    const guint more = isr_charset_next(charset, bytes + used, length - used, &next);
    return next == '\n' ? used + more : used;
}

/* Makes sure that a whole character is in the window, unless the file ends. */
static gboolean fill(IsrLineReader *reader, GError **error)
{
    if (reader->filled - reader->at >= CHARACTER_BYTES)
        return TRUE;
    memmove(reader->window, reader->window + reader->at, reader->filled - reader->at);
    reader->filled -= reader->at;
    reader->at = 0;
    const gssize got =
        isr_input_read(reader->input, reader->offset, reader->window + reader->filled,
                       WINDOW - reader->filled, error);
    if (got < 0)
        return FALSE;
    reader->filled += (gsize)got;
    reader->offset += (guint64)got;
    return TRUE;
}

/* What is remembered of the characters before the one that is looked at. */
typedef struct {
    gunichar last;   /* before it, whatever it was */
    gunichar solid;  /* the last that was no white space */
    guint lower;     /* small letters in a row before @solid's end of sentence, or at its end */
    gboolean tab;    /* since @solid */
    gboolean hashes; /* nothing but '#' so far */
} Past;

static gboolean ends_sentence(gunichar c)
{
    return c == '.' || c == '!' || c == '?';
}

/* TRUE if the line may be cut before @c: after a sentence whose last word is no abbreviation,
 * later between two words of running text, at last at any white space. */
static gboolean may_cut(const Past *past, gunichar c, gsize length)
{
    if (length < ISR_LINE_BYTES || !isr_is_space(past->last) || isr_is_space(c))
        return FALSE;
    if (past->lower >= 4 && ends_sentence(past->solid))
        return TRUE;
    if (length > ISR_LINE_BYTES * 3 / 2 && past->lower >= 4 && isr_is_lower(c))
        return TRUE;
    return length > ISR_LINE_BYTES * 4;
}

static void remember(Past *past, gunichar c)
{
    past->last = c;
    if (isr_is_space(c)) {
        past->tab |= c == '\t';
        return;
    }
    if (isr_is_lower(c))
        past->lower++;
    else if (!ends_sentence(c))
        past->lower = 0;
    past->solid = c;
    past->tab = FALSE;
}

static void note_hashes(IsrLine *line, Past *past, gunichar c)
{
    if (past->solid == 0)
        line->hashed = past->hashes = c == '#';
    if (!past->hashes || c == '#')
        return;
    past->hashes = FALSE;
    line->hashed = isr_is_space(past->last);
}

static void note_solid(IsrLine *line, Past *past, gunichar c)
{
    note_hashes(line, past, c);
    if (past->solid == 0)
        line->open = c == '|';
    else if (past->tab && line->tabs++ == 0)
        line->colon = past->solid == ':';
    line->blank = FALSE;
    line->shut = c == '|';
    line->bars += c == '|';
    if (isr_is_alpha(c)) {
        line->letters++;
        line->capitals &= !isr_is_lower(c);
    }
}

static gboolean is_small(gunichar c)
{
    return c >= 'a' && c <= 'z';
}

/* Passes over small letters behind another: all that can be said of them is how many there are. */
static void pass_small(IsrLineReader *reader, IsrLine *line, Past *past)
{
    guint n = 0;

    if (!is_small(past->last) || !isr_charset_is_narrow(reader->charset))
        return;
    while (reader->filled - reader->at > CHARACTER_BYTES && is_small(reader->window[reader->at])) {
        reader->at++;
        n++;
    }
    if (n == 0)
        return;
    past->last = past->solid = reader->window[reader->at - 1];
    past->lower += n;
    line->letters += n;
}

/* Hands over the bytes of the window from @from on that were read. */
static void take(IsrLineReader *reader, gsize from, GByteArray *raw)
{
    g_byte_array_append(raw, reader->window + from, (guint)(reader->at - from));
}

static gboolean fail_long(IsrLineReader *reader, GError **error)
{
    g_set_error(error, ISR_ERROR, ISR_ERROR_LIMIT,
                "%s: a line goes on for more than %d megabytes without a space; this is no text "
                "that isredact can read",
                isr_input_name(reader->input), ISR_LIMIT_BLOCK_BYTES / (1024 * 1024));
    return FALSE;
}

gboolean isr_line_next(IsrLineReader *reader, GByteArray *raw, IsrLine *line, gboolean *more,
                       GError **error)
{
    Past past = {0};
    gunichar c = 0;
    gsize from = reader->at; /* what is read and not yet handed over */

    *line = (IsrLine){.start = raw->len, .blank = TRUE, .capitals = TRUE};
    while (c != '\n') {
        if (reader->filled - reader->at < CHARACTER_BYTES) {
            take(reader, from, raw);
            if (!fill(reader, error))
                return FALSE;
            from = reader->at;
        }
        if (reader->at == reader->filled)
            break;
        const guint used = isr_line_character(reader->charset, reader->window + reader->at,
                                              reader->filled - reader->at, &c);
        const gsize length = raw->len - line->start + reader->at - from;

        line->cut = may_cut(&past, c, length);
        if (line->cut)
            break;
        if (length > ISR_LIMIT_BLOCK_BYTES)
            return fail_long(reader, error);
        if (!isr_is_space(c))
            note_solid(line, &past, c);
        reader->at += used;
        remember(&past, c);
        pass_small(reader, line, &past);
    }
    take(reader, from, raw);
    line->end = raw->len;
    line->sentence = past.lower >= 4 && ends_sentence(past.solid);
    line->capitals &= line->letters > 0;
    *more = line->end > line->start;
    return TRUE;
}
