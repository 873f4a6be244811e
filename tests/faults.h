/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the library that lets calls fail (faults.c) and the tests that load it share: a file that
 * both map, in which the test says which call fails and how, and the library how many there were.
 */
#pragma once

#include <sys/types.h>

/* Calls that fail alike. */
typedef enum {
    FAULT_OPEN,
    FAULT_READ,
    FAULT_WRITE,
    FAULT_SYNC,   /* fsync, fdatasync */
    FAULT_SIZE,   /* ftruncate */
    FAULT_MODE,   /* fchmod */
    FAULT_LINK,   /* a file without a name is given one */
    FAULT_RENAME, /* renameat2 and others */
    FAULT_UNLINK, /* unlink, unlinkat */
    FAULT_FOLDER, /* mkdir */
    FAULT_CLOSE,
    FAULT_LOOK,    /* stat and others, lseek */
    FAULT_LIST,    /* readdir */
    FAULT_MAP,     /* mmap of a file */
    FAULT_PROCESS, /* fork, pipe2, memfd_create, duplicates, limits */
    FAULT_MEMORY,
    FAULT_KINDS
} FaultKind;

typedef enum {
    FAULT_COUNT, /* nothing fails: how many calls are there */
    FAULT_FAIL,  /* one call fails with an error */
    FAULT_STAY,  /* that one and all later ones */
    FAULT_SHORT, /* it does one byte of what it was asked */
    FAULT_KILL,  /* the process is killed there */
    FAULT_PAUSE  /* it waits there until the test has done something */
} FaultMode;

/* Calls of all processes of a run are counted together. */
typedef struct {
    FaultKind kind;
    FaultMode mode;
    int at, error;          /* the number of the call, from 1, and the errno it ends with */
    int armed;              /* a run is going on */
    int struck;             /* how many failed */
    int calls[FAULT_KINDS]; /* how many there were */
    pid_t paused;           /* who waits, or 0: go on */
} Faults;
