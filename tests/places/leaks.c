/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searches a copy for canaries. Shares no code with src/. */
#include "leaks.h"

#include "kit.h"
#include "views.h"

#include <string.h>
#include <zip.h>

/* Base64 in a package in base64 ... and no deeper. */
#define DEPTH 4

/* Squeezed. Halves of the surname too: a name that is half gone is still there. */
static const struct {
    CanarySet set;
    const char *what, *squeezed;
} canaries[] = {
    {CANARY_CHILD, "forename", "quilla"},
    {CANARY_CHILD, "surname", "vanton"},
    {CANARY_CHILD, "surname's end", "ngeren"},
    {CANARY_CHILD, "NHS number", NHS_DIGITS},
    {CANARY_CHILD, "e-mail", "tidewater77"},
    {CANARY_MOTHER, "mother's forename", "orienne"},
    {CANARY_MOTHER, "mother's surname", "quenneville"},
    {CANARY_ADULT, "adult's forename", "ottoline"},
    {CANARY_ADULT, "adult's surname", "pemberwicke"},
    {CANARY_BIRTH, "date of birth", "20140317"},
    {CANARY_BIRTH, "date of birth", "17032014"},
};

typedef struct {
    GPtrArray *leaks;
    const char *part;
    CanarySet set;
} Search;

static void report(const Search *search, const char *what)
{
    g_autofree char *line = g_strdup_printf("%s: %s", search->part, what);

    if (!g_ptr_array_find_with_equal_func(search->leaks, line, g_str_equal, NULL))
        g_ptr_array_add(search->leaks, g_steal_pointer(&line));
}

static void search_squeezed(const Search *search, const char *text)
{
    g_autofree char *squeezed = view_squeezed(text);

    for (gsize i = 0; i < G_N_ELEMENTS(canaries); i++) {
        if ((canaries[i].set & search->set) != 0 && strstr(squeezed, canaries[i].squeezed) != NULL)
            report(search, canaries[i].what);
    }
}

/* One text with and without its tags. */
static void search_tags(const Search *search, const char *text)
{
    search_squeezed(search, text);
    if (strchr(text, '<') == NULL)
        return;
    g_autofree char *all = view_without_tags(text, VIEW_ALL_TEXT);
    g_autofree char *live = view_without_tags(text, VIEW_NO_DELETED);
    search_squeezed(search, all);
    if (strcmp(all, live) != 0)
        search_squeezed(search, live);
}

/* Escapes can hold tags and tags can stand between escapes, so both orders are read. */
static void search_text(const Search *search, const char *text)
{
    g_autofree char *once = view_unescaped(text);
    g_autofree char *twice = view_unescaped(once);

    search_tags(search, text);
    if (strcmp(once, text) != 0)
        search_tags(search, once);
    if (strcmp(twice, once) != 0)
        search_tags(search, twice);
    g_autofree char *tagless = view_without_tags(text, VIEW_ALL_TEXT);
    g_autofree char *decoded = view_unescaped(tagless);
    search_squeezed(search, decoded);
}

static void search_bytes(const Search *search, const guint8 *bytes, gsize length, guint depth)
{
    g_autoptr(GPtrArray) texts = view_texts(bytes, length);

    for (guint i = 0; i < texts->len; i++)
        search_text(search, texts->pdata[i]);
    if (depth == 0)
        return;
    g_autoptr(GPtrArray) packed = view_packed(bytes, length);
    for (guint i = 0; i < packed->len; i++) {
        gsize size;
        const guint8 *inner = g_bytes_get_data(packed->pdata[i], &size);
        search_bytes(search, inner, size, depth - 1);
    }
}

static zip_t *open_archive(GBytes *file)
{
    zip_error_t error;
    gsize length;
    const void *bytes = g_bytes_get_data(file, &length);

    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes, length, 0, &error);
    zip_t *archive = source != NULL ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
    if (archive == NULL)
        zip_source_free(source);
    zip_error_fini(&error);
    return archive;
}

static GBytes *read_member(zip_t *archive, guint64 index)
{
    zip_stat_t stat;
    zip_file_t *member = zip_fopen_index(archive, index, 0);

    if (member == NULL || zip_stat_index(archive, index, 0, &stat) != 0) {
        if (member != NULL)
            zip_fclose(member);
        return NULL;
    }
    guint8 *bytes = g_malloc(stat.size + 1);
    zip_int64_t got = zip_fread(member, bytes, stat.size);
    zip_fclose(member);
    return g_bytes_new_take(bytes, got > 0 ? (gsize)got : 0);
}

GPtrArray *leaks_members(GBytes *file)
{
    zip_t *archive = open_archive(file);

    if (archive == NULL)
        return NULL;
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); i++)
        g_ptr_array_add(names, g_strdup(zip_get_name(archive, (guint64)i, ZIP_FL_ENC_RAW)));
    zip_discard(archive);
    return names;
}

GBytes *leaks_member(GBytes *file, const char *name)
{
    zip_t *archive = open_archive(file);

    if (archive == NULL)
        return NULL;
    zip_int64_t index = zip_name_locate(archive, name, ZIP_FL_ENC_RAW);
    GBytes *bytes = index >= 0 ? read_member(archive, (guint64)index) : NULL;
    zip_discard(archive);
    return bytes;
}

static void search_members(GPtrArray *leaks, GBytes *file, CanarySet set)
{
    zip_t *archive = open_archive(file);

    if (archive == NULL)
        return;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); i++) {
        g_autoptr(GBytes) bytes = read_member(archive, (guint64)i);
        Search search = {leaks, zip_get_name(archive, (guint64)i, ZIP_FL_ENC_RAW), set};
        gsize length = 0;
        const guint8 *data = bytes != NULL ? g_bytes_get_data(bytes, &length) : NULL;

        search_bytes(&search, data, length, DEPTH);
    }
    zip_discard(archive);
}

GPtrArray *leaks_find(GBytes *file, CanarySet set)
{
    GPtrArray *leaks = g_ptr_array_new_with_free_func(g_free);
    Search container = {leaks, "container", set};
    gsize length;
    const guint8 *bytes = g_bytes_get_data(file, &length);

    search_members(leaks, file, set);
    /* Names, comments and entries that the directory does not list. A member that leaks would be
     * found here again. */
    if (leaks->len == 0)
        search_bytes(&container, bytes, length, DEPTH);
    return leaks;
}

gboolean leaks_in_text(const char *text, CanarySet set)
{
    g_autoptr(GPtrArray) leaks = g_ptr_array_new_with_free_func(g_free);
    Search search = {leaks, "text", set};

    search_bytes(&search, (const guint8 *)text, strlen(text), DEPTH);
    return leaks->len > 0;
}
