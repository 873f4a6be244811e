/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loaded before the C library (LD_PRELOAD), does what an attacker would who took over a parser: at
 * the first reading of a document ISR_HIJACK is done ("socket", "execve", "write", "read",
 * "answer"), in whatever process reads it, or with ISR_HIJACK_WHERE=first in the run's first one,
 * which reads the first bytes. Where it succeeds, the run's first process writes ISR_HIJACK_DONE at
 * its end. */
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static int *won; /* shared by all processes of a run */
static pid_t first;

static int create(const char *path)
{
    int fd = open(path, O_CREAT | O_WRONLY, 0600);

    if (fd >= 0)
        close(fd);
    return fd >= 0;
}

__attribute__((constructor)) static void begin(void)
{
    first = getpid();
    won = mmap(NULL, sizeof *won, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
}

__attribute__((destructor)) static void end(void)
{
    const char *done = getenv("ISR_HIJACK_DONE");

    if (getpid() == first && *won && done)
        create(done);
}

static int read_secret(void)
{
    char bytes[64];
    const char *path = getenv("ISR_HIJACK_SECRET");
    int fd = path ? open(path, O_RDONLY) : -1;

    return fd >= 0 && read(fd, bytes, sizeof bytes) > 0;
}

/* Answers in the program's place: a name that leads elsewhere, and words that command a terminal.
 */
static int answer(void)
{
    static const char text[] = "0text 0 =..%2F..%2Fowned%0A\nwell \033]0;owned\007\033[2J done\n";
    struct stat status;

    for (int fd = 3; fd < 64; fd++) {
        if (fstat(fd, &status) == 0 && S_ISFIFO(status.st_mode) &&
            write(fd, text, sizeof text - 1) > 0)
            _exit(0);
    }
    return 0;
}

static int attempt(const char *what)
{
    char *const argv[] = {(char *)"/bin/true", NULL};
    const char *path = getenv("ISR_HIJACK_PATH");

    if (strcmp(what, "socket") == 0)
        return socket(AF_INET, SOCK_STREAM, 0) >= 0;
    if (strcmp(what, "execve") == 0)
        return execve(argv[0], argv, NULL) == 0;
    if (strcmp(what, "write") == 0)
        return path && create(path);
    return strcmp(what, "answer") == 0 ? answer() : read_secret();
}

/* The tests' documents are texts; batches read their journal too. */
static int is_document(int fd)
{
    char link[64], path[4096];
    ssize_t n;

    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    n = readlink(link, path, sizeof path);
    return n > 4 && memcmp(path + n - 4, ".txt", 4) == 0;
}

ssize_t pread64(int fd, void *bytes, size_t n, off_t at);
ssize_t pread64(int fd, void *bytes, size_t n, off_t at)
{
    static int done;
    const char *what = getenv("ISR_HIJACK"), *where = getenv("ISR_HIJACK_WHERE");
    const int here = (getpid() == first) == (where && strcmp(where, "first") == 0);

    if (what && here && !done && is_document(fd)) {
        done = 1;
        if (attempt(what))
            *won = 1;
    }
    return ((ssize_t(*)(int, void *, size_t, off_t))dlsym(RTLD_NEXT, "pread64"))(fd, bytes, n, at);
}
