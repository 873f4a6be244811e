/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rule: one identifier, as one patterns/uk/ID.rule file describes it, in one or more forms.
 * A rule of category "none" is a shield: what it matches is no identifier, whatever it looks
 * like, unless a label says that it is. */
#pragma once

#include <isredact/category.h>
#include <isredact/form.h>

typedef struct IsrRule IsrRule;

/* When a rule is asked. */
typedef enum {
    ISR_RULE_ALWAYS,
    ISR_RULE_WHEREABOUTS,   /* where whereabouts are hidden */
    ISR_RULE_HOUSES,        /* for the numbers of houses that the record knows */
    ISR_RULE_HOUSES_NEARBY, /* for these and for the numbers beside them */
    ISR_RULE_BESIDE_ADDRESS /* behind an address */
} IsrRuleOnly;

/* An example of a rule file: a text with the parts to be found, in «marks». */
typedef struct {
    char *key;     /* in its group */
    char *text;    /* without the marks; " | " became a cell break, "\n" a line break */
    GArray *marks; /* of IsrRange in text; empty: nothing may be found */
} IsrExample;

/* Reads @raw as files write it: « and » mark, " | " is a border between cells, "\n" a line end.
 * NULL if marks do not pair or @raw is no UTF-8; free with isr_example_free() (accepts NULL). */
IsrExample *isr_example_read(const char *key, const char *raw);
void isr_example_free(IsrExample *example);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrExample, isr_example_free)

/* Loads one rule file. @pieces: see isr_form_load(). Errors (RULES) name file, group and key and
 * say what to do. Free with isr_rule_free() (accepts NULL). */
IsrRule *isr_rule_load(const char *path, GHashTable *pieces, GError **error);
void isr_rule_free(IsrRule *rule);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrRule, isr_rule_free)

/* What the file says; all borrowed. The source is NULL if none is named. */
const char *isr_rule_id(const IsrRule *rule);
const char *isr_rule_title(const IsrRule *rule);
const char *isr_rule_source(const IsrRule *rule);
gboolean isr_rule_is_shield(const IsrRule *rule);
IsrRuleOnly isr_rule_only(const IsrRule *rule);
IsrCategory isr_rule_category(const IsrRule *rule);      /* meaningless for a shield */
const GPtrArray *isr_rule_forms(const IsrRule *rule);    /* of IsrForm * */
const GPtrArray *isr_rule_examples(const IsrRule *rule); /* of IsrExample * */

/* Appends what the rule's forms match (IsrMatch). FALSE with LIMIT. */
gboolean isr_rule_match(const IsrRule *rule, IsrScratch *scratch, GArray *matches, GError **error);

/* Why a match of this rule is believed, for the manifest; interned. */
const char *isr_rule_reason(const IsrRule *rule, const IsrMatch *match);

/* Regular expressions by name, for use as {name} in rule files: loads group [pieces] of the key
 * file @path; an absent file gives an empty table. Free with g_hash_table_unref(). */
GHashTable *isr_pieces_load(const char *path, GError **error);
