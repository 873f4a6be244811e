/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A build without libseccomp: no call is limited, and the sandbox says so. */
#include "syscalls.h"

gboolean isr_syscalls_is_built(void)
{
    return FALSE;
}

gboolean isr_syscalls_can_be_limited(void)
{
    return FALSE;
}

gboolean isr_syscalls_limit(gboolean sealed)
{
    (void)sealed;
    return FALSE;
}

char *isr_syscalls_name(int number)
{
    return g_strdup_printf("call %d", number);
}
