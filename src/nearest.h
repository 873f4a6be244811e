/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whom a name means that several people bear: by who was named last before it, whose surname it is
 * as it stands, who is a man or a woman, who is called so elsewhere. */
#pragma once

#include "people.h"

/* The number of the person of settled @people whom @mention, at byte @start of @block, means most
 * likely; 0 if nobody near bears the name or two are as likely. */
guint isr_nearest(const IsrPeople *people, const Mention *mention, guint block, gsize start);
