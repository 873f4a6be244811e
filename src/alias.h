/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Another name of somebody whose name stands before it: behind "called", in a bracket, next in a
 * list of such names. */
#pragma once

#include <isredact/finding.h>
#include <isredact/patterns.h>

/* TRUE if @finding is another name of whoever is named in @before, the name before it in @block, or
 * of the person whose form this is; NULL: none stands before it. @listed: @before is such a name
 * itself. */
gboolean isr_alias(const IsrPatterns *patterns, const IsrBlock *block, const IsrFinding *finding,
                   const IsrFinding *before, gboolean listed);
