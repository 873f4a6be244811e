/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Text Anonymization Benchmark (Pilán et al. 2022): court cases in which people marked what
 * must be masked. Its files do not belong to this project; they are read where they are. */
#pragma once

#include "collation.h"

typedef struct {
    guint block; /* of the gold */
    IsrRange range;
    gboolean due; /* must be masked */
} IsrTabMention;

/* Whatever the document mentions, with all its mentions. */
typedef struct {
    char *id;
    char *type; /* "PERSON" "CODE" "DATETIME" ... */
    gboolean due;
    gboolean direct;  /* identifies by itself; else with others */
    GArray *mentions; /* of IsrTabMention */
} IsrTabEntity;

typedef struct {
    IsrGold *gold;       /* a block for each line; mentions that are due are its spans */
    GPtrArray *entities; /* of IsrTabEntity * */
} IsrTabDocument;

/* The documents of a file of the benchmark, ".json" or ".json.gz": GPtrArray of IsrTabDocument *.
 * Errors: IO, MALFORMED. */
GPtrArray *isr_tab_load(const char *path, GError **error);
