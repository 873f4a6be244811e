/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Input that is never changed, and output that exists only once it is committed. */
#pragma once

#include <gio/gio.h>

typedef struct IsrInput IsrInput;

/* Opens @path for reading; "-" spools standard input to an unnamed file. Refuses folders, sockets
 * and devices. Errors: IO, LIMIT. Free with isr_input_free() (accepts NULL). */
IsrInput *isr_input_open(const char *path, GError **error);
/* The finished copy again, as an input for verification. Takes a duplicate of @fd. */
IsrInput *isr_input_for_fd(int fd, const char *name, GError **error);
void isr_input_free(IsrInput *input);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrInput, isr_input_free)

/* Bytes of the whole input. */
guint64 isr_input_size(const IsrInput *input);
/* As given; borrowed; only for messages. */
const char *isr_input_name(const IsrInput *input);

/* What it is read from; borrowed. */
int isr_input_fd(const IsrInput *input);

/* Reads up to @length bytes at @offset, short only at the end of the file. Returns the number of
 * bytes or -1 with @error set. */
gssize isr_input_read(IsrInput *input, guint64 offset, void *buffer, gsize length, GError **error);

/* SHA-256 of the whole input when this was first asked, lower-case hex; borrowed; NULL with @error
 * set. */
const char *isr_input_digest(IsrInput *input, GError **error);

/* Errors with IO if size or times of change differ from those at opening, or the bytes from those
 * of isr_input_digest() if that was asked for before. */
gboolean isr_input_unchanged(IsrInput *input, GError **error);

typedef struct IsrOutput IsrOutput;

/* Prepares a file that will be called @path: unnamed until committed (O_TMPFILE, else a random
 * name in the same folder that is unlinked on every error). Mode 0600 less umask stays until the
 * commit. An existing @path is refused unless @force. "-" is standard output: spooled, and
 * written only on commit. */
IsrOutput *isr_output_new(const char *path, gboolean force, GError **error);
/* The same for a file in @folder of which it is not known yet what it will be called: that must be
 * said with isr_output_rename() before it is committed. */
IsrOutput *isr_output_new_in(const char *folder, gboolean force, GError **error);
/* Unnamed scratch space beside @output (same folder), for parts that are being written; to be
 * closed. -1 with @error set. */
int isr_output_scratch(IsrOutput *output, GError **error);
/* Opens the scratch space now, for a process that will not be able to: isr_output_scratch() then
 * empties it and hands out a duplicate, to one user at a time. Error: IO. */
gboolean isr_output_reserve(IsrOutput *output, GError **error);
/* Drops everything that was not committed; accepts NULL. */
void isr_output_free(IsrOutput *output);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrOutput, isr_output_free)

/* Puts the descriptors of file and reserved scratch space, at most two, into @fds; returns how
 * many. Whoever has them can fill the file, and not name it. */
guint isr_output_descriptors(const IsrOutput *output, int *fds);
/* For reading and writing; borrowed. */
int isr_output_fd(const IsrOutput *output);
/* What the file will be called; borrowed. */
const char *isr_output_path(const IsrOutput *output);
/* Writes all @length bytes behind what was written. Errors: IO. */
gboolean isr_output_write(IsrOutput *output, const void *bytes, gsize length, GError **error);
/* Takes back all that was written. Errors: IO. */
gboolean isr_output_empty(IsrOutput *output, GError **error);

/* Changes what the file will be called to @path, which must be in the same folder. Error: IO, if
 * that exists and may not be replaced. */
gboolean isr_output_rename(IsrOutput *output, const char *path, GError **error);
/* Has messages call it @path, without a look at the folder; for a process that cannot name it. */
void isr_output_call(IsrOutput *output, const char *path);

/* fsync, gives the file its name, fsync of the folder. On error, also where the folder is no longer
 * the one at its path, nothing of that name exists that did not exist before. */
gboolean isr_output_commit(IsrOutput *output, GError **error);
/* The same for a copy and its @manifest (NULL: none). The manifest gets its name first: if the way
 * ends there, no copy exists without its own. Files of these names that may be replaced go before,
 * the copy first, so that no copy stands beside another's manifest. On error neither exists. */
gboolean isr_output_commit_pair(IsrOutput *manifest, IsrOutput *copy, GError **error);
/* Takes a committed file away again (what was to be done with it failed); accepts NULL. */
void isr_output_revoke(IsrOutput *output);
