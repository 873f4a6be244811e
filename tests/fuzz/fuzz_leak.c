/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever stands in a record: if a copy is made, nothing is in it that had to go. Known values
 * stand in a frame of the record around the input, and the copy is searched for them by means of
 * its own. */
#include "fuzz.h"

#include <isredact/pipeline.h>

#include <string.h>
#include <zip.h>

#define NAME "Zebedee Quillfeather"
#define NUMBER "999 000 0018"
#define POSTCODE "CH42 7QX"

/* A value, and whether it is a name: one that goes on with more letters is another. */
static const struct {
    const char *value;
    gboolean name;
} secrets[] = {{NAME, TRUE},          {"Quillfeather", TRUE}, {NUMBER, FALSE},
               {"9990000018", FALSE}, {POSTCODE, FALSE},      {"CH427QX", FALSE}};

#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define FRAME(line)                                                                                \
    line("Child's name: " NAME) line("NHS number: " NUMBER)                                        \
        line("Address: 12 Tanner Row, Birkenhead, " POSTCODE)
#define LINE(text) text "\n"

static const char *const package_frame[] = {
    "=== word/document.xml\n<w:document xmlns:w='" W "'><w:body>" FRAME(P),
    P("Review of " NAME " in June.") "</w:body></w:document>"};
static const char *const text_frame[] = {FRAME(LINE), "\nReview of " NAME " in June.\n"};

static const FuzzMember always[] = {
    {"[Content_Types].xml",
     "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override "
     "PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument."
     "wordprocessingml.document.main+xml'/></Types>"},
    {"_rels/.rels",
     "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
     "<Relationship Id='a' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
     "relationships/officeDocument' Target='word/document.xml'/></Relationships>"},
    {NULL, NULL},
};

/* TRUE if what begins at @at, before @end, goes on with a letter or digit. */
static gboolean goes_on(const char *at, const char *end)
{
    const gunichar c = at < end ? g_utf8_get_char_validated(at, end - at) : ' ';

    return c >= (gunichar)-2 || g_unichar_isalnum(c) || g_unichar_ismark(c);
}

/* @bytes must hold none of the values, and no name as a word of its own. */
static void search(const char *bytes, gsize length)
{
    const char *end = bytes + length;

    for (guint i = 0; i < G_N_ELEMENTS(secrets); i++) {
        const gsize n = strlen(secrets[i].value);
        const char *at = bytes;

        while ((at = memmem(at, (gsize)(end - at), secrets[i].value, n))) {
            const char *before = g_utf8_find_prev_char(bytes, at);
            const gboolean longer = (before && goes_on(before, at)) || goes_on(at + n, end);

            fuzz_require(secrets[i].name && longer, "what had to go is not in the copy");
            at += n;
        }
    }
}

/* The same of what is left without tags. */
static void search_text(const char *bytes, gsize length)
{
    g_autoptr(GString) text = g_string_new(NULL);
    gboolean tag = FALSE;

    for (gsize i = 0; i < length; i++) {
        tag = (tag && bytes[i] != '>') || bytes[i] == '<';
        if (!tag && bytes[i] != '>')
            g_string_append_c(text, bytes[i]);
    }
    search(text->str, text->len);
}

static void search_member(zip_t *package, zip_uint64_t n)
{
    zip_stat_t about;

    fuzz_require(zip_stat_index(package, n, 0, &about) == 0, "members can be told");
    g_autofree char *bytes = g_malloc(about.size + 1);
    zip_file_t *file = zip_fopen_index(package, n, 0);

    fuzz_require(file && zip_fread(file, bytes, about.size) == (zip_int64_t)about.size,
                 "members can be read");
    zip_fclose(file);
    search(about.name, strlen(about.name));
    search(bytes, about.size);
    search_text(bytes, about.size);
}

static void search_package(GBytes *copy)
{
    gsize length;
    const void *bytes = g_bytes_get_data(copy, &length);
    zip_source_t *source = zip_source_buffer_create(bytes, length, 0, NULL);
    zip_t *package = source ? zip_open_from_source(source, ZIP_RDONLY, NULL) : NULL;

    fuzz_require(package != NULL, "the copy is a package");
    for (zip_int64_t i = 0; i < zip_get_num_entries(package, 0); i++)
        search_member(package, (zip_uint64_t)i);
    zip_discard(package);
}

/* The copy of @input; NULL if none is made. Free with g_bytes_unref(). */
static GBytes *redact(IsrInput *input)
{
    static IsrProfile *profile;
    g_autofree char *profiles = g_build_filename(g_getenv("ISREDACT_PATTERNS"), "profiles", NULL);
    g_autoptr(IsrOutput) output = fuzz_output();

    if (!profile)
        profile = isr_profile_load(profiles, "anonymise", NULL);
    fuzz_require(profile != NULL, "a profile that loads");
    const IsrJob job = {
        .patterns = fuzz_patterns(), .profile = profile, .pages = {.ocr = ISR_OCR_NEVER}};
    IsrRecord *record = isr_pipeline_redact(&job, input, output, NULL);
    GBytes *copy = record ? fuzz_written(output) : NULL;

    isr_record_free(record);
    return copy;
}

/* @data in its frame: that of a package if it begins as XML does. */
static GByteArray *framed(const uint8_t *data, size_t size)
{
    const gboolean packed = size > 0 && data[0] == '<';
    const char *const *frame = packed ? package_frame : text_frame;
    g_autoptr(GByteArray) whole = g_byte_array_new();

    g_byte_array_append(whole, (const guint8 *)frame[0], (guint)strlen(frame[0]));
    g_byte_array_append(whole, data, (guint)size);
    g_byte_array_append(whole, (const guint8 *)frame[1], (guint)strlen(frame[1]));
    return packed ? fuzz_parcel(whole->data, whole->len, always) : g_steal_pointer(&whole);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GByteArray) record = framed(data, size);
    g_autoptr(IsrInput) input = fuzz_input(record->data, record->len);
    g_autoptr(GBytes) copy = redact(input);
    gsize length;

    if (!copy)
        return 0;
    const char *bytes = g_bytes_get_data(copy, &length);

    search(bytes, length);
    if (length > 2 && memcmp(bytes, "PK", 2) == 0)
        search_package(copy);
    return 0;
}
