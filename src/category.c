/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of categories. */
#include <isredact/category.h>

static const struct {
    const char *id, *label;
} categories[] = {
#define CATEGORY_ROW(constant, id, label) {id, label},
    ISR_IDENTIFIERS(CATEGORY_ROW) ISR_TOPICS(CATEGORY_ROW)
#undef CATEGORY_ROW
};

const char *isr_category_id(IsrCategory category)
{
    return categories[category].id;
}

const char *isr_category_label(IsrCategory category)
{
    return categories[category].label;
}

gboolean isr_category_is_topic(IsrCategory category)
{
    return category >= ISR_CATEGORY_HEALTH;
}

gboolean isr_category_for_id(const char *id, IsrCategory *category)
{
    for (guint i = 0; i < G_N_ELEMENTS(categories); i++) {
        if (g_str_equal(categories[i].id, id)) {
            *category = (IsrCategory)i;
            return TRUE;
        }
    }
    return FALSE;
}
