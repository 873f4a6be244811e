/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * isredact key: makes a key, or tells one from another without giving it away. */
#include "commands.h"

#include <isredact/key.h>

#include <stdio.h>

static int show(const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrKey) key = isr_key_load(path, &error);
    g_autofree char *fingerprint = NULL;

    if (!key)
        return isr_command_fail(NULL, error);
    fingerprint = isr_key_fingerprint(key);
    printf("%s\n", fingerprint);
    return isr_command_end(ISR_EXIT_CLEAN);
}

static int create(const char *path)
{
    g_autoptr(GError) error = NULL;

    if (!isr_key_create(path, &error))
        return isr_command_fail(NULL, error);
    isr_command_note(path, "keep this file secret, and apart from the copies made with it; without "
                           "it no pseudonym can be made again");
    return show(path);
}

static int run(int argc, char **argv);

const IsrCommand isr_command_key = {
    .name = "key",
    .usage = "isredact key new FILE | show FILE",
    .summary = "Make a key for pseudonyms and commitments, or show its fingerprint.",
    .run = run,
};

static int run(int argc, char **argv)
{
    g_auto(GStrv) words = NULL;
    int status;

    if (!isr_options_words(&isr_command_key, argc, argv, &words, &status))
        return status;
    if (g_strv_length(words) == 2 && g_str_equal(words[0], "new"))
        return create(words[1]);
    if (g_strv_length(words) == 2 && g_str_equal(words[0], "show"))
        return show(words[1]);
    return isr_command_usage(&isr_command_key);
}
