/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text in many stretches of which labels are looked for: cut into words once. What is said of a
 * stretch is what label.h says of it as a text of its own. */
#pragma once

#include <isredact/label.h>

typedef struct IsrLabelText IsrLabelText;

/* Borrows both. */
IsrLabelText *isr_label_text_new(const IsrLabelIndex *index, const char *text, gsize length);
/* Accepts NULL. */
void isr_label_text_free(IsrLabelText *labels);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrLabelText, isr_label_text_free)

/* Reads the bytes @start..@end as isr_label_index_read() does. */
gboolean isr_label_text_read(const IsrLabelText *labels, gsize start, gsize end, gboolean whole,
                             IsrLabelMeaning *meaning);

/* The label one of whose wordings is all of the bytes @start..@end, or NULL. Borrowed. */
const IsrLabel *isr_label_text_find(const IsrLabelText *labels, gsize start, gsize end);

/* FALSE if no wording, and no label in the run of a sentence, can end where the bytes
 * @start..@end end: a quick look before reading. */
gboolean isr_label_text_ends(const IsrLabelText *labels, gsize start, gsize end);

/* FALSE if no wording begins in the bytes @start..@end: a quick look before reading. */
gboolean isr_label_text_may_hold(const IsrLabelText *labels, gsize start, gsize end);
