/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program: the table of commands. Without the name of one, files are redacted. */
#include "commands/commands.h"
#include "commands/mistyped.h"

#include "process.h"
#include "sandbox.h"

#include <stdio.h>

/* Ends in NULL; a new command adds its word here and in commands/commands.h. */
static const IsrCommand *const commands[] = {
    &isr_command_redact,   &isr_command_scan,   &isr_command_verify,
    &isr_command_batch,    &isr_command_escrow, &isr_command_patterns,
    &isr_command_profiles, &isr_command_key,    NULL,
};

static const IsrCommand *command_for(const char *name)
{
    for (guint i = 0; commands[i]; i++) {
        if (g_str_equal(commands[i]->name, name))
            return commands[i];
    }
    return NULL;
}

static void print_commands(FILE *out)
{
    fputs("isredact makes a record fit to be shared: it removes what a purpose does not need,\n"
          "proves that it is gone, and writes down what was done.\n\n"
          "Usage:\n",
          out);
    for (guint i = 0; commands[i]; i++)
        fprintf(out, "  %s\n      %s\n", commands[i]->usage, commands[i]->summary);
    fputs("\n\"isredact COMMAND --help\" shows the options of a command, \"man isredact\" the "
          "rest.\n",
          out);
}

static int print_version(void)
{
    g_autofree char *words = isr_sandbox_words();

    printf("isredact " ISREDACT_VERSION "\n%s\n", words);
    return isr_command_end(ISR_EXIT_CLEAN);
}

static int help(const char *name)
{
    char *ask[] = {(char *)name, (char *)"--help", NULL};
    const IsrCommand *command = name ? command_for(name) : NULL;

    if (command)
        return command->run(2, ask);
    if (name)
        return isr_mistyped_note(name, commands);
    print_commands(stdout);
    return isr_command_end(ISR_EXIT_CLEAN);
}

/* Names of people stand in arguments and in names of files; the list of processes shows the
 * command alone. */
int main(int argc, char **argv)
{
    const char *first = argc > 1 ? argv[1] : NULL;
    const IsrCommand *command = first ? command_for(first) : NULL;

    isr_process_settle();
    argv = isr_process_hide_arguments(argc, argv, command ? 2 : 1);
    first = argv[0] ? argv[1] : NULL;
    if (!first) {
        print_commands(stderr);
        return ISR_EXIT_USAGE;
    }
    if (g_str_equal(first, "--version")) {
        return print_version();
    }
    if (g_str_equal(first, "help"))
        return help(argv[2]);
    if (g_str_equal(first, "--help") || g_str_equal(first, "-h"))
        return help(NULL);
    if (command)
        return command->run(argc - 1, argv + 1);
    if (isr_mistyped_is_command(first))
        return isr_mistyped_note(first, commands);
    return isr_command_redact.run(argc, argv);
}
