/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of copies. Nothing here touches a file but to see whether two names mean the same one. */
#include "naming.h"

#include <string.h>
#include <sys/stat.h>

/* Longer endings are no suffixes: "notes. Then we" */
#define LONGEST_SUFFIX 6

static const char *suffix_in(const char *name)
{
    const char *dot = strrchr(name, '.');

    if (!dot || dot == name || strlen(dot) > LONGEST_SUFFIX || strchr(dot, ' '))
        return name + strlen(name);
    return dot;
}

char *isr_naming_stem(const char *path)
{
    g_autofree char *name = g_path_get_basename(path);

    if (g_str_equal(path, "-"))
        return g_strdup("document");
    return g_strndup(name, (gsize)(suffix_in(name) - name));
}

/* The suffix of the source where it fits what the file holds. */
static const char *suffix_for(const char *name, const IsrFormat *format)
{
    const char *suffix = suffix_in(name);

    if (*suffix && (format->any_suffix || g_ascii_strcasecmp(suffix, format->suffix) == 0))
        return suffix;
    return format->suffix;
}

char *isr_naming_copy(const char *source, const char *stem, const char *folder,
                      const IsrFormat *format)
{
    g_autofree char *name = g_path_get_basename(source);
    g_autofree char *beside = g_path_get_dirname(source);
    g_autofree char *copy = g_strconcat(
        stem, ".redacted", suffix_for(g_str_equal(source, "-") ? "" : name, format), NULL);

    if (folder)
        return g_build_filename(folder, copy, NULL);
    if (strchr(source, '/'))
        return g_build_filename(beside, copy, NULL);
    return g_steal_pointer(&copy);
}

const IsrFormat *isr_naming_format(const char *path)
{
    g_autofree char *name = g_path_get_basename(path);

    for (guint i = 0; isr_formats[i]; i++)
        if (g_ascii_strcasecmp(suffix_in(name), isr_formats[i]->suffix) == 0)
            return isr_formats[i];
    return NULL;
}

char *isr_naming_manifest(const char *copy)
{
    g_autofree char *name = g_path_get_basename(copy);
    gsize suffix = strlen(suffix_in(name));

    return g_strdup_printf("%.*s.manifest.json", (int)(strlen(copy) - suffix), copy);
}

char *isr_naming_plain(const char *name)
{
    g_autoptr(GString) plain = g_string_new(NULL);

    for (const char *p = name; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (c == '/' || c == ':')
            g_string_append_c(plain, '-');
        else if (c != '[' && c != ']' && !g_unichar_iscntrl(c))
            g_string_append_unichar(plain, c);
    }
    g_strstrip(plain->str);
    if (plain->str[0] == '\0' || plain->str[0] == '.')
        return g_strdup("document");
    return g_strdup(plain->str);
}

gboolean isr_naming_same_file(const char *a, const char *b)
{
    struct stat left, right;

    return stat(a, &left) == 0 && stat(b, &right) == 0 && left.st_dev == right.st_dev &&
           left.st_ino == right.st_ino;
}

char **isr_naming_words(const char *name)
{
    g_autoptr(GString) parted = g_string_new(NULL);
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    g_auto(GStrv) pieces = NULL;
    gboolean small = FALSE;

    for (const char *p = name; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (small && g_unichar_isupper(c))
            g_string_append_c(parted, ' ');
        g_string_append_unichar(parted, g_unichar_isalpha(c) || g_unichar_ismark(c) ? c : ' ');
        small = g_unichar_islower(c);
    }
    pieces = g_strsplit(parted->str, " ", -1);
    for (guint i = 0; pieces[i]; i++) {
        if (pieces[i][0] != '\0')
            g_ptr_array_add(words, g_strdup(pieces[i]));
    }
    g_ptr_array_add(words, NULL);
    return (char **)g_ptr_array_free(g_steal_pointer(&words), FALSE);
}
