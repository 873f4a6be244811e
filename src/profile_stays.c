/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads what a profile says of each category: whose values stay, and how. */
#include "profile_reader.h"

#include <string.h>

/* The words of one "role:action" pair. */
typedef struct {
    gboolean everybody; /* "all": the four roles and what is nobody's, but no referrer */
    IsrRole role;
    IsrAction action;
} Pair;

static gboolean read_pair(const IsrProfileReader *reader, const char *key, const char *word,
                          Pair *pair)
{
    g_auto(GStrv) halves = g_strsplit(word, ":", -1);

    if (g_strv_length(halves) != 2)
        return isr_profile_fail(reader, GROUP_STAYS, key,
                                "\"%s\" is not ROLE:ACTION, as in family:keep", word);
    pair->everybody = g_str_equal(halves[0], "all");
    if (!pair->everybody && !isr_role_for_id(halves[0], &pair->role))
        return isr_profile_fail(
            reader, GROUP_STAYS, key,
            "\"%s\" is no role; roles are: subject, family, third-party, professional, "
            "referrer, unsure, and all",
            halves[0]);
    if (!isr_action_for_id(halves[1], &pair->action))
        return isr_profile_fail(
            reader, GROUP_STAYS, key,
            "\"%s\" is no action; actions are: keep, generalise, shift, initials, "
            "pseudonym, role, number, remove, drop",
            halves[1]);
    return TRUE;
}

typedef struct {
    IsrAction actions[ISR_N_ROLES];
    gboolean named[ISR_N_ROLES];
    gboolean everybody;
} Row;

static gboolean set_role(const IsrProfileReader *reader, const char *key, Row *row,
                         const Pair *pair)
{
    if (row->named[pair->role])
        return isr_profile_fail(reader, GROUP_STAYS, key,
                                "\"%s\" is there twice; keep one of the two",
                                isr_role_id(pair->role));
    row->named[pair->role] = TRUE;
    row->actions[pair->role] = pair->action;
    return TRUE;
}

static gboolean set_everybody(const IsrProfileReader *reader, const char *key, Row *row,
                              const Pair *pair)
{
    if (row->everybody)
        return isr_profile_fail(reader, GROUP_STAYS, key,
                                "\"all\" is there twice; keep one of the two");
    row->everybody = TRUE;
    for (guint role = 0; role < ISR_N_ROLES; role++)
        if (role != ISR_ROLE_REFERRER && !row->named[role])
            row->actions[role] = pair->action;
    return TRUE;
}

static IsrAction strictest(const Row *row, IsrRole last)
{
    IsrAction most = ISR_ACTION_KEEP;

    for (guint role = 0; role <= last; role++)
        most = MAX(most, row->actions[role]);
    return most;
}

/* An unsure one may be anybody's, so it never gets less than the most restrictive of the row. That
 * it may be a referrer's counts too, unless the row says "all" or "unsure". */
static gboolean settle_unsure(const IsrProfileReader *reader, const char *key, Row *row)
{
    IsrAction least = strictest(row, ISR_ROLE_PROFESSIONAL);

    if (row->named[ISR_ROLE_UNSURE] && row->actions[ISR_ROLE_UNSURE] < least)
        return isr_profile_fail(
            reader, GROUP_STAYS, key,
            "unsure:%s is less than %s, which this line asks for somebody whose it may "
            "be; write unsure:%s or stricter",
            isr_action_id(row->actions[ISR_ROLE_UNSURE]), isr_action_id(least),
            isr_action_id(least));
    if (!row->named[ISR_ROLE_UNSURE])
        row->actions[ISR_ROLE_UNSURE] = row->everybody ? least : strictest(row, ISR_ROLE_REFERRER);
    return TRUE;
}

static gboolean read_row(const IsrProfileReader *reader, const char *key, Row *row)
{
    g_autofree char *value = g_key_file_get_string(reader->file, GROUP_STAYS, key, NULL);
    g_auto(GStrv) words = g_strsplit_set(value ? value : "", " \t", -1);

    *row = (Row){.everybody = FALSE};
    for (guint role = 0; role < ISR_N_ROLES; role++)
        row->actions[role] = ISR_ACTION_REMOVE;
    for (guint i = 0; words[i]; i++) {
        Pair pair = {0};

        if (!*words[i])
            continue;
        if (!read_pair(reader, key, words[i], &pair))
            return FALSE;
        if (!(pair.everybody ? set_everybody : set_role)(reader, key, row, &pair))
            return FALSE;
    }
    return settle_unsure(reader, key, row);
}

static gboolean row_fits(const IsrProfileReader *reader, const char *key, const Row *row,
                         IsrCategory category)
{
    for (guint role = 0; role < ISR_N_ROLES; role++)
        if (!isr_action_fits(row->actions[role], category))
            return isr_profile_fail(reader, GROUP_STAYS, key,
                                    "\"%s\" cannot be done to %s; try keep or remove",
                                    isr_action_id(row->actions[role]), isr_category_id(category));
    return TRUE;
}

/* A line for many categories does what it can: what does not fit one of them is removed there. */
static void apply_general(const IsrProfileReader *reader, const Row *row, gboolean identifiers,
                          gboolean topics)
{
    for (guint c = 0; c < ISR_N_CATEGORIES; c++) {
        if (!(isr_category_is_topic((IsrCategory)c) ? topics : identifiers))
            continue;
        for (guint role = 0; role < ISR_N_ROLES; role++)
            reader->profile->actions[c][role] = isr_action_fits(row->actions[role], (IsrCategory)c)
                                                    ? row->actions[role]
                                                    : ISR_ACTION_REMOVE;
    }
}

static gboolean read_general(const IsrProfileReader *reader, const char *key, gboolean identifiers,
                             gboolean topics)
{
    Row row;

    if (!g_key_file_has_key(reader->file, GROUP_STAYS, key, NULL))
        return TRUE;
    if (!read_row(reader, key, &row))
        return FALSE;
    apply_general(reader, &row, identifiers, topics);
    return TRUE;
}

static gboolean read_special(const IsrProfileReader *reader, const char *key)
{
    IsrCategory category;
    Row row;

    if (g_str_equal(key, "all") || g_str_equal(key, "all-identifiers") ||
        g_str_equal(key, "all-topics"))
        return TRUE;
    if (!isr_category_for_id(key, &category))
        return isr_profile_fail(
            reader, GROUP_STAYS, key,
            "is no category; patterns/profiles/README.md lists them; all, all-identifiers "
            "and all-topics stand for many");
    if (!read_row(reader, key, &row) || !row_fits(reader, key, &row, category))
        return FALSE;
    memcpy(reader->profile->actions[category], row.actions, sizeof row.actions);
    return TRUE;
}

gboolean isr_profile_read_stays(const IsrProfileReader *reader)
{
    g_auto(GStrv) keys = g_key_file_get_keys(reader->file, GROUP_STAYS, NULL, NULL);

    for (guint c = 0; c < ISR_N_CATEGORIES; c++)
        for (guint role = 0; role < ISR_N_ROLES; role++)
            reader->profile->actions[c][role] = ISR_ACTION_REMOVE;
    if (!read_general(reader, "all", TRUE, TRUE) ||
        !read_general(reader, "all-identifiers", TRUE, FALSE) ||
        !read_general(reader, "all-topics", FALSE, TRUE))
        return FALSE;
    for (guint i = 0; keys && keys[i]; i++)
        if (!read_special(reader, keys[i]))
            return FALSE;
    return TRUE;
}
