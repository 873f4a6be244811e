/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tagger: a statistical model that says of the words of a reading how probably they name a
 * person, a place or an organisation. The model is a file made by tools/train (docs/model.md). */
#pragma once

#include <isredact/reading.h>

typedef struct IsrTagger IsrTagger;

typedef enum { ISR_TAG_PERSON, ISR_TAG_PLACE, ISR_TAG_ORGANISATION } IsrTagKind;

typedef struct {
    gsize start; /* bytes of the reading's text */
    gsize end;
    IsrTagKind kind;
    double score;       /* how probable the kind is, 0..1: the mean over its words */
    double person;      /* how probable a person is, the mean over its words */
    const char *reason; /* what spoke most for it, in words; static, no text of the document */
} IsrTag;

/* How probable a person must be for words to be tagged so, even if something else is more
 * probable: a name missed is worse than a word lost. */
#define ISR_TAG_PERSON_FROM 0.3
/* From here on a word is tagged too, by itself and as a hint: whoever takes it must have more to go
 * by, such as that the word is no ordinary one. */
#define ISR_TAG_HINT_FROM 0.15

/* Maps the model at @path into memory. Errors: IO; RULES when it is damaged, cut short or not for
 * this program. Free with isr_tagger_free() (accepts NULL). */
IsrTagger *isr_tagger_open(const char *path, GError **error);
void isr_tagger_free(IsrTagger *tagger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrTagger, isr_tagger_free)

/* The checksum that tells this model from others. */
guint64 isr_tagger_checksum(const IsrTagger *tagger);

/* Appends to @tags (of IsrTag) what @reading names, in order and disjoint. */
void isr_tagger_tag(const IsrTagger *tagger, const IsrReading *reading, GArray *tags);

/* How probably a word of a reading names a person. */
typedef struct {
    gsize start; /* bytes of the reading's text */
    gsize end;
    float share;
} IsrTagShare;

/* Appends to @shares (of IsrTagShare) every word of @reading that may name a person, in order. */
void isr_tagger_shares(const IsrTagger *tagger, const IsrReading *reading, GArray *shares);

/* Writes to @reasons up to three phrases, strongest first, that say what spoke for tagging bytes
 * @start..@end of @reading as @kind ("the words before it"); returns how many. Static strings,
 * no text of the document. Tags again, so ask for single findings only. */
guint isr_tagger_explain(const IsrTagger *tagger, const IsrReading *reading, gsize start, gsize end,
                         IsrTagKind kind, const char *reasons[3]);
