/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Canonical names. Which word is the surname is what mention.h says. */
#include "canonical.h"

#include <string.h>

/* Titles before a name; what is left of it must still be a name. */
static guint count_titles(const IsrPatterns *patterns, const Mention *mention)
{
    guint n = 0;

    while (n + 2 < mention->parts->len &&
           isr_lists_has(patterns->lists, "titles",
                         ((const NamePart *)mention->parts->pdata[n])->text, -1))
        n++;
    return n;
}

static gboolean is_written_out(const NamePart *part)
{
    return part->kind == PART_PLAIN && part->parts->len > 0;
}

static void add_pieces(GPtrArray *words, const NamePart *part)
{
    for (guint i = 0; i < part->parts->len; i++)
        g_ptr_array_add(words, part->parts->pdata[i]);
}

static gint by_bytes(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static char *sorted(GPtrArray *words)
{
    g_ptr_array_sort(words, by_bytes);
    g_ptr_array_add(words, NULL);
    return g_strjoinv(" ", (char **)words->pdata);
}

/* Particles ("van", "dos") count with the words. */
char *isr_canonical_full(const IsrPatterns *patterns, const Mention *mention)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    guint plain = 0;

    for (guint i = count_titles(patterns, mention); i < mention->parts->len; i++) {
        const NamePart *part = mention->parts->pdata[i];
        plain += is_written_out(part) ? 1 : 0;
        if (is_written_out(part) || part->kind == PART_PARTICLE)
            add_pieces(words, part);
    }
    return plain > 1 ? sorted(words) : NULL;
}

/* The surname's words and particles; none if the name does not tell. */
static GPtrArray *surname_of(const IsrPatterns *patterns, const Mention *mention)
{
    GPtrArray *words = g_ptr_array_new();
    gboolean found = FALSE;

    for (guint i = count_titles(patterns, mention); i < mention->parts->len; i++) {
        const NamePart *part = mention->parts->pdata[i];
        gboolean own = is_written_out(part) && part->surname;
        found = found || own;
        if (own || part->kind == PART_PARTICLE)
            add_pieces(words, part);
    }
    if (!found)
        g_ptr_array_set_size(words, 0);
    return words;
}

/* The first part that is no surname, written out or (@initials) its letter; NULL if there is
 * none. */
static const NamePart *given_of(const IsrPatterns *patterns, const Mention *mention,
                                gboolean initials)
{
    for (guint i = count_titles(patterns, mention); i < mention->parts->len; i++) {
        const NamePart *part = mention->parts->pdata[i];
        if (part->kind == PART_INITIAL ? initials && *part->key != '\0'
                                       : is_written_out(part) && !part->surname)
            return part;
    }
    return NULL;
}

char *isr_canonical_short(const IsrPatterns *patterns, const Mention *mention)
{
    g_autoptr(GPtrArray) words = surname_of(patterns, mention);
    const NamePart *given = given_of(patterns, mention, FALSE);

    if (words->len == 0 || given == NULL)
        return NULL;
    if (isr_lists_has(patterns->lists, "passed-over", given->text, -1))
        return isr_canonical_full(patterns, mention);
    add_pieces(words, given);
    return sorted(words);
}

char *isr_canonical_called(const IsrPatterns *patterns, const Mention *mention, const char *given)
{
    g_autoptr(GPtrArray) words = surname_of(patterns, mention);
    const NamePart *own = given_of(patterns, mention, FALSE);
    g_autofree char *name = g_strdup(given);

    if (words->len == 0 || own == NULL ||
        isr_lists_has(patterns->lists, "passed-over", own->text, -1))
        return NULL;
    g_ptr_array_add(words, name);
    return sorted(words);
}

char *isr_canonical_initial(const IsrPatterns *patterns, const Mention *mention)
{
    g_autoptr(GPtrArray) words = surname_of(patterns, mention);
    const NamePart *given = given_of(patterns, mention, TRUE);

    if (words->len == 0 || given == NULL)
        return NULL;
    g_autofree char *surname = sorted(words);
    int letter = (int)(g_utf8_next_char(given->key) - given->key);

    return g_strdup_printf("%.*s %s", letter, given->key, surname);
}

char *isr_canonical_alone(const IsrPatterns *patterns, const Mention *mention)
{
    const NamePart *given = given_of(patterns, mention, FALSE);

    return given != NULL ? g_strdup(given->key) : NULL;
}
