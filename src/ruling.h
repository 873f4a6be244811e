/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must happen to a finding: what the profile says of its category and of whose it is, made
 * stricter by what was asked for on the command line. */
#pragma once

#include <isredact/pipeline.h>

/* The action for @finding, whose role must be settled. Never milder than the profile's. */
IsrAction isr_ruling(const IsrJob *job, const IsrFinding *finding);
