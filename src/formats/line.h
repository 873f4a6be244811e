/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines of a plain text, byte for byte, and what can be seen of each at a glance. Very long
 * lines come in pieces that are cut where no name or number stands. */
#pragma once

#include "charset.h"

/* From this many bytes on a paragraph or line is ended at the next good place. */
#define ISR_LINE_BYTES (64 * 1024)

typedef struct {
    gsize start, end;  /* bytes of the buffer the line was read into */
    gboolean blank;    /* white space only */
    gboolean cut;      /* a piece of a line that goes on */
    gboolean sentence; /* ends with the end of a sentence */
    gboolean hashed;   /* "# ...": a heading of Markdown */
    gboolean capitals; /* letters, all of them capital */
    guint letters;
    guint bars;     /* '|' in it */
    gboolean open;  /* begins with a '|' */
    gboolean shut;  /* ends with a '|' */
    guint tabs;     /* gaps with a tab in them between two words */
    gboolean colon; /* the word before the first such gap ends with ':' */
} IsrLine;

typedef struct {
    IsrInput *input;
    IsrCharset charset;
    guint64 offset; /* of the next byte to be read into the window */
    guint8 *window;
    gsize at, filled;
} IsrLineReader;

IsrLineReader *isr_line_reader_new(IsrInput *input, IsrCharset charset, guint64 offset);
void isr_line_reader_free(IsrLineReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrLineReader, isr_line_reader_free)

/* Appends the next line with its end to @raw and describes it. *more is FALSE, and nothing is
 * appended, at the end of the file. Errors: IO; LIMIT for a word that is longer than a block. */
gboolean isr_line_next(IsrLineReader *reader, GByteArray *raw, IsrLine *line, gboolean *more,
                       GError **error);

/* Like isr_charset_next(), but any line end (CR LF, CR, LF) is one '\n', and U+001F, which
 * stands between cells in a block, is a space. */
guint isr_line_character(IsrCharset charset, const guint8 *bytes, gsize length,
                         gunichar *character);
