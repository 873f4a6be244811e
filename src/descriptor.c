/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading from and writing to a file descriptor. */
#include "descriptor.h"

#include <errno.h>
#include <unistd.h>

gboolean isr_descriptor_write(int fd, const void *bytes, gsize length)
{
    const guint8 *at = bytes;

    while (length > 0) {
        ssize_t n = write(fd, at, length);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return FALSE;
        at += n;
        length -= (gsize)n;
    }
    return TRUE;
}

gssize isr_descriptor_read(int fd, void *bytes, gsize length, guint64 offset)
{
    gsize done = 0;

    while (done < length) {
        ssize_t n = pread(fd, (guint8 *)bytes + done, length - done, (off_t)(offset + done));

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -1;
        if (n == 0)
            break;
        done += (gsize)n;
    }
    return (gssize)done;
}
