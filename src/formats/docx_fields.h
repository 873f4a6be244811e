/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fields: codes that a reader's program turns into text again. Those that can only give numbers
 * and text of the copy itself stay fields; of all others the last result stays, as plain text. */
#pragma once

#include "xmlcopy.h"

typedef struct DocxFields DocxFields;

DocxFields *docx_fields_new(void);
void docx_fields_free(DocxFields *fields);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DocxFields, docx_fields_free)

/* TRUE where a field's code stands: its text is no text of the document. */
gboolean docx_fields_in_code(const DocxFields *fields);

/* w:fldChar begins; @rule drops it if its field does not stay. */
gboolean docx_fields_character(DocxFields *fields, IsrXmlCopy *copy, const IsrXmlElement *element,
                               IsrXmlRule *rule, GError **error);
/* w:fldSimple begins; @rule unwraps it if it does not stay. */
gboolean docx_fields_simple(IsrXmlCopy *copy, const IsrXmlElement *element, IsrXmlRule *rule,
                            GError **error);

/* Text of w:instrText; *text becomes NULL if it does not stay. */
void docx_fields_code(DocxFields *fields, const char **text);
/* An item of a drop-down form field, and the number of the chosen one. */
void docx_fields_list_entry(DocxFields *fields, const char *text);
void docx_fields_list_result(DocxFields *fields, const char *number);
/* Text stands where a field's result does. */
void docx_fields_result(DocxFields *fields);

/* In the end hook, where a code stands: the element that began with token @first belongs to it. */
void docx_fields_piece(DocxFields *fields, IsrXmlCopy *copy, guint64 first);

/* A paragraph ends: a code that is still open does not stay. */
void docx_fields_end_paragraph(DocxFields *fields, IsrXmlCopy *copy);
