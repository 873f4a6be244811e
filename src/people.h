/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people.c, merge.c, roles.c and forms.c share: mentions on their way to becoming people. */
#pragma once

#include <isredact/people.h>

#include <isredact/label.h>

#include "doors.h"
#include "mention.h"

/* Where a number of the person stands. */
typedef struct {
    IsrCategory category;
    guint block;
} Number;

/* So many points say that somebody told in confidence. */
#define TOLD 4.0

/* A person in the making. */
typedef struct {
    IsrPerson person;
    GPtrArray *mentions; /* of Mention *, borrowed */
    GHashTable *keys;    /* squeezed parts of all its names; owned */
    GHashTable *surnames;
    double votes[ISR_N_ROLES];
    const char *reasons[ISR_N_ROLES]; /* of the strongest vote */
    double strongest[ISR_N_ROLES];
    double points[ISR_N_ROLES];     /* what weaker evidence adds up to */
    const char *hints[ISR_N_ROLES]; /* the strongest of it */
    double most[ISR_N_ROLES];
    guint order;                /* of its first mention */
    guint block;                /* where that was */
    guint count;                /* times mentioned */
    guint place;                /* among the clusters while they are made, from 0 */
    GArray *numbers;            /* of Number: what the record gives of a subject; NULL: nothing */
    guint born;                 /* the year, or 0 */
    double claim;               /* to be the one whom the record is about */
    double likely[ISR_N_ROLES]; /* how likely each role is, as learnt; adds up to 1 */
    const char *because[ISR_N_ROLES]; /* what of that speaks most for it */
} Cluster;

/* A value that is no name. */
typedef struct {
    IsrCategory category;
    char *value;
    IsrRole role;
    const char *kin;
    guint mention; /* whose it is, from 1; or 0 */
    guint block;   /* where it was met first */
} Value;

/* Two mentions that stand side by side: "Oskar and Zi Xin". */
typedef struct {
    guint one, other; /* from 1 */
} Pair;

/* Two names that follow each other in a line. */
typedef struct {
    guint mention, before; /* from 1 */
    guint32 wording;       /* fingerprint of what stands between them */
    guint32 shape;         /* the same, words for relatives and the like by their class */
} Tie;

/* Where a mention stood. */
typedef struct {
    guint block;
    guint mention; /* from 1 */
    gsize start;
    guint column; /* of a table's row, from 1; 0: no row */
} Place;

struct IsrPeople {
    const IsrPatterns *patterns;
    GPtrArray *mentions;      /* of Mention *, by order */
    GHashTable *by_key;       /* what a mention is, as text, to its number */
    GArray *places;           /* of Place, in order */
    GPtrArray *values;        /* of Value * */
    GHashTable *by_value;     /* "category:squeezed" */
    GPtrArray *papers;        /* of Value *: what tells one person from all others, once for each
                                 mention or role that it was met with */
    GHashTable *by_paper;     /* "category role mention kin squeezed" */
    GPtrArray *clusters;      /* of Cluster *; after settling, by number */
    struct MergeIndex *index; /* while they are made, else NULL */
    GHashTable *forms;        /* squeezed form to Form * */
    GHashTable *called;       /* "role kin" to the number of the one person, or 0: several */
    GHashTable *monograms;    /* letters that the record calls people by */
    GHashTable *headed;       /* squeezed names that stand in a heading or subject line */
    guint field;              /* the last mention that a field of a form made, or 0 */
    guint row;                /* the mention that begins the row of a table before, or 0 */
    guint field_block;        /* where it stood */
    IsrLabelMeaning pending;  /* label that ended the block before, waiting for its value */
    GArray *pairs;            /* of Pair */
    GArray *together;         /* of Pair: named by one label or headline */
    guint greeted;            /* the block behind a salutation, or 0 */
    GArray *ties;             /* of Tie */
    GArray *addressed;        /* of guint: mentions in the salutations of letters */
    guint salutations;        /* with names in them */
    guint to_parents;         /* times that a letter says "your son" */
    guint to_colleagues;      /* "thank you for referring" */
    guint to_you;             /* "you", "your" */
    guint block;              /* the one that is being learnt */
    guint recipient;          /* the person who will receive the copy, or 0 */
    IsrDoors *doors;          /* numbers of houses */
    guint alone;              /* the mention that was all of the block before, or 0 */
};

/* To whom a form of a name leads. */
typedef struct {
    guint person; /* 0: to several */
    IsrRole role; /* that they share, else UNSURE */
} Form;

/* The number of the mention @text, made if it is new. */
guint isr_people_remember(IsrPeople *people, const char *text, MentionKind kind, IsrRole role,
                          const char *kin, char gender);
/* Remembers a value that is no name. Takes @text. */
void isr_people_keep(IsrPeople *people, IsrCategory category, char *text, IsrRole role,
                     const char *kin, guint mention);

/* After settling: the only person with that role and word for it (NULL: any); 0 if there are
 * several or none. */
guint isr_people_called(const IsrPeople *people, IsrRole role, const char *kin);

/* The mention with @number, from 1. Borrowed. */
Mention *isr_people_mention(const IsrPeople *people, guint number);
/* The number of the mention that stood at byte @start of @block, or 0. */
guint isr_people_mention_at(const IsrPeople *people, guint block, gsize start);
/* The text of @finding; free with g_free(). */
char *isr_people_text(const IsrBlock *block, const IsrFinding *finding);

/* Learns the value at the beginning of @block that a label at the end of the block before waits
 * for, and whether @block ends with such a label. */
void isr_pending_learn(IsrPeople *people, const IsrBlock *block, const GArray *findings);

/* Learns the weaker evidence of a block whose names are learnt: wordings around them, how they are
 * written. */
void isr_clues_learn(IsrPeople *people, const IsrBlock *block, const GArray *findings);
/* Bytes of the team at the start of @text (" FSW" in "Hope FSW: hello"), 0 if none is there. */
gsize isr_clues_team(const char *text);
/* Notes that the cue @id (of those without wordings) was met at @mention. */
void isr_clues_note(const IsrPeople *people, Mention *mention, const char *id);
/* Adds up the cues of the person's mentions: points, hints. */
void isr_clues_weigh(const IsrPeople *people, Cluster *cluster);

/* Sets what each person's claim is to be the one whom the record is about. */
void isr_subject_weigh(IsrPeople *people);
/* Kinds of numbers (dates of birth, of health, of school) that the record gives of the person. */
guint isr_subject_numbers(const Cluster *cluster);
/* TRUE if a name of @cluster stands in a heading or the line that says what a letter is about. */
gboolean isr_subject_is_headed(const IsrPeople *people, const Cluster *cluster);
/* TRUE for whoever writes in a chat and whoever a word beside the name calls somebody's relative:
 * they are not taken for the one whom the record is about. */
gboolean isr_subject_is_ruled_out(const Cluster *cluster);
/* Adds the surnames of @cluster to @surnames, which borrows them. */
void isr_subject_add_surnames(const Cluster *cluster, GHashTable *surnames);
/* TRUE if one of @cluster's is among @surnames. */
gboolean isr_subject_shares_surname(const Cluster *cluster, GHashTable *surnames);

/* TRUE if the line of @block that holds byte @at is "Dear Mrs Okafor". */
gboolean isr_letter_is_salutation(const IsrBlock *block, gsize at);
/* Learns in what way the record speaks to its reader. */
void isr_letter_learn(IsrPeople *people, const IsrBlock *block);
/* @mention stands in a salutation. */
void isr_letter_addressed(IsrPeople *people, guint mention);

/* Adds a vote for @role. */
void isr_roles_vote(Cluster *cluster, IsrRole role, const char *kin, double weight,
                    const char *reason);
/* Decides the role of every cluster. */
void isr_roles_settle(IsrPeople *people);
/* TRUE if the e-mail address @email is of a domain that only professionals have. */
gboolean isr_roles_is_work(const IsrPatterns *patterns, const char *email);

/* Mentions become clusters. */
void isr_merge(IsrPeople *people);
/* All mentions of @other, which is freed, become @cluster's. */
void isr_merge_absorb(IsrPeople *people, Cluster *cluster, Cluster *other);
/* Joins those who sign with an initial with those who are called by the forename. */
void isr_initials_join(IsrPeople *people);
/* Joins surnames and forenames that always stand as "Stopforth, Will". */
void isr_inverted_join(IsrPeople *people);

/* Notes who alone has a role, or a role and a word for it. */
void isr_people_call(IsrPeople *people);
/* Fills @terms and people->forms with all forms of all names and values. */
void isr_forms_fill(IsrPeople *people, IsrTerms *terms);

void isr_cluster_free(Cluster *cluster);
/* The cluster that @mention (from 1) belongs to, or NULL. Borrowed. */
Cluster *isr_people_cluster(const IsrPeople *people, guint mention);
