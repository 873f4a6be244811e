/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of roles. */
#include <isredact/role.h>

static const char *const ids[ISR_N_ROLES] = {
    [ISR_ROLE_SUBJECT] = "subject",         [ISR_ROLE_FAMILY] = "family",
    [ISR_ROLE_THIRD_PARTY] = "third-party", [ISR_ROLE_PROFESSIONAL] = "professional",
    [ISR_ROLE_REFERRER] = "referrer",       [ISR_ROLE_UNSURE] = "unsure",
};

const char *isr_role_id(IsrRole role)
{
    return ids[role];
}

gboolean isr_role_for_id(const char *id, IsrRole *role)
{
    for (guint i = 0; i < ISR_N_ROLES; i++) {
        if (g_str_equal(ids[i], id)) {
            *role = (IsrRole)i;
            return TRUE;
        }
    }
    return FALSE;
}

const char *isr_role_words(IsrRole role)
{
    static const char *const words[ISR_N_ROLES] = {
        [ISR_ROLE_SUBJECT] = "child",      [ISR_ROLE_FAMILY] = "family",
        [ISR_ROLE_THIRD_PARTY] = "others", [ISR_ROLE_PROFESSIONAL] = "professionals",
        [ISR_ROLE_REFERRER] = "referrers", [ISR_ROLE_UNSURE] = "unsure",
    };

    return words[role];
}
