/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rule: one identifier, as one patterns/uk/ID.rule file describes it. */
#pragma once

#include <isredact/category.h>
#include <isredact/check.h>

typedef struct IsrRule IsrRule;

/* Loads one rule file. Errors (RULES) name file, group and key and say what to do. */
IsrRule *isr_rule_load(const char *path, GError **error);
void isr_rule_free(IsrRule *rule);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IsrRule, isr_rule_free)

const char *isr_rule_id(const IsrRule *rule);
IsrCategory isr_rule_category(const IsrRule *rule);
