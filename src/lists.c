/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Word lists, kept folded: lower case and without accents, so that "José" and "JOSE" are one. */
#include <isredact/lists.h>

#include "fold.h"

#include <isredact/error.h>

#include <string.h>

/* A set that is filled once, from a text whose lines it points into: eighty thousand entries are
 * read at each start. */
typedef struct {
    char *text;
    const char **slots; /* NULL: free */
    guint mask;         /* slots less one, a power of two less one */
} Set;

struct IsrLists {
    GHashTable *lists;     /* name -> Set */
    GStringChunk *entries; /* where folded entries live that were not plain */
};

static void set_free(gpointer data)
{
    Set *set = data;

    g_free(set->slots);
    g_free(set->text);
    g_free(set);
}

/* An empty set for the lines of @text, which it takes. */
static Set *set_new(char *text)
{
    Set *set = g_new0(Set, 1);
    guint lines = 1, size = 16;

    for (const char *p = text; (p = strchr(p, '\n')); p++)
        lines++;
    while (size < lines * 2)
        size *= 2;
    set->text = text;
    set->slots = g_new0(const char *, size);
    set->mask = size - 1;
    return set;
}

/* The slot of @entry: it stands there, or the slot is free. FNV-1a. */
static const char **set_slot(const Set *set, const char *entry)
{
    guint32 hash = 2166136261u;

    for (const char *p = entry; *p; p++)
        hash = (hash ^ (guint8)*p) * 16777619u;
    for (guint at = hash & set->mask;; at = (at + 1) & set->mask) {
        if (!set->slots[at] || strcmp(set->slots[at], entry) == 0)
            return &set->slots[at];
    }
}

/* @text folded for comparing; spaces, hyphens and apostrophes stay. */
static void fold(const char *text, gsize length, GString *out)
{
    gboolean plain = TRUE;

    g_string_truncate(out, 0);
    for (gsize i = 0; i < length; i++) {
        plain = plain && (guchar)text[i] < 0x80;
        g_string_append_c(out, g_ascii_tolower(text[i]));
    }
    if (plain)
        return;
    g_autofree char *parts = g_utf8_normalize(text, (gssize)length, G_NORMALIZE_NFKD);

    g_string_truncate(out, 0);
    for (const char *p = parts; p && *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (g_unichar_isalnum(c))
            isr_fold_squeezed(c, out);
        else if (!g_unichar_ismark(c))
            g_string_append_unichar(out, c == 0x2019 ? '\'' : c);
    }
}

/* Folds @line in place if it is plain; else @entries keeps it. */
static const char *fold_line(IsrLists *lists, char *line, GString *folded)
{
    char *p = line;

    for (; *p && (guchar)*p < 0x80; p++)
        *p = g_ascii_tolower(*p);
    if (!*p)
        return line;
    fold(line, strlen(line), folded);
    return g_string_chunk_insert_len(lists->entries, folded->str, (gssize)folded->len);
}

/* Lines of @text, which it takes, as a set. */
static Set *read_list(IsrLists *lists, char *text)
{
    Set *set = set_new(text);
    g_autoptr(GString) folded = g_string_new(NULL);
    char *next = text;

    while (next) {
        char *line = next, *end = strchr(line, '\n');

        next = end ? end + 1 : NULL;
        if (end)
            *end = '\0';
        line[strcspn(line, "#")] = '\0';
        line = g_strstrip(line);
        if (*line) {
            const char *entry = fold_line(lists, line, folded);

            *set_slot(set, entry) = entry;
        }
    }
    return set;
}

static gboolean load_one(IsrLists *lists, const char *folder, const char *name, GError **error)
{
    g_autofree char *path = g_build_filename(folder, name, NULL), *text = NULL;
    g_autoptr(GError) wrong = NULL;

    if (!g_file_get_contents(path, &text, NULL, &wrong)) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "lists/%s: %s", name, wrong->message);
        return FALSE;
    }
    if (!g_utf8_validate(text, -1, NULL)) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "lists/%s: is not UTF-8; save it as UTF-8",
                    name);
        return FALSE;
    }
    g_hash_table_insert(lists->lists, g_strndup(name, strlen(name) - strlen(".txt")),
                        read_list(lists, g_steal_pointer(&text)));
    return TRUE;
}

IsrLists *isr_lists_load(const char *folder, GError **error)
{
    g_autoptr(IsrLists) lists = g_new0(IsrLists, 1);
    g_autoptr(GDir) dir = NULL;
    g_autoptr(GError) wrong = NULL;
    const char *name;

    lists->lists = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, set_free);
    lists->entries = g_string_chunk_new(64 * 1024);
    dir = g_dir_open(folder, 0, &wrong);
    if (!dir && !g_error_matches(wrong, G_FILE_ERROR, G_FILE_ERROR_NOENT)) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "lists: %s", wrong->message);
        return NULL;
    }
    while (dir && (name = g_dir_read_name(dir))) {
        if (g_str_has_suffix(name, ".txt") && !load_one(lists, folder, name, error))
            return NULL;
    }
    return g_steal_pointer(&lists);
}

void isr_lists_free(IsrLists *lists)
{
    if (!lists)
        return;
    g_hash_table_unref(lists->lists);
    g_string_chunk_free(lists->entries);
    g_free(lists);
}

gboolean isr_lists_has(const IsrLists *lists, const char *list, const char *entry, gssize length)
{
    const Set *set = g_hash_table_lookup(lists->lists, list);
    g_autoptr(GString) folded = g_string_new(NULL);

    if (!set)
        return FALSE;
    fold(entry, length < 0 ? strlen(entry) : (gsize)length, folded);
    return *set_slot(set, folded->str) != NULL;
}
