/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing packages through libzip. Parts wait in one scratch file; libzip reads them from there
 * and writes the archive straight to the output. It knows nothing of what the parts mean. */
#include "packing.h"

#include "density.h"

#include "../descriptor.h"

#include <isredact/error.h>

#include <errno.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

/* 1 January 1980, the first day that a ZIP file knows. */
#define FIRST_DAY ((1 << 5) | 1)

typedef struct {
    IsrPacking *packing; /* whose scratch file it lies in */
    char *name;
    gboolean stored;
    guint64 start, length; /* in the scratch file */
    guint64 at;
    zip_error_t failure;
} Part;

struct IsrPacking {
    IsrOutput *output;
    int scratch;
    guint64 spooled;
    guint64 read_at, write_at, written; /* in the output */
    zip_error_t failure;
    GPtrArray *parts; /* of Part * */
    GPtrArray *names;
};

static void part_free(gpointer data)
{
    Part *part = data;

    zip_error_fini(&part->failure);
    g_free(part->name);
    g_free(part);
}

IsrPacking *isr_packing_new(IsrOutput *output, GError **error)
{
    IsrPacking *packing;
    int scratch = isr_output_scratch(output, error);

    if (scratch < 0)
        return NULL;
    packing = g_new0(IsrPacking, 1);
    packing->output = output;
    packing->scratch = scratch;
    packing->parts = g_ptr_array_new_with_free_func(part_free);
    packing->names = g_ptr_array_new();
    zip_error_init(&packing->failure);
    return packing;
}

void isr_packing_free(IsrPacking *packing)
{
    if (!packing)
        return;
    close(packing->scratch);
    zip_error_fini(&packing->failure);
    g_ptr_array_unref(packing->names);
    g_ptr_array_unref(packing->parts);
    g_free(packing);
}

void isr_packing_begin(IsrPacking *packing, const char *name, gboolean stored)
{
    Part *part = g_new0(Part, 1);

    part->packing = packing;
    part->name = g_strdup(name);
    part->stored = stored;
    part->start = packing->spooled;
    zip_error_init(&part->failure);
    g_ptr_array_add(packing->parts, part);
    g_ptr_array_add(packing->names, part->name);
}

/* Writes all @length bytes at @offset of @fd; FALSE with errno set. */
static gboolean write_at(int fd, guint64 offset, const guint8 *bytes, gsize length)
{
    while (length > 0) {
        ssize_t n = pwrite(fd, bytes, length, (off_t)offset);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return FALSE;
        bytes += n;
        offset += (guint64)n;
        length -= (gsize)n;
    }
    return TRUE;
}

gboolean isr_packing_write(IsrPacking *packing, const void *bytes, gsize length, GError **error)
{
    Part *part = packing->parts->pdata[packing->parts->len - 1];

    if (!write_at(packing->scratch, packing->spooled, bytes, length)) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "the copy cannot be written: %s",
                    g_strerror(errno));
        return FALSE;
    }
    packing->spooled += length;
    part->length += length;
    return TRUE;
}

gboolean isr_packing_add(IsrPacking *packing, const char *name, const void *bytes, gsize length,
                         GError **error)
{
    isr_packing_begin(packing, name, FALSE);
    return isr_packing_write(packing, bytes, length, error);
}

const GPtrArray *isr_packing_names(const IsrPacking *packing)
{
    return packing->names;
}

void isr_packing_first(IsrPacking *packing, const char *name)
{
    for (guint i = 0; i < packing->names->len; i++) {
        if (g_str_equal(packing->names->pdata[i], name)) {
            gpointer moved = packing->names->pdata[i];
            Part *part = g_ptr_array_steal_index(packing->parts, i);

            g_ptr_array_remove_index(packing->names, i);
            g_ptr_array_insert(packing->names, 0, moved);
            g_ptr_array_insert(packing->parts, 0, part);
            return;
        }
    }
}

/* --- a part, as libzip reads it --- */

static zip_int64_t part_read(Part *part, void *data, zip_uint64_t length)
{
    gsize wanted = (gsize)MIN(length, part->length - part->at);
    gssize n = isr_descriptor_read(part->packing->scratch, data, wanted, part->start + part->at);

    if (n < 0 || (n == 0 && wanted > 0)) {
        zip_error_set(&part->failure, ZIP_ER_READ, errno);
        return -1;
    }
    part->at += (guint64)n;
    return n;
}

static zip_int64_t part_stat(const Part *part, zip_stat_t *stat)
{
    zip_stat_init(stat);
    stat->size = part->length;
    stat->mtime = 0;
    stat->valid = ZIP_STAT_SIZE | ZIP_STAT_MTIME;
    return sizeof *stat;
}

static zip_int64_t part_source(void *self, void *data, zip_uint64_t length,
                               zip_source_cmd_t command)
{
    Part *part = self;

    switch (command) {
    case ZIP_SOURCE_OPEN:
        part->at = 0;
        return 0;
    case ZIP_SOURCE_READ:
        return part_read(part, data, length);
    case ZIP_SOURCE_STAT:
        return part_stat(part, data);
    case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&part->failure, data, length);
    case ZIP_SOURCE_SUPPORTS:
        return ZIP_SOURCE_SUPPORTS_READABLE;
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_FREE:
        return 0;
    default:
        zip_error_set(&part->failure, ZIP_ER_OPNOTSUPP, 0);
        return -1;
    }
}

/* --- the output, as libzip writes it --- */

static zip_int64_t output_write(IsrPacking *packing, const void *data, zip_uint64_t length)
{
    if (!write_at(isr_output_fd(packing->output), packing->write_at, data, length)) {
        zip_error_set(&packing->failure, ZIP_ER_WRITE, errno);
        return -1;
    }
    packing->write_at += length;
    packing->written = MAX(packing->written, packing->write_at);
    return (zip_int64_t)length;
}

static zip_int64_t output_read(IsrPacking *packing, void *data, zip_uint64_t length)
{
    gssize n = isr_descriptor_read(isr_output_fd(packing->output), data, length, packing->read_at);

    if (n < 0)
        zip_error_set(&packing->failure, ZIP_ER_READ, errno);
    else
        packing->read_at += (guint64)n;
    return n;
}

static zip_int64_t output_seek(IsrPacking *packing, guint64 *at, void *data, zip_uint64_t length)
{
    zip_int64_t to =
        zip_source_seek_compute_offset(*at, packing->written, data, length, &packing->failure);

    if (to < 0)
        return -1;
    *at = (guint64)to;
    return 0;
}

static zip_int64_t output_stat(const IsrPacking *packing, zip_stat_t *stat)
{
    zip_stat_init(stat);
    stat->size = packing->written;
    stat->valid = ZIP_STAT_SIZE;
    return sizeof *stat;
}

static zip_int64_t output_source(void *self, void *data, zip_uint64_t length,
                                 zip_source_cmd_t command)
{
    IsrPacking *packing = self;

    switch (command) {
    case ZIP_SOURCE_OPEN:
        packing->read_at = 0;
        return 0;
    case ZIP_SOURCE_BEGIN_WRITE:
        packing->write_at = 0;
        return 0;
    case ZIP_SOURCE_READ:
        return output_read(packing, data, length);
    case ZIP_SOURCE_WRITE:
        return output_write(packing, data, length);
    case ZIP_SOURCE_SEEK:
        return output_seek(packing, &packing->read_at, data, length);
    case ZIP_SOURCE_SEEK_WRITE:
        return output_seek(packing, &packing->write_at, data, length);
    case ZIP_SOURCE_TELL:
        return (zip_int64_t)packing->read_at;
    case ZIP_SOURCE_TELL_WRITE:
        return (zip_int64_t)packing->write_at;
    case ZIP_SOURCE_STAT:
        return output_stat(packing, data);
    case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&packing->failure, data, length);
    case ZIP_SOURCE_SUPPORTS:
        return ZIP_SOURCE_SUPPORTS_WRITABLE;
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_COMMIT_WRITE:
    case ZIP_SOURCE_ROLLBACK_WRITE:
    case ZIP_SOURCE_REMOVE:
    case ZIP_SOURCE_FREE:
        return 0;
    default:
        zip_error_set(&packing->failure, ZIP_ER_OPNOTSUPP, 0);
        return -1;
    }
}

static gboolean add_part(zip_t *zip, Part *part)
{
    const gboolean stored =
        part->stored || isr_density_is_suspect(part->packing->scratch, part->start, part->length);
    zip_source_t *from = zip_source_function(zip, part_source, part);
    zip_int64_t n = from ? zip_file_add(zip, part->name, from, ZIP_FL_ENC_UTF_8) : -1;

    if (n < 0) {
        zip_source_free(from);
        return FALSE;
    }
    return zip_set_file_compression(zip, (guint64)n, stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) ==
               0 &&
           zip_file_set_dostime(zip, (guint64)n, 0, FIRST_DAY, 0) == 0;
}

static gboolean write_archive(IsrPacking *packing, zip_t *zip)
{
    for (guint i = 0; i < packing->parts->len; i++) {
        if (!add_part(zip, packing->parts->pdata[i])) {
            zip_discard(zip);
            return FALSE;
        }
    }
    if (zip_close(zip) < 0) {
        zip_discard(zip);
        return FALSE;
    }
    return TRUE;
}

gboolean isr_packing_finish(IsrPacking *packing, GError **error)
{
    zip_error_t failure;
    zip_source_t *to;
    zip_t *zip = NULL;

    zip_error_init(&failure);
    to = zip_source_function_create(output_source, packing, &failure);
    if (to)
        zip = zip_open_from_source(to, ZIP_CREATE | ZIP_TRUNCATE, &failure);
    if (!zip)
        zip_source_free(to);
    zip_error_fini(&failure);
    if (!zip || !write_archive(packing, zip)) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "the copy cannot be written: %s",
                    errno ? g_strerror(errno) : "the package is not accepted");
        return FALSE;
    }
    return TRUE;
}
