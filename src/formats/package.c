/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading packages through libzip. It holds libzip's view of the input, the limits and the
 * refusals; it knows nothing of what the members mean. Nothing is ever taken from the archive by
 * its raw bytes, so what lies between members cannot reach a copy. */
#include "package.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <string.h>
#include <zip.h>

#define CHUNK 65536
#define END_RECORD 22     /* bytes of the end record without its comment */
#define END_COMMENT 65535 /* bytes of the longest comment */

struct IsrPackage {
    IsrInput *input;
    guint64 length; /* of the archive; less than the input's when bytes follow it */
    guint64 at;
    zip_t *zip;
    zip_error_t failure;
    GHashTable *exact; /* name → number + 1 */
    GHashTable *folded;
    guint64 inflated; /* so far, over all members read */
};

struct IsrMember {
    IsrPackage *package;
    zip_file_t *file;
    guint64 stored;
    guint64 inflated;
};

static gboolean refuse(GError **error, IsrError code, const IsrInput *input, const char *why)
{
    g_set_error(error, ISR_ERROR, code, "%s: %s", isr_input_name(input), why);
    return FALSE;
}

/* --- libzip's view of the input --- */

static zip_int64_t source_read(IsrPackage *package, void *data, zip_uint64_t length)
{
    gsize wanted = (gsize)MIN(length, package->length - MIN(package->at, package->length));
    gssize n = isr_input_read(package->input, package->at, data, wanted, NULL);

    if (n < 0)
        zip_error_set(&package->failure, ZIP_ER_READ, 0);
    else
        package->at += (guint64)n;
    return n;
}

static zip_int64_t source_stat(IsrPackage *package, void *data, zip_uint64_t length)
{
    zip_stat_t *stat = ZIP_SOURCE_GET_ARGS(zip_stat_t, data, length, &package->failure);

    if (!stat)
        return -1;
    zip_stat_init(stat);
    stat->size = package->length;
    stat->valid = ZIP_STAT_SIZE;
    return sizeof *stat;
}

static zip_int64_t source_seek(IsrPackage *package, void *data, zip_uint64_t length)
{
    zip_int64_t to = zip_source_seek_compute_offset(package->at, package->length, data, length,
                                                    &package->failure);

    if (to < 0)
        return -1;
    package->at = (guint64)to;
    return 0;
}

static zip_int64_t source(void *self, void *data, zip_uint64_t length, zip_source_cmd_t command)
{
    IsrPackage *package = self;

    switch (command) {
    case ZIP_SOURCE_OPEN:
        package->at = 0;
        return 0;
    case ZIP_SOURCE_READ:
        return source_read(package, data, length);
    case ZIP_SOURCE_STAT:
        return source_stat(package, data, length);
    case ZIP_SOURCE_SEEK:
        return source_seek(package, data, length);
    case ZIP_SOURCE_TELL:
        return (zip_int64_t)package->at;
    case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&package->failure, data, length);
    case ZIP_SOURCE_SUPPORTS:
        return ZIP_SOURCE_SUPPORTS_SEEKABLE;
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_FREE:
        return 0;
    default:
        zip_error_set(&package->failure, ZIP_ER_OPNOTSUPP, 0);
        return -1;
    }
}

/* --- opening --- */

/* Where the archive ends by its own last record. Bytes after it are in no member, so they are
 * left out; that the archive then holds together is for libzip to check. */
static guint64 archive_length(IsrInput *input)
{
    guint64 size = isr_input_size(input);
    gsize length = (gsize)MIN(size, (guint64)(2 * END_COMMENT + END_RECORD));
    g_autofree guint8 *tail = g_malloc(length + 1);

    if (isr_input_read(input, size - length, tail, length, NULL) != (gssize)length)
        return size;
    for (gsize i = length >= END_RECORD ? length - END_RECORD + 1 : 0; i-- > 0;) {
        gsize end = i + END_RECORD + tail[i + 20] + ((gsize)tail[i + 21] << 8);

        if (memcmp(tail + i, "PK\5\6", 4) == 0 && end <= length)
            return size - length + end;
    }
    return size;
}

static gboolean refuse_zip(GError **error, const IsrInput *input, int code)
{
    if (code == ZIP_ER_READ)
        return refuse(error, ISR_ERROR_IO, input, "cannot be read");
    return refuse(error, ISR_ERROR_MALFORMED, input,
                  code == ZIP_ER_NOZIP
                      ? "is not a complete package: it is cut short or damaged; open it in the "
                        "program that wrote it and save it again"
                      : "its table of contents contradicts itself; open it in the program that "
                        "wrote it and save it again");
}

static gboolean check_member(IsrPackage *package, guint n, guint64 *total, GError **error)
{
    zip_stat_t stat;
    const char *name = zip_get_name(package->zip, n, 0);

    if (!name || zip_stat_index(package->zip, n, 0, &stat) < 0 ||
        !g_utf8_validate(name, -1, NULL) || *name == 0)
        return refuse(error, ISR_ERROR_MALFORMED, package->input,
                      "a member of the package has no readable name");
    if (stat.encryption_method != ZIP_EM_NONE)
        return refuse(error, ISR_ERROR_ENCRYPTED, package->input,
                      "is locked with a password; save it without one and try again");
    *total += stat.size;
    if (stat.size > ISR_LIMIT_MEMBER_BYTES || *total > ISR_LIMIT_PACKAGE_BYTES)
        return refuse(error, ISR_ERROR_LIMIT, package->input,
                      "unpacks to more than isredact reads; split it into parts");
    if (!g_hash_table_insert(package->exact, g_strdup(name), GUINT_TO_POINTER(n + 1)))
        return refuse(error, ISR_ERROR_MALFORMED, package->input,
                      "holds two members of one name, so it is unclear which of them is the "
                      "document; save it again");
    if (!g_hash_table_insert(package->folded, g_utf8_casefold(name, -1), GUINT_TO_POINTER(n + 1)))
        return refuse(error, ISR_ERROR_MALFORMED, package->input,
                      "holds two members whose names differ in capitals alone, so it is unclear "
                      "which of them is the document; save it again");
    return TRUE;
}

static gboolean check_members(IsrPackage *package, GError **error)
{
    guint64 total = 0;
    zip_int64_t size = zip_get_num_entries(package->zip, 0);

    if (size > ISR_LIMIT_MEMBERS)
        return refuse(error, ISR_ERROR_LIMIT, package->input,
                      "holds more members than isredact reads; split it into parts");
    for (guint i = 0; i < (guint)size; i++) {
        if (!check_member(package, i, &total, error))
            return FALSE;
    }
    return TRUE;
}

gboolean isr_package_recognise(IsrInput *input)
{
    guint8 magic[4];

    return isr_input_read(input, 0, magic, sizeof magic, NULL) == sizeof magic &&
           (memcmp(magic, "PK\3\4", 4) == 0 || memcmp(magic, "PK\5\6", 4) == 0);
}

/* Returns libzip's error, 0 for none. */
static int open_zip(IsrPackage *package, int flags)
{
    zip_error_t failure;
    zip_source_t *from;
    int code;

    zip_error_init(&failure);
    from = zip_source_function_create(source, package, &failure);
    if (from)
        package->zip = zip_open_from_source(from, ZIP_RDONLY | flags, &failure);
    if (!package->zip)
        zip_source_free(from);
    code = package->zip ? 0 : zip_error_code_zip(&failure);
    zip_error_fini(&failure);
    return code;
}

IsrPackage *isr_package_open(IsrInput *input, GError **error)
{
    g_autoptr(IsrPackage) package = g_new0(IsrPackage, 1);
    int code;

    package->input = input;
    package->exact = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    package->folded = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    zip_error_init(&package->failure);
    if (!isr_package_recognise(input)) {
        refuse(error, ISR_ERROR_MALFORMED, input,
               "does not begin as a package does; save it again in its own program");
        return NULL;
    }
    package->length = archive_length(input);
    /* To libzip a time that differs between the two headers of a member is a contradiction, and
     * honest programs write that. Names, sizes and checksums are checked without it too. */
    code = open_zip(package, ZIP_CHECKCONS);
    if (code == ZIP_ER_INCONS)
        code = open_zip(package, 0);
    if (code != 0) {
        refuse_zip(error, input, code);
        return NULL;
    }
    return check_members(package, error) ? g_steal_pointer(&package) : NULL;
}

void isr_package_free(IsrPackage *package)
{
    if (!package)
        return;
    if (package->zip)
        zip_discard(package->zip);
    zip_error_fini(&package->failure);
    g_hash_table_unref(package->exact);
    g_hash_table_unref(package->folded);
    g_free(package);
}

/* --- compound files --- */

/* TRUE if the file names a stream as encrypted Office packages do, in UTF-16. */
static gboolean names_encrypted_package(IsrInput *input)
{
    static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    g_autofree guint8 *buffer = g_malloc(CHUNK);
    guint64 at = 0;
    gssize n;

    while ((n = isr_input_read(input, at, buffer, CHUNK, NULL)) > (gssize)sizeof name) {
        if (memmem(buffer, (gsize)n, name, sizeof name - 1))
            return TRUE;
        at += (guint64)n - sizeof name; /* the name may lie across two chunks */
        if (n < CHUNK)
            break;
    }
    return FALSE;
}

gboolean isr_package_refuse_compound(IsrInput *input, GError **error)
{
    guint8 magic[8];

    if (isr_input_read(input, 0, magic, sizeof magic, NULL) != sizeof magic ||
        memcmp(magic, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", sizeof magic) != 0)
        return TRUE;
    if (names_encrypted_package(input))
        return refuse(error, ISR_ERROR_ENCRYPTED, input,
                      "is locked with a password; save it without one and try again");
    return refuse(
        error, ISR_ERROR_UNSUPPORTED, input,
        "is an old Microsoft Office file (.doc, .xls, .ppt, .msg); open it and save it as "
        "Word (.docx) or OpenDocument (.odt)");
}

/* --- members --- */

guint isr_package_size(const IsrPackage *package)
{
    return g_hash_table_size(package->exact);
}

const char *isr_package_nth(const IsrPackage *package, guint n)
{
    return zip_get_name(package->zip, n, 0);
}

gint64 isr_package_find(const IsrPackage *package, const char *name)
{
    gpointer number = g_hash_table_lookup(package->exact, name);
    g_autofree char *folded = NULL;

    if (!number) {
        folded = g_utf8_casefold(name, -1);
        number = g_hash_table_lookup(package->folded, folded);
    }
    return (gint64)GPOINTER_TO_UINT(number) - 1;
}

gboolean isr_package_is_stored(const IsrPackage *package, guint n)
{
    zip_stat_t stat;

    return zip_stat_index(package->zip, n, 0, &stat) == 0 && stat.comp_method == ZIP_CM_STORE;
}

static gboolean refuse_member(GError **error, IsrPackage *package, IsrError code, const char *why)
{
    return refuse(error, code, package->input, why);
}

IsrMember *isr_member_open(IsrPackage *package, guint n, GError **error)
{
    IsrMember *member;
    zip_stat_t stat;
    zip_file_t *file = zip_fopen_index(package->zip, n, 0);

    if (!file || zip_stat_index(package->zip, n, 0, &stat) < 0) {
        if (file)
            zip_fclose(file);
        refuse_member(error, package, ISR_ERROR_MALFORMED,
                      "a member of the package cannot be unpacked: it is damaged or packed in a "
                      "way that isredact does not know");
        return NULL;
    }
    member = g_new0(IsrMember, 1);
    member->package = package;
    member->file = file;
    member->stored = stat.comp_size;
    return member;
}

void isr_member_free(IsrMember *member)
{
    if (!member)
        return;
    zip_fclose(member->file);
    g_free(member);
}

/* The sizes that the archive declares were checked at opening; these are the true ones. */
static gboolean within_limits(const IsrMember *member)
{
    guint64 past = member->inflated - MIN(member->inflated, (guint64)ISR_LIMIT_RATIO_FREE);

    return member->inflated <= ISR_LIMIT_MEMBER_BYTES && past / ISR_LIMIT_RATIO <= member->stored;
}

gssize isr_member_read(IsrMember *member, void *buffer, gsize length, GError **error)
{
    IsrPackage *package = member->package;
    zip_int64_t n = zip_fread(member->file, buffer, length);

    if (n < 0) {
        refuse_member(error, package, ISR_ERROR_MALFORMED,
                      "a member of the package is damaged; open the file in the program that wrote "
                      "it and save it again");
        return -1;
    }
    member->inflated += (guint64)n;
    if (!within_limits(member)) {
        refuse_member(error, package, ISR_ERROR_LIMIT,
                      "unpacks to far more than it could honestly hold; save it again in the "
                      "program that wrote it");
        return -1;
    }
    return (gssize)n;
}

GByteArray *isr_package_load(IsrPackage *package, guint n, gsize limit, GError **error)
{
    g_autoptr(GByteArray) bytes = g_byte_array_sized_new(1); /* not NULL, be it empty */
    g_autoptr(IsrMember) member = isr_member_open(package, n, error);
    g_autofree guint8 *buffer = g_malloc(CHUNK);
    gssize got = 1;

    while (member && (got = isr_member_read(member, buffer, CHUNK, error)) > 0) {
        if (bytes->len + (gsize)got > limit) {
            refuse_member(error, package, ISR_ERROR_LIMIT,
                          "a member of the package is larger than isredact reads");
            return NULL;
        }
        g_byte_array_append(bytes, buffer, (guint)got);
    }
    return member && got == 0 ? g_steal_pointer(&bytes) : NULL;
}

/* --- every byte, for verification --- */

static gboolean unpack_member(IsrPackage *package, guint n, IsrBytesFunc bytes, gpointer self,
                              GError **error)
{
    g_autoptr(IsrMember) member = isr_member_open(package, n, error);
    g_autofree guint8 *buffer = g_malloc(CHUNK);
    const char *part = isr_package_nth(package, n);
    gssize got = 1;

    if (!member)
        return FALSE;
    while ((got = isr_member_read(member, buffer, CHUNK, error)) > 0) {
        if (!bytes(self, part, buffer, (gsize)got, FALSE, error))
            return FALSE;
    }
    return got == 0 && bytes(self, part, buffer, 0, TRUE, error);
}

static gboolean unpack_container(IsrInput *input, IsrBytesFunc bytes, gpointer self, GError **error)
{
    g_autofree guint8 *buffer = g_malloc(CHUNK);
    guint64 at = 0;
    gssize got;

    while ((got = isr_input_read(input, at, buffer, CHUNK, error)) > 0) {
        if (!bytes(self, "container", buffer, (gsize)got, FALSE, error))
            return FALSE;
        at += (guint64)got;
    }
    return got == 0 && bytes(self, "container", buffer, 0, TRUE, error);
}

gboolean isr_package_unpack(IsrInput *input, IsrBytesFunc bytes, gpointer self, GError **error)
{
    g_autoptr(IsrPackage) package = isr_package_open(input, error);

    if (!package)
        return FALSE;
    for (guint i = 0; i < isr_package_size(package); i++) {
        if (!unpack_member(package, i, bytes, self, error))
            return FALSE;
    }
    return unpack_container(input, bytes, self, error);
}
