/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The grammar of a person's name among words: how far a name that begins at a word goes, and how
 * much the words themselves say that it is one. */
#pragma once

#include "words.h"

/* What stands beside the words and speaks for a name. */
typedef enum {
    LEAD_NONE,
    LEAD_AFTER,  /* what stands after them: "(mum)", ", social worker" */
    LEAD_BESIDE, /* a kin word or job title */
    LEAD_TITLE,
    LEAD_LABEL /* a label of a form */
} Lead;

/* A name: words @first to @last (inclusive). */
typedef struct {
    guint first;
    guint last;
    double score; /* 0: no name */
} FullName;

/* Reads the name that begins at word @at. FALSE if none does. */
gboolean isr_fullname_read(Words *words, guint at, Lead lead, FullName *name);

/* TRUE if word @n is a kin word or job title: such end a name as they begin one. */
gboolean isr_fullname_is_label(Words *words, guint n);

/* TRUE if all words of @name are ordinary ones and none is a known name: "Placement Record". */
gboolean isr_fullname_is_plain(Words *words, const FullName *name);

/* "buddy = Ismail H. Abdirahman wants": TRUE if the name that begins at word @first ends with a
 * letter before word @n, which begins a sentence and another name. */
gboolean isr_fullname_is_parted(Words *words, guint first, guint n);
