/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loaded before the C library (LD_PRELOAD), lets calls fail as the test says in the file
 * $ISR_FAULTS (faults.h): those that concern the folder that the run works in, memory without a
 * name and the pipes between processes.
 *
 * ISR_FAULTS_FOLDER names another folder, for calls that load what lies there.
 *
 * With ISR_FAULTS_SERVE="IN OUT" the program stops where it first asks for a file of that folder,
 * and runs once, from there, for each folder that it is told on descriptor IN; for each it answers
 * on OUT with the process and then with how that ended. What loads patterns is thus done once. */
#include "faults.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static Faults *faults;
static int in = -1, out = -1; /* where it serves */
static char folder[4096];     /* in which the run works */

static void *next(const char *name)
{
    return dlsym(RTLD_NEXT, name);
}

#define REAL(type, name, ...) ((type(*)(__VA_ARGS__))next(#name))

__attribute__((constructor)) static void begin(void)
{
    const char *path = getenv("ISR_FAULTS"), *serve = getenv("ISR_FAULTS_SERVE");
    const char *other = getenv("ISR_FAULTS_FOLDER");
    int fd = path ? REAL(int, open64, const char *, int, ...)(path, O_RDWR | O_CLOEXEC) : -1;
    void *shared = mmap(NULL, sizeof(Faults), PROT_READ | PROT_WRITE,
                        fd < 0 ? MAP_PRIVATE | MAP_ANONYMOUS : MAP_SHARED, fd, 0);

    if (fd >= 0)
        REAL(int, close, int)(fd);
    if (fd < 0 || shared == MAP_FAILED)
        return;
    faults = shared;
    if (!serve || sscanf(serve, "%d %d", &in, &out) != 2)
        in = -1;
    if (other)
        snprintf(folder, sizeof folder, "%s", other);
    else if (!getcwd(folder, sizeof folder))
        folder[0] = '\0';
    if (in < 0)
        faults->armed = 1; /* from the first call on */
}

/* --- serving --- */

/* In the process that is to do one run: it works in @folder, and what it says is beside it. */
static void enter(void)
{
    static const char *const ends[] = {".out", ".err"};
    int (*real_open)(const char *, int, ...) = REAL(int, open64, const char *, int, ...);
    char path[sizeof folder + 8];

    if (chdir(folder) < 0)
        _exit(99);
    for (int i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "%s%s", folder, ends[i]);
        int fd = real_open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);

        if (fd < 0 || dup2(fd, i + 1) < 0)
            _exit(99);
        REAL(int, close, int)(fd);
    }
    REAL(int, close, int)(in);
    REAL(int, close, int)(out);
    setpgid(0, 0);
    in = -1;
    faults->armed = 1;
}

/* The folder of the next run; 0 if there is none. */
static int next_folder(void)
{
    size_t length = 0;

    while (length < sizeof folder - 1 &&
           REAL(ssize_t, read, int, void *, size_t)(in, folder + length, 1) == 1) {
        if (folder[length] == '\n') {
            folder[length] = '\0';
            return 1;
        }
        length++;
    }
    return 0;
}

static void serve(void)
{
    ssize_t (*real_write)(int, const void *, size_t) =
        REAL(ssize_t, write, int, const void *, size_t);

    while (in >= 0 && next_folder()) {
        int status = 0;
        pid_t pid = REAL(pid_t, fork, void)();

        if (pid == 0) {
            enter();
            return;
        }
        if (real_write(out, &pid, sizeof pid) < 0 || waitpid(pid, &status, 0) < 0)
            break;
        faults->armed = 0;
        if (real_write(out, &status, sizeof status) < 0)
            break;
    }
    if (in >= 0)
        _exit(0);
}

/* --- failing --- */

static void wait_for_test(void)
{
    const struct timespec moment = {0, 200000};

    faults->paused = getpid();
    while (__atomic_load_n(&faults->paused, __ATOMIC_SEQ_CST))
        nanosleep(&moment, NULL);
}

/* What becomes of this call of @kind: FAULT_COUNT (it is made), FAULT_FAIL or FAULT_SHORT. */
FaultMode fault_strikes(FaultKind kind);
FaultMode fault_strikes(FaultKind kind)
{
    int n;

    if (!faults || !faults->armed)
        return FAULT_COUNT;
    n = __atomic_add_fetch(&faults->calls[kind], 1, __ATOMIC_SEQ_CST);
    if (kind != faults->kind || faults->mode == FAULT_COUNT ||
        (faults->mode == FAULT_STAY ? n < faults->at : n != faults->at))
        return FAULT_COUNT;
    faults->struck++;
    if (faults->mode == FAULT_KILL)
        raise(SIGKILL);
    if (faults->mode == FAULT_PAUSE) {
        wait_for_test();
        return FAULT_COUNT;
    }
    errno = faults->error;
    return faults->mode == FAULT_SHORT ? FAULT_SHORT : FAULT_FAIL;
}

static int fails(FaultKind kind)
{
    return fault_strikes(kind) == FAULT_FAIL;
}

/* The first file of the folder that is asked for begins the runs. */
static int concerns_path(const char *path)
{
    if (!faults || !path)
        return 0;
    if (path[0] != '/' && in >= 0 && path[0])
        serve();
    return path[0] != '/' || strncmp(path, folder, strlen(folder)) == 0;
}

static int concerns(int fd)
{
    char link[64], path[sizeof folder];
    ssize_t n;

    if (!faults || !faults->armed || fd <= 2)
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    n = readlink(link, path, sizeof path - 1);
    if (n <= 0)
        return 0;
    path[n] = '\0';
    return strncmp(path, "/memfd:isredact", 15) == 0 || strncmp(path, "pipe:", 5) == 0 ||
           strncmp(path, folder, strlen(folder)) == 0;
}

/* --- reading and writing --- */

#define MOVING(name, kind, buffer)                                                                 \
    ssize_t name(int fd, buffer bytes, size_t n);                                                  \
    ssize_t name(int fd, buffer bytes, size_t n)                                                   \
    {                                                                                              \
        FaultMode mode = concerns(fd) ? fault_strikes(kind) : FAULT_COUNT;                         \
                                                                                                   \
        if (mode == FAULT_FAIL)                                                                    \
            return -1;                                                                             \
        return REAL(ssize_t, name, int, buffer, size_t)(fd, bytes,                                 \
                                                        mode == FAULT_SHORT && n ? 1 : n);         \
    }
#define MOVING_AT(name, kind, buffer)                                                              \
    ssize_t name(int fd, buffer bytes, size_t n, off64_t at);                                      \
    ssize_t name(int fd, buffer bytes, size_t n, off64_t at)                                       \
    {                                                                                              \
        FaultMode mode = concerns(fd) ? fault_strikes(kind) : FAULT_COUNT;                         \
                                                                                                   \
        if (mode == FAULT_FAIL)                                                                    \
            return -1;                                                                             \
        return REAL(ssize_t, name, int, buffer, size_t,                                            \
                    off64_t)(fd, bytes, mode == FAULT_SHORT && n ? 1 : n, at);                     \
    }

MOVING(read, FAULT_READ, void *)
MOVING(write, FAULT_WRITE, const void *)
MOVING_AT(pread, FAULT_READ, void *)
MOVING_AT(pread64, FAULT_READ, void *)
MOVING_AT(pwrite, FAULT_WRITE, const void *)
MOVING_AT(pwrite64, FAULT_WRITE, const void *)

/* --- calls that only succeed or fail --- */

#define FAILING(type, name, kind, whether, parameters, arguments)                                  \
    type name parameters;                                                                          \
    type name parameters                                                                           \
    {                                                                                              \
        if ((whether) && fails(kind))                                                              \
            return (type)-1;                                                                       \
        return ((type(*) parameters)next(#name))arguments;                                         \
    }

FAILING(int, fsync, FAULT_SYNC, concerns(fd), (int fd), (fd))
FAILING(int, fdatasync, FAULT_SYNC, concerns(fd), (int fd), (fd))
FAILING(int, ftruncate, FAULT_SIZE, concerns(fd), (int fd, off64_t length), (fd, length))
FAILING(int, ftruncate64, FAULT_SIZE, concerns(fd), (int fd, off64_t length), (fd, length))
FAILING(int, fchmod, FAULT_MODE, concerns(fd), (int fd, mode_t mode), (fd, mode))
FAILING(int, linkat, FAULT_LINK, 1, (int a, const char *from, int b, const char *to, int flags),
        (a, from, b, to, flags))
FAILING(int, rename, FAULT_RENAME, concerns_path(to), (const char *from, const char *to),
        (from, to))
FAILING(int, renameat2, FAULT_RENAME, 1,
        (int a, const char *from, int b, const char *to, unsigned flags), (a, from, b, to, flags))
FAILING(int, unlink, FAULT_UNLINK, concerns_path(path), (const char *path), (path))
FAILING(int, unlinkat, FAULT_UNLINK, concerns_path(path), (int at, const char *path, int flags),
        (at, path, flags))
FAILING(int, mkdir, FAULT_FOLDER, concerns_path(path), (const char *path, mode_t mode),
        (path, mode))
FAILING(int, stat64, FAULT_LOOK, concerns_path(path), (const char *path, struct stat64 *to),
        (path, to))
FAILING(int, lstat64, FAULT_LOOK, concerns_path(path), (const char *path, struct stat64 *to),
        (path, to))
FAILING(int, fstat64, FAULT_LOOK, concerns(fd), (int fd, struct stat64 *to), (fd, to))
FAILING(int, fstatat64, FAULT_LOOK, concerns_path(path),
        (int at, const char *path, struct stat64 *to, int flags), (at, path, to, flags))
FAILING(int, access, FAULT_LOOK, concerns_path(path), (const char *path, int mode), (path, mode))
FAILING(off64_t, lseek64, FAULT_LOOK, concerns(fd), (int fd, off64_t at, int from), (fd, at, from))
FAILING(pid_t, fork, FAULT_PROCESS, 1, (void), ())
FAILING(int, pipe2, FAULT_PROCESS, 1, (int ends[2], int flags), (ends, flags))
FAILING(int, memfd_create, FAULT_PROCESS, 1, (const char *name, unsigned flags), (name, flags))
FAILING(int, dup2, FAULT_PROCESS, faults && faults->armed, (int from, int to), (from, to))
FAILING(int, setrlimit64, FAULT_PROCESS, 1, (__rlimit_resource_t which, const struct rlimit64 *to),
        (which, to))

/* A close that fails has closed all the same. */
int close(int fd)
{
    int failed = concerns(fd) && fails(FAULT_CLOSE), code = errno;
    int closed = REAL(int, close, int)(fd);

    if (!failed)
        return closed;
    errno = code;
    return -1;
}

int fcntl64(int fd, int command, ...)
{
    va_list rest;
    void *value;

    va_start(rest, command);
    value = va_arg(rest, void *);
    va_end(rest);
    if (command == F_DUPFD_CLOEXEC && concerns(fd) && fails(FAULT_PROCESS))
        return -1;
    return REAL(int, fcntl64, int, int, ...)(fd, command, value);
}

#define OPENING(name)                                                                              \
    int name(const char *path, int flags, ...)                                                     \
    {                                                                                              \
        mode_t mode = 0;                                                                           \
                                                                                                   \
        if (flags & (O_CREAT | O_TMPFILE)) {                                                       \
            va_list rest;                                                                          \
                                                                                                   \
            va_start(rest, flags);                                                                 \
            mode = va_arg(rest, mode_t);                                                           \
            va_end(rest);                                                                          \
        }                                                                                          \
        if (concerns_path(path) && fails(FAULT_OPEN))                                              \
            return -1;                                                                             \
        return REAL(int, name, const char *, int, ...)(path, flags, mode);                         \
    }
#define OPENING_AT(name)                                                                           \
    int name(int at, const char *path, int flags, ...)                                             \
    {                                                                                              \
        mode_t mode = 0;                                                                           \
                                                                                                   \
        if (flags & (O_CREAT | O_TMPFILE)) {                                                       \
            va_list rest;                                                                          \
                                                                                                   \
            va_start(rest, flags);                                                                 \
            mode = va_arg(rest, mode_t);                                                           \
            va_end(rest);                                                                          \
        }                                                                                          \
        if (concerns_path(path) && fails(FAULT_OPEN))                                              \
            return -1;                                                                             \
        return REAL(int, name, int, const char *, int, ...)(at, path, flags, mode);                \
    }

OPENING(open)
OPENING(open64)
OPENING_AT(openat)
OPENING_AT(openat64)

DIR *opendir(const char *path)
{
    if (concerns_path(path) && fails(FAULT_OPEN))
        return NULL;
    return REAL(DIR *, opendir, const char *)(path);
}

#define LISTING(type, name)                                                                        \
    type *name(DIR *dir)                                                                           \
    {                                                                                              \
        if (concerns(dirfd(dir)) && fails(FAULT_LIST))                                             \
            return NULL;                                                                           \
        return REAL(type *, name, DIR *)(dir);                                                     \
    }

LISTING(struct dirent, readdir)
LISTING(struct dirent64, readdir64)

#define MAPPING(name)                                                                              \
    void *name(void *at, size_t length, int protection, int flags, int fd, off64_t from)           \
    {                                                                                              \
        if (fd >= 0 && concerns(fd) && fails(FAULT_MAP))                                           \
            return MAP_FAILED;                                                                     \
        return REAL(void *, name, void *, size_t, int, int, int, off64_t)(at, length, protection,  \
                                                                          flags, fd, from);        \
    }

MAPPING(mmap)
MAPPING(mmap64)

/* --- what would take too long --- */

/* A key is made of a passphrase in a second, on purpose; a thousand runs need not wait for it. */
int crypto_pwhash(unsigned char *key, unsigned long long length, const char *passphrase,
                  unsigned long long n, const unsigned char *salt, unsigned long long operations,
                  size_t memory, int algorithm);
int crypto_pwhash(unsigned char *key, unsigned long long length, const char *passphrase,
                  unsigned long long n, const unsigned char *salt, unsigned long long operations,
                  size_t memory, int algorithm)
{
    (void)operations;
    (void)memory;
    return REAL(int, crypto_pwhash, unsigned char *, unsigned long long, const char *,
                unsigned long long, const unsigned char *, unsigned long long, size_t,
                int)(key, length, passphrase, n, salt, 1, 8192, algorithm);
}
