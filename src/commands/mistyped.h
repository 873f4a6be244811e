/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A first word that is neither a command nor a file. */
#pragma once

#include "commands.h"

/* TRUE if @word, which is no command, is none of the files either that are redacted where no
 * command is named: no file is called so, and it has nothing that names of files have. */
gboolean isr_mistyped_is_command(const char *word);

/* Says so on standard error, with those of @commands (NULL-ended) that are called much alike;
 * returns ISR_EXIT_USAGE. */
int isr_mistyped_note(const char *word, const IsrCommand *const *commands);
