/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing to a file descriptor. */
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
