/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in the zip container. */
#include "blobs.h"
#include "odt.h"

#define CONTAINER(what, part, words)                                                               \
    {                                                                                              \
        .kind = what, .where = part, .text = words                                                 \
    }
#define STALE                                                                                      \
    DOC("office:document-content",                                                                 \
        "<office:body><office:text>" PAR(SENTENCE) "</office:text></office:body>")

const Place odt_zip[] = {
    PLACE("O161", "zip-comment", KEEP_NONE, CONTAINER(STEP_COMMENT, NULL, SENTENCE)),
    PLACE("O162", "zip-extra", KEEP_NONE, CONTAINER(STEP_EXTRA, "styles.xml", SENTENCE),
          CONTAINER(STEP_ENTRY_COMMENT, "styles.xml", SENTENCE)),
    PLACE_WITH("O163", "zip-unlisted", KEEP_NONE, PLACE_ALONE, NULL,
               PART(FORENAME " " SURNAME ".txt", NULL, SENTENCE)),
    PLACE_WITH("O164", "zip-junk", KEEP_NONE, PLACE_ALONE, NULL,
               BLOB("__MACOSX/._plan.odt", NULL, blob_noise), BLOB(".DS_Store", NULL, blob_noise),
               BLOB("Thumbs.db", NULL, blob_noise)),
    PLACE_WITH("O165", "zip-duplicate", KEEP_NONE, PLACE_ALONE | PLACE_MAY_REFUSE, NULL,
               CONTAINER(STEP_TWIN, "content.xml", STALE)),
    PLACE("O166", "zip-orphan", KEEP_NONE, CONTAINER(STEP_ORPHAN, "orphan.xml", STALE)),
    PLACE("O167", "zip-trailing", KEEP_NONE, CONTAINER(STEP_TRAILING, NULL, "Left: " SENTENCE)),
    PLACE("O168", "zip-gap", KEEP_NONE, CONTAINER(STEP_GAP, "content.xml", "Between: " SENTENCE)),
    {.id = NULL},
};
