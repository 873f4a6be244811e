/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Elements of which a cue's phrases are made, taken apart once: "told/asked", "ring*", "_",
 * "{kin}", "...". patterns/README.md says what each stands for. */
#pragma once

#include "trace.h"

typedef enum {
    CUE_ELEMENT_WORDS,    /* one of its ways: "told/asked", "ring*", or a mark */
    CUE_ELEMENT_ANY_WORD, /* "_" */
    CUE_ELEMENT_CLASS,    /* "{name}/{kin}" */
    CUE_ELEMENT_NEAR,     /* "...": words in which no person is named or meant */
    CUE_ELEMENT_FAR,      /* "....": more words without a name */
    CUE_ELEMENT_ACROSS    /* ".....": words and names */
} CueElementKind;

typedef struct {
    CueElementKind kind;
    gboolean optional;
    guint classes;    /* bits of IsrCueClass */
    guint way, n_way; /* its ways */
    guint64 firsts;   /* bits of the bytes with which its ways begin */
    guint asked;      /* the trace of its ways or classes, from 1; 0: it asks for nothing */
} CueElement;

typedef struct {
    GArray *ways;               /* words, or beginnings of them */
    GArray *elements;           /* of CueElement */
    GArray *traces;             /* of Trace: what elements ask for; the first is of nothing */
    GHashTable *traces_by_text; /* of an element to the number of its trace */
} CueElements;

/* Free with isr_cue_elements_free() (accepts NULL). */
CueElements *isr_cue_elements_new(void);
void isr_cue_elements_free(CueElements *elements);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CueElements, isr_cue_elements_free)

/* Appends the element that @text (borrowed) is. */
void isr_cue_elements_add(CueElements *elements, const char *text);

/* Words that an element stands for at most. */
guint isr_cue_element_most(CueElementKind kind);

/* TRUE if @token can stand where @element is asked for, which is of words, any word or a class. */
gboolean isr_cue_element_is_met(const CueElements *elements, const CueElement *element,
                                const IsrCueToken *token);

static inline const CueElement *isr_cue_element_nth(const CueElements *elements, guint n)
{
    return &g_array_index(elements->elements, CueElement, n);
}

static inline const Trace *isr_cue_element_trace(const CueElements *elements, guint asked)
{
    return &g_array_index(elements->traces, Trace, asked);
}
