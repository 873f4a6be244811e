/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What codes stand for: the names and numbers, as a document writes them, in whose place a code
 * stands in the copy. The one thing that holds removed text beside a run's own memory; it leaves
 * only sealed (src/batch/escrow.h). */
#pragma once

#include <isredact/category.h>
#include <isredact/role.h>

typedef struct IsrCodebook IsrCodebook;

/* One code with all that it stands for. */
typedef struct {
    char *code; /* as it stands in the copy: "CHILD-NNNN-NNNN" */
    IsrCategory category;
    IsrRole role;
    GPtrArray *values; /* of char *, sorted, each once */
} IsrCodebookLine;

/* Free with isr_codebook_free(), which wipes it (accepts NULL). */
IsrCodebook *isr_codebook_new(void);
void isr_codebook_free(IsrCodebook *codebook);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrCodebook, isr_codebook_free)

/* Notes that @code stands for @value, in which white space and control characters are one blank. */
void isr_codebook_note(IsrCodebook *codebook, const char *code, IsrCategory category, IsrRole role,
                       const char *value);

/* All lines by code: GPtrArray of IsrCodebookLine *, borrowed; free the array with
 * g_ptr_array_unref(). */
GPtrArray *isr_codebook_lines(const IsrCodebook *codebook);

/* A line for each code and value; wipe and free it. */
GString *isr_codebook_text(const IsrCodebook *codebook);
/* Adds what isr_codebook_text() wrote; FALSE if @text (@length bytes) is anything else. */
gboolean isr_codebook_read(IsrCodebook *codebook, const char *text, gsize length);
