/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Passwords and passphrases: from a file that is the user's alone or from the terminal, never from
 * the command line, which others can list. They live in memory that is locked and wiped. */
#pragma once

#include <glib.h>

/* The first line of the file at @path. @what: what it is called in messages ("password"). Errors:
 * USAGE, IO. Free with isr_secret_free(). */
char *isr_secret_load(const char *path, const char *what, GError **error);

/* Asks for it on the terminal without showing it, @twice for a new one. Errors: USAGE if there is
 * no terminal, none was typed, or two that differ; IO. Free with isr_secret_free(). */
char *isr_secret_ask(const char *what, gboolean twice, GError **error);

/* isr_secret_load() if @path is not NULL, else isr_secret_ask(). */
char *isr_secret_new(const char *path, const char *what, gboolean twice, GError **error);

/* Wipes and frees; accepts NULL. */
void isr_secret_free(char *secret);
