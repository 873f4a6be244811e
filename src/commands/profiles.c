/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * isredact profiles: which there are, what one keeps, whether they are right. */
#include "commands.h"

#include <isredact/patterns.h>
#include <isredact/profile.h>

#include <stdio.h>

static char *profiles_folder(void)
{
    g_autofree char *patterns = isr_patterns_folder();

    return g_build_filename(patterns, "profiles", NULL);
}

static int list(void)
{
    g_autofree char *folder = profiles_folder();
    g_autoptr(GError) error = NULL;
    g_auto(GStrv) ids = isr_profile_ids(folder, &error);

    int status = ISR_EXIT_CLEAN;

    if (!ids)
        return isr_command_fail(NULL, error);
    for (guint i = 0; ids[i]; i++) {
        g_autoptr(GError) wrong = NULL;
        g_autoptr(IsrProfile) profile = isr_profile_load(folder, ids[i], &wrong);

        if (profile)
            printf("%-16s %s\n", profile->id, profile->title);
        else
            status = isr_command_fail(NULL, wrong);
    }
    return isr_command_end(status);
}

static int show(const char *id)
{
    g_autofree char *folder = profiles_folder();
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrProfile) profile = isr_profile_load(folder, id, &error);
    g_autofree char *text = NULL;

    if (!profile)
        return isr_command_fail(NULL, error);
    text = isr_profile_text(profile);
    fputs(text, stdout);
    return isr_command_end(ISR_EXIT_CLEAN);
}

static int check_file(const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IsrProfile) profile = isr_profile_load_file(path, &error);

    if (!profile)
        return isr_command_fail(NULL, error);
    printf("%s is right.\n", profile->id);
    return isr_command_end(ISR_EXIT_CLEAN);
}

/* Every mistake of every profile in one go: nobody likes to be told one at a time. */
static int check_all(void)
{
    g_autofree char *folder = profiles_folder();
    g_autoptr(GError) error = NULL;
    g_auto(GStrv) ids = isr_profile_ids(folder, &error);
    int status = ISR_EXIT_CLEAN;
    guint right = 0;

    if (!ids)
        return isr_command_fail(NULL, error);
    for (guint i = 0; ids[i]; i++) {
        g_autoptr(GError) wrong = NULL;
        g_autoptr(IsrProfile) profile = isr_profile_load(folder, ids[i], &wrong);

        if (profile)
            right++;
        else
            status = isr_command_fail(NULL, wrong);
    }
    printf("%u of %u profiles are right.\n", right, g_strv_length(ids));
    return isr_command_end(status);
}

static int run(int argc, char **argv);

const IsrCommand isr_command_profiles = {
    .name = "profiles",
    .usage = "isredact profiles list | show NAME | check [FILE]",
    .summary = "What stays for which purpose, as a table.",
    .run = run,
};

static int usage(void)
{
    g_autofree char *sentence = g_strconcat("use: ", isr_command_profiles.usage, NULL);

    isr_command_note(NULL, sentence);
    return ISR_EXIT_USAGE;
}

static int run(int argc, char **argv)
{
    const GOptionEntry none[] = {{NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL}};
    g_autoptr(GError) error = NULL;
    g_auto(GStrv) words = NULL;
    gboolean helped;
    guint n;

    if (!isr_options_read(&isr_command_profiles, none, argc, argv, &words, &helped, &error))
        return isr_command_fail(NULL, error);
    if (helped)
        return isr_command_end(ISR_EXIT_CLEAN);
    n = g_strv_length(words);
    if (n == 0 || (n == 1 && g_str_equal(words[0], "list")))
        return list();
    if (n == 2 && g_str_equal(words[0], "show"))
        return show(words[1]);
    if (n == 2 && g_str_equal(words[0], "check"))
        return check_file(words[1]);
    if (n == 1 && g_str_equal(words[0], "check"))
        return check_all();
    return usage();
}
