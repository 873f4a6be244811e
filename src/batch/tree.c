/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folders are read whole and sorted, deepest first, so that every walk sees the same order. */
#include "tree.h"

#include <isredact/error.h>

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/* A folder on the way to the file in hand. */
typedef struct {
    char *path, *relative;
    GPtrArray *names; /* sorted */
    guint next;
} Folder;

struct IsrTree {
    GPtrArray *roots;   /* of char *: canonical paths, sorted */
    guint next;         /* the root that comes after those begun */
    GPtrArray *folders; /* of Folder *, the deepest last */
    struct stat except;
    gboolean has_except;
    gboolean bare; /* one folder, whose own name does not count */
    guint hidden;
    char *path, *relative; /* of the file in hand */
};

static void folder_free(gpointer item)
{
    Folder *folder = item;

    g_ptr_array_unref(folder->names);
    g_free(folder->path);
    g_free(folder->relative);
    g_free(folder);
}

static gboolean fail(GError **error, const char *path)
{
    int code = errno;

    g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "%s: cannot be read: %s", path, g_strerror(code));
    return FALSE;
}

static gint by_bytes(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static gboolean is_below(const char *path, const char *folder)
{
    gsize n = strlen(folder);

    return strncmp(path, folder, n) == 0 && (path[n] == '\0' || path[n] == '/' || n == 1);
}

/* One file must not come twice, nor under two names. */
static gboolean check_roots(const IsrTree *tree, GError **error)
{
    for (guint i = 0; i < tree->roots->len; i++) {
        for (guint k = 0; k < tree->roots->len; k++) {
            if (i == k || !is_below(tree->roots->pdata[i], tree->roots->pdata[k]))
                continue;
            g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE,
                        "%s: is part of another of the paths; name each document once",
                        (char *)tree->roots->pdata[i]);
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean add_roots(IsrTree *tree, char *const *roots, GError **error)
{
    struct stat there;

    for (guint i = 0; roots[i]; i++) {
        if (stat(roots[i], &there) < 0)
            return fail(error, roots[i]);
        tree->bare = !roots[1] && S_ISDIR(there.st_mode);
        g_ptr_array_add(tree->roots, g_canonicalize_filename(roots[i], NULL));
    }
    g_ptr_array_sort(tree->roots, by_bytes);
    return check_roots(tree, error);
}

/* What cannot be told from the documents must not be taken for one. */
static gboolean look_at_except(IsrTree *tree, const char *except, GError **error)
{
    tree->has_except = except && stat(except, &tree->except) == 0;
    return !except || tree->has_except || errno == ENOENT || fail(error, except);
}

IsrTree *isr_tree_new(char *const *roots, const char *except, GError **error)
{
    IsrTree *tree = g_new0(IsrTree, 1);

    tree->roots = g_ptr_array_new_with_free_func(g_free);
    tree->folders = g_ptr_array_new_with_free_func(folder_free);
    if (!look_at_except(tree, except, error) || !add_roots(tree, roots, error)) {
        isr_tree_free(tree);
        return NULL;
    }
    return tree;
}

void isr_tree_free(IsrTree *tree)
{
    if (!tree)
        return;
    g_ptr_array_unref(tree->roots);
    g_ptr_array_unref(tree->folders);
    g_free(tree->path);
    g_free(tree->relative);
    g_free(tree);
}

/* With errno 0 at the end, else with what went wrong, which GDir does not tell. */
static const char *next_name(GDir *dir)
{
    errno = 0;
    return g_dir_read_name(dir);
}

static gboolean enter(IsrTree *tree, const char *path, const char *relative, GError **error)
{
    g_autoptr(GError) cause = NULL;
    g_autoptr(GDir) dir = g_dir_open(path, 0, &cause);
    const char *name;
    Folder *folder;
    int code;

    if (!dir) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "%s: this folder cannot be read", path);
        return FALSE;
    }
    folder = g_new0(Folder, 1);
    folder->path = g_strdup(path);
    folder->relative = g_strdup(relative);
    folder->names = g_ptr_array_new_with_free_func(g_free);
    while ((name = next_name(dir))) {
        if (name[0] == '.')
            tree->hidden++;
        else
            g_ptr_array_add(folder->names, g_strdup(name));
    }
    code = errno;
    g_ptr_array_sort(folder->names, by_bytes);
    g_ptr_array_add(tree->folders, folder);
    errno = code;
    return code == 0 || fail(error, path);
}

static gsize stem_length(const char *name)
{
    const char *dot = strrchr(name, '.');

    return dot ? (gsize)(dot - name) : strlen(name);
}

/* Sorted names with one stem stand side by side, but for names that go on after it. */
static gboolean has_twin(const Folder *folder, guint n)
{
    const char *name = folder->names->pdata[n];
    gsize stem = stem_length(name);

    for (guint i = 0; i < folder->names->len; i++) {
        const char *other = folder->names->pdata[i];

        if (i != n && stem_length(other) == stem && g_ascii_strncasecmp(name, other, stem) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean is_except(const IsrTree *tree, const struct stat *there)
{
    return tree->has_except && tree->except.st_dev == there->st_dev &&
           tree->except.st_ino == there->st_ino;
}

static char *join(const char *folder, const char *name)
{
    return *folder ? g_build_filename(folder, name, NULL) : g_strdup(name);
}

static const char *refusal_for(mode_t mode)
{
    if (S_ISREG(mode))
        return NULL;
    return S_ISLNK(mode) ? "is a link; name the document that it leads to"
                         : "is not a file that could hold a document";
}

/* Puts the file at tree->path into @file, or enters the folder there; *found says which. */
static gboolean take(IsrTree *tree, gboolean twin, IsrTreeFile *file, gboolean *found,
                     GError **error)
{
    struct stat there;

    *found = FALSE;
    if (lstat(tree->path, &there) < 0)
        return fail(error, tree->path);
    if (is_except(tree, &there))
        return TRUE;
    if (S_ISDIR(there.st_mode))
        return enter(tree, tree->path, tree->relative, error);
    *file = (IsrTreeFile){tree->path, tree->relative, refusal_for(there.st_mode), twin};
    *found = TRUE;
    return TRUE;
}

static gboolean take_root(IsrTree *tree, IsrTreeFile *file, gboolean *found, GError **error)
{
    const char *root = tree->roots->pdata[tree->next++];

    g_free(tree->path);
    g_free(tree->relative);
    tree->path = g_strdup(root);
    tree->relative = tree->bare ? g_strdup("") : g_path_get_basename(root);
    return take(tree, FALSE, file, found, error);
}

static gboolean take_name(IsrTree *tree, Folder *folder, IsrTreeFile *file, gboolean *found,
                          GError **error)
{
    guint n = folder->next++;

    g_free(tree->path);
    g_free(tree->relative);
    tree->path = join(folder->path, folder->names->pdata[n]);
    tree->relative = join(folder->relative, folder->names->pdata[n]);
    return take(tree, has_twin(folder, n), file, found, error);
}

gboolean isr_tree_next(IsrTree *tree, IsrTreeFile *file, GError **error)
{
    gboolean found = FALSE;

    while (!found) {
        guint depth = tree->folders->len;
        Folder *folder = depth > 0 ? tree->folders->pdata[depth - 1] : NULL;

        if (folder && folder->next == folder->names->len)
            g_ptr_array_set_size(tree->folders, (gint)depth - 1);
        else if (folder) {
            if (!take_name(tree, folder, file, &found, error))
                return FALSE;
        } else if (tree->next == tree->roots->len) {
            return FALSE;
        } else if (!take_root(tree, file, &found, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

guint isr_tree_hidden(const IsrTree *tree)
{
    return tree->hidden;
}
