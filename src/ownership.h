/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ownership: what speaks for a sensitive sentence being of the subject, of the family, of a third
 * party or of a professional, as features for the classifier; and what that says. */
#pragma once

#include "classifier.h"
#include "owner.h"

/* Goes up whenever the features change, so that a model made with others is refused. */
#define ISR_OWNERSHIP_USE "owners 4"

/* The classes, in order. */
#define ISR_OWNERSHIP_CLASSES 4

/* The class of @role (that of a professional for a referrer), and the role of @class. */
guint isr_ownership_class(IsrRole role);
IsrRole isr_ownership_role(guint class);

/* Appends the features (of guint32, each once) of a sentence of @category, whose owner by rule is
 * @owner and whose telling word stands at @token. */
void isr_ownership_gather(const IsrScene *scene, IsrCategory category, const IsrOwner *owner,
                          guint token, GArray *features);

/* Sets @owner to whose the sentence is after all that speaks for it. */
void isr_ownership_settle(const IsrScene *scene, IsrCategory category, guint token,
                          IsrOwner *owner);
