/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Namesakes: people of several documents who have a name in common, and which of them are one. */
#pragma once

#include "bearers.h"
#include "link.h"

/* Points of company (company.h) of who has one of the family in common, or a record's subject. */
#define NAMESAKES_FAMILY 3

/* A doubt in the making. */
typedef struct {
    IsrDoubtKind kind;
    guint bearer;
    guint other; /* a bearer, or BEARER_NONE */
} Question;

void isr_namesakes_ask(GArray *questions, IsrDoubtKind kind, guint bearer, guint other);

/* Joins the @roots (of guint), who all have one token, unless numbers or birthdays contradict or a
 * document knows them as two. @sure: the token is more than a name. */
void isr_namesakes_join(Bearers *all, const GArray *roots, gboolean sure, GArray *questions);

/* Joins the root @weak, of whom less is known, with the one of the roots @likely who fits; asks if
 * there are several, or with @expected if there is none. TRUE if it was joined. */
gboolean isr_namesakes_place(Bearers *all, guint weak, const GArray *likely, gboolean expected,
                             GArray *questions);

/* Joins the root @weak, of whom a part of a name is known, with the one of the roots @likely in
 * whose family they are, if that is clearly one; asks in any case. TRUE if it was joined. */
gboolean isr_namesakes_meet(Bearers *all, guint weak, const GArray *likely, GArray *questions);
