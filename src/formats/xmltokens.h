/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tags and texts of the blocks that are open, held until their edits are known. */
#pragma once

#include "xmlgrammar.h"
#include "xmlwrite.h"

#include <isredact/block.h>

/* Slot of a run that has no token: deleted text, breaks between cells. */
#define ISR_XML_NO_SLOT G_MAXUINT

typedef struct IsrXmlTokens IsrXmlTokens;

IsrXmlTokens *isr_xml_tokens_new(const IsrXmlGrammar *grammar);
void isr_xml_tokens_free(IsrXmlTokens *tokens);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrXmlTokens, isr_xml_tokens_free)

/* Number of the next token, counted from the beginning of the part. */
guint64 isr_xml_tokens_here(const IsrXmlTokens *tokens);

/* Each returns the slot of its token. @element is copied. FALSE: a limit was passed. */
gboolean isr_xml_tokens_start(IsrXmlTokens *tokens, const IsrXmlElement *element,
                              const IsrXmlRule *rule, guint *slot, GError **error);
gboolean isr_xml_tokens_text(IsrXmlTokens *tokens, const char *text, guint *slot, GError **error);
gboolean isr_xml_tokens_end(IsrXmlTokens *tokens, GError **error);

/* Tokens @from to (not with) @to are not written. Those written already stay. */
void isr_xml_tokens_cut(IsrXmlTokens *tokens, guint64 from, guint64 to);

/* TRUE if tokens @from to @to are all cut, properties, or white space. */
gboolean isr_xml_tokens_are_bare(const IsrXmlTokens *tokens, guint64 from, guint64 to);

/* Applies @edits to the tokens of @block's runs: new text, tags that nothing is left in. */
void isr_xml_tokens_edit(IsrXmlTokens *tokens, const IsrBlock *block, const GArray *edits);

/* Writes all tokens (@writer NULL: forgets them). */
void isr_xml_tokens_flush(IsrXmlTokens *tokens, IsrXmlWriter *writer);
