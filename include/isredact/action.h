/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done with a finding, and the text that stands there afterwards. */
#pragma once

#include <isredact/category.h>
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

const char *isr_action_id(IsrAction action);
gboolean isr_action_for_id(const char *id, IsrAction *action);

/* What an action needs to know. */
typedef struct {
    IsrCategory category;
    IsrRole role;
    const char *value; /* the text found; never leaves this call */
    guint person;      /* 0: nobody's */
    const char *kin;   /* "mother" or NULL */
    guint kin_number;  /* 2 for the second social worker; 0 or 1: no number is shown */
    const guint8 *key; /* 32 bytes, or NULL when no key was given */
} IsrActionContext;

/* The text that stands in the copy; free with g_free(). An action that cannot be done for this
 * value (a date that is not understood, no key) becomes REMOVE and *done says so. KEEP gives the
 * value. */
char *isr_action_text(IsrAction action, const IsrActionContext *context, IsrAction *done);
