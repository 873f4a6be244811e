/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cue: wordings around a name that speak for a role without naming it ("told {me} that", "a boy
 * called {me}"), and how much, as one patterns/cues/ID.cue file describes them. */
#pragma once

#include <glib.h>

#include <isredact/cueparts.h>
#include <isredact/role.h>

typedef struct {
    char *id;                   /* the file's name without ".cue" */
    const char *because;        /* the evidence in words; interned */
    double points[ISR_N_ROLES]; /* for a role, or against it */
    GPtrArray *phrases;         /* of GPtrArray * of elements (char *); none: the program knows
                                   where to look */
    char **match;               /* examples, the name in «guillemets» */
    char **no_match;
} IsrCue;

/* Loads one cue file, whose texts may name parts of @shared (borrowed; may be NULL). Errors (RULES)
 * name file, group and key and say what to do. Free with isr_cue_free() (accepts NULL). */
IsrCue *isr_cue_load(const char *path, IsrCueParts *shared, GError **error);
void isr_cue_free(IsrCue *cue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrCue, isr_cue_free)

/* What a word or mark of a text is to a phrase: "{name}" is another name, "{kin}" a word for a
 * relative, and so on. */
typedef enum {
    ISR_CUE_WORD, /* a word, or a mark such as a comma */
    ISR_CUE_NAME,
    ISR_CUE_KIN,
    ISR_CUE_WORK,
    ISR_CUE_OTHER,
    ISR_CUE_CHILD,
    ISR_CUE_ORGANISATION,
    ISR_CUE_PLACE,
    ISR_CUE_PHONE,
    ISR_CUE_EMAIL,
    ISR_CUE_DATE,
    ISR_CUE_AGE,
    ISR_N_CUE_CLASSES
} IsrCueClass;

typedef struct {
    IsrCueClass class;
    const char *text; /* in lower case: "told", ",", "'s"; of a wording its words */
} IsrCueToken;

typedef struct IsrCueIndex IsrCueIndex;

/* An index over @cues (of IsrCue *), which it borrows. Free with isr_cue_index_free() (accepts
 * NULL). */
IsrCueIndex *isr_cue_index_new(const GPtrArray *cues);
void isr_cue_index_free(IsrCueIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrCueIndex, isr_cue_index_free)

/* The cue with @id, or NULL. Borrowed. */
const IsrCue *isr_cue_index_find(const IsrCueIndex *index, const char *id);

/* Adds to @found (of const IsrCue *, each once) the cues of which a phrase stands around the name
 * @at of the @n tokens. */
void isr_cue_index_read(const IsrCueIndex *index, const IsrCueToken *tokens, guint n, guint at,
                        GPtrArray *found);
