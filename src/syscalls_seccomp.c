/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list was measured: it is what text, DOCX, ODT and PDF take, with OCR, as the libraries make
 * their calls on Debian and on neighbouring systems (stat and newfstatat are one call with two
 * names). Whatever creates, names, removes or starts something is not on it. */
#include "syscalls.h"

#include "sanitizer.h"

#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Reading and writing of what is open, memory, time, and the end. What tells of a file by its name
 * (stat, access, readlink) tells that it is there, never what it holds; fonts are found so. */
static const int plain[] = {
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(pread64),
    SCMP_SYS(preadv),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(pwrite64),
    SCMP_SYS(pwritev),
    SCMP_SYS(lseek),
    SCMP_SYS(_llseek),
    SCMP_SYS(close),
    SCMP_SYS(dup),
    SCMP_SYS(ftruncate),
    SCMP_SYS(ftruncate64),
    SCMP_SYS(fsync),
    SCMP_SYS(fdatasync),
    SCMP_SYS(fadvise64),
    SCMP_SYS(fadvise64_64),
    SCMP_SYS(getdents),
    SCMP_SYS(getdents64),
    SCMP_SYS(fstat),
    SCMP_SYS(fstat64),
    SCMP_SYS(fstatat64),
    SCMP_SYS(newfstatat),
    SCMP_SYS(stat),
    SCMP_SYS(stat64),
    SCMP_SYS(lstat),
    SCMP_SYS(lstat64),
    SCMP_SYS(statx),
    SCMP_SYS(fstatfs),
    SCMP_SYS(fstatfs64),
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(getcwd),
    SCMP_SYS(brk),
    SCMP_SYS(mmap),
    SCMP_SYS(mmap2),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(mprotect),
    SCMP_SYS(madvise),
    SCMP_SYS(futex),
    SCMP_SYS(futex_time64),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(getrandom),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_gettime64),
    SCMP_SYS(clock_getres),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(times),
    SCMP_SYS(getrusage),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(uname),
    SCMP_SYS(sysinfo),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
#if ISR_SANITIZED
    /* how a sanitizer finds stacks and keeps its own */
    SCMP_SYS(sigaltstack),
    SCMP_SYS(getrlimit),
    SCMP_SYS(rt_sigaction),
#endif
};

/* Of these only what is asked of the process's own descriptors and limits; F_SETOWN would send
 * signals to others. */
static const int descriptor_commands[] = {F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL};

gboolean isr_syscalls_is_built(void)
{
    return TRUE;
}

gboolean isr_syscalls_can_be_limited(void)
{
    const guint32 action = SCMP_ACT_TRAP;

    return syscall(SYS_seccomp, 2 /* SECCOMP_GET_ACTION_AVAIL */, 0, &action) == 0;
}

/* A call that this machine does not have needs no rule. */
static gboolean is_added(int result)
{
    return result == 0 || result == -EDOM || result == -EEXIST;
}

static gboolean add_plain(scmp_filter_ctx filter)
{
    gboolean added = TRUE;

    for (guint i = 0; i < G_N_ELEMENTS(plain); i++)
        added = is_added(seccomp_rule_add(filter, SCMP_ACT_ALLOW, plain[i], 0)) && added;
    return added;
}

/* The flags of open() say whether something is read, or also created or changed. */
static gboolean add_opening(scmp_filter_ctx filter, gboolean sealed)
{
    const guint64 changing = O_ACCMODE | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY);
    const guint32 action = sealed ? SCMP_ACT_ERRNO(EACCES) : SCMP_ACT_ALLOW;

    return is_added(seccomp_rule_add(filter, action, SCMP_SYS(open), 1,
                                     SCMP_A1(SCMP_CMP_MASKED_EQ, changing, 0))) &&
           is_added(seccomp_rule_add(filter, action, SCMP_SYS(openat), 1,
                                     SCMP_A2(SCMP_CMP_MASKED_EQ, changing, 0)));
}

/* Lets @call through where argument @n is @value. */
static gboolean add_where(scmp_filter_ctx filter, int call, guint n, guint64 value)
{
    const struct scmp_arg_cmp comparison = {n, SCMP_CMP_EQ, value, 0};

    return is_added(seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 1, &comparison));
}

/* Asking whether a file is a terminal, for the limits that are, and ending oneself by a signal. */
static gboolean add_narrow(scmp_filter_ctx filter)
{
    gboolean added = add_where(filter, SCMP_SYS(ioctl), 1, TCGETS) &&
                     add_where(filter, SCMP_SYS(prlimit64), 2, 0) &&
                     add_where(filter, SCMP_SYS(tgkill), 0, (guint64)getpid());

    for (guint i = 0; i < G_N_ELEMENTS(descriptor_commands); i++)
        added = add_where(filter, SCMP_SYS(fcntl), 1, (guint64)descriptor_commands[i]) && added;
    return added;
}

gboolean isr_syscalls_limit(gboolean sealed)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_TRAP);
    gboolean limited;

    if (!filter)
        return FALSE;
    (void)seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
    (void)seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2);
    limited = add_plain(filter) && add_opening(filter, sealed) && add_narrow(filter) &&
              seccomp_load(filter) == 0;
    seccomp_release(filter);
    return limited;
}

char *isr_syscalls_name(int number)
{
    char *name = seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, number);
    char *own = name ? g_strdup(name) : g_strdup_printf("call %d", number);

    free(name);
    return own;
}
