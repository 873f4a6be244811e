/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A profile file while it is being read; shared by profile.c and profile_stays.c alone. */
#pragma once

#include <isredact/profile.h>

#define GROUP_ABOUT "profile"
#define GROUP_STAYS "stays"

typedef struct {
    const char *path;
    GKeyFile *file;
    IsrProfile *profile;
    GError **error;
} IsrProfileReader;

/* Sets an error that names the file, @group and @key; always FALSE. */
gboolean isr_profile_fail(const IsrProfileReader *reader, const char *group, const char *key,
                          const char *format, ...) G_GNUC_PRINTF(4, 5);

/* Fills the profile's actions from [stays]; what it does not mention is removed. */
gboolean isr_profile_read_stays(const IsrProfileReader *reader);
