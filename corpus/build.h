/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Builds the document that a gold file describes: the same bytes each time, in the way the office
 * programs write it (split runs, properties with names, tracked changes, comments). */
#pragma once

#include "gold.h"

/* One format that can be built. */
typedef struct {
    const char *suffix; /* ".docx" */
    GBytes *(*build)(const IsrGold *gold);
} IsrBuild;

/* NULL-ended: docx, odt, text. */
extern const IsrBuild *const isr_builds[];

/* The entry whose suffix ends @path, or NULL. */
const IsrBuild *isr_build_for(const char *path);

extern const IsrBuild isr_build_docx;
extern const IsrBuild isr_build_odt;
extern const IsrBuild isr_build_text;

/* Who wrote and who last changed the document: the first two professionals, or "Author". */
const char *isr_build_author(const IsrGold *gold, guint nth);

/* Appends @text between @start and @end with XML's five characters escaped. */
void isr_build_escape(GString *xml, const GString *text, IsrRange range);
