/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The commands of the program, and what they share: options and messages. A new command is one
 * file here and one line in the table of src/main.c. */
#pragma once

#include <isredact/command.h>

extern const IsrCommand isr_command_redact;
extern const IsrCommand isr_command_scan;
extern const IsrCommand isr_command_verify;
extern const IsrCommand isr_command_batch;
extern const IsrCommand isr_command_escrow;
extern const IsrCommand isr_command_patterns;
extern const IsrCommand isr_command_profiles;
extern const IsrCommand isr_command_key;

/* Reads the options of @argv (argv[0] is the command's name) into @entries, which must end in an
 * empty entry; options that take text are G_OPTION_ARG_FILENAME and come out as given. *rest: the
 * other arguments; free with g_strfreev(). "--help" and "-h" print the help and set *helped.
 * Error: USAGE, with a hint. */
gboolean isr_options_read(const IsrCommand *command, const GOptionEntry *entries, int argc,
                          char **argv, char ***rest, gboolean *helped, GError **error);

/* The same for a command that has no options of its own: *words gets its arguments; free with
 * g_strfreev(). FALSE: there is no more to do, and *status is what the command ends with. */
gboolean isr_options_words(const IsrCommand *command, int argc, char **argv, char ***words,
                           int *status);

/* TRUE if each of @subjects (NULL: none), as the user gave them, is UTF-8 and names somebody.
 * Error: USAGE. */
gboolean isr_options_check_subjects(char *const *subjects, GError **error);

/* TRUE if @reader (NULL: nobody), the name given with --for, is a name in UTF-8. Error: USAGE. */
gboolean isr_options_check_reader(const char *reader, GError **error);

/* Sets @error to @sentence on how the command line is used (USAGE); returns FALSE. */
gboolean isr_options_refuse(GError **error, const char *sentence);

/* The option --audit of the commands that make pseudonyms. */
#define ISR_AUDIT_ENTRY(place)                                                                     \
    {                                                                                              \
        "audit", 0, 0, G_OPTION_ARG_FILENAME, place,                                               \
            "Name of the audit: codes of two audits have nothing in common", "NAME",               \
    }

/* An option that takes a text, to @place (of char **). */
#define ISR_TEXT_ENTRY(option, place, what, kind)                                                  \
    {                                                                                              \
        option, 0, 0, G_OPTION_ARG_FILENAME, place, what, kind                                     \
    }

/* The options for the decision record, which is an IsrDecision at @place, of "copy" that "it is" or
 * "copies" that "they are". */
#define ISR_DECISION_ENTRIES(place, copy, it_is)                                                   \
    ISR_TEXT_ENTRY("recipient", &(place)->recipient, "Who receives the " copy, "ADDRESS"),         \
        ISR_TEXT_ENTRY("purpose", &(place)->purpose, "Why " it_is " shared", "TEXT"),              \
        ISR_TEXT_ENTRY("basis", &(place)->basis, "On what legal basis", "TEXT"),                   \
        ISR_TEXT_ENTRY("originator", &(place)->originator, "Who shares the " copy, "TEXT"),        \
        ISR_TEXT_ENTRY("decided-by", &(place)->decided_by, "Who decided", "TEXT"),                 \
        ISR_TEXT_ENTRY("reason", &(place)->reason, "Why it was decided so", "TEXT")

/* TRUE if @audit (NULL: none) is UTF-8. Error: USAGE. */
gboolean isr_options_check_audit(const char *audit, GError **error);

/* Says on standard error how @command is used; returns ISR_EXIT_USAGE. */
int isr_command_usage(const IsrCommand *command);

/* Prints "isredact: SUBJECT: message" (@subject may be NULL) to standard error; returns the exit
 * status of @error. */
int isr_command_fail(const char *subject, const GError *error);

/* The same for an error about @file, as the user named it. */
int isr_command_fail_file(const char *file, const GError *error);

/* Prints a sentence that is no error to standard error, in the same form. */
void isr_command_note(const char *subject, const char *sentence);

/* Says on standard error what keeps the processes that read documents from being contained, if
 * anything does; for commands that open documents, once in a run. */
void isr_command_note_containment(void);

/* TRUE if @fd is a terminal that wants colour (NO_COLOR and TERM=dumb are honoured). */
gboolean isr_command_colour(int fd);

/* Flushes standard output; ISR_EXIT_IO with a message if what was printed did not arrive, else
 * @status. */
int isr_command_end(int status);
