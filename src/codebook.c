/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table by code. Its text has a line for each value: code, category, role and value, parted by
 * tabs, which no value holds. */
#include <isredact/codebook.h>

#include <string.h>

struct IsrCodebook {
    GHashTable *lines; /* char * to IsrCodebookLine * */
};

/* What is freed is not read from memory later. */
static void wipe(gpointer text)
{
    explicit_bzero(text, strlen(text));
    g_free(text);
}

static void line_free(gpointer item)
{
    IsrCodebookLine *line = item;

    g_ptr_array_unref(line->values);
    g_free(line->code);
    g_free(line);
}

IsrCodebook *isr_codebook_new(void)
{
    IsrCodebook *codebook = g_new0(IsrCodebook, 1);

    codebook->lines = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, line_free);
    return codebook;
}

void isr_codebook_free(IsrCodebook *codebook)
{
    if (!codebook)
        return;
    g_hash_table_unref(codebook->lines);
    g_free(codebook);
}

static char *plain(const char *value)
{
    g_autoptr(GString) text = g_string_new(NULL);
    gboolean blank = FALSE;

    for (const char *p = value; *p; p++) {
        if ((guchar)*p <= ' ' || *p == 0x7f) {
            blank = TRUE;
            continue;
        }
        if (blank && text->len > 0)
            g_string_append_c(text, ' ');
        blank = FALSE;
        g_string_append_c(text, *p);
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static IsrCodebookLine *line_for(IsrCodebook *codebook, const char *code, IsrCategory category,
                                 IsrRole role)
{
    IsrCodebookLine *line = g_hash_table_lookup(codebook->lines, code);

    if (line)
        return line;
    line = g_new0(IsrCodebookLine, 1);
    line->code = g_strdup(code);
    line->category = category;
    line->role = role;
    line->values = g_ptr_array_new_with_free_func(wipe);
    g_hash_table_insert(codebook->lines, line->code, line);
    return line;
}

void isr_codebook_note(IsrCodebook *codebook, const char *code, IsrCategory category, IsrRole role,
                       const char *value)
{
    IsrCodebookLine *line = line_for(codebook, code, category, role);
    char *text = plain(value);

    if (!g_ptr_array_find_with_equal_func(line->values, text, g_str_equal, NULL))
        g_ptr_array_add(line->values, text);
    else
        wipe(text);
}

static gint by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static gint by_code(gconstpointer a, gconstpointer b)
{
    const IsrCodebookLine *one = *(IsrCodebookLine *const *)a,
                          *other = *(IsrCodebookLine *const *)b;

    return strcmp(one->code, other->code);
}

GPtrArray *isr_codebook_lines(const IsrCodebook *codebook)
{
    GPtrArray *lines = g_ptr_array_new();
    GHashTableIter iter;
    gpointer line;

    g_hash_table_iter_init(&iter, codebook->lines);
    while (g_hash_table_iter_next(&iter, NULL, &line)) {
        g_ptr_array_sort(((IsrCodebookLine *)line)->values, by_text);
        g_ptr_array_add(lines, line);
    }
    g_ptr_array_sort(lines, by_code);
    return lines;
}

GString *isr_codebook_text(const IsrCodebook *codebook)
{
    g_autoptr(GPtrArray) lines = isr_codebook_lines(codebook);
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < lines->len; i++) {
        const IsrCodebookLine *line = lines->pdata[i];

        for (guint k = 0; k < line->values->len; k++)
            g_string_append_printf(text, "%s\t%s\t%s\t%s\n", line->code,
                                   isr_category_id(line->category), isr_role_id(line->role),
                                   (const char *)line->values->pdata[k]);
    }
    return text;
}

static gboolean read_line(IsrCodebook *codebook, const char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, "\t", -1);
    IsrCategory category;
    IsrRole role;
    gboolean well = g_strv_length(parts) == 4 && isr_category_for_id(parts[1], &category) &&
                    isr_role_for_id(parts[2], &role) && g_utf8_validate(text, -1, NULL);

    if (well) {
        isr_codebook_note(codebook, parts[0], category, role, parts[3]);
        explicit_bzero(parts[3], strlen(parts[3]));
    }
    return well;
}

gboolean isr_codebook_read(IsrCodebook *codebook, const char *text, gsize length)
{
    const char *end = text + length;

    for (const char *at = text, *next; at < end; at = next + 1) {
        gboolean well;
        char *line;

        next = memchr(at, '\n', (gsize)(end - at));
        if (!next)
            return FALSE;
        line = g_strndup(at, (gsize)(next - at));
        well = read_line(codebook, line);
        wipe(line);
        if (!well)
            return FALSE;
    }
    return TRUE;
}
