/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Readings: what a block's text says, freed of the ways in which it can be written. Works on one
 * cluster (a base character and its marks) at a time, so that every byte keeps its origin. */
#include <isredact/reading.h>

#include "character.h"
#include "fold.h"

#include <string.h>

gboolean isr_reading_has_views(const IsrBlock *block)
{
    for (guint i = 0; i < block->runs->len; i++) {
        if (g_array_index(block->runs, IsrRun, i).flags & (ISR_RUN_DELETED | ISR_RUN_INSERTED))
            return TRUE;
    }
    return FALSE;
}

static gboolean is_in_view(const IsrRun *run, IsrView view)
{
    if (view == ISR_VIEW_AFTER)
        return !(run->flags & ISR_RUN_DELETED);
    if (view == ISR_VIEW_BEFORE)
        return !(run->flags & ISR_RUN_INSERTED);
    return TRUE;
}

static void put(IsrReading *reading, const char *text, gsize length, IsrRange origin)
{
    g_string_append_len(reading->text, text, (gssize)length);
    for (gsize i = 0; i < length; i++)
        g_array_append_val(reading->origins, origin);
}

/* Widens the last character's origin over what stands behind it and is not read itself, so that
 * removing the character removes that too. */
static void widen_last(IsrReading *reading, gsize end)
{
    guint n = reading->origins->len;

    if (n > 0) {
        IsrRange last = g_array_index(reading->origins, IsrRange, n - 1);

        for (guint i = n; i > 0; i--) {
            IsrRange *origin = &g_array_index(reading->origins, IsrRange, i - 1);

            if (origin->start != last.start || origin->end != last.end)
                break;
            origin->end = end;
        }
    }
}

/* Puts one cluster, @start..@end of the block, that is more than one plain character. */
static void put_cluster(IsrReading *reading, gsize start, gsize end)
{
    const char *text = reading->block->text->str + start;
    g_autofree char *plain = g_utf8_normalize(text, (gssize)(end - start), G_NORMALIZE_NFKC);
    g_autoptr(GString) out = g_string_new(NULL);

    for (const char *p = plain; p && *p; p = g_utf8_next_char(p))
        isr_fold_plain(g_utf8_get_char(p), out);
    put(reading, out->str, out->len, (IsrRange){start, end});
}

/* The end of the cluster that begins at @start: its base character and the marks on it. */
static gsize cluster_end(const char *text, gsize start, gsize limit)
{
    gsize at = (gsize)(g_utf8_next_char(text + start) - text);

    while (at < limit && (guchar)text[at] >= 0x80 && g_unichar_ismark(g_utf8_get_char(text + at)))
        at = (gsize)(g_utf8_next_char(text + at) - text);
    return at;
}

/* The end of the ASCII characters from @start on; a mark may belong to the last before others. */
static gsize plain_end(const char *text, gsize start, gsize limit)
{
    gsize end = start;

    while (end < limit && (guchar)text[end] < 0x80)
        end++;
    return end < limit && end > start ? end - 1 : end;
}

/* Puts characters that stand for themselves. */
static void put_plain(IsrReading *reading, gsize start, gsize end)
{
    guint before = reading->origins->len;
    gsize at = reading->text->len;
    IsrRange *origins;

    g_string_append_len(reading->text, reading->block->text->str + start, (gssize)(end - start));
    for (; at < reading->text->len; at++)
        reading->text->str[at] = isr_fold_ascii(reading->text->str[at]);
    g_array_set_size(reading->origins, before + (guint)(end - start));
    origins = &g_array_index(reading->origins, IsrRange, before);
    for (gsize i = start; i < end; i++)
        origins[i - start] = (IsrRange){i, i + 1};
}

static void put_stretch(IsrReading *reading, gsize start, gsize limit)
{
    const char *text = reading->block->text->str;

    while (start < limit) {
        gsize plain = plain_end(text, start, limit);

        if (plain > start) {
            put_plain(reading, start, plain);
            start = plain;
            continue;
        }
        gsize end = cluster_end(text, start, limit);

        if (isr_fold_is_invisible(g_utf8_get_char(text + start)))
            widen_last(reading, end);
        else
            put_cluster(reading, start, end);
        start = end;
    }
}

/* A mark that a format cut from its base into the next run belongs to the base's stretch, so
 * stretches join neighbouring runs of the view. */
static void put_view(IsrReading *reading, IsrView view)
{
    const GArray *runs = reading->block->runs;
    guint i = 0;

    while (i < runs->len) {
        if (!is_in_view(&g_array_index(runs, IsrRun, i), view)) {
            i++;
            continue;
        }
        gsize start = g_array_index(runs, IsrRun, i).range.start;

        while (i + 1 < runs->len && is_in_view(&g_array_index(runs, IsrRun, i + 1), view))
            i++;
        put_stretch(reading, start, g_array_index(runs, IsrRun, i).range.end);
        i++;
    }
}

IsrReading *isr_reading_new(const IsrBlock *block, IsrView view)
{
    IsrReading *reading = g_new0(IsrReading, 1);

    reading->block = block;
    reading->text = g_string_sized_new(block->text->len + 1);
    reading->origins =
        g_array_sized_new(FALSE, FALSE, sizeof(IsrRange), (guint)block->text->len + 1);
    reading->memo = g_new0(IsrReadingMemo, 1);
    put_view(reading, view);
    return reading;
}

void isr_reading_free(IsrReading *reading)
{
    if (!reading)
        return;
    if (reading->memo->words)
        reading->memo->free_words(reading->memo->words);
    g_clear_pointer(&reading->memo->tokens, g_array_unref);
    g_free(reading->memo);
    g_string_free(reading->text, TRUE);
    g_array_unref(reading->origins);
    g_free(reading);
}

IsrRange isr_reading_origin(const IsrReading *reading, gsize start, gsize end)
{
    IsrRange origin = {0, 0};

    g_return_val_if_fail(start < end && end <= reading->text->len, origin);
    origin.start = g_array_index(reading->origins, IsrRange, start).start;
    origin.end = g_array_index(reading->origins, IsrRange, end - 1).end;
    return origin;
}

/* What @text is squeezed to, if it is all ASCII; else NULL. */
static char *squeeze_plain(const char *text, gsize length)
{
    char *out = g_malloc(length + 1), *end = out;

    for (gsize i = 0; i < length && text[i] != '\0'; i++) {
        if ((guchar)text[i] >= 0x80) {
            g_free(out);
            return NULL;
        }
        if (g_ascii_isalnum(text[i]))
            *end++ = (char)isr_to_lower((guchar)text[i]);
    }
    *end = '\0';
    return out;
}

char *isr_squeeze(const char *text, gssize length)
{
    char *plain = squeeze_plain(text, length < 0 ? strlen(text) : (gsize)length);

    if (plain)
        return plain;
    g_autofree char *normal = g_utf8_normalize(text, length, G_NORMALIZE_NFKD);
    GString *out = g_string_new(NULL);

    for (const char *p = normal; p && *p; p = g_utf8_next_char(p))
        isr_fold_squeezed(isr_character_at(p), out);
    return g_string_free(out, FALSE);
}
