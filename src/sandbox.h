/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A process that locks its doors before it reads a document: it keeps the descriptors that it was
 * handed, reaches no network, starts nothing, opens nothing for writing, and reads of the disk only
 * what the libraries come with (fonts, the words of OCR). */
#pragma once

#include <glib.h>

/* What is locked. */
typedef struct {
    const int *keep; /* descriptors that stay open besides 0 to 2, ended by -1 */
    int answer;      /* one more, on which the process tells of a call that it must not make */
    guint seconds;   /* of processor time that it may take */
    gboolean sealed; /* no file at all can be opened; else only what the libraries need, which
                        takes Landlock */
} IsrDoors;

/* Locks them for the rest of this process's life: input, output and errors lead nowhere, other
 * descriptors are closed, and what is not allowed is answered on @doors->answer and ends the
 * process. FALSE if this kernel or build should be able to and it failed: nothing must be read
 * then. Where it cannot, all else is locked (isr_sandbox_words()). */
gboolean isr_sandbox_lock(const IsrDoors *doors);

/* The limits alone, and input, output and errors that lead nowhere: for work that reads no
 * document. FALSE if that fails. */
gboolean isr_sandbox_settle(guint seconds);

/* TRUE in a process that locked its doors: its standard error leads nowhere. */
gboolean isr_sandbox_is_locked(void);

/* TRUE if files can be told apart here, so that isr_sandbox_lock() need not seal all. */
gboolean isr_sandbox_tells_files(void);

/* What this kernel and build do: "contained: seccomp, Landlock 7", or "not contained: " or
 * "contained in part: " and what is missing, with what follows from it. Free with g_free(). */
char *isr_sandbox_words(void);
/* TRUE if nothing is missing. */
gboolean isr_sandbox_is_whole(void);

/* What a process says that could not lock them. */
#define ISR_SANDBOX_UNLOCKED "the doors of a process could not be locked, so nothing was read"

/* What a process answers that asked for what it must not: this letter, and the call's number. */
#define ISR_SANDBOX_FORBIDDEN '!'
/* The sentence for such an answer; free with g_free(). */
char *isr_sandbox_sentence(const char *answer);
