/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files: input that is only ever read, output that has no name until it is whole. */
#include <isredact/io.h>

#include "descriptor.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK 65536

struct IsrInput {
    int fd;
    char *name;
    char *digest;
    struct stat opened;
};

static gboolean fail(GError **error, const char *name, const char *what)
{
    int code = errno;

    g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "%s: %s: %s", name, what, g_strerror(code));
    return FALSE;
}

/* Standard input can be read once only, so it is spooled to memory that has no name. */
static int spool_stdin(GError **error)
{
    int fd = memfd_create("isredact-input", MFD_CLOEXEC);
    g_autofree guint8 *buffer = g_malloc(CHUNK);
    guint64 total = 0;
    ssize_t n;

    if (fd < 0) {
        fail(error, "standard input", "no room to hold it");
        return -1;
    }
    while ((n = read(STDIN_FILENO, buffer, CHUNK)) != 0) {
        if (n < 0 && errno == EINTR)
            continue;
        total += n > 0 ? (guint64)n : 0;
        if (total > ISR_LIMIT_PIPE_BYTES) {
            g_set_error(error, ISR_ERROR, ISR_ERROR_LIMIT,
                        "standard input is longer than isredact holds; give it the file instead");
            close(fd);
            return -1;
        }
        if (n < 0 || !isr_descriptor_write(fd, buffer, (gsize)n)) {
            fail(error, "standard input", "cannot be read");
            close(fd);
            return -1;
        }
    }
    return fd;
}

static IsrInput *input_new(int fd, const char *name, GError **error)
{
    IsrInput *input = g_new0(IsrInput, 1);

    input->fd = fd;
    input->name = g_strdup(name);
    if (fstat(fd, &input->opened) < 0) {
        fail(error, name, "cannot be read");
        isr_input_free(input);
        return NULL;
    }
    if (!S_ISREG(input->opened.st_mode)) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_UNSUPPORTED,
                    "%s: this is a %s; give isredact a document", name,
                    S_ISDIR(input->opened.st_mode) ? "folder" : "device or pipe");
        isr_input_free(input);
        return NULL;
    }
    if ((guint64)input->opened.st_size > ISR_LIMIT_INPUT_BYTES) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_LIMIT,
                    "%s: larger than isredact reads; split it into parts", name);
        isr_input_free(input);
        return NULL;
    }
    return input;
}

IsrInput *isr_input_open(const char *path, GError **error)
{
    int fd;

    if (g_str_equal(path, "-")) {
        fd = spool_stdin(error);
        return fd < 0 ? NULL : input_new(fd, "standard input", error);
    }
    fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0) {
        fail(error, path, "cannot be opened");
        return NULL;
    }
    return input_new(fd, path, error);
}

IsrInput *isr_input_for_fd(int fd, const char *name, GError **error)
{
    int own = fcntl(fd, F_DUPFD_CLOEXEC, 3);

    if (own < 0) {
        fail(error, name, "cannot be read back");
        return NULL;
    }
    return input_new(own, name, error);
}

void isr_input_free(IsrInput *input)
{
    if (!input)
        return;
    close(input->fd);
    g_free(input->name);
    g_free(input->digest);
    g_free(input);
}

guint64 isr_input_size(const IsrInput *input)
{
    return (guint64)input->opened.st_size;
}

const char *isr_input_name(const IsrInput *input)
{
    return input->name;
}

int isr_input_fd(const IsrInput *input)
{
    return input->fd;
}

gssize isr_input_read(IsrInput *input, guint64 offset, void *buffer, gsize length, GError **error)
{
    gssize n = isr_descriptor_read(input->fd, buffer, length, offset);

    if (n < 0)
        fail(error, input->name, "cannot be read");
    return n;
}

/* SHA-256 of all of it as it is now; free with g_free(). */
static char *digest_now(IsrInput *input, GError **error)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_autofree guint8 *buffer = g_malloc(CHUNK);
    guint64 offset = 0;
    gssize n;

    while ((n = isr_input_read(input, offset, buffer, CHUNK, error)) > 0) {
        g_checksum_update(sum, buffer, n);
        offset += (guint64)n;
    }
    return n < 0 ? NULL : g_strdup(g_checksum_get_string(sum));
}

const char *isr_input_digest(IsrInput *input, GError **error)
{
    if (!input->digest)
        input->digest = digest_now(input, error);
    return input->digest;
}

static gboolean same_time(struct timespec a, struct timespec b)
{
    return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

/* The time of change of the inode is one that nobody can set back. */
static gboolean same_state(const struct stat *a, const struct stat *b)
{
    return a->st_size == b->st_size && same_time(a->st_mtim, b->st_mtim) &&
           same_time(a->st_ctim, b->st_ctim);
}

/* Two changes within one tick of the file system's clock have one time, so that times alone do not
 * tell; TRUE where no digest was taken before. */
static gboolean same_bytes(IsrInput *input, gboolean *same, GError **error)
{
    g_autofree char *now = input->digest ? digest_now(input, error) : NULL;

    *same = g_strcmp0(now, input->digest) == 0;
    return now || !input->digest;
}

gboolean isr_input_unchanged(IsrInput *input, GError **error)
{
    struct stat now;
    gboolean same;

    if (!same_bytes(input, &same, error))
        return FALSE;
    if (fstat(input->fd, &now) < 0)
        return fail(error, input->name, "cannot be read");
    if (same && same_state(&now, &input->opened))
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_IO,
                "%s: changed while it was being read; close it in other programs and try again",
                input->name);
    return FALSE;
}
