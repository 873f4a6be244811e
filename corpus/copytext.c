/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a whole copy into memory and collects its text from the XML trees. */
#include "copytext.h"

#include <isredact/error.h>

#include <libxml/parser.h>
#include <string.h>
#include <zip.h>

/* What an element stands for in the text: the same table serves both formats, whose local names
 * do not clash. */
static const struct {
    const char *name;
    const char *before, *after; /* NULL before: the element and all in it is not shown */
} ELEMENTS[] = {
    {"p", "", "\n"},
    {"h", "", "\n"},
    {"tab", "\t", ""},
    {"br", "\n", ""},
    {"line-break", "\n", ""},
    {"s", " ", ""},
    {"tc", "", "\n"},
    {"table-cell", "", "\n"},
    {"noBreakHyphen", "-", ""},
    {"instrText", NULL, ""},
    {"delText", NULL, ""},
    {"tracked-changes", NULL, ""},
    {"annotation", NULL, ""},
    {"automatic-styles", NULL, ""},
};

/* Only this element's text is text in Word; in OpenDocument everything in the body is. */
static gboolean holds_text(const xmlNode *text, gboolean word)
{
    return !word || (text->parent && strcmp((const char *)text->parent->name, "t") == 0);
}

static void collect(const xmlNode *node, gboolean word, GString *text)
{
    const char *after = "";

    if (node->type == XML_TEXT_NODE && holds_text(node, word))
        g_string_append(text, (const char *)node->content);
    if (node->type != XML_ELEMENT_NODE)
        return;
    for (guint i = 0; i < G_N_ELEMENTS(ELEMENTS); i++) {
        if (strcmp((const char *)node->name, ELEMENTS[i].name) != 0)
            continue;
        if (!ELEMENTS[i].before)
            return;
        g_string_append(text, ELEMENTS[i].before);
        after = ELEMENTS[i].after;
    }
    for (const xmlNode *child = node->children; child; child = child->next)
        collect(child, word, text);
    g_string_append(text, after);
}

/* The first elements called @name on each way down. */
static void collect_within(const xmlNode *node, const char *name, gboolean word, GString *text)
{
    for (const xmlNode *child = node; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        if (strcmp((const char *)child->name, name) == 0)
            collect(child, word, text);
        else
            collect_within(child->children, name, word, text);
    }
}

/* Appends the text of element @name in the member @index of @zip. */
static gboolean read_member(zip_t *zip, zip_uint64_t index, const char *name, gboolean word,
                            GString *text)
{
    zip_stat_t about;

    if (zip_stat_index(zip, index, 0, &about) != 0 || !(about.valid & ZIP_STAT_SIZE))
        return FALSE;
    g_autofree char *bytes = g_malloc(about.size + 1);
    zip_file_t *file = zip_fopen_index(zip, index, 0);
    zip_int64_t read = file ? zip_fread(file, bytes, about.size) : -1;

    if (file)
        zip_fclose(file);
    if (read < 0 || (zip_uint64_t)read != about.size)
        return FALSE;
    xmlDoc *xml = xmlReadMemory(bytes, (int)about.size, NULL, NULL,
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);

    if (!xml)
        return FALSE;
    collect_within(xmlDocGetRootElement(xml), name, word, text);
    xmlFreeDoc(xml);
    return TRUE;
}

/* In which members, and where in them, a page's header, body and footer stand. */
typedef struct {
    const char *member; /* beginning of its name */
    const char *element;
} Place;

static const Place WORD_PLACES[] = {
    {"word/header", "hdr"}, {"word/document.xml", "body"}, {"word/footer", "ftr"}, {NULL, NULL}};
static const Place ODT_PLACES[] = {
    {"styles.xml", "header"}, {"content.xml", "body"}, {"styles.xml", "footer"}, {NULL, NULL}};

static gboolean read_package(zip_t *zip, const Place *places, GString *text)
{
    gboolean word = places == WORD_PLACES;

    for (const Place *place = places; place->member; place++) {
        for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); i++) {
            const char *name = zip_get_name(zip, (zip_uint64_t)i, 0);

            if (name && g_str_has_prefix(name, place->member) &&
                !read_member(zip, (zip_uint64_t)i, place->element, word, text))
                return FALSE;
        }
    }
    return TRUE;
}

static char *package_text(GBytes *copy, const Place *places)
{
    gsize length;
    const void *bytes = g_bytes_get_data(copy, &length);
    zip_error_t problem = {0};
    zip_source_t *source = zip_source_buffer_create(bytes, length, 0, &problem);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, &problem) : NULL;
    g_autoptr(GString) text = g_string_new(NULL);

    if (!zip) {
        zip_source_free(source);
        return NULL;
    }
    gboolean read = read_package(zip, places, text);

    zip_discard(zip);
    return read ? g_string_free(g_steal_pointer(&text), FALSE) : NULL;
}

static char *plain_text(GBytes *copy)
{
    gsize length;
    const char *bytes = g_bytes_get_data(copy, &length);

    if (length >= 2 && memcmp(bytes, "\xff\xfe", 2) == 0)
        return g_convert(bytes + 2, (gssize)length - 2, "UTF-8", "UTF-16LE", NULL, NULL, NULL);
    if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
        return g_strndup(bytes + 3, length - 3);
    if (g_utf8_validate(bytes, (gssize)length, NULL))
        return g_strndup(bytes, length);
    return g_convert(bytes, (gssize)length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
}

char *isr_copytext(const IsrBuild *build, GBytes *copy, GError **error)
{
    char *text = build == &isr_build_docx  ? package_text(copy, WORD_PLACES)
                 : build == &isr_build_odt ? package_text(copy, ODT_PLACES)
                                           : plain_text(copy);

    if (!text)
        g_set_error(error, ISR_ERROR, ISR_ERROR_MALFORMED, "the copy is no %s document",
                    build->suffix);
    return text;
}
