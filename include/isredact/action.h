/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done with a finding, and the text that stands there afterwards. */
#pragma once

#include <isredact/category.h>
#include <isredact/key.h>
#include <isredact/role.h>

/* Ordered from the least to the most restrictive. */
typedef enum {
    ISR_ACTION_KEEP,
    ISR_ACTION_GENERALISE, /* date of birth to year, postcode to district, ... */
    ISR_ACTION_SHIFT,      /* date moved by the key's offset */
    ISR_ACTION_INITIALS,
    ISR_ACTION_PSEUDONYM, /* keyed code, the same in every document under one key */
    ISR_ACTION_ROLE,      /* [MOTHER] */
    ISR_ACTION_NUMBER,    /* [PERSON 3] */
    ISR_ACTION_REMOVE,    /* [NAME] */
    ISR_ACTION_DROP,      /* the whole sentence, cell or block */
    ISR_N_ACTIONS
} IsrAction;

/* "keep" "generalise" "shift" "initials" "pseudonym" "role" "number" "remove" "drop"; borrowed. */
const char *isr_action_id(IsrAction action);
/* Sets *action to what @id names; FALSE if it names none. */
gboolean isr_action_for_id(const char *id, IsrAction *action);
/* What a table for people says: "stays" "year" "moved" "initials" "code" "role" "number" "goes";
 * borrowed. */
const char *isr_action_words(IsrAction action, IsrCategory category);

/* TRUE if @action can be done to @category at all: only dates are moved, only names have
 * initials, sentences stay or go. */
gboolean isr_action_fits(IsrAction action, IsrCategory category);

/* TRUE if nothing of the value can be read from what stands there afterwards, not even with
 * other documents beside it: role, number, remove, drop. */
gboolean isr_action_hides(IsrAction action);

/* What an action needs to know. Strings are borrowed and never leave the call. */
typedef struct {
    IsrCategory category;
    IsrRole role;
    const char *value; /* the text found */
    IsrRole calling;   /* what the person's code is called after; mostly the role */
    guint person;      /* 0: nobody's */
    const char *whole; /* the person's fullest name, so that all its forms get one set of initials;
                          NULL: the value itself */
    const char *identity; /* whose name it is, as isr_identity_text() says it; NULL: not known, and
                             no pseudonym */
    const char *kin;      /* "mother" or NULL */
    guint kin_number;     /* 2 for the second social worker; 0 or 1: no number is shown */
    const char *subject;  /* identity of the person the record is about, so that each subject's
                             dates move by one offset; NULL: the key's own offset */
    const IsrKey *key;    /* or NULL when no key was given */
    const char *audit;    /* name of the audit, so that codes of two audits have nothing in common;
                             NULL: none */
    guint year;      /* of the dates before this one in the record, for one that has none; or 0 */
    gboolean silent; /* a removed sentence does not say what it was about */
} IsrActionContext;

/* The text that stands in the copy; free with g_free(). An action that cannot be done for this
 * value (a date that is not understood, no key) becomes REMOVE and *done says so. KEEP gives the
 * value. The length of a mark never depends on that of the value. */
char *isr_action_text(IsrAction action, const IsrActionContext *context, IsrAction *done);

/* Of what and of whom a removed sentence spoke. */
typedef struct {
    IsrCategory category; /* a topic */
    IsrRole role;
} IsrMatterMark;

/* The mark where sentences on @n @matters went: "[Removed: criminal, family]", "[Removed: health,
 * child; criminal, finance, family]"; "[REMOVED]" if @silent. Free with g_free(). */
char *isr_action_mark(const IsrMatterMark *matters, guint n, gboolean silent);

/* Days, whole weeks, by which the dates of the subject with @identity (or NULL) move under @key in
 * the audit (or NULL); never 0. */
int isr_action_offset(const IsrKey *key, const char *audit, const char *identity);
/* The eight letters that stand for @source (an identity, or a squeezed value) in codes for
 * @purpose: "NNNN-NNNN"; free with g_free(). */
char *isr_action_code(const IsrKey *key, const char *audit, const char *purpose,
                      const char *source);
/* What isr_action_code() is asked for people. */
#define ISR_ACTION_PERSON "pseudonym"
