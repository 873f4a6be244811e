/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes from the end of a body's name the words that say what kind it is. */
#include "bodyforms.h"

#include <string.h>

/* A single short word is met by chance elsewhere. */
#define SHORTEST 4

static gboolean is_kind(const IsrLists *lists, const char *word, gsize length)
{
    static const char *const kinds[] = {"organisation-heads", "organisation-tails", "weak-heads",
                                        "organisation-kinds", "organisation-joints"};

    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (isr_lists_has(lists, kinds[i], word, (gssize)length))
            return TRUE;
    return length == 1 || g_ascii_isdigit(*word);
}

/* The word that ends at byte @end of @name. */
static gsize word_start(const char *name, gsize end)
{
    while (end > 0 && name[end - 1] != ' ' && name[end - 1] != '\n')
        end--;
    return end;
}

static gsize without_end(const char *name, gsize end)
{
    while (end > 0 && strchr(" \n,'&-", name[end - 1]) != NULL)
        end--;
    return end;
}

/* The length of the word without a possessive. */
static gsize bare(const char *word, gsize length)
{
    if (length > 2 && word[length - 2] == '\'' && g_ascii_tolower(word[length - 1]) == 's')
        return length - 2;
    return length > 4 && strncmp(word + length - 4, "\xe2\x80\x99s", 4) == 0 ? length - 4 : length;
}

/* One word alone must be long, no word of the services and no country. */
static gboolean can_stand(const IsrLists *lists, const char *form)
{
    gsize length = bare(form, strlen(form));

    if (strchr(form, ' ') != NULL)
        return g_ascii_strncasecmp(form, "the ", 4) != 0 || strchr(form + 4, ' ') != NULL ||
               can_stand(lists, form + 4);
    return g_utf8_strlen(form, (gssize)length) >= SHORTEST &&
           !isr_lists_has(lists, "not-names", form, (gssize)length) &&
           !isr_lists_has(lists, "countries", form, (gssize)length);
}

GPtrArray *isr_body_forms(const IsrLists *lists, const char *name)
{
    GPtrArray *forms = g_ptr_array_new_with_free_func(g_free);
    gsize end = without_end(name, strlen(name));

    while (end > 0) {
        gsize start = word_start(name, end), length = bare(name + start, end - start);
        if (start == 0 || !is_kind(lists, name + start, length))
            break;
        end = without_end(name, start);
        gsize last = word_start(name, end);
        if (end == 0 || (last == 0 && is_kind(lists, name, bare(name, end))))
            break;
        g_autofree char *form = g_strndup(name, end);
        if (can_stand(lists, form))
            g_ptr_array_add(forms, g_steal_pointer(&form));
    }
    return forms;
}

gboolean isr_body_is_told(const IsrLists *lists, const char *name)
{
    g_auto(GStrv) words = g_strsplit_set(name, " \n", -1);

    for (char **word = words; *word != NULL; word++)
        if (**word != '\0' && !is_kind(lists, *word, bare(*word, strlen(*word))))
            return TRUE;
    return FALSE;
}
