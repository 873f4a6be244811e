/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a format's walk tells its visitor. It knows blocks, names and parts; nothing of XML. */
#include "visit.h"

#include "../patience.h"

#include <isredact/error.h>
#include <isredact/limits.h>

#include <string.h>

struct IsrVisit {
    const IsrWalk *walk;
    guint blocks;
    GString *heading;   /* text of the last heading shown, "" before the first */
    GHashTable *names;  /* "kind" TAB "name" → what stands for it */
    GHashTable *values; /* value → NULL (goes) or itself (stays) */
    guint renamed;
    GArray *parts; /* of IsrPart */
};

IsrVisit *isr_visit_new(const IsrWalk *walk)
{
    IsrVisit *visit = g_new0(IsrVisit, 1);

    visit->walk = walk;
    visit->heading = g_string_new(NULL);
    visit->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    visit->values = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    visit->parts = g_array_new(FALSE, FALSE, sizeof(IsrPart));
    return visit;
}

void isr_visit_free(IsrVisit *visit)
{
    if (!visit)
        return;
    g_string_free(visit->heading, TRUE);
    g_hash_table_unref(visit->names);
    g_hash_table_unref(visit->values);
    g_array_unref(visit->parts);
    g_free(visit);
}

const IsrWalk *isr_visit_walk(const IsrVisit *visit)
{
    return visit->walk;
}

/* The heading as its reader sees it, before the edits: detectors take their context from it. */
static void remember_heading(IsrVisit *visit, const IsrBlock *block)
{
    g_autoptr(GArray) none = isr_edits_new();
    g_autofree char *text = isr_edits_apply(none, block);

    g_string_assign(visit->heading, text);
}

/* What is done with a block is not the reader's time. */
static gboolean show(const IsrVisitor *visitor, IsrBlock *block, GArray *edits, GError **error)
{
    gboolean shown;

    isr_patience_pause();
    shown = visitor->block(visitor->self, block, edits, error);
    isr_patience_resume();
    return shown;
}

gboolean isr_visit_block(IsrVisit *visit, IsrBlock *block, GArray *edits, GError **error)
{
    const IsrVisitor *visitor = &visit->walk->visitor;

    g_array_set_size(edits, 0);
    if (block->runs->len == 0)
        return TRUE;
    block->index = visit->blocks++;
    block->heading = visit->heading->len ? visit->heading->str : NULL;
    if (!show(visitor, block, edits, error))
        return FALSE;
    if (block->kind == ISR_BLOCK_HEADING)
        remember_heading(visit, block);
    return TRUE;
}

gboolean isr_visit_again(IsrVisit *visit, IsrBlock *block, GArray *edits, GError **error)
{
    const IsrVisitor *visitor = &visit->walk->visitor;
    gboolean shown;

    g_array_set_size(edits, 0);
    isr_patience_pause();
    shown = !visitor->again || visitor->again(visitor->self, block, edits, error);
    isr_patience_resume();
    return shown;
}

static gboolean show_string(IsrVisit *visit, IsrBlockKind kind, const char *part, const char *text,
                            GArray *edits, IsrBlock **shown, GError **error)
{
    g_autoptr(IsrBlock) block = isr_block_new(kind, part);

    isr_block_append(block, text, -1, 0, ISR_RUN_PLAIN);
    if (!isr_visit_block(visit, block, edits, error))
        return FALSE;
    if (shown)
        *shown = g_steal_pointer(&block);
    return TRUE;
}

/* No document has a style or bookmark of such a name by itself. */
static char *neutral_name(IsrVisit *visit, const char *kind)
{
    return g_strdup_printf("Redacted%s%u", kind, ++visit->renamed);
}

const char *isr_visit_name(IsrVisit *visit, const char *kind, const char *part, const char *name,
                           GError **error)
{
    g_autofree char *key = g_strdup_printf("%s\t%s", kind, name);
    const char *known = g_hash_table_lookup(visit->names, key);
    g_autoptr(GArray) edits = isr_edits_new();
    char *now;

    if (known)
        return known;
    if (!show_string(visit, ISR_BLOCK_ATTRIBUTE, part, name, edits, NULL, error))
        return NULL;
    now = edits->len ? neutral_name(visit, kind) : g_strdup(name);
    g_hash_table_insert(visit->names, g_steal_pointer(&key), now);
    return now;
}

gboolean isr_visit_value(IsrVisit *visit, const char *part, const char *value, gboolean *stays,
                         GError **error)
{
    gpointer known;
    g_autoptr(GArray) edits = isr_edits_new();

    if (g_hash_table_lookup_extended(visit->values, value, NULL, &known)) {
        *stays = known != NULL;
        return TRUE;
    }
    if (!show_string(visit, ISR_BLOCK_ATTRIBUTE, part, value, edits, NULL, error))
        return FALSE;
    *stays = edits->len == 0;
    g_hash_table_insert(visit->values, g_strdup(value), GINT_TO_POINTER(*stays));
    return TRUE;
}

char *isr_visit_text(IsrVisit *visit, IsrBlockKind kind, const char *part, const char *text,
                     GError **error)
{
    g_autoptr(GArray) edits = isr_edits_new();
    g_autoptr(IsrBlock) block = NULL;

    if (*text == 0)
        return g_strdup("");
    if (!show_string(visit, kind, part, text, edits, &block, error))
        return NULL;
    return isr_edits_apply(edits, block);
}

void isr_visit_part(IsrVisit *visit, const char *name, IsrFate fate, const char *reason,
                    gboolean look)
{
    IsrPart part = {.name = name, .fate = fate, .reason = reason, .count = 1, .look = look};

    for (guint i = 0; i < visit->parts->len; i++) {
        IsrPart *known = &g_array_index(visit->parts, IsrPart, i);

        if (known->fate == fate && known->look == look && g_str_equal(known->name, name) &&
            g_strcmp0(known->reason, reason) == 0) {
            known->count++;
            return;
        }
    }
    g_array_append_val(visit->parts, part);
}

void isr_visit_tell_parts(IsrVisit *visit)
{
    const IsrVisitor *visitor = &visit->walk->visitor;

    for (guint i = 0; visitor->part && i < visit->parts->len; i++)
        visitor->part(visitor->self, &g_array_index(visit->parts, IsrPart, i));
}
