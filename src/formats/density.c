/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Deflates bytes to see how far they go, and keeps nothing. */
#include "density.h"

#include <isredact/limits.h>

#include <unistd.h>
#include <zlib.h>

#define CHUNK (64 * 1024)
/* Below this part of the limit nobody takes it for a bomb, whoever deflates it. */
#define RATIO (ISR_LIMIT_RATIO / 2)

static gboolean is_dense(const z_stream *packer)
{
    return packer->total_in / RATIO > packer->total_out;
}

/* Deflates @n bytes at @in, the last of all if @last. */
static void pack(z_stream *packer, guint8 *in, gsize n, gboolean last)
{
    guint8 out[4096];

    packer->next_in = in;
    packer->avail_in = (uInt)n;
    do {
        packer->next_out = out;
        packer->avail_out = sizeof out;
        deflate(packer, last ? Z_FINISH : Z_SYNC_FLUSH);
    } while (packer->avail_out == 0);
}

static gboolean is_suspect(z_stream *packer, int fd, guint64 start, guint64 length)
{
    g_autofree guint8 *buffer = g_malloc(CHUNK);

    for (guint64 at = 0; at < length;) {
        const gsize wanted = (gsize)MIN(length - at, (guint64)CHUNK);
        const ssize_t n = pread(fd, buffer, wanted, (off_t)(start + at));

        if (n <= 0)
            return FALSE;
        at += (guint64)n;
        pack(packer, buffer, (gsize)n, at == length);
        if (at >= ISR_LIMIT_RATIO_FREE && !is_dense(packer))
            return FALSE;
    }
    return is_dense(packer);
}

gboolean isr_density_is_suspect(int fd, guint64 start, guint64 length)
{
    z_stream packer = {0};

    if (length < ISR_LIMIT_RATIO_FREE ||
        deflateInit2(&packer, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        return FALSE;
    const gboolean suspect = is_suspect(&packer, fd, start, length);

    deflateEnd(&packer);
    return suspect;
}
