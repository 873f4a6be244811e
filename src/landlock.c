/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The C library has no calls for Landlock, and its headers may be older than the kernel: what came
 * later is written down here, with the version it came with. */
#include "landlock.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What a rule set handles; an older kernel takes it as long as what it does not know is 0. */
typedef struct {
    guint64 files, net, scope;
} Handled;

#define FILES_1 ((LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1) /* all rights of version 1 */
#define FILES_2 (LANDLOCK_ACCESS_FS_MAKE_SYM << 1)       /* linking across folders */
#define FILES_3 (LANDLOCK_ACCESS_FS_MAKE_SYM << 2)       /* truncating */
#define FILES_5 (LANDLOCK_ACCESS_FS_MAKE_SYM << 3)       /* commands to devices */
#define NET_4 3                                          /* binding and connecting by TCP */
#define SCOPE_6 3                                        /* abstract sockets, signals */

int isr_landlock_version(void)
{
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);

    return version > 0 ? (int)version : 0;
}

static Handled handled_by(int version)
{
    Handled handled = {.files = FILES_1};

    handled.files |= version >= 2 ? FILES_2 : 0;
    handled.files |= version >= 3 ? FILES_3 : 0;
    handled.files |= version >= 5 ? FILES_5 : 0;
    handled.net = version >= 4 ? NET_4 : 0;
    handled.scope = version >= 6 ? SCOPE_6 : 0;
    return handled;
}

/* A path that is not there needs no rule. */
static void allow(int rules, const char *path)
{
    struct landlock_path_beneath_attr rule = {.parent_fd = open(path, O_PATH | O_CLOEXEC)};
    struct stat status;

    if (rule.parent_fd < 0)
        return;
    rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
    if (fstat(rule.parent_fd, &status) == 0 && S_ISDIR(status.st_mode))
        rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
    (void)syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    close(rule.parent_fd);
}

gboolean isr_landlock_lock(const char *const *readable)
{
    const Handled handled = handled_by(isr_landlock_version());
    int rules = (int)syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0);
    gboolean locked;

    if (rules < 0)
        return FALSE;
    for (guint i = 0; readable[i]; i++)
        allow(rules, readable[i]);
    locked = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    close(rules);
    return locked;
}
