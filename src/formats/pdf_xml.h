/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts within the XML that a PDF may carry: XMP metadata, the data of a form. */
#pragma once

#include <glib.h>

/* The texts and values in @length bytes of XML, each with a letter or digit: a GPtrArray of char *
 * that frees them; NULL if the XML cannot be read (broken, or with a DOCTYPE). Identifiers and
 * dates that programs write for each other are left out. */
GPtrArray *isr_pdf_xml_texts(const guint8 *bytes, gsize length);
