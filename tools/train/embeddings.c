/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Some dimensions of embeddings are the same for nearly all words and much larger than the others.
 * With its mean taken away and its deviation made 1, each has its say and fits into a byte. */
#include "embeddings.h"

#include "tokens.h"
#include "vectors_model.h"

#include <isredact/error.h>

#include <gio/gio.h>
#include <math.h>
#include <string.h>

typedef struct {
    guint32 print;
    guint at; /* its first number */
} Word;

typedef struct {
    GHashTable *wanted; /* borrowed */
    GHashTable *prints; /* of those taken */
    GArray *words;      /* of Word */
    GArray *numbers;    /* of float */
    guint dimensions;
} Reader;

/* The plain word of @text, to be freed; NULL if it is not one word alone. */
static char *plain_word(const char *text)
{
    g_autoptr(IsrTokens) tokens = isr_tokens_new(text, strlen(text));

    return tokens->tokens->len == 1
               ? g_strndup(isr_tokens_word(tokens, 0), isr_tokens_nth(tokens, 0)->length)
               : NULL;
}

static gboolean read_numbers(Reader *reader, char **parts, GError **error)
{
    const guint n = g_strv_length(parts);

    if (reader->dimensions == 0)
        reader->dimensions = n;
    if (n != reader->dimensions || n > ISR_VECTORS_MOST_DIMENSIONS) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                    "a word has %u numbers, the first has %u; give a whole file", n,
                    reader->dimensions);
        return FALSE;
    }
    for (guint i = 0; i < n; i++) {
        const float number = (float)g_ascii_strtod(parts[i], NULL);

        g_array_append_val(reader->numbers, number);
    }
    return TRUE;
}

static gboolean read_line(Reader *reader, const char *line, GError **error)
{
    g_auto(GStrv) parts = g_strsplit(line, " ", -1);
    g_autofree char *plain =
        parts[0] != NULL && g_utf8_validate(parts[0], -1, NULL) ? plain_word(parts[0]) : NULL;

    if (plain == NULL || !g_hash_table_contains(reader->wanted, plain))
        return TRUE;
    const Word word = {vectors_fingerprint(plain, strlen(plain)), reader->numbers->len};

    if (!g_hash_table_add(reader->prints, GUINT_TO_POINTER(word.print)))
        return TRUE;
    g_array_append_val(reader->words, word);
    return read_numbers(reader, parts + 1, error);
}

static gboolean read_file(Reader *reader, const char *path, guint most, GError **error)
{
    g_autoptr(GFile) file = g_file_new_for_path(path);
    g_autoptr(GFileInputStream) bytes = g_file_read(file, NULL, error);

    if (bytes == NULL)
        return FALSE;
    g_autoptr(GDataInputStream) in = g_data_input_stream_new(G_INPUT_STREAM(bytes));

    while (reader->words->len < most) {
        g_autoptr(GError) wrong = NULL;
        g_autofree char *line = g_data_input_stream_read_line(in, NULL, NULL, &wrong);

        if (wrong != NULL) {
            g_propagate_error(error, g_steal_pointer(&wrong));
            return FALSE;
        }
        if (line == NULL)
            break;
        if (!read_line(reader, line, error))
            return FALSE;
    }
    return TRUE;
}

/* Makes the mean of each dimension 0 and its deviation 1. */
static void even_out(Reader *reader)
{
    float *numbers = (float *)(void *)reader->numbers->data;
    const guint n = reader->words->len, step = reader->dimensions;

    for (guint d = 0; d < step; d++) {
        double sum = 0, squares = 0;

        for (guint i = 0; i < n; i++)
            sum += (double)numbers[i * step + d];
        const double mean = sum / n;

        for (guint i = 0; i < n; i++)
            squares +=
                ((double)numbers[i * step + d] - mean) * ((double)numbers[i * step + d] - mean);
        const double deviation = MAX(sqrt(squares / n), 1e-6);

        for (guint i = 0; i < n; i++)
            numbers[i * step + d] = (float)(((double)numbers[i * step + d] - mean) / deviation);
    }
}

static gint by_print(gconstpointer a, gconstpointer b)
{
    const Word *one = a, *other = b;

    return one->print < other->print ? -1 : one->print > other->print;
}

static void write_rows(const Reader *reader, guint8 *bytes)
{
    guint32 *prints = (guint32 *)(void *)(bytes + sizeof(VectorsHeader));
    gint8 *rows = (gint8 *)(prints + reader->words->len);

    for (guint i = 0; i < reader->words->len; i++) {
        const Word *word = &g_array_index(reader->words, Word, i);

        prints[i] = word->print;
        for (guint d = 0; d < reader->dimensions; d++) {
            const float number =
                g_array_index(reader->numbers, float, word->at + d) * EMBEDDINGS_SCALE;

            rows[(gsize)i * reader->dimensions + d] = (gint8)roundf(CLAMP(number, -127, 127));
        }
    }
}

static GByteArray *write_bytes(const Reader *reader)
{
    const gsize length = vectors_bytes(reader->words->len, reader->dimensions);
    GByteArray *bytes = g_byte_array_new();
    VectorsHeader header = {
        .words = reader->words->len,
        .dimensions = reader->dimensions,
        .scale = EMBEDDINGS_SCALE,
    };

    g_byte_array_set_size(bytes, (guint)length);
    memset(bytes->data, 0, length);
    write_rows(reader, bytes->data);
    memcpy(bytes->data, &header, sizeof header);
    isr_model_seal(&vectors_file, bytes->data, length);
    return bytes;
}

GByteArray *embeddings_read(const char *path, GHashTable *wanted, guint most, GError **error)
{
    g_autoptr(GHashTable) prints = g_hash_table_new(NULL, NULL);
    g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(Word));
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(float));
    Reader reader = {wanted, prints, words, numbers, 0};

    if (!read_file(&reader, path, most, error))
        return NULL;
    if (words->len == 0) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "no wanted word has a vector there");
        return NULL;
    }
    even_out(&reader);
    g_array_sort(words, by_print);
    return write_bytes(&reader);
}
