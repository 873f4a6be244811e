/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table from all that detection depends on, byte for byte, to what was found. It is emptied when
 * it is full: what repeats comes again. */
#include "recall.h"

#include "fingerprint.h"

/* So many bytes of blocks and findings are kept; a long record's are let go again. */
#define MOST_BYTES (8 * 1024 * 1024)
/* A longer block is hardly met twice. */
#define MOST_TEXT (64 * 1024)

struct IsrRecall {
    GHashTable *known; /* GString * to GArray of IsrFinding */
    GString *asked;    /* what was looked for last; empty: it is not to be kept */
    gsize bytes;       /* that are kept */
};

static guint hash_of(gconstpointer key)
{
    const GString *text = key;

    return (guint)isr_fingerprint(text->str, text->len);
}

static gboolean are_equal(gconstpointer a, gconstpointer b)
{
    return g_string_equal(a, b);
}

static void free_text(gpointer text)
{
    g_string_free(text, TRUE);
}

IsrRecall *isr_recall_new(void)
{
    IsrRecall *recall = g_new0(IsrRecall, 1);

    recall->known =
        g_hash_table_new_full(hash_of, are_equal, free_text, (GDestroyNotify)g_array_unref);
    recall->asked = g_string_new(NULL);
    return recall;
}

void isr_recall_free(IsrRecall *recall)
{
    if (!recall)
        return;
    g_hash_table_unref(recall->known);
    g_string_free(recall->asked, TRUE);
    g_free(recall);
}

/* Appends @text, NULL told from empty, and an end that no text holds. */
static void add(GString *key, const char *text)
{
    g_string_append_c(key, text ? '\1' : '\2');
    g_string_append(key, text ? text : "");
    g_string_append_c(key, '\0');
}

static void describe(GString *key, const IsrBlock *block, guint how)
{
    g_string_append_printf(key, "%u %u %u", how, (guint)block->kind,
                           block->columns ? block->columns->len : 0);
    add(key, block->heading);
    for (guint i = 0; block->columns && i < block->columns->len; i++)
        add(key, block->columns->pdata[i]);
    g_string_append_len(key, block->text->str, (gssize)block->text->len);
}

gboolean isr_recall_find(IsrRecall *recall, const IsrBlock *block, guint how, GArray *findings)
{
    const GArray *known;

    g_string_truncate(recall->asked, 0);
    if (block->text->len > MOST_TEXT)
        return FALSE;
    describe(recall->asked, block, how);
    known = g_hash_table_lookup(recall->known, recall->asked);
    if (!known)
        return FALSE;
    for (guint i = 0; i < known->len; i++) {
        IsrFinding finding = g_array_index(known, IsrFinding, i);

        finding.block = block->index;
        g_array_append_val(findings, finding);
    }
    return TRUE;
}

void isr_recall_keep(IsrRecall *recall, const GArray *findings, guint from)
{
    GArray *found = isr_findings_new();

    if (recall->asked->len == 0) {
        g_array_unref(found);
        return;
    }
    if (findings->len > from)
        g_array_append_vals(found, &g_array_index(findings, IsrFinding, from),
                            findings->len - from);
    recall->bytes += recall->asked->len + found->len * sizeof(IsrFinding);
    if (recall->bytes > MOST_BYTES) {
        g_hash_table_remove_all(recall->known);
        recall->bytes = recall->asked->len + found->len * sizeof(IsrFinding);
    }
    g_hash_table_insert(recall->known,
                        g_string_new_len(recall->asked->str, (gssize)recall->asked->len), found);
}
