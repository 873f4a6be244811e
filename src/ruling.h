/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must happen to a finding: what the profile says of its category and of whose it is, made
 * stricter by what was asked for on the command line. */
#pragma once

#include <isredact/pipeline.h>

/* The action for @finding, attributed to one of @people. Never milder than the profile's, but for
 * what belongs to the person who will receive the copy. */
IsrAction isr_ruling(const IsrJob *job, const IsrPeople *people, const IsrFinding *finding);
