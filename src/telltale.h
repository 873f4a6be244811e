/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The telltale: notes what quasi-identifiers are left in a copy while its blocks are decided.
 * Serves decide.c. */
#pragma once

#include <isredact/people.h>
#include <isredact/profile.h>
#include <isredact/quasi.h>

typedef struct IsrTelltale IsrTelltale;

/* @identities: of each person, from 0 (nobody), the identity or NULL; @subject: the first subject's
 * number, or 0. All borrowed. Only people whom the record is about, their family and third parties
 * are noted. Free with isr_telltale_free(). All functions accept NULL, and do nothing. */
IsrTelltale *isr_telltale_new(const IsrPatterns *patterns, const IsrKey *key, const char *audit,
                              const IsrPeople *people, const GPtrArray *identities, guint subject);
void isr_telltale_free(IsrTelltale *telltale);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrTelltale, isr_telltale_free)

/* Notes @finding, to which @done was done; @shown is what the copy's reader sees of it. */
void isr_telltale_note(IsrTelltale *telltale, const IsrFinding *finding, IsrAction done,
                       const char *shown);

/* Notes the languages that @text, a block as the copy has it, says the subject speaks, and what a
 * field says of their sex. */
void isr_telltale_read(IsrTelltale *telltale, const GString *text);

/* JSON of isr_quasis_json(); free with g_free(). */
char *isr_telltale_json(const IsrTelltale *telltale);
