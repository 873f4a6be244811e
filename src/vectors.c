/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checked once when it is opened, so that whoever looks a word up need not check again. */
#include "vectors_model.h"

#include "fingerprint.h"
#include <isredact/error.h>

#include <math.h>
#include <string.h>

const IsrModelFile vectors_file = {
    .what = "file of word vectors",
    .magic = "ISRWORDV",
    .version = 1,
    .header = sizeof(VectorsHeader),
    .length = G_STRUCT_OFFSET(VectorsHeader, bytes),
    .most = 16 * 1024 * 1024,
};

struct IsrVectors {
    GMappedFile *file; /* NULL: the bytes are somebody else's */
    const VectorsHeader *header;
    const guint32 *words;
    const gint8 *rows;
};

guint32 vectors_fingerprint(const char *word, gsize length)
{
    guint64 print = ISR_FINGERPRINT_START;

    for (gsize i = 0; i < length; i++)
        print = isr_fingerprint_on(print, (guint8)word[i]);
    return (guint32)isr_fingerprint_end(print);
}

static gboolean check_parts(const VectorsHeader *header, gsize length)
{
    return header->words <= (1u << 24) && header->dimensions > 0 &&
           header->dimensions <= ISR_VECTORS_MOST_DIMENSIONS && header->nothing == 0 &&
           isfinite(header->scale) && header->scale > 0 &&
           vectors_bytes(header->words, header->dimensions) == length;
}

/* A search by halves needs the words in order. */
static gboolean is_in_order(const IsrVectors *vectors)
{
    for (guint32 i = 1; i < vectors->header->words; i++)
        if (vectors->words[i] <= vectors->words[i - 1])
            return FALSE;
    return TRUE;
}

static gboolean read_bytes(IsrVectors *vectors, const guint8 *bytes, gsize length, const char *name,
                           GError **error)
{
    const VectorsHeader *header = (const VectorsHeader *)(const void *)bytes;

    if (!isr_model_begins(&vectors_file, bytes, length, name, error))
        return FALSE;
    if (!check_parts(header, length))
        return isr_model_refuse(error, name, "has parts that do not fit together");
    if (!isr_model_is_whole(&vectors_file, bytes, length, name, error))
        return FALSE;
    vectors->header = header;
    vectors->words = (const guint32 *)(const void *)(bytes + sizeof *header);
    vectors->rows = (const gint8 *)(vectors->words + header->words);
    if (!is_in_order(vectors))
        return isr_model_refuse(error, name, "has words that are not in order");
    return TRUE;
}

IsrVectors *isr_vectors_read(const guint8 *bytes, gsize length, const char *name, GError **error)
{
    g_autoptr(IsrVectors) vectors = g_new0(IsrVectors, 1);

    if (!read_bytes(vectors, bytes, length, name, error))
        return NULL;
    return g_steal_pointer(&vectors);
}

IsrVectors *isr_vectors_open(const char *path, GError **error)
{
    g_autofree char *name = g_path_get_basename(path);
    GMappedFile *file = isr_model_map(path, error);
    IsrVectors *vectors;

    if (file == NULL)
        return NULL;
    vectors = isr_vectors_read((const guint8 *)g_mapped_file_get_contents(file),
                               g_mapped_file_get_length(file), name, error);
    if (vectors == NULL)
        g_mapped_file_unref(file);
    else
        vectors->file = file;
    return vectors;
}

void isr_vectors_free(IsrVectors *vectors)
{
    if (vectors == NULL)
        return;
    g_clear_pointer(&vectors->file, g_mapped_file_unref);
    g_free(vectors);
}

guint64 isr_vectors_checksum(const IsrVectors *vectors)
{
    return vectors->header->checksum;
}

guint isr_vectors_dimensions(const IsrVectors *vectors)
{
    return vectors->header->dimensions;
}

float isr_vectors_scale(const IsrVectors *vectors)
{
    return vectors->header->scale;
}

const gint8 *isr_vectors_find(const IsrVectors *vectors, const char *word, gsize length)
{
    const guint32 print = vectors_fingerprint(word, length);
    guint32 from = 0, to = vectors->header->words;

    while (from < to) {
        const guint32 middle = from + (to - from) / 2;

        if (vectors->words[middle] == print)
            return vectors->rows + (gsize)middle * vectors->header->dimensions;
        if (vectors->words[middle] < print)
            from = middle + 1;
        else
            to = middle;
    }
    return NULL;
}

float isr_vectors_likeness(const IsrVectors *vectors, const gint8 *one, const gint8 *other)
{
    gint32 both = 0, first = 0, second = 0;

    for (guint i = 0; i < vectors->header->dimensions; i++) {
        both += one[i] * other[i];
        first += one[i] * one[i];
        second += other[i] * other[i];
    }
    return first == 0 || second == 0 ? 0 : (float)both / sqrtf((float)first) / sqrtf((float)second);
}
