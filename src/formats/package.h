/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A package being read: a ZIP file whose members are streamed, never unpacked to disk. Everything
 * that would let two readers see two documents is refused: members twice, bytes before the
 * archive, encrypted members, contradictory headers, sizes past limits.h. */
#pragma once

#include <isredact/format.h>

typedef struct IsrPackage IsrPackage;
typedef struct IsrMember IsrMember;

/* Opens @input as a package. Errors: MALFORMED, ENCRYPTED, LIMIT, IO, each with a sentence. Free
 * with isr_package_free() (accepts NULL); @input must outlive it. */
IsrPackage *isr_package_open(IsrInput *input, GError **error);
void isr_package_free(IsrPackage *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrPackage, isr_package_free)

/* TRUE unless @input is an OLE compound file (what Word and LibreOffice wrap around a document
 * with a password, and the form of the old .doc). Errors: ENCRYPTED, UNSUPPORTED, IO. */
gboolean isr_package_refuse_compound(IsrInput *input, GError **error);

/* TRUE if @input begins as a ZIP file. */
gboolean isr_package_recognise(IsrInput *input);

/* Members by number, in the archive's order, and by name: exactly as asked for, else whatever the
 * case. Names are borrowed, valid UTF-8, from the document: never to be shown. -1: none. */
guint isr_package_size(const IsrPackage *package);
const char *isr_package_nth(const IsrPackage *package, guint n);
gint64 isr_package_find(const IsrPackage *package, const char *name);

/* TRUE if member @n is stored without compression. */
gboolean isr_package_is_stored(const IsrPackage *package, guint n);

/* Member @n as a stream of inflated bytes. Free with isr_member_free() (accepts NULL). */
IsrMember *isr_member_open(IsrPackage *package, guint n, GError **error);
void isr_member_free(IsrMember *member);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrMember, isr_member_free)

/* Up to @length bytes; 0 at the end, -1 with @error set (MALFORMED, LIMIT, IO). */
gssize isr_member_read(IsrMember *member, void *buffer, gsize length, GError **error);

/* The whole of member @n, which must not be longer than @limit bytes (LIMIT). Its data is never
 * NULL, be it empty. Free with g_byte_array_unref(). */
GByteArray *isr_package_load(IsrPackage *package, guint n, gsize limit, GError **error);

/* IsrFormat.unpack for packages: each member, then the file as it is as part "container". */
gboolean isr_package_unpack(IsrInput *input, IsrBytesFunc bytes, gpointer self, GError **error);
