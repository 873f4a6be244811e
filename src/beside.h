/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that stand beside a name and say who it is: "mum Shirin", "Mr Brownlow", "Ekene Mark,
 * social worker", "Hope Sallis (nursery manager)". */
#pragma once

#include <isredact/label.h>

#include "fullname.h"

typedef struct {
    Lead lead;
    const IsrLabel *label; /* or NULL */
} Beside;

/* What stands before the word @at. */
Beside isr_beside_before(Words *words, guint at);

/* The label after a name that ends with word @last, one that says a role; or NULL. Borrowed. */
const IsrLabel *isr_beside_after(Words *words, guint last);

/* The role that @label (or NULL) gives to a name in running text: "another child, Arash" is not
 * the child whom the record is about. */
IsrRole isr_beside_role(const IsrLabel *label);
