/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A profile: for one purpose, whose values of which category stay, or how they are coarsened.
 * What it does not mention goes. patterns/profiles/README.md says how one is written. */
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
    char *source;  /* which guidance */
    char **demand; /* options that must be given: "recipient", "key", ...; never NULL */
    IsrKeep keep;
    gboolean silent; /* a removed sentence does not say what it was about */
    guint k;         /* so many people are to be alike in a batch of copies; 0: not measured */
    guint min_cell;  /* the smallest number but 0 that stays in a table of counts; 0: any stays */
    /* UNSURE: what the file says for "all" or "unsure", but never less than the most restrictive
     * of the row; a referrer's is REMOVE unless the file names referrers. */
    IsrAction actions[ISR_N_CATEGORIES][ISR_N_ROLES];
    gboolean never[ISR_N_CATEGORIES][ISR_N_ROLES];
    char *digest; /* SHA-256 of the file, lower-case hex */
} IsrProfile;

/* Loads @folder/@id.profile. Errors: USAGE if there is no such profile (names those there are),
 * RULES if it is wrong, keeps what its own "never" forbids included; names file, group and key.
 * Free with isr_profile_free() (accepts NULL). */
IsrProfile *isr_profile_load(const char *folder, const char *id, GError **error);
/* Loads the profile in @path, which must be called after its id. Errors: IO, RULES. */
IsrProfile *isr_profile_load_file(const char *path, GError **error);
void isr_profile_free(IsrProfile *profile);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrProfile, isr_profile_free)

/* Ids of all profiles in @folder, sorted; free with g_strfreev(). */
char **isr_profile_ids(const char *folder, GError **error);

/* The action for a finding of @category that belongs to @role. */
IsrAction isr_profile_action(const IsrProfile *profile, IsrCategory category, IsrRole role);

/* TRUE if the profile asks that @option ("recipient", "key", ...) be given. */
gboolean isr_profile_demands(const IsrProfile *profile, const char *option);

/* The table that a practitioner reads: purpose, basis, what must be given, whose values stay;
 * lines of at most 100 columns. Free with g_free(). */
char *isr_profile_text(const IsrProfile *profile);
