/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that is known of a document, looked for again: values and the numbers of houses. */
#pragma once

#include <isredact/people.h>
#include <isredact/terms.h>

/* Appends what is known and stands in @reading. FALSE with LIMIT. */
gboolean isr_sweep_reading(const IsrPeople *people, const IsrTerms *terms,
                           const IsrReading *reading, GArray *findings, GError **error);

/* The same of all views of @block; every one of @findings gets its number. */
gboolean isr_sweep_block(const IsrPeople *people, const IsrTerms *terms, const IsrBlock *block,
                         GArray *findings, GError **error);
