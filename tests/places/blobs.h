/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Binary things that carry canaries where their formats let them: pictures, metafiles, media,
 * compound files, whole documents. Each function gives new bytes: g_bytes_unref(). */
#pragma once

#include <glib.h>

GBytes *blob_jpeg(void);         /* EXIF, XMP, COM; the adult too */
GBytes *blob_png(void);          /* no canary */
GBytes *blob_png_text(void);     /* tEXt, zTXt, iTXt */
GBytes *blob_png_trailing(void); /* bytes after IEND */
GBytes *blob_gif(void);          /* comment extension */
GBytes *blob_emf(void);          /* description and text records in UTF-16 */
GBytes *blob_wmf(void);          /* text record */
GBytes *blob_mp4(void);          /* title and author atoms; the adult too */
GBytes *blob_ole_package(void);  /* label, path and file in \1Ole10Native */
GBytes *blob_doc(void);          /* binary Word document; author in SummaryInformation */
GBytes *blob_ole_link(void);     /* moniker with a path */
GBytes *blob_activex(void);      /* binary state of a control */
GBytes *blob_vba(void);          /* macro source, compressed */
GBytes *blob_devmode(void);      /* printer settings in UTF-16 */
GBytes *blob_font(void);         /* name table behind 32 obfuscated bytes */
GBytes *blob_docx(void);         /* a whole document with header and properties */
GBytes *blob_xlsx(void);         /* shared strings and properties */
GBytes *blob_gzip(void);         /* compressed text */
GBytes *blob_noise(void);        /* plain text in an unknown format */
