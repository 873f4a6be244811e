/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds each line against what a line can be before GKeyFile reads them all. */
#include "keyfile.h"

#include "datafile.h"

#include <isredact/error.h>

#include <string.h>

#define MARK "\xEF\xBB\xBF" /* some editors begin a file with it */

typedef struct {
    char *group;      /* of the line, or NULL before the first */
    GHashTable *seen; /* group and key to the number of their line */
    guint number;
} Lines;

G_GNUC_PRINTF(3, 4)
static gboolean wrong(GError **error, const Lines *lines, const char *format, ...)
{
    g_autofree char *sentence = NULL;
    va_list arguments;

    va_start(arguments, format);
    sentence = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "line %u%s%s%s: %s", lines->number,
                lines->group ? ", [" : "", lines->group ? lines->group : "",
                lines->group ? "]" : "", sentence);
    return FALSE;
}

static gboolean read_group(Lines *lines, char *line, GError **error)
{
    const gsize length = strlen(line);

    if (length < 3 || line[length - 1] != ']' || strcspn(line + 1, "[]") != length - 2)
        return wrong(error, lines, "write a group as [name], alone in its line");
    g_free(lines->group);
    lines->group = g_strndup(line + 1, length - 2);
    return TRUE;
}

/* @line holds no value: @key alone. */
static gboolean note_key(Lines *lines, const char *key, GError **error)
{
    char *name = g_strconcat(lines->group, "]", key, NULL);
    const guint before = GPOINTER_TO_UINT(g_hash_table_lookup(lines->seen, name));

    if (before == 0) {
        g_hash_table_insert(lines->seen, name, GUINT_TO_POINTER(lines->number));
        return TRUE;
    }
    g_free(name);
    g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                "[%s] %s: is there twice, in lines %u and %u; make one line of the two",
                lines->group, key, before, lines->number);
    return FALSE;
}

static gboolean read_line(Lines *lines, char *line, GError **error)
{
    char *equals = strchr(g_strstrip(line), '=');

    if (*line == '\0' || *line == '#')
        return TRUE;
    if (*line == '[')
        return read_group(lines, line, error);
    if (!equals || equals == line)
        return wrong(error, lines,
                     "is not understood; write key=value, [group], or # before a remark");
    if (!lines->group)
        return wrong(error, lines, "stands before the first group; begin with a line like [name]");
    *equals = '\0';
    if (strpbrk(g_strchomp(line), "[]"))
        return wrong(error, lines, "a key has no brackets; take them out");
    return note_key(lines, line, error);
}

static gboolean read_lines(const char *text, GError **error)
{
    g_auto(GStrv) all = g_strsplit(text, "\n", -1);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Lines lines = {.seen = seen};
    gboolean right = TRUE;

    for (guint i = 0; all[i] && right; i++) {
        lines.number = i + 1;
        right = read_line(&lines, all[i], error);
    }
    g_free(lines.group);
    return right;
}

GKeyFile *isr_keyfile_read(const char *text, gsize length, GError **error)
{
    g_autoptr(GKeyFile) file = g_key_file_new();
    g_autoptr(GError) cause = NULL;
    const gsize mark =
        length >= strlen(MARK) && memcmp(text, MARK, strlen(MARK)) == 0 ? strlen(MARK) : 0;
    g_autofree char *lines = g_strndup(text + mark, length - mark);

    if (!g_utf8_validate(text, (gssize)length, NULL)) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "is not UTF-8; save it as UTF-8");
        return NULL;
    }
    if (!read_lines(lines, error))
        return NULL;
    if (g_key_file_load_from_data(file, lines, length - mark, G_KEY_FILE_NONE, &cause))
        return g_steal_pointer(&file);
    g_set_error(error, ISR_ERROR, ISR_ERROR_RULES, "is not understood: %s", cause->message);
    return NULL;
}

GKeyFile *isr_keyfile_open(const char *path, GError **error)
{
    g_autofree char *text = NULL;
    gsize length;

    if (isr_datafile_read(path, &text, &length, NULL))
        return isr_keyfile_read(text, length, error);
    g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                "cannot be read; is it there, and may you read it?");
    return NULL;
}

gboolean isr_keyfile_has_no_gap(GKeyFile *file, const char *group, const char *key, GError **error)
{
    g_autofree char *list = g_key_file_get_value(file, group, key, NULL);
    g_auto(GStrv) parts = g_strsplit(list ? list : "", ";", -1);
    const guint n = g_strv_length(parts);

    for (guint i = 0; i < n; i++) {
        if (*g_strstrip(parts[i]) != '\0' || (i > 0 && i + 1 == n))
            continue;
        g_set_error(error, ISR_ERROR, ISR_ERROR_RULES,
                    "[%s] %s: nothing stands between two of its semicolons; take one away", group,
                    key);
        return FALSE;
    }
    return TRUE;
}
