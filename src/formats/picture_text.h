/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text in a picture of a document: shown to the visitor like any other, and what must go is
 * covered in the pixels. */
#pragma once

#include "visit.h"

/* What is known of the text in a picture. */
typedef enum {
    ISR_PICTURE_UNREAD, /* no OCR, or not a picture that can be read */
    ISR_PICTURE_BARE,   /* no word stands in it */
    ISR_PICTURE_READ,
    ISR_PICTURE_COVERED /* all of it: what must go can still be read with the words covered */
} IsrPictureState;

typedef struct {
    IsrPictureState state;
    GArray *covers; /* of IsrCover: places that must go, or NULL if none must; owned */
} IsrPictureText;

/* In pixels of the picture as it is stored. */
typedef struct {
    int left, top, right, bottom;
} IsrCover;

/* Shows the words in @bytes, a cleaned picture that will be @part of the copy, as blocks, one for
 * each paragraph, and tells of the words that cannot be read surely. The same picture gives the
 * same blocks. In a writing walk, what would stand in the copy is read again until nothing that
 * must go is found. Errors: the visitor's; UNSUPPORTED, LIMIT, MALFORMED if every picture is to be
 * read and this one cannot. */
gboolean isr_picture_text_show(IsrVisit *visit, const char *part, const guint8 *bytes, gsize length,
                               IsrPictureText *text, GError **error);
void isr_picture_text_clear(IsrPictureText *text);

/* Tells the visitor of a picture that stays, by what is known of its text. */
void isr_picture_text_tell(IsrVisit *visit, const IsrPictureText *text);

/* @bytes, a cleaned picture, as it is in the copy: with @text's covers over its pixels. Free with
 * g_byte_array_unref(). NULL: it could be decoded before and cannot now. */
GByteArray *isr_picture_text_cover(const IsrPictureText *text, const guint8 *bytes, gsize length);
