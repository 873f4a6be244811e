/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loads what lies outside the document, all of it before the first byte of a document is read. */
#include "kit.h"

gboolean isr_kit_load(IsrKit *kit, const char *profile, const char *key, GError **error)
{
    kit->folder = isr_patterns_folder();
    kit->profiles = g_build_filename(kit->folder, "profiles", NULL);
    if (profile && !(kit->profile = isr_profile_load(kit->profiles, profile, error)))
        return FALSE;
    if (key && !(kit->key = isr_key_load(key, error)))
        return FALSE;
    kit->patterns = isr_patterns_load(kit->folder, error);
    return kit->patterns != NULL;
}

void isr_kit_hide(IsrKit *kit, gboolean hide)
{
    kit->patterns->whereabouts = hide;
}

void isr_kit_clear(IsrKit *kit)
{
    g_clear_pointer(&kit->folder, g_free);
    g_clear_pointer(&kit->profiles, g_free);
    g_clear_pointer(&kit->patterns, isr_patterns_free);
    g_clear_pointer(&kit->profile, isr_profile_free);
    g_clear_pointer(&kit->key, isr_key_free);
}
