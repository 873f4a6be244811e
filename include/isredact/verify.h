/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Proof that what was to go is gone: the bytes of the copy, decompressed, searched for every
 * removed value in every encoding a format can hold. Shares no code with the writers. */
#pragma once

#include <isredact/format.h>
#include <isredact/patterns.h>

/* A value that must be nowhere in the copy. */
typedef struct {
    char *value; /* as it stood in the document */
    IsrCategory category;
    gboolean scattered; /* each of its words stays elsewhere: in one line only they are the value */
} IsrSecret;

typedef struct {
    guint64 bytes; /* searched */
    guint parts;
    guint values;  /* looked for */
    guint excused; /* too short or everyday to be looked for in raw bytes */
} IsrVerifyReport;

/* A copy under scrutiny: what IsrFormat.prove is given. All borrowed. */
struct IsrScrutiny {
    IsrInput *source, *copy;
    IsrPages pages;           /* with which the copy was made */
    const GPtrArray *secrets; /* of IsrSecret * */
    const IsrPatterns *patterns;
};

/* Searches @copy for @secrets (GPtrArray of IsrSecret *): plain UTF-8, UTF-16 LE and BE,
 * character references, percent- and _xHHHH_ escapes, base64 (three phases), hex, with tags taken
 * out and squeezed. Error LEAK names the part and the category, never the value. */
gboolean isr_verify_bytes(const IsrFormat *format, IsrInput *copy, const GPtrArray *secrets,
                          const IsrPatterns *patterns, IsrVerifyReport *report, GError **error);
