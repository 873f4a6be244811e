/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What tracked changes took away. OpenDocument keeps it in a list before the text; it is held here
 * until its place comes, where the visitor is shown it. It is never written. */
#include "odt.h"

#include <isredact/limits.h>

struct OdtChanges {
    GHashTable *texts; /* id → what was deleted */
    char *id;          /* of the region in hand */
    GString *text;     /* of the deletion in hand; NULL when none is open */
    gsize held;        /* bytes in @texts */
};

OdtChanges *isr_odt_changes_new(void)
{
    OdtChanges *changes = g_new0(OdtChanges, 1);

    changes->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return changes;
}

void isr_odt_changes_free(OdtChanges *changes)
{
    if (!changes)
        return;
    g_hash_table_unref(changes->texts);
    g_free(changes->id);
    if (changes->text)
        g_string_free(changes->text, TRUE);
    g_free(changes);
}

void isr_odt_changes_region(OdtChanges *changes, const char *id)
{
    g_free(changes->id);
    changes->id = g_strdup(id ? id : "");
}

void isr_odt_changes_begin(OdtChanges *changes)
{
    if (!changes->text)
        changes->text = g_string_new(NULL);
}

gboolean isr_odt_changes_is_open(const OdtChanges *changes)
{
    return changes->text != NULL;
}

void isr_odt_changes_append(OdtChanges *changes, const char *text)
{
    g_string_append(changes->text, text);
}

/* What is too much to hold is only evidence: it is not in the copy either way. */
void isr_odt_changes_end(OdtChanges *changes)
{
    GString *text = g_steal_pointer(&changes->text);

    if (!text)
        return;
    changes->held += text->len;
    if (changes->id && changes->held <= ISR_LIMIT_BLOCK_BYTES / 2)
        g_hash_table_insert(changes->texts, g_strdup(changes->id), g_string_free(text, FALSE));
    else
        g_string_free(text, TRUE);
}

const char *isr_odt_changes_deleted(const OdtChanges *changes, const char *id)
{
    return id ? g_hash_table_lookup(changes->texts, id) : NULL;
}
