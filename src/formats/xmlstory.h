/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The blocks that are open while a part is copied: paragraphs, table rows, and the stories within
 * them (text boxes, notes), one inside the other. */
#pragma once

#include "visit.h"
#include "xmltokens.h"

typedef struct IsrXmlStory IsrXmlStory;

/* Everything is borrowed. */
IsrXmlStory *isr_xml_story_new(IsrVisit *visit, IsrXmlTokens *tokens, const char *part,
                               IsrBlockKind kind);
void isr_xml_story_free(IsrXmlStory *story);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrXmlStory, isr_xml_story_free)

/* TRUE if no block is open (one that lingers is). */
gboolean isr_xml_story_is_idle(const IsrXmlStory *story);

/* A paragraph begins at @depth (open elements around it). In a row it is part of the row. *merged
 * says whether it goes on where a lingering one stopped. */
gboolean isr_xml_story_begin_paragraph(IsrXmlStory *story, guint depth, gboolean *merged,
                                       GError **error);
/* It ends, and what lingers in it has been settled. */
gboolean isr_xml_story_end_paragraph(IsrXmlStory *story, GError **error);

/* In end_paragraph's place: the next paragraph at its @depth is read as one with it. @merge: see
 * isr_xml_copy_linger(); its end tag is the token before the next. */
void isr_xml_story_linger(IsrXmlStory *story, guint depth, gboolean merge);
gboolean isr_xml_story_is_merging(const IsrXmlStory *story, guint depth);
/* Something ends and leaves @depth elements open: what lingers in it is over.
 * With 0 whatever lingers is. */
gboolean isr_xml_story_settle(IsrXmlStory *story, guint depth, GError **error);

gboolean isr_xml_story_begin_row(IsrXmlStory *story, GError **error);
void isr_xml_story_begin_cell(IsrXmlStory *story);
gboolean isr_xml_story_end_row(IsrXmlStory *story, GError **error);

void isr_xml_story_begin_table(IsrXmlStory *story);
void isr_xml_story_end_table(IsrXmlStory *story);

/* Between these, blocks are not part of those around them. */
void isr_xml_story_begin_nest(IsrXmlStory *story);
gboolean isr_xml_story_end_nest(IsrXmlStory *story, GError **error);

/* Text of the innermost block; where none is open it is loose: all of it up to the next paragraph,
 * row or table, or the end of the story it stands in, is one block. */
gboolean isr_xml_story_text(IsrXmlStory *story, const char *text, guint slot, guint flags,
                            GError **error);

/* Loose text does not run on here. */
gboolean isr_xml_story_settle_loose(IsrXmlStory *story, GError **error);

/* The part ends. MALFORMED if a block is still open: nobody was shown it. */
gboolean isr_xml_story_end(const IsrXmlStory *story, GError **error);

/* TRUE if a space that comes next would follow another or begin a paragraph. */
gboolean isr_xml_story_ends_in_space(const IsrXmlStory *story);

void isr_xml_story_set_kind(IsrXmlStory *story, IsrBlockKind kind);
