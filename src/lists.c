/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Word lists, kept folded: lower case and without accents, so that "José" and "JOSE" are one. */
#include <isredact/lists.h>

#include "fold.h"

#include <isredact/error.h>

#include <string.h>

struct IsrLists {
    GHashTable *lists;     /* name -> GHashTable, a set of folded entries */
    GStringChunk *entries; /* where they live */
};

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

/* Lines of @text, changed in place, into a new set. */
static GHashTable *read_list(IsrLists *lists, char *text)
{
    GHashTable *set = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GString) folded = g_string_new(NULL);
    char *next = text;

    while (next) {
        char *line = next, *end = strchr(line, '\n');

        next = end ? end + 1 : NULL;
        if (end)
            *end = '\0';
        line[strcspn(line, "#")] = '\0';
        g_strstrip(line);
        if (!*line)
            continue;
        fold(line, strlen(line), folded);
        g_hash_table_add(
            set, g_string_chunk_insert_len(lists->entries, folded->str, (gssize)folded->len));
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
                        read_list(lists, text));
    return TRUE;
}

IsrLists *isr_lists_load(const char *folder, GError **error)
{
    g_autoptr(IsrLists) lists = g_new0(IsrLists, 1);
    g_autoptr(GDir) dir = NULL;
    g_autoptr(GError) wrong = NULL;
    const char *name;

    lists->lists =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_hash_table_unref);
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
    GHashTable *set = g_hash_table_lookup(lists->lists, list);
    g_autoptr(GString) folded = g_string_new(NULL);

    if (!set)
        return FALSE;
    fold(entry, length < 0 ? strlen(entry) : (gsize)length, folded);
    return g_hash_table_contains(set, folded->str);
}
