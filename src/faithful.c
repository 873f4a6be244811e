/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Digests of decided text: a few bytes for each sentence. */
#include "faithful.h"

#include "fingerprint.h"

#include <isredact/reading.h>

#include <string.h>

struct IsrFaithful {
    GHashTable *blocks, *met; /* digests (guint64), and how many blocks were decided to read so, or
                                 did in the copy */
    GHashTable *sentences;    /* set of digests */
    GString *said;            /* all decided text, squeezed, a line for each block */
};

/* A space, a tab, the ends of lines and cells; and NUL, which no text holds. */
static const gboolean is_break[256] = {[' '] = TRUE,  ['\t'] = TRUE,           ['\n'] = TRUE,
                                       ['\r'] = TRUE, [ISR_CELL_BREAK] = TRUE, ['\0'] = TRUE};

static guint digest_hash(gconstpointer key)
{
    return g_int64_hash(key);
}

static GHashTable *digests_new(void)
{
    return g_hash_table_new_full(digest_hash, g_int64_equal, g_free, NULL);
}

IsrFaithful *isr_faithful_new(void)
{
    IsrFaithful *faithful = g_new0(IsrFaithful, 1);

    faithful->blocks = digests_new();
    faithful->met = digests_new();
    faithful->sentences = digests_new();
    faithful->said = g_string_new(NULL);
    return faithful;
}

void isr_faithful_free(IsrFaithful *faithful)
{
    if (!faithful)
        return;
    g_hash_table_unref(faithful->blocks);
    g_hash_table_unref(faithful->met);
    g_hash_table_unref(faithful->sentences);
    g_string_free(faithful->said, TRUE);
    g_free(faithful);
}

/* Of letters, digits and marks alone: a format keeps breaks that a value ran over. */
static guint64 digest_of(const char *text, gsize length)
{
    guint64 digest = ISR_FINGERPRINT_START;

    for (gsize i = 0; i < length; i++) {
        if (!is_break[(guint8)text[i]])
            digest = isr_fingerprint_on(digest, (guint8)text[i]);
    }
    return isr_fingerprint_end(digest);
}

/* How often @digest has come now, this time included. */
static guint count(GHashTable *digests, guint64 digest)
{
    const guint times = GPOINTER_TO_UINT(g_hash_table_lookup(digests, &digest)) + 1;

    g_hash_table_insert(digests, g_memdup2(&digest, sizeof digest), GUINT_TO_POINTER(times));
    return times;
}

/* Where the sentence or line that begins at @start ends. */
static gsize sentence_end(const GString *text, gsize start)
{
    for (gsize i = start; i < text->len; i++) {
        char c = text->str[i];

        if (c == '\n' || c == ISR_CELL_BREAK)
            return i + 1;
        if ((c == '.' || c == '!' || c == '?') && i + 1 < text->len && text->str[i + 1] == ' ')
            return i + 2;
    }
    return text->len;
}

void isr_faithful_add(IsrFaithful *faithful, const GString *text)
{
    g_autofree char *squeezed = isr_squeeze(text->str, (gssize)text->len);
    guint64 digest = digest_of(text->str, text->len);

    g_string_append_printf(faithful->said, "%s\n", squeezed);
    count(faithful->blocks, digest);
    for (gsize start = 0, end; start < text->len; start = end) {
        end = sentence_end(text, start);
        digest = digest_of(text->str + start, end - start);
        g_hash_table_add(faithful->sentences, g_memdup2(&digest, sizeof digest));
    }
}

gboolean isr_faithful_has(const IsrFaithful *faithful, const GString *text)
{
    guint64 digest = digest_of(text->str, text->len);

    return g_hash_table_contains(faithful->blocks, &digest);
}

gboolean isr_faithful_meets(IsrFaithful *faithful, const GString *text)
{
    const guint64 digest = digest_of(text->str, text->len);

    return count(faithful->met, digest) <=
           GPOINTER_TO_UINT(g_hash_table_lookup(faithful->blocks, &digest));
}

/* TRUE where a sentence_end() can be. */
static gboolean is_sentence_end(const GString *text, gsize at)
{
    const char last = text->str[at - 1], before = at > 1 ? text->str[at - 2] : '\0';

    return last == '\n' || last == ISR_CELL_BREAK ||
           (last == ' ' && (before == '.' || before == '!' || before == '?'));
}

/* Where the sentence or line that holds @at begins. */
static gsize sentence_start(const GString *text, gsize at)
{
    at = MIN(at, text->len);
    while (at > 0 && !is_sentence_end(text, at))
        at--;
    return at;
}

static gboolean holds(IsrRange range, gsize at)
{
    return at >= range.start && at < range.end;
}

/* The sentence of @text that holds @at goes to @last, if it is not there. */
static void look_at(const IsrFaithful *faithful, const GString *text, gsize at,
                    IsrFaithfulSentence *last)
{
    if (holds(last->range, at))
        return;
    last->range.start = sentence_start(text, at);
    last->range.end = sentence_end(text, last->range.start);
    const guint64 digest =
        digest_of(text->str + last->range.start, last->range.end - last->range.start);

    last->decided = g_hash_table_contains(faithful->sentences, &digest);
}

gboolean isr_faithful_covers(const IsrFaithful *faithful, const GString *text, IsrRange range,
                             IsrFaithfulSentence *last)
{
    for (gsize at = range.start; at < range.end && at < text->len; at = last->range.end) {
        look_at(faithful, text, at, last);
        if (!last->decided)
            return FALSE;
    }
    return TRUE;
}

gboolean isr_faithful_says(const IsrFaithful *faithful, const GString *text, IsrRange range)
{
    g_autofree char *squeezed =
        isr_squeeze(text->str + range.start, (gssize)(range.end - range.start));

    return *squeezed && strstr(faithful->said->str, squeezed) != NULL;
}

static gboolean is_word_byte(char c)
{
    return g_ascii_isalnum(c) || (guchar)c >= 0x80;
}

/* Where the word before @at begins; @at if a cell does. */
static gsize word_before(const GString *text, gsize at)
{
    gsize start = at;

    while (start > 0 && !is_word_byte(text->str[start - 1]) &&
           text->str[start - 1] != ISR_CELL_BREAK)
        start--;
    if (start == 0 || text->str[start - 1] == ISR_CELL_BREAK)
        return at;
    while (start > 0 && is_word_byte(text->str[start - 1]))
        start--;
    return start;
}

static gsize word_after(const GString *text, gsize at)
{
    gsize end = at;

    while (end < text->len && !is_word_byte(text->str[end]) && text->str[end] != ISR_CELL_BREAK)
        end++;
    if (end == text->len || text->str[end] == ISR_CELL_BREAK)
        return at;
    while (end < text->len && is_word_byte(text->str[end]))
        end++;
    return end;
}

gboolean isr_faithful_says_beside(const IsrFaithful *faithful, const GString *text, IsrRange range)
{
    const IsrRange before = {word_before(text, range.start), range.end};
    const IsrRange after = {range.start, word_after(text, range.end)};

    return (before.start < range.start && isr_faithful_says(faithful, text, before)) ||
           (after.end > range.end && isr_faithful_says(faithful, text, after));
}

gboolean isr_faithful_has_piece(const IsrFaithful *faithful, const char *squeezed)
{
    return strstr(faithful->said->str, squeezed) != NULL;
}
