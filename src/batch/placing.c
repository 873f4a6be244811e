/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A folder's name stays or becomes a code; a file's name keeps what is left of it, with a code
 * behind, since two names that differ in what went would be one. */
#include "placing.h"

#include "../naming.h"

#include <string.h>

void isr_placing_each_folder(const char *relative, void (*each)(gpointer self, const char *folder),
                             gpointer self)
{
    for (const char *slash = strchr(relative, '/'); slash; slash = strchr(slash + 1, '/')) {
        g_autofree char *folder = g_strndup(relative, (gsize)(slash - relative));

        each(self, folder);
    }
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
    g_autofree char *name = g_path_get_basename(folder), *code = NULL;
    gboolean telling = FALSE;

    if (way->error || !isr_journal_has_folder(way->batch->journal, place, &telling, &way->error))
        return;
    if (telling || !g_utf8_validate(name, -1, NULL))
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
static char *stem_for(const IsrBatch *batch, const IsrSource *source, const char *name)
{
    g_autofree char *stem = isr_naming_stem(source->path);
    g_autofree char *plain = name ? isr_naming_plain(name) : NULL;
    g_autofree char *code = NULL;

    if (plain && g_str_equal(plain, stem)) {
        g_autofree char *whole = g_path_get_basename(source->path);

        return g_strdup(source->twin ? whole : stem);
    }
    code = isr_sources_code(batch, source->relative);
    return g_strdup_printf("%s-%s", plain ? plain : "document", code);
}

char *isr_placing_copy(const IsrBatch *batch, const IsrSource *source, const char *folder,
                       const char *name, const IsrFormat *format)
{
    g_autofree char *stem = stem_for(batch, source, name);

    return isr_naming_copy(source->path, stem, folder, format);
}
