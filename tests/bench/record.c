/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes long records. Names are taken from all documents and given to others; numbers of which no
 * digit is a check digit change a digit. */
#include "record.h"

#include <gold.h>

#include <string.h>

typedef struct {
    GPtrArray *golds;                /* of IsrGold * */
    GPtrArray *forenames, *surnames; /* of all people in them, owned */
    GRand *dice;
    GHashTable *names; /* words of the names in the document at hand to their substitutes */
} Maker;

static gint by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static gboolean load_folder(Maker *maker, const char *folder, GError **error)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    const char *name;

    while (dir && (name = g_dir_read_name(dir)))
        g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, by_name);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_build_filename(folder, names->pdata[i], NULL);
        IsrGold *gold;

        if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
            if (!load_folder(maker, path, error))
                return FALSE;
        } else if (g_str_has_suffix(path, ".xml")) {
            if (!(gold = isr_gold_load(path, error)))
                return FALSE;
            g_ptr_array_add(maker->golds, gold);
        }
    }
    return TRUE;
}

static void learn_names(Maker *maker)
{
    for (guint i = 0; i < maker->golds->len; i++) {
        const IsrGold *gold = maker->golds->pdata[i];

        for (guint n = 0; n < gold->people->len; n++) {
            const IsrGoldPerson *person = gold->people->pdata[n];
            g_auto(GStrv) words = g_strsplit(person->name, " ", -1);

            for (char **word = words; *word; word++) {
                if (g_str_is_ascii(*word) && strlen(*word) > 2)
                    g_ptr_array_add(word[1] ? maker->forenames : maker->surnames, g_strdup(*word));
            }
        }
    }
}

static void cast(Maker *maker, const IsrGold *gold)
{
    g_hash_table_remove_all(maker->names);
    for (guint n = 0; n < gold->people->len; n++) {
        const IsrGoldPerson *person = gold->people->pdata[n];
        g_auto(GStrv) words = g_strsplit(person->name, " ", -1);

        for (char **word = words; *word; word++) {
            const GPtrArray *from = word[1] ? maker->forenames : maker->surnames;
            gint pick = g_rand_int_range(maker->dice, 0, (gint)from->len);

            if (strlen(*word) > 2 && !g_hash_table_contains(maker->names, *word))
                g_hash_table_insert(maker->names, g_strdup(*word), from->pdata[pick]);
        }
    }
}

/* Writes @length bytes of @text with the names of the document's people replaced. */
static void put_named(const Maker *maker, const char *text, gsize length, GString *out)
{
    for (gsize at = 0, end; at < length; at = end) {
        g_autofree char *word = NULL;
        const char *other;

        for (end = at; end < length && (g_ascii_isalpha(text[end]) || (guchar)text[end] >= 0x80 ||
                                        text[end] == '-' || text[end] == '\'');)
            end++;
        end = MAX(end, at + 1);
        word = g_strndup(text + at, end - at);
        other = g_hash_table_lookup(maker->names, word);
        g_string_append(out, other ? other : word);
    }
}

/* One digit of a value that holds no check digit becomes another. */
static void put_numbered(const Maker *maker, const char *text, gsize length, GString *out)
{
    gsize last = length;

    for (gsize i = 0; i < length && last == length; i++) {
        if (g_ascii_isdigit(text[i]) && (i + 1 == length || !g_ascii_isdigit(text[i + 1])))
            last = i;
    }
    for (gsize i = 0; i < length; i++)
        g_string_append_c(out,
                          i == last ? (char)('1' + g_rand_int_range(maker->dice, 0, 8)) : text[i]);
}

static gboolean is_free_number(const char *category)
{
    static const char *const kinds[] = {"phone", "date", "dob", "address", "case-ref", NULL};

    return g_strv_contains(kinds, category);
}

static void put_block(const Maker *maker, const IsrGoldBlock *block, GString *out)
{
    gsize at = 0;

    for (guint i = 0; i < block->spans->len; i++) {
        const IsrGoldSpan *span = block->spans->pdata[i];
        const char *text = block->text->str;

        if (span->whose || span->range.start < at)
            continue;
        put_named(maker, text + at, span->range.start - at, out);
        at = span->range.end;
        (is_free_number(span->category) ? put_numbered : put_named)(maker, text + span->range.start,
                                                                    at - span->range.start, out);
    }
    put_named(maker, block->text->str + at, block->text->len - at, out);
}

/* A paragraph each, the rows of a table as lines with bars. */
static void put_document(const Maker *maker, const IsrGold *gold, GString *out)
{
    for (guint i = 0; i < gold->blocks->len; i++) {
        const IsrGoldBlock *block = gold->blocks->pdata[i];
        const IsrGoldBlock *next = i + 1 < gold->blocks->len ? gold->blocks->pdata[i + 1] : NULL;
        gboolean row = block->kind == ISR_GOLD_ROW;
        g_autoptr(GString) text = g_string_new(NULL);

        put_block(maker, block, text);
        g_string_replace(text, "\x1f", " | ", 0);
        g_string_append_printf(out, row ? "| %s |\n" : "%s\n", text->str);
        if (!row || !next || next->kind != ISR_GOLD_ROW)
            g_string_append_c(out, '\n');
    }
}

GString *isr_bench_record(const char *root, gsize size, GError **error)
{
    g_autofree char *folder = g_build_filename(root, "corpus", NULL);
    g_autoptr(GPtrArray) golds = g_ptr_array_new_with_free_func((GDestroyNotify)isr_gold_free);
    g_autoptr(GPtrArray) forenames = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) surnames = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GRand) dice = g_rand_new_with_seed(20);
    g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Maker maker = {golds, forenames, surnames, dice, names};
    GString *record;

    if (!load_folder(&maker, folder, error))
        return NULL;
    g_return_val_if_fail(golds->len > 0, NULL);
    learn_names(&maker);
    record = g_string_sized_new(size + 32 * 1024);
    for (guint i = 0; record->len < size; i++) {
        const IsrGold *gold = golds->pdata[i % golds->len];

        cast(&maker, gold);
        put_document(&maker, gold, record);
    }
    return record;
}
