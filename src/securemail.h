/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether mail to the recipient travels securely. */
#pragma once

#include <isredact/lists.h>
#include <isredact/record.h>

/* Adds to @record what a person must look at before mailing the copy: the recipient's domain is
 * not on the list of secure ones (patterns/lists/secure-domains.txt). */
void isr_securemail_check(IsrRecord *record, const IsrLists *lists);
