/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A mention: one way in which a name stands in the document, with what stood beside it. */
#pragma once

#include <isredact/finding.h>
#include <isredact/patterns.h>

typedef enum {
    PART_PLAIN,
    PART_INITIAL,  /* "J", "J." */
    PART_PARTICLE, /* "van", "ap": no name alone */
    PART_NICK,     /* "Phil" in 'Philomena "Phil" Maughan' */
    PART_STRAY     /* no part of the name after all: "Said Lee", "Nana Bev" */
} NamePartKind;

typedef struct {
    char *text;       /* "Garside-Nunn" */
    char *key;        /* squeezed: "garsidenunn" */
    GPtrArray *parts; /* of char *: squeezed pieces between hyphens: "garside", "nunn" */
    NamePartKind kind;
    gboolean surname; /* as far as the way of writing tells */
} NamePart;

/* What kind of field or word made the mention. */
typedef enum {
    MENTION_NAME,
    MENTION_FORENAME, /* the field "Forename" */
    MENTION_SURNAME,
    MENTION_ALIAS, /* "known as" */
    MENTION_TITLED /* after "Mr" */
} MentionKind;

typedef struct {
    char *text;
    GPtrArray *parts; /* of NamePart * */
    GPtrArray *words; /* those of them that count, borrowed */
    MentionKind kind;
    IsrRole role;       /* what stood beside it says */
    const char *kin;    /* borrowed from patterns, or NULL */
    const char *reason; /* for the role; interned */
    char gender;        /* of its title: 'm', 'f' or 0 */
    double score;
    double weight;      /* of its word on the role */
    guint order;        /* of the first time it was met */
    guint block;        /* where that was */
    guint count;        /* times met */
    guint beside;       /* mention (number from 1) that it is another name of, or 0 */
    guint relative;     /* mention (number from 1) whose relative it is, or 0: the subject's */
    gboolean grown_up;  /* "Mr", "Mrs", "Ms" */
    gboolean young;     /* an age below eighteen is said of them */
    gboolean speaks;    /* writes in a chat: "[date, time] NAME:" */
    gboolean perhaps;   /* a pronoun says it, so it may be another's relative */
    guint person;       /* set when people are settled; 0: one of several */
    GPtrArray *cues;    /* of const IsrCue *, borrowed: each time one was met */
    IsrRole shared;     /* role that those several share, else UNSURE */
    GHashTable *traits; /* standing.h: features of where it stands, with how often; or NULL */
    /* What the words around it mean (meaning.h); or NULL. */
    struct Meaning *meaning;

    /* At one place, the most that speaks for having told in confidence, and most of that or NULL.
     */
    double told;
    const IsrCue *telling;
} Mention;

/* @name's parts, surname and kind of each as the way of writing tells. */
Mention *isr_mention_new(const IsrPatterns *patterns, const char *name, MentionKind kind);
void isr_mention_free(Mention *mention);

/* TRUE if all letters of @text, two at least, are capitals. */
gboolean isr_mention_is_upper(const char *text);

/* Parts that are written out or an initial: no particles, nicknames and strays. */
guint isr_mention_size(const Mention *mention);
/* The nth such part; borrowed. */
const NamePart *isr_mention_part(const Mention *mention, guint n);
