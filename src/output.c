/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Output that has no name until it is whole. A kill leaves nothing behind where the file system
 * knows unnamed files (O_TMPFILE); elsewhere a random name, free of anything of the document's, is
 * taken and given back on every error. */
#include <isredact/io.h>

#include "descriptor.h"

#include <isredact/error.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct IsrOutput {
    int fd;
    int scratch;     /* reserved, or -1 */
    int folder;      /* descriptor of the folder; -1 for standard output */
    char *path;      /* as given */
    char *place;     /* of its folder */
    char *base;      /* its last part */
    char *temporary; /* random name beside it, when one had to be taken */
    gboolean force;
    gboolean committed;
};

static gboolean fail(GError **error, const char *path, const char *what)
{
    int code = errno;

    g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "%s: %s: %s", path, what, g_strerror(code));
    return FALSE;
}

static char *random_name(void)
{
    return g_strdup_printf(".isredact-%08x%08x", g_random_int(), g_random_int());
}

/* A file without a name in @folder; *name is set where one had to be taken. -1 on error. */
static int open_unnamed(int folder, char **name)
{
    int fd = openat(folder, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

    *name = NULL;
    if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL && errno != ENOENT))
        return fd;
    for (guint tries = 0; fd < 0 && tries < 100; tries++) {
        g_free(*name);
        *name = random_name();
        fd = openat(folder, *name, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
        if (fd < 0 && errno != EEXIST)
            break;
    }
    if (fd < 0)
        g_clear_pointer(name, g_free);
    return fd;
}

static gboolean refuse_existing(const IsrOutput *output, GError **error)
{
    struct stat there;

    if (fstatat(output->folder, output->base, &there, AT_SYMLINK_NOFOLLOW) < 0)
        return TRUE;
    if (!S_ISREG(there.st_mode)) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO,
                    "%s: something that is not a file has this name; choose another with -o",
                    output->path);
        return FALSE;
    }
    if (output->force)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_IO,
                "%s: exists already and was left as it is; move it away, choose another place with "
                "-o, or say --force",
                output->path);
    return FALSE;
}

static gboolean open_file(IsrOutput *output, const char *folder, GError **error)
{
    output->fd = open_unnamed(output->folder, &output->temporary);
    return output->fd >= 0 || fail(error, folder, "nothing can be written in this folder");
}

static gboolean open_folder(IsrOutput *output, const char *folder, GError **error)
{
    output->folder = open(folder, O_DIRECTORY | O_RDONLY | O_CLOEXEC);
    return output->folder >= 0 || fail(error, folder, "this folder cannot be opened");
}

static gboolean prepare(IsrOutput *output, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(output->path);

    if (g_str_equal(output->path, "-")) {
        output->fd = memfd_create("isredact-output", MFD_CLOEXEC);
        return output->fd >= 0 || fail(error, "standard output", "no room to hold it");
    }
    return open_folder(output, folder, error) && refuse_existing(output, error) &&
           open_file(output, folder, error);
}

static IsrOutput *output_new(const char *path, gboolean force)
{
    IsrOutput *output = g_new0(IsrOutput, 1);

    output->fd = output->folder = output->scratch = -1;
    output->force = force;
    isr_output_call(output, path);
    return output;
}

IsrOutput *isr_output_new(const char *path, gboolean force, GError **error)
{
    IsrOutput *output = output_new(path, force);

    if (!prepare(output, error)) {
        isr_output_free(output);
        return NULL;
    }
    return output;
}

IsrOutput *isr_output_new_in(const char *folder, gboolean force, GError **error)
{
    IsrOutput *output = output_new(folder, force);

    g_clear_pointer(&output->base, g_free); /* it has no name until it is told */
    if (!open_folder(output, folder, error) || !open_file(output, folder, error)) {
        isr_output_free(output);
        return NULL;
    }
    return output;
}

static int open_scratch(IsrOutput *output, GError **error)
{
    g_autofree char *name = NULL;
    int fd;

    if (output->folder < 0)
        fd = memfd_create("isredact-scratch", MFD_CLOEXEC);
    else
        fd = open_unnamed(output->folder, &name);
    if (fd < 0)
        fail(error, output->path, "no room to work in this folder");
    if (name)
        unlinkat(output->folder, name, 0);
    return fd;
}

int isr_output_scratch(IsrOutput *output, GError **error)
{
    int fd;

    if (output->scratch < 0)
        return open_scratch(output, error);
    fd = ftruncate(output->scratch, 0) == 0 ? fcntl(output->scratch, F_DUPFD_CLOEXEC, 3) : -1;
    if (fd < 0)
        fail(error, output->path, "no room to work in this folder");
    return fd;
}

gboolean isr_output_reserve(IsrOutput *output, GError **error)
{
    if (output->scratch < 0)
        output->scratch = open_scratch(output, error);
    return output->scratch >= 0;
}

guint isr_output_descriptors(const IsrOutput *output, int *fds)
{
    guint n = 0;

    fds[n++] = output->fd;
    if (output->scratch >= 0)
        fds[n++] = output->scratch;
    return n;
}

void isr_output_free(IsrOutput *output)
{
    if (!output)
        return;
    if (output->temporary)
        unlinkat(output->folder, output->temporary, 0);
    if (output->scratch >= 0)
        close(output->scratch);
    if (output->fd >= 0)
        close(output->fd);
    if (output->folder >= 0)
        close(output->folder);
    g_free(output->path);
    g_free(output->place);
    g_free(output->base);
    g_free(output->temporary);
    g_free(output);
}

void isr_output_call(IsrOutput *output, const char *path)
{
    g_free(output->path);
    g_free(output->place);
    g_free(output->base);
    output->path = g_strdup(path);
    output->place = g_path_get_dirname(path);
    output->base = g_path_get_basename(path);
}

gboolean isr_output_rename(IsrOutput *output, const char *path, GError **error)
{
    isr_output_call(output, path);
    return output->folder < 0 || refuse_existing(output, error);
}

int isr_output_fd(const IsrOutput *output)
{
    return output->fd;
}

const char *isr_output_path(const IsrOutput *output)
{
    return output->path;
}

static gboolean write_to(int fd, const void *bytes, gsize length, const char *path, GError **error)
{
    return isr_descriptor_write(fd, bytes, length) || fail(error, path, "cannot be written");
}

gboolean isr_output_write(IsrOutput *output, const void *bytes, gsize length, GError **error)
{
    return write_to(output->fd, bytes, length, output->path, error);
}

gboolean isr_output_empty(IsrOutput *output, GError **error)
{
    return (ftruncate(output->fd, 0) == 0 && lseek(output->fd, 0, SEEK_SET) == 0) ||
           fail(error, output->path, "cannot be written");
}

static gboolean commit_to_stdout(IsrOutput *output, GError **error)
{
    char buffer[65536];
    guint64 offset = 0;
    gssize n;

    while ((n = isr_descriptor_read(output->fd, buffer, sizeof buffer, offset)) > 0) {
        if (!write_to(STDOUT_FILENO, buffer, (gsize)n, "standard output", error))
            return FALSE;
        offset += (guint64)n;
    }
    return n == 0 || fail(error, "standard output", "cannot be written");
}

/* --- names --- */

/* Names the open file. Nothing here asks for memory: what ends for want of it must not end between
 * two names. */
static gboolean link_as(const IsrOutput *output, const char *name)
{
    char self[sizeof "/proc/self/fd/" + 3 * sizeof(int)];

    snprintf(self, sizeof self, "/proc/self/fd/%d", output->fd);
    return linkat(AT_FDCWD, self, output->folder, name, AT_SYMLINK_FOLLOW) == 0;
}

static gboolean rename_to_name(IsrOutput *output, unsigned how)
{
    if (renameat2(output->folder, output->temporary, output->folder, output->base, how) < 0)
        return FALSE;
    g_clear_pointer(&output->temporary, g_free);
    return TRUE;
}

/* What has the name already is replaced at once, for which the file takes a random name first. */
static gboolean replace(IsrOutput *output)
{
    g_autofree char *name = random_name();

    if (!link_as(output, name))
        return FALSE;
    output->temporary = g_steal_pointer(&name);
    return rename_to_name(output, 0);
}

static gboolean give_name(IsrOutput *output)
{
    if (output->temporary)
        return rename_to_name(output, output->force ? 0 : RENAME_NOREPLACE);
    return link_as(output, output->base) || (errno == EEXIST && output->force && replace(output));
}

/* TRUE if the folder still is where it was said to be: else the file has its name, but not there.
 */
static gboolean is_in_place(const IsrOutput *output)
{
    struct stat held, there;

    if (fstat(output->folder, &held) < 0 || stat(output->place, &there) < 0)
        return FALSE;
    if (held.st_dev == there.st_dev && held.st_ino == there.st_ino)
        return TRUE;
    errno = ESTALE;
    return FALSE;
}

/* All that can run out of room happens before anything has a name. */
static gboolean make_whole(IsrOutput *output, GError **error)
{
    mode_t mask = umask(0);

    umask(mask);
    return (fchmod(output->fd, 0666 & ~mask) == 0 && fsync(output->fd) == 0) ||
           fail(error, output->path, "cannot be written");
}

static gboolean take_name(IsrOutput *output, GError **error)
{
    if (!give_name(output))
        return fail(error, output->path, "cannot be given its name");
    output->committed = TRUE;
    if (is_in_place(output) && fsync(output->folder) == 0)
        return TRUE;
    fail(error, output->path, "cannot be written");
    isr_output_revoke(output);
    return FALSE;
}

gboolean isr_output_commit(IsrOutput *output, GError **error)
{
    g_return_val_if_fail(output->base, FALSE);
    if (output->folder < 0)
        return commit_to_stdout(output, error);
    return make_whole(output, error) && take_name(output, error);
}

static gboolean make_way(const IsrOutput *output, GError **error)
{
    if (!output->force || output->folder < 0 || unlinkat(output->folder, output->base, 0) == 0 ||
        errno == ENOENT)
        return TRUE;
    return fail(error, output->path, "cannot be replaced");
}

static gboolean name_copy(IsrOutput *copy, GError **error)
{
    return copy->folder < 0 ? commit_to_stdout(copy, error) : take_name(copy, error);
}

gboolean isr_output_commit_pair(IsrOutput *manifest, IsrOutput *copy, GError **error)
{
    if (copy->folder >= 0 && !make_whole(copy, error))
        return FALSE;
    if (!manifest)
        return name_copy(copy, error);
    if (!make_whole(manifest, error) || !make_way(copy, error) || !make_way(manifest, error) ||
        !take_name(manifest, error))
        return FALSE;
    if (name_copy(copy, error))
        return TRUE;
    isr_output_revoke(manifest);
    return FALSE;
}

void isr_output_revoke(IsrOutput *output)
{
    if (!output || !output->committed)
        return;
    unlinkat(output->folder, output->base, 0);
    output->committed = FALSE;
}
