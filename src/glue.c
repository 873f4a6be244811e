/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which values are specific enough to be themselves inside a longer word. */
#include "glue.h"

/* One place in a million or less reads so by chance, but for codes of one series, and those are
 * codes too. */
#define SHORTEST 6
/* A number of that many digits stands in no other by chance. */
#define SHORTEST_DIGITS 9

/* What is told by the words around it, or is a word itself. */
static gboolean is_told_by_words(IsrCategory category)
{
    switch (category) {
    case ISR_CATEGORY_NAME:
    case ISR_CATEGORY_INITIALS:
    case ISR_CATEGORY_DOB:
    case ISR_CATEGORY_AGE:
    case ISR_CATEGORY_DATE:
    case ISR_CATEGORY_PLACE:
    case ISR_CATEGORY_ORGANISATION:
        return TRUE;
    default:
        return isr_category_is_topic(category);
    }
}

IsrGlue isr_glue_for(IsrCategory category, guint letters, guint digits)
{
    const gboolean telling = digits > 0 || category == ISR_CATEGORY_EMAIL;

    if (is_told_by_words(category))
        return (IsrGlue){FALSE, FALSE};
    return (IsrGlue){telling && letters + digits >= SHORTEST, digits >= SHORTEST_DIGITS};
}

gboolean isr_glue_at(IsrGlue glue, gboolean digit)
{
    return digit ? glue.digits : glue.letters;
}
