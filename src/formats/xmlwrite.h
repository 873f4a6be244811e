/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * XML written as a stream, with prefixes and namespace declarations as given, so that what was
 * copied is canonically what it was. A declaration that is missing is added. */
#pragma once

#include "xmlread.h"

typedef gboolean (*IsrXmlSink)(gpointer self, const void *bytes, gsize length, GError **error);

typedef struct IsrXmlWriter IsrXmlWriter;

/* Writes to @sink, beginning with the XML declaration. Free with isr_xml_writer_free(). */
IsrXmlWriter *isr_xml_writer_new(IsrXmlSink sink, gpointer self);
void isr_xml_writer_free(IsrXmlWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrXmlWriter, isr_xml_writer_free)

/* @element's GArrays may be NULL. */
void isr_xml_writer_start(IsrXmlWriter *writer, const IsrXmlElement *element);
void isr_xml_writer_text(IsrXmlWriter *writer, const char *text);
void isr_xml_writer_end(IsrXmlWriter *writer);

/* Hands what has been written to the sink. */
gboolean isr_xml_writer_flush(IsrXmlWriter *writer, GError **error);
