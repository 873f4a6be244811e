/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loads profiles. A word that is not known is an error, never a guess: a typing mistake must not
 * let something stay. */
#include <isredact/profile.h>

#include "datafile.h"
#include "folder.h"
#include "host.h"
#include "keyfile.h"
#include "profile_reader.h"

#include <isredact/error.h>

#include <string.h>

#define SUFFIX ".profile"
/* No honest profile has more; a wrong file is refused before it is read whole. */
#define MOST_BYTES (256 * 1024)

/* Above, little would be left. */
#define MOST_LEAST 100

static const char *const about_keys[] = {"id",     "title", "purpose",  "basis",    "source",
                                         "demand", "never", "pictures", "comments", "hidden",
                                         "links",  "marks", "min-cell", "k",        NULL};
static const char *const demandable[] = {
    "recipient", "purpose", "basis", "originator", "decided-by", "reason", "key", "subject", NULL};

gboolean isr_profile_fail(const IsrProfileReader *reader, const char *group, const char *key,
                          const char *format, ...)
{
    g_autofree char *sentence = NULL;
    va_list arguments;

    va_start(arguments, format);
    sentence = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error(reader->error, ISR_ERROR, ISR_ERROR_RULES, "%s, [%s]%s%s: %s", reader->path, group,
                *key ? " " : "", key, sentence);
    return FALSE;
}

void isr_profile_free(IsrProfile *profile)
{
    if (!profile)
        return;
    g_free(profile->id);
    g_free(profile->title);
    g_free(profile->purpose);
    g_free(profile->basis);
    g_free(profile->source);
    g_strfreev(profile->demand);
    g_strfreev(profile->keep.link_hosts);
    g_free(profile->digest);
    g_free(profile);
}

IsrAction isr_profile_action(const IsrProfile *profile, IsrCategory category, IsrRole role)
{
    return profile->actions[category][role];
}

gboolean isr_profile_demands(const IsrProfile *profile, const char *option)
{
    return g_strv_contains((const char *const *)profile->demand, option);
}

static gboolean read_string(const IsrProfileReader *reader, const char *key, char **value)
{
    *value = g_key_file_get_string(reader->file, GROUP_ABOUT, key, NULL);
    if (*value && **value)
        return TRUE;
    return isr_profile_fail(reader, GROUP_ABOUT, key, "is missing; write a line \"%s=…\"", key);
}

/* One of two words; what is not said is the second, the more careful one. */
static gboolean read_choice(const IsrProfileReader *reader, const char *key, const char *yes,
                            const char *no, gboolean *chosen)
{
    g_autofree char *value = g_key_file_get_string(reader->file, GROUP_ABOUT, key, NULL);

    *chosen = value && g_str_equal(value, yes);
    if (!value || *chosen || g_str_equal(value, no))
        return TRUE;
    return isr_profile_fail(reader, GROUP_ABOUT, key, "\"%s\" is not understood; write %s or %s",
                            value, yes, no);
}

static char **read_list(const IsrProfileReader *reader, const char *key)
{
    char **list = g_key_file_get_string_list(reader->file, GROUP_ABOUT, key, NULL, NULL);

    for (guint i = 0; list && list[i]; i++)
        g_strstrip(list[i]);
    return list ? list : g_new0(char *, 1);
}

static gboolean read_demand(const IsrProfileReader *reader)
{
    reader->profile->demand = read_list(reader, "demand");
    for (guint i = 0; reader->profile->demand[i]; i++) {
        g_autofree char *known = g_strjoinv(", ", (char **)demandable);

        if (!g_strv_contains(demandable, reader->profile->demand[i]))
            return isr_profile_fail(reader, GROUP_ABOUT, "demand",
                                    "\"%s\" cannot be demanded, only: %s",
                                    reader->profile->demand[i], known);
    }
    return TRUE;
}

static gboolean read_links(const IsrProfileReader *reader)
{
    g_auto(GStrv) hosts = read_list(reader, "links");

    for (guint i = 0; hosts[i]; i++)
        if (!isr_host_is_one(hosts[i], strlen(hosts[i])))
            return isr_profile_fail(reader, GROUP_ABOUT, "links",
                                    "\"%s\" is no host; write its name alone, as in www.gov.uk, "
                                    "and a semicolon between two",
                                    hosts[i]);
    if (hosts[0])
        reader->profile->keep.link_hosts = g_steal_pointer(&hosts);
    return TRUE;
}

/* A number of people or cases, 0 for none. 1 would do nothing, so somebody meant something else. */
static gboolean read_least(const IsrProfileReader *reader, const char *key, const char *meaning,
                           guint *least)
{
    g_autofree char *value = g_key_file_get_string(reader->file, GROUP_ABOUT, key, NULL);
    guint64 number = 0;

    if (value &&
        (!g_ascii_string_to_unsigned(value, 10, 0, MOST_LEAST, &number, NULL) || number == 1))
        return isr_profile_fail(reader, GROUP_ABOUT, key,
                                "\"%s\" is not understood; write 0, or %s, from 2 to %d", value,
                                meaning, MOST_LEAST);
    *least = (guint)number;
    return TRUE;
}

static gboolean read_numbers(const IsrProfileReader *reader)
{
    IsrProfile *profile = reader->profile;

    if (!read_least(reader, "min-cell", "the smallest number that may stay in a table of counts",
                    &profile->min_cell) ||
        !read_least(reader, "k", "how many people are to be alike", &profile->k))
        return FALSE;
    if (profile->k == 0 || isr_profile_demands(profile, "key"))
        return TRUE;
    return isr_profile_fail(reader, GROUP_ABOUT, "k",
                            "needs codes, by which people are known again; add demand=key");
}

static gboolean is_called_after_id(const IsrProfileReader *reader)
{
    g_autofree char *name = g_path_get_basename(reader->path);
    g_autofree char *wanted = g_strconcat(reader->profile->id, SUFFIX, NULL);

    if (g_str_equal(name, wanted))
        return TRUE;
    return isr_profile_fail(reader, GROUP_ABOUT, "id", "\"%s\" belongs in a file called \"%s\"",
                            reader->profile->id, wanted);
}

static gboolean read_about(const IsrProfileReader *reader)
{
    IsrProfile *profile = reader->profile;
    gboolean say;

    if (!read_string(reader, "id", &profile->id) || !is_called_after_id(reader) ||
        !read_string(reader, "title", &profile->title) ||
        !read_string(reader, "purpose", &profile->purpose) ||
        !read_string(reader, "basis", &profile->basis) ||
        !read_string(reader, "source", &profile->source) || !read_demand(reader) ||
        !read_choice(reader, "pictures", "keep", "remove", &profile->keep.keep_pictures) ||
        !read_choice(reader, "comments", "keep", "remove", &profile->keep.keep_comments) ||
        !read_choice(reader, "hidden", "keep", "remove", &profile->keep.keep_hidden) ||
        !read_choice(reader, "marks", "say", "silent", &say) || !read_numbers(reader) ||
        !read_links(reader))
        return FALSE;
    profile->silent = !say;
    return TRUE;
}

static gboolean check_never(const IsrProfileReader *reader, IsrCategory category, IsrRole role)
{
    const IsrAction *row = reader->profile->actions[category];

    reader->profile->never[category][role] = TRUE;
    if (!isr_action_hides(row[role]))
        return isr_profile_fail(
            reader, GROUP_ABOUT, "never", "forbids %s:%s, but [%s] says %s; change one of the two",
            isr_category_id(category), isr_role_id(role), GROUP_STAYS, isr_action_id(row[role]));
    return TRUE;
}

static gboolean read_never(const IsrProfileReader *reader)
{
    g_auto(GStrv) words = read_list(reader, "never");

    for (guint i = 0; words[i]; i++) {
        g_auto(GStrv) halves = g_strsplit(words[i], ":", -1);
        IsrCategory category;
        IsrRole role;

        if (g_strv_length(halves) != 2 || !isr_category_for_id(halves[0], &category) ||
            !isr_role_for_id(halves[1], &role))
            return isr_profile_fail(reader, GROUP_ABOUT, "never",
                                    "\"%s\" is not CATEGORY:ROLE, as in criminal:family", words[i]);
        if (!check_never(reader, category, role))
            return FALSE;
    }
    return TRUE;
}

static gboolean keys_are_known(const IsrProfileReader *reader)
{
    g_auto(GStrv) groups = g_key_file_get_groups(reader->file, NULL);
    g_auto(GStrv) keys = g_key_file_get_keys(reader->file, GROUP_ABOUT, NULL, NULL);

    for (guint i = 0; groups[i]; i++)
        if (!g_str_equal(groups[i], GROUP_ABOUT) && !g_str_equal(groups[i], GROUP_STAYS))
            return isr_profile_fail(reader, groups[i], "",
                                    "is no group of a profile; there are [%s] and [%s]",
                                    GROUP_ABOUT, GROUP_STAYS);
    if (!g_key_file_has_group(reader->file, GROUP_STAYS))
        return isr_profile_fail(reader, GROUP_STAYS, "",
                                "is missing; begin a group with that line");
    for (guint i = 0; keys && keys[i]; i++)
        if (!g_strv_contains(about_keys, keys[i]))
            return isr_profile_fail(reader, GROUP_ABOUT, keys[i],
                                    "is not known; correct its spelling or take the line out");
    return TRUE;
}

static gboolean read_file(const char *path, char **text, gsize *length, GError **error)
{
    if (!isr_datafile_read(path, text, length, NULL)) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO,
                    "%s: cannot be read; is it there, and may you read it?", path);
        return FALSE;
    }
    if (*length <= MOST_BYTES)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "%s is too long for a profile", path);
    return FALSE;
}

static GKeyFile *parse(const char *path, const char *text, gsize length, GError **error)
{
    g_autoptr(GError) failure = NULL;
    GKeyFile *file = isr_keyfile_read(text, length, &failure);

    if (!file)
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "%s: %s", path, failure->message);
    return file;
}

IsrProfile *isr_profile_load_file(const char *path, GError **error)
{
    g_autoptr(IsrProfile) profile = g_new0(IsrProfile, 1);
    g_autoptr(GKeyFile) file = NULL;
    g_autofree char *text = NULL;
    gsize length;
    IsrProfileReader reader = {path, NULL, profile, error};

    if (!read_file(path, &text, &length, error) || !(file = parse(path, text, length, error)))
        return NULL;
    reader.file = file;
    profile->digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (guchar *)text, length);
    if (!keys_are_known(&reader) || !read_about(&reader) || !isr_profile_read_stays(&reader) ||
        !read_never(&reader))
        return NULL;
    return g_steal_pointer(&profile);
}

IsrProfile *isr_profile_load(const char *folder, const char *id, GError **error)
{
    g_auto(GStrv) ids = isr_profile_ids(folder, error);
    g_autofree char *name = g_strconcat(id, SUFFIX, NULL);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *known = NULL;

    if (!ids)
        return NULL;
    if (g_strv_contains((const char *const *)ids, id))
        return isr_profile_load_file(path, error);
    known = g_strjoinv(", ", ids);
    g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE, "there is no profile \"%s\"; there are: %s", id,
                known);
    return NULL;
}

char **isr_profile_ids(const char *folder, GError **error)
{
    g_autoptr(GPtrArray) names = isr_folder_names(folder, SUFFIX, error);
    GStrv ids;

    if (!names)
        return NULL;
    ids = g_new0(char *, names->len + 1);
    for (guint i = 0; i < names->len; i++)
        ids[i] = g_strndup(names->pdata[i], strlen(names->pdata[i]) - strlen(SUFFIX));
    return ids;
}
