/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks a document held in memory with a visitor that notes what it is shown and replaces given
 * words; for tests of formats. */
#pragma once

#include "isr_test.h"

#include <isredact/format.h>

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

typedef struct {
    const char *const *words; /* pairs: what is replaced and by what; NULL ends; or NULL */
    IsrKeep keep;
    IsrPages pages;
    GString *seen; /* each block: kind letter, ':', text, '\n' */
    GString *parts;
    GPtrArray *headings; /* of each block, "" for none */
    GPtrArray *columns;  /* of each block, joined by ',', "" for none */
} Watch;

static inline void watch_init(Watch *watch, const char *const *words)
{
    *watch = (Watch){.words = words, .keep = {.keep_pictures = TRUE}};
    watch->seen = g_string_new(NULL);
    watch->parts = g_string_new(NULL);
    watch->headings = g_ptr_array_new_with_free_func(g_free);
    watch->columns = g_ptr_array_new_with_free_func(g_free);
}

static inline void watch_clear(Watch *watch)
{
    g_string_free(watch->seen, TRUE);
    g_string_free(watch->parts, TRUE);
    g_ptr_array_unref(watch->headings);
    g_ptr_array_unref(watch->columns);
}

/* The first of the watch's words at or after *@at; its place and what it becomes. */
static inline const char *const *watch_find(const Watch *watch, const char *text, gsize *at)
{
    const char *const *best = NULL;
    const char *found = NULL;

    for (guint i = 0; watch->words && watch->words[i]; i += 2) {
        const char *hit = strstr(text + *at, watch->words[i]);

        if (hit && (!found || hit < found)) {
            found = hit;
            best = &watch->words[i];
        }
    }
    if (found)
        *at = (gsize)(found - text);
    return best;
}

static inline gboolean watch_block(gpointer self, const IsrBlock *block, GArray *edits,
                                   GError **error)
{
    Watch *watch = self;
    const char *const *word;
    GString *columns = g_string_new(NULL);

    (void)error;
    assert_true(g_utf8_validate(block->text->str, (gssize)block->text->len, NULL));
    assert_int_equal(block->index, watch->headings->len);
    g_string_append_printf(watch->seen, "%c:%s\n", "BHRMNCXAPS"[block->kind], block -> text -> str);
    g_ptr_array_add(watch->headings, g_strdup(block->heading ? block->heading : ""));
    for (guint i = 0; block->columns && i < block->columns->len; i++)
        g_string_append_printf(columns, "%s%s", i ? "," : "", (char *)block->columns->pdata[i]);
    g_ptr_array_add(watch->columns, g_string_free(columns, FALSE));
    for (gsize at = 0; (word = watch_find(watch, block->text->str, &at));) {
        isr_edits_add(edits, at, at + strlen(word[0]), word[1]);
        at += strlen(word[0]);
    }
    return TRUE;
}

static inline void watch_part(gpointer self, const IsrPart *part)
{
    Watch *watch = self;

    g_string_append_printf(watch->parts, "%s %s %u%s\n", part->name, isr_fate_id(part->fate),
                           part->count, part->look ? " look" : "");
}

static inline IsrInput *input_of(const void *bytes, gsize length)
{
    const int fd = memfd_create("test", MFD_CLOEXEC);

    assert_int_equal(write(fd, bytes, length), (gssize)length);
    IsrInput *input = isr_input_for_fd(fd, "test", NULL);
    close(fd);
    assert_non_null(input);
    return input;
}

static inline GBytes *bytes_of(int fd)
{
    const off_t length = lseek(fd, 0, SEEK_END);
    guint8 *bytes = g_malloc((gsize)length + 1);

    assert_int_equal(pread(fd, bytes, (gsize)length, 0), length);
    return g_bytes_new_take(bytes, (gsize)length);
}

/* Walks @input with @watch; the copy's bytes, or NULL with @error set. */
static inline GBytes *walk_copy(const IsrFormat *format, IsrInput *input, Watch *watch,
                                GError **error)
{
    g_autofree char *path = g_strdup_printf("%s/isredact-test-%d", g_get_tmp_dir(), (int)getpid());
    g_autoptr(IsrOutput) output = isr_output_new(path, FALSE, NULL);
    IsrWalk walk = {.input = input,
                    .output = output,
                    .keep = &watch->keep,
                    .pages = watch->pages,
                    .visitor = {.self = watch, .block = watch_block, .part = watch_part}};

    assert_non_null(output);
    return format->walk(&walk, error) ? bytes_of(isr_output_fd(output)) : NULL;
}

/* Walks @input with @watch and no output. */
static inline gboolean walk_only(const IsrFormat *format, IsrInput *input, Watch *watch,
                                 GError **error)
{
    IsrWalk walk = {.input = input,
                    .output = NULL,
                    .keep = &watch->keep,
                    .pages = watch->pages,
                    .visitor = {.self = watch, .block = watch_block, .part = watch_part}};

    return format->walk(&walk, error);
}

static inline void assert_bytes(GBytes *bytes, const void *expected, gsize length)
{
    gsize got;
    const void *data = g_bytes_get_data(bytes, &got);

    assert_int_equal(got, length);
    assert_memory_equal(data, expected, length);
}
