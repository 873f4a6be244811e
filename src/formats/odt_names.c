/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values of attributes that are more than formatting: names of styles, fonts, tables, bookmarks,
 * and text shown to the reader. */
#include "odt.h"

#include <string.h>

struct OdtNames {
    GHashTable *neutral; /* kind and name → what stands for it */
    GHashTable *counts;  /* kind → how many of it */
    char *value;         /* the last one made, on loan */
};

OdtNames *isr_odt_names_new(void)
{
    OdtNames *names = g_new0(OdtNames, 1);

    names->neutral = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    names->counts = g_hash_table_new(g_str_hash, g_str_equal);
    return names;
}

void isr_odt_names_free(OdtNames *names)
{
    if (!names)
        return;
    g_hash_table_unref(names->neutral);
    g_hash_table_unref(names->counts);
    g_free(names->value);
    g_free(names);
}

gboolean isr_odt_is_wordy(const char *text)
{
    guint solid = 0;

    for (const char *at = text; *at; at = g_utf8_next_char(at))
        solid += g_unichar_isalnum(g_utf8_get_char(at)) != 0;
    return solid >= 2;
}

const char *isr_odt_names_lend(OdtNames *names, char *value)
{
    g_free(names->value);
    names->value = value;
    return value;
}

/* Word processors call things by kind and number, and headings by long numbers of their own. */
static gboolean is_generic(const char *name)
{
    static const char words[] =
        " frame image picture graphic graphics table object shape text box textbox group line "
        "section index toc hlk ref refheading goback ddelink bookmark unnamed contents of control "
        "figure illustration bibliography alphabetical user list rahmen bild grafik tabelle "
        "bereich inhaltsverzeichnis head ";
    gsize digits = 0;

    for (const char *at = name; *at;) {
        const gsize length = strspn(at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
        g_autofree char *lower = g_ascii_strdown(at, (gssize)length);
        g_autofree char *word = g_strdup_printf(" %s ", lower);

        if (length && !strstr(words, word))
            return FALSE;
        if (!length && !g_ascii_isdigit(*at) && !strchr(" _.:-", *at))
            return FALSE;
        digits += g_ascii_isdigit(*at) ? 1 : 0;
        at += MAX(length, 1);
    }
    return digits <= 4 || g_str_has_prefix(name, "_");
}

/* "Table 3" for the third table whose name is not generic; the same wherever it is used. */
static const char *neutral_for(OdtNames *names, const char *kind, const char *name)
{
    g_autofree char *key = g_strdup_printf("%s %s", kind, name);
    const char *known = g_hash_table_lookup(names->neutral, key);
    guint count;
    char *now;

    if (known)
        return known;
    count = GPOINTER_TO_UINT(g_hash_table_lookup(names->counts, kind)) + 1;
    now = g_strdup_printf("%s%u", kind, count);
    g_hash_table_insert(names->counts, (gpointer)kind, GUINT_TO_POINTER(count));
    g_hash_table_insert(names->neutral, g_steal_pointer(&key), now);
    return now;
}

/* Style names write a character that a name may not have as "_20_". */
static char *decoded(const char *name)
{
    GString *out = g_string_new(NULL);

    while (*name) {
        char *end;
        const gunichar c = name[0] == '_' && g_ascii_isxdigit(name[1])
                               ? (gunichar)g_ascii_strtoull(name + 1, &end, 16)
                               : 0;

        if (c > 0 && c < 0x110000 && *end == '_' && g_unichar_validate(c)) {
            g_string_append_unichar(out, c);
            name = end + 1;
        } else {
            g_string_append_c(out, *name++);
        }
    }
    return g_string_free(out, FALSE);
}

/* "P12", "Table3.A1": names that a word processor gives by itself. */
static gboolean is_automatic(const char *name)
{
    const gsize letters = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    const char *digits = name + letters;

    return letters <= 2 && *digits && strlen(digits) <= 5 &&
           digits[strspn(digits, "0123456789")] == 0;
}

static gboolean keep_style(OdtWalk *odt, const char *part, const char **value, GError **error)
{
    if (**value == 0 || is_automatic(*value))
        return TRUE;
    g_autofree char *plain = decoded(*value);
    const char *now = isr_visit_name(odt->visit, "Style", part, plain, error);

    if (now && !g_str_equal(now, plain))
        *value = now;
    return now != NULL;
}

/* Names of fonts come in quotation marks where they are values, and without in declarations. */
static gboolean keep_font(OdtWalk *odt, const char *part, const char **value, GError **error)
{
    g_autofree char *plain = g_strdup(*value);
    const gsize length = strlen(plain);
    const gboolean quoted = length > 1 && plain[0] == '\'' && plain[length - 1] == '\'';

    if (quoted) {
        memmove(plain, plain + 1, length - 2);
        plain[length - 2] = 0;
    }
    if (*plain == 0)
        return TRUE;
    const char *now = isr_visit_name(odt->visit, "Font", part, plain, error);

    if (now && !g_str_equal(now, plain))
        *value = now;
    return now != NULL;
}

static gboolean keep_text(OdtWalk *odt, const char *part, const char **value, GError **error)
{
    char *text;

    if (!isr_odt_is_wordy(*value))
        return TRUE;
    text = isr_visit_text(odt->visit, ISR_BLOCK_BODY, part, *value, error);
    if (text)
        *value = isr_odt_names_lend(odt->names, text);
    return text != NULL;
}

/* "value()>=0", "list-level()=3": conditions of number formats and lists. */
static gboolean is_condition(const char *value)
{
    static const char *const functions[] = {"value()", "list-level()"};

    for (guint i = 0; i < G_N_ELEMENTS(functions); i++)
        if (g_str_has_prefix(value, functions[i])) {
            value += strlen(functions[i]);
            return value[strspn(value, "<>=!-.0123456789")] == 0;
        }
    return FALSE;
}

static const char *kind_of(const IsrXmlElement *element)
{
    if (g_str_equal(element->uri, ODT_TABLE))
        return "Table";
    return g_str_equal(element->uri, ODT_TEXT) ? "Section" : "Shape";
}

gboolean isr_odt_value(gpointer self, IsrXmlCopy *copy, const IsrXmlElement *element,
                       const IsrXmlAttribute *attribute, const IsrXmlValueRule *rule,
                       const char **value, GError **error)
{
    OdtWalk *odt = self;
    const char *part = isr_xml_copy_part(copy);

    (void)attribute;
    switch ((OdtValue)rule->tag) {
    case ODT_VALUE_STYLE:
        return keep_style(odt, part, value, error);
    case ODT_VALUE_FONT:
        return keep_font(odt, part, value, error);
    case ODT_VALUE_TEXT:
        return keep_text(odt, part, value, error);
    case ODT_VALUE_LIST:
        *value = g_str_has_prefix(element->local, "list") ||
                         g_str_equal(element->local, "numbered-paragraph")
                     ? neutral_for(odt->names, "list", *value)
                     : NULL;
        return TRUE;
    case ODT_VALUE_NAME:
        if (!is_generic(*value))
            *value = neutral_for(odt->names, kind_of(element), *value);
        return TRUE;
    case ODT_VALUE_BOOKMARK:
        *value = isr_visit_name(odt->visit, "Bookmark", part, *value, error);
        return *value != NULL;
    case ODT_VALUE_CONDITION:
        if (!is_condition(*value))
            *value = NULL;
        return TRUE;
    case ODT_VALUE_TARGET:
        *value = odt->target;
        return TRUE;
    }
    return TRUE;
}
