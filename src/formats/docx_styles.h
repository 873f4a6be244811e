/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the text of a document must know of its styles before it is read: which hide it and which
 * make it a heading. */
#pragma once

#include "package.h"

typedef enum {
    DOCX_STYLE_PLAIN = 0,
    DOCX_STYLE_HIDDEN = 1 << 0,
    DOCX_STYLE_SHOWN = 1 << 1, /* says outright that it does not hide */
    DOCX_STYLE_HEADING = 1 << 2
} DocxStyleFlags;

typedef struct DocxStyles DocxStyles;

/* Reads member @n (-1: there are no styles). Free with docx_styles_free() (accepts NULL). */
DocxStyles *docx_styles_load(IsrPackage *package, gint64 n, GError **error);
void docx_styles_free(DocxStyles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DocxStyles, docx_styles_free)

/* DocxStyleFlags of style @id, what it is based on included; 0 if there is none. */
guint docx_styles_flags(const DocxStyles *styles, const char *id);

/* TRUE unless @value of an on-off property says off. NULL is on. */
gboolean docx_is_on(const char *value);
