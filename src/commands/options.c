/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the commands share: reading options, saying what went wrong. Text of a document never
 * comes here. */
#include "arguments.h"
#include "commands.h"

#include "../process.h"
#include "../sandbox.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* GOption knows what is wrong; say it in one sentence, with where to look. */
static void usage_error(const IsrCommand *command, const GError *cause, GError **error)
{
    g_autofree char *what = g_strdup(cause->message);

    what[0] = g_ascii_tolower(what[0]);
    g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE, "%s; \"isredact %s --help\" lists the options",
                what, command->name);
}

gboolean isr_options_refuse(GError **error, const char *sentence)
{
    g_set_error_literal(error, ISR_ERROR, ISR_ERROR_USAGE, sentence);
    return FALSE;
}

static void print_help(const IsrCommand *command, GOptionContext *context)
{
    g_autofree char *all = g_option_context_get_help(context, TRUE, NULL);
    const char *options = strstr(all, "\n\n"); /* past GOption's own line of usage */

    printf("Usage: %s\n\n%s%s", command->usage, command->summary, options ? options : "\n");
}

gboolean isr_options_read(const IsrCommand *command, const GOptionEntry *entries, int argc,
                          char **argv, char ***rest, gboolean *helped, GError **error)
{
    const GOptionEntry help[] = {
        {"help", 'h', 0, G_OPTION_ARG_NONE, helped, "Show this help", NULL},
        {NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL},
    };
    g_auto(GStrv) arguments = g_new0(char *, (gsize)argc + 1);
    g_autoptr(GError) cause = NULL;
    GOptionContext *context;
    gboolean understood;

    *helped = FALSE;
    if (!isr_arguments_are_meant(entries, argc, argv, error))
        return FALSE;
    for (int i = 0; i < argc; i++)
        arguments[i] = g_strdup(argv[i]);
    context = g_option_context_new(NULL);
    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_add_main_entries(context, entries, NULL);
    g_option_context_add_main_entries(context, help, NULL);
    understood = g_option_context_parse_strv(context, &arguments, &cause);
    if (!understood)
        usage_error(command, cause, error);
    else if (*helped)
        print_help(command, context);
    if (understood)
        *rest = g_strdupv(arguments + 1);
    g_option_context_free(context);
    return understood;
}

gboolean isr_options_words(const IsrCommand *command, int argc, char **argv, char ***words,
                           int *status)
{
    const GOptionEntry none[] = {{NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL}};
    g_autoptr(GError) error = NULL;
    gboolean helped;

    if (!isr_options_read(command, none, argc, argv, words, &helped, &error)) {
        *status = isr_command_fail(NULL, error);
        return FALSE;
    }
    if (helped)
        *status = isr_command_end(ISR_EXIT_CLEAN);
    return !helped;
}

gboolean isr_options_check_subjects(char *const *subjects, GError **error)
{
    for (guint i = 0; subjects && subjects[i]; i++) {
        if (!g_utf8_validate(subjects[i], -1, NULL)) {
            g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE,
                        "a name given with --subject is not in UTF-8");
            return FALSE;
        }
        if (subjects[i][strspn(subjects[i], " \t\n.,=")] == '\0')
            return isr_options_refuse(
                error, "--subject names nobody; write a name as it stands in the document");
    }
    return TRUE;
}

gboolean isr_options_check_reader(const char *reader, GError **error)
{
    gboolean text = !reader || g_utf8_validate(reader, -1, NULL);

    if (text && (!reader || reader[strspn(reader, " \t\n.,")] != '\0'))
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE,
                text ? "--for names nobody; write a name as it stands in the document"
                     : "the name given with --for is not in UTF-8");
    return FALSE;
}

gboolean isr_options_check_audit(const char *audit, GError **error)
{
    if (!audit || g_utf8_validate(audit, -1, NULL))
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE, "the name given with --audit is not in UTF-8");
    return FALSE;
}

int isr_command_usage(const IsrCommand *command)
{
    g_autofree char *sentence = g_strconcat("use: ", command->usage, NULL);

    isr_command_note(NULL, sentence);
    return ISR_EXIT_USAGE;
}

int isr_command_fail(const char *subject, const GError *error)
{
    isr_command_note(subject, error->message);
    return (int)isr_error_exit(error);
}

/* Some errors name their file themselves. */
int isr_command_fail_file(const char *file, const GError *error)
{
    const char *name = g_str_equal(file, "-") ? "standard input" : file;
    gsize n = strlen(name);

    if (g_str_has_prefix(error->message, name) && error->message[n] == ':')
        return isr_command_fail(NULL, error);
    return isr_command_fail(name, error);
}

void isr_command_note(const char *subject, const char *sentence)
{
    if (subject)
        fprintf(stderr, "isredact: %s: %s\n", subject, sentence);
    else
        fprintf(stderr, "isredact: %s\n", sentence);
}

void isr_command_note_containment(void)
{
    g_autofree char *words = isr_sandbox_words();

    if (!isr_sandbox_is_whole())
        isr_command_note(NULL, words);
}

gboolean isr_command_colour(int fd)
{
    const char *plain = g_getenv("NO_COLOR"), *term = g_getenv("TERM");

    if ((plain && *plain) || !term || g_str_equal(term, "dumb"))
        return FALSE;
    return isatty(fd) == 1;
}

int isr_command_end(int status)
{
    if (fflush(stdout) == 0 && !ferror(stdout)) {
        isr_process_end(status);
        return status;
    }
    isr_command_note(NULL, "what was to be printed could not be written; is the disk full?");
    return ISR_EXIT_IO;
}
