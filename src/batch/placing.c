/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A folder's name stays or becomes a code; a file's name keeps what is left of it, with a code
 * behind, since two names that differ in what went would be one. */
#include "placing.h"

#include "../naming.h"

#include <isredact/reading.h>

#include <string.h>

void isr_placing_each_folder(const char *relative, void (*each)(gpointer self, const char *folder),
                             gpointer self)
{
    for (const char *slash = strchr(relative, '/'); slash; slash = strchr(slash + 1, '/')) {
        g_autofree char *folder = g_strndup(relative, (gsize)(slash - relative));

        each(self, folder);
    }
}

/* Shorter words are of no name, and English words that nobody is called by tell nothing. */
#define SHORTEST_WORD 3

static gboolean could_tell(const IsrLists *lists, const char *word)
{
    return g_utf8_strlen(word, -1) >= SHORTEST_WORD &&
           (!isr_lists_has(lists, "words", word, -1) ||
            isr_lists_has(lists, "forenames", word, -1) ||
            isr_lists_has(lists, "surnames", word, -1));
}

static gboolean tells(const IsrBatch *batch, const char *word, gboolean *telling, GError **error)
{
    g_autofree char *squeezed = isr_squeeze(word, -1);
    g_autofree char *digest = isr_sources_word(batch, squeezed);

    *telling = FALSE;
    return !could_tell(batch->lists, word) ||
           isr_journal_has_telling(batch->journal, digest, telling, error);
}

char *isr_placing_plain(const IsrBatch *batch, const char *name, GError **error)
{
    g_auto(GStrv) words = isr_naming_words(name);
    g_autoptr(GString) plain = g_string_new(NULL);
    const char *rest = name;

    for (guint i = 0; words[i]; i++) {
        const char *at = strstr(rest, words[i]);
        gboolean telling;

        if (!tells(batch, words[i], &telling, error))
            return NULL;
        g_string_append_len(plain, rest, at - rest);
        g_string_append(plain, telling ? "x" : words[i]);
        rest = at + strlen(words[i]);
    }
    g_string_append(plain, rest);
    return g_string_free(g_steal_pointer(&plain), FALSE);
}

typedef struct {
    const IsrBatch *batch;
    GString *path;
    GError *error;
} Way;

static void add_folder(gpointer self, const char *folder)
{
    Way *way = self;
    g_autofree char *place = isr_sources_place(way->batch, folder);
    g_autofree char *name = g_path_get_basename(folder), *code = NULL, *plain = NULL;
    gboolean telling = FALSE;

    if (way->error || !isr_journal_has_telling(way->batch->journal, place, &telling, &way->error))
        return;
    plain =
        g_utf8_validate(name, -1, NULL) ? isr_placing_plain(way->batch, name, &way->error) : NULL;
    if (telling || !plain || !g_str_equal(plain, name))
        code = isr_sources_code(way->batch, name);
    if (way->path->len > 0)
        g_string_append_c(way->path, '/');
    g_string_append_printf(way->path, "%s%s", code ? "folder-" : "", code ? code : name);
}

char *isr_placing_folder(const IsrBatch *batch, const IsrSource *source, GError **error)
{
    g_autoptr(GString) path = g_string_new(NULL);
    Way way = {batch, path, NULL};

    isr_placing_each_folder(source->relative, add_folder, &way);
    if (!way.error)
        return g_string_free(g_steal_pointer(&path), FALSE);
    g_propagate_error(error, way.error);
    return NULL;
}

/* The name without its suffix as the copy will have it. */
static char *stem_for(const IsrBatch *batch, const IsrSource *source, const char *name,
                      GError **error)
{
    g_autofree char *stem = isr_naming_stem(source->path), *code = NULL, *plain = NULL;
    g_autofree char *left = name ? isr_naming_plain(name) : NULL;

    if (left && !(plain = isr_placing_plain(batch, left, error)))
        return NULL;
    if (plain && g_str_equal(plain, stem))
        return source->twin ? g_path_get_basename(source->path) : g_steal_pointer(&stem);
    code = isr_sources_code(batch, source->relative);
    return g_strdup_printf("%s-%s", plain ? plain : "document", code);
}

char *isr_placing_copy(const IsrBatch *batch, const IsrSource *source, const char *folder,
                       const char *name, const IsrFormat *format, GError **error)
{
    g_autofree char *stem = stem_for(batch, source, name, error);

    return stem ? isr_naming_copy(source->path, stem, folder, format) : NULL;
}
