/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes a name apart: forenames, initials, particles, nicknames, and which part is the surname.
 * The text of a name is all that it knows. */
#include "mention.h"

#include "meaning.h"

#include <string.h>

#include <isredact/reading.h>

static void part_free(gpointer data)
{
    NamePart *part = data;

    g_free(part->text);
    g_free(part->key);
    g_ptr_array_unref(part->parts);
    g_free(part);
}

void isr_mention_free(Mention *mention)
{
    if (mention == NULL)
        return;
    g_free(mention->text);
    g_ptr_array_unref(mention->words);
    g_ptr_array_unref(mention->parts);
    g_ptr_array_unref(mention->cues);
    g_clear_pointer(&mention->traits, g_hash_table_unref);
    isr_meaning_free(mention->meaning);
    g_free(mention);
}

gboolean isr_mention_is_upper(const char *text)
{
    guint letters = 0;

    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        if (g_unichar_islower(c))
            return FALSE;
        letters += g_unichar_isalpha(c) ? 1 : 0;
    }
    return letters > 1;
}

static NamePart *part_new(const IsrPatterns *patterns, const char *text, gsize length,
                          gboolean nick)
{
    NamePart *part = g_new0(NamePart, 1);
    g_auto(GStrv) pieces = NULL;

    part->text = g_strndup(text, length);
    part->key = isr_squeeze(part->text, -1);
    part->parts = g_ptr_array_new_with_free_func(g_free);
    pieces = g_strsplit(part->text, "-", -1);
    for (char **piece = pieces; *piece != NULL; piece++) {
        char *key = isr_squeeze(*piece, -1);
        if (*key != '\0')
            g_ptr_array_add(part->parts, key);
        else
            g_free(key);
    }
    if (nick)
        part->kind = PART_NICK;
    else if (g_utf8_strlen(part->key, -1) <= 1)
        part->kind = PART_INITIAL;
    else if (isr_lists_has(patterns->lists, "particles", part->text, -1))
        part->kind = PART_PARTICLE;
    return part;
}

static gboolean is_part_char(const char *at)
{
    gunichar c = g_utf8_get_char(at);

    return g_unichar_isalnum(c) || g_unichar_ismark(c) || c == '-' || c == '\'' || c == 0x2019 ||
           c == 0x2011 || c == 0x2010;
}

/* Cuts @name into parts; the index of the first part after a comma goes to @comma. */
static void cut(Mention *mention, const IsrPatterns *patterns, guint *comma)
{
    gboolean nick = FALSE;

    for (const char *at = mention->text; *at != '\0';) {
        if (!is_part_char(at)) {
            if (*at == ',' && *comma == 0)
                *comma = mention->parts->len;
            nick = strchr("(\"", *at) != NULL ? TRUE : strchr(")", *at) != NULL ? FALSE : nick;
            at = g_utf8_next_char(at);
            continue;
        }
        const char *end = at;
        while (*end != '\0' && is_part_char(end))
            end = g_utf8_next_char(end);
        g_ptr_array_add(mention->parts, part_new(patterns, at, (gsize)(end - at), nick));
        gboolean closed = nick && (*end == '"' || *end == ')');
        nick = nick && !closed;
        at = closed ? end + 1 : end;
    }
}

static void count_words(Mention *mention)
{
    for (guint i = 0; i < mention->parts->len; i++) {
        NamePart *part = mention->parts->pdata[i];

        if (part->kind == PART_PLAIN || part->kind == PART_INITIAL)
            g_ptr_array_add(mention->words, part);
    }
}

/* "OKAFOR, Jayden" and "TEOH Zhi Hao" say it by comma and capitals; else the last part is it. */
static void find_surname(Mention *mention, guint comma)
{
    GPtrArray *parts = mention->parts;
    guint upper = 0, words = 0, last = 0;

    for (guint i = 0; i < parts->len; i++) {
        const NamePart *part = parts->pdata[i];
        const gboolean word = part->kind != PART_INITIAL;
        words += word ? 1 : 0;
        upper += word && isr_mention_is_upper(part->text) ? 1 : 0;
        last = word || words < 2 ? i : last; /* "DARREN STOAKES B." but "Marlon L" */
    }
    for (guint i = 0; i < parts->len; i++) {
        NamePart *part = parts->pdata[i];
        if (part->kind != PART_PLAIN)
            continue;
        if (comma > 0)
            part->surname = i < comma;
        else if (upper > 0 && upper < words)
            part->surname = isr_mention_is_upper(part->text);
        else
            part->surname = i == last && parts->len > 1;
    }
}

Mention *isr_mention_new(const IsrPatterns *patterns, const char *name, MentionKind kind)
{
    Mention *mention = g_new0(Mention, 1);
    guint comma = 0;

    mention->text = g_strdup(name);
    mention->parts = g_ptr_array_new_with_free_func(part_free);
    mention->words = g_ptr_array_new();
    mention->cues = g_ptr_array_new();
    mention->kind = kind;
    mention->role = mention->shared = ISR_ROLE_UNSURE;
    cut(mention, patterns, &comma);
    count_words(mention);
    find_surname(mention, comma);
    if (kind == MENTION_SURNAME || (kind == MENTION_TITLED && mention->parts->len == 1))
        for (guint i = 0; i < mention->parts->len; i++)
            ((NamePart *)mention->parts->pdata[i])->surname = TRUE;
    if (kind == MENTION_FORENAME)
        for (guint i = 0; i < mention->parts->len; i++)
            ((NamePart *)mention->parts->pdata[i])->surname = FALSE;
    return mention;
}

guint isr_mention_size(const Mention *mention)
{
    return mention->words->len;
}

const NamePart *isr_mention_part(const Mention *mention, guint n)
{
    return n < mention->words->len ? mention->words->pdata[n] : NULL;
}
