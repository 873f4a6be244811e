/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opened without waiting, looked at, then read. */
#include "datafile.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void refuse(int code, GError **error)
{
    g_set_error_literal(error, G_FILE_ERROR, (gint)g_file_error_from_errno(code),
                        code == EINVAL ? "is not a regular file" : g_strerror(code));
}

GMappedFile *isr_datafile_map(const char *path, GError **error)
{
    const int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    GMappedFile *file = NULL;
    struct stat status;

    if (fd < 0 || fstat(fd, &status) < 0)
        refuse(errno, error);
    else if (!S_ISREG(status.st_mode))
        refuse(EINVAL, error);
    else
        file = g_mapped_file_new_from_fd(fd, FALSE, error);
    if (fd >= 0)
        close(fd);
    return file;
}

gboolean isr_datafile_read(const char *path, char **bytes, gsize *length, GError **error)
{
    g_autoptr(GMappedFile) file = isr_datafile_map(path, error);

    if (!file)
        return FALSE;
    *length = g_mapped_file_get_length(file);
    *bytes = g_malloc(*length + 1);
    if (*length > 0)
        memcpy(*bytes, g_mapped_file_get_contents(file), *length);
    (*bytes)[*length] = '\0';
    return TRUE;
}
