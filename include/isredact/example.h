/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Examples: what a rule file says that its rule finds and does not find, tried with all rules
 * together, as they meet in a record. */
#pragma once

#include <isredact/patterns.h>

/* Tries every example of @rule. Returns sentences (char *) on what is not as the examples say,
 * none if all is well; NULL with @error set if a text could not be searched. */
GPtrArray *isr_examples_try(const IsrPatterns *patterns, const IsrRule *rule, GError **error);

/* The same for the examples of @label, tried with all detectors together. */
GPtrArray *isr_examples_try_label(const IsrPatterns *patterns, const IsrLabel *label,
                                  GError **error);

/* The same for the examples of @cue: the marked word is taken for a name, and a wording of the cue
 * must stand around it. */
GPtrArray *isr_examples_try_cue(const IsrPatterns *patterns, const IsrCue *cue, GError **error);

/* The same for the examples of @topic: sentences found, not found, and whose they are. */
GPtrArray *isr_examples_try_topic(const IsrPatterns *patterns, const IsrTopic *topic,
                                  GError **error);
