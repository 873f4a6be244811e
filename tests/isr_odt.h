/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small OpenDocument packages for tests, and the parts of their copies. */
#pragma once

#include "isr_walk.h"

#include "../src/formats/formats.h"
#include "../src/formats/odt.h"
#include "../src/formats/package.h"
#include "../src/formats/picture.h"

#define NAMESPACES                                                                                 \
    " xmlns:office='" ODT_OFFICE "' xmlns:text='" ODT_TEXT "' xmlns:table='" ODT_TABLE             \
    "' xmlns:draw='" ODT_DRAW "' xmlns:style='" ODT_STYLE "' xmlns:fo='" ODT_FO                    \
    "' xmlns:svg='" ODT_SVG "' xmlns:xlink='" ODT_XLINK "' xmlns:number='" ODT_NUMBER              \
    "' xmlns:dc='" ODT_DC "' xmlns:loext='" ODT_LOEXT "'"

/* content.xml with @styles as automatic styles and @body as text. */
#define CONTENT(styles, body)                                                                      \
    "<office:document-content" NAMESPACES " office:version='1.3'><office:automatic-styles>" styles \
    "</office:automatic-styles><office:body><office:text>" body                                    \
    "</office:text></office:body></office:document-content>"

typedef struct {
    const char *name;
    const void *bytes;
    gsize length; /* 0: up to NUL */
} Member;

/* The package of @members (a NULL name ends) after its mimetype. */
static inline IsrInput *odt_of(const Member *members)
{
    g_autofree char *path = g_strdup_printf("%s/isredact-odt-%d", g_get_tmp_dir(), (int)getpid());
    g_autoptr(IsrOutput) output = isr_output_new(path, FALSE, NULL);
    g_autoptr(IsrPacking) packing = isr_packing_new(output, NULL);

    assert_true(isr_packing_add(packing, "mimetype", ODT_MIMETYPE, strlen(ODT_MIMETYPE), NULL));
    for (guint i = 0; members[i].name; i++) {
        const gsize length = members[i].length ? members[i].length : strlen(members[i].bytes);

        assert_true(isr_packing_add(packing, members[i].name, members[i].bytes, length, NULL));
    }
    assert_true(isr_packing_finish(packing, NULL));
    g_autoptr(GBytes) bytes = bytes_of(isr_output_fd(output));
    return input_of(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

static inline IsrInput *odt_of_content(const char *content)
{
    const Member members[] = {{"content.xml", content, 0}, {NULL, NULL, 0}};

    return odt_of(members);
}

/* The copy of @input, opened again. */
static inline IsrInput *odt_copy(IsrInput *input, Watch *watch)
{
    GError *error = NULL;
    g_autoptr(GBytes) copy = walk_copy(&isr_format_odt, input, watch, &error);

    assert_no_error(error);
    return input_of(g_bytes_get_data(copy, NULL), g_bytes_get_size(copy));
}

/* Member @name of @input as text, or NULL if there is none. */
static inline char *odt_member(IsrInput *input, const char *name)
{
    g_autoptr(IsrPackage) package = isr_package_open(input, NULL);
    const gint64 n = isr_package_find(package, name);
    g_autoptr(GByteArray) bytes = n < 0 ? NULL : isr_package_load(package, (guint)n, 1 << 20, NULL);

    return bytes ? g_strndup((const char *)bytes->data, bytes->len) : NULL;
}

/* What stands between the tags of office:text. */
static inline char *odt_body(IsrInput *input)
{
    g_autofree char *content = odt_member(input, "content.xml");
    char *start = strstr(content, "<office:text>");
    char *end = strstr(content, "</office:text>");

    assert_non_null(start);
    assert_non_null(end);
    start += strlen("<office:text>");
    return g_strndup(start, (gsize)(end - start));
}

/* Copies content.xml, replacing @words; the copy's text must be @body and, unless NULL, what the
 * visitor saw @seen. */
static inline void assert_odt(const char *content, const char *const *words, const char *body,
                              const char *seen)
{
    g_autoptr(IsrInput) input = odt_of_content(content);
    Watch watch;

    watch_init(&watch, words);
    g_autoptr(IsrInput) copy = odt_copy(input, &watch);
    g_autofree char *got = odt_body(copy);

    assert_string_equal(got, body);
    if (seen)
        assert_string_equal(watch.seen->str, seen);
    watch_clear(&watch);
}
