/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Imprints as bytes: a version, then for each sentence six bytes of what it is, three for each
 * mark, and for each telling word one of what the copy shows and two for each mark it is bound to.
 * Numbers have their lowest byte first. */
#include "imprint.h"

#include <isredact/error.h>

#include <string.h>

#define VERSION 1
#define HEAD_BYTES 6
#define MARK_BYTES 3
/* Bits of a sentence's second byte, above its category. */
#define GONE 0x40
#define BRIEF 0x80
/* Of a word's byte: what is shown stands above the category. */
#define SHOWN_BIT 6
#define CATEGORY_BITS 0x3f

G_STATIC_ASSERT(ISR_N_CATEGORIES <= CATEGORY_BITS + 1);

GByteArray *isr_imprint_new(void)
{
    GByteArray *imprint = g_byte_array_new();
    const guint8 version = VERSION;

    return g_byte_array_append(imprint, &version, 1);
}

static void put(GByteArray *imprint, guint64 number, guint bytes)
{
    for (guint i = 0; i < bytes; i++) {
        const guint8 byte = (guint8)(number >> (8 * i));

        g_byte_array_append(imprint, &byte, 1);
    }
}

static guint bound_of(guint n_marks)
{
    return MIN(n_marks, ISR_IMPRINT_BOUND);
}

void isr_imprint_add(GByteArray *imprint, const IsrImprintSentence *sentence)
{
    put(imprint, sentence->n_marks, 1);
    put(imprint,
        (guint)sentence->category | (sentence->gone ? GONE : 0) | (sentence->brief ? BRIEF : 0), 1);
    put(imprint, sentence->length, 1);
    put(imprint, sentence->n_words, 1);
    put(imprint, sentence->hash, 2);
    for (guint i = 0; i < sentence->n_marks; i++)
        put(imprint, sentence->marks[i], MARK_BYTES);
    for (guint i = 0; i < sentence->n_words; i++) {
        const IsrImprintWord *word = &sentence->words[i];

        put(imprint, (guint)word->shown << SHOWN_BIT | word->category, 1);
        for (guint k = 0; k < bound_of(sentence->n_marks); k++)
            put(imprint, word->hashes[k], 2);
    }
}

char *isr_imprint_text(const GByteArray *imprint)
{
    return g_base64_encode(imprint->data, imprint->len);
}

static guint32 number_at(const guint8 *bytes, guint n)
{
    guint32 number = 0;

    for (guint i = 0; i < n; i++)
        number |= (guint32)bytes[i] << (8 * i);
    return number;
}

/* The bytes of the sentence whose @left bytes begin at @bytes; 0 if it is none. */
static gsize size_of(const guint8 *bytes, gsize left)
{
    gsize size = HEAD_BYTES;

    if (left < HEAD_BYTES || bytes[0] > ISR_IMPRINT_MARKS ||
        (bytes[1] & ~(GONE | BRIEF)) >= ISR_N_CATEGORIES)
        return 0;
    size += (gsize)bytes[0] * MARK_BYTES;
    for (guint i = 0; i < bytes[3]; i++) {
        if (size >= left || (bytes[size] & CATEGORY_BITS) >= ISR_N_CATEGORIES)
            return 0;
        size += 1 + 2 * bound_of(bytes[0]);
    }
    return size <= left ? size : 0;
}

static gboolean is_whole(GBytes *bytes)
{
    gsize length, at = 1;
    const guint8 *data = g_bytes_get_data(bytes, &length);

    if (length == 0 || data[0] != VERSION)
        return FALSE;
    while (at < length) {
        gsize size = size_of(data + at, length - at);

        if (size == 0)
            return FALSE;
        at += size;
    }
    return TRUE;
}

/* What g_base64_decode() passes over is an error here. */
static GBytes *decode(const char *text)
{
    static const char digits[] = G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "+/";
    gsize body = strspn(text, digits), ends = strspn(text + body, "="), length;

    if (text[body + ends] != '\0' || ends > 2 || (body + ends) % 4 != 0 || body == 0)
        return NULL;
    guint8 *data = g_base64_decode(text, &length);

    return g_bytes_new_take(data, length);
}

gboolean isr_imprint_open(IsrImprintReader *reader, const char *text, GError **error)
{
    reader->bytes = decode(text);
    reader->at = 1;
    if (reader->bytes && is_whole(reader->bytes))
        return TRUE;
    isr_imprint_close(reader);
    g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED,
                "what is known of a document's sentences is broken");
    return FALSE;
}

static void read_word(const guint8 *bytes, guint bound, IsrImprintWord *word)
{
    word->shown = (IsrShown)(bytes[0] >> SHOWN_BIT);
    word->category = (IsrCategory)(bytes[0] & CATEGORY_BITS);
    for (guint i = 0; i < ISR_IMPRINT_BOUND; i++)
        word->hashes[i] = i < bound ? (guint16)number_at(bytes + 1 + 2 * (gsize)i, 2) : 0;
}

gboolean isr_imprint_next(IsrImprintReader *reader, IsrImprintSentence *sentence)
{
    gsize length;
    const guint8 *data = g_bytes_get_data(reader->bytes, &length);
    const guint8 *at = data + reader->at;

    if (reader->at >= length)
        return FALSE;
    sentence->n_marks = at[0];
    sentence->category = (IsrCategory)(at[1] & CATEGORY_BITS);
    sentence->gone = (at[1] & GONE) != 0;
    sentence->brief = (at[1] & BRIEF) != 0;
    sentence->length = at[2];
    sentence->n_words = at[3];
    sentence->hash = (guint16)number_at(at + 4, 2);
    at += HEAD_BYTES;
    for (guint i = 0; i < sentence->n_marks; i++, at += MARK_BYTES)
        sentence->marks[i] = number_at(at, MARK_BYTES);
    for (guint i = 0; i < sentence->n_words; i++, at += 1 + 2 * bound_of(sentence->n_marks))
        read_word(at, bound_of(sentence->n_marks), &reader->words[i]);
    sentence->words = reader->words;
    reader->at = (gsize)(at - data);
    return TRUE;
}

void isr_imprint_close(IsrImprintReader *reader)
{
    g_clear_pointer(&reader->bytes, g_bytes_unref);
}

IsrImprintMatch isr_imprint_match(const IsrImprintSentence *a, const IsrImprintSentence *b)
{
    IsrImprintMatch match = {0};

    for (guint i = 0; i < a->n_marks; i++) {
        for (guint k = 0; k < b->n_marks; k++) {
            if (a->marks[i] != b->marks[k])
                continue;
            match.shared++;
            if (i >= ISR_IMPRINT_BOUND || k >= ISR_IMPRINT_BOUND ||
                match.n_bound == ISR_IMPRINT_BOUND)
                continue;
            match.of_a[match.n_bound] = (guint8)i;
            match.of_b[match.n_bound++] = (guint8)k;
        }
    }
    return match;
}

gboolean isr_imprint_same_word(const IsrImprintMatch *match, const IsrImprintWord *a,
                               const IsrImprintWord *b)
{
    for (guint i = 0; i < match->n_bound; i++)
        if (a->hashes[match->of_a[i]] != b->hashes[match->of_b[i]])
            return FALSE;
    return match->n_bound > 0;
}
