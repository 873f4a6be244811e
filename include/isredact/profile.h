/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A profile: for one purpose, whose values of which category stay, or how they are coarsened.
 * What it does not mention goes. */
#pragma once

#include <isredact/action.h>
#include <isredact/category.h>
#include <isredact/format.h>
#include <isredact/role.h>

typedef struct {
    char *id;
    char *title;
    char *purpose; /* as the guidance puts it */
    char *basis;   /* legal basis the guidance names */
    char **demand; /* options that must be given: "recipient", "purpose", ... */
    IsrKeep keep;
    IsrAction actions[ISR_N_CATEGORIES][ISR_N_ROLES]; /* UNSURE: the most restrictive of the row */
    gboolean never[ISR_N_CATEGORIES][ISR_N_ROLES];
    char *digest; /* SHA-256 of the file, lower-case hex */
} IsrProfile;

/* Loads @folder/@id.profile. Errors (RULES) name file, group and key. */
IsrProfile *isr_profile_load(const char *folder, const char *id, GError **error);
void isr_profile_free(IsrProfile *profile);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrProfile, isr_profile_free)

/* Ids of all profiles in @folder, sorted; free with g_strfreev(). */
char **isr_profile_ids(const char *folder, GError **error);

/* The action for a finding of @category that belongs to @role. */
IsrAction isr_profile_action(const IsrProfile *profile, IsrCategory category, IsrRole role);
