/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a command needs before it opens a document: patterns, a profile, a key. */
#pragma once

#include <isredact/key.h>
#include <isredact/patterns.h>
#include <isredact/profile.h>

typedef struct {
    char *folder; /* patterns/ */
    char *profiles;
    IsrPatterns *patterns;
    IsrProfile *profile; /* NULL if none was asked for */
    IsrKey *key;         /* NULL if none was asked for */
} IsrKit;

/* Loads the patterns, and what of @profile (an id) and @key (a path) is not NULL. */
gboolean isr_kit_load(IsrKit *kit, const char *profile, const char *key, GError **error);
/* Has the patterns look also for ways to a location, if @hide. */
void isr_kit_hide(IsrKit *kit, gboolean hide);
void isr_kit_clear(IsrKit *kit);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(IsrKit, isr_kit_clear)
