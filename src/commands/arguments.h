/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Arguments that GOption takes although hardly anybody means them. */
#pragma once

#include <glib.h>

/* FALSE if in @argv (whose first is the command's name) one of @entries that takes a single value
 * is given twice, or takes for its value, as an argument of its own, what begins like an option.
 * Error: USAGE. */
gboolean isr_arguments_are_meant(const GOptionEntry *entries, int argc, char *const *argv,
                                 GError **error);
