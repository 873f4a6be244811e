/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The gists of short texts that many blocks share, headings and the heads of columns, and of blocks
 * that are read again in a later walk. */
#pragma once

#include "gist.h"

typedef struct IsrGists IsrGists;

/* Has none yet, and never keeps more than a few hundred of headings and 16 MiB of blocks. Not
 * shared between threads. Free with isr_gists_free() (accepts NULL). */
IsrGists *isr_gists_new(void);
void isr_gists_free(IsrGists *gists);

/* The gist of @text, read with @patterns, the same ones each time; read once as long as it is kept.
 * Borrowed, until the next call. */
const IsrGist *isr_gists_of(IsrGists *gists, const IsrPatterns *patterns, const char *text);

/* Keeps @gist (taken) for when its text is read again. */
void isr_gists_keep(IsrGists *gists, IsrGist *gist);
/* The gist of @text (borrowed as long as it lives), without marks; read with @patterns unless it
 * was kept, which ends so. Free with isr_gist_free(). */
IsrGist *isr_gists_take(IsrGists *gists, const IsrPatterns *patterns, const GString *text);
