/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Word lists, loaded and asked. lists.bin is looked for beside the text (an installed tree) and
 * beside the program (a build tree); wherever it lies, it is believed only if it was made from
 * the very text in the folder. */
#include <isredact/lists.h>

#include "datafile.h"
#include "listtable.h"

#include <isredact/error.h>

#include <string.h>

/* The lists that some file of src/ asks for by name. */
static const char *const needed[] = {
    "abbreviations",
    "accented-words",
    "agency-headings",
    "boats",
    "capital-titles",
    "clause-words",
    "clear-houses",
    "clear-streets",
    "countries",
    "event-words",
    "floor-words",
    "forenames",
    "holy-names",
    "homes",
    "house-fronts",
    "house-words",
    "kin-titles",
    "living-places",
    "markup-words",
    "men-and-women",
    "national-bodies",
    "near-words",
    "not-names",
    "not-places",
    "number-owners",
    "number-words",
    "ordinary-names",
    "organisation-fronts",
    "organisation-heads",
    "organisation-joints",
    "organisation-kinds",
    "organisation-leads",
    "organisation-tails",
    "particles",
    "passed-over",
    "place-heads",
    "place-joints",
    "place-leads",
    "place-tails",
    "place-turns",
    "place-verbs",
    "place-ways",
    "place-words",
    "places",
    "plain-streets",
    "role-headings",
    "secure-domains",
    "set-phrases",
    "small-places",
    "small-streets",
    "staff-headings",
    "street-fronts",
    "street-leads",
    "street-types",
    "surest-streets",
    "surnames",
    "thing-leads",
    "titles",
    "units",
    "weak-heads",
    "words",
    "work-domain-words",
    "work-domains",
    NULL,
};

/* A list that was asked for: mostly it is the same few constants. */
typedef struct {
    const char *name; /* where it lies tells which it is */
    guint id;
} Asked;

#define MOST_ASKED 256

struct IsrLists {
    GBytes *bytes; /* what the table points into */
    ListTable table;
    GHashTable *ids; /* name, of the table, to number + 1 */
    Asked asked[MOST_ASKED];
    gboolean mapped;
};

/* Takes @bytes; NULL if they are no sound table. */
static IsrLists *lists_new(GBytes *bytes)
{
    g_autoptr(IsrLists) lists = g_new0(IsrLists, 1);

    lists->bytes = bytes;
    if (!isr_list_table_read(&lists->table, bytes))
        return NULL;
    lists->ids = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < lists->table.header->n_lists; i++)
        g_hash_table_insert(lists->ids, (gpointer)lists->table.sources[i].name,
                            GUINT_TO_POINTER(i + 1));
    return g_steal_pointer(&lists);
}

/* The table in the file @path, if it is sound and of @texts. */
static IsrLists *map_file(const char *path, const GArray *texts)
{
    g_autoptr(GMappedFile) file = isr_datafile_map(path, NULL);
    g_autoptr(IsrLists) lists = file ? lists_new(g_mapped_file_get_bytes(file)) : NULL;

    if (!lists || !isr_list_table_is_of(&lists->table, texts))
        return NULL;
    lists->mapped = TRUE;
    return g_steal_pointer(&lists);
}

static IsrLists *map(const char *folder, const GArray *texts)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *place = g_path_get_dirname(program ? program : ".");
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    IsrLists *lists = NULL;

    g_ptr_array_add(paths, g_build_filename(folder, "lists.bin", NULL));
    g_ptr_array_add(paths, g_build_filename(place, "lists.bin", NULL));
    g_ptr_array_add(paths, g_build_filename(place, "..", "lists.bin", NULL)); /* tests, score */
    for (guint i = 0; i < paths->len && !lists; i++)
        lists = map_file(paths->pdata[i], texts);
    return lists;
}

IsrLists *isr_lists_load(const char *folder, GError **error)
{
    g_autoptr(GArray) texts = isr_list_texts_open(folder, error);
    IsrLists *lists = texts ? map(folder, texts) : NULL;
    GBytes *bytes;

    if (!texts || lists)
        return lists;
    bytes = isr_list_table_make(texts, error);
    return bytes ? lists_new(bytes) : NULL;
}

GBytes *isr_lists_compile(const char *folder, GError **error)
{
    g_autoptr(GArray) texts = isr_list_texts_open(folder, error);

    return texts ? isr_list_table_make(texts, error) : NULL;
}

void isr_lists_free(IsrLists *lists)
{
    if (!lists)
        return;
    g_clear_pointer(&lists->ids, g_hash_table_unref);
    g_bytes_unref(lists->bytes);
    g_free(lists);
}

static guint look_up(const IsrLists *lists, const char *name)
{
    guint number = GPOINTER_TO_UINT(g_hash_table_lookup(lists->ids, name));

    return number ? number - 1 : ISR_MOST_LISTS;
}

guint isr_lists_id(const IsrLists *lists, const char *name)
{
    Asked *asked = &((IsrLists *)lists)->asked[((gsize)name >> 2 ^ (gsize)name >> 10) % MOST_ASKED];

    if (asked->name != name)
        *asked = (Asked){name, look_up(lists, name)};
    return asked->id;
}

IsrListSet isr_lists_find(const IsrLists *lists, const char *entry, gssize length,
                          IsrListLevels *levels)
{
    guint64 print = isr_list_fingerprint(entry, length < 0 ? strlen(entry) : (gsize)length);
    const ListKind *kind = isr_list_table_find(&lists->table, print);

    if (levels)
        *levels = kind ? kind->levels : 0;
    return kind ? kind->lists : 0;
}

gboolean isr_lists_has(const IsrLists *lists, const char *list, const char *entry, gssize length)
{
    guint id = isr_lists_id(lists, list);

    return id < ISR_MOST_LISTS &&
           (isr_lists_find(lists, entry, length, NULL) & ISR_LIST_BIT(id)) != 0;
}

guint isr_lists_level(const IsrLists *lists, const char *list, const char *entry, gssize length)
{
    guint id = isr_lists_id(lists, list);
    IsrListLevels levels;

    if (id >= ISR_MOST_LISTS || !(isr_lists_find(lists, entry, length, &levels) & ISR_LIST_BIT(id)))
        return 0;
    return id < ISR_LIST_LEVELLED ? ISR_LIST_LEVEL(levels, id) : 1;
}

/* The lists that hold an entry at all. */
static IsrListSet all_filled(const IsrLists *lists)
{
    IsrListSet filled = 0;

    for (guint i = 0; i < lists->table.header->n_kinds; i++)
        filled |= lists->table.kinds[i].lists;
    return filled;
}

gboolean isr_lists_are_whole(const IsrLists *lists, GError **error)
{
    const IsrListSet filled = all_filled(lists);

    for (const char *const *name = needed; *name; name++) {
        const guint id = look_up(lists, *name);

        if (id < ISR_MOST_LISTS && (filled & ISR_LIST_BIT(id)))
            continue;
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                    "lists/%s.txt: is not there or has no entry; put that of your installation "
                    "back",
                    *name);
        return FALSE;
    }
    return TRUE;
}

gboolean isr_lists_is_mapped(const IsrLists *lists)
{
    return lists->mapped;
}

const guint8 *isr_lists_digest(const IsrLists *lists, const char *file)
{
    gsize length = strlen(file);

    if (!g_str_has_suffix(file, ".txt"))
        return NULL;
    g_autofree char *name = g_strndup(file, length - strlen(".txt"));
    guint id = look_up(lists, name);

    return id < ISR_MOST_LISTS ? lists->table.sources[id].digest : NULL;
}
