/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kinds of file that isredact does not open, told by their first bytes, and the sentence for
 * each: what the file is and what to do. */
#include "charset.h"
#include "formats.h"
#include "package.h"

#include <isredact/error.h>

#include <string.h>

#define HEAD_BYTES 4096
#define LIST_BYTES (1024 * 1024) /* of the member that says what a package is */
#define AS_DOCUMENT "open it and save it as Word (.docx) or OpenDocument (.odt)"

struct IsrKind {
    const char *magic;
    gsize length;
    gboolean spaced;  /* may come after a byte-order mark and white space, in any case */
    const char *what; /* the sentence */
};

static const IsrKind kinds[] = {
    {"{\\rtf", 5, TRUE, "this is a Rich Text file (.rtf); " AS_DOCUMENT},
    {"PK\x03\x04", 4, FALSE,
     "this is a ZIP archive but no document that isredact opens; give it the documents one by one"},
    {"PK\x05\x06", 4, FALSE, "this is an empty ZIP archive; there is nothing to redact"},
    {"<?xml", 5, TRUE, "this is an XML file; " AS_DOCUMENT},
    {"<!doctype", 9, TRUE, "this is a web page; " AS_DOCUMENT},
    {"<html", 5, TRUE, "this is a web page; " AS_DOCUMENT},
};

static gsize skip_space(const guint8 *head, gsize length)
{
    gsize at = length >= 3 && memcmp(head, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

    while (at < length && g_ascii_isspace((char)head[at]))
        at++;
    return at;
}

/* The first bytes of a UTF-16 text, as far as they are ASCII, without their NULs. */
static gsize narrow(guint8 *head, gsize length)
{
    gsize at = 0;

    if (length < 2 || (memcmp(head, "\xff\xfe", 2) != 0 && memcmp(head, "\xfe\xff", 2) != 0))
        return length;
    for (gsize i = 2; i < length; i++)
        if (head[i])
            head[at++] = head[i];
    return at;
}

const IsrKind *isr_kind_for(IsrInput *input)
{
    guint8 head[HEAD_BYTES];
    const gssize got = isr_input_read(input, 0, head, sizeof head, NULL);

    if (got <= 0)
        return NULL;
    const gsize length = narrow(head, (gsize)got), space = skip_space(head, length);
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        const gsize at = kinds[i].spaced ? space : 0;

        if (at + kinds[i].length <= length &&
            (kinds[i].spaced
                 ? g_ascii_strncasecmp((const char *)head + at, kinds[i].magic, kinds[i].length)
                 : memcmp(head + at, kinds[i].magic, kinds[i].length)) == 0)
            return &kinds[i];
    }
    return NULL;
}

static gboolean refuse(IsrInput *input, IsrError code, const char *what, GError **error)
{
    g_set_error(error, ISR_ERROR, code, "%s: %s", isr_input_name(input), what);
    return FALSE;
}

/* Packages that are near to what isredact opens, by the words of the member that says so. */
static const struct {
    const char *member, *words, *what;
} packages[] = {
    {"mimetype", "opendocument.text-template",
     "this is an OpenDocument template (.ott); open it and save it as a document (.odt)"},
    {"mimetype", "opendocument.text-master",
     "this is an OpenDocument master document (.odm); export it as one document (.odt)"},
    {"mimetype", "opendocument.spreadsheet",
     "this is a spreadsheet (.ods), which isredact does not open; copy what is needed into a "
     "document"},
    {"mimetype", "opendocument.presentation",
     "this is a presentation (.odp), which isredact does not open; copy what is needed into a "
     "document"},
    {"mimetype", "opendocument.",
     "this is an OpenDocument file that holds no text document; copy what is needed into a "
     "document (.odt)"},
    {"[Content_Types].xml", "spreadsheetml",
     "this is a spreadsheet (.xlsx), which isredact does not open; copy what is needed into a "
     "document"},
    {"[Content_Types].xml", "presentationml",
     "this is a presentation (.pptx), which isredact does not open; copy what is needed into a "
     "document"},
};

static gboolean member_holds(IsrPackage *package, const char *member, const char *words)
{
    const gint64 n = isr_package_find(package, member);
    g_autoptr(GByteArray) bytes =
        n < 0 ? NULL : isr_package_load(package, (guint)n, LIST_BYTES, NULL);

    return bytes && memmem(bytes->data, bytes->len, words, strlen(words));
}

/* A damaged or locked package is refused as that; a whole one as what it says it is. */
static gboolean refuse_package(IsrInput *input, const IsrKind *kind, GError **error)
{
    g_autoptr(IsrPackage) package = isr_package_open(input, error);

    for (guint i = 0; package && i < G_N_ELEMENTS(packages); i++)
        if (member_holds(package, packages[i].member, packages[i].words))
            return refuse(input, ISR_ERROR_UNSUPPORTED, packages[i].what, error);
    return package && refuse(input, ISR_ERROR_UNSUPPORTED, kind->what, error);
}

gboolean isr_kind_refuse(IsrInput *input, GError **error)
{
    const IsrKind *kind = isr_kind_for(input);
    IsrCharset charset;
    guint mark;

    if (isr_input_size(input) == 0)
        return refuse(input, ISR_ERROR_MALFORMED, "this file is empty; there is nothing to redact",
                      error);
    if (!isr_package_refuse_compound(input, error))
        return FALSE;
    if (kind && isr_package_recognise(input))
        return refuse_package(input, kind, error);
    if (kind)
        return refuse(input, ISR_ERROR_UNSUPPORTED, kind->what, error);
    if (isr_charset_of(input, &charset, &mark, error))
        refuse(input, ISR_ERROR_IO, "the file changed while it was being read; try again", error);
    return FALSE;
}
