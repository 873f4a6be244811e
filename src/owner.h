/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The owner of a sensitive sentence: of those spoken of in it the one nearest before its telling
 * word; where a sentence names nobody, the line, the row, the heading and, for want of these, the
 * record's subject tell. Professionals report; a sentence is theirs only where nobody else can be
 * meant. */
#pragma once

#include "focus.h"
#include "spoken.h"

/* So many people are remembered as spoken of lately. */
#define ISR_FOCUS_RECENT 6

/* One sentence, and what was found of it. */
typedef struct {
    IsrFocus *focus;
    const IsrBlock *block;
    const IsrGist *gist;
    guint number;
    GArray *spoken; /* of IsrSpoken, pronouns resolved */
    const GArray *findings;
} IsrScene;

/* Why somebody is the owner. */
typedef enum {
    ISR_OWNER_UNTOLD, /* nothing tells */
    ISR_OWNER_DOER,
    ISR_OWNER_NAME,
    ISR_OWNER_WORD,
    ISR_OWNER_PROFESSIONAL,
    ISR_OWNER_ROW,
    ISR_OWNER_BEFORE,
    ISR_OWNER_HEADING,
    ISR_OWNER_MOSTLY,
    ISR_OWNER_RECORD,
    ISR_OWNER_FIELD,
    ISR_OWNER_LEARNT
} IsrOwnerReason;

/* Whose it is, and why. */
typedef struct {
    IsrSpoken who;
    IsrOwnerReason reason;
    gboolean guessed; /* only for want of anything that tells */
} IsrOwner;

/* Told of each sentence that is given to somebody: whose it is by rule, and where its telling word
 * stands. For those who learn. */
typedef void (*IsrOwnerWatch)(gpointer watcher, const IsrScene *scene, const IsrFinding *finding,
                              const IsrOwner *owner, guint token);

struct IsrFocus {
    const IsrPatterns *patterns;
    const IsrPeople *people;
    IsrSpoken recent[ISR_FOCUS_RECENT]; /* the last spoken of first */
    guint remembered;
    IsrSpoken running;   /* whom this run of sentences is about; unsure and unnamed: nobody yet */
    IsrSpoken headed;    /* whom the last heading names */
    IsrSpoken you;       /* whom a letter addresses */
    GHashTable *genders; /* of persons, as pronouns told: number to 'f' or 'm' */
    guint subjects;      /* how many the record is about; 3: or more */
    double sex;          /* of the first of them, as isr_sex() tells it */
    guint said[2];       /* how often the record said "he" and "she" so far */
    IsrRole given;       /* of the sentence that was given to somebody last; unsure: none yet */
    IsrOwnerWatch watch; /* NULL: nobody watches */
    gpointer watcher;
};

/* The reason in words; static. */
const char *isr_owner_words(IsrOwnerReason reason);

/* Whose the sentence is by rule; @token is where its telling word stands. */
IsrOwner isr_owner_of(const IsrScene *scene, const IsrTopic *topic, guint token);

/* The sentence of @scene, and those spoken of in it, in order. Borrowed. */
static inline const IsrGistSentence *isr_scene_sentence(const IsrScene *scene)
{
    return &g_array_index(scene->gist->sentences, IsrGistSentence, scene->number);
}

static inline const IsrSpoken *isr_scene_spoken(const IsrScene *scene, guint n)
{
    return &g_array_index(scene->spoken, IsrSpoken, n);
}

/* TRUE if something tells who it is. */
static inline gboolean isr_spoken_is_anybody(const IsrSpoken *who)
{
    return who->role != ISR_ROLE_UNSURE || who->person > 0 || who->named;
}

/* TRUE if it can be whose a sentence is: no professional, no pronoun that means nobody known. */
static inline gboolean isr_spoken_can_be(const IsrSpoken *who)
{
    return who->role != ISR_ROLE_PROFESSIONAL && who->kind == ISR_PERSON_NOUN;
}

/* The only or first person whom the record is about; unsure if nobody is known to be. */
IsrSpoken isr_owner_subject(const IsrFocus *focus);

/* Has @watch told, with @watcher, of each sentence that is given to somebody; what was learnt of
 * owners is then not asked. */
void isr_focus_watch(IsrFocus *focus, IsrOwnerWatch watch, gpointer watcher);
