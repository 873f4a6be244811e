/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What copies and manifests are called. */
#pragma once

#include <isredact/format.h>

/* The part of @path's name before its suffix; "document" for standard input. Free with g_free(). */
char *isr_naming_stem(const char *path);

/* FOLDER/STEM.redacted.SUFFIX for a copy of @source (in @format); @folder NULL: beside it. */
char *isr_naming_copy(const char *source, const char *stem, const char *folder,
                      const IsrFormat *format);

/* The format that the suffix of @path names; NULL if it names none. Borrowed. */
const IsrFormat *isr_naming_format(const char *path);

/* The manifest's place beside @copy: its suffix becomes ".manifest.json". */
char *isr_naming_manifest(const char *copy);

/* @name with what marks are made of ("[NAME]") or may not stand in a file name taken out. */
char *isr_naming_plain(const char *name);

/* TRUE if both paths lead to the same file. */
gboolean isr_naming_same_file(const char *a, const char *b);

/* The words of @name: stretches of letters, in which a capital after a small letter begins a new
 * one ("JaydenOkafor_review"). Free with g_strfreev(). */
char **isr_naming_words(const char *name);
