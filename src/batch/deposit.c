/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sealed texts are in the journal, with the facts of each copy. */
#include "deposit.h"

#include "escrow.h"
#include "facts.h"

#include <isredact/error.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define NAME "escrow" /* of the public key in the journal */

/* A batch is begun and gone on with under one passphrase, or none. */
static gboolean is_as_before(const IsrBatch *batch, const char *before, GError **error)
{
    const char *now = batch->escrow ? isr_escrow_id(batch->escrow) : NULL;

    if (!before || g_strcmp0(before, now) == 0)
        return TRUE;
    g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE,
                now ? "this is not the passphrase with which this batch was begun"
                    : "this batch was begun with --escrow; go on with it, or choose another "
                      "folder with --out");
    return FALSE;
}

gboolean isr_deposit_agree(const IsrBatch *batch, GError **error)
{
    GError *problem = NULL;
    g_autofree char *before = isr_journal_get(batch->journal, NAME, &problem);

    if (problem) {
        g_propagate_error(error, problem);
        return FALSE;
    }
    if (!is_as_before(batch, before, error))
        return FALSE;
    if (!batch->escrow)
        return TRUE;
    return isr_escrow_may_write(batch->escrow, batch->deposit, error) &&
           isr_journal_set(batch->journal, NAME, isr_escrow_id(batch->escrow), error);
}

/* --- where --- */

/* TRUE if @path, an existing folder, is @folder or below it. */
static gboolean is_below(const char *path, const char *folder)
{
    char *real = realpath(path, NULL), *top = realpath(folder, NULL);
    gsize n = top ? strlen(top) : 0;
    gboolean below =
        real && top && strncmp(real, top, n) == 0 && (real[n] == '\0' || real[n] == '/' || n == 1);

    free(real);
    free(top);
    return below;
}

gboolean isr_deposit_check_place(const IsrBatch *batch, GError **error)
{
    g_autofree char *parent = g_path_get_dirname(batch->deposit);

    if (is_below(parent, batch->folder)) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_USAGE,
                    "%s: is in the output; keep the escrow apart from the copies, where only those "
                    "who may know the names can find it",
                    batch->deposit);
        return FALSE;
    }
    if (!g_file_test(parent, G_FILE_TEST_IS_DIR)) {
        g_set_error(error, ISR_ERROR, ISR_ERROR_IO, "%s: there is no such folder", parent);
        return FALSE;
    }
    return TRUE;
}

/* --- the file --- */

typedef struct {
    IsrOutput *output;
    GChecksum *sum;
} File;

static gboolean add(const File *file, const char *text, GError **error)
{
    g_checksum_update(file->sum, (const guchar *)text, -1);
    return isr_output_write(file->output, text, strlen(text), error);
}

static gboolean add_entry(gpointer self, const IsrEntry *entry, GError **error)
{
    g_autofree char *line = NULL;
    g_autoptr(IsrFacts) facts = NULL;

    if (!entry->copy)
        return TRUE;
    line = g_strndup(entry->answer, strcspn(entry->answer, "\n"));
    if (!(facts = isr_facts_read(line, error)))
        return FALSE;
    return !facts->sealed || (add(self, facts->sealed, error) && add(self, "\n", error));
}

static gboolean add_all(const IsrBatch *batch, File *file, GError **error)
{
    g_autofree char *head = isr_escrow_head(batch->escrow), *end = NULL;

    if (!add(file, head, error) || !isr_journal_each(batch->journal, add_entry, file, error))
        return FALSE;
    end = g_strdup_printf("end %s\n", g_checksum_get_string(file->sum));
    return isr_output_write(file->output, end, strlen(end), error);
}

/* What is committed has the mode that the mask leaves. */
static gboolean commit_for_owner(IsrOutput *output, GError **error)
{
    mode_t mask = umask(077);
    gboolean committed = isr_output_commit(output, error);

    umask(mask);
    return committed;
}

gboolean isr_deposit_write(const IsrBatch *batch, GError **error)
{
    g_autoptr(IsrOutput) output = isr_output_new(batch->deposit, TRUE, error);
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    File file = {output, sum};

    return output && add_all(batch, &file, error) && commit_for_owner(output, error);
}
