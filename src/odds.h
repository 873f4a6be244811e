/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Odds: how probably words of one reading name a person, as the tagger has it. It is asked at the
 * first question only. Serves terms.c. */
#pragma once

#include <isredact/block.h>
#include <isredact/tagger.h>

typedef struct {
    const IsrTagger *tagger; /* borrowed; NULL: nothing is probable */
    const IsrReading *reading;
    GArray *shares; /* of IsrTagShare; NULL until somebody asks */
} IsrOdds;

/* The least share, 0..1, of a person that any word has which touches @range of the reading; 0 where
 * none stands. */
float isr_odds_at(IsrOdds *odds, IsrRange range);
void isr_odds_clear(IsrOdds *odds);
