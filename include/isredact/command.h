/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A command of the program: one file in src/commands/, one entry in src/main.c. */
#pragma once

#include <isredact/error.h>

typedef struct {
    const char *name;
    const char *usage;   /* "isredact scan FILE..." */
    const char *summary; /* one line for the list of commands */
    /* argv[0] is the command's name. Returns the exit status; prints its own output and errors. */
    int (*run)(int argc, char **argv);
} IsrCommand;
