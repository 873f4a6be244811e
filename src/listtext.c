/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries are kept folded: lower case and without accents, so that "José" and "JOSE" are one. Of a
 * folded entry the fingerprint alone is kept. */
#include "listtext.h"

#include "datafile.h"
#include "fingerprint.h"
#include "fold.h"
#include "folder.h"
#include "host.h"

#include <isredact/error.h>

#include <string.h>

#define SUFFIX ".txt"
#define DOMAINS "secure-domains"

static const char *const known[ISR_N_KNOWN_LISTS] = {
    [ISR_LIST_FORENAMES] = "forenames",
    [ISR_LIST_SURNAMES] = "surnames",
    [ISR_LIST_WORDS] = "words",
    [ISR_LIST_PLACES] = "places",
    [ISR_LIST_ORDINARY_NAMES] = "ordinary-names",
    [ISR_LIST_SMALL_PLACES] = "small-places",
    [ISR_LIST_MEN_AND_WOMEN] = "men-and-women",
    [ISR_LIST_CLAUSE_WORDS] = "clause-words",
    [ISR_LIST_MARKUP_WORDS] = "markup-words",
    [ISR_LIST_NOT_NAMES] = "not-names",
    [ISR_LIST_ORGANISATION_HEADS] = "organisation-heads",
    [ISR_LIST_PARTICLES] = "particles",
    [ISR_LIST_STREET_TYPES] = "street-types",
    [ISR_LIST_TITLES] = "titles",
    [ISR_LIST_CAPITAL_TITLES] = "capital-titles",
    [ISR_LIST_KIN_TITLES] = "kin-titles",
};

const char *isr_list_name(guint id)
{
    return id < ISR_N_KNOWN_LISTS ? known[id] : NULL;
}

/* @text folded for comparing; spaces, hyphens and apostrophes stay. */
static void fold(const char *text, gsize length, GString *out)
{
    g_autofree char *parts = g_utf8_normalize(text, (gssize)length, G_NORMALIZE_NFKD);

    for (const char *p = parts; p && *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (g_unichar_isalnum(c))
            isr_fold_squeezed(c, out);
        else if (!g_unichar_ismark(c))
            g_string_append_unichar(out, c == 0x2019 ? '\'' : c);
    }
}

static guint64 fingerprint_folded(const char *entry, gsize length)
{
    g_autoptr(GString) folded = g_string_new(NULL);
    guint64 print = ISR_FINGERPRINT_START;

    fold(entry, length, folded);
    for (gsize i = 0; i < folded->len; i++)
        print = isr_fingerprint_on(print, (guint8)folded->str[i]);
    return isr_fingerprint_end(print);
}

guint64 isr_list_fingerprint(const char *entry, gsize length)
{
    guint64 print = ISR_FINGERPRINT_START;

    for (gsize i = 0; i < length; i++) {
        if ((guchar)entry[i] >= 0x80)
            return fingerprint_folded(entry, length);
        print = isr_fingerprint_on(print, (guint8)g_ascii_tolower(entry[i]));
    }
    return isr_fingerprint_end(print);
}

static void text_clear(gpointer data)
{
    ListText *text = data;

    g_free(text->name);
    if (text->map)
        g_mapped_file_unref(text->map);
}

/* Where the list @name has its place in @texts. */
static ListText *place_of(GArray *texts, const char *name)
{
    ListText text = {.name = g_strdup(name)};

    for (guint i = 0; i < ISR_N_KNOWN_LISTS; i++) {
        if (g_strcmp0(known[i], name) == 0) {
            g_free(text.name);
            return &g_array_index(texts, ListText, i);
        }
    }
    g_array_append_val(texts, text);
    return &g_array_index(texts, ListText, texts->len - 1);
}

const char *isr_list_text_bytes(const ListText *text, gsize *length)
{
    *length = text->map ? g_mapped_file_get_length(text->map) : 0;
    return *length ? g_mapped_file_get_contents(text->map) : "";
}

/* The entry in @length bytes of @line, without comment, level and spaces around it. */
static const char *read_line(const char *line, gsize *length, guint *level)
{
    const char *hash = memchr(line, '#', *length);
    gsize n = hash ? (gsize)(hash - line) : *length;

    while (n && g_ascii_isspace(line[n - 1]))
        n--;
    *level = 0;
    if (n > 2 && line[n - 1] >= '1' && line[n - 1] <= '9' && line[n - 2] == '\t') {
        *level = (guint)(line[n - 1] - '0');
        n -= 2;
        while (n && g_ascii_isspace(line[n - 1]))
            n--;
    }
    for (; n && g_ascii_isspace(*line); line++)
        n--;
    *length = n;
    return line;
}

/* "gov.uk/x" would match no address, "uk" far too many. */
static gboolean holds_hosts(const ListText *text, GError **error)
{
    gsize size;
    const char *line = isr_list_text_bytes(text, &size), *end = line + size;

    for (guint number = 1; line < end; number++) {
        const char *stop = memchr(line, '\n', (gsize)(end - line));
        gsize length = (gsize)((stop ? stop : end) - line);
        guint level;
        const char *entry = read_line(line, &length, &level);

        if (length && !isr_host_is_one(entry, length)) {
            g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                        "lists/%s" SUFFIX ": line %u: is no mail domain; write its name alone, as "
                        "in police.uk",
                        text->name, number);
            return FALSE;
        }
        line = stop ? stop + 1 : end;
    }
    return TRUE;
}

GArray *isr_list_texts_open(const char *folder, GError **error)
{
    g_autoptr(GArray) texts = g_array_new(FALSE, TRUE, sizeof(ListText));
    g_autoptr(GPtrArray) names = isr_folder_names(folder, SUFFIX, error);

    g_array_set_clear_func(texts, text_clear);
    for (guint i = 0; i < ISR_N_KNOWN_LISTS; i++) {
        ListText text = {.name = g_strdup(known[i] ? known[i] : "")};

        g_array_append_val(texts, text);
    }
    for (guint i = 0; names && i < names->len; i++) {
        const char *file = names->pdata[i];
        g_autofree char *path = g_build_filename(folder, file, NULL);
        g_autofree char *name = g_strndup(file, strlen(file) - strlen(SUFFIX));
        g_autoptr(GError) wrong = NULL;
        ListText *text = place_of(texts, name);

        text->map = isr_datafile_map(path, &wrong);
        if (!text->map) {
            g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "lists/%s: %s", file, wrong->message);
            return NULL;
        }
        if (g_str_equal(name, DOMAINS) && !holds_hosts(text, error))
            return NULL;
    }
    if (names && texts->len > ISR_MOST_LISTS) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                    "lists: there are too many; join some, so that %d are left",
                    ISR_MOST_LISTS - ISR_N_KNOWN_LISTS);
        return NULL;
    }
    return names ? g_steal_pointer(&texts) : NULL;
}

gboolean isr_list_text_read(const ListText *text, ListEntryFunc *func, gpointer data,
                            GError **error)
{
    gsize size;
    const char *line = isr_list_text_bytes(text, &size), *end = line + size;

    if (!g_utf8_validate(line, (gssize)size, NULL)) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                    "lists/%s.txt: is not UTF-8; save it as UTF-8", text->name);
        return FALSE;
    }
    while (line < end) {
        const char *stop = memchr(line, '\n', (gsize)(end - line));
        gsize length = (gsize)((stop ? stop : end) - line);
        guint level;
        const char *entry = read_line(line, &length, &level);

        if (length)
            func(isr_list_fingerprint(entry, length), level, data);
        line = stop ? stop + 1 : end;
    }
    return TRUE;
}
