/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loaded before the C library (LD_PRELOAD), fails one call: ISR_FAULT="CALL:N" the N-th call of
 * CALL that concerns the folder ISR_FAULT_UNDER or memory without a name; "CALL:N:kill" kills the
 * program there. Calls of all processes of a run are counted together. Writes ISR_FAULT_DONE when
 * it has struck; for a process that may write no file, its parent does so at its end. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

/* What all processes of a run share. */
static struct {
    int calls, struck;
} * shared;
static pid_t first; /* the run's first process */

static void *next(const char *name)
{
    return dlsym(RTLD_NEXT, name);
}

static void write_done(void)
{
    const char *done = getenv("ISR_FAULT_DONE");
    int (*real_open)(const char *, int, ...) = (int (*)(const char *, int, ...))next("open64");

    if (done)
        close(real_open(done, O_CREAT | O_WRONLY, 0600));
}

static void tell(void)
{
    if (getpid() == first)
        write_done();
    else
        shared->struck = 1;
}

__attribute__((constructor)) static void begin(void)
{
    first = getpid();
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
}

__attribute__((destructor)) static void end(void)
{
    if (getpid() == first && shared->struck)
        write_done();
}

/* 1 if this call of @name is the one that fails. */
static int strikes(const char *name)
{
    const char *fault = getenv("ISR_FAULT");
    size_t n = strlen(name);

    if (!fault || strncmp(fault, name, n) != 0 || fault[n] != ':' ||
        ++shared->calls != atoi(fault + n + 1))
        return 0;
    tell();
    if (strstr(fault, ":kill"))
        raise(SIGKILL);
    errno = strcmp(name, "write") == 0 ? ENOSPC : EIO;
    return 1;
}

static int concerns_path(const char *path)
{
    const char *under = getenv("ISR_FAULT_UNDER");

    return under && (path[0] != '/' || strncmp(path, under, strlen(under)) == 0);
}

static int concerns_fd(int fd)
{
    char link[64], path[4096];
    ssize_t n;

    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    n = readlink(link, path, sizeof path - 1);
    if (n <= 0)
        return 0;
    path[n] = '\0';
    return strncmp(path, "/memfd:isredact", 15) == 0 || (path[0] == '/' && concerns_path(path));
}

#define FAULTY_FD(type, name, call, parameters, arguments)                                         \
    type name parameters;                                                                          \
    type name parameters                                                                           \
    {                                                                                              \
        if (concerns_fd(fd) && strikes(call))                                                      \
            return -1;                                                                             \
        return ((type(*) parameters)next(#name))arguments;                                         \
    }

FAULTY_FD(ssize_t, write, "write", (int fd, const void *bytes, size_t n), (fd, bytes, n))
FAULTY_FD(ssize_t, pwrite64, "write", (int fd, const void *bytes, size_t n, off_t at),
          (fd, bytes, n, at))
FAULTY_FD(ssize_t, read, "read", (int fd, void *bytes, size_t n), (fd, bytes, n))
FAULTY_FD(ssize_t, pread64, "read", (int fd, void *bytes, size_t n, off_t at), (fd, bytes, n, at))
FAULTY_FD(int, fsync, "fsync", (int fd), (fd))
FAULTY_FD(int, fchmod, "fchmod", (int fd, mode_t mode), (fd, mode))
FAULTY_FD(int, ftruncate64, "write", (int fd, off_t length), (fd, length))

int linkat(int from, const char *old, int to, const char *name, int flags)
{
    if (strikes("linkat"))
        return -1;
    return ((int (*)(int, const char *, int, const char *, int))next("linkat"))(from, old, to, name,
                                                                                flags);
}

int renameat2(int from, const char *old, int to, const char *name, unsigned flags)
{
    if (strikes("rename"))
        return -1;
    return ((int (*)(int, const char *, int, const char *, unsigned))next("renameat2"))(
        from, old, to, name, flags);
}

#define MODE_OF(flags, mode)                                                                       \
    do {                                                                                           \
        if ((flags) & (O_CREAT | O_TMPFILE)) {                                                     \
            va_list rest;                                                                          \
            va_start(rest, flags);                                                                 \
            mode = va_arg(rest, mode_t);                                                           \
            va_end(rest);                                                                          \
        }                                                                                          \
    } while (0)

int open64(const char *path, int flags, ...);
int open64(const char *path, int flags, ...)
{
    mode_t mode = 0;

    MODE_OF(flags, mode);
    if (concerns_path(path) && strikes("open"))
        return -1;
    return ((int (*)(const char *, int, ...))next("open64"))(path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...);
int openat64(int folder, const char *path, int flags, ...)
{
    mode_t mode = 0;

    MODE_OF(flags, mode);
    if (concerns_path(path) && strikes("open"))
        return -1;
    return ((int (*)(int, const char *, int, ...))next("openat64"))(folder, path, flags, mode);
}
