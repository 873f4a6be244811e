/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in the zip container and in members that nothing points to. */
#include "blobs.h"
#include "docx.h"

#define STALE DOC("w:document", "<w:body>" PAR(RUN("Draft for " WHO ", " NHS)) "</w:body>")
#define CONTAINER(step, at, words)                                                                 \
    {                                                                                              \
        .kind = step, .where = at, .text = words                                                   \
    }

const Place docx_zip[] = {
    {"D197",
     "zip-comment",
     KEEP_NONE,
     0,
     {CONTAINER(STEP_COMMENT, NULL, "Case of " WHO ", " NHS)},
     NULL},
    {"D198",
     "zip-entry-comment",
     KEEP_NONE,
     0,
     {CONTAINER(STEP_ENTRY_COMMENT, "word/document.xml", WHO ", " NHS)},
     NULL},
    {"D199",
     "zip-extra",
     KEEP_NONE,
     0,
     {CONTAINER(STEP_EXTRA, "word/styles.xml", WHO ", " NHS)},
     NULL},
    {"D200",
     "zip-entry-name",
     KEEP_NONE,
     0,
     {PART("word/" FORENAME " " SURNAME ".txt", NULL, "nothing")},
     NULL},
    {"D201",
     "zip-trash",
     KEEP_NONE,
     0,
     {BLOB("[trash]/0000.dat", NULL, blob_noise), BLOB("__MACOSX/._plan.docx", NULL, blob_noise),
      BLOB(".DS_Store", NULL, blob_noise), BLOB("word/Thumbs.db", NULL, blob_noise)},
     NULL},
    {"D202",
     "zip-unreferenced",
     KEEP_NONE,
     0,
     {PART("word/old.xml", NULL, XML_HEAD "<old>" WHO ", " NHS "</old>")},
     NULL},
    {"D203", "zip-gzip", KEEP_NONE, 0, {BLOB("word/old.dat", NULL, blob_gzip)}, NULL},
    {"D204",
     "zip-duplicate",
     KEEP_NONE,
     PLACE_ALONE | PLACE_MAY_REFUSE,
     {CONTAINER(STEP_TWIN, "word/document.xml", STALE)},
     NULL},
    {"D205", "zip-orphan", KEEP_NONE, 0, {CONTAINER(STEP_ORPHAN, "word/orphan.xml", STALE)}, NULL},
    {"D206",
     "zip-trailing",
     KEEP_NONE,
     0,
     {CONTAINER(STEP_TRAILING, NULL, "Left over: " WHO ", " NHS)},
     NULL},
    {"D207",
     "zip-gap",
     KEEP_NONE,
     0,
     {CONTAINER(STEP_GAP, "word/document.xml", "Between: " WHO ", " NHS)},
     NULL},
    {.id = NULL},
};
