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

/* The profiles that are right, out of *all. What is wrong with the others is told in one go (nobody
 * likes to be told one mistake at a time), and *status says so. NULL, likewise, if there is no
 * telling which there are. Free with g_ptr_array_unref(). */
static GPtrArray *load_all(guint *all, int *status)
{
    g_autofree char *folder = profiles_folder();
    g_autoptr(GError) error = NULL;
    g_auto(GStrv) ids = isr_profile_ids(folder, &error);
    GPtrArray *right;

    *status = ids ? ISR_EXIT_CLEAN : isr_command_fail(NULL, error);
    if (!ids)
        return NULL;
    *all = g_strv_length(ids);
    right = g_ptr_array_new_with_free_func((GDestroyNotify)isr_profile_free);
    for (guint i = 0; i < *all; i++) {
        g_autoptr(GError) wrong = NULL;
        IsrProfile *profile = isr_profile_load(folder, ids[i], &wrong);

        if (profile)
            g_ptr_array_add(right, profile);
        else
            *status = isr_command_fail(NULL, wrong);
    }
    return right;
}

static int list(void)
{
    guint all;
    int status;
    g_autoptr(GPtrArray) profiles = load_all(&all, &status);

    if (!profiles)
        return status;
    for (guint i = 0; i < profiles->len; i++) {
        const IsrProfile *profile = profiles->pdata[i];

        printf("%-16s %s\n", profile->id, profile->title);
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

static int check_all(void)
{
    guint all;
    int status;
    g_autoptr(GPtrArray) profiles = load_all(&all, &status);
    g_autofree char *folder = isr_patterns_folder();
    g_autoptr(GPtrArray) unread = profiles ? isr_patterns_unread(folder, "profiles", NULL) : NULL;

    if (!profiles)
        return status;
    for (guint i = 0; unread && i < unread->len; i++) {
        isr_command_note(NULL, unread->pdata[i]);
        status = ISR_EXIT_RULES;
    }
    printf("%u of %u profiles are right.\n", profiles->len, all);
    return isr_command_end(status);
}

static int run(int argc, char **argv);

const IsrCommand isr_command_profiles = {
    .name = "profiles",
    .usage = "isredact profiles list | show NAME | check [FILE]",
    .summary = "What stays for which purpose, as a table.",
    .run = run,
};

static int run(int argc, char **argv)
{
    g_auto(GStrv) words = NULL;
    int status;
    guint n;

    if (!isr_options_words(&isr_command_profiles, argc, argv, &words, &status))
        return status;
    n = g_strv_length(words);
    if (n == 0 || (n == 1 && g_str_equal(words[0], "list")))
        return list();
    if (n == 2 && g_str_equal(words[0], "show"))
        return show(words[1]);
    if (n == 2 && g_str_equal(words[0], "check"))
        return check_file(words[1]);
    if (n == 1 && g_str_equal(words[0], "check"))
        return check_all();
    return isr_command_usage(&isr_command_profiles);
}
