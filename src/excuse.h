/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Excuses: removed values that also stand, rightly, in text on which it was decided ("Will" the
 * name, "will" the word). Heard with the ears of the byte search, so that what it would hear in an
 * honest copy is known beforehand. Serves witness.c. */
#pragma once

#include <isredact/patterns.h>
#include <isredact/verify.h>

typedef struct IsrExcuses IsrExcuses;

/* Listens for @secrets (GPtrArray of IsrSecret *), which must outlive the excuses. */
IsrExcuses *isr_excuses_new(const GPtrArray *secrets, const IsrPatterns *patterns);
void isr_excuses_free(IsrExcuses *excuses);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrExcuses, isr_excuses_free)

/* Reads the decided text of one block. A value that is heard across the edge of @loose text, which
 * stood in no paragraph, is not excused: a reader may see it whole. Nor is a long number that is
 * heard over two blocks: their digits make none by chance. */
void isr_excuses_read(IsrExcuses *excuses, const GString *text, gboolean loose);

/* The first of the secrets that @text says, whatever was read; borrowed, NULL if it says none. */
const IsrSecret *isr_excuses_find(const IsrExcuses *excuses, const GString *text);

/* TRUE if @secret was heard in what was read. */
gboolean isr_excuses_has(const IsrExcuses *excuses, const IsrSecret *secret);
