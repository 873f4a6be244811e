/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the harnesses share. Each is one file with LLVMFuzzerTestOneInput(); fuzz_replay.c makes a
 * test over stored inputs of it, libFuzzer a search for new ones. */
#pragma once

#include <isredact/format.h>
#include <isredact/patterns.h>

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
/* Has a broken contract (a critical message of GLib) end the process, as a crash does. */
int LLVMFuzzerInitialize(int *argc, char ***argv);

/* Ends the process, saying @what did not hold, unless it @holds. */
void fuzz_require(gboolean holds, const char *what);

/* @bytes as a document that is in memory alone; free with isr_input_free(). */
IsrInput *fuzz_input(const void *bytes, gsize length);
/* An output that is in memory or nameless, and is never committed; free with isr_output_free(). */
IsrOutput *fuzz_output(void);
/* What was written to @output so far; free with g_bytes_unref(). */
GBytes *fuzz_written(const IsrOutput *output);
/* Path of file @name that holds @bytes, for readers that open a file themselves. Gone with the
 * process; free with g_free(). */
char *fuzz_file(const char *name, const void *bytes, gsize length);

/* The patterns of the program, loaded by the first call; borrowed. */
const IsrPatterns *fuzz_patterns(void);

/* Walks @input as the pipeline does, reading and then writing with edits, reads the copy, and
 * takes both apart byte by byte. What is refused is well. */
void fuzz_walk(const IsrFormat *format, IsrInput *input);

typedef struct {
    const char *name, *text;
} FuzzMember;

/* A ZIP package of what @data tells: as it is if it begins as packages do, else the members that it
 * names, "=== NAME" in a line and their bytes below, and those of @always (a NULL name ends) that
 * it does not name. Free with g_byte_array_unref(). */
GByteArray *fuzz_parcel(const uint8_t *data, size_t size, const FuzzMember *always);
