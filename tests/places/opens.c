/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks LibreOffice, which shares nothing with src/, to read what was written. */
#include "opens.h"

#include "leaks.h"
#include "redact.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* Seconds for all documents of a format. */
#define PATIENCE "240"

gboolean opens_can(void)
{
    g_autofree char *path = g_find_program_in_path("soffice");

    return path != NULL;
}

static char *path_of(const char *folder, const char *side, const char *id, const char *suffix)
{
    return g_strdup_printf("%s/%s/%s%s", folder, side, id, suffix);
}

static void write_file(const char *path, GBytes *bytes)
{
    g_file_set_contents(path, g_bytes_get_data(bytes, NULL), (gssize)g_bytes_get_size(bytes), NULL);
}

#define JOINED "all-in-one"

/* Source, which it frees, and copy as files called @id; FALSE if it was refused. */
static gboolean write_pair(const KitForm *form, const char *id, GBytes *source, const char *folder)
{
    g_autoptr(GBytes) copy = redact_bytes(source, "anonymise", NULL, NULL);
    g_autofree char *source_path = path_of(folder, "source", id, form->suffix);
    g_autofree char *copy_path = path_of(folder, "copy", id, form->suffix);

    write_file(source_path, source);
    if (copy != NULL)
        write_file(copy_path, copy);
    g_bytes_unref(source);
    return copy != NULL;
}

static void convert(const char *folder, const char *side, const KitForm *form, const GPtrArray *ids)
{
    g_autoptr(GPtrArray) argv = g_ptr_array_new_with_free_func(g_free);

    g_ptr_array_add(argv, g_strdup("timeout"));
    g_ptr_array_add(argv, g_strdup("--kill-after=5"));
    g_ptr_array_add(argv, g_strdup(PATIENCE));
    g_ptr_array_add(argv, g_strdup("soffice"));
    g_ptr_array_add(argv, g_strdup_printf("-env:UserInstallation=file://%s/office", folder));
    g_ptr_array_add(argv, g_strdup("--headless"));
    g_ptr_array_add(argv, g_strdup("--convert-to"));
    g_ptr_array_add(argv, g_strdup("txt:Text"));
    g_ptr_array_add(argv, g_strdup("--outdir"));
    g_ptr_array_add(argv, g_strdup_printf("%s/%s", folder, side));
    for (guint i = 0; i < ids->len; i++)
        g_ptr_array_add(argv, path_of(folder, side, ids->pdata[i], form->suffix));
    g_ptr_array_add(argv, NULL);
    g_spawn_sync(NULL, (char **)argv->pdata, NULL,
                 G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                 NULL, NULL, NULL, NULL, NULL, NULL);
}

static char *shown(const char *folder, const char *side, const char *id)
{
    g_autofree char *path = path_of(folder, side, id, ".txt");
    char *text = NULL;

    g_file_get_contents(path, &text, NULL, NULL);
    return text;
}

static gboolean shows(const char *text, const char *words)
{
    return text != NULL && strstr(text, words) != NULL;
}

static gboolean keeps(const Place *place, const char *before, const char *after)
{
    g_autofree char *keep = place_keep(place);
    g_autofree char *beside = place_after(place);

    return place->keep != KEEP_HARD || ((!shows(before, keep) || shows(after, keep)) &&
                                        (!shows(before, beside) || shows(after, beside)));
}

static guint complain(const char *id, const char *sentence)
{
    g_printerr("%s: %s\n", id, sentence);
    return 1;
}

/* The copy called @id; its places are those of @tables that are in it. */
static guint judge(const char *id, const Place *const *tables, const char *folder)
{
    g_autofree char *before = shown(folder, "source", id);
    g_autofree char *after = shown(folder, "copy", id);
    gboolean joined = strcmp(id, JOINED) == 0;
    guint wrong = 0;

    if (after == NULL)
        return complain(id, "the copy does not open");
    if (!shows(after, "End of the plan."))
        return complain(id, "the copy opens, but does not show its end");
    if (leaks_in_text(after, CANARY_ALL))
        return complain(id, "the copy shows a canary");
    for (const Place *const *table = tables; *table != NULL; table++) {
        for (const Place *place = *table; place->id != NULL; place++) {
            gboolean alone = (place->flags & PLACE_ALONE) != 0;
            if ((joined ? !alone : strcmp(place->id, id) == 0) && !keeps(place, before, after))
                wrong += complain(place->id, "the copy does not show its kept words");
        }
    }
    return wrong;
}

static void remove_tree(const char *path)
{
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    const char *name;

    while (folder != NULL && (name = g_dir_read_name(folder)) != NULL) {
        g_autofree char *below = g_build_filename(path, name, NULL);
        if (g_file_test(below, G_FILE_TEST_IS_DIR) && !g_file_test(below, G_FILE_TEST_IS_SYMLINK))
            remove_tree(below);
        else
            g_unlink(below);
    }
    g_rmdir(path);
}

static GPtrArray *write_pairs(const KitForm *form, const Place *const *tables, const char *folder)
{
    GPtrArray *ids = g_ptr_array_new();

    if (write_pair(form, JOINED, kit_all_in_one(form, tables), folder))
        g_ptr_array_add(ids, (gpointer)JOINED);
    for (const Place *const *table = tables; *table != NULL; table++) {
        for (const Place *place = *table; place->id != NULL; place++) {
            if ((place->flags & PLACE_ALONE) != 0 &&
                write_pair(form, place->id, kit_document(form, place, TRUE), folder))
                g_ptr_array_add(ids, (gpointer)place->id);
        }
    }
    return ids;
}

guint opens_run(const KitForm *form, const Place *const *tables)
{
    g_autofree char *folder = g_dir_make_tmp("isredact-opens-XXXXXX", NULL);
    g_autofree char *source = g_build_filename(folder, "source", NULL);
    g_autofree char *copy = g_build_filename(folder, "copy", NULL);
    guint wrong = 0;

    g_mkdir(source, 0700);
    g_mkdir(copy, 0700);
    g_autoptr(GPtrArray) ids = write_pairs(form, tables, folder);
    convert(folder, "source", form, ids);
    convert(folder, "copy", form, ids);
    if (ids->len == 0)
        wrong += complain(JOINED, "refused");
    for (guint i = 0; i < ids->len; i++)
        wrong += judge(ids->pdata[i], tables, folder);
    remove_tree(folder);
    return wrong;
}
