/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The checksum tells a damaged file, not a forged one: whoever can write to the folder of patterns
 * can change them all. */
#include "modelfile.h"

#include "datafile.h"

#include <isredact/error.h>

#include <errno.h>
#include <string.h>

#define MAGIC_BYTES 8

/* What every header begins with. */
typedef struct {
    char magic[MAGIC_BYTES];
    guint32 version;
    guint32 order;
} Head;

GMappedFile *isr_model_map(const char *path, GError **error)
{
    g_autoptr(GError) wrong = NULL;
    g_autofree char *name = g_path_get_basename(path);
    GMappedFile *mapped = isr_datafile_map(path, &wrong);

    if (mapped == NULL)
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                    "%s cannot be read (%s); put the file of your installation back, or make it "
                    "anew as docs/model.md says",
                    name, g_strerror(wrong->code == G_FILE_ERROR_NOENT ? ENOENT : EIO));
    return mapped;
}

gboolean isr_model_refuse(GError **error, const char *name, const char *what)
{
    g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                "%s: %s; put the file of your installation back, or make it anew as "
                "docs/model.md says",
                name, what);
    return FALSE;
}

static guint64 number_at(const guint8 *bytes, gsize at)
{
    guint64 number;

    memcpy(&number, bytes + at, sizeof number);
    return number;
}

gboolean isr_model_begins(const IsrModelFile *file, const guint8 *bytes, gsize length,
                          const char *name, GError **error)
{
    g_autofree char *other = g_strdup_printf("is no %s", file->what);
    g_autofree char *size = g_strdup_printf("is too short or too long for a %s", file->what);
    Head head;

    if (length < file->header || length > file->most)
        return isr_model_refuse(error, name, size);
    memcpy(&head, bytes, sizeof head);
    if (memcmp(head.magic, file->magic, sizeof head.magic) != 0)
        return isr_model_refuse(error, name, other);
    if (head.order != ISR_MODEL_ORDER)
        return isr_model_refuse(error, name, "was made on a machine of another byte order");
    if (head.version != file->version)
        return isr_model_refuse(error, name, "has a version that this program does not read");
    if (number_at(bytes, file->length) != length)
        return isr_model_refuse(error, name,
                                "is not as long as it says; a copy of it was cut short");
    return TRUE;
}

/* Four sums side by side, so that five megabytes take a millisecond; of the eight bytes at @skip
 * none counts, nor of a rest shorter than eight. */
static guint64 sum_of(const guint8 *bytes, gsize length, gsize skip)
{
    static const guint64 factor = G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);
    guint64 sums[4] = {1, 2, 3, 4}, sum = length;

    for (gsize at = 0; at + 8 <= length; at += 8 * 4) {
        guint64 words[4] = {0};
        guint n = (guint)MIN((length - at) / 8, 4);

        if (n == 4)
            memcpy(words, bytes + at, sizeof words);
        else
            memcpy(words, bytes + at, 8 * n);
        if (skip - at < sizeof words && skip % 8 == 0)
            words[(skip - at) / 8] = 0;
        for (guint i = 0; i < n; i++) {
            sums[i] = (sums[i] ^ words[i]) * factor;
            sums[i] ^= sums[i] >> 29;
        }
    }
    for (guint i = 0; i < 4; i++)
        sum = (sum ^ sums[i]) * factor;
    return sum ^ (sum >> 32);
}

static gsize checksum_at(const IsrModelFile *file)
{
    return file->length + sizeof(guint64);
}

gboolean isr_model_is_whole(const IsrModelFile *file, const guint8 *bytes, gsize length,
                            const char *name, GError **error)
{
    const gsize at = checksum_at(file);

    return sum_of(bytes, length, at) == number_at(bytes, at) ||
           isr_model_refuse(error, name, "is damaged: its checksum is wrong");
}

void isr_model_seal(const IsrModelFile *file, guint8 *bytes, gsize length)
{
    const guint64 whole = length;
    guint64 sum;
    Head head = {.version = file->version, .order = ISR_MODEL_ORDER};

    memcpy(head.magic, file->magic, sizeof head.magic);
    memcpy(bytes, &head, sizeof head);
    memcpy(bytes + file->length, &whole, sizeof whole);
    sum = sum_of(bytes, length, checksum_at(file));
    memcpy(bytes + checksum_at(file), &sum, sizeof sum);
}
