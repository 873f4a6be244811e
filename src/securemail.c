/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The recipient's mail domain, held against the list of secure ones. */
#include "securemail.h"

#include <string.h>

/* @domain or one that it is part of is on the list. */
static gboolean is_secure(const char *domain, const IsrLists *lists)
{
    for (const char *part = domain; part && *part; part = strchr(part, '.')) {
        part += *part == '.';
        if (isr_lists_has(lists, "secure-domains", part, -1))
            return TRUE;
    }
    return FALSE;
}

void isr_securemail_check(IsrRecord *record, const IsrLists *lists)
{
    const char *at = record->decision.recipient ? strrchr(record->decision.recipient, '@') : NULL;
    g_autofree char *domain = NULL;

    if (!at)
        return;
    domain = g_strndup(at + 1, strcspn(at + 1, "> \t"));
    if (!is_secure(domain, lists))
        isr_record_check(record, "the recipient's mail domain is not on the list of secure ones: "
                                 "send the copy in a secure way, or ask for another address");
}
