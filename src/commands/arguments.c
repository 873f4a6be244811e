/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Goes through the arguments as GOption does, before it does. */
#include "arguments.h"

#include <isredact/error.h>

#include <string.h>

/* More options than any command has. */
#define MOST 64

typedef struct {
    const GOptionEntry *entries;
    gboolean given[MOST];
} Given;

static const GOptionEntry *entry_called(const GOptionEntry *entries, const char *name, gsize length)
{
    for (; entries->long_name; entries++) {
        if (strlen(entries->long_name) == length && strncmp(entries->long_name, name, length) == 0)
            return entries;
    }
    return NULL;
}

static const GOptionEntry *entry_of_letter(const GOptionEntry *entries, char letter)
{
    while (entries->long_name && entries->short_name != letter)
        entries++;
    return entries->long_name ? entries : NULL;
}

/* The option of @argument that takes a value; NULL if none does. One of several letters is the
 * last that does. */
static const GOptionEntry *entry_in(const GOptionEntry *entries, const char *argument)
{
    const GOptionEntry *found = NULL;

    if (g_str_has_prefix(argument, "--"))
        found = entry_called(entries, argument + 2, strcspn(argument + 2, "="));
    for (const char *p = argument + 1; argument[1] != '-' && *p; p++) {
        const GOptionEntry *entry = entry_of_letter(entries, *p);

        if (entry && entry->arg != G_OPTION_ARG_NONE)
            found = entry;
    }
    return found && found->arg != G_OPTION_ARG_NONE ? found : NULL;
}

static gboolean note(Given *given, const GOptionEntry *entry, GError **error)
{
    gboolean *before = &given->given[MIN(entry - given->entries, MOST - 1)];

    if (*before && entry->arg != G_OPTION_ARG_FILENAME_ARRAY) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE, "--%s is given twice; give it once",
                    entry->long_name);
        return FALSE;
    }
    *before = TRUE;
    return TRUE;
}

gboolean isr_arguments_are_meant(const GOptionEntry *entries, int argc, char *const *argv,
                                 GError **error)
{
    Given given = {.entries = entries};

    for (int i = 1; i < argc && !g_str_equal(argv[i], "--"); i++) {
        const GOptionEntry *entry = *argv[i] == '-' ? entry_in(entries, argv[i]) : NULL;

        if (!entry)
            continue;
        if (!note(&given, entry, error))
            return FALSE;
        if (g_str_has_prefix(argv[i], "--") && strchr(argv[i], '='))
            continue;
        i++;
        if (i == argc || argv[i][0] != '-' || argv[i][1] == '\0')
            continue;
        g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE,
                    "what follows --%s looks like an option; if it is meant, write --%s=%s",
                    entry->long_name, entry->long_name, argv[i]);
        return FALSE;
    }
    return TRUE;
}
