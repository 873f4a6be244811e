/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stock of names to make sentences with: people's by origin, places, organisations and other
 * things, many of them invented. A third of each community's names is kept out of it, so that
 * the fairness test can measure with names that no training sentence holds. */
#pragma once

#include "chance.h"

typedef struct Stock Stock;

/* Reads the lists under @data. Errors: GIO's. Free with stock_free() (accepts NULL). */
Stock *stock_read(const char *data, GError **error);
void stock_free(Stock *stock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Stock, stock_free)

/* An origin by chance: most often evenly among all, else STOCK_FREQUENT, whose names come as
 * often as they do in Britain. */
#define STOCK_FREQUENT G_MAXUINT
/* No origin, but names that are ordinary words or places too. */
#define STOCK_DOUBLE (G_MAXUINT - 1)
guint stock_origin(const Stock *stock, Chance *chance);

/* A forename or surname of @origin. Borrowed. */
const char *stock_forename(const Stock *stock, guint origin, Chance *chance);
const char *stock_surname(const Stock *stock, guint origin, Chance *chance);

/* A place, real or invented; a named body; a thing, brand or coined word. Free with g_free(). */
char *stock_place(const Stock *stock, Chance *chance);
char *stock_body(const Stock *stock, Chance *chance);
char *stock_thing(const Stock *stock, Chance *chance);

/* "14 Larkfield Close". Free with g_free(). */
char *stock_street(const Stock *stock, Chance *chance);

/* TRUE if the tests keep @name, which @origins and @sources of the lists know, for themselves. */
gboolean stock_is_kept_out(const char *name, const char *sources);

/* Writes the names kept out, by community: lines "origin TAB forename|surname TAB name". Errors:
 * GIO's. */
gboolean stock_write_kept_out(const char *data, const char *path, GError **error);
