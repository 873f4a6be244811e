/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How well a model finds what is marked in corpora that it was not trained on. */
#pragma once

#include <glib.h>

/* Prints precision, recall and F of persons, places and organisations for each *.dev.tsv.gz of
 * @folder, with the model at @path. Errors: those of reading either. */
gboolean measure(const char *path, const char *folder, GError **error);
