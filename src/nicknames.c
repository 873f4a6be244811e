/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table from each name to those that it goes with, made when the file is read. */
#include "nicknames.h"

#include "datafile.h"

#include <isredact/error.h>
#include <isredact/reading.h>

#include <string.h>

struct IsrNicknames {
    GStringChunk *text;
    GHashTable *others; /* squeezed name to GPtrArray of squeezed names, all in @text */
};

/* The names of one line. */
typedef struct {
    GPtrArray *names; /* squeezed, borrowed */
    guint whole;      /* so many of them stand before the tab */
} Line;

static IsrNicknames *nicknames_new(void)
{
    IsrNicknames *nicknames = g_new0(IsrNicknames, 1);

    nicknames->text = g_string_chunk_new(4096);
    nicknames->others =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
    return nicknames;
}

void isr_nicknames_free(IsrNicknames *nicknames)
{
    if (nicknames == NULL)
        return;
    g_hash_table_unref(nicknames->others);
    g_string_chunk_free(nicknames->text);
    g_free(nicknames);
}

static gboolean holds(const GPtrArray *names, const char *name)
{
    for (guint i = 0; i < names->len; i++)
        if (g_str_equal(names->pdata[i], name))
            return TRUE;
    return FALSE;
}

static void relate(IsrNicknames *nicknames, const char *name, const char *other)
{
    GPtrArray *others = g_hash_table_lookup(nicknames->others, name);

    if (others == NULL) {
        others = g_ptr_array_new();
        g_hash_table_insert(nicknames->others, (gpointer)name, others);
    }
    if (!holds(others, other))
        g_ptr_array_add(others, (gpointer)other);
}

/* "Liz" and "Lizzie" are one, "Liz" and "Beth" may be sisters. */
static gboolean begin_alike(const char *a, const char *b)
{
    return strncmp(a, b, 2) == 0;
}

static void relate_all(IsrNicknames *nicknames, const Line *line)
{
    for (guint i = 0; i < line->names->len; i++)
        for (guint k = 0; k < line->names->len; k++) {
            const char *one = line->names->pdata[i], *other = line->names->pdata[k];
            if (i != k && (i < line->whole || k < line->whole || begin_alike(one, other)))
                relate(nicknames, one, other);
        }
}

static gboolean is_name(const char *word)
{
    guint letters = 0;

    for (; *word != '\0'; word = g_utf8_next_char(word)) {
        gunichar c = g_utf8_get_char(word);
        if (g_unichar_isalpha(c))
            letters++;
        else if (c != '-' && c != '\'')
            return FALSE;
    }
    return letters > 1;
}

/* Adds the names in @text to @line; what is wrong with them, or NULL. */
static const char *add_names(IsrNicknames *nicknames, Line *line, const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    guint before = line->names->len;

    for (char **word = words; *word != NULL; word++) {
        if (**word == '\0')
            continue;
        if (!is_name(*word))
            return "write names of two letters or more, with spaces between them";
        g_autofree char *key = isr_squeeze(*word, -1);
        char *name = g_string_chunk_insert_const(nicknames->text, key);
        if (holds(line->names, name))
            return "a name stands twice; take one away";
        g_ptr_array_add(line->names, name);
    }
    return line->names->len > before ? NULL : "one side of the tab is empty; write a name there";
}

/* Reads one line; what is wrong with it, or NULL. */
static const char *read_line(IsrNicknames *nicknames, char *text)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    Line line = {.names = names};
    char *tab;

    if (*text == '#' || text[strspn(text, " \t\r")] == '\0')
        return NULL;
    if (g_str_has_suffix(text, "\r"))
        text[strlen(text) - 1] = '\0';
    tab = strchr(text, '\t');
    if (tab == NULL)
        return "write a name, a tab, and its short forms";
    *tab = '\0';
    const char *wrong = add_names(nicknames, &line, text);
    line.whole = names->len;
    wrong = wrong != NULL ? wrong : add_names(nicknames, &line, tab + 1);
    if (wrong == NULL)
        relate_all(nicknames, &line);
    return wrong;
}

IsrNicknames *isr_nicknames_load(const char *path, GError **error)
{
    g_autoptr(IsrNicknames) nicknames = nicknames_new();
    g_autofree char *text = NULL;
    gsize length;

    if (!isr_datafile_read(path, &text, &length, NULL)) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                    "%s: cannot be read; put that of your installation back", path);
        return NULL;
    }
    if (!g_utf8_validate(text, (gssize)length, NULL)) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "%s: is not UTF-8; save it as UTF-8", path);
        return NULL;
    }
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        const char *wrong = read_line(nicknames, lines[i]);
        if (wrong == NULL)
            continue;
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "%s: line %u: %s", path, i + 1, wrong);
        return NULL;
    }
    return g_steal_pointer(&nicknames);
}

const GPtrArray *isr_nicknames_of(const IsrNicknames *nicknames, const char *key)
{
    return g_hash_table_lookup(nicknames->others, key);
}

gboolean isr_nicknames_are_one(const IsrNicknames *nicknames, const char *a, const char *b)
{
    const GPtrArray *others = isr_nicknames_of(nicknames, a);

    return others != NULL && holds(others, b);
}
