/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tells text from mark-up, character by character, and needs no well-formed document for it. A
 * tiny scanner of its own, so that verification does not trust the parser that the writers use. */
#pragma once

#include <glib.h>

typedef struct {
    gpointer self;
    void (*text)(gpointer self, gunichar c);   /* what stands between tags, references undone */
    void (*markup)(gpointer self, gunichar c); /* what stands within tags and comments */
    void (*line)(gpointer self);               /* a paragraph, cell or line ends */
} IsrTagSink;

typedef struct {
    IsrTagSink sink;
    int state;
    gunichar quote;
    char name[24]; /* of the tag, without its prefix; cut if longer */
    guint n_name;
    gboolean named, closing, empty;
    guint properties; /* open run properties: their tags break no word */
    guint brackets;   /* ']' held back: they may end a CDATA section */
    gunichar recent[8];
    char reference[12];
    guint n_reference;
} IsrTagScan;

void isr_tagscan_init(IsrTagScan *scan, IsrTagSink sink);
void isr_tagscan_put(IsrTagScan *scan, gunichar c);
void isr_tagscan_end(IsrTagScan *scan);
